package cgroup_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"floorplan/sandbox"
	"floorplan/sandbox/cgroup"
	"floorplan/sandbox/native"
)

// TestGroupNative has the native engine limit sandboxes with groups of version 2, as the guest of TestVersion2 has them.
func TestGroupNative(t *testing.T) {
	host, err := cgroup.Detect(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, resource := range []string{"memory", "pids"} {
		if host.Enforces()[resource] != cgroup.V2 {
			t.Skipf("%s is not limited by version 2 here: the guest of TestVersion2 has it; %s", resource, host.Why())
		}
	}
	engine := native.New(native.Options{})
	defer engine.Close()
	// The file system is the host's, as a guest's kernel may have no overlayfs; what limits a sandbox is the same.
	spec := sandbox.Spec{Name: "flat", Memory: 64 << 20, Pids: 8, Share: []sandbox.Namespace{sandbox.Mount}}
	if host.Enforces()["cpu"] == cgroup.V2 {
		spec.CPUs, spec.CPUWeight = 0.25, 50
	}
	for _, profile := range []sandbox.Profile{sandbox.Locked, sandbox.Admin} {
		t.Run(string(profile), func(t *testing.T) {
			spec.Profile = profile
			box, err := engine.Start(t.Context(), spec, nil)
			if err != nil {
				t.Fatal(err)
			}
			defer box.Close()
			limits := factsOf(t, box)
			for _, want := range []sandbox.LimitFact{
				{Resource: "memory", Asked: "64M", Got: fmt.Sprint(64 << 20), How: cgroup.V2, Exact: true},
				{Resource: "pids", Asked: "8", Got: "9", How: cgroup.V2, Exact: true},
			} {
				got := limits[want.Resource]
				got.Used, got.Note = "", ""
				if got != want {
					t.Errorf("got %+v, want %+v", got, want)
				}
			}
			if cpu := limits["cpu"]; spec.CPUs > 0 && (cpu.How != cgroup.V2 || !cpu.Exact || cpu.Got == "") {
				t.Errorf("got %+v, want a ceiling by version 2", cpu)
			}
			group := groupOf(t, box)

			if profile == sandbox.Locked {
				useUp(t, box, group, spec.CPUs > 0)
			} else {
				// Root in namespaces of its own sees the group as the top of the hierarchy, and has no say over its limits.
				exit, out := run(t, box, "unshare --user --map-root-user --mount --cgroup sh -c 'mount -t cgroup2 none /mnt && echo mounted && echo max > /mnt/memory.max'")
				if exit.Code == 0 || !strings.Contains(out, "mounted\n") {
					t.Errorf("mounts the hierarchy and lifts its own limit: %+v, %s", exit, out)
				}
				if got := factsOf(t, box)["memory"].Got; got != fmt.Sprint(64<<20) {
					t.Errorf("the memory's limit is now %s", got)
				}
			}
			box.Close()
			if _, err := os.Stat(group); !os.IsNotExist(err) {
				t.Errorf("left behind: %s, %v", group, err)
			}
		})
	}
}

// TestRefusedScope has a systemd user manager that promises groups and cannot give one. A sandbox is limited otherwise then, and
// its facts, the next probe and the groups' own answer say so.
func TestRefusedScope(t *testing.T) {
	host, err := cgroup.Detect(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	own, err := os.ReadFile("/proc/self/cgroup")
	if os.Getenv("FLOORPLAN_MUST") != "cgroup" || err != nil || !strings.HasSuffix(string(own), "/session-1.scope\n") || host.Enforces()["memory"] != cgroup.V2 {
		guestOnly(t, "a login: %s, %v, %v", own, err, host.Enforces())
	}
	engine := native.New(native.Options{})
	defer engine.Close()
	for range 2 { // the first finds out
		box, err := engine.Start(t.Context(), sandbox.Spec{Name: "flat", Memory: 64 << 20, Pids: 8, CPUs: 0.5, Share: []sandbox.Namespace{sandbox.Mount}}, nil)
		if err != nil {
			t.Fatal(err)
		}
		limits := factsOf(t, box)
		if got := [3]string{limits["memory"].How, limits["pids"].How, limits["cpu"].How}; got != [3]string{"watchdog", "rlimit", "none"} {
			t.Errorf("limits are enforced by %q", got)
		}
		if why := limits["cpu"].Note; !strings.Contains(why, "message bus") {
			t.Errorf("no reason for the missing ceiling: %q", why)
		}
		if err := box.Close(); err != nil {
			t.Error(err)
		}
	}
	fresh := native.New(native.Options{})
	defer fresh.Close()
	// The guest's kernel may have no overlayfs: then the probe fails, and says all the same what limits.
	if report := fresh.Probe(t.Context()); report.Limits["memory"] != "watchdog" {
		t.Errorf("the doctor promises %v", report.Limits)
	}
	if _, err := host.Create("flat", cgroup.Limits{Pids: 8}); err == nil || len(host.Enforces()) != 0 || !strings.Contains(host.Why(), "message bus") {
		t.Errorf("a refused scope: %v, then %v because %q", err, host.Enforces(), host.Why())
	}
}

// TestNoManager is about a user who came by su or cron, where systemd rules and runs no manager for them.
func TestNoManager(t *testing.T) {
	host, err := cgroup.Detect(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if os.Getenv("FLOORPLAN_MUST") != "cgroup" || os.Getuid() != 1001 || len(host.Enforces()) != 0 { // here, too, somebody may have the number 1001
		guestOnly(t, "a user: %d has %v", os.Getuid(), host.Enforces())
	}
	if why := host.Why(); !strings.Contains(why, "loginctl enable-linger 1001") {
		t.Errorf("no control groups: %s", why)
	}
}

// guestOnly skips what only the guest has; there it fails.
func guestOnly(t *testing.T, format string, args ...any) {
	t.Helper()
	if os.Getenv("FLOORPLAN_MUST") == "cgroup" {
		t.Fatalf("this is not such "+format, args...)
	}
	t.Skipf("the guest of TestVersion2 has such "+format, args...)
}

// useUp takes more than the sandbox has, and asks the kernel whether it was the group that held it back.
func useUp(t *testing.T, box sandbox.Sandbox, group string, ceiling bool) {
	t.Helper()
	if exit, out := run(t, box, "x=x; while :; do x=$x$x; done"); !exit.OOMPerhaps || exit.Signal != 9 {
		t.Errorf("a shell with a word too long: %+v, %s", exit, out)
	}
	if exit, out := run(t, box, "kill -KILL $$"); exit.OOMPerhaps || exit.Signal != 9 {
		t.Errorf("a shell that ends itself afterwards: %+v, %s", exit, out)
	}
	if kills := read(t, group, "memory.events", "oom_kill"); kills < 1 {
		t.Errorf("the kernel ended %d processes for their memory", kills)
	}
	if _, out := run(t, box, "i=0; while [ $i -lt 15 ]; do sleep 1000 & i=$((i+1)); done"); !strings.Contains(out, "ork") {
		t.Errorf("15 processes in a sandbox of 8: %s", out)
	}
	run(t, box, "kill -KILL -1")
	if !ceiling {
		return
	}
	spin, err := box.Exec(t.Context(), sandbox.Cmd{Args: []string{"sh", "-c", "while :; do :; done"}})
	if err != nil {
		t.Fatal(err)
	}
	for read(t, group, "cpu.stat", "nr_throttled") == 0 {
		time.Sleep(10 * time.Millisecond) // until the kernel holds it back; go test has the deadline
	}
	if err := spin.Close(); err != nil {
		t.Error(err)
	}
}

func factsOf(t *testing.T, box sandbox.Sandbox) map[string]sandbox.LimitFact {
	t.Helper()
	facts, err := box.Facts(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	limits := map[string]sandbox.LimitFact{}
	for _, l := range facts.Limits {
		if _, ceiling := limits[l.Resource]; !ceiling { // of cpu the ceiling comes before the weight
			limits[l.Resource] = l
		}
	}
	return limits
}

// groupOf is the directory of the sandbox's group.
func groupOf(t *testing.T, box sandbox.Sandbox) string {
	t.Helper()
	facts, err := box.Facts(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(fmt.Sprintf("/proc/%d/cgroup", facts.InitPID))
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(text)) {
		if path, ok := strings.CutPrefix(strings.TrimSpace(line), "0::"); ok {
			return filepath.Dir(filepath.Join("/sys/fs/cgroup", path)) // the limits lie one level above what the sandbox is in
		}
	}
	t.Fatalf("no group of version 2: %s", text)
	return ""
}

// read is a number from a file of a group with lines of a key and a value.
func read(t *testing.T, group, file, key string) int {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(group, file))
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(text)) {
		if fields := strings.Fields(line); len(fields) == 2 && fields[0] == key {
			n, err := strconv.Atoi(fields[1])
			if err != nil {
				t.Fatal(err)
			}
			return n
		}
	}
	t.Fatalf("no %s in %s: %s", key, file, text)
	return 0
}

func run(t *testing.T, box sandbox.Sandbox, script string) (sandbox.Exit, string) {
	t.Helper()
	var out bytes.Buffer
	p, err := box.Exec(t.Context(), sandbox.Cmd{Args: []string{"sh", "-c", script}, Stdout: &out, Stderr: &out})
	if err != nil {
		t.Fatalf("%s: %v", script, err)
	}
	exit, err := p.Wait()
	if err != nil {
		t.Fatalf("%s: %v", script, err)
	}
	return exit, out.String()
}
