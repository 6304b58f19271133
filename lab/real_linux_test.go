package lab

import (
	"bytes"
	"os"
	"strings"
	"syscall"
	"testing"
	"time"

	"floorplan/lessons"
	"floorplan/sandbox"
)

// realMachine is this computer; the test is skipped, with the reason, where it has no sandboxes.
func realMachine(t *testing.T) *Machine {
	t.Helper()
	m := NewMachine(Options{})
	engine, err := m.Engine("native")
	if err != nil {
		t.Fatal(err)
	}
	if report := m.report(t.Context(), engine); !report.OK {
		must(t, "native", report.Why+"; "+report.Fix)
	}
	return m
}

func TestPlayInRealSandboxes(t *testing.T) {
	var out bytes.Buffer
	m := realMachine(t)
	if err := Play(t.Context(), &out, read(t, lessonOfAll), -1, m); err != nil {
		t.Errorf("%v\n%s", err, out.String())
	}
	if !strings.Contains(out.String(), "two has its own home") {
		t.Error(out.String())
	}
}

func TestCheckSeesTheStudentsSandbox(t *testing.T) {
	lesson := read(t, `
## Page
Name it attic.

'''sh {check=one hint="hostname sets it"}
test "$(hostname)" = attic && test -e ~/here && ! mountpoint -q /proc/nothing
'''
'''sh {solve=one}
touch ~/here
hostname attic
'''
`)
	lesson.Sandboxes[0].Profile = "admin"
	l := Open(lesson, realMachine(t))
	defer l.Close()
	check := &lesson.Pages[0].Blocks[len(lesson.Pages[0].Blocks)-1]
	before, err := l.Check(t.Context(), check)
	if err != nil || before.Passed {
		t.Fatalf("before: %+v %v", before, err)
	}
	event, after, err := l.solve(t.Context(), check)
	if err != nil || !after.Passed {
		t.Fatalf("after: %+v %+v %v", event, after, err)
	}
	facts, err := l.Facts(t.Context(), "one")
	if err != nil || facts.Hostname != "attic" {
		t.Errorf("facts: %+v %v", facts, err)
	}
	if len(l.Steps("one")) == 0 || l.Steps("two") != nil {
		t.Error("steps are those of started sandboxes")
	}
}

// Where a volume's lock is not to be had, here for want of a descriptor, nothing is left of the attempt.
func TestVolumeWithoutLock(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("TMPDIR", dir)
	var limit syscall.Rlimit
	if err := syscall.Getrlimit(syscall.RLIMIT_NOFILE, &limit); err != nil {
		t.Fatal(err)
	}
	if err := syscall.Setrlimit(syscall.RLIMIT_NOFILE, &syscall.Rlimit{Cur: 0, Max: limit.Max}); err != nil {
		t.Fatal(err)
	}
	var v volumes
	_, err := v.open("cellar")
	if err := syscall.Setrlimit(syscall.RLIMIT_NOFILE, &limit); err != nil {
		t.Fatal(err)
	}
	left, readErr := os.ReadDir(dir)
	if err == nil || readErr != nil || len(left) > 0 {
		t.Errorf("%v, %v; left %v", err, readErr, left)
	}
}

func TestVolumeIsShared(t *testing.T) {
	lesson := read(t, "\n## Page\n'''sh {run=one}\ntrue\n'''\n'''sh {run=two}\ntrue\n'''\n")
	for i := range lesson.Sandboxes {
		lesson.Sandboxes[i].Volumes = map[string]string{"/shared": "cellar"}
	}
	m := realMachine(t)
	l := Open(lesson, m)
	defer l.Close()
	if _, err := l.Do(t.Context(), "one", "echo from one > /shared/note", time.Minute); err != nil {
		t.Fatal(err)
	}
	event, err := l.Do(t.Context(), "two", "cat /shared/note", time.Minute)
	if err != nil || event.Output != "from one\n" {
		t.Errorf("%+v %v", event, err)
	}
	other := Open(lesson, m)
	defer other.Close()
	if event, err := other.Do(t.Context(), "two", "ls -A /shared", time.Minute); err != nil || event.Output != "" {
		t.Errorf("another lab sees the volume: %+v %v", event, err)
	}
	// What a killed program leaves behind, the next one removes; what one still uses, it does not.
	left, used := other.volumes.dir, l.volumes.dir
	other.volumes.lock.Close()
	sweepVolumes()
	if _, err := os.Stat(left); err == nil {
		t.Errorf("%s is still there", left)
	}
	if _, err := os.Stat(used); err != nil {
		t.Error(err)
	}
}

func TestTerminalOfARealSandbox(t *testing.T) {
	lesson := read(t, "\n## Page\n'''sh {run=one}\ntrue\n'''\n")
	l := Open(lesson, realMachine(t))
	defer l.Close()
	do := func(code string) Event {
		t.Helper()
		event, err := l.Do(t.Context(), "one", code, time.Minute)
		if err != nil {
			t.Fatalf("%s: %v", code, err)
		}
		return event
	}
	expect(t, do("tty"), 0, "/dev/pts/0\n")
	expect(t, do("stty size"), 0, "24 80\n")
	if _, err := l.Shell(t.Context(), "one", sandbox.Size{Cols: 100, Rows: 30}); err != nil {
		t.Fatal(err)
	}
	expect(t, do("stty size"), 0, "30 100\n")
	if event := do("sleep 0 & wait; jobs; true"); event.Exit != 0 {
		t.Errorf("%+v", event)
	}
}

func TestProveInRealSandboxes(t *testing.T) {
	lesson, problems := lessons.Parse("01-new.md", []byte(lessons.Template("New")))
	if lesson == nil {
		t.Fatal(problems)
	}
	proof := Prove(t.Context(), lessons.Course{Lessons: []*lessons.Lesson{lesson}}, realMachine(t), 1,
		func(*lessons.Lesson, *lessons.Block) {})
	if len(proof.Problems)+len(proof.Skipped) > 0 || proof.Checks == 0 {
		t.Errorf("the lesson to start from: %+v", proof)
	}
}

// TestWeightsAfterThePicture: the keys of the picture on the page before change what the three jobs weigh. The block that tells of
// a weight starts them anew, so that its figure and its task hold all the same.
func TestWeightsAfterThePicture(t *testing.T) {
	lesson, page, err := lessons.Load(lessons.Builtin()).Find("mainframes#weights")
	if err != nil {
		t.Fatal(err)
	}
	l := Open(lesson, realMachine(t))
	defer l.Close()
	blocks := func(page int, kind lessons.Kind) (out []*lessons.Block) {
		for i := range lesson.Pages[page].Blocks {
			if b := &lesson.Pages[page].Blocks[i]; b.Kind == kind {
				out = append(out, b)
			}
		}
		return out
	}
	if event, err := l.run(t.Context(), blocks(page-1, lessons.Run)[0]); err != nil || event.Exit != 0 {
		t.Fatalf("three equal jobs: %+v %v", event, err)
	}
	for _, job := range []string{"ann", "ann", "bob"} {
		if err := l.Lighter(t.Context(), "mainframe", job); err != nil {
			t.Fatal(err)
		}
	}
	check := blocks(page, lessons.Check)[0]
	if _, verdict, err := l.solve(t.Context(), check); err != nil || !verdict.Passed {
		t.Fatalf("cleo's job is lighter than ann's: %+v %v", verdict, err)
	}
	event, err := l.run(t.Context(), blocks(page, lessons.Run)[0])
	if err != nil || event.Exit != 0 {
		t.Fatalf("the block: %+v %v", event, err)
	}
	if verdict, err := l.Check(t.Context(), check); err != nil || verdict.Passed {
		t.Errorf("the jobs were not started anew: %+v %v", verdict, err)
	}
	nice, err := l.Do(t.Context(), "mainframe", `for job in ann bob cleo; do ps -o ni= -p "$(pgrep -of "job-$job 9999")"; done | xargs`, time.Minute)
	if err != nil {
		t.Fatal(err)
	}
	expect(t, nice, 0, "0 10 0\n")
	if _, verdict, err := l.solve(t.Context(), check); err != nil || !verdict.Passed {
		t.Errorf("the task cannot be done: %+v %v", verdict, err)
	}
}
