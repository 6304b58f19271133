package lab

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"

	"floorplan/lessons"
)

// Proof is what proving a course found.
type Proof struct {
	Runs, Checks, Predictions int // how many were proven, failed ones included
	Problems                  []lessons.Problem
	Skipped                   []Skip
}

// Skip says that the blocks of one sandbox of a lesson could not be proven on this machine.
type Skip struct {
	Lesson string `json:"lesson"`
	Why    string `json:"why"`
	Fix    string `json:"fix"`
}

// atOnce is how many lessons are proven side by side: guests and database servers need room.
const atOnce = 2

// Prove runs a course: each lesson in a lab of its own, two at once. Blocks must end as declared, checks must fail when their
// page is opened and before their solution, and pass after it, and a prediction must get an answer from the machine, which one of its
// choices is, and no other one where what comes before it was skipped.
// Proving no check at all is a problem too. The seed is that of the random values, as in [lessons.Lesson.With]: one that is
// new each time proves more of a course than the same one. Progress is called before each block, from several goroutines.
func Prove(ctx context.Context, course lessons.Course, m *Machine, seed int64, progress func(*lessons.Lesson, *lessons.Block)) Proof {
	proofs := make([]Proof, len(course.Lessons))
	slots := make(chan struct{}, atOnce)
	var wait sync.WaitGroup
	for i, lesson := range course.Lessons {
		wait.Go(func() {
			slots <- struct{}{}
			defer func() { <-slots }()
			p := prover{Lab: Open(lesson.With(seed), m), progress: progress, off: map[string]bool{}, early: map[*lessons.Block]bool{}, answers: map[string]string{}}
			defer p.Close()
			p.prove(ctx)
			p.proveSkipping(ctx)
			proofs[i] = p.proof
		})
	}
	wait.Wait()
	var all Proof
	for _, proof := range proofs {
		all.Runs += proof.Runs
		all.Checks += proof.Checks
		all.Predictions += proof.Predictions
		all.Problems = append(all.Problems, proof.Problems...)
		all.Skipped = append(all.Skipped, proof.Skipped...)
	}
	if all.Checks == 0 && len(all.Problems) == 0 && ctx.Err() == nil {
		problem := lessons.Problem{Message: "no check was run, so nothing is proven", Severity: lessons.Error}
		problem.Hint = "give a lesson a check= block and its solve= block"
		if len(all.Skipped) > 0 {
			problem.Hint = "see why the lessons were skipped"
		}
		all.Problems = append(all.Problems, problem)
	}
	return all
}

type prover struct {
	*Lab
	progress func(*lessons.Lesson, *lessons.Block)
	off      map[string]bool         // sandboxes that cannot run here
	early    map[*lessons.Block]bool // checks that pass when their page is opened
	answers  map[string]string       // of the predictions, by block
	proof    Proof
}

func (p *prover) prove(ctx context.Context) {
	for _, name := range p.Names() {
		if err := p.Off(ctx, name); err != nil {
			p.off[name] = true
			why, fix, _ := strings.Cut(err.Error(), "\nhint: ")
			skip := Skip{Lesson: p.lesson.ID, Why: why, Fix: fix}
			if !slices.Contains(p.proof.Skipped, skip) {
				p.proof.Skipped = append(p.proof.Skipped, skip)
			}
		}
	}
	p.openPages(ctx, p.lesson.Pages)
	for at, page := range p.lesson.Pages {
		p.openPages(ctx, p.lesson.Pages[at:at+1])
		for i := range page.Blocks {
			b := &page.Blocks[i]
			if ctx.Err() != nil {
				return
			}
			switch {
			case p.off[b.Sandbox] || p.off[SolveIn(b)]:
			case b.Kind == lessons.Run:
				p.progress(p.lesson, b)
				p.proveRun(ctx, b)
			case b.Kind == lessons.Check:
				p.progress(p.lesson, b)
				p.proveCheck(ctx, b)
			}
		}
	}
}

// openPages notes the checks that pass as soon as their page is opened: in fresh sandboxes, or after the pages before it.
func (p *prover) openPages(ctx context.Context, pages []*lessons.Page) {
	for _, page := range pages {
		for i := range page.Blocks {
			if b := &page.Blocks[i]; b.Kind == lessons.Check && !p.off[b.Sandbox] && ctx.Err() == nil {
				p.progress(p.lesson, b)
				verdict, err := p.Check(ctx, b)
				p.early[b] = p.early[b] || err == nil && verdict.Passed
			}
		}
	}
}

func (p *prover) proveRun(ctx context.Context, b *lessons.Block) {
	p.proof.Runs++
	event, err := p.run(ctx, b)
	switch {
	case err != nil:
		p.problem(ctx, b, "the block cannot be proven: ", err)
		return
	case event.Exit != b.Exit:
		p.problem(ctx, b, "", fmt.Errorf("the block ends with exit status %d, not %d: %s\nhint: write exit=%d if that is meant",
			event.Exit, b.Exit, lastLine(event.Output), event.Exit))
		return
	case b.Predict == nil:
		return
	}
	p.proof.Predictions++
	err = predictable(b.Predict, event.Output)
	p.problem(ctx, b, "", err)
	if err == nil {
		p.answers[b.ID] = lessons.Answer(event.Output)
	}
}

// predictable is nil when the block's output answers the prediction.
func predictable(predict *lessons.Prediction, output string) error {
	answer := lessons.Answer(output)
	if answer == "" {
		return errors.New("the block prints nothing, so the prediction has no answer\nhint: its last line is the answer")
	}
	right := 0
	for _, choice := range predict.Choices {
		if predict.Grade(choice, answer) {
			right++
		}
	}
	if len(predict.Choices) > 0 && right != 1 {
		return fmt.Errorf("%d choices of the prediction are the answer %q, and it must be one\nhint: the choices are %s",
			right, answer, strings.Join(predict.Choices, " | "))
	}
	return nil
}

func (p *prover) proveCheck(ctx context.Context, b *lessons.Block) {
	p.proof.Checks++
	before, err := p.Check(ctx, b)
	switch {
	case err != nil:
		p.problem(ctx, b, "the check cannot be run: ", err)
		return
	case before.Passed:
		p.problem(ctx, b, "", errors.New("the check passes before its solution\nhint: check what only the student's work brings about"))
	case p.early[b]: // a page is checked from the moment it is opened
		p.problem(ctx, b, "", errors.New("the check passes when its page is opened, before the blocks above it have run"+
			"\nhint: let it also look for what those blocks, or the student, leave behind"))
	}
	event, verdict, err := p.solve(ctx, b)
	switch {
	case err != nil:
		p.problem(ctx, b, "the solution cannot be proven: ", err)
	case !verdict.Passed:
		p.problem(ctx, b, "", fmt.Errorf("the check fails after its solution: exit status %d: %s\nhint: the solution ended with %d: %s",
			verdict.Exit, lastLine(verdict.Output), event.Exit, lastLine(event.Output)))
	}
}

// problem notes what is wrong with a block, unless all was called off.
func (p *prover) problem(ctx context.Context, b *lessons.Block, prefix string, err error) {
	if err == nil || ctx.Err() != nil {
		return
	}
	message, hint, _ := strings.Cut(err.Error(), "\nhint: ")
	p.proof.Problems = append(p.proof.Problems, lessons.Problem{
		File: p.lesson.File, Line: b.Line, Column: 1, Message: prefix + message, Hint: hint, Severity: lessons.Error,
	})
}

// lastLine is the end of a command's output, where its error is.
func lastLine(output string) string {
	output = strings.TrimSpace(output)
	if output == "" {
		return "it printed nothing"
	}
	return output[strings.LastIndexByte(output, '\n')+1:]
}
