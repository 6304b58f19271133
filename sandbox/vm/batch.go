//go:build linux && (amd64 || arm64)

package vm

import (
	"encoding/binary"
	"fmt"
	"math"
	"syscall"
)

// notRun is the result of a record that the agent jumped over. No system call returns it.
const notRun = math.MinInt32

// call is one record of a batch: a system call and what to do with its result.
type call struct {
	number uintptr
	args   [6]int32
	// from is the record whose result takes the place of the first argument, load the address of a 32-bit number that does;
	// nil and 0 for none.
	from *call
	load int
	// negative and positive are the records to go on with after such a result; nil is the next one.
	negative, positive *call
	// back is the address of what the reply carries, backSize its length: -1 is the result's value.
	back     uint32
	backSize int32

	index int
	// result and data are the reply's part, set by answer.
	result int32
	data   []byte
}

// errno is the error the call ended with, nil for none.
func (c *call) errno() error {
	if c.result < 0 && c.result > -4096 {
		return syscall.Errno(-c.result)
	}
	return nil
}

// batch is a list of system calls for the guest's agent, see agent.go.
type batch struct {
	calls   []*call
	data    []byte
	scratch uint32 // bytes of the scratch area that are taken
	back    int    // bytes that the reply may carry at most
}

// call adds a system call. Its arguments are numbers or addresses that bytes, text and space returned.
func (b *batch) call(number uintptr, args ...int) *call {
	c := &call{number: number, index: len(b.calls)}
	for i, a := range args {
		c.args[i] = int32(a)
	}
	b.calls = append(b.calls, c)
	return c
}

// on is call with a first argument that an earlier call returned.
func (b *batch) on(from *call, number uintptr, args ...int) *call {
	c := b.call(number, append([]int{0}, args...)...)
	c.from = from
	return c
}

// bytes puts p into the batch and returns its address in the guest, a multiple of 8.
func (b *batch) bytes(p []byte) int {
	at := batchAddress + headerSize + len(b.data)
	b.data = append(b.data, p...)
	for len(b.data)%8 != 0 {
		b.data = append(b.data, 0)
	}
	return at
}

// text puts a C string into the batch.
func (b *batch) text(s string) int { return b.bytes(append([]byte(s), 0)) }

// texts puts an array of C strings into the batch, as execve takes it.
func (b *batch) texts(list []string) int {
	var pointers []byte
	for _, s := range list {
		pointers = binary.LittleEndian.AppendUint64(pointers, uint64(b.text(s)))
	}
	return b.bytes(binary.LittleEndian.AppendUint64(pointers, 0))
}

// space reserves size bytes for a system call to write into, and returns their address.
func (b *batch) space(size int) int {
	at := scratchAddress + int(b.scratch)
	b.scratch += uint32(size+7) &^ 7
	return at
}

// returns asks for size bytes at address in the reply; size -1 is as many as the call's result says, most of them at most.
func (b *batch) returns(c *call, address, size, most int) *call {
	c.back, c.backSize = uint32(address), int32(size)
	b.back += most
	return c
}

// read adds a read of up to size bytes whose data comes back.
func (b *batch) read(fd, size int) *call {
	at := b.space(size)
	return b.returns(b.call(syscall.SYS_READ, fd, at, size), at, -1, size)
}

// wire is the batch as it is sent.
func (b *batch) wire() ([]byte, error) {
	whole, err := b.encode()
	if err != nil {
		return nil, err
	}
	body := whole[headerSize:]
	out := append(make([]byte, 0, len(whole)), whole[:headerSize]...)
	for len(body) > 0 {
		mask := len(out)
		out = append(out, 0)
		for bit := range 8 {
			if len(body) == 0 {
				break
			}
			word := body[:4]
			body = body[4:]
			if binary.LittleEndian.Uint32(word) != 0 {
				out[mask] |= 1 << bit
				out = append(out, word...)
			}
		}
	}
	binary.LittleEndian.PutUint32(out, uint32(len(out)-headerSize))
	return out, nil
}

// encode is the batch as the agent has it in its memory.
func (b *batch) encode() ([]byte, error) {
	first := batchAddress + headerSize + len(b.data)
	length := len(b.data) + len(b.calls)*recordSize
	if headerSize+length > areaSize || b.scratch > areaSize || b.back+4+4*len(b.calls) > areaSize {
		return nil, fmt.Errorf("a batch of %d bytes is too long for the guest: %w", length, syscall.E2BIG)
	}
	place := func(c *call) uint32 {
		if c == nil {
			return 0
		}
		return uint32(first + c.index*recordSize)
	}
	const resultAt = 8 * 4 // of the result in a record
	order := binary.LittleEndian
	out := make([]byte, 0, headerSize+length)
	for _, v := range []uint32{uint32(length), uint32(first), uint32(first + len(b.calls)*recordSize), 0} {
		out = order.AppendUint32(out, v)
	}
	out = append(out, b.data...)
	for _, c := range b.calls {
		out = order.AppendUint32(out, uint32(c.number))
		for _, a := range c.args {
			out = order.AppendUint32(out, uint32(a))
		}
		from := uint32(c.load)
		if c.from != nil {
			from = place(c.from) + resultAt
		}
		var unset int32 = notRun
		for _, v := range []uint32{from, uint32(unset), place(c.negative), place(c.positive), c.back, uint32(c.backSize)} {
			out = order.AppendUint32(out, v)
		}
	}
	return out, nil
}

// answer gives each call its part of the agent's reply. The guest may have been taken over by its root, so every length is
// doubted.
func (b *batch) answer(reply []byte) error {
	for _, c := range b.calls {
		if len(reply) < 4 {
			return errNonsense
		}
		c.result = int32(binary.LittleEndian.Uint32(reply))
		reply = reply[4:]
		size := int(c.backSize)
		switch {
		case c.result < 0:
			continue
		case size < 0:
			size = int(c.result)
		}
		if size > len(reply) {
			return errNonsense
		}
		c.data, reply = reply[:size], reply[size:]
	}
	if len(reply) != 0 {
		return errNonsense
	}
	return nil
}
