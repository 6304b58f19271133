//go:build !linux || !(amd64 || arm64)

package vm

import (
	"context"
	"errors"

	"floorplan/sandbox"
)

// A guest runs the host's own Linux programs, on a processor of the host's kind.
const (
	why = "virtual machines need Linux on amd64 or arm64: their guests run this host's own Linux programs"
	fix = "run Floorplan in Linux, for example in a virtual machine made by other means"
)

var errElsewhere = errors.New(why + "\nhint: " + fix)

// Engine can do nothing on this system.
type Engine struct{}

// New makes an engine whose Probe says why it can do nothing.
func New(Options) *Engine { return &Engine{} }

// Name is "vm".
func (*Engine) Name() string { return Name }

// Probe says why there are no machines here.
func (*Engine) Probe(context.Context) sandbox.Report {
	return sandbox.Report{Name: Name, Why: why, Fix: fix}
}

// Start fails.
func (*Engine) Start(context.Context, sandbox.Spec, *sandbox.Cmd) (sandbox.Sandbox, error) {
	return nil, errElsewhere
}

// Kernel fails.
func (*Engine) Kernel() (Kernel, error) { return Kernel{}, errElsewhere }

// PullKernel fails.
func (*Engine) PullKernel(context.Context, func(PullProgress)) (Kernel, error) {
	return Kernel{}, errElsewhere
}

// DiskBytes fails.
func (*Engine) DiskBytes(context.Context) (int64, error) { return 0, errElsewhere }
