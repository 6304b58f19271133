package tui

import (
	"slices"
	"strings"
	"unicode"

	tea "charm.land/bubbletea/v2"

	"floorplan/lessons"
	"floorplan/progress"
)

// beginTyping opens the line in which an answer is typed.
func (a *App) beginTyping(b *block, text string) tea.Cmd {
	b.input = &field{before: text}
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
	b.input.update(msg)
	b.problem = ""
	a.touch(b)
	return nil
}

// quickAnswer lets a digit choose an option, or begin a number.
func (a *App) quickAnswer(msg tea.KeyPressMsg) tea.Cmd {
	b := a.focusedBlock()
	if b == nil || !b.asks() || !unicode.IsDigit(rune(msg.Text[0])) {
		return nil
	}
	if first := a.comesFirst(b); first != "" {
		a.notice = first
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

// again runs a block once more, or takes an answer back.
func (a *App) again() tea.Cmd {
	b := a.focusedBlock()
	if b.Kind == lessons.Run {
		return a.runBlock(b)
	}
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

// submit takes the answer under the cursor or on the line. A prediction then runs its block; a question is graded.
func (a *App) submit(b *block) tea.Cmd {
	answer, given, problem := b.answer()
	if problem != "" {
		b.problem = problem
		a.touch(b)
		return nil
	}
	b.given, b.answered, b.input = given, true, nil
	switch {
	case b.Kind == lessons.Run && a.quiz != nil:
		return a.rerun(b)
	case b.Kind == lessons.Run:
		return a.runBlock(b)
	}
	b.right = b.Ask.Grade(answer)
	b.done = b.right
	lesson, id := a.lessonOf(b), b.ID
	record := progress.Answer{Given: given, Right: b.right, Helped: b.helped}
	a.journal.write(func(s *progress.Store) error { return s.RecordAnswer(lesson, id, record) })
	a.touch(b)
	if a.quiz != nil {
		a.quiz.answered(b)
		return a.offerLive()
	}
	return nil
}

// answer is what the student has chosen or typed, as it is graded and as it is kept; problem says what is missing.
func (b *block) answer() (answer lessons.Reply, given, problem string) {
	options := b.options()
	switch {
	case b.input != nil:
		given = strings.TrimSpace(b.input.value())
		if given == "" {
			return answer, "", "type an answer first; esc goes back"
		}
		if b.Kind == lessons.Question && b.Ask.Kind == lessons.Number && !strings.ContainsAny(given, "0123456789") ||
			b.Kind == lessons.Run && !b.Predict.Takes(given) {
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

// restore brings back an answer of an earlier session, as progress keeps it. Where a quiz asked the question in another form or
// with other random values, only how it went is brought back.
func (b *block) restore(given string, right bool) {
	b.answered, b.given, b.right = true, given, right
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
	if b.Ask.Grade(answer) != right {
		b.given = ""
		clear(b.chosen)
	}
}

func anyTrue(m map[int]bool) bool {
	for _, v := range m {
		if v {
			return true
		}
	}
	return false
}
