package tui

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"floorplan/lessons"
	"floorplan/progress"
)

// contents is the list of lessons, the first screen of somebody who has not begun.
type contents struct {
	rows   []contentsRow
	cursor int
	scroll int
	due    int // questions and predictions to review today
	last   string
	head   int // rows above the list, when it was last drawn
}

type contentsRow struct {
	lesson    *lessons.Lesson
	done, all int
	problem   string // the lesson cannot be read: why
}

func newContents(course lessons.Course, store *progress.Store) contents {
	c := contents{}
	for _, lesson := range course.Lessons {
		row := contentsRow{lesson: lesson}
		var known map[string]progress.State
		if store != nil {
			known, _ = store.Done(lesson.ID) // where progress cannot be read, the store has said so
		}
		for _, page := range lesson.Pages {
			for _, b := range page.Blocks {
				if b.Kind == lessons.Run || b.Kind == lessons.Check || b.Kind == lessons.Question {
					row.all++
					if known[b.ID].Done() {
						row.done++
					}
				}
			}
		}
		c.rows = append(c.rows, row)
	}
	for _, problem := range course.Problems {
		if problem.Severity == lessons.Error {
			c.rows = append(c.rows, contentsRow{problem: problem.File + ": " + problem.Message})
		}
	}
	if store != nil {
		if due, err := dueReviews(course, store); err == nil {
			c.due = len(due)
		}
		c.last, _, _, _ = store.Last()
	}
	c.cursor = max(0, slices.IndexFunc(c.rows, func(r contentsRow) bool { return r.lesson != nil && r.lesson.ID == c.last }))
	return c
}

// lines draws the list, with the row under the cursor in view.
func (c *contents) lines(t theme, width, height int) []string {
	head := []string{
		"",
		"  " + t.heading.Render("Floorplan"),
		"  " + t.dim.Render("See who lives where, and which walls are real."),
		"",
	}
	if c.due > 0 {
		head = append(head, "  "+t.warn.Render(fmt.Sprintf("%s due for review today", count(c.due, "question")))+t.dim.Render("  r reviews"), "")
	}
	c.head = len(head)
	room := max(height-len(head), 1)
	c.scroll = max(min(c.scroll, c.cursor), c.cursor-room+1)
	lines := head
	for i := c.scroll; i < len(c.rows) && i < c.scroll+room; i++ {
		lines = append(lines, c.row(t, i, min(width, 100)))
	}
	for i := range lines {
		lines[i] = fit(lines[i], width)
	}
	for len(lines) < height {
		lines = append(lines, strings.Repeat(" ", width))
	}
	return lines[:height]
}

func (c *contents) row(t theme, i, width int) string {
	row := c.rows[i]
	pointer, style := "  ", t.text
	if i == c.cursor {
		pointer, style = "▸ ", t.chosen
	}
	if row.lesson == nil {
		return "  " + pointer + t.bad.Render("✗ "+row.problem)
	}
	mark, tail := "○", ""
	if row.lesson.Minutes > 0 {
		tail = fmt.Sprintf("%d min", row.lesson.Minutes)
	}
	switch {
	case row.all > 0 && row.done == row.all:
		mark = "●"
	case row.done > 0:
		mark = "◐"
	}
	if row.done > 0 {
		tail = fmt.Sprintf("%d of %d done   %s", row.done, row.all, tail)
	}
	left := "  " + style.Render(fmt.Sprintf("%s%s %2d  %s", pointer, mark, cmp.Or(row.lesson.Number, i+1), row.lesson.Title))
	if row.lesson.ID == c.last {
		left += t.dim.Render("  you are here")
	}
	gap := max(width-ansi.StringWidth(left)-ansi.StringWidth(tail)-2, 2)
	return left + strings.Repeat(" ", gap) + t.dim.Render(tail)
}

// where stands on the right of the title line.
func (c *contents) where() string {
	all, done := 0, 0
	for _, row := range c.rows {
		if row.lesson != nil {
			all++
		}
		if row.all > 0 && row.done == row.all {
			done++
		}
	}
	return fmt.Sprintf("%s, %d finished ", count(all, "lesson"), done)
}

func count(n int, word string) string {
	if n == 1 {
		return "1 " + word
	}
	return fmt.Sprintf("%d %ss", n, word)
}

func (a *App) choose(step int) tea.Cmd {
	a.contents.cursor = max(0, min(a.contents.cursor+step, len(a.contents.rows)-1))
	return nil
}

// openChosen opens the lesson under the cursor where the student stopped in it.
func (a *App) openChosen() tea.Cmd {
	if len(a.contents.rows) == 0 {
		return nil
	}
	row := a.contents.rows[a.contents.cursor]
	if row.lesson == nil {
		a.notice = "it cannot be opened; floorplan check shows the line and what to do"
		return nil
	}
	return a.goTo(row.lesson.ID, "")
}

func (a *App) nothingDue() string {
	if a.contents.due == 0 {
		return "nothing is due today; questions come back some days after you answer them"
	}
	return ""
}

// clickContents opens the lesson in row y of the screen; the first click only chooses it.
func (a *App) clickContents(y int) tea.Cmd {
	c := &a.contents
	at := c.scroll + y - a.lay.lesson.y - c.head
	if at < 0 || at >= len(c.rows) {
		return nil
	}
	if c.cursor == at {
		return a.openChosen()
	}
	c.cursor = at
	return nil
}
