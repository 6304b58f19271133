package tui

import (
	"slices"
	"strconv"
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"

	"floorplan/lessons"
)

// markdown lays Markdown out as lines no wider than width cells, without trailing newline. Each line is complete in itself:
// styles are closed at its end, so lines can stand side by side.
//
// Glamour would do this too, but its highlighter's tables take 11 ms at every start of the program, sandbox run included,
// and it wraps code. Lessons need less: no highlighting by language, code that is cut and never folded.
func (r renderer) markdown(src string, width int) []string {
	source := []byte(src)
	doc := r.parser.Parser().Parse(text.NewReader(source))
	w := &writer{theme: r.theme, source: source, glossary: r.glossary, marked: map[*lessons.Term]bool{}}
	return w.blocks(doc, max(width, 8))
}

// renderer is what it takes to lay out Markdown: one for each app, rebuilt with the theme.
type renderer struct {
	theme    theme
	parser   goldmark.Markdown
	glossary lessons.Glossary // whose terms are marked in the text
}

func newRenderer(t theme, glossary lessons.Glossary) renderer {
	return renderer{theme: t, parser: goldmark.New(goldmark.WithExtensions(extension.Table, extension.Strikethrough)), glossary: glossary}
}

// writer lays out one piece of Markdown.
type writer struct {
	theme    theme
	source   []byte
	glossary lessons.Glossary
	marked   map[*lessons.Term]bool // those that were marked in this piece
}

// blocks lays out the children of a container, a blank line between them.
func (w *writer) blocks(parent ast.Node, width int) []string {
	var lines []string
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		part := w.block(n, width)
		if len(part) == 0 {
			continue
		}
		if len(lines) > 0 && (n.HasBlankPreviousLines() || n.Kind() == east.KindTable || n.PreviousSibling().Kind() == east.KindTable) {
			lines = append(lines, "")
		}
		lines = append(lines, part...)
	}
	return lines
}

func (w *writer) block(n ast.Node, width int) []string {
	switch n := n.(type) {
	case *ast.Heading:
		return wrap(w.inline(n, w.theme.heading), width)
	case *ast.Paragraph, *ast.TextBlock:
		return wrap(w.inline(n, w.theme.text), width)
	case *ast.FencedCodeBlock, *ast.CodeBlock:
		return w.code(n, width)
	case *ast.Blockquote:
		return prefix(w.blocks(n, width-2), w.theme.rule.Render("│")+" ", w.theme.rule.Render("│")+" ")
	case *ast.List:
		return w.list(n, width)
	case *ast.ThematicBreak:
		return []string{w.theme.rule.Render(strings.Repeat("─", width))}
	case *east.Table:
		return w.table(n, width)
	case *ast.HTMLBlock:
		return nil // comments to authors
	}
	return w.blocks(n, width)
}

func (w *writer) list(list *ast.List, width int) []string {
	var lines []string
	number := list.Start
	for item := list.FirstChild(); item != nil; item = item.NextSibling() {
		mark := "• "
		if list.IsOrdered() {
			mark = strconv.Itoa(number) + ". "
			number++
		}
		if !list.IsTight && len(lines) > 0 {
			lines = append(lines, "")
		}
		indent := ansi.StringWidth(mark)
		lines = append(lines, prefix(w.blocks(item, width-indent), w.theme.dim.Render(mark), strings.Repeat(" ", indent))...)
	}
	return lines
}

// code shows a fence that is only to be read.
func (w *writer) code(n ast.Node, width int) []string {
	var code strings.Builder
	segments := n.Lines()
	for i := range segments.Len() {
		segment := segments.At(i)
		code.Write(segment.Value(w.source))
	}
	return prefix(program(w.theme, code.String(), width-2), "  ", "  ")
}

// program lays out lines of code: comments are dim, all else is in the colour of code. A line that is too long goes on behind
// an arrow, so that nobody takes it for two commands, and nothing of it is lost.
func program(t theme, code string, width int) []string {
	var lines []string
	for line := range strings.Lines(code) {
		line = strings.ReplaceAll(strings.TrimRight(line, "\r\n"), "\t", "    ")
		first, rest := line, ""
		if ansi.StringWidth(line) > width {
			first = ansi.Truncate(line, width, "")
			rest = line[len(first):]
		}
		lines = append(lines, codeLine(t, first))
		for rest != "" {
			part := ansi.Truncate(rest, max(width-2, 2), "")
			if part == "" {
				break
			}
			lines = append(lines, t.dim.Render("↪ ")+t.codeText.Render(part))
			rest = rest[len(part):]
		}
	}
	return lines
}

func codeLine(t theme, line string) string {
	at := strings.Index(line, "# ")
	if at == 0 || at > 0 && strings.HasSuffix(line[:at], "  ") {
		return t.codeText.Render(line[:at]) + t.comment.Render(line[at:])
	}
	return t.codeText.Render(line)
}

// table gives each column the width of its widest cell and, where that is too much, takes from the widest first.
func (w *writer) table(table *east.Table, width int) []string {
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

// inline styles the text inside one block, as one unwrapped line.
func (w *writer) inline(parent ast.Node, style lipgloss.Style) string {
	var b strings.Builder
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		switch n := n.(type) {
		case *ast.Text:
			b.WriteString(w.words(string(n.Segment.Value(w.source)), style))
			if n.HardLineBreak() {
				b.WriteByte('\n')
			} else if n.SoftLineBreak() {
				b.WriteString(style.Render(" "))
			}
		case *ast.String:
			b.WriteString(w.words(string(n.Value), style))
		case *ast.CodeSpan:
			// A line must not end inside an option such as --mount: half of it is another one.
			code := strings.ReplaceAll(plainText(n, w.source), "-", heldHyphen)
			if w.theme.mono {
				code = "`" + code + "`"
			}
			b.WriteString(w.theme.code.Inherit(style).Render(code))
		case *ast.Emphasis:
			inner := style.Italic(true)
			if n.Level == 2 {
				inner = style.Bold(true)
			}
			b.WriteString(w.inline(n, inner))
		case *ast.Link:
			b.WriteString(w.inline(n, w.theme.link))
		case *ast.AutoLink:
			b.WriteString(w.theme.link.Render(string(n.URL(w.source))))
		case *ast.Image:
			b.WriteString(style.Render("[" + plainText(n, w.source) + "]"))
		case *ast.RawHTML:
		default:
			b.WriteString(w.inline(n, style))
		}
	}
	return b.String()
}

// words renders plain text, marking a term of the glossary the first time it appears in this piece.
func (w *writer) words(s string, style lipgloss.Style) string {
	var b strings.Builder
	at := 0
	for _, m := range w.glossary.Find(s) {
		if w.marked[m.Term] {
			continue
		}
		w.marked[m.Term] = true
		b.WriteString(style.Render(s[at:m.From]) + w.theme.term.Inherit(style).Render(s[m.From:m.To]))
		at = m.To
	}
	b.WriteString(style.Render(s[at:]))
	return b.String()
}

func plainText(n ast.Node, source []byte) string {
	var b strings.Builder
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if t, ok := c.(*ast.Text); ok {
			b.Write(t.Segment.Value(source))
			if t.SoftLineBreak() {
				b.WriteByte(' ')
			}
			continue
		}
		b.WriteString(plainText(c, source))
	}
	return b.String()
}

// heldHyphen stands for a hyphen that no line may end with, until wrap has folded the text. It is of Unicode's private area, so
// no lesson has it.
const heldHyphen = "\uE010"

// wrap folds styled text at spaces and hyphens into lines of at most width cells.
func wrap(s string, width int) []string {
	width = max(width, 1)
	lines := strings.Split(lipgloss.Wrap(s, width, ""), "\n")
	if strings.Contains(s, heldHyphen) {
		for i := range lines {
			lines[i] = strings.ReplaceAll(lines[i], heldHyphen, "-")
		}
	}
	for i := 0; i < len(lines); i++ {
		if ansi.StringWidth(lines[i]) > width { // a hyphen at the very edge: lipgloss leaves it there
			parts := strings.Split(ansi.Hardwrap(lines[i], width, true), "\n")
			lines = slices.Replace(lines, i, i+1, parts...)
			i += len(parts) - 1
		}
	}
	return lines
}

// prefix puts first before the first line and rest before the others.
func prefix(lines []string, first, rest string) []string {
	out := make([]string, len(lines))
	for i, line := range lines {
		if i == 0 {
			out[i] = first + line
		} else {
			out[i] = rest + line
		}
	}
	return out
}

// fit cuts or fills a styled line to exactly width cells.
func fit(line string, width int) string {
	n := ansi.StringWidth(line)
	if n > width {
		return ansi.Truncate(line, width, "…")
	}
	return line + strings.Repeat(" ", width-n)
}

func sum(ns []int) int {
	total := 0
	for _, n := range ns {
		total += n
	}
	return total
}

// markdownStyled lays out one paragraph in a style of the caller's.
func (r renderer) markdownStyled(src string, style lipgloss.Style, width int) []string {
	source := []byte(src)
	doc := r.parser.Parser().Parse(text.NewReader(source))
	w := &writer{theme: r.theme, source: source}
	var b strings.Builder
	for n := doc.FirstChild(); n != nil; n = n.NextSibling() {
		if b.Len() > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(w.inline(n, style))
	}
	return wrap(b.String(), width)
}
