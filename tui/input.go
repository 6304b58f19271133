package tui

import (
	"os"
	"os/exec"
	"strings"

	tea "charm.land/bubbletea/v2"

	"floorplan/lab"
	"floorplan/lessons"
)

// enterTerminal gives the keyboard to the program in the terminal, starting the shell where there is none.
func (a *App) enterTerminal() tea.Cmd {
	r := a.reading
	if b := a.focusedBlock(); b != nil && b.Sandbox != "" {
		for i, p := range r.panes {
			if p.name == lab.SolveIn(&b.Block) {
				r.active = i
			}
		}
	}
	p := r.panes[r.active]
	if p.off != "" {
		return a.explainOff(p.name, p.off)
	}
	r.inTerminal, r.split = true, true
	a.relayout()
	if p.term == nil {
		p.failed = ""
		return a.startShell(p.name, nil)
	}
	return p.resize(a.lay.terminal)
}

func (a *App) leaveTerminal() tea.Cmd {
	a.reading.inTerminal = false
	a.relayout()
	return a.reading.panes[a.reading.active].resize(a.lay.terminal)
}

// rearrange goes from both to the lesson alone, to the terminal alone, and back.
func (a *App) rearrange() tea.Cmd {
	a.want = (a.want + 1) % 3
	a.relayout()
	return a.reading.panes[a.reading.active].resize(a.lay.terminal)
}

func (a *App) switchTab(step int) tea.Cmd {
	r := a.reading
	n := len(r.panes)
	return a.show(r.panes[((r.active+step)%n+n)%n].name)
}

func (a *App) scrollTerminal(screens int) tea.Cmd {
	if p := a.reading.panes[a.reading.active]; p.term != nil {
		_, rows := p.term.Size()
		p.term.Scroll(screens * max(rows-1, 1))
	}
	return nil
}

// key sends a key to the program. A program that reads nothing fills the queue; its keys are then dropped, and it is said.
func (a *App) programKey(msg tea.KeyPressMsg) {
	if p := a.activePane(); p.term != nil && !p.term.Key(tea.Key(msg)) {
		a.notice = "the program does not read its keys"
	}
}

// interrupt sends ^C to a program that runs in the terminal on show; it says whether there was one.
func (r *reading) interrupt() bool {
	if len(r.panes) == 0 {
		return false
	}
	p := r.panes[r.active]
	if !p.prompted || !p.shell.Busy() {
		return false
	}
	return p.term.Send([]byte{3})
}

func (a *App) paste(text string) tea.Cmd {
	switch a.scope() {
	case inTerminal:
		if p := a.activePane(); p.term != nil {
			p.term.Paste(text)
		}
	case inAnswer:
		return a.typeAnswer(tea.PasteMsg{Content: text})
	case inSearch:
		return a.searchKey(tea.PasteMsg{Content: text})
	case inOverlay:
		if o := a.overlay; o.input != nil {
			o.input.update(tea.PasteMsg{Content: text})
			a.find()
		}
	}
	return nil
}

// tellFocus passes on that the outer terminal has won or lost the focus, to programs that asked for it.
func (a *App) tellFocus(msg tea.Msg) {
	if a.reading == nil || !a.reading.inTerminal {
		return
	}
	if p := a.activePane(); p.term != nil {
		_, gained := msg.(tea.FocusMsg)
		p.term.Focus(gained)
	}
}

// mouse: a click gives the keyboard to what it lands on; the wheel scrolls what it is over.
func (a *App) mouse(msg tea.MouseMsg) tea.Cmd {
	m := msg.Mouse()
	if a.overlay != nil {
		if _, wheel := msg.(tea.MouseWheelMsg); wheel {
			a.overlay.scroll += wheelLines(m)
		}
		return nil
	}
	if a.reading != nil && a.lay.terminal.contains(m.X, m.Y) {
		return a.terminalMouse(msg)
	}
	page := a.currentPage()
	switch msg.(type) {
	case tea.MouseWheelMsg:
		if page == nil {
			return a.choose(wheelLines(m) / 3)
		}
		return a.scroll(wheelLines(m))
	case tea.MouseClickMsg:
		if page == nil {
			return a.clickContents(m.Y)
		}
		if a.lay.lesson.contains(m.X, m.Y) {
			return a.clickText(page, page.scroll+m.Y-a.lay.text.y)
		}
	}
	return nil
}

func wheelLines(m tea.Mouse) int {
	if m.Button == tea.MouseWheelUp {
		return -3
	}
	return 3
}

// clickText gives the focus to the block under the mouse, and the cursor to the option. A second click does what enter does
// where that is to run, to type or to choose.
func (a *App) clickText(p *page, line int) tea.Cmd {
	if a.reading != nil {
		a.reading.inTerminal = false
	}
	for i, at := range p.spans {
		if line < at.first || line >= at.last || !p.blocks[i].takesFocus() {
			continue
		}
		b, had := p.blocks[i], p.focus == i
		if !had {
			a.stopTyping()
			p.setFocus(i, a.lay.text.h)
			a.relayout()
		}
		if b.asks() && b.options() != nil {
			return a.clickOption(b, line-at.first)
		}
		if had && !b.running && (b.typed() && b.input == nil || b.Kind == lessons.Run && !b.here || b.Kind == lessons.Check && !b.done) {
			return a.enter()
		}
		if !had && a.reading != nil && a.quiz == nil && b.Sandbox != "" {
			return a.show(lab.SolveIn(&b.Block))
		}
		return nil
	}
	return nil
}

// clickOption puts the cursor on the option in a line of its block. Where several may be right, or an order is asked for, enter
// is left to the keyboard: a click only ticks, or chooses what is to be moved.
func (a *App) clickOption(b *block, line int) tea.Cmd {
	for i, at := range b.optionsAt {
		if line < at.first || line >= at.last {
			continue
		}
		option := i
		if b.Kind == lessons.Question {
			option = b.order[i]
		}
		again := b.chosen[option] && !b.many() && !b.ordered()
		b.cursor = i
		if !b.ordered() {
			b.pick(i)
		}
		a.touchQuietly(b)
		if again {
			return a.submit(b)
		}
	}
	return nil
}

// terminalMouse passes the mouse on to a program that asked for it; else the wheel scrolls back and a drag selects.
func (a *App) terminalMouse(msg tea.MouseMsg) tea.Cmd {
	r, m := a.reading, msg.Mouse()
	p := r.panes[r.active]
	if p.term == nil {
		if _, click := msg.(tea.MouseClickMsg); click {
			return a.enterTerminal()
		}
		return nil
	}
	x, y := m.X-a.lay.terminal.x, m.Y-a.lay.terminal.y
	if _, click := msg.(tea.MouseClickMsg); click && !r.inTerminal {
		r.inTerminal = true
		a.relayout()
	}
	if p.term.Mouse(msg, x, y) {
		a.notice = "copied"
		return tea.SetClipboard(p.term.Selected())
	}
	return nil
}

// copyText copies the terminal's selection; with none, the focused block's code.
func (a *App) copyText() tea.Cmd {
	if p := a.activePane(); p != nil && p.term != nil {
		if text := p.term.Selected(); text != "" {
			a.notice = "copied the selection"
			return tea.SetClipboard(text)
		}
	}
	if b := a.focusedBlock(); b != nil && b.Code != "" {
		a.notice = "copied the block"
		return tea.SetClipboard(b.Code)
	}
	a.notice = "nothing to copy: select in the terminal with the mouse, or focus a block"
	return nil
}

func (a *App) activePane() *pane {
	if a.reading == nil || len(a.reading.panes) == 0 {
		return nil
	}
	return a.reading.panes[a.reading.active]
}

// pageOutput shows all that the terminal has printed in $PAGER, which reads it from its standard input.
func (a *App) pageOutput() tea.Cmd {
	pager := os.Getenv("PAGER")
	if pager == "" {
		pager = "less"
	}
	cmd := exec.Command("sh", "-c", pager)
	cmd.Stdin = strings.NewReader(a.activePane().term.Text())
	return tea.ExecProcess(cmd, func(err error) tea.Msg {
		if err != nil {
			return noticeMsg("cannot page the output: " + err.Error() + "\nhint: PAGER names the program that shows it")
		}
		return nil
	})
}
