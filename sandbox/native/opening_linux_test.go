package native

import (
	"bytes"
	"strings"
	"testing"

	"floorplan/sandbox"
)

// TestKnownOpening: the message to a sandbox is kept for the next one that is asked for in the same words, and for no other.
func TestKnownOpening(t *testing.T) {
	each(t, func(t *testing.T, _ *Engine) {
		e := New(Options{Plain: strings.HasSuffix(t.Name(), "plain")})
		env := []string{"WHO=ann"}
		run := func(spec sandbox.Spec, cmd sandbox.Cmd) string {
			t.Helper()
			var out bytes.Buffer
			cmd.Stdout = &out
			b, err := e.Start(t.Context(), spec, &cmd)
			if err != nil {
				t.Fatal(err)
			}
			defer b.Close()
			if exit, err := b.Main().Wait(); err != nil || exit.Code != 0 {
				t.Fatal(exit, err)
			}
			return out.String()
		}
		say := sandbox.Cmd{Args: []string{"sh", "-c", "echo $(hostname) $WHO $*", "sh", "one"}}
		spec := sandbox.Spec{Name: "a", Env: env}
		for range 3 {
			if got := run(spec, say); got != "a ann one\n" {
				t.Errorf("got %q", got)
			}
		}
		first := e.last.Load()
		run(spec, say)
		if e.last.Load() != first {
			t.Error("the same question was answered anew")
		}
		// What the caller changes in place is another question.
		env[0] = "WHO=bob"
		if got := run(spec, say); got != "a bob one\n" {
			t.Errorf("after a change of the environment got %q", got)
		}
		say.Args[4] = "two"
		if got := run(spec, say); got != "a bob two\n" {
			t.Errorf("after a change of the arguments got %q", got)
		}
		spec.Name = "b"
		if got := run(spec, say); got != "b bob two\n" {
			t.Errorf("under another name got %q", got)
		}
		say.Env = []string{"WHO=eve"}
		if got := run(spec, say); got != "b eve two\n" {
			t.Errorf("with another environment got %q", got)
		}
		// With no command at all, and one that comes later.
		b, err := e.Start(t.Context(), spec, nil)
		if err != nil {
			t.Fatal(err)
		}
		defer b.Close()
		if out, code := output(t, b, "echo $WHO"); out != "bob" || code != 0 {
			t.Errorf("without a command: %q, %d", out, code)
		}
	})
}

// TestForkResult: parent and child write the result of the fork between them to one account, in any order; what is told is the
// parent's.
func TestForkResult(t *testing.T) {
	each(t, func(t *testing.T, e *Engine) {
		for range 10 {
			b := start(t, e, sandbox.Spec{})
			facts, err := b.Facts(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			forks := 0
			for _, s := range b.Steps() {
				if s.Call == "clone" {
					forks++
					if s.Result != int64(facts.InitPID) {
						t.Errorf("%s(%v) = %d, and the sandbox's first process is %d", s.Call, s.Args, s.Result, facts.InitPID)
					}
				}
			}
			if forks != 1 {
				t.Errorf("%d forks, want 1", forks)
			}
		}
	})
}
