package tui

import (
	"strings"
	"testing"
	"testing/fstest"

	"floorplan/lessons"
)

// An author who gives the page on screen another title stays on it; of several broken files the open lesson's is the one that is told.
func TestAuthorStaysOnTheirPage(t *testing.T) {
	saved := func(text string) courseMsg {
		return courseMsg{course: lessons.Load(fstest.MapFS{"00-draft.md": {Data: []byte("draft")}, "01-steps.md": {Data: []byte(text)}})}
	}
	a := newCourseApp(t, 120, 40, "steps", fstest.MapFS{"01-steps.md": {Data: []byte(lessonOfSteps)}})
	press(a, "n")
	a.courseChanged(saved(strings.Replace(lessonOfSteps, "## Two", "## Second", 1)))
	a.Update(a.loadAgain()())
	if got := screen(a); !strings.Contains(got, "Second") || !strings.Contains(got, "00-draft.md:1:1: no front matter") {
		t.Errorf("after a new title\n%s", got)
	}
	a.courseChanged(saved(strings.Replace(lessonOfSteps, "title:", "tilte:", 1)))
	if got := screen(a); !strings.Contains(got, "Second") || !strings.Contains(got, "01-steps.md:2:1: unknown key") {
		t.Errorf("after a mistake\n%s", got)
	}
}
