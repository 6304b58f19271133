package terminal

// maxSize bounds both sides of the screen, in cells.
const maxSize = 2000

// emulator is the screen model: what a terminal knows. It has no lock, starts nothing and does no IO; [Terminal] wraps
// it.
type emulator struct {
	opts       Options
	cols, rows int

	lines   []*row // the rows on the screen: main or alt
	main    []*row
	alt     []*row
	onAlt   bool
	history history

	cursor
	saved       [2]cursor // DECSC, for the main and for the alternate screen
	top, bottom int       // the scrolling region: rows [top,bottom)
	left, right int       // and columns [left,right), the whole width unless DECLRMM is set
	tabs        []bool
	modes       modes
	last        rune // the last character printed, for REP

	clusters table[string]
	extras   table[extra]

	parser
	title      string
	titleStack []string
	dir        string // OSC 7
	shape      CursorShape
	steady     bool // the cursor does not blink
	palette    map[uint8]color
	fg, bg     color // OSC 10 and 11, default where 0
	epoch      int   // changes whenever the lines were numbered anew
	status     int   // the last command's exit status (OSC 133;D), -1 unknown
	doneColumn int   // where its output ended, beyond 0 where that had no newline

	events []event // for Terminal to hand on once it has let go of its lock
	budget budget
}

// cursor is what DECSC saves.
type cursor struct {
	x, y     int
	pending  bool // the last column was written: the next character goes to the next line (DECAWM)
	pen      pen
	charsets [4]byte // final bytes of what G0 to G3 designate: 'B' ASCII, '0' DEC graphics, 'A' UK
	gl       int     // which of them is in use
	single   int     // SS2 and SS3: which of them the next character alone uses, 0 for none
	origin   bool    // DECOM
}

// pen is the style of what is printed next.
type pen struct {
	cell
	underline color
	uri, id   string
}

func newEmulator(opts Options) *emulator {
	e := &emulator{
		opts:     opts,
		clusters: newTable[string](1 << 16),
		extras:   newTable[extra](1 << 12),
		history:  history{limit: opts.Scrollback},
	}
	e.resize(opts.Cols, opts.Rows)
	e.reset()
	return e
}

// reset is RIS: everything as at the start, except for the size and the scrollback.
func (e *emulator) reset() {
	for _, r := range e.main {
		r.reset(0)
	}
	e.alt, e.onAlt, e.lines = nil, false, e.main
	e.cursor = cursor{charsets: [4]byte{'B', 'B', 'B', 'B'}}
	e.saved = [2]cursor{e.cursor, e.cursor}
	e.modes = modes{autowrap: true, cursor: true}
	e.shape, e.steady = Block, false
	e.palette, e.fg, e.bg = nil, 0, 0
	e.title, e.titleStack, e.dir = "", nil, ""
	e.last, e.status, e.doneColumn = 0, -1, 0
	e.epoch++
	e.resetMargins()
	e.resetTabs()
}

// softReset is DECSTR.
func (e *emulator) softReset() {
	e.modes.insert, e.modes.appCursor, e.modes.appKeypad = false, false, false
	e.modes.autowrap, e.modes.cursor, e.modes.margins = true, true, false
	e.cursor = cursor{x: e.x, y: e.y, pending: e.pending, charsets: [4]byte{'B', 'B', 'B', 'B'}}
	e.saved[e.screen()] = cursor{charsets: e.charsets}
	e.shape, e.steady = Block, false
	e.resetMargins()
}

func (e *emulator) screen() int {
	if e.onAlt {
		return 1
	}
	return 0
}

func (e *emulator) resetMargins() {
	e.top, e.bottom, e.left, e.right = 0, e.rows, 0, e.cols
}

func (e *emulator) resetTabs() {
	e.tabs = e.tabs[:0]
	e.growTabs()
}

func (e *emulator) growTabs() {
	for x := len(e.tabs); x < e.cols; x++ {
		e.tabs = append(e.tabs, x > 0 && x%8 == 0)
	}
}

// lineFeed moves down, scrolling at the bottom of the region (IND).
func (e *emulator) lineFeed() {
	e.pending = false
	if e.y == e.bottom-1 {
		if e.x >= e.left && e.x < e.right {
			e.scrollUp(1)
		}
	} else if e.y < e.rows-1 {
		e.y++
	}
}

// reverseIndex moves up, scrolling at the top of the region (RI).
func (e *emulator) reverseIndex() {
	e.pending = false
	if e.y == e.top {
		if e.x >= e.left && e.x < e.right {
			e.insertRows(e.top, 1)
		}
	} else if e.y > 0 {
		e.y--
	}
}

// scrollUp scrolls the region up by n lines (SU). What leaves the top of the main screen becomes history.
func (e *emulator) scrollUp(n int) {
	if e.top == 0 && !e.onAlt && e.left == 0 && e.right == e.cols {
		for _, r := range e.lines[:min(n, e.bottom)] {
			e.history.push(r.cells[:r.used], r.flags)
		}
	}
	e.deleteRows(e.top, n)
}

// deleteRows moves the lines from row top to the bottom of the region up by n and leaves blank ones below.
func (e *emulator) deleteRows(top, n int) {
	if e.left > 0 || e.right < e.cols {
		e.moveColumns(top, n)
		return
	}
	region := e.lines[top:e.bottom]
	for range min(n, len(region)) {
		r := region[0]
		copy(region, region[1:])
		region[len(region)-1] = r
		r.reset(e.pen.bg)
	}
	e.unwrap(top)
}

// insertRows moves the lines from row top to the bottom of the region down by n and leaves blank ones above.
func (e *emulator) insertRows(top, n int) {
	if e.left > 0 || e.right < e.cols {
		e.moveColumns(top, -n)
		return
	}
	region := e.lines[top:e.bottom]
	for range min(n, len(region)) {
		r := region[len(region)-1]
		copy(region[1:], region)
		region[0] = r
		r.reset(e.pen.bg)
	}
	region[len(region)-1].flags &^= wrapped // what it went on with is gone
	e.unwrap(top)
}

// unwrap notes that what is in row y now does not go on with the line above.
func (e *emulator) unwrap(y int) {
	if y > 0 {
		e.lines[y-1].flags &^= wrapped
	}
}

// moveColumns moves lines between the left and right margins, up by n or down by -n.
func (e *emulator) moveColumns(top, n int) {
	height := e.bottom - top
	n = max(-height, min(n, height))
	for i := range height {
		y, from := top+i, top+i+n
		if n < 0 {
			y = e.bottom - 1 - i
			from = y + n
		}
		r := e.lines[y]
		r.cut(e.left)
		r.cut(e.right)
		if from < top || from >= e.bottom {
			r.erase(e.left, e.right, e.pen.bg)
			continue
		}
		e.lines[from].cut(e.left)
		e.lines[from].cut(e.right)
		copy(r.cells[e.left:e.right], e.lines[from].cells[e.left:e.right])
		r.used = max(r.used, min(e.right, e.lines[from].used))
		r.dirty = true
	}
}

// insertCells moves the cells of row y from column x to the right margin right by n.
func (e *emulator) insertCells(x, y, n int) {
	n = min(n, e.right-x)
	r := e.lines[y]
	r.cut(x)
	r.cut(e.right - n)
	r.cut(e.right)
	copy(r.cells[x+n:e.right], r.cells[x:])
	r.used = max(r.used, min(e.right, r.used+n))
	r.erase(x, x+n, e.pen.bg)
}

// deleteCells moves the cells of row y between column x and the right margin left by n, over the first of them.
func (e *emulator) deleteCells(x, y, n int) {
	n = min(n, e.right-x)
	r := e.lines[y]
	r.cut(x)
	r.cut(x + n)
	r.cut(e.right)
	copy(r.cells[x:e.right], r.cells[x+n:e.right])
	r.erase(e.right-n, e.right, e.pen.bg)
	r.dirty = true
}

// insertColumns and deleteColumns do the same in all rows of the scrolling region.
func (e *emulator) insertColumns(x, n int) {
	for y := e.top; y < e.bottom; y++ {
		e.insertCells(x, y, n)
	}
}

func (e *emulator) deleteColumns(x, n int) {
	for y := e.top; y < e.bottom; y++ {
		e.deleteCells(x, y, n)
	}
}

func (e *emulator) eraseCells(y, from, to int) {
	r := e.lines[y]
	r.cut(from)
	r.cut(to)
	r.erase(from, to, e.pen.bg)
}

// moveTo puts the cursor at column x of row y, counted from 0, from the region's corner with DECOM, and keeps it
// inside.
func (e *emulator) moveTo(x, y int) {
	top, bottom, left, right := 0, e.rows, 0, e.cols
	if e.origin {
		top, bottom, left, right = e.top, e.bottom, e.left, e.right
		x, y = x+left, y+top
	}
	e.x = max(left, min(x, right-1))
	e.y = max(top, min(y, bottom-1))
	e.pending = false
}

// move moves the cursor, stopping at the region's edges unless it was beyond them.
func (e *emulator) move(dx, dy int) {
	left, right, top, bottom := 0, e.cols, 0, e.rows
	if e.x >= e.left {
		left = e.left
	}
	if e.x < e.right {
		right = e.right
	}
	if e.y >= e.top {
		top = e.top
	}
	if e.y < e.bottom {
		bottom = e.bottom
	}
	e.x = max(left, min(e.x+dx, right-1))
	e.y = max(top, min(e.y+dy, bottom-1))
	e.pending = false
}

// carriageReturn goes to the left margin, or to the first column from left of it.
func (e *emulator) carriageReturn() {
	e.pending = false
	if e.x >= e.left || e.origin {
		e.x = e.left
	} else {
		e.x = 0
	}
}

func (e *emulator) tab(n int) {
	right := e.cols
	if e.x < e.right {
		right = e.right
	}
	for ; n > 0 && e.x < right-1; n-- {
		for e.x++; e.x < right-1 && !e.tabs[e.x]; e.x++ {
		}
	}
}

func (e *emulator) backTab(n int) {
	e.pending = false
	left := 0
	if e.origin {
		left = e.left // there is nothing left of it then
	}
	for ; n > 0 && e.x > left; n-- {
		for e.x--; e.x > left && !e.tabs[e.x]; e.x-- {
		}
	}
}

func (e *emulator) saveCursor() {
	e.saved[e.screen()] = e.cursor
}

func (e *emulator) restoreCursor() {
	e.cursor = e.saved[e.screen()]
	x, y, pending := e.x, e.y, e.pending
	e.moveTo(e.relativeX(), e.relativeY()) // the size or the margins may be others since
	e.pending = pending && e.x == x && e.y == y
	e.setExtra() // its number may have been given to another since
}

// useAlt switches between the main and the alternate screen.
func (e *emulator) useAlt(on bool) {
	if on == e.onAlt {
		return
	}
	e.onAlt = on
	e.epoch++
	e.lines = e.main
	if on {
		if e.alt == nil {
			e.alt = newRows(e.cols, e.rows)
		}
		e.lines = e.alt
	}
	for _, r := range e.lines {
		r.dirty = true
	}
}

func newRows(cols, rows int) []*row {
	lines := make([]*row, rows)
	for i := range lines {
		lines[i] = newRow(cols)
	}
	return lines
}
