package tui

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"floorplan/lab"
)

func TestMeasureRows(t *testing.T) {
	m := lab.Measurements{Results: []lab.Measurement{
		{Kind: lab.KindProcess, Count: 1, N: 2, Ready: lab.Spread{Median: 1}, Memory: 200 << 10},
		{Kind: lab.KindContainer, Count: 1},
		{Kind: lab.KindVM, Count: 1, N: 1, Ready: lab.Spread{Median: 1500}, Memory: 190 << 20},
		{Kind: lab.KindVenv, Count: 1, Skipped: "python3 is not installed\nhint: sudo apt-get install python3"},
	}}
	for _, width := range []int{20, 60, 80, 200} {
		rows := MeasureRows(m, width)
		for _, row := range rows {
			if ansi.StringWidth(row) > width || strings.Contains(row, "\n") {
				t.Errorf("at %d: %q", width, row)
			}
		}
		if width < 60 {
			continue
		}
		text := strings.Join(rows, "\n")
		for _, want := range []string{"1.50 s", "190 MB", "container ×1 …", "not here", "sudo apt-get install python3"} {
			if !strings.Contains(text, want) {
				t.Errorf("at %d: no %q in\n%s", width, want, text)
			}
		}
		if process, machine := strings.Count(rows[1], "█"), strings.Count(rows[3], "█"); process != 0 || machine != width-13-16 {
			t.Errorf("at %d: bars of %d and %d cells\n%s", width, process, machine, text)
		}
	}
}
