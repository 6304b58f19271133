package terminal

import (
	"errors"
	"io"
	"sync"
	"syscall"

	tea "charm.land/bubbletea/v2"
)

// Pane is a terminal with a student before it: what part of the output they look at, what they selected and search for,
// and what they type on its way to the program. Run may be called from any goroutine, and so may Send and what
// [Terminal] has; the other methods belong to the one that handles the student's keys, and none of them blocks.
type Pane struct {
	*Terminal

	mu    sync.Mutex
	input []byte        // what the program has not been given yet
	ready chan struct{} // holds one token while there is some

	// What is shown. Lines are numbered from the first that ever left the screen, so that numbers stay while output
	// flows.
	following bool // the end of the output is shown
	top       int  // else the number of the first line shown
	epoch     int  // the numbering that the numbers below belong to
	sel       selection
	query     string
	match     match // the current one; its end is 0 where there is none
	frame     Frame
	drawn     uint64 // the generation that frame shows
	stale     bool   // frame is out of date whatever the generation
	dragging  bool
}

// NewPane makes a pane. Answers to the program's queries go to the program by themselves; opts.Reply is not used.
func NewPane(opts Options) *Pane {
	p := &Pane{ready: make(chan struct{}, 1), following: true, stale: true}
	opts.Reply = func(b []byte) { p.Send(b) }
	p.Terminal = New(opts)
	p.epoch = p.emu.epoch
	return p
}

// maxInput bounds what waits to be read by the program, in bytes.
const maxInput = 1 << 20

// Send queues input for the program and says whether there was room: the queue holds 1 MB, and less than all of b is
// never sent.
func (p *Pane) Send(b []byte) bool {
	if len(b) == 0 {
		return true
	}
	p.mu.Lock()
	ok := len(p.input)+len(b) <= maxInput
	if ok {
		p.input = append(p.input, b...)
	}
	p.mu.Unlock()
	if ok {
		select {
		case p.ready <- struct{}{}:
		default:
		}
	}
	return ok
}

// Run connects the pane with a program's terminal until that ends: it reads what the program writes, and writes what
// Send queued. The error is nil at the end of the output. After Run has returned the caller closes program, which ends
// a write that the program never read; then Run may be called with another.
func (p *Pane) Run(program io.ReadWriter) error {
	done := make(chan struct{})
	defer close(done)
	go p.feed(program, done)
	buf := make([]byte, 64<<10)
	for {
		n, err := program.Read(buf)
		p.Write(buf[:n])
		switch {
		case err == nil:
		case errors.Is(err, io.EOF), errors.Is(err, syscall.EIO): // Linux says EIO once a pty's other side is closed
			return nil
		default:
			return err
		}
	}
}

func (p *Pane) feed(program io.Writer, done <-chan struct{}) {
	for {
		select {
		case <-done:
			return
		case <-p.ready:
		}
		p.mu.Lock()
		b := p.input
		p.input = nil
		p.mu.Unlock()
		if _, err := program.Write(b); err != nil {
			return // reading ends as well, and says why
		}
	}
}

// Key sends a key to the program, and shows the end of the output.
func (p *Pane) Key(k tea.Key) bool {
	return p.typed(Key(k, p.Modes()))
}

// Paste sends pasted text to the program.
func (p *Pane) Paste(text string) bool {
	return p.typed(Paste(text, p.Modes()))
}

func (p *Pane) typed(b []byte) bool {
	if len(b) == 0 {
		return true
	}
	p.ScrollToEnd()
	p.ClearSelection()
	return p.Send(b)
}

// Focus tells the program that the pane gained or lost the keyboard, if it wants to know.
func (p *Pane) Focus(gained bool) {
	p.Send(Focus(gained, p.Modes()))
}

// wheelLines is how far one step of the wheel goes.
const wheelLines = 3

// Mouse handles a mouse event at column x and row y of the pane, counted from 0; they may lie outside while a button is
// down. The program gets it if it asked for the mouse, unless Shift is down. Otherwise the wheel scrolls, and a drag
// selects; at its end selected is true, and [Pane.Selected] is what the student will want copied.
func (p *Pane) Mouse(msg tea.MouseMsg, x, y int) (selected bool) {
	m := p.Modes()
	ev := msg.Mouse()
	if m.Mouse != MouseOff && !ev.Mod.Contains(tea.ModShift) && !p.dragging {
		cols, rows := p.Size()
		p.Send(Mouse(msg, max(0, min(x, cols-1)), max(0, min(y, rows-1)), m))
		return false
	}
	switch msg.(type) {
	case tea.MouseWheelMsg:
		p.wheel(ev.Button, m)
	case tea.MouseClickMsg:
		if ev.Button == tea.MouseLeft {
			p.Select(x, y)
			p.dragging = true
		}
	case tea.MouseMotionMsg:
		if p.dragging {
			p.SelectTo(x, y)
		}
	case tea.MouseReleaseMsg:
		if p.dragging {
			p.dragging = false
			return p.Selected() != ""
		}
	}
	return false
}

// wheel scrolls. On the alternate screen, which has no scrollback, it is arrow keys: that is how less and man scroll in
// xterm (alternateScroll).
func (p *Pane) wheel(b tea.MouseButton, m Modes) {
	key, n := tea.KeyUp, wheelLines
	switch b {
	case tea.MouseWheelUp:
	case tea.MouseWheelDown:
		key, n = tea.KeyDown, -wheelLines
	default:
		return
	}
	if !m.AltScreen {
		p.Scroll(n)
		return
	}
	for range wheelLines {
		p.Send(Key(tea.Key{Code: rune(key)}, m))
	}
}
