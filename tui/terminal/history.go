package terminal

import (
	"encoding/binary"
	"unicode/utf8"
)

// history keeps the lines that left the screen at its top. They are packed, characters and styles apart, which takes
// about a tenth of what their cells would, in chunks that are used again once their lines are the oldest: pushing a
// line allocates nothing in the long run.
type history struct {
	chunks  []*chunk // oldest first
	limit   int      // lines to keep at least, as far as historyBytes allows
	count   int      // lines kept
	dropped int      // lines dropped since the beginning
	cells   []cell   // the line that was unpacked last
}

type chunk struct {
	text  []byte // the characters of the lines
	runs  []run  // their styles
	lines []span
	first int // number of its first line, counted from the beginning
}

// run is a style and how many characters it goes on for.
type run struct {
	fg, bg color
	attr   attr
	extra  uint16
	chars  int32
}

// span is where a line begins in its chunk.
type span struct {
	text, run int32
	flags     flags
}

// A chunk takes lines until it holds chunkBytes or chunkLines. historyBytes bounds all of the history, however long its
// lines are and whatever their styles.
const (
	chunkBytes   = 32 << 10
	chunkLines   = 512
	historyBytes = 8 << 20
	runBytes     = 16
)

// clusterByte comes before the number of a cluster in the text of a chunk. It is no part of UTF-8.
const clusterByte = 0xff

func (h *history) push(cells []cell, f flags) {
	if h.limit <= 0 {
		h.dropped++
		return
	}
	var c *chunk
	if n := len(h.chunks); n > 0 {
		c = h.chunks[n-1]
	}
	if c == nil || len(c.lines) == chunkLines || len(c.text)+len(c.runs)*runBytes >= chunkBytes {
		c = h.grow()
	}
	c.lines = append(c.lines, span{int32(len(c.text)), int32(len(c.runs)), f})
	c.pack(cells)
	h.count++
}

func (c *chunk) pack(cells []cell) {
	text := c.text
	for i := 0; i < len(cells); {
		style, first, tails := &cells[i], i, 0
	characters:
		for ; i < len(cells); i++ {
			switch d := &cells[i]; {
			case d.fg != style.fg || d.bg != style.bg || d.attr != style.attr || d.extra != style.extra:
				if d.attr&tail == 0 {
					break characters
				}
				tails++ // goes without saying
			case d.ch < utf8.RuneSelf:
				text = append(text, byte(d.ch))
			case d.ch&clusterBit != 0:
				text = binary.LittleEndian.AppendUint32(append(text, clusterByte), d.ch&^clusterBit)
			default:
				text = utf8.AppendRune(text, rune(d.ch))
			}
		}
		c.runs = append(c.runs, run{style.fg, style.bg, style.attr, style.extra, int32(i - first - tails)})
	}
	c.text = text
}

// unpack appends the cells of the line that begins at s and ends where the next one begins.
func (c *chunk) unpack(dst []cell, s, next span) []cell {
	text := c.text[s.text:next.text]
	for _, r := range c.runs[s.run:next.run] {
		for range r.chars {
			var ch uint32
			switch b := text[0]; {
			case b < utf8.RuneSelf:
				ch = uint32(b)
				text = text[1:]
			case b == clusterByte:
				ch = clusterBit | binary.LittleEndian.Uint32(text[1:])
				text = text[5:]
			default:
				char, n := utf8.DecodeRune(text)
				ch = uint32(char)
				text = text[n:]
			}
			dst = append(dst, cell{ch, r.fg, r.bg, r.attr, r.extra})
			if r.attr&wide != 0 {
				dst = append(dst, cell{0, r.fg, r.bg, r.attr&^wide | tail, r.extra})
			}
		}
	}
	return dst
}

// grow adds an empty chunk: the oldest one, when the lines without it are enough.
func (h *history) grow() *chunk {
	var c *chunk
	if len(h.chunks) > 0 {
		oldest := h.chunks[0]
		if h.count-len(oldest.lines) >= h.limit || len(h.chunks) >= historyBytes/chunkBytes {
			c = oldest
			h.count -= len(c.lines)
			h.dropped += len(c.lines)
			h.chunks = append(h.chunks[:0], h.chunks[1:]...)
			c.text, c.runs, c.lines = c.text[:0], c.runs[:0], c.lines[:0]
		}
	}
	if c == nil {
		c = &chunk{}
	}
	c.first = h.dropped + h.count
	h.chunks = append(h.chunks, c)
	return c
}

// line is line i of those kept, counted from 0. The cells are valid until the next call.
func (h *history) line(i int) ([]cell, flags) {
	c, i := h.find(i)
	s := c.lines[i]
	next := span{text: int32(len(c.text)), run: int32(len(c.runs))}
	if i+1 < len(c.lines) {
		next = c.lines[i+1]
	}
	h.cells = c.unpack(h.cells[:0], s, next)
	return h.cells, s.flags
}

// flags are those of line i.
func (h *history) flags(i int) flags {
	c, i := h.find(i)
	return c.lines[i].flags
}

// find is the chunk that line i is in, and its place there.
func (h *history) find(i int) (*chunk, int) {
	n := h.dropped + i
	lo, hi := 0, len(h.chunks)
	for hi-lo > 1 {
		if mid := (lo + hi) / 2; h.chunks[mid].first <= n {
			lo = mid
		} else {
			hi = mid
		}
	}
	c := h.chunks[lo]
	return c, n - c.first
}

// clear drops every line.
func (h *history) clear() {
	h.dropped += h.count
	h.count = 0
	h.chunks = nil
}
