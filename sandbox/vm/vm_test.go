//go:build linux && (amd64 || arm64)

package vm

import (
	"bytes"
	"context"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"

	"floorplan/sandbox"
	"floorplan/sandbox/image"
)

// must skips a test that lacks a part, and fails it where $FLOORPLAN_MUST says that the part has to be there.
func must(t testing.TB, part, why string) {
	t.Helper()
	for word := range strings.SplitSeq(os.Getenv("FLOORPLAN_MUST"), ",") {
		if word == part {
			t.Fatalf("%s has to be here: %s", part, why)
		}
	}
	t.Skipf("no %s: %s", part, why)
}

// newEngine is an engine with a cache of the test's own, and the kernel that this machine has.
func newEngine(t testing.TB) *Engine {
	t.Helper()
	if _, err := exec.LookPath(qemuProgram); err != nil {
		must(t, "qemu", err.Error())
	}
	found, err := New(Options{Kernel: os.Getenv("FLOORPLAN_KERNEL")}).Kernel()
	if err != nil {
		must(t, "kernel", err.Error())
	}
	dir := t.TempDir()
	store, err := image.Open(dir+"/images", -1)
	if err != nil {
		t.Fatal(err)
	}
	return New(Options{Images: store, CacheDir: dir, Kernel: found.Path, Accelerator: "tcg"})
}

func start(t testing.TB, e *Engine, spec sandbox.Spec) *Sandbox {
	t.Helper()
	s, err := e.Start(t.Context(), spec, nil)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s.(*Sandbox)
}

// run executes a command and returns what it printed and how it ended.
func run(t testing.TB, s sandbox.Sandbox, args ...string) (string, sandbox.Exit) {
	t.Helper()
	var out bytes.Buffer
	p, err := s.Exec(t.Context(), sandbox.Cmd{Args: args, Stdout: &out, Stderr: &out})
	if err != nil {
		t.Fatal(err)
	}
	exit, err := p.Wait()
	if err != nil {
		t.Fatal(err)
	}
	return out.String(), exit
}

func TestExec(t *testing.T) {
	s := start(t, newEngine(t), sandbox.Spec{Hostname: "house", Memory: 128 << 20})
	out, exit := run(t, s, "sh", "-c", "hostname; uname -r; cat /proc/sys/kernel/random/boot_id; exit 7")
	t.Logf("%s %+v boot %s", out, exit, s.BootTime())
	for range 5 {
		began := time.Now()
		run(t, s, "sh", "-c", "true")
		t.Log(time.Since(began))
	}
	out, _ = run(t, s, "sh", "-c", "ps ax | head -80; free -m; df -h; ls / /dev; ls -la /; cat /proc/mounts; env")
	t.Log(out)
	_ = context.Background
}
