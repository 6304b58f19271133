package lab

import (
	"context"

	"floorplan/lessons"
)

// Replay brings the sandboxes of a page (an index) to where a student has them who worked through the pages before it: it
// runs those pages' blocks and the solutions of their checks, for callers without a screen. It prepares the sandboxes that
// the page uses and those that share a volume or a network with one of them. What cannot run here is left out, and what
// fails is passed over: the page itself shows what it lacks. The error is ctx's.
func (l *Lab) Replay(ctx context.Context, page int) error {
	for _, b := range l.Before(page) {
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
	wanted := l.usedOn(l.lesson.Pages[page])
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

// usedOn names the sandboxes that a page's blocks run in, and those that they meet over a volume or a network.
func (l *Lab) usedOn(page *lessons.Page) map[string]bool {
	used := map[string]bool{}
	for i := range page.Blocks {
		if b := &page.Blocks[i]; b.Kind == lessons.Run || b.Kind == lessons.Check {
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
