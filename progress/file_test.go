package progress

import (
	"bytes"
	"database/sql"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"
)

// history makes a progress file with n visits and gives its path.
func history(t *testing.T, n int) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "progress.db")
	s := open(t, path, Options{})
	for i := range n {
		must(t, s.Visit("containers", fmt.Sprintf("page-%04d", i)))
	}
	must(t, s.Close())
	return path
}

// A file that cannot be used keeps every byte under another name, and the course goes on in a new one.
func TestSetAside(t *testing.T) {
	cut := func(size func(int) int) func([]byte) []byte {
		return func(data []byte) []byte { return data[:size(len(data))] }
	}
	for _, c := range []struct {
		name   string
		damage func([]byte) []byte
		want   string
	}{
		{"garbage", func([]byte) []byte { return bytes.Repeat([]byte("garbage "), 1000) }, "not a progress file|damaged"},
		{"a text", func([]byte) []byte { return []byte("hello\n") }, "damaged"},
		{"cut in its first page", cut(func(int) int { return 1000 }), "damaged"},
		{"cut in half", cut(func(n int) int { return n / 2 }), "damaged"},
		{"cut by a page", cut(func(n int) int { return n - 4096 }), "damaged"},
		{"zeros in the middle", func(data []byte) []byte {
			clear(data[len(data)/3 : len(data)/2])
			return data
		}, "damaged"},
	} {
		t.Run(c.name, func(t *testing.T) {
			path := history(t, 300)
			data, err := os.ReadFile(path)
			must(t, err)
			data = c.damage(data)
			must(t, os.WriteFile(path, data, 0o600))
			kept := mustTell(t, path, c.want)
			if now, err := os.ReadFile(kept); !bytes.Equal(now, data) || err != nil {
				t.Errorf("the file that was set aside has changed: %v", err)
			}
		})
	}
}

// mustTell opens a bad file twice: the first time sets it aside with a message that has one of the wanted words, the
// second one finds what was recorded meanwhile. It gives the file's new name.
func mustTell(t *testing.T, path, want string) (kept string) {
	t.Helper()
	s, err := Open(path, Options{})
	must(t, err)
	notices := s.Notices()
	if len(notices) != 1 || !strings.Contains(notices[0], path) || !strings.Contains(notices[0], "\nhint: ") ||
		!containsOne(notices[0], want) {
		t.Fatalf("notices: %q", notices)
	}
	if again := s.Notices(); again != nil {
		t.Errorf("told twice: %q", again)
	}
	must(t, s.Visit("houses", "kernel"))
	must(t, s.Close())
	s = open(t, path, Options{})
	if lesson, _, ok, err := s.Last(); lesson != "houses" || !ok || err != nil {
		t.Errorf("Last of the new file: %q, %v, %v", lesson, ok, err)
	}
	must(t, s.Close())
	names, err := filepath.Glob(path + ".*")
	if len(names) != 1 || err != nil {
		t.Fatalf("set aside: %v, %v", names, err)
	}
	return names[0]
}

func containsOne(s, words string) bool {
	for word := range strings.SplitSeq(words, "|") {
		if strings.Contains(s, word) {
			return true
		}
	}
	return false
}

// What a damaged file still tells is carried over.
func TestSalvage(t *testing.T) {
	const pageSize = 4096
	for name, damage := range map[string]func([]byte) []byte{
		"a page overwritten": func(data []byte) []byte {
			at := bytes.LastIndex(data, []byte("page-0900")) / pageSize * pageSize
			copy(data[at:at+pageSize], bytes.Repeat([]byte{0xff}, pageSize))
			return data
		},
		"the end cut off": func(data []byte) []byte { return data[:len(data)*3/4] },
	} {
		t.Run(name, func(t *testing.T) {
			path := history(t, 1000)
			data, err := os.ReadFile(path)
			must(t, err)
			must(t, os.WriteFile(path, damage(data), 0o600))
			s, err := Open(path, Options{})
			must(t, err)
			defer s.Close()
			events, err := s.Events(time.Time{})
			must(t, err)
			if len(events) < 500 || len(events) >= 1000 {
				t.Errorf("%d of 1000 events were carried over", len(events))
			}
			if n := s.Notices(); len(n) != 1 || !strings.Contains(n[0], fmt.Sprintf("with the %d events", len(events))) {
				t.Errorf("notices: %q", n)
			}
		})
	}
}

func TestNewerAndForeign(t *testing.T) {
	for _, c := range []struct{ name, sql, want string }{
		{"newer", "PRAGMA user_version=99", "newer Floorplan"},
		{"another program's", "PRAGMA application_id=77", "not a progress file"},
	} {
		t.Run(c.name, func(t *testing.T) {
			path := history(t, 10)
			db, err := sql.Open("sqlite", path)
			must(t, err)
			_, err = db.Exec(c.sql)
			must(t, err)
			must(t, db.Close())
			before, err := os.ReadFile(path)
			must(t, err)
			if after, err := os.ReadFile(mustTell(t, path, c.want)); !bytes.Equal(before, after) || err != nil {
				t.Errorf("the file that was set aside has changed: %v", err)
			}
		})
	}
}

// Two files of the same second are both kept.
func TestSetAsideTwice(t *testing.T) {
	path := filepath.Join(t.TempDir(), "progress.db")
	c := newClock()
	for range 3 {
		must(t, os.WriteFile(path, []byte("hello"), 0o600))
		s, err := Open(path, Options{Now: c.now})
		must(t, err)
		must(t, s.Close())
	}
	if names, err := filepath.Glob(path + ".damaged-*"); len(names) != 3 || err != nil {
		t.Errorf("%v, %v", names, err)
	}
}

// A place where nothing can be written is told of once, and the course goes on.
func TestMemory(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	must(t, os.WriteFile(file, nil, 0o600))
	for name, path := range map[string]string{
		"no home":                  "",
		"a file where a folder is": filepath.Join(file, "floorplan", "progress.db"),
		"a folder in its place":    t.TempDir(),
	} {
		t.Run(name, func(t *testing.T) {
			s, err := Open(path, Options{})
			must(t, err)
			defer s.Close()
			if n := s.Notices(); len(n) != 1 || !strings.Contains(n[0], "not saved") || !strings.Contains(n[0], "\nhint: ") {
				t.Errorf("notices: %q", n)
			}
			must(t, s.Visit("l", "p"))
			if _, page, ok, err := s.Last(); page != "p" || !ok || err != nil || s.Path() != "" {
				t.Errorf("Last: %q, %v, %v; Path: %q", page, ok, err, s.Path())
			}
			if n := s.Notices(); n != nil {
				t.Errorf("told again: %q", n)
			}
		})
	}
}

func TestReadOnlyFolder(t *testing.T) {
	if os.Getuid() == 0 || runtime.GOOS == "windows" {
		t.Skip("this user may write everywhere; TestFullDisk has a read-only file system")
	}
	path := history(t, 10)
	must(t, os.Chmod(path, 0o400))
	must(t, os.Chmod(filepath.Dir(path), 0o500))
	t.Cleanup(func() { os.Chmod(filepath.Dir(path), 0o700) })
	mustRemember(t, path)
}

// mustRemember opens a file with ten visits that cannot be written.
func mustRemember(t *testing.T, path string) {
	t.Helper()
	s, err := Open(path, Options{})
	must(t, err)
	defer s.Close()
	if n := s.Notices(); len(n) != 1 || !strings.Contains(n[0], "not saved") || !strings.Contains(n[0], "\nhint: ") {
		t.Errorf("notices: %q", n)
	}
	if _, page, ok, err := s.Last(); page != "page-0009" || !ok || err != nil {
		t.Errorf("where I stopped: %q, %v, %v", page, ok, err)
	}
	must(t, s.Visit("containers", "page-0010"))
	if events, err := s.Events(time.Time{}); len(events) != 11 || err != nil {
		t.Errorf("%d events, %v", len(events), err)
	}
}

// Some network file systems have no shared memory for a write-ahead log. SQLite's dotfile locking has none either.
func TestNoSharedMemory(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("SQLite on Windows has no dotfile locking")
	}
	path := filepath.Join(t.TempDir(), "progress.db")
	s := open(t, path, Options{vfs: "unix-dotfile"})
	must(t, s.Visit("l", "p"))
	var journal string
	must(t, s.db.QueryRow("PRAGMA journal_mode").Scan(&journal))
	if journal != "delete" {
		t.Errorf("journal mode %q", journal)
	}
	must(t, s.Close())
	s = open(t, path, Options{vfs: "unix-dotfile"})
	if _, page, ok, err := s.Last(); page != "p" || !ok || err != nil {
		t.Errorf("Last: %q, %v, %v", page, ok, err)
	}
}

// Names that mean something in a URI are names like any other, and what a student did is nobody else's business.
func TestFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "100%", "what? is #1 & ünï", "progress.db")
	s := open(t, path, Options{})
	must(t, s.Visit("l", "p"))
	info, err := os.Stat(path)
	must(t, err)
	if runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
		t.Errorf("mode %v", info.Mode())
	}
	must(t, s.Close())
	if entries, err := os.ReadDir(filepath.Dir(path)); len(entries) != 1 || err != nil {
		t.Errorf("left beside the file: %v, %v", entries, err)
	}
}
