package tui

import (
	"fmt"
	"strconv"
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"floorplan/lab"
	"floorplan/lessons"
)

// block lays out one block.
func (r renderer) block(b *block, focused bool, width int) []string {
	var body []string
	switch b.Kind {
	case lessons.Prose:
		return r.markdown(b.Text, width)
	case lessons.Run:
		body = r.run(b, focused, width-2)
	case lessons.Check:
		body = r.check(b, focused, width-2)
	case lessons.Question:
		body = r.question(b, focused, width-2)
	case lessons.Figure:
		if b.figure == nil {
			return program(r.theme, b.Code, width)
		}
		body = b.figure.lines(r.theme, width-2, focused)
	}
	bar := r.theme.block.Render("│")
	if focused {
		bar = r.theme.blockFocus.Render("┃")
	}
	return prefix(body, bar+" ", bar+" ")
}

func (r renderer) run(b *block, focused bool, width int) []string {
	t := r.theme
	lines := program(t, b.Code, width)
	if b.Predict != nil {
		lines = append(lines, r.aside("**Predict.** "+b.Predict.Question, width)...)
		if b.asks() {
			lines = append(lines, r.answers(b, focused, len(lines), width)...)
		}
	}
	if b.output != "" {
		lines = append(append(lines, ""), append(r.output(b.output, width), "")...)
	}
	switch {
	case b.note != "" && b.ran:
		lines = append(lines, t.bad.Render(fmt.Sprintf("✗ exit %d in %s, %s", b.exit, b.Sandbox, b.took)))
		lines = append(lines, wrap(t.warn.Render("▸ "+b.note), width)...)
	case b.note != "":
		lines = append(lines, wrap(t.warn.Render("▸ "+b.note), width)...)
	case b.off != "":
		lines = append(lines, t.warn.Render("▸ off here; enter says why"))
	case b.running:
		lines = append(lines, t.warn.Render("▸ running in "+b.Sandbox+" … ctrl+c stops it"))
	case b.ran && b.exit != b.Exit:
		lines = append(lines, t.bad.Render(fmt.Sprintf("✗ exit %d in %s, %s", b.exit, b.Sandbox, b.took)))
	case b.ran:
		lines = append(lines, t.good.Render("✓ ran in "+b.Sandbox)+t.dim.Render(", exit "+strconv.Itoa(b.exit)+", "+b.took))
	case b.done:
		lines = append(lines, t.good.Render("✓ ran before")+t.dim.Render(" in "+b.Sandbox))
	case !b.asks():
		lines = append(lines, t.dim.Render("▸ runs in "+b.Sandbox))
	}
	if b.Predict != nil && b.answered && b.computed != "" {
		said := "you said " + quoted(b.given) + ", this machine says " + quoted(b.computed)
		style, mark := t.bad, "✗ "
		if b.right {
			style, mark = t.good, "✓ "
		}
		if b.right && b.given != b.computed {
			mark += "near enough: "
		}
		lines = append(lines, wrap(style.Render(mark)+said, width)...)
	} else if b.Predict != nil && b.answered && b.given != "" {
		lines = append(lines, t.dim.Render("you said "+quoted(b.given)))
	}
	return lines
}

// aside lays out Markdown without marking the glossary's words: those belong to the prose.
func (r renderer) aside(src string, width int) []string {
	r.glossary = nil
	return r.markdown(src, width)
}

func quoted(s string) string {
	if s == "" {
		return "nothing"
	}
	return "“" + s + "”"
}

func (r renderer) check(b *block, focused bool, width int) []string {
	t := r.theme
	lines := r.aside("**Task.** "+b.Task, width)
	switch {
	case b.done && b.helped:
		lines = append(lines, t.good.Render("☑ done")+t.dim.Render(", with help"))
	case b.done:
		lines = append(lines, t.good.Render("☑ done"))
	case b.off != "":
		lines = append(lines, t.warn.Render("☐ off here; enter says why"))
	default:
		lines = append(lines, wrap(t.warn.Render("☐ your turn")+t.dim.Render(", in "+lab.SolveIn(&b.Block)+"; checked by itself"), width)...)
	}
	if b.hint && !b.done {
		lines = append(lines, r.aside("**Hint.** "+b.Hint, width)...)
	}
	if b.solution {
		lines = append(append(lines, t.dim.Render("a solution:")), program(t, b.Solution, width)...)
	}
	return lines
}

func (r renderer) question(b *block, focused bool, width int) []string {
	t := r.theme
	lines := r.aside("**Question.** "+b.Ask.Prompt, width)
	switch b.Ask.Kind {
	case lessons.Many:
		lines = append(lines, wrap(t.dim.Render("choose all that are right, each with space"), width)...)
	case lessons.Order:
		lines = append(lines, wrap(t.dim.Render("put them in order: J moves one down, K up"), width)...)
	}
	lines = append(lines, r.answers(b, focused, len(lines), width)...)
	if !b.answered {
		return lines
	}
	if b.right {
		lines = append(lines, t.good.Render("✓ right"))
	} else {
		lines = append(lines, t.bad.Render("✗ not quite")+t.dim.Render(", "+rightAnswer(b.Ask)))
		if b.ordered() {
			for i, option := range b.Ask.Options {
				number := "  " + strconv.Itoa(i+1) + " "
				lines = append(lines, prefix(r.markdownStyled(option.Text, t.good, width-4), t.good.Render(number), "    ")...)
			}
		}
	}
	return append(lines, r.markdown(b.Ask.Why, width)...)
}

// rightAnswer says the answer where the options do not show it.
func rightAnswer(q *lessons.Ask) string {
	switch q.Kind {
	case lessons.Number:
		return "it is " + strings.TrimSpace(strconv.FormatFloat(q.Value, 'g', -1, 64)+" "+q.Unit)
	case lessons.Text:
		return "it is " + q.Accept[0]
	case lessons.Order:
		return "the right order is"
	}
	return "the right answer is marked"
}

// answers draws the options, or the line where an answer is typed. above is how many lines of the block stand above them.
func (r renderer) answers(b *block, focused bool, above, width int) []string {
	t := r.theme
	options := b.options()
	if options == nil {
		if b.answered && b.given == "" {
			return nil
		}
		if b.answered {
			return []string{t.dim.Render("you said " + quoted(b.given))}
		}
		line := "your answer ▸ "
		if b.input == nil {
			if focused {
				return problemLine(t, b, []string{t.chosen.Render(line) + t.dim.Render("type it, then enter")}, width)
			}
			return []string{t.dim.Render(line)}
		}
		return problemLine(t, b, []string{t.chosen.Render(line) + b.input.view(t, width-ansi.StringWidth(line))}, width)
	}
	var lines []string
	b.optionsAt = b.optionsAt[:0]
	for i, option := range options {
		first := above + len(lines)
		lines = append(lines, r.option(b, i, option, focused, width)...)
		b.optionsAt = append(b.optionsAt, span{first, above + len(lines)})
		if b.answered && b.Kind == lessons.Question && !b.ordered() {
			if o := b.Ask.Options[b.order[i]]; b.chosen[b.order[i]] && !o.Right && o.Why != "" {
				lines = append(lines, prefix(r.markdownStyled(o.Why, t.dim, width-6), "      ", "      ")...)
			}
		}
	}
	return problemLine(t, b, lines, width)
}

func problemLine(t theme, b *block, lines []string, width int) []string {
	if b.problem == "" {
		return lines
	}
	return append(lines, wrap(t.warn.Render(b.problem), width)...)
}

// option draws option i as shown: a cursor, a mark, its text. After an answer the right ones are ticked.
func (r renderer) option(b *block, i int, text string, focused bool, width int) []string {
	t := r.theme
	at := i
	if b.Kind == lessons.Question && i < len(b.order) {
		at = b.order[i]
	}
	mark := "○ "
	switch {
	case b.ordered():
		mark = strconv.Itoa(i+1) + " "
	case b.many() && b.chosen[at]:
		mark = "▣ "
	case b.many():
		mark = "□ "
	case b.chosen[at]:
		mark = "● "
	}
	style, pointer := t.text, "  "
	if focused && b.asks() && b.cursor == i {
		style, pointer = t.chosen, "▸ "
	}
	tail := ""
	if b.answered && b.Kind == lessons.Question && !b.ordered() {
		switch {
		case b.Ask.Options[at].Right:
			style, tail = t.good, " ✓"
		case b.chosen[at]:
			style, tail = t.bad, " ✗"
		default:
			style = t.dim
		}
	}
	body := r.markdownStyled(text, style, width-4-lipgloss.Width(tail))
	body[len(body)-1] += style.Render(tail)
	return prefix(body, style.Render(pointer+mark), "    ")
}
