//go:build linux && (amd64 || arm64)

package vm

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"floorplan/sandbox"
)

func TestKernelThatIsSet(t *testing.T) {
	dir := t.TempDir()
	for _, path := range []string{filepath.Join(dir, "none"), os.Args[0]} {
		e := New(Options{CacheDir: dir, Kernel: path})
		if _, err := e.Kernel(); err == nil {
			t.Errorf("%s is taken for a kernel", path)
		}
	}
}

func TestLastKernel(t *testing.T) {
	dir := t.TempDir()
	if kernel, ok := last("host", nil); ok {
		t.Errorf("of no files: %+v", kernel)
	}
	var files []string
	for i, name := range []string{"vmlinuz-6.1.0-10", "vmlinuz-6.1.0-9"} {
		file := filepath.Join(dir, name)
		if err := os.WriteFile(file, []byte("no kernel"), 0o644); err != nil {
			t.Fatal(err)
		}
		written := time.Now().Add(-time.Duration(i) * time.Hour)
		if err := os.Chtimes(file, written, written); err != nil {
			t.Fatal(err)
		}
		files = append(files, file)
	}
	if kernel, ok := last("host", files); ok {
		t.Errorf("%+v", kernel)
	}
	if byAge(files); filepath.Base(files[1]) != "vmlinuz-6.1.0-10" {
		t.Errorf("the newest of %q is not the last", files)
	}
}

// TestPullKernel downloads a package of 25 to 100 MB, so it runs only where its part is asked for.
func TestPullKernel(t *testing.T) {
	if !strings.Contains(os.Getenv("FLOORPLAN_MUST"), "kernel-package") {
		t.Skip("downloads: runs with kernel-package in $FLOORPLAN_MUST")
	}
	if _, err := exec.LookPath("apt-get"); err != nil {
		must(t, "kernel-package", err.Error())
	}
	dir := t.TempDir()
	e := New(Options{CacheDir: dir})
	last := 0.0
	kernel, err := e.PullKernel(t.Context(), func(p PullProgress) {
		if p.Done < last || p.Done > 1 {
			t.Errorf("progress goes from %v to %+v", last, p)
		}
		last = p.Done
	})
	if err != nil {
		t.Fatal(err)
	}
	left, _ := filepath.Glob(filepath.Join(dir, "kernels", "*"))
	hidden, _ := filepath.Glob(filepath.Join(dir, "kernels", ".*"))
	if last != 1 || len(left) != 1 || len(hidden) != 0 || left[0] != kernel.Path || kernel.Version == "" {
		t.Errorf("progress %v; %+v; files %q %q", last, kernel, left, hidden)
	}
	ctx, stop := context.WithCancel(t.Context())
	stop()
	if _, err := e.PullKernel(ctx, nil); !errors.Is(err, context.Canceled) {
		t.Errorf("a pull that was cancelled: %v", err)
	}
}

// apt-cache translates what it prints, as German does here: seen on Debian 12 with LANGUAGE=de.
func TestKernelPackageInAnyLanguage(t *testing.T) {
	dir := t.TempDir()
	const script = `#!/bin/sh
case $LC_ALL in C) depends=Depends ;; *) depends='Hängt ab von' ;; esac
echo "$2"; echo "  $depends: linux-image-6.1.0-9-amd64"
`
	if err := os.WriteFile(filepath.Join(dir, "apt-cache"), []byte(script), 0o755); err != nil {
		t.Fatal(err)
	}
	t.Setenv("PATH", dir)
	t.Setenv("LC_ALL", "de_DE.UTF-8")
	if name, err := kernelPackage(t.Context()); err != nil || name != "linux-image-6.1.0-9-amd64" {
		t.Errorf("%q, %v", name, err)
	}
}

func TestAdviceNeverInstallsAKernel(t *testing.T) {
	e := New(Options{CacheDir: t.TempDir()})
	if advice := e.pullAdvice(); strings.Contains(advice, "install") {
		t.Error(advice)
	}
}

func TestProbeSaysWhatIsMissing(t *testing.T) {
	t.Run("qemu", func(t *testing.T) {
		t.Setenv("PATH", t.TempDir())
		r := New(Options{CacheDir: t.TempDir()}).Probe(t.Context())
		if r.OK || !strings.Contains(r.Why, qemuProgram) || r.Fix == "" {
			t.Errorf("%+v", r)
		}
	})
	t.Run("kernel", func(t *testing.T) {
		if _, err := exec.LookPath(qemuProgram); err != nil {
			must(t, "qemu", err.Error())
		}
		r := New(Options{CacheDir: t.TempDir(), Kernel: "/there/is/none"}).Probe(t.Context())
		if r.OK || !strings.Contains(r.Why, "/there/is/none") {
			t.Errorf("%+v", r)
		}
	})
}

func TestSpecThatNoMachineCanBe(t *testing.T) {
	e := New(Options{CacheDir: t.TempDir()})
	for name, spec := range map[string]sandbox.Spec{
		"memory": {Memory: LeastMemory - 1}, "name": {Hostname: "a b"}, "share": {Share: []sandbox.Namespace{sandbox.Net}},
		"image": {Image: "alpine"}, "volume": {Volumes: map[string]string{"/data": "/tmp"}}, "network": {Network: "street"},
		"cpus": {CPUs: 1000}, "option": {Hostname: "x,y=z"},
	} {
		if _, err := e.Start(t.Context(), spec, nil); err == nil || !strings.Contains(err.Error(), "\nhint: ") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// What a first guest showed of KVM holds until the host boots again, and for that kernel.
func TestOutcomeOfKVM(t *testing.T) {
	e := New(Options{CacheDir: t.TempDir()})
	if file, err := os.OpenFile("/dev/kvm", os.O_RDWR, 0); err != nil {
		if a := e.acceleration(Kernel{}); a.name != "tcg" || !a.proved || a.why == "" {
			t.Errorf("without kvm: %+v", a)
		}
		return
	} else if err := file.Close(); err != nil {
		t.Fatal(err)
	}
	kernel, other := Kernel{Version: "6.1"}, Kernel{Version: "6.2"}
	if a := e.acceleration(kernel); a != (acceleration{name: "kvm"}) {
		t.Errorf("nothing known: %+v", a)
	}
	for _, works := range []bool{true, false} {
		if err := e.remember(kernel, works, "no reason"); err != nil {
			t.Fatal(err)
		}
		if a := e.acceleration(kernel); !a.proved || (a.name == "kvm") != works {
			t.Errorf("works is %v: %+v", works, a)
		}
		if a := e.acceleration(other); a.proved {
			t.Errorf("of another kernel: %+v", a)
		}
	}
}

// TestProof boots the first guest with what this machine has. Where /dev/kvm opens and does not work, that takes proofTimeout.
func TestProof(t *testing.T) {
	e := newEngine(t)
	e.options.Accelerator = ""
	kernel, err := e.Kernel()
	if err != nil {
		t.Fatal(err)
	}
	s := start(t, e, sandbox.Spec{})
	first, why := s.machine.accel.name, s.machine.accel.why
	t.Logf("%s %s; %q", first, why, e.Probe(t.Context()).Notes)
	if a := e.acceleration(kernel); !a.proved || a.name != first || a.name == "tcg" && a.why != why {
		t.Errorf("the guest ran with %s, the next would with %+v", first, a)
	}
}
