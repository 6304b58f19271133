// Package vm makes sandboxes that are whole computers: QEMU machines with a Linux kernel of their own. There is no disk and
// no network; the file system is the mini image, unpacked by the guest's kernel into its memory.
//
// The guest's PID 1 is a few hundred bytes that make the system calls this package sends (agent.go). Two connections lead to
// QEMU, each a descriptor that it inherits, so that nothing has a name that could be left behind: the serial console, which
// shows the boot, and a second serial line, over which commands are run.
//
// KVM is used only where a guest has booted with it on this very boot of the host; elsewhere QEMU translates (TCG).
package vm

import "floorplan/sandbox/image"

// Name is the engine's word on the command line.
const Name = "vm"

// A machine has DefaultMemory bytes unless its Spec says otherwise, and at least LeastMemory: a distribution's kernel does not
// boot with less.
const (
	DefaultMemory = 96 << 20
	LeastMemory   = 72 << 20
)

// Options is how an engine is made. The zero value is a good one.
type Options struct {
	// Images has the mini image. Nil opens the usual cache.
	Images *image.Store
	// CacheDir keeps pulled kernels and what is known of KVM. Empty is the directory above the images'.
	CacheDir string
	// Kernel is the guest's kernel, a file; empty looks for one, see Engine.Kernel. The caller passes $FLOORPLAN_KERNEL.
	Kernel string
	// Accelerator is kvm or tcg; empty is kvm where it is proved, else tcg.
	Accelerator string
}

// Kernel is a Linux kernel that a guest can boot.
type Kernel struct {
	Path    string `json:"path"`
	Version string `json:"version"` // as uname -r prints it
	Source  string `json:"source"`  // set, host or pulled
	Size    int64  `json:"size"`    // of the file, bytes
}

// PullProgress is how far PullKernel is.
type PullProgress struct {
	Doing string  // "download linux-image-6.1.0-56-cloud-amd64"
	Done  float64 // 0 to 1
}
