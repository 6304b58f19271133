//go:build linux && (amd64 || arm64)

package vm

import (
	"encoding/binary"
	"fmt"
	"strconv"
	"strings"
	"syscall"
	"time"

	"floorplan/sandbox"

	"golang.org/x/sys/unix"
)

// bootBatch is what the agent starts with, before anybody can talk to it: it opens the channel, a serial line, and takes
// from it everything that would change a byte (termios(3), raw mode).
func bootBatch() *batch {
	b := &batch{}
	opened := b.call(unix.SYS_OPENAT, unix.AT_FDCWD, b.text(channelDevice), unix.O_RDWR|unix.O_NOCTTY|unix.O_CLOEXEC)
	const (
		control    = 8  // of c_cflag in struct termios
		characters = 17 // of c_cc
		size       = 36
	)
	raw := make([]byte, size)
	binary.LittleEndian.PutUint32(raw[control:], unix.B115200|unix.CS8|unix.CREAD|unix.CLOCAL)
	raw[characters+unix.VMIN] = 1
	b.on(opened, unix.SYS_IOCTL, unix.TCSETS, b.bytes(raw))
	b.on(opened, unix.SYS_DUP3, channelFD, unix.O_CLOEXEC) // EINVAL where it is channelFD already
	return b
}

// setup is the batch that makes a system of a booted kernel: what an init does first.
type setup struct {
	batch
	steps         []setupStep
	signals, null *call
}

// setupStep is one call as it is shown to the student. Those that may fail are not needed by anything else.
type setupStep struct {
	*call
	sandbox.Step
	optional bool
}

// A file system that is only memory has no end of its own, so /root and /tmp get one: disk bytes each.
func newSetup(hostname string, disk int64) *setup {
	s := &setup{}
	s.mount("devtmpfs", "/dev", "devtmpfs", unix.MS_NOSUID, "",
		"The kernel fills /dev with a file for each device that this machine has.")
	s.mount("proc", "/proc", "proc", unix.MS_NOSUID|unix.MS_NODEV|unix.MS_NOEXEC, "",
		"/proc shows the processes of this kernel. No other kernel's are there to be hidden.")
	s.mount("sysfs", "/sys", "sysfs", unix.MS_NOSUID|unix.MS_NODEV|unix.MS_NOEXEC, "",
		"/sys shows the machine's devices as its kernel found them.")
	s.directory("/dev/pts")
	s.mount("devpts", "/dev/pts", "devpts", unix.MS_NOSUID|unix.MS_NOEXEC, "mode=620,ptmxmode=666",
		"Terminals for the commands that want one.")
	s.directory("/dev/shm")
	s.mount("tmpfs", "/dev/shm", "tmpfs", unix.MS_NOSUID|unix.MS_NODEV, "", "Memory that processes share by name.")
	size := fmt.Sprintf("size=%dk", disk>>10)
	s.mount("tmpfs", home, "tmpfs", unix.MS_NOSUID|unix.MS_NODEV, size+",mode=700", "A home whose files cannot fill the memory.")
	s.mount("tmpfs", "/tmp", "tmpfs", unix.MS_NOSUID|unix.MS_NODEV, size, "Files that are gone with the machine.")
	s.mount("tmpfs", "/run", "tmpfs", unix.MS_NOSUID|unix.MS_NODEV, "mode=755", "What running programs keep.")
	s.optionalMount("cgroup2", "/sys/fs/cgroup", "cgroup2", unix.MS_NOSUID|unix.MS_NODEV|unix.MS_NOEXEC, "",
		"Control groups of this kernel's own: containers could run in this machine.")
	for _, link := range [][2]string{{"/proc/self/fd", "fd"}, {"fd/0", "stdin"}, {"fd/1", "stdout"}, {"fd/2", "stderr"}} {
		s.call(unix.SYS_SYMLINKAT, s.text(link[0]), unix.AT_FDCWD, s.text("/dev/"+link[1]))
	}
	s.call(unix.SYS_FCHMODAT, unix.AT_FDCWD, s.text("/"), 0o755)       // a first file system is like /tmp
	s.call(unix.SYS_UNLINKAT, unix.AT_FDCWD, s.text(channelDevice), 0) // nobody else should write to it

	s.show(s.call(unix.SYS_SETHOSTNAME, s.text(hostname), len(hostname)), false,
		sandbox.Step{Call: "sethostname", Args: []string{strconv.Quote(hostname), strconv.Itoa(len(hostname))}, Man: "sethostname(2)",
			Why: "The machine gets its name. It needs no namespace for it: the name is its kernel's."})
	s.file("/etc/hostname", hostname+"\n")
	s.file("/etc/hosts", "127.0.0.1\tlocalhost\n127.0.1.1\t"+hostname+"\n")
	s.loopback()

	child := s.bytes(binary.LittleEndian.AppendUint64(nil, 1<<(uint(unix.SIGCHLD)-1)))
	s.call(unix.SYS_RT_SIGPROCMASK, unix.SIG_BLOCK, child, 0, 8)
	s.signals = s.call(unix.SYS_SIGNALFD4, -1, child, 8, unix.SFD_CLOEXEC|unix.SFD_NONBLOCK)
	s.null = s.call(unix.SYS_OPENAT, unix.AT_FDCWD, s.text("/dev/null"), unix.O_RDWR|unix.O_CLOEXEC)
	return s
}

func (s *setup) show(c *call, optional bool, step sandbox.Step) {
	s.steps = append(s.steps, setupStep{c, step, optional})
}

func (s *setup) mount(source, target, kind string, flags int, data, why string) {
	s.addMount(false, source, target, kind, flags, data, why)
}

func (s *setup) optionalMount(source, target, kind string, flags int, data, why string) {
	s.addMount(true, source, target, kind, flags, data, why)
}

func (s *setup) addMount(optional bool, source, target, kind string, flags int, data, why string) {
	c := s.call(unix.SYS_MOUNT, s.text(source), s.text(target), s.text(kind), flags, s.text(data))
	names := []string{}
	for _, f := range []struct {
		bit  int
		name string
	}{{unix.MS_NOSUID, "MS_NOSUID"}, {unix.MS_NODEV, "MS_NODEV"}, {unix.MS_NOEXEC, "MS_NOEXEC"}} {
		if flags&f.bit != 0 {
			names = append(names, f.name)
		}
	}
	s.show(c, optional, sandbox.Step{Call: "mount", Man: "mount(2)", Why: why, Args: []string{
		strconv.Quote(source), strconv.Quote(target), strconv.Quote(kind), strings.Join(names, "|"), strconv.Quote(data)}})
}

func (s *setup) directory(path string) {
	s.call(unix.SYS_MKDIRAT, unix.AT_FDCWD, s.text(path), 0o755) // the next mount fails where this did
}

func (s *setup) file(path, content string) {
	opened := s.call(unix.SYS_OPENAT, unix.AT_FDCWD, s.text(path), unix.O_WRONLY|unix.O_CREAT|unix.O_TRUNC|unix.O_CLOEXEC, 0o644)
	s.on(opened, unix.SYS_WRITE, s.text(content), len(content))
	s.on(opened, unix.SYS_CLOSE)
}

// loopback brings up lo, as `ip link set lo up` does (netdevice(7)).
func (s *setup) loopback() {
	const nameSize, size = 16, 40 // of struct ifreq
	request := make([]byte, size)
	copy(request, "lo")
	binary.LittleEndian.PutUint16(request[nameSize:], unix.IFF_UP)
	socket := s.call(unix.SYS_SOCKET, unix.AF_INET, unix.SOCK_DGRAM|unix.SOCK_CLOEXEC, 0)
	up := s.on(socket, unix.SYS_IOCTL, unix.SIOCSIFFLAGS, s.bytes(request))
	s.show(up, true, sandbox.Step{Call: "ioctl", Args: []string{"socket", "SIOCSIFFLAGS", "lo: IFF_UP"}, Man: "netdevice(7)",
		Why: "The network that leads from the machine to itself. It has no other."})
	s.on(socket, unix.SYS_CLOSE)
}

// outcome returns the steps with their results, and the first failure among those that are needed.
func (s *setup) outcome(took time.Duration) ([]sandbox.Step, error) {
	var steps []sandbox.Step
	for _, step := range s.steps {
		step.Result = int64(step.result)
		step.TookUS = took.Microseconds() / int64(len(s.steps)) // one batch: no call has a time of its own
		if err := step.errno(); err != nil {
			step.Errno, step.Result = unix.ErrnoName(syscall.Errno(-step.result)), -1
			if !step.optional {
				return nil, fmt.Errorf("cannot %s %s in the guest: %w", step.Call, step.Args[min(1, len(step.Args)-1)], err)
			}
		}
		steps = append(steps, step.Step)
	}
	if err := s.signals.errno(); err != nil {
		return nil, fmt.Errorf("cannot make a signalfd in the guest: %w", err)
	}
	if err := s.null.errno(); err != nil {
		return nil, fmt.Errorf("cannot open /dev/null in the guest: %w", err)
	}
	return steps, nil
}
