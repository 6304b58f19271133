package lessons

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
)

var (
	questionForm = expression(`(?i)^question:\s*`)
	orForm       = expression(`(?i)^or:\s*`)
	pageLink     = expression(`\]\(#([^)\s]+)`)
	questionLike = expression(`(?i)^(question|quiz)\b[^?]*:|(?i)^question\s*\d*[.)]?$`)
	tickForm     = expression(`^\[([^\]]?)\](?:\s+|$)`)
	numberForm   = expression(`^([-+]?[0-9][0-9_]*(?:\.[0-9]+)?)\s*(?:(?:±|\+-|\+/-)\s*([0-9][0-9_]*(?:\.[0-9]+)?))?\s*([^0-9±]*)$`)
	acceptForm   = expression("^(?:`[^`]+`|\"[^\"]+\")(?:\\s+or\\s+(?:`[^`]+`|\"[^\"]+\"))*$")
	acceptedForm = expression("`[^`]+`|\"[^\"]+\"")
)

// isQuestion tells whether a heading starts a question or another form of one, and reports one that nearly does.
func (p *parser) isQuestion(n node, h *ast.Heading) bool {
	title := p.paragraph(n)
	switch {
	case title == "" || strings.IndexByte("QqOo", title[0]) < 0: // spares most headings the regular expressions
		return false
	case questionForm().MatchString(title) || orForm().MatchString(title):
		if h.Level != 3 {
			p.problem(Error, p.trim(n.span), "a question on the wrong level", "write it with three: ### Question: …")
		}
		return true
	case questionLike().MatchString(title):
		p.problem(Error, p.trim(n.span), "a heading that looks like a question but is none", "write ### Question: and what you ask")
	}
	return false
}

// question reads the heading nodes[i], what asks, the list and the explanation. It returns the last node it read.
func (p *parser) question(nodes []node, i int) (last int) {
	heading := p.trim(nodes[i].span)
	title := p.paragraph(nodes[i])
	another := orForm().MatchString(title)
	ask := &Ask{Prompt: orForm().ReplaceAllString(questionForm().ReplaceAllString(title, ""), "")}
	block := Block{Kind: Question, Line: p.line(heading.from), Ask: ask}
	from := nodes[i].from
	last = i
	for last+1 < len(nodes) {
		next := nodes[last+1]
		if fence, ok := next.Node.(*ast.FencedCodeBlock); ok {
			if _, attrs, _ := strings.Cut(p.infoLine(fence), "{"); attrs != "" {
				break
			}
			p.closed(next)
			p.fence(next, fence)
		} else if k := next.Kind(); k != ast.KindParagraph && k != ast.KindCodeBlock {
			break
		}
		ask.Prompt += "\n\n" + strings.TrimSpace(string(p.src[next.from:next.to]))
		last++
	}
	ask.Prompt = strings.TrimSpace(ask.Prompt)
	if ask.Prompt == "" {
		p.problem(Error, heading, "a question that asks nothing", "write it after ### Question:")
	}
	if last+1 == len(nodes) || nodes[last+1].Kind() != ast.KindList {
		p.problem(Error, heading, "a question without answers", "add a task list, - [ ] wrong and - [x] right, or a numbered list for an order")
	} else if last++; last+1 < len(nodes) && nodes[last+1].Kind() == ast.KindList {
		last++
		p.problem(Error, p.firstLine(nodes[last].span), "a second list of answers", "start every answer with the same sign, -, and write nothing between them")
	} else {
		p.answers(ask, nodes[last], heading)
	}
	if last+1 < len(nodes) && nodes[last+1].Kind() == ast.KindBlockquote {
		last++
		ask.Why = p.quote(nodes[last].span)
		if m := pageLink().FindStringSubmatch(ask.Why); m != nil {
			ask.See = m[1]
		}
	}
	if ask.Why == "" {
		p.problem(Warning, heading, "a question without an explanation", "add a line after the answers: > why the right one is right")
	}
	p.unsolved()
	if p.page == nil {
		p.problem(Error, heading, "a question before the first page", "start the first page with ## and its title")
		return last
	}
	at := p.trim(span{from, nodes[last].to})
	block.Text = string(p.src[at.from:at.to])
	if another {
		p.another(block, heading)
	} else {
		p.add(block)
	}
	return last
}

// maxForms bounds the time that a file of nothing else takes.
const maxForms = 50

// another adds a form to the question right before it. The first form's ID is that of all.
func (p *parser) another(form Block, heading span) {
	n := len(p.page.Blocks)
	if n == 0 || p.page.Blocks[n-1].Kind != Question {
		p.problem(Error, heading, "another form of a question, and no question right before it",
			"### Or: asks the question above it in another way; write ### Question: for a new one")
		return
	}
	b := &p.page.Blocks[n-1]
	if b.Pool == nil {
		b.Pool = []*Ask{b.Ask}
	}
	for _, ask := range b.Pool {
		if ask.Prompt == form.Ask.Prompt {
			p.problem(Error, heading, "the same question twice", "ask it in another way, or remove one of the two")
		}
	}
	if len(b.Pool) == maxForms {
		p.problem(Error, heading, fmt.Sprintf("more than %d forms of one question", maxForms), "begin another one with ### Question:")
		return
	}
	b.Pool = append(b.Pool, form.Ask)
	b.Text += "\n\n" + form.Text
	p.lesson.pools = true
}

// draw chooses the form of each question that has several. It depends on the seed and the question alone, so that a question
// added to a lesson leaves the others of a running attempt as they are.
func (l *Lesson) draw(seed int64) {
	if !l.pools {
		return
	}
	for _, page := range l.Pages {
		for i := range page.Blocks {
			if b := &page.Blocks[i]; b.Pool != nil {
				b.Ask = b.Pool[pickOne(seed, b.ID, len(b.Pool))]
			}
		}
	}
}

func (p *parser) infoLine(fence *ast.FencedCodeBlock) string {
	if fence.Info == nil {
		return ""
	}
	return string(fence.Info.Segment.Value(p.src))
}

// quote is the Markdown inside a block quote.
func (p *parser) quote(at span) string {
	at = p.trim(at)
	var lines []string
	for line := range strings.Lines(string(p.src[at.from:at.to])) {
		line = strings.TrimLeft(strings.TrimRight(line, "\n"), " \t")
		line = strings.TrimPrefix(strings.TrimPrefix(line, ">"), " ")
		lines = append(lines, line)
	}
	return strings.TrimSpace(strings.Join(lines, "\n"))
}

func (p *parser) firstLine(at span) span {
	at = p.trim(at)
	return span{at.from, min(at.to, lineEnd(p.src, at.from))}
}

// answer is one item of the list under a question.
type answer struct {
	Option
	ticked bool // it starts with [ ] or [x]
	at     span // its first line
}

func (p *parser) answers(ask *Ask, n node, heading span) {
	ordered := n.Node.(*ast.List).IsOrdered()
	var all []answer
	for item := n.FirstChild(); item != nil; item = item.NextSibling() {
		end := n.to
		if item.NextSibling() != nil {
			end = lineStart(p.src, item.NextSibling().Pos())
		}
		all = append(all, p.answer(item, end))
	}
	right := 0
	for i, a := range all {
		ask.Options = append(ask.Options, a.Option)
		if a.Right {
			right++
		}
		switch {
		case ordered && a.ticked:
			p.problem(Error, a.at, "a tick in a numbered list", "a numbered list is the right order; write - [ ] for answers to choose from")
			return
		case !ordered && !a.ticked:
			p.problem(Error, a.at, "an answer without a box", "write - [ ] before a wrong answer and - [x] before a right one")
			return
		case a.Text == "":
			p.problem(Error, a.at, "an empty answer", "write it after the box")
			return
		}
		for _, b := range all[:i] {
			if b.Text == a.Text {
				p.problem(Error, a.at, "the same answer twice", "remove one of the two")
			}
		}
	}
	typed := len(all) == 1 && strings.HasPrefix(all[0].Text, "=")
	switch {
	case typed && right == 0:
		p.problem(Error, all[0].at, "the answer is not ticked", "write - [x] before it")
	case typed:
		p.typed(ask, strings.TrimSpace(all[0].Text[1:]), all[0].at)
	case len(all) < 2:
		p.problem(Error, all[0].at, "one answer is no choice", "add a second; an answer to type in is written - [x] = 42 ± 2 MB or - [x] = `hostname`")
	case ordered:
		ask.Kind = Order
		for i := range ask.Options {
			ask.Options[i].Right = true
		}
	case right == 0:
		p.problem(Error, heading, "a question without a right answer", "tick it: - [x]")
	case right == 1:
		ask.Kind = One
	default:
		ask.Kind = Many
		if right == len(all) {
			p.problem(Warning, heading, "every answer is right", "add a wrong one that people believe")
		}
	}
}

// answer reads one item; end is where the next one starts.
func (p *parser) answer(item ast.Node, end int) answer {
	a := answer{at: p.firstLine(span{lineStart(p.src, item.Pos()), end})}
	first := item.FirstChild()
	if first == nil || first.Kind() != ast.KindTextBlock && first.Kind() != ast.KindParagraph {
		return a
	}
	a.Text = strings.Join(strings.Fields(p.paragraph(first)), " ")
	if m := tickForm().FindStringSubmatch(a.Text); m != nil {
		a.Text, a.ticked = a.Text[len(m[0]):], true
		switch m[1] {
		case "x", "X":
			a.Right = true
		case " ":
		default:
			if m[1] != "" {
				p.problem(Error, a.at, fmt.Sprintf("[%s] is no box", m[1]), "write [x] for a right answer and [ ] for a wrong one")
			} else {
				p.problem(Error, a.at, "[] is no box", "write [ ] with a space, or [x]")
			}
		}
	}
	for child := first.NextSibling(); child != nil; child = child.NextSibling() {
		to := end
		if child.NextSibling() != nil {
			to = lineStart(p.src, child.NextSibling().Pos())
		}
		from := lineStart(p.src, max(child.Pos(), item.Pos()))
		if child.Kind() != ast.KindBlockquote || a.Why != "" {
			p.problem(Error, p.firstLine(span{from, to}), "more than one line of text in an answer",
				"an answer is one paragraph, and may have one quote (>) below it that says why")
			continue
		}
		a.Why = p.quote(span{from, to})
	}
	return a
}

// typed reads what follows the = of an answer that is typed in: a number, or the accepted forms of a text.
func (p *parser) typed(ask *Ask, text string, at span) {
	if acceptForm().MatchString(text) {
		ask.Kind = Text
		for _, form := range acceptedForm().FindAllString(text, -1) {
			ask.Accept = append(ask.Accept, form[1:len(form)-1])
		}
		ask.Options = nil
		return
	}
	m := numberForm().FindStringSubmatch(text)
	if m == nil {
		p.problem(Error, at, "an answer to type in that is neither a number nor a text",
			"write - [x] = 42 ± 2 MB for a number, - [x] = `hostname` or `uname -n` for a text")
		return
	}
	ask.Kind, ask.Options = Number, nil
	ask.Value, _ = strconv.ParseFloat(strings.ReplaceAll(m[1], "_", ""), 64)
	ask.Tolerance, _ = strconv.ParseFloat(strings.ReplaceAll(m[2], "_", ""), 64)
	ask.Unit = strings.TrimSpace(m[3])
}
