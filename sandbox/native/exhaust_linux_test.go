package native

import (
	"errors"
	"fmt"
	"os"
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

// exhaustions are attacks on what is counted for a user or for the whole machine, whoever's namespaces it is used in; and
// the newer ways to the older aims.
var exhaustions = []attack{
	{"use up the user's inotify instances", done, done, func() error {
		return atMost(64, func() error { _, err := unix.InotifyInit1(unix.IN_CLOEXEC); return err })
	}},
	{"use up the user's inotify watches", done, done, func() error {
		fd, err := unix.InotifyInit1(unix.IN_CLOEXEC)
		if err != nil {
			return err
		}
		dir, err := os.MkdirTemp("", "")
		if err != nil {
			return err
		}
		defer os.RemoveAll(dir)
		n := 0
		return atMost(8192, func() error {
			n++
			name := fmt.Sprint(dir, "/", n)
			if err := os.WriteFile(name, nil, 0o600); err != nil {
				return err
			}
			_, err := unix.InotifyAddWatch(fd, name, unix.IN_ACCESS)
			return err
		})
	}},
	{"use up the machine's asynchronous input and output", denied, denied, func() error {
		var context uintptr
		return raw(unix.SYS_IO_SETUP, 128, uintptr(unsafe.Pointer(&context)))
	}},
	{"use up the machine's terminals", done, done, func() error {
		return atMost(128, func() error {
			_, err := unix.Open("/dev/ptmx", unix.O_RDWR|unix.O_NOCTTY|unix.O_CLOEXEC, 0)
			return err
		})
	}},
	{"use up the user's timers", done, done, func() error {
		return atMost(1024, func() error {
			var id uintptr
			return raw(unix.SYS_TIMER_CREATE, unix.CLOCK_MONOTONIC, 0, uintptr(unsafe.Pointer(&id)))
		})
	}},
	{"use up the user's message queues", done, done, func() error {
		n := 0
		return atMost(5, func() error {
			n++
			return raw(unix.SYS_MQ_OPEN, cstring(fmt.Sprint("queue", n)), unix.O_RDWR|unix.O_CREAT, 0o600, 0)
		})
	}},
	{"use up the user's files on their way", done, done, func() error {
		pair, err := unix.Socketpair(unix.AF_UNIX, unix.SOCK_STREAM|unix.SOCK_CLOEXEC, 0)
		if err != nil {
			return err
		}
		rights := unix.UnixRights(slices.Repeat([]int{0}, 32)...)
		return atMost(1024/32, func() error { return unix.Sendmsg(pair[0], []byte("x"), rights, nil, unix.MSG_DONTWAIT) })
	}},
	{"have more of anything", done, done, func() error { // done: all were tried
		for resource := range 16 {
			var old unix.Rlimit
			if err := unix.Prlimit(0, resource, nil, &old); err != nil {
				return err
			}
			if old.Max == ^uint64(0) {
				continue
			}
			if err := unix.Prlimit(0, resource, &unix.Rlimit{Cur: old.Max + 1, Max: old.Max + 1}, nil); err != unix.EPERM {
				return fmt.Errorf("resource %d: %v", resource, err)
			}
		}
		return nil
	}},
	{"flood process 1 with signals", "done|EAGAIN|EPERM", "done|EAGAIN|EPERM", func() error {
		for range 10_000 {
			for _, sig := range []syscall.Signal{34, 64, unix.SIGCHLD, unix.SIGTERM} {
				info := make([]byte, 128)
				info[0], info[8] = byte(sig), 0xff // si_code is SI_QUEUE, -1
				copy(info[8:12], []byte{0xff, 0xff, 0xff, 0xff})
				if err := raw(unix.SYS_RT_SIGQUEUEINFO, 1, uintptr(sig), uintptr(unsafe.Pointer(&info[0]))); err != nil {
					return err
				}
			}
		}
		return nil
	}},

	// What is mounted, by the newer calls.
	{"mount proc by the newer calls", denied, denied, func() error { return mountAnew("proc") }},
	{"mount sysfs by the newer calls", denied, denied, func() error { return mountAnew("sysfs") }},
	{"mount proc by the newer calls in namespaces of its own", denied, denied, func() error { return nested("mount proc by the newer calls") }},
	{"mount sysfs by the newer calls in namespaces of its own", denied, denied, func() error { return nested("mount sysfs by the newer calls") }},
	{"lift any read-only flag by the newer calls", denied, denied, func() error {
		return eachMount("ro", func(m string) error {
			return unix.MountSetattr(unix.AT_FDCWD, m, 0, &unix.MountAttr{Attr_clr: unix.MOUNT_ATTR_RDONLY})
		})
	}},
	{"lift any read-only flag of a copy", denied, denied + "|EINVAL", func() error { // EINVAL: what is locked is not copied without what is on it
		return eachMount("ro", func(m string) error {
			attr := unix.MountAttr{Attr_clr: unix.MOUNT_ATTR_RDONLY}
			return raw(unix.SYS_OPEN_TREE_ATTR, ^uintptr(99), cstring(m), unix.OPEN_TREE_CLONE|unix.OPEN_TREE_CLOEXEC, uintptr(unsafe.Pointer(&attr)), unsafe.Sizeof(attr))
		})
	}},
	{"say where another's memory lies", denied, denied, func() error { return raw(unix.SYS_SET_MEMPOLICY_HOME_NODE, 0, 0, 0, 0) }},
	{"move anything that is mounted away", denied, "EINVAL|EPERM|EBUSY|ENOTDIR", func() error {
		return eachMount("", func(m string) error { return unix.Mount(m, "/mnt", "", unix.MS_MOVE, "") })
	}},
	{"move a mount from beneath", denied, "EINVAL|EPERM|ENOENT|ENOTDIR", func() error { // MOVE_MOUNT_BENEATH: then the upper one may be unmounted
		tree, err := unix.OpenTree(unix.AT_FDCWD, "/tmp", unix.OPEN_TREE_CLONE|unix.OPEN_TREE_CLOEXEC)
		if err != nil {
			return err
		}
		return eachMount("", func(m string) error {
			return unix.MoveMount(tree, "", unix.AT_FDCWD, m, unix.MOVE_MOUNT_F_EMPTY_PATH|0x200)
		})
	}},

	// From one namespace to others.
	{"ask for the user namespace above", denied, denied, func() error { return namespaceAbove("user") }},
	{"ask for the PID namespace above", denied, denied, func() error { return namespaceAbove("pid") }},
	{"walk on to the next mount namespace", denied + "|ENOTTY", denied + "|ENOTTY", func() error {
		fd, err := unix.Open("/proc/self/ns/mnt", unix.O_RDONLY|unix.O_CLOEXEC, 0)
		if err != nil {
			return err
		}
		info := [2]uint64{16}                     // struct mnt_ns_info: its size
		const next, prev = 0x8010b70b, 0x8010b70c // NS_MNT_GET_NEXT and NS_MNT_GET_PREV (Linux 6.12)
		if err := raw(unix.SYS_IOCTL, uintptr(fd), next, uintptr(unsafe.Pointer(&info))); err == nil {
			return nil
		}
		return raw(unix.SYS_IOCTL, uintptr(fd), prev, uintptr(unsafe.Pointer(&info)))
	}},
	{"ask process 1's descriptor for its namespaces", denied + "|ENOTTY", denied + "|ENOTTY", func() error {
		pidfd, err := unix.PidfdOpen(1, 0)
		if err != nil {
			return err
		}
		for request := uintptr(0xff01); request <= 0xff0a; request++ { // PIDFD_GET_CGROUP_NAMESPACE and its neighbours (Linux 6.11)
			if err = raw(unix.SYS_IOCTL, uintptr(pidfd), request, 0); err == nil {
				return nil
			}
		}
		return err
	}},
	{"find the host's shared memory", "ENOENT", "ENOENT", func() error {
		return raw(unix.SYS_SHMGET, uintptr(hostPid()), 0, 0)
	}},
	{"find the host's message queues", "ENOENT", "ENOENT", func() error {
		return raw(unix.SYS_MQ_OPEN, cstring("native-test-"+strconv.Itoa(hostPid())), unix.O_RDONLY, 0, 0)
	}},

	// Last: the kernel takes its time to free them.
	{"use up the machine's networks", denied, "ENOSPC", func() error {
		for range 300 {
			if err := unix.Unshare(unix.CLONE_NEWNET); err != nil {
				return err
			}
			if _, err := unix.Open("/proc/thread-self/ns/net", unix.O_RDONLY|unix.O_CLOEXEC, 0); err != nil {
				return err
			}
		}
		return nil
	}},
	{"use up the machine's user namespaces", denied, "ENOSPC", func() error { return nestedUsers(300) }},
}

// atMost does something again and again, until the kernel refuses or it was done too often.
func atMost(limit int, do func() error) error {
	for n := range limit + 1 {
		if err := do(); err != nil {
			if n == 0 {
				return err
			}
			return nil
		}
	}
	return fmt.Errorf("more than %d", limit)
}

func mountAnew(fstype string) error {
	fs, err := unix.Fsopen(fstype, unix.FSOPEN_CLOEXEC)
	if err != nil {
		return err
	}
	if err := raw(unix.SYS_FSCONFIG, uintptr(fs), unix.FSCONFIG_CMD_CREATE, 0, 0, 0); err != nil {
		return err
	}
	_, err = unix.Fsmount(fs, unix.FSMOUNT_CLOEXEC, unix.MOUNT_ATTR_NOSUID|unix.MOUNT_ATTR_NODEV|unix.MOUNT_ATTR_NOEXEC)
	return err
}

func namespaceAbove(kind string) error {
	fd, err := unix.Open("/proc/self/ns/"+kind, unix.O_RDONLY|unix.O_CLOEXEC, 0)
	if err != nil {
		return err
	}
	return raw(unix.SYS_IOCTL, uintptr(fd), unix.NS_GET_PARENT, 0)
}

// nestedUsers makes so many user namespaces beside each other, and keeps them.
func nestedUsers(count int) error {
	runtime.LockOSThread()
	for range count {
		ready := make(chan error)
		go func() {
			runtime.LockOSThread() // a thread of its own, which nobody uses any more
			pid, _, errno := unix.RawSyscall6(unix.SYS_CLONE, uintptr(unix.SIGCHLD)|unix.CLONE_NEWUSER, 0, 0, 0, 0, 0)
			if errno == 0 && pid == 0 {
				for {
					unix.RawSyscall(unix.SYS_EXIT_GROUP, 0, 0, 0)
				}
			}
			if errno != 0 {
				ready <- errno
				return
			}
			fd, err := unix.Open(fmt.Sprintf("/proc/%d/ns/user", pid), unix.O_RDONLY|unix.O_CLOEXEC, 0)
			_ = fd
			if errors.Is(err, unix.ENOENT) {
				err = nil
			}
			ready <- err
		}()
		if err := <-ready; err != nil {
			return err
		}
	}
	return nil
}

// TestLongFacts: what a program calls itself and what an admin mounts is as long as they like; what is read of it is not.
func TestLongFacts(t *testing.T) {
	each(t, func(t *testing.T, e *Engine) {
		b := start(t, e, sandbox.Spec{Profile: sandbox.Admin})
		p, err := b.Exec(t.Context(), sandbox.Cmd{Args: []string{"sh", "-c", "sleep 1000; exit", strings.Repeat("x", 100<<10)}})
		if err != nil {
			t.Fatal(err)
		}
		defer p.Close()
		if out, code := output(t, b, "mkdir /mnt/a && mount -t tmpfs none /mnt/a && for i in 1 2 3 4 5 6 7 8 9 10 11 12; do d=/mnt/a/"+strings.Repeat("x", 150)+"$i; mkdir $d && mount --rbind /mnt/a $d || exit; done"); code != 0 {
			t.Log(out) // as many as the kernel lets it
		}
		facts, err := b.Facts(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		for _, process := range facts.Processes {
			if len(process.Command) > 4<<10 {
				t.Errorf("a command of %d bytes", len(process.Command))
			}
		}
		length := 0
		for _, mount := range facts.Mounts {
			length += len(mount.Target)
		}
		if length > 1<<20 {
			t.Errorf("%d mounts of %d bytes", len(facts.Mounts), length)
		}
		if err := b.Close(); err != nil {
			t.Error(err)
		}
	})
}
