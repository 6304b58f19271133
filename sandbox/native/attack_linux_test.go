package native

import (
	"bytes"
	"fmt"
	"io"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"unsafe"

	"golang.org/x/sys/unix"

	"floorplan/sandbox"
)

// attack is something that a program inside tries. Its outcome is "done" or the name of an error; an outcome that is not
// expected, none at all included, fails the test, so that an attack that did not run is no success of the sandbox.
type attack struct {
	name          string
	locked, admin string // regular expressions for the whole outcome
	try           func() error
}

const (
	denied = "EPERM|EACCES|EROFS"
	done   = "done"
)

func raw(number uintptr, args ...uintptr) error {
	var a [6]uintptr
	copy(a[:], args)
	if _, _, errno := unix.Syscall6(number, a[0], a[1], a[2], a[3], a[4], a[5]); errno != 0 {
		return errno
	}
	return nil
}

func openFor(flags int, file string) error {
	fd, err := unix.Open(file, flags|unix.O_CLOEXEC, 0)
	if err == nil {
		unix.Close(fd)
	}
	return err
}

func cstring(s string) uintptr { return uintptr(unsafe.Pointer(&append([]byte(s), 0)[0])) }

// readOnlyMount is a mount that the engine made read-only.
func readOnlyMount() string {
	for _, m := range readMounts("/proc/self/mountinfo") {
		if strings.HasPrefix(m.Options, "ro,") {
			return m.Target
		}
	}
	return ""
}

var attacks = append([]attack{
	// Out through the program that runs.
	{"write /proc/1/exe", denied, denied, func() error { return openFor(unix.O_WRONLY, "/proc/1/exe") }},
	{"write /proc/self/exe", denied + "|ETXTBSY", denied + "|ETXTBSY", func() error { return openFor(unix.O_WRONLY, "/proc/self/exe") }},
	{"read the memory of process 1", denied, denied, func() error { return openFor(unix.O_RDONLY, "/proc/1/mem") }},
	{"trace process 1", denied, denied, func() error { return unix.PtraceAttach(1) }},
	{"kill process 1", done, done, func() error { return unix.Kill(1, unix.SIGKILL) }}, // the kernel drops it: pid_namespaces(7)
	{"see inherited descriptors", done, done, func() error {
		fds, err := os.ReadDir("/proc/self/fd")
		if err != nil {
			return err
		}
		for _, fd := range fds {
			link, err := os.Readlink("/proc/self/fd/" + fd.Name())
			// The Go runtime of this very program opens some.
			if n, _ := strconv.Atoi(fd.Name()); n > 2 && err == nil && !strings.HasPrefix(link, "anon_inode:") && !strings.HasPrefix(link, "/proc") &&
				!strings.HasPrefix(link, "pipe:") && !strings.HasPrefix(link, "/sys/fs/cgroup") {
				return fmt.Errorf("descriptor %s is %s", fd.Name(), link)
			}
		}
		return nil
	}},
	// The kernel's settings and the machine.
	{"write core_pattern", denied, denied, func() error { return openFor(unix.O_WRONLY, "/proc/sys/kernel/core_pattern") }},
	{"write sysrq-trigger", denied + "|ENOENT", denied + "|ENOENT", func() error { return openFor(unix.O_WRONLY, "/proc/sysrq-trigger") }},
	{"write uevent_helper", denied + "|ENOENT", denied + "|ENOENT", func() error { return openFor(unix.O_WRONLY, "/sys/kernel/uevent_helper") }},
	{"read kcore", denied + "|ENOENT", denied + "|ENOENT", func() error { return openFor(unix.O_RDONLY, "/proc/kcore") }},
	{"open /dev/mem", denied + "|ENOENT", denied + "|ENOENT", func() error { return openFor(unix.O_RDONLY, "/dev/mem") }},
	{"never be killed for memory", denied, denied, func() error { return os.WriteFile("/proc/self/oom_score_adj", []byte("-1000"), 0) }},
	{"reboot", denied, denied, func() error { return raw(unix.SYS_REBOOT, 0xfee1dead, 672274793, 0) }},
	{"set the clock", denied, denied, func() error { return raw(unix.SYS_SETTIMEOFDAY, 0, 0) }},
	{"read the kernel's log", denied, denied, func() error { return raw(unix.SYS_SYSLOG, 10, 0, 0) }},
	{"load a module", denied, denied, func() error { return raw(unix.SYS_FINIT_MODULE, 0, cstring(""), 0) }},
	{"kexec", denied, denied, func() error { return raw(unix.SYS_KEXEC_LOAD, 0, 0, 0, 0) }},
	// Another view of the file system.
	{"mount a tmpfs", denied, done, func() error {
		if err := unix.Mount("none", "/tmp", "tmpfs", 0, ""); err != nil {
			return err
		}
		return unix.Unmount("/tmp", 0)
	}},
	{"mount proc", denied, denied, func() error { return unix.Mount("none", "/tmp", "proc", 0, "") }},
	{"mount sysfs", denied, denied, func() error { return unix.Mount("none", "/tmp", "sysfs", 0, "") }},
	{"unmount what the engine mounted", denied, "EINVAL|EPERM", func() error { return unix.Unmount("/dev/null", 0) }},
	{"make a read-only mount writable", denied, denied, func() error {
		return unix.Mount("", readOnlyMount(), "", unix.MS_BIND|unix.MS_REMOUNT, "")
	}},
	{"pivot_root", denied, "EINVAL|EBUSY|EPERM", func() error { return unix.PivotRoot("/", "/") }},
	{"chroot", denied, done, func() error { return unix.Chroot("/usr") }},
	{"open_tree", denied, "EINVAL|EPERM|done", func() error { return raw(unix.SYS_OPEN_TREE, 0, cstring("/dev/null"), 1) }},
	{"make a block device", denied, denied, func() error { return unix.Mknod("/tmp/disk", unix.S_IFBLK|0o600, 8<<8) }},
	{"open by handle", denied, denied, func() error { return raw(unix.SYS_OPEN_BY_HANDLE_AT, 0, cstring("12345678901234567890"), 0) }},
	// Other namespaces and ids.
	{"enter process 1's namespaces", denied, denied, func() error {
		fd, err := unix.Open("/proc/1/ns/mnt", unix.O_RDONLY, 0)
		if err != nil {
			return err
		}
		return unix.Setns(fd, 0)
	}},
	{"make a user namespace", denied, done, func() error {
		cmd := exec.Command("/bin/true")
		cmd.SysProcAttr = &syscall.SysProcAttr{Cloneflags: unix.CLONE_NEWUSER}
		return cmd.Run()
	}},
	{"unshare", denied, done, func() error { return unix.Unshare(unix.CLONE_NEWUTS) }},
	{"clone3", "ENOSYS", "EINVAL", func() error { return raw(unix.SYS_CLONE3, 0, 0) }},
	{"set the host name", denied, done, func() error { return unix.Sethostname([]byte("mine")) }},
	{"become somebody else", denied + "|EINVAL", denied + "|EINVAL", func() error { return raw(unix.SYS_SETUID, 12345) }},
	{"set groups", denied, denied, func() error { return raw(unix.SYS_SETGROUPS, 0, 0) }},
	{"a raw socket", denied, done, func() error { return raw(unix.SYS_SOCKET, unix.AF_INET, unix.SOCK_RAW, unix.IPPROTO_ICMP) }},
	// Large or recent parts of the kernel.
	{"io_uring", denied, denied, func() error { return raw(unix.SYS_IO_URING_SETUP, 1, cstring(strings.Repeat("\x00", 128))) }},
	{"bpf", denied, denied, func() error { return raw(unix.SYS_BPF, 0, 0, 0) }},
	{"perf", denied, denied, func() error { return raw(unix.SYS_PERF_EVENT_OPEN, 0, 0, 0, 0, 0) }},
	{"userfaultfd", denied, denied, func() error { return raw(unix.SYS_USERFAULTFD, 0) }},
	{"keyctl", denied, denied, func() error { return raw(unix.SYS_KEYCTL, 0, 0) }},
	{"add_key", denied, denied, func() error { return raw(unix.SYS_ADD_KEY, 0, 0, 0, 0, 0) }},
	{"vsock", denied, denied, func() error { return raw(unix.SYS_SOCKET, unix.AF_VSOCK, unix.SOCK_STREAM, 0) }},
	{"alg", denied, denied, func() error { return raw(unix.SYS_SOCKET, unix.AF_ALG, unix.SOCK_SEQPACKET, 0) }},
	{"a call from the future", "ENOSYS", "ENOSYS", func() error { return raw(lastSyscall + 1) }},
	{"a call of x32's", "ENOSYS", "ENOSYS", func() error { return raw(0x40000000 + 39) }},
	// Other people's terminals and sockets.
	{"type into a terminal", denied, denied, func() error { return raw(unix.SYS_IOCTL, 0, unix.TIOCSTI, cstring("x")) }},
	{"paste into a terminal", denied, denied, func() error { return raw(unix.SYS_IOCTL, 0, tiocLinux, cstring("\x03")) }},
	{"open the starter's terminal", "ENXIO", "ENXIO", func() error { return openFor(unix.O_RDWR, "/dev/tty") }},
	{"connect to an abstract socket of the host's", "ECONNREFUSED", "ECONNREFUSED", func() error {
		fd, err := unix.Socket(unix.AF_UNIX, unix.SOCK_STREAM, 0)
		if err != nil {
			return err
		}
		return unix.Connect(fd, &unix.SockaddrUnix{Name: abstractSocket(os.Getenv("NATIVE_TEST_PID"))})
	}},
	{"signal a process of the host's", "ESRCH", "ESRCH", func() error {
		pid, err := strconv.Atoi(os.Getenv("NATIVE_TEST_PID"))
		if err != nil {
			return err
		}
		return unix.Kill(pid, 0)
	}},
}, slices.Concat(escapes, breakouts, exhaustions)...)

// abstractSocket is the address that the test with this process id listens at: one network namespace may see several tests.
func abstractSocket(pid string) string { return "@floorplan-native-test-" + pid }

// assail tries one attack, in a process of its own inside.
func assail(name string) {
	runtime.LockOSThread()
	for _, a := range append(attacks, attack{name: "overwrite the sweeper", try: overwrite}, attack{name: "reconnect", try: reconnect}, attack{name: "hide memory", try: hideMemory},
		attack{name: "wait", try: func() error { _, err := os.Stdin.Read(make([]byte, 1)); return err }}, attack{name: "take the agent's permissions", try: takePermissions},
		attack{name: "flood the switch", try: floodSwitch}) {
		if a.name == name {
			err := a.try()
			var errno syscall.Errno
			switch {
			case err == nil:
				fmt.Print("done")
			case asErrno(err, &errno):
				fmt.Print(unix.ErrnoName(errno))
			default:
				fmt.Print(err)
			}
		}
	}
	os.Exit(0)
}

func asErrno(err error, errno *syscall.Errno) bool {
	for err != nil {
		if e, ok := err.(syscall.Errno); ok {
			*errno = e
			return true
		}
		u, ok := err.(interface{ Unwrap() error })
		if !ok {
			return false
		}
		err = u.Unwrap()
	}
	return false
}

func TestAttacks(t *testing.T) {
	listener, err := net.Listen("unix", abstractSocket(strconv.Itoa(os.Getpid())))
	if err != nil {
		t.Fatal(err)
	}
	defer listener.Close()
	volume := programVolume(t)
	listenBeside(t, volume)
	// Descriptors that an ordinary program leaves open on execution, of a file that nothing else has open.
	kept, err := os.Open(filepath.Join(volume, "program"))
	if err != nil {
		t.Fatal(err)
	}
	defer kept.Close()
	for range 20 {
		fd, err := unix.Dup(int(kept.Fd()))
		if err != nil {
			t.Fatal(err)
		}
		defer unix.Close(fd)
	}
	each(t, func(t *testing.T, e *Engine) {
		for _, profile := range []sandbox.Profile{sandbox.Locked, sandbox.Admin} {
			t.Run(string(profile), func(t *testing.T) {
				b := start(t, e, sandbox.Spec{Profile: profile, Volumes: map[string]string{"/attack": volume}})
				for _, a := range attacks {
					expect := a.locked
					if profile == sandbox.Admin {
						expect = a.admin
					}
					got := try(t, b, "/attack/program", a.name)
					if !regexp.MustCompile("^(" + expect + ")$").MatchString(got) {
						t.Errorf("%s: got %q, want %s", a.name, got, expect)
					}
				}
				if out, code := output(t, b, "echo alive"); out != "alive" || code != 0 {
					t.Errorf("the sandbox is not what it was: %s, %d", out, code)
				}
			})
		}
	})
}

// listenBeside has a socket in the directory that everybody may connect to, as a user's own daemons have.
func listenBeside(t *testing.T, dir string) {
	t.Helper()
	name := filepath.Join(dir, "socket")
	daemon, err := net.Listen("unix", name)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { daemon.Close() })
	if err := os.Chmod(name, 0o777); err != nil {
		t.Fatal(err)
	}
}

func try(t *testing.T, b sandbox.Sandbox, program, name string) string {
	t.Helper()
	var out bytes.Buffer
	p, err := b.Exec(t.Context(), sandbox.Cmd{Args: []string{program}, Stdout: &out,
		// The race detector would sleep a second at every exit.
		Env: []string{"GORACE=atexit_sleep_ms=0", "NATIVE_TEST_ATTACK=" + name, fmt.Sprintf("NATIVE_TEST_PID=%d", os.Getpid())}})
	if err != nil {
		t.Fatal(err)
	}
	if exit, err := p.Wait(); err != nil || exit.Code != 0 {
		t.Errorf("%s: %+v, %v", name, exit, err)
	}
	return out.String()
}

// TestAttacksAcrossShared tries to harm the host through namespaces that a sandbox shares with it.
func TestAttacksAcrossShared(t *testing.T) {
	if landlockVersion() < versionScoped {
		t.Skip("this kernel's Landlock cannot hold these: Facts says so")
	}
	listener, err := net.Listen("unix", abstractSocket(strconv.Itoa(os.Getpid())))
	if err != nil {
		t.Fatal(err)
	}
	defer listener.Close()
	volume := programVolume(t)
	listenBeside(t, volume)
	each(t, func(t *testing.T, e *Engine) {
		for _, profile := range []sandbox.Profile{sandbox.Locked, sandbox.Admin} {
			b := start(t, e, sandbox.Spec{Profile: profile, Share: []sandbox.Namespace{sandbox.PID, sandbox.Net},
				Volumes: map[string]string{"/attack": volume}})
			for name, expect := range map[string]string{
				"signal a process of the host's":              "EPERM",
				"connect to an abstract socket of the host's": "EPERM",
				"trace process 1":                             "EPERM",
				"slow a process of the host's":                "EPERM",
				"slow all processes of the user's":            "EPERM",
				"starve a process of the host's":              "EPERM",
				"pin a process of the host's":                 "EPERM",
				"delay what a process of the host's reads":    "EPERM",
				"a packet socket":                             "EPERM",
				"switch an interface off":                     "EPERM",
			} {
				if got := try(t, b, "/attack/program", name); got != expect {
					t.Errorf("%s: got %q, want %s", name, got, expect)
				}
			}
			b = start(t, e, sandbox.Spec{Profile: profile, Share: []sandbox.Namespace{sandbox.Mount}})
			program := filepath.Join(volume, "program")
			memory := sharedMemory(strconv.Itoa(os.Getpid()))
			if err := os.WriteFile(memory, nil, 0o666); err != nil {
				t.Fatal(err)
			}
			defer os.Remove(memory)
			os.Chmod(memory, 0o666)
			if got := try(t, b, program, "write shared memory of the host's"); got != "EACCES" {
				t.Errorf("shared memory of the host's: got %q, want EACCES", got)
			}
			// What it may: its terminal.
			p, err := b.Exec(t.Context(), sandbox.Cmd{Args: []string{"sh", "-c", "exec 3<>/dev/tty 4<>$(tty) && stty -echo <&3 && echo mine >&4; head -c 9 /dev/urandom >/dev/null"}, Terminal: &sandbox.Size{Cols: 80, Rows: 24}})
			if err != nil {
				t.Fatal(err)
			}
			if out, err := io.ReadAll(p); err != nil || strings.TrimSpace(string(out)) != "mine" {
				t.Errorf("its terminal: %q, %v", out, err)
			}
			for _, name := range []string{"connect to a socket of the host's", "send to a socket of the host's", "let everybody read a file", "mark a file", "change a file's flags"} {
				if got := try(t, b, program, name); got != "EPERM" {
					t.Errorf("%s: got %q, want EPERM", name, got)
				}
			}
			target := filepath.Join(t.TempDir(), "mine")
			if err := os.WriteFile(target, nil, 0o666); err != nil {
				t.Fatal(err)
			}
			os.Chmod(target, 0o666)
			for dir := filepath.Dir(target); dir != "/tmp" && dir != "/"; dir = filepath.Dir(dir) {
				os.Chmod(dir, 0o777)
			}
			if out, code := output(t, b, "cat "+target+" && ! echo x > "+target+" && ! rm -f "+target+" && ! touch "+target+"2"); code != 0 {
				t.Errorf("a shared file system was written: %s", out)
			}
		}
	})
}
