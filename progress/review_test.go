package progress

import (
	"path/filepath"
	"testing"
	"time"
)

func TestDue(t *testing.T) {
	zone := time.FixedZone("UTC+2", 2*60*60)
	c := &clock{time.Date(2026, 3, 2, 22, 30, 0, 0, zone)}
	s := open(t, filepath.Join(t.TempDir(), "p.db"), Options{Now: c.now})
	must(t, s.RecordAnswer("containers", "a/question-1", Answer{Right: true}))
	must(t, s.RecordAnswer("containers", "b/question-1", Answer{Right: true, Helped: true}))
	must(t, s.RecordAnswer("containers", "c/question-1", Answer{Right: true, Took: 2 * time.Minute}))
	must(t, s.RecordAnswer("houses", "d/question-1", Answer{Right: false}))
	// None of these is an answer to a question that was taught.
	must(t, s.Visit("houses", "d"))
	must(t, s.RecordRun("houses", "d/run-1", Run{}))
	must(t, s.RecordPrediction("houses", "d/run-1", Prediction{Given: "3", Computed: "3", Right: true}))
	// A prediction that went wrong comes back the next day, and not sooner for being made once more.
	must(t, s.RecordPrediction("houses", "e/run-1", Prediction{Given: "2", Computed: "3"}))
	must(t, s.RecordPrediction("houses", "e/run-1", Prediction{Given: "4", Computed: "3"}))

	due := func(at time.Time) (blocks string) {
		t.Helper()
		reviews, err := s.Due(at)
		must(t, err)
		for _, r := range reviews {
			blocks += r.Block[:1]
		}
		return blocks
	}
	for _, want := range []struct {
		at     time.Time
		blocks string
	}{
		{c.at, ""},
		{c.at.Add(9 * time.Minute), ""},
		{c.at.Add(10*time.Minute + time.Second), "d"},
		{time.Date(2026, 3, 3, 3, 59, 0, 0, zone), "d"}, // still the same day
		{time.Date(2026, 3, 3, 4, 0, 0, 0, zone), "dbce"},
		{time.Date(2026, 3, 4, 3, 59, 0, 0, zone), "dbce"},
		{time.Date(2026, 3, 4, 4, 0, 0, 0, zone), "dbcea"},
		{time.Date(2026, 3, 4, 4, 0, 0, 0, zone).UTC(), "dbcea"},
	} {
		if got := due(want.at); got != want.blocks {
			t.Errorf("%v: due %q, want %q", want.at, got, want.blocks)
		}
	}

	// A page read again changes nothing, and neither does a right answer on the same evening.
	before, err := s.Schedule()
	must(t, err)
	c.pass(time.Minute)
	must(t, s.Visit("containers", "a"))
	must(t, s.RecordAnswer("containers", "a/question-1", Answer{Right: true}))
	must(t, s.RecordPrediction("houses", "e/run-1", Prediction{Given: "5", Computed: "3"}))
	after, err := s.Schedule()
	must(t, err)
	for i := range before {
		if before[i].Block != after[i].Block || !before[i].Due.Equal(after[i].Due) || before[i].Stability != after[i].Stability {
			t.Errorf("%+v became %+v", before[i], after[i])
		}
	}

	// Right in time: the interval grows. Wrong at last: it comes back in ten minutes, then soon.
	c.at = time.Date(2026, 3, 4, 9, 0, 0, 0, zone)
	must(t, s.RecordAnswer("containers", "a/question-1", Answer{Right: true}))
	if got := due(time.Date(2026, 3, 15, 3, 0, 0, 0, zone)); got != "dbce" {
		t.Errorf("before the eleventh day: %q", got)
	}
	if got := due(time.Date(2026, 3, 15, 4, 0, 0, 0, zone)); got != "dbcea" {
		t.Errorf("on the eleventh day: %q", got)
	}
	c.at = time.Date(2026, 3, 15, 9, 0, 0, 0, zone)
	must(t, s.RecordAnswer("containers", "a/question-1", Answer{}))
	c.pass(10 * time.Minute)
	must(t, s.RecordAnswer("containers", "a/question-1", Answer{Right: true}))
	reviews, err := s.Schedule()
	must(t, err)
	if r := reviews[len(reviews)-1]; r.Block[:1] != "a" || r.Due.Sub(c.at) > 3*24*time.Hour || !r.Right {
		t.Errorf("after a lapse: %+v", r)
	}
}

// A clock that was set back, or an import from a machine whose clock is ahead, must not upset the schedule.
func TestScheduleOfTheFuture(t *testing.T) {
	c := newClock()
	s := open(t, filepath.Join(t.TempDir(), "p.db"), Options{Now: c.now})
	c.pass(1000 * 24 * time.Hour)
	must(t, s.RecordAnswer("l", "a/question-1", Answer{Right: true}))
	c.pass(-1000 * 24 * time.Hour)
	must(t, s.RecordAnswer("l", "a/question-1", Answer{Right: true}))
	reviews, err := s.Due(c.at)
	if err != nil || len(reviews) != 0 {
		t.Errorf("%+v, %v", reviews, err)
	}
}
