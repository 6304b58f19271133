package lab

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"floorplan/lessons"
)

// Play runs the live blocks of a lesson, or of one of its pages (an index; -1 for all), through the same shell as the
// screen and prints them as a transcript; of a check it runs the solution. One page stands on those before it, so their
// blocks are run first, unseen. A block that ends with another status than its author declared, or a check that its
// solution does not satisfy, is an error once all was played. Blocks of a sandbox that cannot run here are left out, with
// why; when none could run, that is the error.
func Play(ctx context.Context, w io.Writer, lesson *lessons.Lesson, page int, m *Machine) error {
	p := player{out: w, Lab: Open(lesson, m)}
	defer p.Close()
	fmt.Fprintf(w, "# %s\n", lesson.Title)
	if page > 0 {
		if err := p.Replay(ctx, p.Before(page)); err != nil {
			return err
		}
	}
	for i, shown := range lesson.Pages {
		if page >= 0 && page != i {
			continue
		}
		fmt.Fprintf(w, "\n## %s\n", shown.Title)
		for j := range shown.Blocks {
			if err := p.block(ctx, &shown.Blocks[j]); err != nil {
				return err
			}
		}
	}
	switch {
	case p.played == 0 && p.off != nil:
		return p.off
	case p.failed > 0:
		return fmt.Errorf("%d of %d blocks failed", p.failed, p.played)
	}
	return nil
}

type player struct {
	*Lab
	out            io.Writer
	played, failed int
	off            error // why the last sandbox that could not run could not
}

// block plays a live block; its error is one that ends the play.
func (p *player) block(ctx context.Context, b *lessons.Block) error {
	if b.Kind != lessons.Run && b.Kind != lessons.Check {
		return nil
	}
	for _, name := range []string{SolveIn(b), b.Sandbox} { // one and the same but for a task
		if err := p.Off(ctx, name); err != nil {
			p.off = err
			fmt.Fprintf(p.out, "\nskipped: sandbox %s cannot run here: %v\n", name, err)
			return ctx.Err()
		}
	}
	p.played++
	var err error
	if b.Kind == lessons.Run {
		err = p.playRun(ctx, b)
	} else {
		err = p.playCheck(ctx, b)
	}
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if err != nil {
		p.failed++
		fmt.Fprintf(p.out, "failed: line %d: %v\n", b.Line, err)
	}
	return nil
}

func (p *player) playRun(ctx context.Context, b *lessons.Block) error {
	if b.Predict != nil {
		fmt.Fprintf(p.out, "\npredict: %s\n", b.Predict.Question)
	}
	p.command(b.Sandbox, Command(b))
	event, err := p.run(ctx, b)
	p.output(event)
	if err != nil {
		return err
	}
	if event.Exit != b.Exit {
		return fmt.Errorf("exit status %d, declared %d", event.Exit, b.Exit)
	}
	if b.Predict != nil {
		fmt.Fprintf(p.out, "answer: %s\n", lessons.Answer(event.Output))
	}
	return nil
}

func (p *player) playCheck(ctx context.Context, b *lessons.Block) error {
	fmt.Fprintf(p.out, "\ntask: %s\n", b.Task)
	if b.Solution == "" {
		return errors.New("the check has no solution")
	}
	p.command(SolveIn(b), Solution(b))
	event, verdict, err := p.solve(ctx, b)
	p.output(event)
	if err != nil {
		return err
	}
	if !verdict.Passed {
		return fmt.Errorf("the check does not pass after its solution: exit status %d: %s", verdict.Exit,
			strings.TrimSpace(verdict.Output))
	}
	fmt.Fprintln(p.out, "passed")
	return nil
}

// command prints code as it is typed: the sandbox's name as the prompt.
func (p *player) command(name, code string) {
	fmt.Fprintln(p.out)
	prompt := name + "$ "
	for line := range strings.Lines(strings.Trim(code, "\n")) {
		fmt.Fprintln(p.out, strings.TrimRight(prompt+line, "\n"))
		prompt = strings.Repeat(" ", len(name)) + "> "
	}
}

func (p *player) output(event Event) {
	if event.Output == "" {
		return
	}
	fmt.Fprint(p.out, event.Output)
	if !strings.HasSuffix(event.Output, "\n") {
		fmt.Fprintln(p.out)
	}
}
