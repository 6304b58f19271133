package lessons

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
)

// Glossary are the words that a course explains, from its glossary.md, in the order of the file.
type Glossary []Term

// Term is one word: a ## heading of glossary.md, with the text below it.
type Term struct {
	Name string
	Also []string // other forms, as in "## cgroup, control group"
	Text string   // Markdown
	Line int
}

// Mention is a place in a text where a term stands, from one byte up to another.
type Mention struct {
	From, To int
	Term     *Term
}

// Lookup is the term for a word, in any of its forms, or nil.
func (g Glossary) Lookup(word string) *Term {
	if found := g.Find(word); len(found) == 1 && found[0].From == 0 && found[0].To == len(word) {
		return found[0].Term
	}
	return nil
}

// Find finds the terms in a text, whole words without case, with or without a plural's ending. Where two begin at one word the
// longer one counts; mentions do not overlap.
func (g Glossary) Find(text string) []Mention {
	type form struct {
		words []string
		term  *Term
	}
	forms := map[string][]form{} // by the first word
	for i := range g {
		for _, name := range append([]string{g[i].Name}, g[i].Also...) {
			var words []string
			for _, w := range wordsOf(name) {
				words = append(words, singular(w.text))
			}
			if len(words) > 0 {
				forms[words[0]] = append(forms[words[0]], form{words, &g[i]})
			}
		}
	}
	var found []Mention
	words := wordsOf(text)
	for i := 0; i < len(words); i++ {
		best := form{}
		for _, f := range forms[singular(words[i].text)] {
			if len(f.words) > len(best.words) && len(f.words) <= len(words)-i &&
				slices.EqualFunc(f.words, words[i:i+len(f.words)], func(a string, b textWord) bool { return a == singular(b.text) }) {
				best = f
			}
		}
		if n := len(best.words); n > 0 {
			found = append(found, Mention{words[i].from, words[i+n-1].to, best.term})
			i += n - 1
		}
	}
	return found
}

// textWord is a word of a text in small letters, and where it stands.
type textWord struct {
	text     string
	from, to int
}

// wordsOf splits a text into runs of letters and digits.
func wordsOf(s string) []textWord {
	var words []textWord
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			i += size
			continue
		}
		from := i
		for i < len(s) {
			r, size := utf8.DecodeRuneInString(s[i:])
			if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.Mn, r) {
				break
			}
			i += size
		}
		words = append(words, textWord{strings.ToLower(s[from:i]), from, i})
	}
	return words
}

// singular takes an English plural's ending off; it need only do the same to the glossary and to the text.
func singular(word string) string {
	switch {
	case len(word) > 4 && strings.HasSuffix(word, "ies"):
		return word[:len(word)-3] + "y"
	case len(word) > 3 && strings.HasSuffix(word, "s") && !strings.HasSuffix(word, "ss") && !strings.HasSuffix(word, "us"):
		return word[:len(word)-1]
	}
	return word
}

// parseGlossary reads glossary.md. What stands before its first ## is an introduction for readers on a code host.
func parseGlossary(file string, src []byte) (g Glossary, links []link, problems []Problem) {
	p := &parser{file: file, lesson: &Lesson{}}
	if !p.decode(src) {
		return nil, nil, p.problems
	}
	from := 0
	end := func(to int) {
		if len(g) > 0 {
			at := p.trim(span{from, to})
			g[len(g)-1].Text = string(p.src[at.from:at.to])
		}
	}
	var titles []span
	lines := map[string]int{} // where each form stands
	for _, n := range p.nodes(0) {
		h, ok := n.Node.(*ast.Heading)
		if !ok || h.Level != 2 {
			continue
		}
		end(n.from)
		from = n.to
		at := p.trim(n.span)
		titles = append(titles, at)
		var names []string
		for name := range strings.SplitSeq(p.paragraph(n), ",") {
			name = strings.TrimSpace(strings.ReplaceAll(name, "`", ""))
			folded := strings.ToLower(name)
			if first, taken := lines[folded]; taken {
				p.problem(Error, at, fmt.Sprintf("%q is explained twice; the first is on line %d", name, first), "join the two")
			}
			lines[folded] = p.line(at.from)
			names = append(names, name)
		}
		if names[0] == "" {
			p.problem(Error, at, "a heading without a word", "write the word after ##")
		}
		p.lesson.Pages = append(p.lesson.Pages, &Page{ID: fragment(p.paragraph(n))}) // what links within the file may name
		g = append(g, Term{Name: names[0], Also: names[1:], Line: p.line(at.from)})
	}
	end(len(p.src))
	for i, t := range g {
		if t.Text == "" {
			p.problem(Error, titles[i], fmt.Sprintf("%q is not explained", t.Name), "write a sentence below it")
		}
	}
	p.lintLinks()
	return g, p.lesson.links, p.problems
}
