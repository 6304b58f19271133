package terminal

import (
	"strconv"
	"unicode/utf8"

	"github.com/clipperhouse/displaywidth"
)

// style is what SGR and OSC 8 say of a cell.
func (c cell) style() cell {
	c.ch = 0
	c.attr &^= wide | tail | protected
	return c
}

// appendRow appends cells as ANSI text that is exactly cols columns wide and ends with all attributes reset. paint may change
// how a cell looks; nil changes nothing.
func (e *emulator) appendRow(dst []byte, cells []cell, cols int, paint func(x int, c cell) cell) []byte {
	if len(cells) > cols {
		cells = cells[:cols]
	}
	var last cell
	for x := 0; x < cols; x++ {
		var c cell
		if x < len(cells) {
			c = cells[x]
		} else if paint == nil && !e.modes.reverse && e.bg == 0 {
			if last != (cell{}) {
				dst = e.appendStyle(dst, last, cell{})
				last = cell{}
			}
			dst = appendSpaces(dst, cols-x)
			break
		}
		if paint != nil {
			c = paint(x, c)
		}
		if e.modes.reverse {
			c.attr ^= inverse
		}
		if s := c.style(); s != last {
			dst = e.appendStyle(dst, last, s)
			last = s
		}
		switch {
		case c.attr&wide != 0 && x+1 < cols:
			dst = e.appendShown(dst, c, 2)
			x++
		case c.attr&(wide|tail) != 0 || c.ch == 0:
			dst = append(dst, ' ') // half of a wide character
		case c.ch < 0x80:
			dst = append(dst, byte(c.ch))
		default:
			dst = e.appendShown(dst, c, 1)
		}
	}
	if last != (cell{}) {
		dst = e.appendStyle(dst, last, cell{})
	}
	return dst
}

func appendSpaces(dst []byte, n int) []byte {
	for range n {
		dst = append(dst, ' ')
	}
	return dst
}

// appendShown appends a cell's characters such that every outer terminal gives them the same width. Programs count characters
// one by one (wcwidth(3)); a terminal that counts grapheme clusters would put several into one, and shift the row.
func (e *emulator) appendShown(dst []byte, c cell, width int) []byte {
	if c.ch&clusterBit == 0 {
		if r := rune(c.ch); joins(r) {
			return appendSpaces(dst, width)
		}
		return utf8.AppendRune(dst, rune(c.ch))
	}
	start := len(dst)
	base := true
	for _, r := range e.clusters.value(c.ch &^ clusterBit) {
		if base || !invisible(r) {
			dst = utf8.AppendRune(dst, r)
		}
		base = false
	}
	if displaywidth.Bytes(dst[start:]) != width {
		_, n := utf8.DecodeRune(dst[start:])
		dst = dst[:start+n]
	}
	return dst
}

// joins says whether a character that has cells of its own changes the character before it: skin tones, and the letters that
// make flags.
func joins(r rune) bool {
	return r >= 0x1f3fb && r <= 0x1f3ff || r >= 0x1f1e6 && r <= 0x1f1ff
}

// invisible says whether a character only tells how to show its neighbours: joiners, variation selectors, directions, tags.
func invisible(r rune) bool {
	return r >= 0x200b && r <= 0x200f || r >= 0x202a && r <= 0x202e || r >= 0x2060 && r <= 0x206f ||
		r >= 0xfe00 && r <= 0xfe0f || r >= 0xe0000 && r <= 0xe01ef || r == 0xfeff
}

// appendStyle appends what turns the style from into to.
func (e *emulator) appendStyle(dst []byte, from, to cell) []byte {
	if from.extra != to.extra {
		a, b := e.extras.value(uint32(from.extra)), e.extras.value(uint32(to.extra))
		if a.uri != b.uri || a.id != b.id {
			dst = append(dst, "\x1b]8;"...)
			if b.id != "" {
				dst = append(append(dst, "id="...), b.id...)
			}
			dst = append(append(append(dst, ';'), b.uri...), "\x1b\\"...)
		}
	}
	dst = append(dst, "\x1b["...)
	if from.fg == 0 && from.bg == 0 && from.attr == 0 && e.extras.value(uint32(from.extra)).underline == 0 {
		start := len(dst)
		dst = e.appendSGR(dst, to)
		if len(dst) > start { // its first byte is the separator
			dst = append(dst[:start], dst[start+1:]...)
		}
	} else if plain := e.appendSGR(append(dst, '0'), to); len(plain) > len(dst)+1 {
		dst = plain
	}
	return append(dst, 'm')
}

// appendSGR appends the parameters that make the style of c from the default one, each with a semicolon before it.
func (e *emulator) appendSGR(dst []byte, c cell) []byte {
	for i, code := range sgrCodes {
		if c.attr&(1<<i) != 0 {
			dst = append(dst, code...)
		}
	}
	switch style := c.attr & underlineMask / underline; style {
	case 0:
	case 1:
		dst = append(dst, ";4"...)
	default:
		dst = append(dst, ";4:"...)
		dst = append(dst, '0'+byte(style))
	}
	dst = e.appendColor(dst, 30, c.fg, e.fg)
	dst = e.appendColor(dst, 40, c.bg, e.bg)
	if u := e.extras.value(uint32(c.extra)).underline; u != 0 {
		dst = e.appendColor(dst, 50, u, 0)
	}
	return dst
}

// sgrCodes are the parameters of the attributes, in the order of their bits.
var sgrCodes = [...]string{";1", ";2", ";3", ";5", ";7", ";8", ";9", ";53"}

// appendColor appends a colour whose basic form begins at base: 30 for the foreground, 40 for the background. 50 is the
// underline, which has no basic form.
func (e *emulator) appendColor(dst []byte, base int64, c, otherwise color) []byte {
	if c == 0 {
		c = otherwise
	}
	if c&indexed != 0 && e.palette != nil {
		if set, ok := e.palette[uint8(c)]; ok {
			c = set
		}
	}
	if c == 0 {
		return dst
	}
	dst = append(dst, ';')
	if c&direct != 0 {
		dst = strconv.AppendInt(dst, base+8, 10)
		dst = append(dst, ";2"...)
		for shift := 16; shift >= 0; shift -= 8 {
			dst = append(dst, ';')
			dst = strconv.AppendInt(dst, int64(c>>shift&0xff), 10)
		}
		return dst
	}
	n := int64(c & 0xff)
	switch {
	case n < 8 && base < 50:
		return strconv.AppendInt(dst, base+n, 10)
	case n < 16 && base < 50:
		return strconv.AppendInt(dst, base+60+n-8, 10)
	}
	dst = strconv.AppendInt(dst, base+8, 10)
	dst = append(dst, ";5;"...)
	return strconv.AppendInt(dst, n, 10)
}
