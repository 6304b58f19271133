package native

import (
	"context"
	"encoding/binary"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"golang.org/x/sys/unix"

	"floorplan/sandbox"
)

// Facts reads what is true of the sandbox now: from the agent what only it can see, the rest from the host's /proc.
func (b *box) Facts(ctx context.Context) (sandbox.Facts, error) {
	f := sandbox.Facts{Engine: "native", InitPID: b.initPID}
	if err := b.askInside(ctx, &f); err != nil {
		return f, err
	}
	proc := fmt.Sprintf("/proc/%d/", b.initPID)
	f.UIDMap, f.GIDMap = readIDMap(proc+"uid_map"), readIDMap(proc+"gid_map")
	f.Mounts = readMounts(proc + "mountinfo")
	status := readStatus(b.initPID)
	f.Capabilities = capabilityNames(status["CapBnd"])
	f.Seccomp = map[string]string{"0": "none", "1": "strict", "2": "filter"}[status["Seccomp"]]
	for _, pid := range b.pids() {
		status := readStatus(pid)
		if status == nil {
			continue
		}
		inside := pid
		if numbers := strings.Fields(status["NSpid"]); len(numbers) > 0 {
			inside, _ = strconv.Atoi(numbers[len(numbers)-1])
		}
		f.Processes = append(f.Processes, sandbox.ProcessFact{Inside: inside, Outside: pid, Command: commandLine(pid, status["Name"])})
		f.MemoryBytes += memoryOf(pid)
	}
	if b.group != nil {
		if used := b.group.Stats().Memory; used > 0 {
			f.MemoryBytes = used
		}
	}
	f.Limits = b.limitFacts(ctx, f)
	f.Notes = slices.Clone(b.notes)
	if status == nil {
		f.Notes = append(f.Notes, hiddenNote)
	}
	return f, nil
}

// hiddenNote is for a host whose /proc is mounted with hidepid: it shows no process that may not be traced, and nobody may trace
// an agent, from which the way leads to all others.
const hiddenNote = "this machine hides the sandbox's first process in /proc (hidepid), and with it what runs in here, how much memory that takes, and whose it is"

// askInside has the agent ask the kernel: uname(2), the boot's id, the time since boot, as they are inside.
func (b *box) askInside(ctx context.Context, f *sandbox.Facts) error {
	const nameLen = 65 // struct utsname: six fields of this length
	p := program{
		blobs: []blob{{name: "uname", data: make([]byte, 6*nameLen)}, {name: "uptime", data: make([]byte, 16)}, {name: "boot", data: make([]byte, 40)}},
		calls: []call{
			{nr: unix.SYS_UNAME, name: "uname", args: []value{at("uname", 0)}, neg: ignore},
			{nr: unix.SYS_CLOCK_GETTIME, name: "clock_gettime", args: []value{intv(unix.CLOCK_BOOTTIME), at("uptime", 0)}, neg: ignore},
			{nr: unix.SYS_OPENAT, name: "openat", args: []value{cwd, str("/proc/sys/kernel/random/boot_id"), intv(unix.O_RDONLY | unix.O_NONBLOCK | unix.O_CLOEXEC)}, out: ref{"read", opArgs}, neg: ignore},
			{label: "read", nr: unix.SYS_READ, name: "read", args: []value{intv(-1), at("boot", 0), intv(36)}, neg: ignore},
		},
	}
	// From outside only those may read these links who may trace the process, and nobody may.
	const linkSize = 32
	kinds := sandbox.Namespaces()
	p.blobs = append(p.blobs, blob{name: "links", data: make([]byte, len(kinds)*linkSize)})
	for i, kind := range kinds {
		p.calls = append(p.calls, call{nr: unix.SYS_READLINKAT, name: "readlinkat", neg: ignore,
			args: []value{cwd, str("/proc/self/ns/" + string(kind)), at("links", i*linkSize), intv(linkSize - 1)}})
	}
	p.calls = append(p.calls, replyCalls("fail")...)
	ops := len(p.calls) * outcomeSize
	const unameSize = (6*nameLen + 7) &^ 7
	msg, err := b.run(ctx, p, ops+unameSize+16+40+len(kinds)*linkSize, nil, nil)
	if err != nil {
		return err
	}
	mem := msg.data[ops:]
	field := func(i int) string { s := mem[i*nameLen : (i+1)*nameLen]; return string(s[:clen(s)]) }
	f.Hostname, f.Kernel = field(1), field(2)
	mem = mem[unameSize:]
	f.Uptime = time.Duration(binary.NativeEndian.Uint64(mem))*time.Second + time.Duration(binary.NativeEndian.Uint64(mem[8:]))
	f.BootID = string(mem[16 : 16+clen(mem[16:56])])
	mem = mem[56:]
	for i, kind := range kinds {
		link := mem[i*linkSize : (i+1)*linkSize]
		if inside := inode(string(link[:clen(link)])); inside != 0 { // a kernel without this kind has no link
			outside, _ := os.Readlink("/proc/self/ns/" + string(kind))
			f.Namespaces = append(f.Namespaces, sandbox.NamespaceFact{Kind: kind, Inode: inside, Shared: inside == inode(outside)})
		}
	}
	return nil
}

func inode(link string) uint64 {
	_, rest, _ := strings.Cut(link, "[")
	n, _ := strconv.ParseUint(strings.TrimSuffix(rest, "]"), 10, 64) // 0 is not a namespace
	return n
}

// pids are the sandbox's processes as the host sees them, the agent first: it is the ancestor of all.
func (b *box) pids() []int {
	out := []int{b.initPID}
	for i := 0; i < len(out); i++ {
		tasks, _ := filepath.Glob(fmt.Sprintf("/proc/%d/task/*/children", out[i]))
		for _, task := range tasks {
			text, _ := os.ReadFile(task) // gone by now: it has no children
			for _, s := range strings.Fields(string(text)) {
				if pid, err := strconv.Atoi(s); err == nil && !slices.Contains(out, pid) {
					out = append(out, pid)
				}
			}
		}
	}
	return out
}

func readStatus(pid int) map[string]string {
	text, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		return nil
	}
	out := map[string]string{}
	for line := range strings.Lines(string(text)) {
		if key, value, ok := strings.Cut(line, ":"); ok {
			out[key] = strings.TrimSpace(value)
		}
	}
	return out
}

// readLimits reads the soft limits of a process: "Max open files            1024                 524288               files".
func readLimits(pid int) map[string]string {
	text, _ := os.ReadFile(fmt.Sprintf("/proc/%d/limits", pid)) // gone by now
	out := map[string]string{}
	for line := range strings.Lines(string(text)) {
		if len(line) > 26 {
			if fields := strings.Fields(line[26:]); len(fields) > 0 {
				out[strings.TrimSpace(line[:26])] = fields[0]
			}
		}
	}
	return out
}

// readSome reads a file's beginning: how long it is, a program of the sandbox's decides. It is nil where there is none to read.
func readSome(file string, most int64) []byte {
	f, err := os.Open(file)
	if err != nil {
		return nil
	}
	defer f.Close()
	text, _ := io.ReadAll(io.LimitReader(f, most)) // what came before the error is what is known
	return text
}

func commandLine(pid int, name string) string {
	text := readSome(fmt.Sprintf("/proc/%d/cmdline", pid), 4<<10) // empty for a zombie
	line := strings.TrimSpace(strings.ReplaceAll(string(text), "\x00", " "))
	if line == "" {
		return "[" + name + "]"
	}
	return line
}

// memoryOf is what a process uses. When its first thread has ended it has its memory still, and only the other threads tell.
func memoryOf(pid int) int64 {
	proc := fmt.Sprintf("/proc/%d", pid)
	used := memoryAt(proc)
	if used == 0 {
		threads, _ := filepath.Glob(proc + "/task/*")
		for _, thread := range threads {
			used = max(used, memoryAt(thread))
		}
	}
	return used
}

// memoryAt is what a directory of /proc says: the proportional share where the kernel tells, swapped out or not, else all that is in
// memory.
func memoryAt(dir string) int64 {
	text, err := os.ReadFile(dir + "/smaps_rollup")
	if err == nil {
		return share(string(text))
	}
	text, _ = os.ReadFile(dir + "/statm")
	if fields := strings.Fields(string(text)); len(fields) > 1 {
		pages, _ := strconv.ParseInt(fields[1], 10, 64)
		return pages * int64(os.Getpagesize())
	}
	return 0
}

// share adds up what of smaps_rollup (proc_pid_smaps(5)) is a process's own. It may have its pages swapped out itself
// (madvise(2), MADV_PAGEOUT), and they count all the same.
func share(rollup string) int64 {
	var bytes int64
	for line := range strings.Lines(rollup) {
		name, rest, _ := strings.Cut(line, ":")
		if fields := strings.Fields(rest); (name == "Pss" || name == "SwapPss") && len(fields) > 0 {
			kib, _ := strconv.ParseInt(fields[0], 10, 64) // the kernel's own number
			bytes += kib << 10
		}
	}
	return bytes
}

func readIDMap(file string) []sandbox.IDMap {
	text, _ := os.ReadFile(file)
	var out []sandbox.IDMap
	for line := range strings.Lines(string(text)) {
		var m sandbox.IDMap
		if _, err := fmt.Sscan(line, &m.Inside, &m.Outside, &m.Count); err == nil {
			out = append(out, m)
		}
	}
	return out
}

// readMounts reads mountinfo (proc_pid_mountinfo(5)): "36 35 98:0 /mnt1 /mnt2 rw,noatime master:1 - ext3 /dev/root rw".
func readMounts(file string) []sandbox.MountFact {
	text := readSome(file, 1<<20) // an admin may mount a hundred thousand times
	var out []sandbox.MountFact
	for line := range strings.Lines(string(text)) {
		before, after, ok := strings.Cut(line, " - ")
		left, right := strings.Fields(before), strings.Fields(after)
		if !ok || len(left) < 6 || len(right) < 2 {
			continue
		}
		options := left[5]
		if len(right) > 2 {
			options += ";" + right[2]
		}
		out = append(out, sandbox.MountFact{Target: left[4], Type: right[0], Source: right[1], Options: options})
	}
	return out
}

var capabilities = []string{
	"CHOWN", "DAC_OVERRIDE", "DAC_READ_SEARCH", "FOWNER", "FSETID", "KILL", "SETGID", "SETUID", "SETPCAP", "LINUX_IMMUTABLE",
	"NET_BIND_SERVICE", "NET_BROADCAST", "NET_ADMIN", "NET_RAW", "IPC_LOCK", "IPC_OWNER", "SYS_MODULE", "SYS_RAWIO", "SYS_CHROOT",
	"SYS_PTRACE", "SYS_PACCT", "SYS_ADMIN", "SYS_BOOT", "SYS_NICE", "SYS_RESOURCE", "SYS_TIME", "SYS_TTY_CONFIG", "MKNOD", "LEASE",
	"AUDIT_WRITE", "AUDIT_CONTROL", "SETFCAP", "MAC_OVERRIDE", "MAC_ADMIN", "SYSLOG", "WAKE_ALARM", "BLOCK_SUSPEND", "AUDIT_READ",
	"PERFMON", "BPF", "CHECKPOINT_RESTORE",
}

// capabilityNames reads a set as /proc/PID/status writes it, in hexadecimal.
func capabilityNames(set string) []string {
	bits, _ := strconv.ParseUint(set, 16, 64)
	out := []string{}
	for i := range 64 {
		if bits&(1<<i) == 0 {
			continue
		}
		if i < len(capabilities) {
			out = append(out, "CAP_"+capabilities[i])
		} else {
			out = append(out, fmt.Sprintf("CAP_%d", i))
		}
	}
	return out
}
