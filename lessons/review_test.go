package lessons

import (
	"strings"
	"testing"
)

const poolLesson = `---
title: T
sandboxes: { flat: {} }
sources: [x]
---
## Seen

~~~sh {run=flat predict="One?"}
echo 1
~~~

~~~sh {run=flat predict="Two?"}
echo 2
~~~

~~~sh {run=flat}
echo and two
~~~

### Question: first form?
- [ ] a
- [x] b
> First.

### Or: second form?
- [x] = 2
> Second.

### Or: third form?
1. x
2. y
> Third.

### Question: another question?
- [x] = 3
> Alone.

~~~sh {run=flat predict="Three?"}
echo 3
~~~

## Questions

### Question: where?
- [x] = 4
> See [there](#seen).

### Question: nowhere?
- [x] = 5
> Nothing to show.

### Question: elsewhere?
- [x] = 6
> See [another lesson](06-other.md#seen), [words](#questions).
`

// The forms of a question are one block. Each attempt has one of them, always the same, and in the end all are drawn.
func TestPool(t *testing.T) {
	lesson, problems := Parse("01-x.md", []byte(poolLesson))
	if lesson == nil {
		t.Fatal(problems)
	}
	if got := lesson.Counts(); got.Questions != 5 {
		t.Errorf("%d questions, not 5", got.Questions)
	}
	block, _ := lesson.Block("seen/question-1")
	if len(block.Pool) != 3 || !strings.Contains(block.Text, "### Or: third form?\n1. x\n2. y\n> Third.") {
		t.Errorf("a pool of %d: %s", len(block.Pool), block.Text)
	}
	if other, _ := lesson.Block("seen/question-2"); other.Ask.Prompt != "another question?" || other.Pool != nil {
		t.Errorf("the question after the pool is %+v", other)
	}
	drawn := map[string]AskKind{}
	for seed := range int64(40) {
		first, _ := lesson.With(seed).Block("seen/question-1")
		again, _ := lesson.With(seed).Block("seen/question-1")
		if first.Ask.Prompt != again.Ask.Prompt {
			t.Errorf("seed %d draws %q and then %q", seed, first.Ask.Prompt, again.Ask.Prompt)
		}
		drawn[first.Ask.Prompt] = first.Ask.Kind
	}
	if len(drawn) != 3 || drawn["second form?"] != Number || drawn["third form?"] != Order {
		t.Errorf("drawn are %v", drawn)
	}
	if text := lesson.Pages[0].plain(); strings.Count(text, "form?") != 3 {
		t.Errorf("the index has %q", text)
	}
}

// What a review runs again is the last block above the question, or the first on the page that the explanation links to.
func TestLive(t *testing.T) {
	lesson, problems := Parse("01-x.md", []byte(poolLesson))
	if lesson == nil {
		t.Fatal(problems)
	}
	for _, c := range []struct {
		id, live string
		page     int
	}{
		{"seen/question-1", "seen/run-2", 0},
		{"seen/question-2", "seen/run-2", 0},
		{"questions/question-1", "seen/run-1", 0},
		{"questions/question-2", "", 1},
		{"questions/question-3", "", 1},
		{"seen/run-3", "seen/run-3", 0},
	} {
		run, page := lesson.Live(c.id)
		if page != c.page || (run == nil) != (c.live == "") || run != nil && run.ID != c.live {
			t.Errorf("%s: live is %+v on page %d, want %s on %d", c.id, run, page, c.live, c.page)
		}
	}
}
