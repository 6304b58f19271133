// Package sandbox says what a sandbox is, whichever engine makes it: one isolated environment on this machine, described by
// a [Spec], made by an [Engine] as a list of [Step]s, reached through a [Sandbox] and described as it is by its [Facts].
//
// The engines live in the packages below this one: native (Linux namespaces, one system call after another) and vm (QEMU).
// This package imports none of them and holds no state; [Pick] chooses among the engines that its caller hands it.
//
// What a sandbox promises is that a student's mistakes stay inside it. It is made for teaching, with programs that the
// student chose to run. A container shares the host's kernel: a kernel bug is a way out, and nothing here claims otherwise.
package sandbox

import (
	"context"
	"io"
	"syscall"
	"time"
)

// Engine is a way to make sandboxes.
type Engine interface {
	// Name is the engine's word on the command line: "native" or "vm".
	Name() string
	// Probe finds out what this engine can do on this machine. It starts real things to know, never guesses from a version
	// number, and takes well under a second unless ctx ends first.
	Probe(ctx context.Context) Report
	// Start makes the sandbox that spec describes. With a nil main it idles, its PID 1 reaping, until Close. With a main
	// command the sandbox lives exactly as long as that command, which Sandbox.Main returns.
	// A failure names the step: "cannot mount /proc: operation not permitted". ctx is for the start alone.
	Start(ctx context.Context, spec Spec, main *Cmd) (Sandbox, error)
}

// Sandbox is one running environment. Its methods may be called from several goroutines at once.
type Sandbox interface {
	// Main is the command the sandbox was started with, nil where it was started idle.
	Main() Process
	// Exec starts one more command inside, in the same namespaces, as the sandbox's own user. When ctx ends, the command is
	// killed, as by Process.Close.
	Exec(ctx context.Context, cmd Cmd) (Process, error)
	// Facts reads what is true of the sandbox now, from the kernel and not from the Spec.
	Facts(ctx context.Context) (Facts, error)
	// Steps are what the engine asked of the kernel to make this sandbox, in order, each with its outcome.
	Steps() []Step
	// Done is closed when the sandbox is over, whoever ended it.
	Done() <-chan struct{}
	// Close ends every process inside and removes what the sandbox took of the machine. It may be called again.
	Close() error
}

// Cmd is a command to run inside a sandbox.
type Cmd struct {
	// Args is the program and its arguments. A program without a slash is looked up in the sandbox's own PATH. In a container
	// none at all stand for what its image runs.
	Args []string
	// Env is added to the sandbox's environment, as KEY=VALUE; the last of two wins.
	Env []string
	// Dir is the working directory, the sandbox's home when empty.
	Dir string
	// Stdin, Stdout and Stderr are /dev/null when nil. A pipe may be handed to the command as it is; anything else is copied, as
	// a file of the host's could be opened anew inside, for more than it was opened for, and a socket connected anew. Unused
	// where Terminal is set.
	Stdin          io.Reader
	Stdout, Stderr io.Writer
	// Terminal gives the command a pseudo-terminal of the sandbox's own, of this size, as its controlling terminal.
	Terminal *Size
}

// Size is a terminal's, in cells.
type Size struct{ Cols, Rows int }

// Process is a command that runs in a sandbox.
type Process interface {
	// Read and Write are the command's terminal. Without Cmd.Terminal they return an error.
	io.ReadWriter
	// Resize tells the terminal its size in cells.
	Resize(Size) error
	// Signal sends one signal to the command.
	Signal(syscall.Signal) error
	// Wait returns when the command has ended and its output was copied. It may be called again and from several goroutines.
	Wait() (Exit, error)
	// Close kills the command if it still runs and closes its terminal.
	Close() error
}

// Exit is how a command ended.
type Exit struct {
	// Code is its exit status, 0 to 255; 128+n when signal n ended it, as shells say it.
	Code int `json:"code"`
	// Signal is the signal that ended it, 0 for none.
	Signal syscall.Signal `json:"signal,omitempty"`
	// OOM says that it was ended because the sandbox's memory was used up. It is known where
	// Floorplan watches over the limit, or a kernel of the sandbox's own.
	OOM bool `json:"oom,omitempty"`
	// OOMPerhaps says that SIGKILL ended it, and that the kernel ended a process of the sandbox for its memory while it ran. A
	// control group counts such processes; which they were it does not tell, and they may have been others.
	OOMPerhaps bool `json:"oom_perhaps,omitempty"`
}

// CommandError says that a command is not to be found in its sandbox (os.ErrNotExist), or cannot be executed
// (os.ErrPermission and others). The sandbox itself is all right.
type CommandError struct{ Err error }

func (e *CommandError) Error() string { return e.Err.Error() }
func (e *CommandError) Unwrap() error { return e.Err }

// Report is what an engine found out about this machine.
type Report struct {
	Name string `json:"name"`
	OK   bool   `json:"ok"`
	// Why says what is missing and what shows it, in one line; empty when all is well.
	Why string `json:"why"`
	// Fix is the command, or the one sentence, that mends it.
	Fix string `json:"fix"`
	// Limits says how each limit would be enforced here: cgroup-v2, cgroup-v1, rlimit, tmpfs, hypervisor, nice or none,
	// keyed by memory, pids, cpu, disk and files.
	Limits map[string]string `json:"limits,omitempty"`
	// Notes are things worth knowing that stop nothing: "kvm: opens, but a guest kernel does not boot on it; using tcg".
	Notes []string `json:"notes,omitempty"`
}

// Facts is what is true of a running sandbox, read from the kernel.
type Facts struct {
	Engine   string        `json:"engine"`
	Kernel   string        `json:"kernel"`    // uname -r as seen inside
	BootID   string        `json:"boot_id"`   // /proc/sys/kernel/random/boot_id
	Uptime   time.Duration `json:"uptime_ns"` // of the kernel that answers inside
	Hostname string        `json:"hostname"`
	// InitPID is PID 1's (or the main command's) process id as the host sees it; 0 where the host cannot see it.
	InitPID int `json:"init_pid"`
	// HostPID is the process of the host that a virtual machine runs in, its hypervisor; 0 for a container, whose processes
	// are the host's own.
	HostPID      int             `json:"host_pid,omitempty"`
	Processes    []ProcessFact   `json:"processes,omitempty"`
	Namespaces   []NamespaceFact `json:"namespaces,omitempty"`
	UIDMap       []IDMap         `json:"uid_map,omitempty"`
	GIDMap       []IDMap         `json:"gid_map,omitempty"`
	Mounts       []MountFact     `json:"mounts,omitempty"`
	Capabilities []string        `json:"capabilities"` // bounding set, as "CAP_CHOWN"
	Seccomp      string          `json:"seccomp"`      // none, strict or filter
	Limits       []LimitFact     `json:"limits,omitempty"`
	Devices      []string        `json:"devices,omitempty"` // of a machine of its own, as its kernel found them
	MemoryBytes  int64           `json:"memory_bytes"`      // in use by all of the sandbox: the cgroup's figure, else the sum of PSS
	Notes        []string        `json:"notes,omitempty"`
}

// ProcessFact is one process under its two numbers.
type ProcessFact struct {
	Inside  int    `json:"inside"`
	Outside int    `json:"outside"`
	Command string `json:"command"`
}

// NamespaceFact is one namespace of the sandbox (namespaces(7)).
type NamespaceFact struct {
	Kind   Namespace `json:"kind"`
	Inode  uint64    `json:"inode"`
	Shared bool      `json:"shared"` // it is also the host's
}

// IDMap is one line of /proc/PID/uid_map (user_namespaces(7)).
type IDMap struct {
	Inside  uint32 `json:"inside"`
	Outside uint32 `json:"outside"`
	Count   uint32 `json:"count"`
}

// MountFact is one line of /proc/PID/mountinfo (proc(5)).
type MountFact struct {
	Target  string `json:"target"`
	Type    string `json:"type"`
	Source  string `json:"source"`
	Options string `json:"options"`
}

// LimitFact says for one resource what was asked, what was got and who enforces it.
type LimitFact struct {
	Resource string `json:"resource"` // memory, pids, cpu, disk, files
	Asked    string `json:"asked"`    // as written: 64M
	Got      string `json:"got"`      // as the kernel reports it
	Used     string `json:"used,omitempty"`
	// How is cgroup-v2, cgroup-v1, rlimit, tmpfs, hypervisor, watchdog, nice or none.
	How string `json:"how"`
	// Exact is false where the limit is per process or best effort; Note then says what escapes it.
	Exact bool   `json:"exact"`
	Note  string `json:"note,omitempty"`
}

// Step is one thing an engine asked of the kernel (or of the hypervisor), and what came of it.
type Step struct {
	Call   string   `json:"call"`   // mount
	Args   []string `json:"args"`   // as sent, in the names of the manual page
	Result int64    `json:"result"` // what the call returned
	Errno  string   `json:"errno"`  // EPERM; empty for success
	Why    string   `json:"why"`    // one sentence for the student
	Man    string   `json:"man"`    // mount(2)
	// Unshare, Docker and OCI name what asks for the same elsewhere: a flag of unshare(1), a flag of docker run, a field
	// of an OCI runtime config.json. Empty where there is none.
	Unshare string `json:"unshare"`
	Docker  string `json:"docker"`
	OCI     string `json:"oci"`
	TookUS  int64  `json:"took_us"` // microseconds
}
