//go:build linux

#include "textflag.h"
#include "agent.h"

// The guest's /init. See agent.go for what it does and for the layout of a batch.
//
// It uses no stack and no memory but the areas named in agent.h, so that a child made with CLONE_VM|CLONE_VFORK may go on
// in it. The kernel keeps every register across a system call but AX (the result), CX and R11.
//
//	R12 the record that runs    R13 the end of the records    R14 the reply's end    R15, BX spare
TEXT ·agent(SB), NOSPLIT|NOFRAME, $0-0
run:
	MOVL $BATCH, BX
	MOVL HEADER_FIRST(BX), R12
	MOVL HEADER_END(BX), R13

next:
	CMPQ    R12, R13
	JAE     answer
	MOVLQSX RECORD_ARGS(R12), DI
	MOVLQSX (RECORD_ARGS+4)(R12), SI
	MOVLQSX (RECORD_ARGS+8)(R12), DX
	MOVLQSX (RECORD_ARGS+12)(R12), R10
	MOVLQSX (RECORD_ARGS+16)(R12), R8
	MOVLQSX (RECORD_ARGS+20)(R12), R9
	MOVL    RECORD_FROM(R12), BX
	TESTL   BX, BX
	JZ      call
	MOVLQSX (BX), DI

call:
	MOVL  RECORD_CALL(R12), AX
	SYSCALL
	MOVL  AX, RECORD_RESULT(R12)
	TESTL AX, AX
	JZ    following
	JS    failed
	MOVL  RECORD_POSITIVE(R12), BX
	JMP   jump

failed:
	MOVL RECORD_NEGATIVE(R12), BX

jump:
	TESTL BX, BX
	JZ    following
	MOVL  BX, R12
	JMP   next

following:
	ADDQ $RECORD_SIZE, R12
	JMP  next

// The reply: its length, then for each record its result and the bytes that it asked to be sent back.
answer:
	MOVL $BATCH, BX
	MOVL HEADER_FIRST(BX), R12
	MOVL $(REPLY+4), R14

collect:
	CMPQ  R12, R13
	JAE   send
	MOVL  RECORD_RESULT(R12), AX
	MOVL  AX, (R14)
	ADDQ  $4, R14
	MOVL  RECORD_BACKSIZE(R12), CX
	TESTL AX, AX
	JS    collected
	TESTL CX, CX
	JNS   copy
	MOVL  AX, CX

copy:
	MOVL RECORD_BACK(R12), SI
	MOVL R14, DI
	ADDQ CX, R14
	CLD
	REP; MOVSB

collected:
	ADDQ $RECORD_SIZE, R12
	JMP  collect

send:
	MOVL $REPLY, R15
	MOVL R14, AX
	SUBL R15, AX
	SUBL $4, AX
	MOVL AX, (R15)

sending:
	MOVL  $1, AX                        // write
	MOVL  $CHANNEL, DI
	MOVQ  R15, SI
	MOVQ  R14, DX
	SUBQ  R15, DX
	JZ    receive
	SYSCALL
	TESTQ AX, AX
	JLE   sending
	ADDQ  AX, R15
	JMP   sending

// The header comes first, to where the batch will be, then the rest, which has its zeros left out. A header alone, of
// length 0, only ends a poll: it is forgotten.
receive:
	MOVL $BATCH, R15
	MOVL $(BATCH+HEADER_SIZE), R14

receiving:
	MOVL  $0, AX                        // read
	MOVL  $CHANNEL, DI
	MOVQ  R15, SI
	MOVQ  R14, DX
	SUBQ  R15, DX
	JZ    received
	SYSCALL
	TESTQ AX, AX
	JLE   receiving
	ADDQ  AX, R15
	JMP   receiving

received:
	MOVL  $(BATCH+HEADER_SIZE), BX
	CMPQ  R14, BX
	JNE   expand
	MOVL  $BATCH, BX
	MOVL  HEADER_LENGTH(BX), R14
	TESTL R14, R14
	JZ    receive
	MOVL  $WIRE, R15
	ADDQ  R15, R14
	JMP   receiving

// Each byte of the wire says by its bits which of the next eight words follow; the others are 0.
expand:
	MOVL $WIRE, SI
	MOVL $(BATCH+HEADER_SIZE), DI

expandEight:
	CMPQ    SI, R14
	JAE     run
	MOVBLZX (SI), BX
	INCQ    SI
	MOVL    $8, CX

expandOne:
	MOVL $0, AX
	SHRL $1, BX
	JCC  expanded
	MOVL (SI), AX
	ADDQ $4, SI

expanded:
	MOVL AX, (DI)
	ADDQ $4, DI
	DECL CX
	JNZ  expandOne
	JMP  expandEight

	BYTE $0xf4; BYTE $0xf4; BYTE $0xf4; BYTE $0xf4
	BYTE $0xf4; BYTE $0xf4; BYTE $0xf4; BYTE $0xf4

// func agentAddress() unsafe.Pointer
TEXT ·agentAddress(SB), NOSPLIT, $0-8
	MOVQ $·agent(SB), AX
	MOVQ AX, ret+0(FP)
	RET
