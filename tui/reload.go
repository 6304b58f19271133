package tui

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"floorplan/lessons"
)

// courseMsg is the course read again after an author saved one of its files.
type courseMsg struct {
	course lessons.Course
	stamp  stamp
}

// stamp is what changes when a file of the course is saved, renamed or removed: the names, times and sizes of all.
type stamp string

// watchCourse waits until a file of an author's course changes, looking twice a second. The course that is built in
// cannot change.
func (a *App) watchCourse() tea.Cmd {
	if a.opts.Dir == "" {
		return nil
	}
	return a.watchFrom(nil)
}

// watchFrom waits for something else than before; nil stands for what is there at first.
func (a *App) watchFrom(before *stamp) tea.Cmd {
	dir, ctx := a.opts.Dir, a.ctx
	return func() tea.Msg {
		if before == nil {
			now := stampOf(dir)
			before = &now
		}
		tick := time.NewTicker(500 * time.Millisecond)
		defer tick.Stop()
		for {
			select {
			case <-ctx.Done():
				return nil
			case <-tick.C:
			}
			if now := stampOf(dir); now != *before {
				return courseMsg{lessons.LoadDir(dir), now}
			}
		}
	}
}

func stampOf(dir string) stamp {
	files, _ := filepath.Glob(filepath.Join(dir, "*.md"))
	if info, err := os.Stat(dir); err == nil && !info.IsDir() {
		files = []string{dir} // a course of one file
	}
	var all strings.Builder
	for _, file := range files {
		if info, err := os.Stat(file); err == nil {
			fmt.Fprintln(&all, file, info.ModTime().UnixNano(), info.Size())
		}
	}
	return stamp(all.String())
}

// courseChanged shows the new text and stays on the page. The sandboxes go on where the front matter is unchanged.
func (a *App) courseChanged(msg courseMsg) tea.Cmd {
	a.course, a.index = msg.course, nil
	a.notice = a.wrongNow()
	cmds := []tea.Cmd{a.watchFrom(&msg.stamp)}
	switch {
	case a.reading != nil:
		cmds = append(cmds, a.loadAgain())
	case a.quiz == nil:
		cmds = append(cmds, a.toContents())
	}
	return tea.Batch(cmds...)
}

// wrongNow is the first error of the course, one of the open lesson's file before others: that is the one its author just saved.
func (a *App) wrongNow() string {
	first := ""
	for _, problem := range a.course.Problems {
		if problem.Severity != lessons.Error {
			continue
		}
		problem.Source = "" // one line
		if a.reading != nil && problem.File == a.reading.lesson.File {
			return firstLine(problem.Error())
		}
		if first == "" {
			first = firstLine(problem.Error())
		}
	}
	return first
}

// loadAgain reads the open lesson once more. When it has errors now, the old text stays and the notice says why.
func (a *App) loadAgain() tea.Cmd {
	r, course, store := a.reading, a.course, a.opts.Store
	page, at := "", r.at
	if at < len(r.lesson.Pages) {
		page = r.lesson.Pages[at].ID
	}
	return func() tea.Msg {
		if _, _, err := course.Find(r.lesson.ID); err != nil {
			return nil
		}
		p, err := loadPlace(course, store, r.lesson.ID, page)
		if err == nil && page != "" && p.lesson.Pages[p.page].ID != page { // its title was changed
			p.page = min(at, len(p.lesson.Pages)-1)
		}
		return placeMsg{place: p, again: true, err: err}
	}
}

// replaceLesson puts the new text of the open lesson on screen, at the page that was on it. Its sandboxes go on, unless the
// author has changed what they are.
func (a *App) replaceLesson(p place) tea.Cmd {
	r := a.reading
	if r == nil || r.lesson.ID != p.lesson.ID {
		return nil
	}
	if !sameSandboxes(p.source, r.source) {
		left := a.leave()
		a.open(p)
		return tea.Batch(left, a.probe(), a.enterPage())
	}
	scroll := r.page().scroll
	here := map[string]bool{}
	for _, page := range r.pages {
		for _, b := range page.blocks {
			here[b.ID] = b.here
		}
	}
	r.source, r.lesson = p.source, p.lesson
	r.pages, r.at = newPages(r.lesson, r.seed, p.known, r.lab), p.page
	for _, page := range r.pages {
		for _, b := range page.blocks {
			b.here = here[b.ID]
		}
	}
	a.focusFirst()
	a.scroll(scroll)
	return tea.Batch(a.watch(), a.sampleFigures())
}
