package image

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

// miniPrograms are what the mini image is made of, as far as the host has them.
var miniPrograms = strings.Fields(`
	bash sh env
	ls cat cp mv rm mkdir rmdir ln chmod chown touch mktemp readlink basename dirname stat du df dd
	echo printf head tail wc sort uniq cut tr tee seq test [ true false yes sleep date
	id whoami uname nproc tty stty nice kill
	grep sed awk find xargs less clear
	ps pgrep pkill top free hostname
	ip ping mount umount lsns nsenter unshare`)

// miniFiles are the files that those programs read: what the loader knows, who answers for names, what terminals can do.
var miniFiles = strings.Fields(`
	/etc/ld.so.cache /etc/ld.so.conf /etc/nsswitch.conf /etc/protocols /etc/services /etc/os-release /etc/inputrc
	/lib/x86_64-linux-gnu/libnss_files.so.2 /lib/aarch64-linux-gnu/libnss_files.so.2 /lib64/libnss_files.so.2`)

var (
	miniTerminals     = strings.Fields(`x/xterm x/xterm-256color l/linux v/vt100 v/vt220 s/screen s/screen-256color t/tmux-256color d/dumb`)
	miniTerminfoRoots = []string{"/usr/share/terminfo", "/lib/terminfo", "/etc/terminfo"}
)

// miniIndex is the file mini/index.json: which sources the image of that key was copied from.
type miniIndex struct {
	Key     string   `json:"key"`
	Sources []source `json:"sources"`
}

// mini describes the mini image, and makes it first if a file that it has a copy of has changed since.
func (s *Store) mini(ctx context.Context) (*Root, error) {
	release, err := s.lock(ctx, "mini", shared)
	if err != nil {
		return nil, err
	}
	index, err := s.readMini()
	if err != nil || !index.current() {
		release()
		if index, err = s.makeMini(ctx); err != nil {
			return nil, fmt.Errorf("cannot make the mini image: %w", err)
		}
		if release, err = s.lock(ctx, "mini", shared); err != nil {
			return nil, err
		}
	}
	return &Root{
		Ref:     "mini",
		Layers:  []string{filepath.Join(s.dir, "skeleton"), s.miniFS(index.Key)},
		Env:     []string{"PATH=" + hostPath()},
		Cmd:     []string{shell()},
		release: release,
	}, nil
}

func (s *Store) miniFS(key string) string { return filepath.Join(s.dir, "mini", key, "fs") }

func (s *Store) readMini() (*miniIndex, error) {
	data, err := os.ReadFile(filepath.Join(s.dir, "mini", "index.json"))
	if err != nil {
		return nil, err
	}
	index := new(miniIndex)
	if err := json.Unmarshal(data, index); err != nil {
		return nil, err
	}
	_, err = os.Stat(s.miniFS(index.Key))
	return index, err
}

// current reports whether every source is as it was.
func (index *miniIndex) current() bool {
	for _, old := range index.Sources {
		if now, err := stat(old.Path); err != nil || now != old {
			return false
		}
	}
	return len(index.Sources) > 0
}

// makeMini finds what the mini image is made of and copies it. Images of other keys stay while a sandbox runs on one.
func (s *Store) makeMini(ctx context.Context) (*miniIndex, error) {
	unlock, err := s.lock(ctx, "mini-writer", exclusive)
	if err != nil {
		return nil, err
	}
	defer unlock()
	if index, err := s.readMini(); err == nil && index.current() { // another process made it meanwhile
		return index, nil
	}
	sources, err := miniSources()
	if err != nil {
		return nil, err
	}
	hash := sha256.New()
	if err := json.NewEncoder(hash).Encode(sources); err != nil {
		return nil, err
	}
	index := &miniIndex{Key: hex.EncodeToString(hash.Sum(nil))[:32], Sources: sources}
	if _, err := os.Stat(s.miniFS(index.Key)); err != nil {
		err := s.build(filepath.Dir(s.miniFS(index.Key)), func(dir string) error { return s.copyMini(ctx, dir, sources) })
		if err != nil {
			return nil, err
		}
	}
	if err := s.writeJSON(filepath.Join(s.dir, "mini", "index.json"), index); err != nil {
		return nil, err
	}
	s.sweepMini(ctx, index.Key)
	return index, nil
}

// sweepMini removes the images of other keys, if no sandbox runs on a mini image.
func (s *Store) sweepMini(ctx context.Context, keep string) {
	unlock, err := s.lockUnused(ctx, "mini")
	if err != nil {
		return
	}
	defer unlock()
	entries, _ := os.ReadDir(filepath.Join(s.dir, "mini"))
	for _, entry := range entries {
		if entry.IsDir() && entry.Name() != keep {
			s.discard(filepath.Join(s.dir, "mini", entry.Name()))
		}
	}
}

// miniSources lists the files and links to copy: the programs, what they need to be loaded and the files that they read, with
// every link on the way, so that a program is found by the same path inside as outside.
func miniSources() ([]source, error) {
	c := &collector{linker: newLinker(), seen: map[string]bool{}}
	found := false
	for _, program := range miniPrograms {
		for _, dir := range filepath.SplitList(hostPath()) {
			path := filepath.Join(dir, program)
			if info, err := os.Stat(path); err != nil || !info.Mode().IsRegular() || info.Mode()&0o111 == 0 {
				continue
			}
			if err := c.add(path); err != nil {
				return nil, err
			}
			found = found || program == "sh"
			break
		}
	}
	if !found {
		return nil, fmt.Errorf("no sh in %s", hostPath())
	}
	files := miniFiles
	for _, root := range miniTerminfoRoots {
		for _, terminal := range miniTerminals {
			files = append(files, filepath.Join(root, terminal))
		}
	}
	for _, path := range append(files, "/bin", "/sbin", "/lib", "/lib64") {
		if _, err := os.Stat(path); err != nil {
			continue
		}
		if err := c.add(path); err != nil {
			return nil, err
		}
	}
	return c.sources, nil
}

// copyMini copies the sources below dir/fs and writes dir/size.
func (s *Store) copyMini(ctx context.Context, dir string, sources []source) error {
	root, err := makeRoot(filepath.Join(dir, "fs"))
	if err != nil {
		return err
	}
	defer root.Close()
	for _, name := range []string{"root", "home", "var/tmp", "var/log", "usr/bin", "usr/lib"} {
		if err := root.MkdirAll(name, 0o755); err != nil {
			return err
		}
	}
	var size int64
	for _, src := range sources {
		if err := ctx.Err(); err != nil {
			return err
		}
		name := strings.TrimPrefix(src.Path, "/")
		if err := root.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			return err
		}
		if src.Link != "" {
			if err := root.Symlink(src.Link, name); err != nil {
				return err
			}
			continue
		}
		if err := copyFile(root, name, src); err != nil {
			return err
		}
		size += src.Size
	}
	if err := s.give(root); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dir, "size"), []byte(strconv.FormatInt(size, 10)), 0o644)
}

func copyFile(root *os.Root, name string, src source) error {
	in, err := os.Open(src.Path)
	if err != nil {
		return err
	}
	defer in.Close()
	mode := fs.FileMode(src.Mode).Perm() | 0o600 // the student's own, to write to as well; never set-user-ID
	out, err := root.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in)
	if err = errors.Join(err, out.Close()); err != nil {
		return err
	}
	mtime := time.Unix(0, src.Mtime)
	return root.Chtimes(name, mtime, mtime)
}

func (s *Store) listMini() ([]Info, error) {
	index, err := s.readMini()
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	data, _ := os.ReadFile(filepath.Join(s.dir, "mini", index.Key, "size"))
	size, _ := strconv.ParseInt(string(data), 10, 64)
	return []Info{{Ref: "mini", Layers: 1, Size: size, Own: size, InUse: s.inUse("mini")}}, nil
}

func (s *Store) removeMini(ctx context.Context) error {
	unlock, err := s.lockUnused(ctx, "mini")
	if errors.Is(err, errInUse) {
		return errors.New("cannot remove mini: a sandbox runs on it\nhint: close it first")
	}
	if err != nil {
		return err
	}
	defer unlock()
	index, err := s.readMini()
	if errors.Is(err, fs.ErrNotExist) {
		return errors.New("cannot remove mini: it is not in the cache")
	}
	if err != nil {
		return err
	}
	return s.discard(filepath.Join(s.dir, "mini", index.Key))
}
