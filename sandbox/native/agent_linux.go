package native

import "golang.org/x/sys/unix"

// The agent is the process that a sandbox begins with and its PID 1 to the end. It is told everything through one socket: a
// message is a program (linked for inboxBase), which the agent runs in place; its last calls send back what came of
// each. Between messages the agent reaps and reports. When the socket's other end is gone, it exits, and with it
// every process of its PID namespace: nothing outlives Floorplan, however that ends.

// The agent's memory. The addresses are far from where programs and their heaps are, so that the plain launcher can have the
// same memory in a Go process. dataBase is also in agent_linux_*.s.
const (
	codeBase  = 0x10000000
	dataBase  = 0x10010000
	inboxBase = dataBase + 0x10000
	inboxSize = 192 << 10 // below what a socket's buffer takes by default (net.core.wmem_default)
)

// The agent's descriptors. 0, 1 and 2 are /dev/null. What a message brings begins at firstFD, as these are the lowest free
// numbers and every program closes what it got.
const (
	controlFD = 3
	signalFD  = 4 // signalfd(2) for SIGCHLD
	sweepFD   = 5 // the program that ends a sandbox without a PID namespace, else /dev/null
	imageFD   = 6 // what the agent was executed from
	firstFD   = 7
)

// reportSize is a reaped process: its number, then wait(2)'s status. No reply has this length: outcomes take 16 bytes each.
const reportSize = 12

// agentProgram is what the agent runs between messages.
func agentProgram() program {
	pollfds := make([]byte, 16)
	pollfds[0], pollfds[4] = controlFD, unix.POLLIN
	pollfds[8], pollfds[12] = signalFD, unix.POLLIN
	// struct msghdr: name, namelen, iov, iovlen, control, controllen, flags.
	message := blob{"message", le64(0, 0, 0, 1, 0, 0, 0), map[int]ref{16: {"iov", 0}, 32: {"control", 0}}}
	iov := blob{"iov", le64(0, inboxSize), map[int]ref{0: {"inbox", 0}}}
	fd := intv
	return program{
		calls: []call{
			// Floorplan may have been started with descriptors that are not closed on execution.
			{nr: unix.SYS_CLOSE_RANGE, name: "close_range", args: []value{fd(firstFD), num(0xffffffff, "~0"), intv(0)}, neg: ignore},
			// Processes that build together have one inbox, and so one account of what came of the plan.
			{nr: sysMmap, name: "mmap", args: []value{num(inboxBase, ""), intv(inboxSize), intv(unix.PROT_READ | unix.PROT_WRITE),
				intv(unix.MAP_SHARED | unix.MAP_ANONYMOUS | unix.MAP_FIXED), num(^uint64(0), "-1"), intv(0)}, neg: "exit"},
			{label: "loop", nr: unix.SYS_PPOLL, name: "ppoll", args: []value{at("pollfds", 0), intv(2)}, neg: ignore},
			// recvmsg(2) leaves in controllen what it got.
			{nr: setResult, args: []value{intv(controlSize)}, out: ref{"message", 40}},
			{nr: unix.SYS_RECVMSG, name: "recvmsg",
				args: []value{fd(controlFD), at("message", 0), intv(unix.MSG_DONTWAIT | unix.MSG_CMSG_CLOEXEC)},
				neg:  ignore, zero: "exit", pos: "inbox"},
			{nr: unix.SYS_READ, name: "read", args: []value{fd(signalFD), at("siginfo", 0), intv(128)}, neg: ignore},
			// With the command that the sandbox was started for, the sandbox ends. The clone(2) that forked it stored its number.
			{label: "reap", nr: unix.SYS_WAIT4, name: "wait4",
				args: []value{num(noProcess, ""), at("report", 8), intv(unix.WNOHANG | unix.WALL)},
				out:  ref{"report", 0}, neg: ignore, pos: "last"},
			{nr: unix.SYS_WAIT4, name: "wait4",
				args: []value{num(^uint64(0), "-1"), at("report", 8), intv(unix.WNOHANG | unix.WALL)},
				out:  ref{"report", 0}, neg: "loop", zero: "loop"},
			{nr: unix.SYS_SENDTO, name: "sendto",
				args: []value{fd(controlFD), at("report", 0), intv(reportSize), intv(unix.MSG_NOSIGNAL)},
				neg:  "exit", zero: "reap", pos: "reap"},
			{label: "last", nr: unix.SYS_SENDTO, name: "sendto",
				args: []value{fd(controlFD), at("report", 0), intv(reportSize), intv(unix.MSG_NOSIGNAL)}, neg: ignore},
			{label: "exit", nr: unix.SYS_EXECVEAT, name: "execveat",
				args: []value{fd(sweepFD), str(""), at("argv", 0), at("envp", 0), intv(unix.AT_EMPTY_PATH)}, neg: ignore},
			// Not 0: where there are others to end, nobody has.
			{nr: unix.SYS_EXIT_GROUP, name: "exit_group", args: []value{intv(1)}, neg: "exit"},
		},
		blobs: []blob{
			{name: "pollfds", data: pollfds}, message, iov,
			{name: "control", data: make([]byte, controlSize)},
			{name: "siginfo", data: make([]byte, 128)},
			{name: "report", data: make([]byte, reportSize)},
			{name: "sweep", data: []byte(sweepName + "\x00")},
			{name: "sweepEnv", data: []byte(takeoverEnv + "=sweep\x00")},
			{name: "argv", data: le64(0, 0), refs: map[int]ref{0: {"sweep", 0}}},
			{name: "envp", data: le64(0, 0), refs: map[int]ref{0: {"sweepEnv", 0}}},
		},
	}
}

// noProcess is beyond the largest process id (PID_MAX_LIMIT).
const noProcess = 1 << 30

const controlSize = 64 // a cmsghdr and up to twelve descriptors

// agentImage is the agent's memory below the inbox.
func agentImage() (linked, error) {
	return agentProgram().link(dataBase, map[string]uint64{"inbox": inboxBase, "fail": dataBase})
}
