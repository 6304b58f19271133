package tui

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// consoleFont is what Debian's fonts for the Linux console have in common beyond Latin-1 (Lat15 and Uni2, from their tables).
const consoleFont = "“”•…←↑→↓─│┌┐└┘├┤┬┴┼╭╮╯╰╴╵╶╷█░"

// TestConsoleGlyphs looks for characters that a Linux console would draw as a diamond: in the pages of the course as they are
// kept, and in the screens' own code.
func TestConsoleGlyphs(t *testing.T) {
	glyphs := consoleGlyphs("linux")
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	files = slices.DeleteFunc(files, func(name string) bool { return strings.HasSuffix(name, "_test.go") || name == "console.go" })
	err = filepath.WalkDir("testdata/pages", func(name string, entry fs.DirEntry, err error) error {
		if err == nil && !entry.IsDir() {
			files = append(files, name)
		}
		return err
	})
	if err != nil || len(files) < 50 {
		t.Fatalf("%d files, %v", len(files), err)
	}
	for _, name := range files {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range glyphs.Replace(string(text)) {
			if c > 0xff && !strings.ContainsRune(consoleFont, c) {
				t.Errorf("%s: the console has no %c (%U)", name, c, c)
			}
		}
	}
}

// TestConsoleFrame: where the font has no circles, what is chosen and what is not still differ.
func TestConsoleFrame(t *testing.T) {
	if consoleGlyphs("xterm-256color") != nil {
		t.Error("a terminal that has every character is taken for a console")
	}
	a := newTestApp(t, 100, 30, "")
	a.glyphs = consoleGlyphs("linux")
	if frame := a.View().Content; strings.ContainsAny(frame, "○▸") || !strings.Contains(frame, "> ") {
		t.Errorf("the contents on a console:\n%s", frame)
	}
}
