package terminal

import "unicode/utf8"

// color is a colour as the program named it: 0 is the terminal's default, indexed|n is entry n of the palette (0 to
// 255), direct|rgb is 24-bit red, green and blue.
type color uint32

const (
	indexed color = 1 << 24
	direct  color = 2 << 24
)

func rgb(r, g, b uint8) color {
	return direct | color(r)<<16 | color(g)<<8 | color(b)
}

// attr holds a cell's attributes, and whether it is half of a wide character.
type attr uint16

const (
	bold attr = 1 << iota
	faint
	italic
	blink
	inverse
	hidden
	strike
	overline
	underline // the lowest of three bits: 1 single, 2 double, 3 curly, 4 dotted, 5 dashed
	_
	_
	wide      // the first of the two cells of a wide character
	tail      // the second of them
	protected // DECSCA: selective erase leaves it alone

	underlineMask = 7 * underline
)

// cell is one cell of the screen, 16 bytes. The zero cell is blank in the default colours.
type cell struct {
	ch    uint32 // a rune, or clusterBit and the number of a cluster; 0 where nothing was written
	fg    color
	bg    color
	attr  attr
	extra uint16 // the number of what few cells have; 0 for none
}

// extra is what few cells have.
type extra struct {
	underline color
	uri, id   string // OSC 8
}

// clusterBit marks a cell.ch that numbers a base character with its combining ones.
const clusterBit = 1 << 31

// maxCluster bounds a base character with its combining ones, in bytes of UTF-8.
const maxCluster = 32

// appendText appends the characters of a cell to dst, a space where nothing was written.
func (e *emulator) appendText(dst []byte, c cell) []byte {
	switch {
	case c.ch == 0:
		return append(dst, ' ')
	case c.ch&clusterBit != 0:
		return append(dst, e.clusters.value(c.ch&^clusterBit)...)
	}
	return utf8.AppendRune(dst, rune(c.ch))
}

// table numbers distinct values from 1, so that a cell can hold a small number in place of the value.
type table[T comparable] struct {
	values []T // values[0] stands for none
	ids    map[T]uint32
	free   []uint32
	limit  int // how many values there may be at once
	asked  int // how many new values were asked for since the last sweep
}

func newTable[T comparable](limit int) table[T] {
	return table[T]{values: make([]T, 1), ids: map[T]uint32{}, limit: limit}
}

func (t *table[T]) value(id uint32) T {
	return t.values[id]
}

// id is the number of v; ok is false when the table is full.
func (t *table[T]) id(v T) (id uint32, ok bool) {
	if id, ok := t.ids[v]; ok {
		return id, true
	}
	t.asked++
	switch n := len(t.free); {
	case n > 0:
		id = t.free[n-1]
		t.free = t.free[:n-1]
		t.values[id] = v
	case len(t.values) <= t.limit:
		id = uint32(len(t.values))
		t.values = append(t.values, v)
	default:
		return 0, false
	}
	t.ids[v] = id
	return id, true
}

// sweep forgets the values whose numbers are not in use.
func (t *table[T]) sweep(used []bool) {
	var none T
	t.free, t.asked = t.free[:0], 0
	for id := 1; id < len(t.values); id++ {
		if used[id] {
			continue
		}
		if v := t.values[id]; v != none {
			delete(t.ids, v)
			t.values[id] = none
		}
		t.free = append(t.free, uint32(id))
	}
}

// setExtra numbers what the pen has beside its cell.
func (e *emulator) setExtra() {
	e.pen.extra = 0
	x := extra{underline: e.pen.underline, uri: e.pen.uri, id: e.pen.id}
	if x == (extra{}) {
		return
	}
	id, ok := e.extras.id(x)
	if !ok && e.sweep() {
		id, _ = e.extras.id(x)
	}
	e.pen.extra = uint16(id)
}

// sweep forgets the clusters and extras that no cell has. It walks all cells, so it refuses until there were enough new
// ones.
func (e *emulator) sweep() bool {
	if e.clusters.asked < e.clusters.limit/4 && e.extras.asked < e.extras.limit/4 {
		return false
	}
	clusters, extras := make([]bool, len(e.clusters.values)), make([]bool, len(e.extras.values))
	extras[e.pen.extra] = true
	mark := func(cells []cell) {
		for _, c := range cells {
			if c.ch&clusterBit != 0 {
				clusters[c.ch&^clusterBit] = true
			}
			extras[c.extra] = true
		}
	}
	for i := range e.history.count {
		cells, _ := e.history.line(i)
		mark(cells)
	}
	for _, lines := range [][]*row{e.main, e.alt} {
		for _, r := range lines {
			mark(r.cells[:r.used])
		}
	}
	e.clusters.sweep(clusters)
	e.extras.sweep(extras)
	return true
}

// combine adds a combining character to the one before the cursor.
func (e *emulator) combine(r rune) {
	x := e.x
	if !e.pending {
		x--
	}
	cells := e.lines[e.y].cells
	if x > 0 && cells[x].attr&tail != 0 {
		x--
	}
	if x < 0 || cells[x].ch == 0 {
		return
	}
	text := e.appendText(make([]byte, 0, maxCluster+utf8.UTFMax), cells[x])
	if text = utf8.AppendRune(text, r); len(text) > maxCluster {
		return
	}
	id, ok := e.clusters.id(string(text))
	if !ok && e.sweep() {
		id, ok = e.clusters.id(string(text))
	}
	if ok {
		cells[x].ch = clusterBit | id
		e.lines[e.y].dirty = true
	}
}
