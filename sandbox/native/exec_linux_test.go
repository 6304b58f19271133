package native

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"golang.org/x/sys/unix"

	"floorplan/sandbox"
)

// TestExecAtOnce runs many commands in one sandbox at the same time: each gets its own output and status.
func TestExecAtOnce(t *testing.T) {
	each(t, func(t *testing.T, e *Engine) {
		b := start(t, e, sandbox.Spec{})
		var wg sync.WaitGroup
		for i := range 40 {
			wg.Go(func() {
				var out bytes.Buffer
				p, err := b.Exec(context.Background(), sandbox.Cmd{Args: []string{"sh", "-c", fmt.Sprintf("echo %d; exit %d", i, i)}, Stdout: &out})
				if err != nil {
					t.Error(err)
					return
				}
				if exit, err := p.Wait(); err != nil || exit.Code != i || out.String() != fmt.Sprintln(i) {
					t.Errorf("%d: got %+v, %v, %q", i, exit, err, out.String())
				}
			})
		}
		wg.Wait()
	})
}

func TestInputAndOutput(t *testing.T) {
	each(t, func(t *testing.T, e *Engine) {
		b := start(t, e, sandbox.Spec{})
		const size = 50 << 20
		var out bytes.Buffer
		p, err := b.Exec(t.Context(), sandbox.Cmd{Args: []string{"cat"}, Stdin: strings.NewReader(strings.Repeat("x", size)), Stdout: &out})
		if err != nil {
			t.Fatal(err)
		}
		if exit, err := p.Wait(); err != nil || exit.Code != 0 || out.Len() != size {
			t.Errorf("got %+v, %v, %d bytes, want %d", exit, err, out.Len(), size)
		}
		// What is left behind with the output open does not keep Wait from returning.
		p, err = b.Exec(t.Context(), sandbox.Cmd{Args: []string{"sh", "-c", "sleep 1000 & echo said"}, Stdout: &out})
		if err != nil {
			t.Fatal(err)
		}
		if exit, err := p.Wait(); err != nil || exit.Code != 0 || !strings.HasSuffix(out.String(), "said\n") {
			t.Errorf("got %+v, %v", exit, err)
		}
		if got, _ := output(t, b, "pwd; echo $A; cd /tmp"); got != "/home/student" {
			t.Errorf("got %q", got)
		}
		out.Reset()
		p, err = b.Exec(t.Context(), sandbox.Cmd{Args: []string{"sh", "-c", "pwd; echo $A $B"}, Dir: "/usr", Env: []string{"A=1", "B=2", "A=3"}, Stdout: &out})
		if err != nil {
			t.Fatal(err)
		}
		if p.Wait(); out.String() != "/usr\n3 2\n" {
			t.Errorf("got %q", out.String())
		}
		if _, err = b.Exec(t.Context(), sandbox.Cmd{Args: []string{"true"}, Dir: "/nowhere"}); !errors.Is(err, unix.ENOENT) || !strings.Contains(err.Error(), "/nowhere") {
			t.Errorf("got %v", err)
		}
		// Not tried in every directory of a long PATH.
		long := sandbox.Cmd{Args: []string{strings.Repeat("x", 20_000)}, Env: []string{"PATH=" + strings.Repeat(":", 20_000)}}
		if _, err = b.Exec(t.Context(), long); !errors.Is(err, unix.ENAMETOOLONG) {
			t.Errorf("got %v, want ENAMETOOLONG", err)
		}
		if _, err = b.Exec(t.Context(), sandbox.Cmd{Args: []string{"echo", strings.Repeat("x", inboxSize)}}); !errors.Is(err, unix.E2BIG) {
			t.Errorf("got %v, want E2BIG", err)
		}
		if got, _ := output(t, b, "echo alive"); got != "alive" {
			t.Errorf("got %q", got)
		}
	})
}

// TestCancelExec ends the context of a command that does not end by itself, and of one with a terminal.
func TestCancelExec(t *testing.T) {
	each(t, func(t *testing.T, e *Engine) {
		b := start(t, e, sandbox.Spec{})
		for _, terminal := range []*sandbox.Size{nil, {Cols: 80, Rows: 24}} {
			ctx, cancel := context.WithCancel(t.Context())
			p, err := b.Exec(ctx, sandbox.Cmd{Args: []string{"sh", "-c", "trap '' HUP TERM INT; while :; do sleep 1000; done"}, Terminal: terminal})
			if err != nil {
				t.Fatal(err)
			}
			cancel()
			if exit, err := p.Wait(); err != nil || exit.Signal != unix.SIGKILL {
				t.Errorf("got %+v, %v, want a command that was killed", exit, err)
			}
			// One that has ended before its context does is over and done with.
			ctx, cancel = context.WithCancel(t.Context())
			if p, err = b.Exec(ctx, sandbox.Cmd{Args: []string{"true"}}); err != nil {
				t.Fatal(err)
			}
			exit, err := p.Wait()
			cancel()
			if again, err2 := p.Wait(); err != nil || err2 != nil || exit.Code != 0 || again != exit {
				t.Errorf("got %+v, %v, then %+v, %v", exit, err, again, err2)
			}
		}
		if out, code := output(t, b, "echo alive"); out != "alive" || code != 0 {
			t.Errorf("after that: %s, %d", out, code)
		}
	})
}

// TestGiveUpExec gives many commands up at every moment of their start: none is left running, and answers reach who asked.
func TestGiveUpExec(t *testing.T) {
	each(t, func(t *testing.T, e *Engine) {
		b := start(t, e, sandbox.Spec{})
		before := holdings(t)
		var wg sync.WaitGroup
		for i := range 100 {
			wg.Go(func() {
				ctx, cancel := context.WithTimeout(t.Context(), time.Duration(i)*50*time.Microsecond)
				defer cancel()
				var out bytes.Buffer
				p, err := b.Exec(ctx, sandbox.Cmd{Args: []string{"sleep", "1000"}, Stdout: &out})
				if err == nil {
					_, err = p.Wait()
				}
				if err != nil && !errors.Is(err, context.DeadlineExceeded) {
					t.Error(err)
				}
			})
		}
		for i := range 20 {
			if out, code := output(t, b, fmt.Sprintf("echo %d", i)); out != fmt.Sprint(i) || code != 0 {
				t.Errorf("%d: got %q, %d", i, out, code)
			}
		}
		wg.Wait()
		for deadline := time.Now().Add(10 * time.Second); ; time.Sleep(time.Millisecond) {
			left, _ := output(t, b, "ps -C sleep -o pid= | wc -l")
			if left == "0" && holdings(t).more(before) == "" {
				break
			}
			if time.Now().After(deadline) {
				t.Fatalf("left: %s; before %+v, after %+v", left, before, holdings(t))
			}
		}
	})
}

// TestNoProgram asks for programs that are not there: what was made for them is given back, a terminal too.
func TestNoProgram(t *testing.T) {
	each(t, func(t *testing.T, e *Engine) {
		b := start(t, e, sandbox.Spec{})
		before := holdings(t)
		for _, terminal := range []*sandbox.Size{nil, {Cols: 80, Rows: 24}} {
			cmd := sandbox.Cmd{Args: []string{"no-such-program"}, Terminal: terminal}
			if _, err := b.Exec(t.Context(), cmd); !errors.Is(err, os.ErrNotExist) {
				t.Errorf("got %v", err)
			}
			if _, err := b.Exec(t.Context(), sandbox.Cmd{Args: []string{"echo", "a\x00b"}, Terminal: terminal}); !errors.Is(err, unix.EINVAL) {
				t.Errorf("got %v", err)
			}
			if _, err := b.Exec(t.Context(), sandbox.Cmd{Args: []string{"true"}, Dir: "/\x00/nowhere", Terminal: terminal}); !errors.Is(err, unix.EINVAL) {
				t.Errorf("got %v", err)
			}
			if _, err := e.Start(t.Context(), sandbox.Spec{}, &cmd); !errors.Is(err, os.ErrNotExist) {
				t.Errorf("got %v", err)
			}
		}
		if more := holdings(t).more(before); more != "" {
			t.Error(more)
		}
	})
}

// TestFilesOfTheHost gives a command files as its standard ones. It has what they hold, and no way to the files.
func TestFilesOfTheHost(t *testing.T) {
	name := filepath.Join(t.TempDir(), "notes")
	for dir := filepath.Dir(name); dir != "/tmp" && dir != "/"; dir = filepath.Dir(dir) {
		os.Chmod(dir, 0o777) // the sandbox's user may be another
	}
	each(t, func(t *testing.T, e *Engine) {
		if err := errors.Join(os.WriteFile(name, []byte("mine\n"), 0o666), os.Chmod(name, 0o666)); err != nil {
			t.Fatal(err)
		}
		b := start(t, e, sandbox.Spec{})
		in, err := os.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		defer in.Close()
		out, err := os.Create(name + ".out")
		if err != nil {
			t.Fatal(err)
		}
		defer out.Close()
		twice, err := unix.Dup(int(out.Fd())) // a shell's 2>&1
		if err != nil {
			t.Fatal(err)
		}
		same := os.NewFile(uintptr(twice), out.Name())
		defer same.Close()
		p, err := b.Exec(t.Context(), sandbox.Cmd{Stdin: in, Stdout: out, Stderr: same, Args: []string{"sh", "-c",
			"cat; (echo changed > /proc/self/fd/0) 2>/dev/null; for i in 1 2 3; do echo out $i; echo err $i >&2; done; readlink /proc/self/fd/1 | cut -d: -f1"}})
		if err != nil {
			t.Fatal(err)
		}
		if exit, err := p.Wait(); err != nil || exit.Code != 0 {
			t.Errorf("got %+v, %v", exit, err)
		}
		if text, err := os.ReadFile(name); err != nil || string(text) != "mine\n" {
			t.Errorf("what was given to be read is now %q, %v", text, err)
		}
		if text, err := os.ReadFile(out.Name()); err != nil || string(text) != "mine\nout 1\nerr 1\nout 2\nerr 2\nout 3\nerr 3\npipe\n" {
			t.Errorf("the output is %q, %v", text, err)
		}
		dir, err := os.Open("/")
		if err != nil {
			t.Fatal(err)
		}
		defer dir.Close()
		if _, err := b.Exec(t.Context(), sandbox.Cmd{Args: []string{"true"}, Stdin: dir}); err == nil || !strings.Contains(err.Error(), "/: it is a directory") {
			t.Errorf("a directory to read from: %v", err)
		}
		p, err = b.Exec(t.Context(), sandbox.Cmd{Args: []string{"sh", "-c", "ls /proc/self/fd/1/"}, Stdout: dir})
		if err == nil {
			if exit, _ := p.Wait(); exit.Code == 0 {
				t.Error("a directory was handed over")
			}
		}
	})
}
