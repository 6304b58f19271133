package tui

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"floorplan/lab"
	"floorplan/lessons"
	"floorplan/progress"
)

// enterPage starts what a page needs: its first sandbox and its checks, and records the visit.
func (a *App) enterPage() tea.Cmd {
	r := a.reading
	if r.at == len(r.lesson.Pages) {
		return a.sumUp()
	}
	lesson, id := r.lesson.ID, r.lesson.Pages[r.at].ID
	a.journal.write(func(s *progress.Store) error { return s.Visit(lesson, id) })
	cmds := []tea.Cmd{a.watch(), a.sampleFigures()}
	return tea.Batch(append(cmds, a.show(r.firstSandbox()))...)
}

// firstSandbox is the one to show with a page: that of its first live block, else the one on show, so that a lesson opens
// with a live terminal beside it. A virtual machine takes a while and waits until a block asks for it.
func (r *reading) firstSandbox() string {
	for _, b := range r.page().blocks {
		if b.Sandbox != "" {
			return lab.SolveIn(&b.Block)
		}
	}
	if len(r.panes) > 0 && r.lesson.Sandboxes[r.active].Engine != "vm" {
		return r.panes[r.active].name
	}
	return ""
}

// show brings a sandbox's terminal to the front and starts its shell when there is none.
func (a *App) show(name string) tea.Cmd {
	r := a.reading
	for i, p := range r.panes {
		if p.name != name {
			continue
		}
		r.active = i
		a.relayout()
		if p.term == nil && p.off == "" && p.failed == "" {
			return a.startShell(name, nil)
		}
		return p.resize(a.lay.terminal)
	}
	return nil
}

// pane is the terminal of a sandbox.
func (r *reading) pane(name string) *pane {
	for _, p := range r.panes {
		if p.name == name {
			return p
		}
	}
	return nil
}

// turn goes step pages on.
func (a *App) turn(step int) tea.Cmd {
	r := a.reading
	to := r.at + step
	if to < 0 || to >= len(r.pages) {
		return nil
	}
	a.stopTyping()
	r.at, r.split = to, false
	a.relayout()
	a.focusFirst()
	return a.enterPage()
}

// moveFocus goes to the next or the last block that can be done.
func (a *App) moveFocus(step int) tea.Cmd {
	a.stopTyping()
	p := a.currentPage()
	p.setFocus(p.next(step), a.lay.text.h)
	a.layoutPage()
	p.reveal(a.lay.text.h)
	if b := p.focused(); a.reading != nil && a.quiz == nil && b.Sandbox != "" {
		return a.show(lab.SolveIn(&b.Block))
	}
	return nil
}

// enterDoes names what enter does now, for the footer.
func (a *App) enterDoes() string {
	b := a.focusedBlock()
	switch {
	case a.quiz != nil && b == nil:
		return "contents"
	case a.quiz != nil && b.running:
		return ""
	case a.quiz != nil && b.offered() && !b.asks():
		return "run it again"
	case a.quiz != nil && !b.asks():
		return "next question"
	case b == nil:
		return a.goesOnTo()
	case a.comesFirst(b) != "":
		return "what comes first"
	case b.typed():
		return "type an answer"
	case b.asks() && b.Kind == lessons.Run:
		return "predict, then run"
	case b.asks():
		return "answer"
	case b.off != "" && !b.done && (b.Kind == lessons.Run || b.Kind == lessons.Check):
		return "why it is off"
	case b.Kind == lessons.Run && !b.here:
		return "run"
	case b.Kind == lessons.Check && !b.done && len(a.reading.missingDone(b)) > 0:
		return "run what was done before"
	case b.Kind == lessons.Check && !b.done:
		return "go to the terminal"
	}
	return a.goesOnTo()
}

// goesOnTo names where goOn leads.
func (a *App) goesOnTo() string {
	switch {
	case a.nextUndone() >= 0:
		return "go on"
	case a.currentPage().below(a.lay.text.h) > 0:
		return "read on"
	case a.onLastPage() != "":
		return "contents"
	}
	return "next page"
}

// againDoes names what trying again means for the block that has the focus.
func (a *App) againDoes() string {
	if b := a.focusedBlock(); b != nil && b.Kind == lessons.Run {
		return "run again"
	}
	return "try again"
}

// nextDoes names what the key for the next question does now, where enter does something else.
func (a *App) nextDoes() string {
	if b := a.focusedBlock(); b != nil && b.asks() {
		return "skip"
	}
	return ""
}

// enter does what has the focus.
func (a *App) enter() tea.Cmd {
	b := a.focusedBlock()
	switch {
	case a.quiz != nil:
		return a.enterQuiz(b)
	case b == nil:
		return a.goOn()
	case a.comesFirst(b) != "":
		a.notice = a.comesFirst(b)
		return nil
	case b.asks() && b.typed() && b.input == nil:
		return a.beginTyping(b, "")
	case b.asks():
		return a.submit(b)
	case b.Kind == lessons.Run && !b.here:
		return a.runBlock(b)
	case b.Kind == lessons.Check && !b.done && b.off != "":
		return a.explainOff(b.Sandbox, b.off)
	case b.Kind == lessons.Check && !b.done:
		return a.beginTask(b)
	}
	return a.goOn()
}

// goOn moves to what is undone further down this page, else to text that was not on screen yet, else to the next page, else to
// the contents.
func (a *App) goOn() tea.Cmd {
	p := a.currentPage()
	if i := a.nextUndone(); i >= 0 {
		p.setFocus(i, a.lay.text.h)
		a.layoutPage()
		p.reveal(a.lay.text.h)
		return nil
	}
	if p.below(a.lay.text.h) > 0 {
		return a.scroll(a.lay.text.h - 2)
	}
	if a.onLastPage() != "" {
		return a.toContents()
	}
	return a.turn(1)
}

// nextUndone is the first block below the focus that is still to be done, or the first picture with keys; -1 where there is
// none.
func (a *App) nextUndone() int {
	p := a.currentPage()
	for i := p.focus + 1; i < len(p.blocks); i++ {
		if p.blocks[i].takesFocus() && !p.blocks[i].done {
			return i
		}
	}
	return -1
}

// runBlock types a block into its sandbox's shell, starting both when they are not there. What was done in an earlier sitting
// and the sandboxes lack runs first: without it the block would fail, or answer wrongly.
func (a *App) runBlock(b *block) tea.Cmd {
	if b.off != "" {
		return a.explainOff(b.Sandbox, b.off)
	}
	r := a.reading
	p := r.pane(b.Sandbox)
	if p == nil || b.running {
		return nil
	}
	b.running, r.split = true, true
	a.touch(b)
	r.behind = append(replays(r.missingDone(b)), b)
	return a.nextBehind()
}

// typeInFront types a block into a sandbox's shell and brings its terminal to the front.
func (a *App) typeInFront(p *pane, b *block) tea.Cmd {
	a.reading.split = true
	return tea.Batch(a.show(p.name), a.typeWhenReady(p, b))
}

// typeWhenReady types a block into a sandbox's shell, now or at the first prompt.
func (a *App) typeWhenReady(p *pane, b *block) tea.Cmd {
	switch {
	case p.starting || p.term != nil && !p.prompted:
		p.then = b
		return nil
	case p.term == nil:
		p.failed = ""
		return a.startShell(p.name, b)
	}
	p.term.ScrollToEnd()
	return tea.Batch(p.resize(a.lay.terminal), a.typeBlock(p, b))
}

func (a *App) scroll(n int) tea.Cmd {
	a.currentPage().scrollBy(n, a.lay.text.h)
	return nil
}

// sampleFigures starts the page's live pictures.
func (a *App) sampleFigures() tea.Cmd {
	var cmds []tea.Cmd
	for _, b := range a.reading.page().blocks {
		if b.figure != nil && b.figure.sampler != nil {
			b.sampling++
			cmds = append(cmds, a.sample(b, 0))
		}
	}
	return tea.Batch(cmds...)
}

// sample measures for a figure, after a pause.
func (a *App) sample(b *block, pause time.Duration) tea.Cmd {
	r, loop := a.reading, b.sampling
	return tea.Tick(pause, func(time.Time) tea.Msg {
		sample, err := b.figure.sampler.Take(r.ctx)
		return sampleMsg{lessonRun(r.run), b, loop, sample, err}
	})
}

// figureKey lets a figure that has the focus take a key.
func (a *App) figureKey(b *block, key string) (tea.Cmd, bool) {
	do, used := b.figure.press(key)
	if !used {
		return nil, false
	}
	a.touchQuietly(b)
	if do == nil {
		return nil, true
	}
	r := a.reading
	return func() tea.Msg {
		if err := do(r.ctx, r.lab); err != nil && r.ctx.Err() == nil {
			return noticeMsg(err.Error())
		}
		return nil
	}, true
}

// showRest shows what a prediction holds back.
func (a *App) showRest() tea.Cmd {
	a.currentPage().shown = true
	a.currentPage().lines = nil
	a.layoutPage()
	return nil
}
