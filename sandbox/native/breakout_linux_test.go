package native

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unsafe"

	"golang.org/x/sys/unix"

	"floorplan/sandbox"
)

// breakouts are attacks by the rarer parts of the kernel, by which the most used systems were taken over though their containers
// were made as they should be, and by its newest interfaces, which tell of more than one namespace.
var breakouts = []attack{
	// What anybody may have loaded into the kernel.
	{"any rare protocol of netlink", done, done, func() error { // CVE-2021-27365 is NETLINK_ISCSI; done: all were tried
		for protocol := range uintptr(32) {
			if slices.Contains([]uintptr{unix.NETLINK_ROUTE, unix.NETLINK_SOCK_DIAG, unix.NETLINK_AUDIT, unix.NETLINK_KOBJECT_UEVENT}, protocol) {
				continue
			}
			if err := raw(unix.SYS_SOCKET, unix.AF_NETLINK, unix.SOCK_RAW, protocol); err != unix.EPERM {
				return fmt.Errorf("protocol %d: %v", protocol, err)
			}
		}
		return nil
	}},
	{"any rare transport", done, done, func() error { // CVE-2017-6074 is DCCP, CVE-2021-23133 SCTP; done: all were tried
		usual := map[uintptr][]uintptr{unix.SOCK_STREAM: {0, unix.IPPROTO_TCP, unix.IPPROTO_MPTCP}, unix.SOCK_DGRAM: {0, unix.IPPROTO_UDP, unix.IPPROTO_ICMP, unix.IPPROTO_ICMPV6}}
		for _, family := range []uintptr{unix.AF_INET, unix.AF_INET6} {
			for kind := uintptr(1); kind <= unix.SOCK_PACKET; kind++ {
				for protocol := range uintptr(300) {
					if slices.Contains(usual[kind], protocol) || kind == unix.SOCK_RAW {
						continue
					}
					err := raw(unix.SYS_SOCKET, family, kind, protocol)
					if err != unix.EPERM && err != unix.EPROTONOSUPPORT || err == unix.EPROTONOSUPPORT && protocol > unix.IPPROTO_ICMPV6 && protocol != unix.IPPROTO_MPTCP {
						return fmt.Errorf("family %d, type %d, protocol %d: %v", family, kind, protocol, err)
					}
				}
			}
		}
		return nil
	}},
	{"command the firewall by an option of a socket", denied, denied, func() error { // CVE-2021-22555
		fd, err := unix.Socket(unix.AF_INET, unix.SOCK_DGRAM|unix.SOCK_CLOEXEC, 0)
		if err != nil {
			return err
		}
		info, size := make([]byte, 84), uint32(84) // struct ipt_getinfo
		copy(info, "filter")
		return raw(unix.SYS_GETSOCKOPT, uintptr(fd), unix.SOL_IP, 64, uintptr(unsafe.Pointer(&info[0])), uintptr(unsafe.Pointer(&size)))
	}},
	{"give a terminal another line discipline", denied, denied, func() error { // CVE-2017-2636, CVE-2023-6546
		fd, err := unix.Open("/dev/ptmx", unix.O_RDWR|unix.O_NOCTTY|unix.O_CLOEXEC, 0)
		if err != nil {
			return err
		}
		discipline := int32(0) // the one that it has
		return raw(unix.SYS_IOCTL, uintptr(fd), unix.TIOCSETD, uintptr(unsafe.Pointer(&discipline)))
	}},
	{"mount any rare file system", denied, denied + "|ENODEV", func() error {
		text, err := os.ReadFile("/proc/filesystems")
		if err != nil {
			return err
		}
		// Those that a user namespace's root may mount, and what is in them is theirs.
		usual := []string{"tmpfs", "ramfs", "devpts", "mqueue", "overlay", "cgroup", "cgroup2", "binfmt_misc"}
		var last error
		for line := range strings.Lines(string(text) + "nodev\tnfsd\nnodev\trpc_pipefs\nnodev\tbpf\nnodev\tfuse\n\text4\n\txfs\n") {
			fields := strings.Fields(line)
			fstype := fields[len(fields)-1]
			if slices.Contains(usual, fstype) {
				continue
			}
			if err := unix.Mount("none", "/mnt", fstype, 0, ""); err == nil {
				unix.Unmount("/mnt", unix.MNT_DETACH)
				return fmt.Errorf("%s can be mounted", fstype)
			} else if err != unix.EINVAL {
				last = err
			}
		}
		return last
	}},
	{"write anything of the machine's in /proc", done, done, func() error { // done: the search was
		seen := 0
		err := filepath.WalkDir("/proc", func(file string, entry fs.DirEntry, err error) error {
			name := strings.TrimPrefix(file, "/proc/")
			if err == nil && entry.IsDir() && name != "" && (name[0] >= '0' && name[0] <= '9' || name == "sys") {
				return fs.SkipDir // the sandbox's own, and another attack
			}
			if info, serr := os.Stat(file); err != nil || serr != nil || !info.Mode().IsRegular() || entry.Type()&fs.ModeSymlink != 0 { // a mask is a device
				return nil
			}
			seen++
			// What may be watched for pressure takes being written to (proc_pressure(5)).
			if openFor(unix.O_WRONLY, file) == nil && !strings.HasPrefix(name, "pressure/") {
				return fmt.Errorf("%s can be written", file)
			}
			return nil
		})
		if err == nil && seen < 30 {
			err = fmt.Errorf("only %d files to try", seen)
		}
		return err
	}},

	// The newest interfaces.
	{"list another namespace's mounts", denied + "|ENOENT|ENOSYS", denied + "|ENOENT|ENOSYS", func() error {
		self, err := unix.Open("/proc/self/ns/mnt", unix.O_RDONLY|unix.O_CLOEXEC, 0)
		if err != nil {
			return err
		}
		var own uint64
		const getID = 0x8008b705 // NS_GET_MNTNS_ID (Linux 6.11)
		if err := raw(unix.SYS_IOCTL, uintptr(self), getID, uintptr(unsafe.Pointer(&own))); err != nil {
			own = 0
		}
		var last error
		for id := range uint64(5000) {
			if id == 0 || id == own {
				continue
			}
			request := struct {
				size, spare      uint32
				mount, after, ns uint64
			}{size: 32, mount: ^uint64(0), ns: id}
			var list [8]uint64
			if last = raw(unix.SYS_LISTMOUNT, uintptr(unsafe.Pointer(&request)), uintptr(unsafe.Pointer(&list)), 8, 0); last == nil {
				return nil
			}
		}
		return last
	}},
	{"reach who listens at a socket by its descriptor", denied + "|EINVAL|ESRCH|ENOPROTOOPT|ENOTTY", denied + "|EINVAL|ESRCH|ENOPROTOOPT|ENOTTY", func() error {
		fd, err := unix.Socket(unix.AF_UNIX, unix.SOCK_STREAM|unix.SOCK_CLOEXEC, 0)
		if err != nil {
			return err
		}
		if err := unix.Connect(fd, &unix.SockaddrUnix{Name: besideProgram("socket")}); err != nil {
			return err
		}
		peer, err := unix.GetsockoptInt(fd, unix.SOL_SOCKET, unix.SO_PEERPIDFD)
		if err != nil {
			return err
		}
		tries := []func() error{
			func() error { return unix.PidfdSendSignal(peer, 0, nil, 0) },
			func() error { return unix.Setns(peer, unix.CLONE_NEWNET) },
			func() error { return unix.Setns(peer, unix.CLONE_NEWUSER) },
			func() error { _, err := unix.PidfdGetfd(peer, 0, 0); return err },
			func() error { _, err := unix.IoctlRetInt(peer, 0xff04); return err }, // PIDFD_GET_NET_NAMESPACE
			func() error { _, err := unix.IoctlRetInt(peer, 0xff09); return err }, // PIDFD_GET_USER_NAMESPACE
		}
		for i, try := range tries {
			if err = try(); err == nil {
				return fmt.Errorf("way %d leads to it", i)
			}
		}
		return err
	}},
	{"shift the time of others", denied + "|ENOENT", denied + "|ENOENT", func() error {
		return os.WriteFile("/proc/1/timens_offsets", []byte("monotonic 1000 0"), 0)
	}},
	{"leave the control group", denied + "|ENOENT", denied + "|ENOENT", func() error {
		var last error = errors.New("there is no group")
		for _, file := range []string{"/sys/fs/cgroup/cgroup.procs", "/sys/fs/cgroup/memory/cgroup.procs", "/sys/fs/cgroup/pids/tasks"} {
			if last = os.WriteFile(file, []byte("0"), 0); last == nil {
				return nil
			}
		}
		return last
	}},
}

// TestHandlersStayInside has an admin say what runs programs of a kind (binfmt_misc, which Linux 6.7 lets it): the host's are run
// as before.
func TestHandlersStayInside(t *testing.T) {
	each(t, func(t *testing.T, e *Engine) {
		b := start(t, e, sandbox.Spec{Profile: sandbox.Admin})
		const script = `mount -t binfmt_misc none /mnt || exit 42
			echo ':attack:M::FLOORPLAN::/bin/true:' >/mnt/register; echo FLOORPLAN >/tmp/kind; chmod +x /tmp/kind; exec env /tmp/kind`
		out, code := output(t, b, script)
		if code == 42 {
			t.Skip("this kernel lets it have none: ", out)
		}
		if code != 0 {
			t.Fatalf("its own are not run by it: %d, %s", code, out)
		}
		kind := filepath.Join(t.TempDir(), "kind")
		if err := os.WriteFile(kind, []byte("FLOORPLAN\n"), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := exec.Command(kind).Run(); !errors.Is(err, unix.ENOEXEC) {
			t.Errorf("the host's are: %v", err)
		}
	})
}

// reconnect has a socket that the attacker was given as its standard input connect to another server in the network that the
// socket was made in.
func reconnect() error {
	family := uint16(unix.AF_UNSPEC)
	if err := raw(unix.SYS_CONNECT, 0, uintptr(unsafe.Pointer(&[16]byte{byte(family)})), 16); err != nil {
		return err
	}
	port, err := strconv.Atoi(os.Getenv("NATIVE_TEST_PORT"))
	if err != nil {
		return err
	}
	return unix.Connect(0, &unix.SockaddrInet4{Port: port, Addr: [4]byte{127, 0, 0, 1}})
}

// TestSocketIsNotHandedOver starts an attacker as inetd(8) would, or systemd for a unit with StandardInput=socket.
func TestSocketIsNotHandedOver(t *testing.T) {
	volume := programVolume(t)
	var ports []int
	for range 2 {
		listener, err := net.Listen("tcp4", "127.0.0.1:0")
		if err != nil {
			t.Fatal(err)
		}
		defer listener.Close()
		ports = append(ports, listener.Addr().(*net.TCPAddr).Port)
	}
	each(t, func(t *testing.T, e *Engine) {
		conn, err := net.Dial("tcp4", fmt.Sprint("127.0.0.1:", ports[0]))
		if err != nil {
			t.Fatal(err)
		}
		defer conn.Close()
		client, err := conn.(*net.TCPConn).File()
		if err != nil {
			t.Fatal(err)
		}
		defer client.Close()
		b := start(t, e, sandbox.Spec{Volumes: map[string]string{"/attack": volume}})
		var out bytes.Buffer
		p, err := b.Exec(t.Context(), sandbox.Cmd{Args: []string{"/attack/program"}, Stdin: client, Stdout: &out,
			Env: []string{"NATIVE_TEST_ATTACK=reconnect", fmt.Sprint("NATIVE_TEST_PORT=", ports[1])}})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := p.Wait(); err != nil || out.String() != "ENOTSOCK" {
			t.Errorf("got %s, %v, want ENOTSOCK", &out, err)
		}
	})
}
