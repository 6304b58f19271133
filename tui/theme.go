package tui

import (
	"image/color"

	"charm.land/lipgloss/v2"
)

// theme is every style of one app. It is rebuilt when the terminal says what its background is, and never shared: in a
// classroom each student's terminal has its own.
//
// Colour never stands alone: each style that means something also has a sign or an attribute (bold, underline) that
// survives without colour. The hues are chosen to stay apart when a terminal of 16 colours rounds them.
type theme struct {
	text, dim, strong, emph, code, link  lipgloss.Style
	heading, brand, title, rule          lipgloss.Style
	key, keyName                         lipgloss.Style
	good, bad, warn                      lipgloss.Style
	block, blockFocus, codeText, comment lipgloss.Style
	chosen, term                         lipgloss.Style
	tab, tabActive                       lipgloss.Style
	meter, meterOver                     lipgloss.Style

	mono bool // no colours: what only a colour would tell apart is marked
}

// newTheme returns the styles for a dark or a light background, or for a terminal without colours.
func newTheme(dark, mono bool) theme {
	pick := lipgloss.LightDark(dark)
	hue := func(light, dark string) color.Color { return pick(lipgloss.Color(light), lipgloss.Color(dark)) }
	var (
		plain  = lipgloss.NewStyle()
		faint  = hue("#626262", "#9e9e9e")
		blue   = hue("#0b5cad", "#7cb7ff")
		amber  = hue("#706400", "#e8c547")
		green  = hue("#1d7a3a", "#7bd88f")
		red    = hue("#b3261e", "#ff7b72")
		violet = hue("#6b3fa0", "#c9a7ff")
	)
	fg := func(c color.Color) lipgloss.Style { return plain.Foreground(c) }
	return theme{
		text: plain, dim: fg(faint), strong: plain.Bold(true), emph: plain.Italic(true),
		code: fg(amber), link: fg(blue).Underline(true),
		heading: fg(blue).Bold(true), brand: fg(amber).Bold(true), title: plain.Bold(true), rule: fg(faint),
		key: plain.Bold(true), keyName: fg(faint),
		good: fg(green), bad: fg(red), warn: fg(amber),
		block: fg(faint), blockFocus: fg(amber).Bold(true), codeText: fg(amber), comment: fg(faint).Italic(true),
		chosen: fg(blue).Bold(true), term: fg(violet).Underline(true),
		tab: fg(faint), tabActive: plain.Bold(true).Reverse(true),
		meter: fg(green), meterOver: fg(red).Bold(true),
		mono: mono,
	}
}
