package lab

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"

	"floorplan/sandbox"
	"floorplan/sandbox/vm"
)

// What a contestant runs: it says a word, and stays until its standard input ends.
const (
	measuredShell  = "echo ready; read line"
	measuredPython = "print('ready', flush=True); input()"
)

// contender prepares a kind. An error says why it cannot be measured here.
func (m *Machine) contender(ctx context.Context, kind string) (*contender, error) {
	host := readHost().Kernel
	switch kind {
	case KindProcess:
		return &contender{kind: kind, engine: "fork and exec", kernel: host, start: func(ctx context.Context) (contestant, error) {
			return startProcess(ctx, host, nil, "sh", "-c", measuredShell)
		}}, nil
	case KindVenv:
		return venvContender(ctx, host)
	case KindContainer:
		c, err := m.sandboxContender(ctx, kind, "native")
		if err != nil {
			return nil, err
		}
		c.note = "on the mini image, as the virtual machine"
		c.sharedDisk, err = m.imageSize(ctx, "mini")
		return c, err
	}
	c, err := m.sandboxContender(ctx, kind, "vm")
	if err != nil {
		return nil, err
	}
	engine, err := m.Engine("vm")
	if err != nil {
		return nil, err
	}
	if machines, ok := engine.(*vm.Engine); ok {
		c.sharedDisk, err = machines.DiskBytes(ctx)
	}
	c.note = "shared on disk: its kernel and its packed image; it has no disk of its own"
	return c, err
}

// startProcess starts a program of the host and waits until it has answered. after, if not nil, runs when it is closed.
func startProcess(ctx context.Context, kernel string, after func() error, args ...string) (contestant, error) {
	command := exec.Command(args[0], args[1:]...)
	input, err := command.StdinPipe()
	if err != nil {
		return contestant{}, err
	}
	said := newWord()
	var complaints bytes.Buffer
	command.Stdout, command.Stderr = said, &complaints
	if err := command.Start(); err != nil {
		return contestant{}, err
	}
	ended := make(chan error, 1)
	go func() { ended <- command.Wait() }()
	kill := func() error {
		_ = input.Close()
		_ = command.Process.Kill() // it may have ended by itself
		<-ended
		if after != nil {
			return after()
		}
		return nil
	}
	select {
	case <-said.heard:
	case err := <-ended:
		ended <- err
		return contestant{}, errors.Join(fmt.Errorf("%s ended at once: %v: %s", args[0], err, lastLine(complaints.String())), kill())
	case <-ctx.Done():
		return contestant{}, errors.Join(ctx.Err(), kill())
	}
	inspect := func(context.Context) (string, []int, error) { return kernel, []int{command.Process.Pid}, nil }
	return contestant{inspect, kill}, nil
}

// venvContender makes a virtual environment each time, without pip, whose unpacking takes seconds.
func venvContender(ctx context.Context, kernel string) (*contender, error) {
	python, err := exec.LookPath("python3")
	if err != nil {
		return nil, errors.New("python3 is not installed")
	}
	out, err := exec.CommandContext(ctx, python, "-c",
		"import sys, sysconfig, venv; print(sys.version.split()[0]); print(sysconfig.get_path('stdlib'))").CombinedOutput()
	if err != nil {
		return nil, fmt.Errorf("python3 cannot make virtual environments: %s", lastLine(string(out)))
	}
	lines := strings.Split(strings.TrimSpace(string(out)), "\n")
	c := &contender{kind: KindVenv, engine: "python3 -m venv, Python " + lines[0], kernel: kernel,
		note: "made without pip; shared on disk: Python's standard library"}
	if c.sharedDisk, err = treeSize(lines[len(lines)-1]); err != nil {
		return nil, err
	}
	create := func(ctx context.Context) (dir string, err error) {
		if dir, err = os.MkdirTemp("", "floorplan-venv-*"); err != nil {
			return "", err
		}
		out, err := exec.CommandContext(ctx, python, "-m", "venv", "--without-pip", dir).CombinedOutput()
		if err != nil {
			return "", errors.Join(fmt.Errorf("cannot make a virtual environment: %w: %s", err, lastLine(string(out))), os.RemoveAll(dir))
		}
		return dir, nil
	}
	dir, err := create(ctx)
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	if c.disk, err = treeSize(dir); err != nil {
		return nil, err
	}
	c.start = func(ctx context.Context) (contestant, error) {
		dir, err := create(ctx)
		if err != nil {
			return contestant{}, err
		}
		remove := func() error { return os.RemoveAll(dir) }
		one, err := startProcess(ctx, kernel, remove, filepath.Join(dir, "bin", "python"), "-c", measuredPython)
		if err != nil {
			return contestant{}, errors.Join(err, remove())
		}
		return one, nil
	}
	return c, nil
}

// sandboxContender starts sandboxes of one engine.
func (m *Machine) sandboxContender(ctx context.Context, kind, name string) (*contender, error) {
	engine, err := m.Engine(name)
	if err != nil {
		return nil, err
	}
	if report := m.report(ctx, engine); !report.OK {
		return nil, explained(report.Why, report.Fix)
	}
	start := func(ctx context.Context) (contestant, error) {
		said := newWord()
		stdin, hold := io.Pipe()
		main := sandbox.Cmd{Args: []string{"sh", "-c", measuredShell}, Stdin: stdin, Stdout: said}
		s, err := engine.Start(ctx, sandbox.Spec{Name: "measured", Image: "mini"}, &main)
		if err != nil {
			return contestant{}, err
		}
		closeAll := func() error { return errors.Join(hold.Close(), s.Close()) }
		select {
		case <-said.heard:
		case <-s.Done():
			return contestant{}, errors.Join(errors.New("the sandbox ended at once"), closeAll())
		case <-ctx.Done():
			return contestant{}, errors.Join(ctx.Err(), closeAll())
		}
		inspect := func(ctx context.Context) (string, []int, error) {
			facts, err := s.Facts(ctx)
			return facts.Kernel, hostPIDs(facts), err
		}
		return contestant{inspect, closeAll}, nil
	}
	return &contender{kind: kind, engine: name, start: start}, nil
}

// hostPIDs are the processes of the host that a sandbox consists of.
func hostPIDs(facts sandbox.Facts) []int {
	if facts.HostPID != 0 {
		return []int{facts.HostPID}
	}
	var pids []int
	for _, process := range facts.Processes {
		if process.Outside != 0 {
			pids = append(pids, process.Outside)
		}
	}
	return pids
}

// imageSize is what an image takes on disk.
func (m *Machine) imageSize(ctx context.Context, ref string) (int64, error) {
	store, err := m.Images()
	if err != nil {
		return 0, err
	}
	root, err := store.Resolve(ctx, ref, nil) // makes the mini image where it is not there yet
	if err != nil {
		return 0, err
	}
	root.Close()
	infos, err := store.List()
	for _, info := range infos {
		if info.Ref == ref {
			return info.Size, err
		}
	}
	return 0, err
}

// processMemory is a process's PSS in bytes (proc_pid_smaps(5)), or its RSS (proc_pid_statm(5)) where that is not shown to this
// user, as of a process that cannot be traced.
func processMemory(pid int) (int64, error) {
	data, err := os.ReadFile(fmt.Sprintf("/proc/%d/smaps_rollup", pid))
	if err == nil {
		for line := range strings.Lines(string(data)) {
			if rest, ok := strings.CutPrefix(line, "Pss:"); ok {
				kilobytes, err := strconv.ParseInt(strings.TrimSuffix(strings.TrimSpace(rest), " kB"), 10, 64)
				return kilobytes << 10, err
			}
		}
	}
	data, err = os.ReadFile(fmt.Sprintf("/proc/%d/statm", pid))
	if err != nil {
		return 0, err
	}
	const resident = 1 // the second field, in pages
	fields := strings.Fields(string(data))
	if len(fields) <= resident {
		return 0, errors.New("statm cannot be read")
	}
	pages, err := strconv.ParseInt(fields[resident], 10, 64)
	return pages * int64(os.Getpagesize()), err
}

// treeSize sums up the sizes of the regular files below a directory, without what pip or a distribution has added to Python.
func treeSize(dir string) (int64, error) {
	var sum int64
	err := filepath.WalkDir(dir, func(_ string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir() && (entry.Name() == "site-packages" || entry.Name() == "dist-packages"):
			return fs.SkipDir
		case !entry.Type().IsRegular():
			return nil
		}
		info, err := entry.Info()
		if err == nil {
			sum += info.Size()
		}
		return err
	})
	return sum, err
}

// word is a writer that waits for a first whole line.
type word struct {
	heard chan struct{}
	once  sync.Once
}

func newWord() *word { return &word{heard: make(chan struct{})} }

func (w *word) Write(p []byte) (int, error) {
	if bytes.IndexByte(p, '\n') >= 0 {
		w.once.Do(func() { close(w.heard) })
	}
	return len(p), nil
}
