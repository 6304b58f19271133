package native

import (
	"cmp"
	"encoding/binary"
	"fmt"
	"path"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/sys/unix"

	"floorplan/sandbox"
	"floorplan/sandbox/image"
)

// step is one thing that the engine asks of the kernel: the calls that do it, and how it is explained.
type step struct {
	// call and args are what is shown; when empty, the first call's.
	call string
	args []string
	why  string
	man  string
	// unshare, docker and oci: see sandbox.Step.
	unshare, docker, oci string
	calls                []call
	// aside says that this is done by the process that was launched, while its child goes on: see networkAside.
	aside bool
	// otherwise is what is worth knowing where the first call fails and the sandbox does without it.
	otherwise string
}

// host is what a plan needs to know about the machine.
type host struct {
	root     bool     // Floorplan is the host's root: sandboxes get another id
	uid, gid int      // the ids on the host that a sandbox's user is mapped to
	stages   []string // directories that a root file system could be built on
	stage    string   // the one of them that findStage chose
	// masked are the files and directories of /proc that tell of the whole machine and that everybody may read.
	masked        []maskedPath
	devices       []string          // those of the usual device files that exist
	passwd, group string            // the host's lines for the system's own users
	how           map[string]string // what limits memory, pids and cpu: a word of sandbox.Report.Limits
	filters       filters           // of system calls
	user          imageUser         // whom the image asks for
	capDrops      []call            // empty the bounding set of the capabilities that the kernel has
	signalResets  []call            // let every signal do what it does by default
	landlock      int               // the version of Landlock's interface, 0 for none
	permitted     uint32            // the capabilities that Floorplan has, of the first 32
	mountedBelow  []string          // those of /usr and /etc that have mounts below them
	timeless      bool              // the kernel has no time namespaces (CONFIG_TIME_NS)
}

type maskedPath struct {
	path string
	dir  bool
}

// plan is a sandbox as steps, before it is linked.
type plan struct {
	steps []step
	blobs []blob
	// inner says that the sandbox's root lives in a user namespace of its own inside the one that made the mounts.
	inner bool
	env   []string
	home  string
	notes []string // what is worth knowing, for Facts
}

// StudentID is the user and group id of a locked sandbox's user, as seen inside. An admin sandbox's is 0.
const StudentID = 1000

// HostID is the user and group id on the host of every sandbox's user when Floorplan runs as root. It lies above every range
// that login.defs(5), subuid(5) and systemd (UIDS-GIDS) hand out, so that it owns nothing on the host.
const HostID = 1879113728

const (
	defaultDisk   = 512 << 20
	defaultInodes = 100_000
	defaultPids   = 512
	defaultFiles  = 512

	// What is counted for the student, whichever sandbox uses it. The host's own limits are 128 inotify instances, for one.
	mostInotify    = 64
	mostWatches    = 8192
	mostNamespaces = 256
	mostTerminals  = 64
	mostSignals    = 1024
	mostQueues     = 256 << 10 // bytes of POSIX message queues: three, if nobody says how large they are
)

// size is how many calls the plan has.
func (p *plan) size() int {
	n := 0
	for _, s := range p.steps {
		n += len(s.calls)
	}
	return n
}

type planner struct {
	plan
	spec   sandbox.Spec
	host   host
	root   *image.Root
	member *member // its place in a network; nil without one
	labels int
	kept   int
	id     int  // the sandbox's user and group, as seen inside
	aside  bool // the process that was launched makes the network namespace while its child already mounts
}

// own says whether the sandbox has a namespace of this kind for itself.
func (p *planner) own(kind sandbox.Namespace) bool { return !slices.Contains(p.spec.Share, kind) }

func (p *planner) add(s step) { p.steps = append(p.steps, s) }

func (p *planner) label() string {
	p.labels++
	return "L" + strconv.Itoa(p.labels)
}

// makePlan turns a description that checkSpec has accepted into steps. It asks the machine nothing: the same spec, host and root give the same plan.
// scratch is the home where the mount namespace is shared.
// The message that brings the plan brings descriptors from firstFD on: kept of them for the command that comes first, then
// joins of them through which the process joins its control groups, then member's files.
func makePlan(spec sandbox.Spec, h host, root *image.Root, scratch string, kept, joins int, member *member) *plan {
	p := &planner{spec: spec, host: h, root: root, member: member, kept: kept, id: StudentID}
	if h.user.id != 0 {
		p.id = h.user.id
	}
	if h.user.note != "" {
		p.notes = append(p.notes, h.user.note)
	}
	if spec.Profile == sandbox.Admin {
		p.id = 0
	}
	if !p.own(sandbox.User) {
		p.id = h.uid
	}
	p.inner = spec.Profile == sandbox.Admin && p.own(sandbox.Mount) && p.own(sandbox.User)
	p.aside = p.own(sandbox.Net) && p.own(sandbox.Mount) && !p.inner && member == nil
	p.steps = make([]step, 0, 64)
	p.environment(scratch)
	p.joinGroups(joins)
	p.newUser(firstFD + kept + joins)
	p.becomeInit()
	p.countless()
	if p.own(sandbox.Cgroup) {
		p.unshare(sandbox.Cgroup)
	}
	if !p.inner {
		p.ownWalls()
	}
	if p.own(sandbox.Mount) {
		p.unshare(sandbox.Mount)
		p.mounts()
	}
	if p.aside { // there is time until the network is there
		p.settle()
		p.joinNetwork()
	}
	if p.own(sandbox.Mount) {
		p.leaveHost()
	}
	if p.inner {
		p.innerUser()
		p.ownWalls()
	}
	if !p.aside {
		p.settle()
	}
	p.agentSetup()
	p.dropPrivileges()
	return &p.plan
}

// ownWalls makes the namespaces that need no mounts. Those of an admin sandbox belong to its inner user namespace, so that
// its root may rule them.
func (p *planner) ownWalls() {
	if p.own(sandbox.Net) && !p.aside {
		p.unshare(sandbox.Net)
		p.network()
		p.cable()
	}
	if p.own(sandbox.UTS) {
		p.unshare(sandbox.UTS)
		name := p.spec.Hostname
		p.add(step{why: "Gives the sandbox its host name.", man: "sethostname(2)",
			docker: "--hostname " + name, oci: "hostname", unshare: "",
			calls: []call{{nr: unix.SYS_SETHOSTNAME, name: "sethostname", args: []value{bytesv([]byte(name), name), intv(len(name))}}}})
	}
	if p.own(sandbox.IPC) {
		p.unshare(sandbox.IPC)
	}
}

// joinGroups moves the process into its control groups before it has namespaces, by files that the engine opened.
func (p *planner) joinGroups(n int) {
	for i := range n {
		p.add(step{call: "write", args: []string{"cgroup.procs", "0"}, man: "cgroups(7)", docker: "--memory, --pids-limit, --cpus",
			oci: "linux.cgroupsPath", why: "Joins the control group that counts and limits what the sandbox uses.",
			calls: []call{{nr: unix.SYS_WRITE, name: "write", args: []value{intv(firstFD + p.kept + i), str("0"), intv(1)}}}})
	}
}

// writeFile writes a file in calls. The descriptor stays open until agentSetup closes all of them at once.
func (p *planner) writeFile(file, content string, flags int, neg string) []call {
	label := p.label()
	return []call{
		{nr: unix.SYS_OPENAT, name: "openat " + file, out: ref{label, opArgs}, neg: neg,
			args: []value{cwd, str(file), intv(unix.O_WRONLY | unix.O_CLOEXEC | flags), intv(0o644)}},
		{label: label, nr: unix.SYS_WRITE, name: "write " + file, neg: neg,
			args: []value{intv(-1), str(content), intv(len(content))}},
	}
}

var cwd = num(uint64(0xffffffffffffff9c), "AT_FDCWD") // -100

// writeStep is a step that writes a file of /proc.
func (p *planner) writeStep(file, content, why, man string) step {
	return step{call: "write", args: []string{file, content}, why: why, man: man, calls: p.writeFile(file, content, 0, "")}
}

// newUser gives the sandbox a user namespace and the one user id that it maps. The network's descriptors, if it has one, begin
// at networkFD.
func (p *planner) newUser(networkFD int) {
	if p.host.root {
		p.add(step{why: "Gives up root's supplementary groups.", man: "setgroups(2)", docker: "--group-add", oci: "process.user.additionalGids",
			calls: []call{{nr: unix.SYS_SETGROUPS, name: "setgroups", args: []value{intv(0), intv(0)}}}})
	}
	if p.host.root && p.member == nil {
		p.becomeHostID()
	}
	if !p.own(sandbox.User) {
		return
	}
	p.enterNetwork(networkFD)
	p.add(step{why: namespaceFacts[sandbox.User].why, man: "user_namespaces(7)", unshare: "--user", docker: "--userns",
		oci: "linux.namespaces: user", calls: []call{unshareCall(unix.CLONE_NEWUSER, "CLONE_NEWUSER")}})
	p.add(p.writeStep("/proc/self/setgroups", "deny", "Refuses setgroups(2): a group may also be there to keep somebody out.", "user_namespaces(7)"))
	p.add(withFlags(p.writeStep("/proc/self/uid_map", fmt.Sprintf("%d %d 1", p.id, p.host.uid),
		fmt.Sprintf("Maps one user: id %d inside is id %d outside. Files of all others look like nobody's.", p.id, p.host.uid), "user_namespaces(7)"), "--map-user", "", "linux.uidMappings"))
	p.add(withFlags(p.writeStep("/proc/self/gid_map", fmt.Sprintf("%d %d 1", p.id, p.host.gid), "The same for the group.", "user_namespaces(7)"), "--map-group", "", "linux.gidMappings"))
}

// countless limits what the kernel counts for a user in this namespace and in all above it, the student's own among them: used
// up in here, it would be used up for all that the student runs. The first look into /proc/sys of a new namespace takes a tenth of a
// millisecond; process 1 has it while the network is made.
func (p *planner) countless() {
	if !p.own(sandbox.User) {
		return
	}
	dir := "/proc/sys/user/max_"
	set := func(name string, n int) []call { return p.writeFile(dir+name, fmt.Sprint(n), 0, ignore) }
	p.add(step{call: "write", args: []string{dir + "inotify_instances", fmt.Sprint(mostInotify)}, man: "inotify(7)",
		why:   "Leaves the student's other programs most of what the kernel lets a user watch files with.",
		calls: slices.Concat(set("inotify_instances", mostInotify), set("inotify_watches", mostWatches))})
	if p.spec.Profile != sandbox.Admin {
		p.add(step{call: "write", args: []string{dir + "user_namespaces", "0"}, man: "namespaces(7)",
			why:   "Allows no further user namespaces in this one: they would bring capabilities back.",
			calls: set("user_namespaces", 0)})
		return
	}
	calls := set("fanotify_groups", mostInotify)
	for _, kind := range []string{"user", "mnt", "pid", "net", "uts", "ipc", "cgroup", "time"} {
		calls = append(calls, set(kind+"_namespaces", mostNamespaces)...)
	}
	p.add(step{call: "write", args: []string{dir + "…_namespaces", fmt.Sprint(mostNamespaces)}, man: "namespaces(7)",
		why: "Allows so many namespaces of each kind below this one: they take the kernel's memory, which is the host's.", calls: calls})
}

func withFlags(s step, unshare, docker, oci string) step {
	s.unshare, s.docker, s.oci = unshare, docker, oci
	return s
}

// becomeHostID leaves root's id for one that owns nothing. The capabilities stay: without a user namespace until the mounts are
// made, else until there is one, as some hosts allow only the privileged to make it.
func (p *planner) becomeHostID() {
	id := intv(p.host.uid)
	p.add(step{why: "Takes an id that owns nothing on the host: from here on no file and no process takes this one for root's.",
		man: "setresuid(2)", docker: "--user", oci: "process.user.uid", call: "setresuid", args: []string{id.shown(), id.shown(), id.shown()},
		calls: []call{
			{nr: unix.SYS_PRCTL, name: "prctl", args: []value{intv(unix.PR_SET_KEEPCAPS), intv(1)}},
			{nr: unix.SYS_SETRESGID, name: "setresgid", args: []value{id, id, id}},
			{nr: unix.SYS_SETRESUID, name: "setresuid", args: []value{id, id, id}},
			// The effective set is empty now. These are what the steps to come need.
			{nr: unix.SYS_CAPSET, name: "capset", args: []value{at("caphdr", 0), at("capkeep", 0)}},
			{nr: unix.SYS_PRCTL, name: "prctl", args: []value{intv(unix.PR_SET_DUMPABLE), intv(1)}},
		}})
	// Root of a container may have fewer; without these the user namespace is made as by anybody.
	keep := p.host.permitted & uint32(1<<unix.CAP_SYS_ADMIN|1<<unix.CAP_NET_ADMIN|1<<unix.CAP_SETPCAP|1<<unix.CAP_SYS_CHROOT|1<<unix.CAP_DAC_OVERRIDE)
	p.blobs = append(p.blobs, blob{name: "capkeep", data: capData(keep, keep, 0)})
}

func capData(effective, permitted, inheritable uint32) []byte {
	b := make([]byte, 24) // two struct __user_cap_data_struct; the second is for the capabilities from 32 on
	binary.LittleEndian.PutUint32(b, effective)
	binary.LittleEndian.PutUint32(b[4:], permitted)
	binary.LittleEndian.PutUint32(b[8:], inheritable)
	return b
}

// becomeInit forks the process that stays: with a PID namespace it is process 1.
func (p *planner) becomeInit() {
	switch {
	case !p.own(sandbox.Time):
	case p.host.timeless:
		p.notes = append(p.notes, "this kernel has no time namespaces: the sandbox's clocks are the host's")
	default:
		p.unshare(sandbox.Time)
	}
	if p.own(sandbox.PID) {
		p.unshare(sandbox.PID)
	}
	child := p.label()
	if p.aside {
		p.networkAside(child)
	} else {
		fork := call{nr: unix.SYS_CLONE, name: "clone", args: []value{num(unix.CLONE_PARENT|uint64(unix.SIGCHLD), "CLONE_PARENT|SIGCHLD")}, zero: child}
		end := []call{{nr: unix.SYS_EXIT_GROUP, name: "exit_group", args: []value{intv(0)}}}
		if p.member != nil {
			// The kernel writes the number before the child runs. The call's result both processes would write, to memory that both have.
			fork.args = []value{num(unix.CLONE_PARENT|unix.CLONE_PARENT_SETTID|uint64(unix.SIGCHLD), "CLONE_PARENT|CLONE_PARENT_SETTID|SIGCHLD"), intv(0), at("netPid", 0)}
			end = append([]call{tellPid()}, end...)
		}
		p.add(step{why: "Forks the sandbox's first process, a child of Floorplan; this one ends.", man: "clone(2)", unshare: "--fork",
			calls: append([]call{fork}, end...)})
	}
	// Not only a process group, though the scheduler lets a new session wait its turn, a tenth of a start on a busy machine: it sees to
	// the processes of one together, and any of them may say with which priority (sched(7), "The autogroup feature").
	p.add(step{man: "setsid(2)", why: "A session of the sandbox's own: keys typed at Floorplan's terminal reach nobody in here, nobody in here can open it, and its processes have a priority of their own.",
		calls: []call{
			{label: child, nr: unix.SYS_SETSID, name: "setsid"},
			{nr: unix.SYS_UMASK, name: "umask", args: []value{num(0, "0")}},
		}})
	p.add(step{why: "Joins a new session keyring: the student's own keys stay outside.", man: "keyctl(2)",
		calls: []call{{nr: unix.SYS_KEYCTL, name: "keyctl", neg: ignore,
			args: []value{num(unix.KEYCTL_JOIN_SESSION_KEYRING, "KEYCTL_JOIN_SESSION_KEYRING"), intv(0)}}}})
}

// innerUser puts the sandbox's root into one more user namespace and a copy of the mounts. In the copy they are locked: the
// sandbox's root can mount on top of them but neither unmount them nor lift a read-only flag (mount_namespaces(7)).
func (p *planner) innerUser() {
	p.add(step{why: "One more user namespace with a copy of the mounts: in the copy, root cannot undo what the engine mounted.",
		man: "mount_namespaces(7)", unshare: "--user --mount",
		calls: []call{unshareCall(unix.CLONE_NEWUSER|unix.CLONE_NEWNS, "CLONE_NEWUSER|CLONE_NEWNS")}})
	mapping := fmt.Sprintf("%d %d 1", p.id, p.id)
	p.add(step{call: "write", args: []string{"/proc/self/setgroups", "deny"}, man: "user_namespaces(7)", why: "Refuses setgroups(2) here too.",
		calls: p.writeFile("/proc/self/setgroups", "deny", 0, ignore)})
	p.add(p.writeStep("/proc/self/uid_map", mapping, "The same user again.", "user_namespaces(7)"))
	p.add(p.writeStep("/proc/self/gid_map", mapping, "The same group again.", "user_namespaces(7)"))
}

func (p *planner) environment(scratch string) {
	user, home := "student", "/home/student"
	if p.id == 0 {
		user, home = "root", "/root"
	}
	if p.host.user.id != 0 {
		user, home = cmp.Or(p.host.user.name, user), cmp.Or(p.host.user.home, home)
	}
	p.home = home
	pathVar := "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
	p.env = []string{pathVar, "HOME=" + home, "USER=" + user, "LOGNAME=" + user, "LANG=C.UTF-8", "TERM=xterm-256color", "SHELL=/bin/sh"}
	if p.spec.Outside {
		p.env = append(p.env, outsideEnv()...)
	}
	p.env = mergeEnv(p.env, p.root.Env, p.spec.Env)
	if !p.own(sandbox.Mount) {
		p.home = scratch
		p.env = mergeEnv(p.env, []string{"HOME=" + p.home})
	}
	if p.root.Dir != "" && path.IsAbs(p.root.Dir) {
		p.home = p.root.Dir
	}
}

// mergeEnv joins lists of KEY=VALUE; the last of two wins and takes the first's place.
func mergeEnv(lists ...[]string) []string {
	var out []string
	index := map[string]int{}
	for _, list := range lists {
		for _, kv := range list {
			key, _, _ := strings.Cut(kv, "=")
			if i, ok := index[key]; ok {
				out[i] = kv
			} else {
				index[key] = len(out)
				out = append(out, kv)
			}
		}
	}
	return out
}
