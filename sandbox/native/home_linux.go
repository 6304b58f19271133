package native

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/sys/unix"
)

// home is a directory of the host's, for a sandbox without a mount namespace. It is locked (flock(2)) for as long as it is in
// use: the kernel drops the lock when its holder ends, in whichever PID namespace that was, and only then may others remove it.
type home struct {
	path string
	lock *os.File
}

// homePrefix begins the names of homes.
const homePrefix = "floorplan-home-"

// newHome makes a home in the first of some directories that the sandbox's user can reach, and removes those that killed
// Floorplans left there.
func newHome(dirs []string, h host) (*home, error) {
	var closed []string
	for _, dir := range dirs {
		if h.root { // anybody else is the sandbox's user
			if at := closedTo(h.uid, dir); at != "" {
				closed = append(closed, at)
				continue
			}
		}
		sweepHomes(dir, h)
		made, err := lockedHome(dir, h)
		if err != nil {
			return nil, fmt.Errorf("cannot make a home: %w", err)
		}
		return made, nil
	}
	return nil, fmt.Errorf("cannot make a home in %s: user %d, whom the sandbox is on the host, may not enter %s"+
		"\nhint: set TMPDIR to a directory that everybody may enter", strings.Join(dirs, ", "), h.uid, strings.Join(closed, ", "))
}

// homeDirs are where a home may be.
func homeDirs() []string {
	return slices.Compact([]string{os.TempDir(), "/tmp", "/var/tmp"})
}

// lockedHome makes a home and takes its lock, before or after others who sweep: what they were faster with is made again.
func lockedHome(dir string, h host) (*home, error) {
	for {
		path, err := os.MkdirTemp(dir, homePrefix)
		if err != nil {
			return nil, err
		}
		made := &home{path: path}
		made.lock, err = os.Open(path)
		if errors.Is(err, os.ErrNotExist) {
			continue
		}
		if err == nil {
			err = unix.Flock(int(made.lock.Fd()), unix.LOCK_EX|unix.LOCK_NB)
		}
		if errors.Is(err, unix.EWOULDBLOCK) || err == nil && !made.there() {
			made.lock.Close()
			continue
		}
		if errors.Is(err, unix.ENOLCK) || errors.Is(err, unix.EOPNOTSUPP) { // a file system without locks: nobody can take it there
			err = nil
		}
		if err == nil && h.root {
			err = made.lock.Chown(h.uid, h.gid)
		}
		if err != nil {
			made.remove()
			return nil, err
		}
		return made, nil
	}
}

// there says whether the directory still has its name.
func (h *home) there() bool {
	named, err := os.Lstat(h.path)
	if err != nil {
		return false
	}
	open, err := h.lock.Stat()
	return err == nil && os.SameFile(named, open)
}

// remove gives the home back. A nil one is none.
func (h *home) remove() {
	if h == nil {
		return
	}
	removeHome(h.path)
	if h.lock != nil {
		h.lock.Close()
	}
}

// removeHome removes a home with what the sandbox left in it, directories that it closed to itself included. Root needs no
// permission for that, and is not to be led elsewhere by a link that takes a directory's place meanwhile.
func removeHome(path string) {
	if os.RemoveAll(path) == nil || os.Geteuid() == 0 {
		return
	}
	os.Chmod(path, 0o700)
	if root, err := os.OpenRoot(path); err == nil {
		fs.WalkDir(root.FS(), ".", func(name string, entry fs.DirEntry, err error) error {
			if err == nil && entry.IsDir() {
				root.Chmod(name, 0o700)
			}
			return nil // what cannot be opened stays, and the rest goes
		})
		root.Close()
	}
	os.RemoveAll(path)
}

// sweepHomes removes the homes in a directory that nobody holds.
func sweepHomes(dir string, h host) {
	old, _ := filepath.Glob(filepath.Join(dir, homePrefix+"*")) // the pattern is well-formed
	for _, path := range old {
		left, err := os.OpenFile(path, os.O_RDONLY|unix.O_DIRECTORY|unix.O_NOFOLLOW, 0)
		if err != nil {
			continue
		}
		var stat unix.Stat_t
		if unix.Fstat(int(left.Fd()), &stat) == nil && (int(stat.Uid) == os.Geteuid() || int(stat.Uid) == h.uid) &&
			unix.Flock(int(left.Fd()), unix.LOCK_EX|unix.LOCK_NB) == nil {
			removeHome(path)
		}
		left.Close()
	}
}

// closedTo is the first directory on the way to dir, and dir itself, that a user of no group may not enter; empty if there is
// none. It knows the owner's and everybody's permission.
func closedTo(uid int, dir string) string {
	dir, err := filepath.EvalSymlinks(dir)
	if err != nil {
		return dir
	}
	for {
		var stat unix.Stat_t
		if unix.Stat(dir, &stat) != nil || stat.Mode&unix.S_IXOTH == 0 && int(stat.Uid) != uid {
			return dir
		}
		if dir == filepath.Dir(dir) {
			return ""
		}
		dir = filepath.Dir(dir)
	}
}
