package tui

import (
	"errors"
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"floorplan/lessons"
	"floorplan/progress"
)

// quiz asks questions one at a time: those of one lesson, or those that are due for review.
type quiz struct {
	title string
	items []quizItem
	at    int
	page  *page
	wrong []quizItem
	right int
	seed  int64 // of the order in which options are shown
}

type quizItem struct {
	lesson *lessons.Lesson
	page   lessons.Page
	block  lessons.Block
}

// newQuiz begins with the first question.
func newQuiz(title string, items []quizItem, seed int64) (*quiz, error) {
	if len(items) == 0 {
		return nil, errors.New("nothing is due today\nhint: floorplan quiz LESSON asks a lesson's questions")
	}
	q := &quiz{title: title, items: items, at: -1, seed: seed}
	q.next()
	return q, nil
}

// questionsOf lists a lesson's questions, or the one with this ID.
func questionsOf(lesson *lessons.Lesson, id *string) []quizItem {
	var items []quizItem
	for _, page := range lesson.Pages {
		for _, b := range page.Blocks {
			if b.Kind == lessons.Question && (id == nil || b.ID == *id) {
				items = append(items, quizItem{lesson, *page, b})
			}
		}
	}
	return items
}

// next shows the next question, or at the end how it went; false where that was on screen already.
func (q *quiz) next() bool {
	q.at++
	switch {
	case q.at < len(q.items):
		item := q.items[q.at]
		q.page = &page{title: item.lesson.Title, blocks: []*block{newBlock(item.block, q.seed, progress.State{})}}
	case q.at == len(q.items):
		q.page = &page{title: q.title, focus: -1, blocks: []*block{{Block: lessons.Block{Kind: lessons.Prose, Text: q.summary()}}}}
	default:
		return false
	}
	return true
}

func (a *App) nextQuestion() tea.Cmd {
	if !a.quiz.next() {
		return a.toContents()
	}
	a.relayout()
	a.focusFirst()
	return nil
}

// answered counts, and points back to the page of a wrong answer.
func (q *quiz) answered(b *block) {
	item := q.items[q.at]
	if b.right {
		q.right++
		return
	}
	q.wrong = append(q.wrong, item)
}

func (q *quiz) where() string {
	if q.at >= len(q.items) {
		return "done "
	}
	return fmt.Sprintf("question %d of %d ", q.at+1, len(q.items))
}

// summary says what to read again.
func (q *quiz) summary() string {
	var b strings.Builder
	fmt.Fprintf(&b, "**%d of %d right.**\n\n", q.right, len(q.items))
	if len(q.wrong) == 0 {
		b.WriteString("Nothing to read again. Questions come back when they are about to be forgotten.\n")
		return b.String()
	}
	b.WriteString("Worth reading again:\n\n")
	seen := map[string]bool{}
	for _, item := range q.wrong {
		if key := item.lesson.ID + "#" + item.page.ID; !seen[key] {
			seen[key] = true
			fmt.Fprintf(&b, "- %s: *%s* (`floorplan learn %s`)\n", item.lesson.Title, item.page.Title, key)
		}
	}
	return b.String()
}

// lessonOf is the lesson that a block belongs to, for progress.
func (a *App) lessonOf(*block) string {
	if a.quiz != nil {
		return a.quiz.items[a.quiz.at].lesson.ID
	}
	return a.reading.lesson.ID
}
