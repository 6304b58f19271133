package tui

import (
	"context"
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"floorplan/lab"
	"floorplan/lessons"
	"floorplan/progress"
)

// In a quiz the answer comes first and the machine's word after it: the block that shows the answer is run again, in fresh
// sandboxes and with other random values than the lesson had.

type (
	liveMsg struct { // whether a block can run here
		block *block
		err   error
	}
	rerunMsg struct { // a block is being run again, or has been
		block *block
		left  int // blocks that it builds on and that come first
		done  bool
		event lab.Event
		err   error
		news  <-chan rerunMsg
	}
)

// offerLive puts the block that shows the answer below a question that was answered. The answer stays in view.
func (a *App) offerLive() tea.Cmd {
	item := a.quiz.items[a.quiz.at]
	if item.live == nil {
		return nil
	}
	lead := "**See it again, here and now.**"
	live := *item.live
	if live.Predict != nil {
		lead += " " + live.Predict.Question
		live.Predict = nil
	}
	p := a.quiz.page
	p.blocks = append(p.blocks, prose(lead), newBlock(live, a.quiz.seed, progress.State{}))
	p.focus = len(p.blocks) - 1
	p.lines = nil
	a.layoutPage()
	return a.probeLive()
}

// probeLive asks whether the block on screen can run here.
func (a *App) probeLive() tea.Cmd {
	b := a.focusedBlock()
	if b == nil || b.Kind != lessons.Run {
		return nil
	}
	ctx, lesson, machine := a.ctx, a.quiz.items[a.quiz.at].lesson, a.opts.Machine
	return func() tea.Msg {
		l := lab.Open(lesson, machine)
		defer l.Close()
		return liveMsg{b, l.Off(ctx, b.Sandbox)}
	}
}

// liveProbed says why a block cannot be shown again. A prediction that the machine cannot answer is not asked, nor are the others
// of its sandbox.
func (a *App) liveProbed(msg liveMsg) tea.Cmd {
	q := a.quiz
	if q == nil || msg.err == nil || !slices.Contains(q.page.blocks, msg.block) {
		return nil
	}
	item := q.items[q.at]
	if item.block.Kind == lessons.Question {
		msg.block.off = msg.err.Error()
		msg.block.note = "cannot run here: " + firstLine(msg.block.off)
		a.touchQuietly(msg.block)
		return nil
	}
	before := len(q.items)
	rest := slices.DeleteFunc(q.items[q.at:], func(other quizItem) bool {
		return other.lesson.ID == item.lesson.ID && other.block.Sandbox == item.block.Sandbox
	})
	q.items = q.items[:q.at+len(rest)]
	q.at--
	q.note = count(before-len(q.items), "prediction") + " left out, since " + item.block.Sandbox + " cannot run here: " + firstLine(msg.err.Error())
	return a.nextQuestion()
}

// rerun runs a block again. It goes on beside the screen until it ends, esc stops it or the question is left.
func (a *App) rerun(b *block) tea.Cmd {
	q := a.quiz
	item := q.items[q.at]
	ctx, stop := context.WithCancel(a.ctx)
	q.stop = stop
	b.running, b.note = true, "starting "+b.Sandbox+" …"
	a.touch(b)
	news := make(chan rerunMsg)
	tell := func(msg rerunMsg) {
		msg.block, msg.news = b, news
		select {
		case news <- msg:
		case <-ctx.Done():
		}
	}
	machine, id := a.opts.Machine, b.ID
	a.reruns.Go(func() {
		defer stop()
		defer close(news)
		event, err := lab.Rerun(ctx, machine, item.lesson, id, func(left int) { tell(rerunMsg{left: left}) })
		tell(rerunMsg{done: true, event: event, err: err})
	})
	return nextRerun(news)
}

func nextRerun(news <-chan rerunMsg) tea.Cmd {
	return func() tea.Msg {
		if msg, open := <-news; open {
			return msg
		}
		return nil
	}
}

// reran takes the news of a block that is run again.
func (a *App) reran(msg rerunMsg) tea.Cmd {
	b := msg.block
	if a.quiz == nil || !b.running || !slices.Contains(a.quiz.page.blocks, b) {
		return nil
	}
	switch {
	case !msg.done && msg.left > 0:
		b.note = "first what it builds on: " + count(msg.left, "block") + " to go …"
	case !msg.done:
		b.note = ""
	case msg.err != nil:
		b.running, b.off, b.note = false, msg.err.Error(), "it cannot be shown: "+firstLine(msg.err.Error())
	default:
		a.sawAgain(b, msg.event)
	}
	a.touch(b)
	return nextRerun(msg.news)
}

// sawAgain shows what the machine said, and grades a prediction by it.
func (a *App) sawAgain(b *block, event lab.Event) {
	b.running, b.ran, b.note = false, true, ""
	b.exit, b.took, b.output = event.Exit, took(event.Took), event.Output
	if b.Predict == nil {
		return
	}
	if event.Exit != b.Exit {
		b.note = "it ended otherwise than its author meant, so your guess does not count"
		return
	}
	b.computed = lessons.Answer(event.Output)
	b.right = b.Predict.Grade(b.given, b.computed)
	lesson, id, answer := a.lessonOf(b), b.ID, progress.Answer{Given: b.given, Right: b.right}
	a.journal.write(func(s *progress.Store) error { return s.RecordAnswer(lesson, id, answer) })
	a.quiz.answered(b)
	a.quiz.page.blocks = append(a.quiz.page.blocks, a.quiz.items[a.quiz.at].explanation()...)
	a.quiz.page.lines = nil
}

// explanation is the text that follows a prediction on its page.
func (item quizItem) explanation() []*block {
	at := slices.IndexFunc(item.page.Blocks, func(b lessons.Block) bool { return b.ID == item.block.ID })
	var blocks []*block
	for _, b := range item.page.Blocks[at+1:] {
		if b.Kind != lessons.Prose {
			break
		}
		blocks = append(blocks, prose(b.Text))
	}
	return blocks
}

// rerunning is the block that a quiz runs again just now, nil for none.
func (a *App) rerunning() *block {
	if b := a.focusedBlock(); a.quiz != nil && b != nil && b.running {
		return b
	}
	return nil
}

func (a *App) escDoes() string {
	switch b := a.focusedBlock(); {
	case a.rerunning() != nil:
		return "stop it"
	case b != nil && b.offered() && !b.asks():
		return "skip"
	}
	return "contents"
}

// leaveQuiz stops the block that is run again, or skips one that is offered; without one it goes to the contents.
func (a *App) leaveQuiz() tea.Cmd {
	b := a.focusedBlock()
	switch {
	case b != nil && b.offered() && !b.asks():
		return a.nextQuestion()
	case a.rerunning() == nil:
		return a.toContents()
	}
	a.quiz.stop()
	b.running, b.off, b.note = false, "stopped", "stopped"
	a.touch(b)
	return nil
}

// maxShown is how many lines of output a quiz shows: the end says what the block is about.
const maxShown = 12

// output draws what a block has printed, its end where it is long.
func (r renderer) output(text string, width int) []string {
	text = strings.TrimRight(text, "\n")
	if text == "" {
		return []string{r.theme.dim.Render("it printed nothing")}
	}
	var lines []string
	all := strings.Split(text, "\n")
	if more := len(all) - maxShown; more > 0 {
		lines = append(lines, r.theme.dim.Render(fmt.Sprintf("… %s above", count(more, "line"))))
		all = all[more:]
	}
	for _, line := range all {
		lines = append(lines, wrap(r.theme.text.Render(line), width)...)
	}
	return lines
}
