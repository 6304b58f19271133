package tui

import (
	"testing"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"
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
