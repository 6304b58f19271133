#include "textflag.h"

// The interpreter of programs (program.go), as position-independent code. It is never called: elf_linux.go copies it into
// the executable that becomes a sandbox's PID 1. Registers: R12 the instruction, BX the result. See program.go for the layout.
TEXT ·interpreter(SB), NOSPLIT|NOFRAME, $0-0
	MOVQ	$0x10010000, R12	// dataBase
loop:
	MOVQ	0(R12), AX
	MOVQ	8(R12), DI
	CMPQ	AX, $-1	// setResult
	JEQ	set
	MOVQ	16(R12), SI
	MOVQ	24(R12), DX
	MOVQ	32(R12), R10
	MOVQ	40(R12), R8
	MOVQ	48(R12), R9
	SYSCALL
	MOVQ	AX, BX
	JMP	done
set:
	MOVQ	DI, BX
done:
	RDTSC
	SHLQ	$32, DX
	ORQ	DX, AX
	MOVQ	56(R12), CX
	MOVQ	BX, 0(CX)
	MOVQ	AX, 8(CX)
	MOVQ	64(R12), CX
	MOVQ	BX, (CX)
	TESTQ	BX, BX
	JLT	negative
	JEQ	zero
	MOVQ	88(R12), R12
	JMP	loop
negative:
	MOVQ	72(R12), R12
	JMP	loop
zero:
	MOVQ	80(R12), R12
	JMP	loop
	// The end of the code: endMark in elf_linux.go.
	BYTE	$0xcc; BYTE $0xcc; BYTE $0xcc; BYTE $0xcc
	BYTE	$0x46; BYTE $0x4c; BYTE $0x4f; BYTE $0x4f

// func interpreterAddress() uintptr
TEXT ·interpreterAddress(SB), NOSPLIT, $0-8
	LEAQ	·interpreter(SB), AX
	MOVQ	AX, ret+0(FP)
	RET
