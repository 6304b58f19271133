package tui

import (
	"fmt"
	"strings"
	"unicode"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
)

// plan is a drawing in cells: walls that join where they meet, and text. All of its characters are one cell wide.
type plan struct {
	w, h  int
	cells []planCell
}

type planCell struct {
	r     rune // 0 for none
	ink   ink
	walls uint8
}

// ink is what a cell of a plan means; the theme gives it a style.
type ink uint8

const (
	inkText ink = iota
	inkDim
	inkName
	inkBar
	inkSmoke
	inkAlarm // never without a sign of its own
	inks     // how many there are
)

func (k ink) style(t theme) lipgloss.Style {
	return [inks]lipgloss.Style{inkText: t.text, inkDim: t.dim, inkName: t.strong, inkBar: t.meter, inkSmoke: t.code, inkAlarm: t.meterOver}[k]
}

// The sides of a cell that a wall goes to.
const (
	wallUp = 1 << iota
	wallRight
	wallDown
	wallLeft
)

// wallRunes are the line characters by those sides.
var wallRunes = [16]rune{' ', '╵', '╶', '└', '╷', '│', '┌', '├', '╴', '┘', '─', '┴', '┐', '┤', '┬', '┼'}

func newPlan(w, h int) *plan { return &plan{w: w, h: h, cells: make([]planCell, w*h)} }

func (p *plan) at(x, y int) *planCell { return &p.cells[y*p.w+x] }

// box draws walls around an area of w by h cells, walls included; they join those already there.
func (p *plan) box(x, y, w, h int) {
	for i := range w {
		for _, row := range [...]int{y, y + h - 1} {
			if i > 0 {
				p.at(x+i, row).walls |= wallLeft
			}
			if i < w-1 {
				p.at(x+i, row).walls |= wallRight
			}
		}
	}
	for i := range h {
		for _, column := range [...]int{x, x + w - 1} {
			if i > 0 {
				p.at(column, y+i).walls |= wallUp
			}
			if i < h-1 {
				p.at(column, y+i).walls |= wallDown
			}
		}
	}
}

// cells makes text that comes from a sandbox fit for a drawing: what is no printable character of one cell becomes '?'.
func cells(s string) string {
	return strings.Map(func(r rune) rune {
		if !unicode.IsPrint(r) || ansi.StringWidth(string(r)) != 1 {
			return '?'
		}
		return r
	}, s)
}

// write puts text at x, y, cut to room cells, and returns the column after it.
func (p *plan) write(x, y, room int, k ink, s string) int {
	if room <= 0 {
		return x
	}
	for _, r := range ansi.Truncate(cells(s), room, "…") {
		*p.at(x, y) = planCell{r: r, ink: k}
		x++
	}
	return x
}

// lines are the plan with its styles.
func (p *plan) lines(t theme) []string {
	var on, off [inks]string // what switches each ink on and off: a plan has too many runs to render each
	for k := range inks {
		on[k], off[k], _ = strings.Cut(k.style(t).Render("x"), "x")
	}
	lines := make([]string, p.h)
	for y := range lines {
		var line strings.Builder
		last := inks
		for _, c := range p.cells[y*p.w : (y+1)*p.w] {
			r, k := c.r, c.ink
			if r == 0 {
				r, k = wallRunes[c.walls], inkDim
			}
			if k != last {
				if last != inks {
					line.WriteString(off[last])
				}
				line.WriteString(on[k])
				last = k
			}
			line.WriteRune(r)
		}
		if last != inks {
			line.WriteString(off[last])
		}
		lines[y] = line.String()
	}
	return lines
}

// bar is a bar of n cells, filled to a fraction from 0 to 1. What is more than nothing shows.
func bar(fraction float64, n int) string {
	halves := min(2*n, int(fraction*float64(2*n)+0.5))
	if fraction > 0 {
		halves = max(halves, 1)
	}
	return strings.Repeat("█", halves/2) + strings.Repeat("▌", halves%2) + strings.Repeat("░", n-(halves+1)/2)
}

// sparkline draws values from 0 to 1 in n cells of braille, two values a cell, the newest at the right end. Before the
// first value it is blank; nothing at all is one dot.
func sparkline(values []float64, n int) string {
	left, right := [5]rune{0, 0x40, 0x44, 0x46, 0x47}, [5]rune{0, 0x80, 0xa0, 0xb0, 0xb8} // 0 to 4 dots from below
	values = values[max(0, len(values)-2*n):]
	var b strings.Builder
	height := func(i int) int {
		if i -= 2*n - len(values); i >= 0 {
			return max(1, min(4, int(values[i]*4+0.5)))
		}
		return 0
	}
	for i := range n {
		if dots := left[height(2*i)] | right[height(2*i+1)]; dots != 0 {
			b.WriteRune(0x2800 + dots)
		} else {
			b.WriteByte(' ')
		}
	}
	return b.String()
}

const unitLetters = "KMGT"

// sized writes a number of bytes in at most four characters, in binary units: 640K, 1.5M, 64M.
func sized(bytes int64) string {
	value, unit := float64(bytes)/1024, 0
	for value >= 999.5 && unit < len(unitLetters)-1 {
		value, unit = value/1024, unit+1
	}
	if value < 9.95 && value != float64(int(value)) {
		return fmt.Sprintf("%.1f%c", value, unitLetters[unit])
	}
	return fmt.Sprintf("%.0f%c", value, unitLetters[unit])
}

// sizedOf writes bytes against a limit, in the limit's unit: 12/64M, 0.6/64M; alone where there is no limit.
func sizedOf(bytes, limit int64) string {
	if limit <= 0 {
		return sized(bytes)
	}
	of := sized(limit)
	unit := int64(1) << (10 * (1 + strings.IndexByte(unitLetters, of[len(of)-1])))
	used := float64(bytes) / float64(unit)
	if used < 9.95 && used != float64(int(used)) {
		return fmt.Sprintf("%.1f/%s", used, of)
	}
	return fmt.Sprintf("%.0f/%s", used, of)
}

func percent(fraction float64) string { return fmt.Sprintf("%.0f %%", 100*fraction) }
