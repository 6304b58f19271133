//go:build linux && (amd64 || arm64)

package vm

import (
	"context"
	"fmt"
	"os"
	"slices"
	"testing"
	"time"

	"floorplan/sandbox"
)

// BenchmarkReady compares, in turns, the time until a sandbox can be used with that until a bare QEMU with the same kernel,
// file system and arguments has booted: x-bare-ms and x-ready-ms are medians, x-ratio is theirs.
func BenchmarkReady(b *testing.B) {
	e := newEngine(b)
	kernel, err := e.Kernel()
	if err != nil {
		b.Fatal(err)
	}
	u, err := e.userSpace(b.Context())
	if err != nil {
		b.Fatal(err)
	}
	defer u.initrd.Close()
	var bare, ready []float64
	milliseconds := func(since time.Time) float64 { return float64(time.Since(since).Microseconds()) / 1000 }
	for b.Loop() {
		began := time.Now()
		m, err := startMachine(arguments(kernel, "tcg", u.memory(kernel), 1, "guest"), u.initrd)
		if err != nil {
			b.Fatal(err)
		}
		if err := m.boot(context.Background(), bootTimeout); err != nil {
			b.Fatal(err)
		}
		bare = append(bare, milliseconds(began))
		m.kill()

		began = time.Now()
		s, err := e.Start(b.Context(), sandbox.Spec{}, nil)
		if err != nil {
			b.Fatal(err)
		}
		ready = append(ready, milliseconds(began))
		if err := s.Close(); err != nil {
			b.Fatal(err)
		}
	}
	slices.Sort(bare)
	slices.Sort(ready)
	middle := len(bare) / 2
	b.ReportMetric(bare[middle], "x-bare-ms")
	b.ReportMetric(ready[middle], "x-ready-ms")
	b.ReportMetric(ready[middle]/bare[middle], "x-ratio")
}

// BenchmarkExec runs commands in one guest. x-qemu-cpu-ms is the processor time that a command takes, which a busy host does
// not change as it does the time.
func BenchmarkExec(b *testing.B) {
	s := start(b, newEngine(b), sandbox.Spec{})
	run(b, s, "true") // its pages are not yet translated
	before := processorTime(b, s.PID())
	var times []float64
	for b.Loop() {
		began := time.Now()
		run(b, s, "true")
		times = append(times, float64(time.Since(began).Microseconds())/1000)
	}
	slices.Sort(times)
	b.ReportMetric(times[len(times)/2], "x-median-ms")
	b.ReportMetric(float64(processorTime(b, s.PID())-before)/float64(time.Millisecond)/float64(len(times)), "x-qemu-cpu-ms")
}

// processorTime is what a process has used, from the sum in /proc/PID/schedstat of its threads.
func processorTime(b *testing.B, pid int) time.Duration {
	var sum time.Duration
	dir := fmt.Sprintf("/proc/%d/task/", pid)
	threads, err := os.ReadDir(dir)
	if err != nil {
		b.Fatal(err)
	}
	for _, thread := range threads {
		if data, err := os.ReadFile(dir + thread.Name() + "/schedstat"); err == nil {
			var nanoseconds int64
			if _, err := fmt.Sscan(string(data), &nanoseconds); err == nil {
				sum += time.Duration(nanoseconds)
			}
		}
	}
	return sum
}
