package sandbox

import (
	"os"
	"path/filepath"
	"testing"
)

func TestAsRoot(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("PATH", dir)
	with := [2]string{`su - -c "apt-get update"`, "sudo apt-get update"}
	if os.Getuid() == 0 {
		with = [2]string{"apt-get update", "apt-get update"}
	}
	if got := AsRoot("apt-get update"); got != with[0] {
		t.Errorf("without sudo: %s", got)
	}
	if err := os.WriteFile(filepath.Join(dir, "sudo"), nil, 0o755); err != nil {
		t.Fatal(err)
	}
	if got := AsRoot("apt-get update"); got != with[1] {
		t.Errorf("with sudo: %s", got)
	}
}
