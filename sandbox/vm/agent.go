//go:build linux && (amd64 || arm64)

package vm

import (
	"bytes"
	"debug/elf"
	"encoding/binary"
	"unsafe"
)

// The agent is the guest's PID 1: a loop of some three hundred bytes of machine code (agent_amd64.s, agent_arm64.s) that
// reads a batch of system calls from the channel, makes them one after the other, and writes their results back. All that a
// guest's init usually does (mounting, starting commands, reaping, moving their output) is decided here on the host, in Go,
// and sent. So the guest needs no program of ours beside its own, whose memory would be counted as the machine's; and every
// step that made the guest has a result that can be shown.
//
// A batch is a header, then data, then records. A record is a system call's number and arguments; where to go on when its
// result is negative or positive; and which bytes of memory to send back. Addresses are absolute: the agent is linked at a
// fixed place. A child made with CLONE_VM|CLONE_VFORK goes on with the next record, in the same memory, until it executes a
// program; its parent sleeps meanwhile, then jumps over the child's records. Thus even the error of an execve arrives.
//
// Most words of a batch are 0, and each byte costs microseconds on the serial line. So on the wire a byte comes before every
// eight words and says by its bits which of them are not 0; only those follow.
//
// The layout is repeated in agent.h.
const (
	loadAddress    = 0x400000 // the ELF header, the code behind it
	batchAddress   = 0x500000
	scratchAddress = 0x600000 // what system calls write
	replyAddress   = 0x700000
	wireAddress    = 0x800000 // a batch as it comes, with its zeros left out
	areaSize       = 64 << 10 // of each of the four

	headerSize = 16 // length of what follows it on the wire, first record, end of the records, 0: 32 bits each
	recordSize = 13 * 4
)

// agent is never called: it is copied into the guest.
//
//lint:ignore U1000 the assembly's declaration, which vet asks for
func agent()

// agentAddress is where this program has it.
func agentAddress() unsafe.Pointer

// agentCode returns the machine code, without the mark at its end.
func agentCode() []byte {
	const most = 4096
	code := unsafe.Slice((*byte)(agentAddress()), most)
	mark := bytes.Repeat([]byte{0xf4}, 8)
	return code[:bytes.Index(code, mark)]
}

// agentELF is the program that the guest's kernel starts as /init. It begins with the batch boot.
func agentELF(boot []byte) []byte {
	code := agentCode()
	ident := [elf.EI_NIDENT]byte{0x7f, 'E', 'L', 'F', byte(elf.ELFCLASS64), byte(elf.ELFDATA2LSB), byte(elf.EV_CURRENT)}
	const headers = 64 + 3*56
	header := elf.Header64{
		Ident: ident, Type: uint16(elf.ET_EXEC), Machine: uint16(agentMachine), Version: uint32(elf.EV_CURRENT),
		Entry: loadAddress + headers, Phoff: 64, Ehsize: 64, Phentsize: 56, Phnum: 3, Shentsize: 64,
	}
	const page = 4096
	segments := []elf.Prog64{
		{Type: uint32(elf.PT_LOAD), Flags: uint32(elf.PF_R | elf.PF_X), Vaddr: loadAddress,
			Filesz: headers + uint64(len(code)), Memsz: headers + uint64(len(code)), Align: page},
		{Type: uint32(elf.PT_LOAD), Flags: uint32(elf.PF_R | elf.PF_W), Off: page, Vaddr: batchAddress,
			Filesz: uint64(len(boot)), Memsz: wireAddress + 2*areaSize - batchAddress, Align: page},
		{Type: uint32(elf.PT_GNU_STACK), Flags: uint32(elf.PF_R | elf.PF_W)},
	}
	var out bytes.Buffer
	_ = binary.Write(&out, binary.LittleEndian, header) // a bytes.Buffer takes everything
	_ = binary.Write(&out, binary.LittleEndian, segments)
	out.Write(code)
	out.Write(make([]byte, page-out.Len()))
	out.Write(boot)
	return out.Bytes()
}
