package progress

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"

	"golang.org/x/sys/unix"
)

// TestFullDisk needs a small disk of its own. It starts itself again in a mount namespace and puts one there.
func TestFullDisk(t *testing.T) {
	const variable = "PROGRESS_TEST_DISK"
	if disk := os.Getenv(variable); disk != "" {
		must(t, unix.Mount("", "/", "", unix.MS_REC|unix.MS_PRIVATE, ""))
		must(t, unix.Mount("tmpfs", disk, "tmpfs", 0, "size=512k"))
		t.Run("fills up", func(t *testing.T) { fillsUp(t, disk) })
		t.Run("is full", func(t *testing.T) { isFull(t, disk) })
		t.Run("is read-only", func(t *testing.T) { isReadOnly(t, disk) })
		return
	}
	exe, err := os.Executable()
	must(t, err)
	cmd := exec.Command(exe, "-test.run=^TestFullDisk$", "-test.v")
	cmd.Env = append(os.Environ(), variable+"="+t.TempDir())
	cmd.SysProcAttr = &syscall.SysProcAttr{
		Cloneflags:  syscall.CLONE_NEWUSER | syscall.CLONE_NEWNS,
		UidMappings: []syscall.SysProcIDMap{{ContainerID: 0, HostID: os.Getuid(), Size: 1}},
		GidMappings: []syscall.SysProcIDMap{{ContainerID: 0, HostID: os.Getgid(), Size: 1}},
	}
	out, err := cmd.CombinedOutput()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		if slices.Contains(strings.Split(os.Getenv("FLOORPLAN_MUST"), ","), "native") {
			t.Fatalf("cannot make a mount namespace: %v", err)
		}
		t.Skipf("cannot make a mount namespace for a small disk: %v", err)
	}
	if err != nil {
		t.Errorf("%s", out)
	}
}

// fillsUp records until the disk is full and on: nothing is lost in this process, and what was recorded before is in the
// file.
func fillsUp(t *testing.T, disk string) {
	path := filepath.Join(disk, "progress.db")
	s := open(t, path, Options{})
	var notices []string
	inFile := 0
	for n := 0; n < 10_000 && (notices == nil || n < 2*inFile); n++ {
		must(t, s.Visit("l", fmt.Sprintf("page-%d", n)))
		if more := s.Notices(); more != nil {
			notices = append(notices, more...)
			inFile = n
		}
	}
	if len(notices) != 1 || !strings.Contains(notices[0], "no longer saved") || !strings.Contains(notices[0], "the disk is full") {
		t.Fatalf("notices: %q", notices)
	}
	seen, err := s.Visited("l")
	must(t, err)
	if len(seen) != 2*inFile {
		t.Errorf("%d pages are remembered of %d", len(seen), 2*inFile)
	}
	must(t, s.Close())

	must(t, unix.Mount("", disk, "", unix.MS_REMOUNT, "size=4m"))
	s = open(t, path, Options{})
	seen, err = s.Visited("l")
	must(t, err)
	if len(seen) != inFile {
		t.Errorf("%d pages are in the file, %d were recorded before it was full", len(seen), inFile)
	}
	must(t, s.Close())
}

// isFull begins on a disk that has no room for a file.
func isFull(t *testing.T, disk string) {
	must(t, fill(filepath.Join(disk, "ballast")))
	s, err := Open(filepath.Join(disk, "fresh", "progress.db"), Options{})
	must(t, err)
	defer s.Close()
	if n := s.Notices(); len(n) != 1 || !strings.Contains(n[0], "the disk is full") || !strings.Contains(n[0], "free some space") {
		t.Errorf("notices: %q", n)
	}
	must(t, s.Visit("l", "p"))
	if _, page, ok, err := s.Last(); page != "p" || !ok || err != nil {
		t.Errorf("Last: %q, %v, %v", page, ok, err)
	}
	must(t, os.Remove(filepath.Join(disk, "ballast")))
}

func fill(name string) error {
	f, err := os.Create(name)
	if err != nil {
		return err
	}
	defer f.Close()
	for err == nil {
		_, err = f.Write(make([]byte, 4096))
	}
	if !errors.Is(err, syscall.ENOSPC) {
		return err
	}
	return nil
}

func isReadOnly(t *testing.T, disk string) {
	path := filepath.Join(disk, "read-only", "progress.db")
	s := open(t, path, Options{})
	for i := range 10 {
		must(t, s.Visit("containers", fmt.Sprintf("page-%04d", i)))
	}
	must(t, s.Close())
	must(t, unix.Mount("", disk, "", unix.MS_REMOUNT|unix.MS_RDONLY, ""))
	mustRemember(t, path)
}
