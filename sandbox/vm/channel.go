//go:build linux && (amd64 || arm64)

package vm

import (
	"context"
	"encoding/binary"
	"errors"
	"io"
	"net"
	"slices"
	"sync"
	"syscall"
	"time"

	"golang.org/x/sys/unix"
)

var errNonsense = errors.New("the guest's agent answered nonsense")

// A guest that answers nothing for this long is taken to hang. The agent's poll returns after heartbeat with nothing to tell.
const (
	heartbeat   = 3 * time.Second
	hangTimeout = 20 * time.Second
)

// channelFD is the channel's descriptor in the agent.
const channelFD = 3

// channel makes system calls in the guest through its agent. One goroutine, run, owns the conversation: it sends what
// others asked for, and while there is nothing it has the agent poll the descriptors of the guest's commands.
type channel struct {
	conn net.Conn
	// signals is the guest's signalfd that tells of ended children, null its /dev/null.
	signals, null int
	timeout       time.Duration // that the guest has to answer

	mu        sync.Mutex
	requests  []*request
	processes []*process
	closing   []int // descriptors in the guest that nobody needs any more
	polling   bool  // the agent is in a poll that a wake ends
	hurry     bool  // there may be more ended children than the last poll has asked for: one signal can stand for several

	// explain ends the machine and says in its words why the conversation failed.
	explain func(error) error
	over    chan struct{} // closed when run has returned
	err     error         // why; set before over is closed
}

// request is a batch that somebody waits for.
type request struct {
	batch *batch
	then  func() // runs on the channel's goroutine, before anything else happens in the guest
	done  chan error
}

// call runs a batch in the guest. An error means that it did not run; the calls' own errors are in the batch.
func (c *channel) call(ctx context.Context, b *batch, then func()) error {
	c.mu.Lock()
	r := c.enqueue(b, then)
	c.mu.Unlock()
	return c.await(ctx, r)
}

// enqueue asks for a batch. c.mu is held.
func (c *channel) enqueue(b *batch, then func()) *request {
	r := &request{batch: b, then: then, done: make(chan error, 1)}
	c.requests = append(c.requests, r)
	c.wake()
	return r
}

func (c *channel) await(ctx context.Context, r *request) error {
	select {
	case err := <-r.done:
		return err
	case <-c.over:
		return c.err
	case <-ctx.Done():
		c.mu.Lock()
		defer c.mu.Unlock()
		if i := slices.Index(c.requests, r); i >= 0 {
			c.requests = slices.Delete(c.requests, i, i+1)
			return ctx.Err()
		}
	}
	select { // it is on its way, and what it makes must not be lost
	case err := <-r.done:
		return err
	case <-c.over:
		return c.err
	}
}

// wake ends a poll, so that the next batch is made with what has changed. c.mu is held.
func (c *channel) wake() {
	if !c.polling {
		return
	}
	c.polling = false
	_, _ = c.conn.Write(make([]byte, headerSize)) // run sees the error
}

func (c *channel) kick() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.wake()
}

// run holds the conversation until it fails, which it does when the guest is gone.
func (c *channel) run() {
	c.err = c.explain(c.converse())
	c.mu.Lock()
	processes := c.processes
	c.processes = nil
	c.mu.Unlock()
	for _, p := range processes {
		p.lost()
	}
	close(c.over)
}

func (c *channel) converse() error {
	for {
		c.mu.Lock()
		if len(c.requests) > 0 {
			r := c.requests[0]
			c.requests = c.requests[1:]
			c.mu.Unlock()
			encoded, err := r.batch.wire()
			if err != nil {
				r.done <- err
				continue
			}
			if err := c.exchange(r.batch, encoded); err != nil {
				return err
			}
			if r.then != nil {
				r.then()
			}
			r.done <- nil
			continue
		}
		p := c.newPoll()
		encoded, err := p.batch.wire()
		if err == nil {
			c.polling = true
			_, err = c.conn.Write(encoded)
		}
		c.mu.Unlock()
		if err != nil {
			return err
		}
		err = c.receive(&p.batch)
		c.mu.Lock()
		c.polling = false
		if err == nil {
			c.handle(p)
		}
		c.mu.Unlock()
		if err != nil {
			return err
		}
	}
}

// exchange sends one batch and waits for its reply.
func (c *channel) exchange(b *batch, encoded []byte) error {
	if _, err := c.conn.Write(encoded); err != nil {
		return err
	}
	return c.receive(b)
}

func (c *channel) receive(b *batch) error {
	_ = c.conn.SetReadDeadline(time.Now().Add(c.timeout)) // a socket has deadlines
	var length [4]byte
	if _, err := io.ReadFull(c.conn, length[:]); err != nil {
		return err
	}
	n := binary.LittleEndian.Uint32(length[:])
	if n > areaSize {
		return errNonsense
	}
	reply := make([]byte, n)
	if _, err := io.ReadFull(c.conn, reply); err != nil {
		return err
	}
	return b.answer(reply)
}

// poll is a batch that feeds and drains the guest's commands and waits until there is something to do.
type poll struct {
	batch  batch
	writes map[*process]*call
	reads  map[*stream]*call
	waits  []*call
	wait   *call
	inputs []*process // whose room for input is waited for, in the order of their pollfd
	first  int        // the first of those pollfd
}

// newPoll makes the next poll. c.mu is held.
func (c *channel) newPoll() *poll {
	p := &poll{writes: map[*process]*call{}, reads: map[*stream]*call{}}
	b := &p.batch
	for _, fd := range c.closing {
		b.call(unix.SYS_CLOSE, fd)
	}
	c.closing = nil

	var pollfds []byte
	watch := func(fd int, events uint64) {
		pollfds = binary.LittleEndian.AppendUint64(pollfds, uint64(uint32(fd))|events<<32)
	}
	watch(channelFD, unix.POLLIN)
	watch(c.signals, unix.POLLIN)
	streams := 0
	for _, process := range c.processes {
		streams += len(process.streams)
		if len(process.input) > 0 {
			streams++
		}
	}
	// As much as leaves room for everybody; a long batch would keep the others waiting.
	size := min(8<<10, (areaSize/2)/max(streams, 1))
	for _, process := range c.processes {
		if n := min(len(process.input), size); n > 0 {
			if process.full {
				p.inputs = append(p.inputs, process)
			} else {
				p.writes[process] = b.call(unix.SYS_WRITE, process.inputFD, b.bytes(process.input[:n]), n)
			}
		}
	}
	for _, process := range c.processes {
		for _, s := range process.streams {
			s.drained = false
			if s.room() >= size {
				watch(s.fd, unix.POLLIN)
				p.reads[s] = nil
			}
		}
	}
	p.first = len(pollfds) / 8
	for _, process := range p.inputs {
		watch(process.inputFD, unix.POLLOUT)
	}
	at := b.bytes(pollfds)
	limit := make([]byte, 16) // struct timespec
	if !c.hurry {
		binary.LittleEndian.PutUint64(limit, uint64(heartbeat/time.Second))
	}
	p.wait = b.call(unix.SYS_PPOLL, at, len(pollfds)/8, b.bytes(limit), 0, 8)
	b.returns(p.wait, at, len(pollfds), len(pollfds))
	b.call(unix.SYS_READ, c.signals, b.space(512), 512)
	for range 4 {
		status := b.space(4)
		ended := b.call(unix.SYS_WAIT4, -1, status, unix.WNOHANG, 0)
		p.waits = append(p.waits, b.returns(ended, status, 4, 4))
	}
	// Read after wait4: what a command printed before it ended is then there.
	for s := range p.reads {
		p.reads[s] = b.read(s.fd, size)
	}
	return p
}

// handle passes on what a poll brought. c.mu is held.
func (c *channel) handle(p *poll) {
	for process, write := range p.writes {
		process.wrote(int(write.result))
	}
	for i, process := range p.inputs {
		if at := (p.first + i) * 8; len(p.wait.data) >= at+8 && binary.LittleEndian.Uint16(p.wait.data[at+6:]) != 0 {
			process.full = false
		}
	}
	c.hurry = p.waits[len(p.waits)-1].result > 0
	for _, ended := range p.waits {
		if ended.result <= 0 || len(ended.data) < 4 {
			continue
		}
		status := syscall.WaitStatus(binary.LittleEndian.Uint32(ended.data))
		for _, process := range c.processes {
			if process.pid == int(ended.result) {
				process.ended, process.status = true, status
			}
		}
	}
	for s, read := range p.reads {
		switch {
		case read.result > 0:
			s.add(read.data)
			s.drained = false
		case read.result == -int32(unix.EAGAIN):
			s.drained = true
		default: // the end: 0 from a pipe, EIO from a terminal
			s.over = true
		}
	}
	c.processes = slices.DeleteFunc(c.processes, func(process *process) bool {
		process.streams = slices.DeleteFunc(process.streams, func(s *stream) bool {
			if !s.over && !(process.ended && s.drained) {
				return false
			}
			s.end()
			if s.fd != process.inputFD {
				c.closing = append(c.closing, s.fd)
			}
			return true
		})
		if process.closeInput && len(process.input) == 0 && process.inputFD >= 0 && !process.terminal {
			c.closing = append(c.closing, process.inputFD)
			process.inputFD = -1
		}
		if !process.ended || len(process.streams) > 0 {
			return false
		}
		if process.inputFD >= 0 {
			c.closing = append(c.closing, process.inputFD)
			process.inputFD = -1
		}
		process.finish()
		return true
	})
}
