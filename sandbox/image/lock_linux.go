package image

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"golang.org/x/sys/unix"
)

// The kinds of lock: shared for those who use an image, exclusive for those who make or remove one.
const (
	shared    = unix.F_RDLCK
	exclusive = unix.F_WRLCK
)

// errInUse says that somebody uses what was to be changed.
var errInUse = errors.New("in use")

// lock takes the lock of that name, and waits for it until ctx ends. It is an open file description's (fcntl(2),
// F_OFD_SETLK): two Stores of one process are two, and the kernel lets go of it when the process ends.
func (s *Store) lock(ctx context.Context, name string, kind int16) (unlock func(), err error) {
	f, err := s.openLock(name)
	if err != nil {
		return nil, err
	}
	// A call that waits cannot be given up, so it asks again and again.
	for {
		err = unix.FcntlFlock(f.Fd(), unix.F_OFD_SETLK, &unix.Flock_t{Type: kind})
		if err == nil {
			return func() { f.Close() }, nil
		}
		if errors.Is(err, unix.EAGAIN) || errors.Is(err, unix.EACCES) {
			select {
			case <-time.After(10 * time.Millisecond):
				continue
			case <-ctx.Done():
				err = ctx.Err()
			}
		}
		f.Close()
		return nil, fmt.Errorf("cannot lock %s: %w", name, err)
	}
}

// lockUnused takes an exclusive lock, or fails with errInUse. It waits a moment, as one who only looks holds the lock too.
func (s *Store) lockUnused(ctx context.Context, name string) (unlock func(), err error) {
	wait, cancel := context.WithTimeout(ctx, 200*time.Millisecond)
	defer cancel()
	unlock, err = s.lock(wait, name, exclusive)
	if errors.Is(err, context.DeadlineExceeded) && ctx.Err() == nil {
		return nil, errInUse
	}
	return unlock, err
}

// inUse reports whether somebody holds a shared lock, without taking one.
func (s *Store) inUse(name string) bool {
	f, err := s.openLock(name)
	if err != nil {
		return false
	}
	defer f.Close()
	lock := unix.Flock_t{Type: exclusive}
	return unix.FcntlFlock(f.Fd(), unix.F_OFD_GETLK, &lock) == nil && lock.Type == shared
}

func (s *Store) openLock(name string) (*os.File, error) {
	return os.OpenFile(filepath.Join(s.dir, "locks", name), os.O_RDWR|os.O_CREATE, 0o644)
}
