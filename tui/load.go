package tui

import (
	"errors"
	"fmt"
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"floorplan/lessons"
	"floorplan/progress"
)

// What a screen needs from progress is read here, in plain functions: at the start before the first frame, later in commands.

// place is a lesson read for opening.
type place struct {
	source *lessons.Lesson
	lesson *lessons.Lesson // source with this attempt's random values
	seed   int64
	known  map[string]progress.State
	page   int
}

// placeMsg is a place to open, or with again set the present lesson with its text as an author has just saved it.
type placeMsg struct {
	place place
	again bool
	err   error
}

// contentsMsg is the list of lessons, to be shown.
type contentsMsg contents

// quizMsg is a quiz to begin.
type quizMsg struct {
	quiz *quiz
	err  error
}

// loadPlace reads a lesson's state. Without a page the lesson opens where the student stopped in it.
func loadPlace(course lessons.Course, store *progress.Store, ref, pageID string) (place, error) {
	lesson, at, err := course.Find(ref)
	if err != nil {
		return place{}, err
	}
	p := place{source: lesson, seed: 1, page: max(at, 0)}
	if store != nil {
		if p.seed, err = store.Seed(lesson.ID); err != nil {
			return place{}, err
		}
		if p.known, err = store.Done(lesson.ID); err != nil {
			return place{}, err
		}
		if pageID == "" && at <= 0 {
			if pageID, _, err = store.LastPage(lesson.ID); err != nil {
				return place{}, err
			}
		}
	}
	p.lesson = lesson.With(p.seed)
	if i := slices.IndexFunc(p.lesson.Pages, func(page *lessons.Page) bool { return page.ID == pageID }); i >= 0 {
		p.page = i
	}
	return p, nil
}

// lastPlace is the lesson and page where the student stopped, if they are in this course.
func lastPlace(course lessons.Course, store *progress.Store) (lesson, page string) {
	if store == nil {
		return "", ""
	}
	lesson, page, _, err := store.Last()
	if err != nil {
		return "", ""
	}
	if _, _, err := course.Find(lesson); err != nil {
		return "", ""
	}
	return lesson, page
}

// loadQuiz gathers the questions of a lesson or of one of its pages, or with no lesson what is due.
func loadQuiz(course lessons.Course, store *progress.Store, ref, pageID string) (*quiz, error) {
	seed := time.Now().UnixNano() // other random values than the lesson's, and another form of a question that has several
	if ref != "" {
		lesson, _, err := course.Find(ref)
		if err != nil {
			return nil, err
		}
		questions := lesson.Questions(pageID)
		if len(questions) == 0 {
			return nil, errors.New("there are no questions there\nhint: floorplan list " + lesson.ID + " shows its pages")
		}
		var answered map[string]progress.Outcome
		if store != nil {
			if seed, answered, err = store.Quiz(lesson.ID, pageID, questions); err != nil {
				return nil, err
			}
		}
		return lessonQuiz(lesson.With(seed), questions, answered, seed), nil
	}
	if store == nil {
		return nil, fmt.Errorf("no progress is kept, so nothing can be due\nhint: floorplan quiz LESSON asks a lesson's questions")
	}
	due, err := dueReviews(course, store)
	if err != nil {
		return nil, err
	}
	filled := map[string]*lessons.Lesson{}
	var items []quizItem
	for _, review := range due {
		if filled[review.Lesson] == nil {
			lesson, _, err := course.Find(review.Lesson)
			if err != nil {
				return nil, err
			}
			filled[review.Lesson] = lesson.With(seed)
		}
		items = append(items, newItem(filled[review.Lesson], review.Block))
	}
	return newQuiz("Review", items, seed)
}

// goTo opens a lesson at a page.
func (a *App) goTo(lesson, page string) tea.Cmd {
	course, store, journal := a.course, a.opts.Store, a.journal
	return func() tea.Msg {
		journal.flush()
		p, err := loadPlace(course, store, lesson, page)
		return placeMsg{place: p, err: err}
	}
}

// toContents leaves the lesson or the quiz; it stays on screen until the list is read.
func (a *App) toContents() tea.Cmd {
	course, store, journal := a.course, a.opts.Store, a.journal
	return func() tea.Msg {
		journal.flush()
		return contentsMsg(newContents(course, store))
	}
}

// startReview asks what is due.
func (a *App) startReview() tea.Cmd {
	course, store, journal := a.course, a.opts.Store, a.journal
	return func() tea.Msg {
		journal.flush()
		q, err := loadQuiz(course, store, "", "")
		return quizMsg{q, err}
	}
}

// loaded takes what one of these commands has read.
func (a *App) loaded(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case placeMsg:
		switch {
		case msg.err != nil:
			a.notice = msg.err.Error()
			return nil
		case msg.again:
			return a.replaceLesson(msg.place)
		}
		left := a.leave()
		a.open(msg.place)
		return tea.Batch(left, a.probe(), a.enterPage())
	case contentsMsg:
		left := a.leave()
		a.contents = contents(msg)
		a.relayout()
		return left
	case quizMsg:
		if msg.err != nil {
			a.notice = msg.err.Error()
			return nil
		}
		left := a.leave()
		a.quiz, a.aside = msg.quiz, nil
		a.relayout()
		a.focusFirst()
		return tea.Batch(left, a.probeLive())
	}
	return nil
}

// leave closes the lesson or the quiz on screen. Ending sandboxes takes a while, beside the next screen.
func (a *App) leave() tea.Cmd {
	left := a.reading
	a.putAside()
	a.reading, a.search = nil, nil
	if left == nil {
		return nil
	}
	left.cancel()
	return func() tea.Msg {
		left.close()
		return nil
	}
}
