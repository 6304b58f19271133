package lab

import (
	"context"
	"errors"
	"fmt"
	"io"
	"time"

	"floorplan/lessons"
	"floorplan/sandbox"
)

const (
	// runTimeout is for a block that declares none: what lessons.Block.Timeout says of itself.
	runTimeout = 30 * time.Second
	// settle is how long a solved check may take to pass: what a solution starts in the background needs a moment.
	settle = 5 * time.Second
	// stubborn is how long an interrupted command may go on before its shell is closed.
	stubborn = time.Second
)

// Do types code into the shell of a sandbox and waits until the prompt is back: for callers without a screen, because it reads
// the terminal itself. What takes longer than timeout is interrupted, and what does not listen to that loses its shell;
// both are errors, and the event then holds what was printed so far where that is known.
func (l *Lab) Do(ctx context.Context, name, code string, timeout time.Duration) (Event, error) {
	shell, err := l.readShell(ctx, name)
	if err != nil {
		return Event{}, err
	}
	run, err := shell.Type(code)
	if err != nil {
		return Event{}, err
	}
	late, cancel := context.WithTimeoutCause(ctx, timeout, fmt.Errorf("it did not end within %s", timeout))
	defer cancel()
	stop := context.AfterFunc(late, func() {
		_, _ = shell.Write([]byte(interrupt))
		time.AfterFunc(stubborn, func() {
			if shell.running(run) {
				shell.Close()
			}
		})
	})
	defer stop()
	var finished *Event
	for event := range shell.Events() {
		switch {
		case event.Kind == Finished && event.Run == run:
			finished = &event
		case event.Kind == Prompt && finished != nil:
			return *finished, context.Cause(late)
		}
	}
	if err := context.Cause(late); err != nil {
		return Event{}, err
	}
	return Event{}, errors.New("it ended the shell that it ran in")
}

// readShell is the sandbox's shell, at its prompt, with a goroutine that reads it.
func (l *Lab) readShell(ctx context.Context, name string) (*Shell, error) {
	shell, err := l.Shell(ctx, name, sandbox.Size{})
	if err != nil || !shell.claim() {
		return shell, err
	}
	go func() { _, _ = io.Copy(io.Discard, struct{ io.Reader }{shell}) }()
	for {
		select {
		case event, ok := <-shell.Events():
			if !ok {
				return nil, fmt.Errorf("the shell of sandbox %s ended before its first prompt", name)
			}
			if event.Kind == Prompt {
				return shell, nil
			}
		case <-time.After(runTimeout):
			return nil, fmt.Errorf("the shell of sandbox %s showed no prompt within %s", name, runTimeout)
		case <-ctx.Done():
			return nil, ctx.Err()
		}
	}
}

// run types a run block and waits for its end.
func (l *Lab) run(ctx context.Context, b *lessons.Block) (Event, error) {
	return l.Do(ctx, b.Sandbox, Command(b), Timeout(b))
}

// solve types a check's solution, waits for its end, and checks until the check passes or had time enough.
func (l *Lab) solve(ctx context.Context, b *lessons.Block) (Event, Verdict, error) {
	event, err := l.Do(ctx, SolveIn(b), Solution(b), Timeout(b))
	if err != nil {
		return event, Verdict{}, err
	}
	deadline := time.Now().Add(settle)
	for {
		verdict, err := l.Check(ctx, b)
		if err != nil || verdict.Passed || time.Now().After(deadline) {
			return event, verdict, err
		}
		select {
		case <-time.After(100 * time.Millisecond):
		case <-ctx.Done():
			return event, verdict, ctx.Err()
		}
	}
}

// Timeout is how long a block may take when nobody watches.
func Timeout(b *lessons.Block) time.Duration {
	if b.Timeout > 0 {
		return time.Duration(b.Timeout) * time.Second
	}
	return runTimeout
}
