//go:build linux && (amd64 || arm64)

package vm

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net"
	"os"
	"os/exec"
	"runtime"
	"strconv"
	"strings"
	"sync/atomic"
	"syscall"
	"time"

	"golang.org/x/sys/unix"
)

// bootTimeout is what a guest has to boot where it is known how: a second or two on an idle machine, on a busy one much more.
const bootTimeout = 60 * time.Second

// machine is one QEMU process.
type machine struct {
	command *exec.Cmd
	console *console
	stderr  *bytes.Buffer // QEMU's own; read it after exited
	channel net.Conn
	exited  chan struct{}
	status  error // how QEMU ended; after exited

	accel   acceleration
	took    time.Duration // from QEMU's start to the guest's first words
	closing atomic.Bool
}

// The descriptors that QEMU inherits, beyond the usual three.
const (
	qemuChannel = 3 + iota
	qemuInitrd
)

// arguments are QEMU's. The names of the descriptors are in them, so they are the same for each guest of one kind.
func arguments(kernel Kernel, accelerator string, memory int64, cpus int, hostname string) []string {
	accel := "kvm"
	if accelerator == "tcg" {
		accel = "tcg,tb-size=32" // MiB of translated code; without it a gigabyte is set aside
	}
	processor := tcgProcessor
	if accelerator == "kvm" {
		processor = "host"
	}
	list := []string{
		"-name", hostname, "-M", qemuMachine, "-cpu", processor, "-accel", accel,
		"-m", strconv.FormatInt(memory>>20, 10) + "M", "-smp", strconv.Itoa(cpus),
		"-nodefaults", "-no-user-config", "-display", "none", "-no-reboot",
		"-sandbox", "on,obsolete=deny,elevateprivileges=deny,spawn=deny,resourcecontrol=deny",
		"-kernel", kernel.Path, "-initrd", fmt.Sprintf("/proc/self/fd/%d", qemuInitrd),
		// panic=-1 reboots at once, which -no-reboot turns into the end of QEMU. As a tmpfs the first file system would take half
		// of the memory at most, which is too little for the image. There is no keyboard to look for.
		"-append", "console=" + consoleName + " panic=-1 rootfstype=ramfs i8042.noaux i8042.nokbd i8042.nopnp",
		"-chardev", "stdio,id=console,signal=off", "-serial", "chardev:console",
		"-chardev", fmt.Sprintf("socket,id=channel,fd=%d", qemuChannel),
	}
	return append(list, channelArguments...)
}

// startMachine starts QEMU and waits for nothing.
func startMachine(args []string, initrd *os.File) (*machine, error) {
	program, err := exec.LookPath(qemuProgram)
	if err != nil {
		return nil, fmt.Errorf("%s is not installed\nhint: %s", qemuProgram, installQEMU())
	}
	channel, theirs, err := socketpair("channel")
	if err != nil {
		return nil, err
	}
	m := &machine{console: &console{}, stderr: &bytes.Buffer{}, channel: channel, exited: make(chan struct{})}
	m.command = exec.Command(program, args...)
	m.command.ExtraFiles = []*os.File{theirs, initrd}
	m.command.Stdout, m.command.Stderr = m.console, m.stderr
	m.command.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL, Setsid: true}
	started := make(chan error)
	go func() {
		// Pdeathsig is sent when the thread ends that started the process, so this one stays until then.
		runtime.LockOSThread()
		defer runtime.UnlockOSThread()
		err := m.command.Start()
		started <- err
		if err == nil {
			m.status = m.command.Wait()
			close(m.exited)
		}
	}()
	err = <-started
	_ = theirs.Close() // QEMU has its own
	if err != nil {
		return nil, errors.Join(fmt.Errorf("cannot start %s: %w", program, err), channel.Close())
	}
	return m, nil
}

// socketpair makes a connection between this process and a child.
func socketpair(name string) (ours net.Conn, theirs *os.File, err error) {
	fds, err := unix.Socketpair(unix.AF_UNIX, unix.SOCK_STREAM|unix.SOCK_CLOEXEC, 0)
	if err != nil {
		return nil, nil, fmt.Errorf("cannot make a pair of sockets: %w", err)
	}
	file := os.NewFile(uintptr(fds[0]), name)
	theirs = os.NewFile(uintptr(fds[1]), name)
	ours, err = net.FileConn(file) // a duplicate
	_ = file.Close()
	if err != nil {
		return nil, nil, errors.Join(err, theirs.Close())
	}
	return ours, theirs, nil
}

// boot waits for the guest's first words on the channel.
func (m *machine) boot(ctx context.Context, timeout time.Duration) error {
	c := &channel{conn: m.channel, timeout: timeout}
	stop := context.AfterFunc(ctx, func() { _ = m.channel.Close() })
	defer stop()
	b := bootBatch()
	err := c.receive(b)
	if err == nil {
		for _, call := range b.calls[:2] {
			if call.errno() != nil {
				err = fmt.Errorf("cannot open %s in the guest: %w", channelDevice, call.errno())
			}
		}
	}
	if err == nil {
		return nil
	}
	err = m.end(err)
	if ctx.Err() != nil {
		return fmt.Errorf("the guest was not waited for: %w", ctx.Err())
	}
	return fmt.Errorf("the guest did not boot: %w", err)
}

// errClosed is why a conversation failed that this program ended itself.
var errClosed = errors.New("the sandbox is closed")

// end kills QEMU, if it still runs, and makes of the error that the channel met what has happened.
func (m *machine) end(err error) error {
	if m.closing.Load() {
		m.kill()
		return errClosed
	}
	if errors.Is(err, os.ErrDeadlineExceeded) {
		m.kill()
		return fmt.Errorf("%w in time; %s", errHangs, m.console.last(5))
	}
	if !errors.Is(err, errNonsense) {
		select { // the line is cut when QEMU ends: its last words are worth a moment
		case <-m.exited:
		case <-time.After(2 * time.Second):
		}
	}
	m.kill()
	switch words := m.console.panicked(); {
	case words != "":
		return fmt.Errorf("%s; %s", words, m.console.last(5))
	case m.stderr.Len() > 0:
		first, _, _ := strings.Cut(strings.TrimSpace(m.stderr.String()), "\n")
		return fmt.Errorf("QEMU ended: %s", strings.TrimPrefix(first, qemuProgram+": "))
	case errors.Is(err, errNonsense):
		return err
	}
	return fmt.Errorf("the machine was switched off; %s", m.console.last(5))
}

var errHangs = errors.New("it did not answer")

// kill ends QEMU. A machine without a disk has nothing to lose.
func (m *machine) kill() {
	select {
	case <-m.exited:
	default:
		_ = m.command.Process.Kill() // it may have ended meanwhile
		<-m.exited
	}
	_ = m.channel.Close()
}
