package tui

import (
	"context"
	"errors"
	"flag"
	"image/color"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"floorplan/lab"
	"floorplan/lessons"
	"floorplan/progress"
	"floorplan/sandbox"
)

var update = flag.Bool("update", false, "write the golden screens anew")

// readLesson is the lesson that the tests of the screens share with those of the whole program.
func readLesson(t *testing.T) string {
	t.Helper()
	src, err := os.ReadFile("../testdata/course/01-walls.md")
	if err != nil {
		t.Fatal(err)
	}
	return string(src)
}

// newTestApp is an app on a course of one lesson whose sandboxes cannot run: the machine has no engine.
func newTestApp(t *testing.T, cols, rows int, lesson string) *App {
	t.Helper()
	walls := readLesson(t)
	more := strings.Replace(walls, "A test of walls", "More walls", 1)
	return newCourseApp(t, cols, rows, lesson, fstest.MapFS{"01-walls.md": {Data: []byte(walls)}, "02-more.md": {Data: []byte(more)}})
}

// newCourseApp is an app on a course that a test has written.
func newCourseApp(t *testing.T, cols, rows int, lesson string, files fstest.MapFS) *App {
	t.Helper()
	course := lessons.Load(files)
	for _, problem := range course.Problems {
		if problem.Severity == lessons.Error {
			t.Fatal(problem.Error())
		}
	}
	store, err := progress.Open(filepath.Join(t.TempDir(), "progress.db"), progress.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if forGolden := lesson == ""; forGolden {
		store = nil // whose seed is random, and with it the order of options
	}
	ctx, cancel := context.WithCancel(context.Background())
	a := newApp(ctx, Options{Course: course, Machine: lab.NewMachine(lab.Options{Engines: []sandbox.Engine{}}), Store: store, Lesson: lesson})
	t.Cleanup(func() {
		cancel()
		a.close()
		if store != nil {
			store.Close()
		}
	})
	a.Update(tea.WindowSizeMsg{Width: cols, Height: rows})
	return a
}

// press sends keys by the names Bubble Tea gives them.
func press(a *App, keys ...string) {
	for _, key := range keys {
		a.Update(keyMsg(key))
	}
}

func keyMsg(key string) tea.KeyPressMsg {
	named := map[string]rune{"enter": tea.KeyEnter, "tab": tea.KeyTab, "esc": tea.KeyEscape, "up": tea.KeyUp, "down": tea.KeyDown,
		"left": tea.KeyLeft, "right": tea.KeyRight, "pgdown": tea.KeyPgDown}
	if key == "shift+tab" {
		return tea.KeyPressMsg{Code: tea.KeyTab, Mod: tea.ModShift}
	}
	if key == "space" {
		return tea.KeyPressMsg{Code: tea.KeySpace, Text: " "}
	}
	if code, ok := named[key]; ok {
		return tea.KeyPressMsg{Code: code}
	}
	if rest, ok := strings.CutPrefix(key, "ctrl+"); ok {
		return tea.KeyPressMsg{Code: rune(rest[0]), Mod: tea.ModCtrl}
	}
	return tea.KeyPressMsg{Code: []rune(key)[0], Text: key}
}

// screen is what a student reads, without colours.
func screen(a *App) string {
	lines := strings.Split(ansi.Strip(a.View().Content), "\n")
	for i := range lines {
		lines[i] = strings.TrimRight(lines[i], " ")
	}
	return strings.Join(lines, "\n") + "\n"
}

// golden compares the screen with testdata/NAME.golden.
func golden(t *testing.T, a *App, name string) {
	t.Helper()
	got := screen(a)
	if n := strings.Count(got, "\n"); n != a.rows {
		t.Errorf("%s: the screen has %d lines, the terminal %d", name, n, a.rows)
	}
	for i, line := range strings.Split(a.View().Content, "\n") {
		if w := ansi.StringWidth(line); w > a.cols {
			t.Errorf("%s: line %d is %d cells wide, the terminal %d", name, i+1, w, a.cols)
		}
	}
	path := filepath.Join("testdata", name+".golden")
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s differs from its golden screen (go test ./tui -update writes it anew)\n--- got\n%s--- want\n%s", name, got, want)
	}
}

func TestScreens(t *testing.T) {
	sizes := []struct {
		name       string
		cols, rows int
	}{{"80x24", 80, 24}, {"120x40", 120, 40}, {"200x60", 200, 60}}
	for _, size := range sizes {
		a := newTestApp(t, size.cols, size.rows, "")
		golden(t, a, "contents-"+size.name)
		_, open := a.Update(keyMsg("enter"))
		a.Update(open())
		golden(t, a, "lesson-"+size.name)
		press(a, "?")
		golden(t, a, "help-"+size.name)
		press(a, "esc", "n", "space", "down", "space", "enter")
		golden(t, a, "answered-"+size.name)
	}
}

func TestTooSmall(t *testing.T) {
	a := newTestApp(t, 20, 5, "walls")
	if got := screen(a); !strings.Contains(got, "60x15") {
		t.Errorf("a terminal of 20x5 shows %q", got)
	}
	press(a, "enter", "n", "t", "?", "esc", "/", "x", "esc", "z", "q")
}

// A prediction is typed, then the block runs; without an engine it says why it is off.
func TestPredictionWithoutEngine(t *testing.T) {
	a := newTestApp(t, 120, 40, "walls")
	press(a, "enter")
	if a.scope() != inAnswer {
		t.Fatalf("enter on a prediction does not begin an answer\n%s", screen(a))
	}
	press(a, "enter")
	if got := screen(a); !strings.Contains(got, "type an answer first") {
		t.Errorf("an empty answer is taken\n%s", got)
	}
	press(a, "q", "n", "x")
	if got := screen(a); !strings.Contains(got, "qnx") {
		t.Errorf("letters do not reach the answer\n%s", got)
	}
	press(a, "esc")
	if a.scope() != inLesson {
		t.Error("esc does not leave the answer")
	}
}

// Answers outlive the program.
func TestResume(t *testing.T) {
	a := newTestApp(t, 120, 40, "walls")
	press(a, "n", "space", "down", "space", "enter")
	b := a.focusedBlock()
	given, right := b.given, b.right
	press(a, "enter", "8", "enter")
	a.journal.flush()
	again := newApp(context.Background(), Options{Course: a.course, Machine: a.opts.Machine, Store: a.opts.Store})
	defer again.close()
	again.Update(tea.WindowSizeMsg{Width: 120, Height: 40})
	if again.reading == nil || again.reading.at != 1 {
		t.Fatalf("does not resume on page 2\n%s", screen(again))
	}
	blocks := again.reading.page().blocks
	for _, q := range blocks {
		if q.Kind != lessons.Question {
			continue
		}
		if !q.answered {
			t.Errorf("%s is not answered after resuming", q.ID)
		}
		if q.ID == b.ID && (q.given != given || q.right != right) {
			t.Errorf("%s was %q, %v; resumed as %q, %v", q.ID, given, right, q.given, q.right)
		}
	}
}

// Every key of the table in every scope, at random: nothing panics and every screen fits.
func TestAnyKeys(t *testing.T) {
	var keys []string
	for _, b := range bindings() {
		keys = append(keys, b.keys...)
	}
	for _, size := range [][2]int{{80, 24}, {60, 15}, {120, 40}, {59, 14}, {300, 80}} {
		a := newTestApp(t, size[0], size[1], "walls")
		seed := uint32(size[0])
		for range 400 {
			seed = seed*1664525 + 1013904223
			key := keys[int(seed>>8)%len(keys)]
			if key == "q" || key == "v" {
				continue
			}
			press(a, key)
			for i, line := range strings.Split(a.View().Content, "\n") {
				if w := ansi.StringWidth(line); w > a.cols && !a.lay.tooSmall {
					t.Fatalf("after %s at %dx%d line %d is %d cells wide", key, a.cols, a.rows, i+1, w)
				}
			}
		}
	}
}

// saved is what follows from a file of the course being saved.
func saved(a *App, msg tea.Msg) {
	a.Update(msg)
	if again := a.loadAgain()(); again != nil {
		a.Update(again)
	}
}

// The page of an author's course is read again when its file is saved, and stays on screen.
func TestReload(t *testing.T) {
	walls := readLesson(t)
	dir := t.TempDir()
	file := filepath.Join(dir, "01-walls.md")
	write := func(text string) {
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		later := time.Now().Add(time.Minute)
		os.Chtimes(file, later, later)
	}
	write(walls)
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	a := newApp(ctx, Options{Course: lessons.LoadDir(dir), Dir: dir, Machine: lab.NewMachine(lab.Options{Engines: []sandbox.Engine{}}), Lesson: "walls"})
	defer a.close()
	a.Update(tea.WindowSizeMsg{Width: 120, Height: 40})
	press(a, "n")
	wait := a.watchFrom(new(stamp))
	write(strings.Replace(walls, "One kernel, many views.", "One kernel, many rooms.", 1))
	saved(a, wait())
	if got := screen(a); !strings.Contains(got, "many rooms") || a.reading.at != 1 {
		t.Errorf("the saved text is not on screen\n%s", got)
	}
	write("---\ntitel: broken\n---\n")
	saved(a, a.watchFrom(new(stamp))())
	if got := screen(a); !strings.Contains(got, "many rooms") || !strings.Contains(got, "01-walls.md") {
		t.Errorf("a broken save should keep the page and name the file\n%s", got)
	}
}

// A lesson that gets another name, and one that is its own course, are noticed too.
func TestStamp(t *testing.T) {
	dir := t.TempDir()
	first, second := filepath.Join(dir, "01-a.md"), filepath.Join(dir, "02-b.md")
	if err := os.WriteFile(first, []byte(lessons.Template("A")), 0o644); err != nil {
		t.Fatal(err)
	}
	of, alone := stampOf(dir), stampOf(first)
	if of == "" || alone != of || stampOf(dir) != of {
		t.Errorf("the folder is %q, the file alone %q", of, alone)
	}
	if err := os.Rename(first, second); err != nil {
		t.Fatal(err)
	}
	if stampOf(dir) == of {
		t.Error("a new name is not noticed")
	}
}

// No folded line is wider than it may be, hyphens included.
func TestWrapFits(t *testing.T) {
	for _, text := range []string{"it is a well-known - thing-", "a---------b", "x -", "one--two--three", "日本語 - テキスト", "\x1b[1mbold-and - wide\x1b[m"} {
		for width := 1; width < 20; width++ {
			for _, line := range wrap(text, width) {
				if w := ansi.StringWidth(line); w > max(width, 2) {
					t.Errorf("wrap(%q, %d) has a line of %d cells: %q", text, width, w, line)
				}
			}
		}
	}
}

// The terminal may say what its background is at any time; the page stays on screen in its new colours.
func TestBackgroundAnswer(t *testing.T) {
	a := newTestApp(t, 120, 40, "walls")
	before, dark := screen(a), a.View().Content
	a.Update(tea.BackgroundColorMsg{Color: color.White})
	if got := screen(a); got != before {
		t.Errorf("the text changed with the background\n%s", got)
	}
	if a.View().Content == dark {
		t.Error("a light background changes no colour")
	}
}

// A quiz asks each of a lesson's questions once and says at its end what to read again.
func TestQuiz(t *testing.T) {
	a := newTestApp(t, 100, 30, "walls")
	q, err := loadQuiz(a.course, a.opts.Store, "walls", "")
	a.Update(quizMsg{q, err})
	asked := map[string]bool{}
	for range 3 {
		b := a.focusedBlock()
		if asked[b.ID] {
			t.Errorf("%s is asked twice", b.ID)
		}
		asked[b.ID] = true
		if b.typed() {
			press(a, "enter", "9", "enter") // wrong
		} else {
			press(a, "space", "enter")
		}
		if !b.answered {
			t.Fatalf("%s is not answered\n%s", b.ID, screen(a))
		}
		press(a, "n")
	}
	if got := screen(a); !strings.Contains(got, "of 3 right") || !strings.Contains(got, "Worth reading again") || !strings.Contains(got, "walls#five-lines") {
		t.Errorf("the end of the quiz says\n%s", got)
	}
	a.journal.flush()
	states, err := a.opts.Store.Done("walls")
	if err != nil || len(states) != 3 {
		t.Errorf("three answers were given, %d are kept (%v)", len(states), err)
	}
}

// What follows a prediction is held back until there is a guess, or the student asks for it.
func TestHeldBack(t *testing.T) {
	a := newTestApp(t, 120, 40, "walls")
	if got := screen(a); strings.Contains(got, "Task.") || !strings.Contains(got, "o shows it now") {
		t.Errorf("the task below the prediction is on screen\n%s", got)
	}
	press(a, "o")
	if got := screen(a); !strings.Contains(got, "Task.") {
		t.Errorf("o does not show what follows\n%s", got)
	}
}

// Where a sandbox cannot run the page opens, and enter on its block says why and what mends it.
func TestOff(t *testing.T) {
	a := newTestApp(t, 100, 30, "walls")
	a.Update(probeMsg{lessonRun(a.reading.run), "flat", errors.New("no namespaces here\nhint: mend them")})
	press(a, "enter", "x", "enter")
	if got := screen(a); !strings.Contains(got, "flat cannot run here") || !strings.Contains(got, "hint: mend them") {
		t.Errorf("enter does not say why the block is off\n%s", got)
	}
	press(a, "esc")
	if got := screen(a); !strings.Contains(got, "off here; enter says why") {
		t.Errorf("the block does not say that it is off\n%s", got)
	}
	press(a, "enter")
	a.Update(probeMsg{lessonRun(a.reading.run), "flat", nil})
	if got := screen(a); strings.Contains(got, "cannot run here") || strings.Contains(got, "off here") || !strings.Contains(got, "flat can run now") {
		t.Errorf("what was mended is still off\n%s", got)
	}
}
