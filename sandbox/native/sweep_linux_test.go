package native

import (
	"bufio"
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/sys/unix"

	"floorplan/sandbox"
)

// overwrite is an attack on the program that ends a sandbox which shares the PID namespace. It is Floorplan itself, in a process
// that the sandbox's may trace: the file that they reach through it is the host's (CVE-2019-5736). The kernel keeps it from
// being written for as long as it runs anywhere, so the attack outlives both.
func overwrite() error {
	sweeper := os.Getppid()
	exe := fmt.Sprintf("/proc/%d/exe", sweeper)
	fmt.Println("ready")
	fd, err := unix.Open(exe, unix.O_PATH|unix.O_CLOEXEC, 0)
	for err != nil { // for as long as it is the agent, which nobody may trace
		fd, err = unix.Open(exe, unix.O_PATH|unix.O_CLOEXEC, 0)
	}
	if err := unix.Kill(sweeper, unix.SIGKILL); err != nil {
		return err
	}
	for {
		out, err := unix.Open(fmt.Sprintf("/proc/self/fd/%d", fd), unix.O_WRONLY|unix.O_CLOEXEC, 0)
		if err == unix.ETXTBSY {
			continue
		}
		if err != nil {
			return err
		}
		_, err = unix.Pwrite(out, []byte("mine"), 0)
		return err
	}
}

// swept starts a sandbox with the attack in it, and waits to be killed.
func swept(volume string) {
	b, err := New(Options{}).Start(context.Background(), sandbox.Spec{Share: []sandbox.Namespace{sandbox.PID}, Volumes: map[string]string{"/attack": volume}}, nil)
	if err == nil {
		_, err = b.Exec(context.Background(), sandbox.Cmd{Args: []string{"/attack/program"}, Stdout: os.Stdout, Stderr: os.Stderr,
			Env: []string{"NATIVE_TEST_ATTACK=overwrite the sweeper"}})
	}
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	select {}
}

// TestSweeperIsNotWritten kills a Floorplan whose program anybody may write, with the attack in a sandbox of it.
func TestSweeperIsNotWritten(t *testing.T) {
	each(t, func(t *testing.T, e *Engine) {
		if !e.fast() {
			t.Skip("the victim has the fast agent")
		}
		volume := programVolume(t)
		victim := filepath.Join(volume, "victim")
		program, err := os.ReadFile("/proc/self/exe")
		if err == nil {
			err = errors.Join(os.WriteFile(victim, program, 0o700), os.Chmod(victim, 0o777))
		}
		if err != nil {
			t.Fatal(err)
		}
		for outcome, n := "", 0; outcome != "EPERM"; n++ { // the sweeper may be faster than the attack
			if n == 20 {
				t.Fatal("the sweeper was never reached")
			}
			cmd := exec.Command(victim)
			cmd.Env = append(os.Environ(), "NATIVE_TEST_SWEPT="+volume)
			out, err := cmd.StdoutPipe()
			if err != nil {
				t.Fatal(err)
			}
			if err := cmd.Start(); err != nil {
				t.Fatal(err)
			}
			lines := bufio.NewReader(out)
			if line, err := lines.ReadString('\n'); line != "ready\n" {
				t.Fatalf("the attack says %q, %v", line, err)
			}
			cmd.Process.Kill()
			rest, _ := io.ReadAll(lines) // until the attack is over, too
			cmd.Wait()
			if outcome = string(rest); outcome != "EPERM" && outcome != "" {
				t.Fatalf("the attack: %s", outcome)
			}
		}
		now, err := os.ReadFile(victim)
		if err != nil || !bytes.Equal(now, program) {
			t.Errorf("the program is another one: %v", err)
		}
	})
}

// takePermissions has nobody execute any more what the command with the number 2 runs, by the file's mode and by an access control
// list (acl(5)).
func takePermissions() error {
	const exe = "/proc/2/exe"
	file, err := os.Readlink(exe)
	if err != nil {
		return err
	}
	if !strings.HasPrefix(file, "/memfd:") {
		return fmt.Errorf("it is %s, a file of the host's", file)
	}
	fmt.Print("found ")
	none := binary.LittleEndian.AppendUint32(nil, 2) // the version
	for _, who := range []uint16{1, 4, 0x20} {       // the owner, the group, others
		none = binary.LittleEndian.AppendUint16(none, who)
		none = binary.LittleEndian.AppendUint16(none, 0)
		none = binary.LittleEndian.AppendUint32(none, ^uint32(0))
	}
	// Whose file it is may do the second, if not the first.
	return errors.Join(unix.Chmod(exe, 0), unix.Setxattr(exe, "system.posix_acl_access", none, 0))
}

// TestAgentCanBeExecuted has a command of a sandbox run the file that agents are executed from, as a link from /bin/sh to
// /proc/self/exe would: neither is it a file of the host's, nor can it be spoilt for the sandboxes to come.
func TestAgentCanBeExecuted(t *testing.T) {
	volume := programVolume(t)
	each(t, func(t *testing.T, e *Engine) {
		e = New(Options{Plain: !e.fast()})
		defer e.Close()
		b := start(t, e, sandbox.Spec{Volumes: map[string]string{"/attack": volume}})
		silence, in := io.Pipe()
		defer in.Close()
		p, err := b.Exec(t.Context(), sandbox.Cmd{Args: []string{"/proc/self/exe"}, Env: []string{"NATIVE_TEST_ATTACK=wait"}, Stdin: silence})
		if err != nil {
			t.Fatal(err)
		}
		if got := try(t, b, "/attack/program", "take the agent's permissions"); !strings.HasPrefix(got, "found ") {
			t.Errorf("the attack: %s", got)
		} else {
			t.Log(got)
		}
		if err := p.Close(); err != nil {
			t.Error(err)
		}
		if out, code := output(t, start(t, e, sandbox.Spec{}), "echo alive"); out != "alive" || code != 0 {
			t.Errorf("the next sandbox: %s, %d", out, code)
		}
	})
}
