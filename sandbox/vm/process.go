//go:build linux && (amd64 || arm64)

package vm

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"
	"sync"
	"syscall"

	"floorplan/sandbox"

	"golang.org/x/sys/unix"
)

var errNoTerminal = errors.New("the command has no terminal")

// stream is one descriptor in the guest that a command's output comes from.
type stream struct {
	*queue
	fd      int
	drained bool // the last poll found nothing in it
	over    bool
}

// process is a command in the guest. The fields up to status belong to the channel and are guarded by its mutex.
type process struct {
	pid        int
	streams    []*stream
	inputFD    int    // -1 for none
	input      []byte // not yet taken by the guest
	full       bool   // the guest's pipe or terminal took no more
	closeInput bool
	ended      bool
	status     syscall.WaitStatus

	channel  *channel
	killed   func(pid int) bool // says whether the guest's kernel ended it for want of memory
	terminal bool
	screen   *stream // the terminal's output
	taken    sync.Cond
	copies   sync.WaitGroup
	done     chan struct{} // closed when it has ended and its output is in the queues
	err      error
}

// start runs a command in the guest.
func (s *Sandbox) start(ctx context.Context, cmd sandbox.Cmd) (*process, error) {
	if len(cmd.Args) == 0 || cmd.Args[0] == "" {
		return nil, errors.New("cannot run a command: it has no name")
	}
	p := &process{channel: s.channel, inputFD: -1, terminal: cmd.Terminal != nil, killed: s.outOfMemory, done: make(chan struct{})}
	p.taken.L = &s.channel.mu
	b := &spawn{null: s.channel.null}
	if p.terminal {
		b.terminal(*cmd.Terminal)
	} else {
		b.pipes(cmd)
	}
	b.child(cmd, s.environment(cmd), s.home, s.files)

	var copies []func()
	adopt := func() {
		if b.clone.result <= 0 || b.failure() != nil {
			s.channel.mu.Lock()
			s.channel.closing = append(s.channel.closing, b.left()...)
			s.channel.mu.Unlock()
			return
		}
		p.pid = int(b.clone.result)
		add := func(fd int) *stream {
			stream := &stream{queue: newQueue(s.channel.kick), fd: fd}
			p.streams = append(p.streams, stream)
			return stream
		}
		copyTo := func(w io.Writer, from *stream) {
			copies = append(copies, func() {
				if _, err := io.Copy(w, from); err != nil {
					_, _ = io.Copy(io.Discard, from) // its reader is gone; the command need not wait for it
				}
			})
		}
		if p.terminal {
			p.inputFD = int(b.master.result)
			p.screen = add(p.inputFD)
		} else {
			p.inputFD = b.fd(b.stdin, 1)
			if fd := b.fd(b.stdout, 0); fd >= 0 {
				copyTo(cmd.Stdout, add(fd))
			}
			if fd := b.fd(b.stderr, 0); fd >= 0 {
				copyTo(cmd.Stderr, add(fd))
			}
		}
		s.channel.mu.Lock()
		s.channel.processes = append(s.channel.processes, p)
		s.channel.mu.Unlock()
	}
	if err := s.channel.call(ctx, &b.batch, adopt); err != nil {
		return nil, fmt.Errorf("cannot run %s in the guest: %w", cmd.Args[0], err)
	}
	if err := b.failure(); err != nil {
		return nil, fmt.Errorf("cannot run %s in the guest: %w", cmd.Args[0], err)
	}
	for _, c := range copies {
		p.copies.Go(c)
	}
	if cmd.Stdin != nil && !p.terminal {
		go func() {
			_, _ = io.Copy(inputWriter{p}, cmd.Stdin)
			p.closeStdin()
		}()
	}
	return p, nil
}

// spawn is the batch that starts a command.
type spawn struct {
	batch
	null                  int
	master, slave         *call
	stdin, stdout, stderr *call // pipe2
	shared                bool  // standard error goes where standard output goes
	clone                 *call
	steps                 []*call // of the child, before execve
	executes              []*call
	after, last           *call // where the parent goes on, and where it does when there is nothing to connect the child to
}

// terminal makes a pseudo-terminal of the guest (pts(4)).
func (b *spawn) terminal(size sandbox.Size) {
	const flags = unix.O_RDWR | unix.O_NOCTTY | unix.O_CLOEXEC
	b.master = b.call(unix.SYS_OPENAT, unix.AT_FDCWD, b.text("/dev/ptmx"), flags|unix.O_NONBLOCK)
	b.on(b.master, unix.SYS_IOCTL, unix.TIOCSPTLCK, b.bytes(make([]byte, 4)))
	b.on(b.master, unix.SYS_IOCTL, unix.TIOCSWINSZ, b.bytes(winsize(size)))
	b.slave = b.on(b.master, unix.SYS_IOCTL, unix.TIOCGPTPEER, flags)
}

func winsize(size sandbox.Size) []byte {
	clamp := func(n int) uint16 { return uint16(min(max(n, 1), 1<<15)) }
	out := binary.LittleEndian.AppendUint16(nil, clamp(size.Rows))
	return append(binary.LittleEndian.AppendUint16(out, clamp(size.Cols)), 0, 0, 0, 0)
}

// pipes makes a pipe for each stream that is not to be /dev/null.
func (b *spawn) pipes(cmd sandbox.Cmd) {
	pipe := func(wanted bool, ours int) *call {
		if !wanted {
			return nil
		}
		at := b.space(8)
		made := b.returns(b.call(unix.SYS_PIPE2, at, unix.O_CLOEXEC), at, 8, 8)
		b.call(unix.SYS_FCNTL, 0, unix.F_SETFL, unix.O_NONBLOCK).load = at + 4*ours
		return made
	}
	b.stdin = pipe(cmd.Stdin != nil, 1)
	b.stdout = pipe(cmd.Stdout != nil, 0)
	if b.shared = same(cmd.Stdout, cmd.Stderr); !b.shared {
		b.stderr = pipe(cmd.Stderr != nil, 0)
	}
}

// same says whether two writers are one, so that what is written to both keeps its order.
func same(a, b io.Writer) (equal bool) {
	defer func() { _ = recover() }() // their type may not be comparable
	return a != nil && a == b
}

// child adds the process itself.
func (b *spawn) child(cmd sandbox.Cmd, env []string, home string, files int) {
	const vfork = unix.CLONE_VM | unix.CLONE_VFORK | int(unix.SIGCHLD)
	b.clone = b.call(unix.SYS_CLONE, vfork)
	step := func(c *call) { b.steps = append(b.steps, c) }
	step(b.call(unix.SYS_SETSID))
	if b.slave != nil {
		step(b.on(b.slave, unix.SYS_IOCTL, unix.TIOCSCTTY, 0))
	}
	for fd, pipe := range []*call{b.stdin, b.stdout, b.stderr} {
		var c *call
		switch {
		case b.slave != nil:
			c = b.on(b.slave, unix.SYS_DUP3, fd, 0)
		case fd == 2 && b.shared:
			c = b.call(unix.SYS_DUP3, 1, 2, 0)
		case pipe == nil:
			c = b.call(unix.SYS_DUP3, b.null, fd, 0)
		default:
			c = b.call(unix.SYS_DUP3, 0, fd, 0)
			c.load = int(pipe.back)
			if fd > 0 {
				c.load += 4
			}
		}
		step(c)
	}
	step(b.call(unix.SYS_RT_SIGPROCMASK, unix.SIG_SETMASK, b.bytes(make([]byte, 8)), 0, 8))
	if files > 0 {
		limit := binary.LittleEndian.AppendUint64(nil, uint64(files))
		step(b.call(unix.SYS_PRLIMIT64, 0, unix.RLIMIT_NOFILE, b.bytes(append(limit, limit...)), 0))
	}
	dir := cmd.Dir
	if dir == "" {
		dir = home
	}
	step(b.call(unix.SYS_CHDIR, b.text(dir)))
	argv, envp := b.texts(cmd.Args), b.texts(env)
	for _, name := range candidates(cmd.Args[0], env) {
		b.executes = append(b.executes, b.call(unix.SYS_EXECVE, b.text(name), argv, envp))
	}
	exit := b.call(unix.SYS_EXIT_GROUP, 127)
	for _, c := range b.steps {
		c.negative = exit
	}
	// The parent goes on here, whether there is a child or not.
	b.after = b.call(unix.SYS_GETPID)
	b.clone.positive, b.clone.negative = b.after, b.after
	if b.slave != nil {
		b.on(b.slave, unix.SYS_CLOSE)
	}
	for i, pipe := range []*call{b.stdin, b.stdout, b.stderr} {
		if pipe != nil {
			theirs := b.call(unix.SYS_CLOSE)
			theirs.load = int(pipe.back)
			if i > 0 {
				theirs.load += 4
			}
		}
	}
	b.last = b.call(unix.SYS_GETPID)
	for _, c := range []*call{b.master, b.slave, b.stdin, b.stdout, b.stderr} {
		if c != nil {
			c.negative = b.last
		}
	}
}

// candidates are the paths that a command's name may mean: itself with a slash, else in each directory of PATH (execvp(3)).
func candidates(name string, env []string) []string {
	if strings.Contains(name, "/") {
		return []string{name}
	}
	var list []string
	for _, variable := range env {
		if value, ok := strings.CutPrefix(variable, "PATH="); ok {
			list = nil
			for dir := range strings.SplitSeq(value, ":") {
				list = append(list, path.Join("/", dir, name))
			}
		}
	}
	return list
}

// failure is why there is no command, nil if there is one.
func (b *spawn) failure() error {
	for _, c := range []*call{b.master, b.slave, b.stdin, b.stdout, b.stderr} {
		if c != nil && c.errno() != nil {
			return fmt.Errorf("cannot connect it: %w", c.errno())
		}
	}
	if err := b.clone.errno(); err != nil {
		return fmt.Errorf("cannot make a process: %w", err)
	}
	for i, c := range b.steps {
		if err := c.errno(); err != nil {
			if i == len(b.steps)-1 {
				return fmt.Errorf("cannot enter its directory: %w", err)
			}
			return fmt.Errorf("cannot set the process up: %w", err)
		}
	}
	var why error = syscall.ENOENT
	for _, c := range b.executes {
		if c.result == notRun { // an execve that succeeds does not return
			return nil
		}
		if err := c.errno(); err != nil && why == syscall.ENOENT {
			why = err
		}
	}
	return why
}

// fd is one end of a pipe, 0 to read and 1 to write; -1 without the pipe.
func (b *spawn) fd(pipe *call, end int) int {
	if pipe == nil || len(pipe.data) < 8 {
		return -1
	}
	return int(int32(binary.LittleEndian.Uint32(pipe.data[4*end:])))
}

// left are the descriptors that a batch which failed left open in the agent.
func (b *spawn) left() []int {
	var list []int
	if b.master != nil && b.master.result >= 0 {
		list = append(list, int(b.master.result))
	}
	for i, pipe := range []*call{b.stdin, b.stdout, b.stderr} {
		for end := range 2 {
			theirs := (end == 0) == (i == 0)
			if fd := b.fd(pipe, end); fd >= 0 && !(theirs && b.after.result >= 0) {
				list = append(list, fd)
			}
		}
	}
	return list
}

// wrote takes the outcome of writing to the command's input.
func (p *process) wrote(n int) {
	switch {
	case n >= 0:
		p.input = p.input[min(n, len(p.input)):]
	case n == -int(unix.EAGAIN):
		p.full = true
	default: // nobody reads it any more
		p.input = nil
	}
	if len(p.input) == 0 {
		p.taken.Broadcast()
	}
}

// finish and lost are called once, when the command has ended or its machine has.
func (p *process) finish() {
	p.ended = true
	p.input = nil
	close(p.done)
	p.taken.Broadcast()
}

func (p *process) lost() {
	p.channel.mu.Lock()
	defer p.channel.mu.Unlock()
	p.err = errors.New("the guest is gone")
	for _, s := range p.streams {
		s.end()
	}
	p.finish()
}

// inputWriter writes to a command's standard input or terminal.
type inputWriter struct{ p *process }

func (w inputWriter) Write(data []byte) (int, error) {
	p := w.p
	p.channel.mu.Lock()
	defer p.channel.mu.Unlock()
	for rest := data; len(rest) > 0; {
		for len(p.input) > 0 && !p.ended {
			p.taken.Wait()
		}
		if p.ended || p.inputFD < 0 {
			return len(data) - len(rest), io.ErrClosedPipe
		}
		n := min(len(rest), 4<<10)
		p.input = append([]byte(nil), rest[:n]...)
		rest = rest[n:]
		p.channel.wake()
	}
	return len(data), nil
}

func (p *process) closeStdin() {
	p.channel.mu.Lock()
	defer p.channel.mu.Unlock()
	p.closeInput = true
	p.channel.wake()
}

// Read is the terminal's output; io.EOF when the command has ended.
func (p *process) Read(data []byte) (int, error) {
	if !p.terminal {
		return 0, errNoTerminal
	}
	return p.screen.Read(data)
}

// Write types into the terminal.
func (p *process) Write(data []byte) (int, error) {
	if !p.terminal {
		return 0, errNoTerminal
	}
	return inputWriter{p}.Write(data)
}

// Resize tells the terminal its size.
func (p *process) Resize(size sandbox.Size) error {
	if !p.terminal {
		return errNoTerminal
	}
	return p.ask(func(b *batch) *call {
		return b.call(unix.SYS_IOCTL, p.inputFD, unix.TIOCSWINSZ, b.bytes(winsize(size)))
	})
}

// Signal sends one signal to the command.
func (p *process) Signal(signal syscall.Signal) error {
	return p.ask(func(b *batch) *call { return b.call(unix.SYS_KILL, p.pid, int(signal)) })
}

// ask makes one call for a command that has not ended. Its process id and descriptors are its own until then.
func (p *process) ask(build func(*batch) *call) error {
	b := &batch{}
	p.channel.mu.Lock()
	if p.ended {
		p.channel.mu.Unlock()
		return syscall.ESRCH
	}
	c := build(b)
	r := p.channel.enqueue(b, nil)
	p.channel.mu.Unlock()
	if err := p.channel.await(context.Background(), r); err != nil {
		return err
	}
	return c.errno()
}

// Wait returns when the command has ended and what it printed was passed on. A child that it left behind, holding its output
// open, is not waited for.
func (p *process) Wait() (sandbox.Exit, error) {
	<-p.done
	p.copies.Wait()
	if p.err != nil {
		<-p.channel.over
		return sandbox.Exit{}, fmt.Errorf("the command was lost: %w", p.channel.err)
	}
	if !p.status.Signaled() {
		return sandbox.Exit{Code: p.status.ExitStatus()}, nil
	}
	signal := p.status.Signal()
	exit := sandbox.Exit{Code: 128 + int(signal), Signal: signal}
	exit.OOM = signal == syscall.SIGKILL && p.killed(p.pid)
	return exit, nil
}

// Close kills the command with its process group, which is its session's first, and closes its terminal.
func (p *process) Close() error {
	err := p.ask(func(b *batch) *call {
		b.call(unix.SYS_KILL, -p.pid, int(unix.SIGKILL))
		return b.call(unix.SYS_KILL, p.pid, int(unix.SIGKILL))
	})
	select {
	case <-p.channel.over: // with the whole machine
		return nil
	default:
	}
	if errors.Is(err, syscall.ESRCH) {
		return nil
	}
	return err
}
