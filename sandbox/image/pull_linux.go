package image

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"

	"github.com/google/go-containerregistry/pkg/authn"
	"github.com/google/go-containerregistry/pkg/name"
	v1 "github.com/google/go-containerregistry/pkg/v1"
	"github.com/google/go-containerregistry/pkg/v1/partial"
	"github.com/google/go-containerregistry/pkg/v1/remote"
	"github.com/google/go-containerregistry/pkg/v1/remote/transport"
	"golang.org/x/sys/unix"
)

func parseRef(ref string) (name.Reference, error) {
	parsed, err := name.ParseReference(ref)
	if err != nil {
		return nil, fmt.Errorf("cannot read the image reference %q: %w\nhint: host, mini, or a name such as alpine:3.20", ref, err)
	}
	return parsed, nil
}

// Pull fetches an OCI image, or what has changed of it, into the cache. Every blob is checked against its digest and every
// layer against the configuration's. Layers that the cache has are not fetched again, so a pull that was cut short goes on at
// the layer where it stopped. Ending ctx ends it; what is half done is removed. progress, if not nil, is called from one
// goroutine, about ten times a second.
func (s *Store) Pull(ctx context.Context, ref string, progress func(Progress)) error {
	parsed, err := parseRef(ref)
	if err != nil {
		return err
	}
	unlock, err := s.lock(ctx, "writer", exclusive)
	if err != nil {
		return err
	}
	defer unlock()
	s.sweep()
	err = s.pull(ctx, parsed, progress)
	if err != nil && ctx.Err() != nil {
		err = ctx.Err()
	}
	if err != nil {
		return fmt.Errorf("cannot pull %s: %w%s", parsed.Name(), quoted(err), pullHint(err))
	}
	return nil
}

// quoted makes one line of what a registry says, without what would lead a terminal or look like a hint of Floorplan's.
func quoted(err error) error {
	var said *transport.Error
	if !errors.As(err, &said) {
		return err
	}
	return &quotation{err}
}

type quotation struct{ error }

func (q *quotation) Error() string {
	line := strings.Join(strings.FieldsFunc(q.error.Error(), func(r rune) bool { return !unicode.IsPrint(r) }), " ")
	const most = 500
	if len(line) > most {
		line = strings.ToValidUTF8(line[:most], "") + "…"
	}
	return line
}

func (q *quotation) Unwrap() error { return q.error }

// pullHint is what someone can do about a registry's refusal.
func pullHint(err error) string {
	var refused *transport.Error
	var unreached *net.OpError
	switch {
	case errors.As(err, &refused) && refused.StatusCode == http.StatusNotFound:
		return "\nhint: look for a slip in the name, or for a tag that the registry has"
	case errors.As(err, &refused) && (refused.StatusCode == http.StatusUnauthorized || refused.StatusCode == http.StatusForbidden):
		return "\nhint: the name may be wrong, or the image private: docker login, or podman login, gives access"
	case errors.As(err, &refused) && refused.StatusCode == http.StatusTooManyRequests:
		return "\nhint: the registry limits how much is fetched without an account: wait, or docker login"
	case errors.Is(err, unix.ENOSPC) || errors.Is(err, unix.EDQUOT):
		return "\nhint: make room, with floorplan image rm for one; or set XDG_CACHE_HOME to a folder on a larger disk"
	case errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, unix.ECONNRESET):
		return "\nhint: the connection broke: try again, it goes on at the layer where it stopped"
	case errors.As(err, &unreached):
		return "\nhint: an image comes over the network; the images host and mini need none"
	}
	return ""
}

func (s *Store) pull(ctx context.Context, ref name.Reference, progress func(Progress)) error {
	remoteImage, err := remote.Image(ref, remote.WithContext(ctx), remote.WithAuthFromKeychain(authn.DefaultKeychain),
		remote.WithPlatform(v1.Platform{OS: "linux", Architecture: runtime.GOARCH}))
	if err != nil {
		return err
	}
	manifest, err := remoteImage.Manifest()
	if err != nil {
		return err
	}
	if err := checkSizes(manifest); err != nil {
		return err
	}
	config, err := remoteImage.ConfigFile()
	if err != nil {
		return err
	}
	if err := checkConfig(config.Config); err != nil {
		return err
	}
	if config.OS != "linux" || config.Architecture != runtime.GOARCH {
		return fmt.Errorf("it is for %q on %q, this machine is linux on %s", config.OS, config.Architecture, runtime.GOARCH)
	}
	digest, err := remoteImage.Digest()
	if err != nil {
		return err
	}
	layers, err := remoteImage.Layers()
	if err != nil {
		return err
	}
	if len(layers) != len(config.RootFS.DiffIDs) {
		return fmt.Errorf("its manifest has %d layers, its configuration %d", len(layers), len(config.RootFS.DiffIDs))
	}
	chains := chainIDs(config.RootFS.DiffIDs)
	if err := s.checkPaths(chains); err != nil {
		return err
	}
	meter := &meter{report: progress, state: Progress{Layers: len(layers)}}
	missing := make([]bool, len(layers))
	for i, chain := range chains {
		if _, err := os.Stat(s.layerFS(chain)); err == nil {
			meter.state.Layer++
			continue
		}
		missing[i] = true
		size, err := layers[i].Size()
		if err != nil {
			return err
		}
		meter.state.Total += size
	}
	for i, chain := range chains {
		if !missing[i] {
			continue
		}
		if err := s.pullLayer(ctx, layers[i], config.RootFS.DiffIDs[i], chains[:i], chain, meter); err != nil {
			return fmt.Errorf("layer %d of %d: %w", i+1, len(layers), err)
		}
		meter.state.Layer++
	}
	meter.flush()
	return s.writeImage(ctx, newImage(ref, digest, chains, config.Config))
}

const (
	// maxConfig is how long a configuration may be: it is read whole before its digest is known. Those in use take some kilobytes.
	maxConfig = 4 << 20
	// maxTail is what may follow an archive's end, where tar(1) fills a record up.
	maxTail = 1 << 20
)

// checkSizes refuses what a manifest says of sizes where it cannot be true. A reader takes a size of -1 for one that nobody knows,
// and would read for ever.
func checkSizes(manifest *v1.Manifest) error {
	if size := manifest.Config.Size; size < 0 || size > maxConfig {
		return fmt.Errorf("its manifest says that its configuration has %d bytes, which is not between 0 and %d", size, maxConfig)
	}
	for i, layer := range manifest.Layers {
		if layer.Size < 0 {
			return fmt.Errorf("its manifest says that layer %d has %d bytes", i+1, layer.Size)
		}
	}
	return nil
}

// checkConfig refuses a configuration that the kernel would: a directory of more than PATH_MAX bytes, which an engine would make one
// part after another, and arguments with an environment that no program can be started with (execve(2)).
func checkConfig(config v1.Config) error {
	const mostArgs = 128 << 10
	if n := len(config.WorkingDir); n >= unix.PathMax {
		return fmt.Errorf("its working directory has a name of %d bytes: %w", n, unix.ENAMETOOLONG)
	}
	args := 0
	for _, s := range slices.Concat(config.Env, config.Entrypoint, config.Cmd, []string{config.User}) {
		args += len(s) + 1
	}
	if args > mostArgs {
		return fmt.Errorf("its command and environment have %d bytes: %w", args, unix.E2BIG)
	}
	return nil
}

func newImage(ref name.Reference, digest v1.Hash, chains []string, config v1.Config) *image {
	img := &image{
		Ref: ref.Name(), Digest: digest.String(), Layers: chains,
		Env: config.Env, User: config.User, Dir: config.WorkingDir,
		Cmd: slices.Concat(config.Entrypoint, config.Cmd),
	}
	if !slices.ContainsFunc(img.Env, func(kv string) bool { return len(kv) > 5 && kv[:5] == "PATH=" }) {
		img.Env = append(img.Env, "PATH="+defaultPath)
	}
	if len(img.Cmd) == 0 {
		img.Cmd = []string{"/bin/sh"}
	}
	return img
}

// writeImage makes the reference point to what was pulled.
func (s *Store) writeImage(ctx context.Context, img *image) error {
	file := s.refFile(img.Ref)
	old, err := s.readImage(file)
	if err == nil && old.Digest == img.Digest {
		return nil
	}
	if err == nil {
		unlock, err := s.lockUnused(ctx, fileName(img.Ref))
		if errors.Is(err, errInUse) {
			return errors.New("a sandbox runs on the version in the cache\nhint: close it first")
		}
		if err != nil {
			return err
		}
		defer unlock()
	}
	if err := s.writeJSON(file, img); err != nil {
		return err
	}
	return s.removeLayers() // those that only the version before had
}

// chainIDs are those of the OCI image specification ("Layer ChainID"), in hexadecimal: the first layer's is its diff ID, each
// other's the hash of the one below it and its own diff ID. Half of the digits are enough to tell layers apart, and leave room
// for the paths of more layers.
func chainIDs(diffIDs []v1.Hash) []string {
	var chains []string
	var below v1.Hash
	for i, diff := range diffIDs {
		chain := diff
		if i > 0 {
			sum := sha256.Sum256([]byte(below.String() + " " + diff.String()))
			chain.Hex = hex.EncodeToString(sum[:])
		}
		chains = append(chains, chain.Hex[:32])
		below = chain
	}
	return chains
}

// maxPaths is how many bytes the paths of an image's layers may take together. mount(2) takes a page of options, and an engine
// needs some of it for itself and for what it puts before every path.
const maxPaths = 3600

func (s *Store) checkPaths(chains []string) error {
	total := 0
	for _, chain := range chains {
		total += len(s.layerFS(chain)) + len("/host:")
	}
	if total > maxPaths {
		return fmt.Errorf("its %d layers are more than overlayfs takes at once, with paths as long as %s\nhint: set XDG_CACHE_HOME to a "+
			"shorter path, or use an image of fewer layers", len(chains), s.layerFS(chains[0]))
	}
	return nil
}

// pullLayer fetches one layer, unpacks it and checks it.
func (s *Store) pullLayer(ctx context.Context, layer v1.Layer, diffID v1.Hash, below []string, chain string, m *meter) error {
	return s.build(filepath.Dir(s.layerFS(chain)), func(dir string) error {
		top, err := makeRoot(filepath.Join(dir, "fs"))
		if err != nil {
			return err
		}
		defer top.Close()
		var lower []*os.Root
		for _, chain := range slices.Backward(below) {
			root, err := os.OpenRoot(s.layerFS(chain))
			if err != nil {
				return err
			}
			defer root.Close()
			lower = append(lower, root)
		}
		counted, err := partial.CompressedToLayer(&countedLayer{layer, m})
		if err != nil {
			return err
		}
		blob, err := counted.Uncompressed()
		if err != nil {
			return err
		}
		defer blob.Close()
		sum := sha256.New()
		content := io.TeeReader(blob, sum)
		unpacked, err := unpack(ctx, content, top, lower, s.owner)
		if err != nil {
			return err
		}
		// What follows the archive's end counts for the digests too, and reading it makes the registry's reader check its own.
		if n, err := io.Copy(io.Discard, io.LimitReader(content, maxTail+1)); err != nil {
			return err
		} else if n > maxTail {
			return errors.New("more follows the end of its archive than fills it up")
		}
		if got := hex.EncodeToString(sum.Sum(nil)); got != diffID.Hex {
			return fmt.Errorf("its content is sha256:%s, its image says %s", got, diffID)
		}
		return os.WriteFile(filepath.Join(dir, "size"), []byte(strconv.FormatInt(unpacked, 10)), 0o644)
	})
}

func makeRoot(dir string) (*os.Root, error) {
	if err := os.Mkdir(dir, 0o755); err != nil {
		return nil, err
	}
	return os.OpenRoot(dir)
}

// sweep removes what pulls that were killed left behind. The caller is the only writer.
func (s *Store) sweep() {
	tmp := filepath.Join(s.dir, "tmp")
	entries, err := os.ReadDir(tmp)
	if err != nil {
		return
	}
	for _, entry := range entries {
		// The mini image and the skeleton are made without the writer's lock; they take seconds at most.
		if info, err := entry.Info(); err == nil && time.Since(info.ModTime()) > time.Hour {
			os.RemoveAll(filepath.Join(tmp, entry.Name()))
		}
	}
}

// countedLayer tells the meter what is read of a layer's blob.
type countedLayer struct {
	v1.Layer
	meter *meter
}

func (l *countedLayer) Compressed() (io.ReadCloser, error) {
	blob, err := l.Layer.Compressed()
	if err != nil {
		return nil, err
	}
	return countedReader{blob, l.meter}, nil
}

type countedReader struct {
	io.ReadCloser
	meter *meter
}

func (r countedReader) Read(p []byte) (int, error) {
	n, err := r.ReadCloser.Read(p)
	r.meter.add(n)
	return n, err
}

// meter reports progress, no oftener than a screen can show it.
type meter struct {
	report func(Progress)
	state  Progress
	last   time.Time
}

func (m *meter) add(n int) {
	m.state.Done += int64(n)
	if time.Since(m.last) >= 100*time.Millisecond {
		m.flush()
	}
}

func (m *meter) flush() {
	m.last = time.Now()
	if m.report != nil {
		m.report(m.state)
	}
}
