package native

import (
	"encoding/binary"
	"fmt"
	"strings"

	"golang.org/x/sys/unix"

	"floorplan/sandbox"
)

// Descriptors that the process which was launched and its child share while both build.
const (
	builderFD   = 46 // a pidfd of the process that was launched
	namespaceFD = 47 // the network namespace that it made
)

// networkAside forks the process that stays, which goes on at child, and makes the network namespace meanwhile: it is the
// dearest of all, and mounting takes the child about as long. They share their descriptors. The child waits for the end of
// this process, however it comes about, and then the namespace is there or it fails for want of it: see joinNetwork.
func (p *planner) networkAside(child string) {
	self, pidfd, namespace := p.label(), p.label(), p.label()
	p.add(step{why: "Forks the sandbox's first process, a child of Floorplan. This one makes the network meanwhile, and ends.", man: "clone(2)", unshare: "--fork",
		call: "clone", args: []string{"CLONE_PARENT|CLONE_FILES|SIGCHLD"},
		calls: []call{
			{nr: unix.SYS_GETPID, name: "getpid", out: ref{self, opArgs}},
			{label: self, nr: unix.SYS_PIDFD_OPEN, name: "pidfd_open", args: []value{intv(-1), intv(0)}, out: ref{pidfd, opArgs}},
			{label: pidfd, nr: unix.SYS_DUP3, name: "dup3", args: []value{intv(-1), intv(builderFD), intv(unix.O_CLOEXEC)}},
			{nr: unix.SYS_CLONE, name: "clone", args: []value{num(unix.CLONE_PARENT|unix.CLONE_FILES|uint64(unix.SIGCHLD), "")}, zero: child},
		}})
	first := len(p.steps)
	p.unshare(sandbox.Net)
	p.network()
	p.add(step{call: "openat", args: []string{"AT_FDCWD", "/proc/self/ns/net"}, why: "Holds the namespace for the other process, which waits for the end of this one.", man: "namespaces(7)",
		calls: []call{
			{nr: unix.SYS_OPENAT, name: "openat /proc/self/ns/net", args: []value{cwd, str("/proc/self/ns/net"), intv(unix.O_RDONLY | unix.O_CLOEXEC)}, out: ref{namespace, opArgs}},
			{label: namespace, nr: unix.SYS_DUP3, name: "dup3", args: []value{intv(-1), intv(namespaceFD), intv(unix.O_CLOEXEC)}},
			{nr: unix.SYS_EXIT_GROUP, name: "exit_group", args: []value{intv(0)}},
		}})
	for i := first; i < len(p.steps); i++ {
		p.steps[i].aside = true
	}
}

// joinNetwork enters the network namespace that was made aside.
func (p *planner) joinNetwork() {
	if !p.aside {
		return
	}
	ended := make([]byte, 8) // struct pollfd
	binary.NativeEndian.PutUint32(ended, builderFD)
	binary.NativeEndian.PutUint16(ended[4:], unix.POLLIN)
	p.add(step{call: "setns", args: []string{"/proc/PID/ns/net", "CLONE_NEWNET"}, why: "Enters the network namespace, which is ready when the process that made it has ended.", man: "setns(2)",
		calls: []call{
			{nr: unix.SYS_PPOLL, name: "ppoll", args: []value{bytesv(ended, ""), intv(1), intv(0), intv(0)}},
			{nr: unix.SYS_SETNS, name: "setns", args: []value{intv(namespaceFD), num(unix.CLONE_NEWNET, "CLONE_NEWNET")}},
		}})
}

// network brings the loopback up and lets the sandbox's user do what usually takes root.
func (p *planner) network() {
	label := p.label()
	ifreq := make([]byte, 40)
	copy(ifreq, "lo")
	binary.LittleEndian.PutUint16(ifreq[16:], unix.IFF_UP|unix.IFF_RUNNING)
	p.add(step{call: "ioctl", args: []string{"SIOCSIFFLAGS", "lo", "IFF_UP"}, why: "Switches the loopback interface on.", man: "netdevice(7)",
		calls: []call{
			{nr: unix.SYS_SOCKET, name: "socket", args: []value{intv(unix.AF_INET), intv(unix.SOCK_DGRAM | unix.SOCK_CLOEXEC), intv(0)}, out: ref{label, opArgs}},
			{label: label, nr: unix.SYS_IOCTL, name: "ioctl", args: []value{intv(-1), num(unix.SIOCSIFFLAGS, "SIOCSIFFLAGS"), bytesv(ifreq, "lo up")}},
		}})
	for _, s := range [][3]string{
		{"net/ipv4/ip_unprivileged_port_start", "0", "Lets any user listen on ports below 1024, such as 80."},
		{"net/ipv4/ping_group_range", fmt.Sprintf("%d %d", p.id, p.id), "Lets the sandbox's user ping."},
	} {
		file := "/proc/sys/" + s[0]
		p.add(step{call: "write", args: []string{file, s[1]}, why: s[2], man: "ip(7)", oci: "linux.sysctl",
			docker: "--sysctl " + strings.ReplaceAll(s[0], "/", ".") + "=" + s[1], calls: p.writeFile(file, s[1], 0, ignore)})
	}
}
