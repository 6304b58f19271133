package tui

import (
	"strings"
	"testing"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"
)

// On a terminal of 16 colours, code isn't in the colour of what went wrong.
func TestHuesStayApartIn16Colours(t *testing.T) {
	for _, dark := range []bool{true, false} {
		theme := newTheme(dark, false)
		seen := map[any]string{}
		for name, style := range map[string]lipgloss.Style{"good": theme.good, "bad": theme.bad, "code": theme.codeText, "heading": theme.heading} {
			rounded := colorprofile.ANSI.Convert(style.GetForeground())
			if other := seen[rounded]; other != "" {
				t.Errorf("dark is %v: %s and %s are both %v", dark, name, other, rounded)
			}
			seen[rounded] = name
		}
	}
}

// A table whose header is empty begins with its first row.
func TestTableWithoutHeader(t *testing.T) {
	lines := newRenderer(newTheme(true, false), nil).markdown("| | |\n|---|---|\n| blocks run | 2 |\n", 40)
	if len(lines) != 1 || !strings.Contains(ansi.Strip(lines[0]), "blocks run") {
		t.Errorf("%q", lines)
	}
}
