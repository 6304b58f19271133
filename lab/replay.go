package lab

import (
	"context"
	"fmt"
	"slices"

	"floorplan/lessons"
)

// Replay brings the sandboxes of a page (an index) to where a student has them who worked through the pages before it: it
// runs those pages' blocks and the solutions of their checks, for callers without a screen. It prepares the sandboxes that
// the page uses and those that share a volume or a network with one of them. What cannot run here is left out, and what
// fails is passed over: the page itself shows what it lacks. The error is ctx's.
func (l *Lab) Replay(ctx context.Context, page int) error {
	return l.replay(ctx, l.Before(page), func(int) {})
}

// Rerun runs one run block of a lesson by itself, as a review does: in fresh sandboxes that end with it, after what it may
// build on, which is the blocks above it on its page and before them what Replay runs for these. Left is told before each of
// them how many are still to be run. Where the block's sandbox cannot run here, the error says why, with a hint.
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
	blocks := lesson.Pages[page].Blocks
	above := blocks[:slices.IndexFunc(blocks, func(other lessons.Block) bool { return other.ID == id })]
	before := l.before(page, l.usedBy(blocks[:len(above)+1]))
	for i := range above {
		if k := above[i].Kind; k == lessons.Run || k == lessons.Check {
			before = append(before, &above[i])
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
	return l.before(page, l.usedBy(l.lesson.Pages[page].Blocks))
}

// before lists those of them that are of wanted sandboxes.
func (l *Lab) before(page int, wanted map[string]bool) []*lessons.Block {
	var blocks []*lessons.Block
	for _, before := range l.lesson.Pages[:page] {
		for i := range before.Blocks {
			b := &before.Blocks[i]
			if (b.Kind == lessons.Run || b.Kind == lessons.Check) && wanted[b.Sandbox] {
				blocks = append(blocks, b)
			}
		}
	}
	return blocks
}

// usedBy names the sandboxes that blocks run in, and those that they meet over a volume or a network.
func (l *Lab) usedBy(blocks []lessons.Block) map[string]bool {
	used := map[string]bool{}
	for i := range blocks {
		if b := &blocks[i]; b.Kind == lessons.Run || b.Kind == lessons.Check {
			used[b.Sandbox], used[SolveIn(b)] = true, true
		}
	}
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
