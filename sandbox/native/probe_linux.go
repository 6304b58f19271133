package native

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
	"syscall"

	"golang.org/x/sys/unix"

	"floorplan/sandbox"
)

// Probe starts a sandbox and runs a command in it, and says what became of it. The sandbox asks for a limit: whether control
// groups are to be had is known only when one has been made.
func (e *Engine) Probe(ctx context.Context) sandbox.Report {
	report := sandbox.Report{Name: e.Name()}
	b, err := e.Start(ctx, sandbox.Spec{Name: "probe", Pids: defaultPids}, nil)
	report.Limits = e.enforcement(ctx)
	if err != nil {
		report.Why, report.Fix, _ = strings.Cut(err.Error(), "\nhint: ")
		return report
	}
	defer b.Close()
	p, err := b.Exec(ctx, sandbox.Cmd{Args: []string{"true"}})
	if err == nil {
		_, err = p.Wait()
	}
	if err != nil {
		report.Why = err.Error()
		return report
	}
	facts, err := b.Facts(ctx)
	if err != nil {
		report.Why = err.Error()
		return report
	}
	report.OK = true
	report.Notes = facts.Notes
	if slices.Contains(facts.Notes, hiddenNote) && report.Limits["memory"] == "watchdog" {
		report.Limits["memory"] = "rlimit" // the watchdog is blind
	}
	if host, err := e.groups(ctx); err == nil && host.Why() != "" {
		report.Notes = append(report.Notes, "no control groups: "+host.Why())
	}
	return report
}

// stepError is a call that failed.
type stepError struct {
	call  string
	args  string // of unshare: the flags
	errno syscall.Errno
}

func (e *stepError) Error() string {
	return fmt.Sprintf("cannot %s: %v", strings.TrimSpace(e.call+" "+e.args), e.errno)
}
func (e *stepError) Unwrap() error { return e.errno }

// surroundings are what tells one unfriendly host from another.
type surroundings struct {
	apparmor   bool   // kernel.apparmor_restrict_unprivileged_userns is 1 (Ubuntu since 24.04)
	debian     bool   // kernel.unprivileged_userns_clone is 0 (Debian until 10, Arch's hardened kernel)
	container  bool   // this is inside Docker, Podman or their like
	chroot     bool   // this is inside a chroot, where nobody may make a user namespace
	namespaces bool   // the kernel has user namespaces
	program    string // this one's path
	old        bool   // the kernel has no mount_setattr(2), so is older than 5.12
}

func look() surroundings {
	is := func(file, value string) bool {
		text, err := os.ReadFile(file)
		return err == nil && strings.TrimSpace(string(text)) == value
	}
	exists := func(file string) bool {
		_, err := os.Lstat(file)
		return err == nil
	}
	mounts, _ := os.ReadFile("/proc/self/mountinfo") // unreadable: no chroot that one could see
	program, err := os.Executable()
	if err != nil {
		program = "/usr/local/bin/floorplan"
	}
	return surroundings{
		program:    program,
		apparmor:   is("/proc/sys/kernel/apparmor_restrict_unprivileged_userns", "1"),
		debian:     is("/proc/sys/kernel/unprivileged_userns_clone", "0"),
		container:  exists("/run/.containerenv") || readStatus(os.Getpid())["Seccomp"] == "2",
		chroot:     len(mounts) > 0 && !hasRootMount(string(mounts)),
		namespaces: exists("/proc/self/ns/user"),
		old:        errors.Is(unix.MountSetattr(-1, "", unix.AT_EMPTY_PATH, &unix.MountAttr{}), unix.ENOSYS),
	}
}

// hasRootMount says whether something is mounted on "/": in a chroot that is not the root of a mount, nothing is.
func hasRootMount(mountinfo string) bool {
	for line := range strings.Lines(mountinfo) {
		if fields := strings.Fields(line); len(fields) > 4 && fields[4] == "/" {
			return true
		}
	}
	return false
}

// shortages are what may be used up, here or on all of the machine, and free again in a moment.
var shortages = map[syscall.Errno]string{
	unix.EMFILE:       "close other sandboxes, or let Floorplan have more files open: ulimit -n",
	unix.ENFILE:       "close other programs, or let the machine have more files open: sudo sysctl fs.file-max",
	unix.ETOOMANYREFS: "end the programs of yours, or the sandboxes, that keep open files on their way through sockets",
	unix.ENOBUFS:      "wait until the machine has memory for sockets",
	unix.ENOMEM:       "wait until the machine has free memory",
}

// lacking is the shortage that a failure on this side comes from, or 0. A call of the agent's has other limits.
func lacking(err error) syscall.Errno {
	var failed *stepError
	if errors.As(err, &failed) {
		return 0
	}
	for errno := range shortages {
		if errors.Is(err, errno) {
			return errno
		}
	}
	return 0
}

// adviseLack adds to a failure for want of something what makes room for it.
func adviseLack(err error) error {
	if fix := shortages[lacking(err)]; fix != "" && !strings.Contains(err.Error(), "\nhint: ") {
		return fmt.Errorf("%w\nhint: %s", err, fix)
	}
	return err
}

// advise adds to a failure what most likely stands behind it on this machine, and what mends it.
func advise(err error, at surroundings) error {
	var failed *stepError
	if !errors.As(err, &failed) || strings.Contains(err.Error(), "\nhint: ") {
		return adviseLack(err)
	}
	hint := func(why, fix string) error { return fmt.Errorf("%w: %s\nhint: %s", err, why, fix) }
	denied := failed.errno == unix.EPERM || failed.errno == unix.EACCES
	unshare := failed.call == "unshare"
	user := unshare && strings.Contains(failed.args, "CLONE_NEWUSER")
	switch {
	case failed.errno == unix.ENOSPC && unshare:
		sysctl := "user.max_" + sysctlNames[failed.args] + "_namespaces"
		return hint("no disk is full: this machine allows no more such namespaces", sandbox.AsRoot("sysctl "+sysctl+"=10000"))
	case user && failed.errno == unix.EINVAL, user && !at.namespaces:
		return hint("this kernel has no user namespaces", "use a kernel with CONFIG_USER_NS=y")
	case unshare && failed.errno == unix.EINVAL:
		option := map[string]string{"mnt": "NAMESPACES", "cgroup": "CGROUPS"}[sysctlNames[failed.args]]
		return hint("this kernel has no such namespaces", "use a kernel with CONFIG_"+cmp.Or(option, strings.ToUpper(sysctlNames[failed.args])+"_NS")+"=y")
	case user && denied && at.debian:
		return hint("this kernel keeps user namespaces for root", sandbox.AsRoot("sysctl kernel.unprivileged_userns_clone=1"))
	case user && denied && at.chroot:
		return hint("nobody may make a user namespace inside a chroot", "leave the chroot")
	case denied && at.container:
		return hint("this is a container, whose own filter forbids it",
			"start the container with --security-opt seccomp=unconfined --security-opt apparmor=unconfined --security-opt systempaths=unconfined")
	case failed.call == "pivot_root" && failed.errno == unix.EINVAL:
		return hint("the root file system is the one that the kernel began with (an initramfs)", "switch to another root first: switch_root(8)")
	case failed.errno == unix.ENOSYS, denied && at.old && failed.call == "mount":
		return hint("this kernel is too old", "use Linux 5.12 or newer")
	case denied && at.apparmor:
		return hint("AppArmor lets only programs that it knows use user namespaces here (Ubuntu since 24.04)", apparmorFix(at.program))
	}
	return err
}

var sysctlNames = map[string]string{
	"CLONE_NEWUSER": "user", "CLONE_NEWUSER|CLONE_NEWNS": "user", "CLONE_NEWNS": "mnt", "CLONE_NEWPID": "pid", "CLONE_NEWNET": "net",
	"CLONE_NEWUTS": "uts", "CLONE_NEWIPC": "ipc", "CLONE_NEWCGROUP": "cgroup", "CLONE_NEWTIME": "time",
}

// apparmorFix is a command that lets this program, and no other, use user namespaces.
func apparmorFix(program string) string {
	const all = "for all programs: sudo sysctl kernel.apparmor_restrict_unprivileged_userns=0"
	if strings.Contains(program, "/go-build") {
		return "build it with go build and start that, which says how to make it known (go run gives it another path each time); or, " + all
	}
	return fmt.Sprintf(`printf 'abi <abi/4.0>,\nprofile floorplan "%s" flags=(unconfined) { userns, }\n' | sudo tee /etc/apparmor.d/floorplan && `+
		`sudo apparmor_parser -r /etc/apparmor.d/floorplan; or, %s`, program, all)
}
