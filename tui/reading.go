package tui

import (
	"context"
	"fmt"
	"reflect"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"floorplan/lab"
	"floorplan/lessons"
	"floorplan/progress"
)

// reading is an open lesson: its pages, its lab and the terminals of its sandboxes.
type reading struct {
	run    int // which opening this is; messages of another are stale
	source *lessons.Lesson
	lesson *lessons.Lesson // source with this attempt's random values
	seed   int64
	lab    *lab.Lab
	ctx    context.Context
	cancel context.CancelFunc

	pages []*page // the lesson's, and one more that sums it up
	at    int

	panes      []*pane
	active     int
	inTerminal bool // the terminal has the keyboard
	selecting  bool // text in the terminal is being selected by keys
	split      bool // on a small screen: something has run on this page, so that the terminal takes its half
	stopWatch  context.CancelFunc
	behind     []*block // still to be run, to bring the sandboxes to where this page expects them
}

// open puts a lesson on screen.
func (a *App) open(p place) {
	a.opened++
	r := &reading{run: a.opened, source: p.source, lesson: p.lesson, seed: p.seed, at: p.page}
	r.ctx, r.cancel = context.WithCancel(a.ctx)
	r.lab = lab.Open(r.lesson, a.opts.Machine)
	r.pages = newPages(r.lesson, r.seed, p.known, r.lab)
	for _, name := range r.lab.Names() {
		r.panes = append(r.panes, &pane{name: name, about: about(r.lesson, name)})
	}
	a.reading = r
	a.relayout()
	a.focusFirst()
	switch {
	case a.aside != nil:
		a.notice = "Q goes back to the quiz"
	case a.nothingBefore() == "":
		a.notice = "the sandboxes are fresh; b runs what came before"
	}
}

func newPages(lesson *lessons.Lesson, seed int64, known map[string]progress.State, l *lab.Lab) []*page {
	pages := make([]*page, len(lesson.Pages), len(lesson.Pages)+1)
	for i, p := range lesson.Pages {
		pages[i] = &page{title: p.Title, focus: -1}
		for _, b := range p.Blocks {
			made := newBlock(b, seed, known[b.ID])
			if b.Kind == lessons.Figure {
				made.figure = newFigure(b, l)
			}
			pages[i].blocks = append(pages[i].blocks, made)
		}
	}
	return append(pages, &page{title: "What you did", focus: -1})
}

// newBlock is a block as progress knows it. Options are shuffled the same way for a whole attempt.
func newBlock(b lessons.Block, seed int64, known progress.State) *block {
	out := &block{Block: b, chosen: map[int]bool{}, done: known.Done()}
	out.helped = known.Check == progress.Helped || known.Check == progress.Solved
	if b.Kind == lessons.Question {
		out.order = b.Ask.Shuffle(seed)
		if known.Answers > 0 {
			out.restore(known.Given, known.Answer != progress.Wrong)
		}
	}
	if b.Kind == lessons.Run && b.Predict != nil && known.Given != "" {
		out.given, out.computed, out.answered = known.Given, known.Computed, true
		out.right = b.Predict.Grade(known.Given, known.Computed)
	}
	return out
}

// page is the page on screen.
func (r *reading) page() *page { return r.pages[r.at] }

// close ends the lesson's sandboxes.
func (r *reading) close() {
	if r.stopWatch != nil {
		r.stopWatch()
	}
	r.cancel()
	r.lab.Close()
}

// currentPage is the page that has the focus: the lesson's or the quiz's; nil on the contents.
func (a *App) currentPage() *page {
	switch {
	case a.quiz != nil:
		return a.quiz.page
	case a.reading != nil:
		return a.reading.page()
	}
	return nil
}

func (a *App) focusedBlock() *block {
	if p := a.currentPage(); p != nil {
		return p.focused()
	}
	return nil
}

// focusFirst puts the focus on what is to be done first, without scrolling away from the top of the page.
func (a *App) focusFirst() {
	p := a.currentPage()
	p.focus = p.firstUndone()
	p.lines, p.scroll = nil, 0
	for _, b := range p.blocks {
		b.changed()
	}
	a.layoutPage()
}

// resized lays everything out again for the terminal's new size.
func (a *App) resized() tea.Cmd {
	a.relayout()
	if a.reading == nil {
		return nil
	}
	var cmds []tea.Cmd
	for _, p := range a.reading.panes {
		cmds = append(cmds, p.resize(a.lay.terminal))
	}
	return tea.Batch(cmds...)
}

func (a *App) relayout() {
	want := a.want
	hasPane := a.quiz == nil && a.reading != nil && len(a.reading.panes) > 0
	if hasPane && want == arrangeAuto && a.cols < wideCols && !a.reading.split {
		want = arrangeLesson
	}
	if hasPane && a.reading.inTerminal && want == arrangeLesson {
		want = arrangeTerminal
	}
	a.lay = arrange(a.cols, a.rows, want, hasPane)
	if hasPane && a.reading.inTerminal && a.lay.terminal.w == 0 {
		a.lay = arrange(a.cols, a.rows, arrangeTerminal, hasPane)
	}
	a.layoutPage()
}

func (a *App) layoutPage() {
	p := a.currentPage()
	if p == nil || a.lay.text.w == 0 {
		return
	}
	p.layout(a.draw, a.lay.text.w)
	p.scrollBy(0, a.lay.text.h)
}

// touch draws the focused block again after its state has changed.
func (a *App) touch(b *block) {
	b.changed()
	a.layoutPage()
	if p := a.currentPage(); p.focused() == b {
		p.reveal(a.lay.text.h)
	}
}

// touchQuietly draws a block again and leaves the page where it is scrolled to.
func (a *App) touchQuietly(b *block) {
	b.changed()
	a.layoutPage()
}

// titleLine says where the student is and what is done.
func (a *App) titleLine() string {
	t := a.theme
	left := " " + t.brand.Render("Floorplan")
	right := ""
	switch {
	case a.quiz != nil:
		left += t.rule.Render(" / ") + t.title.Render(a.quiz.title)
		right = a.quiz.where()
	case a.reading != nil:
		r := a.reading
		left += t.rule.Render(" / ") + t.title.Render(r.lesson.Title)
		done, all := r.tally()
		right = fmt.Sprintf("page %d of %d · %d of %d done ", min(r.at+1, len(r.lesson.Pages)), len(r.lesson.Pages), done, all)
	default:
		right = a.contents.where()
	}
	gap := a.cols - ansi.StringWidth(left) - ansi.StringWidth(right)
	if gap < 1 {
		return ansi.Truncate(left, max(a.cols-ansi.StringWidth(right)-2, 0), "…") + " " + t.dim.Render(right)
	}
	return left + strings.Repeat(" ", gap) + t.dim.Render(right)
}

// tally counts the lesson's live blocks and how many are done.
func (r *reading) tally() (done, all int) {
	for _, p := range r.pages {
		for _, b := range p.blocks {
			if b.live() {
				all++
				if b.done {
					done++
				}
			}
		}
	}
	return done, all
}

// appendReading draws lesson and terminal.
func (a *App) appendReading(lines []string, view *tea.View) []string {
	r, l := a.reading, a.lay
	text := a.textLines(r.page(), l.lesson, l.text)
	if l.terminal.w == 0 {
		return append(lines, text...)
	}
	p := r.panes[r.active]
	screen := append([]string{fit(a.tabLine(l.tabs.w), l.tabs.w)}, p.lines(a.theme, l.terminal.w, l.terminal.h, a.draw)...)
	if r.inTerminal || r.selecting {
		view.Cursor = p.cursor(l.terminal)
	}
	if l.divider.w == 0 {
		return append(append(lines, text...), screen...)
	}
	bar := a.theme.rule.Render("│")
	if r.inTerminal {
		bar = a.theme.blockFocus.Render("┃")
	}
	for i := range text {
		lines = append(lines, text[i]+bar+screen[i])
	}
	return lines
}

// appendText draws a page alone.
func (a *App) appendText(lines []string, p *page) []string {
	return append(lines, a.textLines(p, a.lay.lesson, a.lay.text)...)
}

// textLines is the visible part of a page, filling area; the text stands in its own rectangle inside it. The last line
// says that there is more.
func (a *App) textLines(p *page, area, text rect) []string {
	if area.h == 0 {
		return nil
	}
	lines := make([]string, 0, area.h)
	for range text.y - area.y {
		lines = append(lines, strings.Repeat(" ", area.w))
	}
	margin := strings.Repeat(" ", text.x-area.x)
	for i := range text.h {
		line := ""
		if at := p.scroll + i; at < len(p.lines) {
			line = p.lines[at]
		}
		if i == text.h-1 && p.scroll+text.h < len(p.lines) {
			line = a.theme.dim.Render(fmt.Sprintf("↓ %d more lines", len(p.lines)-p.scroll-text.h+1))
		}
		lines = append(lines, fit(margin+line, area.w))
	}
	return lines
}

// tabLine names the lesson's sandboxes above the terminal, and what the one on show is.
func (a *App) tabLine(width int) string {
	r := a.reading
	var b strings.Builder
	for i, p := range r.panes {
		name := " " + p.name + " "
		if i == r.active {
			b.WriteString(a.theme.tabActive.Render(name))
		} else if p.term != nil {
			b.WriteString(a.theme.tab.Render(name))
		}
	}
	p := r.panes[r.active]
	b.WriteString(" " + a.theme.dim.Render(p.status(r.inTerminal)) + " ")
	line := ansi.Truncate(b.String(), width, "…")
	return line + a.theme.rule.Render(strings.Repeat("─", width-ansi.StringWidth(line)))
}

// sameSandboxes says whether two versions of a lesson ask for the same sandboxes.
func sameSandboxes(x, y *lessons.Lesson) bool {
	return slices.EqualFunc(x.Sandboxes, y.Sandboxes, func(s, t lessons.Sandbox) bool {
		s.Line, t.Line = 0, 0
		return reflect.DeepEqual(s, t)
	})
}
