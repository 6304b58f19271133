package native

import (
	"cmp"
	"encoding/binary"
	"strings"

	"golang.org/x/sys/unix"

	"floorplan/sandbox"
)

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

// candidates are the paths that execvp(3) would try. A name that is too long for any is one, for the kernel to say so.
func candidates(name string, env []string) []string {
	const nameMax = 255 // NAME_MAX of limits.h
	if strings.Contains(name, "/") || len(name) > nameMax {
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
