package image

import (
	"bufio"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path"
	"slices"
	"strings"
)

// File is a file to put into an archive beside an image's own, in place of one of the same path.
type File struct {
	Path string      // inside, absolute
	Mode fs.FileMode // with the type: fs.ModeDir, fs.ModeSymlink, fs.ModeCharDevice|fs.ModeDevice; none for a regular file
	Data []byte      // the content; where a link leads
	// Major and Minor are a device's numbers.
	Major, Minor int
}

// WriteCPIO packs an image's layers and more files as a kernel's initial file system: a cpio archive of the "newc" format
// (Documentation/driver-api/early-userspace/buffer-format.rst), all owned by root. Upper layers hide what is below; whiteouts
// are not looked at, so it is for mini, which has none. Missing directories of files are made.
func WriteCPIO(w io.Writer, layers []string, files []File) error {
	entries := map[string]File{}
	origins := map[string]string{} // by path inside, the file on disk that has the content
	for _, layer := range slices.Backward(layers) {
		err := fs.WalkDir(os.DirFS(layer), ".", func(name string, d fs.DirEntry, err error) error {
			if err != nil || name == "." {
				return err
			}
			info, err := d.Info()
			if err != nil {
				return err
			}
			file := File{Path: "/" + name, Mode: info.Mode()}
			switch {
			case info.Mode()&fs.ModeSymlink != 0:
				target, err := os.Readlink(path.Join(layer, name))
				if err != nil {
					return err
				}
				file.Data = []byte(target)
			case info.Mode().IsRegular():
				origins[file.Path] = path.Join(layer, name)
			case !info.IsDir():
				return nil
			}
			entries[file.Path] = file
			return nil
		})
		if err != nil {
			return err
		}
	}
	for _, file := range files {
		file.Path = path.Clean("/" + file.Path)
		delete(origins, file.Path)
		entries[file.Path] = file
		for dir := path.Dir(file.Path); dir != "/"; dir = path.Dir(dir) {
			if _, ok := entries[dir]; !ok {
				entries[dir] = File{Path: dir, Mode: fs.ModeDir | 0o755}
			}
		}
	}
	out := &cpioWriter{w: bufio.NewWriterSize(w, 256<<10)}
	for _, name := range slices.Sorted(maps.Keys(entries)) { // a directory comes before what is in it
		file := entries[name]
		if origin := origins[name]; origin != "" {
			data, err := os.ReadFile(origin)
			if err != nil {
				return err
			}
			file.Data = data
		}
		out.write(file)
	}
	out.write(File{Path: "/TRAILER!!!"})
	if out.err == nil {
		out.err = out.w.Flush()
	}
	return out.err
}

// cpioWriter writes entries and keeps the first error.
type cpioWriter struct {
	w     *bufio.Writer
	inode int
	err   error
}

func (c *cpioWriter) write(file File) {
	if c.err != nil {
		return
	}
	mode, links := uint32(file.Mode.Perm()), 1
	switch file.Mode.Type() {
	case fs.ModeDir:
		mode, links = mode|0o040000, 2
	case fs.ModeSymlink:
		mode |= 0o120000
	case fs.ModeDevice | fs.ModeCharDevice:
		mode |= 0o020000
	default:
		mode |= 0o100000
	}
	if file.Mode&fs.ModeSticky != 0 {
		mode |= 0o1000
	}
	c.inode++
	name := strings.TrimPrefix(file.Path, "/")
	_, c.err = fmt.Fprintf(c.w, "070701%08x%08x%08x%08x%08x%08x%08x%08x%08x%08x%08x%08x%08x%s\x00",
		c.inode, mode, 0, 0, links, 0, len(file.Data), 0, 0, file.Major, file.Minor, len(name)+1, 0, name)
	c.pad(110 + len(name) + 1)
	if c.err == nil {
		_, c.err = c.w.Write(file.Data)
	}
	c.pad(len(file.Data))
}

// pad fills up to a multiple of four bytes.
func (c *cpioWriter) pad(n int) {
	for ; n%4 != 0 && c.err == nil; n++ {
		c.err = c.w.WriteByte(0)
	}
}
