package terminal

import (
	"os/exec"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
)

func TestKey(t *testing.T) {
	app := Modes{AppCursor: true}
	for _, test := range []struct {
		key   tea.Key
		modes Modes
		want  string
	}{
		{tea.Key{Code: 'a', Text: "a"}, Modes{}, "a"},
		{tea.Key{Code: 'a', Text: "A", Mod: tea.ModShift}, Modes{}, "A"},
		{tea.Key{Code: 'ü', Text: "ü"}, Modes{}, "ü"},
		{tea.Key{Code: tea.KeyExtended, Text: "日本"}, Modes{}, "日本"},
		{tea.Key{Code: ' ', Text: " "}, Modes{}, " "},
		{tea.Key{Code: 'a', Mod: tea.ModAlt}, Modes{}, "\x1ba"},
		{tea.Key{Code: 'a', Mod: tea.ModAlt | tea.ModShift}, Modes{}, "\x1bA"},
		{tea.Key{Code: 'c', Mod: tea.ModCtrl}, Modes{}, "\x03"},
		{tea.Key{Code: 'c', Mod: tea.ModCtrl | tea.ModAlt}, Modes{}, "\x1b\x03"},
		{tea.Key{Code: ' ', Mod: tea.ModCtrl}, Modes{}, "\x00"},
		{tea.Key{Code: '[', Mod: tea.ModCtrl}, Modes{}, "\x1b"},
		{tea.Key{Code: '\\', Mod: tea.ModCtrl}, Modes{}, "\x1c"},
		{tea.Key{Code: '_', Mod: tea.ModCtrl}, Modes{}, "\x1f"},
		{tea.Key{Code: '/', Mod: tea.ModCtrl}, Modes{}, "\x1f"},
		{tea.Key{Code: '?', Mod: tea.ModCtrl}, Modes{}, "\x7f"},
		{tea.Key{Code: 'с', BaseCode: 'c', Mod: tea.ModCtrl}, Modes{}, "\x03"},
		{tea.Key{Code: 'k', Mod: tea.ModSuper}, Modes{}, ""},
		{tea.Key{Code: tea.KeyEnter}, Modes{}, "\r"},
		{tea.Key{Code: tea.KeyEnter}, Modes{Newline: true}, "\r\n"},
		{tea.Key{Code: tea.KeyEnter, Mod: tea.ModAlt}, Modes{}, "\x1b\r"},
		{tea.Key{Code: tea.KeyTab}, Modes{}, "\t"},
		{tea.Key{Code: tea.KeyTab, Mod: tea.ModShift}, Modes{}, "\x1b[Z"},
		{tea.Key{Code: tea.KeyBackspace}, Modes{}, "\x7f"},
		{tea.Key{Code: tea.KeyBackspace, Mod: tea.ModCtrl}, Modes{}, "\b"},
		{tea.Key{Code: tea.KeyBackspace, Mod: tea.ModAlt}, Modes{}, "\x1b\x7f"},
		{tea.Key{Code: tea.KeyEscape}, Modes{}, "\x1b"},
		{tea.Key{Code: tea.KeyUp}, Modes{}, "\x1b[A"},
		{tea.Key{Code: tea.KeyUp}, app, "\x1bOA"},
		{tea.Key{Code: tea.KeyLeft, Mod: tea.ModCtrl}, app, "\x1b[1;5D"},
		{tea.Key{Code: tea.KeyHome}, Modes{}, "\x1b[H"},
		{tea.Key{Code: tea.KeyEnd}, app, "\x1bOF"},
		{tea.Key{Code: tea.KeyInsert}, Modes{}, "\x1b[2~"},
		{tea.Key{Code: tea.KeyDelete, Mod: tea.ModShift}, Modes{}, "\x1b[3;2~"},
		{tea.Key{Code: tea.KeyPgDown, Mod: tea.ModAlt | tea.ModCtrl}, Modes{}, "\x1b[6;7~"},
		{tea.Key{Code: tea.KeyF1}, Modes{}, "\x1bOP"},
		{tea.Key{Code: tea.KeyF4, Mod: tea.ModShift}, Modes{}, "\x1b[1;2S"},
		{tea.Key{Code: tea.KeyF5}, Modes{}, "\x1b[15~"},
		{tea.Key{Code: tea.KeyF12, Mod: tea.ModCtrl}, Modes{}, "\x1b[24;5~"},
		{tea.Key{Code: tea.KeyF20}, Modes{}, "\x1b[34~"},
		{tea.Key{Code: tea.KeyKp7}, Modes{}, "7"},
		{tea.Key{Code: tea.KeyKpEnter}, Modes{}, "\r"},
		{tea.Key{Code: tea.KeyLeftShift, Mod: tea.ModShift}, Modes{}, ""},
		{tea.Key{Code: tea.KeyCapsLock}, Modes{}, ""},
		{tea.Key{Code: tea.KeyF40}, Modes{}, ""},
	} {
		if got := string(Key(test.key, test.modes)); got != test.want {
			t.Errorf("%v sends %q, want %q", test.key, got, test.want)
		}
	}
}

// TestKeysOfTerminfo compares with what programs read in the terminal description.
func TestKeysOfTerminfo(t *testing.T) {
	out, err := exec.Command("infocmp", "-1", "-x", "xterm-256color").Output()
	if err != nil {
		t.Skipf("infocmp (ncurses-bin) does not know xterm-256color: %v", err)
	}
	description := map[string]string{}
	for l := range strings.Lines(string(out)) {
		if name, seq, ok := strings.Cut(strings.Trim(l, "\t\n ,"), "="); ok {
			description[name] = strings.NewReplacer(`\E`, "\x1b", `^H`, "\b", `^?`, "\x7f", `\177`, "\x7f").Replace(seq)
		}
	}
	m := Modes{AppCursor: true} // as programs are after smkx
	for name, key := range map[string]tea.Key{
		"kcuu1": {Code: tea.KeyUp}, "kcud1": {Code: tea.KeyDown}, "kcuf1": {Code: tea.KeyRight}, "kcub1": {Code: tea.KeyLeft},
		"khome": {Code: tea.KeyHome}, "kend": {Code: tea.KeyEnd}, "kich1": {Code: tea.KeyInsert}, "kdch1": {Code: tea.KeyDelete},
		"kpp": {Code: tea.KeyPgUp}, "knp": {Code: tea.KeyPgDown}, "kcbt": {Code: tea.KeyTab, Mod: tea.ModShift},
		"kf1": {Code: tea.KeyF1}, "kf2": {Code: tea.KeyF2}, "kf3": {Code: tea.KeyF3}, "kf4": {Code: tea.KeyF4},
		"kf5": {Code: tea.KeyF5}, "kf6": {Code: tea.KeyF6}, "kf10": {Code: tea.KeyF10}, "kf11": {Code: tea.KeyF11},
		"kf12": {Code: tea.KeyF12}, "kf13": {Code: tea.KeyF1, Mod: tea.ModShift}, "kDC": {Code: tea.KeyDelete, Mod: tea.ModShift},
		"kUP5": {Code: tea.KeyUp, Mod: tea.ModCtrl}, "kRIT3": {Code: tea.KeyRight, Mod: tea.ModAlt},
	} {
		if got, want := string(Key(key, m)), description[name]; got != want {
			t.Errorf("%s: %v sends %q, terminfo has %q", name, key, got, want)
		}
	}
}

func TestPaste(t *testing.T) {
	for _, test := range []struct {
		text  string
		modes Modes
		want  string
	}{
		{"a\nb\r\nc\td", Modes{}, "a\rb\rc\td"},
		{"日本", Modes{BracketedPaste: true}, "\x1b[200~日本\x1b[201~"},
		{"x\x1b[201~rm -rf\x03\u009b201~", Modes{BracketedPaste: true}, "\x1b[200~x[201~rm -rf201~\x1b[201~"},
	} {
		if got := string(Paste(test.text, test.modes)); got != test.want {
			t.Errorf("%q pastes as %q, want %q", test.text, got, test.want)
		}
	}
}

func TestMouse(t *testing.T) {
	sgr := Modes{Mouse: MouseClicks, MouseSGR: true}
	drag := Modes{Mouse: MouseDrag, MouseSGR: true}
	motion := Modes{Mouse: MouseMotion, MouseSGR: true}
	left := tea.Mouse{Button: tea.MouseLeft}
	for _, test := range []struct {
		msg   tea.MouseMsg
		x, y  int
		modes Modes
		want  string
	}{
		{tea.MouseClickMsg(left), 0, 0, Modes{}, ""},
		{tea.MouseClickMsg(left), 0, 0, sgr, "\x1b[<0;1;1M"},
		{tea.MouseReleaseMsg(left), 9, 4, sgr, "\x1b[<0;10;5m"},
		{tea.MouseClickMsg{Button: tea.MouseRight, Mod: tea.ModCtrl}, 300, 4, sgr, "\x1b[<18;301;5M"},
		{tea.MouseWheelMsg{Button: tea.MouseWheelUp}, 0, 0, sgr, "\x1b[<64;1;1M"},
		{tea.MouseWheelMsg{Button: tea.MouseWheelDown}, 0, 0, sgr, "\x1b[<65;1;1M"},
		{tea.MouseMotionMsg(left), 1, 1, sgr, ""},
		{tea.MouseMotionMsg(left), 1, 1, drag, "\x1b[<32;2;2M"},
		{tea.MouseMotionMsg{Button: tea.MouseNone}, 1, 1, drag, ""},
		{tea.MouseMotionMsg{Button: tea.MouseNone}, 1, 1, motion, "\x1b[<35;2;2M"},
		{tea.MouseClickMsg{Button: tea.MouseBackward}, 0, 0, sgr, "\x1b[<128;1;1M"},
		{tea.MouseClickMsg{Button: tea.MouseButton11}, 0, 0, sgr, ""},
		{tea.MouseClickMsg(left), 0, 0, Modes{Mouse: MouseClicks}, "\x1b[M !!"},
		{tea.MouseReleaseMsg(left), 1, 2, Modes{Mouse: MouseClicks}, "\x1b[M#\"#"},
		{tea.MouseClickMsg(left), 223, 0, Modes{Mouse: MouseClicks}, ""},
	} {
		if got := string(Mouse(test.msg, test.x, test.y, test.modes)); got != test.want {
			t.Errorf("%v at %d,%d with %+v sends %q, want %q", test.msg, test.x, test.y, test.modes, got, test.want)
		}
	}
}

// TestMouseOfPane shares the mouse between the program and the student.
func TestMouseOfPane(t *testing.T) {
	click := tea.MouseClickMsg{Button: tea.MouseLeft}
	wheel := tea.MouseWheelMsg{Button: tea.MouseWheelUp}
	p := NewPane(Options{Cols: 10, Rows: 4})
	numbered(p, 20)

	p.Mouse(wheel, 0, 0)
	if f := p.View(); f.Below != wheelLines {
		t.Errorf("the wheel scrolled by %d lines, want %d", f.Below, wheelLines)
	}
	p.ScrollToEnd()
	p.Mouse(click, 0, 0)
	p.Mouse(tea.MouseMotionMsg{Button: tea.MouseLeft}, 1, 1)
	if !p.Mouse(tea.MouseReleaseMsg{Button: tea.MouseLeft}, 1, 1) || p.Selected() != "17\n18" {
		t.Errorf("the drag selected %q", p.Selected())
	}

	p.Write([]byte("\x1b[?1049h"))
	p.Mouse(wheel, 0, 0)
	if got := sent(p); got != "\x1b[A\x1b[A\x1b[A" {
		t.Errorf("on the alternate screen the wheel sent %q", got)
	}

	p.Write([]byte("\x1b[?1002;1006h"))
	p.Mouse(click, 3, 2)
	p.Mouse(tea.MouseMotionMsg{Button: tea.MouseLeft}, 99, -5)
	if got := sent(p); got != "\x1b[<0;4;3M\x1b[<32;10;1M" {
		t.Errorf("the program was sent %q", got)
	}
	p.Mouse(tea.MouseClickMsg{Button: tea.MouseLeft, Mod: tea.ModShift}, 0, 0)
	p.Mouse(tea.MouseMotionMsg{Button: tea.MouseLeft}, 2, 0)
	p.Mouse(tea.MouseReleaseMsg{Button: tea.MouseLeft}, 2, 0)
	if got := sent(p); got != "" || !p.sel.active {
		t.Errorf("with Shift the program was sent %q, selected is %v", got, p.sel.active)
	}
}

func TestFocus(t *testing.T) {
	p := NewPane(Options{})
	p.Focus(true)
	p.Write([]byte("\x1b[?1004h"))
	p.Focus(true)
	p.Focus(false)
	if got := sent(p); got != "\x1b[I\x1b[O" {
		t.Errorf("the program was sent %q", got)
	}
}
