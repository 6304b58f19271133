package native

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"
	"unsafe"

	"golang.org/x/sys/unix"

	"floorplan/sandbox"
)

// hoard keeps as many open files on their way through a socket as the kernel lets a user have, and says so.
func hoard() {
	pair, err := unix.Socketpair(unix.AF_UNIX, unix.SOCK_STREAM|unix.SOCK_CLOEXEC, 0)
	for err == nil {
		err = unix.Sendmsg(pair[0], []byte("x"), unix.UnixRights(slices.Repeat([]int{0}, 250)...), nil, unix.MSG_DONTWAIT)
	}
	fmt.Println(err)
	select {}
}

// TestManyOnTheirWay has a sandbox use up what its user may send through sockets: the agent cannot hand a terminal over then.
// Who asked for one hears of it at once, and the sandbox is as before.
func TestManyOnTheirWay(t *testing.T) {
	volume := programVolume(t)
	// The agent has this process's own limit, which is to be below its commands'.
	var old syscall.Rlimit
	if err := syscall.Getrlimit(syscall.RLIMIT_NOFILE, &old); err != nil {
		t.Fatal(err)
	}
	if err := syscall.Setrlimit(syscall.RLIMIT_NOFILE, &syscall.Rlimit{Cur: 300, Max: old.Max}); err != nil {
		t.Fatal(err)
	}
	defer syscall.Setrlimit(syscall.RLIMIT_NOFILE, &old)
	each(t, func(t *testing.T, e *Engine) {
		if !e.fast() {
			t.Skip("Go's runtime gives a plain agent all that the host lets it have")
		}
		b := start(t, e, sandbox.Spec{Files: 600, Volumes: map[string]string{"/hoard": volume}})
		r, w, err := os.Pipe()
		if err != nil {
			t.Fatal(err)
		}
		defer r.Close()
		hoarder, err := b.Exec(t.Context(), sandbox.Cmd{Args: []string{"/hoard/program"}, Env: []string{"NATIVE_TEST_HOARD=1"}, Stdout: w})
		w.Close()
		if err != nil {
			t.Fatal(err)
		}
		if line, err := bufio.NewReader(r).ReadString('\n'); err != nil || !strings.Contains(line, "too many references") {
			t.Fatalf("%q, %v", line, err)
		}
		ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
		defer cancel()
		before := inside(t, b)
		stubborn := sandbox.Cmd{Args: []string{"sh", "-c", "trap '' HUP; exec sleep 1000"}, Terminal: &sandbox.Size{Cols: 80, Rows: 24}}
		if _, err := b.Exec(ctx, stubborn); !errors.Is(err, unix.ETOOMANYREFS) || !strings.Contains(err.Error(), "\nhint: ") {
			t.Errorf("a terminal: %v, want ETOOMANYREFS and a hint", err)
		}
		if after := inside(t, b); len(after) != len(before) {
			t.Errorf("before %v, after %v", before, after)
		}
		if _, err := e.Start(ctx, sandbox.Spec{}, &stubborn); !errors.Is(err, unix.ETOOMANYREFS) {
			t.Errorf("a sandbox for a terminal: %v", err)
		}
		if _, err := e.Start(ctx, sandbox.Spec{Outside: true}, nil); !errors.Is(err, unix.ETOOMANYREFS) {
			t.Errorf("a sandbox that leads outside: %v", err)
		}
		hoarder.Close()
		hoarder.Wait()
		p, err := b.Exec(ctx, sandbox.Cmd{Args: []string{"echo", "here"}, Terminal: &sandbox.Size{Cols: 80, Rows: 24}})
		if err != nil {
			t.Fatal(err)
		}
		dialogue(t, p, []exchange{{"", "here"}})
		p.Close()
		if out, code := output(t, b, "ls /dev/pts"); out != "ptmx" || code != 0 {
			t.Errorf("terminals are left: %q", out)
		}
	})
}

// inside are the sandbox's processes.
func inside(t *testing.T, b sandbox.Sandbox) []sandbox.ProcessFact {
	t.Helper()
	facts, err := b.Facts(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return facts.Processes
}

// crowd has this process use up the descriptors that it may have, but for some. It returns what closes them again.
func crowd(t *testing.T, free int) func() {
	t.Helper()
	var old unix.Rlimit
	// syscall.Setrlimit would hand the limit down to what this process starts.
	if err := raw(unix.SYS_PRLIMIT64, 0, unix.RLIMIT_NOFILE, 0, uintptr(unsafe.Pointer(&old))); err != nil {
		t.Fatal(err)
	}
	little := unix.Rlimit{Cur: 400, Max: old.Max}
	if err := raw(unix.SYS_PRLIMIT64, 0, unix.RLIMIT_NOFILE, uintptr(unsafe.Pointer(&little)), 0); err != nil {
		t.Fatal(err)
	}
	var taken []int
	for {
		fd, err := unix.FcntlInt(0, unix.F_DUPFD_CLOEXEC, 0)
		if err != nil {
			break
		}
		taken = append(taken, fd)
	}
	for range free {
		unix.Close(taken[len(taken)-1])
		taken = taken[:len(taken)-1]
	}
	return func() {
		for _, fd := range taken {
			unix.Close(fd)
		}
		if err := raw(unix.SYS_PRLIMIT64, 0, unix.RLIMIT_NOFILE, uintptr(unsafe.Pointer(&old)), 0); err != nil {
			t.Error(err)
		}
	}
}

// TestNoDescriptors starts sandboxes and commands with too few descriptors free, one more each time. What does not work says
// why and leaves nothing behind, in the engine neither.
func TestNoDescriptors(t *testing.T) {
	each(t, func(t *testing.T, e *Engine) {
		b := start(t, e, sandbox.Spec{})
		terminal := &sandbox.Size{Cols: 80, Rows: 24}
		// It stays when its terminal hangs up.
		stubborn := []string{"sh", "-c", "trap '' HUP; exec sleep 1000"}
		ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
		defer cancel()
		startOne := func(e *Engine, spec sandbox.Spec, main *sandbox.Cmd) error {
			b, err := e.Start(ctx, spec, main)
			if err == nil {
				if b.Main() != nil {
					b.Main().Close()
				}
				b.Close()
			}
			return err
		}
		ways := map[string]func() error{
			"a terminal": func() error {
				p, err := b.Exec(ctx, sandbox.Cmd{Args: stubborn, Terminal: terminal})
				if err == nil {
					p.Close()
					p.Wait()
				}
				return err
			},
			"a command": func() error {
				p, err := b.Exec(ctx, sandbox.Cmd{Args: stubborn, Stdin: strings.NewReader("x"), Stdout: new(strings.Builder), Stderr: new(strings.Builder)})
				if err == nil {
					p.Close()
					p.Wait()
				}
				return err
			},
			"a sandbox for a terminal":     func() error { return startOne(e, sandbox.Spec{}, &sandbox.Cmd{Args: stubborn, Terminal: terminal}) },
			"a sandbox that leads outside": func() error { return startOne(e, sandbox.Spec{Outside: true}, nil) },
			"a sandbox with limits":        func() error { return startOne(e, sandbox.Spec{Memory: 64 << 20, Pids: 20}, nil) },
		}
		startOne(e, sandbox.Spec{Memory: 64 << 20}, nil) // the control groups' janitor stays
		for name, try := range ways {
			before, held := inside(t, b), holdings(t)
			worked, failed := 0, 0
			for free := 0; worked < 3; free++ {
				relieve := crowd(t, free)
				err := try()
				relieve()
				switch {
				case err == nil:
					worked++
				case !errors.Is(err, unix.EMFILE) || !strings.Contains(err.Error(), "\nhint: ") || worked > 0:
					t.Fatalf("%s with %d descriptors: %v", name, free, err)
				default:
					failed++
				}
				if after := inside(t, b); len(after) != len(before) {
					t.Fatalf("%s with %d descriptors: before %v, after %v", name, free, before, after)
				}
			}
			if failed == 0 {
				t.Errorf("%s: nothing failed", name)
			}
			if more := holdings(t).more(held); more != "" {
				t.Errorf("%s: %s", name, more)
			}
		}
		fresh := New(e.options)
		defer fresh.Close()
		for free := 0; ; free++ {
			relieve := crowd(t, free)
			err := startOne(fresh, sandbox.Spec{}, nil)
			relieve()
			if err == nil {
				break
			}
			if !errors.Is(err, unix.EMFILE) || !strings.Contains(err.Error(), "\nhint: ") {
				t.Fatalf("an engine's first sandbox with %d descriptors: %v", free, err)
			}
		}
		if out, code := output(t, start(t, fresh, sandbox.Spec{}), "id -un; getent passwd daemon >/dev/null && echo known"); out != "student\nknown" || code != 0 {
			t.Errorf("the engine's next sandbox: %q, %d", out, code)
		}
	})
}
