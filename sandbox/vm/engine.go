//go:build linux && (amd64 || arm64)

package vm

import (
	"context"
	"fmt"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"

	"floorplan/sandbox"
	"floorplan/sandbox/image"
)

// Engine makes virtual machines. It implements [sandbox.Engine].
type Engine struct {
	options Options

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
		"memory": "hypervisor", "cpu": "hypervisor", "pids": "none", "disk": "tmpfs", "files": "rlimit"}}
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
			return sandbox.AsRoot(install)
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
