//go:build linux && (amd64 || arm64)

package vm

import (
	"context"
	"errors"
	"fmt"
	"io"
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
