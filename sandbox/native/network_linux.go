package native

import (
	"context"
	"encoding/binary"
	"fmt"
	"net/netip"
	"os"
	"slices"
	"strings"
	"sync"

	"golang.org/x/sys/unix"

	"floorplan/sandbox"
	"floorplan/sandbox/image"
)

// A named network is a bridge in a network namespace of its own, below a user namespace in which those of its sandboxes are
// made. Two open files keep the namespaces: there is no process, and when Floorplan ends, however that happens, the network
// is gone. Nothing leads out of it.
//
// A sandbox gets its end of a cable (veth(4)) while it is set up. The cable is laid by a helper that the agent forks when it
// is in the network's user namespace and not yet in its own: only there does a process have power over both ends.
type network struct {
	engine *Engine
	name   string
	user   *os.File // /proc/PID/ns/user
	net    *os.File // /proc/PID/ns/net

	mu      sync.Mutex
	members map[netip.Addr]*member
}

// member is a sandbox's place in a network.
type member struct {
	network *network
	names   []string
	address netip.Addr
	box     *box // nil until it is set up
}

// networks are an engine's, by name.
type networks struct {
	mu     sync.Mutex
	byName map[string]*network
}

// Every network has the same addresses: they never meet. The block is one of those that RFC 5737 sets aside for examples, so
// that a student does not mistake it for a network of their own.
var networkPrefix = netip.MustParsePrefix("192.0.2.0/24")

const (
	bridgeName  = "bridge"
	bridgeIndex = 1000 // chosen here, so that nobody has to ask for it
	cableName   = "eth0"
)

// join gives a sandbox a place in the network that its spec names, and makes the network for the first. It is nil without one.
func (e *Engine) join(ctx context.Context, spec sandbox.Spec) (*member, error) {
	if spec.Network == "" || spec.Network == "none" {
		return nil, nil
	}
	if !validHostname(spec.Network) {
		return nil, fmt.Errorf("cannot use the network name %q: it takes 1 to 63 letters, digits or '-'", spec.Network)
	}
	for _, kind := range []sandbox.Namespace{sandbox.User, sandbox.Net, sandbox.Mount} {
		if slices.Contains(spec.Share, kind) {
			return nil, fmt.Errorf("cannot join network %s without a namespace of the sandbox's own: %s\nhint: don't share %s", spec.Network, kind, kind)
		}
	}
	e.networks.mu.Lock()
	defer e.networks.mu.Unlock()
	n := e.networks.byName[spec.Network]
	if n == nil {
		var err error
		if n, err = e.newNetwork(ctx, spec.Network); err != nil {
			return nil, fmt.Errorf("cannot make network %s: %w", spec.Network, err)
		}
		if e.networks.byName == nil {
			e.networks.byName = map[string]*network{}
		}
		e.networks.byName[spec.Network] = n
	}
	return n.add(spec)
}

// newNetwork has an agent make the two namespaces and the bridge, takes hold of the namespaces and lets the agent go.
func (e *Engine) newNetwork(ctx context.Context, name string) (*network, error) {
	root := &image.Root{}
	p := &planner{spec: sandbox.Spec{Name: "network " + name, Share: []sandbox.Namespace{sandbox.Time}}, host: e.host, root: root}
	p.blobs = []blob{{name: "reply", data: make([]byte, replySize)}}
	p.reply = replySize
	p.unshare(sandbox.User)
	p.unshare(sandbox.Net)
	p.netlink("Makes a bridge, the switch that the sandboxes' cables are plugged into.", bridgeMessage())
	p.configure(bridgeName, "", "make a bridge")
	p.becomeInit()
	b := &box{engine: e, spec: p.spec, plan: &p.plan, root: root, processes: map[int]*process{}, replies: make(chan message, 2), done: make(chan struct{})}
	if err := b.start(ctx, nil); err != nil {
		return nil, err
	}
	defer b.Close()
	n := &network{engine: e, name: name, members: map[netip.Addr]*member{}}
	if err := n.hold(b.initPID); err != nil {
		n.close()
		return nil, err
	}
	return n, nil
}

// hold maps the one user of the network's sandboxes in their common user namespace and opens the namespaces.
func (n *network) hold(pid int) error {
	uid, gid := n.engine.host.uid, n.engine.host.gid
	proc := fmt.Sprintf("/proc/%d/", pid)
	for _, f := range [][2]string{
		{"setgroups", "deny"}, {"uid_map", fmt.Sprintf("%d %d 1", uid, uid)}, {"gid_map", fmt.Sprintf("%d %d 1", gid, gid)},
	} {
		if err := os.WriteFile(proc+f[0], []byte(f[1]), 0); err != nil {
			return err
		}
	}
	var err error
	if n.user, err = os.Open(proc + "ns/user"); err != nil {
		return err
	}
	n.net, err = os.Open(proc + "ns/net")
	return err
}

func (n *network) close() {
	for _, f := range []*os.File{n.user, n.net} {
		if f != nil {
			f.Close()
		}
	}
}

// add gives a new member the lowest free address. The first of a network is nobody's: a router would have it.
func (n *network) add(spec sandbox.Spec) (*member, error) {
	n.mu.Lock()
	defer n.mu.Unlock()
	address := networkPrefix.Addr().Next().Next()
	for n.members[address] != nil {
		address = address.Next()
	}
	if !networkPrefix.Contains(address.Next()) { // the last is for broadcasts
		return nil, fmt.Errorf("cannot join network %s: all of its addresses are taken", n.name)
	}
	m := &member{network: n, names: []string{spec.Hostname}, address: address}
	if spec.Name != spec.Hostname {
		m.names = append(m.names, spec.Name)
	}
	n.members[address] = m
	return m, nil
}

// files are the descriptors that the member's agent is sent.
func (m *member) files() []int {
	if m == nil {
		return nil
	}
	return []int{int(m.network.user.Fd()), int(m.network.net.Fd())}
}

// arrived tells the others of a member that is set up.
func (m *member) arrived(b *box) {
	if m == nil {
		return
	}
	m.network.mu.Lock()
	m.box = b
	m.network.mu.Unlock()
	m.network.tell()
}

// leave gives the place back, and with the last member the network.
func (m *member) leave() {
	if m == nil {
		return
	}
	all := &m.network.engine.networks
	all.mu.Lock()
	m.network.mu.Lock()
	delete(m.network.members, m.address)
	last := len(m.network.members) == 0
	m.network.mu.Unlock()
	if last {
		delete(all.byName, m.network.name)
		m.network.close()
	}
	all.mu.Unlock()
	if !last {
		m.network.tell()
	}
}

// hosts is a member's /etc/hosts (hosts(5)).
func (m *member) hosts() string {
	m.network.mu.Lock()
	defer m.network.mu.Unlock()
	return m.network.hosts()
}

func (n *network) hosts() string {
	var out strings.Builder
	out.WriteString("127.0.0.1\tlocalhost\n::1\tlocalhost ip6-localhost\n")
	for address := networkPrefix.Addr(); networkPrefix.Contains(address); address = address.Next() {
		if m := n.members[address]; m != nil {
			fmt.Fprintf(&out, "%s\t%s\n", address, strings.Join(m.names, " "))
		}
	}
	return out.String()
}

// tell has every member's agent write the names anew.
func (n *network) tell() {
	n.mu.Lock()
	hosts := n.hosts()
	var boxes []*box
	for _, m := range n.members {
		if m.box != nil {
			boxes = append(boxes, m.box)
		}
	}
	n.mu.Unlock()
	for _, b := range boxes {
		b.writeHosts(hosts)
	}
}

// writeHosts replaces /etc/hosts at once, so that no reader sees half of it. A sandbox that is ending has no need of it.
func (b *box) writeHosts(hosts string) {
	const file, fresh = "/etc/hosts", "/etc/.hosts.new"
	p := program{calls: []call{
		{nr: unix.SYS_OPENAT, name: "openat", out: ref{"hosts", opArgs}, neg: "written",
			args: []value{cwd, str(fresh), intv(unix.O_WRONLY | unix.O_CREAT | unix.O_TRUNC | unix.O_NOFOLLOW | unix.O_CLOEXEC), intv(0o644)}},
		{label: "hosts", nr: unix.SYS_WRITE, name: "write", neg: "written", args: []value{intv(-1), str(hosts), intv(len(hosts))}},
		{nr: unix.SYS_RENAMEAT, name: "renameat", neg: "written", args: []value{cwd, str(fresh), cwd, str(file)}},
		nop("written"),
	}}
	p.calls = append(p.calls, b.replyCalls("fail")...)
	b.run(context.Background(), p, opSize, nil, nil)
}

// The helper's descriptors: free, as whatever a message brings is fewer.
const (
	netSocketFD = 42
	netPidFD    = 43
	netGoFD     = 44
	netDoneFD   = 45
)

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
		p.add(step{call: "setresuid", args: []string{id.text, id.text, id.text}, man: "setresuid(2)",
			why: "Takes the id of the network's sandboxes: from here on the kernel does not see root.",
			calls: []call{
				{nr: unix.SYS_SETRESGID, name: "setresgid", args: []value{group, group, group}},
				{nr: unix.SYS_SETRESUID, name: "setresuid", args: []value{id, id, id}},
				// Changing ids made /proc/self root's; the maps are written there.
				{nr: unix.SYS_PRCTL, name: "prctl", args: []value{intv(unix.PR_SET_DUMPABLE), intv(1)}},
			}})
	}

	// Two eventfds tell the helper whose cable it is and that the namespace is there; the third tells that the cable is.
	// When Floorplan gives the start up, its end of the control socket says so.
	var calls []call
	for _, fd := range []int{netPidFD, netGoFD, netDoneFD} {
		flags, label := unix.EFD_CLOEXEC, p.label()
		if fd != netDoneFD {
			flags |= unix.EFD_NONBLOCK
		}
		calls = append(calls,
			call{nr: unix.SYS_EVENTFD2, name: "eventfd2", args: []value{intv(0), intv(flags)}, out: ref{label, opArgs}},
			call{label: label, nr: unix.SYS_DUP3, name: "dup3", args: []value{intv(-1), intv(fd), intv(unix.O_CLOEXEC)}})
	}
	events := le64(0, 0)
	binary.NativeEndian.PutUint32(events, netGoFD)
	binary.NativeEndian.PutUint16(events[4:], unix.POLLIN)
	binary.NativeEndian.PutUint32(events[8:], controlFD)
	binary.NativeEndian.PutUint16(events[12:], unix.POLLRDHUP)
	message, pid := p.member.cableMessage()
	p.blobs = append(p.blobs, blob{name: "netEvents", data: events}, blob{name: "netCable", data: message},
		blob{name: "netPid", data: le64(0)}, blob{name: "netOne", data: le64(1)})
	after, socket, over, exit := p.label(), p.label(), p.label(), p.label()
	calls = append(calls,
		call{nr: unix.SYS_CLONE, name: "clone", args: []value{num(uint64(unix.SIGCHLD), "SIGCHLD")}, pos: after},
		// The helper.
		call{nr: unix.SYS_PPOLL, name: "ppoll", args: []value{at("netEvents", 0), intv(2)}, neg: exit},
		call{nr: unix.SYS_READ, name: "read", args: []value{intv(netGoFD), at("netOne", 0), intv(8)}, neg: exit},
		call{nr: unix.SYS_READ, name: "read", args: []value{intv(netPidFD), at("netCable", pid), intv(8)}, neg: exit},
		call{nr: unix.SYS_SETNS, name: "setns", args: []value{intv(first + 1), num(unix.CLONE_NEWNET, "CLONE_NEWNET")}, neg: over},
		call{nr: unix.SYS_SOCKET, name: "socket", args: []value{intv(unix.AF_NETLINK), intv(unix.SOCK_RAW | unix.SOCK_CLOEXEC), intv(unix.NETLINK_ROUTE)},
			out: ref{socket, opArgs}, neg: over},
		call{label: socket, nr: unix.SYS_WRITE, name: "write", args: []value{intv(-1), at("netCable", 0), intv(pid + 4)}, neg: over},
		call{label: over, nr: unix.SYS_WRITE, name: "write", args: []value{intv(netDoneFD), at("netOne", 0), intv(8)}, neg: exit},
		call{label: exit, nr: unix.SYS_EXIT_GROUP, name: "exit_group", args: []value{intv(0)}, neg: exit},
		nop(after))
	p.add(step{call: "clone", args: []string{"SIGCHLD"}, man: "veth(4)", calls: calls,
		why: "Forks a helper that stays there: it has power over both ends of a cable, the network's and the sandbox's."})
}

// tellPid tells the helper whose cable it is: the number that comes out of the call with this label.
func tellPid() call {
	return call{nr: unix.SYS_WRITE, name: "write", args: []value{intv(netPidFD), at("netPid", 0), intv(8)}, neg: ignore}
}

// cable has the helper lay the cable into the network namespace that the process is in now, and gives this end its address.
func (p *planner) cable() {
	if p.member == nil {
		return
	}
	var calls []call
	if !p.inner {
		calls = append(calls, call{nr: unix.SYS_GETPID, name: "getpid", out: ref{"netPid", 0}}, tellPid())
	}
	calls = append(calls,
		call{nr: unix.SYS_WRITE, name: "write", args: []value{intv(netGoFD), at("netOne", 0), intv(8)}},
		call{nr: unix.SYS_READ, name: "read", args: []value{intv(netDoneFD), at("netPid", 0), intv(8)}},
		// An admin sandbox's helper is the child of a process that has ended.
		call{nr: unix.SYS_WAIT4, name: "wait4", args: []value{num(^uint64(0), "-1"), intv(0), intv(unix.WALL)}, neg: ignore})
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

func bridgeMessage() []byte {
	return newLink(linkInfo(bridgeIndex, unix.IFF_UP), textAttribute(unix.IFLA_IFNAME, bridgeName),
		attribute(unix.IFLA_LINKINFO, textAttribute(unix.IFLA_INFO_KIND, "bridge")...))
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
