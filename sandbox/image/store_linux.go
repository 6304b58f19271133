package image

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/sys/unix"
)

// Store is a cache of images. It keeps no state but the directory, which any number of processes may share:
//
//	refs/NAME.json     an OCI reference: its manifest's digest, its layers and its configuration
//	layers/CHAIN/fs    one unpacked layer; CHAIN stands for it and all below it: see chainIDs
//	mini/KEY/fs        the mini image, by a hash of what it was copied from
//	skeleton/          the layer above every image: see the package's description
//	locks/             lock files, one a reference or layer
//	tmp/               what is being made; renamed into place when it is complete
type Store struct {
	dir   string
	owner int
}

// Open gives the cache in dir, made if need be. An empty dir is XDG_CACHE_HOME/floorplan/images, or /var/cache/floorplan for
// root, whose own cache nobody else can reach. owner is the user and group id that unpacked files get, for an engine that runs
// as root and maps its sandboxes to another id; -1 leaves them the caller's. Each owner has a cache of its own, beside dir.
func Open(dir string, owner int) (*Store, error) {
	if dir == "" {
		var err error
		if dir, err = defaultDir(); err != nil {
			return nil, err
		}
	}
	dir, err := filepath.Abs(dir)
	if err != nil {
		return nil, err
	}
	if owner >= 0 {
		dir += "-of-" + strconv.Itoa(owner)
	}
	if strings.ContainsAny(dir, `,:\`) {
		return nil, fmt.Errorf("cannot keep images in %s: overlayfs cannot name a path with a comma, colon or backslash"+
			"\nhint: set XDG_CACHE_HOME to another directory", dir)
	}
	s := &Store{dir, owner}
	for _, sub := range []string{"refs", "layers", "mini", "locks", "tmp"} {
		if err := os.MkdirAll(filepath.Join(dir, sub), 0o755); err != nil {
			return nil, fmt.Errorf("cannot make the image cache: %w\nhint: set XDG_CACHE_HOME to a folder that you can write to", err)
		}
	}
	return s, s.makeSkeleton()
}

func defaultDir() (string, error) {
	if os.Getuid() == 0 && os.Getenv("XDG_CACHE_HOME") == "" {
		return "/var/cache/floorplan/images", nil
	}
	cache, err := os.UserCacheDir()
	if err != nil {
		return "", errors.New("cannot find a folder for images: the home directory is unknown\nhint: set HOME or XDG_CACHE_HOME to a folder that you can write to")
	}
	return filepath.Join(cache, "floorplan", "images"), nil
}

// Dir is the cache's directory.
func (s *Store) Dir() string { return s.dir }

// Resolve describes the image that ref names: "host", "mini" or an OCI reference, which is pulled where it is not in the
// cache; progress, if not nil, is then told. Empty is host. The caller closes the Root when no sandbox stands on it any more.
func (s *Store) Resolve(ctx context.Context, ref string, progress func(Progress)) (*Root, error) {
	switch ref {
	case "", "host":
		return Host(), nil
	case "mini":
		return s.mini(ctx)
	}
	root, err := s.cached(ctx, ref)
	if !errors.Is(err, fs.ErrNotExist) {
		return root, err
	}
	if err := s.Pull(ctx, ref, progress); err != nil {
		return nil, err
	}
	return s.cached(ctx, ref)
}

// makeSkeleton makes the layer of mount points that lies above every image.
func (s *Store) makeSkeleton() error {
	final := filepath.Join(s.dir, "skeleton")
	if _, err := os.Stat(final); err == nil {
		return nil
	}
	return s.build(final, func(dir string) error {
		root, err := os.OpenRoot(dir)
		if err != nil {
			return err
		}
		defer root.Close()
		for _, name := range []string{"dev", "proc", "sys", "run", "tmp", "etc"} {
			if err := root.Mkdir(name, 0o755); err != nil {
				return err
			}
		}
		if err := root.Chmod("tmp", 0o777|fs.ModeSticky); err != nil {
			return err
		}
		for _, name := range []string{"etc/hosts", "etc/hostname", "etc/resolv.conf"} {
			if err := root.WriteFile(name, nil, 0o644); err != nil {
				return err
			}
		}
		return s.give(root)
	})
}

// give makes everything below root the store's owner's.
func (s *Store) give(root *os.Root) error {
	if s.owner < 0 {
		return nil
	}
	return fs.WalkDir(root.FS(), ".", func(path string, _ fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		return root.Lchown(path, s.owner, s.owner)
	})
}

// build makes a directory whole or not at all: fill works in a temporary one, which is then renamed to final. The caller
// holds final's lock, or does not mind that another process was first.
func (s *Store) build(final string, fill func(dir string) error) error {
	dir, err := os.MkdirTemp(filepath.Join(s.dir, "tmp"), "")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	if err := os.Chmod(dir, 0o755); err != nil {
		return err
	}
	if err := fill(dir); err != nil {
		return err
	}
	if err := s.sync(dir); err != nil {
		return err
	}
	err = os.Rename(dir, final)
	if errors.Is(err, fs.ErrExist) || errors.Is(err, unix.ENOTEMPTY) {
		return nil
	}
	return err
}

// sync has what was built on the disk before it gets its name: where the power fails in between, a layer whose files are empty
// would be taken for whole from then on.
func (s *Store) sync(dir string) error {
	f, err := os.Open(dir)
	if err != nil {
		return err
	}
	defer f.Close()
	return unix.Syncfs(int(f.Fd()))
}

// image is a file in refs.
type image struct {
	Ref    string   `json:"ref"`
	Digest string   `json:"digest"`
	Layers []string `json:"layers"` // chain IDs in hexadecimal, the lowest first
	Env    []string `json:"env,omitempty"`
	User   string   `json:"user,omitempty"`
	Dir    string   `json:"dir,omitempty"`
	Cmd    []string `json:"cmd,omitempty"`
}

func (s *Store) refFile(ref string) string {
	return filepath.Join(s.dir, "refs", fileName(ref)+".json")
}

// fileName writes a reference as the name of one file.
func fileName(ref string) string {
	return strings.NewReplacer("%", "%25", "/", "%2F", ":", "%3A").Replace(ref)
}

// writeJSON writes a small file whole or not at all.
func (s *Store) writeJSON(file string, value any) error {
	data, err := json.Marshal(value)
	if err != nil {
		return err
	}
	temporary := filepath.Join(s.dir, "tmp", filepath.Base(file))
	if err := os.WriteFile(temporary, data, 0o644); err != nil {
		return err
	}
	return os.Rename(temporary, file)
}

func (s *Store) readImage(file string) (*image, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	img := new(image)
	if err := json.Unmarshal(data, img); err != nil {
		return nil, fmt.Errorf("cannot read %s: %w\nhint: remove the file and pull the image again", file, err)
	}
	return img, nil
}

// cached describes an OCI image of the cache. The error is fs.ErrNotExist where it is not there.
func (s *Store) cached(ctx context.Context, ref string) (*Root, error) {
	name, err := parseRef(ref)
	if err != nil {
		return nil, err
	}
	release, err := s.lock(ctx, fileName(name.Name()), shared)
	if err != nil {
		return nil, err
	}
	img, err := s.readImage(s.refFile(name.Name()))
	if err != nil {
		release()
		return nil, err
	}
	root := &Root{
		Ref: img.Ref, Digest: img.Digest, Env: img.Env, User: img.User, Dir: img.Dir, Cmd: img.Cmd,
		Layers: []string{filepath.Join(s.dir, "skeleton")}, release: release,
	}
	for _, chain := range slices.Backward(img.Layers) {
		if _, err := os.Stat(s.layerFS(chain)); err != nil { // somebody cleared up: a pull fetches what is missing
			release()
			return nil, err
		}
		root.Layers = append(root.Layers, s.layerFS(chain))
	}
	return root, nil
}

func (s *Store) layerFS(chain string) string { return filepath.Join(s.dir, "layers", chain, "fs") }
