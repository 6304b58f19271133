//go:build amd64 || arm64

package native

import (
	"bytes"
	"debug/elf"
	"encoding/binary"
	"errors"
	"io"
	"runtime"
	"unsafe"
)

const hasAgent = true

// interpreter is never called: its machine code is copied.
//
//lint:ignore U1000 the assembly's declaration, which vet asks for
func interpreter()

// interpreterAddress is where this program has it.
func interpreterAddress() uintptr

// endMark ends the interpreter's code.
const endMark = "\xcc\xcc\xcc\xccFLOO"

// interpreterCode is the machine code of the interpreter, as assembled into this program.
func interpreterCode() ([]byte, error) {
	address := interpreterAddress()
	code := unsafe.Slice((*byte)(unsafe.Add(unsafe.Pointer(nil), address)), 512)
	end := bytes.Index(code, []byte(endMark))
	if end < 0 {
		return nil, errors.New("the interpreter's machine code has no end mark")
	}
	return code[:end], nil
}

// writeExecutable writes the ELF file of the smallest program that runs a list of system calls: the interpreter's code in
// one segment, and data with room for an inbox in another (elf(5)).
func writeExecutable(w io.WriterAt, data []byte) error {
	code, err := interpreterCode()
	if err != nil {
		return err
	}
	const headers = 64 + 3*56
	machine := elf.EM_X86_64
	if runtime.GOARCH == "arm64" {
		machine = elf.EM_AARCH64
	}
	var file bytes.Buffer
	put := func(v any) { binary.Write(&file, binary.LittleEndian, v) } // to memory: cannot fail
	put(elf.Header64{
		Ident: [elf.EI_NIDENT]byte{0x7f, 'E', 'L', 'F', byte(elf.ELFCLASS64), byte(elf.ELFDATA2LSB), byte(elf.EV_CURRENT)},
		Type:  uint16(elf.ET_EXEC), Machine: uint16(machine), Version: uint32(elf.EV_CURRENT),
		Entry: codeBase + headers, Phoff: 64, Ehsize: 64, Phentsize: 56, Phnum: 3,
	})
	put(elf.Prog64{
		Type: uint32(elf.PT_LOAD), Flags: uint32(elf.PF_R | elf.PF_X), Vaddr: codeBase, Paddr: codeBase,
		Filesz: headers + uint64(len(code)), Memsz: headers + uint64(len(code)), Align: dataBase - codeBase,
	})
	put(elf.Prog64{
		Type: uint32(elf.PT_LOAD), Flags: uint32(elf.PF_R | elf.PF_W), Off: dataBase - codeBase, Vaddr: dataBase, Paddr: dataBase,
		Filesz: uint64(len(data)), Memsz: inboxBase + inboxSize - dataBase, Align: dataBase - codeBase,
	})
	// Without this header the kernel would make the stack executable.
	put(elf.Prog64{Type: uint32(elf.PT_GNU_STACK), Flags: uint32(elf.PF_R | elf.PF_W)})
	file.Write(code)
	_, err = w.WriteAt(file.Bytes(), 0)
	_, derr := w.WriteAt(data, dataBase-codeBase) // what lies between is a hole
	return errors.Join(err, derr)
}
