package progress

import (
	"bufio"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"
)

// TestMain lets the test binary stand in for a second Floorplan.
func TestMain(m *testing.M) {
	if task := os.Getenv("PROGRESS_TEST_TASK"); task != "" {
		if err := child(task, os.Getenv("PROGRESS_TEST_PATH")); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// child opens the file when a line comes on standard input, so that all children start at once, and records visits. It
// prints each page once it is recorded.
func child(task, path string) error {
	if _, err := bufio.NewReader(os.Stdin).ReadString('\n'); err != nil {
		return err
	}
	s, err := Open(path, Options{})
	if err != nil {
		return err
	}
	defer s.Close()
	for _, n := range s.Notices() {
		fmt.Println("notice", strings.ReplaceAll(n, "\n", " "))
	}
	count, err := strconv.Atoi(task)
	if err != nil {
		return err
	}
	for i := range count {
		page := fmt.Sprintf("%d-%d", os.Getpid(), i)
		if err := s.Visit("l", page); err != nil {
			return err
		}
		if _, err := fmt.Println("page", page); err != nil {
			return err
		}
	}
	return nil
}

// start starts a child that records count visits once go is called.
func start(t *testing.T, path string, count int) (cmd *exec.Cmd, out io.Reader, run func()) {
	t.Helper()
	exe, err := os.Executable()
	must(t, err)
	cmd = exec.Command(exe)
	cmd.Env = append(os.Environ(), "PROGRESS_TEST_TASK="+strconv.Itoa(count), "PROGRESS_TEST_PATH="+path)
	cmd.Stderr = os.Stderr
	in, err := cmd.StdinPipe()
	must(t, err)
	out, err = cmd.StdoutPipe()
	must(t, err)
	must(t, cmd.Start())
	return cmd, out, func() { io.WriteString(in, "\n") }
}

// readPages reads what a child prints until it ends.
func readPages(out io.Reader) (pages, notices []string) {
	scanner := bufio.NewScanner(out)
	for scanner.Scan() {
		switch word, rest, _ := strings.Cut(scanner.Text(), " "); word {
		case "page":
			pages = append(pages, rest)
		case "notice":
			notices = append(notices, rest)
		}
	}
	return pages, notices
}

// together runs n children at the same time, each recording count visits, and gives all pages and notices.
func together(t *testing.T, path string, n, count int) (pages, notices []string) {
	t.Helper()
	var wg sync.WaitGroup
	var mu sync.Mutex
	var starts []func()
	for range n {
		cmd, out, run := start(t, path, count)
		starts = append(starts, run)
		wg.Go(func() {
			p, n := readPages(out)
			if err := cmd.Wait(); err != nil {
				t.Errorf("a child failed: %v", err)
			}
			mu.Lock()
			defer mu.Unlock()
			pages = append(pages, p...)
			notices = append(notices, n...)
		})
	}
	for _, run := range starts {
		run()
	}
	wg.Wait()
	return pages, notices
}

// mustHave opens the file, checks it, and looks for every page.
func mustHave(t *testing.T, path string, pages []string) *Store {
	t.Helper()
	s := open(t, path, Options{})
	var check string
	must(t, s.db.QueryRow("PRAGMA integrity_check").Scan(&check))
	if check != "ok" {
		t.Fatalf("integrity: %s", check)
	}
	seen, err := s.Visited("l")
	must(t, err)
	for _, page := range pages {
		if !seen[page] {
			t.Errorf("page %s is lost", page)
		}
	}
	return s
}

// Several Floorplans begin with the same missing file at the same moment, and lose nothing.
func TestProcessesWrite(t *testing.T) {
	path := filepath.Join(t.TempDir(), "progress.db")
	const n, count = 6, 40
	pages, notices := together(t, path, n, count)
	if len(pages) != n*count || notices != nil {
		t.Errorf("%d pages recorded, notices %q", len(pages), notices)
	}
	mustHave(t, path, pages)
}

// Several Floorplans find the same damaged file: one sets it aside, and all go on in the one new file.
func TestProcessesSetAside(t *testing.T) {
	for range 3 {
		path := history(t, 100)
		must(t, os.WriteFile(path, []byte("damaged"), 0o600))
		pages, notices := together(t, path, 6, 5)
		if len(pages) != 30 || len(notices) != 1 {
			t.Errorf("%d pages recorded, notices %q", len(pages), notices)
		}
		mustHave(t, path, pages)
		if names, err := filepath.Glob(path + ".damaged-*"); len(names) != 1 || err != nil {
			t.Errorf("set aside: %v, %v", names, err)
		}
	}
}

// A process that is killed at any moment loses nothing that it had been told was recorded, and leaves a sound file.
func TestKill(t *testing.T) {
	path := filepath.Join(t.TempDir(), "progress.db")
	r := rand.New(rand.NewPCG(1, 2))
	var all []string
	for range 25 {
		cmd, out, run := start(t, path, 1_000_000)
		run()
		// Kill it in the middle of a write: after some pages, and then at an arbitrary instruction.
		lines := bufio.NewReader(out)
		for range r.IntN(40) {
			line, err := lines.ReadString('\n')
			must(t, err)
			if page, ok := strings.CutPrefix(strings.TrimSpace(line), "page "); ok {
				all = append(all, page)
			} else {
				t.Errorf("printed %q", line)
			}
		}
		for end := time.Now().Add(time.Duration(r.IntN(300)) * time.Microsecond); time.Now().Before(end); {
		}
		must(t, cmd.Process.Kill())
		pages, notices := readPages(lines)
		cmd.Wait()
		all = append(all, pages...)
		if notices != nil {
			t.Fatalf("notices: %q", notices)
		}
	}
	mustHave(t, path, all)
}
