package tui

import (
	"bufio"
	"bytes"
	"html"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	gohtml "github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"floorplan/lessons"
)

// markdown lays Markdown out as lines no wider than width cells, without trailing newline. Each line is complete in itself:
// styles are closed at its end, so lines can stand side by side.
//
// Glamour would do this too, but its highlighter's tables take 11 ms at every start of the program, sandbox run included,
// and it wraps code. Lessons need less: no highlighting by language, code that is cut and never folded.
func (r renderer) markdown(src string, width int) []string {
	source := []byte(src)
	doc := r.parser.Parse(text.NewReader(source))
	w := &writer{theme: r.theme, source: source, glossary: r.glossary, marked: map[*lessons.Term]bool{}}
	return w.blocks(doc, max(width, 8))
}

// renderer is what it takes to lay out Markdown: one for each app, rebuilt with the theme.
type renderer struct {
	theme    theme
	parser   parser.Parser
	glossary lessons.Glossary // whose terms are marked in the text
}

func newRenderer(t theme, glossary lessons.Glossary) renderer {
	paragraphs := append(parser.DefaultParagraphTransformers(), util.Prioritized(tables{}, 200))
	return renderer{theme: t, glossary: glossary, parser: parser.NewParser(
		parser.WithBlockParsers(parser.DefaultBlockParsers()...),
		parser.WithInlineParsers(parser.DefaultInlineParsers()...),
		parser.WithParagraphTransformers(paragraphs...))}
}

// writer lays out one piece of Markdown.
type writer struct {
	theme    theme
	source   []byte
	glossary lessons.Glossary
	marked   map[*lessons.Term]bool // those that were marked in this piece
	inTable  bool
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

// inline styles the text inside one block, as one unwrapped line.
func (w *writer) inline(parent ast.Node, style lipgloss.Style) string {
	var b strings.Builder
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		switch n := n.(type) {
		case *ast.Text:
			b.WriteString(w.words(literal(n.Segment.Value(w.source)), style))
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
			if w.inTable {
				code = strings.ReplaceAll(code, `\|`, "|")
			}
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
			b.WriteString(style.Render("[" + literal([]byte(plainText(n, w.source))) + "]"))
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

// literal is what text means: \* is a star and &lt; is <, as on a code host. A lesson's file holds no control characters, and gets none
// by their numbers.
func literal(text []byte) string {
	if !bytes.ContainsAny(text, `\&`) {
		return string(text)
	}
	var b strings.Builder
	to := bufio.NewWriter(&b)
	gohtml.DefaultWriter.Write(to, text)
	to.Flush()
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) {
			return -1
		}
		return r
	}, html.UnescapeString(b.String()))
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
		line = ansi.Truncate(line, width, "…")
		n = ansi.StringWidth(line) // one less where a wide character did not fit
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
	doc := r.parser.Parse(text.NewReader(source))
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
