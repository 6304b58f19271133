package terminal

// flags say what is known of a row beside its cells.
type flags uint8

const (
	wrapped     flags = 1 << iota // the line goes on in the next row
	promptMark                    // a prompt begins here (OSC 133;A)
	commandMark                   // the user's input begins here (OSC 133;B)
	outputMark                    // a command's output begins here (OSC 133;C)
	doneMark                      // a command ended here (OSC 133;D)

	anyMark = promptMark | commandMark | outputMark | doneMark
)

// row is one row of the screen. Its cells from used on are zero cells, so that a short row is cheap to clear and to
// keep.
type row struct {
	cells []cell // as many as the screen has columns
	used  int
	flags flags
	// text is the row as ANSI text, valid unless dirty.
	text  string
	dirty bool
}

func newRow(cols int) *row {
	return &row{cells: make([]cell, cols), dirty: true}
}

// erase makes the cells [from,to) blank in the background of c, which is how terminals with bce erase (terminfo(5)).
func (r *row) erase(from, to int, bg color) {
	r.dirty = true
	if to == len(r.cells) {
		r.flags &^= wrapped
	}
	if bg != 0 {
		r.fill(from, to, cell{bg: bg})
		return
	}
	clear(r.cells[from:max(from, min(to, r.used))])
	if to >= r.used {
		r.used = min(r.used, from)
	}
}

func (r *row) fill(from, to int, c cell) {
	r.dirty = true
	for i := from; i < to; i++ {
		r.cells[i] = c
	}
	r.used = max(r.used, to)
}

// reset makes the whole row blank, and forgets its marks.
func (r *row) reset(bg color) {
	r.erase(0, len(r.cells), bg)
	r.flags = 0
}

// cut blanks both halves of a wide character that stands across the left edge of column x.
func (r *row) cut(x int) {
	if x > 0 && x < len(r.cells) && r.cells[x].attr&tail != 0 {
		r.cells[x-1], r.cells[x] = cell{bg: r.cells[x-1].bg}, cell{bg: r.cells[x].bg}
	}
}
