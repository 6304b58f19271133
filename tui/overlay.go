package tui

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"floorplan/lessons"
	"floorplan/sandbox"
)

// overlay is a window over the screen: help, find, the glossary, the kernel's steps.
type overlay struct {
	title  string
	off    string // the sandbox that it says cannot run; empty for other windows
	text   func(width int) []string
	body   []string // text, laid out for width
	width  int
	scroll int
	height int // rows of body on screen when it was last drawn

	input *field // find: what is looked for
	hits  []lessons.Hit
	at    int
}

// over draws the window onto the screen's lines.
func (o *overlay) over(t theme, lines []string, cols int) {
	w := min(cols-4, 96)
	body := o.content(t, w-4)
	h := min(len(body), len(lines)-4)
	o.height = h
	o.scroll = max(0, min(o.scroll, len(body)-h))
	title := ansi.Truncate(" "+o.title+" ", w-4, "…")
	box := []string{t.rule.Render("╭─") + t.title.Render(title) + t.rule.Render(strings.Repeat("─", w-3-ansi.StringWidth(title))+"╮")}
	for i := range h {
		box = append(box, t.rule.Render("│")+" "+fit(body[o.scroll+i], w-4)+" "+t.rule.Render("│"))
	}
	end := ""
	if h < len(body) {
		end = fmt.Sprintf(" %d of %d ", o.scroll+h, len(body))
	}
	box = append(box, t.rule.Render("╰"+strings.Repeat("─", w-3-len(end))+end+"─╯"))
	x, y := (cols-w)/2, max((len(lines)-len(box))/2, 1)
	for i, row := range box {
		if y+i < len(lines) {
			lines[y+i] = ansi.Cut(lines[y+i], 0, x) + "\x1b[m" + row + "\x1b[m" + ansi.Cut(lines[y+i], x+w, cols)
		}
	}
}

// content is the window's lines: its text, or the list of what was found.
func (o *overlay) content(t theme, width int) []string {
	if o.input == nil {
		if o.width != width {
			o.body, o.width = o.text(width), width
		}
		return o.body
	}
	lines := []string{"/ " + o.input.view(t, width-3), ""}
	for i, hit := range o.hits {
		pointer, style := "  ", t.text
		if i == o.at {
			pointer, style = "▸ ", t.chosen
		}
		lines = append(lines, ansi.Truncate(style.Render(pointer+hit.Lesson.Pages[hit.Page].Title)+"  "+t.dim.Render(hit.Lesson.Title), width, "…"))
		if hit.Excerpt != "" {
			found := t.dim.Render(hit.Excerpt[:hit.From]) + t.strong.Render(hit.Excerpt[hit.From:hit.To]) + t.dim.Render(hit.Excerpt[hit.To:])
			lines = append(lines, ansi.Truncate("    "+found, width, "…"))
		}
	}
	if len(o.hits) == 0 && o.input.value() != "" {
		lines = append(lines, t.dim.Render("nothing found"))
	}
	return lines
}

func (a *App) closeOverlay() tea.Cmd {
	a.overlay = nil
	return nil
}

func (a *App) scrollOverlay(n int) tea.Cmd {
	a.overlay.scroll += n
	return nil
}

// downDoes names what the arrow down does in a window: in the one that finds, enter opens what it has chosen.
func (a *App) downDoes() string {
	if a.overlay.input != nil {
		return "choose, enter opens"
	}
	return "scroll"
}

// showHelp is the table of keys, with why those that are off do nothing now.
func (a *App) showHelp() tea.Cmd {
	a.overlay = &overlay{title: "Keys", text: a.helpText(a.scope())}
	return nil
}

// helpText lists the keys, those of the present place first. It is made at once, so that the reasons are those of the moment
// the help was asked for.
func (a *App) helpText(here scope) func(int) []string {
	t := a.theme
	var body []string
	titles := scopeTitles()
	slices.SortStableFunc(titles, func(x, y scopeTitle) int { return cmp.Compare(y.in&here, x.in&here) })
	for _, s := range titles {
		if len(body) > 0 {
			body = append(body, "")
		}
		body = append(body, t.heading.Render(s.title))
		for _, b := range a.keys {
			if b.in&s.in == 0 {
				continue
			}
			line := "  " + t.key.Render(fit(strings.Join(b.keys, " "), 18)) + " " + b.does
			body = append(body, line)
			if s.in == here && b.off != nil && b.off(a) != "" {
				body = append(body, strings.Repeat(" ", 21)+t.dim.Render("now: "+b.off(a)))
			}
		}
	}
	body = append(body, "", t.heading.Render("Everywhere"), "  "+t.key.Render(fit("ctrl+c", 18))+" stop the program in the terminal, else quit")
	return func(int) []string { return body }
}

// openFind looks through all lessons while the student types.
func (a *App) openFind() tea.Cmd {
	a.overlay = &overlay{title: "Find", input: &field{placeholder: "a word, a command, a page"}}
	if a.index != nil {
		return nil
	}
	course := a.course
	return func() tea.Msg { return indexMsg{course.Index()} }
}

// overlayKey is a key while something is looked for: arrows choose, enter opens, the rest is typed.
func (a *App) overlayKey(msg tea.KeyPressMsg) (tea.Cmd, bool) {
	o := a.overlay
	switch msg.String() {
	case "esc":
		return nil, false
	case "down", "ctrl+n":
		o.at = min(o.at+1, max(len(o.hits)-1, 0))
		return nil, true
	case "up", "ctrl+p":
		o.at = max(o.at-1, 0)
		return nil, true
	case "enter":
		if o.at >= len(o.hits) {
			return nil, true
		}
		hit := o.hits[o.at]
		a.overlay = nil
		return a.goTo(hit.Lesson.ID, hit.Lesson.Pages[hit.Page].ID), true
	}
	o.input.update(msg)
	a.find()
	return nil, true
}

// indexMsg is the index of the course, made when something is looked for first.
type indexMsg struct{ index *lessons.Index }

// find looks for what is typed.
func (a *App) find() {
	if o := a.overlay; a.index != nil && o != nil && o.input != nil {
		o.hits, o.at = a.index.Search(o.input.value()), 0
	}
}

// showWords opens the glossary's entries for the words on this page.
func (a *App) showWords() tea.Cmd {
	words, draw := a.pageWords(), a.draw
	a.overlay = &overlay{title: "Words on this page", text: func(width int) []string {
		var body []string
		for _, word := range words {
			body = append(body, draw.theme.heading.Render(word.Name))
			body = append(body, draw.markdown(word.Text, width)...)
			body = append(body, "")
		}
		return body
	}}
	return nil
}

// pageWords are the glossary's terms that the page's prose uses, and the explanations on screen, in its order.
func (a *App) pageWords() []*lessons.Term {
	var terms []*lessons.Term
	for _, b := range a.currentPage().blocks {
		text := ""
		switch {
		case b.Kind == lessons.Prose:
			text = b.Text
		case b.Kind == lessons.Question && b.answered:
			text = b.Ask.Why
		}
		for _, m := range a.course.Glossary.Find(text) {
			if !slices.Contains(terms, m.Term) {
				terms = append(terms, m.Term)
			}
		}
	}
	return terms
}

// showCommands lists every command that the course's blocks use, with its pages.
func (a *App) showCommands() tea.Cmd {
	course, t := a.course, a.theme
	a.overlay = &overlay{title: "Commands of the course", text: func(width int) []string {
		var body []string
		for _, command := range course.Commands() {
			var pages []string
			for _, use := range command.Uses {
				pages = append(pages, use.Lesson.ID+"#"+strconv.Itoa(use.Page+1))
			}
			indent := strings.Repeat(" ", 14)
			body = append(body, prefix(wrap(t.dim.Render(strings.Join(pages, " ")), width-14), t.strong.Render(fit(command.Name, 13))+" ", indent)...)
		}
		return body
	}}
	return nil
}

// stepsOverlay shows what the engine asked of the kernel, step by step, and what is true of the sandbox now.
func stepsOverlay(t theme, msg stepsMsg) *overlay {
	return &overlay{title: "What the kernel was asked for " + msg.name, text: func(width int) []string { return stepsText(t, msg, width) }}
}

func stepsText(t theme, msg stepsMsg, width int) []string {
	const margin = "     "
	var body []string
	add := func(line string) { body = append(body, prefix(wrap(line, width-len(margin)), margin, margin)...) }
	for i, step := range msg.steps {
		mark := t.good.Render("✓")
		if step.Errno != "" {
			mark = t.bad.Render(step.Errno)
		}
		call := t.strong.Render(step.Call) + "(" + strings.Join(step.Args, ", ") + ")"
		body = append(body, prefix(wrap(call, width-len(margin)), fmt.Sprintf("%2d %s ", i+1, mark), margin)...)
		add(t.dim.Render(step.Why))
		if line := elsewhere(step); line != "" {
			add(t.dim.Render(line))
		}
	}
	if msg.err == nil {
		body = append(body, "", t.heading.Render("Namespaces"))
		for _, n := range msg.facts.Namespaces {
			whose := "its own"
			if n.Shared {
				whose = "shared with the host"
			}
			body = append(body, fmt.Sprintf("  %-8s %d  %s", n.Kind, n.Inode, whose))
		}
		body = append(body, "", t.heading.Render("Limits"))
		for _, l := range msg.facts.Limits {
			body = append(body, fmt.Sprintf("  %-8s asked %s, got %s, enforced by %s", l.Resource, l.Asked, l.Got, l.How))
		}
	}
	return body
}

// elsewhere names what asks for the same in other programs, and the manual page.
func elsewhere(step sandbox.Step) string {
	var parts []string
	for _, p := range []struct{ name, value string }{{"unshare", step.Unshare}, {"docker run", step.Docker}, {"OCI", step.OCI}, {"man", step.Man}} {
		if p.value != "" {
			parts = append(parts, p.name+" "+p.value)
		}
	}
	return strings.Join(parts, " · ")
}

// explainOff opens a window on why a sandbox cannot run here, and what would mend it. Meanwhile it is tried again: what was
// missing may have been mended since.
func (a *App) explainOff(name, why string) tea.Cmd {
	draw := a.draw
	a.overlay = &overlay{title: name + " cannot run here", off: name, text: func(width int) []string {
		body := append(draw.plain(why, width), "")
		return append(body, wrap(draw.theme.dim.Render("Mended it? Then enter on the block finds that out. Everything else in the lesson works: "+
			"read on, predict, answer."), width)...)
	}}
	return a.probe()
}
