package native

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"floorplan/sandbox"
)

// TestHomeInUse: what one Floorplan uses another does not remove, even one in a PID namespace of its own, to which all others
// seem dead. What nobody uses it removes, whatever a sandbox did to it.
func TestHomeInUse(t *testing.T) {
	each(t, func(t *testing.T, e *Engine) {
		dir := t.TempDir()
		for at := dir; at != "/tmp" && at != "/"; at = filepath.Dir(at) {
			os.Chmod(at, 0o777)
		}
		t.Setenv("TMPDIR", dir)
		b := start(t, e, sandbox.Spec{Share: []sandbox.Namespace{sandbox.Mount}})
		if out, code := output(t, b, "mkdir -m 300 ~/closed && mkdir -m 300 ~/closed/more && touch ~/closed/more/file && touch ~/mine"); code != 0 {
			t.Fatal(out)
		}
		homes := func() []string {
			found, err := filepath.Glob(filepath.Join(dir, homePrefix+"*"))
			if err != nil {
				t.Fatal(err)
			}
			return found
		}
		left := filepath.Join(dir, homePrefix+"1-left")
		if err := os.MkdirAll(filepath.Join(left, "below"), 0o700); err != nil {
			t.Fatal(err)
		}
		strange := filepath.Join(dir, homePrefix+"link")
		if err := os.Symlink(t.TempDir(), strange); err != nil {
			t.Fatal(err)
		}
		self, err := os.Executable()
		if err != nil {
			t.Fatal(err)
		}
		// It is in a PID namespace of its own, and makes a sandbox with a home in the same directory.
		other := exec.Command("unshare", "--user", "--map-current-user", "--pid", "--fork", "--mount-proc", self)
		other.Env = append(os.Environ(), "NATIVE_TEST_HOME="+dir)
		if os.Geteuid() == 0 { // root's sandboxes need more ids than a user namespace maps
			other.Args = append(other.Args[:1], other.Args[3:]...)
		}
		if out, err := other.CombinedOutput(); err != nil || string(out) != "made" {
			t.Fatalf("the other: %s, %v", out, err)
		}
		if found := homes(); len(found) != 2 {
			t.Errorf("%v, want the sandbox's home and a link", found)
		}
		if out, code := output(t, b, "cat ~/mine && echo here"); out != "here" || code != 0 {
			t.Errorf("the home in use: %q, %d", out, code)
		}
		b.Close()
		if found := homes(); len(found) != 1 || found[0] != strange {
			t.Errorf("%v, want the link only", found)
		}
	})
}

// makeHome makes a home and gives it back.
func makeHome(dir string) string {
	h, err := readHost()
	if err == nil {
		var made *home
		if made, err = newHome([]string{dir}, h); err == nil {
			made.remove()
			return "made"
		}
	}
	return err.Error()
}

// TestHomeOutOfReach: where root's own directory for temporary files is closed to the sandbox's user, the home is elsewhere.
func TestHomeOutOfReach(t *testing.T) {
	each(t, func(t *testing.T, e *Engine) {
		closed := filepath.Join(t.TempDir(), "closed")
		if err := os.Mkdir(closed, 0o700); err != nil {
			t.Fatal(err)
		}
		t.Setenv("TMPDIR", closed)
		b := start(t, e, sandbox.Spec{Share: sandbox.Namespaces()})
		if out, code := output(t, b, "cd && echo > file && pwd"); !strings.Contains(out, homePrefix) || code != 0 {
			t.Errorf("%q, %d", out, code)
		}
		root := testHost(true)
		root.uid = 12345
		if _, err := newHome([]string{closed}, root); err == nil || !strings.Contains(err.Error(), "may not enter "+filepath.Dir(closed)) && !strings.Contains(err.Error(), "may not enter "+closed) {
			t.Errorf("got %v", err)
		}
	})
}
