package native

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"slices"
	"sync"
	"syscall"
	"time"

	"golang.org/x/sys/unix"

	"floorplan/sandbox"
	"floorplan/sandbox/cgroup"
	"floorplan/sandbox/image"
	"floorplan/sandbox/outside"
)

// box is a running sandbox: this end of the agent's socket.
type box struct {
	engine *Engine
	spec   sandbox.Spec
	plan   *plan
	calls  []call   // the plan's: see opening
	notes  []string // what is worth knowing, for Facts
	root   *image.Root
	group  *cgroup.Group     // nil without one
	member *member           // its place in a network; nil without one
	how    map[string]string // what enforces which limit
	home   *home             // nil with a mount namespace

	control *os.File
	conn    syscall.RawConn
	initPID int // the agent, as the host sees it
	main    *process
	outcome []byte // the plan's memory after it was run
	// outsideSteps are what was asked of the kernel after the plan, for a way outside; proxy is that way, nil without one.
	outsideSteps []sandbox.Step
	took         time.Duration

	asking  chan struct{} // holds one element from a request to its reply
	replies chan message

	mu        sync.Mutex
	processes map[int]*process // by number inside
	starting  *process         // registered when the reply with its number comes in
	victims   map[int]bool     // those that the watchdog ended, by number inside
	reaped    bool             // the agent's process id is not ours any more
	proxy     *outside.Proxy
	wall      sandbox.NamespaceFact // where the PID namespace is shared: see mark
	done      chan struct{}
}

// message is what the agent sent: its memory, or a report.
type message struct {
	data []byte
	fd   int  // a descriptor that came with it, or -1
	lost bool // one came, and was dropped for want of a free number on this side
	pid  int  // the sender, as the host sees it
}

// drop closes the descriptor that came with a message that nobody wants.
func (m *message) drop() {
	if m.fd >= 0 {
		unix.Close(m.fd)
		m.fd = -1
	}
}

// start launches the agent, sends it the opening, which is known or to be written, and reads what came of it.
func (b *box) start(ctx context.Context, main *sandbox.Cmd, known *opening, write func() (*opening, error)) error {
	pair, err := unix.Socketpair(unix.AF_UNIX, unix.SOCK_SEQPACKET|unix.SOCK_CLOEXEC, 0)
	if err != nil {
		return fmt.Errorf("cannot make a socket pair: %w", err)
	}
	// The agent's messages carry its process id as this side of the PID namespace sees it (unix(7)).
	if err := errors.Join(unix.SetsockoptInt(pair[0], unix.SOL_SOCKET, unix.SO_PASSCRED, 1), unix.SetNonblock(pair[0], true)); err != nil {
		unix.Close(pair[0])
		unix.Close(pair[1])
		return fmt.Errorf("cannot prepare a socket: %w", err)
	}
	b.control = os.NewFile(uintptr(pair[0]), "agent")
	b.conn, err = b.control.SyscallConn()
	if err != nil {
		b.control.Close()
		unix.Close(pair[1])
		return fmt.Errorf("cannot prepare a socket: %w", err)
	}
	var launched int
	up := make(chan error, 1)
	launch := func() {
		var err error
		launched, err = b.engine.launch(pair[1], b.shares(sandbox.PID))
		unix.Close(pair[1])
		up <- err
	}
	o := known
	if known == nil {
		go launch() // the agent comes up while what it is to do is written down
		o, err = write()
	}
	if err == nil {
		err = b.open(o, main)
	}
	if known != nil {
		launch() // another thread would not be awake before this one is done
	}
	began := time.Now()
	if lerr := <-up; lerr != nil {
		b.control.Close()
		if b.main != nil {
			b.main.abandon()
		}
		return errors.Join(lerr, err)
	}
	over := make(chan struct{})
	stop := context.AfterFunc(ctx, func() {
		b.control.SetDeadline(time.Unix(1, 0))
		close(over)
	})
	if err == nil {
		err = b.setUp(launched, began)
	}
	if !stop() {
		<-over // or it would cut abandon short
		err = errors.Join(ctx.Err(), err)
	}
	if err != nil {
		b.abandon(launched)
		if b.main != nil {
			b.main.abandon()
		}
		return err
	}
	go b.listen()
	if b.how["memory"] == "watchdog" && b.spec.Memory > 0 {
		go b.watchMemory()
	}
	return nil
}

// open sends the opening, with the files that the command and the plan take.
func (b *box) open(o *opening, main *sandbox.Cmd) error {
	b.plan = o.plan
	b.calls = o.calls
	var fds []int
	if main != nil {
		var err error
		if b.main, err = b.newProcess(*main); err != nil {
			return err
		}
		b.main.spawn, b.main.before = o.spawn, len(o.calls)
		fds = slices.Clone(b.main.fds)
	}
	if b.group != nil {
		for _, f := range b.group.JoinFiles() {
			fds = append(fds, int(f.Fd()))
		}
	}
	return b.send(o.data, append(fds, b.member.files()...))
}

// setUp waits until the agent has run the plan, and reads what came of it. The process that was launched ends on the way and
// leaves its child as the agent.
func (b *box) setUp(launched int, began time.Time) error {
	if !b.engine.fast() {
		// A plain agent forks once more, and introduces the child.
		hello, err := b.receive()
		if err != nil {
			return fmt.Errorf("the agent did not start: %w", err)
		}
		unix.Wait4(launched, nil, 0, nil)
		launched, b.initPID = hello.pid, hello.pid
	}
	msg, err := b.receive()
	if err == nil && b.main != nil {
		msg, err = b.main.started(msg, b.receive)
	}
	took := time.Since(began)
	unix.Wait4(launched, nil, 0, nil)
	if msg.pid != launched {
		b.initPID = msg.pid
	}
	if len(msg.data) > 0 {
		b.outcome, b.took = msg.data, took
		if failed := firstFailure(b.calls, msg.data); failed != nil {
			return failed
		}
	}
	if err != nil {
		return err
	}
	b.notes = slices.Concat(b.plan.notes, b.plan.without(msg.data))
	if b.main != nil {
		b.processes[b.main.pid] = b.main
	}
	return nil
}

func clen(b []byte) int {
	if i := slices.Index(b, 0); i >= 0 {
		return i
	}
	return len(b)
}

// replyCalls send what came of the program back and return to the agent's loop, closing what the message brought.
func replyCalls(label string) []call {
	return []call{
		{label: label, nr: unix.SYS_SENDTO, name: "sendto", args: []value{intv(controlFD), at("outcomes", 0), at("replySize", 0), intv(unix.MSG_NOSIGNAL)}, neg: ignore},
		{nr: unix.SYS_CLOSE_RANGE, name: "close_range", args: []value{intv(firstFD), num(0xffffffff, "~0"), intv(0)}, neg: "loop", zero: "loop", pos: "loop"},
	}
}

// link makes a message of a program. reply is how much is to come back, of the outcomes and what follows them.
func (e *Engine) link(p program, reply int) ([]byte, error) {
	img, err := p.link(inboxBase, map[string]uint64{"loop": e.symbols["loop"], "replySize": uint64(reply), "main": e.symbols["reap"] + opArgs})
	if err != nil {
		return nil, err
	}
	if len(img.data) > inboxSize {
		return nil, fmt.Errorf("cannot send %d bytes of arguments and environment: %w", len(img.data), unix.E2BIG)
	}
	return img.data, nil
}

// send sends the agent a message.
func (b *box) send(data []byte, fds []int) (err error) {
	var rights []byte
	if len(fds) > 0 {
		rights = unix.UnixRights(fds...)
	}
	werr := b.conn.Write(func(fd uintptr) bool {
		err = unix.Sendmsg(int(fd), data, rights, nil, unix.MSG_NOSIGNAL)
		return err != unix.EAGAIN
	})
	if err = errors.Join(werr, err); err != nil {
		return fmt.Errorf("cannot tell the agent: %w", err)
	}
	return nil
}

// receive waits for the agent's next message. When the socket has no other end, the error is errGone.
func (b *box) receive() (message, error) {
	oob := make([]byte, 128)
	var n, oobn, flags int
	var err error
	msg := message{fd: -1}
	rerr := b.conn.Read(func(fd uintptr) bool {
		buffer := b.engine.buffers.Get().(*[64 << 10]byte)
		defer b.engine.buffers.Put(buffer)
		n, oobn, flags, _, err = unix.Recvmsg(int(fd), buffer[:], oob, unix.MSG_CMSG_CLOEXEC)
		if err == nil {
			msg.data = slices.Clone(buffer[:n])
		}
		return err != unix.EAGAIN
	})
	if err = errors.Join(rerr, err); err != nil {
		return msg, err
	}
	if n == 0 {
		return msg, errGone
	}
	msg.lost = flags&unix.MSG_CTRUNC != 0
	controls, err := unix.ParseSocketControlMessage(oob[:oobn])
	if err != nil {
		return msg, err
	}
	for _, c := range controls {
		if cred, err := unix.ParseUnixCredentials(&c); err == nil {
			msg.pid = int(cred.Pid)
		}
		if rights, err := unix.ParseUnixRights(&c); err == nil {
			for i, fd := range rights {
				if i == 0 {
					msg.fd = fd
				} else {
					unix.Close(fd)
				}
			}
		}
	}
	return msg, nil
}

var errGone = errors.New("the sandbox has ended")

// listen hands the agent's messages to whom they concern until the agent is gone, then cleans up.
func (b *box) listen() {
	for {
		msg, err := b.receive()
		if err != nil {
			break
		}
		if len(msg.data) != reportSize {
			b.mu.Lock()
			if p := b.starting; p != nil {
				if pid := p.forked(msg.data); pid > 0 {
					p.pid = pid
					p.killsBefore = b.kernelKills()
					delete(b.victims, pid) // another's, which had the number before
					b.processes[pid] = p
					b.starting = nil
				}
			}
			b.mu.Unlock()
			b.replies <- msg
			continue
		}
		pid := int(binary.NativeEndian.Uint64(msg.data))
		status := unix.WaitStatus(binary.NativeEndian.Uint32(msg.data[8:]))
		b.mu.Lock()
		p := b.processes[pid]
		delete(b.processes, pid)
		if p != nil && status.Signaled() && status.Signal() == unix.SIGKILL {
			p.exit.OOM, p.exit.OOMPerhaps = b.blame(pid, p)
		}
		b.mu.Unlock()
		if p != nil {
			p.ended(status)
		}
	}
	b.finish()
}

// finish runs once, when the agent is gone or going.
func (b *box) finish() {
	b.kill()
	unix.Waitid(unix.P_PID, b.initPID, nil, unix.WEXITED|unix.WNOWAIT, nil)
	var status unix.WaitStatus
	b.mu.Lock()
	unix.Wait4(b.initPID, &status, 0, nil) // from here on the number may be another's: kill must know
	b.reaped = true
	b.mu.Unlock()
	if b.shares(sandbox.PID) && status != 0 { // one that ends well has ended the others
		b.killStrays()
	}
	b.mu.Lock()
	left := b.processes
	b.processes = nil
	b.mu.Unlock()
	close(b.replies)
	b.control.Close()
	for _, p := range left {
		p.ended(unix.WaitStatus(unix.SIGKILL))
	}
	b.release()
	close(b.done)
}

// release gives back what the sandbox took of the machine.
func (b *box) release() {
	if b.root != nil {
		b.root.Close()
	}
	b.member.leave()
	b.mu.Lock()
	proxy := b.proxy
	b.mu.Unlock()
	if proxy != nil {
		proxy.Close()
	}
	if b.group != nil {
		b.group.Close()
	}
	b.home.remove()
}

func (b *box) shares(kind sandbox.Namespace) bool { return slices.Contains(b.spec.Share, kind) }

// abandon ends a start that failed: when the socket has no other end, the agent exits. Until then it may still be setting
// itself up; what it then says tells which process to wait for.
func (b *box) abandon(launched int) {
	b.control.SetDeadline(time.Now().Add(5 * time.Second))
	b.conn.Control(func(fd uintptr) { unix.Shutdown(int(fd), unix.SHUT_WR) })
	started := []int{launched, b.initPID}
	for {
		msg, err := b.receive()
		if err != nil {
			break
		}
		msg.drop()
		started = append(started, msg.pid)
	}
	b.control.Close()
	for _, pid := range started {
		// One that is already waited for, or a grandchild, is none of ours: wait4(2) says so and the number may be another's.
		if pid != 0 && isChild(pid) {
			unix.Kill(pid, unix.SIGKILL)
			unix.Wait4(pid, nil, 0, nil)
		}
	}
}

// isChild says whether a process is one of ours that nobody has waited for.
func isChild(pid int) bool {
	return unix.Waitid(unix.P_PID, pid, nil, unix.WEXITED|unix.WNOHANG|unix.WNOWAIT, nil) == nil
}

// Main is the command that the sandbox was started with.
func (b *box) Main() sandbox.Process {
	if b.main == nil {
		return nil
	}
	return b.main
}

// Steps are what was asked of the kernel.
func (b *box) Steps() []sandbox.Step { return append(b.explain(b.outcome, b.took), b.outsideSteps...) }

// Done is closed when the sandbox is over.
func (b *box) Done() <-chan struct{} { return b.done }

// Close ends the sandbox and waits until nothing of it is left.
func (b *box) Close() error {
	b.kill()
	<-b.done
	return nil
}
