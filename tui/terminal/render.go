package terminal

import (
	"strconv"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

// style is what SGR and OSC 8 say of a cell.
func (c cell) style() cell {
	c.ch = 0
	c.attr &^= wide | tail | protected
	return c
}

// appendRow appends cells as ANSI text that is exactly cols columns wide and ends with all attributes reset. paint may
// change how a cell looks; nil changes nothing.
func (e *emulator) appendRow(dst []byte, cells []cell, cols int, paint func(x int, c cell) cell) []byte {
	if len(cells) > cols {
		cells = cells[:cols]
	}
	var last cell
	var before []byte // what the cell before shows
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
		if c.fg == 0 {
			c.fg = e.fg
		}
		if c.bg == 0 {
			c.bg = e.bg
		}
		if e.modes.reverse {
			c.attr ^= inverse
		}
		if s := c.style(); s != last {
			dst = e.appendStyle(dst, last, s)
			last = s
		}
		start := len(dst)
		switch {
		case c.attr&wide != 0 && x+1 < cols:
			dst = e.appendShown(dst, before, c, 2)
			x++
		case c.attr&(wide|tail) != 0 || c.ch == 0:
			dst = append(dst, ' ') // half of a wide character
		case c.ch < 0x80:
			dst = append(dst, byte(c.ch))
		default:
			dst = e.appendShown(dst, before, c, 1)
		}
		before = dst[start:]
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

// appendShown appends the characters of a cell such that every outer terminal gives the row the same width. Programs
// count characters one by one (wcwidth(3)). Many terminals do, others count grapheme clusters, which may reach over
// several cells: a flag's two letters, a thumb and its skin tone, syllables of Indic scripts. Where the two ways
// differ, a character is left out and its cells stay blank.
func (e *emulator) appendShown(dst, before []byte, c cell, width int) []byte {
	if c.ch&clusterBit == 0 && standsAlone(rune(c.ch)) {
		return utf8.AppendRune(dst, rune(c.ch))
	}
	var buf [2*maxCluster + utf8.UTFMax]byte
	pair := append(buf[:0], before...)
	widthBefore := ansi.StringWidth(string(before))
	fits := func() bool {
		s := string(pair)
		return ansi.StringWidth(s) == widthBefore+width && ansi.StringWidthWc(s) == widthBefore+width
	}
	for i, r := range string(e.appendText(nil, c)) {
		// Joiners, variation selectors and the like would only ask for another width.
		if i == 0 || !unicode.In(r, unicode.Cf, unicode.Variation_Selector) {
			pair = utf8.AppendRune(pair, r)
		}
	}
	if !fits() { // without the combining characters
		_, n := utf8.DecodeRune(pair[len(before):])
		pair = pair[:len(before)+n]
		if !fits() {
			return appendSpaces(dst, width)
		}
	}
	return append(dst, pair[len(before):]...)
}

// standsAlone says of the most common characters beyond ASCII that they never join with their neighbours, and that
// their width is undisputed: Latin letters, box drawing and blocks, kana, Han and Hangul syllables.
func standsAlone(r rune) bool {
	return r >= 0xa0 && r < 0x300 && r != 0xad || r >= 0x2500 && r < 0x25a0 || r >= 0x3041 && r < 0x3097 ||
		r >= 0x30a1 && r < 0x30fb || r >= 0x4e00 && r < 0xa000 || r >= 0xac00 && r < 0xd7a4
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
	dst = e.appendColor(dst, 30, c.fg)
	dst = e.appendColor(dst, 40, c.bg)
	if u := e.extras.value(uint32(c.extra)).underline; u != 0 {
		dst = e.appendColor(dst, 50, u)
	}
	return dst
}

// sgrCodes are the parameters of the attributes, in the order of their bits.
var sgrCodes = [...]string{";1", ";2", ";3", ";5", ";7", ";8", ";9", ";53"}

// appendColor appends a colour whose basic form begins at base: 30 for the foreground, 40 for the background. 50 is the
// underline, which has no basic form.
func (e *emulator) appendColor(dst []byte, base int64, c color) []byte {
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
