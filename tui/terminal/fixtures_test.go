package terminal

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"
)

// screenHeader begins each screen in a .tmux file: "=== screen N at OFFSET X Y", where X and Y are the cursor's.
const screenHeader = "=== screen "

// look is one cell of a reference screen: its character, and its style as far as tmux reports it.
type look struct {
	text   string
	attr   attr
	fg, bg color
}

type referenceShot struct {
	end    int // offset in the stream
	x, y   int
	screen [][]look
}

// TestFixtures plays recordings of real programs and compares the screens with what tmux made of the same bytes. It
// asks for equal text on 97 of 100 screens and for equal attributes on 94.
func TestFixtures(t *testing.T) {
	casts, err := filepath.Glob("testdata/*.cast")
	if err != nil || len(casts) == 0 {
		t.Fatalf("no recordings: %v", err)
	}
	var all, sameText, sameLook, sameCursor int
	t.Logf("%-28s %8s %8s %8s %8s", "recording", "screens", "text", "look", "cursor")
	for _, name := range casts {
		stream, cols, rows := readCast(t, name)
		shots := readShots(t, strings.TrimSuffix(name, ".cast")+".tmux", rows)
		term := New(Options{Cols: cols, Rows: rows})
		var text, looks, cursor, at int
		for i, shot := range shots {
			term.Write(stream[at:shot.end])
			at = shot.end
			diff := compareScreen(term.emu, shot.screen)
			if diff.text == "" {
				text++
			} else {
				t.Logf("%s, screen %d, text: %s", name, i+1, diff.text)
			}
			if diff.text == "" && diff.look == "" {
				looks++
			} else if diff.look != "" {
				t.Logf("%s, screen %d, look: %s", name, i+1, diff.look)
			}
			if c := term.Cursor(); c.X == min(shot.x, cols-1) && c.Y == shot.y { // tmux counts a pending wrap as one column more
				cursor++
			} else {
				t.Logf("%s, screen %d: cursor at %d,%d, tmux has %d,%d", name, i+1, c.X, c.Y, shot.x, shot.y)
			}
		}
		t.Logf("%-28s %8d %8d %8d %8d", strings.TrimSuffix(filepath.Base(name), ".cast"), len(shots), text, looks, cursor)
		all, sameText, sameLook, sameCursor = all+len(shots), sameText+text, sameLook+looks, sameCursor+cursor
	}
	t.Logf("%-28s %8d %8d %8d %8d", "all", all, sameText, sameLook, sameCursor)
	if all < 100 {
		t.Errorf("only %d screens", all)
	}
	if sameText*100 < all*97 {
		t.Errorf("text is equal on %d of %d screens, want 97 %%", sameText, all)
	}
	if sameLook*100 < all*94 {
		t.Errorf("text and attributes are equal on %d of %d screens, want 94 %%", sameLook, all)
	}
	if sameCursor*100 < all*97 {
		t.Errorf("the cursor is at the same place on %d of %d screens, want 97 %%", sameCursor, all)
	}
}

// TestVttest looks for what vttest's screens say they should show, where tmux does not do it.
func TestVttest(t *testing.T) {
	play := func(recording string, screen int) []string {
		stream, cols, rows := readCast(t, "testdata/"+recording+".cast")
		term := New(Options{Cols: cols, Rows: rows})
		term.Write(stream[:readShots(t, "testdata/"+recording+".tmux", rows)[screen-1].end])
		return strings.Split(screenText(term), "|")
	}
	// "The left/right margins should have letters in order."
	for i, row := range play("vttest-cursor-80x24", 5)[2:20] {
		if want := string(rune('I'+i)) + strings.Repeat(" ", 78) + string(rune('i'+i)); row != want {
			t.Errorf("autowrap: row %d is %q, want %q", i, row, want)
		}
	}
	rows := play("vttest-features-80x24", 12)
	if len(rows) != 24 || !strings.Contains(rows[23], "at the bottom of the screen") || !strings.Contains(rows[22], "above the bottom") {
		t.Errorf("origin mode: the screen is %q", rows)
	}
}

func readCast(t testing.TB, name string) (stream []byte, cols, rows int) {
	t.Helper()
	f, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	dec := json.NewDecoder(f)
	var header struct{ Width, Height int }
	if err := dec.Decode(&header); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	for dec.More() {
		var event [3]any
		if err := dec.Decode(&event); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		stream = append(stream, event[2].(string)...)
	}
	return stream, header.Width, header.Height
}

func readShots(t *testing.T, name string, rows int) []referenceShot {
	t.Helper()
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var shots []referenceShot
	for part := range strings.SplitSeq(strings.TrimPrefix(string(b), screenHeader), "\n"+screenHeader) {
		var n int
		var s referenceShot
		lines := strings.Split(strings.TrimSuffix(part, "\n"), "\n")
		if _, err := fmt.Sscanf(lines[0], "%d at %d %d %d", &n, &s.end, &s.x, &s.y); err != nil {
			t.Fatalf("%s: %q: %v", name, lines[0], err)
		}
		var d decoder
		for _, l := range lines[1:] {
			s.screen = append(s.screen, d.line(l))
		}
		for len(s.screen) < rows {
			s.screen = append(s.screen, nil)
		}
		shots = append(shots, s)
	}
	return shots
}

// decoder reads what tmux capture-pane -e prints. It is separate from the emulator, so that an error there does not
// hide itself.
type decoder struct {
	look     look
	graphics bool
}

func (d *decoder) line(s string) []look {
	var cells []look
	for len(s) > 0 {
		switch {
		case s[0] == 0x0e:
			d.graphics = true
			s = s[1:]
			continue
		case s[0] == 0x0f:
			d.graphics = false
			s = s[1:]
			continue
		case strings.HasPrefix(s, "\x1b["):
			end := strings.IndexByte(s, 'm')
			d.sgr(s[2:end])
			s = s[end+1:]
			continue
		case strings.HasPrefix(s, "\x1b]"):
			_, s, _ = strings.Cut(s, "\x1b\\")
			continue
		}
		r, n := utf8.DecodeRuneInString(s)
		c := d.look
		c.text = s[:n]
		s = s[n:]
		if d.graphics {
			c.text = string(translate('0', r))
		}
		if w := runeWidth(r); w == 0 && len(cells) > 0 {
			cells[len(cells)-1].text += c.text
			continue
		} else if cells = append(cells, c); w == 2 {
			c.text = ""
			cells = append(cells, c)
		}
	}
	return cells
}

func (d *decoder) sgr(s string) {
	fields := strings.Split(s, ";")
	for i := 0; i < len(fields); i++ {
		n, _ := strconv.Atoi(fields[i])
		switch {
		case fields[i] == "4:0":
			d.look.attr &^= underlineMask
		case strings.HasPrefix(fields[i], "4:"):
			style, _ := strconv.Atoi(fields[i][2:])
			d.look.attr |= attr(style) * underline
		case n == 0:
			d.look = look{}
		case n == 4:
			d.look.attr |= underline
		case n >= 1 && n <= 9:
			d.look.attr |= map[int]attr{1: bold, 2: faint, 3: italic, 5: blink, 7: inverse, 8: hidden, 9: strike}[n]
		case n >= 30 && n <= 37:
			d.look.fg = indexed | color(n-30)
		case n >= 40 && n <= 47:
			d.look.bg = indexed | color(n-40)
		case n >= 90 && n <= 97:
			d.look.fg = indexed | color(n-82)
		case n >= 100 && n <= 107:
			d.look.bg = indexed | color(n-92)
		case n == 39:
			d.look.fg = 0
		case n == 49:
			d.look.bg = 0
		case n == 53:
			d.look.attr |= overline
		case n == 38 || n == 48:
			v := func(j int) color { n, _ := strconv.Atoi(fields[i+j]); return color(n) }
			c := indexed | v(2)
			used := 2
			if v(1) == 2 {
				c, used = direct|v(2)<<16|v(3)<<8|v(4), 4
			}
			if n == 38 {
				d.look.fg = c
			} else {
				d.look.bg = c
			}
			i += used
		}
	}
}

type difference struct{ text, look string }

// compareScreen says where the screen and the reference first differ. A blank cell's foreground shows nothing, and is
// not compared.
func compareScreen(e *emulator, want [][]look) (d difference) {
	for y, r := range e.lines {
		var got, expected strings.Builder
		for x := range r.cells {
			g, w := cellLook(e, r.cells[x]), look{text: " "}
			if x < len(want[y]) {
				w = want[y][x]
			}
			got.WriteString(g.text)
			expected.WriteString(w.text)
			if x >= len(want[y]) {
				w.bg = g.bg // what was erased at a line's end: tmux shows its colour but does not report it
			}
			if g.text == " " && w.text == " " && (g.attr|w.attr)&(inverse|underlineMask|strike|overline) == 0 {
				g.fg, w.fg, g.attr, w.attr = 0, 0, 0, 0
			}
			if g != w && g.text == w.text && d.look == "" {
				d.look = fmt.Sprintf("row %d, column %d: %+v, tmux has %+v", y, x, g, w)
			}
		}
		if got.String() != expected.String() && d.text == "" {
			d.text = fmt.Sprintf("row %d:\n got %q\ntmux %q", y, got.String(), expected.String())
		}
	}
	return d
}

func cellLook(e *emulator, c cell) look {
	l := look{attr: c.attr &^ (wide | tail | protected), fg: c.fg, bg: c.bg}
	if c.attr&tail == 0 {
		l.text = string(e.appendText(nil, c))
	}
	return l
}
