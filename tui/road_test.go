package tui

import (
	"context"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"floorplan/lab"
	"floorplan/lessons"
)

// After a block has run, enter goes on and does not run it a second time; r does.
func TestEnterGoesOn(t *testing.T) {
	a := newTestApp(t, 120, 40, "walls")
	b := a.focusedBlock()
	b.answered, b.given, b.running = true, "flat", true
	press(a, "enter")
	if got := screen(a); !strings.Contains(got, "is starting; the block runs when it is there") || a.focusedBlock() != b {
		t.Errorf("enter on a block that waits for its sandbox\n%s", got)
	}
	a.finished(a.reading.panes[0], b, lab.Event{Run: 1, Exit: 0, Output: "flat\n"})
	press(a, "?", "esc")
	if got := screen(a); !strings.Contains(got, "enter go on · r run again") {
		t.Errorf("the footer after a run\n%s", got)
	}
	press(a, "enter")
	if a.focusedBlock() == b || b.running {
		t.Errorf("enter does not go on after a run\n%s", screen(a))
	}
	press(a, "shift+tab")
	a.finished(a.reading.panes[0], b, lab.Event{Run: 2, Exit: 130})
	if got := a.footer(120); !strings.Contains(ansi.Strip(got), "enter run") {
		t.Errorf("the footer after a run that was stopped: %s", ansi.Strip(got))
	}
}

// What the sandboxes lack is what has not run in them: nothing that was done in this sitting, all that was done in an
// earlier one, and that of the page itself too.
func TestMissing(t *testing.T) {
	a := newTestApp(t, 120, 40, "walls")
	run := a.focusedBlock()
	run.answered, run.given = true, "flat"
	a.finished(a.reading.panes[0], run, lab.Event{Run: 1, Output: "flat\n"})
	press(a, "enter")
	if why := a.nothingBefore(); a.focusedBlock() == run || why == "" {
		t.Errorf("b is offered after all was done in this sitting: %d blocks", len(a.reading.missing()))
	}
	a.journal.flush()
	again := newApp(context.Background(), Options{Course: a.course, Machine: a.opts.Machine, Store: a.opts.Store, Lesson: "walls"})
	defer again.close()
	again.Update(tea.WindowSizeMsg{Width: 120, Height: 40})
	missing := again.reading.missing()
	if len(missing) != 1 || missing[0].ID != run.ID || !strings.Contains(screen(again), "the sandboxes are fresh; b runs what came before") {
		t.Errorf("in a later sitting %d blocks are missing\n%s", len(missing), screen(again))
	}
}

// Run in a later sitting, a block waits for those above it that were done in an earlier one.
func TestReplaysFirst(t *testing.T) {
	a := newTestApp(t, 120, 40, "more")
	p := a.reading.page()
	before := p.blocks[p.focus]
	before.done, before.answered, before.given = true, true, "flat"
	again := &block{Block: before.Block, answered: true}
	p.blocks = append(p.blocks, again)
	p.focus = len(p.blocks) - 1
	press(a, "enter")
	if b := a.reading.panes[0].then; b == nil || b.replays != before || len(a.reading.behind) != 1 || !again.running {
		t.Fatalf("the block that was done before does not run first\n%s", screen(a))
	}
	a.reading.panes[0].then = nil
	a.finished(a.reading.panes[0], &block{Block: before.Block, replays: before}, lab.Event{Run: 1})
	a.nextBehind()
	if b := a.reading.panes[0].then; b != again || !before.here {
		t.Errorf("the block itself does not follow\n%s", screen(a))
	}
}

// Enter turns no page whose end was not on screen.
func TestEnterReadsOn(t *testing.T) {
	a := newTestApp(t, 80, 15, "walls")
	p := a.reading.page()
	for _, b := range p.blocks {
		b.done, b.here, b.answered, b.ran = true, true, true, true
	}
	p.focus = -1
	a.focusFirst()
	for range 10 {
		if p.below(a.lay.text.h) == 0 {
			break
		}
		if got := a.enterDoes(); got != "read on" {
			t.Fatalf("with %d lines below enter is to %q\n%s", p.below(a.lay.text.h), got, screen(a))
		}
		press(a, "enter")
	}
	if got := a.enterDoes(); p.below(a.lay.text.h) > 0 || got != "next page" {
		t.Errorf("at the page's end enter is to %q\n%s", got, screen(a))
	}
}

// A task of a later sitting begins with what was done in an earlier one; then enter gives the keyboard to the terminal.
func TestTaskOfALaterSitting(t *testing.T) {
	a := newTestApp(t, 120, 40, "walls")
	p := a.reading.page()
	run := a.focusedBlock()
	run.done, run.answered, run.given = true, true, "flat"
	p.focus = 2
	if task := a.focusedBlock(); task.Kind != lessons.Check || a.enterDoes() != "run what was done before" {
		t.Fatalf("enter on %v is to %q", task.Kind, a.enterDoes())
	}
	press(a, "enter")
	if b := a.reading.panes[0].then; b == nil || b.replays != run || !run.running || a.scope() == inTerminal {
		t.Fatalf("what was done before does not run\n%s", screen(a))
	}
	press(a, "enter")
	if a.scope() != inTerminal {
		t.Errorf("the second enter does not go to the terminal\n%s", screen(a))
	}
}

// A task whose check runs in another sandbox sends the student to the one that its solution is typed into.
func TestTaskElsewhere(t *testing.T) {
	a := newTestApp(t, 120, 40, "walls")
	r := a.reading
	task := r.page().blocks[2]
	there := "next-door"
	flat := r.lesson.Sandboxes
	r.lesson.Sandboxes = append(flat, lessons.Sandbox{Name: there})
	t.Cleanup(func() { r.lesson.Sandboxes = flat }) // the lab closes those that it has opened
	r.panes = append(r.panes, &pane{name: there, off: "no engine"})
	task.SolveIn = there
	run := a.focusedBlock()
	run.done, run.answered, run.given = true, true, "flat"
	for range r.page().blocks {
		if a.focusedBlock() != task {
			press(a, "tab")
		}
	}
	if shown := r.panes[r.active].name; a.focusedBlock() != task || shown != there || !strings.Contains(screen(a), "your turn, in "+there) {
		t.Errorf("%s is shown, not %s\n%s", shown, there, screen(a))
	}
}
