package tui

import (
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"floorplan/lab"
	"floorplan/lessons"
)

// What a block builds on may not be there: somebody who comes back to the middle of a lesson has fresh sandboxes, and somebody in a
// hurry has skipped what came before.

// catchUp runs what the page builds on and the sandboxes lack, in the terminals where it belongs.
func (a *App) catchUp() tea.Cmd {
	r := a.reading
	r.behind = replays(r.missing())
	return a.nextBehind()
}

// missingDone lists those that were done in an earlier sitting and that the block with the focus may build on.
func (r *reading) missingDone(b *block) []*block {
	builds := r.lab.BuildsOn(b.ID)
	return slices.DeleteFunc(r.missing(), func(other *block) bool {
		named := slices.ContainsFunc(builds, func(l *lessons.Block) bool { return l.ID == other.ID })
		return !other.done || b.After != nil && !named
	})
}

// block is the block with this ID and the place of its page.
func (r *reading) block(id string) (*block, int) {
	for at, p := range r.pages {
		for _, b := range p.blocks {
			if b.ID == id {
				return b, at
			}
		}
	}
	return nil, -1
}

// comesFirst says what must be done before a block, and with which key; "" where nothing is left of it. Without it the block would
// answer falsely, so it is not run, nor is its prediction asked.
func (a *App) comesFirst(b *block) string {
	if a.reading == nil || a.quiz != nil || b.off != "" || b.done {
		return ""
	}
	for _, id := range b.After {
		before, at := a.reading.block(id)
		what := "block"
		if before.Kind == lessons.Check {
			what = "task"
		}
		switch {
		case before.done || before.here:
		case before.running:
			return "first the " + what + " that it builds on, which is still running"
		case at == a.reading.at:
			return "first the " + what + " above: shift+tab goes there, b does it for you"
		default:
			return fmt.Sprintf("first the %s of page %d: p turns back, b does it for you", what, at+1)
		}
	}
	return ""
}

// replays are copies of blocks, to run.
func replays(blocks []*block) []*block {
	var copies []*block
	for _, b := range blocks {
		copies = append(copies, &block{Block: b.Block, replays: b})
	}
	return copies
}

// missing lists the blocks that the page builds on and that have not run in the sandboxes as they are now: those of the pages
// before it, and of the page itself, above the focus, what was done or what the block with the focus names.
func (r *reading) missing() []*block {
	if r.at >= len(r.lesson.Pages) {
		return nil
	}
	before := map[string]bool{}
	for _, b := range r.lab.Before(r.at) {
		before[b.ID] = true
	}
	var blocks []*block
	for _, p := range r.pages[:r.at] {
		for _, b := range p.blocks {
			if before[b.ID] && !b.here && !b.running {
				blocks = append(blocks, b)
			}
		}
	}
	p := r.page()
	for _, b := range p.blocks[:max(p.focus, 0)] {
		named := slices.Contains(p.blocks[p.focus].After, b.ID)
		if (b.Kind == lessons.Run || b.Kind == lessons.Check) && (b.done || named) && !b.here && !b.running {
			blocks = append(blocks, b)
		}
	}
	return blocks
}

// nextBehind runs the next of them.
func (a *App) nextBehind() tea.Cmd {
	r := a.reading
	if len(r.behind) == 0 {
		if len(r.missing()) == 0 {
			a.notice = "the sandboxes are as this page expects them"
		}
		return nil
	}
	b := r.behind[0]
	r.behind = r.behind[1:]
	p := r.pane(lab.SolveIn(&b.Block))
	if p == nil || p.off != "" {
		return a.nextBehind()
	}
	a.notice = ""
	if b.replays != nil {
		b.replays.running = true
		b.replays.solution = b.replays.solution || b.Kind == lessons.Check && !b.replays.done // so it counts as done with help
		a.touchQuietly(b.replays)
		a.notice = count(len(r.behind)+1, "block") + " to run, first those from before …"
	}
	return a.typeInFront(p, b)
}

// giveUp forgets what was to be run to bring the sandboxes up to date, and the block that waited for it.
func (r *reading) giveUp() {
	for _, b := range r.behind {
		b.stopped()
	}
	r.behind = nil
}
