package image

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// List says what the cache holds: the mini image if it was made, then OCI images by name. The host image takes no space.
func (s *Store) List() ([]Info, error) {
	infos, err := s.listMini()
	if err != nil {
		return nil, err
	}
	images, err := s.images()
	if err != nil {
		return nil, err
	}
	users := map[string]int{}
	for _, img := range images {
		for _, chain := range img.Layers {
			users[chain]++
		}
	}
	for _, img := range images {
		info := Info{Ref: img.Ref, Digest: img.Digest, Layers: len(img.Layers), InUse: s.inUse(fileName(img.Ref))}
		for _, chain := range img.Layers {
			size := s.layerSize(chain)
			info.Size += size
			if users[chain] > 1 {
				info.Shared += size
			}
		}
		info.Own = info.Size - info.Shared
		infos = append(infos, info)
	}
	return infos, nil
}

func (s *Store) images() ([]*image, error) {
	files, err := filepath.Glob(filepath.Join(s.dir, "refs", "*.json"))
	if err != nil {
		return nil, err
	}
	slices.Sort(files)
	var images []*image
	for _, file := range files {
		img, err := s.readImage(file)
		if errors.Is(err, fs.ErrNotExist) {
			continue // removed meanwhile
		}
		if err != nil {
			return nil, err
		}
		images = append(images, img)
	}
	return images, nil
}

func (s *Store) layerSize(chain string) int64 {
	data, _ := os.ReadFile(filepath.Join(s.dir, "layers", chain, "size"))
	size, _ := strconv.ParseInt(string(data), 10, 64)
	return size
}

// Remove takes an image out of the cache, with the layers that no other image uses. It fails while a sandbox stands on it.
func (s *Store) Remove(ctx context.Context, ref string) error {
	if ref == "mini" {
		return s.removeMini(ctx)
	}
	parsed, err := parseRef(ref)
	if err != nil {
		return err
	}
	unlock, err := s.lock(ctx, "writer", exclusive)
	if err != nil {
		return err
	}
	defer unlock()
	name := fileName(parsed.Name())
	if _, err := os.Stat(s.refFile(parsed.Name())); errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("cannot remove %s: it is not in the cache\nhint: 'floorplan image ls' lists what is", parsed.Name())
	}
	release, err := s.lockUnused(ctx, name)
	if errors.Is(err, errInUse) {
		return fmt.Errorf("cannot remove %s: a sandbox runs on it\nhint: close it first", parsed.Name())
	}
	if err != nil {
		return err
	}
	defer release()
	if err := os.Remove(s.refFile(parsed.Name())); err != nil {
		return err
	}
	return s.removeLayers()
}

// removeLayers removes what no reference names. The caller is the only writer.
func (s *Store) removeLayers() error {
	images, err := s.images()
	if err != nil {
		return err
	}
	used := map[string]bool{}
	for _, img := range images {
		for _, chain := range img.Layers {
			used[chain] = true
		}
	}
	entries, err := os.ReadDir(filepath.Join(s.dir, "layers"))
	if err != nil {
		return err
	}
	for _, entry := range entries {
		if !used[entry.Name()] {
			err = errors.Join(err, s.discard(filepath.Join(s.dir, "layers", entry.Name())))
		}
	}
	return err
}

// discard removes a directory. It is renamed first, so that half of one is never taken for a whole.
func (s *Store) discard(dir string) error {
	trash := filepath.Join(s.dir, "tmp", strings.Join([]string{"removed", filepath.Base(dir), strconv.Itoa(os.Getpid())}, "-"))
	if err := os.Rename(dir, trash); err != nil {
		return err
	}
	return os.RemoveAll(trash)
}
