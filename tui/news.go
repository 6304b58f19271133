package tui

import (
	"fmt"
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"floorplan/lab"
	"floorplan/lessons"
	"floorplan/progress"
	"floorplan/sandbox"
	"floorplan/tui/terminal"
)

// lessonMsg is news of an opened lesson. App drops what comes from a lesson that was left.
type lessonMsg interface {
	run() int
	discard() // frees what a dropped message holds
}

// lessonRun numbers the openings of lessons.
type lessonRun int

func (r lessonRun) run() int { return int(r) }
func (lessonRun) discard()   {}

type (
	probeMsg struct { // whether a sandbox can run here
		lessonRun
		name string
		err  error
	}
	shellMsg struct { // a shell has started, or not
		lessonRun
		name  string
		size  sandbox.Size
		shell *lab.Shell
		err   error
	}
	frameMsg struct { // the emulator has something new
		lessonRun
		name string
		term *terminal.Pane
	}
	endedMsg struct { // the shell has ended
		lessonRun
		name  string
		shell *lab.Shell
	}
	eventMsg struct { // a prompt mark
		lessonRun
		name  string
		shell *lab.Shell
		event lab.Event
	}
	typedMsg struct { // a block was typed into a shell, or not
		lessonRun
		name   string
		block  *block
		number int
		err    error
	}
	verdictMsg struct { // a check has run
		lessonRun
		block    *block
		verdict  lab.Verdict
		open     bool
		verdicts <-chan lab.Verdict
	}
	stepsMsg struct { // what the kernel was asked
		lessonRun
		name  string
		steps []sandbox.Step
		facts sandbox.Facts
		err   error
	}
	summaryMsg struct { // what the student did in the lesson
		lessonRun
		text string
	}
	sampleMsg struct { // what a figure shows
		lessonRun
		block  *block
		loop   int
		sample lab.Sample
		err    error
	}
	resetMsg struct { // a sandbox was made afresh
		lessonRun
		name string
		err  error
	}
)

// noticeMsg is a line for the footer.
type noticeMsg string

// lessonNews takes a message of the open lesson.
func (a *App) lessonNews(msg lessonMsg) tea.Cmd {
	r := a.reading
	switch msg := msg.(type) {
	case probeMsg:
		return a.probed(msg)
	case shellMsg:
		return a.shellOpened(msg)
	case frameMsg:
		if p := r.pane(msg.name); p.term == msg.term {
			return p.listen(r.ctx, r.run)
		}
	case endedMsg:
		if p := r.pane(msg.name); p.shell == msg.shell {
			a.shellEnded(p)
		}
	case eventMsg:
		if p := r.pane(msg.name); p.shell == msg.shell {
			return tea.Batch(a.happened(p, msg.event), p.listenEvents(r.ctx, r.run))
		}
	case typedMsg:
		return a.typed(msg)
	case verdictMsg:
		return a.verdict(msg)
	case stepsMsg:
		a.overlay = stepsOverlay(a.theme, msg)
	case sampleMsg:
		msg.block.figure.take(msg.sample, msg.err)
		a.touchQuietly(msg.block)
		if msg.loop == msg.block.sampling && slices.Contains(r.page().blocks, msg.block) {
			return a.sample(msg.block, sampleEvery)
		}
	case summaryMsg:
		last := r.pages[len(r.pages)-1]
		last.blocks = []*block{{Block: lessons.Block{Kind: lessons.Prose, Text: msg.text}}}
		last.lines = nil
		a.layoutPage()
	case resetMsg:
		if msg.err != nil {
			a.notice = msg.err.Error()
			return nil
		}
		for _, page := range r.pages {
			for _, b := range page.blocks {
				if b.Sandbox == msg.name {
					b.here = false
				}
			}
		}
		a.notice = msg.name + " is fresh"
		if len(r.missing()) > 0 {
			a.notice += "; b runs what came before"
		}
		return a.startShell(msg.name, nil)
	}
	return nil
}

// probe asks for each sandbox of the lesson whether it can run here.
func (a *App) probe() tea.Cmd {
	r := a.reading
	var cmds []tea.Cmd
	for _, p := range r.panes {
		name := p.name
		cmds = append(cmds, func() tea.Msg { return probeMsg{lessonRun(r.run), name, r.lab.Off(r.ctx, name)} })
	}
	return tea.Batch(cmds...)
}

func (a *App) probed(msg probeMsg) tea.Cmd {
	p, off := a.reading.pane(msg.name), ""
	if msg.err != nil {
		off = msg.err.Error()
	}
	if p.off == off {
		return nil
	}
	p.off = off
	for _, page := range a.reading.pages {
		for _, b := range page.blocks {
			if b.Sandbox == msg.name {
				b.off = off
				b.changed()
			}
		}
	}
	if off == "" {
		a.notice = msg.name + " can run now"
		if a.overlay != nil && a.overlay.off == msg.name {
			a.overlay = nil
		}
	}
	a.layoutPage()
	return nil
}

// startShell opens the shell of a sandbox, and types then into it at its first prompt.
func (a *App) startShell(name string, then *block) tea.Cmd {
	r := a.reading
	p := r.pane(name)
	if p == nil || p.starting {
		return nil
	}
	p.starting, p.then = true, then
	area := a.terminalArea()
	size := sandbox.Size{Cols: area.w, Rows: area.h}
	return func() tea.Msg {
		shell, err := r.lab.Shell(r.ctx, name, size)
		return shellMsg{lessonRun(r.run), name, size, shell, err}
	}
}

func (a *App) shellOpened(msg shellMsg) tea.Cmd {
	r := a.reading
	p := r.pane(msg.name)
	p.starting = false
	if msg.err != nil {
		p.failed = msg.err.Error()
		if b := p.then; b != nil {
			p.then = nil
			b.stopped()
			r.giveUp()
			a.notice = msg.err.Error()
			a.touch(b)
		}
		return nil
	}
	p.opened(msg.shell, msg.size)
	if note := msg.shell.Note(); note != "" {
		a.notice = note
	}
	a.relayout()
	return tea.Batch(p.listen(r.ctx, r.run), p.listenEvents(r.ctx, r.run), p.listenEnd(r.ctx, r.run), p.resize(a.lay.terminal))
}

// terminalArea is where the terminal stands, or would stand if it were shown.
func (a *App) terminalArea() rect {
	if a.lay.terminal.w > 0 {
		return a.lay.terminal
	}
	area := arrange(a.cols, a.rows, arrangeTerminal, true).terminal
	return rect{area.x, area.y, max(area.w, minCols), max(area.h, minRows-3)} // a screen that is too small may grow
}

// shellEnded takes the terminal away. Leaving the shell with exit is no failure: t starts another.
func (a *App) shellEnded(p *pane) {
	p.gone()
	a.reading.giveUp()
	if a.activePane() == p {
		a.reading.inTerminal, a.reading.selecting, a.search = false, false, nil
	}
	a.notice = "the shell of " + p.name + " has ended; t starts another"
	a.relayout()
}

// typeBlock types a block's code into a shell.
func (a *App) typeBlock(p *pane, b *block) tea.Cmd {
	r, shell, code := a.reading, p.shell, lab.Command(&b.Block)
	if b.Kind == lessons.Check {
		code = lab.Solution(&b.Block)
	}
	return func() tea.Msg {
		number, err := shell.Type(code)
		return typedMsg{lessonRun(r.run), p.name, b, number, err}
	}
}

func (a *App) typed(msg typedMsg) tea.Cmd {
	p := a.reading.pane(msg.name)
	if msg.err != nil || p.waiting == nil {
		msg.block.stopped()
		if msg.err != nil {
			a.notice = msg.err.Error()
		}
		a.touch(msg.block)
		return nil
	}
	p.waiting[msg.number] = msg.block
	if early, ok := p.early[msg.number]; ok {
		delete(p.early, msg.number)
		a.finished(p, msg.block, early)
		if msg.block.replays != nil {
			return a.nextBehind()
		}
	}
	return nil
}

// happened takes a prompt mark. A block may finish before its number is known here; its end then waits in early.
func (a *App) happened(p *pane, event lab.Event) tea.Cmd {
	if event.Kind == lab.Prompt && !p.prompted {
		b := p.then
		p.prompted, p.then = true, nil
		if b != nil {
			return a.typeBlock(p, b)
		}
	}
	if event.Kind != lab.Finished || event.Run == 0 {
		return nil
	}
	if b, ok := p.waiting[event.Run]; ok {
		a.finished(p, b, event)
		if b.replays != nil {
			return a.nextBehind()
		}
	} else {
		p.early[event.Run] = event
	}
	return nil
}

// interrupted is a shell's exit status of a program that ^C has ended.
const interrupted = 128 + 2

// finished records how a block went, and what the machine answered to its prediction.
func (a *App) finished(p *pane, b *block, event lab.Event) {
	delete(p.waiting, event.Run)
	b.stopped()
	if b.replays != nil {
		b.replays.here = event.Exit != interrupted
		a.touchQuietly(b.replays)
		return
	}
	if b.Kind != lessons.Run {
		a.touch(b)
		return
	}
	b.ran, b.exit, b.took = true, event.Exit, took(event.Took)
	b.here = event.Exit == b.Exit
	b.done = b.done || b.here
	lesson, id, seed := a.reading.lesson.ID, b.ID, a.reading.seed
	a.journal.write(func(s *progress.Store) error {
		return s.RecordRun(lesson, id, progress.Run{Exit: event.Exit, Took: event.Took, Seed: seed})
	})
	if b.Predict != nil && event.Exit == b.Exit {
		b.computed = lessons.Answer(event.Output)
		if b.answered && b.given != "" {
			b.right = b.Predict.Grade(b.given, b.computed)
			prediction := progress.Prediction{Given: b.given, Computed: b.computed, Right: b.right}
			a.journal.write(func(s *progress.Store) error { return s.RecordPrediction(lesson, id, prediction) })
		}
	}
	if !b.here && len(a.reading.missing()) > 0 {
		a.notice = "the block may build on what came before; b runs that"
	}
	a.touch(b)
}

// took is a time as people say it.
func took(d time.Duration) string {
	switch {
	case d < time.Millisecond:
		return "under 1 ms"
	case d < time.Second:
		return fmt.Sprintf("%d ms", d.Milliseconds())
	}
	return fmt.Sprintf("%.1f s", d.Seconds())
}

// showSteps opens a window on what the engine asked of the kernel for the sandbox on show.
func (a *App) showSteps() tea.Cmd {
	r := a.reading
	name := r.panes[r.active].name
	return func() tea.Msg {
		facts, err := r.lab.Facts(r.ctx, name)
		return stepsMsg{lessonRun(r.run), name, r.lab.Steps(name), facts, err}
	}
}

// resetSandbox throws the sandbox on show away and starts a fresh one.
func (a *App) resetSandbox() tea.Cmd {
	r := a.reading
	p := r.panes[r.active]
	p.gone()
	a.reading.giveUp()
	a.reading.selecting, a.search = false, nil
	a.notice = fmt.Sprintf("starting a fresh %s …", p.name)
	return func() tea.Msg { return resetMsg{lessonRun(r.run), p.name, r.lab.Reset(r.ctx, p.name)} }
}
