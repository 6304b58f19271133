package tui

import (
	"context"
	"errors"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"floorplan/lab"
	"floorplan/lessons"
	"floorplan/progress"
	"floorplan/sandbox"
)

const reviewed = `---
title: Reviewed
sandboxes: { flat: {} }
sources: [x]
values: { n: 100-999 }
---
## Sums

Above the guess.

~~~sh {run=flat predict="What is the sum?"}
echo $(({{n}} + 1))
~~~

Below the guess.

### Question: is it live?
- [ ] no
- [x] yes
> It is.

## Questions

### Question: where?
- [x] = 4
> On the page [Sums](#sums).

### Question: nowhere?
- [x] = 5
> Nothing to show.
`

// newReview is an app with a review of these blocks, answered a month ago.
func newReview(t *testing.T, blocks ...string) *App {
	t.Helper()
	course := lessons.Load(fstest.MapFS{
		"01-sums.md":  {Data: []byte(reviewed)},
		"glossary.md": {Data: []byte("## page\nOne sheet of a lesson.\n")},
	})
	for _, problem := range course.Problems {
		if problem.Severity == lessons.Error {
			t.Fatal(problem)
		}
	}
	at := time.Now().AddDate(0, -1, 0)
	store, err := progress.Open(filepath.Join(t.TempDir(), "p.db"), progress.Options{Now: func() time.Time { return at }})
	if err != nil {
		t.Fatal(err)
	}
	for _, id := range blocks {
		at = at.Add(time.Minute)
		if strings.Contains(id, "/run-") {
			err = store.RecordPrediction("sums", id, progress.Prediction{Given: "0", Computed: "1"})
		} else {
			err = store.RecordAnswer("sums", id, progress.Answer{Given: "0", Right: true})
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	ctx, cancel := context.WithCancel(context.Background())
	machine := lab.NewMachine(lab.Options{Engines: []sandbox.Engine{}})
	a := newApp(ctx, Options{Course: course, Machine: machine, Store: store, Quiz: true})
	t.Cleanup(func() {
		cancel()
		a.close()
		store.Close()
	})
	a.Update(tea.WindowSizeMsg{Width: 100, Height: 40})
	if a.quiz == nil {
		t.Fatalf("nothing is due\n%s", screen(a))
	}
	return a
}

func wants(t *testing.T, a *App, texts ...string) {
	t.Helper()
	got := screen(a)
	for _, text := range texts {
		if without, not := strings.CutPrefix(text, "!"); strings.Contains(got, without) == not {
			t.Errorf("on screen: %v, wanted: %v: %q\n%s", not, !not, without, got)
		}
	}
}

// ends is what the machine says to the block that has the focus.
func ends(a *App, exit int, output string) {
	b := a.focusedBlock()
	b.running = true
	a.Update(rerunMsg{block: b, left: 2})
	a.Update(rerunMsg{block: b, done: true, event: lab.Event{Exit: exit, Output: output}})
}

// A prediction is asked below what its page says before it; the machine decides, and then the rest is told.
func TestReviewOfPrediction(t *testing.T) {
	a := newReview(t, "sums/run-1")
	b := a.focusedBlock()
	wants(t, a, "Above the guess.", "What is the sum?", "!Below the guess.", "!read its page")
	press(a, "enter", "5", "enter")
	if !b.answered {
		t.Fatalf("the guess is not taken\n%s", screen(a))
	}
	ends(a, 0, "noise\n6\n")
	wants(t, a, "noise", "you said “5”, this machine says “6”", "Below the guess.", "read its page again")
	press(a, "enter")
	wants(t, a, "0 of 1 right", "floorplan learn sums#sums")
	a.journal.flush()
	due, err := a.opts.Store.Schedule()
	if err != nil || len(due) != 1 || due[0].Right {
		t.Errorf("the schedule is %+v, %v", due, err)
	}
	states, _ := a.opts.Store.Done("sums")
	if s := states["sums/run-1"]; s.Given != "0" || s.Computed != "1" {
		t.Errorf("the review changed what the lesson shows: %+v", s)
	}
}

// What ends otherwise than declared answers nothing.
func TestReviewOfBrokenPrediction(t *testing.T) {
	a := newReview(t, "sums/run-1")
	press(a, "enter", "5", "enter")
	ends(a, 1, "5\n")
	wants(t, a, "exit 1", "your guess does not count")
	press(a, "enter")
	wants(t, a, "0 of 0 right. 1 skipped.")
}

// After an answer the block that shows it is offered, from the page that the explanation links to; esc passes it by.
func TestReviewShowsAgain(t *testing.T) {
	a := newReview(t, "questions/question-1", "sums/question-1", "questions/question-2")
	wants(t, a, "!See it again", "1 of 3")
	press(a, "enter", "4", "enter")
	wants(t, a, "✓ right", "See it again, here and now. What is the sum?", "enter run it again", "esc skip", "!Predict.")
	press(a, "w")
	wants(t, a, "One sheet of a lesson.")
	press(a, "esc")
	ends(a, 0, "seen again\n")
	wants(t, a, "seen again", "ran in flat", "✓ right")
	press(a, "enter")
	wants(t, a, "2 of 3", "nowhere?")
	press(a, "enter", "5", "enter")
	wants(t, a, "Nothing to show.", "!See it again", "enter next question", "!n →")
	press(a, "enter")
	wants(t, a, "3 of 3", "is it live?")
	press(a, "enter")
	wants(t, a, "See it again")
	press(a, "esc")
	wants(t, a, "of 3 right")
}

// A question that nobody answers is skipped and not counted as wrong.
func TestSkip(t *testing.T) {
	a := newReview(t, "questions/question-1", "questions/question-2")
	press(a, "n", "enter", "9", "enter", "enter")
	wants(t, a, "0 of 1 right. 1 skipped.", "sums#questions", "!sums#sums")
}

// Where sandboxes cannot run the question is asked without its block, and predictions are left out; both say why.
func TestReviewWithoutSandbox(t *testing.T) {
	a := newReview(t, "questions/question-1", "sums/run-1")
	off := errors.New("no namespaces\nhint: mend them")
	wants(t, a, "What is the sum?", "1 of 2")
	a.Update(liveMsg{a.focusedBlock(), off})
	wants(t, a, "1 prediction left out, since flat cannot run here: no namespaces · mend them", "1 of 1", "where?")
	press(a, "enter", "4", "enter")
	a.Update(liveMsg{a.focusedBlock(), off})
	wants(t, a, "cannot run here: no namespaces · mend them", "enter next question")
	press(a, "enter")
	wants(t, a, "1 of 1 right.")
}

// esc stops a block, and nothing stays behind when the quiz is left while one runs.
func TestStopRerun(t *testing.T) {
	a := newReview(t, "sums/question-1")
	press(a, "enter", "enter")
	b := a.focusedBlock()
	if !b.running {
		t.Fatalf("it is not run again\n%s", screen(a))
	}
	press(a, "esc")
	wants(t, a, "stopped", "esc contents")
	a.Update(rerunMsg{block: b, done: true, event: lab.Event{Output: "too late"}})
	wants(t, a, "!too late")
	a.reruns.Wait()
}

// A lesson shows the answer that a quiz was given. Where the quiz asked otherwise, it shows only how it went.
func TestRestore(t *testing.T) {
	lesson, problems := lessons.Parse("01-x.md", []byte("---\ntitle: T\nsources: [x]\n---\n## P\n### Question: n?\n- [x] = 5\n> So.\n"))
	if lesson == nil {
		t.Fatal(problems)
	}
	for _, c := range []struct {
		known progress.State
		given string
		right bool
	}{
		{progress.State{Answers: 1, Answer: progress.Right, Given: "5"}, "5", true},
		{progress.State{Answers: 1, Answer: progress.Wrong, Given: "6"}, "6", false},
		{progress.State{Answers: 1, Answer: progress.Helped, Given: "7"}, "", true},
		{progress.State{Answers: 1, Answer: progress.Wrong, Given: "5"}, "", false},
	} {
		if b := newBlock(lesson.Pages[0].Blocks[0], 1, c.known); b.given != c.given || b.right != c.right || !b.answered {
			t.Errorf("%+v is shown as %q, %v", c.known, b.given, b.right)
		}
	}
}

// Every key in a quiz, at random, while blocks end and fail: nothing panics and every screen fits.
func TestAnyKeysInQuiz(t *testing.T) {
	keys := []string{"5", "1", "x"}
	for _, b := range bindings() {
		if b.in&(inQuiz|inAnswer) != 0 {
			keys = append(keys, b.keys...)
		}
	}
	for seed := range uint32(20) {
		a := newReview(t, "sums/question-1", "questions/question-1", "sums/run-1", "questions/question-2")
		a.Update(tea.WindowSizeMsg{Width: 60 + int(seed), Height: 15})
		random := seed
		for range 80 {
			random = random*1664525 + 1013904223
			key := keys[int(random>>8)%len(keys)]
			if key == "q" {
				continue
			}
			press(a, key)
			if b := a.focusedBlock(); b != nil && b.running {
				switch random >> 20 % 3 {
				case 0:
					a.Update(rerunMsg{block: b, done: true, event: lab.Event{Output: strings.Repeat("long ", 40) + "\n6\n"}})
				case 1:
					a.Update(rerunMsg{block: b, done: true, err: errors.New("it failed\nhint: try again")})
				}
			}
			for i, line := range strings.Split(a.View().Content, "\n") {
				if w := ansi.StringWidth(line); w > a.cols {
					t.Fatalf("after %s line %d is %d cells wide\n%s", key, i+1, w, screen(a))
				}
			}
		}
	}
}

// A quiz that is left for a page, or for good, is gone on with where it was.
func TestQuizGoesOn(t *testing.T) {
	a := newTestApp(t, 100, 30, "walls")
	q, err := loadQuiz(a.course, a.opts.Store, "walls", "")
	a.Update(quizMsg{q, err})
	b := a.focusedBlock()
	b.chosen[0], b.answered, b.given, b.right = true, true, "x", false
	item := a.quiz.items[0]
	a.journal.write(func(s *progress.Store) error {
		return s.RecordAnswer("walls", item.block.ID, progress.Answer{Given: "x"})
	})
	a.Update(a.goTo("walls", item.page.ID)())
	if got := screen(a); a.quiz != nil || !strings.Contains(got, "Q goes back to the quiz") {
		t.Fatalf("on the page\n%s", got)
	}
	press(a, "Q")
	if a.quiz != q || a.quiz.at != 0 || a.reading != nil || !slices.Contains(a.currentPage().blocks, b) {
		t.Fatalf("back in the quiz\n%s", screen(a))
	}
	a.Update(a.toContents()())
	if got := screen(a); !strings.Contains(got, "Q back to the quiz") {
		t.Errorf("on the contents\n%s", got)
	}
	again, err := loadQuiz(a.course, a.opts.Store, "walls", "")
	if err != nil || again.at != 1 || len(again.wrong) != 1 || again.items[0].block.ID != item.block.ID || again.seed != q.seed {
		t.Errorf("begun again it is at %d with %d wrong (%v)", again.at, len(again.wrong), err)
	}
}
