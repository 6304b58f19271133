package lessons

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"github.com/clipperhouse/displaywidth"
)

// Severity of a problem.
type Severity int

// A lesson with an Error is not shown; a Warning is only for its author.
const (
	Warning Severity = iota
	Error
)

func (s Severity) String() string {
	if s == Error {
		return "error"
	}
	return "warning"
}

// MarshalText gives "error" or "warning".
func (s Severity) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// Problem is something wrong in a lesson file.
type Problem struct {
	File string `json:"file"`
	// Line and Column are from 1; columns count characters. Both are 0 for a problem of a whole file or folder.
	Line   int `json:"line"`
	Column int `json:"column"`
	// Width is how many characters of the line the problem covers, at least 1.
	Width    int      `json:"width"`
	Source   string   `json:"source"`  // the line itself, for the caret
	Message  string   `json:"message"` // lower case, what is wrong
	Hint     string   `json:"hint"`    // what to do
	Severity Severity `json:"severity"`
}

// byPlace is the order in which an author meets problems.
func byPlace(a, b Problem) int {
	return cmp.Or(strings.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
}

// Error is the problem as an author sees it: file:line:column and the message, the line with a caret under the place, and
// the hint. Nothing in it can move a terminal's cursor.
func (p Problem) Error() string {
	var b strings.Builder
	b.WriteString(printable(p.File))
	if p.Line > 0 {
		fmt.Fprintf(&b, ":%d:%d", p.Line, p.Column)
	}
	b.WriteString(": ")
	if p.Severity == Warning {
		b.WriteString("warning: ")
	}
	b.WriteString(printable(p.Message))
	if p.Line > 0 && strings.TrimSpace(p.Source) != "" {
		line, caret := underline(p.Source, p.Column, p.Width)
		number := fmt.Sprintf("%4d", p.Line)
		fmt.Fprintf(&b, "\n%s | %s\n%s | %s", number, line, strings.Repeat(" ", len(number)), caret)
	}
	if p.Hint != "" {
		b.WriteString("\nhint: " + printable(p.Hint))
	}
	return b.String()
}

// A line longer than this many characters is shown as the part around the caret.
const (
	shownLine   = 100
	shownBefore = 40
)

// underline gives the line to print and the line of carets to print below it. Tabs stay tabs in both, and a wide character
// gets as many carets as it has cells, so the two lines match in any terminal.
func underline(source string, column, width int) (line, caret string) {
	runes := []rune(printable(source))
	from := min(max(column-1, 0), len(runes))
	to := min(from+max(width, 1), len(runes))
	if len(runes) > shownLine {
		start := max(from-shownBefore, 0)
		end := min(start+shownLine, len(runes))
		cut := slices.Clone(runes[start:end])
		if start > 0 {
			cut[0] = '…'
		}
		if end < len(runes) {
			cut = append(cut, '…')
		}
		runes, from, to = cut, from-start, min(to, end)-start
	}
	var b strings.Builder
	for _, r := range runes[:from] {
		if r == '\t' {
			b.WriteRune('\t')
			continue
		}
		b.WriteString(strings.Repeat(" ", displaywidth.Rune(r)))
	}
	carets := displaywidth.String(strings.ReplaceAll(string(runes[from:to]), "\t", " "))
	b.WriteString(strings.Repeat("^", max(carets, 1)))
	return string(runes), b.String()
}

// printable replaces what would move a terminal's cursor or turn its text around.
func printable(s string) string {
	return strings.Map(func(r rune) rune {
		if r != '\t' && (unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r)) {
			return unicode.ReplacementChar
		}
		return r
	}, s)
}

// nearest returns the words that a writer of name may have meant, the best first, at most three.
func nearest(name string, words []string) []string {
	type candidate struct {
		word string
		cost int
	}
	name = strings.ToLower(name)
	var found []candidate
	for _, word := range words {
		lower := strings.ToLower(word)
		cost := distance(name, lower)
		switch {
		case cost <= max(1, len(name)/3):
		case len(name) >= 3 && (strings.HasPrefix(lower, name) || strings.HasPrefix(name, lower) && len(lower) >= 3):
			cost = 10
		case len(name) >= 4 && strings.Contains(lower, name):
			cost = 20
		default:
			continue
		}
		found = append(found, candidate{word, cost})
	}
	slices.SortStableFunc(found, func(a, b candidate) int { return a.cost - b.cost })
	var names []string
	for _, f := range found[:min(len(found), 3)] {
		names = append(names, f.word)
	}
	return names
}

// distance counts the letters to insert, remove, change or swap with a neighbour to get from a to b (optimal string
// alignment). Words longer than 64 letters are as far apart as they can be, so that no input costs much.
func distance(a, b string) int {
	s, t := []rune(a), []rune(b)
	if len(s) > 64 || len(t) > 64 {
		return max(len(s), len(t))
	}
	before, last, row := make([]int, len(t)+1), make([]int, len(t)+1), make([]int, len(t)+1)
	for j := range last {
		last[j] = j
	}
	for i := range s {
		row[0] = i + 1
		for j := range t {
			change := last[j]
			if s[i] != t[j] {
				change++
			}
			row[j+1] = min(change, last[j+1]+1, row[j]+1)
			if i > 0 && j > 0 && s[i] == t[j-1] && s[i-1] == t[j] {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
		}
		before, last, row = last, row, before
	}
	return last[len(t)]
}

// suggest is the hint for an unknown name: the nearest of the known ones, or all of them where none is near.
func suggest(name string, known []string) string {
	if near := nearest(name, known); len(near) > 0 {
		return "did you mean " + list(near, "or") + "?"
	}
	if len(known) == 0 {
		return ""
	}
	return "known are " + list(known, "and")
}

// list joins words as a sentence does: a, b and c.
func list(words []string, last string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	n := len(words) - 1
	return strings.Join(words[:n], ", ") + " " + last + " " + words[n]
}
