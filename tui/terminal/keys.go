package terminal

import (
	"fmt"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"
)

// Key is what a terminal sends for a key: xterm's encoding, as terminfo's xterm-256color describes it, with the
// modifiers of xterm's ctlseqs ("PC-Style Function Keys"). It is empty for keys that send nothing, such as Shift alone.
func Key(k tea.Key, m Modes) []byte {
	if seq := functionKey(k, m); seq != "" {
		return []byte(seq)
	}
	if k.Mod.Contains(tea.ModSuper) || k.Mod.Contains(tea.ModHyper) {
		return nil // they belong to the desktop
	}
	text := k.Text
	ctrl, alt := k.Mod.Contains(tea.ModCtrl), k.Mod.Contains(tea.ModAlt)
	switch {
	case ctrl:
		b, ok := control(k.Code)
		if !ok { // on a keyboard of another script, the key's place on a Latin one
			if b, ok = control(k.BaseCode); !ok {
				return nil
			}
		}
		text = string(rune(b))
	case text == "" && k.Code >= 0x20 && k.Code < tea.KeyExtended && k.Code != 0x7f:
		text = string(k.Code)
		if k.Mod.Contains(tea.ModShift) {
			if text = strings.ToUpper(text); k.ShiftedCode != 0 {
				text = string(k.ShiftedCode)
			}
		}
	}
	if text == "" {
		return nil
	}
	if alt {
		return []byte("\x1b" + text)
	}
	return []byte(text)
}

// control is the control character that Ctrl and a key send (xterm, ASCII).
func control(r rune) (byte, bool) {
	switch {
	case r >= 'a' && r <= 'z':
		return byte(r - 'a' + 1), true
	case r >= '@' && r <= '_':
		return byte(r - '@'), true
	}
	switch r {
	case ' ', '2', '`':
		return 0, true
	case '3', '4', '5', '6', '7':
		return byte(r - '3' + 0x1b), true
	case '/', '-':
		return 0x1f, true
	case '8', '?':
		return 0x7f, true
	}
	return 0, false
}

// functionKey is the sequence of a key that is no character.
func functionKey(k tea.Key, m Modes) string {
	mod := modifiers(k.Mod)
	alt := ""
	if k.Mod.Contains(tea.ModAlt) {
		alt = "\x1b"
	}
	switch k.Code {
	case tea.KeyEnter, tea.KeyKpEnter:
		if m.Newline {
			return alt + "\r\n"
		}
		return alt + "\r"
	case tea.KeyTab:
		if k.Mod.Contains(tea.ModShift) {
			return alt + "\x1b[Z"
		}
		return alt + "\t"
	case tea.KeyBackspace:
		if k.Mod.Contains(tea.ModCtrl) {
			return alt + "\b"
		}
		return alt + "\x7f"
	case tea.KeyEscape:
		return alt + "\x1b"
	}
	if final, ok := cursorKeys(k.Code); ok {
		switch {
		case mod > 1:
			return "\x1b[1;" + strconv.Itoa(mod) + string(final)
		case m.AppCursor:
			return "\x1bO" + string(final)
		}
		return "\x1b[" + string(final)
	}
	if k.Code >= tea.KeyF1 && k.Code <= tea.KeyF4 {
		final := string("PQRS"[k.Code-tea.KeyF1])
		if mod > 1 {
			return "\x1b[1;" + strconv.Itoa(mod) + final
		}
		return "\x1bO" + final
	}
	if n := tildeKey(k.Code); n > 0 {
		if mod > 1 {
			return fmt.Sprintf("\x1b[%d;%d~", n, mod)
		}
		return fmt.Sprintf("\x1b[%d~", n)
	}
	return keypadKey(k.Code)
}

// modifiers is xterm's number for them: 1 and the sum of Shift 1, Alt 2, Ctrl 4, Meta 8.
func modifiers(m tea.KeyMod) int {
	n := 1
	for i, mod := range []tea.KeyMod{tea.ModShift, tea.ModAlt, tea.ModCtrl, tea.ModMeta} {
		if m.Contains(mod) {
			n += 1 << i
		}
	}
	return n
}

func cursorKeys(code rune) (final byte, ok bool) {
	switch code {
	case tea.KeyUp, tea.KeyKpUp:
		return 'A', true
	case tea.KeyDown, tea.KeyKpDown:
		return 'B', true
	case tea.KeyRight, tea.KeyKpRight:
		return 'C', true
	case tea.KeyLeft, tea.KeyKpLeft:
		return 'D', true
	case tea.KeyBegin, tea.KeyKpBegin:
		return 'E', true
	case tea.KeyEnd, tea.KeyKpEnd:
		return 'F', true
	case tea.KeyHome, tea.KeyKpHome:
		return 'H', true
	}
	return 0, false
}

// tildeKey is the number of a key whose sequence ends with "~", 0 for none.
func tildeKey(code rune) int {
	switch code {
	case tea.KeyFind:
		return 1
	case tea.KeyInsert, tea.KeyKpInsert:
		return 2
	case tea.KeyDelete, tea.KeyKpDelete:
		return 3
	case tea.KeySelect:
		return 4
	case tea.KeyPgUp, tea.KeyKpPgUp:
		return 5
	case tea.KeyPgDown, tea.KeyKpPgDown:
		return 6
	}
	if code >= tea.KeyF5 && code <= tea.KeyF20 {
		return [...]int{15, 17, 18, 19, 20, 21, 23, 24, 25, 26, 28, 29, 31, 32, 33, 34}[code-tea.KeyF5]
	}
	return 0
}

// keypadKey is the character on a key of the keypad.
func keypadKey(code rune) string {
	switch {
	case code >= tea.KeyKp0 && code <= tea.KeyKp9:
		return string('0' + code - tea.KeyKp0)
	case code == tea.KeyKpEqual:
		return "="
	case code == tea.KeyKpMultiply:
		return "*"
	case code == tea.KeyKpPlus:
		return "+"
	case code == tea.KeyKpComma, code == tea.KeyKpSep:
		return ","
	case code == tea.KeyKpMinus:
		return "-"
	case code == tea.KeyKpDecimal:
		return "."
	case code == tea.KeyKpDivide:
		return "/"
	}
	return ""
}

// Paste is what a terminal sends for pasted text: lines end with CR, and with bracketed paste the text stands between
// brackets that it cannot close itself.
func Paste(text string, m Modes) []byte {
	text = strings.ReplaceAll(text, "\r\n", "\r")
	text = strings.ReplaceAll(text, "\n", "\r")
	text = strings.Map(func(r rune) rune {
		if r < 0x20 && r != '\r' && r != '\t' || r >= 0x7f && r < 0xa0 {
			return -1 // no control character gets into a paste, as xterm's disallowedPasteControls has it
		}
		return r
	}, text)
	if m.BracketedPaste {
		text = "\x1b[200~" + text + "\x1b[201~"
	}
	return []byte(text)
}

// Focus is what a terminal sends when it gains or loses the keyboard, empty unless the program asked for it.
func Focus(gained bool, m Modes) []byte {
	switch {
	case !m.Focus:
		return nil
	case gained:
		return []byte("\x1b[I")
	}
	return []byte("\x1b[O")
}

// Mouse is what a terminal sends for a mouse event at column x and row y of its screen, counted from 0; empty where the
// program did not ask for such an event.
func Mouse(msg tea.MouseMsg, x, y int, m Modes) []byte {
	ev := msg.Mouse()
	button, ok := mouseButton(ev.Button)
	if !ok || m.Mouse == MouseOff || x < 0 || y < 0 {
		return nil
	}
	release := false
	switch msg.(type) {
	case tea.MouseReleaseMsg:
		release = true
	case tea.MouseMotionMsg:
		if m.Mouse < MouseDrag || m.Mouse == MouseDrag && ev.Button == tea.MouseNone {
			return nil
		}
		button += 32
	}
	for i, mod := range []tea.KeyMod{tea.ModShift, tea.ModAlt, tea.ModCtrl} {
		if ev.Mod.Contains(mod) {
			button += 4 << i
		}
	}
	if m.MouseSGR {
		final := 'M'
		if release {
			final = 'm'
		}
		return fmt.Appendf(nil, "\x1b[<%d;%d;%d%c", button, x+1, y+1, final)
	}
	if release {
		button |= 3 // which button it was cannot be said
	}
	if x > 222 || y > 222 {
		return nil
	}
	return []byte{0x1b, '[', 'M', byte(32 + button), byte(33 + x), byte(33 + y)}
}

// mouseButton is the number of a button in mouse reports.
func mouseButton(b tea.MouseButton) (int, bool) {
	switch b {
	case tea.MouseLeft:
		return 0, true
	case tea.MouseMiddle:
		return 1, true
	case tea.MouseRight:
		return 2, true
	case tea.MouseNone:
		return 3, true
	case tea.MouseWheelUp, tea.MouseWheelDown, tea.MouseWheelLeft, tea.MouseWheelRight:
		return 64 + int(b-tea.MouseWheelUp), true
	case tea.MouseBackward, tea.MouseForward:
		return 128 + int(b-tea.MouseBackward), true
	}
	return 0, false
}
