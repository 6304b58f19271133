package lab

import (
	"bytes"
	"context"
	_ "embed"
	"errors"
	"fmt"
	"strings"
	"sync"
	"time"

	"floorplan/sandbox"
)

// ErrBusy says that the shell is not at its prompt: a command still runs in it.
var ErrBusy = errors.New("a command is still running\nhint: let it finish, or stop it with ctrl+c")

// ErrEnded says that the shell is over; Lab.Shell gives a new one.
var ErrEnded = errors.New("the shell has ended")

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

// queuedEvents is how many events wait for a reader before the oldest is dropped.
const queuedEvents = 256

// Keys that Type presses before a block. killLine is bound in shellrc.sh and empties a half-typed line without a trace.
const (
	killLine  = "\x1b[27;5;133~"
	interrupt = "\x03"
)

//go:embed shellrc.sh
var shellrc string

// Shell is the interactive shell of one sandbox. One goroutine must keep reading; the other methods may be called from any.
type Shell struct {
	process sandbox.Process
	note    string
	events  chan Event
	done    chan struct{}
	onTurn  func() // called at each prompt and each end of a command

	mu      sync.Mutex
	tracker tracker
	touched bool   // keys went in since the prompt: the line may be half typed
	waiting string // code that is typed as soon as there is a prompt
	over    bool
	claimed bool // Lab.Do reads it
}

// startShell starts bash in box, or sh where there is no bash.
func startShell(ctx context.Context, box sandbox.Sandbox, size sandbox.Size, onTurn func()) (*Shell, error) {
	shell, err := startProgram(ctx, box, "bash", size, onTurn)
	if err == nil || ctx.Err() != nil {
		return shell, err
	}
	small, shErr := startProgram(ctx, box, "sh", size, onTurn)
	if shErr != nil {
		return nil, err
	}
	small.note = "this sandbox has no bash: its sh has no history or completion, and blocks show in braces"
	return small, nil
}

// startProgram starts a shell with its start-up file in place.
func startProgram(ctx context.Context, box sandbox.Sandbox, program string, size sandbox.Size, onTurn func()) (*Shell, error) {
	if err := writeStartup(ctx, box, program); err != nil {
		return nil, fmt.Errorf("cannot start %s in the sandbox: %w", program, err)
	}
	// The shell outlives what asked for it.
	process, err := box.Exec(context.WithoutCancel(ctx), sandbox.Cmd{
		Args: []string{program, "-i"},
		// ENV is where a POSIX shell, nested ones included, finds its start-up file.
		Env:      []string{"TERM=xterm-256color", "COLORTERM=truecolor", "ENV=$HOME/.bashrc"},
		Terminal: &size,
	})
	if err != nil {
		return nil, fmt.Errorf("cannot start %s in the sandbox: %w", program, err)
	}
	return &Shell{
		process: process, onTurn: onTurn, events: make(chan Event, queuedEvents), done: make(chan struct{}),
	}, nil
}

// writeStartup puts the marks into ~/.bashrc, after what an image may have there, so that nested shells print them too.
func writeStartup(ctx context.Context, box sandbox.Sandbox, program string) error {
	const script = `cd || exit
if [ -f .bashrc ]; then
    while read -r line; do case $line in *'133;A'*) exit 0 ;; esac; done < .bashrc
fi
printf '%s' "$1" >> .bashrc`
	var output strings.Builder
	process, err := box.Exec(ctx, sandbox.Cmd{
		Args: []string{program, "-c", script, program, shellrc}, Stdout: &output, Stderr: &output,
	})
	if err != nil {
		return err
	}
	exit, err := process.Wait()
	if err == nil && exit.Code != 0 {
		err = fmt.Errorf("%s cannot write ~/.bashrc: exit status %d: %s", program, exit.Code,
			strings.TrimSpace(output.String()))
	}
	return err
}

// Read returns the terminal's bytes unchanged, for an emulator. Events happen while Read is called.
func (s *Shell) Read(p []byte) (int, error) {
	n, err := s.process.Read(p)
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, event := range s.tracker.feed(p[:n], time.Now()) {
		if event.Kind == Prompt {
			s.touched = false
			if s.waiting != "" {
				s.enter(s.waiting)
				s.waiting = ""
			}
		}
		s.send(event)
		if event.Kind != Started {
			s.onTurn()
		}
	}
	if s.tracker.onward {
		// Bash goes on with the next command of a paste when ^C has ended one. Who stops a block means all of it.
		s.tracker.onward = false
		s.insist(20)
	}
	if err != nil {
		s.end()
	}
	return n, err
}

func (s *Shell) send(event Event) {
	if s.over {
		return
	}
	for {
		select {
		case s.events <- event:
			return
		default:
		}
		select {
		case <-s.events:
		default:
		}
	}
}

func (s *Shell) end() {
	if !s.over {
		s.over = true
		close(s.done) // first: who sees the events end must see a shell that is done
		close(s.events)
	}
}

// press types keys without making the caller wait: the terminal takes no more than its buffer until the shell reads, and
// the shell may itself be waiting for a reader.
func (s *Shell) press(keys string) { go s.process.Write([]byte(keys)) }

// Write sends keys to the terminal.
func (s *Shell) Write(p []byte) (int, error) {
	s.mu.Lock()
	s.touched = true
	s.tracker.asked = s.tracker.asked || bytes.IndexByte(p, interrupt[0]) >= 0
	s.mu.Unlock()
	return s.process.Write(p)
}

// Resize tells the terminal its size in cells.
func (s *Shell) Resize(size sandbox.Size) error { return s.process.Resize(size) }

// Type types code, of any number of lines, and Enter, as one unit: one Started and one Finished event carry the number that
// it returns. A half-typed line is thrown away first. A shell that only just starts takes it when it is ready. Type returns
// [ErrBusy] when the shell is not at its prompt, nested programs such as python included, and [ErrEnded] when it is over.
func (s *Shell) Type(code string) (run int, err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	switch {
	case s.over:
		return 0, ErrEnded
	case s.waiting != "" || s.tracker.phase != ready && s.tracker.phase != starting:
		return 0, ErrBusy
	case s.tracker.phase == starting:
		s.waiting = code
		return s.tracker.typed + 1, nil
	case s.tracker.partial || s.touched && s.tracker.aid != "bash":
		s.waiting = code
		s.abort()
		return s.tracker.typed + 1, nil
	}
	return s.enter(code), nil
}

// enter types code at the prompt.
func (s *Shell) enter(code string) (run int) {
	s.press(keystrokes(code, s.tracker.aid))
	return s.tracker.enter(time.Now())
}

// insist interrupts what goes on of a block that was stopped, so many times at most: bash loses an interrupt now and then, and
// a program may not listen.
func (s *Shell) insist(times int) {
	s.press(interrupt)
	time.AfterFunc(50*time.Millisecond, func() {
		s.mu.Lock()
		defer s.mu.Unlock()
		if s.tracker.stopped && !s.over && times > 1 {
			s.insist(times - 1)
		}
	})
}

// abort interrupts a command that was entered in part, until the prompt is back: bash loses an interrupt now and then.
func (s *Shell) abort() {
	s.press(interrupt)
	time.AfterFunc(250*time.Millisecond, func() {
		s.mu.Lock()
		defer s.mu.Unlock()
		if s.waiting != "" && !s.over {
			s.abort()
		}
	})
}

// keystrokes is how a block is typed so that the shell takes it as one: pasted (bracketed) into bash, between braces into
// a shell that knows no paste. Escape characters are left out: they could end the paste.
func keystrokes(code, aid string) string {
	code = strings.ReplaceAll(strings.Trim(code, "\n"), "\x1b", "")
	if aid == "bash" {
		return killLine + "\x1b[200~" + code + "\x1b[201~\r"
	}
	return "{\r" + strings.ReplaceAll(code, "\n", "\r") + "\r}\r"
}

// Events is one channel, the same at each call, closed when the shell has ended. It holds 256 events; when nobody reads,
// the oldest are dropped.
func (s *Shell) Events() <-chan Event { return s.events }

// Busy says whether a command is running, whoever typed it.
func (s *Shell) Busy() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.tracker.phase != ready || s.waiting != ""
}

// running says whether a typed block still runs.
func (s *Shell) running(run int) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.tracker.run == run && s.tracker.phase != ready
}

// claim is true for the first caller: the one that reads the shell.
func (s *Shell) claim() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	first := !s.claimed
	s.claimed = true
	return first
}

// Note is one line worth telling the student once, such as that bash is missing; empty when there is none.
func (s *Shell) Note() string { return s.note }

// Done is closed when the shell has ended and all that it printed was read.
func (s *Shell) Done() <-chan struct{} { return s.done }

// Close ends the shell and what runs in it.
func (s *Shell) Close() error {
	err := s.process.Close()
	s.mu.Lock()
	defer s.mu.Unlock()
	s.end()
	return err
}
