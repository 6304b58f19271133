package native

import (
	"fmt"
	"path"
	"strings"

	"golang.org/x/sys/unix"

	"floorplan/sandbox"
)

// settle is what a process is and may become, and takes neither mounts nor descriptors.
func (p *planner) settle() {
	p.limits()
	p.add(step{call: "rt_sigaction", args: []string{"1…31", "SIG_DFL"}, why: "Signals do what they do by default, however Floorplan was started.", man: "sigaction(2)",
		calls: p.host.signalResets})
	p.blobs = append(p.blobs, blob{name: "sigdfl", data: make([]byte, 32)})
	p.add(step{why: "Orphans inside come to this process, which reaps them.", man: "prctl(2)", docker: "--init",
		calls: []call{{nr: unix.SYS_PRCTL, name: "prctl", args: []value{num(unix.PR_SET_CHILD_SUBREAPER, "PR_SET_CHILD_SUBREAPER"), intv(1)}},
			{nr: unix.SYS_PRCTL, name: "prctl", args: []value{num(unix.PR_SET_NAME, "PR_SET_NAME"), str(agentName)}}}})
	// Without root and without a user namespace there are no capabilities, and none to empty the bounding set with.
	if p.spec.Profile != sandbox.Admin && (p.host.root || p.own(sandbox.User)) {
		p.add(step{call: "prctl", args: []string{"PR_CAPBSET_DROP", "0…CAP_LAST_CAP"}, why: "Empties the bounding set: no program run in here can gain a capability.",
			man: "capabilities(7)", docker: "--cap-drop ALL", oci: "process.capabilities.bounding", calls: p.host.capDrops})
	}
}

// limits sets what the kernel counts by process or by user.
func (p *planner) limits() {
	set := func(resource uint64, name string, n uint64, why, docker string) {
		p.add(step{why: why, man: "getrlimit(2)", docker: docker, oci: "process.rlimits",
			calls: []call{limitCall(resource, name, n)}})
	}
	pids := p.spec.Pids
	if pids == 0 {
		pids = defaultPids
	}
	if p.own(sandbox.User) || p.host.root {
		// The agent counts too.
		set(unix.RLIMIT_NPROC, "RLIMIT_NPROC", uint64(pids)+1, "At most so many processes and threads, counted in this user namespace.", fmt.Sprintf("--pids-limit %d", pids))
	}
	if p.spec.Memory > 0 && p.host.how["memory"] == "watchdog" {
		set(unix.RLIMIT_DATA, "RLIMIT_DATA", uint64(p.spec.Memory), "At most so much private memory in each process.", fmt.Sprintf("--memory %d", p.spec.Memory))
	}
	if p.spec.CPUWeight > 0 && p.host.how["cpu"] == "nice" {
		nice := niceness(p.spec.CPUWeight)
		p.add(step{why: "Makes way for others: without a control group there is only this.", man: "setpriority(2)", docker: fmt.Sprintf("--cpu-shares %d", p.spec.CPUWeight),
			calls: []call{{nr: unix.SYS_SETPRIORITY, name: "setpriority", args: []value{num(unix.PRIO_PROCESS, "PRIO_PROCESS"), intv(0), intv(nice)}}}})
	}
	// Counted for the student like what countless limits. Where the host's own limits are lower, they stay.
	p.add(step{call: "prlimit", args: []string{"0", "RLIMIT_SIGPENDING", fmt.Sprint(mostSignals), "NULL"}, man: "getrlimit(2)", docker: "--ulimit sigpending=, msgqueue=", oci: "process.rlimits",
		why: "At most so many signals and timers that wait, and so many bytes of message queues.", calls: optional(
			limitCall(unix.RLIMIT_SIGPENDING, "RLIMIT_SIGPENDING", mostSignals), limitCall(unix.RLIMIT_MSGQUEUE, "RLIMIT_MSGQUEUE", mostQueues))})
	// 1 and not 0: to a program that core_pattern names, 0 is no limit, and 1 says that it is not to be run (do_coredump in the
	// kernel's fs/coredump.c). Whoever wants to may lower it again.
	set(unix.RLIMIT_CORE, "RLIMIT_CORE", 1, "No core dumps: they would be written, or handed to a program, outside.", "--ulimit core=1")
}

// limitCall sets a limit for the caller, once and for all.
func limitCall(resource uint64, name string, n uint64) call {
	return call{nr: unix.SYS_PRLIMIT64, name: "prlimit", args: []value{num(0, "0"), num(resource, name), bytesv(le64(n, n), fmt.Sprint(n)), num(0, "NULL")}}
}

// agentSetup makes the process what it stays: the agent, with its descriptors and its working directory.
func (p *planner) agentSetup() {
	label := p.label()
	calls := []call{
		{nr: unix.SYS_RT_SIGPROCMASK, name: "rt_sigprocmask", args: []value{intv(unix.SIG_BLOCK), bytesv(le64(^uint64(0)), "all"), intv(0), intv(8)}},
		{nr: unix.SYS_SIGNALFD4, name: "signalfd4", args: []value{num(^uint64(0), "-1"), bytesv(le64(1<<(uint(unix.SIGCHLD)-1)), "SIGCHLD"), intv(8), intv(unix.SFD_CLOEXEC | unix.SFD_NONBLOCK)}, out: ref{label, opArgs}},
		{label: label, nr: unix.SYS_DUP3, name: "dup3", args: []value{intv(-1), intv(signalFD), intv(unix.O_CLOEXEC)}},
		{nr: unix.SYS_FCNTL, name: "fcntl", args: []value{intv(controlFD), intv(unix.F_SETFD), intv(unix.FD_CLOEXEC)}},
		{nr: unix.SYS_FCNTL, name: "fcntl", args: []value{intv(sweepFD), intv(unix.F_SETFD), intv(unix.FD_CLOEXEC)}},
		{nr: unix.SYS_FCNTL, name: "fcntl", args: []value{intv(imageFD), intv(unix.F_SETFD), intv(unix.FD_CLOEXEC)}},
	}
	calls = append(calls, call{nr: unix.SYS_CLOSE_RANGE, name: "close_range", args: []value{intv(firstFD + p.kept), num(0xffffffff, "~0"), intv(0)}})
	p.add(step{call: "signalfd4", args: []string{"-1", "SIGCHLD", "SFD_CLOEXEC"}, why: "Learns of every process that ends, to reap it; closes all that it was handed.", man: "signalfd(2)",
		docker: "--init", calls: calls})
	last := []call{{nr: unix.SYS_UMASK, name: "umask", args: []value{num(0o022, "022")}}}
	if path.IsAbs(p.root.Dir) {
		// The directory that the image names need not be in it. This is the sandbox's own root by now: no link leads elsewhere.
		dir := ""
		for part := range strings.SplitSeq(strings.Trim(path.Clean(p.root.Dir), "/"), "/") {
			dir += "/" + part
			last = append(last, optional(mkdir(dir, 0o755))...)
		}
	}
	last = append(last, call{nr: unix.SYS_CHDIR, name: "chdir", args: []value{str(p.home)}, neg: ignore})
	p.add(step{why: "New files can be written only by their owner.", man: "umask(2)", oci: "process.user.umask", call: "umask", args: []string{"022"}, calls: last})
}

// capDrops empty the bounding set, up to the kernel's last capability.
func capDrops(last int) []call {
	var calls []call
	for c := range last + 1 {
		calls = append(calls, call{nr: unix.SYS_PRCTL, name: "prctl", args: []value{intv(unix.PR_CAPBSET_DROP), intv(c)}})
	}
	return calls
}

// signalResets undo what Floorplan may have been started with: signals that are ignored (nohup) would be ignored inside.
func signalResets() []call {
	var calls []call
	for sig := 1; sig < 32; sig++ {
		if sig != int(unix.SIGKILL) && sig != int(unix.SIGSTOP) {
			calls = append(calls, call{nr: unix.SYS_RT_SIGACTION, name: "rt_sigaction", args: []value{intv(sig), at("sigdfl", 0), intv(0), intv(8)}})
		}
	}
	return calls
}

// dropPrivileges is the end: nothing is mounted after it.
func (p *planner) dropPrivileges() {
	p.blobs = append(p.blobs, blob{name: "caphdr", data: le64(unix.LINUX_CAPABILITY_VERSION_3)})
	if p.spec.Profile != sandbox.Admin {
		p.add(step{call: "capset", args: []string{"0", "{}"}, why: "Gives up every capability that it has.", man: "capset(2)",
			docker: "--cap-drop ALL", oci: "process.capabilities.effective",
			calls: []call{
				{nr: unix.SYS_PRCTL, name: "prctl", args: []value{intv(unix.PR_CAP_AMBIENT), intv(unix.PR_CAP_AMBIENT_CLEAR_ALL)}, neg: ignore},
				{nr: unix.SYS_CAPSET, name: "capset", args: []value{at("caphdr", 0), bytesv(capData(0, 0, 0), "{}")}},
			}})
	}
	p.add(step{why: "Set-user-ID programs such as sudo gain nothing in here.", man: "prctl(2)", docker: "--security-opt no-new-privileges", oci: "process.noNewPrivileges",
		calls: []call{{nr: unix.SYS_PRCTL, name: "prctl", args: []value{num(unix.PR_SET_NO_NEW_PRIVS, "PR_SET_NO_NEW_PRIVS"), num(1, "1"), intv(0), intv(0), intv(0)}}}})
	p.landlock()
	p.add(step{why: "Nobody inside may trace this process or read its memory.", man: "prctl(2)",
		calls: []call{{nr: unix.SYS_PRCTL, name: "prctl", args: []value{num(unix.PR_SET_DUMPABLE, "PR_SET_DUMPABLE"), num(0, "0")}}}})
	filter := p.host.filters.locked
	if p.spec.Profile == sandbox.Admin {
		filter = p.host.filters.admin
	}
	if !p.own(sandbox.Mount) || !p.own(sandbox.PID) {
		filter = policy{admin: p.spec.Profile == sandbox.Admin, hostFiles: !p.own(sandbox.Mount), hostProcesses: !p.own(sandbox.PID)}.filter()
	}
	p.blobs = append(p.blobs, blob{name: "filter", data: filter},
		blob{name: "fprog", data: le64(uint64(len(filter)/8), 0), refs: map[int]ref{8: {"filter", 0}}})
	p.add(step{call: "seccomp", args: []string{"SECCOMP_SET_MODE_FILTER", "0", fmt.Sprintf("%d instructions", len(filter)/8)},
		why: "A filter of system calls: from here on the kernel refuses those that no ordinary program needs.", man: "seccomp(2)",
		docker: "--security-opt seccomp=PROFILE", oci: "linux.seccomp",
		calls: []call{{nr: unix.SYS_SECCOMP, name: "seccomp", args: []value{intv(unix.SECCOMP_SET_MODE_FILTER), intv(0), at("fprog", 0)}}}})
}
