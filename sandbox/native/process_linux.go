package native

import (
	"cmp"
	"context"
	"encoding/binary"
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

// grace is how long output is still read after a command has ended, when something that it left behind holds the pipe open.
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
	for _, s := range slices.Concat(args, cmd.Env) {
		if strings.Contains(s, "\x00") {
			return nil, fmt.Errorf("cannot pass %q on: %w", s, unix.EINVAL) // execve(2) would see its beginning only
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

// spawn is a program that starts a command.
type spawn struct {
	program
	fork int // which of its calls forks
}

// makeSpawn makes the program that starts a command. The descriptors that its message brings are firstFD and the two above,
// or none with a terminal. files is how many the command may have open, 0 for as many as by default.
func makeSpawn(args []string, cmd sandbox.Cmd, env []string, files int, fast bool) spawn {
	var prog spawn
	env = mergeEnv(env, cmd.Env)
	prog.blobs = append(prog.blobs, stringArray("argv", args)...)
	prog.blobs = append(prog.blobs, stringArray("envp", env)...)

	const master, slave = firstFD, firstFD + 1
	if cmd.Terminal != nil {
		prog.calls = append(prog.calls,
			call{nr: unix.SYS_OPENAT, name: "open a terminal", args: []value{cwd, str("/dev/ptmx"), intv(unix.O_RDWR | unix.O_NOCTTY | unix.O_CLOEXEC)}},
			call{nr: unix.SYS_IOCTL, name: "unlock a terminal", args: []value{intv(master), intv(unix.TIOCSPTLCK), bytesv(make([]byte, 4), "0")}},
			call{nr: unix.SYS_IOCTL, name: "open a terminal's other end", args: []value{intv(master), intv(unix.TIOCGPTPEER), intv(unix.O_RDWR | unix.O_NOCTTY | unix.O_CLOEXEC)}},
			call{nr: unix.SYS_IOCTL, name: "size a terminal", args: []value{intv(master), intv(unix.TIOCSWINSZ), bytesv(winsize(*cmd.Terminal), "")}})
	}
	prog.fork = len(prog.calls)
	flags := uint64(unix.CLONE_VFORK) | uint64(unix.SIGCHLD)
	if fast {
		flags |= unix.CLONE_VM // the interpreter has no stack: child and parent may share all of the agent's memory
	}
	prog.calls = append(prog.calls, call{nr: unix.SYS_CLONE, name: "fork", args: []value{num(flags, "")}, zero: "child"})
	if cmd.Terminal != nil {
		prog.calls = append(prog.calls, replyWith(&prog.program, master)...)
	} else {
		prog.calls = append(prog.calls, replyCalls("")...)
	}

	child := []call{
		{label: "child", nr: unix.SYS_RT_SIGPROCMASK, name: "rt_sigprocmask", args: []value{intv(unix.SIG_SETMASK), bytesv(le64(0), "none"), intv(0), intv(8)}},
	}
	from := [3]int{firstFD, firstFD + 1, firstFD + 2}
	if cmd.Terminal == nil {
		child = append(child, call{nr: unix.SYS_SETPGID, name: "setpgid", args: []value{intv(0), intv(0)}})
	} else {
		child = append(child,
			call{nr: unix.SYS_SETSID, name: "setsid"},
			call{nr: unix.SYS_IOCTL, name: "take the terminal", args: []value{intv(slave), intv(unix.TIOCSCTTY), intv(0)}})
		from = [3]int{slave, slave, slave}
	}
	for i, fd := range from {
		child = append(child, call{nr: unix.SYS_DUP3, name: "dup3", args: []value{intv(fd), intv(i), intv(0)}})
	}
	if cmd.Dir != "" {
		child = append(child, call{nr: unix.SYS_CHDIR, name: "chdir", args: []value{str(cmd.Dir)}})
	}
	for i := range child {
		child[i].neg = "childFailed"
	}
	// Of the command's alone: what of a user's files is on its way through sockets is held against this limit as well, and one
	// sandbox's command is not to keep another's agent from sending. A host's limit that is lower stays.
	child = append(child, optional(limitCall(unix.RLIMIT_NOFILE, "RLIMIT_NOFILE", uint64(cmp.Or(files, defaultFiles))))...)
	for _, candidate := range candidates(args[0], env) {
		child = append(child, call{nr: unix.SYS_EXECVE, name: "execve", args: []value{str(candidate), at("argv", 0), at("envp", 0)}, neg: ignore})
	}
	child = append(child,
		call{label: "childFailed", nr: unix.SYS_SENDTO, name: "sendto", args: []value{intv(controlFD), at("outcomes", 0), at("replySize", 0), intv(unix.MSG_NOSIGNAL)}, neg: ignore},
		call{label: "childExit", nr: unix.SYS_EXIT_GROUP, name: "exit_group", args: []value{intv(127)}, neg: "childExit"})
	prog.calls = append(prog.calls, child...)
	return prog
}

// replyWith is replyCalls, and one of the agent's descriptors goes along (unix(7), SCM_RIGHTS). Where the kernel does not take
// it (too many are on their way already), the reply goes without, and the error is the result of the first of these calls.
func replyWith(prog *program, fd uint32) []call {
	cmsg := make([]byte, 24)
	binary.NativeEndian.PutUint64(cmsg, 20)
	binary.NativeEndian.PutUint32(cmsg[8:], unix.SOL_SOCKET)
	binary.NativeEndian.PutUint32(cmsg[12:], unix.SCM_RIGHTS)
	binary.NativeEndian.PutUint32(cmsg[16:], fd)
	prog.blobs = append(prog.blobs, blob{name: "cmsg", data: cmsg},
		blob{name: "replyIov", data: le64(0, 0), refs: map[int]ref{0: {"outcomes", 0}, 8: {"replySize", 0}}},
		blob{name: "replyMessage", data: le64(0, 0, 0, 1, 0, uint64(len(cmsg)), 0), refs: map[int]ref{16: {"replyIov", 0}, 32: {"cmsg", 0}}})
	return append([]call{
		{nr: unix.SYS_SENDMSG, name: "hand over a descriptor", args: []value{intv(controlFD), at("replyMessage", 0), intv(unix.MSG_NOSIGNAL)}, neg: "without"}}, append(replyCalls("")[1:], replyCalls("without")...)...)
}

// candidates are the paths that execvp(3) would try.
func candidates(name string, env []string) []string {
	if strings.Contains(name, "/") {
		return []string{name}
	}
	var out []string
	for _, kv := range env {
		if list, ok := strings.CutPrefix(kv, "PATH="); ok {
			for dir := range strings.SplitSeq(list, ":") {
				if dir == "" {
					dir = "."
				}
				out = append(out, dir+"/"+name)
			}
		}
	}
	return out
}

// stringArray is a NULL-terminated array of strings as execve(2) wants it.
func stringArray(name string, list []string) []blob {
	array := blob{name: name, data: make([]byte, 8*(len(list)+1)), refs: map[int]ref{}}
	var text []byte
	for i, s := range list {
		array.refs[8*i] = ref{name + "Text", len(text)}
		text = append(append(text, s...), 0)
	}
	return []blob{array, {name: name + "Text", data: append(text, 0)}}
}

func winsize(s sandbox.Size) []byte {
	b := make([]byte, 8)
	binary.NativeEndian.PutUint16(b, uint16(s.Rows))
	binary.NativeEndian.PutUint16(b[2:], uint16(s.Cols))
	return b
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

// Read reads from the command's terminal; it is at its end when nobody holds the terminal any more.
func (p *process) Read(b []byte) (int, error) {
	if p.terminal == nil {
		return 0, errNoTerminal
	}
	n, err := p.terminal.Read(b)
	if errors.Is(err, syscall.EIO) { // Linux's way to say so
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
