//go:build record

// This file makes the fixtures in testdata: it records real programs on a pseudo-terminal and asks tmux what their
// screens look like. It is run by hand, as root on Debian with the programs below installed:
//
//	go test -tags record -run TestRecord -v ./tui/terminal
//	go test -tags record -run 'TestRecord/vim' -v ./tui/terminal
package terminal

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/creack/pty"
)

// script is one recording: a command, and what is typed into it. Each step is a screen to compare.
type script struct {
	name    string
	command string
	steps   []step
}

// step types keys, and waits for text on the screen and then for silence.
type step struct{ keys, wait string }

// scripts are recorded at each of the sizes.
var scripts = []script{
	{"bash", "bash --norc", []step{
		{"", "$"},
		{"echo hello; seq 1 100\r", "100"},
		{"printf '\\e[1;31mred\\e[0m \\e[4:3mcurly\\e[m \\e[48;2;10;80;120mtrue\\e[m \\e[9mstrike\\e[m\\n'\r", "strike"},
		{"echo a long line of input that wraps at the end of this narrow or wide window and goes on there 1234567890", "890"},
		{"\x01XYZ\x05\x1b[D\x1b[D\x7f\x7f", ""},
		{"\x12seq", "seq"},
		{"\x07", ""},
		{"\x15clear\r", ""},
		{"for i in $(seq 16 255); do printf \"\\e[48;5;${i}m %3d \" $i; done; echo -e '\\e[m'\r", "255"},
		{"printf '日本語 한국어 e\\u0301 🙂 ok\\n'; printf '%*s日本\\n' $((COLUMNS-1)) ''\r", "日本"},
	}},
	{"ls", "bash --norc", []step{
		{"ls --color=always /usr/lib/x86_64-linux-gnu | head -300 | column -c $COLUMNS\r", "$ "},
		{"ls --color=always -l /dev /usr/sbin | tail -60\r", "$ "},
		{"ls --color=always -lF /proc/self/\r", "$ "},
	}},
	{"vim", "vim -u NONE -N -c 'syntax on' -c 'set nu hls incsearch ruler laststatus=2' sample.c", []step{
		{"", "main"},
		{"/int\r", "int"},
		{"nnGO// added at the end 日本\x1b", "added"},
		{":split\r", ""},
		{":vsplit\r", ""},
		{"\x17\x17\x06", ""},
		{"ggdd5jyyP", ""},
		{":set list cursorline cursorcolumn\r", ""},
		{":split sample.txt\r", "line"},
		{":only\r", ""},
		{"\x06\x06", ""},
		{"\x02", ""},
		{":q!\r", ""},
	}},
	{"less", "less sample.txt", []step{
		{"", "sample.txt"},
		{" ", ":"},
		{"j", ":"},
		{"jjjj", ":"},
		{"kk", ":"},
		{"/line 1\r", "line 1"},
		{"n", ""},
		{"G", "END"},
		{"g", ""},
		{"-S\r", ""},
		{"\x1b[C", ""},
		{"h", "SUMMARY"},
		{" ", ""},
		{"qq", ""},
	}},
	{"man", "man -l sample.1", []step{
		{"", "SAMPLE(1)"},
		{" ", ""},
		{"/option\r", "option"},
		{"nn", ""},
		{"b", ""},
		{"100j", ""},
		{"kkk", ""},
		{"q", ""},
	}},
	{"htop", "htop -d 100", []step{
		{"", "Help"},
		{"\x1b[B\x1b[B", ""},
		{"\x1bOQ", "Setup"},
		{"\x1b[B", ""},
		{"\x1b[21~", ""},
		{"\x1bOP", "htop"},
		{" ", ""},
		{"\x1b[15~", ""},
		{"q", ""},
	}},
	{"top", "top -d 100", []step{
		{"", "PID"},
		{"z", ""},
		{"x", ""},
		{"1", ""},
		{"h", "Help"},
		{"\x1b", ""},
		{"f", "Fields"},
		{"q", ""},
		{"q", ""},
	}},
	{"nano", "nano -l sample.c", []step{
		{"", "sample.c"},
		{"\x1b[6~", ""},
		{"typed here 日本 ", "typed"},
		{"\x0b\x0b\x15", ""},
		{"\x17int\r", "int"},
		{"\x07", "help"},
		{"\x18", ""},
		{"\x1b[5~\x1b[B\x1b[B", ""},
		{"\x18", "Save"},
		{"n", ""},
	}},
	{"tmux", "tmux -L inner -f tmux.conf new", []step{
		{"", "$"},
		{"seq 1 60\r", "60"},
		{"\x02%", "│"},
		{"ls --color /usr/sbin | head -40\r", "$"},
		{"\x02\"", "─"},
		{"less sample.txt\r", "sample.txt"},
		{"G", "END"},
		{"\x02o", ""},
		{"vim -u NONE sample.c\r", "main"},
		{"\x02z", ""},
		{"\x02z", ""},
		{"\x02[", ""},
		{"q:q\r", ""},
		{"\x02c", ""},
		{"\x02w", ""},
		{"q\x02&y", ""},
		{"\x02&y", ""},
	}},
	{"dialog", "dialog --colors --menu 'Choose \\Z1one\\Zn' 14 46 4 a Apple b Banana c Cherry d 'Dr. 日本'", []step{
		{"", "Apple"},
		{"\x1bOB", ""},
		{"c", ""},
		{"\t", ""},
		{"\r", ""},
	}},
	{"mc", "mc -d", []step{
		{"", "sample.txt"},
		{"\x1b[B\x1b[B\x1b[B", ""},
		{"\x1b[13~", ""},
		{"\x1b[20~", "Left"},
		{"\x1b[C\x1b[B", ""},
		{"\x1b\x1b", ""},
		{"\x1b[15~", ""},
		{"\x1b\x1b", ""},
		{"\x0f", "$"},
		{"\x0f", ""},
		{"\x1b[21~", ""},
	}},
	{"emacs", "emacs -nw -q sample.c", []step{
		{"", "main"},
		{"\x16\x16", ""},
		{"\x18" + "2", ""},
		{"\x18" + "3", ""},
		{"\x13int", "int"},
		{"\x07\x1b>日本 typed", "typed"},
		{"\x18" + "1\x1bv", ""},
		{"\x1bxlinum-mode\r", ""},
		{"\x18\x03", ""},
		{"nyes\r", ""},
	}},
	// The menus of vttest whose screens tmux claims to support.
	{"vttest-cursor", "vttest", []step{
		{"", "choice"}, {"1\r", "RETURN"}, {"\r", ""}, {"\r", ""}, {"\r", ""}, {"\r", ""}, {"\r", "Menu"}, {"0\r", ""},
	}},
	{"vttest-features", "vttest", []step{
		{"", "choice"}, {"2\r", "RETURN"}, {"\r", ""}, {"\r", ""}, {"\r", ""}, {"\r", ""}, {"\r", ""}, {"\r", ""}, {"\r", ""},
		{"\r", ""}, {"\r", ""}, {"\r", ""}, {"\r", ""}, {"\r", ""}, {"\r", ""}, {"\r", ""},
	}},
	{"vttest-vt102", "vttest", []step{
		{"", "choice"}, {"8\r", "RETURN"}, {"\r", ""}, {"\r", ""}, {"\r", ""}, {"\r", ""}, {"\r", ""}, {"\r", ""}, {"\r", ""},
		{"\r", ""}, {"\r", ""}, {"\r", ""}, {"\r", ""}, {"\r", ""}, {"\r", ""},
	}},
	{"vttest-charsets", "vttest", []step{
		{"", "choice"}, {"3\r", "choice"}, {"8\r", "RETURN"}, {"\r", ""}, {"0\r", ""},
	}},
	{"vttest-scroll", "vttest", []step{
		{"", "choice"}, {"11\r", "choice"}, {"2\r", "choice"}, {"5\r", ""}, {"\r", ""}, {"\r", ""}, {"\r", ""},
	}},
}

// sizes are columns by rows.
var sizes = [][2]int{{80, 24}, {51, 15}, {132, 43}}

func TestRecord(t *testing.T) {
	for _, s := range scripts {
		for _, size := range sizes {
			if strings.HasPrefix(s.name, "vttest") && size != sizes[0] {
				continue // it wants 80 columns
			}
			if size == sizes[2] && s.name != "bash" && s.name != "vim" && s.name != "htop" {
				continue // a few large ones are enough
			}
			name := fmt.Sprintf("%s-%dx%d", s.name, size[0], size[1])
			t.Run(name, func(t *testing.T) {
				dir := t.TempDir()
				writeSamples(t, dir)
				stream, ends := recordScript(t, dir, s, size[0], size[1])
				var screens bytes.Buffer
				for i, end := range ends {
					fmt.Fprintf(&screens, "%s%d at %d %s\n", screenHeader, i+1, end,
						strings.Join(referenceScreen(t, dir, stream[:end], size[0], size[1]), "\n"))
				}
				write(t, filepath.Join("testdata", name+".cast"), asciicast(stream, s, size))
				write(t, filepath.Join("testdata", name+".tmux"), screens.Bytes())
			})
		}
	}
}

// asciicast is a recording in that format, version 2: a header and the output as one event.
func asciicast(stream []byte, s script, size [2]int) []byte {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.Encode(map[string]any{"version": 2, "width": size[0], "height": size[1], "command": s.command})
	enc.Encode([]any{0, "o", string(stream)})
	return b.Bytes()
}

func write(t *testing.T, name string, b []byte) {
	t.Helper()
	if err := os.WriteFile(name, b, 0o644); err != nil {
		t.Fatal(err)
	}
}

func writeSamples(t *testing.T, dir string) {
	var text strings.Builder
	for i := 1; i <= 200; i++ {
		fmt.Fprintf(&text, "line %d: the quick brown fox jumps over the lazy dog, 日本語 and b\bbo\bol\bld\bd _\bu_\bn too\t%s\n", i,
			strings.Repeat("x", i%90))
	}
	write(t, filepath.Join(dir, "sample.txt"), []byte(text.String()))
	code := "#include <stdio.h>\n\n/* A comment, with ümläuts and 日本語. */\nint main(int argc, char **argv)\n{\n" +
		strings.Repeat("\tfor (int i = 0; i < argc; i++)\n\t\tprintf(\"%s %d\\n\", argv[i], i); // each argument\n", 40) + "\treturn 0;\n}\n"
	write(t, filepath.Join(dir, "sample.c"), []byte(code))
	page := ".TH SAMPLE 1\n.SH NAME\nsample \\- a page with all that pages have\n.SH SYNOPSIS\n.B sample\n[\\fIoption\\fR]...\n.SH OPTIONS\n"
	for i := range 60 {
		page += fmt.Sprintf(".TP\n.BI \\-\\-option%d= value\nSets what option %d sets, to\n.IR value ,\n"+
			"and says so in a line that is long enough to be filled and broken.\n", i, i)
	}
	write(t, filepath.Join(dir, "sample.1"), []byte(page))
	write(t, filepath.Join(dir, "tmux.conf"), []byte("set -g default-command 'PS1=\"$ \" bash --norc'\nset -g status-right ''\n"))
}

// recordScript runs a script in namespaces of its own, so that its screens tell nothing of the machine.
func recordScript(t *testing.T, dir string, s script, cols, rows int) (stream []byte, ends []int) {
	cmd := exec.Command("unshare", "-fpum", "--mount-proc", "--kill-child", "sh", "-c", "hostname lab; exec "+s.command)
	cmd.Dir = dir
	cmd.Env = []string{"PATH=/usr/local/bin:/usr/bin:/usr/sbin:/bin", "HOME=" + dir, "TERM=xterm-256color", "LANG=C.UTF-8",
		"PS1=$ ", "MAN_KEEP_FORMATTING=1", "TMUX_TMPDIR=" + dir, "COLORTERM=truecolor"}
	tty, err := pty.StartWithSize(cmd, &pty.Winsize{Cols: uint16(cols), Rows: uint16(rows)})
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		tty.Close()
		cmd.Process.Kill()
		cmd.Wait()
	}()
	term := New(Options{Cols: cols, Rows: rows, Reply: func(b []byte) { tty.Write(b) }})
	out := make(chan []byte)
	go func() {
		defer close(out)
		for {
			buf := make([]byte, 64<<10)
			n, err := tty.Read(buf)
			if err != nil {
				return
			}
			out <- buf[:n]
		}
	}()
	for _, st := range s.steps {
		tty.WriteString(st.keys)
		deadline := time.After(5 * time.Second)
		silence := time.NewTimer(time.Hour)
		if st.wait == "" {
			silence.Reset(600 * time.Millisecond)
		}
	wait:
		for {
			select {
			case b, ok := <-out:
				if !ok {
					break wait
				}
				stream = append(stream, b...)
				term.Write(b)
				if strings.Contains(term.Text(), st.wait) {
					silence.Reset(600 * time.Millisecond)
				}
			case <-silence.C:
				break wait
			case <-deadline:
				t.Logf("%s: %q did not show %q", s.name, st.keys, st.wait)
				break wait
			}
		}
		ends = append(ends, len(stream))
	}
	return stream, ends
}

// referenceScreen is what tmux makes of a stream: the cursor's position, then the screen's rows with their attributes.
func referenceScreen(t *testing.T, dir string, stream []byte, cols, rows int) []string {
	write(t, filepath.Join(dir, "stream"), stream)
	socket := filepath.Join(dir, fmt.Sprintf("reference-%d", len(stream))) // one that is not being killed
	tmux := func(args ...string) string {
		cmd := exec.Command("tmux", append([]string{"-S", socket, "-f", "/dev/null"}, args...)...)
		cmd.Env = []string{"PATH=/usr/bin:/bin", "TERM=xterm-256color", "LANG=C.UTF-8", "HOME=" + dir}
		out, err := cmd.CombinedOutput()
		if err != nil {
			t.Fatalf("tmux %v: %v: %s", args, err, out)
		}
		return strings.TrimSuffix(string(out), "\n")
	}
	tmux("new-session", "-d", "-x", strconv.Itoa(cols), "-y", strconv.Itoa(rows), ";", "set", "-g", "status", "off", ";",
		"respawn-window", "-k", "stty raw -echo; tmux -S "+socket+" wait-for go; cat "+filepath.Join(dir, "stream")+
			"; printf '\\033]2;played\\007'; exec sleep 100")
	defer func() {
		tmux("kill-server")
		os.Remove(socket)
	}()
	tmux("resize-window", "-x", strconv.Itoa(cols), "-y", strconv.Itoa(rows))
	tmux("wait-for", "-S", "go")
	for range 200 {
		if tmux("display", "-p", "#{pane_title}") == "played" {
			cursor := tmux("display", "-p", "#{cursor_x} #{cursor_y}")
			return append([]string{cursor}, strings.Split(tmux("capture-pane", "-e", "-p", "-N"), "\n")...)
		}
		time.Sleep(20 * time.Millisecond)
	}
	t.Fatal("tmux did not play the stream")
	return nil
}
