// Package plain takes a process over when Floorplan has started itself again to be something else: a sandbox's agent, on
// machines for which there is no agent in machine code (and in tests, to check one by the other), or the process that ends
// what is left of a sandbox without a PID namespace.
//
// It imports nothing but syscall, and its path sorts before those of nearly all packages that a program consists of. So it is
// initialised before they are, and a process that it takes over never pays for them. Importing it is all that is needed.
package plain

const (
	// Env is the environment variable that asks for it, set to one of the modes.
	Env = "FLOORPLAN_TAKEOVER"
	// Agent runs the programs that arrive at descriptor 3; descriptor 6 is a file with the memory to begin with.
	Agent = "agent"
	// Sweep ends every descendant of the process, then the process.
	Sweep = "sweep"
)

// The memory of an agent, as native/agent_linux.go lays it out.
const (
	Base = 0x10010000
	Size = 256 << 10
)
