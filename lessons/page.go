package lessons

import (
	"bytes"
	"fmt"
	"strings"
	"unicode"

	"github.com/yuin/goldmark/ast"
	markdown "github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// node is a top-level block of the Markdown with its piece of the text: whole lines, up to the next node's first line.
type node struct {
	ast.Node
	span
}

// pages reads the text after the front matter: pages, and the blocks on them.
func (p *parser) pages(body int) {
	nodes := p.nodes(body)
	prose := body // where the prose that no block holds yet starts
	for i := 0; i < len(nodes) && len(p.problems) < maxProblems; i++ {
		n := nodes[i]
		switch kind := n.Node.(type) {
		case *ast.Heading:
			question := p.isQuestion(n, kind)
			switch {
			case kind.Level <= 2 && !question:
				p.prose(prose, n.from)
				p.newPage(n, kind)
				prose = n.to
			case question:
				p.prose(prose, n.from)
				i = p.question(nodes, i)
				prose = nodes[i].to
			case kind.Level > p.level+1:
				p.problem(Warning, p.trim(n.span), fmt.Sprintf("a heading of level %d after one of level %d", kind.Level, p.level),
					"go down one level at a time: ##, ###, ####")
			}
			p.level = kind.Level
		case *ast.FencedCodeBlock:
			p.closed(n)
			f, live := p.fence(n, kind)
			if !live {
				continue
			}
			task := ""
			if f.what == Check && !f.solve && i > 0 && nodes[i-1].Kind() == ast.KindParagraph && nodes[i-1].from >= prose {
				task = p.paragraph(nodes[i-1])
				p.prose(prose, nodes[i-1].from)
			} else {
				p.prose(prose, n.from)
			}
			p.block(f, task)
			prose = n.to
		case *ast.HTMLBlock:
			// What folds on a code host, and an author's comment, is not for the terminal.
			if text := string(p.src[n.from:n.to]); onlyFolds(text) {
				p.prose(prose, n.from)
				prose = n.to
			} else {
				p.problem(Warning, p.trim(n.span), "HTML is not shown in a terminal", "write it as Markdown; comments and <details> may stay")
			}
		default:
			p.lintNode(n)
		}
	}
	p.prose(prose, len(p.src))
	p.endPage()
}

// nodes reads the Markdown. The front matter is blank for it, so that offsets are those of the file.
func (p *parser) nodes(body int) []node {
	blank := bytes.Clone(p.src)
	for i := range blank[:body] {
		if blank[i] != '\n' {
			blank[i] = ' '
		}
	}
	reader := markdown.NewParser(
		markdown.WithBlockParsers(markdown.DefaultBlockParsers()...),
		markdown.WithInlineParsers(markdown.DefaultInlineParsers()...),
		markdown.WithParagraphTransformers(markdown.DefaultParagraphTransformers()...))
	var nodes []node
	root := reader.Parse(text.NewReader(blank))
	p.lintInside(root)
	for n := root.FirstChild(); n != nil; n = n.NextSibling() {
		if n.Pos() < body || n.Kind() == ast.KindLinkReferenceDefinition {
			continue
		}
		from := lineStart(p.src, n.Pos())
		if len(nodes) > 0 {
			nodes[len(nodes)-1].to = from
		}
		nodes = append(nodes, node{n, span{from, len(p.src)}})
	}
	return nodes
}

func (p *parser) newPage(n node, h *ast.Heading) {
	p.endPage()
	title := p.paragraph(n)
	at := p.trim(n.span)
	p.page = &Page{Title: title, ID: fragment(title), Line: p.line(at.from)}
	p.pageSpan, p.pageWords, p.counts = at, 0, [len(kindNames)]int{}
	switch {
	case p.src[at.from] != '#' && h.Level == 2:
		p.problem(Error, at, "a heading by underline, which is easily written by accident",
			"write ## and the title; or leave an empty line between the text and ---")
	case h.Level == 1:
		p.problem(Error, at, "a page starts with ##, not #", "the lesson's title stands in the front matter; write ## for each page")
	case title == "":
		p.problem(Error, at, "a page without a title", "write the title after ##")
	case p.page.ID == "":
		p.problem(Error, at, "a page's title needs a letter or a digit", "its link is made from them")
	}
	if first, taken := p.pageLines[p.page.ID]; !taken {
		p.pageLines[p.page.ID] = p.page.Line
	} else if p.page.ID != "" {
		p.problem(Error, at, fmt.Sprintf("a second page with the link #%s; the first is on line %d", p.page.ID, first),
			"give each page of a lesson its own title")
	}
	p.lesson.Pages = append(p.lesson.Pages, p.page)
}

// paragraph is the text of a heading or a paragraph, its lines joined.
func (p *parser) paragraph(n ast.Node) string {
	var lines []string
	for i := range n.Lines().Len() {
		line := n.Lines().At(i)
		lines = append(lines, strings.TrimSpace(string(line.Value(p.src))))
	}
	return strings.TrimSpace(strings.Join(lines, "\n"))
}

// prose adds what stands between two offsets to the page.
func (p *parser) prose(from, to int) {
	at := p.trim(span{from, to})
	if at.from >= at.to {
		return
	}
	if p.page == nil {
		p.problem(Error, span{at.from, lineEnd(p.src, at.from)}, "text before the first page", "start the first page with ## and its title")
		return
	}
	p.add(Block{Kind: Prose, Line: p.line(at.from), Text: string(p.src[at.from:at.to])})
}

// trim leaves out the empty lines around a piece of the text and the space at its end.
func (p *parser) trim(at span) span {
	for at.to > at.from && strings.IndexByte(" \t\n", p.src[at.to-1]) >= 0 {
		at.to--
	}
	for from := at.from; from < at.to; from++ {
		if p.src[from] == '\n' {
			at.from = from + 1
		} else if p.src[from] != ' ' && p.src[from] != '\t' {
			break
		}
	}
	return at
}

var kindNames = [...]string{Prose: "prose", Run: "run", Check: "check", Question: "question", Figure: "figure"}

// add puts a block on the page and gives it its ID.
func (p *parser) add(b Block) {
	p.counts[b.Kind]++
	b.ID = fmt.Sprintf("%s/%s-%d", p.page.ID, kindNames[b.Kind], p.counts[b.Kind])
	p.page.Blocks = append(p.page.Blocks, b)
}

// fragment makes a heading's link as code hosts do: small letters and digits, - for a space, the rest left out.
func fragment(title string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == ' ' || r == '-':
			return '-'
		case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r) || r == '_':
			return unicode.ToLower(r)
		}
		return -1
	}, strings.TrimSpace(title))
}

var folds = expression(`(?s)<!--.*?-->|</?details( open)?>|<summary>.*?</summary>`)

func onlyFolds(html string) bool { return strings.TrimSpace(folds().ReplaceAllString(html, "")) == "" }
