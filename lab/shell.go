package lab

import (
	"errors"
	"time"

	"floorplan/sandbox"
)

// ErrBusy says that the shell is not at its prompt: a command still runs in it.
var ErrBusy = errors.New("a command is still running\nhint: let it finish, or stop it with ctrl+c")

// EventKind is what happened in a shell.
type EventKind int

// The kinds of event.
const (
	Prompt   EventKind = iota // the shell waits for a command
	Started                   // a command begins to run
	Finished                  // a command, or all of a typed block, has ended
)

// Event is one thing that happened in a shell, read from the prompt marks (OSC 133) that its start-up file prints.
type Event struct {
	Kind EventKind
	// Run is the number that Type returned, 0 for what the student typed.
	Run int
	// Exit is the exit status, for Finished; -1 where the shell did not say.
	Exit int
	// Output is what was printed, without escape sequences and with \n line ends, for Finished: the last 64 KiB of it.
	Output string
	// Took is the time from start to end, for Finished.
	Took time.Duration
}

// Shell is the interactive shell of one sandbox. One goroutine must keep reading; the other methods may be called from any.
type Shell struct{}

// Read returns the terminal's bytes unchanged, for an emulator. Events happen while Read is called.
func (s *Shell) Read(p []byte) (int, error) { return 0, errNotYet }

// Write sends keys to the terminal.
func (s *Shell) Write(p []byte) (int, error) { return 0, errNotYet }

// Resize tells the terminal its size in cells.
func (s *Shell) Resize(size sandbox.Size) error { return nil }

// Type types code, of any number of lines, and Enter, as one unit: one Started and one Finished event carry the number that
// it returns. It returns [ErrBusy] when the shell is not at its prompt.
func (s *Shell) Type(code string) (run int, err error) { return 0, errNotYet }

// Events is one channel, the same at each call, closed when the shell has ended. It holds 256 events; when nobody reads,
// the oldest are dropped.
func (s *Shell) Events() <-chan Event { return nil }

// Busy says whether a command is running, whoever typed it.
func (s *Shell) Busy() bool { return false }

// Note is one line worth telling the student once, such as that bash is missing; empty when there is none.
func (s *Shell) Note() string { return "" }

// Done is closed when the shell has ended.
func (s *Shell) Done() <-chan struct{} { return nil }

// Close ends the shell and what runs in it.
func (s *Shell) Close() error { return nil }
