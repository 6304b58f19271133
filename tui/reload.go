package tui

import (
	"fmt"
	"os"
	"path/filepath"
	"time"

	tea "charm.land/bubbletea/v2"

	"floorplan/lessons"
)

// courseMsg is the course read again after an author saved one of its files.
type courseMsg struct {
	course lessons.Course
	stamp  stamp
}

// stamp is what changes when a file of the course is saved.
type stamp struct {
	latest time.Time
	files  int
}

// watchCourse waits until a file of an author's course changes, looking twice a second. The course that is built in
// cannot change.
func (a *App) watchCourse() tea.Cmd {
	if a.opts.Dir == "" {
		return nil
	}
	return a.watchFrom(stampOf(a.opts.Dir))
}

func (a *App) watchFrom(before stamp) tea.Cmd {
	dir, ctx := a.opts.Dir, a.ctx
	return func() tea.Msg {
		tick := time.NewTicker(500 * time.Millisecond)
		defer tick.Stop()
		for {
			select {
			case <-ctx.Done():
				return nil
			case <-tick.C:
			}
			if now := stampOf(dir); now != before {
				return courseMsg{lessons.LoadDir(dir), now}
			}
		}
	}
}

func stampOf(dir string) stamp {
	var s stamp
	files, _ := filepath.Glob(filepath.Join(dir, "*.md"))
	for _, file := range files {
		if info, err := os.Stat(file); err == nil {
			s.files++
			if info.ModTime().After(s.latest) {
				s.latest = info.ModTime()
			}
		}
	}
	return s
}

// courseChanged shows the new text and stays on the page. The sandboxes go on where the front matter is unchanged.
func (a *App) courseChanged(msg courseMsg) tea.Cmd {
	a.course, a.index = msg.course, nil
	a.notice = ""
	for _, problem := range msg.course.Problems {
		if problem.Severity == lessons.Error {
			a.notice = fmt.Sprintf("%s:%d:%d: %s", problem.File, problem.Line, problem.Column, problem.Message)
			break
		}
	}
	cmds := []tea.Cmd{a.watchFrom(msg.stamp)}
	switch {
	case a.reading != nil:
		cmds = append(cmds, a.replaceLesson())
	case a.quiz == nil:
		cursor := a.contents.cursor
		a.contents = newContents(a.course, a.opts.Store)
		a.contents.cursor = max(0, min(cursor, len(a.contents.rows)-1))
	}
	return tea.Batch(cmds...)
}

// replaceLesson puts the new text of the open lesson on screen, at the page that was on it.
func (a *App) replaceLesson() tea.Cmd {
	r := a.reading
	lesson, _, err := a.course.Find(r.lesson.ID)
	if err != nil {
		return nil // it cannot be read now: the old text stays, the notice says why
	}
	page, scroll := "", r.page().scroll
	if r.at < len(r.lesson.Pages) {
		page = r.lesson.Pages[r.at].ID
	}
	if !sameSandboxes(lesson, r.source) {
		return a.goTo(lesson.ID, page)
	}
	at := min(r.at, len(lesson.Pages)-1)
	for i, p := range lesson.Pages {
		if p.ID == page {
			at = i
		}
	}
	known := a.known(lesson.ID)
	r.source, r.lesson = lesson, lesson.With(r.seed)
	r.pages, r.at = newPages(r.lesson, r.seed, known, r.lab), at
	a.focusFirst()
	a.scroll(scroll)
	return tea.Batch(a.watch(), a.sampleFigures())
}
