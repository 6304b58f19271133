//go:build unix

package main

import (
	"context"
	"os/exec"
	"slices"
	"strings"
	"testing"
	"time"
)

// BenchmarkFirstFrame is the time from starting the real program on a pseudo-terminal to a whole first page on the screen. The
// rivals that are installed show a file of their own; runs are interleaved, and each metric is a median of milliseconds.
//
//	go test -run '^$' -bench FirstFrame -benchtime 30x .
func BenchmarkFirstFrame(b *testing.B) {
	home := b.TempDir()
	rivals := []struct {
		name    string
		text    string
		command []string
	}{
		{"floorplan", "Five lines to remember", []string{floorplan(b), "learn", "containers#five-lines-to-remember"}},
		{"less", "Floorplan", []string{"less", "README.md"}},
		{"vim", "Floorplan", []string{"vim", "-n", "-u", "NONE", "README.md"}},
		{"lazygit", "Commits", []string{"lazygit"}},
	}
	times := make([][]float64, len(rivals))
	for b.Loop() {
		for i, rival := range rivals {
			if _, err := exec.LookPath(rival.command[0]); err != nil {
				continue
			}
			began := time.Now()
			s := start(b, 120, 40, home, rival.command[0], rival.command[1:]...)
			ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
			for !strings.Contains(s.text(), rival.text) {
				if s.pane.Wait(ctx, 0) != nil {
					b.Fatalf("%s did not show %q\n%s", rival.name, rival.text, s.text())
				}
			}
			cancel()
			times[i] = append(times[i], float64(time.Since(began).Microseconds())/1000)
			s.cmd.Process.Kill()
			<-s.over
		}
	}
	b.ReportMetric(0, "ns/op") // the sum of all rivals means nothing
	for i, rival := range rivals {
		if len(times[i]) > 0 {
			slices.Sort(times[i])
			b.ReportMetric(times[i][len(times[i])/2], "ms-"+rival.name)
		}
	}
}
