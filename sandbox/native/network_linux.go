package native

import (
	"context"
	"fmt"
	"net/netip"
	"os"
	"slices"
	"strings"
	"sync"
	"time"

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

	telling sync.Mutex // held while names are written, so that the newest are written last
	mu      sync.Mutex
	last    netip.Addr // given to a member
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

// notInNetworks are the namespaces that a member needs of its own: all members wait for a member's agent, which must not be one
// that a neighbour may stop.
var notInNetworks = []sandbox.Namespace{sandbox.User, sandbox.Net, sandbox.Mount, sandbox.PID}

// join gives a sandbox a place in the network that its spec names, and makes the network for the first. It is nil without one.
func (e *Engine) join(ctx context.Context, spec sandbox.Spec) (*member, error) {
	if spec.Network == "" || spec.Network == "none" {
		return nil, nil
	}
	if !validHostname(spec.Network) {
		return nil, fmt.Errorf("cannot use the network name %q: it takes 1 to 63 letters, digits or '-'", spec.Network)
	}
	for _, kind := range notInNetworks {
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
	p.unshare(sandbox.User)
	p.unshare(sandbox.Net)
	p.netlink("Makes a bridge, the switch that the sandboxes' cables are plugged into.", bridgeMessage())
	p.configure(bridgeName, "", "make a bridge")
	p.becomeInit()
	b := &box{engine: e, spec: p.spec, root: root, processes: map[int]*process{}, asking: make(chan struct{}, 1), replies: make(chan message, 2), done: make(chan struct{})}
	if err := b.start(ctx, nil, nil, func() (*opening, error) { return e.openingOf(question{}, &p.plan) }); err != nil {
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

// add gives a new member the free address that was given away longest ago: the kernel takes a while to clear up after those
// who leave. The first of a network is nobody's, as a router would have it, and the last is for broadcasts.
func (n *network) add(spec sandbox.Spec) (*member, error) {
	n.mu.Lock()
	defer n.mu.Unlock()
	first := networkPrefix.Addr().Next().Next()
	const most = 253
	if len(n.members) == most {
		return nil, fmt.Errorf("cannot join network %s: all of its %d addresses are taken", n.name, most)
	}
	for taken := true; taken; taken = n.members[n.last] != nil {
		if n.last = n.last.Next(); !networkPrefix.Contains(n.last.Next()) {
			n.last = first
		}
	}
	address := n.last
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

// tellTime is how long the members' agents may take to write the names. One that starts a command waits for it to be executed, and
// a program of its own sandbox may have stopped it before that: its neighbours need not wait, nor those that are closed.
const tellTime = 2 * time.Second

// tell has every member's agent write the names anew.
func (n *network) tell() {
	n.telling.Lock()
	defer n.telling.Unlock()
	n.mu.Lock()
	hosts := n.hosts()
	var boxes []*box
	for _, m := range n.members {
		if m.box != nil {
			boxes = append(boxes, m.box)
		}
	}
	n.mu.Unlock()
	ctx, cancel := context.WithTimeout(context.Background(), tellTime)
	defer cancel()
	var told sync.WaitGroup
	for _, b := range boxes {
		told.Go(func() { b.writeHosts(ctx, hosts) })
	}
	told.Wait()
}

// writeHosts replaces /etc/hosts at once, so that no reader sees half of it. A sandbox that is ending has no need of it. Its user
// may put anything in the way of the new file: what is opened must be made here, as the agent would wait for a pipe's reader.
func (b *box) writeHosts(ctx context.Context, hosts string) {
	const file, fresh = "/etc/hosts", "/etc/.hosts.new"
	p := program{calls: []call{
		{nr: unix.SYS_UNLINKAT, name: "unlinkat", args: []value{cwd, str(fresh), intv(0)}, neg: ignore},
		{nr: unix.SYS_OPENAT, name: "openat", out: ref{"hosts", opArgs}, neg: "written",
			args: []value{cwd, str(fresh), intv(unix.O_WRONLY | unix.O_CREAT | unix.O_EXCL | unix.O_CLOEXEC), intv(0o644)}},
		{label: "hosts", nr: unix.SYS_WRITE, name: "write", neg: "written", args: []value{intv(-1), str(hosts), intv(len(hosts))}},
		{nr: unix.SYS_RENAMEAT2, name: "renameat2", neg: "written", args: []value{cwd, str(fresh), cwd, str(file), intv(0)}},
		nop("written"),
	}}
	p.calls = append(p.calls, replyCalls("fail")...)
	b.run(ctx, p, outcomeSize, nil, nil)
}
