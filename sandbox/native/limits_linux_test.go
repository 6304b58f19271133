package native

import (
	"strconv"
	"strings"
	"testing"

	"floorplan/sandbox"
)

func limit(t *testing.T, b sandbox.Sandbox, resource string) sandbox.LimitFact {
	t.Helper()
	facts, err := b.Facts(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range facts.Limits {
		if l.Resource == resource {
			t.Logf("%+v", l)
			return l
		}
	}
	t.Fatalf("no limit of %s: %+v", resource, facts.Limits)
	return sandbox.LimitFact{}
}

// withAndWithout runs a test with the control groups that this host offers and without any.
func withAndWithout(t *testing.T, test func(t *testing.T, e *Engine)) {
	each(t, func(t *testing.T, e *Engine) {
		if !e.fast() {
			t.Skip("limits do not depend on the agent")
		}
		t.Run("groups", func(t *testing.T) { test(t, e) })
		t.Run("none", func(t *testing.T) { test(t, New(Options{NoGroups: true})) })
	})
}

func TestPids(t *testing.T) {
	withAndWithout(t, func(t *testing.T, e *Engine) {
		for _, profile := range []sandbox.Profile{sandbox.Locked, sandbox.Admin} {
			b := start(t, e, sandbox.Spec{Pids: 64, Profile: profile})
			out, _ := output(t, b, "i=0; while [ $i -lt 200 ]; do sleep 100 & i=$((i+1)); done 2>/dev/null; true")
			if l := limit(t, b, "pids"); l.Got != "65" || !l.Exact {
				t.Errorf("%s: %+v", out, l)
			}
			facts, err := b.Facts(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			if n := len(facts.Processes); n < 50 || n > 65 {
				t.Errorf("%d processes, want nearly 65", n)
			}
		}
	})
}

func TestMemory(t *testing.T) {
	withAndWithout(t, func(t *testing.T, e *Engine) {
		b := start(t, e, sandbox.Spec{Memory: 64 << 20})
		limit(t, b, "memory")
		for name, hog := range map[string]string{
			"one":  "head -c 300M /dev/zero | tail | wc -c",
			"many": "for i in 1 2 3 4 5 6; do head -c 30M /dev/zero | tail -c 30M | (sleep 1; wc -c) & done; wait",
			"disk": "head -c 200M /dev/zero > /tmp/hog; tail -c 1M /tmp/hog | wc -c",
		} {
			out, _ := output(t, b, hog)
			if strings.Contains(out, "314572800") {
				t.Errorf("%s: got all of it: %s", name, out)
			}
			output(t, b, "rm -f /tmp/hog")
		}
		if out, code := output(t, b, "echo alive"); out != "alive" || code != 0 {
			t.Errorf("after the hogs: %s, %d", out, code)
		}
	})
}

func TestDisk(t *testing.T) {
	each(t, func(t *testing.T, e *Engine) {
		b := start(t, e, sandbox.Spec{Disk: 8 << 20, Inodes: 500, Profile: sandbox.Admin})
		for _, dir := range []string{"/tmp", "/dev", "/dev/shm", "/usr/bin", "/etc", "/var/tmp", "/root", "/"} {
			if out, _ := output(t, b, "head -c 20M /dev/zero > "+dir+"/fill; rm "+dir+"/fill"); !strings.Contains(out, "No space left") {
				t.Errorf("%s: %s", dir, out)
			}
		}
		out, _ := output(t, b, "mkdir /tmp/d; i=0; while touch /tmp/d/$i; do i=$((i+1)); [ $i -lt 2000 ] || break; done; ls /tmp/d | wc -l")
		if !strings.Contains(out, "No space left") {
			t.Error(out)
		}
		if l := limit(t, b, "disk"); l.Got != "8M" || l.How != "tmpfs" || !l.Exact {
			t.Errorf("%+v", l)
		}
	})
}

func TestFiles(t *testing.T) {
	each(t, func(t *testing.T, e *Engine) {
		b := start(t, e, sandbox.Spec{Files: 32})
		if out, _ := output(t, b, "ulimit -n; ulimit -Hn"); out != "32\n32" {
			t.Error(out)
		}
		if l := limit(t, b, "files"); l.Got != "32" {
			t.Errorf("%+v", l)
		}
	})
}

// TestExhaustion lets a sandbox use up all it may have. Neither the next sandbox nor this one's end are kept by it.
func TestExhaustion(t *testing.T) {
	withAndWithout(t, func(t *testing.T, e *Engine) {
		for name, script := range map[string]string{
			"fork bomb":            "bomb() { bomb | bomb & }; bomb; exec sleep 1000",
			"descriptors":          "exec bash -c 'while exec {fd}</dev/null; do :; done; echo full; exec sleep 1000'",
			"loops":                "for i in 1 2 3 4 5 6 7 8; do while :; do :; done & done; wait",
			"kill all":             "kill -KILL -1; exec sleep 1000",
			"a directory too deep": "while mkdir d && cd d; do :; done; exec sleep 1000",
			"links":                "echo > f; i=0; while ln f $i; do i=$((i+1)); done; exec sleep 1000",
		} {
			t.Run(name, func(t *testing.T) {
				b := start(t, e, sandbox.Spec{Pids: 64, Memory: 64 << 20, Files: 64, Inodes: 2000})
				p, err := b.Exec(t.Context(), sandbox.Cmd{Args: []string{"sh", "-c", script}})
				if err != nil {
					t.Fatal(err)
				}
				// What else runs there may not be able to start; what it does to others is what counts.
				for range 3 {
					neighbour := start(t, e, sandbox.Spec{Pids: 64, Memory: 64 << 20})
					if out, code := output(t, neighbour, "sh -c 'echo here'; ls /proc/self/fd | wc -l"); !strings.HasPrefix(out, "here\n") || code != 0 {
						t.Errorf("the neighbour: %s, %d", out, code)
					}
					neighbour.Close()
				}
				facts, err := b.Facts(t.Context())
				if err != nil || len(facts.Processes) > 65 {
					t.Errorf("%d processes, %v", len(facts.Processes), err)
				}
				if err := b.Close(); err != nil {
					t.Error(err)
				}
				if _, err := p.Wait(); err != nil {
					t.Error(err)
				}
				for _, process := range facts.Processes {
					if alive([]string{strconv.Itoa(process.Outside)}) != nil {
						t.Errorf("left: %+v", process)
					}
				}
			})
		}
	})
}

// With the host's mounts a sandbox's disk is the host's: what is on it is not in the sandbox's memory.
func TestMemoryBesideTheHostsDisk(t *testing.T) {
	e := New(Options{NoGroups: true})
	b := start(t, e, sandbox.Spec{Memory: 64 << 20, Share: []sandbox.Namespace{sandbox.Mount}})
	if out, exit := output(t, b, "sleep 0.6; echo lived"); exit != 0 || out != "lived" {
		t.Errorf("with a limit of 64 MB and the host's mounts a sleep ends with %d: %q", exit, out)
	}
}
