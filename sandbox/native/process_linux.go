package native

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"sync"
	"syscall"
	"time"

	"golang.org/x/sys/unix"

	"floorplan/sandbox"
	"floorplan/sandbox/image"
)

// process is a command inside a sandbox.
type process struct {
	box  *box
	args []string
	pid  int // inside
	spawn
	before int // how many calls of its message come before the program

	killsBefore int  // the kernel's, for the sandbox's memory, when it started
	killed      bool // by Floorplan
	onTerminal  bool
	terminal    *os.File
	fds         []int      // what the message brings: its standard files
	mine        []*os.File // those of them to close once they are sent
	ours        []*os.File // this end of its pipes
	copying     sync.WaitGroup

	done chan struct{}
	exit sandbox.Exit
	err  error
	once sync.Once
}

// grace is how long output is still read after a command has ended, when something that it left behind holds the pipe or the
// terminal open.
const grace = 500 * time.Millisecond

// answerTime is how long an agent may take to send a signal. One that shares the PID namespace may have been stopped.
const answerTime = 10 * time.Second

// Exec starts one more command: see sandbox.Sandbox.
func (b *box) Exec(ctx context.Context, cmd sandbox.Cmd) (sandbox.Process, error) {
	p, err := b.newProcess(cmd)
	if err != nil {
		return nil, adviseLack(err)
	}
	if err := b.runSpawn(ctx, p, cmd, ref{}); err != nil {
		return nil, fmt.Errorf("cannot run %s in sandbox %s: %w", p.args[0], b.spec.Name, adviseLack(err))
	}
	stop := context.AfterFunc(ctx, func() { p.Close() })
	go func() {
		<-p.done
		stop()
	}()
	return p, nil
}

// startMain starts the command that the sandbox lives as long as, when the sandbox is there already.
func (b *box) startMain(ctx context.Context, cmd sandbox.Cmd) error {
	p, err := b.newProcess(cmd)
	if err != nil {
		return err
	}
	if err := b.runSpawn(ctx, p, cmd, ref{"main", 0}); err != nil {
		return err
	}
	b.main = p
	return nil
}

// runSpawn has the agent start a command. It stores the command's number at out, too.
func (b *box) runSpawn(ctx context.Context, p *process, cmd sandbox.Cmd, out ref) error {
	p.spawn = makeSpawn(p.args, cmd, b.plan.env, b.spec.Files, b.engine.fast())
	prog := p.spawn.program
	prog.calls[p.fork].out = out
	prog.calls = append(prog.calls, replyCalls("fail")...)
	_, err := b.run(ctx, prog, len(prog.calls)*outcomeSize, p.fds, p)
	return err
}

// argsOf are a command's arguments: without any, what the image runs.
func argsOf(cmd sandbox.Cmd, root *image.Root) ([]string, error) {
	args := cmd.Args
	if len(args) == 0 {
		args = root.Cmd
	}
	if len(args) == 0 || args[0] == "" {
		return nil, errors.New("there is no command to run")
	}
	for _, s := range slices.Concat(args, cmd.Env, []string{cmd.Dir}) {
		if strings.Contains(s, "\x00") {
			return nil, fmt.Errorf("cannot pass %q on: %w", s, unix.EINVAL) // the kernel would see its beginning only
		}
	}
	return args, nil
}

// newProcess makes what a command needs on this side.
func (b *box) newProcess(cmd sandbox.Cmd) (*process, error) {
	args, err := argsOf(cmd, b.root)
	if err != nil {
		return nil, err
	}
	p := &process{box: b, args: args, onTerminal: cmd.Terminal != nil, done: make(chan struct{})}
	if cmd.Terminal == nil {
		if err := p.standardFiles(cmd); err != nil {
			p.abandon()
			return nil, err
		}
	}
	return p, nil
}

// forked is the new process's number in a reply, 0 where it tells of no fork, or comes from the child itself.
func (p *process) forked(data []byte) int {
	if len(data) < (p.before+p.fork+1)*outcomeSize {
		return 0
	}
	return int(max(0, outcomeOf(data, p.before+p.fork).result))
}

// started reads what came of starting the command. A child that could not execute it says so before its parent replies.
func (p *process) started(msg message, next func() (message, error)) (message, error) {
	fork := outcomeOf(msg.data, p.before+p.fork)
	var failure error
	if fork.ran && fork.errno == 0 && fork.result == 0 {
		failure = p.whyNot(msg.data[p.before*outcomeSize:])
		var err error
		if msg, err = next(); err != nil {
			return msg, errors.Join(failure, err)
		}
	} else if !fork.ran || fork.errno != 0 {
		failure = p.whyNot(msg.data[p.before*outcomeSize:])
	}
	if failure != nil {
		msg.drop() // the agent sends the terminal along before it knows
		return msg, failure
	}
	p.pid = p.forked(msg.data)
	for _, f := range p.mine {
		f.Close()
	}
	p.mine = nil
	switch {
	case msg.fd >= 0:
		unix.SetNonblock(msg.fd, true)
		p.terminal = os.NewFile(uintptr(msg.fd), "terminal")
		go func() {
			<-p.done
			p.terminal.SetReadDeadline(time.Now().Add(grace))
		}()
	case msg.lost:
		return msg, fmt.Errorf("cannot take its terminal: %w", unix.EMFILE)
	case p.onTerminal:
		return msg, p.whyNot(msg.data[p.before*outcomeSize:])
	}
	return msg, nil
}

// whyNot is the reason that a command did not start.
func (p *process) whyNot(data []byte) error {
	var err error
	for i, c := range p.calls {
		if (i+1)*outcomeSize > len(data) {
			break
		}
		o := outcomeOf(data, i)
		if !o.ran || o.errno == 0 {
			continue
		}
		switch {
		case c.name == "execve":
			// As execvp(3): a program that may not be executed says more than one that is not there.
			switch file := c.args[0].text; {
			case o.errno == unix.ENOENT || o.errno == unix.ENOTDIR:
				if err == nil {
					err = o.errno
				}
			case file == p.args[0]:
				err = o.errno
			default:
				err = fmt.Errorf("%s: %w", file, o.errno)
			}
		case c.name == "chdir":
			return fmt.Errorf("cannot enter the directory %s: %w", c.args[0].text, o.errno)
		case c.neg != ignore:
			return fmt.Errorf("cannot %s: %w", c.name, o.errno)
		}
	}
	if err == nil {
		err = unix.ENOENT
	}
	return &sandbox.CommandError{Err: err}
}

// abandon drops what a command that did not start was given.
func (p *process) abandon() {
	for _, f := range append(p.mine, p.ours...) {
		f.Close()
	}
	if p.terminal != nil {
		p.terminal.Close()
	}
}

// ended notes how the command ended, and completes it when its output is copied.
func (p *process) ended(status unix.WaitStatus) {
	p.exit.Code = status.ExitStatus()
	if status.Signaled() {
		p.exit.Code, p.exit.Signal = 128+int(status.Signal()), status.Signal()
	}
	if len(p.ours) == 0 {
		close(p.done)
		return
	}
	go func() {
		copied := make(chan struct{})
		go func() {
			p.copying.Wait()
			close(copied)
		}()
		timer := time.NewTimer(grace)
		defer timer.Stop()
		select {
		case <-copied:
		case <-timer.C:
		}
		for _, f := range p.ours {
			f.Close()
		}
		<-copied
		close(p.done)
	}()
}

// Wait returns when the command has ended.
func (p *process) Wait() (sandbox.Exit, error) {
	<-p.done
	p.box.mu.Lock()
	defer p.box.mu.Unlock()
	return p.exit, p.err
}

var errNoTerminal = errors.New("the command has no terminal")

// Read reads from the command's terminal. It is at its end when nobody holds the terminal any more, and soon after the command has
// ended: jobs that a shell left in the background would else keep a dead terminal on the screen.
func (p *process) Read(b []byte) (int, error) {
	if p.terminal == nil {
		return 0, errNoTerminal
	}
	n, err := p.terminal.Read(b)
	if errors.Is(err, syscall.EIO) || errors.Is(err, os.ErrDeadlineExceeded) { // EIO is Linux's way to say so
		err = io.EOF
	}
	return n, err
}

// Write types into the command's terminal.
func (p *process) Write(b []byte) (int, error) {
	if p.terminal == nil {
		return 0, errNoTerminal
	}
	return p.terminal.Write(b)
}

// Resize tells the terminal its size.
func (p *process) Resize(size sandbox.Size) error {
	if p.terminal == nil {
		return errNoTerminal
	}
	conn, err := p.terminal.SyscallConn()
	if err != nil {
		return err
	}
	cerr := conn.Control(func(fd uintptr) {
		err = unix.IoctlSetWinsize(int(fd), unix.TIOCSWINSZ, &unix.Winsize{Row: uint16(size.Rows), Col: uint16(size.Cols)})
	})
	return errors.Join(cerr, err)
}

// Signal has the agent send a signal, which knows the process by the number that it has inside.
func (p *process) Signal(sig syscall.Signal) error {
	select {
	case <-p.done:
		return os.ErrProcessDone
	default:
	}
	if sig == unix.SIGKILL {
		p.box.mu.Lock()
		p.killed = true
		p.box.mu.Unlock()
	}
	prog := program{calls: []call{{nr: unix.SYS_KILL, name: "kill", args: []value{intv(p.pid), intv(int(sig))}, neg: ignore}}}
	prog.calls = append(prog.calls, replyCalls("fail")...)
	ctx, cancel := context.WithTimeout(context.Background(), answerTime)
	defer cancel()
	msg, err := p.box.run(ctx, prog, outcomeSize, nil, nil)
	if errors.Is(err, errGone) {
		return os.ErrProcessDone
	}
	if err != nil {
		return err
	}
	switch o := outcomeOf(msg.data, 0); o.errno {
	case 0:
		return nil
	case unix.ESRCH:
		return os.ErrProcessDone
	default:
		return o.errno
	}
}

// Close kills the command if it still runs and closes its terminal.
func (p *process) Close() error {
	err := p.Signal(syscall.SIGKILL)
	if errors.Is(err, os.ErrProcessDone) {
		err = nil
	}
	if p.terminal != nil {
		p.once.Do(func() { err = errors.Join(err, p.terminal.Close()) })
	}
	return err
}
