package tui

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
)

func TestFieldKeys(t *testing.T) {
	names := map[string]tea.KeyPressMsg{
		"left": {Code: tea.KeyLeft}, "right": {Code: tea.KeyRight}, "home": {Code: tea.KeyHome}, "end": {Code: tea.KeyEnd},
		"backspace": {Code: tea.KeyBackspace}, "delete": {Code: tea.KeyDelete}, "ctrl+w": {Code: 'w', Mod: tea.ModCtrl},
		"ctrl+u": {Code: 'u', Mod: tea.ModCtrl}, "ctrl+k": {Code: 'k', Mod: tea.ModCtrl}, "alt+d": {Code: 'd', Mod: tea.ModAlt},
		"alt+b": {Code: 'b', Mod: tea.ModAlt}, "alt+f": {Code: 'f', Mod: tea.ModAlt}, "x": {Code: 'x', Text: "x"},
		"space": {Code: tea.KeySpace, Text: " "}, "up": {Code: tea.KeyUp},
	}
	for _, test := range []struct{ text, keys, want string }{
		{"", "x space x", "x x|"},
		{"ab", "left x", "ax|b"},
		{"ab", "left left left right x", "ax|b"},
		{"ab", "home delete x end x", "xbx|"},
		{"ab", "right delete backspace backspace backspace", "|"},
		{"one two  three ", "alt+b x", "one two  x|three "},
		{"one two  three", "alt+b alt+b alt+f x", "one twox|  three"},
		{"one two", "alt+b alt+f alt+f x", "one twox|"},
		{"one two  ", "ctrl+w x", "one x|"},
		{"one two three", "home alt+f alt+d", "one| three"},
		{"one two three", "alt+b ctrl+u", "|three"},
		{"one two three", "alt+b ctrl+k", "one two |"},
		{"o\u0308👩\u200d👩\u200d👧a", "left left backspace", "|👩\u200d👩\u200d👧a"},
		{"o\u0308👩\u200d👩\u200d👧a", "home right delete", "o\u0308|a"},
		{"ab", "up", "ab|"},
	} {
		f := field{before: test.text}
		for key := range strings.FieldsSeq(test.keys) {
			f.update(names[key])
		}
		if got := f.before + "|" + f.after; got != test.want {
			t.Errorf("%q, %s: %q, want %q", test.text, test.keys, got, test.want)
		}
	}
}

func TestFieldPaste(t *testing.T) {
	f := field{before: "a", after: "b"}
	f.update(tea.PasteMsg{Content: "one\ntwo\tthree\x1b[31m\x00"})
	if got := f.before + "|" + f.after; got != "aone two three[31m|b" {
		t.Errorf("%q", got)
	}
	f.update(tea.PasteMsg{Content: strings.Repeat("é", 3*maxTyped)})
	if got := len([]rune(f.value())); got != maxTyped {
		t.Errorf("it takes %d characters, want %d", got, maxTyped)
	}
}

// The cursor is in sight wherever it stands, and the line is as wide as it is to be.
func TestFieldView(t *testing.T) {
	theme := newTheme(true, false)
	long := strings.Repeat("0123456789", 3) + "世界世界" + strings.Repeat("abcdefghij", 3)
	f := field{after: long}
	for range len([]rune(long)) + 1 {
		view := f.view(theme, 20)
		under := firstCharacter(f.after)
		if under == "" {
			under = " "
		}
		if n := ansi.StringWidth(view); n != 20 || !strings.Contains(view, "\x1b[7m"+under) {
			t.Fatalf("%d cells behind %q: %q", n, f.before, view)
		}
		f.update(tea.KeyPressMsg{Code: tea.KeyRight})
	}
	empty := field{placeholder: "a word"}
	if view := ansi.Strip(empty.view(theme, 10)); view != "a word    " {
		t.Errorf("%q", view)
	}
}
