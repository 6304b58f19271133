package cgroup

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"golang.org/x/sys/unix"

	"floorplan/sandbox/image"
)

// The guest is a machine with version 2, which the machine that runs the tests may not have. Its only user space is this
// test's binary with what it needs: the binary is PID 1, and runs the tests of real groups once for each way to have groups.

const guestPasses = `root of the hierarchy: passed
delegated group: passed
systemd user manager: passed
login from which systemd cannot move: passed
user without a systemd manager: passed
`

// TestVersion2 boots the guest under QEMU's own translation, which needs no privilege.
func TestVersion2(t *testing.T) {
	qemu, err := exec.LookPath("qemu-system-x86_64")
	if err != nil || runtime.GOARCH != "amd64" {
		missing(t, "qemu", "no qemu-system-x86_64 for this machine's own programs")
	}
	kernel := findKernel()
	if kernel == "" {
		missing(t, "kernel", "no readable Linux kernel: set FLOORPLAN_KERNEL to one")
	}
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	programs := []string{self, "/bin/sh", "/bin/sleep", "/bin/rmdir", "/bin/cat", "/usr/bin/unshare", "/bin/mount"}
	withSystemd := false
	if systemd, err := filepath.EvalSymlinks("/lib/systemd/systemd"); err == nil {
		programs, withSystemd = append(programs, systemd), true
	}
	files, err := image.Closure(programs...)
	if err != nil {
		t.Fatal(err)
	}
	units, err := filepath.Glob("/usr/lib/systemd/user/*.*")
	if err != nil {
		t.Fatal(err)
	}
	for _, unit := range units {
		if data, err := os.ReadFile(unit); err == nil {
			files = append(files, image.File{Path: unit, Mode: 0o644, Data: data})
		}
	}
	for i := range files {
		if files[i].Path == self {
			files[i].Path = "/init" // the guest mounts over /tmp, where it may be
		}
	}
	files = append(files,
		image.File{Path: "/dev/console", Mode: fs.ModeDevice | fs.ModeCharDevice | 0o600, Major: 5, Minor: 1},
		image.File{Path: "/etc/passwd", Mode: 0o644, Data: []byte("root:x:0:0::/:/bin/sh\nstudent:x:1000:1000::/tmp:/bin/sh\n")})
	for _, dir := range []string{"/proc", "/sys", "/run", "/tmp", "/mnt"} {
		files = append(files, image.File{Path: dir, Mode: fs.ModeDir | 0o755})
	}
	initrd := filepath.Join(t.TempDir(), "initrd")
	out, err := os.Create(initrd)
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(image.WriteCPIO(out, nil, files), out.Close()); err != nil {
		t.Fatal(err)
	}

	ctx, cancel := context.WithTimeout(t.Context(), 6*time.Minute)
	defer cancel()
	cmd := exec.CommandContext(ctx, qemu, "-M", "pc", "-accel", "tcg", "-cpu", "max", "-m", "320", "-smp", "2", "-nodefaults",
		"-display", "none", "-no-reboot", "-serial", "stdio", "-kernel", kernel, "-initrd", initrd,
		"-append", "console=ttyS0 quiet panic=-1 FLOORPLAN_GUEST="+runtime.GOARCH)
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	console, err := cmd.Output()
	if err != nil {
		t.Errorf("qemu: %v: %s", err, stderr.String())
	}
	log := strings.ReplaceAll(string(console), "\r", "")
	for want := range strings.Lines(guestPasses) {
		if !withSystemd && strings.Contains(want, "systemd") {
			t.Log("no systemd on this machine to put into the guest")
			continue
		}
		if !strings.Contains(log, want) {
			t.Errorf("not in the guest's console: %s", want)
		}
	}
	if t.Failed() || testing.Verbose() {
		t.Log(log)
	}
}

func missing(t *testing.T, word, why string) {
	t.Helper()
	if slices.Contains(strings.Split(os.Getenv("FLOORPLAN_MUST"), ","), word) {
		t.Fatal(why)
	}
	t.Skip(why)
}

// findKernel looks where a kernel may be read without root.
func findKernel() string {
	patterns := []string{os.Getenv("FLOORPLAN_KERNEL"), "/boot/vmlinuz-*", "/lib/modules/*/vmlinuz", "/var/cache/floorplan/kernels/vmlinuz-*"}
	if cache, err := os.UserCacheDir(); err == nil {
		patterns = append(patterns, filepath.Join(cache, "floorplan/kernels/vmlinuz-*"))
	}
	for _, pattern := range patterns {
		files, _ := filepath.Glob(pattern)
		for _, file := range slices.Backward(files) {
			if unix.Access(file, unix.R_OK) == nil {
				return file
			}
		}
	}
	return ""
}

const (
	guestUser  = 1000
	hierarchy  = "/sys/fs/cgroup"
	runtimeDir = "/run/user/1000"
)

// guestMain is PID 1 of the guest. It ends the machine, never itself.
func guestMain() {
	defer unix.Reboot(unix.LINUX_REBOOT_CMD_POWER_OFF)
	defer unix.Sync()
	if err := guest(); err != nil {
		fmt.Println("guest:", err)
	}
}

func guest() error {
	for _, m := range [][4]string{
		{"proc", "/proc", "proc"}, {"sysfs", "/sys", "sysfs"}, {"devtmpfs", "/dev", "devtmpfs"}, {"tmpfs", "/run", "tmpfs", "mode=755"},
		{"tmpfs", "/tmp", "tmpfs", "mode=1777"}, {"cgroup2", hierarchy, "cgroup2", "nsdelegate"},
	} {
		if err := unix.Mount(m[0], m[1], m[2], 0, m[3]); err != nil {
			return fmt.Errorf("mount %s: %w", m[1], err)
		}
	}
	os.Setenv("PATH", "/usr/bin:/bin")
	if err := pass("root of the hierarchy", "^TestGroup", hierarchy, 0); err != nil {
		return err
	}

	delegated := hierarchy + "/delegated"
	if err := delegate(delegated); err != nil {
		return err
	}
	if err := crash(delegated, guestUser); err != nil {
		return err
	}
	if err := pass("delegated group", "^TestGroup", delegated, guestUser); err != nil {
		return err
	}

	if _, err := os.Stat("/usr/lib/systemd/user"); err != nil {
		return nil
	}
	manager := hierarchy + "/user.slice/user-1000.slice/user@1000.service"
	if err := delegate(manager); err != nil {
		return err
	}
	// The directory is how programs see that a machine runs systemd (sd_booted(3)).
	for _, dir := range []string{runtimeDir, "/run/systemd/system"} {
		if err := os.MkdirAll(dir, 0o755); err != nil {
			return err
		}
	}
	if err := os.Chown(runtimeDir, guestUser, guestUser); err != nil {
		return err
	}
	os.Setenv("XDG_RUNTIME_DIR", runtimeDir)
	os.Setenv("HOME", "/tmp")
	systemd := in(manager, guestUser, "/lib/systemd/systemd", "--user", "--log-target=console")
	if err := systemd.Start(); err != nil {
		return err
	}
	for deadline := time.Now().Add(time.Minute); ; time.Sleep(20 * time.Millisecond) {
		if _, err := os.Stat(runtimeDir + "/systemd/private"); err == nil {
			break
		}
		if time.Now().After(deadline) {
			return errors.New("the systemd user manager does not answer")
		}
	}
	// A terminal of a desktop session is a unit of the user manager. What it runs does not own its group alone.
	terminal := manager + "/app.slice/terminal.scope"
	if err := os.MkdirAll(terminal, 0o755); err != nil {
		return err
	}
	for _, dir := range []string{filepath.Dir(terminal), terminal} {
		if err := giveTo(dir); err != nil {
			return err
		}
	}
	shell := in(terminal, guestUser, "/bin/sleep", "1000")
	if err := shell.Start(); err != nil {
		return err
	}
	os.Setenv("XDG_RUNTIME_DIR", "/run") // as su leaves it: another user's
	if err := pass("systemd user manager", "^TestGroup", terminal, guestUser); err != nil {
		return err
	}
	// A login's group is the system's. The user's manager asks the system's to move a process from there, by a bus that this
	// guest has not.
	login := filepath.Dir(manager) + "/session-1.scope"
	if err := os.Mkdir(login, 0o755); err != nil {
		return err
	}
	if err := pass("login from which systemd cannot move", "^TestRefusedScope$", login, guestUser); err != nil {
		return err
	}
	return pass("user without a systemd manager", "^TestNoManager$", login, guestUser+1)
}

// delegate makes a group that belongs to the user, with all that it takes to have limited subgroups.
func delegate(dir string) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	for up := filepath.Dir(dir); strings.HasPrefix(up, hierarchy); up = filepath.Dir(up) {
		defer func() { write(filepath.Join(up, "cgroup.subtree_control"), "+memory +pids +cpu") }()
	}
	return giveTo(dir)
}

func giveTo(dir string) error {
	for _, file := range []string{"", "cgroup.procs", "cgroup.subtree_control", "cgroup.threads"} {
		if err := os.Chown(filepath.Join(dir, file), guestUser, guestUser); err != nil {
			return err
		}
	}
	return nil
}

// in is a command of a user's, born in a group.
func in(group string, user uint32, args ...string) *exec.Cmd {
	cmd := exec.Command(args[0], args[1:]...)
	cmd.Stdout, cmd.Stderr = os.Stdout, os.Stdout
	fd, err := unix.Open(group, unix.O_PATH|unix.O_DIRECTORY, 0)
	if err != nil {
		cmd.Err = err
		return cmd
	}
	cmd.SysProcAttr = &syscall.SysProcAttr{
		UseCgroupFD: true, CgroupFD: fd, Setsid: true, Credential: &syscall.Credential{Uid: user, Gid: user},
	}
	return cmd
}

// crash has a process make a group and be killed, in a group that it has for itself, and waits for what it made to go.
func crash(group string, user uint32) error {
	cmd := in(group, user, "/init", "payload", "die")
	if err := cmd.Run(); cmd.ProcessState == nil || cmd.ProcessState.Sys().(syscall.WaitStatus).Signal() != syscall.SIGKILL {
		return fmt.Errorf("the crash did not happen: %w", err)
	}
	for deadline := time.Now().Add(time.Minute); ; time.Sleep(10 * time.Millisecond) {
		left, err := filepath.Glob(filepath.Join(group, prefix+"*"))
		if err != nil || len(left) == 0 {
			return err
		}
		if time.Now().After(deadline) {
			return fmt.Errorf("left behind by a killed owner: %q", left)
		}
	}
}

// pass runs some of these tests as a user in a group.
func pass(name, tests, group string, user uint32) error {
	cmd := in(group, user, "/init", "-test.run="+tests, "-test.v")
	cmd.Env = append(os.Environ(), "FLOORPLAN_MUST=cgroup")
	if err := cmd.Run(); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	left, err := filepath.Glob(filepath.Join(group, prefix+"*"))
	if err != nil || len(left) != 0 {
		return fmt.Errorf("%s: left behind: %q", name, left)
	}
	fmt.Println(name + ": passed")
	return nil
}
