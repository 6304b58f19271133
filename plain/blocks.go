package plain

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"floorplan/lab"
	"floorplan/lessons"
	"floorplan/progress"
)

// off says why a block cannot run here, if it cannot.
func (s *session) off(name string) bool {
	err := s.lab.Off(s.ctx, name)
	if err != nil {
		s.printf("This cannot run here: %v\n\n", err)
	}
	return err != nil
}

// first offers to do what a block builds on and was skipped: without it the block would answer falsely.
func (s *session) first(b *lessons.Block) error {
	for _, id := range b.After {
		if s.here[id] {
			continue
		}
		before, page := s.lesson.Block(id)
		what := "block"
		if before.Kind == lessons.Check {
			what = "task"
			if verdict, err := s.lab.Check(s.ctx, before); err == nil && verdict.Passed { // done by a command of the student's own
				s.here[id] = true
				continue
			}
		}
		s.say(fmt.Sprintf("This builds on the %s of page %d, %s, which you have skipped.", what, page+1, s.lesson.Pages[page].Title))
		if _, err := s.ask("Enter does that for you, b turns back a page, s skips: "); err != nil {
			return err
		}
		blocks := slices.DeleteFunc(s.lab.BuildsOn(b.ID), func(b *lessons.Block) bool { return s.here[b.ID] })
		return s.replay(blocks)
	}
	return nil
}

// replay runs blocks without a word and remembers that they have run.
func (s *session) replay(list []*lessons.Block) error {
	for _, b := range list {
		s.here[b.ID] = true
	}
	return s.lab.Replay(s.ctx, list)
}

// run asks for the prediction, shows the code, runs it and compares.
func (s *session) run(b *lessons.Block) error {
	s.active = b.Sandbox
	s.code(b.Sandbox, lab.Command(b))
	if s.off(b.Sandbox) {
		return nil
	}
	if err := s.first(b); err != nil {
		return err
	}
	given := ""
	if b.Predict != nil {
		var err error
		if given, err = s.predict(b.Predict); err != nil {
			return err
		}
	}
	if _, err := s.ask("Enter runs it: "); err != nil {
		return err
	}
	event, err := s.lab.Do(s.ctx, b.Sandbox, lab.Command(b), lab.Timeout(b))
	s.outcome(event, err)
	if err != nil {
		return s.ctx.Err()
	}
	s.here[b.ID] = event.Exit == b.Exit
	s.failed(s.Store.RecordRun(s.lesson.ID, b.ID, progress.Run{Exit: event.Exit, Took: event.Took}))
	if b.Predict != nil && event.Exit == b.Exit {
		answer := lessons.Answer(event.Output)
		right := b.Predict.Grade(given, answer)
		s.compare(given, answer, right)
		s.failed(s.Store.RecordPrediction(s.lesson.ID, b.ID, progress.Prediction{Given: given, Computed: answer, Right: right}))
	}
	s.printf("\n")
	return nil
}

// compare says how a prediction went.
func (s *session) compare(given, answer string, right bool) {
	said := verdict(right)
	if right && given != answer {
		said = "Near enough."
	}
	s.say(fmt.Sprintf("%s You said %s, the machine says %s.", said, given, answer))
}

func verdict(right bool) string { return map[bool]string{true: "Right.", false: "Not so."}[right] }

func (s *session) predict(p *lessons.Prediction) (string, error) {
	s.say("First guess: " + p.Question)
	for i, choice := range p.Choices {
		s.printf("%s", numbered(i, choice))
	}
	for {
		given, err := s.ask("Your guess: ")
		if err != nil || len(p.Choices) == 0 && given != "" && p.Takes(given) {
			return given, err
		}
		if given != "" && !p.Takes(given) {
			s.printf("A number is asked for.\n")
		}
		if n, err := strconv.Atoi(given); err == nil && n >= 1 && n <= len(p.Choices) {
			return p.Choices[n-1], nil
		}
		if len(p.Choices) > 0 {
			s.printf("Its number, from 1 to %d.\n", len(p.Choices))
		}
	}
}

// check asks for the student's own commands until the check passes.
func (s *session) check(b *lessons.Block) error {
	s.active = lab.SolveIn(b)
	s.say("Task: " + strings.TrimSpace(b.Task))
	if s.off(b.Sandbox) {
		return nil
	}
	if err := s.first(b); err != nil {
		return err
	}
	how := progress.Passed
	for {
		verdict, err := s.lab.Check(s.ctx, b)
		if err != nil {
			s.printf("The check failed to run: %v\n", err)
		}
		if verdict.Passed {
			s.here[b.ID] = true
			s.printf("Done.\n\n")
			s.failed(s.Store.RecordCheck(s.lesson.ID, b.ID, how))
			return nil
		}
		line, err := s.ask("A command for " + lab.SolveIn(b) + ", hint, solve or s to skip: ")
		switch {
		case err != nil:
			return err
		case line == "hint":
			s.say(b.Hint)
			how = worse(how, progress.Helped)
		case line == "solve":
			how = progress.Solved
			s.code(lab.SolveIn(b), lab.Solution(b))
			event, err := s.lab.Do(s.ctx, lab.SolveIn(b), lab.Solution(b), lab.Timeout(b))
			s.outcome(event, err)
		case line != "":
			s.own(line)
		}
	}
}

// worse is the outcome with more help: a solution shown is never only a hint.
func worse(a, b progress.Outcome) progress.Outcome {
	if a == progress.Solved {
		return a
	}
	return b
}

// code prints a block as it is typed.
func (s *session) code(name, code string) {
	s.printf("In sandbox %s:\n", name)
	for line := range strings.Lines(strings.Trim(code, "\n")) {
		s.printf("    %s\n", strings.TrimRight(line, "\n"))
	}
}

// question asks once, says what is right and why, and records the answer.
func (s *session) question(lesson string, b *lessons.Block) (right bool, err error) {
	ask := b.Ask
	s.say("Question: " + strings.TrimSpace(ask.Prompt))
	order := ask.Shuffle(time.Now().UnixNano())
	for shown, i := range order {
		s.printf("%s", numbered(shown, ask.Options[i].Text))
	}
	reply, given, err := s.reply(ask, order)
	if err != nil {
		return false, err
	}
	right = ask.Grade(reply)
	s.printf("%s\n", verdict(right))
	if !right {
		for _, i := range reply.Chosen {
			if ask.Kind != lessons.Order && ask.Options[i].Why != "" {
				s.say(strings.TrimSpace(ask.Options[i].Text) + ": " + strings.TrimSpace(ask.Options[i].Why))
			}
		}
		s.printf("The answer is %s.\n", solution(ask, order))
	}
	s.say(strings.TrimSpace(ask.Why) + "\n")
	s.failed(s.Store.RecordAnswer(lesson, b.ID, progress.Answer{Given: given, Right: right}))
	return right, nil
}

var howToAnswer = map[lessons.AskKind]string{
	lessons.One:    "Its number: ",
	lessons.Many:   "The numbers of all that are right: ",
	lessons.Order:  "The numbers in the right order: ",
	lessons.Number: "A number: ",
	lessons.Text:   "Your answer: ",
}

// reply reads an answer until it has the form of one.
func (s *session) reply(ask *lessons.Ask, order []int) (lessons.Reply, string, error) {
	for {
		line, err := s.ask(howToAnswer[ask.Kind])
		if err != nil {
			return lessons.Reply{}, "", err
		}
		if len(order) == 0 {
			if line != "" {
				return lessons.Reply{Text: line}, line, nil
			}
			continue
		}
		var reply lessons.Reply
		var texts []string
		for _, word := range strings.FieldsFunc(line, func(r rune) bool { return r == ' ' || r == ',' }) {
			n, err := strconv.Atoi(word)
			if err != nil || n < 1 || n > len(order) || slices.Contains(reply.Chosen, order[n-1]) {
				reply.Chosen = nil
				break
			}
			reply.Chosen = append(reply.Chosen, order[n-1])
			texts = append(texts, ask.Options[order[n-1]].Text)
		}
		if n := len(reply.Chosen); fits(ask.Kind, n, len(order)) {
			return reply, strings.Join(texts, "; "), nil
		}
		s.printf("%s, from 1 to %d.\n", strings.TrimSuffix(howToAnswer[ask.Kind], ": "), len(order))
	}
}

// fits says whether an answer can have n of the options.
func fits(kind lessons.AskKind, n, options int) bool {
	switch kind {
	case lessons.One:
		return n == 1
	case lessons.Order:
		return n == options
	default:
		return n > 0
	}
}

// solution is the right answer, as it would be typed.
func solution(ask *lessons.Ask, order []int) string {
	var numbers []string
	switch ask.Kind {
	case lessons.Number:
		return strings.TrimSpace(fmt.Sprint(ask.Value, " ", ask.Unit))
	case lessons.Text:
		return strings.Join(ask.Accept, " or ")
	case lessons.Order:
		for i := range ask.Options {
			numbers = append(numbers, strconv.Itoa(slices.Index(order, i)+1))
		}
	default:
		for shown, i := range order {
			if ask.Options[i].Right {
				numbers = append(numbers, strconv.Itoa(shown+1))
			}
		}
	}
	return strings.Join(numbers, ", ")
}
