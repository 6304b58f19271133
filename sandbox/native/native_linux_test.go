package native

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/sys/unix"

	"floorplan/sandbox"
)

// engines are the two ways to start an agent; every case runs through both.
var engines = map[string]*Engine{"fast": New(Options{}), "plain": New(Options{Plain: true})}

// each runs a test with both kinds of agent, or skips it where no sandbox can be made.
func each(t *testing.T, test func(t *testing.T, e *Engine)) {
	t.Helper()
	for _, name := range []string{"fast", "plain"} {
		t.Run(name, func(t *testing.T) {
			report := engines[name].Probe(t.Context())
			if !report.OK {
				if slices.Contains(strings.Split(os.Getenv("FLOORPLAN_MUST"), ","), "native") {
					t.Fatalf("FLOORPLAN_MUST: %s", report.Why)
				}
				t.Skipf("no sandboxes here: %s", report.Why)
			}
			test(t, engines[name])
		})
	}
}

func start(t *testing.T, e *Engine, spec sandbox.Spec) sandbox.Sandbox {
	t.Helper()
	b, err := e.Start(t.Context(), spec, nil)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { b.Close() })
	return b
}

// output runs a shell script in a sandbox and returns what it printed and its exit status.
func output(t *testing.T, b sandbox.Sandbox, script string) (string, int) {
	t.Helper()
	var out bytes.Buffer
	p, err := b.Exec(context.Background(), sandbox.Cmd{Args: []string{"sh", "-c", script}, Stdout: &out, Stderr: &out})
	if err != nil {
		t.Fatalf("%s: %v", script, err)
	}
	exit, err := p.Wait()
	if err != nil {
		t.Fatalf("%s: %v", script, err)
	}
	return strings.TrimSpace(out.String()), exit.Code
}

func TestStart(t *testing.T) {
	each(t, func(t *testing.T, e *Engine) {
		for _, test := range []struct {
			name    string
			profile sandbox.Profile
			script  string
			want    string
		}{
			{"id", sandbox.Locked, "id -u; id -un; echo $HOME; pwd", "1000\nstudent\n/home/student\n/home/student"},
			{"root", sandbox.Admin, "id -u; id -un; echo $HOME; pwd", "0\nroot\n/root\n/root"},
			{"hostname", sandbox.Locked, "hostname; cat /etc/hostname", "flat-7\nflat-7"},
			{"pids", sandbox.Locked, "ps -e -o pid=,comm= | head -1 | xargs; echo $$", "1 floorplan-init\n2"},
			{"home", sandbox.Locked, "touch ~/x /tmp/x && ls ~ /tmp; ls -A /home", "/home/student:\nx\n\n/tmp:\nx\nstudent"},
			{"loopback", sandbox.Locked, "grep -c . /proc/net/dev; grep -o lo: /proc/net/dev", "3\nlo:"},
			{"port", sandbox.Locked, "cat /proc/sys/net/ipv4/ip_unprivileged_port_start", "0"},
			{"set hostname", sandbox.Admin, "hostname other && hostname", "other"},
			{"mount", sandbox.Admin, "mount -t tmpfs none /mnt && touch /mnt/x && ls /mnt", "x"},
			{"remove a program", sandbox.Admin, "rm /usr/bin/env; command -v env || echo gone", "gone"},
			{"no cores, and none to a program either", sandbox.Locked, "grep '^Max core' /proc/self/limits | xargs", "Max core file size 1 1 bytes"},
			{"descriptors", sandbox.Locked, "ls /proc/self/fd | xargs", "0 1 2 3"},
		} {
			t.Run(test.name, func(t *testing.T) {
				var out bytes.Buffer
				b, err := e.Start(t.Context(), sandbox.Spec{Profile: test.profile, Hostname: "flat-7"},
					&sandbox.Cmd{Args: []string{"sh", "-c", test.script}, Stdout: &out, Stderr: &out})
				if err != nil {
					t.Fatal(err)
				}
				if _, err := b.Main().Wait(); err != nil {
					t.Error(err)
				}
				<-b.Done()
				if got := strings.TrimSpace(out.String()); got != test.want {
					t.Errorf("%s\ngot  %q\nwant %q", test.script, got, test.want)
				}
			})
		}
	})
}

func TestExit(t *testing.T) {
	each(t, func(t *testing.T, e *Engine) {
		b := start(t, e, sandbox.Spec{})
		for script, want := range map[string]sandbox.Exit{
			"exit 0": {}, "exit 7": {Code: 7}, "kill -TERM $$": {Code: 143, Signal: 15}, "kill -KILL $$": {Code: 137, Signal: 9},
		} {
			p, err := b.Exec(t.Context(), sandbox.Cmd{Args: []string{"sh", "-c", script}})
			if err != nil {
				t.Fatal(err)
			}
			if got, err := p.Wait(); err != nil || got != want {
				t.Errorf("%s: got %+v, %v, want %+v", script, got, err, want)
			}
			if err := p.Signal(15); !errors.Is(err, os.ErrProcessDone) {
				t.Errorf("signal after the end: %v", err)
			}
		}
		output(t, b, "mkdir ~/bin; echo text > ~/bin/no-program; chmod +x ~/bin/no-program; echo text > ~/bin/no-mode")
		for command, want := range map[string]struct {
			err  error
			text string
		}{
			"no-such-program": {os.ErrNotExist, "run no-such-program in"},
			"/etc/passwd":     {os.ErrPermission, "run /etc/passwd in"},
			"no-mode":         {os.ErrPermission, "/home/student/bin/no-mode: permission denied"},
			"no-program":      {unix.ENOEXEC, "/home/student/bin/no-program: exec format error"},
		} {
			cmd := sandbox.Cmd{Args: []string{command}, Env: []string{"PATH=/nowhere:/home/student/bin:/usr/bin"}}
			if _, err := b.Exec(t.Context(), cmd); !errors.Is(err, want.err) || !strings.Contains(err.Error(), want.text) {
				t.Errorf("%s: got %v, want %v", command, err, want)
			}
		}
	})
}

func TestTerminal(t *testing.T) {
	each(t, func(t *testing.T, e *Engine) {
		b := start(t, e, sandbox.Spec{})
		// Without line editing the terminal itself echoes: an editor would draw a line again, in parts, as the size changes.
		p, err := b.Exec(t.Context(), sandbox.Cmd{Args: []string{"bash", "--norc", "--noediting", "-i"}, Env: []string{"PS1=ready> "}, Terminal: &sandbox.Size{Cols: 81, Rows: 23}})
		if err != nil {
			t.Fatal(err)
		}
		defer p.Close()
		dialogue(t, p, []exchange{
			{"", "ready> "},
			{"tty\n", "/dev/pts/0"},
			{"stty size\n", "23 81"},
			// It says when it has the terminal: keys typed earlier would be the shell's.
			{"sh -c 'echo star\"\"ted; exec sleep 1000'\n", "started"},
			{"\x1a", "Stopped"},
			{"jobs\n", "Stopped"},
			{"kill -KILL %1\n", "ready> "},
			{"sh -c 'echo star\"\"ted; exec sleep 1000'\n", "started"},
			{"\x03", "ready> "},
			{"echo \"status $?\"\n", "status 130"},
		})
		if err := p.Resize(sandbox.Size{Cols: 100, Rows: 30}); err != nil {
			t.Error(err)
		}
		// On a busy machine bash may still count the killed job as a stopped one, and would stay for it.
		dialogue(t, p, []exchange{{"stty size\n", "30 100"}, {"disown -a; exit 5\n", ""}})
		if exit, err := p.Wait(); err != nil || exit.Code != 5 {
			t.Errorf("got %+v, %v, want 5", exit, err)
		}
	})
}

// A shell that has ended has no terminal any more, whatever it left in the background.
func TestTerminalEndsWithItsCommand(t *testing.T) {
	each(t, func(t *testing.T, e *Engine) {
		b := start(t, e, sandbox.Spec{})
		p, err := b.Exec(t.Context(), sandbox.Cmd{Args: []string{"sh", "-c", "trap '' HUP; sleep 1000 & echo left"}, Terminal: &sandbox.Size{Cols: 80, Rows: 24}})
		if err != nil {
			t.Fatal(err)
		}
		defer p.Close()
		output := make(chan string, 1)
		go func() {
			all, _ := io.ReadAll(p)
			output <- string(all)
		}()
		select {
		case got := <-output:
			if strings.TrimSpace(got) != "left" {
				t.Errorf("the terminal showed %q", got)
			}
		case <-time.After(20 * time.Second):
			t.Error("the terminal outlives its command")
		}
	})
}

type exchange struct{ send, expect string }

// dialogue types lines and waits for what they bring.
func dialogue(t *testing.T, p sandbox.Process, lines []exchange) {
	t.Helper()
	stuck := time.AfterFunc(30*time.Second, func() { p.Close() }) // so that it says what it waited for
	defer stuck.Stop()
	var seen string
	buf := make([]byte, 4096)
	for _, line := range lines {
		if _, err := p.Write([]byte(line.send)); err != nil {
			t.Fatal(err)
		}
		for {
			// What is typed comes back first, on the same line.
			_, after, echoed := strings.Cut(seen, strings.TrimRight(line.send, "\n"))
			if _, rest, ok := strings.Cut(after, line.expect); echoed && ok {
				seen = rest
				break
			}
			if line.send == "\x1a" || line.send == "\x03" {
				if _, rest, ok := strings.Cut(seen, line.expect); ok {
					seen = rest
					break
				}
			}
			n, err := p.Read(buf)
			if err != nil {
				t.Fatalf("waiting for %q after %q: %v; seen %q", line.expect, line.send, err, seen)
			}
			seen += string(buf[:n])
		}
	}
}
