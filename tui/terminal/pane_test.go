package terminal

import (
	"context"
	"fmt"
	"io"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
)

// shown is what a pane shows, without styles and without the spaces at the ends of rows, joined by "|".
func shown(p *Pane) string {
	var rows []string
	for _, l := range p.View().Lines {
		rows = append(rows, strings.TrimRight(ansi.Strip(l), " "))
	}
	return strings.TrimRight(strings.Join(rows, "|"), "|")
}

func numbered(p *Pane, n int) {
	for i := range n {
		fmt.Fprintf(p, "%d\r\n", i)
	}
}

// sent is what waits to be read by the program.
func sent(p *Pane) string {
	p.mu.Lock()
	defer p.mu.Unlock()
	s := string(p.input)
	p.input = nil
	return s
}

func TestScroll(t *testing.T) {
	p := NewPane(Options{Cols: 10, Rows: 4})
	numbered(p, 20)
	for _, test := range []struct {
		name  string
		do    func()
		want  string
		below int
	}{
		{"the end", func() {}, "17|18|19", 0},
		{"up", func() { p.Scroll(3) }, "14|15|16|17", 3},
		{"output does not move the view", func() { numbered(p, 2) }, "14|15|16|17", 5},
		{"the top", p.ScrollToTop, "0|1|2|3", 19},
		{"no further", func() { p.Scroll(5) }, "0|1|2|3", 19},
		{"down", func() { p.Scroll(-1) }, "1|2|3|4", 18},
		{"a change of size keeps the distance from the end", func() { p.Resize(12, 4) }, "1|2|3|4", 18},
		{"a key shows the end", func() { p.Key(tea.Key{Text: "x", Code: 'x'}) }, "19|0|1", 0},
		{"and output is followed", func() { numbered(p, 1) }, "0|1|0", 0},
		{"the alternate screen has no history", func() { p.Scroll(5); p.Write([]byte("\x1b[?1049hvim")); p.Scroll(2) }, "|||vim", 0},
		{"the main screen is back", func() { p.Write([]byte("\x1b[?1049l")) }, "0|1|0", 0},
		{"a cleared history", func() { p.Scroll(5); p.Write([]byte("\x1b[3J")) }, "0|1|0", 0},
	} {
		test.do()
		if got := shown(p); got != test.want {
			t.Errorf("%s: shows %q, want %q", test.name, got, test.want)
		}
		if f := p.View(); f.Below != test.below {
			t.Errorf("%s: %d lines below, want %d", test.name, f.Below, test.below)
		}
	}
}

func TestScrolledViewOutlivesItsLines(t *testing.T) {
	p := NewPane(Options{Cols: 10, Rows: 4, Scrollback: 10})
	numbered(p, 20)
	p.ScrollToTop()
	numbered(p, 5000)
	f := p.View()
	if f.Above != 0 || f.Below == 0 {
		t.Errorf("%d lines above and %d below, want none and some", f.Above, f.Below)
	}
	if err := checkLines(f.Lines, 10, 4); err != nil {
		t.Error(err)
	}
}

func TestCursorOfView(t *testing.T) {
	p := NewPane(Options{Cols: 10, Rows: 4})
	numbered(p, 20)
	p.Write([]byte("\x1b[2;3H"))
	if c := p.View().Cursor; !c.Visible || c.X != 2 || c.Y != 1 {
		t.Errorf("cursor %+v, want it at 2,1", c)
	}
	p.Scroll(2)
	if c := p.View().Cursor; !c.Visible || c.Y != 3 {
		t.Errorf("scrolled by 2 the cursor is %+v, want it in row 3", c)
	}
	p.Scroll(1)
	if c := p.View().Cursor; c.Visible {
		t.Errorf("the cursor is shown at %+v although its line is not", c)
	}
}

func TestSearch(t *testing.T) {
	p := NewPane(Options{Cols: 10, Rows: 4})
	p.Write([]byte("one apple\r\nTwo Apples and a long line\r\n"))
	numbered(p, 10)
	for _, test := range []struct {
		name           string
		do             func() (int, int)
		current, total int
		want           string // the row with the current match
	}{
		{"nothing", func() (int, int) { return p.Search("pear") }, 0, 0, ""},
		{"in any case", func() (int, int) { return p.Search("apple") }, 1, 2, "Two Apples"},
		{"up", func() (int, int) { return p.SearchNext(-1) }, 2, 2, "one apple"},
		{"around", func() (int, int) { return p.SearchNext(-1) }, 1, 2, "Two Apples"},
		{"down and around", func() (int, int) { return p.SearchNext(1) }, 2, 2, "one apple"},
		{"a capital counts", func() (int, int) { return p.Search("Apple") }, 1, 1, "Two Apples"},
		{"typing goes on", func() (int, int) { return p.Search("Apples") }, 1, 1, "Two Apples"},
		{"over wrapped rows", func() (int, int) { return p.Search("apples and a long") }, 1, 1, "Two Apples"},
	} {
		current, total := test.do()
		if current != test.current || total != test.total {
			t.Errorf("%s: match %d of %d, want %d of %d", test.name, current, total, test.current, test.total)
		}
		found := ""
		for _, l := range p.View().Lines {
			if strings.Contains(l, "1;7;4;") || strings.Contains(l, "1;4;") || strings.Contains(l, "\x1b[1;7") {
				found = strings.TrimRight(ansi.Strip(l), " ")
				break
			}
		}
		if found != test.want {
			t.Errorf("%s: the current match is shown in %q, want %q", test.name, found, test.want)
		}
	}
	p.Search("")
	if strings.Contains(strings.Join(p.View().Lines, ""), "\x1b[") {
		t.Error("matches are shown although the search is over")
	}
}

func TestSelect(t *testing.T) {
	p := NewPane(Options{Cols: 12, Rows: 5})
	p.Write([]byte("first line\r\nsee /etc/passwd, then\r\n日本語 x\r\n"))
	// The screen is: "first line", "see /etc/pas", "swd, then", "日本語 x".
	now := time.Unix(1, 0)
	p.opts.now = func() time.Time { return now }
	for _, test := range []struct {
		name string
		do   func()
		want string
	}{
		{"nothing", func() {}, ""},
		{"a click is no selection", func() { p.Select(2, 0) }, ""},
		{"a drag", func() { p.SelectTo(4, 0) }, "rst"},
		{"backwards", func() { p.Select(4, 0); p.SelectTo(2, 0) }, "rst"},
		{"over lines", func() { p.Select(6, 0); p.SelectTo(2, 1) }, "line\nsee"},
		{"a wrapped line is one line", func() { p.Select(4, 1); p.SelectTo(2, 2) }, "/etc/passwd"},
		{"half a wide character is all of it", func() { p.Select(1, 3); p.SelectTo(2, 3) }, "日本"},
		{"a double click", func() { p.Select(7, 0); p.Select(7, 0) }, "line"},
		{"a third one", func() { p.Select(7, 0) }, "first line"},
		{"too late", func() { now = now.Add(time.Second); p.Select(7, 0) }, ""},
		{"below the text", func() { p.Select(0, 3); p.SelectTo(50, 50) }, "日本語 x"},
		{"all", p.SelectAll, "first line\nsee /etc/passwd, then\n日本語 x"},
		{"by keys", func() {
			p.ClearSelection()
			p.MoveSelection(0, -1, false) // from the cursor, below 日
			p.MoveSelection(2, 0, false)
			p.MoveSelection(2, 0, true)
		}, "本語"},
		{"by keys over the line's start", func() { p.MoveSelection(-5, 0, true) }, "\n日本"},
		{"typing ends it", func() { p.Key(tea.Key{Text: "x", Code: 'x'}) }, ""},
	} {
		test.do()
		if got := strings.TrimRight(p.Selected(), "\n"); got != test.want {
			t.Errorf("%s: %q is selected, want %q", test.name, got, test.want)
		}
		reversed := strings.Contains(strings.Join(p.View().Lines, ""), "\x1b[7m")
		if reversed != (test.want != "") {
			t.Errorf("%s: shown %v, want %v", test.name, reversed, test.want != "")
		}
	}
}

func TestSelectionScrolls(t *testing.T) {
	p := NewPane(Options{Cols: 10, Rows: 4})
	numbered(p, 20)
	p.Select(0, 0)
	p.SelectTo(0, -2)
	if got := p.Selected(); got != "15\n16\n1" {
		t.Errorf("%q is selected", got)
	}
	p.MoveSelection(0, -30, false)
	if f := p.View(); f.Above != 0 || !f.Cursor.Visible {
		t.Errorf("the view did not follow the selection: %+v", f.Cursor)
	}
}

func TestSelectionOutlivesItsLines(t *testing.T) {
	p := NewPane(Options{Cols: 10, Rows: 4, Scrollback: 10})
	numbered(p, 20)
	p.Select(0, 0)
	p.SelectTo(3, 1)
	numbered(p, 5000)
	if got := p.Selected(); got != "" {
		t.Errorf("%q is selected although it is gone", got)
	}
	p.ScrollToTop()
	p.View()
	p.Select(0, 0)
	p.SelectTo(3, 3)
	p.Write([]byte(strings.Repeat("\r\n", chunkLines)))
	p.SelectTo(3, 3)
	p.View()
}

func TestOutputMarks(t *testing.T) {
	p := NewPane(Options{Cols: 20, Rows: 6})
	if _, _, ok := p.LastOutput(); ok {
		t.Error("there is output without marks")
	}
	for i := range 5 {
		fmt.Fprintf(p, "\x1b]133;D;%d\a\x1b]133;A\a$ \x1b]133;B\acommand %d\r\n\x1b]133;C\aoutput %d\r\nmore\r\n", i, i, i)
	}
	p.Write([]byte("\x1b]133;D;7\a\x1b]133;A\a$ "))
	if text, status, ok := p.LastOutput(); text != "output 4\nmore\n" || status != 7 || !ok {
		t.Errorf("the last output is %q, %d, %v", text, status, ok)
	}
	p.Write([]byte("\x1b]133;B\aprintf x\r\n\x1b]133;C\ax\x1b]133;D;0\a\r\n\x1b]133;A\a$ "))
	if text, status, ok := p.LastOutput(); text != "x\n" || status != 0 || !ok {
		t.Errorf("the output without a newline is %q, %d, %v", text, status, ok)
	}
	for _, want := range []string{"$ command 3", "$ command 2", "$ command 1", "$ command 0"} {
		if ok := p.ScrollToPrompt(-1); !ok || !strings.HasPrefix(shown(p), want) {
			t.Errorf("above is %q (%v), want %q", shown(p), ok, want)
		}
	}
	if p.ScrollToPrompt(-1) {
		t.Error("there is a prompt above the first")
	}
	if ok := p.ScrollToPrompt(1); !ok || !strings.HasPrefix(shown(p), "$ command 1") {
		t.Errorf("below is %q (%v)", shown(p), ok)
	}
}

// TestSynchronizedUpdate holds a frame back, and lets it out when the program takes too long.
func TestSynchronizedUpdate(t *testing.T) {
	now := time.Unix(1, 0)
	p := NewPane(Options{Cols: 10, Rows: 2, now: func() time.Time { return now }})
	p.Write([]byte("old"))
	p.View()
	p.Write([]byte("\x1b[?2026h\rnew"))
	if got := shown(p); got != "old" {
		t.Errorf("in the update %q is shown", got)
	}
	p.Write([]byte("\x1b[?2026l"))
	if got := shown(p); got != "new" {
		t.Errorf("after the update %q is shown", got)
	}
	p.Write([]byte("\x1b[?2026h\rhung"))
	if got := shown(p); got != "new" {
		t.Errorf("in the second update %q is shown", got)
	}
	now = now.Add(syncBound)
	if got := shown(p); got != "hung" {
		t.Errorf("after the bound %q is shown", got)
	}
}

func TestWait(t *testing.T) {
	p := NewPane(Options{})
	ctx, cancel := context.WithCancel(context.Background())
	p.Write([]byte("x"))
	if err := p.Wait(ctx, time.Millisecond); err != nil {
		t.Error(err)
	}
	go p.Write([]byte("y"))
	if err := p.Wait(ctx, time.Millisecond); err != nil {
		t.Error(err)
	}
	cancel()
	if err := p.Wait(ctx, time.Millisecond); err == nil {
		t.Error("Wait returned although nothing changed and its context was over")
	}
}

// program is the other end of a pane: it gives what is in out and keeps what it is sent.
type program struct {
	out io.Reader
	in  chan []byte
}

func (p program) Read(b []byte) (int, error)  { return p.out.Read(b) }
func (p program) Write(b []byte) (int, error) { p.in <- append([]byte(nil), b...); return len(b), nil }

func TestRun(t *testing.T) {
	p := NewPane(Options{Cols: 20, Rows: 2})
	out, end := io.Pipe()
	prog := program{out, make(chan []byte, 10)}
	ended := make(chan error)
	go func() { ended <- p.Run(prog) }()
	end.Write([]byte("hello\x1b[6n"))
	if got := string(<-prog.in); got != "\x1b[1;6R" {
		t.Errorf("the program was answered %q", got)
	}
	p.Paste("a\nb")
	if got := string(<-prog.in); got != "a\rb" {
		t.Errorf("the program was sent %q", got)
	}
	end.Close()
	if err := <-ended; err != nil {
		t.Error(err)
	}
	if got := shown(p); got != "hello" {
		t.Errorf("%q is shown", got)
	}
}

func TestInputIsBounded(t *testing.T) {
	p := NewPane(Options{})
	if !p.Send(make([]byte, maxInput)) {
		t.Error("1 MB is refused")
	}
	if p.Send([]byte{'x'}) {
		t.Error("more than 1 MB is taken")
	}
}
