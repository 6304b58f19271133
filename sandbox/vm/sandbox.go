//go:build linux && (amd64 || arm64)

package vm

import (
	"context"
	"errors"
	"fmt"
	"math"
	"strings"
	"time"

	"floorplan/sandbox"
)

// home is where commands start, root's own directory.
const home = "/root"

// Sandbox is one running machine. It implements [sandbox.Sandbox].
type Sandbox struct {
	spec sandbox.Spec
	settings
	kernel   Kernel
	machine  *machine
	channel  *channel
	steps    []sandbox.Step
	defaults []string // of the environment
	home     string
	files    int // descriptors a process may have, 0 for the kernel's own limit
	main     *process
	done     chan struct{}
}

// settings are what a Spec comes to for a machine.
type settings struct {
	hostname     string
	memory, disk int64 // bytes; memory 0 is what the image needs
	cpus         int
}

// read checks that a machine can be what spec asks for.
func read(spec sandbox.Spec) (settings, error) {
	s := settings{hostname: spec.Hostname, memory: spec.Memory, cpus: 1}
	if s.hostname == "" {
		s.hostname = spec.Name
	}
	if s.hostname == "" {
		s.hostname = "guest"
	}
	if strings.Trim(s.hostname, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-") != "" || len(s.hostname) > 63 {
		return s, fmt.Errorf("cannot name a machine %q\nhint: a host name is letters, digits and '-', 63 at most", s.hostname)
	}
	switch image := spec.Image; {
	case s.memory != 0 && s.memory < LeastMemory:
		return s, fmt.Errorf("cannot boot a machine with %d MiB of memory\nhint: its kernel needs %d MiB at least",
			s.memory>>20, LeastMemory>>20)
	case image != "" && image != "host" && image != "mini":
		return s, fmt.Errorf("cannot boot the image %s in a machine\nhint: a machine's file system is the mini image", image)
	case len(spec.Share) > 0:
		return s, fmt.Errorf("a machine cannot share the host's %s namespace: it has a kernel of its own"+
			"\nhint: share namespaces with the native engine", spec.Share[0])
	case len(spec.Volumes) > 0:
		return s, errors.New("a machine has no volumes: nothing of the host is shown in it\nhint: use the native engine")
	case spec.Network != "" && spec.Network != "none":
		return s, fmt.Errorf("a machine has no network %q\nhint: use the native engine", spec.Network)
	case spec.Outside:
		return s, errors.New("a machine has no way outside\nhint: use the native engine")
	case spec.CPUs > 64:
		return s, fmt.Errorf("cannot make a machine with %g processors\nhint: 64 at most", spec.CPUs)
	}
	if spec.CPUs > 0 {
		s.cpus = int(math.Ceil(spec.CPUs))
	}
	s.disk = spec.Disk
	return s, nil
}

// Start boots a machine; see [sandbox.Engine].
func (e *Engine) Start(ctx context.Context, spec sandbox.Spec, main *sandbox.Cmd) (sandbox.Sandbox, error) {
	s, err := e.boot(ctx, spec)
	if err != nil {
		return nil, err
	}
	if main == nil {
		return s, nil
	}
	if s.main, err = s.start(ctx, *main); err != nil {
		return nil, errors.Join(err, s.Close())
	}
	go func() { // the machine lives as long as its main command
		_, _ = s.main.Wait()
		_ = s.Close()
	}()
	return s, nil
}

func (e *Engine) boot(ctx context.Context, spec sandbox.Spec) (*Sandbox, error) {
	set, err := read(spec)
	if err != nil {
		return nil, err
	}
	kernel, err := e.Kernel()
	if err != nil {
		return nil, err
	}
	user, err := e.userSpace(ctx)
	if err != nil {
		return nil, fmt.Errorf("cannot make the guest's file system: %w", err)
	}
	defer user.initrd.Close()
	enough := user.memory(kernel)
	if set.memory == 0 {
		set.memory = enough
	}
	if set.disk == 0 {
		set.disk = set.memory / 8
	}
	m, err := e.bootProved(ctx, kernel, set, user.initrd)
	if err != nil {
		if set.memory < enough && ctx.Err() == nil {
			err = fmt.Errorf("%w\nhint: this kernel and image need %d MiB of memory", err, enough>>20)
		}
		return nil, err
	}
	s := &Sandbox{
		spec: spec, settings: set, kernel: kernel, machine: m, home: home, files: spec.Files,
		defaults: append(user.environment(), spec.Env...), done: make(chan struct{}),
		channel: &channel{conn: m.channel, timeout: hangTimeout, explain: m.end, over: make(chan struct{})},
	}
	s.steps = []sandbox.Step{{
		Call: "execve", Args: m.command.Args, Result: int64(m.command.Process.Pid), Man: "qemu(1)",
		Why:    "To the host a whole machine is one process. QEMU plays its devices; its kernel boots inside.",
		TookUS: m.took.Microseconds(),
	}}
	if err := s.setUp(set); err != nil {
		m.closing.Store(true)
		m.kill()
		return nil, err
	}
	return s, nil
}

// setUp does in a booted guest what its init would, and starts the conversation.
func (s *Sandbox) setUp(set settings) error {
	setup := newSetup(set.hostname, set.disk)
	encoded, err := setup.wire()
	if err != nil {
		return err
	}
	began := time.Now()
	if err := s.channel.exchange(&setup.batch, encoded); err != nil {
		return s.machine.end(err)
	}
	steps, err := setup.outcome(time.Since(began))
	if err != nil {
		return err
	}
	s.steps = append(s.steps, steps...)
	s.channel.signals, s.channel.null = int(setup.signals.result), int(setup.null.result)
	go func() {
		s.channel.run()
		close(s.done)
	}()
	return nil
}

// environment adds a command's own. The last of two wins.
func (s *Sandbox) environment(cmd sandbox.Cmd) []string {
	var out []string
	place := map[string]int{}
	for _, variable := range append(append([]string(nil), s.defaults...), cmd.Env...) {
		name, _, _ := strings.Cut(variable, "=")
		if i, ok := place[name]; ok {
			out[i] = variable
			continue
		}
		place[name] = len(out)
		out = append(out, variable)
	}
	return out
}

// Main is the command the machine was started with, nil for none.
func (s *Sandbox) Main() sandbox.Process {
	if s.main == nil {
		return nil
	}
	return s.main
}

// Exec starts one more command, as the guest's root.
func (s *Sandbox) Exec(ctx context.Context, cmd sandbox.Cmd) (sandbox.Process, error) {
	p, err := s.start(ctx, cmd)
	if err != nil {
		return nil, err
	}
	stop := context.AfterFunc(ctx, func() { _ = p.Close() })
	go func() {
		<-p.done
		stop()
	}()
	return p, nil
}

// Steps are QEMU's start and what was asked of the guest's kernel.
func (s *Sandbox) Steps() []sandbox.Step { return s.steps }

// Done is closed when the machine is off.
func (s *Sandbox) Done() <-chan struct{} { return s.done }

// Err says why the machine is off; nil while it runs and after Close.
func (s *Sandbox) Err() error {
	select {
	case <-s.done:
	default:
		return nil
	}
	if errors.Is(s.channel.err, errClosed) {
		return nil
	}
	return s.channel.err
}

// Close switches the machine off.
func (s *Sandbox) Close() error {
	s.machine.closing.Store(true)
	_ = s.machine.channel.Close() // the conversation ends, and QEMU with it
	<-s.done
	return nil
}

// PID is QEMU's process id, all that the host sees of the machine.
func (s *Sandbox) PID() int { return s.machine.command.Process.Pid }

func (s *Sandbox) outOfMemory(pid int) bool { return s.machine.console.outOfMemory(pid) }
