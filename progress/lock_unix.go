//go:build unix

package progress

import (
	"os"

	"golang.org/x/sys/unix"
)

// lockDir waits for the only lock on a folder. It is for the moment in which a file in it is replaced, and ends with the
// process at the latest.
func lockDir(dir string) (unlock func(), err error) {
	f, err := os.Open(dir)
	if err != nil {
		return nil, err
	}
	for {
		err = unix.Flock(int(f.Fd()), unix.LOCK_EX)
		if err != unix.EINTR {
			break
		}
	}
	if err != nil {
		f.Close()
		return nil, &os.PathError{Op: "lock", Path: dir, Err: err}
	}
	return func() { f.Close() }, nil
}
