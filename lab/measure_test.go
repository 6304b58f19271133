package lab

import (
	"context"
	"encoding/json"
	"errors"
	"os"
	"os/exec"
	"runtime"
	"slices"
	"strings"
	"testing"

	"floorplan/sandbox"
)

// brokenEngine is an engine of a machine that lacks a part.
type brokenEngine struct{ name string }

func (b brokenEngine) Name() string { return b.name }

func (b brokenEngine) Probe(context.Context) sandbox.Report {
	return sandbox.Report{Name: b.name, Why: "a part is missing", Fix: "bring it"}
}

func (b brokenEngine) Start(context.Context, sandbox.Spec, *sandbox.Cmd) (sandbox.Sandbox, error) {
	return nil, errors.New("it was said that a part is missing")
}

// Where nothing but processes can be measured, those are, and the rest says why not.
func TestMeasureWhatThereIs(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("memory is read from /proc")
	}
	m := NewMachine(Options{Engines: []sandbox.Engine{brokenEngine{"native"}, brokenEngine{"vm"}}})
	var last MeasureProgress
	got, err := Measure(t.Context(), m, MeasureOptions{Runs: 2}, func(p MeasureProgress) {
		if p.Done < last.Done || p.Done > p.Total {
			t.Errorf("progress goes from %d to %d of %d", last.Done, p.Done, p.Total)
		}
		last = p
	})
	if err != nil {
		t.Fatal(err)
	}
	if last.Done != last.Total {
		t.Errorf("the last progress is %d of %d", last.Done, last.Total)
	}
	for _, count := range []int{1, 3} {
		p := got.Of(KindProcess, count)
		if p.N != 2 || p.Ready.Median <= 0 || p.Ready.Min > p.Ready.Median || p.Ready.Max < p.Ready.Median || p.Memory <= 0 ||
			p.Kernel == "" || p.Skipped != "" {
			t.Errorf("process, %d: %+v", count, p)
		}
		for _, kind := range []string{KindContainer, KindVM} {
			if r := got.Of(kind, count); r.N != 0 || r.Skipped != "a part is missing\nhint: bring it" {
				t.Errorf("%s, %d: %+v", kind, count, r)
			}
		}
		venv := got.Of(KindVenv, count)
		if _, err := exec.LookPath("python3"); err != nil && venv.Skipped == "" {
			t.Errorf("no python3, and no word about it: %+v", venv)
		} else if venv.Skipped == "" && (venv.N != 2 || venv.Disk <= 0 || venv.Memory <= got.Of(KindProcess, count).Memory) {
			t.Errorf("venv, %d: %+v", count, venv)
		}
	}
	var table strings.Builder
	if err := got.Table(&table); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"process", "vm: not measured, or not to the end: a part is missing\n  hint: bring it"} {
		if !strings.Contains(table.String(), want) {
			t.Errorf("no %q in\n%s", want, table.String())
		}
	}
	left, _ := os.ReadDir(os.TempDir())
	if slices.ContainsFunc(left, func(e os.DirEntry) bool {
		return strings.HasPrefix(e.Name(), "floorplan-venv-")
	}) {
		t.Errorf("a virtual environment was left in %s", os.TempDir())
	}
}

func TestMeasureIsCancelled(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("memory is read from /proc")
	}
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	m := NewMachine(Options{Engines: []sandbox.Engine{brokenEngine{"native"}, brokenEngine{"vm"}}})
	got, err := Measure(ctx, m, MeasureOptions{Runs: 100}, func(p MeasureProgress) {
		if p.SoFar.Of(KindProcess, 1).N == 1 {
			stop()
		}
	})
	if !errors.Is(err, context.Canceled) || got.Of(KindProcess, 1).N == 0 {
		t.Errorf("%v; %+v", err, got)
	}
}

// A kind that fails in the end keeps what was measured of it before.
func TestMeasureToTheEndOrNot(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("memory is read from /proc")
	}
	m := NewMachine(Options{Engines: []sandbox.Engine{brokenEngine{"native"}, brokenEngine{"vm"}}})
	got, err := Measure(t.Context(), m, MeasureOptions{Runs: 2}, func(p MeasureProgress) {
		if p.SoFar.Of(KindProcess, 3).N == 1 {
			t.Setenv("PATH", "")
		}
	})
	one := got.Of(KindProcess, 1)
	if err != nil || one.N != 1 || one.Skipped == "" || one.Kernel != readHost().Kernel {
		t.Errorf("%+v, %v", one, err)
	}
}

func TestMeasureRefusesRuns(t *testing.T) {
	for _, runs := range []int{-1, 101} {
		if _, err := Measure(t.Context(), NewMachine(Options{}), MeasureOptions{Runs: runs}, nil); err == nil {
			t.Errorf("%d runs", runs)
		}
	}
}

// TestMeasureAll measures what this machine has. The kinds differ by orders of magnitude, and the figures have to say so.
func TestMeasureAll(t *testing.T) {
	if testing.Short() {
		t.Skip("starts four virtual machines or more")
	}
	m := NewMachine(Options{})
	got, err := Measure(t.Context(), m, MeasureOptions{Runs: 1}, nil)
	if err != nil {
		t.Fatal(err)
	}
	must := strings.Split(os.Getenv("FLOORPLAN_MUST"), ",")
	for kind, part := range map[string]string{KindContainer: "native", KindVM: "qemu"} {
		if skipped := got.Of(kind, 1).Skipped; skipped != "" && slices.Contains(must, part) {
			t.Errorf("%s has to be here: %s", kind, skipped)
		}
	}
	container, machine := got.Of(KindContainer, 1), got.Of(KindVM, 1)
	if container.N > 0 && container.Kernel != readHost().Kernel {
		t.Errorf("a container with a kernel of its own: %+v", container)
	}
	if machine.N > 0 && container.N > 0 && machine.Memory < 10*container.Memory {
		t.Errorf("a machine takes %d bytes, a container %d", machine.Memory, container.Memory)
	}
	for _, kind := range []string{KindProcess, KindContainer, KindVM} {
		if one, three := got.Of(kind, 1), got.Of(kind, 3); three.N > 0 && (three.Memory < one.Memory || three.Memory > 4*one.Memory) {
			t.Errorf("%s: one takes %d bytes, three %d", kind, one.Memory, three.Memory)
		}
	}
	text, err := json.Marshal(got)
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%s", text)
	var table strings.Builder
	_ = got.Table(&table) // a builder takes everything
	t.Logf("\n%s", table.String())
}

func TestMedian(t *testing.T) {
	if got := median([]float64{9, 1, 5}); got != 5 {
		t.Errorf("%v", got)
	}
	if got := median([]int64{8, 2, 4, 100}); got != 6 {
		t.Errorf("%v", got)
	}
}
