package plain

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"floorplan/lab"
	"floorplan/lessons"
	"floorplan/progress"
	"floorplan/sandbox"
)

const course = `---
title: Walls
minutes: 5
sandboxes:
  flat: { image: host }
sources: [none]
---
## First
Text.

'''sh {run=flat predict="What?" choices="a|b"}
echo a
'''

Do it.

'''sh {check=flat hint="Like this."}
test -f x
'''
'''sh {solve=flat}
touch x
'''

## Questions
### Question: which is right?
- [ ] left
  > Left is wrong.
- [x] right
> Right is right.

### Question: what holds?
- [x] one
- [x] two
- [ ] three
> One and two.

### Question: in which order?
1. first
2. second
3. third
> As they stand.

### Question: how much?
- [x] = 42 ± 2 MB
> Forty-two.
`

// play feeds lines to Learn, on a machine that can run nothing, and returns what was printed.
func play(t testing.TB, lines string, learn bool) (string, *progress.Store) {
	t.Helper()
	lesson, problems := lessons.Parse("01-walls.md", []byte(strings.ReplaceAll(course, "'''", "```")))
	if lesson == nil {
		t.Fatal(problems)
	}
	store, err := progress.Open("", progress.Options{})
	if err != nil {
		t.Fatal(err)
	}
	store.Notices() // that this history is in memory only
	if !learn {     // a quiz that has just begun, so that its order is known
		begun := time.Now().UTC().Add(-time.Second).Format(time.RFC3339)
		_, err := store.Import(strings.NewReader(`{"floorplan":"progress","format":1}
{"id":"a","at":"` + begun + `","kind":"quiz","lesson":"walls","seed":2}`))
		if err != nil {
			t.Fatal(err)
		}
	}
	t.Cleanup(func() { store.Close() })
	var out bytes.Buffer
	opts := Options{
		Course: lessons.Course{Lessons: []*lessons.Lesson{lesson}}, Store: store, In: strings.NewReader(lines), Out: &out,
		Machine: lab.NewMachine(lab.Options{Engines: []sandbox.Engine{}}), Page: -1,
	}
	if learn {
		err = Learn(t.Context(), opts)
	} else {
		opts.Lesson = lesson
		err = Quiz(t.Context(), opts)
	}
	if err != nil {
		t.Fatal(err)
	}
	return out.String(), store
}

func TestLearnWithoutSandboxes(t *testing.T) {
	out, store := play(t, "walls\nn\nq\n", true)
	for _, want := range []string{
		"1. Walls (walls), 5 minutes\nWhich lesson?", "Page 1 of 2: First\n\nText.\n", "In sandbox flat:\n    echo a\n",
		"This cannot run here: ", "Task: Do it.\n", "Page 2 of 2: Questions\n",
	} {
		if !strings.Contains(out, want) {
			t.Errorf("it lacks %q:\n%s", want, out)
		}
	}
	if lesson, page, ok, err := store.Last(); lesson != "walls" || page != "questions" || !ok || err != nil {
		t.Errorf("stopped at %s#%s, %v, %v", lesson, page, ok, err)
	}
}

func TestChooseAsksAgain(t *testing.T) {
	out, _ := play(t, "wals\nb\nwalls\nq\n", true)
	if !strings.Contains(out, `no lesson is called "wals"`) || !strings.Contains(out, "Page 1 of 2") {
		t.Error(out)
	}
}

func TestAnswers(t *testing.T) {
	// What is no answer is asked for again; one answer of each kind that is wrong for certain.
	out, store := play(t, "9\nleft\n1 1\n\n1\n9\nleft\n1 2\n1\n1 2\n1 2 4\n1 2 2\n3 2 1\n40 MB\n", false)
	for _, want := range []string{"Its number, from 1 to 2.\n", "The numbers in the right order, from 1 to 3.\n", "The answer is ", "Right is right.", "Forty-two."} {
		if !strings.Contains(out, want) {
			t.Errorf("it lacks %q:\n%s", want, out)
		}
	}
	if !strings.HasSuffix(out, " of 4 right.\n") {
		t.Errorf("it ends with %q", out[max(0, len(out)-60):])
	}
	done, err := store.Done("walls")
	if err != nil {
		t.Fatal(err)
	}
	if state := done["questions/question-4"]; state.Answer != progress.Right {
		t.Errorf("40 MB for 42 give or take 2: %+v", done)
	}
	if state := done["questions/question-2"]; state.Answer != progress.Wrong {
		t.Errorf("one of two that are right: %+v", state)
	}
	if len(done) != 4 {
		t.Errorf("%d answers of 4", len(done))
	}
}

// A quiz asks the questions in an order of its own, and one that was left goes on behind what was answered.
func TestQuizGoesOn(t *testing.T) {
	out, store := play(t, "1\nq\n", false)
	if first, second := strings.Index(out, "what holds?"), strings.Index(out, "which is right?"); first < 0 || second < first {
		t.Fatalf("the order is the lesson's:\n%s", out)
	}
	lesson, _ := lessons.Parse("01-walls.md", []byte(strings.ReplaceAll(course, "'''", "```")))
	var again bytes.Buffer
	err := Quiz(t.Context(), Options{Course: lessons.Course{Lessons: []*lessons.Lesson{lesson}}, Store: store, In: strings.NewReader("1\n\n"), Out: &again,
		Machine: lab.NewMachine(lab.Options{Engines: []sandbox.Engine{}}), Page: -1, Lesson: lesson, Width: 40})
	if got := again.String(); err != nil || !strings.HasPrefix(got, "You go on where you stopped: 1 of 4\nquestions are answered.\n\nQuestion: which is right?") {
		t.Errorf("%v\n%s", err, got)
	}
}

// FuzzLines: whatever is typed, it ends when the input does, and never breaks.
func FuzzLines(f *testing.F) {
	f.Add("walls\n\n\ns\nb\nn\n1\n1 2\n1,2,3\n42\n?\n$ ls\nhint\nsolve\nq\n")
	f.Add("1#2\n-1\n99999999999999999999\n  \n\x00\n")
	f.Fuzz(func(t *testing.T, lines string) {
		play(t, lines, true)
		play(t, lines, false)
	})
}

// Text is folded between words; code and tables keep their lines.
func TestFill(t *testing.T) {
	const text = "One two three four five\nsix seven.\n\n- an item that is too long\n  for one line\n- another\n\n| a | table that is wider |\n\n```text\na fence that is wider than the rest\n```"
	got := fill(text, 16)
	for _, want := range []string{"One two three\nfour five six\nseven.\n\n", "- an item that\nis too long for\none line\n- another\n", "| a | table that is wider |", "a fence that is wider than the rest"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not in:\n%s", want, got)
		}
	}
	if fill(text, 0) != text {
		t.Error("without a width the text changes")
	}
}

// What a block builds on and was skipped is done first, when asked for, by its solution; what the student did in another way counts.
func TestFirstWhatItBuildsOn(t *testing.T) {
	lesson, problems := lessons.Parse("01-steps.md", []byte(`---
title: Steps
sandboxes: { flat: {} }
sources: [none]
---
## One
Make it.

~~~sh {check=flat hint="Not there."}
test -f ~/x
~~~
~~~sh {solve=flat}
touch ~/x ~/by-solution
~~~

## Two
~~~sh {run=flat after=one}
ls ~ | xargs echo found
~~~
`))
	if lesson == nil {
		t.Fatal(problems)
	}
	machine := lab.NewMachine(lab.Options{})
	l := lab.Open(lesson, machine)
	defer l.Close()
	if off := l.Off(t.Context(), "flat"); off != nil {
		t.Skip(off)
	}
	for lines, want := range map[string]string{
		"s\nn\n\n\n\n\n":          "This builds on the task of page 1, One, which you have skipped.\nEnter does that for you, b turns back a page, s skips: Enter runs it: found by-solution x\n",
		"s\n$ touch ~/x\nn\n\n\n": "\n    ls ~ | xargs echo found\nEnter runs it: found x\n",
	} {
		store, err := progress.Open("", progress.Options{})
		if err != nil {
			t.Fatal(err)
		}
		var out bytes.Buffer
		opts := Options{Course: lessons.Course{Lessons: []*lessons.Lesson{lesson}}, Lesson: lesson, Store: store, In: strings.NewReader(lines), Out: &out, Machine: machine}
		if err := Learn(t.Context(), opts); err != nil {
			t.Fatal(err)
		}
		store.Close()
		if !strings.Contains(out.String(), want) {
			t.Errorf("%q gives\n%s\nwithout\n%s", lines, out.String(), want)
		}
	}
}
