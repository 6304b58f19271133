//go:build unix

package terminal

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/creack/pty"
)

// need skips a test where a program is missing, unless FLOORPLAN_MUST says that it has to be there.
func need(t testing.TB, program string) {
	t.Helper()
	if _, err := exec.LookPath(program); err == nil {
		return
	}
	if slices.Contains(strings.Split(os.Getenv("FLOORPLAN_MUST"), ","), program) {
		t.Fatalf("%s is not installed", program)
	}
	t.Skipf("%s is not installed", program)
}

// start runs a program in a pane until the test ends; over is closed when it ended by itself.
func start(t testing.TB, cols, rows int, dir string, args ...string) (p *Pane, over <-chan struct{}) {
	t.Helper()
	need(t, args[0])
	p = NewPane(Options{Cols: cols, Rows: rows})
	cmd := exec.Command(args[0], args[1:]...)
	cmd.Dir = dir
	cmd.Env = []string{"PATH=" + os.Getenv("PATH"), "HOME=" + dir, "TERM=xterm-256color", "LANG=C.UTF-8", "PS1=$ "}
	tty, err := pty.StartWithSize(cmd, &pty.Winsize{Cols: uint16(cols), Rows: uint16(rows)})
	if err != nil {
		t.Fatal(err)
	}
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		p.Run(tty)
		cmd.Wait()
	}()
	t.Cleanup(func() {
		cmd.Process.Kill()
		tty.Close()
		<-ended
	})
	return p, ended
}

// await waits until the pane shows something.
func await(t testing.TB, p *Pane, what string, there func(screen string) bool) {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	for !there(shown(p)) {
		if p.Wait(ctx, time.Millisecond) != nil {
			t.Fatalf("%s does not come; the screen is\n%s", what, strings.ReplaceAll(shown(p), "|", "\n"))
		}
	}
}

func awaitText(t testing.TB, p *Pane, text string) {
	t.Helper()
	await(t, p, fmt.Sprintf("%q", text), func(s string) bool { return strings.Contains(s, text) })
}

// press sends keys as Bubble Tea reports them: a character each, and those of names.
func press(p *Pane, keys ...any) {
	for _, k := range keys {
		switch k := k.(type) {
		case string:
			for _, r := range k {
				p.Key(tea.Key{Code: r, Text: string(r)})
			}
		case rune:
			p.Key(tea.Key{Code: k})
		case tea.Key:
			p.Key(k)
		}
	}
}

func ctrl(r rune) tea.Key { return tea.Key{Code: r, Mod: tea.ModCtrl} }

func TestVim(t *testing.T) {
	dir := t.TempDir()
	p, over := start(t, 80, 24, dir, "vim", "-u", "NONE", "-N", "file.txt")
	awaitText(t, p, "file.txt")
	press(p, "ione 日本", tea.KeyEnter, "two", tea.KeyUp, tea.KeyHome, "> ", tea.KeyEscape)
	awaitText(t, p, "> one 日本|two|~")
	if m := p.Modes(); !m.AltScreen || !m.AppCursor {
		t.Errorf("vim's modes are %+v", m)
	}
	p.Resize(40, 10) // the pty is not told: vim goes on as before
	press(p, ":wq", tea.KeyEnter)
	<-over
	if b, err := os.ReadFile(filepath.Join(dir, "file.txt")); err != nil || string(b) != "> one 日本\ntwo\n" {
		t.Errorf("vim saved %q, %v", b, err)
	}
	if m := p.Modes(); m.AltScreen {
		t.Error("vim left the alternate screen on")
	}
}

func TestLess(t *testing.T) {
	dir := t.TempDir()
	var text strings.Builder
	for i := range 500 {
		fmt.Fprintf(&text, "line %d\n", i)
	}
	os.WriteFile(filepath.Join(dir, "text"), []byte(text.String()), 0o644)
	p, over := start(t, 40, 10, dir, "less", "text")
	awaitText(t, p, "line 8")
	press(p, tea.KeyPgDown)
	awaitText(t, p, "line 17")
	press(p, "/line 42", tea.KeyEnter)
	await(t, p, "line 42 at the top", func(s string) bool { return strings.HasPrefix(s, "line 42") })
	p.Mouse(tea.MouseWheelMsg{Button: tea.MouseWheelDown}, 0, 0)
	await(t, p, "line 45 at the top", func(s string) bool { return strings.HasPrefix(s, "line 45") })
	press(p, "q")
	<-over
}

func TestTmux(t *testing.T) {
	dir := t.TempDir()
	conf := filepath.Join(dir, "conf")
	// Without the second line keys that come at once count as pasted, and the prefix key has no effect.
	os.WriteFile(conf, []byte("set -g default-command 'PS1=\"$ \" bash --norc'\nset -g assume-paste-time 0\n"), 0o644)
	need(t, "bash")
	p, over := start(t, 80, 24, dir, "tmux", "-S", filepath.Join(dir, "socket"), "-f", conf, "new")
	t.Cleanup(func() { exec.Command("tmux", "-S", filepath.Join(dir, "socket"), "kill-server").Run() }) // it outlives its client
	awaitText(t, p, "$")
	press(p, ctrl('b'), "%")
	awaitText(t, p, "│$")
	press(p, "echo $((6*7))", tea.KeyEnter)
	awaitText(t, p, "│42")
	press(p, ctrl('b'), "\"")
	awaitText(t, p, "├──")
	press(p, "tmux kill-server", tea.KeyEnter)
	<-over
}

func TestHtop(t *testing.T) {
	p, over := start(t, 100, 30, t.TempDir(), "htop")
	awaitText(t, p, "F10Quit")
	press(p, tea.KeyF2)
	awaitText(t, p, "Categories")
	press(p, tea.KeyF10)
	await(t, p, "the list of processes", func(s string) bool {
		return strings.Contains(s, "PID") && !strings.Contains(s, "Categories")
	})
	press(p, tea.KeyF10)
	<-over
}

// TestFloodIsInterrupted stops a flood of output by a key, and types into the shell that is left.
func TestFloodIsInterrupted(t *testing.T) {
	p, over := start(t, 80, 24, t.TempDir(), "bash", "--norc")
	awaitText(t, p, "$")
	press(p, "yes", tea.KeyEnter)
	await(t, p, "the flood", func(s string) bool { return strings.HasSuffix(s, "y|y|y|y") && p.View().Above > 1000 })
	pressed := time.Now()
	press(p, ctrl('c'))
	await(t, p, "the prompt", func(s string) bool { return strings.HasSuffix(s, "|$") })
	t.Logf("the prompt is back %v after ctrl+c", time.Since(pressed).Round(time.Millisecond))
	press(p, "exit", tea.KeyEnter)
	<-over
}

// BenchmarkCat reads 100 MB of text from cat on a pty, raw and through a pane that is drawn as often as it changes, 60
// times a second at most: in turn, 10 MB each time, so that both meet the same machine. It reports both speeds, their
// ratio and the frames.
func BenchmarkCat(b *testing.B) {
	need(b, "cat")
	name := filepath.Join(b.TempDir(), "text")
	f, err := os.Create(name)
	if err != nil {
		b.Fatal(err)
	}
	w := bufio.NewWriter(f)
	text := plainText()
	size := 0
	for size < 10<<20 {
		n, _ := w.Write(text)
		size += n
	}
	w.Flush()
	f.Close()

	cat := func(read func(tty io.ReadWriter)) time.Duration {
		began := time.Now()
		cmd := exec.Command("cat", name)
		tty, err := pty.StartWithSize(cmd, &pty.Winsize{Cols: 120, Rows: 40})
		if err != nil {
			b.Fatal(err)
		}
		read(tty)
		took := time.Since(began)
		tty.Close()
		cmd.Wait()
		return took
	}
	var raw, through time.Duration
	var frames atomic.Int64
	rounds := 0
	for b.Loop() {
		for range 10 {
			rounds++
			raw += cat(func(tty io.ReadWriter) {
				buf := make([]byte, 64<<10)
				for {
					if _, err := tty.Read(buf); err != nil {
						return
					}
				}
			})
			p := NewPane(Options{Cols: 120, Rows: 40})
			ctx, cancel := context.WithCancel(context.Background())
			drawn := make(chan struct{})
			go func() {
				defer close(drawn)
				for p.Wait(ctx, time.Second/60) == nil {
					p.View()
					frames.Add(1)
				}
			}()
			through += cat(func(tty io.ReadWriter) { p.Run(tty) })
			cancel()
			<-drawn
		}
	}
	mb := float64(size) * float64(rounds) / 1e6
	b.ReportMetric(mb/raw.Seconds(), "raw-MB/s")
	b.ReportMetric(mb/through.Seconds(), "pane-MB/s")
	b.ReportMetric(100*raw.Seconds()/through.Seconds(), "%-of-raw")
	b.ReportMetric(float64(frames.Load())/through.Seconds(), "frames/s")
}
