//go:build linux && (amd64 || arm64)

package vm

import (
	"bytes"
	"strconv"
	"strings"
	"sync"
	"unicode"
)

// consoleSize is how much of the end of a guest's console is kept. A whole boot fits.
const consoleSize = 256 << 10

// console keeps what a guest's kernel wrote to its serial line.
type console struct {
	mu   sync.Mutex
	data []byte
}

func (c *console) Write(p []byte) (int, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.data = append(c.data, p...)
	if over := len(c.data) - consoleSize; over > 0 {
		c.data = append(c.data[:0], c.data[over:]...)
	}
	return len(p), nil
}

func (c *console) String() string {
	c.mu.Lock()
	defer c.mu.Unlock()
	return strings.ReplaceAll(string(c.data), "\r\n", "\n")
}

// harmless is text without what would lead a terminal: a guest's root writes to its console what it likes.
func harmless(text string) string {
	return strings.Map(func(r rune) rune {
		if r != '\n' && r != '\t' && !unicode.IsPrint(r) {
			return -1
		}
		return r
	}, text)
}

// last returns the console's last n lines, indented, to stand below a message.
func (c *console) last(n int) string {
	text := strings.TrimSpace(harmless(c.String()))
	if text == "" {
		return "its console is empty"
	}
	lines := strings.Split(text, "\n")
	return "its console ends with:\n  " + strings.Join(lines[max(len(lines)-n, 0):], "\n  ")
}

// panicked returns the kernel's last words: "Kernel panic - not syncing: sysrq triggered crash".
func (c *console) panicked() string {
	c.mu.Lock()
	defer c.mu.Unlock()
	at := bytes.LastIndex(c.data, []byte("Kernel panic"))
	if at < 0 {
		return ""
	}
	line, _, _ := strings.Cut(string(c.data[at:]), "\n")
	return strings.TrimSpace(harmless(line))
}

// outOfMemory says whether the kernel wrote that it killed a process for want of memory (mm/oom_kill.c).
func (c *console) outOfMemory(pid int) bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	return bytes.Contains(c.data, []byte("Killed process "+strconv.Itoa(pid)+" ("))
}
