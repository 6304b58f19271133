package tui

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"floorplan/lessons"
	"floorplan/progress"
)

// quiz asks one thing at a time: the questions of one lesson, or what is due for review, which may be predictions too. After
// a question the block that shows its answer may be run again; see rerun.go.
type quiz struct {
	title string
	items []quizItem
	at    int
	page  *page
	right int
	wrong []quizItem
	seed  int64  // of the order in which options are shown
	note  string // what stands above the next question; empty for nothing

	stop context.CancelFunc // ends the block that is run again; nil before one was
}

// quizItem is one thing to ask: a question, or a run block for its prediction.
type quizItem struct {
	lesson *lessons.Lesson
	block  *lessons.Block
	live   *lessons.Block // the block that shows the answer; nil for none
	page   *lessons.Page  // that explains it
}

func newItem(lesson *lessons.Lesson, id string) quizItem {
	block, _ := lesson.Block(id)
	live, page := lesson.Live(id)
	return quizItem{lesson, block, live, lesson.Pages[page]}
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

// lessonQuiz asks a lesson's questions, in an order of its own. It goes on behind those that are answered.
func lessonQuiz(lesson *lessons.Lesson, questions []string, answered map[string]progress.Outcome, seed int64) *quiz {
	q := &quiz{title: "Quiz: " + lesson.Title, at: -1, seed: seed}
	var open []quizItem
	for _, id := range lessons.Shuffled(questions, seed) {
		item := newItem(lesson, id)
		switch answered[id] {
		case "":
			open = append(open, item)
			continue
		case progress.Wrong:
			q.wrong = append(q.wrong, item)
		default:
			q.right++
		}
		q.items = append(q.items, item)
		q.at++
	}
	if len(q.items) > 0 {
		q.note = fmt.Sprintf("You go on where you stopped: %s answered so far.", count(len(q.items), "question"))
	}
	q.items = append(q.items, open...)
	q.next()
	return q
}

// dueReviews are the reviews that have come due and are of this course.
func dueReviews(course lessons.Course, store *progress.Store) ([]progress.Review, error) {
	due, err := store.Due(time.Now())
	return slices.DeleteFunc(due, func(r progress.Review) bool {
		lesson, _, err := course.Find(r.Lesson)
		if err != nil {
			return true
		}
		b, _ := lesson.Block(r.Block)
		return b == nil || b.Kind != lessons.Question && b.Predict == nil
	}), err
}

// next shows the next question, or at the end how it went; false where that was on screen already.
func (q *quiz) next() bool {
	q.at++
	switch {
	case q.at < len(q.items):
		q.page = q.items[q.at].ask(q.seed)
	case q.at == len(q.items):
		q.page = &page{title: q.title, focus: -1, blocks: []*block{prose(q.summary())}}
	default:
		return false
	}
	if q.note != "" {
		q.page.blocks = slices.Insert(q.page.blocks, 0, prose("*"+q.note+"*"))
		q.note = ""
	}
	return true
}

// ask is a page with the question alone. A prediction stands below what its page says before it, or it could not be understood.
func (item quizItem) ask(seed int64) *page {
	p := &page{title: item.lesson.Title}
	if item.block.Kind == lessons.Run {
		p.title = item.page.Title
		for _, b := range item.page.Blocks {
			if b.ID == item.block.ID {
				break
			}
			switch b.Kind {
			case lessons.Prose, lessons.Run:
				p.blocks = append(p.blocks, prose(b.Text))
			case lessons.Check:
				p.blocks = append(p.blocks, prose(b.Task))
			}
		}
	}
	p.blocks = append(p.blocks, newBlock(*item.block, seed, progress.State{}))
	return p
}

func prose(text string) *block { return &block{Block: lessons.Block{Kind: lessons.Prose, Text: text}} }

// answered counts, and remembers which page a wrong answer leads back to.
func (q *quiz) answered(b *block) {
	if b.right {
		q.right++
		return
	}
	q.wrong = append(q.wrong, q.items[q.at])
}

func (q *quiz) where() string {
	if q.at >= len(q.items) {
		return "done "
	}
	return fmt.Sprintf("%d of %d ", q.at+1, len(q.items))
}

// summary says how it went and what to read again.
func (q *quiz) summary() string {
	var b strings.Builder
	fmt.Fprintf(&b, "**%d of %d right.**", q.right, q.right+len(q.wrong))
	if skipped := len(q.items) - q.right - len(q.wrong); skipped > 0 {
		fmt.Fprintf(&b, " %d skipped.", skipped)
	}
	b.WriteString("\n\n")
	if len(q.wrong) == 0 {
		b.WriteString("Nothing to read again. Questions come back when they are about to be forgotten.\n")
		return b.String()
	}
	b.WriteString("Worth reading again (`o` opens the first):\n\n")
	seen := map[string]bool{}
	for _, item := range q.wrong {
		if key := item.lesson.ID + "#" + item.page.ID; !seen[key] {
			seen[key] = true
			fmt.Fprintf(&b, "- %s: *%s* (`floorplan learn %s`)\n", item.lesson.Title, item.page.Title, key)
		}
	}
	return b.String()
}

// enterQuiz does what has the focus, else goes on.
func (a *App) enterQuiz(b *block) tea.Cmd {
	switch {
	case b == nil:
		return a.nextQuestion()
	case b.running:
		a.notice = "it runs; esc stops it"
		return nil
	case b.typed() && b.input == nil:
		return a.beginTyping(b, "")
	case b.asks():
		return a.submit(b)
	case b.offered():
		return a.rerun(b)
	}
	return a.nextQuestion()
}

// offered says whether the block can be run again and was not yet.
func (b *block) offered() bool { return b.Kind == lessons.Run && !b.ran && !b.running && b.off == "" }

// putAside leaves the quiz. One that is not over can be gone on with, at the question that was on screen.
func (a *App) putAside() {
	q := a.quiz
	a.quiz = nil
	if q == nil {
		return
	}
	if q.stop != nil {
		q.stop()
	}
	for _, b := range q.page.blocks {
		if b.running {
			b.running, b.off, b.note = false, "stopped", "stopped"
			b.changed()
		}
	}
	if q.at < len(q.items) {
		a.aside = q
	}
}

// backToQuiz goes on with the quiz that was put aside.
func (a *App) backToQuiz() tea.Cmd {
	q := a.aside
	left := a.leave()
	a.quiz, a.aside = q, nil
	q.page.lines = nil
	a.relayout()
	return tea.Batch(left, a.probeLive())
}

func (a *App) nextQuestion() tea.Cmd {
	if a.quiz.stop != nil {
		a.quiz.stop()
	}
	if !a.quiz.next() {
		return a.toContents()
	}
	a.relayout()
	a.focusFirst()
	return a.probeLive()
}

// readAgain opens the page that explains the question, or at the end the first page that is worth reading again.
func (a *App) readAgain() tea.Cmd {
	item := a.quiz.explained()
	return a.goTo(item.lesson.ID, item.page.ID)
}

// explained is the question whose page can be opened, nil for none: while a question is open, its page would tell the answer.
func (q *quiz) explained() *quizItem {
	switch {
	case q.at < len(q.items) && slices.ContainsFunc(q.page.blocks, func(b *block) bool { return b.asks() }):
		return nil
	case q.at < len(q.items):
		return &q.items[q.at]
	case len(q.wrong) > 0:
		return &q.wrong[0]
	}
	return nil
}

// lessonOf is the lesson that a block belongs to, for progress.
func (a *App) lessonOf(*block) string {
	if a.quiz != nil {
		return a.quiz.items[a.quiz.at].lesson.ID
	}
	return a.reading.lesson.ID
}
