package lessons

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
)

// fence is a fenced code block with attributes.
type fence struct {
	what  Kind
	solve bool // what is Check, and this is its solution
	file  bool // a file of a sandbox's, no block
	lang  string
	code  string
	attrs []attribute
	at    span // its first line
	text  string
}

// attribute is one key=value of a fence, and where they stand.
type attribute struct {
	key, value     string
	keyAt, valueAt span
}

// The attributes of a fence; the first names what it is.
var (
	runKeys    = []string{"run", "predict", "choices", "tolerance", "exit", "timeout", "after"}
	checkKeys  = []string{"check", "hint", "after"}
	solveKeys  = []string{"solve"}
	figureKeys = []string{"figure", "of"}
	fileKeys   = []string{"file", "path"}
)

// fence reads a fenced code block's first line. live is false for a fence that is only to be read.
func (p *parser) fence(n node, code *ast.FencedCodeBlock) (f fence, live bool) {
	f.at = span{n.Pos(), lineEnd(p.src, n.Pos())}
	f.code = string(code.Lines().Value(p.src))
	f.text = strings.TrimSpace(string(p.src[n.from:n.to]))
	if code.Info == nil {
		if !p.fencesOff {
			p.problem(Warning, f.at, "a fence without a language", "write it after the fence: ```sh, or ```text for none")
		}
		return f, false
	}
	info := span{code.Info.Segment.Start, code.Info.Segment.Stop}
	rest := info
	for rest.from < rest.to && p.src[rest.from] != '{' && p.src[rest.from] != ' ' && p.src[rest.from] != '\t' {
		rest.from++
	}
	f.lang = string(p.src[info.from:rest.from])
	for rest.from < rest.to && (p.src[rest.from] == ' ' || p.src[rest.from] == '\t') {
		rest.from++
	}
	if f.lang == "" {
		p.problem(Warning, f.at, "a fence without a language", "write it before the {: ```sh {run=flat}")
	}
	if rest.from == rest.to {
		p.lintCode(code)
		return f, false
	}
	if p.src[rest.from] != '{' {
		p.problem(Error, rest, "text after the fence's language", "attributes stand in braces: ```sh {run=flat}")
		return f, false
	}
	ok := false
	if f.attrs, ok = p.attributes(rest); !ok {
		return f, false
	}
	first := func(key string) bool {
		return slices.ContainsFunc(f.attrs, func(a attribute) bool { return a.key == key })
	}
	known := runKeys
	switch {
	case first("run"):
		f.what = Run
	case first("check"):
		f.what, known = Check, checkKeys
	case first("solve"):
		f.what, f.solve, known = Check, true, solveKeys
	case first("figure"):
		f.what, known = Figure, figureKeys
	case first("file"):
		f.file, known = true, fileKeys
	default:
		p.notLive(rest, f.attrs)
		return f, false
	}
	for i, a := range f.attrs {
		if !slices.Contains(known, a.key) {
			p.problem(Error, a.keyAt, fmt.Sprintf("unknown attribute %q of a %s fence", a.key, known[0]), suggest(a.key, known))
		}
		if slices.ContainsFunc(f.attrs[:i], func(b attribute) bool { return b.key == a.key }) {
			p.problem(Error, a.keyAt, fmt.Sprintf("attribute %q is given twice", a.key), "remove one of the two")
		}
	}
	if f.what != Check && !f.file || f.solve { // a check's own code is not shown, nor is a file's
		p.lintCode(code)
	}
	if f.what != Figure && !f.file && strings.TrimSpace(f.code) == "" { // a file may be empty
		p.problem(Error, f.at, "a "+known[0]+" fence without code", "write the commands between the fences")
	}
	return f, true
}

// notLive reports attributes that do not say what the fence is.
func (p *parser) notLive(at span, attrs []attribute) {
	kinds := []string{"run", "check", "solve", "figure", "file"}
	for _, a := range attrs {
		if near := nearest(a.key, kinds); len(near) > 0 {
			p.problem(Error, a.keyAt, fmt.Sprintf("unknown attribute %q", a.key), "did you mean "+near[0]+"?")
			return
		}
	}
	p.problem(Error, at, "the fence does not say what it is", "one of its attributes is run=, check=, solve=, figure= or file=")
}

// attributes reads {key=value key="a value"}. Inside quotes \" is a quote and \\ a backslash.
func (p *parser) attributes(at span) (attrs []attribute, ok bool) {
	i := at.from + 1
	for {
		for i < at.to && (p.src[i] == ' ' || p.src[i] == '\t') {
			i++
		}
		if i == at.to {
			p.problem(Error, span{at.from, at.from + 1}, "this { is never closed", "write } after the last attribute")
			return nil, false
		}
		if p.src[i] == '}' {
			if rest := p.trim(span{i + 1, at.to}); rest.from < rest.to {
				p.problem(Error, rest, "text after the }", "write nothing after the attributes")
				return nil, false
			}
			return attrs, true
		}
		a := attribute{keyAt: span{i, i}}
		for i < at.to && strings.IndexByte(" \t=}\"'", p.src[i]) < 0 {
			i++
		}
		a.keyAt.to = i
		a.key = string(p.src[a.keyAt.from:i])
		if a.key == "" || i == at.to || p.src[i] != '=' {
			p.problem(Error, span{a.keyAt.from, max(i, a.keyAt.from+1)}, "an attribute is key=value", `write for example run=flat or predict="How many?"`)
			return nil, false
		}
		i++
		if a.value, a.valueAt, i = p.attributeValue(i, at.to); i < 0 {
			return nil, false
		}
		attrs = append(attrs, a)
	}
}

// attributeValue reads a value that starts at i. The next offset is -1 after a problem.
func (p *parser) attributeValue(i, end int) (value string, at span, next int) {
	from := i
	if i == end || p.src[i] != '"' && p.src[i] != '\'' {
		for i < end && strings.IndexByte(" \t}", p.src[i]) < 0 {
			i++
		}
		if i == from {
			p.problem(Error, span{from - 1, from}, "an attribute without a value", `write it after the =, in quotes if it has spaces`)
			return "", span{}, -1
		}
		return string(p.src[from:i]), span{from, i}, i
	}
	quote := p.src[i]
	var b strings.Builder
	for i++; i < end; i++ {
		switch c := p.src[i]; {
		case c == quote:
			return b.String(), span{from, i + 1}, i + 1
		case c == '\\' && i+1 < end && (p.src[i+1] == quote || p.src[i+1] == '\\'):
			i++
			b.WriteByte(p.src[i])
		default:
			b.WriteByte(c)
		}
	}
	p.problem(Error, span{from, from + 1}, "this quote is never closed", "the attributes stand on one line; write \\\" for a quote inside quotes")
	return "", span{}, -1
}

// block adds what a live fence stands for to the page.
func (p *parser) block(f fence, task string) {
	if p.page == nil {
		p.problem(Error, f.at, "a fence before the first page", "start the first page with ## and its title")
		return
	}
	b := Block{Kind: f.what, Line: p.line(f.at.from), Lang: f.lang, Code: f.code, Text: f.text}
	if f.file {
		p.sandboxFile(f)
		return
	}
	if f.solve {
		p.solution(f)
		return
	}
	switch f.what {
	case Run:
		p.run(&b, f)
	case Check:
		b.Task = task
		for _, a := range f.attrs {
			switch a.key {
			case "check":
				b.Sandbox = p.sandboxName(a)
			case "hint":
				b.Hint = a.value
			case "after":
				b.After = p.after(a)
			}
		}
		b.SolveIn = b.Sandbox
		if task == "" {
			p.problem(Error, f.at, "a check without a task", "write the paragraph that asks for it right before the check")
		}
		if b.Hint == "" {
			p.problem(Warning, f.at, "a check without a hint", `add hint="…": what is missing, not the command`)
		}
	case Figure:
		p.figure(&b, f)
	}
	p.unsolved()
	p.add(b)
	if f.what == Check {
		p.lastCheck, p.checkSpan = len(p.page.Blocks)-1, f.at
	}
}

// solution gives the page's last check its solution.
func (p *parser) solution(f fence) {
	name := p.sandboxName(f.attrs[0])
	if p.lastCheck < 0 {
		p.problem(Error, f.at, "a solution without a check before it", "put the solve= fence after its check= fence, on the same page")
		return
	}
	b := &p.page.Blocks[p.lastCheck]
	b.Solution, b.SolveIn = f.code, name
	p.lastCheck = -1
}

// unsolved reports a check that another block or the page's end follows before its solution.
func (p *parser) unsolved() {
	if p.lastCheck >= 0 {
		p.problem(Error, p.checkSpan, "a check without a solution", "put a solve= fence after it, with commands that make it pass")
	}
	p.lastCheck = -1
}

func (p *parser) run(b *Block, f fence) {
	b.Timeout = 30
	var predict Prediction
	var asked, choices, tolerance *attribute
	for i, a := range f.attrs {
		switch a.key {
		case "run":
			b.Sandbox = p.sandboxName(a)
		case "predict":
			asked, predict.Question = &f.attrs[i], strings.TrimSpace(a.value)
		case "choices":
			choices, predict.Choices = &f.attrs[i], p.choices(a)
		case "tolerance":
			tolerance, predict.Tolerance = &f.attrs[i], p.attributeNumber(a, 0, 1e12)
		case "exit":
			b.Exit = int(p.attributeNumber(a, 0, 255))
		case "timeout":
			b.Timeout = int(p.attributeNumber(a, 1, 600))
		case "after":
			b.After = p.after(a)
		}
	}
	const add = `add predict="…": the question to ask before the block runs`
	switch {
	case asked == nil && choices != nil:
		p.problem(Error, choices.keyAt, "choices without a prediction", add)
	case asked == nil && tolerance != nil:
		p.problem(Error, tolerance.keyAt, "a tolerance without a prediction", add)
	case asked == nil:
	case predict.Question == "":
		p.problem(Error, asked.valueAt, "an empty prediction", "write the question; its answer is the last line that the block prints")
	case choices != nil && tolerance != nil:
		p.problem(Error, tolerance.keyAt, "a tolerance beside choices", "one of the choices is equal to the answer; remove one of the two")
	default:
		b.Predict = &predict
	}
}

func (p *parser) choices(a attribute) []string {
	const hint = `write at least two, with | between them: choices="yes|no"`
	var choices []string
	for _, c := range splitBars(a.value) {
		c = strings.TrimSpace(c)
		switch {
		case c == "":
			p.problem(Error, a.valueAt, "an empty choice", hint)
		case slices.Contains(choices, c):
			p.problem(Error, a.valueAt, fmt.Sprintf("choice %q is given twice", c), "remove one of the two")
		}
		choices = append(choices, c)
	}
	if len(choices) < 2 {
		p.problem(Error, a.valueAt, "one choice is no choice", hint)
	}
	return choices
}

// splitBars splits at each |, except where it is written \|.
func splitBars(s string) []string {
	var parts []string
	part := ""
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] == '\\' && i+1 < len(s) && s[i+1] == '|':
			part += "|"
			i++
		case s[i] == '|':
			parts, part = append(parts, part), ""
		default:
			part += s[i : i+1]
		}
	}
	return append(parts, part)
}

func (p *parser) attributeNumber(a attribute, low, high float64) float64 {
	n, err := strconv.ParseFloat(a.value, 64)
	whole := high < 1e12
	if err != nil || n != n || n < low || n > high || whole && n != float64(int(n)) {
		hint := fmt.Sprintf("write a whole number from %v to %v", low, high)
		if !whole {
			hint = "write a number, 0 or more"
		}
		p.problem(Error, a.valueAt, fmt.Sprintf("%s is no number in range: %s", a.key, a.value), hint)
		return 0
	}
	return n
}

// sandboxName is the sandbox that an attribute names, which must be in the front matter.
func (p *parser) sandboxName(a attribute) string {
	p.sandboxDeclared(a.value, a.valueAt)
	return a.value
}

func (p *parser) sandboxDeclared(name string, at span) {
	p.used[name] = true
	var names []string
	for _, s := range p.lesson.Sandboxes {
		if s.Name == name {
			return
		}
		names = append(names, s.Name)
	}
	hint := "declare it in the front matter: sandboxes: {" + name + ": {image: host}}"
	if near := nearest(name, names); len(near) > 0 {
		hint = "did you mean " + near[0] + "?"
	}
	p.problem(Error, at, fmt.Sprintf("no sandbox is called %q", name), hint)
}

// figures are the pictures that the screen draws.
var figures = []string{"building", "tenants", "timeshare"}

func (p *parser) figure(b *Block, f fence) {
	of := ""
	for _, a := range f.attrs {
		switch a.key {
		case "figure":
			b.Figure = a.value
			if !slices.Contains(figures, a.value) {
				p.problem(Warning, a.valueAt, fmt.Sprintf("no figure is called %q, so its text is shown", a.value), suggest(a.value, figures))
			}
		case "of":
			of = a.value
			for name := range strings.SplitSeq(of, ",") {
				p.sandboxDeclared(strings.TrimSpace(name), a.valueAt)
			}
			b.Args = map[string]string{"of": of}
		}
	}
	if of == "" { // it draws all of the lesson's
		for _, s := range p.lesson.Sandboxes {
			p.used[s.Name] = true
		}
	}
}
