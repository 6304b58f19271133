//go:build !linux || !(amd64 || arm64)

package lab

import (
	"floorplan/sandbox"
	"floorplan/sandbox/image"
	"floorplan/sandbox/native"
)

// engines are all that this program has. The native one works on Linux and says so elsewhere.
func engines() []sandbox.Engine { return []sandbox.Engine{native.New(native.Options{})} }

// Images is the cache of images, which fails where images cannot be used.
func (m *Machine) Images() (*image.Store, error) { return image.Open("", -1) }
