package image

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"log"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-containerregistry/pkg/name"
	"github.com/google/go-containerregistry/pkg/registry"
	v1 "github.com/google/go-containerregistry/pkg/v1"
	"github.com/google/go-containerregistry/pkg/v1/empty"
	"github.com/google/go-containerregistry/pkg/v1/mutate"
	"github.com/google/go-containerregistry/pkg/v1/remote"
	"github.com/google/go-containerregistry/pkg/v1/tarball"
)

// hub is a registry in this process that counts what is fetched and may spoil it.
type hub struct {
	host string

	mu    sync.Mutex
	blobs []string                               // digests fetched
	wrap  func(http.ResponseWriter, string) bool // answers a fetch of a blob itself, if it returns true
}

func newHub(t *testing.T) *hub {
	t.Helper()
	h := &hub{}
	inner := registry.New(registry.Logger(log.New(io.Discard, "", 0)))
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if _, digest, ok := strings.Cut(r.URL.Path, "/blobs/"); ok && r.Method == http.MethodGet {
			h.mu.Lock()
			h.blobs = append(h.blobs, digest)
			wrap := h.wrap
			h.mu.Unlock()
			if wrap != nil && wrap(w, digest) {
				return
			}
		}
		inner.ServeHTTP(w, r)
	}))
	t.Cleanup(server.Close)
	h.host = strings.TrimPrefix(server.URL, "http://")
	return h
}

func (h *hub) fetched(layers ...v1.Layer) int {
	h.mu.Lock()
	defer h.mu.Unlock()
	n := 0
	for _, layer := range layers {
		digest, _ := layer.Digest()
		for _, blob := range h.blobs {
			if blob == digest.String() {
				n++
			}
		}
	}
	return n
}

func newLayer(t *testing.T, archive []byte) v1.Layer {
	t.Helper()
	layer, err := tarball.LayerFromOpener(func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(archive)), nil })
	if err != nil {
		t.Fatal(err)
	}
	return layer
}

// push puts an image of these layers into the registry and returns its reference. change may be nil.
func (h *hub) push(t *testing.T, ref string, change func(*v1.ConfigFile), layers ...v1.Layer) string {
	t.Helper()
	image, err := mutate.AppendLayers(empty.Image, layers...)
	if err != nil {
		t.Fatal(err)
	}
	config, err := image.ConfigFile()
	if err != nil {
		t.Fatal(err)
	}
	config = config.DeepCopy()
	config.OS, config.Architecture = "linux", runtime.GOARCH
	config.Config = v1.Config{Env: []string{"A=1"}, User: "app", WorkingDir: "/srv", Entrypoint: []string{"run"}, Cmd: []string{"-x"}}
	if change != nil {
		change(config)
	}
	if image, err = mutate.ConfigFile(image, config); err != nil {
		t.Fatal(err)
	}
	ref = h.host + "/" + ref
	parsed, err := name.ParseReference(ref)
	if err != nil {
		t.Fatal(err)
	}
	if err := remote.Write(parsed, image); err != nil {
		t.Fatal(err)
	}
	return ref
}

func newStore(t *testing.T) *Store {
	t.Helper()
	store, err := Open(t.TempDir(), -1)
	if err != nil {
		t.Fatal(err)
	}
	return store
}

// leftovers lists what is in tmp and layers.
func leftovers(t *testing.T, s *Store) []string {
	t.Helper()
	var out []string
	for _, pattern := range []string{"tmp/*", "layers/*", "refs/*"} {
		files, err := filepath.Glob(filepath.Join(s.dir, pattern))
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, files...)
	}
	return out
}

func TestPull(t *testing.T) {
	hub, store := newHub(t), newStore(t)
	base, a, b := newLayer(t, layer("base = "+strings.Repeat("x", 1000))), newLayer(t, layer("a = 1")), newLayer(t, layer("b = 22"))
	refA, refB := hub.push(t, "one:1", nil, base, a), hub.push(t, "two:1", nil, base, b)

	var last Progress
	rootA, err := store.Resolve(t.Context(), refA, func(p Progress) { last = p })
	if err != nil {
		t.Fatal(err)
	}
	if last.Layer != 2 || last.Layers != 2 || last.Total == 0 || last.Done != last.Total {
		t.Errorf("at the end of the pull: %+v", last)
	}
	if got := strings.Join(rootA.Env, " ") + " " + rootA.User + rootA.Dir + " " + strings.Join(rootA.Cmd, " "); got !=
		"A=1 PATH="+defaultPath+" app/srv run -x" {
		t.Errorf("the configuration became %q", got)
	}
	if len(rootA.Layers) != 3 || filepath.Base(rootA.Layers[0]) != "skeleton" {
		t.Fatalf("layers: %q", rootA.Layers)
	}
	if _, err := os.Stat(filepath.Join(rootA.Layers[1], "a")); err != nil {
		t.Errorf("the image's own layer is not above its base: %v", err)
	}

	rootB, err := store.Resolve(t.Context(), refB, nil)
	if err != nil {
		t.Fatal(err)
	}
	if n := hub.fetched(base, a, b); n != 3 {
		t.Errorf("3 layers, %d fetched", n)
	}
	infos, err := store.List()
	if err != nil {
		t.Fatal(err)
	}
	if len(infos) != 2 || infos[0].Size != 1001 || infos[0].Shared != 1000 || infos[1].Own != 2 || !infos[1].InUse {
		t.Errorf("list: %+v", infos)
	}

	if err := store.Remove(t.Context(), refA); err == nil || !strings.Contains(err.Error(), "a sandbox runs on it") {
		t.Errorf("removed under a sandbox: %v", err)
	}
	rootA.Close()
	rootA.Close()
	if err := store.Remove(t.Context(), refA); err != nil {
		t.Error(err)
	}
	if err := store.Remove(t.Context(), refA); err == nil || !strings.Contains(err.Error(), "not in the cache") {
		t.Errorf("removed twice: %v", err)
	}
	if _, err := os.Stat(filepath.Join(rootB.Layers[2], "base")); err != nil {
		t.Errorf("the shared layer went with the other image: %v", err)
	}
	rootB.Close()
	if err := store.Remove(t.Context(), refB); err != nil {
		t.Error(err)
	}
	if left := leftovers(t, store); len(left) != 0 {
		t.Errorf("left behind: %q", left)
	}
}

func TestPullNewVersion(t *testing.T) {
	hub, store := newHub(t), newStore(t)
	ref := hub.push(t, "app:latest", nil, newLayer(t, layer("v = 1")))
	root, err := store.Resolve(t.Context(), ref, nil)
	if err != nil {
		t.Fatal(err)
	}
	hub.push(t, "app:latest", nil, newLayer(t, layer("v = 2")))
	if err := store.Pull(t.Context(), ref, nil); err == nil || !strings.Contains(err.Error(), "close it first") {
		t.Errorf("the image changed under a sandbox: %v", err)
	}
	root.Close()
	if err := store.Pull(t.Context(), ref, nil); err != nil {
		t.Fatal(err)
	}
	if root, err = store.Resolve(t.Context(), ref, nil); err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	if data, _ := os.ReadFile(filepath.Join(root.Layers[1], "v")); string(data) != "2" {
		t.Errorf("the version is %q", data)
	}
	if left := leftovers(t, store); len(left) != 2 {
		t.Errorf("want one layer and one reference, have %q", left)
	}
}

func TestPullRefuses(t *testing.T) {
	hub := newHub(t)
	spoil := func(body string) func(http.ResponseWriter, string) bool {
		return func(w http.ResponseWriter, _ string) bool { io.WriteString(w, body); return true }
	}
	good := newLayer(t, layer("a = 1"))
	digest, _ := good.Digest()
	for _, c := range []struct {
		name, want string
		change     func(*v1.ConfigFile)
		layer      v1.Layer
		wrap       func(http.ResponseWriter, string) bool
	}{
		{name: "a spoilt layer", want: "error verifying sha256", wrap: func(w http.ResponseWriter, d string) bool {
			return d == digest.String() && spoil(spoiltBlob(t, good))(w, d)
		}},
		{name: "spoilt everything", want: "error verifying size", wrap: func(w http.ResponseWriter, _ string) bool {
			w.Header().Set("Transfer-Encoding", "chunked")
			return spoil("{}")(w, "")
		}},
		{name: "another content", want: "its image says sha256:00", change: func(c *v1.ConfigFile) {
			c.RootFS.DiffIDs[0] = v1.Hash{Algorithm: "sha256", Hex: strings.Repeat("0", 64)}
		}},
		{name: "another machine", want: `it is for "linux" on "s390x"`, change: func(c *v1.ConfigFile) { c.Architecture = "s390x" }},
		{name: "fewer layers", want: "configuration 0", change: func(c *v1.ConfigFile) { c.RootFS.DiffIDs = nil }},
		{name: "hostile", want: "leads out", layer: newLayer(t, layer("../../x = 1"))},
		{name: "no end after its archive's", want: "more follows the end", layer: newLayer(t, append(layer("a = 1"), make([]byte, 2<<20)...))},
		{name: "a directory that is too deep", want: "file name too long", change: func(c *v1.ConfigFile) { c.Config.WorkingDir = strings.Repeat("/a", 100_000) }},
		{name: "too long a PATH", want: "argument list too long", change: func(c *v1.ConfigFile) { c.Config.Env = []string{"PATH=" + strings.Repeat(":", 200_000)} }},
	} {
		t.Run(c.name, func(t *testing.T) {
			store := newStore(t)
			if c.layer == nil {
				c.layer = good
			}
			hub.mu.Lock()
			hub.wrap = c.wrap
			hub.mu.Unlock()
			ref := hub.push(t, "bad:1", c.change, c.layer)
			root, err := store.Resolve(t.Context(), ref, nil)
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v, %v; want %q", root, err, c.want)
			}
			if left := leftovers(t, store); len(left) != 0 {
				t.Errorf("left behind: %q", left)
			}
		})
	}
	store := newStore(t)
	for ref, want := range map[string]string{
		hub.host + "/none:1": "hint: look for a slip", "Not A Ref": "hint: host, mini", "127.0.0.1:1/x": "hint: an image comes over the network",
	} {
		if _, err := store.Resolve(t.Context(), ref, nil); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: got %v, want %q", ref, err, want)
		}
	}
}

// spoiltBlob is a layer's blob with one byte changed.
func spoiltBlob(t *testing.T, layer v1.Layer) string {
	t.Helper()
	blob, err := layer.Compressed()
	if err != nil {
		t.Fatal(err)
	}
	defer blob.Close()
	data, err := io.ReadAll(blob)
	if err != nil {
		t.Fatal(err)
	}
	data[9]++ // the system that a gzip header names, which changes nothing that is unpacked
	return string(data)
}

// TestPullCancelled ends a pull in the middle of its second layer and goes on from there.
func TestPullCancelled(t *testing.T) {
	hub, store := newHub(t), newStore(t)
	first, second := newLayer(t, layer("a = 1")), newLayer(t, layer("b = 1"))
	digest, _ := second.Digest()
	ref := hub.push(t, "slow:1", nil, first, second)
	ctx, cancel := context.WithCancel(t.Context())
	over := make(chan struct{})
	hub.wrap = func(w http.ResponseWriter, d string) bool {
		if d != digest.String() {
			return false
		}
		w.(http.Flusher).Flush() // the layer has begun
		cancel()
		<-over
		return true
	}
	if err := store.Pull(ctx, ref, nil); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
	close(over)
	if left := leftovers(t, store); len(left) != 1 {
		t.Errorf("after a pull that ended in its second layer: %q", left)
	}
	hub.mu.Lock()
	hub.wrap = nil
	hub.mu.Unlock()
	if err := store.Pull(t.Context(), ref, nil); err != nil {
		t.Fatal(err)
	}
	if n := hub.fetched(first); n != 1 {
		t.Errorf("the first layer was fetched %d times", n)
	}
}

// TestPullTogether has two users of one cache want the same image: the locks tell open files apart, not processes.
func TestPullTogether(t *testing.T) {
	hub, store := newHub(t), newStore(t)
	layers := []v1.Layer{newLayer(t, layer("a = 1")), newLayer(t, layer("b = 1"))}
	ref := hub.push(t, "both:1", nil, layers...)
	var group sync.WaitGroup
	for range 4 {
		group.Go(func() {
			other, err := Open(store.dir, -1)
			if err != nil {
				t.Error(err)
				return
			}
			root, err := other.Resolve(t.Context(), ref, nil)
			if err != nil {
				t.Error(err)
				return
			}
			root.Close()
		})
	}
	group.Wait()
	if n := hub.fetched(layers...); n != 2 {
		t.Errorf("2 layers, fetched %d times", n)
	}
}

func TestLockGivenUp(t *testing.T) {
	store := newStore(t)
	unlock, err := store.lock(t.Context(), "x", exclusive)
	if err != nil {
		t.Fatal(err)
	}
	defer unlock()
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := store.lock(ctx, "x", shared); !errors.Is(err, context.Canceled) {
		t.Errorf("waiting for a held lock: %v", err)
	}
}

func TestChainIDs(t *testing.T) {
	// The second is sha256("sha256:" + 64 times "a" + " sha256:" + 64 times "b").
	got := chainIDs([]v1.Hash{{Algorithm: "sha256", Hex: strings.Repeat("a", 64)}, {Algorithm: "sha256", Hex: strings.Repeat("b", 64)}})
	if want := []string{strings.Repeat("a", 32), "ccd722928bd92476ba1745586fed6e45"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestTooManyLayers(t *testing.T) {
	hub, store := newHub(t), newStore(t)
	var layers []v1.Layer
	for i := range 127 {
		layers = append(layers, newLayer(t, layer(fmt.Sprintf("f%d = 1", i))))
	}
	err := store.Pull(t.Context(), hub.push(t, "deep:1", nil, layers...), nil)
	if err == nil || !strings.Contains(err.Error(), "127 layers") || len(leftovers(t, store)) != 0 {
		t.Errorf("got %v, and %q", err, leftovers(t, store))
	}
}

// unshared runs a script as root of a user and mount namespace of its own.
func unshared(t *testing.T, script string, args ...string) string {
	t.Helper()
	must := slices.Contains(strings.Split(os.Getenv("FLOORPLAN_MUST"), ","), "native")
	if err := exec.Command("unshare", "-Urm", "true").Run(); err != nil {
		if must {
			t.Fatalf("no user namespace: %v", err)
		}
		t.Skipf("no user namespace here: %v", err)
	}
	cmd := exec.Command("unshare", append([]string{"-Urm", "/bin/sh", "-ec", script, "sh"}, args...)...)
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	return strings.TrimSpace(string(out))
}

// TestOverlay stacks the layers as an engine does and looks at them through the kernel.
func TestOverlay(t *testing.T) {
	hub, store := newHub(t), newStore(t)
	ref := hub.push(t, "stack:1", nil,
		newLayer(t, layer("keep = 1", "gone = 1", "d/old = 1", "dev -> /etc", "etc/hosts -> /root/secret")),
		newLayer(t, layer(".wh.gone", "d/.wh..wh..opq", "d/new = 1")))
	root, err := store.Resolve(t.Context(), ref, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	got := unshared(t, `mount -t overlay overlay -o "userxattr,lowerdir=$1" /mnt; cd /mnt; echo * d/* etc/*
		for f in dev proc sys run tmp etc/hosts; do test ! -L $f; done`, strings.Join(root.Layers, ":"))
	if want := "d dev etc keep proc run sys tmp d/new etc/hostname etc/hosts etc/resolv.conf"; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}
