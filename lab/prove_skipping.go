package lab

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"floorplan/lessons"
)

// proveSkipping proves that who skips blocks is taught nothing false: a prediction's block fails without what it builds on, or
// answers as it does with it, or names that (after=), so that it is not run without; and what it names must be enough.
func (p *prover) proveSkipping(ctx context.Context) {
	if len(p.answers) == 0 {
		return
	}
	tasks := p.withoutTasks(ctx)
	for _, b := range p.blocks(func(b *lessons.Block) bool { return p.answers[b.ID] != "" }) {
		if ctx.Err() != nil {
			return
		}
		p.progress(p.lesson, b)
		without, skipped := tasks[b.ID]
		alone, ok := p.answers[b.ID], true
		if p.boxes[b.Sandbox].spec.Engine != "vm" { // a boot for each of its blocks would take longer than all the rest
			alone, ok = p.alone(ctx, b)
		}
		right := ok && like(b.Predict, alone, p.answers[b.ID])
		switch {
		case b.After == nil && ok && !right:
			p.problem(ctx, b, "", fmt.Errorf("run first of all, the block answers %q, and %q after what comes before it"+
				"\nhint: say what it builds on, for example after=above, or let it fail without", alone, p.answers[b.ID]))
		case b.After != nil && !right:
			p.problem(ctx, b, "", fmt.Errorf("after what it builds on alone, the block answers %q, and %q after all that comes before it"+
				"\nhint: name all that it builds on in after=", alone, p.answers[b.ID]))
		case skipped && !like(b.Predict, without, p.answers[b.ID]):
			p.problem(ctx, b, "", fmt.Errorf("with the tasks before it undone, the block answers %q, and not %q"+
				"\nhint: say what it builds on, for example after=above or after=a-page/check-1, or let it fail without", without, p.answers[b.ID]))
		}
	}
}

// alone is a block's answer in fresh sandboxes, after what its author says that it builds on; ok is false where it fails.
func (p *prover) alone(ctx context.Context, b *lessons.Block) (answer string, ok bool) {
	l := Open(p.lesson, p.machine)
	defer l.Close()
	if b.After != nil && l.Replay(ctx, l.BuildsOn(b.ID)) != nil {
		return "", false
	}
	return l.answer(ctx, b)
}

// withoutTasks are the answers of the predictions where no task was done, of those that do not name one and do not fail.
func (p *prover) withoutTasks(ctx context.Context) map[string]string {
	answers := map[string]string{}
	l := Open(p.lesson, p.machine)
	defer l.Close()
	for _, b := range l.blocks(func(b *lessons.Block) bool { return b.Kind == lessons.Run && !p.off[b.Sandbox] }) {
		names := func(other *lessons.Block) bool { return other.Kind == lessons.Check }
		if ctx.Err() != nil || b.After != nil && slices.ContainsFunc(l.BuildsOn(b.ID), names) {
			continue
		}
		if answer, ok := l.answer(ctx, b); ok && b.Predict != nil {
			answers[b.ID] = answer
		}
	}
	return answers
}

// answer runs a block; ok is false where it does not end as declared.
func (l *Lab) answer(ctx context.Context, b *lessons.Block) (answer string, ok bool) {
	event, err := l.run(ctx, b)
	return lessons.Answer(event.Output), err == nil && event.Exit == b.Exit
}

// like says whether two answers to a prediction are one. Where the author allows a tolerance, something is measured that a busy
// machine may double: there both need only be numbers.
func like(predict *lessons.Prediction, x, y string) bool {
	if predict.Tolerance == 0 {
		return predict.Grade(x, y)
	}
	number := func(s string) bool {
		word, _, _ := strings.Cut(s, " ") // a unit may follow
		_, err := strconv.ParseFloat(word, 64)
		return err == nil
	}
	return number(x) == number(y)
}
