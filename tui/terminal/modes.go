package terminal

// modes are what programs switch on and off. Those of the keyboard and of the mouse are exported through [Modes].
type modes struct {
	insert   bool // IRM
	newline  bool // LNM
	autowrap bool // DECAWM
	cursor   bool // DECTCEM
	margins  bool // DECLRMM
	reverse  bool // DECSCNM
	focus    bool // 1004
	sync     bool // 2026

	appCursor, appKeypad, bracketed bool

	mouse    MouseMode
	mouseSGR bool // 1006

	// saved are the private modes that XTSAVE keeps.
	saved map[int]bool
}

// MouseMode says which mouse events a program asked for.
type MouseMode int

// The mouse modes, each a superset of those before it (xterm's ctlseqs, "Mouse Tracking").
const (
	MouseOff    MouseMode = iota
	MouseClicks           // 1000: buttons pressed and released, and the wheel
	MouseDrag             // 1002: also motion while a button is down
	MouseMotion           // 1003: all motion
)

// Modes is what the program inside asked of the keyboard and the mouse. [Key], [Mouse], [Paste] and [Focus] obey it.
type Modes struct {
	AppCursor      bool // DECCKM: arrow keys send SS3
	BracketedPaste bool // 2004
	Focus          bool // 1004: wants to know when it gains and loses the keyboard
	AltScreen      bool
	Mouse          MouseMode
	MouseSGR       bool // 1006: positions beyond column 223, and which button was released
	Newline        bool // LNM: Return sends CR LF
}

func (e *emulator) keyboardModes() Modes {
	m := &e.modes
	return Modes{
		AppCursor: m.appCursor, BracketedPaste: m.bracketed, Focus: m.focus,
		AltScreen: e.onAlt, Mouse: m.mouse, MouseSGR: m.mouseSGR, Newline: m.newline,
	}
}

// flag is the bool behind a private mode that is no more than that; nil for the others.
func (e *emulator) flag(mode int) *bool {
	m := &e.modes
	switch mode {
	case 1:
		return &m.appCursor
	case 5:
		return &m.reverse
	case 6:
		return &e.origin
	case 7:
		return &m.autowrap
	case 25:
		return &m.cursor
	case 66:
		return &m.appKeypad
	case 69:
		return &m.margins
	case 1004:
		return &m.focus
	case 1006:
		return &m.mouseSGR
	case 2004:
		return &m.bracketed
	case 2026:
		return &m.sync
	}
	return nil
}

// isSet says whether a private mode is set, and whether it is known at all.
func (e *emulator) isSet(mode int) (on, known bool) {
	if f := e.flag(mode); f != nil {
		return *f, true
	}
	switch mode {
	case 12:
		return !e.steady, true
	case 47, 1047, 1049:
		return e.onAlt, true
	case 1000:
		return e.modes.mouse == MouseClicks, true
	case 1002:
		return e.modes.mouse == MouseDrag, true
	case 1003:
		return e.modes.mouse == MouseMotion, true
	}
	return false, false
}

func (e *emulator) privateModes(on bool) {
	for _, mode := range e.params[:e.count] {
		e.setPrivateMode(int(mode), on)
	}
}

func (e *emulator) setPrivateMode(mode int, on bool) {
	if f := e.flag(mode); f != nil {
		*f = on
	}
	switch mode {
	case 3: // DECCOLM: the width stays, what else it does is done
		e.resetMargins()
		e.clearScreen()
		e.moveTo(0, 0)
	case 5:
		e.dirtyAll()
	case 6:
		e.moveTo(0, 0)
	case 7:
		e.pending = e.pending && on
	case 12:
		e.steady = !on
	case 69:
		if !on {
			e.left, e.right = 0, e.cols
		}
	case 47:
		e.useAlt(on)
	case 1047:
		if !on && e.onAlt {
			e.clearScreen()
		}
		e.useAlt(on)
	case 1048:
		if on {
			e.saveCursor()
		} else {
			e.restoreCursor()
		}
	case 1049:
		if on {
			e.saveCursor()
			e.useAlt(true)
			e.clearScreen()
		} else {
			e.useAlt(false)
			e.restoreCursor()
		}
	case 1000, 1002, 1003:
		e.modes.mouse = MouseOff
		if on {
			e.modes.mouse = map[int]MouseMode{1000: MouseClicks, 1002: MouseDrag, 1003: MouseMotion}[mode]
		}
	}
}

func (e *emulator) clearScreen() {
	for _, r := range e.lines {
		r.reset(e.pen.bg)
	}
}

func (e *emulator) dirtyAll() {
	for _, r := range e.lines {
		r.dirty = true
	}
}

func (e *emulator) saveModes() {
	for _, mode := range e.params[:e.count] {
		if on, known := e.isSet(int(mode)); known {
			if e.modes.saved == nil {
				e.modes.saved = map[int]bool{}
			}
			e.modes.saved[int(mode)] = on
		}
	}
}

func (e *emulator) restoreModes() {
	for _, mode := range e.params[:e.count] {
		if on, ok := e.modes.saved[int(mode)]; ok {
			e.setPrivateMode(int(mode), on)
		}
	}
}

func (e *emulator) ansiModes(on bool) {
	for _, mode := range e.params[:e.count] {
		switch mode {
		case 4:
			e.modes.insert = on
		case 20:
			e.modes.newline = on
		}
	}
}
