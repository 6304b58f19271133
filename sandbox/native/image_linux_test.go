package native

import (
	"archive/tar"
	"bytes"
	"io"
	"io/fs"
	"log"
	"net/http/httptest"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-containerregistry/pkg/name"
	"github.com/google/go-containerregistry/pkg/registry"
	v1 "github.com/google/go-containerregistry/pkg/v1"
	"github.com/google/go-containerregistry/pkg/v1/empty"
	"github.com/google/go-containerregistry/pkg/v1/mutate"
	"github.com/google/go-containerregistry/pkg/v1/remote"
	"github.com/google/go-containerregistry/pkg/v1/tarball"

	"floorplan/sandbox"
	"floorplan/sandbox/image"
)

// withImages is an engine like e with a cache of its own, which everybody can reach: below a sandbox's root is nobody that the
// host's root is.
func withImages(t *testing.T, e *Engine) *Engine {
	t.Helper()
	owner := -1
	if os.Geteuid() == 0 {
		owner = HostID
	}
	dir, err := os.MkdirTemp("", "native-images-")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(dir) })
	if err := os.Chmod(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	images, err := image.Open(filepath.Join(dir, "images"), owner)
	if err != nil {
		t.Fatal(err)
	}
	return New(Options{Plain: e.options.Plain, Images: images})
}

// pushed puts an image into a registry in this process: some of the host's programs with what they need, and things that an
// image may hold to lead its sandbox astray. It returns the registry's address.
func pushed(t *testing.T, configs map[string]v1.Config) string {
	t.Helper()
	files, err := image.Closure("/bin/sh", "/bin/cat", "/usr/bin/id", "/usr/bin/env", "/bin/ls", "/usr/bin/touch")
	if err != nil {
		t.Fatal(err)
	}
	files = append(files,
		image.File{Path: "/etc/passwd", Mode: 0o644, Data: []byte("root:x:0:0:root:/root:/bin/sh\napp:x:101:102:App:/srv/app:/bin/sh\n")},
		image.File{Path: "/srv/app/data", Mode: 0o600, Data: []byte("app's own\n")},
		image.File{Path: "/proc", Mode: fs.ModeSymlink, Data: []byte("/etc")},
		image.File{Path: "/dev", Mode: fs.ModeSymlink, Data: []byte("../../../tmp")},
		image.File{Path: "/sys", Mode: fs.ModeSymlink, Data: []byte("/")},
		image.File{Path: "/etc/hosts", Mode: fs.ModeSymlink, Data: []byte("/etc/passwd")},
		image.File{Path: "/astray", Mode: fs.ModeSymlink, Data: []byte("/tmp")})
	var archive bytes.Buffer
	w := tar.NewWriter(&archive)
	for _, file := range files {
		header := &tar.Header{Name: strings.TrimPrefix(file.Path, "/"), Mode: int64(file.Mode.Perm()), Typeflag: tar.TypeReg, Size: int64(len(file.Data))}
		if file.Mode&fs.ModeSymlink != 0 {
			header.Typeflag, header.Linkname, header.Size = tar.TypeSymlink, string(file.Data), 0
		}
		if err := w.WriteHeader(header); err != nil {
			t.Fatal(err)
		}
		if header.Size > 0 {
			w.Write(file.Data)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	layer, err := tarball.LayerFromOpener(func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(archive.Bytes())), nil })
	if err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(registry.New(registry.Logger(log.New(io.Discard, "", 0))))
	t.Cleanup(server.Close)
	host := strings.TrimPrefix(server.URL, "http://")
	base, err := mutate.AppendLayers(empty.Image, layer)
	if err != nil {
		t.Fatal(err)
	}
	for tag, config := range configs {
		ref, err := name.ParseReference(host + "/flat:" + tag)
		if err != nil {
			t.Fatal(err)
		}
		file, err := base.ConfigFile()
		if err != nil {
			t.Fatal(err)
		}
		file = file.DeepCopy()
		file.OS, file.Architecture, file.Config = "linux", runtime.GOARCH, config
		img, err := mutate.ConfigFile(base, file)
		if err != nil {
			t.Fatal(err)
		}
		if err := remote.Write(ref, img); err != nil {
			t.Fatal(err)
		}
	}
	return host
}

// TestOCI starts an image from a registry: its configuration is obeyed, or the facts say why not.
func TestOCI(t *testing.T) {
	script := "id -u; id -g; echo $HOME $USER $A; pwd; echo $0 $@"
	host := pushed(t, map[string]v1.Config{
		"app": {Env: []string{"A=1", "PATH=/bin:/usr/bin"}, User: "app", WorkingDir: "/srv/app/new/deep",
			Entrypoint: []string{"sh", "-c", script, "entry"}, Cmd: []string{"-x"}},
		"number":   {User: "102:103", WorkingDir: "/astray/work", Cmd: []string{"sh", "-c", script, "entry"}},
		"root":     {User: "root", Cmd: []string{"sh", "-c", script, "entry"}},
		"stranger": {User: "stranger", Cmd: []string{"sh", "-c", script, "entry"}},
		"plain":    {},
	})
	each(t, func(t *testing.T, e *Engine) {
		e = withImages(t, e)
		for _, test := range []struct {
			tag     string
			profile sandbox.Profile
			want    string
			note    string
		}{
			{"app", sandbox.Locked, "101\n101\n/srv/app app 1\n/srv/app/new/deep\nentry -x", ""},
			{"app", sandbox.Admin, "0\n0\n/root root 1\n/srv/app/new/deep\nentry -x", "the image asks for the user app; an admin sandbox's user is root"},
			{"number", sandbox.Locked, "102\n102\n/home/student student\n/tmp/work\nentry", ""},
			{"root", sandbox.Locked, "1000\n1000\n/home/student student\n/home/student\nentry", "a locked sandbox has no root"},
			{"root", sandbox.Admin, "0\n0\n/root root\n/root\nentry", ""},
			{"stranger", sandbox.Locked, "1000\n1000\n/home/student student\n/home/student\nentry", "its /etc/passwd has none"},
			{"plain", sandbox.Locked, "", ""}, // a shell, which has nothing to read
		} {
			spec := sandbox.Spec{Image: host + "/flat:" + test.tag, Profile: test.profile}
			var out bytes.Buffer
			b, err := e.Start(t.Context(), spec, &sandbox.Cmd{Stdout: &out, Stderr: &out})
			if err != nil {
				t.Errorf("%s: %v", test.tag, err)
				continue
			}
			exit, err := b.Main().Wait()
			if got := strings.TrimSpace(out.String()); err != nil || exit.Code != 0 || got != test.want {
				t.Errorf("%s, %s: %+v, %v\ngot  %q\nwant %q", test.tag, test.profile, exit, err, got, test.want)
			}
			<-b.Done()

			b = start(t, e, spec)
			facts, err := b.Facts(t.Context())
			if found := slices.ContainsFunc(facts.Notes, func(n string) bool { return test.note != "" && strings.Contains(n, test.note) }); err != nil || found != (test.note != "") {
				t.Errorf("%s, %s: notes %q, %v, want %q", test.tag, test.profile, facts.Notes, err, test.note)
			}
			// An image's files are its user's, and links in the place of the kernel's file systems lead nowhere.
			got, code := output(t, b, "cat /srv/app/data && touch /srv/app/more /tmp/mine && test -e /proc/self/status && test -c /dev/null && ! test -L /sys && ls -A /tmp")
			want := "app's own\nmine"
			if test.tag == "number" {
				want += "\nwork"
			}
			if got != want || code != 0 {
				t.Errorf("%s, %s: %q, %d, want %q", test.tag, test.profile, got, code, want)
			}
		}
	})
}

// TestMini removes a program of the mini image: it is gone in this sandbox and back in the next.
func TestMini(t *testing.T) {
	each(t, func(t *testing.T, e *Engine) {
		e = withImages(t, e)
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
