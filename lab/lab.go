// Package lab is one student in one lesson: it starts the lesson's sandboxes when they are first needed, types blocks into
// their shells, runs checks unseen, and closes everything with the lesson. It is headless: the screen, play and check --run
// all drive this same package.
package lab

import (
	"context"
	"errors"

	"floorplan/lessons"
	"floorplan/sandbox"
)

// Lab is one student in one lesson. Its methods may be called from several goroutines at once.
type Lab struct {
	lesson  *lessons.Lesson
	machine *Machine
}

var errNotYet = errors.New("not there yet")

// Open starts nothing and is cheap: a sandbox starts when it is first used. Close the lab when the lesson is left.
func Open(lesson *lessons.Lesson, m *Machine) *Lab {
	return &Lab{lesson: lesson, machine: m}
}

// Names are the lesson's sandboxes, in the order of its front matter.
func (l *Lab) Names() []string { return nil }

// Started says whether a sandbox is running now.
func (l *Lab) Started(name string) bool { return false }

// Off is nil when the sandbox can run on this machine. Otherwise the error says why not, with a hint that mends it.
// The first call for an engine probes it.
func (l *Lab) Off(ctx context.Context, name string) error { return errNotYet }

// Shell is the interactive shell of a sandbox. The first call starts both; later calls return the same shell, resized, or
// a new one where the student has ended it.
func (l *Lab) Shell(ctx context.Context, name string, size sandbox.Size) (*Shell, error) {
	return nil, errNotYet
}

// Reset ends a sandbox with all that runs in it. The next Shell or Check starts a fresh one.
func (l *Lab) Reset(ctx context.Context, name string) error { return errNotYet }

// Facts is what the kernel says of a sandbox now.
func (l *Lab) Facts(ctx context.Context, name string) (sandbox.Facts, error) {
	return sandbox.Facts{}, errNotYet
}

// Steps are what the engine asked of the kernel to make a sandbox; nil where it was not started.
func (l *Lab) Steps(name string) []sandbox.Step { return nil }

// Check runs a check's code once, unseen, in the sandbox that the student works in. It starts the sandbox if need be.
func (l *Lab) Check(ctx context.Context, b *lessons.Block) (Verdict, error) {
	return Verdict{}, errNotYet
}

// Watch checks by itself until the check passes or ctx ends, then closes the channel. It checks after each finished command
// and at a calm interval, never twice at once and never before the sandbox is started; it sends the first verdict and
// then each one that differs.
func (l *Lab) Watch(ctx context.Context, b *lessons.Block) <-chan Verdict { return nil }

// Solve types a check's solution into the shell of the sandbox that it belongs in.
func (l *Lab) Solve(ctx context.Context, b *lessons.Block) (run int, err error) { return 0, errNotYet }

// Close ends all sandboxes and removes what they kept. It may be called again.
func (l *Lab) Close() error { return nil }

// Verdict is what came of running a check once.
type Verdict struct {
	Passed bool   // the code ended with exit status 0
	Exit   int    // its exit status
	Output string // what it printed, for authors: at most 64 KiB
}
