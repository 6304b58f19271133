package progress

import (
	"path/filepath"
	"testing"
	"time"
)

// clock gives times that a test sets.
type clock struct{ at time.Time }

func (c *clock) now() time.Time { return c.at }

func (c *clock) pass(d time.Duration) { c.at = c.at.Add(d) }

func newClock() *clock {
	return &clock{time.Date(2026, 3, 2, 10, 0, 0, 0, time.UTC)}
}

// open opens a store that must have nothing to tell.
func open(t *testing.T, path string, o Options) *Store {
	t.Helper()
	s, err := Open(path, o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	if n := s.Notices(); n != nil {
		t.Fatalf("notices: %q", n)
	}
	return s
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func TestResume(t *testing.T) {
	path := filepath.Join(t.TempDir(), "data", "floorplan", "progress.db")
	c := newClock()
	s := open(t, path, Options{Now: c.now})
	if _, _, ok, err := s.Last(); ok || err != nil {
		t.Fatalf("Last of an empty history: %v, %v", ok, err)
	}
	for _, v := range [][2]string{{"containers", "host-name"}, {"containers", "files"}, {"houses", "kernel"}} {
		c.pass(time.Minute)
		must(t, s.Visit(v[0], v[1]))
	}
	must(t, s.RecordRun("containers", "files/run-1", Run{Exit: 3, Took: time.Second}))
	must(t, s.RecordCheck("containers", "files/check-1", Solved))
	must(t, s.RecordCheck("containers", "files/check-1", Helped))
	must(t, s.RecordAnswer("containers", "files/question-1", Answer{Given: "its own"}))
	must(t, s.Close())

	s = open(t, path, Options{Now: c.now})
	if lesson, page, ok, err := s.Last(); lesson != "houses" || page != "kernel" || !ok || err != nil {
		t.Errorf("Last: %q, %q, %v, %v", lesson, page, ok, err)
	}
	if page, ok, err := s.LastPage("containers"); page != "files" || !ok || err != nil {
		t.Errorf("LastPage: %q, %v, %v", page, ok, err)
	}
	done, err := s.Done("containers")
	must(t, err)
	want := map[string]State{
		"files/run-1":      {Runs: 1, Exit: 3},
		"files/check-1":    {Check: Helped},
		"files/question-1": {First: Wrong, Answer: Wrong, Answers: 1},
	}
	for block, state := range want {
		if done[block] != state {
			t.Errorf("%s: %+v, want %+v", block, done[block], state)
		}
	}
	if len(done) != len(want) || done["files/question-1"].Done() || !done["files/check-1"].Done() {
		t.Errorf("done: %+v", done)
	}
}
