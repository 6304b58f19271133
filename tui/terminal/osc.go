package terminal

import (
	"encoding/base64"
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	maxTitle = 256  // characters
	maxURI   = 2083 // bytes, the bound that VTE uses
)

// osc obeys an operating system command, without its introducer and terminator.
func (e *emulator) osc(s []byte) {
	number, rest, _ := strings.Cut(string(s), ";")
	switch number {
	case "0", "2":
		e.title = printable(rest, maxTitle)
	case "4":
		e.oscPalette(rest)
	case "7":
		e.dir = printable(rest, maxURI)
	case "8":
		e.oscLink(rest)
	case "10": // what follows a second semicolon is for 11 (xterm's ctlseqs)
		foreground, background, _ := strings.Cut(rest, ";")
		e.oscDefault(10, foreground, &e.fg, e.opts.Foreground)
		e.oscDefault(11, background, &e.bg, e.opts.Background)
	case "11":
		background, _, _ := strings.Cut(rest, ";")
		e.oscDefault(11, background, &e.bg, e.opts.Background)
	case "52":
		e.oscClipboard(rest)
	case "104":
		e.oscResetPalette(rest)
	case "110":
		e.fg = 0
		e.dirtyAll()
	case "111":
		e.bg = 0
		e.dirtyAll()
	case "133":
		e.oscMark(rest)
	}
}

// printable is s without control and formatting characters, cut to n characters.
func printable(s string, n int) string {
	var b strings.Builder
	for _, r := range s {
		if n == 0 {
			break
		}
		if r != utf8.RuneError && unicode.IsPrint(r) {
			b.WriteRune(r)
			n--
		}
	}
	return b.String()
}

// oscLink begins a hyperlink, or ends it with an empty URI. Only schemes that a browser or a mail program opens get
// through: a file: link would point out of the sandbox.
func (e *emulator) oscLink(s string) {
	params, uri, _ := strings.Cut(s, ";")
	e.pen.uri, e.pen.id = "", ""
	if len(uri) <= maxURI && linkable(uri) {
		e.pen.uri = uri
		for p := range strings.SplitSeq(params, ":") {
			if id, ok := strings.CutPrefix(p, "id="); ok && len(id) <= 64 && plainASCII(id) {
				e.pen.id = id
			}
		}
	}
	e.setExtra()
}

func linkable(uri string) bool {
	if !plainASCII(uri) {
		return false
	}
	scheme, _, _ := strings.Cut(uri, ":")
	switch strings.ToLower(scheme) {
	case "http", "https", "mailto":
		return true
	}
	return false
}

// plainASCII says whether s has only the characters that OSC 8 allows, less the ones with a meaning to its parameters.
func plainASCII(s string) bool {
	for i := range len(s) {
		if s[i] <= 0x20 || s[i] >= 0x7f {
			return false
		}
	}
	return true
}

func (e *emulator) oscPalette(s string) {
	fields := strings.Split(s, ";")
	for i := 0; i+1 < len(fields); i += 2 {
		n, err := strconv.ParseUint(fields[i], 10, 8)
		if err != nil {
			return
		}
		if fields[i+1] == "?" {
			e.reply(fmt.Sprintf("\x1b]4;%d;%s%s", n, colorSpec(e.paletteColor(uint8(n))), e.strEnd))
		} else if c, ok := parseColor(fields[i+1]); ok {
			if e.palette == nil {
				e.palette = map[uint8]color{}
			}
			e.palette[uint8(n)] = c
			e.dirtyAll()
		}
	}
}

// oscResetPalette gives the entries named their own colours again, all of them where none is named.
func (e *emulator) oscResetPalette(s string) {
	if s == "" {
		e.palette = nil
	}
	for field := range strings.SplitSeq(s, ";") {
		if n, err := strconv.ParseUint(field, 10, 8); err == nil {
			delete(e.palette, uint8(n))
		}
	}
	e.dirtyAll()
}

// oscDefault sets the default foreground or background, or answers what it is.
func (e *emulator) oscDefault(number int, s string, c *color, outer RGB) {
	if s != "?" {
		if set, ok := parseColor(s); ok {
			*c = set
			e.dirtyAll()
		}
		return
	}
	answer := rgb(outer.R, outer.G, outer.B)
	if *c != 0 {
		answer = *c
	}
	e.reply(fmt.Sprintf("\x1b]%d;%s%s", number, colorSpec(answer), e.strEnd))
}

// oscClipboard hands on what a program wants in the clipboard, where the caller asked for that. Reading it is never
// allowed.
func (e *emulator) oscClipboard(s string) {
	_, data, ok := strings.Cut(s, ";")
	if !ok || e.opts.OnClipboard == nil {
		return
	}
	if text, err := base64.StdEncoding.DecodeString(data); err == nil && len(text) > 0 {
		e.emit(event{kind: clipboard, text: string(text)})
	}
}

// oscMark notes where a prompt, a command and its output begin and end (FinalTerm's protocol, which shells and
// terminals agree on).
func (e *emulator) oscMark(s string) {
	kind, rest, _ := strings.Cut(s, ";")
	if len(kind) != 1 {
		return
	}
	m := Mark{Kind: MarkKind(kind[0]), Status: -1}
	r := e.lines[e.y]
	switch m.Kind {
	case PromptStart:
		r.flags |= promptMark
	case CommandStart:
		r.flags |= commandMark
	case OutputStart:
		r.flags |= outputMark
	case CommandDone:
		r.flags |= doneMark
		e.doneColumn = e.x
		status, _, _ := strings.Cut(rest, ";")
		if n, err := strconv.ParseUint(status, 10, 8); err == nil {
			m.Status = int(n)
		}
		e.status = m.Status
	default:
		return
	}
	e.emit(event{kind: marked, mark: m})
}

// parseColor reads rgb:r/g/b with 1 to 4 hexadecimal digits each, or #rrggbb (XParseColor(3)).
func parseColor(s string) (color, bool) {
	if hex, ok := strings.CutPrefix(s, "#"); ok && len(hex) == 6 {
		n, err := strconv.ParseUint(hex, 16, 32)
		return direct | color(n), err == nil
	}
	spec, ok := strings.CutPrefix(s, "rgb:")
	parts := strings.Split(spec, "/")
	if !ok || len(parts) != 3 {
		return 0, false
	}
	var v [3]uint8
	for i, p := range parts {
		n, err := strconv.ParseUint(p, 16, 16)
		if err != nil || len(p) > 4 {
			return 0, false
		}
		v[i] = uint8(n * 255 / (1<<(4*len(p)) - 1))
	}
	return rgb(v[0], v[1], v[2]), true
}

// colorSpec writes a direct colour as xterm does.
func colorSpec(c color) string {
	r, g, b := uint32(c)>>16&0xff, uint32(c)>>8&0xff, uint32(c)&0xff
	return fmt.Sprintf("rgb:%04x/%04x/%04x", r*0x101, g*0x101, b*0x101)
}

// paletteColor is entry n as the program set it, or else xterm's.
func (e *emulator) paletteColor(n uint8) color {
	if c, ok := e.palette[n]; ok {
		return c
	}
	switch {
	case n < 16:
		return direct | ansiColors[n]
	case n < 232:
		n -= 16
		level := func(v uint8) uint8 {
			if v == 0 {
				return 0
			}
			return 55 + 40*v
		}
		return rgb(level(n/36), level(n/6%6), level(n%6))
	}
	gray := 8 + 10*(n-232)
	return rgb(gray, gray, gray)
}

// ansiColors are xterm's first 16 colours.
var ansiColors = [16]color{
	0x000000, 0xcd0000, 0x00cd00, 0xcdcd00, 0x0000ee, 0xcd00cd, 0x00cdcd, 0xe5e5e5,
	0x7f7f7f, 0xff0000, 0x00ff00, 0xffff00, 0x5c5cff, 0xff00ff, 0x00ffff, 0xffffff,
}
