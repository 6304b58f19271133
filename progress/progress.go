// Package progress keeps what one student did: an append-only log of events in one SQLite file, and what follows from it,
// which is where the student stopped, what is done, and which questions are due for review.
//
// The log is the only truth. Everything else is computed from it when asked for, so two Floorplans that write at once, or
// an import from another machine, can never leave a total that contradicts the history. Lessons, pages and blocks are the
// caller's strings; a block that the course no longer has stays in the log, and the caller passes over it.
package progress

import (
	"database/sql"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"sync"
	"time"
)

// Store is one student's progress. It is safe for use by several goroutines, and several processes may have the same file
// open. A write takes well under a millisecond on a quiet disk, but waits up to ten seconds for another process's write.
type Store struct {
	now func() time.Time

	mu      sync.Mutex // held during every operation, so that a failing file can be replaced by memory in between
	db      *sql.DB
	path    string    // "" when the log is in memory only
	last    time.Time // of the last event recorded here
	notices []string
}

// Options are for Open; the zero value is for normal use.
type Options struct {
	// Now is the clock; nil is time.Now. The zone of its times decides when a day of reviews begins.
	Now func() time.Time

	vfs string // SQLite's name for a way to use the file system; tests choose one without shared memory
}

// DefaultPath is where progress is kept: $XDG_DATA_HOME/floorplan/progress.db, or ~/.local/share in place of a variable
// that is unset or not absolute (XDG Base Directory Specification 0.8); on macOS ~/Library/Application Support, on Windows
// %LocalAppData%. It is "" when the system does not say where the student's home is, which Open takes.
func DefaultPath() string {
	const file = "floorplan/progress.db"
	if dir := os.Getenv("XDG_DATA_HOME"); filepath.IsAbs(dir) {
		return filepath.Join(dir, file)
	}
	if dir := os.Getenv("LocalAppData"); runtime.GOOS == "windows" && filepath.IsAbs(dir) {
		return filepath.Join(dir, file)
	}
	home, err := os.UserHomeDir()
	switch {
	case err != nil || !filepath.IsAbs(home):
		return ""
	case runtime.GOOS == "darwin":
		return filepath.Join(home, "Library", "Application Support", file)
	default:
		return filepath.Join(home, ".local", "share", file)
	}
}

// Open opens the progress file, and makes it and its folder when they are missing. It takes a few milliseconds; a screen
// calls it beside its first frame.
//
// A course must not stop because its notes cannot be kept, so Open gives a working Store in every case it can. A file that
// is damaged, or written by a newer Floorplan, is renamed and a fresh one is begun, with what could be read of the damaged
// one. Where nothing can be written, the
// Store starts from what can be read and goes on in memory. Both leave a message in Notices. An error is left for a
// machine on which not even memory works.
func Open(path string, o Options) (*Store, error) {
	s := &Store{now: o.Now}
	if s.now == nil {
		s.now = time.Now
	}
	if path == "" {
		s.tell("progress is not saved: the home directory is unknown",
			"set HOME or XDG_DATA_HOME to a folder that you can write to")
		return s, s.useMemory(nil)
	}
	path, err := filepath.Abs(path)
	if err == nil {
		var aside string
		s.db, aside, err = openFile(path, o.vfs, s.now)
		if aside != "" {
			s.notices = append(s.notices, aside)
		}
	}
	if err != nil {
		s.tell(fmt.Sprintf("progress is not saved: %s: %s", path, whyNot(path, err)), remedy(err, path))
		old := openReadOnly(path)
		if old != nil {
			defer old.Close()
		}
		return s, s.useMemory(old)
	}
	s.path = path
	return s, nil
}

// Path is the file's absolute path, or "" when progress is kept in memory only.
func (s *Store) Path() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.path
}

// Notices are what the student should be told since the last call, each once: that a file was set aside, or that
// progress is kept in memory only. Each has the form of an error: what and why, then "\nhint: " and what to do. Ask after
// Open and after a write.
func (s *Store) Notices() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	n := s.notices
	s.notices = nil
	return n
}

// Close ends the use of the file. Everything recorded is already in it.
func (s *Store) Close() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if err := s.db.Close(); err != nil {
		return fmt.Errorf("cannot close the progress file: %w", err)
	}
	return nil
}

func (s *Store) tell(message, hint string) {
	s.notices = append(s.notices, message+"\nhint: "+hint)
}

// write runs f, which changes the log. When the file turns out to be unwritable (the disk is full, the card was pulled),
// the log moves to memory, the student is told once, and f runs there.
func (s *Store) write(f func(*sql.DB) error) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	err := f(s.db)
	if err != nil && s.path != "" && unwritable(err) {
		s.tell(fmt.Sprintf("progress is no longer saved: %s: %s", s.path, plain(err)), remedy(err, s.path))
		file := s.db
		defer file.Close()
		s.path = ""
		if err := s.useMemory(file); err != nil {
			return err
		}
		err = f(s.db)
	}
	if err != nil {
		return fmt.Errorf("cannot record progress: %s", plain(err))
	}
	return nil
}

// useMemory moves the log to memory, with as much of the old one as can be read; old may be nil.
func (s *Store) useMemory(old *sql.DB) error {
	db, err := openMemory()
	if err != nil {
		return fmt.Errorf("cannot keep progress in memory: %w", err)
	}
	s.db = db
	if old == nil {
		return nil
	}
	_, err = insert(db, salvage(old))
	return err
}
