package terminal

import (
	"unicode"
	"unicode/utf8"
)

// match is one place where the query was found: the cells [from,to), which may lie on several rows of one wrapped line.
type match struct{ from, to position }

// Search looks for text from the end of what is shown upwards, and scrolls to the nearest match; an empty query ends
// the search. Call it for every key of the query. Letters match in both cases unless the query has a capital. It says
// which match is the current one, counted from 1 at the end of the output, and how many there are.
func (p *Pane) Search(query string) (current, total int) {
	p.Terminal.mu.Lock()
	defer p.Terminal.mu.Unlock()
	p.settle()
	p.query, p.stale = query, true
	start := position{p.firstShown() + p.emu.rows, 0}
	if p.match != (match{}) { // stay at the current match where it still is one
		start = p.match.from
	}
	return p.find(func(m match) bool { return !start.before(m.from) }, true)
}

// SearchNext goes to the match above the current one, or below it with a positive direction, around the ends.
func (p *Pane) SearchNext(direction int) (current, total int) {
	p.Terminal.mu.Lock()
	defer p.Terminal.mu.Unlock()
	p.settle()
	p.stale = true
	at := p.match.from
	if direction > 0 {
		return p.find(func(m match) bool { return at.before(m.from) }, false)
	}
	return p.find(func(m match) bool { return m.from.before(at) }, true)
}

// find makes that match the current one which is the last to be accepted, or the first, and reveals it. Where none is
// accepted it goes on at the other end.
func (p *Pane) find(accept func(match) bool, last bool) (current, total int) {
	e := p.emu
	all := e.matches(p.query, e.firstLine(), e.endLine())
	p.match = match{}
	if len(all) == 0 {
		return 0, 0
	}
	i := 0
	if last {
		for i = len(all) - 1; i > 0 && !accept(all[i]); i-- {
		}
		if !accept(all[i]) {
			i = len(all) - 1
		}
	} else {
		for i < len(all) && !accept(all[i]) {
			i++
		}
		i %= len(all)
	}
	p.match = all[i]
	p.reveal(p.match.from.line)
	return len(all) - i, len(all)
}

// matches finds text in the lines [first,end), and in what those lines wrap from and to.
func (e *emulator) matches(query string, first, end int) []match {
	var found []match
	want := []rune(query)
	fold := true
	for _, r := range want {
		fold = fold && !unicode.IsUpper(r)
	}
	if len(want) == 0 {
		return nil
	}
	for first > e.firstLine() && first > end-maxJoined {
		if e.flagsAt(first-1)&wrapped == 0 {
			break
		}
		first--
	}
	var text []rune       // of one line
	var places []position // of each of its characters, and of its end
	for n := first; n < e.endLine(); n++ {
		cells, f := e.lineAt(n)
		for x, c := range cells {
			if c.attr&tail != 0 {
				continue
			}
			text = append(text, e.searchRune(c, fold))
			places = append(places, position{n, x})
		}
		if f&wrapped != 0 && len(text) < maxJoined*e.cols {
			continue
		}
		places = append(places, position{n, len(cells)})
		for i := 0; i+len(want) <= len(text); i++ {
			if equal(text[i:i+len(want)], want) {
				from, to := places[i], places[i+len(want)-1]
				found = append(found, match{from, position{to.line, to.col + 1}})
				i += len(want) - 1
			}
		}
		text, places = text[:0], places[:0]
		if n >= end-1 {
			break
		}
	}
	return found
}

// maxJoined bounds how many rows of one wrapped line are searched as one.
const maxJoined = 500

// searchRune is the character of a cell that a search compares.
func (e *emulator) searchRune(c cell, fold bool) rune {
	r := rune(c.ch)
	switch {
	case c.ch == 0:
		return ' '
	case c.ch&clusterBit != 0:
		r, _ = utf8.DecodeRuneInString(e.clusters.value(c.ch &^ clusterBit))
	}
	if fold {
		return unicode.ToLower(r)
	}
	return r
}

func equal(a, b []rune) bool {
	for i := range b {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

// highlights are what a pane shows in another style: what was found and what is selected, [from,to).
type highlights struct {
	matches  []match
	current  match
	selected bool
	from, to position
}

// highlights are those on the lines shown, of which top is the first.
func (p *Pane) highlights(top int) highlights {
	h := highlights{current: p.match, selected: p.sel.active}
	if p.query != "" {
		h.matches = p.emu.matches(p.query, top, top+p.emu.rows)
	}
	if p.sel.active {
		h.from, h.to = p.selected()
	}
	return h
}

// painter changes how the cells of line n look. It is nil for a line without highlights.
func (h highlights) painter(n int) func(x int, c cell) cell {
	var here []match
	for _, m := range h.matches {
		if m.from.line <= n && n <= m.to.line {
			here = append(here, m)
		}
	}
	selected := h.selected && h.from.line <= n && n <= h.to.line
	if len(here) == 0 && !selected {
		return nil
	}
	return func(x int, c cell) cell {
		at := position{n, x}
		for _, m := range here {
			if at.before(m.from) || !at.before(m.to) {
				continue
			}
			// Underlined as well: the colours may not be there.
			c.fg, c.bg, c.attr = indexed, indexed|3, c.attr&(wide|tail)|underline
			if m == h.current {
				c.attr |= bold | inverse
			}
		}
		if selected && !at.before(h.from) && at.before(h.to) {
			c.attr ^= inverse
		}
		return c
	}
}
