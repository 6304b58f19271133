package lab

import (
	"cmp"
	"context"
	"fmt"
	"strings"
	"sync"
	"time"

	"floorplan/lessons"
	"floorplan/sandbox"
)

// checkEvery is how often Watch checks while nothing happens: often enough to seem at once, calm enough not to be felt.
const checkEvery = 2 * time.Second

// Verdict is what came of running a check once.
type Verdict struct {
	Passed bool   // the code ended with exit status 0
	Exit   int    // its exit status
	Output string // what it printed, for authors: at most 64 KiB
}

// Command is the code of a block in the language of the shell: shell code as it is, python3 and psql code as the heredoc
// that feeds it to its interpreter. The student sees it typed that way.
func Command(b *lessons.Block) string { return inShell(b.Lang, b.Code) }

// Solution is the same for the code that makes a check pass.
func Solution(b *lessons.Block) string { return inShell(b.Lang, b.Solution) }

// SolveIn is the sandbox that a block is typed into: for a task the one that its solution belongs in, which need not be the
// one that is checked.
func SolveIn(b *lessons.Block) string { return cmp.Or(b.SolveIn, b.Sandbox) }

func inShell(lang, code string) string {
	program, word := "", ""
	switch lang {
	case "python", "python3", "py":
		program, word = "python3 -", "PYTHON"
	case "sql", "psql":
		program, word = "psql --no-psqlrc", "SQL"
	default:
		return code
	}
	for strings.Contains(code, word) {
		word += "_"
	}
	return fmt.Sprintf("%s <<'%s'\n%s\n%s\n", program, word, strings.TrimRight(code, "\n"), word)
}

// Check runs a check's code once, unseen, in the namespaces and the home of the sandbox that the student works in. It starts
// the sandbox if need be. The code runs in bash, or in sh where there is no bash.
func (l *Lab) Check(ctx context.Context, b *lessons.Block) (Verdict, error) {
	box, err := l.box(b.Sandbox)
	if err != nil {
		return Verdict{}, err
	}
	box.mu.Lock()
	err = l.start(ctx, box)
	running := box.sandbox
	box.mu.Unlock()
	if err != nil {
		return Verdict{}, err
	}
	timeout := Timeout(b)
	ctx, cancel := context.WithTimeoutCause(ctx, timeout, fmt.Errorf("the check did not end within %s", timeout))
	defer cancel()
	verdict, err := hidden(ctx, running, Command(b))
	if cause := context.Cause(ctx); cause != nil {
		err = cause
	}
	return verdict, err
}

// hidden runs code without a terminal.
func hidden(ctx context.Context, box sandbox.Sandbox, code string) (Verdict, error) {
	var output tail
	process, err := box.Exec(ctx, sandbox.Cmd{Args: []string{"bash", "-c", code}, Stdout: &output, Stderr: &output})
	if err != nil {
		process, err = box.Exec(ctx, sandbox.Cmd{Args: []string{"sh", "-c", code}, Stdout: &output, Stderr: &output})
	}
	if err != nil {
		return Verdict{}, err
	}
	exit, err := process.Wait()
	return Verdict{Passed: err == nil && exit.Code == 0, Exit: exit.Code, Output: output.String()}, err
}

// tail keeps the end of what is written to it: maxOutput bytes.
type tail struct {
	mu   sync.Mutex
	kept []byte
}

func (t *tail) Write(p []byte) (int, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.kept = append(t.kept, p...)
	if len(t.kept) > 2*maxOutput {
		t.kept = append(t.kept[:0], t.kept[len(t.kept)-maxOutput:]...)
	}
	return len(p), nil
}

func (t *tail) String() string {
	t.mu.Lock()
	defer t.mu.Unlock()
	return plain(t.kept)
}

// Watch checks by itself until the check passes or ctx ends, then closes the channel. It checks after each finished command
// and at a calm interval, never twice at once and never before the checked sandbox or the one of the task is started; it
// sends the first verdict and then each one that differs.
func (l *Lab) Watch(ctx context.Context, b *lessons.Block) <-chan Verdict {
	verdicts := make(chan Verdict)
	go func() {
		defer close(verdicts)
		var last *Verdict
		for ctx.Err() == nil {
			turned := l.turned() // taken before the check: a command that ends during it is not missed
			if l.Started(b.Sandbox) || l.Started(SolveIn(b)) {
				verdict, err := l.Check(ctx, b)
				if err == nil && (last == nil || *last != verdict) {
					select {
					case verdicts <- verdict:
					case <-ctx.Done():
						return
					}
					last = &verdict
				}
				if verdict.Passed {
					return
				}
			}
			select {
			case <-turned:
			case <-time.After(checkEvery):
			case <-ctx.Done():
			}
		}
	}()
	return verdicts
}

// Solve types a check's solution into the shell of the sandbox that it belongs in, as [Shell.Type] does.
func (l *Lab) Solve(ctx context.Context, b *lessons.Block) (run int, err error) {
	shell, err := l.Shell(ctx, SolveIn(b), sandbox.Size{})
	if err != nil {
		return 0, err
	}
	return shell.Type(Solution(b))
}
