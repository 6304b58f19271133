package native

import (
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"

	"golang.org/x/sys/unix"

	"floorplan/sandbox"
	"floorplan/sandbox/image"
)

// The root file system is built on one tmpfs, mounted on a directory of the host that only this mount namespace sees so (the
// stage). It is also the sandbox's disk and holds its limit:
//
//	layer  the writable layer: an image's upper directory, or for binds the root itself
//	over   upper directories of single binds, such as usr
//	work   overlayfs's own
//	root   where the sandbox's root is mounted
//
// In the end root becomes "/" and all the rest is out of sight.

var mountFlags = []struct {
	bit  uint64
	name string
}{
	{unix.MS_RDONLY, "MS_RDONLY"}, {unix.MS_NOSUID, "MS_NOSUID"}, {unix.MS_NODEV, "MS_NODEV"}, {unix.MS_NOEXEC, "MS_NOEXEC"},
	{unix.MS_REMOUNT, "MS_REMOUNT"}, {unix.MS_BIND, "MS_BIND"}, {unix.MS_REC, "MS_REC"}, {unix.MS_PRIVATE, "MS_PRIVATE"},
}

func mountCall(source, target, fstype string, flags uint64, data string) call {
	var names []string
	for _, f := range mountFlags {
		if flags&f.bit != 0 {
			names = append(names, f.name)
		}
	}
	flag := num(flags, strings.Join(names, "|"))
	if flags == 0 {
		flag.text = "0"
	}
	text := func(s string) value {
		if s == "" {
			return num(0, "NULL")
		}
		return str(s)
	}
	return call{nr: unix.SYS_MOUNT, name: "mount", args: []value{text(source), str(target), text(fstype), flag, text(data)}}
}

func (p *planner) mount(why string, s step, calls ...call) {
	s.why, s.man, s.calls = why, "mount(2)", calls
	if s.oci == "" {
		s.oci = "mounts"
	}
	p.add(s)
}

func mkdir(dir string, mode int) call {
	return call{nr: unix.SYS_MKDIRAT, name: "mkdirat", args: []value{cwd, str(dir), num(uint64(mode), fmt.Sprintf("%#o", mode))}}
}

func symlink(target, link string) call {
	return call{nr: unix.SYS_SYMLINKAT, name: "symlinkat", args: []value{str(target), cwd, str(link)}}
}

func emptyFile(file string) call {
	return call{nr: unix.SYS_MKNODAT, name: "mknodat", args: []value{cwd, str(file), intv(unix.S_IFREG | 0o666), intv(0)}}
}

// optional lets calls fail.
func optional(calls ...call) []call {
	for i := range calls {
		calls[i].neg = ignore
	}
	return calls
}

func (p *planner) mounts() {
	p.staging()
	if len(p.root.Layers) > 0 {
		p.skeleton(false)
		p.overlay("The image's layers, read-only, under a writable one.", p.inside(""), p.root.Layers, p.host.stage+"/layer", p.host.stage+"/workdir/root")
	} else {
		p.mount("The sandbox's root, a mount of its own so that it can be made \"/\".", step{docker: "--tmpfs"},
			mountCall(p.host.stage+"/layer", p.inside(""), "", unix.MS_BIND, ""))
		p.skeleton(true)
		p.binds()
	}
	p.proc()
	p.dev()
	p.volumes()
	p.enterRoot()
}

// inside is where a path of the sandbox's is while it is built.
func (p *planner) inside(path string) string { return p.host.stage + "/root" + path }

// staging makes the tmpfs.
func (p *planner) staging() {
	p.mount("Keeps every mount that follows from spreading to the host, and the host's from coming in.", step{unshare: "--propagation private",
		oci: "linux.rootfsPropagation"}, mountCall("none", "/", "", unix.MS_REC|unix.MS_PRIVATE, ""))
	disk, inodes := p.spec.Disk, p.spec.Inodes
	if disk == 0 {
		disk = defaultDiskOf(p.spec)
	}
	if inodes == 0 {
		inodes = defaultInodes
	}
	p.mount("The sandbox's disk: memory, so much and not more, in so many files.", step{docker: fmt.Sprintf("--storage-opt size=%d", disk)},
		mountCall("tmpfs", p.host.stage, "tmpfs", unix.MS_NOSUID|unix.MS_NODEV, fmt.Sprintf("mode=0755,size=%d,nr_inodes=%d", disk, inodes)))
	p.add(step{why: "The parts of that disk: what is shown, and what is written behind it.", man: "mkdir(2)", call: "mkdirat",
		args: []string{"AT_FDCWD", "layer, over, work, root"}, calls: []call{
			mkdir(p.host.stage+"/layer", 0o755), mkdir(p.host.stage+"/over", 0o755), mkdir(p.host.stage+"/workdir", 0o755), mkdir(p.inside(""), 0o755),
		}})
}

// sources are the directories of the host that a sandbox is built of.
func sources(root *image.Root, spec sandbox.Spec) []string {
	out := slices.Clone(root.Layers)
	for _, b := range root.Binds {
		out = append(out, b.Source)
	}
	return slices.AppendSeq(out, maps.Values(spec.Volumes))
}

// findStage is a directory to build on. What is below it cannot be seen while the sandbox is built, so it must not hold
// anything that the sandbox is built of.
func findStage(stages, sources []string) (string, error) {
	for _, stage := range stages {
		if !slices.ContainsFunc(sources, func(source string) bool { return source == stage || strings.HasPrefix(source, stage+"/") }) {
			return stage, nil
		}
	}
	return "", fmt.Errorf("cannot build a sandbox on any of %s: images or volumes lie below each", strings.Join(stages, ", "))
}

// overlay mounts lower directories under a writable upper one. Without "userxattr" (before 6.6 a tmpfs in a user namespace
// could not keep such attributes) overlayfs manages with fewer abilities.
func (p *planner) overlay(why, target string, lower []string, upper, work string) {
	data := "lowerdir=" + strings.Join(lower, ":") + ",upperdir=" + upper + ",workdir=" + work
	after := p.label()
	p.add(step{why: "A directory in which overlayfs prepares what it writes.", man: "mkdir(2)", calls: []call{mkdir(work, 0o755)}})
	first := mountCall("overlay", target, "overlay", 0, data+",userxattr")
	first.neg, first.zero = ignore, after
	second := mountCall("overlay", target, "overlay", 0, data)
	p.mount(why, step{oci: "root.path", docker: "docker run IMAGE"}, first, second, nop(after))
}

// nop is a place to continue at.
func nop(label string) call { return call{label: label, nr: setResult, args: []value{intv(0)}} }

// skeleton makes the directories and files that every sandbox has, in the writable layer and before anything is mounted over
// it: whatever an image holds in their place, a link that leads astray above all, is hidden by a real directory.
func (p *planner) skeleton(host bool) {
	calls := []call{
		mkdir(p.host.stage+"/layer/dev", 0o755), mkdir(p.host.stage+"/layer/proc", 0o555), mkdir(p.host.stage+"/layer/sys", 0o555), mkdir(p.host.stage+"/layer/run", 0o755),
		mkdir(p.host.stage+"/layer/tmp", 0o1777), mkdir(p.host.stage+"/layer/etc", 0o755),
	}
	etc := p.host.stage + "/layer/etc"
	if host {
		etc = p.host.stage + "/over/etc"
		calls = append(calls, mkdir(etc, 0o755), mkdir(p.host.stage+"/layer/home", 0o755), mkdir(p.host.stage+"/layer/root", 0o700),
			mkdir(p.host.stage+"/layer/var", 0o755), mkdir(p.host.stage+"/layer/var/tmp", 0o1777), mkdir(p.host.stage+"/layer/var/lib", 0o755), mkdir(p.host.stage+"/layer/var/log", 0o755),
			mkdir(p.host.stage+"/layer/var/cache", 0o755), symlink("../run", p.host.stage+"/layer/var/run"), mkdir(p.host.stage+"/layer/mnt", 0o755), mkdir(p.host.stage+"/layer/srv", 0o755),
			mkdir(p.host.stage+"/layer/run/lock", 0o1777))
	} else {
		calls = append(calls, mkdir(p.host.stage+"/layer/home", 0o755), mkdir(p.host.stage+"/layer/root", 0o700))
		for _, target := range slices.Sorted(maps.Keys(p.spec.Volumes)) {
			p.makePath(p.host.stage+"/layer", target)
		}
	}
	if p.home == "/home/student" {
		calls = append(calls, mkdir(p.host.stage+"/layer/home/student", 0o755))
	}
	p.add(step{why: "Directories that every system has.", man: "hier(7)", call: "mkdirat", args: []string{"AT_FDCWD", "/dev, /proc, /tmp, …"}, calls: calls})

	files := map[string]string{
		"hostname": p.spec.Hostname + "\n",
		"hosts":    "127.0.0.1\tlocalhost\n::1\tlocalhost ip6-localhost\n127.0.1.1\t" + p.spec.Hostname + "\n",
		// No name server can be reached; an empty list makes the C library ask one at 127.0.0.1 and give up at once.
		"resolv.conf": "# no network\n",
	}
	if p.member != nil {
		files["hosts"] = p.member.hosts()
	}
	if host || p.root.Ref == "mini" {
		passwd, group := "", ""
		student := fmt.Sprintf("student:x:%d:%d:Student:/home/student:/bin/bash\n", p.id, p.id)
		studentGroup := fmt.Sprintf("student:x:%d:\n", p.id)
		if p.id == 0 {
			student = ""
			studentGroup = ""
		}
		passwd = "root:x:0:0:root:/root:/bin/bash\n" + student + p.host.passwd
		group = "root:x:0:\n" + studentGroup + p.host.group
		files["passwd"], files["group"] = passwd, group
	}
	calls = nil
	for _, name := range slices.Sorted(maps.Keys(files)) {
		calls = append(calls, p.writeFile(etc+"/"+name, files[name], unix.O_CREAT|unix.O_TRUNC|unix.O_NOFOLLOW, "")...)
	}
	p.add(step{why: "Files that name the sandbox, its users and its hosts.", man: "hosts(5)", call: "openat",
		args: []string{"AT_FDCWD", "/etc/hostname, /etc/hosts, …", "O_CREAT"}, docker: "--add-host", calls: calls})
}

// binds shows the host's directories: /usr and /etc under a writable layer each, the others read-only. One overlay of the host's
// root for both would be cheaper, but overlayfs takes no lower directory with mounts below it that are locked, as in a user
// namespace they all are (clone_private_mount in the kernel's fs/namespace.c).
func (p *planner) binds() {
	for _, b := range p.root.Binds {
		name := strings.ReplaceAll(strings.Trim(b.Target, "/"), "/", "-")
		target := p.inside(b.Target)
		p.makePath(p.host.stage+"/layer", b.Target)
		below := slices.Contains(p.host.mountedBelow, b.Target)
		if below {
			p.notes = append(p.notes, "this machine has mounts below "+b.Target+" (a container? WSL?), which is read-only in here for that")
		}
		switch {
		case below && b.Target == "/etc":
			p.mount("Shows the host's settings, read-only: overlayfs takes no directory with mounts below it.", step{docker: "--volume /etc:/etc:ro"},
				mountCall(b.Source, target, "", unix.MS_BIND|unix.MS_REC, ""), readOnly(target))
			var calls []call
			for _, name := range []string{"hostname", "hosts", "resolv.conf", "passwd", "group"} {
				calls = append(calls, mountCall(p.host.stage+"/over/etc/"+name, target+"/"+name, "", unix.MS_BIND, ""))
			}
			p.mount("Files that name the sandbox, its users and its hosts, in place of the host's.", step{}, optional(calls...)...)
		case b.Target == "/usr" && !below:
			// Directories of the layer's own, so that the sandbox's root may add and remove programs: those of the host belong
			// to a user that does not exist inside.
			var calls []call
			for _, dir := range []string{"", "/bin", "/sbin", "/lib", "/local", "/share"} {
				calls = append(calls, mkdir(p.host.stage+"/over/usr"+dir, 0o755))
			}
			p.add(step{call: "mkdirat", args: []string{"AT_FDCWD", "/usr/bin, …"}, man: "mkdir(2)", calls: calls,
				why: "Directories of the sandbox's own above the host's: its root may add and remove programs in its view."})
			p.overlay("The host's programs, read-only, under a writable layer: what is changed is changed in here only.",
				target, []string{b.Source}, p.host.stage+"/over/"+name, p.host.stage+"/workdir/"+name)
		case b.Target == "/etc":
			p.overlay("The host's settings, read-only, under a writable layer.", target, []string{b.Source}, p.host.stage+"/over/"+name, p.host.stage+"/workdir/"+name)
		default:
			p.mount("Shows a directory of the host, read-only.", step{docker: "--volume " + b.Source + ":" + b.Target + ":ro"},
				mountCall(b.Source, target, "", unix.MS_BIND|unix.MS_REC, ""),
				readOnly(target))
		}
	}
	var calls []call
	for _, l := range p.root.Links {
		calls = append(calls, optional(symlink(l.Target, p.inside(l.Path)))...)
	}
	if calls != nil {
		p.add(step{call: "symlinkat", args: []string{"usr/bin", "AT_FDCWD", "/bin"}, why: "The links that the host has: /bin is /usr/bin.",
			man: "symlink(2)", calls: calls})
	}
}

// readOnly makes the tree mounted at target read-only, submounts too, and keeps what flags they have (mount_setattr(2)).
func readOnly(target string) call {
	return addFlags(target, num(unix.AT_RECURSIVE, "AT_RECURSIVE"), unix.MOUNT_ATTR_RDONLY|unix.MOUNT_ATTR_NOSUID|unix.MOUNT_ATTR_NODEV, "MOUNT_ATTR_RDONLY")
}

// addFlags gives a mount more flags and keeps those that it has: of the host's mounts none may be taken away (MS_REMOUNT would).
func addFlags(target string, how value, flags uint64, shown string) call {
	return call{nr: unix.SYS_MOUNT_SETATTR, name: "mount_setattr " + target, args: []value{cwd, str(target), how, bytesv(le64(flags, 0, 0, 0), shown), intv(32)}}
}

// makePath makes the directories of an absolute path below base.
func (p *planner) makePath(base, dir string) {
	var calls []call
	at := base
	for _, part := range strings.Split(strings.Trim(path.Clean(dir), "/"), "/") {
		at += "/" + part
		calls = append(calls, optional(mkdir(at, 0o755))...)
	}
	p.add(step{call: "mkdirat", args: []string{"AT_FDCWD", dir}, why: "A place to mount on.", man: "mkdir(2)", calls: calls})
}

func (p *planner) proc() {
	const flags = unix.MS_NOSUID | unix.MS_NODEV | unix.MS_NOEXEC
	if p.own(sandbox.PID) {
		after := p.label()
		fresh := mountCall("proc", p.inside("/proc"), "proc", flags, "")
		fresh.neg, fresh.zero = ignore, after
		bind := mountCall("/proc", p.inside("/proc"), "", unix.MS_BIND|unix.MS_REC, "")
		p.mount("A fresh /proc: it shows the processes of this PID namespace. Where the kernel refuses, the host's is shown instead.",
			step{unshare: "--mount-proc", otherwise: "no fresh /proc: parts of the host's are hidden (a container?), so its processes are shown instead of the sandbox's"}, fresh, bind, nop(after))
	} else {
		p.mount("The PID namespace is shared, so /proc is the host's.", step{docker: "--pid host"},
			mountCall("/proc", p.inside("/proc"), "", unix.MS_BIND|unix.MS_REC, ""))
	}
	var calls []call
	for _, m := range p.host.masked {
		if m.dir {
			calls = append(calls, mountCall("tmpfs", p.inside(m.path), "tmpfs", unix.MS_RDONLY|flags, "size=0,nr_inodes=2"))
		} else {
			calls = append(calls, mountCall("/dev/null", p.inside(m.path), "", unix.MS_BIND, ""))
		}
	}
	if calls != nil {
		p.mount("Hides what tells of the whole machine.", step{oci: "linux.maskedPaths", docker: "--security-opt systempaths=unconfined (not)"}, optional(calls...)...)
	}
	if p.spec.Profile != sandbox.Admin {
		p.mount("The kernel's settings can be read and not written.", step{oci: "linux.readonlyPaths"}, optional(
			mountCall(p.inside("/proc/sys"), p.inside("/proc/sys"), "", unix.MS_BIND|unix.MS_REC, ""),
			mountCall("", p.inside("/proc/sys"), "", unix.MS_BIND|unix.MS_REMOUNT|unix.MS_RDONLY|flags, ""))...)
	}
}

func (p *planner) dev() {
	var calls []call
	for _, name := range p.host.devices {
		calls = append(calls, emptyFile(p.inside("/dev/"+name)), mountCall("/dev/"+name, p.inside("/dev/"+name), "", unix.MS_BIND, ""))
	}
	p.mount("The harmless devices, shared with the host: null, zero, random, tty.", step{call: "mount", args: []string{"/dev/null", p.inside("/dev/null"), "NULL", "MS_BIND", "NULL"},
		oci: "linux.devices", docker: "--device"}, calls...)
	p.add(step{call: "symlinkat", args: []string{"/proc/self/fd", "AT_FDCWD", "/dev/fd"}, why: "The names that programs expect in /dev.", man: "symlink(2)",
		calls: []call{symlink("/proc/self/fd", p.inside("/dev/fd")), symlink("/proc/self/fd/0", p.inside("/dev/stdin")), symlink("/proc/self/fd/1", p.inside("/dev/stdout")),
			symlink("/proc/self/fd/2", p.inside("/dev/stderr")), symlink("pts/ptmx", p.inside("/dev/ptmx")), mkdir(p.inside("/dev/pts"), 0o755), mkdir(p.inside("/dev/shm"), 0o1777)}})
	p.mount("Terminals of the sandbox's own.", step{}, mountCall("devpts", p.inside("/dev/pts"), "devpts", unix.MS_NOSUID|unix.MS_NOEXEC, fmt.Sprintf("newinstance,ptmxmode=0666,mode=0620,max=%d", mostTerminals)))
}

func (p *planner) volumes() {
	for _, target := range slices.Sorted(maps.Keys(p.spec.Volumes)) {
		source := p.spec.Volumes[target]
		p.makePath(p.inside(""), target)
		p.mount("A volume: a directory that outlives the sandbox.", step{docker: "--volume " + source + ":" + target},
			mountCall(source, p.inside(target), "", unix.MS_BIND, ""),
			addFlags(p.inside(target), intv(0), unix.MOUNT_ATTR_NOSUID|unix.MOUNT_ATTR_NODEV, "MOUNT_ATTR_NOSUID|MOUNT_ATTR_NODEV"))
	}
}

// enterRoot makes what was built the root.
func (p *planner) enterRoot() {
	p.add(step{why: "Makes the sandbox's tree the root. The old root is stacked on top of it, to be taken away: no path leads back.",
		man: "pivot_root(2)", oci: "root.path", call: "pivot_root", args: []string{".", "."},
		calls: []call{
			{nr: unix.SYS_CHDIR, name: "chdir", args: []value{str(p.inside(""))}},
			{nr: unix.SYS_PIVOT_ROOT, name: "pivot_root", args: []value{str("."), str(".")}},
		}})
}

// leaveHost mounts what takes the network namespace, and lets go of the host's files and of the building site. The kernel
// mounts a new sysfs only where a whole one is still to be seen (mount_namespaces(7)).
func (p *planner) leaveHost() {
	if p.own(sandbox.Net) && !p.inner {
		p.mount("A fresh view of devices and drivers, read-only: it shows the sandbox's own network interfaces.",
			step{otherwise: "no /sys: parts of the host's are hidden (a container?)"},
			optional(mountCall("sysfs", "/sys", "sysfs", unix.MS_RDONLY|unix.MS_NOSUID|unix.MS_NODEV|unix.MS_NOEXEC, ""))...)
	}
	p.add(step{why: "Takes the old root away.", man: "umount(2)", calls: []call{
		{nr: unix.SYS_UMOUNT2, name: "umount2", args: []value{str("."), num(unix.MNT_DETACH, "MNT_DETACH")}},
		{nr: unix.SYS_CHDIR, name: "chdir", args: []value{str("/")}},
	}})
}
