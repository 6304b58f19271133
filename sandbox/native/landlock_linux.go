package native

import (
	"strings"

	"golang.org/x/sys/unix"

	"floorplan/sandbox"
)

// A namespace that is shared is a wall left out. Landlock (landlock(7)) puts a lower one up in its place: a sandbox that sees
// the host's processes may signal only its own, one on the host's network may not talk to the host's abstract sockets, and
// one in the host's file system may write only in its home.
//
// versionScoped is the version of the interface that knows signals and abstract sockets (Linux 6.12).
const versionScoped = 6

// writeRights are the rights to change something in a file system, as of version 5 (Linux 6.10), which knows what is asked of a
// device, too: that may take no more than reading it.
const writeRights = unix.LANDLOCK_ACCESS_FS_IOCTL_DEV | unix.LANDLOCK_ACCESS_FS_WRITE_FILE | unix.LANDLOCK_ACCESS_FS_REMOVE_DIR | unix.LANDLOCK_ACCESS_FS_REMOVE_FILE |
	unix.LANDLOCK_ACCESS_FS_MAKE_CHAR | unix.LANDLOCK_ACCESS_FS_MAKE_DIR | unix.LANDLOCK_ACCESS_FS_MAKE_REG |
	unix.LANDLOCK_ACCESS_FS_MAKE_SOCK | unix.LANDLOCK_ACCESS_FS_MAKE_FIFO | unix.LANDLOCK_ACCESS_FS_MAKE_BLOCK |
	unix.LANDLOCK_ACCESS_FS_MAKE_SYM | unix.LANDLOCK_ACCESS_FS_REFER | unix.LANDLOCK_ACCESS_FS_TRUNCATE

// landlockVersion is the kernel's version of the interface, 0 where there is none.
func landlockVersion() int {
	n, _, errno := unix.Syscall(unix.SYS_LANDLOCK_CREATE_RULESET, 0, 0, unix.LANDLOCK_CREATE_RULESET_VERSION)
	if errno != 0 {
		return 0
	}
	return int(n)
}

// landlock adds the lower walls for what is shared.
func (p *planner) landlock() {
	var files, scoped uint64
	var what []string
	if !p.own(sandbox.Mount) {
		files = writeRights
		what = append(what, "writes only in its home")
	}
	if !p.own(sandbox.PID) {
		scoped |= unix.LANDLOCK_SCOPE_SIGNAL
		what = append(what, "signals only its own processes")
	}
	if !p.own(sandbox.Net) {
		scoped |= unix.LANDLOCK_SCOPE_ABSTRACT_UNIX_SOCKET
		what = append(what, "reaches no abstract socket of the host's")
	}
	if what == nil {
		return
	}
	if p.host.landlock < versionScoped {
		p.notes = append(p.notes, "this kernel's Landlock (since Linux 6.12) cannot see to it that the sandbox "+strings.Join(what, ", ")+
			": the namespaces that it shares leave that open")
		return
	}
	const ruleset = 50 // a descriptor number that is free
	create := p.label()
	calls := []call{
		{nr: unix.SYS_LANDLOCK_CREATE_RULESET, name: "landlock_create_ruleset", args: []value{bytesv(le64(files, 0, scoped), ""), intv(24), intv(0)}, out: ref{create, opArgs}},
		{label: create, nr: unix.SYS_DUP3, name: "dup3", args: []value{intv(-1), intv(ruleset), intv(unix.O_CLOEXEC)}},
	}
	if files != 0 {
		// Not all of /dev: shared memory lies below it, and devices of whoever is in the right groups.
		const device = unix.LANDLOCK_ACCESS_FS_WRITE_FILE | unix.LANDLOCK_ACCESS_FS_IOCTL_DEV
		calls = append(calls, allowBeneath(p, ruleset, p.home, files)...)
		for _, name := range append([]string{"ptmx", "pts"}, p.host.devices...) {
			calls = append(calls, optional(allowBeneath(p, ruleset, "/dev/"+name, device)...)...)
		}
	}
	calls = append(calls,
		call{nr: unix.SYS_LANDLOCK_RESTRICT_SELF, name: "landlock_restrict_self", args: []value{intv(ruleset), intv(0)}},
		call{nr: unix.SYS_CLOSE_RANGE, name: "close_range", args: []value{intv(firstFD + p.kept), num(0xffffffff, "~0"), intv(0)}})
	p.add(step{call: "landlock_restrict_self", args: []string{strings.Join(what, "; ")}, man: "landlock(7)", calls: calls,
		why: "In place of the namespaces that are shared: the sandbox " + strings.Join(what, ", ") + "."})
}

// allowBeneath adds a rule for a file or all that is below a directory: struct landlock_path_beneath_attr has the rights, then a
// descriptor of four bytes.
func allowBeneath(p *planner, ruleset int, path string, rights uint64) []call {
	name := p.label()
	p.blobs = append(p.blobs, blob{name: name, data: le64(rights, 0)})
	return []call{
		{nr: unix.SYS_OPENAT, name: "openat " + path, args: []value{cwd, str(path), intv(unix.O_PATH | unix.O_CLOEXEC)}, out: ref{name, 8}},
		{nr: unix.SYS_LANDLOCK_ADD_RULE, name: "landlock_add_rule", args: []value{intv(ruleset), intv(unix.LANDLOCK_RULE_PATH_BENEATH), at(name, 0), intv(0)}},
	}
}
