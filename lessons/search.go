package lessons

import (
	"cmp"
	"math"
	"slices"
	"strings"
)

// Index finds pages by what stands on them. It is made once for a course and then answers at each key.
type Index struct {
	pages []indexPage
	words []indexWord // every word of the course
}

type indexPage struct {
	lesson *Lesson
	page   int
	text   string // without Markdown's signs
	words  []textWord
	title  []textWord
}

type indexWord struct {
	text  string
	pages []posting
}

// posting says how much a word matters to a page.
type posting struct {
	page   int
	weight float64
}

// Hit is a page that a search found.
type Hit struct {
	Lesson *Lesson
	Page   int // its place in Lesson.Pages
	// Excerpt is a piece of the page's text with the best match in it, from byte From up to To; 0 and 0 where only a title matched.
	Excerpt  string
	From, To int
}

// How much a word counts by where it stands.
const (
	inPageTitle   = 6
	inBold        = 2 // words that a page introduces
	inLessonTitle = 3
	inCommand     = 3
	inText        = 1
	sideBySide    = 1.5 // times: the words of the query stand so on the page
	// maxHits is more than anybody reads.
	maxHits = 50
)

// Index makes the index of a course.
func (c Course) Index() *Index {
	x := &Index{}
	weights := map[string]map[int]float64{}
	add := func(text string, page int, weight float64) {
		for _, w := range wordsOf(text) {
			if weights[w.text] == nil {
				weights[w.text] = map[int]float64{}
			}
			// A second mention counts less than the first.
			weights[w.text][page] = max(weights[w.text][page]+weight/8, weight)
		}
	}
	for _, l := range c.Lessons {
		for i, p := range l.Pages {
			n := len(x.pages)
			add(l.Title, n, inLessonTitle)
			add(l.ID, n, inLessonTitle)
			add(p.Title, n, inPageTitle)
			add(strings.Join(p.commands(), " "), n, inCommand)
			add(p.bold(), n, inBold)
			text := p.plain()
			add(text, n, inText)
			x.pages = append(x.pages, indexPage{l, i, text, wordsOf(text), wordsOf(p.Title)})
		}
	}
	for word, pages := range weights {
		w := indexWord{text: word}
		for page, weight := range pages {
			w.pages = append(w.pages, posting{page, weight})
		}
		x.words = append(x.words, w)
	}
	slices.SortFunc(x.words, func(a, b indexWord) int { return strings.Compare(a.text, b.text) })
	return x
}

// Search returns the pages that match every word of the query, the best first, at most 50. A word matches a word of the page
// that is equal to it, starts with it, contains it, is a slip of the keys away from it, or has its letters in the same order.
// First come the pages with all words in the title, then those that have all of them, and last those where a word is only like one.
func (x *Index) Search(query string) []Hit {
	type match struct {
		score float64
		word  string // the best matching word of the page
		best  float64
		all   bool // every word stands there, or one that begins with it
	}
	var found map[int]match
	asked := wordsOf(query)
	for _, q := range asked {
		matches := map[int]match{}
		for _, w := range x.words {
			quality := likeness(q.text, w.text)
			if quality == 0 {
				continue
			}
			rarity := math.Log(1 + float64(len(x.pages))/float64(len(w.pages)))
			for _, p := range w.pages {
				if score := quality * p.weight * rarity; score > matches[p.page].score {
					matches[p.page] = match{score, w.text, score, quality >= beginsWith}
				}
			}
		}
		if found == nil {
			found = matches
			continue
		}
		for page, m := range found {
			more, ok := matches[page]
			if !ok {
				delete(found, page)
				continue
			}
			m.score += more.score
			m.all = m.all && more.all
			if more.best > m.best {
				m.word, m.best = more.word, more.best
			}
			found[page] = m
		}
	}
	pages := make([]int, 0, len(found))
	rank := map[int]int{}
	for page, m := range found {
		pages = append(pages, page)
		switch {
		case len(asked) > 1 && begin(asked, x.pages[page].title, false):
			rank[page] = 2
		case m.all:
			rank[page] = 1
		}
		if begin(asked, x.pages[page].words, true) {
			m.score *= sideBySide
			found[page] = m
		}
	}
	slices.SortFunc(pages, func(a, b int) int {
		return cmp.Or(cmp.Compare(rank[b], rank[a]), cmp.Compare(found[b].score, found[a].score), cmp.Compare(a, b))
	})
	var hits []Hit
	for _, n := range pages[:min(len(pages), maxHits)] {
		p := x.pages[n]
		hit := Hit{Lesson: p.lesson, Page: p.page}
		hit.Excerpt, hit.From, hit.To = excerpt(p.text, found[n].word)
		hits = append(hits, hit)
	}
	return hits
}

// begin tells whether each of the typed words begins a word of a text; together: the words of the text stand side by side.
func begin(typed, words []textWord, together bool) bool {
	if !together {
		return !slices.ContainsFunc(typed, func(t textWord) bool {
			return !slices.ContainsFunc(words, func(w textWord) bool { return strings.HasPrefix(w.text, t.text) })
		})
	}
	for at := range max(len(words)-len(typed)+1, 0) {
		i := 0
		for i < len(typed) && strings.HasPrefix(words[at+i].text, typed[i].text) {
			i++
		}
		if i == len(typed) {
			return true
		}
	}
	return false
}

// beginsWith is the least likeness of a word that begins with what was typed.
const beginsWith = 0.5

// likeness says from 0 to 1 how well a typed word fits a word of the text.
func likeness(typed, word string) float64 {
	slips := 0
	switch {
	case len(typed) >= 8:
		slips = 2
	case len(typed) >= 4:
		slips = 1
	}
	switch {
	case typed == word:
		return 1
	case strings.HasPrefix(word, typed):
		return beginsWith + 0.4*float64(len(typed))/float64(len(word))
	case len(typed) >= 3 && strings.Contains(word, typed):
		return 0.4
	case slips > 0 && typed[0] == word[0] && len(word) >= len(typed)-slips && slip(typed, word, slips):
		return 0.3
	case len(typed) >= 3 && typed[0] == word[0] && inOrder(typed, word):
		return 0.1
	}
	return 0
}

// slip tells whether typed is at most so many slips from word, or from its beginning while it is being typed.
func slip(typed, word string, slips int) bool {
	for n := max(len(typed)-slips, 1); n <= min(len(typed)+slips, len(word)); n++ {
		if distance(typed, word[:n]) <= slips {
			return true
		}
	}
	return false
}

// inOrder tells whether the letters of typed stand in word in the same order: nmsp in namespace.
func inOrder(typed, word string) bool {
	for i := range len(typed) {
		at := strings.IndexByte(word, typed[i])
		if at < 0 {
			return false
		}
		word = word[at+1:]
	}
	return true
}

// excerpt is the piece of a text around a word, cut at spaces.
func excerpt(text, word string) (piece string, from, to int) {
	const before, length = 30, 100
	at := span{}
	for _, w := range wordsOf(text) {
		if w.text == word {
			at = span{w.from, w.to}
			break
		}
	}
	start := 0
	if at.from > before {
		start = at.from - before
		if space := strings.IndexByte(text[start:at.from], ' '); space >= 0 {
			start += space + 1
		} else {
			start = at.from
		}
	}
	end := len(text)
	if end-start > length {
		end = max(start+length, at.to)
		if space := strings.LastIndexByte(text[:end], ' '); space >= at.to {
			end = space
		} else {
			end = at.to
		}
	}
	if at.to == 0 && end > length { // no match, and no space to cut at
		end = 0
	}
	return text[start:end], max(at.from-start, 0), max(at.to-start, 0)
}

var (
	linkTarget = expression(`\]\([^)\n]*\)`)
	fenceLine  = expression("(?m)^ *(```|~~~).*$")
	signs      = strings.NewReplacer("`", "", "*", "", "[", "", "]", "", "#", "", ">", "")
)

// bold are the words of a page's text that its author has set in bold.
func (p *Page) bold() string {
	var words []string
	for _, b := range p.Blocks {
		if b.Kind != Prose {
			continue
		}
		for i, piece := range strings.Split(b.Text, "**") {
			if i%2 == 1 {
				words = append(words, piece)
			}
		}
	}
	return strings.Join(words, " ")
}

// plain is a page's text without Markdown's signs, on one line. What a student must find alone, checks and solutions and the
// right answers of questions, is left out.
func (p *Page) plain() string {
	var parts []string
	for _, b := range p.Blocks {
		switch b.Kind {
		case Prose, Figure:
			parts = append(parts, b.Text)
		case Run:
			parts = append(parts, b.Code)
		case Check:
			parts = append(parts, b.Task)
		case Question:
			parts = append(parts, b.Ask.Prompt)
			for _, form := range b.Pool {
				if form != b.Ask {
					parts = append(parts, form.Prompt)
				}
			}
		}
	}
	text := strings.Join(parts, "\n")
	text = fenceLine().ReplaceAllString(text, "")
	text = linkTarget().ReplaceAllString(text, "]")
	return strings.Join(strings.Fields(signs.Replace(text)), " ")
}
