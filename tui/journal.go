package tui

import (
	"sync"

	"floorplan/progress"
)

// journal writes what the student did, in order, beside the screen: a slow disk must not hold up a key. At most the last
// few milliseconds are lost to a kill.
type journal struct {
	store *progress.Store
	queue chan func(*progress.Store) error
	done  chan struct{}

	mu   sync.Mutex
	last error
}

func newJournal(store *progress.Store) *journal {
	j := &journal{store: store, queue: make(chan func(*progress.Store) error, 1024), done: make(chan struct{})}
	go func() {
		defer close(j.done)
		for write := range j.queue {
			if err := write(store); err != nil {
				j.mu.Lock()
				j.last = err
				j.mu.Unlock()
			}
		}
	}()
	return j
}

func (j *journal) write(f func(*progress.Store) error) {
	if j.store != nil {
		j.queue <- f
	}
}

// notices are what the store has to say since the last call, and the last write that failed.
func (j *journal) notices() []string {
	if j.store == nil {
		return nil
	}
	list := j.store.Notices()
	j.mu.Lock()
	defer j.mu.Unlock()
	if j.last != nil {
		list = append(list, j.last.Error())
		j.last = nil
	}
	return list
}

// flush returns when all that was recorded so far is written. It takes a few milliseconds.
func (j *journal) flush() {
	done := make(chan struct{})
	j.queue <- func(*progress.Store) error { close(done); return nil }
	<-done
}

// close returns when everything is written.
func (j *journal) close() {
	close(j.queue)
	<-j.done
}
