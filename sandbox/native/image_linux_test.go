package native

import (
	"os"
	"path/filepath"
	"testing"

	"floorplan/sandbox"
	"floorplan/sandbox/image"
)

// TestMini removes a program of the mini image: it is gone in this sandbox and back in the next.
func TestMini(t *testing.T) {
	each(t, func(t *testing.T, e *Engine) {
		owner := -1
		if os.Geteuid() == 0 {
			owner = HostID
		}
		// Everybody must reach the layers: below a sandbox's root is nobody that the host's root is.
		dir, err := os.MkdirTemp("", "native-images-")
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { os.RemoveAll(dir) })
		os.Chmod(dir, 0o755)
		images, err := image.Open(filepath.Join(dir, "images"), owner)
		if err != nil {
			t.Fatal(err)
		}
		e = New(Options{Plain: e.options.Plain, Images: images})
		for _, profile := range []sandbox.Profile{sandbox.Locked, sandbox.Admin} {
			for range 2 {
				b := start(t, e, sandbox.Spec{Image: "mini", Profile: profile, Hostname: "flat"})
				for script, want := range map[string]string{
					"hostname":                             "flat",
					"id -un":                               map[sandbox.Profile]string{sandbox.Locked: "student", sandbox.Admin: "root"}[profile],
					"ls /usr/bin/grep; echo x | grep -c x": "/usr/bin/grep\n1",
				} {
					if out, _ := output(t, b, script); out != want {
						t.Errorf("%s: got %q, want %q", script, out, want)
					}
				}
				if out, code := output(t, b, "rm /usr/bin/grep /usr/bin/ls; ! command -v grep"); code != 0 {
					t.Errorf("cannot remove a program: %s", out)
				}
			}
		}
	})
}
