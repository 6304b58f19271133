package terminal

// control obeys a C0 control character.
func (e *emulator) control(b byte) {
	switch b {
	case 0x07:
		e.emit(event{kind: bell})
	case '\b':
		if e.x > 0 && e.x != e.left {
			e.x--
		}
		e.pending = false
	case '\t':
		e.tab(1)
	case '\n', '\v', '\f':
		e.lineFeed()
		if e.modes.newline {
			e.carriageReturn()
		}
	case '\r':
		e.carriageReturn()
	case 0x0e: // SO
		e.gl = 1
	case 0x0f: // SI
		e.gl = 0
	case 0x1b:
		e.enter(escape)
	}
}

// escDispatch obeys ESC and one final byte, which is also how C1 controls are written in 7 bits.
func (e *emulator) escDispatch(b byte) {
	switch b {
	case '6':
		e.backIndex()
	case '7':
		e.saveCursor()
	case '8':
		e.restoreCursor()
	case '9':
		e.forwardIndex()
	case 'D': // IND
		e.lineFeed()
	case 'E': // NEL
		e.lineFeed()
		e.carriageReturn()
	case 'H': // HTS
		e.tabs[e.x] = true
	case 'M':
		e.reverseIndex()
	case 'N': // SS2
		e.single = 2
	case 'O': // SS3
		e.single = 3
	case 'n': // LS2
		e.gl = 2
	case 'o': // LS3
		e.gl = 3
	case 'Z': // DECID
		e.reply("\x1b[?62;22c")
	case 'c':
		e.reset()
	case '=':
		e.modes.appKeypad = true
	case '>':
		e.modes.appKeypad = false
	case '[':
		e.enter(csi)
	case ']', 'P', 'X', '^', '_':
		e.startString(b)
	}
}

// escIntermediate obeys ESC, an intermediate byte and a final one.
func (e *emulator) escIntermediate(b byte) {
	switch e.inter {
	case '(', ')', '*', '+':
		if b == '0' || b == 'A' || b == 'B' {
			e.charsets[e.inter-'('] = b
		} else {
			e.charsets[e.inter-'('] = 'B'
		}
	case '#':
		if b == '8' { // DECALN
			e.resetMargins()
			e.origin = false
			for _, r := range e.lines {
				r.reset(0)
				r.fill(0, e.cols, cell{ch: 'E'})
			}
			e.moveTo(0, 0)
		}
	}
}

// csiDispatch obeys a control sequence; the names are those of xterm's ctlseqs and of the VT520 manual.
func (e *emulator) csiDispatch(final byte) {
	if e.prefix != 0 || e.inter != 0 {
		e.csiPrivate(final)
		return
	}
	if e.colons != 0 && final != 'm' {
		return // only SGR has sub-parameters
	}
	n := e.param(0, 1)
	switch final {
	case '@': // ICH
		if e.inColumns() && !e.pending {
			e.insertCells(e.x, e.y, n)
		}
	case 'A': // CUU
		e.move(0, -n)
	case 'B': // CUD
		e.move(0, n)
	case 'C': // CUF
		e.move(n, 0)
	case 'D': // CUB
		e.move(-n, 0)
	case 'E': // CNL
		e.move(0, n)
		e.carriageReturn()
	case 'F': // CPL
		e.move(0, -n)
		e.carriageReturn()
	case 'G', '`': // CHA, HPA
		e.moveTo(n-1, e.relativeY())
	case 'H', 'f': // CUP, HVP
		e.moveTo(e.param(1, 1)-1, n-1)
	case 'I': // CHT
		e.tab(n)
	case 'J': // ED
		e.eraseDisplay(e.param(0, 0), false)
	case 'K': // EL
		e.eraseLine(e.param(0, 0), false)
	case 'L': // IL
		e.insertLines(n)
	case 'M': // DL
		e.deleteLines(n)
	case 'P': // DCH
		if e.inColumns() && !e.pending {
			e.deleteCells(e.x, e.y, n)
		}
	case 'S': // SU
		e.scrollUp(n)
	case 'T': // SD; with five parameters it would be highlight mouse tracking
		if e.count <= 1 {
			e.insertRows(e.top, n)
		}
	case 'X': // ECH
		if !e.pending {
			e.eraseCells(e.y, e.x, min(e.x+n, e.cols))
		}
	case 'Z': // CBT
		e.backTab(n)
	case 'a': // HPR, which no margin stops
		e.moveTo(e.relativeX()+n, e.relativeY())
	case 'b': // REP
		e.repeat(n)
	case 'c': // DA1
		if e.param(0, 0) == 0 {
			e.reply("\x1b[?62;22c")
		}
	case 'd': // VPA
		e.moveTo(e.relativeX(), n-1)
	case 'e': // VPR
		e.moveTo(e.relativeX(), e.relativeY()+n)
	case 'g': // TBC
		switch e.param(0, 0) {
		case 0:
			e.tabs[e.x] = false
		case 3:
			clear(e.tabs)
		}
	case 'h', 'l':
		e.ansiModes(final == 'h')
	case 'm':
		e.sgr()
	case 'n':
		e.deviceStatus(e.param(0, 0))
	case 'r': // DECSTBM
		top, bottom := n, min(e.param(1, e.rows), e.rows)
		if top < bottom {
			e.top, e.bottom = top-1, bottom
			e.moveTo(0, 0)
		}
	case 's': // DECSLRM with DECLRMM, else SCOSC
		if !e.modes.margins {
			e.saveCursor()
		} else if left, right := n, min(e.param(1, e.cols), e.cols); left < right {
			e.left, e.right = left-1, right
			e.moveTo(0, 0)
		}
	case 't':
		e.windowOperation()
	case 'u': // SCORC
		e.restoreCursor()
	}
}

// relativeX and relativeY are the cursor's position as moveTo takes it.
func (e *emulator) relativeX() int {
	if e.origin {
		return e.x - e.left
	}
	return e.x
}

func (e *emulator) relativeY() int {
	if e.origin {
		return e.y - e.top
	}
	return e.y
}

// csiPrivate obeys a control sequence with a prefix or an intermediate byte.
func (e *emulator) csiPrivate(final byte) {
	switch string([]byte{e.prefix, e.inter, final}) {
	case "?\x00h":
		e.privateModes(true)
	case "?\x00l":
		e.privateModes(false)
	case "?\x00s":
		e.saveModes()
	case "?\x00r":
		e.restoreModes()
	case "?\x00J": // DECSED
		e.eraseDisplay(e.param(0, 0), true)
	case "?\x00K": // DECSEL
		e.eraseLine(e.param(0, 0), true)
	case "?\x00n":
		e.privateStatus(e.param(0, 0))
	case ">\x00c": // DA2: a VT220, so that programs do not ask for a VT420's rectangles
		if e.param(0, 0) == 0 {
			e.reply("\x1b[>1;380;0c")
		}
	case "=\x00c": // DA3
		if e.param(0, 0) == 0 {
			e.reply("\x1bP!|00000000\x1b\\")
		}
	case ">\x00q": // XTVERSION
		if e.param(0, 0) == 0 {
			e.reply("\x1bP>|floorplan\x1b\\")
		}
	case "?$p": // DECRQM
		e.reportPrivateMode(e.param(0, 0))
	case "\x00$p":
		e.reportMode(e.param(0, 0))
	case "\x00!p":
		e.softReset()
	case "\x00 @": // SL
		e.deleteColumns(e.left, e.param(0, 1))
	case "\x00 A": // SR
		e.insertColumns(e.left, e.param(0, 1))
	case "\x00'}": // DECIC
		if e.inRegion() {
			e.insertColumns(e.x, e.param(0, 1))
		}
	case "\x00'~": // DECDC
		if e.inRegion() {
			e.deleteColumns(e.x, e.param(0, 1))
		}
	case "\x00 q": // DECSCUSR
		e.cursorStyle(e.param(0, 0))
	case "\x00\"q": // DECSCA
		e.pen.attr &^= protected
		if e.param(0, 0) == 1 {
			e.pen.attr |= protected
		}
	}
}

func (e *emulator) cursorStyle(n int) {
	if n > 6 {
		return
	}
	e.steady = n > 0 && n%2 == 0
	e.shape = [...]CursorShape{Block, Block, Block, Underline, Underline, Bar, Bar}[n]
}

// insertLines and deleteLines work inside the scrolling region only, and go to its left margin (VT520, IL and DL).
func (e *emulator) insertLines(n int) {
	if e.inRegion() {
		e.insertRows(e.y, n)
		e.x, e.pending = e.left, false
	}
}

func (e *emulator) deleteLines(n int) {
	if e.inRegion() {
		e.deleteRows(e.y, n)
		e.x, e.pending = e.left, false
	}
}

func (e *emulator) inRegion() bool {
	return e.y >= e.top && e.y < e.bottom && e.inColumns()
}

// inColumns says whether the cursor is between the left and right margins.
func (e *emulator) inColumns() bool {
	return e.x >= e.left && e.x < e.right
}

// backIndex moves the cursor left, and at the left margin what is in the region to the right instead (DECBI).
func (e *emulator) backIndex() {
	switch {
	case e.x != e.left:
		e.x = max(0, e.x-1)
	case e.inRegion():
		e.insertColumns(e.x, 1)
	}
	e.pending = false
}

// forwardIndex is the same to the right (DECFI).
func (e *emulator) forwardIndex() {
	switch {
	case e.x != e.right-1:
		e.x = min(e.x+1, e.cols-1)
	case e.inRegion():
		e.deleteColumns(e.left, 1)
	}
	e.pending = false
}

// column is the column that edits begin at: with a pending wrap it is beyond the last one. Programs that fill a line
// and then erase its rest, as top does, expect the last character to stay; so it does in tmux and xterm.js, though not
// in xterm.
func (e *emulator) column() int {
	if e.pending {
		return e.x + 1
	}
	return e.x
}

func (e *emulator) eraseLine(what int, selective bool) {
	from, to := 0, e.cols
	switch what {
	case 0:
		from = e.column()
	case 1:
		to = e.x + 1
	case 2:
	default:
		return
	}
	e.erase(e.y, from, to, selective)
}

func (e *emulator) eraseDisplay(what int, selective bool) {
	from, to := 0, e.rows
	switch what {
	case 0:
		e.erase(e.y, e.column(), e.cols, selective)
		from = e.y + 1
	case 1:
		e.erase(e.y, 0, e.x+1, selective)
		to = e.y
	case 2:
	case 3:
		e.history.clear()
		e.epoch++
		return
	default:
		return
	}
	for y := from; y < to; y++ {
		e.erase(y, 0, e.cols, selective)
		if !selective {
			e.lines[y].flags &^= anyMark
		}
	}
}

func (e *emulator) erase(y, from, to int, selective bool) {
	if !selective {
		e.eraseCells(y, from, to)
		return
	}
	r := e.lines[y]
	for x := from; x < min(to, r.used); x++ {
		if r.cells[x].attr&protected == 0 {
			r.cut(x)
			r.cut(x + 1)
			r.fill(x, x+1, cell{bg: e.pen.bg})
		}
	}
}
