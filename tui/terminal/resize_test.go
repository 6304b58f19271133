package terminal

import (
	"fmt"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/charmbracelet/x/ansi"
)

// check says what is wrong with the model itself.
func check(t *Terminal) error {
	t.mu.Lock()
	defer t.mu.Unlock()
	e := t.emu
	if len(e.lines) != e.rows || e.x < 0 || e.x >= e.cols || e.y < 0 || e.y >= e.rows {
		return fmt.Errorf("%d rows and the cursor at %d,%d on a screen of %dx%d", len(e.lines), e.x, e.y, e.cols, e.rows)
	}
	if e.top < 0 || e.top >= e.bottom || e.bottom > e.rows || e.left < 0 || e.left >= e.right || e.right > e.cols {
		return fmt.Errorf("region %d-%d, %d-%d on a screen of %dx%d", e.top, e.bottom, e.left, e.right, e.cols, e.rows)
	}
	for y, r := range e.lines {
		if len(r.cells) != e.cols || r.used > e.cols {
			return fmt.Errorf("row %d: %d cells, %d used, of %d", y, len(r.cells), r.used, e.cols)
		}
		for x, c := range r.cells {
			switch {
			case x >= r.used && c != cell{}:
				return fmt.Errorf("row %d: cell %d is %+v beyond the %d used", y, x, c, r.used)
			case c.attr&wide != 0 && (x+1 == e.cols || r.cells[x+1].attr&tail == 0):
				return fmt.Errorf("row %d: the wide character at %d has no second half", y, x)
			case c.attr&tail != 0 && (x == 0 || r.cells[x-1].attr&wide == 0):
				return fmt.Errorf("row %d: the second half at %d has no first one", y, x)
			}
		}
	}
	return nil
}

// allowed is all that may leave the terminal beside text: SGR and links.
var allowed = regexp.MustCompile("\x1b\\[[0-9;:]*m|\x1b\\]8;(id=[!-~]*)?;[!-~]*\x1b\\\\")

// checkLines says what is wrong with rows as they are shown.
func checkLines(lines []string, cols, rows int) error {
	if len(lines) != rows {
		return fmt.Errorf("%d rows, want %d", len(lines), rows)
	}
	for y, l := range lines {
		if w, wc := ansi.StringWidth(l), ansi.StringWidthWc(l); w != cols || wc != cols {
			return fmt.Errorf("row %d is %d columns wide by graphemes and %d by characters, want %d: %q", y, w, wc, cols, l)
		}
		for _, r := range allowed.ReplaceAllString(l, "") {
			if r < 0x20 || r >= 0x7f && r < 0xa0 {
				return fmt.Errorf("row %d lets %q out: %q", y, r, l)
			}
		}
		if i := strings.LastIndex(l, "\x1b["); i >= 0 && !strings.HasPrefix(l[i:], "\x1b[m") {
			return fmt.Errorf("row %d does not end with its attributes reset: %q", y, l)
		}
	}
	return nil
}

// FuzzTerminal plays any bytes, with changes of size in between, and looks at what is shown.
func FuzzTerminal(f *testing.F) {
	for _, seed := range []string{
		"plain text\r\nand more\ttabs", "\x1b[1;31;48;2;1;2;3mx\x1b[4:3my\x1b[m", "\x1b[?1049h\x1b[2;3r\x1b[?6h\n\n\n\x1bM\x1b[L\x1b[M",
		"日本語\b\b\x1b[@x\x1b[2Pe\u0301\u0301", "\x1b]0;title\a\x1b]8;;https://e.org\x1b\\link\x1b]8;;\a\x1bP$qm\x1b\\",
		"\x1b[?69h\x1b[2;4s\x1b[3S\x1b[2T\x1b[5@\x1b[2X", "👍🏽🇩🇪👩\u200d🚀❤\ufe0f\u0600a\u0e33ก\u0e33काᄀᄀ", "\xf0\x9f\x99\xff\xe6\x97",
		"\x1b(0lqqk\x0e\x1b)0x\x1b[99b\x1b#8\x1bc", "日\x1b[1\"q本\x1b[0\"q語\x1b[2G\x1b[?K\x1b[?1J\x1b[?6h\x1b[9Z\x1b[6n\x1b[5a", "\x1b[?2026h\x1b[?5h\x1b]11;#123456\a\x1b]4;1;#ffffff\a\x1b[31mx",
	} {
		f.Add([]byte(seed), uint16(7<<8|3), uint16(20<<8|2))
	}
	f.Fuzz(func(t *testing.T, in []byte, from, to uint16) {
		p := NewPane(Options{Cols: 1 + int(from>>8)%64, Rows: 1 + int(from)%32, Scrollback: 50})
		for range 2 {
			half := len(in) / 2
			p.Write(in[:half])
			in = in[half:]
			if err := check(p.Terminal); err != nil {
				t.Fatal(err)
			}
			p.Resize(1+int(to>>8)%64, 1+int(to)%32)
			if err := check(p.Terminal); err != nil {
				t.Fatalf("after a change of size: %v", err)
			}
			p.Search("a")
			p.Scroll(3)
			p.Select(2, 1)
			p.SelectTo(5, 3)
			p.Write(in[:len(in)/2])
			p.Selected()
			p.SelectAll()
			cols, rows := p.Size()
			if err := checkLines(p.View().Lines, cols, rows); err != nil {
				t.Fatal(err)
			}
			p.Search("")
			p.ClearSelection()
			p.ScrollToEnd()
			if err := checkLines(p.Lines(nil), cols, rows); err != nil {
				t.Fatal(err)
			}
			p.Selected()
			p.Text()
		}
	})
}

// TestRandomSizes changes the size at random while numbered lines flow and others look, and then finds every line in
// the output.
func TestRandomSizes(t *testing.T) {
	const lines = 3000
	p := NewPane(Options{Cols: 80, Rows: 24, Scrollback: 1 << 20})
	done := make(chan struct{})
	var writing sync.WaitGroup
	writing.Go(func() {
		defer close(done)
		rnd := rand.New(rand.NewPCG(1, 2))
		for i := range lines {
			fmt.Fprintf(p, "<%d:%s日本>\r\n", i, strings.Repeat("=", rnd.IntN(100)))
		}
	})
	rnd := rand.New(rand.NewPCG(3, 4))
	for running := true; running; {
		select {
		case <-done:
			running = false
		default:
		}
		cols, rows := 2+rnd.IntN(199), 1+rnd.IntN(200)
		if rnd.IntN(10) == 0 {
			cols, rows = 500, 200
		}
		p.Resize(cols, rows)
		if err := check(p.Terminal); err != nil {
			t.Fatal(err)
		}
		p.Scroll(rnd.IntN(40) - 20)
		if err := checkLines(p.View().Lines, cols, rows); err != nil {
			t.Fatal(err)
		}
	}
	writing.Wait()
	text := p.Text()
	rest := text
	for i := range lines {
		start := fmt.Sprintf("<%d:", i)
		at := strings.Index(rest, start)
		if at < 0 {
			t.Fatalf("line %d is lost", i)
		}
		rest = rest[at+len(start):]
		if line, _, ok := strings.Cut(rest, "\n"); !ok || strings.Trim(line, "=") != "日本>" {
			t.Fatalf("line %d is %q", i, line)
		}
	}
	if n := strings.Count(text, "<"); n != lines {
		t.Errorf("%d lines in the output, want %d", n, lines)
	}
}

// TestEverySize goes through all sizes from 1x1 on with a full screen of everything.
func TestEverySize(t *testing.T) {
	for _, alt := range []bool{false, true} {
		term := New(Options{Cols: 40, Rows: 10})
		if alt {
			term.Write([]byte("\x1b[?1049h"))
		}
		for cols := 1; cols <= 60; cols++ {
			for rows := 1; rows <= 20; rows++ {
				term.Resize(cols, rows)
				term.Write([]byte("\x1b[44mwide 日本語 e\u0301\t\x1b[K\r\n\x1b[2;3r\n\x1b[L\x1b[r\x1b[9;9Hx\x1b[@\x1b[m"))
				if err := check(term); err != nil {
					t.Fatalf("%dx%d: %v", cols, rows, err)
				}
				if err := checkLines(term.Lines(nil), cols, rows); err != nil {
					t.Fatalf("%dx%d: %v", cols, rows, err)
				}
			}
		}
		term.Resize(0, -1)
		if cols, rows := term.Size(); cols != 1 || rows != 1 {
			t.Errorf("0 by -1 gives %d by %d", cols, rows)
		}
		term.Resize(1<<30, 1<<30)
		if cols, rows := term.Size(); cols != maxSize || rows != maxSize {
			t.Errorf("a huge size gives %d by %d", cols, rows)
		}
	}
}

func TestReflow(t *testing.T) {
	for _, test := range []struct {
		name, in string
		then     string   // written after the changes of size
		sizes    [][2]int // the first is the size to begin with
		want     string
		x, y     int
	}{
		{name: "narrower and back", in: "abcdefghij\r\nxyz", sizes: [][2]int{{10, 4}, {4, 4}, {10, 4}}, want: "abcdefghij|xyz", x: 3, y: 1},
		{name: "narrower", in: "abcdefghij\r\nxyz", sizes: [][2]int{{10, 4}, {4, 4}}, want: "abcd|efgh|ij|xyz", x: 3, y: 3},
		{name: "wider", in: "abcdefgh", sizes: [][2]int{{4, 4}, {10, 4}}, want: "abcdefgh", x: 8, y: 0},
		{name: "a full line does not join the next", in: "abcd\r\nefgh", sizes: [][2]int{{4, 4}, {10, 4}}, want: "abcd|efgh", x: 4, y: 1},
		{name: "the top stays on top", in: "1\r\n2\r\n3", sizes: [][2]int{{9, 9}, {9, 4}}, want: "1|2|3", x: 1, y: 2},
		{name: "what does not fit leaves at the top", in: "1\r\n2\r\n3\r\n4", sizes: [][2]int{{9, 9}, {9, 2}}, want: "3|4", x: 1, y: 1},
		{name: "taller leaves the history alone", in: "1\r\n2\r\n3\r\n4", sizes: [][2]int{{9, 2}, {9, 4}}, want: "3|4", x: 1, y: 1},
		{name: "wide characters are not cut", in: "日本語", sizes: [][2]int{{6, 4}, {3, 4}}, want: "日|本|語", x: 2, y: 2},
		{name: "one column has no room for them", in: "a日b", sizes: [][2]int{{6, 5}, {1, 5}}, want: "a||b", x: 0, y: 2},
		{name: "and join again", in: "日本語", sizes: [][2]int{{6, 4}, {3, 4}, {6, 4}}, want: "日本語", x: 5, y: 0},
		{name: "the cursor moves with its character", in: "abcdefgh\x1b[3G", sizes: [][2]int{{10, 4}, {4, 4}}, want: "abcd|efgh", x: 2, y: 0},
		{name: "the alternate screen is cut", in: "\x1b[?1049habcdef\r\nxyz", sizes: [][2]int{{6, 4}, {4, 1}}, want: "abcd", x: 3, y: 0},
		{name: "the main one behind it is not", in: "abcdef\x1b[?1049hxyz", then: "\x1b[?1049l", sizes: [][2]int{{6, 4}, {4, 4}}, want: "abcd|ef", x: 2, y: 1},
		{name: "blank lines below go first", in: "1\r\n2\r\n\r\n\x1b[2;2H", sizes: [][2]int{{9, 9}, {9, 2}}, want: "1|2", x: 1, y: 1},
		{name: "a line begun in the history", in: "abcdefghijkl\r\n1", sizes: [][2]int{{4, 2}, {6, 2}}, want: "ghijkl|1", x: 1, y: 1},
	} {
		t.Run(test.name, func(t *testing.T) {
			term := New(Options{Cols: test.sizes[0][0], Rows: test.sizes[0][1]})
			term.Write([]byte(test.in))
			for _, s := range test.sizes[1:] {
				term.Resize(s[0], s[1])
				if err := check(term); err != nil {
					t.Fatal(err)
				}
			}
			term.Write([]byte(test.then))
			if got := screenText(term); got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
			if c := term.Cursor(); c.X != test.x || c.Y != test.y {
				t.Errorf("the cursor is at %d,%d, want %d,%d", c.X, c.Y, test.x, test.y)
			}
		})
	}
}

// TestHistoryKeepsCells packs lines of everything and finds them again.
func TestHistoryKeepsCells(t *testing.T) {
	term := New(Options{Cols: 30, Rows: 1})
	e := term.emu
	var want [][]cell
	for _, line := range []string{
		"", "plain", "\x1b[1;31mred\x1b[m and\x1b[4:3;58;5;9m not", "日本\x1b[44m語e\u0301日\u0301\x1b[m", "a\tb", "\x1b[44m\x1b[K",
		"\x1b]8;;https://example.org\alink\x1b]8;;\a", "\x1b[5Gfar", strings.Repeat("\x1b[31mx\x1b[32my", 14), "🙂é\u00ad",
	} {
		fmt.Fprintf(term, "\x1b[m\r\n%s", line)
		want = append(want, slices.Clone(e.lines[0].cells[:e.lines[0].used]))
	}
	term.Write([]byte("\r\n"))
	for i, cells := range want {
		if got, _ := e.history.line(i + 1); !slices.Equal(got, cells) {
			t.Errorf("line %d is\n%v, was\n%v", i, got, cells)
		}
	}
}

func TestScrollbackIsBounded(t *testing.T) {
	term := New(Options{Cols: 80, Rows: 24, Scrollback: 1000})
	for i := range 100000 {
		fmt.Fprintf(term, "%d\r\n", i)
	}
	h := &term.emu.history
	if h.count < 1000 || h.count > 1000+2*chunkLines {
		t.Errorf("%d lines are kept, want about 1000", h.count)
	}
	if cells, _ := h.line(h.count - 1); cells[0].ch != '9' {
		t.Errorf("the last line of the history is %v", cells)
	}
	term.Resize(2000, 24)
	line := strings.Repeat("x", 2000) + "\r\n"
	for range 3000 {
		term.Write([]byte(line))
	}
	if n := len(h.chunks); n > historyBytes/chunkBytes {
		t.Errorf("the history holds %d chunks of %d bytes, want at most %d bytes", n, chunkBytes, historyBytes)
	}
	term.Write([]byte("\x1b[3J"))
	if h.count != 0 {
		t.Errorf("%d lines after the scrollback was cleared", h.count)
	}
	none := New(Options{Cols: 80, Rows: 2, Scrollback: -1})
	none.Write([]byte("1\r\n2\r\n3\r\n4"))
	none.Resize(40, 3)
	if got := none.Text(); got != "3\n4\n" {
		t.Errorf("without scrollback the text is %q", got)
	}
}
