package tui

import (
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"floorplan/lessons"
	"floorplan/progress"
)

// Every page of the course reads well beside a terminal: no line is wider than its column, and no command goes
// on behind an arrow.
func TestEveryPageFits(t *testing.T) {
	course := lessons.Load(lessons.Builtin())
	draw := newRenderer(newTheme(true, false), course.Glossary)
	pages := 0
	for _, size := range [][2]int{{80, 24}, {100, 30}, {120, 40}} {
		width := arrange(size[0], size[1], arrangeAuto, true).text.w
		for _, lesson := range course.Lessons {
			for i, p := range newPages(lesson.With(1), 1, map[string]progress.State{}, nil)[:len(lesson.Pages)] {
				pages++
				where := fmt.Sprintf("%s#%d (%s) at %d columns", lesson.ID, i+1, p.title, size[0])
				for _, b := range p.blocks {
					b.hint, b.solution = true, b.Kind == lessons.Check
				}
				p.shown = true
				p.layout(draw, width)
				for _, line := range p.lines {
					if w := ansi.StringWidth(line); w > width {
						t.Errorf("%s: a line of %d cells in a column of %d: %s", where, w, width, ansi.Strip(line))
					}
				}
				for _, b := range p.blocks {
					code := b.Solution
					if b.Kind == lessons.Run {
						code = b.Code
					}
					for line := range strings.Lines(code) {
						line = strings.TrimRight(line, "\n")
						if ansi.StringWidth(line)+2 > width {
							t.Errorf("%s: a command is folded: %s", where, line)
						}
					}
				}
			}
		}
	}
	if pages == 0 {
		t.Error("the course has no pages")
	}
}
