package progress

import (
	"cmp"
	"slices"
	"time"
)

// Review is the place of one question, or of one prediction that went wrong, in the schedule.
type Review struct {
	Lesson string    `json:"lesson"`
	Block  string    `json:"block"`
	Due    time.Time `json:"due"`
	Last   time.Time `json:"last"`  // when it was answered last
	Right  bool      `json:"right"` // the last answer
	// Stability is the days until the chance of recall has fallen to 90 %.
	Stability  float64 `json:"stability"`
	Difficulty float64 `json:"difficulty"` // 1 to 10
}

const (
	// slow is the time beyond which a right answer counts as hard.
	slow = time.Minute
	// relearn is when a wrong answer comes back: FSRS's own relearning step.
	relearn = 10 * time.Minute
	// dayStart is the hour of the clock at which a day of reviews begins, so that a late evening belongs to its day.
	dayStart = 4
)

// Schedule is every question that was ever answered and every prediction that went wrong, the one due first at the front.
func (s *Store) Schedule() ([]Review, error) {
	answers, err := s.read("WHERE kind = 'answer' OR kind = 'prediction' AND outcome = 'wrong'")
	if err != nil {
		return nil, err
	}
	return schedule(answers, s.now().Location()), nil
}

// Due is what Schedule says has come due by a time. A review counts in days, and a day begins at four in the morning by
// the zone of the Store's clock, so what is due today is due from that hour on. Only a question answered wrongly comes
// back sooner, after ten minutes.
func (s *Store) Due(by time.Time) ([]Review, error) {
	all, err := s.Schedule()
	if err != nil {
		return nil, err
	}
	n, _ := slices.BinarySearchFunc(all, by, func(r Review, by time.Time) int {
		if r.Due.After(by) {
			return 1
		}
		return -1
	})
	return all[:n], nil
}

// schedule follows each question through its answers, which are in the order of time.
func schedule(answers []Event, zone *time.Location) []Review {
	type question struct{ lesson, block string }
	reviews := map[question]Review{}
	for _, e := range answers {
		q := question{e.Lesson, e.Block}
		last, known := reviews[q]
		if known && e.Kind == KindPrediction { // the block was run again on its page
			continue
		}
		at := e.At.In(zone)
		m := memory{last.Stability, last.Difficulty}.after(gradeOf(e), max(0, day(at)-day(last.Last)))
		r := Review{Lesson: e.Lesson, Block: e.Block, Last: at, Right: e.Outcome != Wrong,
			Stability: m.stability, Difficulty: m.difficulty}
		if r.Right || e.Kind == KindPrediction { // the machine's answer has just been seen
			y, month, d := at.Add(-dayStart * time.Hour).Date()
			r.Due = time.Date(y, month, d+m.interval(), dayStart, 0, 0, 0, zone)
		} else {
			r.Due = at.Add(relearn)
		}
		reviews[q] = r
	}
	var all []Review
	for _, r := range reviews {
		all = append(all, r)
	}
	slices.SortFunc(all, func(a, b Review) int {
		return cmp.Or(a.Due.Compare(b.Due), cmp.Compare(a.Lesson, b.Lesson), cmp.Compare(a.Block, b.Block))
	})
	return all
}

// day numbers the days of reviews.
func day(t time.Time) int {
	y, month, d := t.Add(-dayStart * time.Hour).Date()
	return int(time.Date(y, month, d, 0, 0, 0, 0, time.UTC).Unix() / (24 * 60 * 60))
}

func gradeOf(e Event) grade {
	switch {
	case e.Outcome == Wrong:
		return again
	case e.Outcome == Helped || time.Duration(e.TookUS)*time.Microsecond > slow:
		return hard
	default:
		return good
	}
}
