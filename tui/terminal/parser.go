package terminal

import (
	"encoding/binary"
	"unicode/utf8"
)

// The parser follows the state machine of the VT500 (Paul Williams, https://vt100.net/emu/dec_ansi_parser), with UTF-8
// and with control strings that are bounded.

type state uint8

const (
	ground state = iota
	escape
	escapeIntermediate
	csi
	csiIgnore
	str       // OSC, DCS: collected
	strIgnore // SOS, PM, APC and what was too long: swallowed
)

const (
	maxParams = 32
	maxParam  = 65535
	maxString = 4096 // bytes of an OSC or DCS; a longer one is ignored as a whole
)

type parser struct {
	state  state
	prefix byte // < = > ? of a CSI
	inter  byte // the last intermediate byte
	params [maxParams]int32
	colons uint32 // bit i: parameter i follows a colon, so it belongs to the one before
	count  int    // of parameters
	kind   byte   // of the string: ']' OSC, 'P' DCS
	str    []byte
	strEnd string // what ended the string: answers to an OSC end alike
	strEsc bool   // the string's last byte was ESC
	strC2  bool   // it was 0xc2, the first half of a C1 control in UTF-8

	// A character of UTF-8 that is not complete.
	partial  [utf8.UTFMax]byte
	partials int // how many bytes of it there are
}

func (e *emulator) write(p []byte) {
	for i := 0; i < len(p); {
		if e.state != ground {
			e.step(p[i])
			i++
			continue
		}
		if n := printableASCII(p[i:]); n > 0 {
			if e.partials > 0 {
				e.flushPartial()
			}
			e.printASCII(p[i : i+n])
			i += n
			continue
		}
		b := p[i]
		if b < 0x80 {
			if e.partials > 0 {
				e.flushPartial()
			}
			e.control(b)
			i++
			continue
		}
		if e.partials == 0 {
			if r, n := utf8.DecodeRune(p[i:]); r != utf8.RuneError || n == 3 {
				e.printOrC1(r)
				i += n
				continue
			}
		}
		e.decode(b)
		i++
	}
}

// printableASCII is how many bytes p begins with that are from 0x20 to 0x7e. It looks at eight bytes at once: the high
// bit of a byte comes out set where it was set, where subtracting 0x20 borrows, and where the byte is 0x7f.
func printableASCII(p []byte) int {
	const each = 0x0101010101010101
	n := 0
	for ; len(p)-n >= 8; n += 8 {
		x := binary.LittleEndian.Uint64(p[n:])
		if (x|(x-0x20*each)|((x^0x7f*each)-each))&(0x80*each) != 0 {
			break
		}
	}
	for n < len(p) && p[n]-0x20 < 0x5f {
		n++
	}
	return n
}

// decode takes one byte of a character that is broken or not complete. Each maximal part of a broken one becomes one
// U+FFFD, as Unicode recommends (chapter 3, "U+FFFD Substitution of Maximal Subparts").
func (e *emulator) decode(b byte) {
	n := e.partials
	if n > 0 && !continues(e.partial[:n], b) {
		e.flushPartial()
		n = 0
	}
	if n == 0 && (b < 0xc2 || b > 0xf4) {
		e.print(utf8.RuneError)
		return
	}
	e.partial[n] = b
	e.partials = n + 1
	if utf8.FullRune(e.partial[:n+1]) {
		r, _ := utf8.DecodeRune(e.partial[:n+1])
		e.partials = 0
		e.printOrC1(r)
	}
}

// continues says whether b may follow the bytes of an incomplete character (The Unicode Standard, table 3-7).
func continues(part []byte, b byte) bool {
	lo, hi := byte(0x80), byte(0xbf)
	if len(part) == 1 {
		switch part[0] {
		case 0xe0:
			lo = 0xa0
		case 0xed:
			hi = 0x9f
		case 0xf0:
			lo = 0x90
		case 0xf4:
			hi = 0x8f
		}
	}
	return b >= lo && b <= hi
}

// flushPartial gives up on an incomplete character.
func (e *emulator) flushPartial() {
	e.partials = 0
	e.print(utf8.RuneError)
}

func (e *emulator) printOrC1(r rune) {
	if r < 0xa0 {
		e.escDispatch(byte(r - 0x40)) // C1 controls are ESC and the byte 0x40 below (ECMA-48, 5.3)
		return
	}
	e.print(r)
}

// step takes one byte outside of the ground state.
func (e *emulator) step(b byte) {
	if e.state == str || e.state == strIgnore {
		e.stringByte(b)
		return
	}
	switch {
	case b == 0x1b:
		e.enter(escape)
		return
	case b == 0x18 || b == 0x1a: // CAN, SUB
		e.state = ground
		return
	case b < 0x20:
		e.control(b)
		return
	case b == 0x7f:
		return
	case b >= 0x80: // not part of any sequence: it ends
		e.state = ground
		e.write([]byte{b})
		return
	}
	switch e.state {
	case escape, escapeIntermediate:
		if b < 0x30 {
			e.inter = b
			e.state = escapeIntermediate
			return
		}
		intermediate := e.state == escapeIntermediate
		e.state = ground
		if intermediate {
			e.escIntermediate(b)
		} else {
			e.escDispatch(b)
		}
	case csi:
		e.csiByte(b)
	case csiIgnore:
		if b >= 0x40 {
			e.state = ground
		}
	}
}

func (e *emulator) enter(s state) {
	e.state = s
	e.prefix, e.inter = 0, 0
	e.params[0], e.colons, e.count = 0, 0, 0
}

func (e *emulator) csiByte(b byte) {
	switch {
	case b >= '0' && b <= '9':
		if e.inter != 0 {
			e.state = csiIgnore
			return
		}
		if e.count == 0 {
			e.count = 1
		}
		p := &e.params[e.count-1]
		*p = min(*p*10+int32(b-'0'), maxParam)
	case b == ';' || b == ':':
		if e.count == 0 {
			e.count = 1
		}
		if e.count == maxParams || e.inter != 0 {
			e.state = csiIgnore
			return
		}
		if b == ':' {
			e.colons |= 1 << e.count
		}
		e.params[e.count] = 0
		e.count++
	case b < 0x30:
		e.inter = b
	case b < 0x40: // < = > ?
		if e.count > 0 || e.inter != 0 || e.prefix != 0 {
			e.state = csiIgnore
			return
		}
		e.prefix = b
	default:
		e.state = ground
		e.csiDispatch(b)
	}
}

// param is parameter i, or otherwise where it is missing or 0.
func (e *emulator) param(i, otherwise int) int {
	if i < e.count && e.params[i] != 0 {
		return int(e.params[i])
	}
	return otherwise
}

// stringByte takes a byte of a control string. BEL, ST in both forms, CAN and SUB end it; ESC does, whatever follows.
func (e *emulator) stringByte(b byte) {
	switch {
	case e.strEsc:
		e.strEsc = false
		if b == '\\' {
			e.endString("\x1b\\")
			return
		}
		e.enter(escape) // the string is abandoned
		e.step(b)
	case b == 0x1b:
		e.strEsc = true
	case b == 0x18 || b == 0x1a:
		e.state = ground
	case b == 0x07 && e.kind == ']':
		e.endString("\a")
	case b == 0x9c && e.strC2: // a bare 0x9c may be part of a character
		e.str = e.str[:max(0, len(e.str)-1)]
		e.endString("\x1b\\")
	default:
		e.strC2 = b == 0xc2
		if e.state == strIgnore {
			return
		}
		if len(e.str) == maxString {
			e.state = strIgnore
			return
		}
		e.str = append(e.str, b)
	}
}

func (e *emulator) startString(kind byte) {
	e.state, e.kind, e.str, e.strEsc, e.strC2 = strIgnore, kind, e.str[:0], false, false
	if kind == ']' || kind == 'P' {
		e.state = str
	}
}

func (e *emulator) endString(end string) {
	complete := e.state == str
	e.state, e.strEnd = ground, end
	switch {
	case !complete:
	case e.kind == ']':
		e.osc(e.str)
	case e.kind == 'P':
		e.dcs(e.str)
	}
}
