//go:build linux && (amd64 || arm64)

package vm

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"floorplan/sandbox"
	"floorplan/sandbox/image"
)

var _ sandbox.Engine = (*Engine)(nil)

// must skips a test that lacks a part, and fails it where $FLOORPLAN_MUST says that the part has to be there.
func must(t testing.TB, part, why string) {
	t.Helper()
	if slices.Contains(strings.Split(os.Getenv("FLOORPLAN_MUST"), ","), part) {
		t.Fatalf("%s has to be here: %s", part, why)
	}
	t.Skipf("no %s: %s", part, why)
}

// newEngine is an engine with a cache of the test's own, the kernel that this machine has, and no KVM, so that the same is
// tested everywhere.
func newEngine(t testing.TB) *Engine {
	t.Helper()
	if _, err := exec.LookPath(qemuProgram); err != nil {
		must(t, "qemu", err.Error())
	}
	found, err := New(Options{Kernel: os.Getenv("FLOORPLAN_KERNEL")}).Kernel()
	if err != nil {
		must(t, "kernel", err.Error())
	}
	dir := t.TempDir()
	store, err := image.Open(dir+"/images", -1)
	if err != nil {
		t.Fatal(err)
	}
	return New(Options{Images: store, CacheDir: dir, Kernel: found.Path, Accelerator: "tcg"})
}

func start(t testing.TB, e *Engine, spec sandbox.Spec) *Sandbox {
	t.Helper()
	s, err := e.Start(t.Context(), spec, nil)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s.(*Sandbox)
}

// run executes a command and returns what it printed and how it ended.
func run(t testing.TB, s sandbox.Sandbox, args ...string) (string, sandbox.Exit) {
	t.Helper()
	var out bytes.Buffer
	p, err := s.Exec(t.Context(), sandbox.Cmd{Args: args, Stdout: &out, Stderr: &out})
	if err != nil {
		t.Fatal(err)
	}
	exit, err := p.Wait()
	if err != nil {
		t.Fatal(err)
	}
	return out.String(), exit
}

// until reads from a terminal until text appears, and returns what was read.
func until(t *testing.T, from io.Reader, text string) string {
	t.Helper()
	var all strings.Builder
	buffer := make([]byte, 4096)
	for !strings.Contains(all.String(), text) {
		n, err := from.Read(buffer)
		all.Write(buffer[:n])
		if err != nil {
			t.Fatalf("%v before %q; read %q", err, text, all.String())
		}
	}
	return all.String()
}

// TestGuest does what can be done with one machine, which takes seconds to boot.
func TestGuest(t *testing.T) {
	e := newEngine(t)
	s := start(t, e, sandbox.Spec{Hostname: "house", Env: []string{"FLOOR=1"}, Files: 200})

	t.Run("a kernel of its own", func(t *testing.T) {
		out, _ := run(t, s, "sh", "-c", "hostname; uname -r; cat /proc/sys/kernel/random/boot_id")
		lines := strings.Fields(out)
		kernel, _ := e.Kernel()
		if len(lines) != 3 || lines[0] != "house" || lines[1] != kernel.Version || lines[2] == hostBootID() {
			t.Errorf("the guest says %q; the host's boot is %s", lines, hostBootID())
		}
	})
	t.Run("exit status", func(t *testing.T) {
		for script, want := range map[string]sandbox.Exit{
			"exit 0": {}, "exit 7": {Code: 7}, "exit 255": {Code: 255},
			"kill -TERM $$": {Code: 143, Signal: syscall.SIGTERM}, "kill -KILL $$": {Code: 137, Signal: syscall.SIGKILL},
		} {
			if _, got := run(t, s, "sh", "-c", script); got != want {
				t.Errorf("%s: %+v, not %+v", script, got, want)
			}
		}
	})
	t.Run("no such command", func(t *testing.T) {
		for _, cmd := range []sandbox.Cmd{
			{Args: []string{"there-is-none"}, Stdout: io.Discard}, {Args: []string{"/there/is/none"}, Terminal: &sandbox.Size{Cols: 80, Rows: 24}},
			{Args: []string{"true"}, Dir: "/there/is/none"}, {},
		} {
			if p, err := s.Exec(t.Context(), cmd); err == nil || p != nil {
				t.Errorf("%q: no error", cmd.Args)
			} else {
				t.Log(err)
			}
		}
		_, err := s.Exec(t.Context(), sandbox.Cmd{Args: []string{"/etc/passwd"}})
		if !errors.Is(err, syscall.EACCES) {
			t.Errorf("a file that is no program: %v", err)
		}
	})
	t.Run("given up", func(t *testing.T) {
		for _, terminal := range []*sandbox.Size{nil, {Cols: 80, Rows: 24}} {
			ctx, cancel := context.WithCancel(t.Context())
			p, err := s.Exec(ctx, sandbox.Cmd{Args: []string{"sh", "-c", "trap '' HUP TERM INT; while :; do sleep 1000; done"}, Terminal: terminal})
			if err != nil {
				t.Fatal(err)
			}
			cancel()
			if exit, err := p.Wait(); err != nil || exit.Signal != syscall.SIGKILL {
				t.Errorf("%+v, %v, and not killed", exit, err)
			}
		}
	})
	t.Run("environment and directory", func(t *testing.T) {
		var out bytes.Buffer
		p, err := s.Exec(t.Context(), sandbox.Cmd{Args: []string{"sh", "-c", "echo $FLOOR $HOME $ROOM $(pwd) $(ulimit -n)"},
			Env: []string{"ROOM=2", "FLOOR=3"}, Dir: "/tmp", Stdout: &out})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := p.Wait(); err != nil || out.String() != "3 /root 2 /tmp 200\n" {
			t.Errorf("%q, %v", out.String(), err)
		}
	})
	t.Run("standard streams", func(t *testing.T) {
		var out, errs bytes.Buffer
		input := strings.Repeat("a line of some length\n", 2000)
		p, err := s.Exec(t.Context(), sandbox.Cmd{Args: []string{"sh", "-c", "cat; echo oops >&2"},
			Stdin: strings.NewReader(input), Stdout: &out, Stderr: &errs})
		if err != nil {
			t.Fatal(err)
		}
		exit, err := p.Wait()
		if err != nil || exit.Code != 0 || out.String() != input || errs.String() != "oops\n" {
			t.Errorf("%+v, %v; %d bytes of %d, errors %q", exit, err, out.Len(), len(input), errs.String())
		}
	})
	t.Run("several at once", func(t *testing.T) {
		var wait sync.WaitGroup
		for i := range 8 {
			wait.Go(func() {
				var out bytes.Buffer
				p, err := s.Exec(t.Context(), sandbox.Cmd{Args: []string{"sh", "-c", fmt.Sprintf("sleep 0.%d; seq 500; exit %d", i, i)}, Stdout: &out})
				if err != nil {
					t.Error(err)
					return
				}
				exit, err := p.Wait()
				if err != nil || exit.Code != i || strings.Count(out.String(), "\n") != 500 {
					t.Errorf("%d: %+v, %v, %d lines", i, exit, err, strings.Count(out.String(), "\n"))
				}
			})
		}
		wait.Wait()
	})
	t.Run("a child left behind", func(t *testing.T) {
		out, _ := run(t, s, "sh", "-c", "sleep 1000 & echo $!")
		if out, exit := run(t, s, "kill", strings.TrimSpace(out)); exit.Code != 0 {
			t.Errorf("the child is gone: %s", out)
		}
		// It was init's child at the end, and init reaps.
		out, _ = run(t, s, "sh", "-c", "while grep -q ') Z ' /proc/[0-9]*/stat 2>/dev/null; do sleep 0.1; done; echo reaped")
		if out != "reaped\n" {
			t.Errorf("%q", out)
		}
	})
	t.Run("terminal", func(t *testing.T) { testTerminal(t, s) })
	t.Run("kill", func(t *testing.T) {
		p, err := s.Exec(t.Context(), sandbox.Cmd{Args: []string{"sleep", "1000"}})
		if err != nil {
			t.Fatal(err)
		}
		if err := p.Signal(syscall.SIGUSR1); err != nil {
			t.Error(err)
		}
		if exit, err := p.Wait(); err != nil || exit.Signal != syscall.SIGUSR1 || exit.Code != 128+10 {
			t.Errorf("%+v, %v", exit, err)
		}
		if err := p.Signal(syscall.SIGTERM); !errors.Is(err, syscall.ESRCH) {
			t.Errorf("a signal for an ended command: %v", err)
		}
		if err := p.Close(); err != nil {
			t.Error(err)
		}
		if p, err = s.Exec(t.Context(), sandbox.Cmd{Args: []string{"sh", "-c", "sleep 1000; true"}}); err != nil {
			t.Fatal(err)
		}
		if err := p.Close(); err != nil {
			t.Error(err)
		}
		if exit, err := p.Wait(); err != nil || exit.Signal != syscall.SIGKILL || exit.OOM {
			t.Errorf("%+v, %v", exit, err)
		}
	})
	t.Run("facts", func(t *testing.T) { testFacts(t, s) })
	t.Run("out of memory", func(t *testing.T) {
		if _, exit := run(t, s, "sh", "-c", "exec tail /dev/zero"); !exit.OOM || exit.Code != 137 {
			t.Errorf("%+v\n%s", exit, s.machine.console.last(20))
		}
	})
	t.Run("steps", func(t *testing.T) {
		for _, step := range s.Steps() {
			if step.Why == "" || step.Man == "" || step.Result < 0 && step.Errno == "" {
				t.Errorf("%+v", step)
			}
		}
		if len(s.Steps()) < 8 || !strings.Contains(s.machine.console.String(), "Linux version") {
			t.Errorf("%d steps; the console:\n%s", len(s.Steps()), s.machine.console)
		}
	})
	t.Run("close", func(t *testing.T) {
		p, err := s.Exec(t.Context(), sandbox.Cmd{Args: []string{"sleep", "1000"}, Terminal: &sandbox.Size{Cols: 80, Rows: 24}})
		if err != nil {
			t.Fatal(err)
		}
		for range 2 {
			if err := s.Close(); err != nil {
				t.Error(err)
			}
		}
		<-s.Done()
		if _, err := p.Wait(); !errors.Is(err, errClosed) {
			t.Errorf("a command of a closed machine: %v", err)
		}
		if n, err := p.Read(make([]byte, 10)); err != io.EOF {
			t.Errorf("its terminal: %d, %v", n, err)
		}
		if _, err := s.Exec(t.Context(), sandbox.Cmd{Args: []string{"true"}}); !errors.Is(err, errClosed) {
			t.Errorf("Exec: %v", err)
		}
		if s.Err() != nil {
			t.Errorf("Err: %v", s.Err())
		}
	})
}

func testTerminal(t *testing.T, s *Sandbox) {
	p, err := s.Exec(t.Context(), sandbox.Cmd{Args: []string{"bash", "--norc", "-i"}, Env: []string{"PS1=ready> "},
		Terminal: &sandbox.Size{Cols: 91, Rows: 31}})
	if err != nil {
		t.Fatal(err)
	}
	defer p.Close()
	limit := time.AfterFunc(2*time.Minute, func() { p.Close() }) // then the reading below ends, and says what was read
	defer limit.Stop()
	ask := func(line, want string) {
		t.Helper()
		if _, err := io.WriteString(p, line); err != nil {
			t.Fatal(err)
		}
		until(t, p, want)
	}
	until(t, p, "ready> ")
	ask("tty; stty size\n", "/dev/pts/0\r\n31 91\r\n")
	if err := p.Resize(sandbox.Size{Cols: 120, Rows: 40}); err != nil {
		t.Error(err)
	}
	ask("stty size\n", "40 120\r\n")
	// What says that it is there is in the foreground: before that, ^C and ^Z would reach the shell alone.
	ask("sh -c 'echo he''re; exec sleep 1000'; echo $?\n", "here\r\n")
	ask("\x03", "ready> ") // ^C ends sleep and the list
	ask("sh -c 'echo he''re; exec sleep 1001'\n", "here\r\n")
	ask("\x1a", "Stopped") // ^Z
	ask("jobs; kill %1; echo $((6*7))\n", "42\r\n")
	ask("seq 20000 | tail -1\n", "20000\r\n")
	ask("seq 20000\n", "20000\r\n")
	if _, err := io.WriteString(p, "exit 5\n"); err != nil {
		t.Error(err)
	}
	if _, err := io.Copy(io.Discard, p); err != nil {
		t.Error(err)
	}
	if exit, err := p.Wait(); err != nil || exit.Code != 5 {
		t.Errorf("%+v, %v", exit, err)
	}
	if err := p.Resize(sandbox.Size{Cols: 80, Rows: 24}); !errors.Is(err, syscall.ESRCH) {
		t.Errorf("Resize of an ended terminal: %v", err)
	}
}

func testFacts(t *testing.T, s *Sandbox) {
	f, err := s.Facts(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if f.Kernel != s.kernel.Version || f.BootID == hostBootID() || len(f.BootID) != 36 || f.Hostname != "house" || f.Uptime <= 0 {
		t.Errorf("%+v", f)
	}
	if len(f.Processes) == 0 || f.Processes[0].Inside != 1 || f.Processes[0].Command != "init" {
		t.Errorf("processes: %+v", f.Processes)
	}
	if len(f.Namespaces) < 6 || len(f.Mounts) < 5 || !slices.Contains(f.Capabilities, "CAP_SYS_ADMIN") || f.Seccomp != "none" {
		t.Errorf("namespaces %+v, mounts %+v, capabilities %q, seccomp %s", f.Namespaces, f.Mounts, f.Capabilities, f.Seccomp)
	}
	if len(f.Devices) == 0 || len(f.UIDMap) != 1 || f.UIDMap[0].Count != 1<<32-1 {
		t.Errorf("devices %q, uid map %+v", f.Devices, f.UIDMap)
	}
	// QEMU takes at least the part of the memory that the guest's kernel has touched.
	if f.MemoryBytes < 40<<20 || f.MemoryBytes > 1<<30 {
		t.Errorf("memory: %d", f.MemoryBytes)
	}
	if len(f.Limits) == 0 || f.Limits[0].Resource != "memory" || !regexp.MustCompile(`^\d+M$`).MatchString(f.Limits[0].Got) {
		t.Errorf("limits: %+v", f.Limits)
	}
	t.Logf("%+v", f)
}

func TestMain(m *testing.M) {
	if os.Getenv("FLOORPLAN_TEST_HOLD") != "" {
		hold()
	}
	os.Exit(m.Run())
}

// hold is a program that has a machine and is killed: see TestKilledProgramLeavesNothing.
func hold() {
	dir := os.Getenv("FLOORPLAN_TEST_HOLD")
	store, err := image.Open(dir+"/images", -1)
	if err == nil {
		var s sandbox.Sandbox
		e := New(Options{Images: store, CacheDir: dir, Kernel: os.Getenv("FLOORPLAN_TEST_KERNEL"), Accelerator: "tcg"})
		if s, err = e.Start(context.Background(), sandbox.Spec{}, nil); err == nil {
			fmt.Println(s.(*Sandbox).PID())
			<-s.Done()
		}
	}
	fmt.Println(err)
	os.Exit(1)
}

func TestKilledProgramLeavesNothing(t *testing.T) {
	kernel, _ := newEngine(t).Kernel()
	dir := t.TempDir()
	program := exec.Command(os.Args[0])
	program.Env = append(os.Environ(), "FLOORPLAN_TEST_HOLD="+dir, "FLOORPLAN_TEST_KERNEL="+kernel.Path)
	out, err := program.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := program.Start(); err != nil {
		t.Fatal(err)
	}
	var line string
	if _, err := fmt.Fscan(out, &line); err != nil {
		t.Fatal(err)
	}
	pid, err := strconv.Atoi(line)
	if err != nil {
		t.Fatalf("no process id: %s", line)
	}
	if err := program.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = program.Wait() // it was killed
	for {              // the test's own deadline is the limit; QEMU is not our child, so whoever adopted it reaps it
		state, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
		if err != nil || strings.Contains(string(state), ") Z") {
			break
		}
		time.Sleep(10 * time.Millisecond)
	}
}

func TestThreeAtOnce(t *testing.T) {
	e := newEngine(t)
	ids := make([]string, 3)
	var wait sync.WaitGroup
	for i := range ids {
		wait.Go(func() {
			s, err := e.Start(t.Context(), sandbox.Spec{Hostname: fmt.Sprintf("house-%d", i)}, nil)
			if err != nil {
				t.Error(err)
				return
			}
			defer s.Close()
			f, err := s.Facts(t.Context())
			if err != nil || f.Hostname != fmt.Sprintf("house-%d", i) {
				t.Errorf("%d: %+v, %v", i, f, err)
			}
			ids[i] = f.BootID
		})
	}
	wait.Wait()
	if ids[0] == ids[1] || ids[1] == ids[2] || ids[0] == ids[2] {
		t.Errorf("two machines share a boot: %q", ids)
	}
}

func TestMainCommand(t *testing.T) {
	e := newEngine(t)
	var out bytes.Buffer
	s, err := e.Start(t.Context(), sandbox.Spec{}, &sandbox.Cmd{Args: []string{"sh", "-c", "echo at home; exit 3"}, Stdout: &out})
	if err != nil {
		t.Fatal(err)
	}
	exit, err := s.Main().Wait()
	<-s.Done()
	if err != nil || exit.Code != 3 || out.String() != "at home\n" {
		t.Errorf("%+v, %v, %q", exit, err, out.String())
	}
	if _, err := e.Start(t.Context(), sandbox.Spec{}, &sandbox.Cmd{Args: []string{"there-is-none"}}); !errors.Is(err, syscall.ENOENT) {
		t.Errorf("a main command that does not exist: %v", err)
	}
}

func TestPanicIsReported(t *testing.T) {
	s := start(t, newEngine(t), sandbox.Spec{})
	p, err := s.Exec(t.Context(), sandbox.Cmd{Args: []string{"sh", "-c", "echo c > /proc/sysrq-trigger"}})
	if err != nil {
		t.Fatal(err)
	}
	_, err = p.Wait()
	if err == nil || !strings.Contains(err.Error(), "Kernel panic - not syncing: sysrq triggered crash") {
		t.Errorf("the command's end: %v", err)
	}
	<-s.Done()
	if err := s.Err(); err == nil || !strings.Contains(err.Error(), "console ends with:\n") {
		t.Errorf("the machine's end: %v", err)
	}
}

// What a guest's root writes to its console stands in an error, which may be printed on a terminal.
func TestConsoleLeadsNoTerminal(t *testing.T) {
	c := &console{}
	fmt.Fprint(c, "one\r\ntwo \x1b]0;title\a\x1b[2J\u202e\xff\r\nKernel panic - not\x1b[31m syncing\r\n")
	if got, want := c.last(2), "its console ends with:\n  two ]0;title[2J\ufffd\n  Kernel panic - not[31m syncing"; got != want {
		t.Errorf("%q", got)
	}
	if got := c.panicked(); got != "Kernel panic - not[31m syncing" {
		t.Errorf("%q", got)
	}
}

func TestHangIsReported(t *testing.T) {
	s := start(t, newEngine(t), sandbox.Spec{})
	if err := syscall.Kill(s.PID(), syscall.SIGSTOP); err != nil {
		t.Fatal(err)
	}
	if err := s.channel.conn.SetReadDeadline(time.Now().Add(heartbeat)); err != nil { // sooner than hangTimeout
		t.Fatal(err)
	}
	<-s.Done()
	if err := s.Err(); !errors.Is(err, errHangs) {
		t.Errorf("%v", err)
	}
}

func TestBootFails(t *testing.T) {
	e := newEngine(t)
	t.Run("too little memory", func(t *testing.T) {
		_, err := e.Start(t.Context(), sandbox.Spec{Memory: LeastMemory}, nil)
		if err == nil {
			t.Skip("this kernel does with the least memory")
		}
		if !strings.Contains(err.Error(), "did not boot") || !strings.Contains(err.Error(), "\nhint: ") {
			t.Error(err)
		}
	})
	t.Run("given up", func(t *testing.T) {
		ctx, stop := context.WithTimeout(t.Context(), 100*time.Millisecond)
		defer stop()
		if _, err := e.Start(ctx, sandbox.Spec{}, nil); !errors.Is(err, context.DeadlineExceeded) {
			t.Error(err)
		}
	})
}
