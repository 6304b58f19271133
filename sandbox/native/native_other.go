//go:build !linux

package native

import (
	"context"
	"errors"
	"runtime"

	"floorplan/sandbox"
)

// Engine cannot make sandboxes on this system: namespaces are a part of the Linux kernel.
type Engine struct{}

// New makes an engine that says why there is none.
func New(Options) *Engine { return &Engine{} }

const (
	why = "namespaces are a part of the Linux kernel, and this is " + runtime.GOOS
	fix = "run Floorplan in a Linux virtual machine or in WSL, or use the engine vm"
)

// Name is "native".
func (*Engine) Name() string { return "native" }

// Probe says why there are no sandboxes here.
func (*Engine) Probe(context.Context) sandbox.Report {
	return sandbox.Report{Name: "native", Why: why, Fix: fix}
}

// Start fails.
func (*Engine) Start(context.Context, sandbox.Spec, *sandbox.Cmd) (sandbox.Sandbox, error) {
	return nil, errors.New(why + "\nhint: " + fix)
}
