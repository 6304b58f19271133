//go:build linux && (amd64 || arm64)

package vm

import (
	"compress/gzip"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"

	"floorplan/sandbox/image"
)

// userSpace is what runs in a guest above its kernel: the mini image with the agent as /init.
type userSpace struct {
	initrd   *os.File // a compressed cpio archive
	size     int64    // of initrd
	unpacked int64
	env      []string
	shell    string
}

// environment is what a guest's commands find set.
func (u *userSpace) environment() []string {
	own := []string{"HOME=" + home, "USER=root", "SHELL=" + u.shell, "LANG=C.UTF-8", "TERM=xterm-256color"}
	return append(own, u.env...)
}

// memory is what a machine gets that asked for none: DefaultMemory, or what a host's larger kernel and programs need. At the
// end of its boot a kernel holds the archive and what it has unpacked of it; Debian's, of 14 MB, takes four times its file's size.
func (u *userSpace) memory(kernel Kernel) int64 {
	const spare, step = 12 << 20, 8 << 20
	need := 4*kernel.Size + u.size + u.unpacked + spare
	return max(DefaultMemory, (need+step-1)/step*step)
}

// userSpace packs the guest's file system, or opens the archive that was packed of the same files before. The caller closes it.
func (e *Engine) userSpace(ctx context.Context) (*userSpace, error) {
	store, err := e.images()
	if err != nil {
		return nil, err
	}
	root, err := store.Resolve(ctx, "mini", nil)
	if err != nil {
		return nil, err
	}
	defer root.Close()
	if len(root.Cmd) == 0 {
		return nil, errors.New("the mini image has no shell")
	}
	boot, err := bootBatch().encode()
	if err != nil {
		return nil, err
	}
	u := &userSpace{env: root.Env, shell: path.Join("/bin", path.Base(root.Cmd[0]))} // /bin is where it is, or a link to it
	files := guestFiles(agentELF(boot), u.shell)

	dir, err := e.cacheDir()
	if err != nil {
		return nil, err
	}
	dir = filepath.Join(dir, "initrd")
	hash := sha256.New()
	fmt.Fprintln(hash, root.Layers, files) // a mini image's path has the hash of its files
	name := filepath.Join(dir, hex.EncodeToString(hash.Sum(nil))[:32]+".cpio.gz")
	if u.open(name) == nil {
		return u, nil
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, err
	}
	old, _ := filepath.Glob(filepath.Join(dir, "*.cpio.gz"))
	err = writeFile(name, func(w io.Writer) error {
		out, err := gzip.NewWriterLevel(w, gzip.BestSpeed) // every distribution's kernel can read it
		if err != nil {
			return err
		}
		if err := image.WriteCPIO(out, root.Layers, files); err != nil {
			return err
		}
		return out.Close()
	})
	if err != nil {
		return nil, err
	}
	for _, file := range old {
		_ = os.Remove(file) // a guest that starts with it has it open; one that cannot be removed does no harm
	}
	return u, u.open(name)
}

// guestFiles are the files of a guest that the image does not have.
func guestFiles(agent []byte, shell string) []image.File {
	const device = fs.ModeDevice | fs.ModeCharDevice | 0o600
	return []image.File{
		{Path: "/init", Mode: 0o755, Data: agent},
		{Path: "/dev/console", Mode: device, Major: 5, Minor: 1},
		{Path: channelDevice, Mode: device, Major: 4, Minor: channelMinor},
		{Path: "/etc/passwd", Mode: 0o644, Data: []byte("root:x:0:0:root:" + home + ":" + shell + "\n")},
		{Path: "/etc/group", Mode: 0o644, Data: []byte("root:x:0:\n")},
		{Path: home, Mode: fs.ModeDir | 0o700},
		{Path: "/tmp", Mode: fs.ModeDir | fs.ModeSticky | 0o777},
		{Path: "/run", Mode: fs.ModeDir | 0o755},
		{Path: "/proc", Mode: fs.ModeDir | 0o555},
		{Path: "/sys", Mode: fs.ModeDir | 0o555},
	}
}

// open opens an archive and finds out its sizes.
func (u *userSpace) open(name string) error {
	file, err := os.Open(name)
	if err != nil {
		return err
	}
	info, err := file.Stat()
	if err == nil {
		u.unpacked, err = gzipSize(file, info.Size())
	}
	if err != nil {
		return errors.Join(err, file.Close())
	}
	u.initrd, u.size = file, info.Size()
	return nil
}

// gzipSize reads from the end of a gzip file how long its content is, up to 4 GiB (RFC 1952, 2.3.1).
func gzipSize(file io.ReaderAt, size int64) (int64, error) {
	var end [4]byte
	if _, err := file.ReadAt(end[:], size-4); err != nil {
		return 0, fmt.Errorf("the archive was cut short: %w", err)
	}
	return int64(uint32(end[0]) | uint32(end[1])<<8 | uint32(end[2])<<16 | uint32(end[3])<<24), nil
}

// writeFile makes a file that another process sees whole or not at all.
func writeFile(name string, write func(io.Writer) error) (err error) {
	temporary, err := os.CreateTemp(filepath.Dir(name), ".new-*")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			_ = os.Remove(temporary.Name()) // the first error is the one to tell
		}
	}()
	err = write(temporary)
	if err == nil {
		err = temporary.Chmod(0o644)
	}
	if err = errors.Join(err, temporary.Close()); err != nil {
		return fmt.Errorf("cannot write %s: %w", name, err)
	}
	return os.Rename(temporary.Name(), name)
}

// DiskBytes is what machines are made from, on disk: a kernel and the archive of their file system. All share them.
func (e *Engine) DiskBytes(ctx context.Context) (int64, error) {
	kernel, err := e.Kernel()
	if err != nil {
		return 0, err
	}
	u, err := e.userSpace(ctx)
	if err != nil {
		return 0, err
	}
	return kernel.Size + u.size, u.initrd.Close()
}
