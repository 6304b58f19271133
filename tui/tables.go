package tui

import (
	"bytes"
	"strings"

	"github.com/charmbracelet/x/ansi"
	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// tables finds the tables of GitHub's Markdown: a row of heads, a row of dashes with as many cells or more, and what follows.
// Goldmark's extensions do too, but their package compiles the expressions of all of them at every start of the program: a
// millisecond of sandbox run, a quarter of the memory that it begins with.
type tables struct{}

// Transform takes a table off the end of a paragraph, as a parser.ParagraphTransformer.
func (tables) Transform(paragraph *ast.Paragraph, reader text.Reader, _ parser.Context) {
	source, lines := reader.Source(), paragraph.Lines()
	columns, dashes := 0, 0
	for columns == 0 {
		if dashes++; dashes >= lines.Len() {
			return
		}
		columns = dashCells(lines.At(dashes), source)
	}
	heads := rowCells(lines.At(dashes-1), source)
	if len(heads) > columns {
		return
	}
	table := east.NewTable()
	table.AppendChild(table, east.NewTableHeader(newRow(heads, columns)))
	for _, line := range lines.Sliced(dashes+1, lines.Len()) {
		table.AppendChild(table, newRow(rowCells(line, source), columns))
	}
	parent := paragraph.Parent()
	parent.InsertAfter(parent, paragraph, table)
	if dashes == 1 {
		parent.RemoveChild(parent, paragraph)
		return
	}
	lines.SetSliced(0, dashes-1)
	last := lines.At(dashes - 2)
	lines.Set(dashes-2, last.WithStop(last.Stop-1)) // a paragraph ends without a newline
}

// dashCells counts the cells of the row that makes a table of its neighbours; 0 for any other line.
func dashCells(line text.Segment, source []byte) int {
	row := line.Value(source)
	if indent, _ := util.IndentWidth(row, 0); indent > 3 || len(bytes.Trim(row, "-")) == 0 {
		return 0
	}
	cells := bytes.Split(row, []byte("|"))
	if util.IsBlank(cells[0]) {
		cells = cells[1:]
	}
	if len(cells) > 0 && util.IsBlank(cells[len(cells)-1]) {
		cells = cells[:len(cells)-1]
	}
	for _, cell := range cells {
		cell = bytes.TrimSuffix(bytes.TrimPrefix(bytes.Trim(cell, " \t\r\n"), []byte(":")), []byte(":"))
		if len(cell) == 0 || len(bytes.Trim(cell, "-")) > 0 {
			return 0
		}
	}
	return len(cells)
}

// rowCells are the pieces of a line between its bars. A bar behind a backslash is text.
func rowCells(line text.Segment, source []byte) []text.Segment {
	line = line.TrimLeftSpace(source)
	line = line.TrimRightSpace(source)
	row := line.Value(source)
	at, end := 0, len(row)
	if bytes.HasPrefix(row, []byte("|")) {
		at++
	}
	if bytes.HasSuffix(row, []byte("|")) {
		end--
	}
	var cells []text.Segment
	for at < end {
		bar := at
		for bar < end && (row[bar] != '|' || row[bar-1] == '\\') {
			bar++
		}
		cell := text.NewSegment(line.Start+at, line.Start+bar)
		cell = cell.TrimLeftSpace(source)
		cells = append(cells, cell.TrimRightSpace(source))
		at = bar + 1
	}
	return cells
}

// newRow makes a row of exactly so many columns.
func newRow(cells []text.Segment, columns int) *east.TableRow {
	row := east.NewTableRow(nil)
	for i := range columns {
		cell := east.NewTableCell()
		if i < len(cells) {
			cell.Lines().Append(cells[i])
		}
		row.AppendChild(row, cell)
	}
	return row
}

// table gives each column the width of its widest cell and, where that is too much, takes from the widest first.
func (w *writer) table(table *east.Table, width int) []string {
	w.inTable = true
	defer func() { w.inTable = false }()
	var rows [][]string
	for row := table.FirstChild(); row != nil; row = row.NextSibling() {
		style := w.theme.text
		if _, header := row.(*east.TableHeader); header {
			style = w.theme.strong
		}
		var cells []string
		for cell := row.FirstChild(); cell != nil; cell = cell.NextSibling() {
			cells = append(cells, w.inline(cell, style))
		}
		rows = append(rows, cells)
	}
	if len(rows) == 0 {
		return nil
	}
	widths := columnWidths(rows, width)
	headless := ansi.Strip(strings.Join(rows[0], "")) == "" // Markdown has no table without a header; an empty one stands for none
	var lines []string
	for i, row := range rows {
		if i == 0 && headless {
			continue
		}
		lines = append(lines, tableRow(row, widths)...)
		if i == 0 {
			var rules []string
			for _, n := range widths {
				rules = append(rules, strings.Repeat("─", n))
			}
			lines = append(lines, w.theme.rule.Render(strings.Join(rules, "──")))
		}
	}
	return lines
}

func columnWidths(rows [][]string, width int) []int {
	widths := make([]int, len(rows[0]))
	for _, row := range rows {
		for i, cell := range row[:min(len(row), len(widths))] {
			widths[i] = max(widths[i], ansi.StringWidth(cell))
		}
	}
	for total := sum(widths) + 2*(len(widths)-1); total > width; total-- {
		widest := 0
		for i := range widths {
			if widths[i] > widths[widest] {
				widest = i
			}
		}
		if widths[widest] <= 3 {
			break
		}
		widths[widest]--
	}
	return widths
}

func tableRow(row []string, widths []int) []string {
	height := 1
	cells := make([][]string, len(widths))
	for i := range widths {
		if i < len(row) {
			cells[i] = wrap(row[i], widths[i])
		}
		height = max(height, len(cells[i]))
	}
	lines := make([]string, height)
	for y := range lines {
		var b strings.Builder
		for i, n := range widths {
			cell := ""
			if y < len(cells[i]) {
				cell = cells[i][y]
			}
			b.WriteString(cell)
			if i < len(widths)-1 {
				b.WriteString(strings.Repeat(" ", n-ansi.StringWidth(cell)+2))
			}
		}
		lines[y] = b.String()
	}
	return lines
}
