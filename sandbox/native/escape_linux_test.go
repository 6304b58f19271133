package native

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"unsafe"

	"golang.org/x/sys/unix"

	"floorplan/sandbox"
)

// escapes are attacks of the kind that led out of containers before: by way of process 1, of what is mounted, of namespaces
// inside namespaces, and of what a filter may overlook.
var escapes = []attack{
	// Process 1 holds the socket to Floorplan.
	{"take a descriptor of process 1's", denied, denied, func() error {
		pidfd, err := unix.PidfdOpen(1, 0)
		if err != nil {
			return err
		}
		_, err = unix.PidfdGetfd(pidfd, controlFD, 0)
		return err
	}},
	{"enter process 1 by its descriptor", denied, denied, func() error {
		pidfd, err := unix.PidfdOpen(1, 0)
		if err != nil {
			return err
		}
		return unix.Setns(pidfd, unix.CLONE_NEWNS)
	}},
	{"read process 1's memory from afar", denied, denied, func() error {
		here := make([]byte, 8)
		there := unix.RemoteIovec{Base: dataBase, Len: 8}
		_, err := unix.ProcessVMReadv(1, []unix.Iovec{{Base: &here[0], Len: 8}}, []unix.RemoteIovec{there}, 0)
		return err
	}},
	{"list process 1's descriptors", denied, denied, func() error { _, err := os.ReadDir("/proc/1/fd"); return err }},
	{"follow process 1's root", denied, denied, func() error { _, err := os.ReadDir("/proc/1/root/"); return err }},
	{"follow process 1's directory", denied, denied, func() error { _, err := os.ReadDir("/proc/1/cwd/"); return err }},
	{"read process 1's environment", denied, denied, func() error { _, err := os.ReadFile("/proc/1/environ"); return err }},

	// What is mounted.
	{"unmount anything", denied, "EINVAL|EPERM|EBUSY", func() error {
		return eachMount("", func(m string) error { return unix.Unmount(m, unix.MNT_DETACH) })
	}},
	{"lift any read-only flag", denied, denied, func() error {
		return eachMount("ro", func(m string) error {
			return unix.Mount("", m, "", unix.MS_BIND|unix.MS_REMOUNT|unix.MS_NOSUID|unix.MS_NODEV|unix.MS_NOEXEC, "")
		})
	}},
	{"lift any nosuid flag", denied, denied, func() error {
		return eachMount("nosuid", func(m string) error {
			return unix.Mount("", m, "", unix.MS_BIND|unix.MS_REMOUNT|unix.MS_RDONLY|unix.MS_NODEV|unix.MS_NOEXEC, "")
		})
	}},
	{"see below a mask by a bind mount", denied, "EINVAL", func() error { return unix.Mount("/dev", "/mnt", "", unix.MS_BIND, "") }},
	{"see below a mask by a detached tree", denied, "EINVAL", func() error {
		return raw(unix.SYS_OPEN_TREE, 0, cstring("/dev"), unix.OPEN_TREE_CLONE)
	}},
	{"see below a mask by an overlay", denied, "EINVAL", func() error { // CVE-2021-3732
		return unix.Mount("overlay", "/mnt", "overlay", 0, "lowerdir=/dev:/usr,userxattr")
	}},
	{"give a mount other owners", denied, denied + "|EINVAL", func() error { // EINVAL where no tmpfs can have any (before Linux 6.3)
		tree, err := unix.OpenTree(-1, "/attack", unix.OPEN_TREE_CLONE|unix.OPEN_TREE_CLOEXEC)
		if err != nil {
			return err
		}
		self, err := os.Open("/proc/self/ns/user")
		if err != nil {
			return err
		}
		return unix.MountSetattr(tree, "", unix.AT_EMPTY_PATH, &unix.MountAttr{Attr_set: unix.MOUNT_ATTR_IDMAP, Userns_fd: uint64(self.Fd())})
	}},
	{"leave a root inside the root", denied, done, func() error {
		var before, after unix.Stat_t
		for _, call := range []func() error{
			func() error { return unix.Stat("/", &before) },
			func() error { return unix.Chroot("/usr") },
			func() error { return unix.Chdir(strings.Repeat("../", 20)) },
			func() error { return unix.Chroot(".") },
			func() error { return unix.Stat("/", &after) },
		} {
			if err := call(); err != nil {
				return err
			}
		}
		if before.Dev != after.Dev || before.Ino != after.Ino {
			return errors.New("the directory above is another root")
		}
		return nil
	}},
	{"make the device of all memory", denied, denied, func() error { return unix.Mknod("/tmp/mem", unix.S_IFCHR|0o600, 1<<8|1) }},
	{"write any setting of the kernel's", done, done, func() error { // done: the search was
		mine := []string{}
		if os.Getuid() == 0 { // settings that belong to a namespace
			mine = []string{"net/", "user/", "kernel/hostname", "kernel/domainname", "kernel/shm", "kernel/msg", "kernel/sem", "kernel/auto_msgmni",
				"kernel/ns_last_pid", "kernel/pid_max", "fs/mqueue/"}
		}
		seen := 0
		err := filepath.WalkDir("/proc/sys", func(file string, entry fs.DirEntry, err error) error {
			name := strings.TrimPrefix(file, "/proc/sys/")
			if err != nil || entry.IsDir() || slices.ContainsFunc(mine, func(prefix string) bool { return strings.HasPrefix(name, prefix) }) {
				return nil
			}
			seen++
			if openFor(unix.O_WRONLY, file) == nil {
				return fmt.Errorf("%s can be written", file)
			}
			return nil
		})
		if err == nil && seen < 100 {
			err = fmt.Errorf("only %d settings to try", seen)
		}
		return err
	}},

	// Namespaces inside namespaces, where the attacker owns all of them.
	{"mount proc in namespaces of its own", denied, denied, func() error { return nested("mount proc") }},
	{"mount sysfs in namespaces of its own", denied, denied, func() error { return nested("mount sysfs") }},
	{"unmount anything in namespaces of its own", denied, "EINVAL|EPERM|EBUSY", func() error { return nested("unmount anything") }},
	{"lift any read-only flag in namespaces of its own", denied, denied, func() error { return nested("lift any read-only flag") }},
	{"command the control groups", denied, denied, commandGroups},
	{"command the control groups in namespaces of its own", denied, denied, func() error { return nested("command the control groups") }},

	// What a filter may overlook.
	{"type into a terminal, with a larger number", denied, denied, func() error { return raw(unix.SYS_IOCTL, 0, uintptr(upperHalf)|unix.TIOCSTI, cstring("x")) }},
	{"vsock, with a larger number", denied, denied, func() error { return raw(unix.SYS_SOCKET, uintptr(upperHalf)|unix.AF_VSOCK, unix.SOCK_STREAM, 0) }},
	{"vsock, in a pair", denied, denied, func() error {
		var pair [2]int32
		return raw(unix.SYS_SOCKETPAIR, unix.AF_VSOCK, unix.SOCK_STREAM, 0, uintptr(unsafe.Pointer(&pair)))
	}},
	{"any rare family of sockets", done, done, func() error { // done: all were tried
		for family := uintptr(0); family < 64; family++ {
			switch family {
			case unix.AF_UNIX, unix.AF_INET, unix.AF_INET6, unix.AF_NETLINK, unix.AF_PACKET:
			default:
				if err := raw(unix.SYS_SOCKET, family, unix.SOCK_RAW, 0); err != unix.EPERM {
					return fmt.Errorf("family %d: %v", family, err)
				}
			}
		}
		return nil
	}},
	{"netfilter", denied, denied, func() error { return raw(unix.SYS_SOCKET, unix.AF_NETLINK, unix.SOCK_RAW, unix.NETLINK_NETFILTER) }},
	{"xfrm", denied, denied, func() error { return raw(unix.SYS_SOCKET, unix.AF_NETLINK, unix.SOCK_RAW, unix.NETLINK_XFRM) }},
	{"a packet socket", denied, done, func() error { return raw(unix.SYS_SOCKET, unix.AF_PACKET, unix.SOCK_RAW, 0) }},
	{"switch an interface off", denied, done, func() error {
		fd, err := unix.Socket(unix.AF_INET, unix.SOCK_DGRAM, 0)
		if err != nil {
			return err
		}
		request, err := unix.NewIfreq("lo")
		if err != nil {
			return err
		}
		defer func() { // an admin's own must be as it was
			request.SetUint16(unix.IFF_UP)
			unix.IoctlIfreq(fd, unix.SIOCSIFFLAGS, request)
		}()
		request.SetUint16(0)
		return unix.IoctlIfreq(fd, unix.SIOCSIFFLAGS, request)
	}},
	{"make a user namespace by clone3", "ENOSYS", done, func() error {
		args := [8]uint64{unix.CLONE_NEWUSER, 0, 0, 0, uint64(unix.SIGCHLD)}
		pid, _, errno := unix.RawSyscall(unix.SYS_CLONE3, uintptr(unsafe.Pointer(&args)), unsafe.Sizeof(args), 0)
		if errno == 0 && pid == 0 {
			for {
				unix.RawSyscall(unix.SYS_EXIT_GROUP, 0, 0, 0)
			}
		}
		if errno != 0 {
			return errno
		}
		return nil
	}},
	{"request a key", denied, denied, func() error { return raw(unix.SYS_REQUEST_KEY, cstring("user"), cstring("x"), 0, 0) }},
	{"swap", denied, denied, func() error { return raw(unix.SYS_SWAPON, cstring("/tmp/x"), 0) }},
	{"account for processes", denied, denied, func() error { return raw(unix.SYS_ACCT, 0) }},

	// What a shared namespace leaves open; without one there is nothing to reach.
	{"slow a process of the host's", "ESRCH", "ESRCH", func() error { return unix.Setpriority(unix.PRIO_PROCESS, hostPid(), 19) }},
	{"slow all processes of the user's", done, done, func() error {
		kernels, err := unix.Getpriority(unix.PRIO_PROCESS, 0) // 20 less what people call nice; the tests may run niced themselves
		if err != nil {
			return err
		}
		return unix.Setpriority(unix.PRIO_USER, 0, min(19, 20-kernels+1))
	}},
	{"starve a process of the host's", "ESRCH", "ESRCH", func() error {
		var old unix.Rlimit // read only: should it succeed, this very test lives on
		return unix.Prlimit(hostPid(), unix.RLIMIT_NOFILE, nil, &old)
	}},
	{"pin a process of the host's", "ESRCH", "ESRCH", func() error {
		var set unix.CPUSet
		if err := unix.SchedGetaffinity(0, &set); err != nil {
			return err
		}
		return unix.SchedSetaffinity(hostPid(), &set)
	}},
	{"delay what a process of the host's reads", "ESRCH", "ESRCH", func() error {
		return raw(unix.SYS_IOPRIO_SET, ioprioProcess, uintptr(hostPid()), 0)
	}},
	{"connect to a socket of the host's", done, done, func() error { // done: it is in the attacker's volume
		fd, err := unix.Socket(unix.AF_UNIX, unix.SOCK_STREAM, 0)
		if err != nil {
			return err
		}
		return unix.Connect(fd, &unix.SockaddrUnix{Name: besideProgram("socket")})
	}},
	{"send to a socket of the host's", "EPROTOTYPE", "EPROTOTYPE", func() error {
		pair, err := unix.Socketpair(unix.AF_UNIX, unix.SOCK_DGRAM|unix.SOCK_CLOEXEC, 0)
		if err != nil {
			return err
		}
		return unix.Connect(pair[0], &unix.SockaddrUnix{Name: besideProgram("socket")})
	}},
	{"let everybody read a file", denied + "|done", denied + "|done", func() error { return os.Chmod(besideProgram("socket"), 0o777) }},
	{"write shared memory of the host's", "ENOENT", "ENOENT", func() error { return openFor(unix.O_WRONLY, sharedMemory(os.Getenv("NATIVE_TEST_PID"))) }},
	{"change a file's flags", denied + "|ENOTTY|done", denied + "|ENOTTY|done", func() error {
		fd, err := unix.Open(besideProgram("program"), unix.O_RDONLY|unix.O_CLOEXEC, 0)
		if err != nil {
			return err
		}
		flags, err := unix.IoctlGetInt(fd, unix.FS_IOC_GETFLAGS)
		if err != nil {
			return err
		}
		const noDump = 0x40 // FS_NODUMP_FL of linux/fs.h
		return unix.IoctlSetPointerInt(fd, unix.FS_IOC_SETFLAGS, flags|noDump)
	}},
	{"mark a file", denied + "|ENOTSUP|done", denied + "|ENOTSUP|done", func() error { return unix.Setxattr(besideProgram("program"), "user.mark", []byte("x"), 0) }},
}

// sharedMemory is a file of the test with this process id, as shm_open(3) makes them.
func sharedMemory(pid string) string { return "/dev/shm/floorplan-native-test-" + pid }

// upperHalf is a bit that a filter does not look at, as the kernel does not.
var upperHalf uint64 = 1 << 32

func hostPid() int {
	pid, _ := strconv.Atoi(os.Getenv("NATIVE_TEST_PID"))
	return pid
}

// besideProgram is a file in the directory that the attacker's program was started from.
func besideProgram(name string) string { return filepath.Join(filepath.Dir(os.Args[0]), name) }

// eachMount tries something on every mount that has an option; one success is a success.
func eachMount(option string, try func(target string) error) error {
	var last error
	for _, m := range readMounts("/proc/self/mountinfo") {
		if own, _, _ := strings.Cut(m.Options, ";"); option == "" || slices.Contains(strings.Split(own, ","), option) {
			if last = try(m.Target); last == nil {
				return nil
			}
		}
	}
	if last == nil {
		return fmt.Errorf("no mount with option %q", option)
	}
	return last
}

// nested tries another attack as root in namespaces of the attacker's own making.
func nested(name string) error {
	cmd := exec.Command("/proc/self/exe")
	cmd.Args[0] = os.Args[0]
	cmd.Env = append(os.Environ(), "NATIVE_TEST_ATTACK="+name)
	id := []syscall.SysProcIDMap{{ContainerID: 0, HostID: os.Getuid(), Size: 1}}
	cmd.SysProcAttr = &syscall.SysProcAttr{UidMappings: id, GidMappings: id,
		Cloneflags: unix.CLONE_NEWUSER | unix.CLONE_NEWNS | unix.CLONE_NEWPID | unix.CLONE_NEWNET | unix.CLONE_NEWIPC | unix.CLONE_NEWUTS | unix.CLONE_NEWCGROUP}
	out, err := cmd.Output()
	if err != nil {
		return err
	}
	if string(out) == done {
		return nil
	}
	return errors.New(string(out))
}

// commandGroups mounts hierarchies of control groups and tries what would lead out by them: a program that the host runs when
// a group is empty (CVE-2022-0492), and a group without limits.
func commandGroups() error {
	var last error = unix.EPERM
	for _, m := range [][2]string{{"cgroup2", ""}, {"cgroup", "memory"}, {"cgroup", "pids"}, {"cgroup", "none,name=systemd"}} {
		if err := unix.Mount("none", "/mnt", m[0], 0, m[1]); err != nil {
			last = err
			continue
		}
		for _, file := range []string{"release_agent", "notify_on_release", "memory.limit_in_bytes", "memory.max", "pids.max", "../cgroup.procs"} {
			err := openFor(unix.O_WRONLY, "/mnt/"+file)
			if err == nil {
				return nil
			}
			if !errors.Is(err, unix.ENOENT) {
				last = err
			}
		}
		unix.Unmount("/mnt", unix.MNT_DETACH)
	}
	return last
}

// TestVolumeBehindLink mounts a volume where a link of the sandbox's own is on the way: it must not lead to the host's files,
// among which the sandbox is built.
func TestVolumeBehindLink(t *testing.T) {
	volume := programVolume(t)
	each(t, func(t *testing.T, e *Engine) {
		b := start(t, e, sandbox.Spec{Volumes: map[string]string{"/var/run/native-test": volume}})
		if out, code := output(t, b, "ls /run/native-test"); out != "program" || code != 0 {
			t.Errorf("%s, %d", out, code)
		}
		if _, err := os.Lstat("/run/native-test"); err == nil {
			t.Error("the host has a directory for it")
		}
	})
}

// TestSpecSaysOneThing: what the kernel reads to its first zero byte only, and what a line of a file may not hold, is refused.
func TestSpecSaysOneThing(t *testing.T) {
	for _, spec := range []sandbox.Spec{
		{Name: "a\n192.0.2.9 b", Hostname: "a"}, {Hostname: "a\nb"}, {Network: "n", Name: "a b", Hostname: "a"},
		{Volumes: map[string]string{"/proc\x00/x": "/tmp"}}, {Volumes: map[string]string{"/a": "/tmp\x00/x"}}, {Env: []string{"A=b\x00c"}},
	} {
		if err := checkSpec(withDefaults(spec), testHost(false)); err == nil {
			t.Errorf("%+v is taken", spec)
		}
	}
}

// TestVolumeInVolume: a link that a sandbox leaves in a volume must not lead the mount of another one elsewhere.
func TestVolumeInVolume(t *testing.T) {
	for _, volumes := range []map[string]string{
		{"/data": "/tmp/a", "/data/more": "/tmp/b"}, {"/data/x/y": "/tmp/a", "/data": "/tmp/b"},
	} {
		err := checkSpec(withDefaults(sandbox.Spec{Volumes: volumes}), testHost(false))
		if err == nil || !strings.Contains(err.Error(), "lies in the volume /data") {
			t.Errorf("%v: got %v", volumes, err)
		}
	}
	if err := checkSpec(withDefaults(sandbox.Spec{Volumes: map[string]string{"/data": "/tmp/a", "/data2": "/tmp/b"}}), testHost(false)); err != nil {
		t.Error(err)
	}
}

// TestVolumeKeepsFlags has a volume on a mount of a careful administrator's, whose flags no user namespace may take away.
func TestVolumeKeepsFlags(t *testing.T) {
	if os.Geteuid() != 0 {
		t.Skip("only root can mount such a file system")
	}
	dir := programVolume(t) // on the way to which everybody may pass
	if err := unix.Mount("tmpfs", dir, "tmpfs", unix.MS_NOEXEC|unix.MS_NOATIME, "mode=1777,size=64k"); err != nil {
		t.Fatal(err)
	}
	defer unix.Unmount(dir, unix.MNT_DETACH)
	each(t, func(t *testing.T, e *Engine) {
		b := start(t, e, sandbox.Spec{Volumes: map[string]string{"/notes": dir}})
		const script = "cd /notes && rm -f x && echo 'echo ran' > x && chmod +x x && cat x && ./x 2>&1; grep ' /notes ' /proc/self/mountinfo"
		out, _ := output(t, b, script)
		if !strings.Contains(out, "echo ran\n") || strings.Contains(out, "\nran\n") || !strings.Contains(out, " rw,nosuid,nodev,noexec,noatime ") {
			t.Errorf("a volume on a file system with noexec: %s", out)
		}
	})
}
