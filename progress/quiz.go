package progress

import "time"

// unfinished is how long a quiz that was left can be gone on with.
const unfinished = 24 * time.Hour

// Quiz goes on with the quiz of these questions, of a lesson or of one page of it ("" for all pages), that was begun last, if that
// was less than a day ago and some are still unanswered; else it begins one. The seed gives their order and random values;
// answered is how those went that were answered in it.
func (s *Store) Quiz(lesson, page string, questions []string) (seed int64, answered map[string]Outcome, err error) {
	events, err := s.read("WHERE lesson = ? AND kind IN ('quiz', 'answer')", lesson)
	if err != nil {
		return 0, nil, err
	}
	for _, e := range events {
		switch {
		case e.Kind == KindQuiz && e.Page == page:
			seed, answered = e.Seed, map[string]Outcome{}
			if s.now().Sub(e.At) > unfinished {
				seed = 0
			}
		case e.Kind == KindAnswer && answered != nil && answered[e.Block] == "":
			answered[e.Block] = e.Outcome
		}
	}
	for _, id := range questions {
		if answered[id] == "" && seed != 0 {
			return seed, answered, nil
		}
	}
	seed = newSeed()
	return seed, map[string]Outcome{}, s.record(Event{Kind: KindQuiz, Lesson: lesson, Page: page, Seed: seed})
}
