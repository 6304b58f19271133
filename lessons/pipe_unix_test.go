//go:build unix

package lessons

import (
	"syscall"
	"testing"
)

// makePipe makes a named pipe: a file that blocks whoever opens it.
func makePipe(t *testing.T, name string) {
	if err := syscall.Mkfifo(name, 0o644); err != nil {
		t.Fatal(err)
	}
}
