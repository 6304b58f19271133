package terminal

import (
	"context"
	"sync"
	"time"
)

// Options are a terminal's settings.
type Options struct {
	// Cols and Rows are the size in cells, 80 by 24 where 0. They are kept within 1 to 2000.
	Cols, Rows int
	// Scrollback is how many lines to keep at least of those that leave the screen at its top: 5000 where 0, none where
	// negative. Very long lines are kept up to 8 MB in all.
	Scrollback int
	// Reply takes the answers to a program's queries, to be written to its terminal. Like the other functions it is
	// called by Write, in order, with no lock held. It should not block: a program that does not read its input would
	// stop Write.
	Reply func([]byte)
	// OnMark takes the shell's marks (OSC 133).
	OnMark func(Mark)
	// OnBell is called for BEL.
	OnBell func()
	// OnClipboard takes what a program puts in the clipboard (OSC 52). Where nil, programs cannot.
	OnClipboard func(text string)
	// Foreground and Background are what a program is told of the default colours (OSC 10 and 11). Where both are the
	// same, light grey on black.
	Foreground, Background RGB

	now func() time.Time
}

// RGB is a 24-bit colour.
type RGB struct{ R, G, B uint8 }

// Mark is one of the shell's marks: where its prompt, the user's command and the command's output begin, and how it
// ended.
type Mark struct {
	Kind MarkKind
	// Status is the command's exit status for CommandDone, -1 where the shell did not say.
	Status int
}

// MarkKind is the letter after OSC 133.
type MarkKind byte

// The kinds of mark.
const (
	PromptStart  MarkKind = 'A'
	CommandStart MarkKind = 'B'
	OutputStart  MarkKind = 'C'
	CommandDone  MarkKind = 'D'
)

// CursorShape is the cursor's shape (DECSCUSR).
type CursorShape int

// The shapes of the cursor.
const (
	Block CursorShape = iota
	Underline
	Bar
)

// Cursor is where the program's cursor is and how it wants it to look.
type Cursor struct {
	X, Y    int // from 0, at the top left of what is shown
	Visible bool
	Shape   CursorShape
	Blink   bool
}

// Terminal is a terminal emulator: bytes of a program go in, rows of ANSI text come out. It starts no goroutine. Its
// methods may be called from several goroutines; Write from one at a time.
type Terminal struct {
	mu         sync.Mutex
	emu        *emulator
	opts       Options
	generation uint64
	changed    chan struct{} // holds one token while there is something that Wait has not reported
	waited     time.Time     // when Wait last returned
	heldSince  time.Time     // since when a synchronized update holds back what is shown
	buf        []byte
}

// New makes a terminal.
func New(opts Options) *Terminal {
	if opts.Cols == 0 {
		opts.Cols = 80
	}
	if opts.Rows == 0 {
		opts.Rows = 24
	}
	if opts.Scrollback == 0 {
		opts.Scrollback = 5000
	}
	if opts.Foreground == opts.Background {
		opts.Foreground = RGB{0xe5, 0xe5, 0xe5}
	}
	if opts.now == nil {
		opts.now = time.Now
	}
	return &Terminal{emu: newEmulator(opts), opts: opts, changed: make(chan struct{}, 1)}
}

// writeChunk bounds how long Write holds the lock, and how many events wait meanwhile. Plain text takes some
// microseconds; the most that so few bytes can ask for, large repeats on a large screen, takes some tens of milliseconds.
const writeChunk = 1 << 10

// Write feeds the terminal with bytes that the program wrote. It never fails.
func (t *Terminal) Write(p []byte) (int, error) {
	n := len(p)
	for len(p) > 0 {
		part := p[:min(len(p), writeChunk)]
		p = p[len(part):]
		t.mu.Lock()
		t.emu.write(part)
		t.generation++
		events := t.emu.events
		t.emu.events = nil
		t.mu.Unlock()
		for _, ev := range events {
			t.handOn(ev)
		}
	}
	t.signal()
	return n, nil
}

func (t *Terminal) handOn(ev event) {
	switch {
	case ev.kind == reply && t.opts.Reply != nil:
		t.opts.Reply([]byte(ev.text))
	case ev.kind == bell && t.opts.OnBell != nil:
		t.opts.OnBell()
	case ev.kind == marked && t.opts.OnMark != nil:
		t.opts.OnMark(ev.mark)
	case ev.kind == clipboard && t.opts.OnClipboard != nil:
		t.opts.OnClipboard(ev.text)
	}
}

func (t *Terminal) signal() {
	select {
	case t.changed <- struct{}{}:
	default:
	}
}

// Wait returns when there is something new to draw, and at most once in every interval, so that a flood of output costs
// no more than that many frames. It also waits for the end of a synchronized update (mode 2026), 150 ms at most.
func (t *Terminal) Wait(ctx context.Context, interval time.Duration) error {
	select {
	case <-t.changed:
	case <-ctx.Done():
		return ctx.Err()
	}
	for {
		t.mu.Lock()
		now := t.opts.now()
		pause := t.waited.Add(interval).Sub(now)
		if t.held(now) {
			pause = max(pause, time.Millisecond)
		}
		if pause <= 0 {
			t.waited = now
			t.mu.Unlock()
			select { // what came in the meantime will be drawn as well
			case <-t.changed:
			default:
			}
			return nil
		}
		t.mu.Unlock()
		timer := time.NewTimer(pause)
		select {
		case <-timer.C:
		case <-ctx.Done():
			timer.Stop()
			return ctx.Err()
		}
	}
}

// syncBound is how long a synchronized update may hold back what is shown.
const syncBound = 150 * time.Millisecond

// held says whether a synchronized update holds back what is shown.
func (t *Terminal) held(now time.Time) bool {
	if !t.emu.modes.sync {
		t.heldSince = time.Time{}
		return false
	}
	if t.heldSince.IsZero() {
		t.heldSince = now
	}
	return now.Sub(t.heldSince) < syncBound
}

// Resize gives the screen a new size. The program is to be told as well, by its pseudo-terminal.
func (t *Terminal) Resize(cols, rows int) {
	t.mu.Lock()
	t.emu.resize(cols, rows)
	t.generation++
	t.mu.Unlock()
	t.signal()
}

// Size is the screen's size in cells.
func (t *Terminal) Size() (cols, rows int) {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.emu.cols, t.emu.rows
}

// Generation changes whenever what is shown may have changed.
func (t *Terminal) Generation() uint64 {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.generation
}

// Title is the window title that the program set, at most 256 printable characters.
func (t *Terminal) Title() string {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.emu.title
}

// Dir is the working directory that the shell reported (OSC 7), a file: URI, or empty.
func (t *Terminal) Dir() string {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.emu.dir
}

// Modes is what the program asked of the keyboard and the mouse.
func (t *Terminal) Modes() Modes {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.emu.keyboardModes()
}

// SetColors says anew what a program is told of the default colours.
func (t *Terminal) SetColors(foreground, background RGB) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.emu.opts.Foreground, t.emu.opts.Background = foreground, background
}

// Cursor is the program's cursor.
func (t *Terminal) Cursor() Cursor {
	t.mu.Lock()
	defer t.mu.Unlock()
	e := t.emu
	return Cursor{X: e.x, Y: e.y, Visible: e.modes.cursor, Shape: e.shape, Blink: !e.steady}
}

// Lines appends the rows of the screen to dst, each as ANSI text that is exactly as wide as the screen.
func (t *Terminal) Lines(dst []string) []string {
	t.mu.Lock()
	defer t.mu.Unlock()
	for _, r := range t.emu.lines {
		dst = append(dst, t.rowText(r))
	}
	return dst
}

// rowText is a row as ANSI text, rendered only if it changed.
func (t *Terminal) rowText(r *row) string {
	if r.dirty {
		t.buf = t.emu.appendRow(t.buf[:0], r.cells[:r.used], t.emu.cols, nil)
		r.text = string(t.buf)
		r.dirty = false
	}
	return r.text
}

// Text is all the output that is kept, as text without colours; lines that were wrapped are one line.
func (t *Terminal) Text() string {
	t.mu.Lock()
	defer t.mu.Unlock()
	e := t.emu
	return line(e.text(position{e.firstLine(), 0}, position{e.endLine(), 0}))
}

// line ends text with a newline, unless there is none.
func line(text string) string {
	if text == "" {
		return ""
	}
	return text + "\n"
}

// LastOutput is what the last finished command printed, by the shell's marks, and its exit status, -1 where the shell
// did not say; ok is false where there are no marks.
func (t *Terminal) LastOutput() (text string, status int, ok bool) {
	t.mu.Lock()
	defer t.mu.Unlock()
	e := t.emu
	end := -1
	for n := e.endLine() - 1; n >= e.firstLine(); n-- {
		f := e.flagsAt(n)
		if f&doneMark != 0 && end < 0 {
			end = n
		}
		if f&outputMark != 0 && end >= 0 {
			return line(e.text(position{n, 0}, position{end, e.doneColumn})), e.status, true
		}
	}
	return "", -1, false
}
