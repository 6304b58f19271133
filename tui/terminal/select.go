package terminal

import "time"

// selection is a part of the output, from anchor to head, both included once anything is selected. Either may come
// first.
type selection struct {
	active       bool // anything is selected
	byKeys       bool // the head is shown as a cursor
	anchor, head position
	unit         unit
	pressed      time.Time // of the last click
}

// unit is what a selection grows by.
type unit int

const (
	byCell unit = iota
	byWord      // after a double click
	byLine      // after a triple click
)

// doubleClick is how long after a click another one at the same place counts with it.
const doubleClick = 400 * time.Millisecond

// Select begins a selection at column x and row y of the pane. Where that is the place that was clicked just before, it
// selects the word there, and then the line.
func (p *Pane) Select(x, y int) {
	p.Terminal.mu.Lock()
	defer p.Terminal.mu.Unlock()
	p.settle()
	at, now := p.positionAt(x, y), p.opts.now()
	if p.sel.anchor == at && now.Sub(p.sel.pressed) < doubleClick && !p.sel.pressed.IsZero() {
		p.sel.unit = (p.sel.unit + 1) % (byLine + 1)
		p.sel.active = p.sel.unit != byCell
	} else {
		p.sel = selection{anchor: at}
	}
	p.sel.head, p.sel.pressed = at, now
	p.stale = true
}

// SelectTo extends the selection to column x and row y of the pane; above or below the pane it scrolls.
func (p *Pane) SelectTo(x, y int) {
	p.Terminal.mu.Lock()
	defer p.Terminal.mu.Unlock()
	p.settle()
	switch {
	case y < 0:
		p.scrollTo(p.firstShown() + y)
	case y >= p.emu.rows:
		p.scrollTo(p.firstShown() + y - p.emu.rows + 1)
	}
	at := p.positionAt(x, y)
	p.sel.active = p.sel.active || at != p.sel.anchor
	p.sel.head = at
	p.stale = true
}

// MoveSelection selects by keys: it moves the end of the selection, which is shown as a cursor, and scrolls to keep it
// in view. Without extend nothing is selected and the beginning moves as well. The first call starts from the program's
// cursor, or from the bottom of the view where that is not in view.
func (p *Pane) MoveSelection(dx, dy int, extend bool) {
	p.Terminal.mu.Lock()
	defer p.Terminal.mu.Unlock()
	p.settle()
	e := p.emu
	if !p.sel.byKeys {
		at := position{e.screenTop() + e.y, e.x}
		if bottom := p.firstShown() + e.rows - 1; at.line > bottom {
			at = position{bottom, 0}
		}
		p.sel = selection{byKeys: true, anchor: at, head: at}
	}
	h := &p.sel.head
	h.line = max(e.firstLine(), min(h.line+dy, e.endLine()-1))
	h.col += dx
	for h.col < 0 && h.line > e.firstLine() {
		h.line--
		h.col += e.cols
	}
	for h.col >= e.cols && h.line < e.endLine()-1 {
		h.line++
		h.col -= e.cols
	}
	h.col = max(0, min(h.col, e.cols-1))
	if p.sel.active = extend; !extend {
		p.sel.anchor = *h
	}
	p.reveal(h.line)
	p.stale = true
}

// SelectAll selects all the output that is kept.
func (p *Pane) SelectAll() {
	p.Terminal.mu.Lock()
	defer p.Terminal.mu.Unlock()
	p.settle()
	e := p.emu
	p.sel = selection{active: true, anchor: position{e.firstLine(), 0}, head: position{e.endLine() - 1, e.cols - 1}}
	p.stale = true
}

// ClearSelection selects nothing.
func (p *Pane) ClearSelection() {
	p.stale = p.stale || p.sel.active || p.sel.byKeys
	p.sel = selection{}
}

// Selecting says whether a selection by keys is under way.
func (p *Pane) Selecting() bool {
	return p.sel.byKeys
}

// Selected is the text that is selected; lines that were wrapped are one line.
func (p *Pane) Selected() string {
	p.Terminal.mu.Lock()
	defer p.Terminal.mu.Unlock()
	p.settle()
	if !p.sel.active {
		return ""
	}
	from, to := p.selected()
	return p.emu.text(from, to)
}

// positionAt is the cell at column x and row y of the pane, the nearest one for a place outside.
func (p *Pane) positionAt(x, y int) position {
	e := p.emu
	return position{
		p.firstShown() + max(0, min(y, e.rows-1)),
		max(0, min(x, e.cols-1)),
	}
}

// selected is the selection as [from,to).
func (p *Pane) selected() (from, to position) {
	e := p.emu
	from, to = p.sel.anchor, p.sel.head
	if to.before(from) {
		from, to = to, from
	}
	from.line = max(from.line, e.firstLine())
	switch p.sel.unit {
	case byWord:
		cells, _ := e.lineAt(from.line)
		for from.col > 0 && from.col <= len(cells) && e.inWord(cells, from.col-1) && e.inWord(cells, from.col) {
			from.col--
		}
		cells, _ = e.lineAt(to.line)
		for to.col+1 < len(cells) && e.inWord(cells, to.col) && e.inWord(cells, to.col+1) {
			to.col++
		}
	case byLine:
		from.col, to.col = 0, e.cols-1
		for from.line > e.firstLine() {
			if e.flagsAt(from.line-1)&wrapped == 0 {
				break
			}
			from.line--
		}
		for to.line < e.endLine()-1 {
			if e.flagsAt(to.line)&wrapped == 0 {
				break
			}
			to.line++
		}
	}
	to.col++
	if cells, _ := e.lineAt(to.line); to.col < len(cells) && cells[to.col].attr&tail != 0 {
		to.col++
	}
	if cells, _ := e.lineAt(from.line); from.col < len(cells) && from.col > 0 && cells[from.col].attr&tail != 0 {
		from.col--
	}
	return from, to
}

// inWord says whether a cell belongs to a word: anything but spaces, brackets and quotes, so that a path or an address
// is one.
func (e *emulator) inWord(cells []cell, x int) bool {
	if x >= len(cells) {
		return false
	}
	switch c := cells[x]; {
	case c.attr&tail != 0:
		return true
	case c.ch == 0:
		return false
	case c.ch < 0x80:
		switch c.ch {
		case ' ', '"', '\'', '`', '(', ')', '[', ']', '{', '}', '<', '>', '|', ',', ';':
			return false
		}
	}
	return true
}
