package cgroup

import (
	"context"
	"fmt"
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
)

// TestMain lets the test binary play the processes that the tests put into groups, and the init of a guest.
func TestMain(m *testing.M) {
	switch {
	case os.Getpid() == 1 && os.Getenv("FLOORPLAN_GUEST") != "":
		guestMain()
	case len(os.Args) > 1 && os.Args[1] == "payload":
		payload(os.Args[2])
	default:
		os.Exit(m.Run())
	}
}

// payload waits for a line on standard input, by which time it is in its group, and does what is asked.
func payload(what string) {
	var line string
	fmt.Scanln(&line)
	switch what {
	case "memory": // touches 64 MiB
		hog := make([]byte, 64<<20)
		for i := 0; i < len(hog); i += 4096 {
			hog[i] = 1
		}
		fmt.Println("touched", len(hog))
	case "fork": // starts processes until it cannot
		for range 40 {
			if err := exec.Command("sleep", "1000").Start(); err != nil {
				fmt.Println("refused:", err)
				return
			}
		}
		fmt.Println("never refused")
	case "spin":
		for end := time.Now().Add(time.Hour); time.Now().Before(end); {
		}
	case "sleep":
		fmt.Scanln(&line)
	case "die": // makes a group, joins it with a child and is killed
		host, err := Detect(context.Background())
		check(err)
		group, err := host.Create("orphan", Limits{Pids: 10})
		check(err)
		fmt.Println(group.Path("pids"))
		syscall.Kill(os.Getpid(), syscall.SIGKILL)
	}
}

func check(err error) {
	if err != nil {
		fmt.Println("error:", err)
		os.Exit(1)
	}
}

// realHost skips the test where this host lacks a control group for the resource.
func realHost(t *testing.T, resource string) *Host {
	t.Helper()
	host, err := Detect(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := host.Close(); err != nil {
			t.Error(err)
		}
	})
	if host.Enforces()[resource] == "" {
		if slices.Contains(strings.Split(os.Getenv("FLOORPLAN_MUST"), ","), "cgroup") {
			t.Fatalf("no control group for %s: %s", resource, host.Why())
		}
		t.Skipf("no control group for %s here: %s", resource, host.Why())
	}
	return host
}

func create(t *testing.T, host *Host, limits Limits) *Group {
	t.Helper()
	group, err := host.Create("test", limits)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		dir := group.Path("memory")
		if err := group.Close(); err != nil {
			t.Error(err)
		}
		if _, err := os.Stat(dir); !os.IsNotExist(err) {
			t.Errorf("%s is left behind: %v", dir, err)
		}
	})
	return group
}

// run puts a payload into the group and returns it with its output.
func run(t *testing.T, group *Group, what string) (*exec.Cmd, *strings.Builder) {
	t.Helper()
	cmd := exec.Command("/proc/self/exe", "payload", what)
	var out strings.Builder
	cmd.Stdout, cmd.Stderr = &out, &out
	stdin, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	if fd, ok := group.FD(); ok {
		cmd.SysProcAttr = &syscall.SysProcAttr{UseCgroupFD: true, CgroupFD: fd}
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { cmd.Process.Kill(); cmd.Wait() })
	if _, ok := group.FD(); !ok {
		if err := group.Add(cmd.Process.Pid); err != nil {
			t.Fatal(err)
		}
	}
	fmt.Fprintln(stdin, "go")
	return cmd, &out
}

// eventually waits for a state of the kernel's, with a bound that only a failure reaches.
func eventually(t *testing.T, what string, ok func() bool) {
	t.Helper()
	deadline := time.Now().Add(20 * time.Second)
	for !ok() {
		if time.Now().After(deadline) {
			t.Fatalf("never happened: %s", what)
		}
		time.Sleep(2 * time.Millisecond)
	}
}

func TestGroupMemory(t *testing.T) {
	host := realHost(t, "memory")
	group := create(t, host, Limits{Memory: 24 << 20})
	if got := group.Limits()["memory"]; got != "25165824" {
		t.Errorf("the kernel says the limit is %q", got)
	}
	cmd, out := run(t, group, "memory")
	cmd.Wait()
	status := cmd.ProcessState.Sys().(syscall.WaitStatus)
	if status.Signal() != syscall.SIGKILL {
		t.Errorf("64 MiB in a group of 24: %v, printed %q", cmd.ProcessState, out)
	}
	if s := group.Stats(); s.OOMKills != 1 || s.MemoryPeak < 20<<20 {
		t.Errorf("after an OOM kill: %+v", s)
	}

	second, err := Detect(t.Context()) // another Host of the same process has the same to offer
	if err != nil || second.Enforces()["memory"] != host.Enforces()["memory"] {
		t.Fatalf("a second host offers %v (%s), %v", second.Enforces(), second.Why(), err)
	}
	defer second.Close()
	roomy := create(t, second, Limits{Memory: 256 << 20})
	cmd, out = run(t, roomy, "memory")
	if err := cmd.Wait(); err != nil || !strings.Contains(out.String(), "touched 67108864") {
		t.Errorf("64 MiB in a group of 256: %v, printed %q", err, out)
	}
	if s := roomy.Stats(); s.OOMKills != 0 {
		t.Errorf("without an OOM kill: %+v", s)
	}
}

func TestGroupPids(t *testing.T) {
	group := create(t, realHost(t, "pids"), Limits{Pids: 25})
	cmd, out := run(t, group, "fork")
	cmd.Wait()
	if !strings.Contains(out.String(), "resource temporarily unavailable") {
		t.Errorf("40 programs in a group of 25: %q", out)
	}
	if s := group.Stats(); s.PidsDenied == 0 {
		t.Errorf("after a refused fork: %+v", s)
	}
}

func TestGroupCPU(t *testing.T) {
	group := create(t, realHost(t, "cpu"), Limits{CPUs: 0.1, CPUWeight: 50})
	if got := group.Limits()["cpu"]; got != "10000" && got != "10000 100000" {
		t.Errorf("the kernel says the ceiling is %q", got)
	}
	run(t, group, "spin")
	eventually(t, "an endless loop waits below its ceiling", func() bool { return group.Stats().Throttled > 0 })
}

// TestGroupJoin moves a process by its own hand, which is how a sandbox of version 1 starts.
func TestGroupJoin(t *testing.T) {
	group := create(t, realHost(t, "pids"), Limits{Pids: 10})
	cmd := exec.Command("/bin/sh", "-c", `for fd in "$@"; do eval "echo 0 >&$fd"; done; cat /proc/self/cgroup`, "sh")
	cmd.ExtraFiles = group.JoinFiles()
	for i := range cmd.ExtraFiles {
		cmd.Args = append(cmd.Args, fmt.Sprint(3+i))
	}
	out, err := cmd.CombinedOutput()
	if err != nil || strings.Count(string(out), filepath.Base(group.Path("pids"))) != len(cmd.ExtraFiles) {
		t.Errorf("%v: %s", err, out)
	}
}

func TestGroupCloseKills(t *testing.T) {
	group := create(t, realHost(t, "pids"), Limits{})
	cmd, _ := run(t, group, "sleep")
	if err := group.Close(); err != nil {
		t.Fatal(err)
	}
	if err := cmd.Wait(); err == nil {
		t.Error("a process outlived its group")
	}
	if err := group.Close(); err != nil {
		t.Errorf("closed twice: %v", err)
	}
}

func TestGroupOfKilledOwner(t *testing.T) {
	realHost(t, "pids")
	cmd := exec.Command("/proc/self/exe", "payload", "die")
	out, _ := cmd.Output()
	dir := strings.TrimSpace(string(out))
	if strings.Contains(dir, "holds other processes") {
		t.Skip("this process is in the group too: the guest's init tries it alone")
	}
	if !strings.Contains(dir, prefix) {
		t.Fatalf("the payload made no group: %s", out)
	}
	eventually(t, "the group of a killed owner goes: "+dir, func() bool {
		_, err := os.Stat(dir)
		return os.IsNotExist(err)
	})
}

// TestForgottenHost: a Host that its owner forgot without closing it is collected, and its janitor must not take this process for
// dead: it would remove the groups of its other Hosts.
func TestForgottenHost(t *testing.T) {
	realHost(t, "pids")
	pipe, collected := -1, make(chan struct{})
	func() {
		forgotten, err := Detect(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		create(t, forgotten, Limits{Pids: 10}).Close()
		if forgotten.janitor == nil {
			t.Skip("systemd removes groups here")
		}
		pipe = forgotten.janitor.pipe
		t.Cleanup((&janitor{cmd: forgotten.janitor.cmd, pipe: pipe}).close)
		runtime.AddCleanup(forgotten, func(struct{}) { close(collected) }, struct{}{})
	}()
	for gone := false; !gone; {
		runtime.GC() // files are closed by what it collects, in the order of which nothing is said: once more
		select {
		case <-collected:
			gone = true
		default:
		}
	}
	runtime.GC()
	if _, err := unix.FcntlInt(uintptr(pipe), unix.F_GETFD, 0); err != nil {
		t.Errorf("the pipe to the janitor: %v", err)
	}
}

func TestSweep(t *testing.T) {
	parent := t.TempDir() // a directory serves: only names are looked at
	key, err := ownerKey()
	if err != nil {
		t.Fatal(err)
	}
	space, err := pidNamespace()
	if err != nil {
		t.Fatal(err)
	}
	keep := []string{key + "-1-mine", "other", prefix + "word", fmt.Sprintf("%s%d-1-7-x", prefix, space+1)}
	for _, name := range append(keep, fmt.Sprintf("%s%d-%d-7-1-reused", prefix, space, os.Getpid()),
		fmt.Sprintf("%s%d-4194305-7-1-gone", prefix, space)) {
		if err := os.Mkdir(filepath.Join(parent, name), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	sweep(parent)
	entries, err := os.ReadDir(parent)
	if err != nil {
		t.Fatal(err)
	}
	var left []string
	for _, entry := range entries {
		left = append(left, entry.Name())
	}
	slices.Sort(keep)
	if !slices.Equal(left, keep) {
		t.Errorf("left %q, want %q", left, keep)
	}
}

func TestSettings(t *testing.T) {
	limits := Limits{Memory: 1 << 20, Pids: 5, CPUs: 0.5, CPUWeight: 200}
	for version, want := range map[string]string{
		V2: "memory.max=1048576 memory.swap.max=0 pids.max=5 cpu.max=50000 100000 cpu.weight=200",
		V1: "memory.limit_in_bytes=1048576 memory.memsw.limit_in_bytes=1048576 pids.max=5 cpu.cfs_quota_us=50000 cpu.shares=2048",
	} {
		var got []string
		for _, s := range settings(version, limits) {
			got = append(got, s.file+"="+s.value)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s: got %q, want %q", version, got, want)
		}
	}
	for cpus, want := range map[float64]string{1e-9: "1000", 1e300: "1000000000"} {
		if got := settings(V1, Limits{CPUs: cpus})[0].value; got != want {
			t.Errorf("%g processors: got %s, want %s", cpus, got, want)
		}
	}
	if got := settings(V2, Limits{}); len(got) != 0 {
		t.Errorf("no limits write %v", got)
	}
}

func TestLocate(t *testing.T) {
	for _, c := range []struct {
		root, target, path, want string
		ok                       bool
	}{
		{"/", "/sys/fs/cgroup", "/", "/sys/fs/cgroup", true},
		{"/", "/sys/fs/cgroup", "/user.slice/a", "/sys/fs/cgroup/user.slice/a", true},
		{"/docker/1", "/sys/fs/cgroup/pids", "/docker/1/x", "/sys/fs/cgroup/pids/x", true},
		{"/docker/1", "/sys/fs/cgroup/pids", "/docker/12", "", false},
		{"/", "/sys/fs/cgroup", "/../other", "", false},
	} {
		got, ok := mount{root: c.root, target: c.target}.locate(c.path)
		if got != c.want || ok != c.ok {
			t.Errorf("%s of %s at %s: %q %v", c.path, c.root, c.target, got, ok)
		}
	}
}

func TestCreateRefusesNames(t *testing.T) {
	for _, name := range []string{"", "..", "a/b", "a b", strings.Repeat("x", 64)} {
		if _, err := (&Host{}).Create(name, Limits{}); err == nil || !strings.Contains(err.Error(), "name") {
			t.Errorf("%q: %v", name, err)
		}
	}
}
