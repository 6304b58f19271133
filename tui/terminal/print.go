package terminal

import (
	"unicode"

	"github.com/clipperhouse/displaywidth"
)

// printASCII prints characters from 0x20 to 0x7e: the path that most bytes take.
func (e *emulator) printASCII(p []byte) {
	if e.modes.insert || e.single != 0 || e.charsets[e.gl] != 'B' {
		for _, b := range p {
			e.print(rune(b))
		}
		return
	}
	e.last = rune(p[len(p)-1])
	for len(p) > 0 {
		if e.pending {
			e.wrap()
		}
		right := e.rightLimit()
		n := min(len(p), right-e.x)
		r := e.lines[e.y]
		cells := r.cells[e.x : e.x+n]
		if r.used > e.x {
			r.cut(e.x)
			r.cut(e.x + n)
		}
		fg, bg, attr, extra := e.pen.fg, e.pen.bg, e.pen.attr, e.pen.extra
		for i, b := range p[:len(cells)] {
			// Field by field: to change a cell and then copy it whole takes three times as long.
			c := &cells[i]
			c.ch, c.fg, c.bg, c.attr, c.extra = uint32(b), fg, bg, attr, extra
		}
		r.used = max(r.used, e.x+n)
		r.dirty = true
		p = p[n:]
		e.x += n
		if e.x < right {
			return
		}
		e.x = right - 1
		r.flags &^= wrapped
		if e.modes.autowrap {
			e.pending = true
		} else if len(p) > 1 {
			p = p[len(p)-1:] // each overwrites the one before
		}
	}
}

// rightLimit is where a line ends for what is printed: at the right margin, or beyond it at the screen's edge.
func (e *emulator) rightLimit() int {
	if e.x < e.right {
		return e.right
	}
	return e.cols
}

// print prints any one character.
func (e *emulator) print(r rune) {
	set := e.charsets[e.gl]
	if e.single != 0 {
		set, e.single = e.charsets[e.single], 0
	}
	if r < 0x80 && set != 'B' {
		r = translate(set, r)
	}
	w := 1
	if r >= 0x300 {
		w = runeWidth(r)
	}
	if w == 0 {
		e.combine(r)
		return
	}
	if w > e.cols || w > 1 && !e.modes.autowrap && e.x+w > e.rightLimit() {
		return // there is no room for it, and never will be
	}
	e.last = r
	if e.pending || e.x+w > e.rightLimit() {
		e.wrap()
	}
	if e.x+w > e.rightLimit() {
		return // the margins are closer than a wide character
	}
	if e.modes.insert && e.inColumns() {
		e.insertCells(e.x, e.y, w)
	}
	line := e.lines[e.y]
	line.cut(e.x)
	line.cut(e.x + w)
	p := &e.pen.cell
	if w == 2 {
		line.cells[e.x] = cell{uint32(r), p.fg, p.bg, p.attr | wide, p.extra}
		line.cells[e.x+1] = cell{0, p.fg, p.bg, p.attr | tail, p.extra}
	} else {
		line.cells[e.x] = cell{uint32(r), p.fg, p.bg, p.attr, p.extra}
	}
	e.x += w
	line.used = max(line.used, e.x)
	line.dirty = true
	if right := e.right; e.x == right || e.x == e.cols {
		e.x--
		line.flags &^= wrapped
		e.pending = e.modes.autowrap
	}
}

// wrap goes on in the next line. A pending wrap exists only while DECAWM is set.
func (e *emulator) wrap() {
	if e.left == 0 && e.right == e.cols {
		e.lines[e.y].flags |= wrapped
	}
	e.pending = false
	if e.x >= e.left {
		e.x = e.left
	} else {
		e.x = 0
	}
	e.lineFeed()
}

// repeat prints the last character n more times (REP), no more of them than the screen has cells.
func (e *emulator) repeat(n int) {
	if e.last == 0 {
		return
	}
	for range min(n, e.cols*e.rows) {
		e.print(e.last)
	}
}

// runeWidth is how many cells programs take a character to have, which is what wcwidth(3) of the GNU C library says.
func runeWidth(r rune) int {
	switch {
	case r >= 0x1f1e6 && r <= 0x1f1ff: // the letters that make flags: counted one by one
		return 1
	case r >= 0x1160 && r <= 0x11ff, r >= 0xd7b0 && r <= 0xd7fb: // Hangul vowels and final consonants combine
		return 0
	case unicode.Is(unicode.Prepended_Concatenation_Mark, r):
		return 1
	}
	return displaywidth.Rune(r)
}

// translate is character r of the set that a designation's final byte names (VT220: '0' DEC special graphics, 'A' UK).
func translate(set byte, r rune) rune {
	switch {
	case set == '0' && r >= 0x5f && r <= 0x7e:
		return graphics[r-0x5f]
	case set == 'A' && r == '#':
		return '£'
	}
	return r
}

// graphics is DEC special graphics, from 0x5f on (VT220 Programmer Reference, table 2-4).
var graphics = [...]rune{
	' ', '◆', '▒', '␉', '␌', '␍', '␊', '°', '±', '␤', '␋', '┘', '┐', '┌', '└', '┼',
	'⎺', '⎻', '─', '⎼', '⎽', '├', '┤', '┴', '┬', '│', '≤', '≥', 'π', '≠', '£', '·',
}
