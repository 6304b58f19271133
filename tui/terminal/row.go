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

// row is one row of the screen. Its cells from used on are zero cells, so that a short row is cheap to clear and to keep.
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

// history keeps the lines that left the screen at its top, in chunks of cells that are used again once the oldest lines
// are dropped: pushing a line allocates nothing in the long run.
type history struct {
	chunks  []*chunk // oldest first
	limit   int      // lines to keep at least, as far as maxChunks allows
	count   int      // lines kept
	dropped int      // lines dropped since the beginning
}

type chunk struct {
	cells []cell
	lines []span
	first int // number of its first line, counted from the beginning
}

// span is one line's place in its chunk.
type span struct {
	start, end uint32
	flags      flags
}

// chunkCells and chunkLines are the capacity of a chunk; a line never has more than maxSize cells. historyCells bounds all of
// the history, whatever the length of its lines: 1 million cells are 16 MB.
const (
	chunkCells   = 8192
	chunkLines   = 1024
	historyCells = 1 << 20
)

func (h *history) push(cells []cell, f flags) {
	if h.limit <= 0 {
		h.dropped++
		return
	}
	var c *chunk
	if n := len(h.chunks); n > 0 {
		c = h.chunks[n-1]
	}
	if c == nil || len(c.lines) == chunkLines || len(c.cells)+len(cells) > chunkCells {
		c = h.grow()
	}
	start := uint32(len(c.cells))
	c.cells = append(c.cells, cells...)
	c.lines = append(c.lines, span{start, uint32(len(c.cells)), f})
	h.count++
}

// grow adds an empty chunk: the oldest one, when the lines without it are enough.
func (h *history) grow() *chunk {
	var c *chunk
	if len(h.chunks) > 0 {
		oldest := h.chunks[0]
		if h.count-len(oldest.lines) >= h.limit || len(h.chunks) >= historyCells/chunkCells {
			c = oldest
			h.count -= len(c.lines)
			h.dropped += len(c.lines)
			h.chunks = append(h.chunks[:0], h.chunks[1:]...)
			c.cells, c.lines = c.cells[:0], c.lines[:0]
		}
	}
	if c == nil {
		c = &chunk{}
		if h.count > 0 { // the first one grows with need: many terminals never fill it
			c.cells, c.lines = make([]cell, 0, chunkCells), make([]span, 0, chunkLines)
		}
	}
	c.first = h.dropped + h.count
	h.chunks = append(h.chunks, c)
	return c
}

// line is line i of those kept, counted from 0.
func (h *history) line(i int) ([]cell, flags) {
	n := h.dropped + i
	lo, hi := 0, len(h.chunks)
	for hi-lo > 1 {
		if mid := (lo + hi) / 2; h.chunks[mid].first <= n {
			lo = mid
		} else {
			hi = mid
		}
	}
	c := h.chunks[lo]
	s := c.lines[n-c.first]
	return c.cells[s.start:s.end], s.flags
}

// clear drops every line.
func (h *history) clear() {
	h.dropped += h.count
	h.count = 0
	h.chunks = nil
}
