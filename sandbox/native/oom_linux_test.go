package native

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"

	"golang.org/x/sys/unix"

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

// hideMemory takes memory in a process whose first thread has ended, so that /proc/PID tells of none, and keeps it.
func hideMemory() error {
	const size = 1 << 30
	memory, err := unix.Mmap(-1, 0, size, unix.PROT_READ|unix.PROT_WRITE, unix.MAP_SHARED|unix.MAP_ANONYMOUS) // RLIMIT_DATA does not count it
	if err != nil {
		return err
	}
	over := make(chan error)
	go func() { over <- fill(memory) }()
	if unix.Gettid() == unix.Getpid() {
		unix.Syscall(unix.SYS_EXIT, 0, 0, 0)
	}
	return errors.Join(errors.New("this is not the first thread"), <-over)
}

// What init locks stays with the first thread, and main with it.
func init() {
	if os.Getenv("NATIVE_TEST_ATTACK") == "hide memory" {
		runtime.LockOSThread()
	}
}

// fill waits for the end of the first thread, then writes to all of memory and keeps it until there is input.
func fill(memory []byte) error {
	for zombie := false; !zombie; runtime.Gosched() {
		stat, err := os.ReadFile("/proc/self/stat")
		if err != nil {
			return err
		}
		zombie = strings.Contains(string(stat), ") Z ")
	}
	fmt.Print("hidden")
	for i := 0; i < len(memory); i += os.Getpagesize() {
		memory[i] = 1
	}
	_, err := os.Stdin.Read(make([]byte, 1))
	return err
}

// TestHiddenMemory has the watchdog end a process of whose memory only its threads tell. What it may have is enough for the
// race detector, which sets some 200 MB aside.
func TestHiddenMemory(t *testing.T) {
	volume := programVolume(t)
	each(t, func(t *testing.T, e *Engine) {
		e = New(Options{Plain: !e.fast(), NoGroups: true})
		defer e.Close()
		b := start(t, e, sandbox.Spec{Memory: 512 << 20, Volumes: map[string]string{"/attack": volume}})
		ctx, cancel := context.WithTimeout(t.Context(), 30*time.Second)
		defer cancel()
		silence, in := io.Pipe()
		defer in.Close()
		var out bytes.Buffer
		p, err := b.Exec(ctx, sandbox.Cmd{Args: []string{"/attack/program"}, Env: []string{"NATIVE_TEST_ATTACK=hide memory"}, Stdin: silence, Stdout: &out, Stderr: &out})
		if err != nil {
			t.Fatal(err)
		}
		if exit := waited(t, p); !exit.OOM || out.String() != "hidden" {
			t.Errorf("twice its sandbox's memory, and its end is %+v: %s", exit, &out)
		}
	})
}

// TestSwapCounts: what is swapped out is a sandbox's memory, too.
func TestSwapCounts(t *testing.T) {
	const rollup = "5580aafe0000-7ffd Rollup\nRss:    900 kB\nPss:             300 kB\nPss_Dirty:       100 kB\nSwap:   70 kB\nSwapPss:          50 kB\nLocked: 0 kB\n"
	if got := share(rollup); got != 350<<10 {
		t.Errorf("got %d", got)
	}
}
