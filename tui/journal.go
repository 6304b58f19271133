package tui

import (
	tea "charm.land/bubbletea/v2"

	"floorplan/progress"
)

// journal writes what the student did, in order, beside the screen: a slow disk must not hold up a key. At most the last
// few milliseconds are lost to a kill.
type journal struct {
	store *progress.Store
	queue chan func(*progress.Store) error
	done  chan struct{}
	told  chan string // what the student is to be told; the newest counts
}

// journalMsg is something to tell the student, such as that progress cannot be saved.
type journalMsg string

func newJournal(store *progress.Store) *journal {
	j := &journal{store: store, queue: make(chan func(*progress.Store) error, 1024), done: make(chan struct{}), told: make(chan string, 8)}
	go func() {
		defer close(j.done)
		for write := range j.queue {
			if err := write(store); err != nil {
				j.tell(err.Error())
			}
			if store != nil {
				for _, notice := range store.Notices() {
					j.tell(notice)
				}
			}
		}
	}()
	return j
}

func (j *journal) tell(text string) {
	select {
	case j.told <- text:
	default: // eight messages nobody has read yet are enough
	}
}

// listen waits for the next thing to tell.
func (j *journal) listen() tea.Cmd {
	return func() tea.Msg {
		select {
		case text := <-j.told:
			return journalMsg(text)
		case <-j.done:
			return nil
		}
	}
}

func (j *journal) write(f func(*progress.Store) error) {
	if j.store != nil {
		j.queue <- f
	}
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
