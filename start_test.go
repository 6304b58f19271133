//go:build unix

package main

import (
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"

	"github.com/creack/pty"
)

// maxPrepared is how many bytes all packages together may allocate before main runs: every command waits for that, the shortest
// one too. Each new kilobyte costs about two microseconds; a regular expression takes three to thirty.
const maxPrepared = 600_000

// TestPreparedBeforeMain reads what Go's runtime tells of each package's initialisation.
func TestPreparedBeforeMain(t *testing.T) {
	cmd := exec.Command(floorplan(t), "--version")
	cmd.Env = append(os.Environ(), "GODEBUG=inittrace=1")
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	type prepared struct {
		bytes int
		name  string
	}
	var packages []prepared
	total := 0
	for line := range strings.Lines(string(out)) {
		var p prepared
		var at, took float64
		if n, _ := fmt.Sscanf(line, "init %s @%g ms, %g ms clock, %d bytes", &p.name, &at, &took, &p.bytes); n == 4 {
			packages = append(packages, p)
			total += p.bytes
		}
	}
	if len(packages) == 0 {
		t.Fatalf("no trace: %s", out)
	}
	if total > maxPrepared {
		slices.SortFunc(packages, func(a, b prepared) int { return b.bytes - a.bytes })
		t.Errorf("%d bytes are allocated before main, and %d are a lot; most by %v", total, maxPrepared, packages[:min(len(packages), 8)])
	}
}

// TestErrorsLeadNoTerminal has an error tell of a program whose name would clear the screen.
func TestErrorsLeadNoTerminal(t *testing.T) {
	native, err := condition("native")
	if err != nil {
		t.Fatal(err)
	}
	if !native {
		t.Skip("no sandboxes here")
	}
	out, err := exec.Command(floorplan(t), "sandbox", "run", "--", "/proc/1/cwd/\x1b[2J").CombinedOutput()
	if err == nil || !strings.Contains(string(out), "cannot run /proc/1/cwd/\ufffd[2J in") || strings.Contains(string(out), "\x1b") {
		t.Errorf("%v: %q", err, out)
	}
}

// TestHelpFits has every command explain itself on a terminal of 80 columns: fang folds no description of a command or flag, and
// the terminal continues one that is too long at its edge, where nothing of a help stands.
func TestHelpFits(t *testing.T) {
	commands := 0
	var explain func(command ...string)
	explain = func(command ...string) {
		commands++
		s := start(t, 80, 100, t.TempDir(), floorplan(t), append(command, "--help")...)
		if status := s.ended(); status != 0 {
			t.Errorf("%v: exit status %d", command, status)
		}
		listed := false
		for line := range strings.Lines(s.text()) {
			words := strings.Fields(line)
			switch {
			case len(words) == 0:
			case !strings.HasPrefix(line, "  "):
				t.Errorf("%v: over the edge: %s", command, line)
			case len(words) == 1:
				listed = words[0] == "COMMANDS"
			case listed && words[0] != "help":
				explain(append(slices.Clone(command), words[0])...)
			}
		}
	}
	explain()
	if commands < 20 {
		t.Errorf("only %d commands were found", commands)
	}
}

// TestStatusOfSignals has each signal that ends the program be its exit status, as shells have it.
func TestStatusOfSignals(t *testing.T) {
	for _, signal := range []syscall.Signal{syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP} {
		cmd := exec.Command(floorplan(t), "--plain", "learn", "walls", "--course", "testdata/course")
		cmd.Env = append(os.Environ(), "XDG_DATA_HOME="+t.TempDir())
		stdin, err := cmd.StdinPipe() // open, and silent
		if err != nil {
			t.Fatal(err)
		}
		stdout, err := cmd.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		if _, err := io.ReadFull(stdout, make([]byte, 100)); err != nil { // it asks by now, or will
			t.Fatal(err)
		}
		cmd.Process.Signal(signal)
		io.Copy(io.Discard, stdout)
		cmd.Wait()
		stdin.Close()
		if status := cmd.ProcessState.ExitCode(); status != 128+int(signal) {
			t.Errorf("%v: exit status %d", signal, status)
		}
	}
}

// TestPlainPull has a pull with --plain tell a terminal how far it is: in lines, and drawn over nothing. It looks for a kernel package in
// vain.
func TestPlainPull(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"apt-get", "apt-cache", "dpkg-deb"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte("#!/bin/sh\n"), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	cmd := exec.Command(floorplan(t), "--plain", "image", "pull", "kernel")
	cmd.Env = append(os.Environ(), "PATH="+dir, "XDG_CACHE_HOME="+dir, "TERM=xterm")
	tty, err := pty.Start(cmd)
	if err != nil {
		t.Fatal(err)
	}
	defer tty.Close()
	out, _ := io.ReadAll(tty) // ends with EIO on Linux
	if err := cmd.Wait(); err == nil || !strings.HasPrefix(string(out), "look for a kernel package\r\nerror: ") || strings.Contains(string(out), "\x1b") {
		t.Errorf("%v: %q", err, out)
	}
}
