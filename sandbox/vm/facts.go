//go:build linux && (amd64 || arm64)

package vm

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"strconv"
	"strings"
	"time"

	"floorplan/sandbox"

	"golang.org/x/sys/unix"
)

// Facts asks the guest's kernel through the agent, and the host's for the memory that QEMU takes. The lists of processes and
// devices are read by a command inside; where the guest has lost its programs, a note says that they are missing.
func (s *Sandbox) Facts(ctx context.Context) (sandbox.Facts, error) {
	b := &batch{}
	release := readFile(b, "/proc/sys/kernel/osrelease", 256)
	bootID := readFile(b, "/proc/sys/kernel/random/boot_id", 64)
	hostname := readFile(b, "/proc/sys/kernel/hostname", 256)
	uptime := readFile(b, "/proc/uptime", 64)
	uidMap := readFile(b, "/proc/1/uid_map", 256)
	gidMap := readFile(b, "/proc/1/gid_map", 256)
	status := readFile(b, "/proc/1/status", 4<<10)
	mounts := readFile(b, "/proc/1/mountinfo", 4<<10)
	memory := readFile(b, "/proc/meminfo", 4<<10)
	names := map[sandbox.Namespace]*call{}
	for _, kind := range sandbox.Namespaces() {
		at := b.space(64)
		link := b.call(unix.SYS_READLINKAT, unix.AT_FDCWD, b.text("/proc/1/ns/"+string(kind)), at, 64)
		names[kind] = b.returns(link, at, -1, 64)
	}
	if err := s.channel.call(ctx, b, nil); err != nil {
		return sandbox.Facts{}, fmt.Errorf("cannot ask the guest: %w", err)
	}
	f := sandbox.Facts{
		Engine:   Name,
		HostPID:  s.PID(),
		Kernel:   strings.TrimSpace(string(release.data)),
		BootID:   strings.TrimSpace(string(bootID.data)),
		Hostname: strings.TrimSpace(string(hostname.data)),
		Uptime:   seconds(uptime.data),
		UIDMap:   idMap(uidMap.data),
		GIDMap:   idMap(gidMap.data),
		Mounts:   mountList(mounts.data),
	}
	f.Capabilities, f.Seccomp = privileges(status.data)
	for _, kind := range sandbox.Namespaces() {
		if inode, ok := namespaceInode(names[kind].data); ok {
			f.Namespaces = append(f.Namespaces, sandbox.NamespaceFact{Kind: kind, Inode: inode})
		}
	}
	var err error
	if f.MemoryBytes, err = proportionalSize(s.PID()); err != nil {
		f.Notes = append(f.Notes, "the memory of QEMU cannot be read: "+err.Error())
	}
	f.Limits = s.limits(field(memory.data, "MemTotal:"), field(memory.data, "MemAvailable:"))
	f.Notes = append(f.Notes, s.machine.accel.note())
	if err := s.lists(ctx, &f); err != nil {
		f.Notes = append(f.Notes, "the guest's processes and devices cannot be listed: "+err.Error())
	}
	return f, nil
}

// readFile adds the reading of a file's first size bytes, which in /proc is all of it.
func readFile(b *batch, path string, size int) *call {
	opened := b.call(unix.SYS_OPENAT, unix.AT_FDCWD, b.text(path), unix.O_RDONLY|unix.O_CLOEXEC)
	at := b.space(size)
	read := b.returns(b.on(opened, unix.SYS_READ, at, size), at, -1, size)
	b.on(opened, unix.SYS_CLOSE)
	return read
}

// lists adds the guest's processes, those of its kernel left out, and its devices.
func (s *Sandbox) lists(ctx context.Context, f *sandbox.Facts) error {
	var out bytes.Buffer
	const script = "cat /proc/[0-9]*/stat; echo; cat /sys/bus/pci/devices/*/uevent"
	p, err := s.start(ctx, sandbox.Cmd{Args: []string{"sh", "-c", script}, Stdout: &out})
	if err != nil {
		return err
	}
	stop := context.AfterFunc(ctx, func() { _ = p.Close() })
	defer stop()
	if _, err := p.Wait(); err != nil {
		return err
	}
	processes, devices, _ := strings.Cut(out.String(), "\n\n")
	for line := range strings.Lines(processes) {
		if process, ok := processFact(line); ok && process.Inside != p.pid {
			f.Processes = append(f.Processes, process)
		}
	}
	f.Devices = deviceList(devices)
	return ctx.Err()
}

// processFact reads a line of /proc/PID/stat (proc(5)). It is false for a kernel's thread.
func processFact(line string) (sandbox.ProcessFact, bool) {
	const flagsField, kernelThread = 6, 0x00200000 // PF_KTHREAD
	open, end := strings.Index(line, "("), strings.LastIndex(line, ")")
	if open < 0 || end < open {
		return sandbox.ProcessFact{}, false
	}
	pid, err := strconv.Atoi(strings.TrimSpace(line[:open]))
	fields := strings.Fields(line[end+1:])
	if err != nil || len(fields) <= flagsField {
		return sandbox.ProcessFact{}, false
	}
	flags, err := strconv.ParseUint(fields[flagsField], 10, 64)
	return sandbox.ProcessFact{Inside: pid, Command: line[open+1 : end]}, err == nil && flags&kernelThread == 0
}

// deviceList reads the uevent files of PCI devices: lines KEY=VALUE, PCI_SLOT_NAME after PCI_CLASS and PCI_ID.
func deviceList(text string) []string {
	var list []string
	var driver, class, id string
	for line := range strings.Lines(text) {
		key, value, _ := strings.Cut(strings.TrimSpace(line), "=")
		switch key {
		case "DRIVER":
			driver = ", driver " + value
		case "PCI_CLASS":
			class = className(value)
		case "PCI_ID":
			id = strings.ToLower(value)
		case "PCI_SLOT_NAME":
			list = append(list, fmt.Sprintf("%s %s [%s]%s", value, class, id, driver))
			driver = ""
		}
	}
	return list
}

// className names a PCI class: base class and subclass, of the numbers in the PCI Code and ID Assignment Specification.
func className(class string) string {
	n, err := strconv.ParseUint(class, 16, 32)
	if err != nil {
		return "device"
	}
	switch n >> 8 {
	case 0x0101:
		return "IDE controller"
	case 0x0600:
		return "host bridge"
	case 0x0601:
		return "ISA bridge"
	case 0x0680:
		return "bridge"
	case 0x0700:
		return "serial port"
	}
	return fmt.Sprintf("device of class %04x", n>>8)
}

// limits says what was asked of the hypervisor and what came of it.
func (s *Sandbox) limits(total, available int64) []sandbox.LimitFact {
	asked := "the default"
	if s.spec.Memory > 0 {
		asked = mebibytes(s.spec.Memory)
	}
	list := []sandbox.LimitFact{{
		Resource: "memory", Asked: asked, Got: mebibytes(s.memory), Used: mebibytes(total - available), How: "hypervisor",
		Exact: true, Note: fmt.Sprintf("the guest's kernel keeps %s of it for itself; QEMU takes more beside it", mebibytes(s.memory-total)),
	}}
	cpu := sandbox.LimitFact{Resource: "cpu", Asked: "the default", Got: fmt.Sprintf("%d processors", s.cpus), How: "hypervisor", Exact: true}
	if s.spec.CPUs > 0 {
		cpu.Asked = fmt.Sprintf("%g", s.spec.CPUs)
		cpu.Exact = s.spec.CPUs == float64(s.cpus)
		if !cpu.Exact {
			cpu.Note = "a machine has whole processors"
		}
	}
	list = append(list, cpu)
	list = append(list, sandbox.LimitFact{Resource: "disk", Asked: "the default", Got: mebibytes(s.disk) + " in /root and in /tmp",
		How: "tmpfs", Note: "the rest of the file system is memory without a limit of its own"})
	if s.spec.Disk > 0 {
		list[len(list)-1].Asked = mebibytes(s.spec.Disk)
	}
	if s.spec.Pids > 0 {
		list = append(list, sandbox.LimitFact{Resource: "pids", Asked: strconv.Itoa(s.spec.Pids), Got: "no limit", How: "none",
			Note: "the machine's root has a kernel to itself"})
	}
	if s.files > 0 {
		n := strconv.Itoa(s.files)
		list = append(list, sandbox.LimitFact{Resource: "files", Asked: n, Got: n, How: "rlimit", Note: "for each process"})
	}
	return list
}

func mebibytes(n int64) string { return strconv.FormatInt((n+1<<19)>>20, 10) + "M" }

// proportionalSize is a process's PSS in bytes (proc_pid_smaps(5)): its own pages, and its share of those it shares.
func proportionalSize(pid int) (int64, error) {
	data, err := os.ReadFile(fmt.Sprintf("/proc/%d/smaps_rollup", pid))
	if err != nil {
		return 0, err
	}
	return field(data, "Pss:"), nil
}

// field is the number in kB behind a word at a line's start, in bytes.
func field(data []byte, word string) int64 {
	for line := range strings.Lines(string(data)) {
		if rest, ok := strings.CutPrefix(line, word); ok {
			fields := strings.Fields(rest)
			if len(fields) == 0 {
				return 0
			}
			n, _ := strconv.ParseInt(fields[0], 10, 64) // 0 for what is no number
			return n << 10
		}
	}
	return 0
}

// seconds reads the first number of /proc/uptime.
func seconds(data []byte) time.Duration {
	first, _, _ := strings.Cut(string(data), " ")
	n, _ := strconv.ParseFloat(first, 64) // 0 for what is no number
	return time.Duration(n * float64(time.Second))
}

// idMap reads uid_map or gid_map (user_namespaces(7)).
func idMap(data []byte) []sandbox.IDMap {
	var list []sandbox.IDMap
	for line := range strings.Lines(string(data)) {
		var m sandbox.IDMap
		if n, _ := fmt.Sscan(line, &m.Inside, &m.Outside, &m.Count); n == 3 {
			list = append(list, m)
		}
	}
	return list
}

// mountList reads mountinfo (proc_pid_mountinfo(5)).
func mountList(data []byte) []sandbox.MountFact {
	var list []sandbox.MountFact
	for line := range strings.Lines(string(data)) {
		left, right, ok := strings.Cut(strings.TrimSpace(line), " - ")
		before, after := strings.Fields(left), strings.Fields(right)
		if ok && len(before) >= 6 && len(after) >= 2 {
			list = append(list, sandbox.MountFact{Target: before[4], Options: before[5], Type: after[0], Source: after[1]})
		}
	}
	return list
}

// privileges reads the bounding set and the seccomp mode of /proc/PID/status.
func privileges(status []byte) (capabilities []string, seccomp string) {
	seccomp = "none"
	for line := range strings.Lines(string(status)) {
		key, value, _ := strings.Cut(strings.TrimSpace(line), ":")
		value = strings.TrimSpace(value)
		switch key {
		case "CapBnd":
			bits, _ := strconv.ParseUint(value, 16, 64) // 0 for what is no number
			for n, name := range capabilityNames {
				if bits>>n&1 != 0 {
					capabilities = append(capabilities, "CAP_"+name)
				}
			}
		case "Seccomp":
			switch value {
			case "1":
				seccomp = "strict"
			case "2":
				seccomp = "filter"
			}
		}
	}
	return capabilities, seccomp
}

// capabilityNames are in the order of their numbers (linux/capability.h).
var capabilityNames = strings.Fields(`
	CHOWN DAC_OVERRIDE DAC_READ_SEARCH FOWNER FSETID KILL SETGID SETUID SETPCAP LINUX_IMMUTABLE NET_BIND_SERVICE
	NET_BROADCAST NET_ADMIN NET_RAW IPC_LOCK IPC_OWNER SYS_MODULE SYS_RAWIO SYS_CHROOT SYS_PTRACE SYS_PACCT SYS_ADMIN
	SYS_BOOT SYS_NICE SYS_RESOURCE SYS_TIME SYS_TTY_CONFIG MKNOD LEASE AUDIT_WRITE AUDIT_CONTROL SETFCAP MAC_OVERRIDE
	MAC_ADMIN SYSLOG WAKE_ALARM BLOCK_SUSPEND AUDIT_READ PERFMON BPF CHECKPOINT_RESTORE`)

// namespaceInode reads a link such as uts:[4026531838].
func namespaceInode(link []byte) (uint64, bool) {
	_, rest, _ := strings.Cut(string(link), "[")
	n, err := strconv.ParseUint(strings.TrimSuffix(rest, "]"), 10, 64)
	return n, err == nil
}
