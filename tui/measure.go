package tui

import (
	"fmt"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"floorplan/lab"
)

// MeasureRows draws what was measured so far as rows of at most width cells: the time to ready and the memory, one bar for each
// kind, alone and three at once. A bar's length is its share of the longest, and the figure stands beside it.
func MeasureRows(m lab.Measurements, width int) []string {
	rows := measureBars(m, width, "Ready after", func(r lab.Measurement) (float64, string) {
		return r.Ready.Median, fmt.Sprintf("%s  (%d×)", lab.Milliseconds(r.Ready.Median), r.N)
	})
	rows = append(rows, "")
	rows = append(rows, measureBars(m, width, "Memory", func(r lab.Measurement) (float64, string) {
		return float64(r.Memory), lab.Bytes(r.Memory)
	})...)
	for _, r := range m.Results {
		if r.Skipped != "" && r.Count == 1 {
			why, hint, _ := strings.Cut(r.Skipped, "\nhint: ")
			rows = append(rows, "", cell(r.Kind+": "+why, width))
			if hint != "" {
				rows = append(rows, cell("  "+hint, width))
			}
		}
	}
	return rows
}

// measureBars draws one figure of all kinds under a heading.
func measureBars(m lab.Measurements, width int, heading string, figure func(lab.Measurement) (float64, string)) []string {
	const label, number = 13, 16 // "container ×3 ", "1.52 s  (100×)"
	longest := 0.0
	for _, r := range m.Results {
		if n, _ := figure(r); r.N > 0 {
			longest = max(longest, n)
		}
	}
	rows := []string{cell(heading, width)}
	for _, r := range m.Results {
		row := fmt.Sprintf("%-9s ×%d ", r.Kind, r.Count)
		if r.N > 0 {
			n, text := figure(r)
			row += measureBar(n/longest, width-label-number) + " " + text
		} else if r.Skipped != "" {
			row += "not here"
		} else {
			row += "…"
		}
		rows = append(rows, cell(row, width))
	}
	return rows
}

// measureBar is a bar of share of width cells, in eighths of a cell; it is never without one of them.
func measureBar(share float64, width int) string {
	const eighths = "▏▎▍▌▋▊▉█"
	units := max(int(share*float64(max(width, 1)*8)+0.5), 1)
	bar := strings.Repeat("█", units/8)
	if rest := units % 8; rest > 0 {
		bar += string([]rune(eighths)[rest-1])
	}
	return bar
}

// cell cuts a row to width.
func cell(row string, width int) string { return ansi.Truncate(row, width, "…") }
