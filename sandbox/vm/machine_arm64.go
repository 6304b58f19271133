//go:build linux

package vm

import "debug/elf"

const agentMachine = elf.EM_AARCH64

// What a machine of this architecture is made of.
const (
	qemuProgram   = "qemu-system-aarch64"
	tcgProcessor  = "cortex-a72" // by itself QEMU takes one of 32 bits
	qemuMachine   = "virt"
	consoleName   = "ttyAMA0"
	channelDevice = "/dev/ttyS0" // of a PCI card: virt has only one serial line of its own
	channelMinor  = 64
)

// channelArguments give the machine its second serial line.
var channelArguments = []string{"-device", "pci-serial,chardev=channel"}

// installs are the commands that bring QEMU, by the package manager that comes first.
var installs = []string{
	"apt-get install --no-install-recommends qemu-system-arm",
	"dnf install qemu-system-aarch64-core",
	"pacman -S qemu-system-aarch64",
	"zypper install qemu-arm",
	"apk add qemu-system-aarch64",
}

// kernelVersion knows an Image by "ARM\x64" at 56 (Documentation/arch/arm64/booting.rst), a compressed one by gzip's first bytes.
// Neither says its version.
func kernelVersion(head []byte) (string, bool) {
	image := len(head) >= 64 && string(head[56:60]) == "ARM\x64"
	return "", image || len(head) > 2 && head[0] == 0x1f && head[1] == 0x8b
}
