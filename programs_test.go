//go:build unix

package main

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"
)

// program is a full-screen program, driven the same way inside Floorplan's terminal and outside of it.
type program struct {
	name string
	args string
	// steps are keys to send and, before the next ones, the text to wait for.
	steps []step
	alike bool // the last screen is the same inside and outside; htop's is not, it shows other processes
}

type step struct{ wait, keys string }

const number = "seq 1 300 > f.txt"

var programs = []program{
	{name: "less", args: "f.txt", alike: true, steps: []step{{"30\n", " "}, {"60\n", "/277" + enter}, {"277\n", ""}}},
	{name: "vim", args: "-u NONE -n f.txt", alike: true,
		steps: []step{{"30\n", "3Gothe third is followed by this\x1b"}, {"followed by this", ":w" + enter}, {"written", "G"}, {"300", ""}}},
	{name: "htop", args: "-d 100", steps: []step{{"PID", "\x1bOP"}, {"htop", "q"}}},
	{name: "tmux", args: "-f /dev/null -L floorplan-test new-session 'cat f.txt; read x'", alike: true,
		steps: []step{{"300", "\x02:"}, {"\n:", "split-window -h 'cat f.txt; read x'" + enter}, {"│300", ""}}},
}

// What a program shows in Floorplan's terminal is what it shows in a terminal of the same size without Floorplan.
func TestProgramsInTheTerminal(t *testing.T) {
	needNative(t)
	for _, p := range programs {
		t.Run(p.name, func(t *testing.T) {
			if _, err := exec.LookPath(p.name); err != nil {
				if slices.Contains(strings.Split(os.Getenv("FLOORPLAN_MUST"), ","), p.name) {
					t.Fatal(err)
				}
				t.Skip(err)
			}
			inside := start(t, 140, 40, t.TempDir(), floorplan(t), "learn", "walls", "--course", "testdata/course")
			inside.wait("@flat")
			inside.keys("t")
			inside.wait("back to the lesson")
			cols, rows := paneSize(inside)
			inside.keys("PS1='$ '; cd; "+number+"; clear", enter)
			inside.until("a prompt", func() bool { return strings.TrimSpace(paneText(inside, cols, rows)) == "$" })
			inside.keys(p.name+" "+p.args, enter)
			drive(inside, p, func() string { return paneText(inside, cols, rows) })

			dir := t.TempDir()
			if out, err := exec.Command("sh", "-c", "cd "+dir+"; "+number).CombinedOutput(); err != nil {
				t.Fatalf("%v: %s", err, out)
			}
			if p.name == "tmux" { // its server outlives its client
				t.Cleanup(func() { exec.Command("tmux", "-L", "floorplan-test", "kill-server").Run() })
			}
			outside := start(t, cols, rows, dir, "sh", "-c", "cd "+dir+"; PS1='$ ' exec "+p.name+" "+p.args)
			drive(outside, p, outside.text)
			if !p.alike {
				return
			}
			want := outside.text
			same := func() bool { return lastRowAside(paneText(inside, cols, rows)) == lastRowAside(want()) }
			ctx, cancel := context.WithTimeout(t.Context(), 30*time.Second)
			defer cancel()
			for turn := []*session{inside, outside}; !same(); turn[0], turn[1] = turn[1], turn[0] { // either may be the later one
				if ctx.Err() != nil {
					t.Fatalf("inside:\n%s\noutside:\n%s", paneText(inside, cols, rows), want())
				}
				a, cancel := context.WithTimeout(ctx, 100*time.Millisecond)
				turn[0].pane.Wait(a, 0)
				cancel()
			}
			if p.name == "vim" {
				saved, err := os.ReadFile(filepath.Join(dir, "f.txt"))
				if err != nil || !strings.Contains(string(saved), "the third is followed by this") {
					t.Errorf("vim outside saved nothing: %v", err)
				}
				inside.keys(":q!" + enter)
				inside.until("the shell", func() bool { return strings.HasSuffix(strings.TrimSpace(paneText(inside, cols, rows)), "\n$") })
				inside.keys("grep -n followed f.txt", enter)
				inside.wait("4:the third is followed by this")
			}
		})
	}
}

func drive(s *session, p program, text func() string) {
	s.t.Helper()
	for _, step := range p.steps {
		s.until(step.wait, func() bool { return strings.Contains(text()+"\n", step.wait) })
		s.keys(step.keys)
	}
}

// lastRowAside leaves the last row out: status lines have times, host names and file names' folders in them.
func lastRowAside(screen string) string {
	rows := strings.Split(screen, "\n")
	return strings.TrimRight(strings.Join(rows[:len(rows)-1], "\n"), " \n")
}

// paneSize finds the terminal on the screen: it begins right of the divider and below its tabs.
func paneSize(s *session) (cols, rows int) {
	lines := s.pane.Lines(nil)
	width := ansi.StringWidth(lines[2])
	before, _, _ := strings.Cut(ansi.Strip(lines[2]), "┃")
	return width - ansi.StringWidth(before) - 1, len(lines) - 3
}

// paneText is what stands in the terminal on the screen, with the spaces at the ends of lines removed.
func paneText(s *session, cols, rows int) string {
	lines := s.pane.Lines(nil)
	var out []string
	for _, line := range lines[2 : 2+rows] {
		width := ansi.StringWidth(line)
		out = append(out, strings.TrimRight(ansi.Strip(ansi.Cut(line, width-cols, width)), " "))
	}
	return strings.Join(out, "\n")
}
