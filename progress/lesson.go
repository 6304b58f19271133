package progress

import (
	"slices"
	"time"
)

// State is how far a student is with one block. Which fields are set depends on what the block is.
type State struct {
	Runs      int     `json:"runs,omitempty"`      // times run
	Exit      int     `json:"exit,omitempty"`      // of the last run
	Predicted Outcome `json:"predicted,omitempty"` // Right or Wrong: the first prediction
	Check     Outcome `json:"check,omitempty"`     // Passed, Helped or Solved: the best so far
	First     Outcome `json:"first,omitempty"`     // the first answer: Right, Helped or Wrong
	Answer    Outcome `json:"answer,omitempty"`    // the last one
	Answers   int     `json:"answers,omitempty"`
	Given     string  `json:"given,omitempty"`    // what was said last: to the prediction or the question
	Computed  string  `json:"computed,omitempty"` // what the machine said to the last prediction
}

// Done says whether the block has its tick: it was run, its check has passed in whatever way, or its last answer was right.
func (s State) Done() bool {
	return s.Runs > 0 || s.Check != "" || s.Answer == Right || s.Answer == Helped
}

// add is what an event does to its block's state.
func (s State) add(e Event) State {
	switch e.Kind {
	case KindRun:
		s.Runs++
		s.Exit = e.Exit
	case KindPrediction:
		if s.Predicted == "" {
			s.Predicted = e.Outcome
		}
		s.Given, s.Computed = e.Given, e.Answer
	case KindCheck:
		if s.Check == "" || e.Outcome == Passed || e.Outcome == Helped && s.Check == Solved {
			s.Check = e.Outcome
		}
	case KindAnswer:
		if s.First == "" {
			s.First = e.Outcome
		}
		s.Answer = e.Outcome
		s.Answers++
		if s.Predicted == "" { // a review of a prediction has other random values than the lesson
			s.Given = e.Given
		}
	}
	return s
}

// Last is where the student stopped: the page seen last of all. ok is false for someone who has seen none.
func (s *Store) Last() (lesson, page string, ok bool, err error) {
	return s.lastVisit("WHERE kind = 'visit'")
}

// LastPage is where the student stopped in one lesson.
func (s *Store) LastPage(lesson string) (page string, ok bool, err error) {
	_, page, ok, err = s.lastVisit("WHERE kind = 'visit' AND lesson = ?", lesson)
	return page, ok, err
}

func (s *Store) lastVisit(where string, args ...any) (lesson, page string, ok bool, err error) {
	events, err := s.read(where+" AND at = (SELECT max(at) FROM events "+where+")", append(args, args...)...)
	if err != nil || len(events) == 0 {
		return "", "", false, err
	}
	e := events[len(events)-1]
	return e.Lesson, e.Page, true, nil
}

// Done is the state of each block of a lesson that the student has done something with in this attempt, by block.
func (s *Store) Done(lesson string) (map[string]State, error) {
	events, err := s.attempt(lesson, "AND block <> ''")
	if err != nil {
		return nil, err
	}
	return states(events), nil
}

// Visited is the pages of a lesson that were seen in this attempt.
func (s *Store) Visited(lesson string) (map[string]bool, error) {
	events, err := s.attempt(lesson, "AND kind = 'visit'")
	if err != nil {
		return nil, err
	}
	pages := map[string]bool{}
	for _, e := range events {
		pages[e.Page] = true
	}
	return pages, nil
}

func states(events []Event) map[string]State {
	done := map[string]State{}
	for _, e := range events {
		if e.Block != "" {
			done[e.Block] = done[e.Block].add(e)
		}
	}
	return done
}

// attempt is the events of a lesson since it was last begun anew; which is "" or an AND clause that chooses some.
func (s *Store) attempt(lesson, which string) ([]Event, error) {
	return s.read(`WHERE lesson = ?1 AND at >=
		(SELECT coalesce(max(at), -9e18) FROM events WHERE lesson = ?1 AND kind = 'restart') `+which, lesson)
}

// Summary is what a student did in this attempt at a lesson.
type Summary struct {
	Runs             int           `json:"runs"`              // blocks that were run, each once
	Passed           int           `json:"passed"`            // checks passed alone
	Helped           int           `json:"helped"`            // after a hint
	Solved           int           `json:"solved"`            // by the solution
	Answered         int           `json:"answered"`          // questions
	RightFirst       int           `json:"right_first"`       // those right at the first try, without help
	Predictions      int           `json:"predictions"`       // blocks whose outcome was predicted
	PredictionsRight int           `json:"predictions_right"` // right the first time
	Active           time.Duration `json:"active_ns"`         // see pause; whole seconds
	// Again is the blocks worth another look: a question whose first or last answer was wrong, a prediction that a review has
	// found wrong again, a check that was solved.
	// They are in the order in which they came up.
	Again []string `json:"again"`
}

// pause is the time without an event after which a student has left. Time between two events counts as active when it
// is shorter.
const pause = 5 * time.Minute

// Summary sums up the present attempt at a lesson.
func (s *Store) Summary(lesson string) (Summary, error) {
	events, err := s.attempt(lesson, "")
	if err != nil {
		return Summary{}, err
	}
	var sum Summary
	var order []string
	for i, e := range events {
		if i > 0 {
			if gap := e.At.Sub(events[i-1].At); gap < pause {
				sum.Active += gap
			}
		}
		if e.Block != "" && !slices.Contains(order, e.Block) {
			order = append(order, e.Block)
		}
	}
	sum.Active = sum.Active.Round(time.Second)
	done := states(events)
	for _, block := range order {
		b := done[block]
		if b.Runs > 0 {
			sum.Runs++
		}
		switch b.Check {
		case Passed:
			sum.Passed++
		case Helped:
			sum.Helped++
		case Solved:
			sum.Solved++
		}
		if b.Answers > 0 && b.Predicted == "" {
			sum.Answered++
			if b.First == Right {
				sum.RightFirst++
			}
		}
		if b.Predicted != "" {
			sum.Predictions++
		}
		if b.Predicted == Right {
			sum.PredictionsRight++
		}
		if b.First == Wrong || b.Answer == Wrong || b.Check == Solved {
			sum.Again = append(sum.Again, block)
		}
	}
	return sum, nil
}
