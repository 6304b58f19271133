package image

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/sys/unix"
)

// Closure reads files of the host with everything that they need to be loaded and every link on their paths, for WriteCPIO.
func Closure(paths ...string) ([]File, error) {
	c := &collector{linker: newLinker(), seen: map[string]bool{}}
	for _, path := range paths {
		if err := c.add(path); err != nil {
			return nil, err
		}
	}
	var files []File
	for _, src := range c.sources {
		file := File{Path: src.Path, Mode: fs.FileMode(src.Mode), Data: []byte(src.Link)}
		if src.Link == "" {
			data, err := os.ReadFile(src.Path)
			if err != nil {
				return nil, err
			}
			file.Data = data
		}
		files = append(files, file)
	}
	return files, nil
}

// source is a file of the host that is copied, as it was then.
type source struct {
	Path  string `json:"path"`
	Size  int64  `json:"size"`
	Mtime int64  `json:"mtime"` // nanoseconds since 1970
	Link  string `json:"link,omitempty"`
	Mode  uint32 `json:"mode"`
}

func stat(path string) (source, error) {
	info, err := os.Lstat(path)
	if err != nil {
		return source{}, err
	}
	s := source{Path: path, Size: info.Size(), Mtime: info.ModTime().UnixNano(), Mode: uint32(info.Mode())}
	if info.Mode()&fs.ModeSymlink != 0 {
		s.Link, err = os.Readlink(path)
	}
	return s, err
}

// collector gathers sources, each once.
type collector struct {
	linker  *linker
	seen    map[string]bool
	sources []source
}

// add takes a file with every link on its path and everything that it needs. Of a directory it takes only the links.
func (c *collector) add(path string, runPaths ...string) error {
	real, err := c.addLinks(path)
	if err != nil || c.seen[real] {
		return err
	}
	info, err := os.Stat(real)
	if err != nil || !info.Mode().IsRegular() {
		return err
	}
	if unix.Access(real, unix.R_OK) != nil { // a program that only root may read, and run
		return nil
	}
	c.seen[real] = true
	needed, runPaths, err := c.linker.needs(real, runPaths)
	if err != nil {
		return err
	}
	file, err := stat(real)
	if err != nil {
		return err
	}
	c.sources = append(c.sources, file)
	for _, path := range needed {
		if err := c.add(path, runPaths...); err != nil {
			return err
		}
	}
	return nil
}

// addLinks takes the links on a path and returns where it leads.
func (c *collector) addLinks(path string) (string, error) {
	todo := strings.Split(path, "/")
	done := "/"
	for links := 0; len(todo) > 0; {
		next := filepath.Join(done, todo[0])
		todo = todo[1:]
		s, err := stat(next)
		if err != nil {
			return "", err
		}
		if s.Link == "" {
			done = next
			continue
		}
		if links++; links > 40 { // as the kernel's limit (path_resolution(7))
			return "", fmt.Errorf("too many links in %s", path)
		}
		if !c.seen[next] {
			c.seen[next] = true
			c.sources = append(c.sources, s)
		}
		if filepath.IsAbs(s.Link) {
			done = "/"
		}
		todo = append(strings.Split(s.Link, "/"), todo...)
	}
	return done, nil
}
