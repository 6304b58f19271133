package tui

import "strings"

// consoleGlyphs puts characters that each font has in the place of those that a Linux console's lacks, one cell for one cell. Its
// fonts have 256 or 512 glyphs; it draws the same diamond for all others, and a chosen answer would look like any. Nil where
// TERM names another terminal.
func consoleGlyphs(term string) *strings.Replacer {
	if term != "linux" {
		return nil
	}
	return strings.NewReplacer(
		"○", "o", "◐", "%", "●", "*", // not begun, begun, finished; not chosen, chosen
		"□", "o", "▣", "*", "☐", "o", "☑", "*",
		"✓", "+", "✗", "x",
		"▸", ">", "↪", ">", "┃", "█",
		"▉", "█", "▊", "█", "▋", "█", "▌", "█", "▍", "│", "▎", "│", "▏", "│", "▕", "│",
	)
}
