package plain

import (
	"context"
	"fmt"
	"strings"
	"time"

	"floorplan/lab"
	"floorplan/lessons"
	"floorplan/progress"
)

// Quiz asks the questions of opts.Lesson, or of its page opts.Page, or without one what is due for review today, which may be predictions too. The
// block that shows an answer may be run again after it, in fresh sandboxes.
func Quiz(ctx context.Context, opts Options) error {
	s := newSession(ctx, opts)
	return s.ended(s.quiz())
}

func (s *session) quiz() error {
	seed := time.Now().UnixNano() // other random values than the lesson's, and another form of a question that has several
	if s.Lesson != nil {
		return s.lessonQuiz()
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
		if b, _ := lesson.Block(review.Block); b == nil || b.Kind != lessons.Question && b.Predict == nil {
			continue
		}
		asked++
		if err := s.quizzed(lesson.With(seed), review.Block); err != nil {
			return err
		}
	}
	if asked == 0 {
		s.say("Nothing is due today. 'floorplan quiz LESSON' asks a lesson's questions.")
		return nil
	}
	s.printf("%d of %d right.\n", s.right, s.answered)
	return nil
}

// lessonQuiz asks the questions of a lesson or a page, and goes on behind those that were answered before it was left.
func (s *session) lessonQuiz() error {
	page := ""
	if s.Page >= 0 {
		page = s.Lesson.Pages[s.Page].ID
	}
	questions := s.Lesson.Questions(page)
	seed, answered, err := s.Store.Quiz(s.Lesson.ID, page, questions)
	if err != nil {
		return err
	}
	lesson := s.Lesson.With(seed)
	for _, id := range questions {
		if how := answered[id]; how != "" {
			s.answered++
			if how != progress.Wrong {
				s.right++
			}
		}
	}
	if s.answered > 0 {
		s.say(fmt.Sprintf("You go on where you stopped: %d of %d questions are answered.\n", s.answered, len(questions)))
	}
	for _, id := range lessons.Shuffled(questions, seed) {
		if answered[id] != "" {
			continue
		}
		if err := s.quizzed(lesson, id); err != nil {
			return err
		}
	}
	s.printf("%d of %d right.\n", s.right, s.answered)
	return nil
}

// quizzed asks one thing; moving by pages makes no sense here and skips it too.
func (s *session) quizzed(lesson *lessons.Lesson, id string) error {
	b, _ := lesson.Block(id)
	live, page := lesson.Live(id)
	var err error
	if b.Kind == lessons.Run {
		err = s.predicted(lesson, lesson.Pages[page], b)
	} else {
		var right bool
		if right, err = s.question(lesson.ID, b); err == nil {
			s.counted(right, lesson, lesson.Pages[page])
			if live != nil {
				err = s.seen(lesson, live)
			}
		}
	}
	if moves(err) {
		s.printf("\n")
		return nil
	}
	return err
}

// counted counts an answer, and names the page that explains what went wrong.
func (s *session) counted(right bool, lesson *lessons.Lesson, page *lessons.Page) {
	s.answered++
	if right {
		s.right++
		return
	}
	s.printf("To read again: %s, floorplan learn %s#%s\n\n", page.Title, lesson.ID, page.ID)
}

// seen offers to run the block that shows an answer.
func (s *session) seen(lesson *lessons.Lesson, live *lessons.Block) error {
	if err := s.offHere(lesson, live); err != nil {
		s.printf("It cannot be shown here: %v\n\n", err)
		return nil
	}
	question := ""
	if live.Predict != nil {
		question = " " + live.Predict.Question
	}
	s.say("See it again, here and now." + question)
	s.code(live.Sandbox, lab.Command(live))
	if _, err := s.ask("Enter runs it, s skips: "); err != nil {
		return err
	}
	s.rerun(lesson, live)
	s.printf("\n")
	return s.ctx.Err()
}

// predicted asks for a prediction below what its page says before it, and lets the machine decide.
func (s *session) predicted(lesson *lessons.Lesson, page *lessons.Page, b *lessons.Block) error {
	if err := s.offHere(lesson, b); err != nil {
		s.printf("A prediction of %q is left out, since %s cannot run here: %v\n\n", page.Title, b.Sandbox, err)
		return nil
	}
	s.printf("%s\n\n", page.Title)
	after := 0
	for i := range page.Blocks {
		above := &page.Blocks[i]
		if above.ID == b.ID {
			after = i + 1
			break
		}
		switch above.Kind {
		case lessons.Prose:
			s.say(strings.TrimSpace(above.Text) + "\n")
		case lessons.Run:
			s.code(above.Sandbox, lab.Command(above))
			s.printf("\n")
		case lessons.Check:
			s.say(strings.TrimSpace(above.Task) + "\n")
		}
	}
	s.code(b.Sandbox, lab.Command(b))
	given, err := s.predict(b.Predict)
	if err != nil {
		return err
	}
	event, err := s.rerun(lesson, b)
	if err != nil || event.Exit != b.Exit {
		s.say("It ended otherwise than its author meant, so your guess does not count.\n")
		return s.ctx.Err()
	}
	answer := lessons.Answer(event.Output)
	right := b.Predict.Grade(given, answer)
	s.compare(given, answer, right)
	for ; after < len(page.Blocks) && page.Blocks[after].Kind == lessons.Prose; after++ {
		s.say(strings.TrimSpace(page.Blocks[after].Text))
	}
	s.printf("\n")
	s.counted(right, lesson, page)
	s.failed(s.Store.RecordAnswer(lesson.ID, b.ID, progress.Answer{Given: given, Right: right}))
	return nil
}

func (s *session) offHere(lesson *lessons.Lesson, b *lessons.Block) error {
	l := lab.Open(lesson, s.Machine)
	defer l.Close()
	return l.Off(s.ctx, b.Sandbox)
}

// rerun runs a block again and prints what it prints.
func (s *session) rerun(lesson *lessons.Lesson, b *lessons.Block) (lab.Event, error) {
	told := false
	event, err := lab.Rerun(s.ctx, s.Machine, lesson, b.ID, func(left int) {
		if left > 0 && !told {
			told = true
			s.printf("First what it builds on: %s …\n", blocks(left))
		}
	})
	s.outcome(event, err)
	return event, err
}

func blocks(n int) string {
	if n == 1 {
		return "1 block"
	}
	return fmt.Sprintf("%d blocks", n)
}
