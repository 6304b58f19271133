package lessons

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	// maxFile is the size in bytes of the largest lesson; a long one has 30 KB. maxLine is that of the longest line. Together
	// they bound the time that deeply nested Markdown takes, which grows with the square of a line's length.
	maxFile = 256 << 10
	maxLine = 4000
	// maxProblems is how many problems of one file are told: nobody reads more at once.
	maxProblems = 100

	fileHint = "a lesson is a text file of at most 256 KB"
)

// Parse reads one lesson. file is its name, for its ID and for messages; src is its text in UTF-8, with any line ends and
// with or without a byte order mark. The lesson is nil if a problem is an Error. Random values are filled in for one attempt;
// [Lesson.With] fills in those of another.
func Parse(file string, src []byte) (*Lesson, []Problem) {
	lesson, problems := parse(file, src, 0)
	if broken(problems) {
		return nil, problems
	}
	return lesson, problems
}

func parse(file string, src []byte, seed int64) (*Lesson, []Problem) {
	id, number := lessonID(file)
	p := &parser{file: file, lesson: &Lesson{ID: id, Number: number, File: file, source: src}, used: map[string]bool{},
		declared: map[string]span{}, pageLines: map[string]int{}, lastCheck: -1}
	if p.decode(src) {
		if body, ok := p.frontMatter(); ok {
			p.fillValues(body, seed)
			p.pages(body)
			p.lintLesson()
			p.lesson.draw(seed)
		}
	}
	slices.SortStableFunc(p.problems, byPlace)
	return p.lesson, p.problems
}

func broken(problems []Problem) bool {
	return slices.ContainsFunc(problems, func(p Problem) bool { return p.Severity == Error })
}

// parser is a lesson's file while it is read.
type parser struct {
	file     string
	raw      []byte // the file with line ends as \n and without byte order mark
	src      []byte // raw with the random values filled in; all offsets are of src
	edits    []edit // where src differs from raw
	front    int    // where the YAML starts
	lesson   *Lesson
	problems []Problem
	declared map[string]span // where sandboxes are declared
	used     map[string]bool // those that a block names
	counted  int             // up to where line ends are counted,
	ends     int             // and how many they are

	page      *Page
	pageSpan  span                // its title
	pageWords int                 // of prose, so far
	counts    [len(kindNames)]int // of its blocks, so far
	pageLines map[string]int      // the line of each page's title, by ID
	level     int                 // of the last heading
	fencesOff bool                // a broken first line of a fence was told; what follows from it is not
	lastCheck int                 // the block that waits for its solution, or -1
	checkSpan span                // its fence
}

// span is a piece of the text, from one offset up to another.
type span struct{ from, to int }

// problem reports what is wrong with a piece of the text.
func (p *parser) problem(s Severity, at span, message, hint string) {
	if len(p.problems) >= maxProblems {
		return
	}
	from := min(max(unfill(p.edits, at.from, false), 0), len(p.raw))
	start := bytes.LastIndexByte(p.raw[:from], '\n') + 1
	end := lineEnd(p.raw, from)
	to := min(max(unfill(p.edits, at.to, true), from), end)
	p.problems = append(p.problems, Problem{
		File:     p.file,
		Line:     bytes.Count(p.raw[:start], []byte("\n")) + 1,
		Column:   utf8.RuneCount(p.raw[start:from]) + 1,
		Width:    max(utf8.RuneCount(p.raw[from:to]), 1),
		Source:   strings.ToValidUTF8(string(p.raw[start:end]), "\uFFFD"),
		Message:  message,
		Hint:     hint,
		Severity: s,
	})
}

// line is the line number of an offset. Lines are asked for in order; values hold no line ends, so it is the same in the file.
func (p *parser) line(at int) int {
	if at < p.counted {
		p.counted, p.ends = 0, 0
	}
	p.ends += bytes.Count(p.src[p.counted:at], []byte("\n"))
	p.counted = at
	return p.ends + 1
}

// lineStart and lineEnd give the bounds of the line that holds an offset, its line end left out.
func lineStart(src []byte, at int) int { return bytes.LastIndexByte(src[:at], '\n') + 1 }

func lineEnd(src []byte, at int) int {
	if end := bytes.IndexByte(src[at:], '\n'); end >= 0 {
		return at + end
	}
	return len(src)
}

// decode refuses what is no text, and what could play with the terminal that shows it.
func (p *parser) decode(src []byte) bool {
	if len(src) > maxFile {
		p.problem(Error, span{}, fmt.Sprintf("the file has %d KB", len(src)>>10), fileHint)
		return false
	}
	p.raw = bytes.TrimPrefix(src, []byte("\uFEFF"))
	if bytes.IndexByte(p.raw, '\r') >= 0 {
		p.raw = bytes.ReplaceAll(p.raw, []byte("\r\n"), []byte("\n"))
		p.raw = bytes.ReplaceAll(p.raw, []byte("\r"), []byte("\n"))
	}
	p.src = p.raw
	for at := 0; at < len(p.raw); {
		if b := p.raw[at]; b >= ' ' && b < 0x7f || b == '\n' || b == '\t' {
			at++
			continue
		}
		r, size := utf8.DecodeRune(p.raw[at:])
		switch {
		case r == utf8.RuneError && size == 1:
			p.problem(Error, span{at, at + 1}, fmt.Sprintf("byte 0x%02x is not UTF-8", p.raw[at]), "save the file as UTF-8 text")
			return false
		case unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r):
			p.problem(Error, span{at, at + size}, fmt.Sprintf("control character %U", r), "a lesson is plain text; remove it")
			return false
		}
		at += size
	}
	for at := 0; at < len(p.raw); at = lineEnd(p.raw, at) + 1 {
		if n := lineEnd(p.raw, at) - at; n > maxLine {
			p.problem(Error, span{at, at + 1}, fmt.Sprintf("a line of %d bytes", n), fmt.Sprintf("break it; a line has at most %d", maxLine))
			return false
		}
	}
	return true
}

// fillValues picks this attempt's random values and puts them into the text.
func (p *parser) fillValues(body int, seed int64) {
	picked := map[string]string{}
	var names []string
	for _, v := range p.lesson.values {
		picked[v.name] = v.pick(seed)
		names = append(names, v.name)
	}
	p.fillFront(picked)
	_, _, unknown := fill(p.raw[:body], 0, picked)
	filled, edits, more := fill(p.raw, body, picked)
	for _, u := range append(unknown, more...) {
		name := string(p.raw[u.from+2 : u.to-2])
		hint := "declare it in the front matter: values: {" + name + ": 8000-8999}"
		if near := nearest(name, names); len(near) > 0 {
			hint = "did you mean {{" + near[0] + "}}?"
		}
		p.problem(Error, u, "unknown value {{"+name+"}}", hint)
	}
	for _, v := range p.lesson.values {
		if !bytes.Contains(p.raw, []byte("{{"+v.name+"}}")) {
			p.problem(Warning, v.at, "value "+v.name+" is not used", "write {{"+v.name+"}} where it is to stand, or remove it")
		}
	}
	p.src, p.edits = filled, edits
}
