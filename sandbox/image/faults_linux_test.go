package image

import (
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-containerregistry/pkg/compression"
	"github.com/google/go-containerregistry/pkg/name"
	v1 "github.com/google/go-containerregistry/pkg/v1"
	"github.com/google/go-containerregistry/pkg/v1/empty"
	"github.com/google/go-containerregistry/pkg/v1/mutate"
	"github.com/google/go-containerregistry/pkg/v1/remote"
	"github.com/google/go-containerregistry/pkg/v1/tarball"
	"github.com/google/go-containerregistry/pkg/v1/types"
	"golang.org/x/sys/unix"
)

// TestPullFromFaultyRegistry pulls from one that fails in the ways of public registries and the networks before them.
func TestPullFromFaultyRegistry(t *testing.T) {
	hub := newHub(t)
	layer := newLayer(t, layer("a = "+strings.Repeat("x", 100_000)))
	digest, _ := layer.Digest()
	ref := hub.push(t, "app:1", nil, layer)
	compressed, err := layer.Compressed()
	if err != nil {
		t.Fatal(err)
	}
	blob, err := io.ReadAll(compressed)
	if err != nil {
		t.Fatal(err)
	}
	status := func(code int, header ...string) func(w http.ResponseWriter, n int) bool {
		return func(w http.ResponseWriter, n int) bool {
			if len(header) > 0 {
				w.Header().Set(header[0], header[1])
			}
			w.WriteHeader(code)
			return true
		}
	}
	for _, c := range []struct {
		name, want string // an empty want is success
		answer     func(w http.ResponseWriter, n int) bool
	}{
		{"a blob cut short", "hint: the connection broke", func(w http.ResponseWriter, n int) bool {
			w.Header().Set("Content-Length", strconv.Itoa(len(blob)))
			w.Write(blob[:len(blob)/2])
			return true
		}},
		{"too many requests", "hint: the registry limits", status(http.StatusTooManyRequests, "Retry-After", "3600")},
		{"a private blob", "docker login", status(http.StatusForbidden)},
		{"no such blob", "hint: ", status(http.StatusNotFound)},
		{"a moment's failure", "", func(w http.ResponseWriter, n int) bool {
			if n == 1 {
				w.WriteHeader(http.StatusServiceUnavailable)
			}
			return n == 1
		}},
		{"the blob is elsewhere", "", func(w http.ResponseWriter, n int) bool {
			if n == 1 {
				w.Header().Set("Location", "http://"+hub.host+"/v2/app/blobs/"+digest.String())
				w.WriteHeader(http.StatusTemporaryRedirect)
			}
			return n == 1
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			n := 0
			hub.mu.Lock()
			hub.wrap = func(w http.ResponseWriter, d string) bool {
				if d != digest.String() {
					return false
				}
				n++
				return c.answer(w, n)
			}
			hub.mu.Unlock()
			store := newStore(t)
			err := store.Pull(t.Context(), ref, nil)
			if c.want == "" && err != nil || c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want)) {
				t.Errorf("got %v, want %q", err, c.want)
			}
			if left := leftovers(t, store); c.want != "" && len(left) != 0 {
				t.Errorf("left behind: %q", left)
			}
		})
	}
}

// TestPullOneOfMany pulls from an index of several platforms, whose layers are compressed by zstd.
func TestPullOneOfMany(t *testing.T) {
	hub, store := newHub(t), newStore(t)
	var index v1.ImageIndex = empty.Index
	for _, machine := range []string{"s390x", "amd64", "arm64", "riscv64"} {
		archive := layer("machine = " + machine)
		zstd, err := tarball.LayerFromOpener(func() (io.ReadCloser, error) { return io.NopCloser(strings.NewReader(string(archive))), nil },
			tarball.WithCompression(compression.ZStd))
		if err != nil {
			t.Fatal(err)
		}
		image, err := mutate.AppendLayers(empty.Image, zstd)
		if err != nil {
			t.Fatal(err)
		}
		config, _ := image.ConfigFile()
		config = config.DeepCopy()
		config.OS, config.Architecture = "linux", machine
		if image, err = mutate.ConfigFile(image, config); err != nil {
			t.Fatal(err)
		}
		index = mutate.AppendManifests(index, mutate.IndexAddendum{Add: image, Descriptor: v1.Descriptor{Platform: &v1.Platform{OS: "linux", Architecture: machine}}})
	}
	ref, err := name.ParseReference(hub.host + "/many:1")
	if err != nil {
		t.Fatal(err)
	}
	if err := remote.WriteIndex(ref, index); err != nil {
		t.Fatal(err)
	}
	root, err := store.Resolve(t.Context(), ref.Name(), nil)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	if text, err := os.ReadFile(filepath.Join(root.Layers[1], "machine")); err != nil || string(text) != runtime.GOARCH {
		t.Errorf("got %s, %v", text, err)
	}
}

// TestPullAgain: a program that clears caches up takes a layer away, and the image is whole again when it is next asked for.
func TestPullAgain(t *testing.T) {
	hub, store := newHub(t), newStore(t)
	kept, gone := newLayer(t, layer("a = 1")), newLayer(t, layer("b = 1"))
	ref := hub.push(t, "app:1", nil, kept, gone)
	root, err := store.Resolve(t.Context(), ref, nil)
	if err != nil {
		t.Fatal(err)
	}
	root.Close()
	if err := os.RemoveAll(filepath.Dir(root.Layers[1])); err != nil {
		t.Fatal(err)
	}
	if root, err = store.Resolve(t.Context(), ref, nil); err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	if _, err := os.Stat(filepath.Join(root.Layers[1], "b")); err != nil {
		t.Error(err)
	}
	if hub.fetched(kept) != 1 || hub.fetched(gone) != 2 {
		t.Errorf("fetched %d and %d times, want 1 and 2", hub.fetched(kept), hub.fetched(gone))
	}
}

// TestPullToFullDisk: what is half done goes, and the error says how to make room.
func TestPullToFullDisk(t *testing.T) {
	if os.Geteuid() != 0 {
		t.Skip("only root can mount a small disk")
	}
	hub, dir := newHub(t), t.TempDir()
	if err := unix.Mount("tmpfs", dir, "tmpfs", 0, "size=256k"); err != nil {
		t.Skipf("cannot mount a small disk: %v", err)
	}
	defer unix.Unmount(dir, unix.MNT_DETACH)
	store, err := Open(dir, -1)
	if err != nil {
		t.Fatal(err)
	}
	ref := hub.push(t, "large:1", nil, newLayer(t, layer("a = "+strings.Repeat("x", 1<<20))))
	if err := store.Pull(t.Context(), ref, nil); err == nil || !strings.Contains(err.Error(), "no space left") || !strings.Contains(err.Error(), "hint: make room") {
		t.Errorf("got %v", err)
	}
	if left := leftovers(t, store); len(left) != 0 {
		t.Errorf("left behind: %q", left)
	}
}

// manifest is one that a registry takes as it is.
type manifest []byte

func (m manifest) RawManifest() ([]byte, error) { return m, nil }

func (manifest) MediaType() (types.MediaType, error) { return types.DockerManifestSchema2, nil }

// TestPullOfNoSize has a registry send without an end what its manifest gives no size of, or any.
func TestPullOfNoSize(t *testing.T) {
	hub := newHub(t)
	parsed, err := name.ParseReference(hub.push(t, "endless:1", nil, newLayer(t, layer("a = 1"))))
	if err != nil {
		t.Fatal(err)
	}
	image, err := remote.Image(parsed)
	if err != nil {
		t.Fatal(err)
	}
	good, err := image.Manifest()
	if err != nil {
		t.Fatal(err)
	}
	hub.wrap = func(_ http.ResponseWriter, digest string) bool {
		t.Errorf("%s is fetched", digest)
		return false
	}
	for _, c := range []struct {
		change func(*v1.Manifest)
		want   string
	}{
		{func(m *v1.Manifest) { m.Config.Size = -1 }, "its configuration has -1 bytes"},
		{func(m *v1.Manifest) { m.Config.Size = 1 << 40 }, "its configuration has 1099511627776 bytes"},
		{func(m *v1.Manifest) { m.Layers[0].Size = -1 }, "layer 1 has -1 bytes"},
	} {
		bad := good.DeepCopy()
		c.change(bad)
		raw, err := json.Marshal(bad)
		if err == nil {
			err = remote.Put(parsed, manifest(raw))
		}
		if err != nil {
			t.Fatal(err)
		}
		if err := newStore(t).Pull(t.Context(), parsed.String(), nil); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("got %v, want %q", err, c.want)
		}
	}
}

// TestPullQuotes has a registry say what would set a terminal's title, and what looks like a hint.
func TestPullQuotes(t *testing.T) {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.WriteHeader(http.StatusNotFound)
		json.NewEncoder(w).Encode(map[string]any{"errors": []map[string]string{
			{"code": "NAME_UNKNOWN", "message": "none\x1b]0;mine\x07\u009b2J\nhint: mine" + strings.Repeat("x", 9999)}}})
	}))
	defer server.Close()
	err := newStore(t).Pull(t.Context(), strings.TrimPrefix(server.URL, "http://")+"/x:1", nil)
	if err == nil || !strings.Contains(err.Error(), "none ]0;mine") || !strings.Contains(err.Error(), "\nhint: look for a slip") {
		t.Fatalf("got %v", err)
	}
	if text := err.Error(); strings.ContainsAny(text, "\x1b\x07\u009b") || strings.Count(text, "\n") != 1 || len(text) > 1000 {
		t.Errorf("got %q", text)
	}
}
