//go:build linux && (amd64 || arm64)

package vm

import (
	"io"
	"sync"
)

// queueSize bounds what a guest's command has printed and nobody has read yet. Beyond it the command waits, as at a full pipe.
const queueSize = 256 << 10

// queue carries a command's output from the channel's goroutine, which must not wait, to whoever reads it.
type queue struct {
	roomy func() // called after a read that made room in a full queue

	mu    sync.Mutex
	ready sync.Cond
	data  []byte
	ended bool
}

func newQueue(roomy func()) *queue {
	q := &queue{roomy: roomy}
	q.ready.L = &q.mu
	return q
}

// room is how many bytes may be added.
func (q *queue) room() int {
	q.mu.Lock()
	defer q.mu.Unlock()
	return max(queueSize-len(q.data), 0)
}

func (q *queue) add(p []byte) {
	q.mu.Lock()
	defer q.mu.Unlock()
	if !q.ended {
		q.data = append(q.data, p...)
	}
	q.ready.Broadcast()
}

// end lets readers have what is there, then io.EOF.
func (q *queue) end() {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.ended = true
	q.ready.Broadcast()
}

func (q *queue) Read(p []byte) (int, error) {
	q.mu.Lock()
	for len(q.data) == 0 && !q.ended {
		q.ready.Wait()
	}
	full := len(q.data) >= queueSize/2
	n := copy(p, q.data)
	q.data = q.data[n:]
	empty := len(q.data) == 0
	if empty {
		q.data = nil
	}
	q.mu.Unlock()
	if full {
		q.roomy()
	}
	if n == 0 && empty && len(p) > 0 {
		return 0, io.EOF
	}
	return n, nil
}
