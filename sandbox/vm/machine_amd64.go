//go:build linux

package vm

import (
	"debug/elf"
	"encoding/binary"
	"strings"
)

const agentMachine = elf.EM_X86_64

// What a machine of this architecture is made of.
const (
	qemuProgram   = "qemu-system-x86_64"
	tcgProcessor  = "Nehalem" // x86-64-v2, which some distributions build for; what it lacks to be translated is left out
	qemuMachine   = "pc"      // microvm boots sooner, but not reliably when several boot at once
	consoleName   = "ttyS0"
	channelDevice = "/dev/ttyS1"
	channelMinor  = 65 // beside ttyS0's 64; the major number is 4 (Documentation/admin-guide/devices.txt)
)

// channelArguments give the machine its second serial line. Every distribution's kernel has the driver built in.
var channelArguments = []string{"-serial", "chardev:channel"}

// installs are the commands that bring QEMU, by the package manager that comes first.
var installs = []string{
	"apt-get install --no-install-recommends qemu-system-x86",
	"dnf install qemu-system-x86-core",
	"pacman -S qemu-system-x86",
	"zypper install qemu-x86",
	"apk add qemu-system-x86_64",
}

// kernelVersion reads a bzImage's header (Documentation/arch/x86/boot.rst): "HdrS" at 0x202, and at 0x20e where the version
// string is, counted from 0x200.
func kernelVersion(head []byte) (string, bool) {
	if len(head) < 0x210 || string(head[0x202:0x206]) != "HdrS" {
		return "", false
	}
	at := 0x200 + int(binary.LittleEndian.Uint16(head[0x20e:]))
	if at >= len(head) {
		return "", true
	}
	version, _, _ := strings.Cut(cString(head[at:]), " ")
	return version, true
}
