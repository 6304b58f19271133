package native

import (
	"encoding/json"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"testing"

	"floorplan/sandbox"
)

// TestProbeHosts probes hosts that are unfriendly in different ways, made of namespaces of this one.
func TestProbeHosts(t *testing.T) {
	if _, err := exec.LookPath("unshare"); err != nil {
		t.Skip("needs unshare(1)")
	}
	if os.Geteuid() == 0 {
		t.Skip("needs an ordinary user: below root's user namespace Floorplan refuses to run")
	}
	if report := New(Options{}).Probe(t.Context()); !report.OK {
		t.Skipf("no sandboxes here: %s", report.Why)
	}
	for _, test := range []struct {
		name, script string
		ok           bool
		why, fix     string
		note         string
	}{
		{"as it is", `exec "$0"`, true, "", "", ""},
		{"no more user namespaces", `echo 0 > /proc/sys/user/max_user_namespaces; exec "$0"`, false, "no disk is full", "user.max_user_namespaces", ""},
		{"no more net namespaces", `echo 0 > /proc/sys/user/max_net_namespaces; exec "$0"`, false, "CLONE_NEWNET", "user.max_net_namespaces", ""},
		{"masked /proc", `mount -t tmpfs none /proc/sys/fs; exec "$0"`, true, "", "", "no fresh /proc"},
	} {
		t.Run(test.name, func(t *testing.T) {
			cmd := exec.Command("unshare", "--user", "--map-root-user", "--mount", "--pid", "--net", "--fork", "--mount-proc", "sh", "-ec", test.script, "program")
			exe, err := os.Executable()
			if err != nil {
				t.Fatal(err)
			}
			cmd.Args[len(cmd.Args)-1] = exe
			cmd.Env = append(os.Environ(), "NATIVE_TEST_PROBE=1")
			cmd.Stderr = os.Stderr
			out, err := cmd.Output()
			if err != nil {
				t.Fatal(err)
			}
			var report sandbox.Report
			if err := json.Unmarshal(out, &report); err != nil {
				t.Fatalf("%s: %v", out, err)
			}
			if report.OK != test.ok || !strings.Contains(report.Why, test.why) || !strings.Contains(report.Fix, test.fix) ||
				!strings.Contains(strings.Join(report.Notes, "\n"), test.note) {
				t.Errorf("got %+v, want %+v", report, test)
			}
		})
	}
}

// TestAdvise knows hosts that cannot be made here.
func TestAdvise(t *testing.T) {
	for _, test := range []struct {
		failed stepError
		at     surroundings
		want   string
	}{
		{stepError{"unshare", "CLONE_NEWUSER", syscall.EPERM}, surroundings{debian: true, namespaces: true}, "kernel.unprivileged_userns_clone=1"},
		{stepError{"unshare", "CLONE_NEWUSER", syscall.EPERM}, surroundings{chroot: true, namespaces: true}, "leave the chroot"},
		{stepError{"unshare", "CLONE_NEWUSER", syscall.EPERM}, surroundings{container: true, namespaces: true}, "seccomp=unconfined"},
		{stepError{"unshare", "CLONE_NEWUSER", syscall.EINVAL}, surroundings{}, "CONFIG_USER_NS"},
		{stepError{"write /proc/self/uid_map", "", syscall.EACCES}, surroundings{apparmor: true, namespaces: true}, "userns,"},
		{stepError{"mount", "/proc", syscall.EPERM}, surroundings{apparmor: true, namespaces: true, program: "/home/a b/floorplan"}, `profile floorplan "/home/a b/floorplan"`},
		{stepError{"mount", "/proc", syscall.EPERM}, surroundings{apparmor: true, namespaces: true, program: "/tmp/go-build1/b001/exe/floorplan"}, "build it with go build"},
		{stepError{"mount", "/usr", syscall.EPERM}, surroundings{namespaces: true, old: true}, "Linux 5.12"},
		{stepError{"unshare", "CLONE_NEWIPC", syscall.EINVAL}, surroundings{namespaces: true}, "CONFIG_IPC_NS=y"},
		{stepError{"mount", "/proc", syscall.EPERM}, surroundings{apparmor: true, namespaces: true}, "apparmor_parser"},
		{stepError{"pivot_root", "", syscall.EINVAL}, surroundings{namespaces: true}, "switch_root(8)"},
		{stepError{"mount_setattr", "", syscall.ENOSYS}, surroundings{namespaces: true}, "Linux 5.12"},
	} {
		if err := advise(&test.failed, test.at); !strings.Contains(err.Error(), "\nhint: ") || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%+v: got %v, want %s", test, err, test.want)
		}
	}
}

// TestMountsBelow has mounts below /usr and /etc, as containers and WSL do: overlayfs takes neither for a lower layer then.
func TestMountsBelow(t *testing.T) {
	each(t, func(t *testing.T, e *Engine) {
		if !e.fast() {
			t.Skip("the steps are the same")
		}
		flags := "-m"
		if os.Geteuid() != 0 {
			flags = "-rm"
		}
		cmd := exec.Command("unshare", flags, "sh", "-ec", `for dir in /usr /etc; do for below in $dir/*/; do :; done; mount -t tmpfs none $below; done; exec "$0"`, "program")
		program, err := os.Executable()
		if err != nil {
			t.Fatal(err)
		}
		cmd.Args[len(cmd.Args)-1] = program
		cmd.Env = append(os.Environ(), "NATIVE_TEST_PROBE=1")
		out, err := cmd.Output()
		var report sandbox.Report
		if err == nil {
			err = json.Unmarshal(out, &report)
		}
		notes := strings.Join(report.Notes, "\n")
		if err != nil || !report.OK || !strings.Contains(notes, "mounts below /usr") || !strings.Contains(notes, "mounts below /etc") {
			t.Errorf("%v, %+v", err, report)
		}
	})
}
