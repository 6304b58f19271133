package terminal

import (
	"strings"
	"time"
)

// Frame is what a pane shows.
type Frame struct {
	// Lines are the rows as ANSI text, each exactly as wide as the pane, with all attributes reset at its end. They are
	// valid until the next View.
	Lines []string
	// Cursor is where the cursor belongs: the program's, or the one that selects by keys.
	Cursor Cursor
	// Above and Below are how many lines there are beyond what is shown. Below is 0 while the end of the output is
	// shown.
	Above, Below int
}

// View is what to show now. It costs next to nothing where nothing changed, and renders only the rows that did.
func (p *Pane) View() Frame {
	p.Terminal.mu.Lock()
	defer p.Terminal.mu.Unlock()
	e := p.emu
	p.settle()
	fresh := len(p.frame.Lines) == e.rows && !p.stale
	if fresh && (p.drawn == p.generation || p.held(p.opts.now())) {
		return p.frame
	}
	top := p.firstShown()
	lines := p.frame.Lines[:0]
	h := p.highlights(top)
	for n := top; n < top+e.rows; n++ {
		paint := h.painter(n)
		if y := n - e.screenTop(); y >= 0 && paint == nil {
			lines = append(lines, p.rowText(e.lines[y]))
			continue
		}
		cells, _ := e.lineAt(n)
		p.buf = e.appendRow(p.buf[:0], cells, e.cols, paint)
		lines = append(lines, string(p.buf))
	}
	p.frame = Frame{Lines: lines, Above: top - e.firstLine(), Below: e.screenTop() - top}
	c := Cursor{X: e.x, Y: e.y + p.frame.Below, Visible: e.modes.cursor, Shape: e.shape, Blink: !e.steady}
	if p.sel.byKeys {
		c = Cursor{X: p.sel.head.col, Y: p.sel.head.line - top, Visible: true}
	}
	c.Visible = c.Visible && c.Y >= 0 && c.Y < e.rows
	p.frame.Cursor = c
	p.drawn, p.stale, p.heldSince = p.generation, false, time.Time{}
	return p.frame
}

// settle puts right what the pane remembers of lines that were numbered anew or dropped since.
func (p *Pane) settle() {
	e := p.emu
	if p.epoch != e.epoch {
		p.epoch = e.epoch
		p.sel, p.match, p.dragging = selection{}, match{}, false
		p.top = e.screenTop() - p.frame.Below
		p.stale = true
	}
	first := e.firstLine()
	if p.top = max(p.top, first); p.top >= e.screenTop() {
		p.following = true
	}
	anchor, head := &p.sel.anchor, &p.sel.head
	switch {
	case anchor.line < first && head.line < first:
		p.sel = selection{}
	case anchor.line < first:
		*anchor = position{first, 0}
	case head.line < first:
		*head = position{first, 0}
	}
}

// firstShown is the number of the line at the pane's top.
func (p *Pane) firstShown() int {
	if p.following {
		return p.emu.screenTop()
	}
	return p.top
}

// Scroll moves the view up by n lines, down where n is negative.
func (p *Pane) Scroll(n int) {
	p.Terminal.mu.Lock()
	defer p.Terminal.mu.Unlock()
	p.settle()
	p.scrollTo(p.firstShown() - n)
}

// ScrollToTop shows the oldest line that is kept.
func (p *Pane) ScrollToTop() {
	p.Scroll(1 << 30)
}

// ScrollToEnd shows the end of the output, and follows it from then on.
func (p *Pane) ScrollToEnd() {
	p.Scroll(-1 << 30)
}

// ScrollToPrompt moves the view to the shell's prompt above the view's top line, or below it with a positive direction,
// and says whether there was one.
func (p *Pane) ScrollToPrompt(direction int) bool {
	p.Terminal.mu.Lock()
	defer p.Terminal.mu.Unlock()
	p.settle()
	e := p.emu
	step := -1
	if direction > 0 {
		step = 1
	}
	for n := p.firstShown() + step; n >= e.firstLine() && n < e.endLine(); n += step {
		if e.flagsAt(n)&promptMark != 0 {
			p.scrollTo(n)
			return true
		}
	}
	return false
}

// scrollTo makes line n the first one shown, as far as there are lines.
func (p *Pane) scrollTo(n int) {
	e := p.emu
	n = max(e.firstLine(), min(n, e.screenTop()))
	p.stale = p.stale || n != p.firstShown()
	p.top, p.following = n, n == e.screenTop()
}

// reveal scrolls as little as it takes to show line n.
func (p *Pane) reveal(n int) {
	top := p.firstShown()
	p.scrollTo(max(n-p.emu.rows+1, min(top, n)))
}

// position is a cell of the output: a line's number and a column.
type position struct{ line, col int }

func (a position) before(b position) bool {
	return a.line < b.line || a.line == b.line && a.col < b.col
}

// firstLine, screenTop and endLine number the lines: [firstLine,screenTop) is the history, [screenTop,endLine) the
// screen. The alternate screen has no history.
func (e *emulator) firstLine() int {
	if e.onAlt {
		return e.screenTop()
	}
	return e.history.dropped
}

func (e *emulator) screenTop() int { return e.history.dropped + e.history.count }
func (e *emulator) endLine() int   { return e.screenTop() + e.rows }

// lineAt is the cells of line n, valid until the next call, and its flags.
func (e *emulator) lineAt(n int) ([]cell, flags) {
	if y := n - e.screenTop(); y >= 0 {
		r := e.lines[y]
		return r.cells[:r.used], r.flags
	}
	return e.history.line(n - e.history.dropped)
}

func (e *emulator) flagsAt(n int) flags {
	if y := n - e.screenTop(); y >= 0 {
		return e.lines[y].flags
	}
	return e.history.flags(n - e.history.dropped)
}

// text is the output in [from,to). Spaces that nothing was written on are left out at the end of a line, and so are
// blank lines at the end, with the last line's own end.
func (e *emulator) text(from, to position) string {
	var b []byte
	for n := from.line; n <= to.line && n < e.endLine(); n++ {
		cells, f := e.lineAt(n)
		start, end := 0, len(cells)
		if n == from.line {
			start = min(from.col, end)
		}
		if n == to.line {
			end = max(start, min(to.col, end))
		}
		for _, c := range cells[start:end] {
			if c.attr&tail == 0 {
				b = e.appendText(b, c)
			}
		}
		if f&wrapped == 0 && n < to.line {
			b = append(trimSpaces(b), '\n')
		}
	}
	return strings.TrimRight(string(b), "\n ")
}

func trimSpaces(b []byte) []byte {
	for len(b) > 0 && b[len(b)-1] == ' ' {
		b = b[:len(b)-1]
	}
	return b
}
