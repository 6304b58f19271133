package tui

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"floorplan/lab"
	"floorplan/lessons"
	"floorplan/sandbox"
	"floorplan/tui/terminal"
)

// frame is how often a flood of output may redraw the screen: 60 times a second.
const frame = time.Second / 60

// pane is the live terminal of one sandbox.
type pane struct {
	name  string
	about string // what the lesson says of the sandbox, for the tab line and before it starts
	off   string // why it cannot run here

	starting bool
	prompted bool   // the shell has shown its first prompt; before that it takes no block
	then     *block // to be typed at the first prompt
	failed   string
	shell    *lab.Shell
	term     *terminal.Pane
	ended    chan struct{}     // closed when the shell's output is at its end
	below    int               // lines below what is shown, when it was last drawn
	waiting  map[int]*block    // blocks that were typed, by run number
	early    map[int]lab.Event // ends of blocks whose number is not known yet
}

// about says what a sandbox is, as its front matter has it.
func about(lesson *lessons.Lesson, name string) string {
	for _, s := range lesson.Sandboxes {
		if s.Name != name {
			continue
		}
		parts := []string{"container"}
		if s.Engine == "vm" {
			parts[0] = "virtual machine"
		}
		if s.Profile == "admin" {
			parts = append(parts, "admin")
		}
		if s.Memory > 0 {
			parts = append(parts, fmt.Sprintf("%d MiB", s.Memory>>20))
		}
		if n := len(s.Share); n > 4 { // what is its own is said in fewer words
			parts = append(parts, "own: "+cmp.Or(strings.Join(ownNamespaces(s.Share), " "), "nothing"))
		} else if n > 0 {
			parts = append(parts, "shared: "+strings.Join(s.Share, " "))
		}
		return strings.Join(parts, " · ")
	}
	return ""
}

// ownNamespaces are the namespaces that are not shared.
func ownNamespaces(shared []string) []string {
	var own []string
	for _, kind := range sandbox.Namespaces() {
		if !slices.Contains(shared, string(kind)) {
			own = append(own, string(kind))
		}
	}
	return own
}

// status stands behind the tabs.
func (p *pane) status(focused bool) string {
	switch {
	case p.off != "":
		return "off"
	case p.starting:
		return "starting …"
	case p.failed != "":
		return "failed"
	case p.term == nil:
		return p.about
	case p.below > 0:
		return fmt.Sprintf("%d lines below · shift+pgdn", p.below)
	case focused:
		return leaveKey + " goes back · " + p.about
	}
	return p.about
}

// opened takes a shell that has started and moves its bytes, on a goroutine, until it ends.
func (p *pane) opened(shell *lab.Shell, size sandbox.Size) {
	p.failed, p.shell = "", shell
	p.waiting, p.early = map[int]*block{}, map[int]lab.Event{}
	p.term = terminal.NewPane(terminal.Options{Cols: size.Cols, Rows: size.Rows, Scrollback: 10_000})
	p.ended = make(chan struct{})
	term, ended := p.term, p.ended
	go func() {
		term.Run(shell) // however it ended, the shell is over
		close(ended)
	}()
}

// gone forgets a shell that has ended.
func (p *pane) gone() {
	for _, b := range p.waiting {
		b.stopped()
	}
	if p.then != nil {
		p.then.stopped()
	}
	p.shell, p.term, p.waiting, p.early, p.below = nil, nil, nil, nil, 0
	p.prompted, p.then = false, nil
}

// resize tells emulator and program their size; it returns a command because the program's side may wait.
func (p *pane) resize(area rect) tea.Cmd {
	if p.term == nil || area.w < 1 || area.h < 1 {
		return nil
	}
	if cols, rows := p.term.Size(); cols == area.w && rows == area.h {
		return nil
	}
	p.term.Resize(area.w, area.h)
	shell := p.shell
	return func() tea.Msg {
		if err := shell.Resize(sandbox.Size{Cols: area.w, Rows: area.h}); err != nil {
			return noticeMsg("the program does not know the terminal's new size: " + err.Error())
		}
		return nil
	}
}

// lines is the terminal's screen, or what stands in its place.
func (p *pane) lines(t theme, width, height int, r renderer) []string {
	lines := make([]string, 0, height)
	if p.term != nil {
		view := p.term.View()
		p.below = view.Below
		lines = append(lines, view.Lines...)
		if cols, _ := p.term.Size(); cols != width { // between a resize and its message
			for i := range lines {
				lines[i] = fit(lines[i], width)
			}
		}
	} else {
		for _, line := range p.absent(t, width-2, r) {
			lines = append(lines, fit(" "+line, width))
		}
	}
	for len(lines) < height {
		lines = append(lines, strings.Repeat(" ", width))
	}
	return lines[:height]
}

// absent says why there is no terminal yet.
func (p *pane) absent(t theme, width int, r renderer) []string {
	switch {
	case p.off != "":
		return append([]string{"", t.warn.Render("This sandbox cannot run here.")}, r.plain(p.off, width)...)
	case p.failed != "":
		return append([]string{"", t.bad.Render("The sandbox did not start.")}, r.plain(p.failed, width)...)
	case p.starting:
		return []string{"", t.dim.Render("starting " + p.name + " …")}
	}
	return []string{"", t.dim.Render(p.name + " is not started."), t.dim.Render("Running a block starts it; t opens its shell.")}
}

// plain wraps text that is not Markdown, one paragraph a line.
func (r renderer) plain(s string, width int) []string {
	var lines []string
	for line := range strings.Lines(s) {
		lines = append(lines, wrap(r.theme.text.Render(strings.TrimRight(line, "\n")), width)...)
	}
	return lines
}

// cursor is where the program's cursor stands on the screen, nil where it is hidden.
func (p *pane) cursor(area rect) *tea.Cursor {
	if p.term == nil {
		return nil
	}
	c := p.term.View().Cursor
	if !c.Visible || c.X >= area.w || c.Y >= area.h {
		return nil
	}
	cursor := tea.NewCursor(area.x+c.X, area.y+c.Y)
	cursor.Shape, cursor.Blink = tea.CursorShape(c.Shape), c.Blink
	return cursor
}

// listen waits for the next thing to draw, at most one a frame, and for the shell's end.
func (p *pane) listen(ctx context.Context, run int) tea.Cmd {
	term, name := p.term, p.name
	return func() tea.Msg {
		if term.Wait(ctx, frame) != nil {
			return nil
		}
		return frameMsg{lessonRun(run), name, term}
	}
}

// listenEnd waits for the shell's end.
func (p *pane) listenEnd(ctx context.Context, run int) tea.Cmd {
	shell, ended := p.shell, p.ended
	return func() tea.Msg {
		select {
		case <-ended:
			shell.Close()
			return endedMsg{lessonRun(run), p.name, shell}
		case <-ctx.Done():
			return nil
		}
	}
}

// listenEvents waits for the next prompt mark.
func (p *pane) listenEvents(ctx context.Context, run int) tea.Cmd {
	shell, events := p.shell, p.shell.Events()
	return func() tea.Msg {
		select {
		case event, open := <-events:
			if open {
				return eventMsg{lessonRun(run), p.name, shell, event}
			}
		case <-ctx.Done():
		}
		return nil
	}
}
