//go:build linux && (amd64 || arm64)

package lab

import (
	"os"

	"floorplan/sandbox"
	"floorplan/sandbox/image"
	"floorplan/sandbox/native"
	"floorplan/sandbox/vm"
)

// engines are all that this program has, the usual one first.
func engines() []sandbox.Engine {
	return []sandbox.Engine{
		native.New(native.Options{}),
		vm.New(vm.Options{Kernel: os.Getenv("FLOORPLAN_KERNEL")}),
	}
}

// Images is the cache of images that this machine's sandboxes stand on.
func (m *Machine) Images() (*image.Store, error) {
	owner := -1
	if os.Getuid() == 0 {
		owner = native.HostID
	}
	return image.Open("", owner)
}
