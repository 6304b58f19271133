//go:build linux

#include "textflag.h"
#include "agent.h"

// The guest's /init. See agent.go for what it does and for the layout of a batch.
//
// It uses no stack and no memory but the areas named in agent.h, so that a child made with CLONE_VM|CLONE_VFORK may go on
// in it. The kernel keeps every register across a system call but R0, the result.
//
//	R19 the record that runs    R20 the end of the records    R21 the reply's end    R22 to R25 spare
TEXT ·agent(SB), NOSPLIT|NOFRAME, $0-0
run:
	MOVD  $BATCH, R22
	MOVWU HEADER_FIRST(R22), R19
	MOVWU HEADER_END(R22), R20

next:
	CMP  R20, R19
	BHS  answer
	MOVW RECORD_ARGS(R19), R0
	MOVW (RECORD_ARGS+4)(R19), R1
	MOVW (RECORD_ARGS+8)(R19), R2
	MOVW (RECORD_ARGS+12)(R19), R3
	MOVW (RECORD_ARGS+16)(R19), R4
	MOVW (RECORD_ARGS+20)(R19), R5
	MOVWU RECORD_FROM(R19), R22
	CBZ  R22, call
	MOVW (R22), R0

call:
	MOVWU RECORD_CALL(R19), R8
	SVC
	MOVW  R0, RECORD_RESULT(R19)
	MOVW  RECORD_RESULT(R19), R0
	CBZ   R0, following
	TBNZ  $63, R0, failed
	MOVWU RECORD_POSITIVE(R19), R22
	B     jump

failed:
	MOVWU RECORD_NEGATIVE(R19), R22

jump:
	CBZ  R22, following
	MOVD R22, R19
	B    next

following:
	ADD $RECORD_SIZE, R19
	B   next

// The reply: its length, then for each record its result and the bytes that it asked to be sent back.
answer:
	MOVD  $BATCH, R22
	MOVWU HEADER_FIRST(R22), R19
	MOVD  $(REPLY+4), R21

collect:
	CMP  R20, R19
	BHS  send
	MOVW RECORD_RESULT(R19), R0
	MOVW R0, (R21)
	ADD  $4, R21
	TBNZ $63, R0, collected
	MOVW RECORD_BACKSIZE(R19), R22
	TBZ  $63, R22, copy
	MOVD R0, R22

copy:
	MOVWU RECORD_BACK(R19), R23

copying:
	CBZ     R22, collected
	MOVBU.P 1(R23), R24
	MOVB.P  R24, 1(R21)
	SUB     $1, R22
	B       copying

collected:
	ADD $RECORD_SIZE, R19
	B   collect

send:
	MOVD $REPLY, R25
	SUB  R25, R21, R22
	SUB  $4, R22
	MOVW R22, (R25)

sending:
	SUBS R25, R21, R2
	BEQ  receive
	MOVD $CHANNEL, R0
	MOVD R25, R1
	MOVD $64, R8 // write
	SVC
	CMP  $0, R0
	BLE  sending
	ADD  R0, R25
	B    sending

// The header comes first, to where the batch will be, then the rest, which has its zeros left out. A header alone, of
// length 0, only ends a poll: it is forgotten.
receive:
	MOVD $BATCH, R25
	MOVD $(BATCH+HEADER_SIZE), R21

receiving:
	SUBS R25, R21, R2
	BEQ  received
	MOVD $CHANNEL, R0
	MOVD R25, R1
	MOVD $63, R8 // read
	SVC
	CMP  $0, R0
	BLE  receiving
	ADD  R0, R25
	B    receiving

received:
	MOVD  $(BATCH+HEADER_SIZE), R22
	CMP   R22, R21
	BNE   expand
	MOVD  $BATCH, R22
	MOVWU HEADER_LENGTH(R22), R21
	CBZ   R21, receive
	MOVD  $WIRE, R25
	ADD   R25, R21
	B     receiving

// Each byte of the wire says by its bits which of the next eight words follow; the others are 0.
expand:
	MOVD $WIRE, R22
	MOVD $(BATCH+HEADER_SIZE), R23

expandEight:
	CMP     R21, R22
	BHS     run
	MOVBU.P 1(R22), R24
	MOVD    $8, R25

expandOne:
	MOVD    $0, R1
	TBZ     $0, R24, expanded
	MOVWU.P 4(R22), R1

expanded:
	MOVW.P R1, 4(R23)
	LSR    $1, R24
	SUB    $1, R25
	CBNZ   R25, expandOne
	B      expandEight

	WORD $0xf4f4f4f4
	WORD $0xf4f4f4f4

// func agentAddress() unsafe.Pointer
TEXT ·agentAddress(SB), NOSPLIT, $0-8
	MOVD $·agent(SB), R0
	MOVD R0, ret+0(FP)
	RET
