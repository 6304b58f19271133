package native

import (
	"encoding/binary"
	"fmt"
	"net/netip"
	"slices"

	"golang.org/x/sys/unix"
)

const (
	bridgeName  = "bridge"
	bridgeIndex = 1000 // chosen here, so that nobody has to ask for it
	cableName   = "eth0"
	mostLearned = 1024 // addresses that the bridge remembers by itself; to others it sends what is for them everywhere
)

// The helper's descriptors: free, as whatever a message brings is fewer.
const (
	netPidFD  = 43
	netGoFD   = 44
	netDoneFD = 45 // a pidfd of the helper
)

// cablePatience is how many seconds a sandbox waits for its cable. It takes a few thousandths of one.
const cablePatience = 10

// enterNetwork goes into the network's user namespace, and forks the helper that stays in it. The descriptors are those of
// member.files, from first on.
func (p *planner) enterNetwork(first int) {
	if p.member == nil {
		return
	}
	p.add(step{call: "setns", args: []string{"network", "CLONE_NEWUSER"}, man: "setns(2)", docker: "--network " + p.spec.Network,
		why:   "Enters the user namespace that all sandboxes of this network come from.",
		calls: []call{{nr: unix.SYS_SETNS, name: "enter the network's user namespace", args: []value{intv(first), num(unix.CLONE_NEWUSER, "CLONE_NEWUSER")}}}})

	if p.host.root {
		// Root has no id in there, and one without an id cannot make a user namespace.
		id, group := intv(p.host.uid), intv(p.host.gid)
		p.add(step{call: "setresuid", args: []string{id.shown(), id.shown(), id.shown()}, man: "setresuid(2)",
			why: "Takes the id of the network's sandboxes: from here on the kernel does not see root.",
			calls: []call{
				{nr: unix.SYS_SETRESGID, name: "setresgid", args: []value{group, group, group}},
				{nr: unix.SYS_SETRESUID, name: "setresuid", args: []value{id, id, id}},
				// Changing ids made /proc/self root's; the maps are written there.
				{nr: unix.SYS_PRCTL, name: "prctl", args: []value{intv(unix.PR_SET_DUMPABLE), intv(1)}},
			}})
	}

	// Two eventfds tell the helper whose cable it is and that the namespace is there. That the cable is there the helper tells by
	// its end, however it comes about: until then its program must not be overwritten by the sandbox's next message.
	// When Floorplan gives the start up, its end of the control socket says so.
	var calls []call
	for _, fd := range []int{netPidFD, netGoFD} {
		label := p.label()
		calls = append(calls,
			call{nr: unix.SYS_EVENTFD2, name: "eventfd2", args: []value{intv(0), intv(unix.EFD_CLOEXEC | unix.EFD_NONBLOCK)}, out: ref{label, opArgs}},
			call{label: label, nr: unix.SYS_DUP3, name: "dup3", args: []value{intv(-1), intv(fd), intv(unix.O_CLOEXEC)}})
	}
	events := func(fd int) []byte {
		list := le64(0, 0)
		binary.NativeEndian.PutUint32(list, uint32(fd))
		binary.NativeEndian.PutUint16(list[4:], unix.POLLIN)
		binary.NativeEndian.PutUint32(list[8:], controlFD)
		binary.NativeEndian.PutUint16(list[12:], unix.POLLRDHUP)
		return list
	}
	message, pid := p.member.cableMessage()
	p.blobs = append(p.blobs, blob{name: "netPidEvents", data: events(netPidFD)}, blob{name: "netGoEvents", data: events(netGoFD)},
		blob{name: "netDoneEvents", data: events(netDoneFD)}, blob{name: "netCable", data: message},
		blob{name: "netPid", data: le64(0)}, blob{name: "netOne", data: le64(1)})
	helper, socket, exit := p.label(), p.label(), p.label()
	calls = append(calls,
		call{nr: unix.SYS_CLONE, name: "clone", args: []value{num(unix.CLONE_PIDFD|uint64(unix.SIGCHLD), ""), intv(0), at(helper, opArgs)}, pos: helper},
		// The helper. Two processes tell it two things, in any order.
		call{nr: unix.SYS_PPOLL, name: "ppoll", args: []value{at("netPidEvents", 0), intv(2)}, neg: exit},
		call{nr: unix.SYS_PPOLL, name: "ppoll", args: []value{at("netGoEvents", 0), intv(2)}, neg: exit},
		call{nr: unix.SYS_READ, name: "read", args: []value{intv(netGoFD), at("netOne", 0), intv(8)}, neg: exit},
		call{nr: unix.SYS_READ, name: "read", args: []value{intv(netPidFD), at("netCable", pid), intv(8)}, neg: exit},
		call{nr: unix.SYS_SETNS, name: "setns", args: []value{intv(first + 1), num(unix.CLONE_NEWNET, "CLONE_NEWNET")}, neg: exit},
		call{nr: unix.SYS_SOCKET, name: "socket", args: []value{intv(unix.AF_NETLINK), intv(unix.SOCK_RAW | unix.SOCK_CLOEXEC), intv(unix.NETLINK_ROUTE)},
			out: ref{socket, opArgs}, neg: exit},
		call{label: socket, nr: unix.SYS_WRITE, name: "write", args: []value{intv(-1), at("netCable", 0), intv(pid + 4)}, neg: exit},
		call{label: exit, nr: unix.SYS_EXIT_GROUP, name: "exit_group", args: []value{intv(0)}, neg: exit},
		call{label: helper, nr: unix.SYS_DUP3, name: "dup3", args: []value{intv(0), intv(netDoneFD), intv(unix.O_CLOEXEC)}})
	p.add(step{call: "clone", args: []string{"CLONE_PIDFD|SIGCHLD"}, man: "veth(4)", calls: calls,
		why: "Forks a helper that stays there: it has power over both ends of a cable, the network's and the sandbox's."})
}

// tellPid tells the helper whose cable it is: the number that the kernel wrote when it forked.
func tellPid() call {
	return call{nr: unix.SYS_WRITE, name: "write", args: []value{intv(netPidFD), at("netPid", 0), intv(8)}, neg: ignore}
}

// cable has the helper lay the cable into the network namespace that the process is in now, and gives this end its address.
func (p *planner) cable() {
	if p.member == nil {
		return
	}
	calls := []call{
		{nr: unix.SYS_WRITE, name: "write", args: []value{intv(netGoFD), at("netOne", 0), intv(8)}},
		// Neither the end of Floorplan's patience nor that of the helper may leave this process here for ever. Without a cable the
		// next step fails.
		{nr: unix.SYS_PPOLL, name: "ppoll", args: []value{at("netDoneEvents", 0), intv(2), bytesv(le64(cablePatience, 0), ""), intv(0)}},
	}
	p.add(step{call: "sendto", args: []string{"NETLINK_ROUTE", "RTM_NEWLINK", "veth", cableName}, man: "veth(4)", calls: calls,
		docker: "--network " + p.spec.Network, oci: "linux.netDevices",
		why: "Lays a cable: one end is " + cableName + " in this sandbox, the other is in the network's bridge."})
	p.configure(cableName, p.member.address.String(), "lay a cable to the network")
}

// configure gives an interface of the process's network namespace its address, if any, and switches it on. The answer of
// netlink that made it is not read; if the interface is missing, this is where it shows.
func (p *planner) configure(name, address, what string) {
	socket := []string{p.label(), p.label(), p.label()}
	open := call{nr: unix.SYS_SOCKET, name: "socket", args: []value{intv(unix.AF_INET), intv(unix.SOCK_DGRAM | unix.SOCK_CLOEXEC), intv(0)}}
	request := func(label string, number uint64, word string, ifreq []byte, shown string) []call {
		open.out = ref{label, opArgs}
		return []call{open, {label: label, nr: unix.SYS_IOCTL, name: what, args: []value{intv(-1), num(number, word), bytesv(ifreq, shown)}}}
	}
	up := interfaceRequest(name)
	binary.NativeEndian.PutUint16(up[16:], unix.IFF_UP)
	if address != "" {
		ip := netip.MustParseAddr(address).As4()
		mask := ^uint32(0) << (32 - networkPrefix.Bits())
		calls := request(socket[0], unix.SIOCSIFADDR, "SIOCSIFADDR", addressRequest(name, ip), address)
		calls = append(calls, request(socket[1], unix.SIOCSIFNETMASK, "SIOCSIFNETMASK", addressRequest(name, [4]byte(binary.BigEndian.AppendUint32(nil, mask))), "")...)
		p.add(step{call: "ioctl", args: []string{"SIOCSIFADDR", name, address}, man: "netdevice(7)", docker: "--ip " + address, calls: calls,
			why: "Gives the interface its address."})
	}
	p.add(step{call: "ioctl", args: []string{"SIOCSIFFLAGS", name, "IFF_UP"}, man: "netdevice(7)", why: "Switches the interface on.",
		calls: request(socket[2], unix.SIOCSIFFLAGS, "SIOCSIFFLAGS", up, name+" up")})
}

func interfaceRequest(name string) []byte {
	ifreq := make([]byte, 40)
	copy(ifreq, name)
	return ifreq
}

func addressRequest(name string, ip [4]byte) []byte {
	ifreq := interfaceRequest(name)
	binary.NativeEndian.PutUint16(ifreq[16:], unix.AF_INET)
	copy(ifreq[20:], ip[:])
	return ifreq
}

// netlink sends a message to the kernel's own end of a netlink socket, which acts on it before the call returns.
func (p *planner) netlink(why string, message []byte) {
	label := p.label()
	p.add(step{call: "sendto", args: []string{"NETLINK_ROUTE", "RTM_NEWLINK"}, why: why, man: "rtnetlink(7)",
		calls: []call{
			{nr: unix.SYS_SOCKET, name: "socket", args: []value{intv(unix.AF_NETLINK), intv(unix.SOCK_RAW | unix.SOCK_CLOEXEC), intv(unix.NETLINK_ROUTE)}, out: ref{label, opArgs}},
			{label: label, nr: unix.SYS_WRITE, name: "write", args: []value{intv(-1), bytesv(message, "RTM_NEWLINK"), intv(len(message))}},
		}})
}

// attribute is one of rtnetlink(7)'s: length, type, content, padded to four bytes.
func attribute(kind uint16, content ...byte) []byte {
	out := binary.NativeEndian.AppendUint16(nil, uint16(4+len(content)))
	out = append(binary.NativeEndian.AppendUint16(out, kind), content...)
	return append(out, make([]byte, -len(out)&3)...)
}

func uint32Attribute(kind uint16, n uint32) []byte {
	return attribute(kind, binary.NativeEndian.AppendUint32(nil, n)...)
}

func textAttribute(kind uint16, s string) []byte { return attribute(kind, append([]byte(s), 0)...) }

// linkInfo is struct ifinfomsg.
func linkInfo(index int32, flags uint32) []byte {
	out := make([]byte, 16)
	binary.NativeEndian.PutUint32(out[4:], uint32(index))
	binary.NativeEndian.PutUint32(out[8:], flags)
	binary.NativeEndian.PutUint32(out[12:], flags) // which flags change
	return out
}

// newLink is a message that asks for a new interface (RTM_NEWLINK).
func newLink(parts ...[]byte) []byte {
	body := slices.Concat(parts...)
	out := binary.NativeEndian.AppendUint32(nil, uint32(16+len(body)))
	out = binary.NativeEndian.AppendUint16(out, unix.RTM_NEWLINK)
	out = binary.NativeEndian.AppendUint16(out, unix.NLM_F_REQUEST|unix.NLM_F_CREATE|unix.NLM_F_EXCL)
	return append(append(out, make([]byte, 8)...), body...)
}

// bridgeMessage asks for a bridge. Kernels before 6.8 skip what they do not know, and let it learn without end.
func bridgeMessage() []byte {
	return newLink(linkInfo(bridgeIndex, unix.IFF_UP), textAttribute(unix.IFLA_IFNAME, bridgeName),
		attribute(unix.IFLA_LINKINFO, slices.Concat(textAttribute(unix.IFLA_INFO_KIND, "bridge"),
			attribute(unix.IFLA_INFO_DATA, uint32Attribute(unix.IFLA_BR_FDB_MAX_LEARNED, mostLearned)...))...))
}

// cableMessage asks for a veth pair: one end in the network's bridge, the other in the namespace of a process whose number is
// to be written at the offset. The last four bytes are for writing eight.
func (m *member) cableMessage() (message []byte, pid int) {
	const peer = 1 // VETH_INFO_PEER
	host := m.address.As4()
	hardware := append([]byte{2, 0}, host[:]...) // the address tells it, so that no neighbour remembers another (2: a local one)
	inside := slices.Concat(linkInfo(0, 0), textAttribute(unix.IFLA_IFNAME, cableName), attribute(unix.IFLA_ADDRESS, hardware...),
		uint32Attribute(unix.IFLA_NET_NS_PID, 0))
	message = newLink(linkInfo(0, unix.IFF_UP), textAttribute(unix.IFLA_IFNAME, fmt.Sprintf("port%d", host[3])),
		uint32Attribute(unix.IFLA_MASTER, bridgeIndex),
		attribute(unix.IFLA_LINKINFO, slices.Concat(textAttribute(unix.IFLA_INFO_KIND, "veth"),
			attribute(unix.IFLA_INFO_DATA, attribute(peer, inside...)...))...))
	pid = len(message) - 4
	return append(message, 0, 0, 0, 0), pid
}
