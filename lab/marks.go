package lab

import (
	"bytes"
	"strconv"
)

// A shell tells where a command begins and ends by OSC 133, the prompt marks of "semantic prompts" that terminals agree on
// (https://gitlab.freedesktop.org/Per_Bothner/specifications/blob/master/proposals/semantic-prompts.md):
//
//	ESC ] 133 ; A ; aid=NAME BEL   the prompt begins; NAME is bash or sh, whichever shell prints it
//	ESC ] 133 ; B            BEL   the prompt ends, what the student types begins
//	ESC ] 133 ; P ; k=s      BEL   a secondary prompt (PS2): the command is not complete
//	ESC ] 133 ; C            BEL   a command starts, its output begins
//	ESC ] 133 ; D ; STATUS   BEL   the command has ended with STATUS
//
// ST (ESC \) may stand in the place of BEL.
type mark struct {
	kind   byte   // A, B, C, D or P
	status int    // of D; -1 where it is missing or no number
	aid    string // of A
}

// maxMark is longer than any mark; a longer string is someone else's and is not kept.
const maxMark = 128

// scanner finds the marks in a terminal's output, however the reads cut it.
type scanner struct {
	state scanState
	osc   []byte // what stands between ESC ] and its end; nil once it is too long
}

type scanState int

const (
	inText scanState = iota
	afterEscape
	inOSC
	inOSCEscape
)

// scan calls text for all that is not a mark, other escape sequences included, and found for each mark, in order.
func (s *scanner) scan(p []byte, text func([]byte), found func(mark)) {
	for len(p) > 0 {
		switch s.state {
		case inText:
			i := bytes.IndexByte(p, 0x1b)
			if i < 0 {
				text(p)
				return
			}
			if i > 0 {
				text(p[:i])
			}
			p = p[i+1:]
			s.state = afterEscape
		case afterEscape:
			if p[0] == ']' {
				s.state, s.osc = inOSC, s.osc[:0]
				p = p[1:]
				continue
			}
			text([]byte{0x1b})
			s.state = inText
		case inOSC:
			switch c := p[0]; {
			case c == 0x07:
				s.end(text, found, "\x07")
			case c == 0x1b:
				s.state = inOSCEscape
			case c < 0x20: // a terminal gives up on the sequence here, and so do we
				s.flush(text)
				continue
			default:
				s.osc = append(s.osc, c)
				if len(s.osc) > maxMark {
					s.flush(text)
				}
			}
			p = p[1:]
		case inOSCEscape:
			if p[0] == '\\' {
				s.end(text, found, "\x1b\\")
				p = p[1:]
				continue
			}
			s.flush(text)
			s.state = afterEscape
		}
	}
}

// end closes an operating system command: a mark, or text for whoever reads it.
func (s *scanner) end(text func([]byte), found func(mark), terminator string) {
	if m, ok := parseMark(string(s.osc)); ok {
		s.state = inText
		found(m)
		return
	}
	s.flush(text)
	text([]byte(terminator))
}

// flush hands on an operating system command that is no mark.
func (s *scanner) flush(text func([]byte)) {
	text(append([]byte("\x1b]"), s.osc...))
	s.osc = s.osc[:0]
	s.state = inText
}

func parseMark(osc string) (mark, bool) {
	fields := bytes.Split([]byte(osc), []byte{';'})
	if len(fields) < 2 || string(fields[0]) != "133" || len(fields[1]) != 1 {
		return mark{}, false
	}
	m := mark{kind: fields[1][0], status: -1}
	switch m.kind {
	case 'A':
		for _, option := range fields[2:] {
			if aid, ok := bytes.CutPrefix(option, []byte("aid=")); ok {
				m.aid = string(aid)
			}
		}
	case 'D':
		if len(fields) > 2 {
			if n, err := strconv.ParseUint(string(fields[2]), 10, 8); err == nil {
				m.status = int(n)
			}
		}
	case 'B', 'C', 'P':
	default:
		return mark{}, false
	}
	return m, true
}
