package tui

import (
	"slices"
	"strings"
	"unicode"

	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"

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
	cmds := []tea.Cmd{a.watch()}
	for _, b := range r.page().blocks {
		if b.Sandbox != "" {
			cmds = append(cmds, a.show(b.Sandbox))
			break
		}
	}
	return tea.Batch(cmds...)
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
		return a.show(b.Sandbox)
	}
	return nil
}

// enterDoes names what enter does now, for the footer.
func (a *App) enterDoes() string {
	b := a.focusedBlock()
	switch {
	case a.quiz != nil && (b == nil || b.answered):
		return "next question"
	case b == nil:
		if a.onLastPage() != "" {
			return "contents"
		}
		return "next page"
	case b.typed():
		return "type an answer"
	case b.asks() && b.Kind == lessons.Run:
		return "predict, then run"
	case b.asks():
		return "answer"
	case b.Kind == lessons.Run && b.ran:
		return "run again"
	case b.Kind == lessons.Run:
		return "run"
	case b.Kind == lessons.Check && !b.done:
		return "go to the terminal"
	}
	return "go on"
}

// enter does what has the focus.
func (a *App) enter() tea.Cmd {
	b := a.focusedBlock()
	switch {
	case a.quiz != nil && (b == nil || b.answered):
		return a.nextQuestion()
	case b == nil:
		return a.goOn()
	case b.asks() && b.typed() && b.input == nil:
		return a.beginTyping(b, "")
	case b.asks():
		return a.submit(b)
	case b.Kind == lessons.Run:
		return a.runBlock(b)
	case b.Kind == lessons.Check && !b.done && b.off == "":
		return a.enterTerminal()
	}
	return a.goOn()
}

// goOn moves to what is undone further down this page, else to the next page, else to the contents.
func (a *App) goOn() tea.Cmd {
	p := a.currentPage()
	for i := p.focus + 1; i < len(p.blocks); i++ {
		if p.blocks[i].live() && !p.blocks[i].done {
			p.setFocus(i, a.lay.text.h)
			a.layoutPage()
			p.reveal(a.lay.text.h)
			return nil
		}
	}
	if a.onLastPage() != "" {
		return a.toContents()
	}
	return a.turn(1)
}

// runBlock types a block into its sandbox's shell, starting both when they are not there.
func (a *App) runBlock(b *block) tea.Cmd {
	if b.off != "" {
		a.notice = b.off
		return nil
	}
	r := a.reading
	p := r.pane(b.Sandbox)
	if p == nil || b.running {
		return nil
	}
	b.running, r.split = true, true
	for i := range r.panes {
		if r.panes[i] == p {
			r.active = i
		}
	}
	a.relayout()
	a.touch(b)
	return a.typeWhenReady(p, b)
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

// beginTyping opens the line in which an answer is typed.
func (a *App) beginTyping(b *block, text string) tea.Cmd {
	input := textinput.New()
	input.Prompt = ""
	input.CharLimit = 200
	styles := textinput.DefaultStyles(true)
	styles.Cursor.Blink = false
	input.SetStyles(styles)
	input.Focus()
	input.SetValue(text)
	input.CursorEnd()
	b.input = &input
	b.problem = ""
	a.touch(b)
	return nil
}

func (a *App) stopTyping() tea.Cmd {
	if b := a.focusedBlock(); b != nil && b.input != nil {
		b.input = nil
		a.touch(b)
	}
	return nil
}

// answerKey says whether a key belongs to the table even while an answer is typed.
func (a *App) answerKey(key string) bool {
	return key == "enter" || key == "esc" || key == "tab" || key == "shift+tab"
}

// typeAnswer gives a key to the line that is being typed.
func (a *App) typeAnswer(msg tea.Msg) tea.Cmd {
	b := a.focusedBlock()
	input, cmd := b.input.Update(msg)
	b.input, b.problem = &input, ""
	a.touch(b)
	return cmd
}

// quickAnswer lets a digit choose an option, or begin a number.
func (a *App) quickAnswer(msg tea.KeyPressMsg) tea.Cmd {
	b := a.focusedBlock()
	if b == nil || !b.asks() || !unicode.IsDigit(rune(msg.Text[0])) {
		return nil
	}
	if b.typed() {
		return a.beginTyping(b, msg.Text)
	}
	if i := int(msg.Text[0] - '1'); i >= 0 && i < len(b.options()) && !b.ordered() {
		b.cursor = i
		b.pick(i)
		a.touch(b)
	}
	return nil
}

// pick chooses option i as shown; where several may be right it turns it on or off.
func (b *block) pick(i int) {
	at := i
	if b.Kind == lessons.Question {
		at = b.order[i]
	}
	b.problem = ""
	if b.many() {
		b.chosen[at] = !b.chosen[at]
		return
	}
	clear(b.chosen)
	b.chosen[at] = true
}

// again takes an answer back, to try once more.
func (a *App) again() tea.Cmd {
	b := a.focusedBlock()
	b.answered, b.right, b.given = false, false, ""
	clear(b.chosen)
	a.touch(b)
	return nil
}

// arrow moves among options where the focus has some, else scrolls.
func (a *App) arrow(step int) tea.Cmd {
	b := a.focusedBlock()
	if b == nil || !b.asks() || b.options() == nil {
		return a.scroll(step)
	}
	to := b.cursor + step
	if to < 0 || to >= len(b.options()) {
		return a.scroll(step)
	}
	b.cursor = to
	a.touch(b)
	return nil
}

func (a *App) space() tea.Cmd {
	if b := a.focusedBlock(); b != nil && b.asks() && b.options() != nil && !b.ordered() {
		b.pick(b.cursor)
		a.touch(b)
		return nil
	}
	return a.scroll(a.lay.text.h - 2)
}

// shift moves the option under the cursor, for questions about an order.
func (a *App) shift(step int) tea.Cmd {
	b := a.focusedBlock()
	to := b.cursor + step
	if to < 0 || to >= len(b.order) {
		return nil
	}
	b.order[b.cursor], b.order[to] = b.order[to], b.order[b.cursor]
	b.cursor = to
	a.touch(b)
	return nil
}

func (a *App) scroll(n int) tea.Cmd {
	a.currentPage().scrollBy(n, a.lay.text.h)
	return nil
}

// submit takes the answer under the cursor or on the line. A prediction then runs its block; a question is graded.
func (a *App) submit(b *block) tea.Cmd {
	answer, given, problem := b.answer()
	if problem != "" {
		b.problem = problem
		a.touch(b)
		return nil
	}
	b.given, b.answered, b.input = given, true, nil
	if b.Kind == lessons.Run {
		return a.runBlock(b)
	}
	b.right = b.Ask.Grade(answer)
	b.done = b.right
	lesson, id := a.lessonOf(b), b.ID
	record := progress.Answer{Given: given, Right: b.right, Helped: b.helped}
	a.journal.write(func(s *progress.Store) error { return s.RecordAnswer(lesson, id, record) })
	if a.quiz != nil {
		a.quiz.answered(b)
	}
	a.touch(b)
	return nil
}

// answer is what the student has chosen or typed, as it is graded and as it is kept; problem says what is missing.
func (b *block) answer() (answer lessons.Reply, given, problem string) {
	options := b.options()
	switch {
	case b.input != nil:
		given = strings.TrimSpace(b.input.Value())
		if given == "" {
			return answer, "", "type an answer first; esc goes back"
		}
		if b.Kind == lessons.Question && b.Ask.Kind == lessons.Number && !strings.ContainsAny(given, "0123456789") {
			return answer, "", "a number is asked for"
		}
		return lessons.Reply{Text: given}, given, ""
	case b.ordered():
		answer.Chosen = b.order
		return answer, strings.Join(options, " | "), ""
	case b.many() && !anyTrue(b.chosen):
		return answer, "", "choose with space, then enter"
	case !b.many() && !anyTrue(b.chosen):
		b.pick(b.cursor)
	case !b.many():
		b.pick(b.cursor)
	}
	if b.Kind == lessons.Run {
		return answer, options[b.cursor], ""
	}
	var texts []string
	for i, option := range b.Ask.Options {
		if b.chosen[i] {
			answer.Chosen = append(answer.Chosen, i)
			texts = append(texts, option.Text)
		}
	}
	return answer, strings.Join(texts, " | "), ""
}

// restore brings back an answer of an earlier session, as progress keeps it.
func (b *block) restore(given string) {
	b.answered, b.given = true, given
	var answer lessons.Reply
	switch b.Ask.Kind {
	case lessons.Number, lessons.Text:
		answer.Text = given
	case lessons.Order:
		for text := range strings.SplitSeq(given, " | ") {
			answer.Chosen = append(answer.Chosen, slices.IndexFunc(b.Ask.Options, func(o lessons.Option) bool { return o.Text == text }))
		}
		if len(answer.Chosen) == len(b.order) && !slices.Contains(answer.Chosen, -1) {
			copy(b.order, answer.Chosen)
		}
	default:
		for text := range strings.SplitSeq(given, " | ") {
			for i, option := range b.Ask.Options {
				if option.Text == text {
					b.chosen[i] = true
					answer.Chosen = append(answer.Chosen, i)
				}
			}
		}
	}
	b.right = b.Ask.Grade(answer)
}

func anyTrue(m map[int]bool) bool {
	for _, v := range m {
		if v {
			return true
		}
	}
	return false
}

// hint shows what is wrong, never the command.
func (a *App) hint() tea.Cmd {
	b := a.task()
	b.hint = true
	a.touch(b)
	return nil
}

// solve shows a solution and types it; the task then counts as solved with help.
func (a *App) solve() tea.Cmd {
	b := a.task()
	if !b.hint {
		a.notice = "a hint first; s again shows the solution and types it"
		return a.hint()
	}
	b.solution = true
	p := a.reading.pane(b.SolveIn)
	a.touch(b)
	return tea.Batch(a.show(p.name), a.typeWhenReady(p, b))
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
