package tui

import "floorplan/lessons"

// The reasons why a key does nothing now, for the table of keys; "" when it works.

func (a *App) noBlocks() string {
	if p := a.currentPage(); p == nil || p.next(1) < 0 {
		return "there is nothing to do on this page but to read it"
	}
	return ""
}

func (a *App) onLastPage() string {
	if r := a.reading; r == nil || r.at+1 >= len(r.pages) {
		return "this is the last page; esc goes to the contents"
	}
	return ""
}

func (a *App) onFirstPage() string {
	if r := a.reading; r == nil || r.at == 0 {
		return "this is the first page"
	}
	return ""
}

func (a *App) nothingHeld() string {
	if p := a.currentPage(); p.held() == len(p.blocks)-1 {
		return "all of the page is on screen already"
	}
	return ""
}

func (a *App) nothingBefore() string {
	if len(a.reading.missing()) == 0 {
		return "the sandboxes lack nothing that came before"
	}
	return ""
}

func (a *App) noOrder() string {
	if b := a.focusedBlock(); b == nil || !b.asks() || !b.ordered() {
		return "only the options of an order can be moved"
	}
	return ""
}

func (a *App) stillRunning() string {
	b := a.focusedBlock()
	switch {
	case a.quiz != nil || b == nil || !b.running:
		return ""
	case !a.reading.pane(b.Sandbox).prompted:
		return b.Sandbox + " is starting; the block runs when it is there"
	}
	return "the block is still running; ctrl+c stops it"
}

func (a *App) notRepeatable() string {
	b := a.focusedBlock()
	switch {
	case b != nil && b.Kind == lessons.Run && b.ran:
		return a.stillRunning()
	case b != nil && b.Kind == lessons.Question && b.answered && !b.right:
		return ""
	}
	return "only what has run or went wrong can be repeated"
}

func (a *App) noQuestion() string {
	if a.quiz.at >= len(a.quiz.items) {
		return "the quiz is over; esc goes to the contents"
	}
	return ""
}

func (a *App) noQuizAside() string {
	if a.aside == nil {
		return "no quiz was left before its end"
	}
	return ""
}

func (a *App) stillOpen() string {
	switch {
	case a.quiz.explained() != nil:
		return ""
	case a.quiz.at >= len(a.quiz.items):
		return "nothing went wrong"
	}
	return "an answer first: the page tells it"
}

func (a *App) noTask() string {
	if a.task() == nil {
		for _, b := range a.currentPage().blocks {
			if b.Kind == lessons.Check && b.off != "" {
				return firstLine(b.off)
			}
		}
		return "there is no open task on this page"
	}
	return ""
}

func (a *App) noTerminal() string {
	if len(a.reading.panes) == 0 {
		return "this lesson has no sandbox"
	}
	return ""
}

func (a *App) oneTerminal() string {
	if len(a.reading.panes) < 2 {
		return "this lesson has no second sandbox"
	}
	return ""
}

func (a *App) notStarted() string {
	if p := a.activePane(); p == nil || p.term == nil {
		return "no sandbox is running yet; enter on a block starts one"
	}
	return ""
}

func (a *App) noWords() string {
	if len(a.pageWords()) == 0 {
		return "no word of the glossary is used on this page"
	}
	return ""
}
