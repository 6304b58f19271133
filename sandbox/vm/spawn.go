//go:build linux && (amd64 || arm64)

package vm

import (
	"encoding/binary"
	"fmt"
	"io"
	"path"
	"strings"
	"syscall"

	"floorplan/sandbox"

	"golang.org/x/sys/unix"
)

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
	return &sandbox.CommandError{Err: why}
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
