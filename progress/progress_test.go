package progress

import (
	"bytes"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"strconv"
	"sync"
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
		"files/question-1": {First: Wrong, Answer: Wrong, Answers: 1, Given: "its own"},
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

func TestSummary(t *testing.T) {
	c := newClock()
	s := open(t, filepath.Join(t.TempDir(), "p.db"), Options{Now: c.now})
	must(t, s.RecordCheck("l", "a/check-9", Passed)) // of an earlier attempt
	c.pass(time.Hour)
	if _, err := s.NewAttempt("l"); err != nil {
		t.Fatal(err)
	}
	c.pass(time.Minute)
	must(t, s.Visit("l", "a"))
	c.pass(2 * time.Minute)
	must(t, s.RecordPrediction("l", "a/run-1", Prediction{"1", "1", true}))
	must(t, s.RecordRun("l", "a/run-1", Run{}))
	must(t, s.RecordRun("l", "a/run-1", Run{}))
	must(t, s.RecordPrediction("l", "a/run-2", Prediction{"1", "2", false}))
	must(t, s.RecordPrediction("l", "a/run-2", Prediction{"2", "2", true}))
	c.pass(6 * time.Minute) // gone for coffee
	must(t, s.RecordCheck("l", "b/check-1", Passed))
	must(t, s.RecordCheck("l", "b/check-2", Helped))
	must(t, s.RecordCheck("l", "b/check-3", Solved))
	must(t, s.RecordAnswer("l", "c/question-1", Answer{Right: true}))
	must(t, s.RecordAnswer("l", "c/question-2", Answer{}))
	c.pass(time.Second)
	must(t, s.RecordAnswer("l", "c/question-2", Answer{Right: true}))
	c.pass(time.Second)
	must(t, s.RecordAnswer("l", "c/question-1", Answer{}))
	must(t, s.RecordAnswer("other", "c/question-1", Answer{}))

	got, err := s.Summary("l")
	must(t, err)
	want := Summary{Runs: 1, Passed: 1, Helped: 1, Solved: 1, Answered: 2, RightFirst: 1, Predictions: 2, PredictionsRight: 1,
		Active: 3*time.Minute + 2*time.Second, Again: []string{"b/check-3", "c/question-1", "c/question-2"}}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
	if done, err := s.Done("l"); done["a/check-9"].Done() || !done["b/check-1"].Done() || err != nil {
		t.Errorf("done: %+v, %v", done, err)
	}
}

func TestSeed(t *testing.T) {
	path := filepath.Join(t.TempDir(), "p.db")
	c := newClock()
	a, b := open(t, path, Options{Now: c.now}), open(t, path, Options{Now: c.now})
	first, err := a.Seed("l")
	must(t, err)
	if again, err := b.Seed("l"); again != first || err != nil {
		t.Errorf("another Floorplan has seed %d, not %d, %v", again, first, err)
	}
	if other, err := a.Seed("m"); other == first || err != nil {
		t.Errorf("another lesson has the same seed, %v", err)
	}
	c.pass(time.Second)
	second, err := b.NewAttempt("l")
	must(t, err)
	if got, err := a.Seed("l"); got != second || second == first || err != nil {
		t.Errorf("after a new attempt: %d, want %d, not %d; %v", got, second, first, err)
	}
	for range 1000 {
		if n := newSeed(); n < 1 || n >= 1<<53 {
			t.Fatalf("seed %d", n)
		}
	}
}

func TestReset(t *testing.T) {
	path := filepath.Join(t.TempDir(), "p.db")
	a, b := open(t, path, Options{}), open(t, path, Options{})
	for range 200 {
		must(t, a.RecordAnswer("l", "p/question-1", Answer{Given: "a secret answer"}))
	}
	must(t, b.Reset())
	must(t, a.Visit("l", "p"))
	events, err := b.Events(time.Time{})
	if len(events) != 1 || events[0].Kind != KindVisit || err != nil {
		t.Errorf("%+v, %v", events, err)
	}
	must(t, a.Close())
	must(t, b.Close())
	files, err := filepath.Glob(path + "*")
	must(t, err)
	for _, name := range files {
		data, err := os.ReadFile(name)
		must(t, err)
		if bytes.Contains(data, []byte("secret")) {
			t.Errorf("%s still has the answer", name)
		}
	}
}

func TestRecordRefuses(t *testing.T) {
	s := open(t, filepath.Join(t.TempDir(), "p.db"), Options{})
	for name, err := range map[string]error{
		"a check that is right":  s.RecordCheck("l", "p/check-1", Right),
		"a visit of no page":     s.Visit("l", ""),
		"a run of no block":      s.RecordRun("l", "", Run{}),
		"an answer in no lesson": s.RecordAnswer("", "p/question-1", Answer{}),
	} {
		if err == nil {
			t.Errorf("%s is recorded", name)
		}
	}
}

func TestDefaultPath(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("the expected paths are those of Linux")
	}
	t.Setenv("HOME", "/home/student")
	for xdg, want := range map[string]string{
		"":          "/home/student/.local/share/floorplan/progress.db",
		"relative":  "/home/student/.local/share/floorplan/progress.db",
		"/srv/data": "/srv/data/floorplan/progress.db",
	} {
		t.Setenv("XDG_DATA_HOME", xdg)
		if got := DefaultPath(); got != want {
			t.Errorf("XDG_DATA_HOME=%q: %q, want %q", xdg, got, want)
		}
	}
	t.Setenv("XDG_DATA_HOME", "")
	t.Setenv("HOME", "")
	if got := DefaultPath(); got != "" {
		t.Errorf("without a home: %q", got)
	}
}

// Many goroutines share a store.
func TestConcurrentUse(t *testing.T) {
	s := open(t, filepath.Join(t.TempDir(), "p.db"), Options{})
	var wg sync.WaitGroup
	for i := range 8 {
		wg.Go(func() {
			for range 25 {
				if err := s.RecordRun("l", "p/run-"+strconv.Itoa(i), Run{}); err != nil {
					t.Error(err)
				}
				if _, err := s.Done("l"); err != nil {
					t.Error(err)
				}
			}
		})
	}
	wg.Wait()
	done, err := s.Done("l")
	must(t, err)
	for i := range 8 {
		if n := done["p/run-"+strconv.Itoa(i)].Runs; n != 25 {
			t.Errorf("goroutine %d: %d runs", i, n)
		}
	}
}

func BenchmarkHistory(b *testing.B) {
	path := filepath.Join(b.TempDir(), "p.db")
	s, err := Open(path, Options{})
	if err != nil {
		b.Fatal(err)
	}
	// A long course: ten lessons, 200 events each, every third one an answer.
	var events []Event
	for i := range 2000 {
		e := Event{Kind: KindVisit, Lesson: "lesson-" + strconv.Itoa(i%10), Page: "your-own-processes"}
		if i%3 == 0 {
			e = Event{Kind: KindAnswer, Lesson: e.Lesson, Block: "p/question-" + strconv.Itoa(i%70), Outcome: Right}
		}
		e = s.stamp(e)
		e.At = e.At.Add(time.Duration(i-2000) * time.Hour)
		events = append(events, e)
	}
	if _, err := insert(s.db, events); err != nil {
		b.Fatal(err)
	}
	for name, f := range map[string]func() error{
		"Last":  func() error { _, _, _, err := s.Last(); return err },
		"Done":  func() error { _, err := s.Done("lesson-3"); return err },
		"Due":   func() error { _, err := s.Due(time.Now()); return err },
		"Visit": func() error { return s.Visit("lesson-3", "files") },
		"Open": func() error {
			other, err := Open(path, Options{})
			if err != nil {
				return err
			}
			return other.Close()
		},
	} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if err := f(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
