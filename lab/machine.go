package lab

import (
	"context"
	"errors"
	"fmt"
	"os"
	"sync"

	"floorplan/sandbox"
	"floorplan/sandbox/image"
	"floorplan/sandbox/native"
	"floorplan/sandbox/vm"
)

// Options is how a [Machine] is put together.
type Options struct {
	// Engines replaces the engines of this program; nil for all that it has.
	Engines []sandbox.Engine
}

// Machine is what this computer can run: the engines and what their probes found. One is enough for a whole process, and
// any number of labs may share it.
type Machine struct {
	engines []sandbox.Engine

	mu      sync.Mutex
	reports map[string]sandbox.Report // of the engines that work
	parts   map[string]Part           // those that are here
}

// NewMachine starts nothing and probes nothing. It makes the directories of the image cache.
func NewMachine(opts Options) *Machine {
	engines := opts.Engines
	if engines == nil {
		// Where the cache cannot be opened, the engines say so when an image is asked for that needs it: host does not.
		images, _ := image.Open("", imageOwner())
		engines = []sandbox.Engine{
			native.New(native.Options{Images: images}),
			vm.New(vm.Options{Images: images, Kernel: os.Getenv("FLOORPLAN_KERNEL")}),
		}
	}
	return &Machine{engines: engines, reports: map[string]sandbox.Report{}, parts: map[string]Part{}}
}

// Images is the cache of images that this machine's sandboxes stand on.
func (m *Machine) Images() (*image.Store, error) { return image.Open("", imageOwner()) }

// PullKernel brings a kernel for virtual machines to the cache, as any user and without installing it.
func (m *Machine) PullKernel(ctx context.Context, progress func(vm.PullProgress)) (vm.Kernel, error) {
	machines := m.machines()
	if machines == nil {
		return vm.Kernel{}, errNoMachines
	}
	return machines.PullKernel(ctx, progress)
}

var errNoMachines = errors.New("there is no engine for virtual machines")

// machines is the engine of virtual machines, nil where it was replaced.
func (m *Machine) machines() *vm.Engine {
	for _, engine := range m.engines {
		if machines, ok := engine.(*vm.Engine); ok {
			return machines
		}
	}
	return nil
}

// Reports probes the engines that are not known to work, all at once, and returns what they found, in the machine's order.
func (m *Machine) Reports(ctx context.Context) []sandbox.Report {
	reports := make([]sandbox.Report, len(m.engines))
	var wait sync.WaitGroup
	for i, engine := range m.engines {
		wait.Go(func() { reports[i] = m.report(ctx, engine) })
	}
	wait.Wait()
	return reports
}

// report probes an engine until it works once: what was found missing may be mended while a lesson is open.
func (m *Machine) report(ctx context.Context, engine sandbox.Engine) sandbox.Report {
	m.mu.Lock()
	report, ok := m.reports[engine.Name()]
	m.mu.Unlock()
	if ok {
		return report
	}
	report = engine.Probe(ctx)
	if report.OK {
		m.mu.Lock()
		m.reports[engine.Name()] = report
		m.mu.Unlock()
	}
	return report
}

// Engine finds an engine by its name; empty is native.
func (m *Machine) Engine(name string) (sandbox.Engine, error) {
	if name == "" {
		name = "native"
	}
	for _, engine := range m.engines {
		if engine.Name() == name {
			return engine, nil
		}
	}
	return nil, fmt.Errorf("no engine is called %q\nhint: the engines are native and vm", name)
}
