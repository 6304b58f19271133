package tui

import (
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"floorplan/lessons"
)

// docs/keys.md is the table of keys, and no two bindings that can work at the same time share a key by accident.
func TestKeysDocument(t *testing.T) {
	const path = "../docs/keys.md"
	if *update {
		if err := os.WriteFile(path, []byte(keysMarkdown()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	have, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if string(have) != keysMarkdown() {
		t.Error("docs/keys.md is not what the table of keys says; go test ./tui -update writes it anew")
	}
}

func TestKeysAreUnique(t *testing.T) {
	rows := bindings()
	for i, x := range rows {
		for _, y := range rows[i+1:] {
			for _, key := range x.keys {
				if x.in&y.in != 0 && slices.Contains(y.keys, key) {
					t.Errorf("%s is bound twice in one scope: %q and %q", key, x.does, y.does)
				}
			}
		}
	}
}

// Help begins with the keys of the place where it was asked for, and a wrong order shows the right one.
func TestHelpIsOfThePlace(t *testing.T) {
	a := newTestApp(t, 120, 40, "walls")
	press(a, "?")
	got := screen(a)
	if lesson, contents := strings.Index(got, "│ Lesson"), strings.Index(got, "│ Contents"); lesson < 0 || contents >= 0 && contents < lesson {
		t.Errorf("help in a lesson begins with\n%s", got)
	}
}

func TestWrongOrderShowsTheRightOne(t *testing.T) {
	ask := &lessons.Ask{Kind: lessons.Order, Prompt: "In which order?", Options: []lessons.Option{{Text: "alpha"}, {Text: "beta"}, {Text: "gamma"}}}
	b := &block{Block: lessons.Block{Kind: lessons.Question, Ask: ask}, order: []int{2, 0, 1}, answered: true}
	lines := ansi.Strip(strings.Join(newRenderer(newTheme(true, false), nil).question(b, false, 60), "\n"))
	if !strings.Contains(lines, "not quite, the right order is\n  1 alpha") || !strings.Contains(lines, "3 gamma") {
		t.Errorf("a wrong order shows\n%s", lines)
	}
}

// A click on an option means that option, and the second one submits it.
func TestClickOnOption(t *testing.T) {
	a := newTestApp(t, 80, 40, "walls")
	press(a, "o")
	p := a.reading.page()
	click := func(i, option int) {
		line := p.spans[i].first + p.blocks[i].optionsAt[option].first - p.scroll
		a.Update(tea.MouseClickMsg{X: a.lay.text.x + 6, Y: a.lay.text.y + line, Button: tea.MouseLeft})
	}
	i := slices.IndexFunc(p.blocks, func(b *block) bool { return b.Kind == lessons.Question })
	b := p.blocks[i]
	click(i, 0)
	click(i, 2)
	if a.focusedBlock() != b || b.cursor != 2 || b.answered {
		t.Fatalf("after clicks on two options the cursor is at %d, answered is %v\n%s", b.cursor, b.answered, screen(a))
	}
	click(i, 2)
	if want := b.Ask.Options[b.order[2]].Text; !b.answered || b.given != want {
		t.Errorf("the second click submits %q, want %q\n%s", b.given, want, screen(a))
	}
}

// keysMarkdown is docs/keys.md.
func keysMarkdown() string {
	var b strings.Builder
	b.WriteString("# Keys\n\nMade from the program's own table. `ctrl+c` stops the program in the terminal, else quits.\n" +
		"The mouse works too: click a block, an option (twice to answer) or the terminal; the wheel scrolls what it is over.\n")
	for _, s := range scopeTitles() {
		b.WriteString("\n## " + s.title + "\n\n| key | what it does |\n|---|---|\n")
		for _, row := range bindings() {
			if row.in&s.in != 0 {
				b.WriteString("| " + strings.Join(row.keys, ", ") + " | " + row.does + " |\n")
			}
		}
	}
	return b.String()
}

// Enter that was pressed before the terminal listened arrives as a line feed, and opens the lesson all the same.
func TestEarlyEnter(t *testing.T) {
	a := newTestApp(t, 100, 30, "")
	_, cmd := a.Update(keyMsg("ctrl+j"))
	if cmd == nil {
		t.Fatal("nothing happens")
	}
	if msg, ok := cmd().(placeMsg); !ok || msg.err != nil {
		t.Errorf("got %+v", msg)
	}
}

// Who is stuck in a task on a small screen reads there which key helps: the hint, then the solution.
func TestFooterNamesTheHelp(t *testing.T) {
	a := newCourseApp(t, 80, 24, "steps", fstest.MapFS{"01-steps.md": {Data: []byte(lessonOfSteps)}})
	if got := screen(a); !strings.Contains(got, "· h hint ·") || strings.Contains(got, "s solve") {
		t.Errorf("before the hint\n%s", got)
	}
	press(a, "h")
	if got := screen(a); strings.Contains(got, "· h hint ·") || !strings.Contains(got, "· s solve it for me ·") {
		t.Errorf("after the hint\n%s", got)
	}
}

// A block that never ends is one that a beginner must know how to stop.
func TestRunningSaysHowToStop(t *testing.T) {
	a := newCourseApp(t, 60, 20, "steps", fstest.MapFS{"01-steps.md": {Data: []byte(lessonOfSteps)}})
	press(a, "n")
	b := a.focusedBlock()
	b.running = true
	a.touch(b)
	if got := screen(a); !strings.Contains(got, "running in flat … ctrl+c stops it") {
		t.Errorf("a block that runs\n%s", got)
	}
}
