#include "textflag.h"

// The interpreter of programs: see agent_amd64.s. Registers: R19 the instruction.
TEXT ·interpreter(SB), NOSPLIT|NOFRAME, $0-0
	MOVD	$0x10010000, R19	// dataBase
loop:
	MOVD	0(R19), R8
	MOVD	8(R19), R0
	CMN	$1, R8	// setResult
	BEQ	done
	MOVD	16(R19), R1
	MOVD	24(R19), R2
	MOVD	32(R19), R3
	MOVD	40(R19), R4
	MOVD	48(R19), R5
	SVC
done:
	MRS	CNTVCT_EL0, R10
	MOVD	56(R19), R9
	MOVD	R0, 0(R9)
	MOVD	R10, 8(R9)
	MOVD	64(R19), R9
	MOVD	R0, (R9)
	CMP	$0, R0
	BLT	negative
	BEQ	zero
	MOVD	88(R19), R19
	JMP	loop
negative:
	MOVD	72(R19), R19
	JMP	loop
zero:
	MOVD	80(R19), R19
	JMP	loop
	// The end of the code: endMark in elf_linux.go.
	WORD	$0xcccccccc
	WORD	$0x4f4f4c46

// func interpreterAddress() uintptr
TEXT ·interpreterAddress(SB), NOSPLIT, $0-8
	MOVD	$·interpreter(SB), R0
	MOVD	R0, ret+0(FP)
	RET
