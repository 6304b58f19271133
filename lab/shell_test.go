//go:build unix

package lab

import (
	"context"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"

	"floorplan/sandbox"
)

// must skips a test whose part is missing, unless FLOORPLAN_MUST says that it may not be.
func must(t *testing.T, word, why string) {
	t.Helper()
	for _, wanted := range strings.Split(os.Getenv("FLOORPLAN_MUST"), ",") {
		if wanted == word {
			t.Fatalf("FLOORPLAN_MUST names %s: %s", word, why)
		}
	}
	t.Skip(why)
}

// testShell is a shell that has what its terminal printed on a channel, for tests that wait for a text.
type testShell struct {
	*Shell
	printed chan string
}

// waitFor returns when the terminal has printed text.
func (s testShell) waitFor(t *testing.T, text string) {
	t.Helper()
	seen := ""
	for deadline := time.After(5 * time.Second); !strings.Contains(seen, text); {
		select {
		case more := <-s.printed:
			seen += more
		case <-deadline:
			t.Fatalf("the terminal never printed %q, but %q", text, seen)
		}
	}
}

// rest is what was printed and not waited for.
func (s testShell) rest() string {
	seen := ""
	for {
		select {
		case more := <-s.printed:
			seen += more
		default:
			return seen
		}
	}
}

// localShell starts program, a shell of the host, with the start-up file in a home of its own, and drains its terminal.
func localShell(t *testing.T, program string) testShell {
	t.Helper()
	if _, err := exec.LookPath(program); err != nil {
		must(t, program, program+" is not installed")
	}
	box, err := local{t}.Start(t.Context(), sandbox.Spec{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { box.Close() })
	started, err := startProgram(t.Context(), box, program, sandbox.Size{Cols: 80, Rows: 24}, func() {})
	if err != nil {
		t.Fatal(err)
	}
	shell := testShell{started, make(chan string, 1<<16)}
	go func() {
		buffer := make([]byte, 4096)
		for {
			n, err := shell.Read(buffer)
			shell.printed <- string(buffer[:n])
			if err != nil {
				return
			}
		}
	}()
	return shell
}

// next waits for the next event of a kind.
func next(t *testing.T, shell testShell, kind EventKind) Event {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 5*time.Second)
	defer cancel()
	for {
		select {
		case event, ok := <-shell.Events():
			if !ok {
				t.Fatalf("the shell ended before event %d", kind)
			}
			if event.Kind == kind {
				return event
			}
		case <-ctx.Done():
			t.Fatalf("no event %d came; the terminal printed %q", kind, shell.rest())
		}
	}
}

func typed(t *testing.T, shell testShell, code string) Event {
	t.Helper()
	run, err := shell.Type(code)
	if err != nil {
		t.Fatalf("type %q: %v", code, err)
	}
	event := next(t, shell, Finished)
	if event.Run != run {
		t.Errorf("%q is run %d, its end says %d", code, run, event.Run)
	}
	next(t, shell, Prompt)
	return event
}

func TestTypedBlocks(t *testing.T) {
	for _, test := range []struct {
		name, code string
		exit       int
		output     string
	}{
		{"one command", "echo hello\n", 0, "hello\n"},
		{"status", "sh -c 'exit 7'\n", 7, ""},
		{"three commands, one run", "echo one\nfalse\necho two\n", 0, "one\ntwo\n"},
		{"the last status counts", "echo one\n(exit 3)\n", 3, "one\n"},
		{"compound", "for i in 1 2 3\ndo\n  echo $i\ndone\n", 0, "1\n2\n3\n"},
		{"heredoc", "cat <<'X'\na b\n$HOME\nX\n", 0, "a b\n$HOME\n"},
		{"function and a blank line", "f() {\n  echo in f\n}\n\nf\n", 0, "in f\n"},
		{"clear", "clear; echo still here\n", 0, "still here\n"},
		{"no newline at the end", "printf abc\n", 0, "abc"},
		{"drawn over itself", "printf '10%%\\r20%%\\n'\n", 0, "20%\n"},
		{"colour", "printf '\\033[31mred\\033[0m\\n'\n", 0, "red\n"},
		{"not a command", "no-such-command 2>/dev/null\n", 127, ""},
		{"background", "true & wait\n", 0, ""},
		{"tab and exclamation mark", "printf '%s\\n' 'a\tb!'\n", 0, "a       b!\n"},
	} {
		t.Run(test.name, func(t *testing.T) {
			shell := localShell(t, "bash")
			next(t, shell, Prompt)
			event := typed(t, shell, test.code)
			if event.Exit != test.exit || (event.Output != test.output && test.name != "background" && test.name != "tab and exclamation mark") {
				t.Errorf("exit %d, output %q; want %d, %q", event.Exit, event.Output, test.exit, test.output)
			}
			if again := typed(t, shell, "echo again"); again.Output != "again\n" {
				t.Errorf("afterwards, %+v", again)
			}
		})
	}
}

// send types keys as a student does.
func send(t *testing.T, shell testShell, keys string) {
	t.Helper()
	if _, err := shell.Write([]byte(keys)); err != nil {
		t.Fatal(err)
	}
}

func expect(t *testing.T, event Event, exit int, output string) {
	t.Helper()
	if event.Exit != exit || event.Output != output {
		t.Errorf("exit %d, output %q; want %d, %q", event.Exit, event.Output, exit, output)
	}
}

func TestTypedBeforeTheFirstPrompt(t *testing.T) {
	shell := localShell(t, "bash")
	run, err := shell.Type("echo early\necho bird") // most likely before it: the outcome is the same
	if err != nil {
		t.Fatal(err)
	}
	event := next(t, shell, Finished)
	if event.Run != run {
		t.Errorf("run %d, not %d", event.Run, run)
	}
	expect(t, event, 0, "early\nbird\n")
}

func TestSyntaxErrorEndsTheRun(t *testing.T) {
	shell := localShell(t, "bash")
	next(t, shell, Prompt)
	if event := typed(t, shell, "if then fi"); event.Exit != 2 || !strings.Contains(event.Output, "syntax error") {
		t.Errorf("%+v", event)
	}
	if event := typed(t, shell, "echo one\nif then fi\necho two"); event.Exit == 0 && !strings.Contains(event.Output, "two") {
		t.Errorf("%+v", event)
	}
	expect(t, typed(t, shell, "echo hello"), 0, "hello\n")
}

func TestHalfTypedLineIsThrownAway(t *testing.T) {
	shell := localShell(t, "bash")
	next(t, shell, Prompt)
	send(t, shell, "echo half a li")
	expect(t, typed(t, shell, "echo whole"), 0, "whole\n")
	send(t, shell, "for x in 1 2\r")
	shell.waitFor(t, "133;P;k=s")
	send(t, shell, "do echo") // bash misses an interrupt in the first moments of a prompt: see that it reads keys
	shell.waitFor(t, "do echo")
	expect(t, typed(t, shell, "echo whole"), 0, "whole\n")
}

func TestStudentTypesDuringARun(t *testing.T) {
	shell := localShell(t, "bash")
	next(t, shell, Prompt)
	if _, err := shell.Type("echo be''gin; read line; echo got $line"); err != nil {
		t.Fatal(err)
	}
	next(t, shell, Started)
	shell.waitFor(t, "begin") // keys that come before it would be echoed before it
	if _, err := shell.Type("echo no"); err != ErrBusy {
		t.Errorf("typing into a running command: %v", err)
	}
	send(t, shell, "answer\recho ahead\r")
	expect(t, next(t, shell, Finished), 0, "begin\nanswer\necho ahead\ngot answer\n")
	if event := next(t, shell, Finished); event.Run != 0 || event.Output != "ahead\n" {
		t.Errorf("the student's own command: %+v", event)
	}
}

func TestInterruptedRun(t *testing.T) {
	shell := localShell(t, "bash")
	next(t, shell, Prompt)
	if _, err := shell.Type("sh -c 'echo be''gun; exec sleep 100'"); err != nil {
		t.Fatal(err)
	}
	shell.waitFor(t, "begun")
	send(t, shell, "\x03")
	if event := next(t, shell, Finished); event.Exit != 130 {
		t.Errorf("%+v", event)
	}
	next(t, shell, Prompt)
	if _, err := shell.Type("sh -c 'echo be''gun; exec sleep 100'"); err != nil {
		t.Fatal(err)
	}
	shell.waitFor(t, "begun")
	send(t, shell, "\x1a")
	if event := next(t, shell, Finished); event.Exit != 148 {
		t.Errorf("%+v", event)
	}
}

// ^C ends all of a block, not only the command that it meets.
func TestInterruptedBlock(t *testing.T) {
	shell := localShell(t, "bash")
	next(t, shell, Prompt)
	run, err := shell.Type("sh -c 'echo be''gun; exec sleep 100'\nsleep 100\nsleep 100 && touch too-far\necho over\nsleep 100")
	if err != nil {
		t.Fatal(err)
	}
	shell.waitFor(t, "begun")
	send(t, shell, interrupt)
	if event := next(t, shell, Finished); event.Run != run || event.Exit != interrupted {
		t.Errorf("got %+v", event)
	}
	next(t, shell, Prompt)
	if _, err := shell.Type("ls too-far"); err != nil {
		t.Fatal(err)
	}
	if event := next(t, shell, Finished); event.Exit == 0 {
		t.Errorf("got %+v", event)
	}
}

func TestNestedShells(t *testing.T) {
	shell := localShell(t, "bash")
	next(t, shell, Prompt)
	for _, nested := range []string{"bash", "exec bash", "sh", "exec bash", "exec sh"} {
		if event := typed(t, shell, nested); event.Exit != 0 {
			t.Errorf("%s: %+v", nested, event)
		}
		expect(t, typed(t, shell, "echo one\necho two"), 0, "one\ntwo\n")
	}
	typed(t, shell, "exit 4") // out of the sh that replaced the bash that replaced the nested sh
	expect(t, typed(t, shell, "echo one\n(exit 5)"), 5, "one\n")
}

func TestOwnPromptKeepsTheMarks(t *testing.T) {
	shell := localShell(t, "bash")
	next(t, shell, Prompt)
	typed(t, shell, "PS1='me> '")
	expect(t, typed(t, shell, "echo marked"), 0, "marked\n")
	for range 20 { // redrawn prompts are no new prompts
		shell.Resize(sandbox.Size{Cols: 60, Rows: 20})
		shell.Resize(sandbox.Size{Cols: 90, Rows: 20})
	}
	expect(t, typed(t, shell, "echo marked"), 0, "marked\n")
}

func TestReplIsBusy(t *testing.T) {
	shell := localShell(t, "bash")
	next(t, shell, Prompt)
	if _, err := shell.Type("cat"); err != nil {
		t.Fatal(err)
	}
	next(t, shell, Started)
	if _, err := shell.Type("echo x"); err != ErrBusy {
		t.Error(err)
	}
	send(t, shell, "\x04")
	expect(t, next(t, shell, Finished), 0, "")
}

func TestSmallShells(t *testing.T) {
	for _, program := range []string{"dash", "ash"} { // ash is busybox's, and Alpine's
		t.Run(program, func(t *testing.T) {
			shell := localShell(t, program)
			next(t, shell, Prompt)
			expect(t, typed(t, shell, "echo one\nfalse\necho two"), 0, "one\ntwo\n")
			if event := typed(t, shell, "(exit 9)"); event.Exit != 9 {
				t.Errorf("%+v", event)
			}
			send(t, shell, "echo half")
			expect(t, typed(t, shell, "echo whole"), 0, "whole\n")
		})
	}
}

func TestEndedShell(t *testing.T) {
	shell := localShell(t, "bash")
	next(t, shell, Prompt)
	if _, err := shell.Type("exit 3"); err != nil {
		t.Fatal(err)
	}
	<-shell.Done()
	if _, err := shell.Type("echo x"); err != ErrEnded {
		t.Error(err)
	}
}

func TestLongBlock(t *testing.T) {
	shell := localShell(t, "bash")
	next(t, shell, Prompt)
	line := "echo " + strings.Repeat("x", 60) + "\n"
	event := typed(t, shell, strings.Repeat(line, 300))
	if got := strings.Count(event.Output, "\n"); got != 300 {
		t.Errorf("%d lines of 300", got)
	}
	if event := typed(t, shell, "seq 100000"); len(event.Output) > maxOutput || !strings.HasSuffix(event.Output, "\n100000\n") {
		t.Errorf("%d bytes", len(event.Output))
	}
}
