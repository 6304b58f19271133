package tui

import (
	"fmt"

	tea "charm.land/bubbletea/v2"
)

// search looks through what the terminal has printed. The line in which it is typed takes the footer's place.
type search struct {
	input          field
	current, total int
}

func (a *App) openSearch() tea.Cmd {
	a.search = &search{}
	a.reading.split = true
	a.relayout()
	return nil
}

// searchKey is a key that is typed into the search.
func (a *App) searchKey(msg tea.Msg) tea.Cmd {
	s := a.search
	s.input.update(msg)
	s.current, s.total = a.activePane().term.Search(s.input.value())
	return nil
}

// searchNext goes to the match above, or with a positive direction below.
func (a *App) searchNext(direction int) tea.Cmd {
	a.search.current, a.search.total = a.activePane().term.SearchNext(direction)
	return nil
}

// closeSearch leaves the view where the match is.
func (a *App) closeSearch() tea.Cmd {
	a.activePane().term.Search("")
	a.search = nil
	return nil
}

// line is what stands in the footer's place.
func (s *search) line(a *App) string {
	found := ""
	switch {
	case s.input.value() == "":
	case s.total == 0:
		found = a.theme.warn.Render("  not found")
	default:
		found = a.theme.dim.Render(fmt.Sprintf("  %d of %d", s.current, s.total))
	}
	return " " + a.theme.chosen.Render("find in the terminal ▸ ") + s.input.view(a.theme, max(a.cols-60, 10)) + found + "  " + a.footer(40)
}

// beginSelection selects by keys; the terminal's cursor moves, and with shift it selects.
func (a *App) beginSelection() tea.Cmd {
	a.reading.selecting, a.reading.split = true, true
	a.relayout()
	return a.moveSelection(0, 0, false)
}

func (a *App) moveSelection(dx, dy int, extend bool) tea.Cmd {
	a.activePane().term.MoveSelection(dx, dy, extend)
	return nil
}

func (a *App) selectAll() tea.Cmd {
	a.activePane().term.SelectAll()
	return nil
}

// endSelection copies what is selected, if anything is to be copied, and leaves.
func (a *App) endSelection(copied bool) tea.Cmd {
	p := a.activePane()
	text := p.term.Selected()
	a.reading.selecting = false
	p.term.ClearSelection()
	if !copied || text == "" {
		return nil
	}
	a.notice = "copied"
	return tea.SetClipboard(text)
}

// jumpToPrompt scrolls the terminal to the shell's prompt above or below what is shown.
func (a *App) jumpToPrompt(direction int) tea.Cmd {
	if !a.activePane().term.ScrollToPrompt(direction) {
		a.notice = "there is no further prompt in that direction"
	}
	return nil
}
