package terminal

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
)

// The streams are as a pty gives them: with CR LF at the end of each line.
func plainText() []byte {
	var b bytes.Buffer
	for i := range 2000 {
		b.WriteString(strings.Repeat("The quick brown fox jumps over the lazy dog. ", 4)[:20+i%150])
		b.WriteString("\r\n")
	}
	return b.Bytes()
}

func paths() []byte {
	var b bytes.Buffer
	for i := range 5000 {
		fmt.Fprintf(&b, "/usr/share/doc/package-%d/examples/%d.txt\r\n", i%97, i)
	}
	return b.Bytes()
}

func colored() []byte {
	var b bytes.Buffer
	for i := range 3000 {
		fmt.Fprintf(&b, "\x1b[0m\x1b[01;34mdirectory-%d\x1b[0m  \x1b[01;32mprogram\x1b[0m  \x1b[38;5;%dmcolour\x1b[m\r\n", i, i%256)
	}
	return b.Bytes()
}

func wideText() []byte {
	return bytes.Repeat([]byte("日本語のテキスト、端末エミュレータ。 Grüße aus Köln — naïve café\r\n"), 2000)
}

func fullScreen() []byte {
	var b bytes.Buffer
	for i := range 200 {
		b.WriteString("\x1b[H\x1b[?25l")
		for y := range 24 {
			fmt.Fprintf(&b, "\x1b[%d;1H\x1b[3%dm%3d%%\x1b[39m \x1b[7m%-60d\x1b[27m\x1b[K", y+1, y%8, (i+y)%100, i*y)
		}
		b.WriteString("\x1b[?25h")
	}
	return b.Bytes()
}

func BenchmarkWrite(b *testing.B) {
	for _, bench := range []struct {
		name   string
		stream []byte
	}{
		{"yes", bytes.Repeat([]byte("y\r\n"), 20000)},
		{"plain", plainText()},
		{"find", paths()},
		{"ls-color", colored()},
		{"wide", wideText()},
		{"full-screen", fullScreen()},
	} {
		b.Run(bench.name, func(b *testing.B) {
			t := New(Options{Cols: 80, Rows: 24})
			t.Write(bench.stream)
			b.SetBytes(int64(len(bench.stream)))
			b.ReportAllocs()
			for b.Loop() {
				t.Write(bench.stream)
			}
		})
	}
}

// BenchmarkView draws a frame after a change to one row, to all rows, and after none.
func BenchmarkView(b *testing.B) {
	p := NewPane(Options{Cols: 160, Rows: 48})
	p.Write(colored())
	for _, bench := range []struct{ name, change string }{
		{"unchanged", ""},
		{"one-row", "x\r"},
		{"scrolled", "\x1b[01;34mnew\x1b[0m line\r\n"},
		{"all-rows", "\x1b[?5h\x1b[?5l"},
	} {
		b.Run(bench.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				p.Write([]byte(bench.change))
				p.View()
			}
		})
	}
}

// BenchmarkResize wraps 5000 lines anew.
func BenchmarkResize(b *testing.B) {
	t := New(Options{Cols: 80, Rows: 24})
	t.Write(bytes.Repeat(plainText(), 3))
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		t.Resize(60+i%2*40, 24)
	}
}

// BenchmarkSearch looks through 5000 lines for what stands nowhere.
func BenchmarkSearch(b *testing.B) {
	p := NewPane(Options{Cols: 80, Rows: 24})
	p.Write(bytes.Repeat(plainText(), 3))
	for b.Loop() {
		p.Search("fox leaps")
	}
}
