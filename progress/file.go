package progress

import (
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"time"

	"modernc.org/sqlite"
	lib "modernc.org/sqlite/lib"
)

// busyTimeout is how long a connection waits for another's write.
const busyTimeout = 10 * time.Second

// applicationID marks the file as ours in its header (PRAGMA application_id): "Flrp".
const applicationID = 0x466c7270

// migrations are the steps from an empty file to the present schema. PRAGMA user_version counts those that have been
// taken. A step, once released, never changes; a change of schema is a new step.
//
// at is in microseconds since 1970, UTC. seq only breaks ties; it differs between machines and is never exported.
var migrations = [...]string{
	`CREATE TABLE events (
		seq     INTEGER PRIMARY KEY,
		id      TEXT    NOT NULL UNIQUE,
		at      INTEGER NOT NULL,
		kind    TEXT    NOT NULL,
		lesson  TEXT    NOT NULL,
		page    TEXT    NOT NULL,
		block   TEXT    NOT NULL,
		given   TEXT    NOT NULL,
		answer  TEXT    NOT NULL,
		outcome TEXT    NOT NULL,
		exit    INTEGER NOT NULL,
		took    INTEGER NOT NULL,
		seed    INTEGER NOT NULL
	) STRICT;
	CREATE INDEX events_by_lesson ON events (lesson, at);
	CREATE INDEX events_by_kind ON events (kind, at);`,
}

var (
	errNewer   = errors.New("written by a newer Floorplan")
	errForeign = errors.New("not a progress file")
	errDamaged = errors.New("damaged")
)

// openFile opens or makes the file at path. A file that cannot be used as progress is first renamed; aside is then the
// message that says so.
func openFile(path, vfs string, now func() time.Time) (db *sql.DB, aside string, err error) {
	dir := filepath.Dir(path)
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, "", err
	}
	db, err = openSQLite(path, vfs)
	if err == nil || !unusable(err) {
		return db, "", err
	}
	// Another Floorplan may be about to do the same. Under the lock only one renames, and the other finds a good file.
	unlock, err := lockDir(dir)
	if err != nil {
		return nil, "", err
	}
	defer unlock()
	db, why := openSQLite(path, vfs)
	if why == nil || !unusable(why) {
		return db, "", why
	}
	renamed, err := setAside(path, why, now())
	if err != nil {
		return nil, "", fmt.Errorf("it is %s, and cannot be renamed: %w", plain(why), err)
	}
	aside = fmt.Sprintf("%s is %s: it is now %s, and new progress has begun", path, plain(why), filepath.Base(renamed))
	if db, err = openSQLite(path, vfs); err != nil {
		return nil, aside, err
	}
	if errors.Is(why, errNewer) {
		return db, aside + "\nhint: update Floorplan and rename the file back; nothing in it was changed", nil
	}
	if old := openReadOnly(renamed); old != nil {
		defer old.Close()
		n, err := insert(db, salvage(old))
		if err != nil {
			return db, aside, nil // the next write meets the same trouble and tells of it
		}
		aside += fmt.Sprintf(" with the %d events that could be read", n)
	}
	return db, aside + "\nhint: nothing was deleted; if you have an export, import it now", nil
}

// setAside renames the file and what SQLite keeps beside it, which belongs together, to a name that is free.
func setAside(path string, why error, now time.Time) (string, error) {
	word := "damaged"
	if errors.Is(why, errNewer) {
		word = "newer"
	}
	base := fmt.Sprintf("%s.%s-%s", path, word, now.Format("20060102-150405"))
	renamed := base
	for n := 2; ; n++ {
		if _, err := os.Lstat(renamed); errors.Is(err, fs.ErrNotExist) {
			break
		}
		renamed = fmt.Sprintf("%s-%d", base, n)
	}
	for _, suffix := range []string{"-wal", "-shm", "-journal"} {
		if err := os.Rename(path+suffix, renamed+suffix); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return "", err
		}
	}
	return renamed, os.Rename(path, renamed)
}

// openSQLite opens the file with a write-ahead log, which lets a reader and a writer work at once and makes a write cheap.
// Where the file system has no shared memory for it (some network file systems) a rollback journal does.
func openSQLite(path, vfs string) (*sql.DB, error) {
	// SQLite would make the file readable for everyone. The descriptor is closed before SQLite can have a lock on the
	// file: closing any descriptor of a file drops all the locks that the process holds on it (man 2 fcntl).
	if f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o600); err == nil {
		f.Close()
	} else if !errors.Is(err, fs.ErrExist) {
		return nil, err
	}
	db, err := prepare(fileURI(path, vfs, "journal_mode(wal)", "synchronous(normal)"), true)
	if err == nil || unusable(err) {
		return db, err
	}
	if db, rollback := prepare(fileURI(path, vfs, "journal_mode(delete)", "synchronous(full)"), false); rollback == nil {
		return db, nil
	}
	return nil, err
}

// openReadOnly opens a file that is not to be written, or gives nil when it cannot be read either. With nothing in a
// write-ahead log, and on a file system where SQLite cannot make its lock files, the file is read as one that never changes.
func openReadOnly(path string) *sql.DB {
	// With a writable schema SQLite believes the size of a file that was cut rather than its header.
	const cut = "&_pragma=writable_schema(on)"
	queries := []string{"?mode=ro" + cut, "?mode=ro&immutable=1" + cut}
	if _, err := os.Stat(path + "-wal"); err != nil {
		queries = queries[1:]
	}
	for _, query := range queries {
		db, err := sql.Open("sqlite", fileURI(path, "")+query)
		if err != nil {
			return nil
		}
		db.SetMaxOpenConns(1)
		if err := db.QueryRow("SELECT 1 FROM events LIMIT 1").Scan(new(int)); err == nil {
			return db
		}
		db.Close()
	}
	return nil
}

func openMemory() (*sql.DB, error) {
	return prepare("file::memory:", false)
}

// fileURI is a URI because a plain name with a question mark in it would lose its end.
func fileURI(path, vfs string, pragmas ...string) string {
	path = filepath.ToSlash(path)
	if !strings.HasPrefix(path, "/") {
		path = "/" + path // C:/Users is /C:/Users in a URI
	}
	u := url.URL{Scheme: "file", Path: path}
	if len(pragmas) == 0 {
		return u.String()
	}
	q := url.Values{
		"_txlock": {"immediate"}, // a transaction that reads and then writes must wait at its start, or not at all
		"_pragma": append([]string{
			fmt.Sprintf("busy_timeout(%d)", busyTimeout.Milliseconds()),
			"secure_delete(on)", // "progress reset" means it
		}, pragmas...),
	}
	if vfs != "" {
		q.Set("vfs", vfs)
	}
	u.RawQuery = q.Encode()
	return u.String()
}

// prepare opens a database, checks it and brings its schema up to date.
func prepare(uri string, wal bool) (*sql.DB, error) {
	db, err := sql.Open("sqlite", uri)
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(1) // Store serves one caller at a time, and a database in memory is its connection
	// Two processes that turn on the write-ahead log of a new file at once can both be told "busy" without waiting.
	for end := time.Now().Add(busyTimeout); ; {
		err = migrate(db, wal)
		if code(err)&0xff != lib.SQLITE_BUSY || time.Now().After(end) {
			break
		}
		time.Sleep(5 * time.Millisecond)
	}
	if err != nil {
		db.Close()
		return nil, err
	}
	return db, nil
}

func migrate(db *sql.DB, wal bool) error {
	var id, version, tables int
	var journal, check string
	if err := db.QueryRow(`SELECT application_id, user_version, journal_mode, (SELECT count(*) FROM sqlite_schema)
		FROM pragma_application_id, pragma_user_version, pragma_journal_mode`).Scan(&id, &version, &journal, &tables); err != nil {
		return err
	}
	switch {
	case tables > 0 && id != applicationID:
		return errForeign
	case version > len(migrations):
		return errNewer
	case wal && journal != "wal":
		return errors.New("the file system has no shared memory")
	}
	if err := db.QueryRow("PRAGMA quick_check(1)").Scan(&check); err != nil {
		return err
	} else if check != "ok" {
		return errDamaged
	}
	if version == len(migrations) {
		return nil
	}
	tx, err := db.Begin()
	if err != nil {
		return err
	}
	defer tx.Rollback()
	// Another process may have been faster.
	if err := tx.QueryRow("PRAGMA user_version").Scan(&version); err != nil {
		return err
	}
	for ; version < len(migrations); version++ {
		if _, err := tx.Exec(migrations[version]); err != nil {
			return err
		}
	}
	if _, err := tx.Exec(fmt.Sprintf("PRAGMA application_id=%d; PRAGMA user_version=%d", applicationID, version)); err != nil {
		return err
	}
	return tx.Commit()
}

// code is SQLite's extended result code (sqlite.org/rescode.html), 0 for other errors.
func code(err error) int {
	var e *sqlite.Error
	if errors.As(err, &e) {
		return e.Code()
	}
	return 0
}

// unusable says that the file's content is the trouble, so that another file in its place would do.
func unusable(err error) bool {
	c := code(err) & 0xff
	return errors.Is(err, errNewer) || errors.Is(err, errForeign) || errors.Is(err, errDamaged) ||
		c == lib.SQLITE_CORRUPT || c == lib.SQLITE_NOTADB
}

// unwritable says that no later write to the file is likely to succeed.
func unwritable(err error) bool {
	switch code(err) & 0xff {
	case lib.SQLITE_FULL, lib.SQLITE_IOERR, lib.SQLITE_READONLY, lib.SQLITE_CANTOPEN, lib.SQLITE_CORRUPT, lib.SQLITE_NOTADB:
		return true
	}
	return false
}

// plain puts an error in words for a student.
func plain(err error) string {
	switch code(err) & 0xff {
	case lib.SQLITE_FULL:
		return "the disk is full"
	case lib.SQLITE_IOERR:
		return "the disk cannot be read or written (" + err.Error() + ")"
	case lib.SQLITE_READONLY:
		return "permission denied to write"
	case lib.SQLITE_CANTOPEN:
		return "the file cannot be opened"
	case lib.SQLITE_BUSY:
		return "another program keeps the file locked"
	case lib.SQLITE_CORRUPT, lib.SQLITE_NOTADB:
		return "damaged"
	}
	// The path is in the message already.
	var path *fs.PathError
	if errors.As(err, &path) {
		return path.Op + ": " + path.Err.Error()
	}
	return err.Error()
}

// whyNot finds the cause of a failed Open, where SQLite says only that there is one.
func whyNot(path string, err error) string {
	if c := code(err) & 0xff; c != lib.SQLITE_CANTOPEN && c != lib.SQLITE_READONLY {
		return plain(err)
	}
	f, cause := os.OpenFile(path, os.O_RDWR, 0)
	if cause != nil {
		return plain(cause)
	}
	f.Close()
	return "its folder cannot be written"
}

// remedy is what a student can do so that progress is saved.
func remedy(err error, path string) string {
	switch code(err) & 0xff {
	case lib.SQLITE_FULL:
		return "free some space and start Floorplan again; until then it remembers in memory"
	case lib.SQLITE_BUSY:
		return "end the program that uses it and start Floorplan again; until then it remembers in memory"
	case lib.SQLITE_CORRUPT, lib.SQLITE_NOTADB:
		return "start Floorplan again: it sets the file aside and begins another; until then it remembers in memory"
	}
	return fmt.Sprintf("make %s writable, or set XDG_DATA_HOME to another folder; until then Floorplan remembers in memory",
		filepath.Dir(path))
}
