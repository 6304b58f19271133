//go:build unix

package lab

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"floorplan/lessons"
	"floorplan/sandbox"
)

// read parses a lesson written here: its body, below a front matter with the sandboxes one and two.
func read(t *testing.T, body string) *lessons.Lesson {
	t.Helper()
	front := "---\ntitle: Test\nminutes: 5\nsandboxes:\n  one: { image: host }\n  two: { image: host }\nsources: [none]\n---\n"
	lesson, problems := lessons.Parse("01-test.md", []byte(front+strings.ReplaceAll(body, "'''", "```")))
	for _, problem := range problems {
		if problem.Severity == lessons.Error {
			t.Fatal(problem)
		}
	}
	return lesson
}

func localMachine(t *testing.T) *Machine {
	return NewMachine(Options{Engines: []sandbox.Engine{local{t}}})
}

const lessonOfAll = `
## First page
Text.

'''sh {run=one predict="What does it print?" choices="4|5"}
x=4
echo $((x + 1))
'''

'''sh {run=one exit=3}
(exit 3)
'''

Make a file called note.

'''sh {check=one hint="touch makes one"}
test -f note
'''
'''sh {solve=one}
touch note
'''

## Second page
'''sh {run=two}
test ! -f note && echo two has its own home
'''
`

// TestFiles runs what a lesson puts into a sandbox: it is there before the first block, and again after a reset.
func TestFiles(t *testing.T) {
	lesson := read(t, `
## A tool
Text.

'''sh {run=one}
~/bin/greet "$(cat ~/name)"
test ! -x ~/name
test -f ~/list && test ! -s ~/list
'''
'''sh {file=one path=~/bin/greet}
#!/bin/sh
echo "good morning, $1"
'''
'''text {file=one path=~/name}
Ada '"$HOME
'''
'''text {file=one path=~/list}
'''
`)
	lab := Open(lesson, localMachine(t))
	defer lab.Close()
	for range 2 {
		result, err := lab.Do(t.Context(), "one", lesson.Pages[0].Blocks[1].Code, 20*time.Second)
		if err != nil || result.Exit != 0 || !strings.Contains(result.Output, `good morning, Ada '"$HOME`) {
			t.Fatalf("%+v %v", result, err)
		}
		if err := lab.Reset(t.Context(), "one"); err != nil {
			t.Fatal(err)
		}
	}
}

func TestPlay(t *testing.T) {
	var out bytes.Buffer
	if err := Play(t.Context(), &out, read(t, lessonOfAll), -1, localMachine(t)); err != nil {
		t.Fatalf("%v\n%s", err, out.String())
	}
	want := `# Test

## First page

predict: What does it print?

one$ x=4
   > echo $((x + 1))
5
answer: 5

one$ (exit 3)

task: Make a file called note.

one$ touch note
passed

## Second page

two$ test ! -f note && echo two has its own home
two has its own home
`
	if out.String() != want {
		t.Errorf("got:\n%s\nwant:\n%s", out.String(), want)
	}
}

// Random values are those of the seed.
func TestProveSeed(t *testing.T) {
	file := filepath.Join(t.TempDir(), "proven")
	front := "---\ntitle: Test\nsandboxes: { one: {} }\nvalues: { n: 1-999999 }\nsources: [none]\n---\n"
	body := "## Page\n```sh {run=one}\necho 'echo {{n}}' >> " + file + "\n```\n"
	lesson, problems := lessons.Parse("01-test.md", []byte(front+body))
	if lesson == nil {
		t.Fatal(problems)
	}
	for _, seed := range []int64{1, 2} {
		os.Remove(file)
		Prove(t.Context(), lessons.Course{Lessons: []*lessons.Lesson{lesson}}, localMachine(t), seed, func(*lessons.Lesson, *lessons.Block) {})
		proven, err := os.ReadFile(file)
		if want := lesson.With(seed).Pages[0].Blocks[0].Code; err != nil || !strings.Contains(want, strings.TrimSpace(string(proven))) {
			t.Errorf("seed %d: %q was run, not %q (%v)", seed, proven, want, err)
		}
	}
}

func TestPlayReportsEachFailure(t *testing.T) {
	lesson := read(t, "\n## Page\n'''sh {run=one}\nfalse\n'''\n'''sh {run=one}\nexit\n'''\n'''sh {run=one timeout=1}\nsleep 100\n'''\n'''sh {run=one}\necho fine\n'''\n")
	var out bytes.Buffer
	err := Play(t.Context(), &out, lesson, -1, localMachine(t))
	if err == nil || err.Error() != "3 of 4 blocks failed" {
		t.Error(err)
	}
	for _, want := range []string{
		"failed: line 11: exit status 1, declared 0\n", "failed: line 14: it ended the shell that it ran in\n",
		"failed: line 17: it did not end within 1s\n", "one$ echo fine\nfine\n",
	} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("the transcript lacks %q:\n%s", want, out.String())
		}
	}
}

func TestProve(t *testing.T) {
	proof := Prove(t.Context(), lessons.Course{Lessons: []*lessons.Lesson{read(t, lessonOfAll), read(t, lessonOfAll)}},
		localMachine(t), 1, func(*lessons.Lesson, *lessons.Block) {})
	if len(proof.Problems) > 0 || len(proof.Skipped) > 0 {
		t.Errorf("%+v", proof)
	}
	if proof.Runs != 6 || proof.Checks != 2 || proof.Predictions != 2 {
		t.Errorf("%+v", proof)
	}
}

func TestProveFindsWhatIsWrong(t *testing.T) {
	const fence = "\n## Page\nDo it.\n\n'''sh {check=one hint=x}\n%s\n'''\n'''sh {solve=one}\n%s\n'''\n"
	for _, test := range []struct{ name, body, want string }{
		{"status", "\n## Page\n'''sh {run=one}\necho oh no; false\n'''\n", "the block ends with exit status 1, not 0: oh no"},
		{"no check", "\n## Page\n'''sh {run=one}\ntrue\n'''\n", "no check was run, so nothing is proven"},
		{"passes before", fmt.Sprintf(fence, "true", "true"), "the check passes before its solution"},
		{"passes early", "\n## Page\n'''sh {run=one}\ntouch x\n'''\n" + fmt.Sprintf(fence[len("\n## Page\n"):], "test ! -e x", "rm x"),
			"the check passes when its page is opened, before the blocks above it have run"},
		{"fails after", fmt.Sprintf(fence, "echo no file >&2; test -f x", "touch y"),
			"the check fails after its solution: exit status 1: no file"},
		{"no answer", "\n## Page\n'''sh {run=one predict=\"What?\"}\ntrue\n'''\n",
			"the block prints nothing, so the prediction has no answer"},
		{"no choice is right", "\n## Page\n'''sh {run=one predict=\"What?\" choices=\"a|b\"}\necho c\n'''\n",
			"0 choices of the prediction are the answer \"c\", and it must be one"},
		{"false where a block was skipped", "\n## Page\n'''sh {run=one}\ntouch x\n'''\n'''sh {run=one predict=\"What?\"}\ntest -f x && echo yes || echo no\n'''\n" +
			fmt.Sprintf(fence[len("\n## Page\n"):], "test -f y", "touch y"),
			"run first of all, the block answers \"no\", and \"yes\" after what comes before it"},
		{"names too little", fmt.Sprintf(fence, "test -f y", "touch x y") + "'''sh {run=one after=nothing}\ntouch z\n'''\n" +
			"'''sh {run=one predict=\"What?\" after=page/run-1}\ntest -f x && echo yes || echo no\n'''\n",
			"after what it builds on alone, the block answers \"no\", and \"yes\" after all that comes before it"},
		{"false where only a task was skipped", fmt.Sprintf(fence, "test -f y", "touch y") + "'''sh {run=one}\ntouch z\n'''\n" +
			"'''sh {run=one predict=\"What?\"}\ntest -f z && { test -f y && echo yes || echo no; }\n'''\n",
			"with the tasks before it undone, the block answers \"no\", and not \"yes\""},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			proof := Prove(t.Context(), lessons.Course{Lessons: []*lessons.Lesson{read(t, test.body)}}, localMachine(t), 1,
				func(*lessons.Lesson, *lessons.Block) {})
			if len(proof.Problems) != 1 || proof.Problems[0].Message != test.want {
				t.Errorf("%+v\nwant %s", proof.Problems, test.want)
			}
		})
	}
}

// A task whose check looks into a sandbox that cannot run here is left out, wherever its solution is typed.
func TestPlayLeavesOutWhatCannotBeChecked(t *testing.T) {
	lesson := read(t, "## Page\n'''sh {run=one}\ntrue\n'''\n\nA task.\n\n'''sh {check=two hint=\"touch\"}\ntest -f x\n'''\n'''sh {solve=one}\ntouch x\n'''\n")
	lesson.Sandboxes[1].Engine = "vm"
	machine := NewMachine(Options{Engines: []sandbox.Engine{local{t}, brokenEngine{"vm"}}})
	var out bytes.Buffer
	if err := Play(t.Context(), &out, lesson, -1, machine); err != nil || !strings.Contains(out.String(), "skipped: sandbox two cannot run here: a part is missing") {
		t.Errorf("%v\n%s", err, out.String())
	}
}

// broken is an engine that cannot run here.
type broken struct{ local }

func (broken) Probe(context.Context) sandbox.Report {
	return sandbox.Report{Name: "native", Why: "no user namespaces", Fix: "sysctl x=1"}
}
func (broken) Start(context.Context, sandbox.Spec, *sandbox.Cmd) (sandbox.Sandbox, error) {
	return nil, fmt.Errorf("clone: EPERM")
}

func TestWhereSandboxesCannotRun(t *testing.T) {
	machine := NewMachine(Options{Engines: []sandbox.Engine{broken{}}})
	lesson := read(t, lessonOfAll)
	l := Open(lesson, machine)
	const why = "no user namespaces\nhint: sysctl x=1"
	if err := l.Off(t.Context(), "one"); err == nil || err.Error() != why {
		t.Errorf("off: %v", err)
	}
	if _, err := l.Shell(t.Context(), "one", sandbox.Size{Cols: 80, Rows: 24}); err == nil || !strings.Contains(err.Error(), why) {
		t.Errorf("shell: %v", err)
	}
	if err := Play(t.Context(), &bytes.Buffer{}, lesson, -1, machine); err == nil || err.Error() != why {
		t.Errorf("play: %v", err)
	}
	proof := Prove(t.Context(), lessons.Course{Lessons: []*lessons.Lesson{lesson}}, machine, 1, nil)
	if len(proof.Skipped) != 1 || proof.Skipped[0] != (Skip{"test", "no user namespaces", "sysctl x=1"}) {
		t.Errorf("%+v", proof.Skipped)
	}
	if len(proof.Problems) != 1 {
		t.Errorf("a proof of nothing has no problem: %+v", proof)
	}
}

func TestWatch(t *testing.T) {
	l := Open(read(t, lessonOfAll), localMachine(t))
	defer l.Close()
	check, _ := l.lesson.Block("first-page/check-1")
	if check == nil {
		t.Fatalf("%+v", l.lesson.Pages[0].Blocks)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 30*time.Second)
	defer cancel()
	verdicts := l.Watch(ctx, check)
	if l.Started("one") {
		t.Error("watching starts nothing")
	}
	if _, err := l.Do(ctx, "one", "true", time.Minute); err != nil {
		t.Fatal(err)
	}
	if first := <-verdicts; first.Passed {
		t.Error("passed at once")
	}
	if _, err := l.Do(ctx, "one", Solution(check), time.Minute); err != nil {
		t.Fatal(err)
	}
	last := Verdict{}
	for verdict := range verdicts {
		last = verdict
	}
	if !last.Passed {
		t.Errorf("%+v", last)
	}
}

// TestWatchTaskElsewhere has a task in one sandbox and its check in another, that nobody has started.
func TestWatchTaskElsewhere(t *testing.T) {
	l := Open(read(t, `
## Two rooms
Say so in one.

'''sh {check=two hint="in one"}
true
'''
'''sh {solve=one}
true
'''
`), localMachine(t))
	defer l.Close()
	check, _ := l.lesson.Block("two-rooms/check-1")
	ctx, cancel := context.WithTimeout(t.Context(), 30*time.Second)
	defer cancel()
	verdicts := l.Watch(ctx, check)
	if _, err := l.Do(ctx, "one", "true", time.Minute); err != nil {
		t.Fatal(err)
	}
	if verdict := <-verdicts; !verdict.Passed {
		t.Error("the check never ran")
	}
}

func TestShellIsStartedAgainAndReset(t *testing.T) {
	l := Open(read(t, lessonOfAll), localMachine(t))
	defer l.Close()
	do := func(code string) string {
		t.Helper()
		event, err := l.Do(t.Context(), "one", code, time.Minute)
		if err != nil {
			t.Fatal(err)
		}
		return event.Output
	}
	do("touch here")
	if _, err := l.Do(t.Context(), "one", "exit", time.Minute); err == nil {
		t.Error("a block that ends its shell is an error")
	}
	if got := do("ls"); got != "here\n" {
		t.Errorf("a new shell in the same sandbox lists %q", got)
	}
	if err := l.Reset(t.Context(), "one"); err != nil {
		t.Fatal(err)
	}
	if l.Started("one") {
		t.Error("started after a reset")
	}
	if got := do("ls"); got != "" {
		t.Errorf("a fresh sandbox lists %q", got)
	}
	if err := l.Close(); err != nil {
		t.Error(err)
	}
	if err := l.Close(); err != nil {
		t.Error("closed again:", err)
	}
	if _, err := l.Do(t.Context(), "one", "true", time.Minute); err == nil {
		t.Error("a closed lab starts a sandbox")
	}
}

// slow is an engine that starts nothing until it is told to stop.
type slow struct {
	local
	begun chan struct{}
}

func (e slow) Start(ctx context.Context, _ sandbox.Spec, _ *sandbox.Cmd) (sandbox.Sandbox, error) {
	close(e.begun)
	<-ctx.Done()
	return nil, ctx.Err()
}

func TestCloseDoesNotWaitForAStart(t *testing.T) {
	engine := slow{local{t}, make(chan struct{})}
	l := Open(read(t, lessonOfAll), NewMachine(Options{Engines: []sandbox.Engine{engine}}))
	failed := make(chan error)
	go func() {
		_, err := l.Shell(t.Context(), "one", sandbox.Size{})
		failed <- err
	}()
	<-engine.begun
	if l.Started("one") {
		t.Error("started while it starts")
	}
	if err := l.Close(); err != nil {
		t.Error(err)
	}
	if err := <-failed; err == nil {
		t.Error("a shell in a closed lab")
	}
}

// TestSlowPart: a machine that is slow lacks nothing, and no command installs what is there.
func TestSlowPart(t *testing.T) {
	if inSystemPath("python3") == "" {
		t.Skip("no python3 here")
	}
	over, cancel := context.WithDeadline(t.Context(), time.Now())
	defer cancel()
	got := part{name: "venv", modules: "venv", packages: packages{apt: "python3-venv"}}.look(over)
	if got.OK || !strings.Contains(got.Why, "import venv takes too long") || !strings.HasPrefix(got.Fix, "try again") {
		t.Errorf("got %+v", got)
	}
}

func TestParts(t *testing.T) {
	m := NewMachine(Options{Engines: []sandbox.Engine{}})
	for _, part := range m.Parts(t.Context()) {
		if part.OK != (part.Why == "") {
			t.Errorf("%+v", part)
		}
		if err := m.missing(t.Context(), []string{part.Name}); (err == nil) != part.OK {
			t.Errorf("%+v, but %v", part, err)
		}
	}
	if err := m.missing(t.Context(), []string{"sawdust"}); err == nil || !strings.Contains(err.Error(), "doctor") {
		t.Error(err)
	}
}

func TestLanguages(t *testing.T) {
	for _, test := range []struct{ lang, code, want string }{
		{"sh", "echo x\n", "echo x\n"},
		{"bash", "echo x\n", "echo x\n"},
		{"python", "print(1)\n", "python3 - <<'PYTHON'\nprint(1)\nPYTHON\n"},
		{"python", "print('PYTHON')\n", "python3 - <<'PYTHON_'\nprint('PYTHON')\nPYTHON_\n"},
		{"sql", "select 1;\n", "psql --no-psqlrc <<'SQL'\nselect 1;\nSQL\n"},
	} {
		if got := Command(&lessons.Block{Lang: test.lang, Code: test.code}); got != test.want {
			t.Errorf("%s: %q, want %q", test.lang, got, test.want)
		}
	}
}
