package lab

import (
	"context"
	"fmt"

	"floorplan/lessons"
)

// Replay brings the sandboxes of a page (an index) to where a student has them who worked through the pages before it: it
// runs those pages' blocks and the solutions of their checks, for callers without a screen. It prepares the sandboxes that
// the page uses and those that share a volume or a network with one of them. What cannot run here is left out, and what
// fails is passed over: the page itself shows what it lacks. The error is ctx's.
func (l *Lab) Replay(ctx context.Context, page int) error {
	return l.replay(ctx, l.Before(page), func(int) {})
}

// Rerun runs one run block of a lesson by itself, as a review does: in fresh sandboxes that end with it, after the blocks and
// solutions before it that it may build on. Those are the ones in its own sandbox, and in sandboxes that share a volume or a
// network with it. Left is told before each of them how many are still to be run. Where the block's sandbox cannot run here,
// the error says why, with a hint.
func Rerun(ctx context.Context, m *Machine, lesson *lessons.Lesson, id string, left func(int)) (Event, error) {
	l := Open(lesson, m)
	defer l.Close()
	b, page := lesson.Block(id)
	if b == nil || b.Kind != lessons.Run {
		return Event{}, fmt.Errorf("lesson %s has no run block %q", lesson.ID, id)
	}
	if err := l.Off(ctx, b.Sandbox); err != nil {
		return Event{}, err
	}
	wanted := l.meeting(map[string]bool{b.Sandbox: true})
	before := l.before(page, wanted)
	for i := range lesson.Pages[page].Blocks {
		if other := &lesson.Pages[page].Blocks[i]; other == b {
			break
		} else if builds(other, wanted) {
			before = append(before, other)
		}
	}
	if err := l.replay(ctx, before, left); err != nil {
		return Event{}, err
	}
	left(0)
	return l.run(ctx, b)
}

func (l *Lab) replay(ctx context.Context, blocks []*lessons.Block, left func(int)) error {
	for i, b := range blocks {
		left(len(blocks) - i)
		if l.Off(ctx, b.Sandbox) != nil || l.Off(ctx, SolveIn(b)) != nil {
			continue
		}
		if b.Kind == lessons.Run {
			_, _ = l.run(ctx, b)
		} else {
			_, _, _ = l.solve(ctx, b)
		}
		if ctx.Err() != nil {
			return ctx.Err()
		}
	}
	return nil
}

// Before lists the run blocks and the checks that Replay runs for a page (an index), in their order.
func (l *Lab) Before(page int) []*lessons.Block {
	return l.before(page, l.usedOn(l.lesson.Pages[page]))
}

// before lists those of them that are of wanted sandboxes.
func (l *Lab) before(page int, wanted map[string]bool) []*lessons.Block {
	var blocks []*lessons.Block
	for _, before := range l.lesson.Pages[:page] {
		for i := range before.Blocks {
			if b := &before.Blocks[i]; builds(b, wanted) {
				blocks = append(blocks, b)
			}
		}
	}
	return blocks
}

// builds says whether a block leaves something in a wanted sandbox.
func builds(b *lessons.Block, wanted map[string]bool) bool {
	return (b.Kind == lessons.Run || b.Kind == lessons.Check) && wanted[b.Sandbox]
}

// usedOn names the sandboxes that a page's blocks run in, and those that they meet over a volume or a network.
func (l *Lab) usedOn(page *lessons.Page) map[string]bool {
	used := map[string]bool{}
	for i := range page.Blocks {
		if b := &page.Blocks[i]; b.Kind == lessons.Run || b.Kind == lessons.Check {
			used[b.Sandbox], used[SolveIn(b)] = true, true
		}
	}
	return l.meeting(used)
}

// meeting adds to some sandboxes those that share a volume or a network with one of them.
func (l *Lab) meeting(used map[string]bool) map[string]bool {
	for grown := true; grown; {
		grown = false
		for _, a := range l.lesson.Sandboxes {
			for _, b := range l.lesson.Sandboxes {
				if used[a.Name] && !used[b.Name] && meet(a, b) {
					used[b.Name], grown = true, true
				}
			}
		}
	}
	return used
}

func meet(a, b lessons.Sandbox) bool {
	if a.Network != "" && a.Network != "none" && a.Network == b.Network {
		return true
	}
	for _, volume := range a.Volumes {
		for _, other := range b.Volumes {
			if volume == other {
				return true
			}
		}
	}
	return false
}
