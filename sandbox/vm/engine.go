//go:build linux && (amd64 || arm64)

package vm

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"strings"
	"sync"

	"floorplan/sandbox"
	"floorplan/sandbox/image"

	"golang.org/x/sys/unix"
)

// Engine makes virtual machines. It implements [sandbox.Engine].
type Engine struct {
	options Options

	mu     sync.Mutex
	initrd *os.File // in memory; shared by all guests
	layers string   // what it was packed from
	env    []string
	shell  string

	proving sync.Mutex // one guest at a time finds out about KVM
}

// New starts nothing and looks for nothing yet.
func New(options Options) *Engine { return &Engine{options: options} }

// Name is "vm".
func (*Engine) Name() string { return Name }

// Probe looks for QEMU and a kernel, and says which accelerator is used and why. It boots nothing: whether KVM works is found
// out by the first guest, and kept until the host boots again.
func (e *Engine) Probe(context.Context) sandbox.Report {
	report := sandbox.Report{Name: Name, Limits: map[string]string{
		"memory": "hypervisor", "cpu": "hypervisor", "pids": "none", "disk": "hypervisor", "files": "rlimit"}}
	if _, err := exec.LookPath(qemuProgram); err != nil {
		report.Why, report.Fix = qemuProgram+" is not installed", installQEMU()
		return report
	}
	kernel, err := e.Kernel()
	if err != nil {
		report.Why, report.Fix, _ = strings.Cut(err.Error(), "\nhint: ")
		return report
	}
	report.OK = true
	report.Notes = []string{
		fmt.Sprintf("kernel: %s (%s)", kernel.Version, kernel.Path),
		e.acceleration(kernel).note(),
	}
	return report
}

// installQEMU is the one command that brings QEMU.
func installQEMU() string {
	for _, install := range installs {
		program, _, _ := strings.Cut(install, " ")
		if _, err := exec.LookPath(program); err == nil {
			return "sudo " + install
		}
	}
	return "install " + qemuProgram + " with the system's package manager"
}

// images is the store that has the mini image.
func (e *Engine) images() (*image.Store, error) {
	if e.options.Images != nil {
		return e.options.Images, nil
	}
	return image.Open("", -1)
}

// cacheDir is where this engine keeps things.
func (e *Engine) cacheDir() (string, error) {
	if e.options.CacheDir != "" {
		return e.options.CacheDir, nil
	}
	store, err := e.images()
	if err != nil {
		return "", err
	}
	return filepath.Dir(store.Dir()), nil
}

// userSpace packs the guest's file system, or gives the one it has packed before.
func (e *Engine) userSpace(ctx context.Context) (initrd *os.File, err error) {
	store, err := e.images()
	if err != nil {
		return nil, err
	}
	root, err := store.Resolve(ctx, "mini", nil)
	if err != nil {
		return nil, err
	}
	defer root.Close()
	e.mu.Lock()
	defer e.mu.Unlock()
	layers := strings.Join(root.Layers, ":")
	if e.initrd != nil && e.layers == layers {
		return e.initrd, nil
	}
	fd, err := unix.MemfdCreate("initrd", unix.MFD_CLOEXEC)
	if err != nil {
		return nil, fmt.Errorf("cannot make a file in memory: %w", err)
	}
	file := os.NewFile(uintptr(fd), "initrd")
	defer func() {
		if err != nil {
			err = errors.Join(err, file.Close())
		}
	}()
	boot, err := bootBatch().encode()
	if err != nil {
		return nil, err
	}
	if len(root.Cmd) == 0 {
		return nil, errors.New("the mini image has no shell")
	}
	shell := path.Join("/bin", path.Base(root.Cmd[0])) // which is a link to where it is, or the place itself
	const device = fs.ModeDevice | fs.ModeCharDevice | 0o600
	err = image.WriteCPIO(file, root.Layers, []image.File{
		{Path: "/init", Mode: 0o755, Data: agentELF(boot)},
		{Path: "/dev/console", Mode: device, Major: 5, Minor: 1},
		{Path: channelDevice, Mode: device, Major: 4, Minor: channelMinor},
		{Path: "/etc/passwd", Mode: 0o644, Data: []byte("root:x:0:0:root:" + home + ":" + shell + "\n")},
		{Path: "/etc/group", Mode: 0o644, Data: []byte("root:x:0:\n")},
		{Path: home, Mode: fs.ModeDir | 0o700},
		{Path: "/tmp", Mode: fs.ModeDir | fs.ModeSticky | 0o777},
		{Path: "/run", Mode: fs.ModeDir | 0o755},
		{Path: "/proc", Mode: fs.ModeDir | 0o555},
		{Path: "/sys", Mode: fs.ModeDir | 0o555},
	})
	if err != nil {
		return nil, fmt.Errorf("cannot pack the guest's file system: %w", err)
	}
	// The one before, if any, stays open for guests that are being started with it; the collector closes it.
	e.initrd, e.layers, e.env, e.shell = file, layers, root.Env, shell
	return file, nil
}
