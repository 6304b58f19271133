package plain

import (
	"context"
	"time"

	"floorplan/lessons"
)

// Quiz asks the questions of opts.Lesson, or without one those that are due for review today.
func Quiz(ctx context.Context, opts Options) error {
	s := newSession(ctx, opts)
	return s.ended(s.quiz())
}

func (s *session) quiz() error {
	if s.Lesson != nil {
		lesson := s.Lesson.With(s.seed(s.Lesson.ID))
		for _, page := range lesson.Pages {
			for i := range page.Blocks {
				if err := s.quizzed(lesson, &page.Blocks[i]); err != nil {
					return err
				}
			}
		}
		return nil
	}
	due, err := s.Store.Due(time.Now())
	if err != nil {
		return err
	}
	asked := 0
	for _, review := range due {
		lesson, _, err := s.Course.Find(review.Lesson)
		if err != nil {
			continue // the course has changed since
		}
		lesson = lesson.With(s.seed(lesson.ID))
		if b, _ := lesson.Block(review.Block); b != nil {
			asked++
			if err := s.quizzed(lesson, b); err != nil {
				return err
			}
		}
	}
	if asked == 0 {
		s.printf("Nothing is due today. 'floorplan quiz LESSON' asks a lesson's questions.\n")
	}
	return nil
}

// quizzed asks a question; moving by pages makes no sense here and skips it too.
func (s *session) quizzed(lesson *lessons.Lesson, b *lessons.Block) error {
	if b.Kind != lessons.Question {
		return nil
	}
	err := s.question(lesson.ID, b)
	if moves(err) {
		return nil
	}
	return err
}
