//go:build unix

package lab

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"floorplan/lessons"
	"floorplan/sandbox"
)

const lessonInTwoSteps = `
## First page
'''sh {run=one}
x=4
'''
'''sh {run=two}
touch never
'''
Make a file.
'''sh {check=one hint="No file."}
test -f note
'''
'''sh {solve=one}
touch note
'''
'''sh {run=one}
false
'''

## Second page
'''sh {run=one}
test -f note && echo $((x + 1))
'''
`

func TestReplay(t *testing.T) {
	l := Open(read(t, lessonInTwoSteps), localMachine(t))
	defer l.Close()
	if err := l.Replay(t.Context(), l.Before(1)); err != nil {
		t.Fatal(err)
	}
	event, err := l.run(t.Context(), &l.lesson.Pages[1].Blocks[0])
	if err != nil || strings.TrimSpace(event.Output) != "5" {
		t.Errorf("the page after a replay prints %q, %v; want 5", event.Output, err)
	}
	if l.Started("two") {
		t.Error("a sandbox that the page does not use was started")
	}
}

func TestPlayOfOnePageStandsOnThoseBefore(t *testing.T) {
	var out bytes.Buffer
	if err := Play(t.Context(), &out, read(t, lessonInTwoSteps), 1, localMachine(t)); err != nil {
		t.Fatalf("%v\n%s", err, out.String())
	}
	want := "# Test\n\n## Second page\n\none$ test -f note && echo $((x + 1))\n5\n"
	if out.String() != want {
		t.Errorf("got:\n%s\nwant:\n%s", out.String(), want)
	}
}

// A block that is run again by itself stands on what its page needs and on all that is above it there.
func TestRerun(t *testing.T) {
	lesson := read(t, lessonInTwoSteps)
	var left []int
	event, err := Rerun(t.Context(), localMachine(t), lesson, "second-page/run-1", func(n int) { left = append(left, n) })
	if err != nil || strings.TrimSpace(event.Output) != "5" {
		t.Errorf("it prints %q, %v; want 5", event.Output, err)
	}
	if want := []int{3, 2, 1, 0}; !slices.Equal(left, want) {
		t.Errorf("left were %v, want %v", left, want)
	}
	left = nil
	event, err = Rerun(t.Context(), localMachine(t), lesson, "first-page/run-3", func(n int) { left = append(left, n) })
	if want := []int{3, 2, 1, 0}; err != nil || event.Exit != 1 || !slices.Equal(left, want) {
		t.Errorf("false ends with %d, %v; left were %v, want %v", event.Exit, err, left, want)
	}
	if _, err := Rerun(t.Context(), localMachine(t), lesson, "first-page/check-1", nil); err == nil {
		t.Error("a check is run as if it were a block")
	}
	if _, err := Rerun(t.Context(), NewMachine(Options{Engines: []sandbox.Engine{}}), lesson, "first-page/run-1", nil); err == nil {
		t.Error("a block is run without an engine")
	}
}

// What a block builds on is what its author says, with what that builds on in turn, and else all that it can build on.
func TestBuildsOn(t *testing.T) {
	l := Open(read(t, `
## First
~~~sh {run=one}
true
~~~
~~~sh {run=two}
true
~~~
~~~sh {run=one after=nothing}
true
~~~

## Second
~~~sh {run=two after=first/run-3}
true
~~~
~~~sh {run=one}
true
~~~
~~~sh {run=one after=above}
true
~~~
`), localMachine(t))
	defer l.Close()
	for id, want := range map[string]string{
		"first/run-1":  "",
		"first/run-2":  "first/run-1",
		"first/run-3":  "",
		"second/run-1": "first/run-3",
		"second/run-2": "first/run-1 first/run-2 first/run-3 second/run-1",
		"second/run-3": "first/run-1 first/run-2 first/run-3 second/run-1 second/run-2",
	} {
		if got := ids(l.BuildsOn(id)); got != want {
			t.Errorf("%s builds on %q, not %q", id, got, want)
		}
	}
	if got := ids(l.Before(1)); got != "first/run-1 first/run-2 first/run-3" {
		t.Errorf("before the second page come %q", got)
	}
}

func ids(blocks []*lessons.Block) string {
	var ids []string
	for _, b := range blocks {
		ids = append(ids, b.ID)
	}
	return strings.Join(ids, " ")
}
