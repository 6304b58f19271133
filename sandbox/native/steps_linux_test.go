package native

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/sys/unix"

	"floorplan/sandbox"
	"floorplan/sandbox/image"
)

func testHost(root bool) host {
	h := host{root: root, permitted: ^uint32(0), uid: 1234, gid: 2345, stages: []string{"/tmp", "/run"}, capDrops: capDrops(40), signalResets: signalResets(), landlock: 7, filters: makeFilters(),
		devices: []string{"null", "tty"}, masked: []maskedPath{{"/proc/keys", false}, {"/proc/acpi", true}},
		how: map[string]string{"memory": "watchdog", "pids": "rlimit", "cpu": "nice"}}
	if root {
		h.uid, h.gid = HostID, HostID
	}
	return h
}

// FuzzPlan: any description is an error, or a plan that links and keeps the rules.
func FuzzPlan(f *testing.F) {
	f.Add(false, "flat", false, uint8(0), "/data", "/home/x", "A=b", int64(0), 0, 0, false)
	f.Add(true, "flat-7", true, uint8(0), "/usr/x/y", "/tmp/x", "", int64(64<<20), 64, 50, true)
	f.Add(true, "x", false, uint8(255), "", "", "PATH=", int64(1), 4, 1, false)
	f.Add(false, "x", true, uint8(2|8), "", "", "=", int64(1), 4, 1, true)
	f.Fuzz(func(t *testing.T, root bool, hostname string, admin bool, share uint8, target, source, env string, memory int64, pids, weight int, mini bool) {
		spec := sandbox.Spec{Hostname: hostname, Profile: sandbox.Locked, Memory: memory, Pids: pids, CPUWeight: weight}
		if admin {
			spec.Profile = sandbox.Admin
		}
		for i, kind := range sandbox.Namespaces() {
			if share&(1<<i) != 0 {
				spec.Share = append(spec.Share, kind)
			}
		}
		if target != "" {
			spec.Volumes = map[string]string{target: source}
		}
		if env != "" {
			spec.Env = []string{env}
		}
		tree := &image.Root{Ref: "host", Binds: []image.Bind{{Source: "/usr", Target: "/usr"}, {Source: "/etc", Target: "/etc"}, {Source: "/opt", Target: "/opt"}}}
		if mini {
			spec.Image = "mini"
			tree = &image.Root{Ref: "mini", Layers: []string{"/cache/b", "/cache/a"}}
		}
		h := testHost(root)
		if checkSpec(spec, h) != nil {
			return
		}
		var err error
		if h.stage, err = findStage(h.stages, sources(tree, spec)); err != nil {
			return
		}
		checkPlan(t, makePlan(spec, h, tree, "/tmp/home", 3, 2, nil), spec)
		if !slices.ContainsFunc(spec.Share, func(kind sandbox.Namespace) bool { return slices.Contains(notInNetworks, kind) }) {
			spec.Network = "street"
			neighbour := &member{network: &network{name: spec.Network}, address: networkPrefix.Addr().Next()}
			checkPlan(t, makePlan(spec, h, tree, "/tmp/home", 3, 2, neighbour), spec)
		}
	})
}

// checkPlan checks the rules that every plan keeps, whatever it is of.
func checkPlan(t *testing.T, p *plan, spec sandbox.Spec) {
	t.Helper()
	var calls []call
	for _, s := range p.steps {
		if s.why == "" || len(s.calls) == 0 || s.man == "" {
			t.Errorf("step %+v does not explain itself", s)
		}
		calls = append(calls, s.calls...)
	}
	index := func(what func(call) bool) int { return slices.IndexFunc(calls, what) }
	last := func(what func(call) bool) int {
		at := -1
		for i, c := range calls {
			if what(c) {
				at = i
			}
		}
		return at
	}
	mounts := func(c call) bool {
		return c.nr == unix.SYS_MOUNT || c.nr == unix.SYS_MOUNT_SETATTR || c.nr == unix.SYS_UMOUNT2
	}
	private := index(func(c call) bool { return c.nr == unix.SYS_MOUNT && c.args[3].n == unix.MS_REC|unix.MS_PRIVATE })
	first, lastMount := index(mounts), last(mounts)
	capset := last(func(c call) bool { return c.nr == unix.SYS_CAPSET })
	seccomp := last(func(c call) bool { return c.nr == unix.SYS_SECCOMP })
	noNewPrivs := index(func(c call) bool { return c.nr == unix.SYS_PRCTL && c.args[0].n == unix.PR_SET_NO_NEW_PRIVS })

	ownMounts := !slices.Contains(spec.Share, sandbox.Mount)
	if ownMounts != (first >= 0) || first != private {
		t.Errorf("the first mount is %d, the private propagation %d", first, private)
	}
	if seccomp != len(calls)-1 {
		t.Errorf("the filter is call %d of %d, not the last", seccomp, len(calls))
	}
	if noNewPrivs < 0 || noNewPrivs < lastMount {
		t.Errorf("no_new_privs is call %d, the last mount %d", noNewPrivs, lastMount)
	}
	if spec.Profile != sandbox.Admin {
		if capset < lastMount || capset < 0 {
			t.Errorf("capabilities are dropped in call %d, the last mount is %d", capset, lastMount)
		}
	}
	for _, kind := range sandbox.Namespaces() {
		flag := uint64(namespaceFacts[kind].flag)
		at := index(func(c call) bool { return c.nr == unix.SYS_UNSHARE && c.args[0].n&flag != 0 })
		if own := !slices.Contains(spec.Share, kind); own != (at >= 0) {
			t.Errorf("%s: own is %v, and its call is %d", kind, own, at)
		}
	}
	if ownMounts {
		detach := index(func(c call) bool { return c.nr == unix.SYS_UMOUNT2 })
		if detach < 0 || detach != lastMount {
			t.Errorf("the old root goes in call %d, the last mount is %d", detach, lastMount)
		}
	}
	for _, c := range calls {
		if c.nr == unix.SYS_MOUNT && strings.HasPrefix(c.args[1].text, "/dev") {
			t.Errorf("mounts on the host's %s", c.args[1].text)
		}
		if c.nr == unix.SYS_CLONE && c.out != (ref{}) {
			t.Errorf("the result of %s goes where parent and child both write it, in any order", c.name)
		}
	}
	prog := program{calls: append(calls, call{label: "fail", nr: unix.SYS_EXIT_GROUP}), blobs: p.blobs}
	img, err := prog.link(inboxBase, map[string]uint64{"replySize": 0})
	if err != nil {
		t.Fatal(err)
	}
	if len(img.data) > inboxSize/2 {
		t.Errorf("the plan takes %d bytes", len(img.data))
	}
}

// TestTimeless plans for a kernel without time namespaces: that one wall is left out, and it is said.
func TestTimeless(t *testing.T) {
	h := testHost(false)
	h.stage = h.stages[0]
	for _, h.timeless = range []bool{false, true} {
		p := makePlan(withDefaults(sandbox.Spec{}), h, &image.Root{}, "", 0, 0, nil)
		made := slices.ContainsFunc(p.steps, func(s step) bool { return s.unshare == "--time" })
		said := slices.ContainsFunc(p.notes, func(note string) bool { return strings.Contains(note, "no time namespaces") })
		if made == h.timeless || said != h.timeless {
			t.Errorf("timeless %v: made %v, said %v", h.timeless, made, said)
		}
	}
}

// TestFilter runs the policy over all numbers, and some arguments, in an interpreter of its instructions.
func TestFilter(t *testing.T) {
	filters := makeFilters()
	for _, f := range []struct {
		name   string
		filter filter
		admin  bool
	}{{"locked", filters.locked, false}, {"admin", filters.admin, true}} {
		refused := map[uint32]bool{}
		for _, r := range refusals {
			if r.admin || !f.admin {
				refused[uint32(r.number)] = true
			}
		}
		for n := range uint32(600) {
			want := uint32(allow)
			switch {
			case n > lastSyscall, n == unix.SYS_CLONE3 && !f.admin:
				want = enosys
			case refused[n]:
				want = eperm
			}
			if got := evaluate(t, f.filter, n, unix.AF_UNIX, 0, 0); got != want {
				t.Errorf("%s: call %d: got %#x, want %#x", f.name, n, got, want)
			}
		}
		for _, test := range []struct{ number, arg0, arg1, arg2, want uint32 }{
			{unix.SYS_SOCKET, unix.AF_VSOCK, 0, 0, eperm}, {unix.SYS_SOCKET, unix.AF_ALG, 0, 0, eperm}, {unix.SYS_SOCKET, unix.AF_INET, unix.SOCK_STREAM | unix.SOCK_CLOEXEC, 0, allow},
			{unix.SYS_SOCKET, unix.AF_UNIX, 0, 0, allow}, {unix.SYS_SOCKET, unix.AF_PACKET, 0, 0, allow},
			{unix.SYS_SOCKET, unix.AF_NETLINK, 0, unix.NETLINK_ROUTE, allow}, {unix.SYS_SOCKET, unix.AF_NETLINK, 0, unix.NETLINK_NETFILTER, eperm},
			{unix.SYS_SOCKET, unix.AF_NETLINK, 0, unix.NETLINK_ISCSI, eperm}, {unix.SYS_SOCKET, unix.AF_NETLINK, 0, unix.NETLINK_GENERIC, eperm},
			{unix.SYS_SOCKET, unix.AF_NETLINK, 0, unix.NETLINK_KOBJECT_UEVENT, allow},
			{unix.SYS_SOCKET, unix.AF_INET6, unix.SOCK_STREAM, unix.IPPROTO_MPTCP, allow}, {unix.SYS_SOCKET, unix.AF_INET, unix.SOCK_DGRAM, unix.IPPROTO_ICMP, allow},
			{unix.SYS_SOCKET, unix.AF_INET, unix.SOCK_STREAM, unix.IPPROTO_SCTP, eperm}, {unix.SYS_SOCKET, unix.AF_INET6, unix.SOCK_DCCP, 0, eperm},
			{unix.SYS_SOCKET, unix.AF_INET, unix.SOCK_RAW, unix.IPPROTO_SCTP, allow},
			{unix.SYS_SETSOCKOPT, 3, unix.SOL_IP, unix.IP_TTL, allow}, {unix.SYS_SETSOCKOPT, 3, unix.SOL_IP, 64, eperm}, {unix.SYS_GETSOCKOPT, 3, unix.SOL_IP, 1152, eperm},
			{unix.SYS_GETSOCKOPT, 3, unix.SOL_IPV6, 64, eperm}, {unix.SYS_SETSOCKOPT, 3, unix.SOL_IPV6, unix.IPV6_TCLASS, allow},
			{unix.SYS_SETSOCKOPT, 3, unix.SOL_SOCKET, 64, allow},
			{unix.SYS_SOCKETPAIR, unix.AF_UNIX, unix.SOCK_DGRAM, 0, allow}, {unix.SYS_SOCKETPAIR, unix.AF_VSOCK, 0, 0, eperm},
			{unix.SYS_IOCTL, 0, unix.TIOCSTI, 0, eperm}, {unix.SYS_IOCTL, 0, tiocLinux, 0, eperm}, {unix.SYS_IOCTL, 0, unix.TIOCSETD, 0, eperm}, {unix.SYS_IOCTL, 0, unix.TCGETS, 0, allow},
			{unix.SYS_CLONE, unix.CLONE_VM, 0, 0, allow}, {unix.SYS_CLONE, unix.CLONE_NEWUSER, 0, 0, map[bool]uint32{true: allow, false: eperm}[f.admin]},
			{unix.SYS_FCHMOD, 0, 0, 0, allow}, {unix.SYS_PRLIMIT64, 1, 0, 0, allow}, {unix.SYS_SETPRIORITY, unix.PRIO_USER, 0, 0, allow},
			{0x40000000, 0, 0, 0, enosys},
		} {
			if got := evaluate(t, f.filter, test.number, test.arg0, test.arg1, test.arg2); got != test.want {
				t.Errorf("%s: %+v: got %#x", f.name, test, got)
			}
		}
	}
	// Where namespaces are the host's.
	shared := policy{hostFiles: true, hostProcesses: true}.filter()
	for _, test := range []struct{ number, arg0, arg1, want uint32 }{
		{unix.SYS_FCHMOD, 0, 0, eperm}, {unix.SYS_FSETXATTR, 0, 0, eperm}, {unix.SYS_FILE_SETATTR, 0, 0, eperm}, {lastSyscall + 1, 0, 0, enosys},
		{unix.SYS_IOCTL, 3, unix.FS_IOC_SETFLAGS, eperm}, {unix.SYS_IOCTL, 3, unix.TIOCSETD, eperm}, {unix.SYS_IOCTL, 3, unix.FS_IOC_GETFLAGS, allow},
		{unix.SYS_SOCKET, unix.AF_UNIX, unix.SOCK_STREAM, eperm}, {unix.SYS_SOCKET, unix.AF_INET, unix.SOCK_STREAM, allow},
		{unix.SYS_SOCKETPAIR, unix.AF_UNIX, unix.SOCK_STREAM | unix.SOCK_CLOEXEC, allow},
		{unix.SYS_SOCKETPAIR, unix.AF_UNIX, unix.SOCK_DGRAM | unix.SOCK_CLOEXEC, eperm},
		{unix.SYS_PRLIMIT64, 0, 7, allow}, {unix.SYS_PRLIMIT64, 1, 7, eperm}, {unix.SYS_SCHED_SETAFFINITY, 0, 8, allow}, {unix.SYS_SCHED_SETAFFINITY, 2, 8, eperm},
		{unix.SYS_SETPRIORITY, unix.PRIO_PROCESS, 0, allow}, {unix.SYS_SETPRIORITY, unix.PRIO_PROCESS, 1, eperm},
		{unix.SYS_SETPRIORITY, unix.PRIO_PGRP, 0, eperm}, {unix.SYS_SETPRIORITY, unix.PRIO_USER, 0, eperm},
		{unix.SYS_IOPRIO_SET, ioprioProcess, 0, allow}, {unix.SYS_IOPRIO_SET, ioprioProcess, 9, eperm}, {unix.SYS_IOPRIO_SET, 3, 0, eperm},
	} {
		if got := evaluate(t, shared, test.number, test.arg0, test.arg1, 0); got != test.want {
			t.Errorf("shared: %+v: got %#x", test, got)
		}
	}
}

// evaluate is the part of classic BPF that the filters use.
func evaluate(t *testing.T, f filter, number, arg0, arg1, arg2 uint32) uint32 {
	t.Helper()
	data := map[uint32]uint32{dataNumber: number, dataArch: auditArch(), dataArg0: arg0, dataArg1: arg1, dataArg2: arg2}
	var a uint32
	for pc := 0; pc < len(f)/8; pc++ {
		in := f[pc*8:]
		code, jt, jf := uint16(in[0])|uint16(in[1])<<8, int(in[2]), int(in[3])
		k := uint32(in[4]) | uint32(in[5])<<8 | uint32(in[6])<<16 | uint32(in[7])<<24
		var yes bool
		switch code {
		case unix.BPF_LD | unix.BPF_W | unix.BPF_ABS:
			a = data[k]
			continue
		case unix.BPF_ALU | unix.BPF_AND | unix.BPF_K:
			a &= k
			continue
		case unix.BPF_RET | unix.BPF_K:
			return k
		case unix.BPF_JMP | unix.BPF_JA:
			pc += int(k)
			continue
		case unix.BPF_JMP | unix.BPF_JEQ | unix.BPF_K:
			yes = a == k
		case unix.BPF_JMP | unix.BPF_JGE | unix.BPF_K:
			yes = a >= k
		case unix.BPF_JMP | unix.BPF_JSET | unix.BPF_K:
			yes = a&k != 0
		default:
			t.Fatalf("instruction %#x", code)
		}
		if yes {
			pc += jt
		} else {
			pc += jf
		}
	}
	t.Fatal("the filter has no end")
	return 0
}
