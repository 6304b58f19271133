package tui

import (
	"strings"
	"testing"
	"testing/fstest"

	"floorplan/lab"
)

const lessonOfSteps = `---
title: Steps
sandboxes: { flat: {} }
sources: [none]
---
## One

Make it.

~~~sh {check=flat hint="Not there."}
test -f x
~~~
~~~sh {solve=flat}
touch x
~~~

## Two

~~~sh {run=flat}
true
~~~

~~~sh {run=flat after="above, one/check-1" predict="How many?"}
ls x | wc -l
~~~

And so it is.
`

// A block that builds on what was skipped is not run, and its guess is not asked for: it says what comes first.
func TestWhatComesFirst(t *testing.T) {
	a := newCourseApp(t, 120, 40, "steps", fstest.MapFS{"01-steps.md": {Data: []byte(lessonOfSteps)}})
	r := a.reading
	press(a, "n", "tab")
	for _, key := range []string{"enter", "4"} {
		press(a, key)
		if b := a.focusedBlock(); b.ID != "two/run-2" || b.input != nil || b.running ||
			!strings.Contains(screen(a), "first the block above: shift+tab goes there, b does it for you") {
			t.Fatalf("%s on a block whose neighbour was skipped\n%s", key, screen(a))
		}
	}
	press(a, "?", "esc")
	if got := screen(a); !strings.Contains(got, "enter what comes first") {
		t.Errorf("the footer\n%s", got)
	}
	above, _ := r.block("two/run-1")
	a.finished(r.panes[0], above, lab.Event{Run: 1})
	press(a, "enter")
	if got := screen(a); a.focusedBlock().input != nil || !strings.Contains(got, "first the task of page 1: p turns back, b does it for you") {
		t.Fatalf("enter on a block whose task was skipped\n%s", got)
	}
	press(a, "b")
	task, _ := r.block("one/check-1")
	if b := r.panes[0].then; b == nil || b.replays != task || len(r.behind) != 0 {
		t.Errorf("b does not do the task, and it alone")
	}
	a.verdict(verdictMsg{block: task, open: true, verdict: lab.Verdict{Passed: true}})
	if !task.done || !task.helped {
		t.Errorf("a task that b has done counts as done alone")
	}
	task.done = false
	a.finished(r.panes[0], r.panes[0].then, lab.Event{Run: 2})
	if press(a, "enter"); a.focusedBlock().input == nil {
		t.Errorf("the guess is not asked for when the task was done by b\n%s", screen(a))
	}
}

// A task that was passed over is checked on the page that builds on it, too.
func TestWatchesWhatWasPassedOver(t *testing.T) {
	a := newCourseApp(t, 120, 40, "steps", fstest.MapFS{"01-steps.md": {Data: []byte(lessonOfSteps)}})
	press(a, "n")
	var names []string
	for _, b := range a.reading.watched() {
		names = append(names, b.ID)
	}
	if got := strings.Join(names, " "); got != "two/run-1 two/run-2 two/prose-1 one/check-1" {
		t.Errorf("watched are %s", got)
	}
}

// On a small screen the terminal takes its half when a solution is typed: the student sees it run.
func TestSolutionIsSeen(t *testing.T) {
	a := newCourseApp(t, 80, 24, "steps", fstest.MapFS{"01-steps.md": {Data: []byte(lessonOfSteps)}})
	if a.lay.terminal.h != 0 {
		t.Fatal("a small screen shows the terminal before anything has run")
	}
	press(a, "s", "s")
	if a.lay.terminal.h == 0 {
		t.Errorf("the terminal is not on screen\n%s", screen(a))
	}
}
