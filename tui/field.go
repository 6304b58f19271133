package tui

import (
	"strings"
	"unicode"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
)

// field is a line of text that is being typed, with the keys that shells have for it. Bubbles has one that does more: it looks
// for the clipboard's programs along PATH whenever Floorplan starts, to whatever end: fifty looks here, and under WSL, where
// Windows' own directories are in PATH, each takes its time.
type field struct {
	before, after string // the two sides of the cursor
	placeholder   string // stands there while nothing is typed
}

// maxTyped is how many characters a field takes.
const maxTyped = 200

func (f *field) value() string { return f.before + f.after }

// update types a key, or what was pasted.
func (f *field) update(msg tea.Msg) {
	switch msg := msg.(type) {
	case tea.PasteMsg:
		f.insert(msg.Content)
	case tea.KeyPressMsg:
		f.key(msg)
	}
}

func (f *field) key(msg tea.KeyPressMsg) {
	text := f.value()
	back, ahead := len(f.before)-len(lastCharacter(f.before)), len(f.before)+len(firstCharacter(f.after))
	wordBack := strings.LastIndexByte(strings.TrimRight(f.before, " "), ' ') + 1
	wordAhead := len(text)
	word := strings.TrimLeft(f.after, " ")
	if end := strings.IndexByte(word, ' '); end >= 0 {
		wordAhead += end - len(word)
	}
	switch msg.String() {
	case "left", "ctrl+b":
		f.before, f.after = text[:back], text[back:]
	case "right", "ctrl+f":
		f.before, f.after = text[:ahead], text[ahead:]
	case "ctrl+left", "alt+left", "alt+b":
		f.before, f.after = text[:wordBack], text[wordBack:]
	case "ctrl+right", "alt+right", "alt+f":
		f.before, f.after = text[:wordAhead], text[wordAhead:]
	case "home", "ctrl+a":
		f.before, f.after = "", text
	case "end", "ctrl+e":
		f.before, f.after = text, ""
	case "backspace", "ctrl+h":
		f.before = text[:back]
	case "delete", "ctrl+d":
		f.after = text[ahead:]
	case "ctrl+backspace", "alt+backspace", "ctrl+w":
		f.before = text[:wordBack]
	case "ctrl+delete", "alt+delete", "alt+d":
		f.after = text[wordAhead:]
	case "ctrl+u":
		f.before = ""
	case "ctrl+k":
		f.after = ""
	default:
		f.insert(msg.Text)
	}
}

// insert puts text before the cursor, as far as there is room. It is one line, and nothing in it controls a terminal.
func (f *field) insert(text string) {
	room := maxTyped - utf8.RuneCountInString(f.value())
	f.before += strings.Map(func(r rune) rune {
		if room--; room < 0 {
			return -1
		}
		switch {
		case unicode.IsSpace(r):
			return ' '
		case unicode.IsControl(r):
			return -1
		}
		return r
	}, text)
}

// view is exactly width cells, the cursor always among them.
func (f *field) view(t theme, width int) string {
	before, after, style := f.before, f.after, t.text
	if f.value() == "" {
		after, style = f.placeholder, t.dim
	}
	under := firstCharacter(after)
	after = after[len(under):]
	if under == "" {
		under = " "
	}
	// Where not all has room, a third is for what comes after the cursor.
	room := width - ansi.StringWidth(under) - min(ansi.StringWidth(after), width/3)
	if over := ansi.StringWidth(before) - room; over > 0 {
		before = ansi.TruncateLeft(before, over, "")
	}
	return fit(style.Render(before)+lipgloss.NewStyle().Reverse(true).Render(under)+style.Render(after), width)
}

// firstCharacter is what a reader takes for the first character of a text: it may be several runes.
func firstCharacter(text string) string {
	first, _ := ansi.FirstGraphemeCluster(text, ansi.GraphemeWidth)
	return first
}

func lastCharacter(text string) string {
	last := ""
	for text != "" {
		last = firstCharacter(text)
		text = text[len(last):]
	}
	return last
}
