package lab

import (
	"bytes"
	"fmt"
	"slices"
	"testing"
)

// scanAll scans pieces and returns the text and the marks.
func scanAll(pieces ...[]byte) (string, []mark) {
	var s scanner
	var text bytes.Buffer
	var marks []mark
	for _, piece := range pieces {
		s.scan(piece, func(p []byte) { text.Write(p) }, func(m mark) { marks = append(marks, m) })
	}
	return text.String(), marks
}

func TestScan(t *testing.T) {
	for _, test := range []struct {
		name, input, text string
		marks             []mark
	}{
		{"BEL", "a\x1b]133;C\x07b", "ab", []mark{{'C', -1, ""}}},
		{"ST", "a\x1b]133;D;7\x1b\\b", "ab", []mark{{'D', 7, ""}}},
		{"options", "\x1b]133;A;cl=line;aid=bash\x07", "", []mark{{'A', -1, "bash"}}},
		{"no status", "\x1b]133;D\x07", "", []mark{{'D', -1, ""}}},
		{"status out of range", "\x1b]133;D;256\x07\x1b]133;D;-1\x07", "", []mark{{'D', -1, ""}, {'D', -1, ""}}},
		{"another command", "\x1b]0;title\x07x", "\x1b]0;title\x07x", nil},
		{"another kind", "\x1b]133;Z\x07", "\x1b]133;Z\x07", nil},
		{"colours", "\x1b[31mred\x1b[m", "\x1b[31mred\x1b[m", nil},
		{"cut short by a new one", "\x1b]133;\x1b]133;C\x07", "\x1b]133;", []mark{{'C', -1, ""}}},
		{"cut short by a line end", "\x1b]133;C\nx\x07", "\x1b]133;C\nx\x07", nil},
		{"two escapes", "\x1b\x1b]133;C\x07", "\x1b", []mark{{'C', -1, ""}}},
		{"long", "\x1b]52;" + string(bytes.Repeat([]byte("x"), 1000)) + "\x07.",
			"\x1b]52;" + string(bytes.Repeat([]byte("x"), 1000)) + "\x07.", nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			text, marks := scanAll([]byte(test.input))
			if text != test.text || !slices.Equal(marks, test.marks) {
				t.Errorf("%q, %v", text, marks)
			}
		})
	}
}

// FuzzScan: however a stream is cut, the marks and the text are the same, and nothing but marks is taken out.
func FuzzScan(f *testing.F) {
	f.Add([]byte("\x1b]133;D;0\x07\x1b]133;A;aid=bash\x07$ \x1b]133;B\x07ls\r\n\x1b]133;C\x1b\\a b\r\n"), 3)
	f.Add([]byte("\x1b\x1b]133;\x1b]0;x\x07\x1b]133;D;300\x07"), 5)
	f.Fuzz(func(t *testing.T, input []byte, cut int) {
		text, marks := scanAll(input)
		cut = min(max(cut, 0), len(input))
		cutText, cutMarks := scanAll(input[:cut], input[cut:])
		if text != cutText || !slices.Equal(marks, cutMarks) {
			t.Errorf("cut at %d: %q %v, and whole %q %v", cut, cutText, cutMarks, text, marks)
		}
		if len(text) > len(input) {
			t.Errorf("%d bytes of text from %d", len(text), len(input))
		}
		if len(marks) == 0 && !bytes.Contains(input, []byte("\x1b]133;")) && !bytes.HasPrefix(input, []byte(text)) {
			t.Errorf("%q became %q", input, text)
		}
	})
}

// FuzzTracker: no stream brings it out of step. A run ends once, and only a run that was begun.
func FuzzTracker(f *testing.F) {
	f.Add([]byte("DA|CDA|DA|CDCDA|PA|"))
	f.Fuzz(func(t *testing.T, script []byte) {
		var tr tracker
		open := false
		for _, c := range script {
			if c == '|' && tr.phase == ready {
				tr.enter(tr.since)
				continue
			}
			for _, event := range tr.feed(fmt.Appendf(nil, "x\x1b]133;%c\x07", c), tr.since) {
				switch event.Kind {
				case Started:
					if open {
						t.Fatal("started twice")
					}
					open = true
				case Finished:
					if !open {
						t.Fatal("finished before it started")
					}
					open = false
				case Prompt:
					if open {
						t.Fatal("a prompt while a command runs")
					}
				}
			}
		}
	})
}

// What a transcript repeats may be printed on a terminal: nothing in it may steer one.
func TestPlain(t *testing.T) {
	for output, want := range map[string]string{
		"one\r\ntwo\r\n":            "one\ntwo\n",
		"10 %\r100 %\r\n":           "100 %\n",
		"\x1b[31mred\x1b[m\tx":      "red\tx",
		"a\x0eb\x00c\a\bd\x7f":      "abcd",
		"caf\xe9 \u0085au \xe2\x82": "caf\ufffd au \ufffd\ufffd",
		"größer 漢字\r\n":             "größer 漢字\n",
	} {
		if got := plain([]byte(output)); got != want {
			t.Errorf("%q is %q, want %q", output, got, want)
		}
	}
}
