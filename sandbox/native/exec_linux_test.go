package native

import (
	"bytes"
	"context"
	"errors"
	"fmt"
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
		if _, err = b.Exec(t.Context(), sandbox.Cmd{Args: []string{"echo", strings.Repeat("x", inboxSize)}}); !errors.Is(err, unix.E2BIG) {
			t.Errorf("got %v, want E2BIG", err)
		}
		if got, _ := output(t, b, "echo alive"); got != "alive" {
			t.Errorf("got %q", got)
		}
	})
}

// TestCancel gives up while a sandbox is being made, at every moment of it: nothing is left.
func TestCancel(t *testing.T) {
	each(t, func(t *testing.T, e *Engine) {
		before := holdings(t)
		for i := range 60 {
			ctx, cancel := context.WithTimeout(t.Context(), time.Duration(i)*200*time.Microsecond)
			b, err := e.Start(ctx, sandbox.Spec{}, nil)
			if err == nil {
				b.Close()
			} else if !errors.Is(err, context.DeadlineExceeded) {
				t.Fatal(err)
			}
			cancel()
		}
		if after := holdings(t); after.moreThan(before) {
			t.Errorf("before %+v, after %+v", before, after)
		}
	})
}
