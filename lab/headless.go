package lab

import (
	"context"
	"fmt"
	"io"
	"time"

	"floorplan/lessons"
	"floorplan/sandbox"
)

// headless works through blocks with the same lab and the same shells as the screen, and nobody at the keyboard.
type headless struct {
	lab   *Lab
	read  map[*Shell]bool // the shells that a goroutine already reads
	tried time.Duration   // how long a solved check may take to pass
}

// runTimeout is for a block that declares none: what lessons.Block.Timeout says of itself.
const runTimeout = 30 * time.Second

func newHeadless(lesson *lessons.Lesson, m *Machine) *headless {
	return &headless{lab: Open(lesson, m), read: map[*Shell]bool{}, tried: 5 * time.Second}
}

// run types a run block and waits for its end.
func (h *headless) run(ctx context.Context, b *lessons.Block) (Event, error) {
	shell, err := h.shell(ctx, b.Sandbox)
	if err != nil {
		return Event{}, err
	}
	return finish(ctx, shell, Command(b), timeout(b))
}

// solve types a check's solution, waits for its end, and checks until the check passes or was tried long enough: what a
// solution starts in the background may need a moment.
func (h *headless) solve(ctx context.Context, b *lessons.Block) (Event, Verdict, error) {
	shell, err := h.shell(ctx, h.lab.solveIn(b))
	if err != nil {
		return Event{}, Verdict{}, err
	}
	event, err := finish(ctx, shell, inShell(b.Lang, b.Solution), timeout(b))
	if err != nil {
		return event, Verdict{}, err
	}
	deadline := time.Now().Add(h.tried)
	for {
		verdict, err := h.lab.Check(ctx, b)
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

func timeout(b *lessons.Block) time.Duration {
	if b.Timeout > 0 {
		return time.Duration(b.Timeout) * time.Second
	}
	return runTimeout
}

// shell is the sandbox's shell, at its prompt, with a goroutine that reads it.
func (h *headless) shell(ctx context.Context, name string) (*Shell, error) {
	shell, err := h.lab.Shell(ctx, name, sandbox.Size{Cols: 80, Rows: 24})
	if err != nil || h.read[shell] {
		return shell, err
	}
	h.read[shell] = true
	go io.Copy(io.Discard, struct{ io.Reader }{shell})
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
			return nil, fmt.Errorf("the shell of sandbox %s did not show a prompt within %s", name, runTimeout)
		case <-ctx.Done():
			return nil, ctx.Err()
		}
	}
}

// finish types code and waits until it has ended and the prompt is back. What takes too long is interrupted, and what does
// not listen to that loses its shell.
func finish(ctx context.Context, shell *Shell, code string, timeout time.Duration) (Event, error) {
	run, err := shell.Type(code)
	if err != nil {
		return Event{}, err
	}
	ctx, cancel := context.WithTimeout(ctx, timeout)
	defer cancel()
	stop := context.AfterFunc(ctx, func() {
		shell.Write([]byte(interrupt))
		time.AfterFunc(time.Second, func() { shell.Close() })
	})
	defer stop()
	var finished *Event
	for event := range shell.Events() {
		switch {
		case event.Kind == Finished && event.Run == run:
			finished = &event
		case event.Kind == Prompt && finished != nil:
			if ctx.Err() == context.DeadlineExceeded {
				return *finished, fmt.Errorf("it did not end within %s", timeout)
			}
			return *finished, ctx.Err()
		}
	}
	if ctx.Err() == context.DeadlineExceeded {
		return Event{}, fmt.Errorf("it did not end within %s", timeout)
	}
	if ctx.Err() != nil {
		return Event{}, ctx.Err()
	}
	return Event{}, fmt.Errorf("it ended the shell that it ran in")
}
