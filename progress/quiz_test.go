package progress

import (
	"testing"
	"time"
)

// A quiz that was left goes on, with the same seed, until all of it is answered or a day has passed; one of a page is another.
func TestQuiz(t *testing.T) {
	c := newClock()
	s := open(t, t.TempDir()+"/progress.db", Options{Now: c.now})
	questions := []string{"a/question-1", "b/question-1"}
	begin := func(page string, asked ...string) (int64, int) {
		t.Helper()
		c.pass(time.Minute)
		seed, answered, err := s.Quiz("walls", page, asked)
		if err != nil || seed <= 0 {
			t.Fatalf("seed %d, %v", seed, err)
		}
		return seed, len(answered)
	}
	answer := func(id string, right bool) {
		t.Helper()
		c.pass(time.Minute)
		must(t, s.RecordAnswer("walls", id, Answer{Right: right}))
	}
	answer("a/question-1", true) // in the lesson
	first, answered := begin("", questions...)
	if answered != 0 {
		t.Errorf("an answer from before the quiz counts in it")
	}
	answer("a/question-1", false)
	answer("a/question-1", true) // a second try does not mend the first
	again, answered := begin("", questions...)
	if again != first || answered != 1 {
		t.Errorf("the quiz does not go on: seed %d and %d, %d answered", first, again, answered)
	}
	if _, how, err := s.Quiz("walls", "", questions); how["a/question-1"] != Wrong || err != nil {
		t.Errorf("the answer is %v, %v", how, err)
	}
	if page, answered := begin("b", "b/question-1"); page == first || answered != 0 {
		t.Error("a page's quiz is the lesson's")
	}
	answer("b/question-1", true)
	second, answered := begin("", questions...)
	if second == first || answered != 0 {
		t.Error("a quiz that was answered goes on")
	}
	answer("a/question-1", true)
	c.pass(unfinished)
	if third, answered := begin("", questions...); third == second || answered != 0 {
		t.Error("a quiz goes on the day after")
	}
}
