package terminal

import (
	"fmt"
	"strings"
	"time"
)

// event is something for the caller, handed on when the terminal's lock is free again.
type event struct {
	kind eventKind
	text string
	mark Mark
}

type eventKind int

const (
	reply eventKind = iota
	bell
	marked
	clipboard
)

// emit keeps an event for the caller. They cannot become many: each takes a byte at least of what is written at once.
func (e *emulator) emit(ev event) {
	e.events = append(e.events, ev)
}

// budget limits answers: burst of them at once, perSecond in the long run. A program that asks faster gets no answer,
// so that a file full of queries cannot flood the shell's input.
type budget struct {
	used  float64
	since time.Time
}

const (
	burst     = 100
	perSecond = 200
)

func (b *budget) take(now time.Time) bool {
	b.used = max(0, b.used-now.Sub(b.since).Seconds()*perSecond)
	b.since = now
	if b.used > burst-1 {
		return false
	}
	b.used++
	return true
}

func (e *emulator) reply(text string) {
	if e.budget.take(e.opts.now()) {
		e.emit(event{kind: reply, text: text})
	}
}

// deviceStatus answers DSR.
func (e *emulator) deviceStatus(what int) {
	switch what {
	case 5:
		e.reply("\x1b[0n")
	case 6: // CPR
		e.reply(fmt.Sprintf("\x1b[%d;%dR", e.relativeY()+1, e.relativeX()+1))
	}
}

func (e *emulator) privateStatus(what int) {
	switch what {
	case 6: // DECXCPR
		e.reply(fmt.Sprintf("\x1b[?%d;%d;1R", e.relativeY()+1, e.relativeX()+1))
	case 15: // no printer
		e.reply("\x1b[?13n")
	case 25: // user-defined keys are locked
		e.reply("\x1b[?21n")
	case 26: // keyboard: North American
		e.reply("\x1b[?27;1n")
	}
}

// reportPrivateMode answers DECRQM: 0 not known, 1 set, 2 reset.
func (e *emulator) reportPrivateMode(mode int) {
	e.reply(fmt.Sprintf("\x1b[?%d;%d$y", mode, modeState(e.isSet(mode))))
}

func (e *emulator) reportMode(mode int) {
	on, known := false, true
	switch mode {
	case 4:
		on = e.modes.insert
	case 20:
		on = e.modes.newline
	default:
		known = false
	}
	e.reply(fmt.Sprintf("\x1b[%d;%d$y", mode, modeState(on, known)))
}

func modeState(on, known bool) int {
	switch {
	case !known:
		return 0
	case on:
		return 1
	}
	return 2
}

// windowOperation answers for the size in cells and keeps a short stack of titles (XTWINOPS). The title itself is never
// reported: it would come back as input that the program chose.
func (e *emulator) windowOperation() {
	switch e.param(0, 0) {
	case 18:
		e.reply(fmt.Sprintf("\x1b[8;%d;%dt", e.rows, e.cols))
	case 22:
		if len(e.titleStack) < 10 {
			e.titleStack = append(e.titleStack, e.title)
		}
	case 23:
		if n := len(e.titleStack); n > 0 {
			e.title, e.titleStack = e.titleStack[n-1], e.titleStack[:n-1]
		}
	}
}

// dcs answers DECRQSS and refuses XTGETTCAP; every other DCS is swallowed.
func (e *emulator) dcs(s []byte) {
	what, ok := strings.CutPrefix(string(s), "$q")
	if !ok {
		if strings.HasPrefix(string(s), "+q") {
			e.reply("\x1bP0+r\x1b\\")
		}
		return
	}
	answer := ""
	switch what {
	case "m":
		answer = string(e.appendSGR([]byte("0"), e.pen.cell)) + "m"
	case "r":
		answer = fmt.Sprintf("%d;%dr", e.top+1, e.bottom)
	case "s":
		answer = fmt.Sprintf("%d;%ds", e.left+1, e.right)
	case " q":
		n := map[CursorShape]int{Block: 1, Underline: 3, Bar: 5}[e.shape]
		if e.steady {
			n++
		}
		answer = fmt.Sprintf("%d q", n)
	case "\"p":
		answer = "62;1\"p"
	case "\"q":
		answer = "0\"q"
		if e.pen.attr&protected != 0 {
			answer = "1\"q"
		}
	default:
		e.reply("\x1bP0$r\x1b\\")
		return
	}
	e.reply("\x1bP1$r" + answer + "\x1b\\")
}
