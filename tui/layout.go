package tui

// The smallest terminal that Floorplan draws in, and the width from which lesson and terminal stand side by side.
const (
	minCols, minRows = 60, 15
	wideCols         = 100
	stackRows        = 20 // one above the other from this many rows; below, one at a time
	maxMeasure       = 84 // longer lines are hard to read back to their start
	minLesson        = 55 // beside a terminal: the course's commands, of at most 50 cells, are not folded
)

// rect is a part of the screen in cells, from the top left corner.
type rect struct{ x, y, w, h int }

func (r rect) contains(x, y int) bool {
	return x >= r.x && x < r.x+r.w && y >= r.y && y < r.y+r.h
}

// arrangement says which of lesson and terminal the student wants to see.
type arrangement int

const (
	arrangeAuto     arrangement = iota // both where there is room
	arrangeLesson                      // the lesson alone
	arrangeTerminal                    // the terminal alone
)

// layout is where everything stands. All sizes on the screen come from here.
type layout struct {
	tooSmall bool
	title    rect // one row
	lesson   rect // empty when only the terminal is shown
	text     rect // the lesson's text, inside lesson's margins
	tabs     rect // one row above the terminal
	terminal rect
	divider  rect // one column or no cell
	footer   rect // one row
}

// arrange places lesson and terminal on a screen of cols by rows. hasPane is false on screens without a terminal.
func arrange(cols, rows int, want arrangement, hasPane bool) layout {
	l := layout{title: rect{0, 0, cols, 1}, footer: rect{0, rows - 1, cols, 1}}
	if cols < minCols || rows < minRows {
		l.tooSmall = true
		return l
	}
	body := rect{0, 1, cols, rows - 2}
	switch {
	case !hasPane || want == arrangeLesson:
		l.lesson = body
	case want == arrangeTerminal:
		l.tabs, l.terminal = splitTabs(body)
	case cols >= wideCols:
		w := min(max(cols/2, minLesson), maxMeasure+4)
		l.lesson = rect{0, 1, w, body.h}
		l.divider = rect{w, 1, 1, body.h}
		l.tabs, l.terminal = splitTabs(rect{w + 1, 1, cols - w - 1, body.h})
	case rows >= stackRows:
		h := (body.h + 1) / 2
		l.lesson = rect{0, 1, cols, h}
		l.tabs, l.terminal = splitTabs(rect{0, 1 + h, cols, body.h - h})
	default:
		l.lesson = body
	}
	l.text = textArea(l.lesson)
	return l
}

// textArea leaves a margin on both sides and keeps lines short enough to read.
func textArea(r rect) rect {
	if r.w == 0 {
		return r
	}
	w := min(r.w-3, maxMeasure)
	x := r.x + 2
	if r.w > maxMeasure+20 {
		x = r.x + (r.w-w)/2
	}
	return rect{x, r.y + 1, w, r.h - 1}
}

func splitTabs(r rect) (tabs, terminal rect) {
	return rect{r.x, r.y, r.w, 1}, rect{r.x, r.y + 1, r.w, r.h - 1}
}
