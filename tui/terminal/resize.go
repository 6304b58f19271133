package terminal

// resize gives the screen a new size. Lines of the main screen that were wrapped are wrapped anew, those in the history
// too; the top line stays on top unless the lines below it no longer fit. The alternate screen is cut or extended: its
// program draws it again.
func (e *emulator) resize(cols, rows int) {
	cols, rows = max(1, min(cols, maxSize)), max(1, min(rows, maxSize))
	if cols == e.cols && rows == e.rows {
		return
	}
	if e.main == nil {
		e.main = newRows(cols, rows)
	} else {
		at := &e.cursor
		if e.onAlt {
			at = &e.saved[0]
		}
		e.resizeMain(cols, rows, at)
	}
	if e.alt != nil {
		e.resizeAlt(cols, rows)
	}
	e.lines = e.main
	if e.onAlt {
		e.lines = e.alt
	}
	e.cols, e.rows = cols, rows
	for _, c := range []*cursor{&e.cursor, &e.saved[0], &e.saved[1]} {
		if c.x >= cols {
			c.x, c.pending = cols-1, false
		}
		c.x, c.y = max(0, c.x), max(0, min(c.y, rows-1))
	}
	e.resetMargins()
	e.growTabs()
	e.epoch++
}

func (e *emulator) resizeAlt(cols, rows int) {
	lines := newRows(cols, rows)
	for y := range min(rows, len(e.alt)) {
		old := e.alt[y]
		n := copy(lines[y].cells, old.cells[:old.used])
		lines[y].used = n
		if n > 0 && n == cols && lines[y].cells[n-1].attr&wide != 0 {
			lines[y].cells[n-1] = cell{}
		}
	}
	e.alt = lines
}

// reflow collects rows of the new width.
type reflow struct {
	cols int
	// line is the line being read, across the rows that it wraps over.
	line  []cell
	marks []placedMark
	// emit takes each row of the new width.
	emit func(cells []cell, f flags)
}

type placedMark struct {
	at    int // offset in the line
	flags flags
}

// add takes the next row of the old width; end says that the line ends with it.
func (f *reflow) add(cells []cell, fl flags) {
	if fl&anyMark != 0 {
		f.marks = append(f.marks, placedMark{len(f.line), fl & anyMark})
	}
	f.line = append(f.line, cells...)
	if fl&wrapped == 0 {
		f.flush()
	}
}

// flush emits the line as rows of the new width.
func (f *reflow) flush() {
	line := f.line
	for len(line) > f.cols && line[len(line)-1].ch == 0 && line[len(line)-1].attr&tail == 0 {
		line = line[:len(line)-1] // erased in a colour, not written
	}
	for at := 0; ; {
		n := rowLength(line[at:], f.cols)
		var fl flags
		for _, m := range f.marks {
			if m.at >= at && (m.at < at+n || at+n == len(line)) {
				fl |= m.flags
			}
		}
		if at+n < len(line) {
			fl |= wrapped
		}
		f.emit(line[at:at+n], fl)
		if at += n; at >= len(line) {
			break
		}
	}
	f.line, f.marks = f.line[:0], f.marks[:0]
}

// rowLength is how many of the cells fit into a row of cols columns without cutting a wide character. One column has no
// room for that: the row gets both halves, and shows a blank.
func rowLength(cells []cell, cols int) int {
	switch {
	case len(cells) <= cols:
		return len(cells)
	case cells[cols-1].attr&wide == 0:
		return cols
	case cols == 1:
		return 2
	}
	return cols - 1
}

// resizeMain resizes the main screen and puts the cursor at where its character went.
func (e *emulator) resizeMain(cols, rows int, at *cursor) {
	last := at.y
	for y := len(e.main) - 1; y > last; y-- {
		if r := e.main[y]; r.used > 0 || r.flags != 0 {
			last = y
		}
	}
	var out []*row
	var top, cursorRow, cursorCol int
	if cols == e.cols {
		out, cursorRow, cursorCol = e.main[:last+1], at.y, at.x
		if at.pending {
			cursorCol++
		}
	} else {
		out, top, cursorRow, cursorCol = e.rewrap(cols, last, at)
	}

	// The screen begins at the same line as before, or later where what follows does not fit.
	top = max(top, len(out)-rows)
	for _, r := range out[:top] {
		e.history.push(r.cells[:r.used], r.flags)
	}
	out = out[top:]
	for len(out) < rows {
		out = append(out, newRow(cols))
	}
	e.main = out
	at.y = max(0, cursorRow-top)
	at.pending = at.pending && cursorCol == cols
	at.x = min(cursorCol, cols-1)
}

// rewrap wraps the history and the rows up to last anew. It leaves in the history what ends above the screen's first
// line, and returns the other rows: row top holds what was at the top left, and the cursor is at its character's new
// place.
func (e *emulator) rewrap(cols, last int, at *cursor) (out []*row, top, cursorRow, cursorCol int) {
	old := e.history
	e.history = history{limit: old.limit, dropped: old.dropped}
	toScreen := false
	f := reflow{cols: cols}
	topAt, cursorAt := -1, -1 // offsets in the current line
	emitted := 0              // how much of it was emitted
	f.emit = func(cells []cell, fl flags) {
		if !toScreen {
			e.history.push(cells, fl)
			return
		}
		r := newRow(cols)
		if len(cells) > cols { // cols is 1 and the character wide: it has no room
			cells = cells[:cols]
		}
		r.used = copy(r.cells, cells)
		if r.used > 0 && r.cells[r.used-1].attr&wide != 0 {
			r.cells[r.used-1] = cell{bg: r.cells[r.used-1].bg}
		}
		r.flags = fl
		start, end := emitted, emitted+len(cells)
		done := fl&wrapped == 0
		if topAt >= start && (topAt < end || done) {
			top, topAt = len(out), -1
		}
		if cursorAt >= start && (cursorAt < end || done) {
			cursorRow, cursorCol, cursorAt = len(out), cursorAt-start, -1
		}
		out = append(out, r)
		emitted = end
	}
	for i := range old.count {
		cells, fl := old.line(i)
		// The screen's first line may begin in the history.
		if !toScreen && i == firstOnScreen(&old) {
			toScreen = true
		}
		f.add(cells, fl)
	}
	toScreen = true
	for y, r := range e.main[:last+1] {
		if len(f.line) == 0 {
			emitted = 0
		}
		if y == 0 {
			topAt = len(f.line)
		}
		if y == at.y {
			cursorAt = len(f.line) + at.x
			if at.pending {
				cursorAt++
			}
		}
		f.add(r.cells[:r.used], r.flags)
	}
	if len(f.line) > 0 {
		f.flush()
	}
	return out, top, cursorRow, cursorCol
}

// firstOnScreen is the history's first row of the line that goes on at the top of the screen, its length when there is
// none.
func firstOnScreen(h *history) int {
	i := h.count
	for i > 0 {
		if h.flags(i-1)&wrapped == 0 {
			break
		}
		i--
	}
	return i
}
