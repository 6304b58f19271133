package tui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
)

// scope is where a key works. A binding may name several.
type scope int

const (
	inContents scope = 1 << iota
	inLesson         // reading a lesson, the lesson has the keyboard
	inTerminal       // the terminal has the keyboard
	inQuiz
	inAnswer    // an answer is being typed
	inSearch    // the terminal's output is being searched
	inSelection // text in the terminal is being selected
	inOverlay   // a window lies over the screen
)

// binding is one row of the table of keys. Footer, help and docs/keys.md are made from it, so they cannot lie.
type binding struct {
	keys   []string // as Bubble Tea names them
	label  string   // as people read them; empty: the first of keys
	does   string
	in     scope
	footer int                // place in the footer, 1 first; 0 leaves it to the help
	off    func(*App) string  // why the key does nothing now, "" when it works; nil: it always works
	do     func(*App) tea.Cmd // may set the notice line
	name   func(*App) string  // what it does just now, where that changes; nil: does; "" keeps it out of the footer
}

func (b binding) shown() string {
	if b.label != "" {
		return b.label
	}
	return b.keys[0]
}

// leaveKey gives the keyboard back to the lesson, as it does in virsh and telnet. Nothing else is kept from the program
// in the terminal, but for the scrolling keys that terminals keep everywhere.
const leaveKey = "ctrl+]"

// bindings is the table. It is made once for each app.
func bindings() []binding {
	return []binding{
		{keys: []string{"enter"}, does: "do what has the focus: run, answer, go on", in: inLesson | inQuiz, footer: 1,
			name: (*App).enterDoes, off: (*App).stillRunning, do: (*App).enter},
		{keys: []string{"enter"}, does: "open", in: inContents, footer: 1, do: (*App).openChosen},
		{keys: []string{"enter"}, does: "submit", in: inAnswer, footer: 1, do: (*App).enter},
		{keys: []string{"esc"}, does: "stop typing", in: inAnswer, footer: 2, do: (*App).stopTyping},
		{keys: []string{"tab"}, does: "next block", in: inLesson | inAnswer, footer: 3, off: (*App).noBlocks,
			do: func(a *App) tea.Cmd { return a.moveFocus(1) }},
		{keys: []string{"shift+tab"}, does: "block before", in: inLesson | inAnswer, off: (*App).noBlocks,
			do: func(a *App) tea.Cmd { return a.moveFocus(-1) }},
		{keys: []string{"n", "right"}, label: "n →", does: "next page", in: inLesson, footer: 3, off: (*App).onLastPage,
			do: func(a *App) tea.Cmd { return a.turn(1) }},
		{keys: []string{"p", "left"}, label: "p ←", does: "page before", in: inLesson, footer: 7, off: (*App).onFirstPage,
			do: func(a *App) tea.Cmd { return a.turn(-1) }},
		{keys: []string{"down"}, label: "↓", does: "option below, or scroll", in: inLesson | inQuiz, do: func(a *App) tea.Cmd { return a.arrow(1) }},
		{keys: []string{"up"}, label: "↑", does: "option above, or scroll", in: inLesson | inQuiz, do: func(a *App) tea.Cmd { return a.arrow(-1) }},
		{keys: []string{"space"}, does: "tick an option, or scroll", in: inLesson | inQuiz, do: (*App).space},
		{keys: []string{"shift+down", "J"}, label: "shift+↓", does: "move an option down (orders)", in: inLesson | inQuiz, off: (*App).noOrder,
			do: func(a *App) tea.Cmd { return a.shift(1) }},
		{keys: []string{"shift+up", "K"}, label: "shift+↑", does: "move an option up (orders)", in: inLesson | inQuiz, off: (*App).noOrder,
			do: func(a *App) tea.Cmd { return a.shift(-1) }},
		{keys: []string{"j", "ctrl+e"}, does: "scroll down", in: inLesson | inQuiz, do: func(a *App) tea.Cmd { return a.scroll(1) }},
		{keys: []string{"k", "ctrl+y"}, does: "scroll up", in: inLesson | inQuiz, do: func(a *App) tea.Cmd { return a.scroll(-1) }},
		{keys: []string{"pgdown", "ctrl+f"}, label: "pgdn", does: "a screen down", in: inLesson | inQuiz, do: func(a *App) tea.Cmd { return a.scroll(a.lay.text.h - 2) }},
		{keys: []string{"pgup", "ctrl+b"}, does: "a screen up", in: inLesson | inQuiz, do: func(a *App) tea.Cmd { return a.scroll(2 - a.lay.text.h) }},
		{keys: []string{"g", "home"}, does: "top of the page", in: inLesson | inQuiz, do: func(a *App) tea.Cmd { return a.scroll(-1 << 20) }},
		{keys: []string{"G", "end"}, does: "end of the page", in: inLesson | inQuiz, do: func(a *App) tea.Cmd { return a.scroll(1 << 20) }},
		{keys: []string{"o"}, does: "show what follows", in: inLesson, off: (*App).nothingHeld, do: (*App).showRest},
		{keys: []string{"b"}, does: "run what came before", in: inLesson, off: (*App).nothingBefore, do: (*App).catchUp},
		{keys: []string{"h"}, does: "hint", in: inLesson, footer: 2, off: (*App).noTask, name: (*App).hintDoes, do: (*App).hint},
		{keys: []string{"s"}, does: "solve it for me", in: inLesson, footer: 2, off: (*App).noTask, name: (*App).solveDoes, do: (*App).solve},
		{keys: []string{"r"}, does: "run or try again", in: inLesson, footer: 2, off: (*App).notRepeatable, name: (*App).againDoes, do: (*App).again},
		{keys: []string{"t", leaveKey}, label: "t", does: "terminal", in: inLesson, footer: 4, off: (*App).noTerminal, do: (*App).enterTerminal},
		{keys: []string{"z"}, does: "lesson, terminal or both", in: inLesson, footer: 11, off: (*App).noTerminal, do: (*App).rearrange},
		{keys: []string{"]"}, does: "next sandbox", in: inLesson, off: (*App).oneTerminal, do: func(a *App) tea.Cmd { return a.switchTab(1) }},
		{keys: []string{"["}, does: "sandbox before", in: inLesson, off: (*App).oneTerminal, do: func(a *App) tea.Cmd { return a.switchTab(-1) }},
		{keys: []string{"R"}, does: "a fresh sandbox", in: inLesson, off: (*App).notStarted, do: (*App).resetSandbox},
		{keys: []string{"x"}, does: "what the kernel was asked", in: inLesson, off: (*App).notStarted, do: (*App).showSteps},
		{keys: []string{"v"}, does: "terminal's output in a pager", in: inLesson, off: (*App).notStarted, do: (*App).pageOutput},
		{keys: []string{"y"}, does: "copy the selection, else the block", in: inLesson, do: (*App).copyText},
		{keys: []string{"f"}, does: "find in the terminal's output", in: inLesson, off: (*App).notStarted, do: (*App).openSearch},
		{keys: []string{"V"}, does: "select in the terminal by keys", in: inLesson, off: (*App).notStarted, do: (*App).beginSelection},
		{keys: []string{"{", "ctrl+up"}, does: "terminal: prompt above", in: inLesson, off: (*App).notStarted, do: func(a *App) tea.Cmd { return a.jumpToPrompt(-1) }},
		{keys: []string{"}", "ctrl+down"}, does: "terminal: prompt below", in: inLesson, off: (*App).notStarted, do: func(a *App) tea.Cmd { return a.jumpToPrompt(1) }},
		{keys: []string{"/", "ctrl+k"}, label: "/", does: "find", in: inLesson | inContents, footer: 9, do: (*App).openFind},
		{keys: []string{"C"}, does: "all commands of the course", in: inLesson | inContents, do: (*App).showCommands},
		{keys: []string{"w"}, does: "glossary words on this page", in: inLesson | inQuiz, off: (*App).noWords, do: (*App).showWords},
		{keys: []string{"esc", "c"}, label: "esc", does: "contents", in: inLesson, footer: 10, do: (*App).toContents},
		{keys: []string{"Q"}, does: "back to the quiz", in: inLesson | inContents, footer: 2, off: (*App).noQuizAside, do: (*App).backToQuiz},
		{keys: []string{"n", "right"}, label: "n →", does: "next question; skips an open one", in: inQuiz, footer: 9, off: (*App).noQuestion,
			name: (*App).nextDoes, do: (*App).nextQuestion},
		{keys: []string{"o"}, does: "read its page again", in: inQuiz, footer: 3, off: (*App).stillOpen, do: (*App).readAgain},
		{keys: []string{"esc", "c"}, label: "esc", does: "contents; skips or stops a block", in: inQuiz, footer: 4,
			name: (*App).escDoes, do: (*App).leaveQuiz},
		{keys: []string{"down", "j"}, label: "↓", does: "down", in: inContents, do: func(a *App) tea.Cmd { return a.choose(1) }},
		{keys: []string{"up", "k"}, label: "↑", does: "up", in: inContents, do: func(a *App) tea.Cmd { return a.choose(-1) }},
		{keys: []string{"r"}, does: "review what is due", in: inContents, footer: 3, off: (*App).nothingDue, do: (*App).startReview},
		{keys: []string{"q"}, does: "quit", in: inContents | inLesson | inQuiz, footer: 12, do: (*App).quit},
		{keys: []string{"?", "f1"}, label: "?", does: "all keys", in: inContents | inLesson | inQuiz, footer: helpFirst, do: (*App).showHelp},
		{keys: []string{"esc", "q", "enter"}, label: "esc", does: "close", in: inOverlay, footer: 1, do: (*App).closeOverlay},
		{keys: []string{"down", "j", "space", "pgdown"}, label: "↓", does: "scroll", in: inOverlay, footer: 2, name: (*App).downDoes, do: func(a *App) tea.Cmd { return a.scrollOverlay(5) }},
		{keys: []string{"up", "k", "pgup"}, label: "↑", does: "scroll back", in: inOverlay, do: func(a *App) tea.Cmd { return a.scrollOverlay(-5) }},
		{keys: []string{"enter", "up"}, does: "match above", in: inSearch, footer: 1, do: func(a *App) tea.Cmd { return a.searchNext(-1) }},
		{keys: []string{"down"}, label: "↓", does: "below", in: inSearch, footer: 2, do: func(a *App) tea.Cmd { return a.searchNext(1) }},
		{keys: []string{"esc"}, does: "leave", in: inSearch, footer: 3, do: (*App).closeSearch},
		{keys: []string{"left", "h"}, label: "←↓↑→", does: "move", in: inSelection, footer: 1, do: func(a *App) tea.Cmd { return a.moveSelection(-1, 0, false) }},
		{keys: []string{"down", "j"}, label: "↓", does: "down", in: inSelection, do: func(a *App) tea.Cmd { return a.moveSelection(0, 1, false) }},
		{keys: []string{"up", "k"}, label: "↑", does: "up", in: inSelection, do: func(a *App) tea.Cmd { return a.moveSelection(0, -1, false) }},
		{keys: []string{"right", "l"}, label: "→", does: "right", in: inSelection, do: func(a *App) tea.Cmd { return a.moveSelection(1, 0, false) }},
		{keys: []string{"shift+left", "H"}, label: "shift+←↓↑→", does: "select", in: inSelection, footer: 2, do: func(a *App) tea.Cmd { return a.moveSelection(-1, 0, true) }},
		{keys: []string{"shift+down", "J"}, does: "select down", in: inSelection, do: func(a *App) tea.Cmd { return a.moveSelection(0, 1, true) }},
		{keys: []string{"shift+up", "K"}, does: "select up", in: inSelection, do: func(a *App) tea.Cmd { return a.moveSelection(0, -1, true) }},
		{keys: []string{"shift+right", "L"}, does: "select right", in: inSelection, do: func(a *App) tea.Cmd { return a.moveSelection(1, 0, true) }},
		{keys: []string{"a"}, does: "all", in: inSelection, footer: 3, do: (*App).selectAll},
		{keys: []string{"enter", "y"}, does: "copy", in: inSelection, footer: 4, do: func(a *App) tea.Cmd { return a.endSelection(true) }},
		{keys: []string{"esc", "q"}, does: "leave", in: inSelection, footer: 5, do: func(a *App) tea.Cmd { return a.endSelection(false) }},
		{keys: []string{leaveKey}, does: "back to the lesson", in: inTerminal, footer: 1, do: (*App).leaveTerminal},
		{keys: []string{"shift+pgup"}, does: "scroll back", in: inTerminal, footer: 2, do: func(a *App) tea.Cmd { return a.scrollTerminal(1) }},
		{keys: []string{"shift+pgdown"}, label: "shift+pgdn", does: "scroll forth", in: inTerminal, do: func(a *App) tea.Cmd { return a.scrollTerminal(-1) }},
	}
}

// press runs the first binding for a key that works in the present scope. When all that name the key are off, the notice
// line says why.
func (a *App) press(key string) (tea.Cmd, bool) {
	why := ""
	for _, b := range a.keys {
		if b.in&a.scope() == 0 || !slices.Contains(b.keys, key) {
			continue
		}
		if b.off != nil {
			if reason := b.off(a); reason != "" {
				why = reason
				continue
			}
		}
		return b.do(a), true
	}
	if why != "" {
		a.notice = why
	}
	return nil, false
}

// footer is the line of keys that work now, most useful first, cut to width at a whole key.
func (a *App) footer(width int) string {
	rows := slices.DeleteFunc(slices.Clone(a.keys), func(b binding) bool {
		return b.footer == 0 || b.in&a.scope() == 0 || b.off != nil && b.off(a) != ""
	})
	slices.SortStableFunc(rows, func(x, y binding) int { return x.footer - y.footer })
	var parts []string
	used, help := 1, ""
	for _, b := range rows {
		does := b.does
		if b.name != nil {
			does = b.name(a)
		}
		if does == "" {
			continue
		}
		n := ansi.StringWidth(b.shown()) + 1 + ansi.StringWidth(does) + 3
		part := a.theme.key.Render(b.shown()) + " " + a.theme.keyName.Render(does)
		switch {
		case b.footer == helpFirst: // the way to all the others is never cut
			help = part
			used += n
		case used+n > width+3:
			return " " + strings.Join(withHelp(parts, help), a.theme.rule.Render(" · "))
		default:
			used += n
			parts = append(parts, part)
		}
	}
	return " " + strings.Join(withHelp(parts, help), a.theme.rule.Render(" · "))
}

// helpFirst is the footer place of the key that lists all keys: its room is kept first, and it stands last.
const helpFirst = -1

func withHelp(parts []string, help string) []string {
	if help == "" {
		return parts
	}
	return append(parts, help)
}

type scopeTitle struct {
	in    scope
	title string
}

// scopeTitles name the scopes in help and docs, in their order.
func scopeTitles() []scopeTitle {
	return []scopeTitle{
		{inContents, "Contents"}, {inLesson, "Lesson"}, {inAnswer, "Typing an answer"}, {inTerminal, "Terminal"}, {inSearch, "Finding in the terminal"},
		{inSelection, "Selecting in the terminal"}, {inQuiz, "Quiz"},
		{inOverlay, "Windows"},
	}
}
