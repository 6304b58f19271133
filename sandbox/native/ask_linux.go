package native

import (
	"context"
	"errors"

	"golang.org/x/sys/unix"
)

// run has the agent run a program and returns its memory. What it cannot start it abandons. When ctx ends, nobody waits any more;
// the next request does, as answers come in the order of requests, and what was started is ended.
func (b *box) run(ctx context.Context, p program, reply int, fds []int, starting *process) (message, error) {
	none := message{fd: -1}
	err := ctx.Err()
	if err == nil {
		select {
		case b.asking <- struct{}{}:
			b.mu.Lock()
			b.starting = starting
			b.mu.Unlock()
			if err = b.ask(p, reply, fds); err != nil {
				<-b.asking
				if !errors.Is(err, unix.E2BIG) && lacking(err) == 0 {
					err = errGone
				}
			}
		case <-ctx.Done():
			err = ctx.Err()
		}
	}
	if err != nil {
		if starting != nil {
			starting.abandon()
		}
		return none, err
	}
	type answer struct {
		message
		err error
	}
	answered := make(chan answer, 1)
	go func() {
		msg, err := b.reply()
		if err == nil && starting != nil {
			msg, err = starting.started(msg, b.reply)
		}
		<-b.asking
		if err != nil && starting != nil {
			starting.abandon()
			if starting.pid != 0 { // it runs, and nobody has its terminal
				starting.Signal(unix.SIGKILL)
				<-starting.done
			}
		}
		answered <- answer{msg, err}
	}()
	select {
	case a := <-answered:
		return a.message, a.err
	case <-ctx.Done():
		go func() {
			switch a := <-answered; {
			case a.err == nil && starting != nil:
				starting.Close()
			case starting == nil:
				a.drop()
			}
		}()
		return none, ctx.Err()
	}
}

func (b *box) reply() (message, error) {
	msg, ok := <-b.replies
	if !ok {
		return message{fd: -1}, errGone
	}
	return msg, nil
}

// ask sends the agent a program.
func (b *box) ask(p program, reply int, fds []int) error {
	data, err := b.engine.link(p, reply)
	if err != nil {
		return err
	}
	return b.send(data, fds)
}
