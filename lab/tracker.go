package lab

import (
	"bytes"
	"strings"
	"time"
	"unicode"

	"github.com/charmbracelet/x/ansi"
)

// interrupted is a shell's status for a command that ^C has ended: 128 and SIGINT.
const interrupted = 128 + 2

// maxOutput is how much of a command's output an [Event] carries: its end.
const maxOutput = 64 << 10

// tracker follows a shell by its marks: pure, no clock and no terminal of its own.
//
// A block of several commands is one run: bash takes it as one paste, runs its commands one by one (C and D for each, from
// PS0 and PROMPT_COMMAND) and prints its prompt (A, from PS1) only after the last. So a D alone ends nothing: the run
// ends at the prompt, with the status of the last D before it. A line with a syntax error has a D and no C. A nested
// shell's first prompt ends the run that started it, which is what its reader would say too: it is your turn again.
type tracker struct {
	scanner scanner
	phase   phase
	partial bool   // at a secondary prompt: what was entered so far is no complete command
	aid     string // the shell that printed the last prompt
	run     int    // of the command that runs: 0 for the student's own
	typed   int    // the last number that was given out
	status  int    // of the last D
	ended   bool   // a D came since the command was entered
	asked   bool   // ^C was typed since the command was entered
	stopped bool   // and has ended one of a block's commands
	onward  bool   // and the next of them has begun all the same
	since   time.Time
	output  []byte
}

type phase int

const (
	starting phase = iota // no prompt yet
	ready                 // at the prompt
	entered               // a block was typed, nothing of it runs yet
	running
)

// feed takes what the terminal printed and returns what happened, in order.
func (t *tracker) feed(p []byte, now time.Time) []Event {
	var events []Event
	t.scanner.scan(p, t.text, func(m mark) {
		switch m.kind {
		case 'A':
			events = append(events, t.prompt(m.aid, now)...)
		case 'C':
			if t.phase != running {
				events = append(events, t.start(now))
			} else if t.asked && t.run != 0 && (!t.ended || t.status == interrupted) { // bash prints no D for what ^C ends
				t.stopped, t.onward = true, true
			}
			t.ended = false
		case 'D':
			t.status, t.ended = m.status, true
		case 'P':
			t.partial = true
		case 'B':
			if t.phase == entered {
				t.output = t.output[:0] // so far it was a prompt and the echo of what was typed
			}
		}
	})
	return events
}

// enter notes that a block was typed and returns its number.
func (t *tracker) enter(now time.Time) int {
	t.typed++
	t.run, t.phase, t.since = t.typed, entered, now
	t.status, t.ended, t.output = -1, false, t.output[:0]
	t.asked, t.stopped = false, false
	return t.run
}

func (t *tracker) start(now time.Time) Event {
	if t.phase != entered {
		t.run = 0
	}
	t.phase, t.since = running, now
	t.status, t.ended, t.output = -1, false, t.output[:0]
	return Event{Kind: Started, Run: t.run}
}

func (t *tracker) prompt(aid string, now time.Time) []Event {
	var events []Event
	switch {
	case t.phase != running && t.phase != starting && !t.ended:
		return nil // the prompt is only drawn again, as after a resize
	case t.phase == entered: // it had a syntax error, or the shell is one that does not say when it starts
		events = append(events, Event{Kind: Started, Run: t.run}, t.finished(afterEcho(t.output), now))
	case t.phase == running:
		events = append(events, t.finished(t.output, now))
	}
	t.phase, t.partial, t.aid, t.run, t.ended = ready, false, aid, 0, false
	t.asked, t.stopped = false, false
	t.output = t.output[:0]
	return append(events, Event{Kind: Prompt})
}

func (t *tracker) finished(output []byte, now time.Time) Event {
	if t.stopped {
		t.status = interrupted // whatever the commands after it did
	}
	return Event{Kind: Finished, Run: t.run, Exit: t.status, Output: plain(output), Took: now.Sub(t.since)}
}

// text keeps the end of a command's output. Between a D and the next mark there is none: that is the shell's own.
func (t *tracker) text(p []byte) {
	if t.phase != running && t.phase != entered || t.ended {
		return
	}
	t.output = append(t.output, p...)
	if len(t.output) > 2*maxOutput {
		t.output = append(t.output[:0], t.output[len(t.output)-maxOutput:]...)
	}
}

// plain is what a reader saw: no escape sequences, \n line ends, and of a line drawn over itself the last drawing. Other control
// characters and what is not UTF-8 go too: a transcript may be printed on a terminal, where shift-out alone spoils all that follows.
func plain(output []byte) string {
	if len(output) > maxOutput {
		output = output[len(output)-maxOutput:]
		if i := bytes.IndexByte(output, '\n'); i >= 0 {
			output = output[i+1:]
		}
	}
	text := strings.ReplaceAll(ansi.Strip(string(output)), "\r\n", "\n")
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		line = strings.TrimRight(line, "\r")
		lines[i] = strings.Map(printable, line[strings.LastIndexByte(line, '\r')+1:])
	}
	return strings.Join(lines, "\n")
}

// printable drops control characters but the tab; strings.Map itself gives U+FFFD for what is not UTF-8.
func printable(r rune) rune {
	if unicode.IsControl(r) && r != '\t' {
		return -1
	}
	return r
}

// afterEcho drops the echo of what was typed from a run that had no C mark. Bash's line editor turns bracketed paste off
// when it hands a line on; for a small shell [keystrokes] closes the block with a brace on a line of its own.
func afterEcho(output []byte) []byte {
	const pasteOff = "\x1b[?2004l"
	if i := bytes.LastIndex(output, []byte(pasteOff)); i >= 0 {
		return output[i+len(pasteOff):]
	}
	return bytes.TrimPrefix(output, []byte("}\r\n"))
}
