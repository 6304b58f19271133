package lab

import (
	"context"
	"fmt"
	"slices"

	"floorplan/lessons"
)

// Replay brings the sandboxes to where a student has them who worked through these blocks: it runs them, and of checks the
// solutions, for callers without a screen. [Lab.Before] and [Lab.BuildsOn] say which ones it takes. What cannot run here is left
// out, and what fails is passed over: what follows shows what it lacks. The error is ctx's.
func (l *Lab) Replay(ctx context.Context, blocks []*lessons.Block) error {
	return l.replay(ctx, blocks, func(int) {})
}

// Rerun runs one run block of a lesson by itself, as a review does: in fresh sandboxes that end with it, after what it builds on.
// Left is told before each block of that how many are still to be run. Where the block's sandbox cannot run here, the error says why, with a hint.
func Rerun(ctx context.Context, m *Machine, lesson *lessons.Lesson, id string, left func(int)) (Event, error) {
	l := Open(lesson, m)
	defer l.Close()
	b, _ := lesson.Block(id)
	if b == nil || b.Kind != lessons.Run {
		return Event{}, fmt.Errorf("lesson %s has no run block %q", lesson.ID, id)
	}
	if err := l.Off(ctx, b.Sandbox); err != nil {
		return Event{}, err
	}
	if err := l.replay(ctx, l.BuildsOn(id), left); err != nil {
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

// Before lists the run blocks and the checks of earlier pages that the blocks of a page (an index) may build on, in their order.
func (l *Lab) Before(page int) []*lessons.Block {
	needed := map[string]bool{}
	own := map[string]bool{}
	for i := range l.lesson.Pages[page].Blocks {
		if b := &l.lesson.Pages[page].Blocks[i]; live(b) {
			l.need(b.ID, needed, map[string]bool{})
			own[b.ID] = true
		}
	}
	return l.blocks(func(b *lessons.Block) bool { return needed[b.ID] && !own[b.ID] })
}

// BuildsOn lists the run blocks and the checks that a block may build on, in their order: those that its author names and what
// these build on in turn. Where the author names none, it is all that stands above it on its page, and on earlier pages all of the
// sandboxes that these use.
func (l *Lab) BuildsOn(id string) []*lessons.Block {
	needed := map[string]bool{}
	l.need(id, needed, map[string]bool{})
	return l.blocks(func(b *lessons.Block) bool { return needed[b.ID] })
}

// need marks what a block builds on. Seen are the blocks of which that was asked.
func (l *Lab) need(id string, needed, seen map[string]bool) {
	if seen[id] {
		return
	}
	seen[id] = true
	b, page := l.lesson.Block(id)
	if b.After != nil {
		for _, id := range b.After {
			needed[id] = true
			l.need(id, needed, seen)
		}
		return
	}
	for _, before := range l.allBefore(b, page) {
		needed[before.ID] = true
		if before.After != nil {
			l.need(before.ID, needed, seen)
		}
	}
}

// allBefore lists all that a block can build on.
func (l *Lab) allBefore(b *lessons.Block, page int) []*lessons.Block {
	own := l.lesson.Pages[page].Blocks
	at := slices.IndexFunc(own, func(other lessons.Block) bool { return other.ID == b.ID })
	used := l.usedBy(own[:at+1])
	var blocks []*lessons.Block
	for i, p := range l.lesson.Pages[:page+1] {
		for j := range p.Blocks {
			other := &p.Blocks[j]
			if other.ID == b.ID {
				return blocks
			}
			if live(other) && (i == page || used[other.Sandbox]) {
				blocks = append(blocks, other)
			}
		}
	}
	return blocks
}

// blocks lists the lesson's run blocks and checks that fit, in their order.
func (l *Lab) blocks(fits func(*lessons.Block) bool) []*lessons.Block {
	var blocks []*lessons.Block
	for _, page := range l.lesson.Pages {
		for i := range page.Blocks {
			if b := &page.Blocks[i]; live(b) && fits(b) {
				blocks = append(blocks, b)
			}
		}
	}
	return blocks
}

// live says whether a block has something to run.
func live(b *lessons.Block) bool { return b.Kind == lessons.Run || b.Kind == lessons.Check }

// usedBy names the sandboxes that blocks run in, and those that they meet over a volume or a network.
func (l *Lab) usedBy(blocks []lessons.Block) map[string]bool {
	used := map[string]bool{}
	for i := range blocks {
		if b := &blocks[i]; live(b) {
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
