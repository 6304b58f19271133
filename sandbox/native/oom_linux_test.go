package native

import (
	"context"
	"strconv"
	"testing"
	"time"

	"floorplan/sandbox"
)

// execute starts a command.
func execute(t *testing.T, b sandbox.Sandbox, args ...string) sandbox.Process {
	t.Helper()
	p, err := b.Exec(t.Context(), sandbox.Cmd{Args: args})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func waited(t *testing.T, p sandbox.Process) sandbox.Exit {
	t.Helper()
	exit, err := p.Wait()
	if err != nil {
		t.Fatal(err)
	}
	return exit
}

var killed = sandbox.Exit{Code: 137, Signal: 9}

// TestWhoWasOutOfMemory has the watchdog and the student end processes: each is told of its own end.
func TestWhoWasOutOfMemory(t *testing.T) {
	each(t, func(t *testing.T, e *Engine) {
		e = New(Options{Plain: !e.fast(), NoGroups: true})
		defer e.Close()
		b := start(t, e, sandbox.Spec{Memory: 64 << 20})
		ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
		defer cancel()
		// One of two is one too many.
		var hogs []sandbox.Process
		ended := make(chan int, 2)
		for range 2 {
			hogs = append(hogs, execute(t, b, "dd", "if=/dev/zero", "of=/dev/null", "bs=45M"))
		}
		for i, hog := range hogs {
			go func() {
				hog.Wait()
				ended <- i
			}()
		}
		select {
		case i := <-ended:
			if exit := waited(t, hogs[i]); exit != (sandbox.Exit{Code: 137, Signal: 9, OOM: true}) {
				t.Errorf("the watchdog's: %+v", exit)
			}
			output(t, b, "kill -KILL "+strconv.Itoa(hogs[1-i].(*process).pid))
			if exit := waited(t, hogs[1-i]); exit != killed {
				t.Errorf("the student's: %+v", exit)
			}
		case <-ctx.Done():
			t.Fatal("the watchdog ended neither of two")
		}
		// A command's child is nobody that anybody here waits for; its number comes round again, or another is killed next.
		parent := execute(t, b, "bash", "-c", "dd if=/dev/zero of=/dev/null bs=45M & dd if=/dev/zero of=/dev/null bs=45M & wait -n; kill -KILL $$")
		if exit := waited(t, parent); exit != killed {
			t.Errorf("the child's parent: %+v", exit)
		}
	})
}

// TestPerhapsOutOfMemory has the kernel end processes where a control group counts memory.
func TestPerhapsOutOfMemory(t *testing.T) {
	each(t, func(t *testing.T, e *Engine) {
		b := start(t, e, sandbox.Spec{Memory: 32 << 20})
		if b.(*box).how["memory"] == "watchdog" {
			t.Skip("no control group for memory here")
		}
		perhaps := sandbox.Exit{Code: 137, Signal: 9, OOMPerhaps: true}
		early, own := execute(t, b, "sleep", "1000"), execute(t, b, "sleep", "1000")
		defer early.Close()
		// Its child is the one; it says so with a status of its own.
		if out, code := output(t, b, "tail /dev/zero; echo $?"); out != "Killed\n137" && out != "137" || code != 0 {
			t.Fatalf("%q, %d", out, code)
		}
		if exit := waited(t, execute(t, b, "sh", "-c", "kill -KILL $$")); exit != killed {
			t.Errorf("one that started later: %+v", exit)
		}
		if exit := waited(t, execute(t, b, "tail", "/dev/zero")); exit != perhaps {
			t.Errorf("the one that takes all: %+v", exit)
		}
		own.Close()
		if exit := waited(t, own); exit != killed {
			t.Errorf("one that was ended from here: %+v", exit)
		}
		output(t, b, "kill -KILL "+strconv.Itoa(early.(*process).pid))
		if exit := waited(t, early); exit != perhaps {
			t.Errorf("one that ran all the time: %+v", exit)
		}
	})
}
