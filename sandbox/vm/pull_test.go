//go:build linux && (amd64 || arm64)

package vm

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"
)

func TestLeftovers(t *testing.T) {
	dir := t.TempDir()
	long := time.Now().Add(-48 * time.Hour)
	for name, touched := range map[string]time.Time{
		".pull-1": long, ".new-2": long, ".pull-now": time.Now(), "vmlinuz-6.1": long, ".hidden": long,
	} {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, nil, 0o644); err != nil {
			t.Fatal(err)
		}
		if err := os.Chtimes(path, touched, touched); err != nil {
			t.Fatal(err)
		}
	}
	want := []string{filepath.Join(dir, ".new-2"), filepath.Join(dir, ".pull-1")}
	if got := leftovers(dir, time.Now().Add(-24*time.Hour)); !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}
