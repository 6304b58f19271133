//go:build linux && (amd64 || arm64)

package vm

import (
	"bytes"
	"encoding/binary"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"golang.org/x/sys/unix"
)

// emulator runs the agent of another architecture, where the tests themselves run in it: qemu-aarch64 and its like.
var emulator = os.Getenv("FLOORPLAN_TEST_EMULATOR")

// startAgent runs the agent as a process of this machine: it needs no guest. Its standard output is where it says.
func startAgent(t *testing.T, stdout *os.File) *channel {
	t.Helper()
	boot := &batch{}
	boot.call(unix.SYS_GETPID)
	encoded, err := boot.encode()
	if err != nil {
		t.Fatal(err)
	}
	program := filepath.Join(t.TempDir(), "init")
	if err := os.WriteFile(program, agentELF(encoded), 0o755); err != nil {
		t.Fatal(err)
	}
	ours, theirs, err := socketpair("channel")
	if err != nil {
		t.Fatal(err)
	}
	command := exec.Command(program)
	if emulator != "" {
		command = exec.Command(emulator, program)
	}
	command.ExtraFiles = []*os.File{theirs} // channelFD
	command.Stdout = stdout
	command.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL}
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	theirs.Close()
	t.Cleanup(func() {
		ours.Close()
		command.Process.Kill()
		command.Wait()
	})
	c := &channel{conn: ours, timeout: time.Minute}
	if err := c.receive(boot); err != nil {
		t.Fatal(err)
	}
	if got := int(boot.calls[0].result); got != command.Process.Pid {
		t.Fatalf("the first batch's getpid returned %d, the agent is %d", got, command.Process.Pid)
	}
	return c
}

func (c *channel) try(t *testing.T, b *batch) {
	t.Helper()
	encoded, err := b.wire()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.exchange(b, encoded); err != nil {
		t.Fatal(err)
	}
}

func TestAgentMakesCallsInOrder(t *testing.T) {
	c := startAgent(t, nil)
	b := &batch{}
	at := b.space(8)
	pipe := b.returns(b.call(unix.SYS_PIPE2, at, unix.O_CLOEXEC), at, 8, 8)
	b.call(unix.SYS_WRITE, 0, b.text("through a pipe"), len("through a pipe")).load = at + 4
	read := b.read(0, 100)
	read.load = at
	missing := b.call(unix.SYS_OPENAT, unix.AT_FDCWD, b.text("/there/is/none"), unix.O_RDONLY)
	skipped := b.call(unix.SYS_GETPID)
	opened := b.call(unix.SYS_OPENAT, unix.AT_FDCWD, b.text("/proc/sys/kernel/ostype"), unix.O_RDONLY)
	missing.negative = opened
	kernel := b.on(opened, unix.SYS_READ, b.space(16), 16)
	b.returns(kernel, int(kernel.args[1]), -1, 16)
	c.try(t, b)
	if got := string(read.data); got != "through a pipe" {
		t.Errorf("read %q from the pipe %v", got, pipe.data)
	}
	if !errors.Is(missing.errno(), syscall.ENOENT) || skipped.result != notRun {
		t.Errorf("openat: %v, then %d where nothing should have run", missing.errno(), skipped.result)
	}
	if got := string(kernel.data); got != "Linux\n" {
		t.Errorf("the kernel is %q", got)
	}
}

// A wake between batches, and one that ends a poll, leave the order of replies as it is.
func TestAgentForgetsWakes(t *testing.T) {
	c := startAgent(t, nil)
	for range 3 {
		poll := &batch{}
		channel := binary.LittleEndian.AppendUint64(nil, channelFD|unix.POLLIN<<32)
		wait := poll.call(unix.SYS_PPOLL, poll.bytes(channel), 1, 0, 0, 8)
		encoded, err := poll.wire()
		if err != nil {
			t.Fatal(err)
		}
		wakes := make([]byte, 2*headerSize)
		if _, err := c.conn.Write(append(encoded, wakes...)); err != nil {
			t.Fatal(err)
		}
		if err := c.receive(poll); err != nil || wait.result != 1 {
			t.Fatalf("poll ended with %d, %v", wait.result, err)
		}
	}
}

func TestAgentStartsAChild(t *testing.T) {
	out, in, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer out.Close()
	c := startAgent(t, in)
	in.Close()
	for _, program := range []string{"/bin/echo", "/there/is/none"} {
		if program != "/bin/echo" && emulator != "" {
			break // QEMU gives the child of a vfork memory of its own
		}
		b := &batch{}
		child := b.call(unix.SYS_CLONE, unix.CLONE_VM|unix.CLONE_VFORK|int(unix.SIGCHLD))
		execute := b.call(unix.SYS_EXECVE, b.text(program), b.texts([]string{"echo", "hello"}), b.texts(nil))
		b.call(unix.SYS_EXIT_GROUP, 127)
		status := b.space(4)
		wait := b.call(unix.SYS_WAIT4, -1, status, 0, 0)
		child.positive = wait
		b.returns(wait, status, 4, 4)
		c.try(t, b)
		code := syscall.WaitStatus(binary.LittleEndian.Uint32(wait.data)).ExitStatus()
		if wait.result != child.result {
			t.Errorf("%s: clone returned %d, wait4 %d", program, child.result, wait.result)
		}
		if program == "/bin/echo" {
			line := make([]byte, 6)
			if _, err := out.Read(line); err != nil || string(line) != "hello\n" || code != 0 || execute.result != notRun {
				t.Errorf("echo printed %q (%v), ended with %d; execve returned %d", line, err, code, execute.result)
			}
		} else if !errors.Is(execute.errno(), syscall.ENOENT) || code != 127 {
			t.Errorf("%s: execve: %v, exit status %d", program, execute.errno(), code)
		}
	}
}

func TestAgentCarriesLongBatches(t *testing.T) {
	c := startAgent(t, nil)
	b := &batch{}
	sent := bytes.Repeat([]byte("0123456789abcdef"), 3<<10)
	at := b.bytes(sent)
	got := b.returns(b.call(unix.SYS_GETPID), at, len(sent), len(sent))
	c.try(t, b)
	if !bytes.Equal(got.data, sent) {
		t.Errorf("%d bytes came back of %d, or others", len(got.data), len(sent))
	}
}

func TestBatchTooLong(t *testing.T) {
	b := &batch{}
	b.bytes(make([]byte, areaSize))
	if _, err := b.wire(); !errors.Is(err, syscall.E2BIG) {
		t.Errorf("encode: %v, not E2BIG", err)
	}
}

// Whatever a guest answers, the host reads it or refuses it.
func FuzzAnswer(f *testing.F) {
	f.Add([]byte{0, 0, 0, 0, 5, 0, 0, 0, 1, 2, 3, 4, 5})
	f.Add([]byte{255, 255, 255, 127, 1})
	f.Fuzz(func(t *testing.T, reply []byte) {
		b := &batch{}
		b.call(unix.SYS_GETPID)
		read := b.read(0, 100)
		if err := b.answer(reply); err == nil && read.result > 0 && len(read.data) != int(read.result) {
			t.Errorf("%d bytes of data for a read of %d", len(read.data), read.result)
		}
	})
}
