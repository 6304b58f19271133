package tui

import (
	"context"
	"slices"

	tea "charm.land/bubbletea/v2"

	"floorplan/lab"
	"floorplan/lessons"
	"floorplan/progress"
)

// Tasks: they are checked by themselves while their page is on screen, or one that builds on them, and help is one key away.

// watch checks the tasks of the page on screen, by themselves, until they pass.
func (a *App) watch() tea.Cmd {
	r := a.reading
	if r.stopWatch != nil {
		r.stopWatch()
	}
	ctx, stop := context.WithCancel(r.ctx)
	r.stopWatch = stop
	var cmds []tea.Cmd
	for _, b := range r.watched() {
		if b.Kind == lessons.Check && !b.done {
			cmds = append(cmds, nextVerdict(r.run, b, r.lab.Watch(ctx, &b.Block)))
		}
	}
	return tea.Batch(cmds...)
}

// watched are the blocks of the page on screen and those before it that they name: who turned a page too early, and sees there
// what was wanted, may do it on the spot.
func (r *reading) watched() []*block {
	blocks := slices.Clone(r.page().blocks)
	for _, b := range r.page().blocks {
		for _, id := range b.After {
			if before, at := r.block(id); at < r.at && !slices.Contains(blocks, before) {
				blocks = append(blocks, before)
			}
		}
	}
	return blocks
}

func nextVerdict(run int, b *block, verdicts <-chan lab.Verdict) tea.Cmd {
	return func() tea.Msg {
		verdict, open := <-verdicts
		return verdictMsg{lessonRun(run), b, verdict, open, verdicts}
	}
}

func (a *App) verdict(msg verdictMsg) tea.Cmd {
	b := msg.block
	if !msg.open || b.done {
		return nil
	}
	if !msg.verdict.Passed {
		return nextVerdict(msg.run(), b, msg.verdicts)
	}
	how := progress.Passed
	switch {
	case b.solution:
		how = progress.Solved
	case b.hint:
		how = progress.Helped
	}
	b.done, b.here, b.helped = true, true, how != progress.Passed
	lesson, id := a.reading.lesson.ID, b.ID
	a.journal.write(func(s *progress.Store) error { return s.RecordCheck(lesson, id, how) })
	a.notice = "☑ done"
	if b.helped {
		a.notice = "☑ done, with help"
	}
	a.touch(b)
	return nil
}

// beginTask gives the keyboard to the terminal, once the sandboxes have what was done in an earlier sitting.
func (a *App) beginTask(b *block) tea.Cmd {
	r := a.reading
	if len(r.behind) > 0 || len(r.missingDone(b)) == 0 {
		return a.enterTerminal()
	}
	r.behind = replays(r.missingDone(b))
	return a.nextBehind()
}

// hint shows what is wrong, never the command.
func (a *App) hint() tea.Cmd {
	b := a.task()
	b.hint = true
	a.touch(b)
	return nil
}

// hintDoes and solveDoes keep the next help for the task that has the focus in the footer of a small screen too: first the hint,
// then the solution.
func (a *App) hintDoes() string {
	if b := a.task(); b != a.focusedBlock() || b.hint {
		return ""
	}
	return "hint"
}

func (a *App) solveDoes() string {
	if b := a.task(); b != a.focusedBlock() || !b.hint {
		return ""
	}
	return "solve it for me"
}

// solve shows a solution and types it; the task then counts as solved with help.
func (a *App) solve() tea.Cmd {
	b := a.task()
	if first := a.comesFirst(b); first != "" {
		a.notice = first
		return nil
	}
	if !b.hint {
		a.notice = "a hint first; s again shows the solution and types it"
		return a.hint()
	}
	b.solution = true
	p := a.reading.pane(b.SolveIn)
	a.touch(b)
	return a.typeInFront(p, b)
}

// task is the focused task, else the first undone one on the page; nil where there is none.
func (a *App) task() *block {
	if b := a.focusedBlock(); b != nil && b.Kind == lessons.Check && !b.done {
		return b
	}
	for _, b := range a.currentPage().blocks {
		if b.Kind == lessons.Check && !b.done && b.off == "" {
			return b
		}
	}
	return nil
}
