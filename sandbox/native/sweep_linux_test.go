package native

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
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
