package terminal

// sgr obeys SGR: ECMA-48, 8.3.117, with the colours of ISO 8613-6 and the underline styles that kitty began.
func (e *emulator) sgr() {
	if e.count == 0 {
		e.count = 1
	}
	p := &e.pen
	for i := 0; i < e.count; {
		// The parameter and those that colons tie to it.
		end := i + 1
		for end < e.count && e.colons&(1<<end) != 0 {
			end++
		}
		n := int(e.params[i])
		switch {
		case n == 0:
			*p = pen{cell: cell{attr: p.attr & protected}, uri: p.uri, id: p.id}
			e.setExtra()
		case n == 1:
			p.attr |= bold
		case n == 2:
			p.attr |= faint
		case n == 3:
			p.attr |= italic
		case n == 4:
			style := 1
			if end > i+1 {
				style = int(e.params[i+1])
			}
			e.setUnderline(style)
		case n == 5 || n == 6:
			p.attr |= blink
		case n == 7:
			p.attr |= inverse
		case n == 8:
			p.attr |= hidden
		case n == 9:
			p.attr |= strike
		case n == 21:
			e.setUnderline(2)
		case n == 22:
			p.attr &^= bold | faint
		case n == 23:
			p.attr &^= italic
		case n == 24:
			e.setUnderline(0)
		case n == 25:
			p.attr &^= blink
		case n == 27:
			p.attr &^= inverse
		case n == 28:
			p.attr &^= hidden
		case n == 29:
			p.attr &^= strike
		case n >= 30 && n <= 37:
			p.fg = indexed | color(n-30)
		case n == 39:
			p.fg = 0
		case n >= 40 && n <= 47:
			p.bg = indexed | color(n-40)
		case n == 49:
			p.bg = 0
		case n == 53:
			p.attr |= overline
		case n == 55:
			p.attr &^= overline
		case n == 59:
			p.underline = 0
			e.setExtra()
		case n >= 90 && n <= 97:
			p.fg = indexed | color(n-90+8)
		case n >= 100 && n <= 107:
			p.bg = indexed | color(n-100+8)
		case n == 38 || n == 48 || n == 58:
			var c color
			var ok bool
			if end > i+1 {
				c, ok = colonColor(e.params[i+1 : end])
			} else {
				var used int
				c, used, ok = semicolonColor(e.params[i+1 : e.count])
				end += used
			}
			if !ok {
				break
			}
			switch n {
			case 38:
				p.fg = c
			case 48:
				p.bg = c
			case 58:
				p.underline = c
				e.setExtra()
			}
		}
		i = end
	}
}

func (e *emulator) setUnderline(style int) {
	if style > 5 {
		style = 1
	}
	e.pen.attr = e.pen.attr&^underlineMask | attr(style)*underline
}

// colonColor reads 5:n, 2:r:g:b or 2:space:r:g:b, what follows 38: of ISO 8613-6.
func colonColor(p []int32) (color, bool) {
	switch {
	case len(p) >= 2 && p[0] == 5 && p[1] < 256:
		return indexed | color(p[1]), true
	case len(p) == 4 && p[0] == 2:
		return direct3(p[1:])
	case len(p) >= 5 && p[0] == 2:
		return direct3(p[2:])
	}
	return 0, false
}

// semicolonColor reads 5;n or 2;r;g;b, as xterm first had it, and says how many parameters that took.
func semicolonColor(p []int32) (c color, used int, ok bool) {
	switch {
	case len(p) >= 2 && p[0] == 5:
		return indexed | color(p[1]&0xff), 2, p[1] < 256
	case len(p) >= 4 && p[0] == 2:
		c, ok := direct3(p[1:])
		return c, 4, ok
	}
	return 0, len(p), false
}

func direct3(p []int32) (color, bool) {
	if p[0] > 255 || p[1] > 255 || p[2] > 255 {
		return 0, false
	}
	return rgb(uint8(p[0]), uint8(p[1]), uint8(p[2])), true
}
