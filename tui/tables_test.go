package tui

import (
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
)

// A table whose header is empty begins with its first row.
func TestTableWithoutHeader(t *testing.T) {
	lines := newRenderer(newTheme(true, false), nil).markdown("| | |\n|---|---|\n| blocks run | 2 |\n", 40)
	if len(lines) != 1 || !strings.Contains(ansi.Strip(lines[0]), "blocks run") {
		t.Errorf("%q", lines)
	}
}

// FuzzTables compares our tables with those of Goldmark's extension, as they look.
func FuzzTables(f *testing.F) {
	for _, table := range []string{
		"| a | b |\n|---|---|\n| 1 | 2 |\n",
		"a | b\n:-|-:\n1\n1 | 2 | 3\n\nafter",
		"| `a \\| b` | c \\| d **`e\\|f`** |\n|:-:|-|\n| \\| | \\",
		"before\n*it* | [x](y)\n- | -\n||\n|\nno bar\n# heading",
		"> | a |\n> |---|\n> | 1 |\n",
		"1. | a |\n   |---|\n   | 1 |\n\t| 2 |\n",
		"| a | b |\n|---|\n| 1 | 2 |\n|---|---|\n",
		"| a |\n    |---|\n|::|\n|:|\n",
		"| a \\|\n|---|\n\\|",
		"[a]: b\n| a |\n|-|\n",
	} {
		f.Add(table)
	}
	ours := newRenderer(newTheme(true, false), nil)
	theirs := ours
	theirs.parser = goldmark.New(goldmark.WithExtensions(extension.Table)).Parser()
	f.Fuzz(func(t *testing.T, src string) {
		if strings.Contains(src, `\\|`) {
			t.Skip("what Goldmark leaves of this is an escaped bar again, for our writer")
		}
		if got, want := ours.markdown(src, 40), theirs.markdown(src, 40); !slices.Equal(got, want) {
			t.Errorf("%q\n%s\nand with Goldmark's tables\n%s", src, strings.Join(got, "\n"), strings.Join(want, "\n"))
		}
	})
}

// Escapes and character references read as on a code host; code is as it is, and a number makes no control character.
func TestLiteralText(t *testing.T) {
	lines := newRenderer(newTheme(true, false), nil).markdown("a \\*b\\* &lt;x&gt; &copy; &#27;[31m \\&lt; `&lt;\\*` c\\\\d", 60)
	if got, want := ansi.Strip(strings.Join(lines, "\n")), "a *b* <x> © [31m &lt; &lt;\\* c\\d"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
