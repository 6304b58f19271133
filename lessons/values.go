package lessons

import (
	"bytes"
	"hash/fnv"
	"math/rand/v2"
	"slices"
	"strconv"
)

// value is one entry under "values" in the front matter: a whole number from Low to High, or one of Words.
type value struct {
	name      string
	low, high int
	words     []string
	at        span // its name in the front matter
}

// pick gives the value for one attempt. It depends on the seed and the name alone, so that a value added to a lesson leaves
// the others of a running attempt as they are.
func (v value) pick(seed int64) string {
	if v.words != nil {
		return v.words[pickOne(seed, v.name, len(v.words))]
	}
	return strconv.Itoa(v.low + pickOne(seed, v.name, v.high-v.low+1))
}

// pickOne is a random number below n, the same for the same seed and name.
func pickOne(seed int64, name string, n int) int {
	hash := fnv.New64a()
	hash.Write([]byte(name))
	return rand.New(rand.NewPCG(uint64(seed), hash.Sum64())).IntN(n)
}

// With returns the lesson as the attempt that seed stands for has it: its random values filled in, and one form drawn of each
// question that has several. The same seed gives the same. A lesson without either is returned as it is. Page and block IDs
// are the same for every seed.
func (l *Lesson) With(seed int64) *Lesson {
	if len(l.values) == 0 && !l.pools {
		return l
	}
	filled, _ := parse(l.File, l.source, seed)
	return filled
}

// edit is a place where fill changed the text: the bytes from From to To of the source became Len bytes.
type edit struct{ from, to, len int }

var placeholder = expression(`\{\{([a-z][a-z0-9_]*)\}\}`)

// templateWords stay as they are between braces: the output templates of docker and podman use them.
var templateWords = []string{"else", "end", "break", "continue"}

// fill replaces every {{name}} of src after start. It returns the places it changed, in order, and those whose name it does
// not know.
func fill(src []byte, start int, picked map[string]string) (filled []byte, edits []edit, unknown []span) {
	if !bytes.Contains(src, []byte("{{")) {
		return src, nil, nil
	}
	done := 0
	for _, m := range placeholder().FindAllSubmatchIndex(src[start:], -1) {
		from, to := start+m[0], start+m[1]
		name := string(src[start+m[2] : start+m[3]])
		text, ok := picked[name]
		if !ok {
			if !slices.Contains(templateWords, name) {
				unknown = append(unknown, span{from, to})
			}
			continue
		}
		filled = append(filled, src[done:from]...)
		filled = append(filled, text...)
		edits = append(edits, edit{from, to, len(text)})
		done = to
	}
	return append(filled, src[done:]...), edits, unknown
}

// unfill gives the place in the source of a place in the filled text. A place inside a value is the value's placeholder:
// its start, or its end where the place ends something.
func unfill(edits []edit, at int, end bool) int {
	shift := 0 // how much longer the filled text is so far
	for _, e := range edits {
		start := e.from + shift
		switch {
		case at < start || at == start && end:
			return at - shift
		case at < start+e.len || at == start+e.len && end:
			if end {
				return e.to
			}
			return e.from
		}
		shift += e.len - (e.to - e.from)
	}
	return at - shift
}
