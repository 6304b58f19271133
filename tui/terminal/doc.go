// Package terminal is a terminal emulator for programs written with Bubble Tea. Bytes that a program writes to its
// terminal go in; rows of ANSI text come out, to be put anywhere on the screen. Keys, mouse and pastes go the other
// way. Shells, editors, pagers, htop and tmux run in it as they do in the terminal around it.
//
// # Use
//
// A [Pane] is all that a screen needs. It starts no goroutine but one while Run runs, and never blocks the one that
// draws:
//
//	p := terminal.NewPane(terminal.Options{Cols: 80, Rows: 24})
//	go p.Run(tty) // a pseudo-terminal: moves bytes both ways until the program ends
//
//	// A command that is given again each time its message arrives. However much output there is, there are at most 60
//	// messages a second, and a key's echo is drawn at once.
//	func listen() tea.Msg { p.Wait(ctx, time.Second/60); return drawMsg{} }
//
//	// In Update:
//	case tea.KeyPressMsg: p.Key(tea.Key(msg))
//	case tea.PasteMsg:    p.Paste(msg.Content)
//	case tea.MouseMsg:    if p.Mouse(msg, m.X-left, m.Y-top) { return tea.SetClipboard(p.Selected()) }
//	on a change of size:  p.Resize(cols, rows), and the pseudo-terminal as well
//
//	// In View: one frame; what has not changed is not rendered again.
//	frame := p.View()
//
// Beside that a pane scrolls back (Scroll, ScrollToPrompt; Frame.Below is not 0 then), searches (Search, SearchNext),
// selects (Select, SelectTo, MoveSelection, Selected) and gives all of its output as text (Text), for a pager. The
// shell's marks (OSC 133) reach Options.OnMark: where prompts, commands and their output begin, and the exit status.
//
// A [Terminal] is the emulator alone, for tests and for programs without a screen. [Key], [Mouse], [Paste] and [Focus]
// turn events into bytes.
//
// # What it understands
//
// What TERM=xterm-256color promises, and what programs use beside it: all SGR attributes with underline styles and
// colours in both notations, 256 and direct colours; wide and combining characters; tab stops; scrolling regions, left
// and right margins and moving sideways between them, origin and insert modes, erasing in the background colour, protected cells; DEC graphics; both
// screens; hyperlinks (OSC 8); bracketed paste, focus events, mouse modes 1000, 1002, 1003 and 1006, cursor shapes;
// synchronized updates (2026); C1 controls in both forms. It answers DA, DSR, DECRQM, DECRQSS, XTVERSION and questions
// for colours.
//
// It does not know: 132 columns, double-size lines, national character sets other than the UK's, downloaded characters,
// rectangles, pictures, and the keyboard protocols of xterm (modifyOtherKeys) and kitty.
//
// # Safe with any bytes
//
//   - What leaves is text, SGR and OSC 8, in rows that are exactly as wide as the pane. Nothing from inside can move the
//     outer cursor, change the outer title or reach the clipboard; OSC 52 goes to Options.OnClipboard, or nowhere.
//   - Answers are written by this package, hold no text that the program chose, and are limited to 200 a second.
//   - Everything is bounded: parameters, strings, titles, combining characters, links, scrollback, input that waits. A
//     synchronized update ends after 150 ms.
//   - Links are passed on for http, https and mailto only.
//
// # Width
//
// Programs count columns one character at a time, with wcwidth(3), and so does the emulator. Some outer terminals count
// grapheme clusters. Where the two would differ (flags, skin tones, joined emoji, some Indic syllables) a row shows
// blanks or single emoji in place of the cluster, and stays aligned everywhere.
//
// # How it works
//
// parser.go is the state machine; it calls the emulator (emulator.go, print.go, control.go, sgr.go, modes.go, osc.go),
// which changes rows of cells (cell.go, row.go). A cell has 16 bytes; what few cells have, such as links, is numbered
// in tables. A row knows how many of its cells are in use, so that short lines are cheap to scroll, and keeps its ANSI
// text until it changes (render.go). Lines that leave the screen are packed, at about a tenth of the size (history.go).
// report.go answers, resize.go wraps lines anew. terminal.go puts a lock around it; pane.go, view.go, select.go and
// search.go are the pane.
//
// Testdata holds recordings of real programs with the screens that tmux makes of them; record_test.go says how they are
// made. The tests want equal text on 97 of 100 screens; where tmux differs today it is tmux that does not do what
// vttest asks for.
package terminal
