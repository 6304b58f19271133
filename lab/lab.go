// Package lab is one student in one lesson: it starts the lesson's sandboxes when they are first needed, types blocks into
// their shells, runs checks unseen, and closes everything with the lesson. It is headless: the screen, play and check --run
// all drive this same package.
//
// A [Machine] is what this computer can run, a [Lab] is an open lesson, a [Shell] the terminal of one of its sandboxes.
package lab

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"strings"
	"sync"

	"floorplan/lessons"
	"floorplan/sandbox"
)

// Lab is one student in one lesson. Its methods may be called from several goroutines at once.
type Lab struct {
	lesson  *lessons.Lesson
	machine *Machine
	id      string // makes the names of networks this lab's own
	boxes   map[string]*box
	ctx     context.Context // ends when the lab is closed
	close   context.CancelFunc

	mu      sync.Mutex
	volumes volumes
	turn    chan struct{} // closed and replaced when a shell comes back to its prompt
}

// box is one sandbox of the lesson. Its mutex is held while it starts, so that two callers do not start it twice.
type box struct {
	spec lessons.Sandbox

	mu      sync.Mutex
	sandbox sandbox.Sandbox // nil until it is started
	shell   *Shell
}

// errClosed is what a lab says that was closed while someone still used it.
var errClosed = errors.New("the lesson was closed")

// Open starts nothing and is cheap: a sandbox starts when it is first used. Close the lab when the lesson is left.
func Open(lesson *lessons.Lesson, m *Machine) *Lab {
	l := &Lab{
		lesson: lesson, machine: m, id: lesson.ID + "-" + rand.Text()[:8],
		boxes: map[string]*box{}, turn: make(chan struct{}),
	}
	l.ctx, l.close = context.WithCancel(context.Background())
	for _, spec := range lesson.Sandboxes {
		l.boxes[spec.Name] = &box{spec: spec}
	}
	return l
}

// Names are the lesson's sandboxes, in the order of its front matter.
func (l *Lab) Names() []string {
	names := make([]string, len(l.lesson.Sandboxes))
	for i, spec := range l.lesson.Sandboxes {
		names[i] = spec.Name
	}
	return names
}

func (l *Lab) box(name string) (*box, error) {
	if b, ok := l.boxes[name]; ok {
		return b, nil
	}
	return nil, fmt.Errorf("lesson %s has no sandbox %q\nhint: name it under sandboxes: in the front matter", l.lesson.ID, name)
}

// running is the sandbox where it is started and not over. The caller holds b.mu.
func (b *box) running() bool {
	if b.sandbox == nil {
		return false
	}
	select {
	case <-b.sandbox.Done():
		return false
	default:
		return true
	}
}

// Started says whether a sandbox is running now, at once: one that is just starting is not.
func (l *Lab) Started(name string) bool {
	b, err := l.box(name)
	if err != nil || !b.mu.TryLock() {
		return false
	}
	defer b.mu.Unlock()
	return b.running()
}

// Start starts a sandbox that does not run yet, with nothing in it.
func (l *Lab) Start(ctx context.Context, name string) error {
	b, err := l.box(name)
	if err != nil {
		return err
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	return l.start(ctx, b)
}

// Off is nil when the sandbox can run on this machine. Otherwise the error says why not, with a hint that mends it.
// The first call for an engine probes it.
func (l *Lab) Off(ctx context.Context, name string) error {
	b, err := l.box(name)
	if err != nil {
		return err
	}
	engine, err := l.machine.Engine(b.spec.Engine)
	if err != nil {
		return err
	}
	if report := l.machine.report(ctx, engine); !report.OK {
		return explained(report.Why, report.Fix)
	}
	return l.machine.missing(ctx, b.spec.Needs)
}

// explained is an error with its hint, where there is one.
func explained(why, fix string) error {
	if fix == "" {
		return errors.New(why)
	}
	return fmt.Errorf("%s\nhint: %s", why, fix)
}

// start makes sure that the sandbox runs. The caller holds b.mu.
func (l *Lab) start(ctx context.Context, b *box) error {
	if b.running() {
		return nil
	}
	if l.ctx.Err() != nil {
		return errClosed
	}
	l.end(b)
	engine, err := l.machine.Engine(b.spec.Engine)
	if err != nil {
		return err
	}
	spec, err := l.spec(b.spec)
	if err != nil {
		return err
	}
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	stop := context.AfterFunc(l.ctx, cancel) // closing the lab does not wait for a machine to boot
	defer stop()
	box, err := engine.Start(ctx, spec, nil)
	if err != nil {
		// The probe knows more of the machine than the failed call does.
		if off := l.Off(ctx, b.spec.Name); off != nil && ctx.Err() == nil {
			return fmt.Errorf("sandbox %s: %w", b.spec.Name, off)
		}
		return fmt.Errorf("sandbox %s: %w", b.spec.Name, err)
	}
	if err := putFiles(ctx, box, b.spec.Files); err != nil {
		box.Close()
		return fmt.Errorf("sandbox %s: %w", b.spec.Name, err)
	}
	b.sandbox = box
	return nil
}

// putFiles puts a lesson's files into a sandbox that has just been started.
func putFiles(ctx context.Context, box sandbox.Sandbox, files []lessons.File) error {
	const script = `case $1 in "~/"*) file=$HOME/${1#"~/"} ;; *) file=$1 ;; esac
mkdir -p "$(dirname "$file")" && printf '%s' "$2" > "$file" || exit
case $2 in "#!"*) chmod 755 "$file" ;; esac`
	for _, file := range files {
		var output strings.Builder
		process, err := box.Exec(ctx, sandbox.Cmd{Args: []string{"sh", "-c", script, "sh", file.Path, file.Text}, Stdout: &output, Stderr: &output})
		if err != nil {
			return fmt.Errorf("cannot write %s: %w", file.Path, err)
		}
		exit, err := process.Wait()
		if err == nil && exit.Code != 0 {
			err = fmt.Errorf("exit status %d: %s", exit.Code, strings.TrimSpace(output.String()))
		}
		if err != nil {
			return fmt.Errorf("cannot write %s: %w", file.Path, err)
		}
	}
	return nil
}

// end closes what the box has. The caller holds b.mu.
func (l *Lab) end(b *box) error {
	if b.shell != nil {
		b.shell.Close()
		b.shell = nil
	}
	if b.sandbox == nil {
		return nil
	}
	err := b.sandbox.Close()
	b.sandbox = nil
	return err
}

// spec turns an entry of the front matter into what an engine starts.
func (l *Lab) spec(s lessons.Sandbox) (sandbox.Spec, error) {
	spec := sandbox.Spec{
		Name: s.Name, Hostname: s.Hostname, Image: s.Image, Profile: sandbox.Profile(s.Profile),
		Memory: s.Memory, Disk: s.Disk, Pids: s.Pids, CPUs: s.CPUs, CPUWeight: s.CPUWeight, Outside: s.Outside,
	}
	for _, kind := range s.Share {
		spec.Share = append(spec.Share, sandbox.Namespace(kind))
	}
	if s.Network != "" && s.Network != "none" {
		spec.Network = l.id + "-" + s.Network
	}
	for inside, name := range s.Volumes {
		dir, err := l.volume(name)
		if err != nil {
			return spec, err
		}
		if spec.Volumes == nil {
			spec.Volumes = map[string]string{}
		}
		spec.Volumes[inside] = dir
	}
	return spec, nil
}

// volume is the host directory behind a volume of this lab.
func (l *Lab) volume(name string) (string, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.volumes.open(name)
}

// Shell is the interactive shell of a sandbox. The first call starts both; later calls return the same shell, resized, or
// a new one where the student has ended it. The zero size leaves an old shell as it is and makes a new one 80x24.
func (l *Lab) Shell(ctx context.Context, name string, size sandbox.Size) (*Shell, error) {
	b, err := l.box(name)
	if err != nil {
		return nil, err
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	if err := l.start(ctx, b); err != nil {
		return nil, err
	}
	if b.shell != nil {
		select {
		case <-b.shell.Done():
			b.shell.Close()
		default:
			if size != (sandbox.Size{}) {
				err = b.shell.Resize(size)
			}
			return b.shell, err
		}
	}
	if size == (sandbox.Size{}) {
		size = sandbox.Size{Cols: 80, Rows: 24}
	}
	b.shell, err = startShell(ctx, b.sandbox, size, l.wake)
	return b.shell, err
}

// Reset ends a sandbox with all that runs in it. The next Shell or Check starts a fresh one.
func (l *Lab) Reset(_ context.Context, name string) error {
	b, err := l.box(name)
	if err != nil {
		return err
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	return l.end(b)
}

// Facts is what the kernel says of a sandbox now; an error where it is not started.
func (l *Lab) Facts(ctx context.Context, name string) (sandbox.Facts, error) {
	b, err := l.box(name)
	if err != nil {
		return sandbox.Facts{}, err
	}
	b.mu.Lock()
	box := b.sandbox
	b.mu.Unlock()
	if box == nil {
		return sandbox.Facts{}, fmt.Errorf("sandbox %s is not started", name)
	}
	return box.Facts(ctx)
}

// Steps are what the engine asked of the kernel to make a sandbox; nil where it was not started.
func (l *Lab) Steps(name string) []sandbox.Step {
	b, err := l.box(name)
	if err != nil {
		return nil
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.sandbox == nil {
		return nil
	}
	return b.sandbox.Steps()
}

// Close ends all sandboxes and removes what they kept. It may be called again.
func (l *Lab) Close() error {
	l.close()
	errs := make([]error, len(l.boxes))
	var wait sync.WaitGroup
	for i, name := range l.Names() {
		b := l.boxes[name]
		wait.Go(func() {
			b.mu.Lock()
			defer b.mu.Unlock()
			errs[i] = l.end(b)
		})
	}
	wait.Wait()
	l.mu.Lock()
	defer l.mu.Unlock()
	errs = append(errs, l.volumes.close())
	return errors.Join(errs...)
}

// wake tells those who wait on turned that a shell came back to its prompt.
func (l *Lab) wake() {
	l.mu.Lock()
	defer l.mu.Unlock()
	close(l.turn)
	l.turn = make(chan struct{})
}

// turned is closed the next time that a shell comes back to its prompt.
func (l *Lab) turned() <-chan struct{} {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.turn
}
