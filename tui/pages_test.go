package tui

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"floorplan/lab"
	"floorplan/lessons"
	"floorplan/progress"
	"floorplan/sandbox"
)

// Every page of the course as it reads on a small and on a large screen: testdata/pages holds one file for a lesson and a size.
// A page is unrolled, as if the screen were high enough, with what a prediction holds back on it, and below it what a student
// may still bring on screen: hints, solutions, all forms of the questions, and what each answer is told.
func TestEveryPage(t *testing.T) {
	course := lessons.Load(lessons.Builtin())
	for _, size := range [][2]int{{80, 24}, {120, 40}} {
		for _, lesson := range course.Lessons {
			got := unrolled(t, course, lesson, size[0], size[1])
			path := filepath.Join("testdata", "pages", fmt.Sprintf("%s-%dx%d.golden", lesson.ID, size[0], size[1]))
			if *update {
				if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
				continue
			}
			want, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if diff := firstDifference(string(want), got); diff != "" {
				t.Errorf("%s: %s\nhint: go test ./tui -update writes it anew; look at what changed", path, diff)
			}
		}
	}
}

// unrolled is all pages of a lesson, as text.
func unrolled(t *testing.T, course lessons.Course, lesson *lessons.Lesson, cols, rows int) string {
	machine := lab.NewMachine(lab.Options{Engines: []sandbox.Engine{}})
	a := newApp(context.Background(), Options{Course: course, Machine: machine, Lesson: lesson.ID, Page: lesson.Pages[0].ID})
	defer a.close()
	a.Update(tea.WindowSizeMsg{Width: cols, Height: rows})
	if a.reading == nil {
		t.Fatalf("%s does not open\n%s", lesson.ID, screen(a))
	}
	var text []string
	for i := range lesson.Pages {
		a.reading.at = i
		p := a.reading.page()
		p.focus, p.shown, p.lines = p.firstUndone(), true, nil
		a.relayout()
		text = append(text, ansi.Strip(a.titleLine()))
		text = append(append(text, p.lines...), "")
		for _, b := range p.blocks {
			text = append(text, revealed(a, b)...)
		}
		text = append(text, "")
	}
	for i, line := range text {
		text[i] = strings.TrimRight(ansi.Strip(line), " ")
	}
	return strings.Join(text, "\n")
}

// revealed is what a block shows once the student has asked for all of it, and answered in every wrong way.
func revealed(a *App, b *block) []string {
	forms := b.Pool
	switch {
	case b.Kind == lessons.Check:
		b.hint, b.solution = true, true
	case b.Kind == lessons.Question && forms == nil:
		forms = []*lessons.Ask{b.Ask}
	case b.Kind != lessons.Question:
		return nil
	}
	var lines []string
	show := func(b *block) { lines = append(append(lines, a.draw.block(b, false, a.lay.text.w)...), "") }
	if b.Kind == lessons.Check {
		show(b)
	}
	for _, ask := range forms {
		form := b.Block
		form.Ask = ask
		answered := newBlock(form, a.reading.seed, progress.State{})
		answered.answered, answered.given = true, "an answer"
		for i, option := range ask.Options {
			answered.chosen[i] = !option.Right
		}
		show(answered)
	}
	return lines
}

// firstDifference is the first line that two texts differ in, with the lines around it; empty where there is none.
func firstDifference(want, got string) string {
	if want == got {
		return ""
	}
	was, is := strings.Split(want, "\n"), strings.Split(got, "\n")
	at := 0
	for at < len(was) && at < len(is) && was[at] == is[at] {
		at++
	}
	part := func(lines []string) string {
		return strings.Join(lines[min(max(at-3, 0), len(lines)):min(at+6, len(lines))], "\n")
	}
	return fmt.Sprintf("line %d differs\n--- golden\n%s\n--- now\n%s", at+1, part(was), part(is))
}
