package native

import (
	"encoding/binary"
	"fmt"
	"strconv"
	"syscall"
)

// A program is a list of system calls, run one after another by the interpreter in agent_*.s (or by its twin in
// plain_linux.go). The interpreter knows five things: load six arguments, make the call, keep the result, store it in one
// more place, and continue at one of three addresses, depending on whether the result is negative, zero or positive.
// That is enough to set a sandbox up, to start a command and to be a reaping PID 1, and it needs no stack, no heap and no
// Go runtime: a process that runs it is a few pages large.
type program struct {
	calls []call
	blobs []blob
}

// call is one system call of a program.
type call struct {
	label string // a name to continue at; also names the arguments for other calls' results: see ref
	nr    uintptr
	name  string // for messages and for the step that is shown: "mount"
	args  []value
	out   ref // where the result is stored as well
	// Where to continue when the result is an error, 0, or positive: a label. Empty is the next call, except that an error
	// goes to the label "fail".
	neg, zero, pos string
}

// value is an argument: a number, or the address of something.
type value struct {
	n        uint64
	at       string // the argument is the address with this name, and n bytes more
	mem      string // where inMemory is set, the argument is the address of these bytes and a zero after them
	inMemory bool
	text     string // as shown to people; empty is the number
}

// shown is the argument as people read it.
func (v value) shown() string {
	if v.text == "" && !v.inMemory {
		return strconv.FormatInt(int64(v.n), 10)
	}
	return v.text
}

// ref is an address: that of a blob or of a call's first argument, and an offset in bytes.
type ref struct {
	name string
	off  int
}

// blob is memory with a name, which may hold addresses.
type blob struct {
	name string
	data []byte
	refs map[int]ref // offset in data -> the address to store there
}

// An instruction is 12 words of 8 bytes. The layout is known to agent_amd64.s and agent_arm64.s. What comes of it, the result
// and a clock's reading after the call, lies apart, beside what came of the others: only that is sent back, and only its
// pages are written to.
const (
	opNumber  = 0
	opArgs    = 8
	opOutcome = 56 // where the outcome goes
	opOut     = 64
	opNeg     = 72
	opZero    = 80
	opPos     = 88
	opSize    = 96

	outcomeSize = 16

	// setResult is the number of an instruction that makes no system call: its first argument is its result.
	setResult = ^uintptr(0)
	// notRun is the result of a call that was not made.
	notRun = -1 << 63
)

func num(n uint64, text string) value { return value{n: n, text: text} }
func intv(n int) value                { return value{n: uint64(n)} }
func str(s string) value              { return value{mem: s, inMemory: true, text: s} }
func bytesv(b []byte, text string) value {
	return value{mem: string(b), inMemory: true, text: text}
}
func at(name string, off int) value { return value{at: name, n: uint64(off), text: name} }

// linked is a program with its addresses resolved.
type linked struct {
	data    []byte
	ops     int
	symbols map[string]uint64
}

// link lays the program out for the address base: its instructions, their outcomes (the name "outcomes"), then its memory.
// Names that the program does not define are looked up in extern.
func (p program) link(base uint64, extern map[string]uint64) (linked, error) {
	img := linked{ops: len(p.calls), symbols: make(map[string]uint64, 64)}
	size := uint64(len(p.calls)) * opSize
	place := func(n int) uint64 {
		address := base + size
		size += (uint64(n) + 7) &^ 7
		return address
	}
	outcomes := place(len(p.calls) * outcomeSize)
	img.symbols["outcomes"] = outcomes
	for i, c := range p.calls {
		if c.label != "" {
			if _, twice := img.symbols[c.label]; twice {
				return linked{}, fmt.Errorf("label %q is defined twice", c.label)
			}
			img.symbols[c.label] = base + uint64(i)*opSize
		}
	}
	for _, b := range p.blobs {
		if _, twice := img.symbols[b.name]; twice {
			return linked{}, fmt.Errorf("memory %q is defined twice", b.name)
		}
		img.symbols[b.name] = place(len(b.data))
	}
	inline := base + size
	for _, c := range p.calls {
		for _, a := range c.args {
			if a.inMemory {
				place(len(a.mem) + 1)
			}
		}
	}

	var missing error
	resolve := func(r ref, dflt uint64) uint64 {
		if r.name == "" {
			return dflt
		}
		if a, ok := img.symbols[r.name]; ok {
			return a + uint64(r.off)
		}
		if a, ok := extern[r.name]; ok {
			return a + uint64(r.off)
		}
		missing = fmt.Errorf("%q is not defined", r.name)
		return 0
	}
	img.data = make([]byte, size)
	word := func(address, v uint64) { binary.NativeEndian.PutUint64(img.data[address-base:], v) }
	for i, c := range p.calls {
		op := base + uint64(i)*opSize
		next := op + opSize
		word(op+opNumber, uint64(c.nr))
		for j, a := range c.args {
			v := a.n
			switch {
			case a.inMemory:
				v = inline
				copy(img.data[v-base:], a.mem)
				inline += (uint64(len(a.mem)+1) + 7) &^ 7
			case a.at != "":
				v += resolve(ref{name: a.at}, 0)
			}
			word(op+opArgs+uint64(j)*8, v)
		}
		outcome := outcomes + uint64(i)*outcomeSize
		word(outcome, 1<<63)
		word(op+opOutcome, outcome)
		word(op+opOut, resolve(c.out, outcome))
		neg := c.neg
		if neg == "" {
			neg = "fail"
		} else if neg == ignore {
			neg = ""
		}
		word(op+opNeg, resolve(ref{name: neg}, next))
		word(op+opZero, resolve(ref{name: c.zero}, next))
		word(op+opPos, resolve(ref{name: c.pos}, next))
	}
	for _, b := range p.blobs {
		address := img.symbols[b.name]
		copy(img.data[address-base:], b.data)
		for off, r := range b.refs {
			word(address+uint64(off), resolve(r, 0))
		}
	}
	if missing != nil {
		return linked{}, missing
	}
	return img, nil
}

// ignore as a call's neg says that an error does not matter.
const ignore = "next"

// outcome is what came of one call.
type outcome struct {
	ran    bool
	result int64
	errno  syscall.Errno
	ticks  uint64
}

// outcomeOf reads what came of the i-th call from what the agent sent back.
func outcomeOf(mem []byte, i int) outcome {
	at := mem[i*outcomeSize:]
	result := int64(binary.NativeEndian.Uint64(at))
	if result == notRun {
		return outcome{}
	}
	o := outcome{ran: true, result: result, ticks: binary.NativeEndian.Uint64(at[8:])}
	if result < 0 {
		o.errno = syscall.Errno(-result)
		o.result = -1
	}
	return o
}

func le64(words ...uint64) []byte {
	var b []byte
	for _, w := range words {
		b = binary.NativeEndian.AppendUint64(b, w)
	}
	return b
}
