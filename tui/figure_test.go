package tui

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"

	"floorplan/lab"
	"floorplan/lessons"
)

var noon = time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)

func testFigure(kind string, samples ...lab.Sample) *figure {
	f := newFigure(lessons.Block{Figure: kind}, nil)
	for _, s := range samples {
		f.take(s, nil)
	}
	return f
}

// later are samples half a second apart in which sandbox i always has rates[i] processors.
func later(n int, s lab.Sample, rates ...float64) []lab.Sample {
	out := make([]lab.Sample, n)
	for k := range out {
		at := time.Duration(k) * sampleEvery
		out[k] = s
		out[k].Sandboxes = append([]lab.Usage(nil), s.Sandboxes...)
		for i := range out[k].Sandboxes {
			u := &out[k].Sandboxes[i]
			u.At = noon.Add(at)
			if i < len(rates) {
				// The figure shows how the last half minute went: it rises to the rate.
				u.CPU = time.Duration(rates[i] * float64(at) * float64(k) / float64(n))
			}
		}
	}
	return out
}

func testHost() lab.Host {
	return lab.Host{Kernel: "6.12.48-amd64", BootID: "a", CPUs: 2, Memory: 4 << 30}
}

func buildingSample() lab.Sample {
	return lab.Sample{Host: testHost(), Sandboxes: []lab.Usage{
		{Name: "flat", Engine: "native", State: lab.Running, Kernel: "6.12.48-amd64", SameKernel: true,
			Processes: 3, Memory: 12 << 20, MemoryLimit: 64 << 20},
		{Name: "loft", Engine: "native", State: lab.Running, Kernel: "6.12.48-amd64", SameKernel: true, CPULimit: 0.5,
			Processes: 1, Memory: 31 << 20, MemoryLimit: 32 << 20, Network: "lan"},
		{Name: "guest", Engine: "vm", State: lab.Running, Kernel: "6.1.0-40-cloud-amd64",
			Processes: 41, Memory: 180 << 20, MemoryLimit: 96 << 20},
		{Name: "attic", Engine: "native", MemoryLimit: 64 << 20},
	}}
}

func tenantsSample() lab.Sample {
	s := lab.Sample{Host: testHost()}
	for i := range 20 {
		u := lab.Usage{Name: fmt.Sprintf("t%02d", i+1), Engine: "native", State: lab.Running, SameKernel: true,
			Processes: 2, Memory: int64(1200+i*300) << 10, MemoryLimit: 16 << 20}
		switch i {
		case 6:
			u.Memory = 15 << 20
		case 18:
			u = lab.Usage{Name: u.Name, Engine: "native", State: lab.Starting}
		case 19:
			u = lab.Usage{Name: u.Name, Engine: "native"}
		}
		s.Sandboxes = append(s.Sandboxes, u)
	}
	return s
}

// jobSamples are three jobs on one processor for three seconds: ada and bob share it, cleo is stopped; dan ends halfway.
func jobSamples() []lab.Sample {
	samples := later(7, lab.Sample{Host: testHost(), Sandboxes: []lab.Usage{{Name: "mainframe", Engine: "native", State: lab.Running}}})
	for k := range samples {
		at := time.Duration(k) * sampleEvery
		jobs := []lab.Job{
			{Name: "ada", PIDs: []int{11}, State: 'R', Ran: at * 3 / 4, Age: at},
			{Name: "bob", PIDs: []int{12}, State: 'R', Nice: 5, Ran: at / 4, Age: at},
			{Name: "cleo", PIDs: []int{13}, State: 'T', Age: at},
			{Name: "dan", PIDs: []int{14}, State: 'R', Ran: at / 10, Age: at},
		}
		if k > 3 {
			jobs = jobs[:3]
		}
		samples[k].Sandboxes[0].Jobs = jobs
	}
	return samples
}

func TestFigures(t *testing.T) {
	building := buildingSample()
	flats := lab.Sample{Host: building.Host, Sandboxes: append([]lab.Usage{}, building.Sandboxes[0], building.Sandboxes[1], building.Sandboxes[3])}
	for i := range flats.Sandboxes {
		flats.Sandboxes[i].DiskLimit, flats.Sandboxes[i].Disk = 32<<20, 3<<20
	}
	houses := lab.Sample{Host: building.Host, Sandboxes: []lab.Usage{building.Sandboxes[0], building.Sandboxes[2], building.Sandboxes[2], building.Sandboxes[3]}}
	houses.Sandboxes[2].Name, houses.Sandboxes[2].Problem = "mute", "it does not answer"
	tenants := make([]float64, 20)
	for i := range tenants {
		tenants[i] = 0.01
	}
	tenants[6] = 1.4
	for name, f := range map[string]*figure{
		"building":  testFigure("building", later(40, building, 0.9, 0.2, 0.5)...),
		"flats":     testFigure("building", later(9, flats, 0.9, 0.2)...),
		"houses":    testFigure("building", later(9, houses, 0.9, 0.2)...),
		"tenants":   testFigure("tenants", later(5, tenantsSample(), tenants...)...),
		"timeshare": testFigure("timeshare", jobSamples()...),
	} {
		for _, width := range []int{40, 56, 84} {
			goldenFigure(t, fmt.Sprintf("figure-%s-%d", name, width), f.lines(newTheme(true, false), width, width == 84), width)
		}
	}
}

func goldenFigure(t *testing.T, name string, lines []string, width int) {
	t.Helper()
	var b strings.Builder
	for _, line := range lines {
		if ansi.StringWidth(line) > width {
			t.Errorf("%s: %q is wider than %d", name, ansi.Strip(line), width)
		}
		b.WriteString(strings.TrimRight(ansi.Strip(line), " ") + "\n")
	}
	path := filepath.Join("testdata", name+".golden")
	if *update {
		if err := os.WriteFile(path, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if b.String() != string(want) {
		t.Errorf("%s (go test ./tui -update writes it anew)\n--- got\n%s--- want\n%s", name, b.String(), want)
	}
}

// Any number of sandboxes of any kind, at any width: nothing panics and every line fits.
func TestFiguresFit(t *testing.T) {
	for _, kind := range []string{"building", "tenants", "timeshare"} {
		for _, flats := range []int{0, 1, 2, 3, 7, 20} {
			for _, houses := range []int{0, 1, 3} {
				s := lab.Sample{Host: testHost()}
				for i := range flats + houses {
					u := lab.Usage{Name: fmt.Sprintf("a-long-name-%d", i), Engine: "native", State: lab.State(i % 3), Kernel: "6.1.0-40-cloud-amd64",
						Processes: 12345, Memory: 1 << 40, MemoryLimit: 1 << 30, Disk: -1, DiskLimit: int64(i) << 20}
					u.Jobs = []lab.Job{{Name: fmt.Sprintf("somebody-%d", i), PIDs: []int{i}, State: "RST"[i%3], Ran: 100 * time.Hour, Age: 9000 * time.Hour}}
					if i >= flats {
						u.Engine = "vm"
					}
					if i%5 == 4 {
						u.Problem = "the guest does not answer\x1b[31m\nand more"
					}
					s.Sandboxes = append(s.Sandboxes, u)
				}
				f := testFigure(kind, later(3, s, 100, 2, 0.1)...)
				for width := 30; width <= 84; width += 3 {
					for _, line := range f.lines(newTheme(false, false), width, true) {
						if ansi.StringWidth(line) > width || strings.ContainsAny(ansi.Strip(line), "\n\x1b") {
							t.Fatalf("%s of %d+%d at %d: %q", kind, flats, houses, width, line)
						}
					}
				}
			}
		}
	}
}

func TestFigureKeys(t *testing.T) {
	f := testFigure("timeshare", jobSamples()...)
	if do, used := f.press("2"); do != nil || !used || f.jobs[f.chosen].job.Name != "bob" {
		t.Error("2 does not choose bob")
	}
	if do, used := f.press("+"); do == nil || !used {
		t.Error("+ does nothing")
	}
	if _, used := f.press("7"); used {
		t.Error("7 chooses nobody")
	}
	f = testFigure("building", buildingSample())
	for key, want := range map[string]string{"+": "attic moves in", "-": "guest moves out"} {
		found := false
		for _, a := range f.actions() {
			found = found || a.key == key && a.does == want
		}
		if !found {
			t.Errorf("%s: no %q in %+v", key, want, f.actions())
		}
	}
	f.press("+")
	for _, a := range f.actions() {
		if a.does == "attic moves in" {
			t.Error("+ pressed twice before a sample moves the same sandbox in twice")
		}
	}
}

func TestFigureWithoutSample(t *testing.T) {
	f := testFigure("building")
	if got := ansi.Strip(strings.Join(f.lines(newTheme(true, false), 40, false), "\n")); got != "measuring …" {
		t.Error(got)
	}
	f.take(lab.Sample{}, errors.New("no such sandbox"))
	if got := ansi.Strip(strings.Join(f.lines(newTheme(true, false), 40, false), "\n")); got != "no such sandbox" {
		t.Error(got)
	}
	if newFigure(lessons.Block{Figure: "castle"}, nil) != nil {
		t.Error("there is a castle")
	}
}

func TestSparkline(t *testing.T) {
	for _, test := range []struct {
		values []float64
		want   string
	}{{nil, "   "}, {[]float64{0}, "  ⢀"}, {[]float64{0, 1}, "  ⣸"}, {[]float64{0.5, 1, 1, 1, 1, 1, 1, 2}, "⣿⣿⣿"}} {
		if got := sparkline(test.values, 3); got != test.want {
			t.Errorf("%v: %q, want %q", test.values, got, test.want)
		}
	}
}

func TestSized(t *testing.T) {
	for _, test := range []struct {
		bytes, limit int64
		want         string
	}{{640 << 10, 64 << 20, "0.6/64M"}, {12 << 20, 64 << 20, "12/64M"}, {1 << 20, 3 << 29, "0.0/1.5G"}, {5 << 20, 0, "5M"}} {
		if got := sizedOf(test.bytes, test.limit); got != test.want {
			t.Errorf("%d of %d is %s, want %s", test.bytes, test.limit, got, test.want)
		}
	}
	for bytes, want := range map[int64]string{0: "0K", 640 << 10: "640K", 1 << 20: "1M", 3 << 19: "1.5M", 64 << 20: "64M", 1023 << 20: "1.0G", 5 << 40: "5T"} {
		if got := sized(bytes); got != want || len(got) > 4 {
			t.Errorf("%d is %s, want %s", bytes, got, want)
		}
	}
}
