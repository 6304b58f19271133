package image

import (
	"archive/tar"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"
	"syscall"

	"golang.org/x/sys/unix"
)

// What one layer may unpack to. The largest images in common use (with CUDA and the like) stay below.
const (
	maxLayerBytes   = 32 << 30
	maxLayerEntries = 2_000_000
)

// unpacker writes one layer of an image into a directory of its own, in the form that overlayfs stacks: what the layer
// removes becomes a character device 0/0, a directory that hides what is below gets the attribute user.overlay.opaque.
//
// An archive is a stranger's. Names that lead out are refused; symbolic links are kept as they are and never followed out of
// the image; devices and extended attributes (file capabilities and overlayfs's own among them) are left out, and so are
// set-user-ID bits, as every file becomes the caller's. os.Root stands behind all of that.
type unpacker struct {
	ctx     context.Context // ends the work
	top     *os.Root
	layers  []*os.Root // this one and those below, the highest first
	owner   int
	bytes   int64
	entries int
	// The directory of the last entry, as named and as resolved: most often the next entry's too. Forgotten when a link is made
	// or something is removed.
	dirName, dir string
	buffer       []byte
}

// unpack reads a tar archive until its end, or until ctx ends, and returns how many bytes its files hold.
func unpack(ctx context.Context, r io.Reader, top *os.Root, lower []*os.Root, owner int) (int64, error) {
	u := &unpacker{ctx: ctx, top: top, layers: slices.Concat([]*os.Root{top}, lower), owner: owner, buffer: make([]byte, 128<<10)}
	archive := tar.NewReader(r)
	for {
		if err := ctx.Err(); err != nil {
			return 0, err
		}
		header, err := archive.Next()
		if err == io.EOF {
			return u.bytes, nil
		}
		if err != nil {
			return 0, fmt.Errorf("cannot read the archive: %w", err)
		}
		if err := u.entry(header, archive); err != nil {
			return 0, fmt.Errorf("cannot unpack %q: %w", header.Name, err)
		}
	}
}

const (
	whiteout   = ".wh."
	opaqueName = "user.overlay.opaque" // overlayfs's
)

func (u *unpacker) entry(header *tar.Header, content io.Reader) error {
	if header.Typeflag == tar.TypeXGlobalHeader { // a comment, not a file
		return nil
	}
	if u.entries++; u.entries > maxLayerEntries {
		return fmt.Errorf("the layer has more than %d entries", maxLayerEntries)
	}
	name, err := cleanName(header.Name)
	if err != nil {
		return err
	}
	if name == "." {
		if header.Typeflag != tar.TypeDir {
			return errors.New("the root of an image can only be a directory")
		}
		return u.finish(".", dirMode(header))
	}
	if parent := path.Dir(name); parent != u.dirName {
		dir, err := u.resolve(parent)
		if err != nil {
			return err
		}
		if err := u.makeParents(dir); err != nil {
			return err
		}
		u.dirName, u.dir = parent, dir
	}
	base := path.Base(name)
	if hidden, ok := strings.CutPrefix(base, whiteout); ok {
		return u.whiteout(u.dir, hidden)
	}
	return u.write(path.Join(u.dir, base), header, content)
}

// forget is for when a path may lead elsewhere than before.
func (u *unpacker) forget() { u.dirName = "" }

// cleanName makes a name relative to the image's root, and refuses one that climbs, and one that no process could use
// (path_resolution(7)): in an archive a name may have a million parts, each of them a directory in the one before.
func cleanName(name string) (string, error) {
	if len(name) >= unix.PathMax {
		return "", syscall.ENAMETOOLONG
	}
	if slices.Contains(strings.Split(name, "/"), "..") {
		return "", errors.New("its name leads out of the image")
	}
	return path.Join(".", path.Clean("/" + name)[1:]), nil
}

// write makes one file, directory or link, in place of whatever this layer had there.
func (u *unpacker) write(target string, header *tar.Header, content io.Reader) error {
	old, err := u.top.Lstat(target)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	wasWhiteout := old != nil && isWhiteout(old)
	if old != nil && (!old.IsDir() || header.Typeflag != tar.TypeDir) {
		u.forget()
		if err := u.top.RemoveAll(target); err != nil {
			return err
		}
		old = nil
	}
	switch header.Typeflag {
	case tar.TypeDir:
		if old == nil {
			if err := u.top.Mkdir(target, 0o755); err != nil {
				return err
			}
		}
		if wasWhiteout { // removed and made anew: what is below stays hidden
			if err := u.opaque(target); err != nil {
				return err
			}
		}
		return u.finish(target, dirMode(header))
	case tar.TypeReg, tar.TypeGNUSparse:
		return u.writeFile(target, header, content)
	case tar.TypeSymlink:
		u.forget()
		if err := u.top.Symlink(header.Linkname, target); err != nil {
			return err
		}
		return u.chown(target)
	case tar.TypeLink:
		return u.link(target, header.Linkname)
	case tar.TypeFifo:
		if err := u.mknod(target, unix.S_IFIFO|uint32(header.Mode&0o777)|0o600); err != nil {
			return err
		}
		return u.chown(target)
	case tar.TypeChar, tar.TypeBlock:
		return nil // no sandbox may make a device; the engine gives it the harmless ones
	default:
		return fmt.Errorf("entries of type %q are not known", header.Typeflag)
	}
}

func (u *unpacker) writeFile(target string, header *tar.Header, content io.Reader) error {
	if header.Size < 0 || header.Size > maxLayerBytes-u.bytes { // the sum of both may be more than a number can hold
		return fmt.Errorf("the layer holds more than %d bytes", int64(maxLayerBytes))
	}
	u.bytes += header.Size
	f, err := u.top.OpenFile(target, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	err = u.copy(f, content)
	if err == nil {
		err = f.Chmod(fs.FileMode(header.Mode&0o777) | 0o400) // readable to its owner, the caller
	}
	if err = errors.Join(err, f.Close()); err != nil {
		return err
	}
	// Python compares times of files to know whether its compiled ones are still good.
	if err := u.top.Chtimes(target, header.ModTime, header.ModTime); err != nil {
		return err
	}
	return u.chown(target)
}

// copy writes a file, but for its zeros: an archive of a few bytes may hold the largest file of a disk, such as the lastlog of a
// user with a large number, and here it takes as little.
func (u *unpacker) copy(f *os.File, content io.Reader) error {
	var size int64
	for {
		if err := u.ctx.Err(); err != nil { // zeros come from nowhere: no reader below would say so
			return err
		}
		n, err := content.Read(u.buffer)
		if piece := u.buffer[:n]; len(bytes.TrimLeft(piece, "\x00")) > 0 {
			if _, err := f.WriteAt(piece, size); err != nil {
				return err
			}
		}
		size += int64(n)
		if err == io.EOF {
			return f.Truncate(size)
		}
		if err != nil {
			return err
		}
	}
}

// link makes a hard link to a file, which is copied where a layer below has it: overlayfs's layers have no files in common.
func (u *unpacker) link(target, linkname string) error {
	name, err := cleanName(linkname)
	if err != nil {
		return fmt.Errorf("hard link to %q: %w", linkname, err)
	}
	dir, err := u.resolve(path.Dir(name))
	if err != nil {
		return err
	}
	source := path.Join(dir, path.Base(name))
	info, err := u.top.Lstat(source)
	if errors.Is(err, fs.ErrNotExist) {
		if lower, below := u.lstat(source); below != nil && below.Mode().IsRegular() {
			info, err = below, u.copyUp(lower, source, below)
		}
	}
	if err != nil {
		return fmt.Errorf("hard link to %q: %w", linkname, err)
	}
	if !info.Mode().IsRegular() && info.Mode()&fs.ModeSymlink == 0 {
		return fmt.Errorf("hard link to %q, which is no file", linkname)
	}
	return u.top.Link(source, target)
}

// copyUp writes a file of a layer below, as it is there.
func (u *unpacker) copyUp(lower *os.Root, name string, info fs.FileInfo) error {
	if err := u.makeParents(path.Dir(name)); err != nil {
		return err
	}
	content, err := lower.Open(name)
	if err != nil {
		return err
	}
	defer content.Close()
	return u.writeFile(name, &tar.Header{Size: info.Size(), Mode: int64(info.Mode().Perm()), ModTime: info.ModTime()}, content)
}

// whiteout hides dir/hidden of the layers below (OCI image specification, "Whiteouts").
func (u *unpacker) whiteout(dir, hidden string) error {
	if hidden == whiteout+".opq" {
		return u.opaque(dir)
	}
	if strings.HasPrefix(hidden, whiteout) { // another of AUFS's own notes
		return nil
	}
	if hidden == "" || hidden == "." || hidden == ".." {
		return errors.New("a whiteout of no name")
	}
	target := path.Join(dir, hidden)
	info, err := u.top.Lstat(target)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		u.forget()
		return u.mknod(target, unix.S_IFCHR)
	case err != nil:
		return err
	case info.IsDir(): // this layer's own stays
		return u.opaque(target)
	}
	return nil
}

func isWhiteout(info fs.FileInfo) bool {
	stat, ok := info.Sys().(*syscall.Stat_t)
	return ok && info.Mode()&fs.ModeCharDevice != 0 && stat.Rdev == 0
}

func dirMode(header *tar.Header) fs.FileMode {
	mode := fs.FileMode(header.Mode&0o777) | 0o700
	if header.Mode&0o1000 != 0 {
		mode |= fs.ModeSticky
	}
	return mode
}

// finish gives a directory its mode and owner. The caller has seen that it is one.
func (u *unpacker) finish(dir string, mode fs.FileMode) error {
	if err := u.top.Chmod(dir, mode); err != nil {
		return err
	}
	return u.chown(dir)
}

func (u *unpacker) chown(name string) error {
	if u.owner < 0 {
		return nil
	}
	return u.top.Lchown(name, u.owner, u.owner)
}

// opaque hides all that the layers below have in a directory.
func (u *unpacker) opaque(dir string) error {
	f, err := u.top.Open(dir)
	if err != nil {
		return err
	}
	defer f.Close()
	err = unix.Fsetxattr(int(f.Fd()), opaqueName, []byte("y"), 0)
	if errors.Is(err, unix.ENOTSUP) {
		return errors.New("the cache's file system has no extended attributes\nhint: set XDG_CACHE_HOME to a directory on ext4, " +
			"xfs or btrfs")
	}
	return err
}

// mknod makes a FIFO, or the character device 0/0 that is overlayfs's whiteout and needs no privilege (since Linux 5.8).
func (u *unpacker) mknod(target string, mode uint32) error {
	parent, err := u.top.Open(path.Dir(target))
	if err != nil {
		return err
	}
	defer parent.Close()
	if err := unix.Mknodat(int(parent.Fd()), path.Base(target), mode, 0); err != nil {
		return fmt.Errorf("cannot make a special file: %w", err)
	}
	return nil
}

// makeParents makes the directories of a path without links, each with the mode that a lower layer gives it.
func (u *unpacker) makeParents(dir string) error {
	if dir == "." {
		return nil
	}
	info, err := u.top.Lstat(dir)
	if err == nil && info.IsDir() {
		return nil
	}
	if err := u.makeParents(path.Dir(dir)); err != nil {
		return err
	}
	mode := fs.FileMode(0o755)
	if _, lower := u.lstat(dir); lower != nil && lower.IsDir() {
		mode = lower.Mode()&(fs.ModePerm|fs.ModeSticky) | 0o700
	}
	anew := err == nil
	if anew { // a file or whiteout of this layer, now with something below it
		if err := u.top.RemoveAll(dir); err != nil {
			return err
		}
	}
	if err := u.top.Mkdir(dir, 0o755); err != nil {
		return err
	}
	if anew { // what is below stays hidden
		if err := u.opaque(dir); err != nil {
			return err
		}
	}
	return u.finish(dir, mode)
}

// lstat looks for a path without links in all layers, and gives the one that has it; nil where none has, or where one above has
// removed it or what leads there.
func (u *unpacker) lstat(name string) (*os.Root, fs.FileInfo) {
	for i, root := range u.layers {
		info, err := root.Lstat(name)
		if err != nil {
			continue
		}
		if isWhiteout(info) || u.hidden(name, i) {
			return nil, nil
		}
		return root, info
	}
	return nil, nil
}

// hidden says whether what the i-th layer has of a path, and none above, is hidden by one of these.
func (u *unpacker) hidden(name string, i int) bool {
	for _, above := range u.layers[:i] {
		for dir := path.Dir(name); dir != "."; dir = path.Dir(dir) {
			if info, err := above.Lstat(dir); err == nil && (!info.IsDir() || isOpaque(above, dir)) {
				return true
			}
		}
		if isOpaque(above, ".") {
			return true
		}
	}
	return false
}

func isOpaque(layer *os.Root, dir string) bool {
	f, err := layer.Open(dir)
	if err != nil {
		return false
	}
	defer f.Close()
	n, _ := unix.Fgetxattr(int(f.Fd()), opaqueName, make([]byte, 1)) // 0 where there is none
	return n > 0
}

// resolve follows the links in a directory's path as a process inside the image would: an absolute link starts at the image's
// root, and ".." stops there. A link may be in a layer below.
func (u *unpacker) resolve(dir string) (string, error) {
	todo := strings.Split(dir, "/")
	done := "."
	for links := 0; len(todo) > 0; {
		part := todo[0]
		todo = todo[1:]
		if part == "" || part == "." {
			continue
		}
		if part == ".." {
			done = path.Dir(done) // of ".": "."
			continue
		}
		next := path.Join(done, part)
		if len(next) >= unix.PathMax { // one link's target goes on where another's ends
			return "", syscall.ENAMETOOLONG
		}
		target, ok := u.readlink(next)
		if !ok {
			done = next
			continue
		}
		if links++; links > 40 { // as the kernel's limit (path_resolution(7))
			return "", syscall.ELOOP
		}
		if path.IsAbs(target) {
			done = "."
		}
		todo = append(strings.Split(target, "/"), todo...)
	}
	return done, nil
}

// readlink reads a link of the image, if the topmost thing of that name is one.
func (u *unpacker) readlink(name string) (string, bool) {
	for i, root := range u.layers {
		info, err := root.Lstat(name)
		if err != nil {
			continue
		}
		if info.Mode()&fs.ModeSymlink == 0 || u.hidden(name, i) {
			return "", false
		}
		target, err := root.Readlink(name)
		return target, err == nil
	}
	return "", false
}
