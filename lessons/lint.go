package lessons

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/clipperhouse/displaywidth"
	"github.com/yuin/goldmark/ast"
)

const (
	maxWords   = 120 // of prose on a page: what fits beside a terminal and is read in half a minute
	maxColumns = 72  // of a code line, so that it is shown whole at 80 columns
	maxLinks   = 500 // of a lesson that are followed
)

// endPage reports what is only known when a page is complete.
func (p *parser) endPage() {
	if p.page == nil {
		return
	}
	p.unsolved()
	told := slices.ContainsFunc(p.problems, func(q Problem) bool { return q.Line == p.page.Line })
	if len(p.page.Blocks) == 0 && !told {
		p.problem(Warning, p.pageSpan, "an empty page", "write something below its title, or remove it")
	}
	if p.pageWords > maxWords {
		p.problem(Warning, p.pageSpan, fmt.Sprintf("%d words on this page", p.pageWords),
			fmt.Sprintf("a page holds one idea in at most %d words; split it", maxWords))
	}
}

// lintLesson reports what is only known when the lesson is complete.
func (p *parser) lintLesson() {
	if len(p.lesson.Pages) == 0 {
		p.problem(Error, span{0, lineEnd(p.src, 0)}, "the lesson has no pages", "start the first page with ## and its title")
	}
	p.lintLinks()
	for _, s := range p.lesson.Sandboxes {
		if !p.used[s.Name] && nameForm().MatchString(s.Name) {
			p.problem(Warning, p.declared[s.Name], fmt.Sprintf("sandbox %s is not used", s.Name),
				"name it in a run=, check= or figure= fence, or remove it")
		}
	}
}

// closed reports a fence that runs to the end of the file because its last line is missing.
func (p *parser) closed(n node) {
	if p.fencesOff {
		return
	}
	at := span{n.Pos(), lineEnd(p.src, n.Pos())}
	mark := p.src[at.from]
	last := strings.TrimSpace(string(p.src[at.to:n.to]))
	last = strings.TrimSpace(last[strings.LastIndexByte(last, '\n')+1:])
	if len(last) < 3 || strings.Trim(last, string(mark)) != "" {
		p.problem(Error, at, "this fence is never closed", "write "+strings.Repeat(string(mark), 3)+" on a line of its own after the code")
	}
}

// lintCode reports lines of shown code that a terminal of 80 columns breaks.
func (p *parser) lintCode(code *ast.FencedCodeBlock) {
	for i := range code.Lines().Len() {
		line := code.Lines().At(i)
		text := strings.TrimRight(string(line.Value(p.src)), "\n")
		if width := displaywidth.String(text); width > maxColumns {
			p.problem(Warning, span{line.Start, line.Stop}, fmt.Sprintf("a code line of %d columns", width),
				fmt.Sprintf("at most %d are shown whole at 80 columns; break it with \\", maxColumns))
		}
	}
}

// lintNode looks at a block that is only read.
func (p *parser) lintNode(n node) {
	p.pageWords += p.words(n)
	switch n.Kind() {
	case ast.KindParagraph:
		if at := p.firstLine(n.span); strings.HasPrefix(string(p.src[at.from:at.to]), "```") {
			p.problem(Error, at, "a backtick in a fence's first line, so that Markdown takes it for text",
				"leave the backtick out, or open and close the fence with ~~~")
			p.fencesOff = true
		}
	case ast.KindList:
		item := n.FirstChild().FirstChild()
		if item != nil && item.Lines() != nil && tickForm().MatchString(p.paragraph(item)) {
			p.problem(Warning, p.firstLine(n.span), "boxes outside a question", "write ### Question: and what you ask above them")
		}
	}
}

// words counts the words of a block, code left out.
func (p *parser) words(n ast.Node) int {
	count := 0
	ast.Walk(n, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		switch n.Kind() {
		case ast.KindParagraph, ast.KindTextBlock:
			if entering {
				count += len(strings.Fields(p.paragraph(n)))
			}
			return ast.WalkSkipChildren, nil
		case ast.KindFencedCodeBlock, ast.KindCodeBlock, ast.KindHTMLBlock:
			return ast.WalkSkipChildren, nil
		}
		return ast.WalkContinue, nil
	})
	return count
}

// link is a link from one lesson to a place that may not exist.
type link struct {
	to      string
	problem Problem // to report if it does not
}

// lintInside looks at what stands inside blocks: links, pictures, HTML, and fences that are not at the left edge.
func (p *parser) lintInside(root ast.Node) {
	ast.Walk(root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.Link:
			p.link(n)
		case *ast.Image:
			p.problem(Warning, p.inline(n), "a picture is not shown in a terminal", "its text in [ ] is shown instead; draw it as text, or use a figure")
		case *ast.RawHTML:
			p.problem(Warning, p.inline(n), "HTML is not shown in a terminal", "write it as Markdown")
		case *ast.CodeSpan:
			return ast.WalkSkipChildren, nil
		case *ast.Text:
			p.lintText(n.Segment.Start, n.Segment.Stop)
		case *ast.FencedCodeBlock:
			if n.Parent() != root && liveForm().MatchString(p.infoLine(n)) {
				p.problem(Error, span{n.Pos(), lineEnd(p.src, n.Pos())}, "a live fence inside a list or a quote",
					"end the list or the quote with an empty line and start the fence at the left edge")
			}
		}
		return ast.WalkContinue, nil
	})
}

// lintText reports marks that mean something on many code hosts and are not Markdown by CommonMark or of its tables.
func (p *parser) lintText(from, to int) {
	if from > 0 && p.src[from-1] == '[' { // which is a piece of text for itself where no link follows
		from--
	}
	for _, foreign := range []struct{ form, what, hint string }{
		{"[^", "a footnote is not shown in a terminal", "write it where it belongs, or leave it out"},
		{"~~", "text is not struck out in a terminal", "leave it out"},
	} {
		if at := strings.Index(string(p.src[from:to]), foreign.form); at >= 0 {
			p.problem(Warning, span{from + at, from + at + len(foreign.form)}, foreign.what, foreign.hint)
		}
	}
}

var liveForm = expression(`\{\s*(run|check|solve|figure|file)=`)

// inline is where an inline element stands, up to the end of its first line at most.
func (p *parser) inline(n ast.Node) span {
	if n.Pos() < 0 {
		return span{}
	}
	end := lineEnd(p.src, n.Pos())
	if close := strings.IndexAny(string(p.src[n.Pos():end]), ")>"); close >= 0 {
		end = n.Pos() + close + 1
	}
	return span{n.Pos(), end}
}

// link keeps a link within the course, for Load to follow, and reports one within the lesson that leads nowhere.
func (p *parser) link(n *ast.Link) {
	to := string(n.Destination)
	if strings.Contains(to, ":") || strings.HasPrefix(to, "//") || len(p.lesson.links) >= maxLinks {
		return
	}
	before := len(p.problems)
	p.problem(Warning, p.inline(n), "this link leads nowhere: "+to, "")
	if len(p.problems) == before {
		return
	}
	p.lesson.links = append(p.lesson.links, link{to, p.problems[before]})
	p.problems = p.problems[:before]
}

// lintLinks reports the lesson's links to pages of its own that are not there, and keeps the others.
func (p *parser) lintLinks() {
	var others []link
	for _, l := range p.lesson.links {
		id, within := strings.CutPrefix(l.to, "#")
		if !within {
			others = append(others, l)
			continue
		}
		if problem, dead := deadLink(l, id, p.lesson); dead && len(p.problems) < maxProblems {
			p.problems = append(p.problems, problem)
		}
	}
	p.lesson.links = others
}

// deadLink is the problem of a link to a page that the lesson does not have.
func deadLink(l link, page string, lesson *Lesson) (Problem, bool) {
	var pages []string
	for _, other := range lesson.Pages {
		if other.ID == page {
			return Problem{}, false
		}
		pages = append(pages, other.ID)
	}
	problem := l.problem
	problem.Hint = cmp.Or(suggest(page, pages), "the lesson has no pages to link to")
	return problem, true
}
