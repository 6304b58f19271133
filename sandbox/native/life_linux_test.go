package native

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"floorplan/sandbox"
)

func TestMain(m *testing.M) {
	if spec := os.Getenv("NATIVE_TEST_VICTIM"); spec != "" {
		victim(spec)
	}
	if name := os.Getenv("NATIVE_TEST_ATTACK"); name != "" {
		assail(name)
	}
	if volume := os.Getenv("NATIVE_TEST_SWEPT"); volume != "" {
		swept(volume)
	}
	if dir := os.Getenv("NATIVE_TEST_HOME"); dir != "" {
		fmt.Print(makeHome(dir))
		os.Exit(0)
	}
	if os.Getenv("NATIVE_TEST_HOARD") != "" {
		hoard()
	}
	if os.Getenv("NATIVE_TEST_PROBE") != "" {
		report := New(Options{NoGroups: true}).Probe(context.Background())
		json.NewEncoder(os.Stdout).Encode(report)
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// victim starts a sandbox with something in it that resists, says so, and waits to be killed.
func victim(share string) {
	spec := sandbox.Spec{}
	if share != "none" {
		spec.Share = []sandbox.Namespace{sandbox.Namespace(share)}
	}
	b, err := New(Options{}).Start(context.Background(), spec, nil)
	if err == nil {
		_, err = b.Exec(context.Background(), sandbox.Cmd{Args: []string{"sh", "-c", resist}, Stdout: os.Stdout})
	}
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	select {}
}

// resist leaves processes behind in sessions of their own, which ignore what can be ignored.
const resist = `trap "" HUP TERM INT; for i in 1 2 3; do setsid sh -c 'trap "" HUP TERM INT; setsid sleep 1000 & sleep 1000 & wait' & done; sleep 0.2; echo ready; sleep 1000`

// TestKilled kills the process that holds a sandbox: nothing of the sandbox may be left half a second later.
func TestKilled(t *testing.T) {
	each(t, func(t *testing.T, e *Engine) {
		if !e.fast() {
			t.Skip("the victim has the fast agent")
		}
		for _, share := range []string{"none", "pid", "net"} {
			t.Run(share, func(t *testing.T) {
				cmd := exec.Command("/proc/self/exe")
				cmd.Env = append(os.Environ(), "NATIVE_TEST_VICTIM="+share)
				out, err := cmd.StdoutPipe()
				if err != nil {
					t.Fatal(err)
				}
				if err := cmd.Start(); err != nil {
					t.Fatal(err)
				}
				line, err := bufio.NewReader(out).ReadString('\n')
				if line != "ready\n" {
					t.Fatalf("got %q, %v", line, err)
				}
				left := descendants(cmd.Process.Pid)
				if len(left) < 8 {
					t.Fatalf("only %d processes to begin with: %v", len(left), left)
				}
				cmd.Process.Kill()
				cmd.Wait()
				began := time.Now()
				for len(alive(left)) > 0 {
					if time.Since(began) > 500*time.Millisecond {
						t.Fatalf("left after half a second: %v", alive(left))
					}
					time.Sleep(time.Millisecond)
				}
			})
		}
	})
}

func descendants(pid int) []string {
	out := []string{strconv.Itoa(pid)}
	for i := 0; i < len(out); i++ {
		files, _ := filepath.Glob("/proc/" + out[i] + "/task/*/children")
		for _, f := range files {
			text, _ := os.ReadFile(f)
			out = append(out, strings.Fields(string(text))...)
		}
	}
	return out[1:]
}

func alive(pids []string) []string {
	var out []string
	for _, pid := range pids {
		text, err := os.ReadFile("/proc/" + pid + "/stat")
		if err == nil && !strings.Contains(string(text), ") Z ") && !strings.Contains(string(text), ") X ") {
			out = append(out, pid)
		}
	}
	return out
}

// TestClose ends sandboxes with something in them that resists.
func TestClose(t *testing.T) {
	each(t, func(t *testing.T, e *Engine) {
		for _, share := range [][]sandbox.Namespace{nil, {sandbox.PID}} {
			b := start(t, e, sandbox.Spec{Share: share})
			r, w, err := os.Pipe()
			if err != nil {
				t.Fatal(err)
			}
			defer r.Close()
			p, err := b.Exec(t.Context(), sandbox.Cmd{Args: []string{"sh", "-c", resist}, Stdout: w})
			w.Close()
			if err != nil {
				t.Fatal(err)
			}
			if line, err := bufio.NewReader(r).ReadString('\n'); line != "ready\n" {
				t.Fatalf("got %q, %v", line, err)
			}
			facts, err := b.Facts(t.Context())
			if err != nil || len(facts.Processes) < 8 {
				t.Fatalf("got %d processes, %v: %v", len(facts.Processes), err, facts.Processes)
			}
			b.Close()
			b.Close()
			for _, fact := range facts.Processes {
				if alive([]string{strconv.Itoa(fact.Outside)}) != nil {
					t.Errorf("left: %+v", fact)
				}
			}
			if exit, err := p.Wait(); err != nil || exit.Signal != syscall.SIGKILL {
				t.Errorf("got %+v, %v, want killed", exit, err)
			}
			if _, err := b.Exec(t.Context(), sandbox.Cmd{Args: []string{"true"}}); err == nil {
				t.Error("a closed sandbox ran a command")
			}
		}
	})
}

// TestGivenUp gives starts up at moments from the first step to the last: nothing of them is left, not even to be waited for.
func TestGivenUp(t *testing.T) {
	each(t, func(t *testing.T, e *Engine) {
		start(t, e, sandbox.Spec{Network: "lan"}).Close() // the network stays
		self := os.Getpid()
		before, held := descendants(self), holdings(t)
		given := 0
		for i := range 60 {
			spec := []sandbox.Spec{{}, {Network: "lan"}, {Profile: sandbox.Admin}, {Share: []sandbox.Namespace{sandbox.Net}}}[i%4]
			ctx, cancel := context.WithTimeout(t.Context(), time.Duration(i/4)*500*time.Microsecond)
			b, err := e.Start(ctx, spec, &sandbox.Cmd{Args: []string{"true"}})
			cancel()
			if err == nil {
				b.Close()
			} else if given++; !errors.Is(err, context.DeadlineExceeded) {
				t.Errorf("given up: %v", err)
			}
		}
		if given == 0 {
			t.Error("no start was given up")
		}
		left := func() []string {
			return slices.DeleteFunc(descendants(self), func(pid string) bool { return slices.Contains(before, pid) })
		}
		for deadline := time.Now().Add(10 * time.Second); len(left()) > 0; time.Sleep(time.Millisecond) {
			if time.Now().After(deadline) {
				t.Fatalf("left: %v", left())
			}
		}
		if more := holdings(t).more(held); more != "" {
			t.Error(more)
		}
	})
}

// TestKilledAgent kills the agent of a sandbox that shares the PID namespace from within: what it can no longer end is found all
// the same, wherever it went.
func TestKilledAgent(t *testing.T) {
	each(t, func(t *testing.T, e *Engine) {
		for _, test := range []struct {
			profile sandbox.Profile
			share   []sandbox.Namespace
			flee    string
		}{
			{sandbox.Locked, []sandbox.Namespace{sandbox.PID}, "setsid sleep 1000"},
			{sandbox.Locked, []sandbox.Namespace{sandbox.PID, sandbox.Mount, sandbox.Net}, "setsid sleep 1000"},
			{sandbox.Admin, []sandbox.Namespace{sandbox.PID}, "setsid sleep 1000"},
			{sandbox.Admin, []sandbox.Namespace{sandbox.PID}, "unshare --user --map-root-user --mount --net --uts --ipc --cgroup setsid sleep 1000"},
		} {
			r, w, err := os.Pipe()
			if err != nil {
				t.Fatal(err)
			}
			stdin, started, err := os.Pipe() // an agent that is killed before it has said what it started is no sandbox yet
			if err != nil {
				t.Fatal(err)
			}
			b, err := e.Start(t.Context(), sandbox.Spec{Profile: test.profile, Share: test.share}, &sandbox.Cmd{Stdin: stdin, Stdout: w,
				Args: []string{"sh", "-c", test.flee + " & while ! grep -qx sleep /proc/$!/comm; do :; done; echo $!; read started; kill -KILL $PPID; exec sleep 1000"}})
			stdin.Close()
			w.Close()
			started.Close()
			if err != nil {
				t.Fatal(err)
			}
			line, err := bufio.NewReader(r).ReadString('\n')
			r.Close()
			if err != nil {
				t.Fatalf("%q, %v", line, err)
			}
			<-b.Done()
			if exit, err := b.Main().Wait(); err != nil || exit.Signal != syscall.SIGKILL {
				t.Errorf("got %+v, %v, want killed", exit, err)
			}
			// One that is killed takes a moment to be gone.
			for deadline := time.Now().Add(10 * time.Second); alive([]string{strings.TrimSpace(line)}) != nil; time.Sleep(time.Millisecond) {
				if time.Now().After(deadline) {
					t.Fatalf("%s, %v: %s is left", test.profile, test.share, test.flee)
				}
			}
			b.Close()
		}
	})
}

// TestStoppedAgent stops the agent of such a sandbox from within, again and again: the sandbox can be closed all the same.
func TestStoppedAgent(t *testing.T) {
	each(t, func(t *testing.T, e *Engine) {
		r, w, err := os.Pipe()
		if err != nil {
			t.Fatal(err)
		}
		defer r.Close()
		goOn, input, err := os.Pipe() // stopped earlier, the agent could not say that the command runs
		if err != nil {
			t.Fatal(err)
		}
		defer input.Close()
		b := start(t, e, sandbox.Spec{Share: []sandbox.Namespace{sandbox.PID}})
		_, err = b.Exec(t.Context(), sandbox.Cmd{Stdin: goOn, Stdout: w,
			Args: []string{"sh", "-c", "read x; kill -STOP $PPID; echo $$; while :; do kill -STOP $PPID; done"}})
		w.Close()
		goOn.Close()
		if err != nil {
			t.Fatal(err)
		}
		if _, err := input.WriteString("now\n"); err != nil {
			t.Fatal(err)
		}
		line, err := bufio.NewReader(r).ReadString('\n')
		if err != nil {
			t.Fatalf("%q, %v", line, err)
		}
		// Who asks for something waits as long as they said.
		ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
		defer cancel()
		if _, err := b.Facts(ctx); !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("facts: %v", err)
		}
		if _, err := b.Exec(ctx, sandbox.Cmd{Args: []string{"true"}}); !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("a command: %v", err)
		}
		b.Close()
		for deadline := time.Now().Add(10 * time.Second); alive([]string{strings.TrimSpace(line)}) != nil; time.Sleep(time.Millisecond) {
			if time.Now().After(deadline) {
				t.Fatal("the one that stops the agent is left")
			}
		}
	})
}

// TestOrphans leaves grandchildren behind and looks for zombies.
func TestOrphans(t *testing.T) {
	each(t, func(t *testing.T, e *Engine) {
		b := start(t, e, sandbox.Spec{})
		output(t, b, "for i in 1 2 3 4 5; do (sleep 0.0$i & ) ; done; sleep 0.1")
		for {
			out, _ := output(t, b, "ps -e -o stat= | grep -c Z")
			if out == "0" {
				break
			}
		}
	})
}

// TestLeaks starts many sandboxes and compares what this process and the machine have before and after.
func TestLeaks(t *testing.T) {
	each(t, func(t *testing.T, e *Engine) {
		count := 300
		if testing.Short() || !e.fast() {
			count = 30
		}
		b := start(t, e, sandbox.Spec{})
		b.Close()
		before := holdings(t)
		for i := range count {
			var err error
			if i%10 == 9 { // a start that fails leaves nothing either
				_, err = e.Start(t.Context(), sandbox.Spec{}, &sandbox.Cmd{Args: []string{"no-such-program"}})
				if err == nil {
					t.Fatal("started a program that is not there")
				}
				continue
			}
			b, err := e.Start(t.Context(), sandbox.Spec{}, &sandbox.Cmd{Args: []string{"true"}})
			if err != nil {
				t.Fatal(err)
			}
			if exit, err := b.Main().Wait(); err != nil || exit.Code != 0 {
				t.Fatal(exit, err)
			}
			b.Close()
		}
		if more := holdings(t).more(before); more != "" {
			t.Error(more)
		}
	})
}

// held is what this process has of the machine.
type held struct {
	descriptors int
	mounts      string
	children    []string
}

// more says what there is more of than before; the collector may have closed descriptors of tests before.
func (h held) more(before held) string {
	var more []string
	if h.descriptors > before.descriptors {
		more = append(more, fmt.Sprintf("%d descriptors, %d before", h.descriptors, before.descriptors))
	}
	if len(h.children) > len(before.children) {
		more = append(more, fmt.Sprintf("processes %v, %v before", h.children, before.children))
	}
	known := strings.Split(before.mounts, "\n")
	for mount := range strings.SplitSeq(h.mounts, "\n") {
		if !slices.Contains(known, mount) {
			more = append(more, "mount "+mount)
		}
	}
	return strings.Join(more, "; ")
}

func holdings(t *testing.T) held {
	t.Helper()
	fds, err := os.ReadDir("/proc/self/fd")
	if err != nil {
		t.Fatal(err)
	}
	mounts, err := os.ReadFile("/proc/self/mountinfo")
	if err != nil {
		t.Fatal(err)
	}
	return held{len(fds), string(mounts), descendants(os.Getpid())}
}
