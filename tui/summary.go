package tui

import (
	"fmt"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"floorplan/lessons"
	"floorplan/progress"
)

// sumUp reads what the student did in the lesson, for its last page.
func (a *App) sumUp() tea.Cmd {
	r, store, journal := a.reading, a.opts.Store, a.journal
	if store == nil {
		return nil
	}
	return func() tea.Msg {
		journal.flush()
		summary, err := store.Summary(r.lesson.ID)
		if err != nil {
			return noticeMsg(err.Error())
		}
		return summaryMsg{lessonRun(r.run), summaryText(r.lesson, summary)}
	}
}

// summaryText is the page, in Markdown.
func summaryText(lesson *lessons.Lesson, s progress.Summary) string {
	counts := lesson.Counts()
	var b strings.Builder
	fmt.Fprintf(&b, "*%s*, %s of work.\n\n", lesson.Title, count(int(s.Active.Round(time.Minute).Minutes()), "minute"))
	b.WriteString("| | |\n|---|---|\n")
	fmt.Fprintf(&b, "| blocks run | %d of %d |\n", s.Runs, counts.Runs)
	fmt.Fprintf(&b, "| predictions right | %d of %d |\n", s.PredictionsRight, s.Predictions)
	fmt.Fprintf(&b, "| tasks done alone | %d of %d |\n", s.Passed, counts.Checks)
	fmt.Fprintf(&b, "| tasks done with help | %d |\n", s.Helped+s.Solved)
	fmt.Fprintf(&b, "| questions right at the first try | %d of %d |\n\n", s.RightFirst, counts.Questions)
	if len(s.Again) == 0 {
		b.WriteString("Nothing stands out to read again. The questions come back when they are about to be forgotten.\n")
		return b.String()
	}
	b.WriteString("Worth another look:\n\n")
	seen := map[int]bool{}
	for _, id := range s.Again {
		if block, page := lesson.Block(id); block != nil && !seen[page] {
			seen[page] = true
			fmt.Fprintf(&b, "- page %d, *%s*\n", page+1, lesson.Pages[page].Title)
		}
	}
	return b.String()
}
