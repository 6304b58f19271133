//go:build unix

package main

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"
	"github.com/creack/pty"

	"floorplan/tui/terminal"
)

// binary builds the program once for all tests of it on a terminal.
var binary = sync.OnceValues(func() (string, error) {
	dir, err := os.MkdirTemp("", "floorplan-test-")
	if err != nil {
		return "", err
	}
	path := filepath.Join(dir, "floorplan")
	build := exec.Command("go", "build", "-o", path, ".")
	build.Env = append(os.Environ(), "CGO_ENABLED=0") // as the README builds it
	if out, err := build.CombinedOutput(); err != nil {
		return "", fmt.Errorf("go build: %v\n%s", err, out)
	}
	return path, nil
})

func TestMain(m *testing.M) {
	code := m.Run()
	if path, err := binary(); err == nil {
		os.RemoveAll(filepath.Dir(path))
	}
	os.Exit(code)
}

// session is a program on a real pseudo-terminal, its output played into our own emulator.
type session struct {
	t    testing.TB
	cmd  *exec.Cmd
	tty  *os.File
	pane *terminal.Pane
	over chan struct{}
	err  error
}

// start runs a command on a terminal of this size. home keeps its progress.
func start(t testing.TB, cols, rows int, home, name string, args ...string) *session {
	t.Helper()
	cmd := exec.Command(name, args...)
	cmd.Env = append(os.Environ(), "TERM=xterm-256color", "XDG_DATA_HOME="+home, "XDG_CACHE_HOME="+home, "TMUX=", "NO_COLOR=")
	tty, err := pty.StartWithSize(cmd, &pty.Winsize{Cols: uint16(cols), Rows: uint16(rows)})
	if err != nil {
		t.Fatal(err)
	}
	s := &session{t: t, cmd: cmd, tty: tty, pane: terminal.NewPane(terminal.Options{Cols: cols, Rows: rows}), over: make(chan struct{})}
	go func() {
		s.pane.Run(tty)
		s.err = cmd.Wait()
		close(s.over)
	}()
	t.Cleanup(func() {
		cmd.Process.Kill()
		<-s.over
		tty.Close()
	})
	return s
}

// text is what stands on the screen.
func (s *session) text() string {
	var lines []string
	for _, line := range s.pane.Lines(nil) {
		lines = append(lines, strings.TrimRight(ansi.Strip(line), " "))
	}
	return strings.Join(lines, "\n")
}

// wait returns when the screen contains all of the texts.
func (s *session) wait(texts ...string) {
	s.t.Helper()
	s.until(strings.Join(texts, ", "), func() bool {
		screen := s.text()
		for _, text := range texts {
			if !strings.Contains(screen, text) {
				return false
			}
		}
		return true
	})
}

// until returns when done says so, looking again after each piece of output.
func (s *session) until(what string, done func() bool) {
	s.t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), 30*time.Second)
	defer cancel()
	for !done() {
		if s.pane.Wait(ctx, 0) != nil {
			s.t.Fatalf("waited in vain for %s\n%s", what, s.text())
		}
	}
}

func (s *session) keys(keys ...string) {
	for _, key := range keys {
		s.pane.Send([]byte(key))
	}
}

func (s *session) resize(cols, rows int) {
	s.pane.Resize(cols, rows)
	if err := pty.Setsize(s.tty, &pty.Winsize{Cols: uint16(cols), Rows: uint16(rows)}); err != nil {
		s.t.Fatal(err)
	}
}

// ended returns the exit status, and checks that the terminal was left as it was found: main screen, cursor on, no mouse.
func (s *session) ended() int {
	s.t.Helper()
	select {
	case <-s.over:
	case <-time.After(20 * time.Second):
		s.t.Fatalf("the program did not end\n%s", s.text())
	}
	if m := s.pane.Modes(); m.AltScreen || m.Mouse != terminal.MouseOff || m.BracketedPaste {
		s.t.Errorf("the terminal was not restored: %+v", m)
	}
	if !s.pane.Cursor().Visible {
		s.t.Error("the cursor was left hidden")
	}
	return s.cmd.ProcessState.ExitCode()
}

func floorplan(t testing.TB) string {
	t.Helper()
	path, err := binary()
	if err != nil {
		t.Fatal(err)
	}
	return path
}

const (
	enter = "\r"
	tab   = "\t"
	leave = "\x1d" // ctrl+]
)

// The road of the course: read, predict, run, type, be checked, answer, quit, and come back to the same page and ticks.
func TestRoadOnATerminal(t *testing.T) {
	needNative(t)
	home := t.TempDir()
	learn := func() *session {
		return start(t, 120, 40, home, floorplan(t), "learn", "walls", "--course", "testdata/course")
	}
	s := learn()
	s.wait("Who lives here", "@flat", "type an answer")
	s.keys(enter)
	s.wait("submit")
	s.keys("flat", enter)
	s.wait("this machine says “flat”", "✓ you said")
	s.wait("your turn")
	s.keys(tab, enter) // the task: into the terminal
	s.wait("ctrl+] goes back")
	s.keys("hostname flat-7", enter)
	s.wait("☑ done")
	s.keys(leave)
	s.wait("enter go on")
	s.keys("n")
	s.wait("Five lines", "page 2 of 2")
	s.keys(tab, "8", enter)
	s.wait("Since the System/360", "✓ right", "3 of 5 done")
	s.keys("q")
	if status := s.ended(); status != 0 {
		t.Errorf("exit status %d", status)
	}

	s = learn()
	s.wait("page 2 of 2", "3 of 5 done", "✓ right")
	s.keys("p")
	s.wait("this machine says “flat”", "☑ done")
	s.keys("\x03") // ctrl+c
	s.ended()
}

// A review in the real program: the machine answers a prediction anew, and shows a question's answer in a fresh sandbox.
func TestReviewOnATerminal(t *testing.T) {
	needNative(t)
	home := t.TempDir()
	history := exec.Command(floorplan(t), "progress", "import")
	history.Env = append(os.Environ(), "XDG_DATA_HOME="+home)
	history.Stdin = strings.NewReader(`{"floorplan":"progress","format":1}
{"id":"ABCDEFGHR1","at":"2026-01-02T03:04:05Z","kind":"prediction","lesson":"walls","block":"who-lives-here/run-1","given":"me","answer":"flat","outcome":"wrong"}
{"id":"ABCDEFGHR2","at":"2026-01-02T03:04:06Z","kind":"answer","lesson":"walls","block":"who-lives-here/question-1","given":"the host's","outcome":"right"}
`)
	if out, err := history.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	s := start(t, 100, 40, home, floorplan(t), "quiz", "--course", "testdata/course")
	s.wait("1 of 2", "their own view", "What name will it print?", "type an answer")
	s.resize(50, 40) // the first screen stands before the program listens to keys; what it makes of a new size does not
	s.wait("needs a terminal")
	s.resize(100, 40)
	s.wait("type an answer")
	s.keys(enter)
	s.wait("submit")
	s.keys("flat", enter)
	s.wait("this machine says “flat”", "✓ you said", "next question")
	s.keys(enter)
	s.wait("2 of 2", "whose kernel answers")
	s.keys(enter)
	s.wait("All containers on a host share its kernel.", "See it again, here and now.", "run it again")
	s.keys(enter)
	s.wait("ran in flat", "exit 0")
	s.keys(enter)
	s.wait("of 2 right.")
	s.keys("q")
	if status := s.ended(); status != 0 {
		t.Errorf("exit status %d", status)
	}
}

// A student may not lose what a program in the terminal prints, nor the program its keys.
func TestLiveTerminal(t *testing.T) {
	needNative(t)
	s := start(t, 120, 40, t.TempDir(), floorplan(t), "learn", "walls", "--course", "testdata/course")
	s.wait("@flat")
	s.keys("t")
	s.wait("ctrl+] goes back")
	s.keys("tty; stty size; echo $((6*7))", enter)
	s.wait("/dev/pts/", "42")
	s.keys("sh -c 'echo ru\"\"ns; exec sleep 1000'", enter)
	s.wait("runs")
	s.keys("\x03") // ctrl+c goes to the program
	s.keys("echo stopped $?", enter)
	s.wait("stopped 130")
	s.keys("sh -c 'echo asl''eep; sleep 1000'", enter)
	s.wait("asleep")
	s.keys("\x1a")
	s.wait("Stopped")
	s.keys("kill %1; echo alive", enter)
	s.wait("alive")
	s.resize(140, 50)
	s.keys("until stty size | grep '47 6''9'; do sleep 0.1; done", enter) // the keys may be there before the signal
	s.wait("47 69")
	s.keys("seq 1 200000; echo fin''ished", enter)
	s.wait("finished")
	s.keys(leave, "f", "195432")
	s.wait("1 of 1", "195433")
	s.keys("\x1b") // esc
	s.wait("lines below", "all keys")
	s.keys("V", "\x1b[1;2D", "y") // select one cell to the left, copy
	s.wait("copied")
	s.keys("t")
	s.wait("back to the lesson")
	s.keys("exit", enter)
	s.wait("has ended; t starts another")
	s.keys("t")
	s.wait("@flat")
	s.keys("echo again", enter)
	s.wait("again")
}

func needNative(t testing.TB) {
	t.Helper()
	out, err := exec.Command(floorplan(t), "sandbox", "run", "--", "true").CombinedOutput()
	if err == nil {
		return
	}
	if strings.Contains(os.Getenv("FLOORPLAN_MUST"), "native") {
		t.Fatalf("sandboxes must run here: %v\n%s", err, out)
	}
	t.Skipf("sandboxes cannot run here: %s", out)
}

// Signals end the program cleanly in every state, and the sandboxes with it.
func TestSignals(t *testing.T) {
	for _, signal := range []syscall.Signal{syscall.SIGTERM, syscall.SIGHUP, syscall.SIGINT} {
		s := start(t, 100, 30, t.TempDir(), floorplan(t), "learn", "walls", "--course", "testdata/course")
		s.wait("Who lives here")
		s.cmd.Process.Signal(signal)
		if status := s.ended(); status != 128+int(signal) {
			t.Errorf("%v: exit status %d", signal, status)
		}
	}
}

// A terminal that vanishes ends the program also where somebody keeps the signal from it.
func TestVanishedTerminal(t *testing.T) {
	s := start(t, 100, 30, t.TempDir(), "sh", "-c", `trap "" HUP; "$0" "$@"; exit 3`, floorplan(t), "learn", "walls", "--course", "testdata/course")
	s.wait("Who lives here")
	s.tty.Close()
	select {
	case <-s.over:
	case <-time.After(20 * time.Second):
		t.Fatal("it goes on without a terminal")
	}
	if status := s.cmd.ProcessState.ExitCode(); status != 3 { // the shell's last word
		t.Errorf("exit status %d", status)
	}
}

// Terminals too small say what is needed, and a larger one continues.
func TestTinyTerminal(t *testing.T) {
	s := start(t, 20, 5, t.TempDir(), floorplan(t), "learn", "walls", "--course", "testdata/course")
	s.wait("60x15")
	s.resize(100, 30)
	s.wait("Who lives here")
	s.resize(20, 5)
	s.wait("60x15")
	s.keys("q")
	if status := s.ended(); status != 0 {
		t.Errorf("exit status %d", status)
	}
}
