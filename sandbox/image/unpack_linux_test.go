package image

import (
	"archive/tar"
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"golang.org/x/sys/unix"
)

// layer is an archive in short: each line a name, a kind and what belongs to the kind.
//
//	dir/          a directory          name = text   a file         name -> target   a symbolic link
//	name => file  a hard link          name ! c      a device       name | fifo
func layer(lines ...string) []byte {
	var out bytes.Buffer
	w := tar.NewWriter(&out)
	for _, line := range lines {
		h := &tar.Header{Mode: 0o644, ModTime: time.Unix(1e9, 0), Format: tar.FormatPAX}
		var content string
		switch {
		case strings.Contains(line, " = "):
			h.Name, content, _ = strings.Cut(line, " = ")
			h.Size = int64(len(content))
		case strings.Contains(line, " -> "):
			h.Typeflag = tar.TypeSymlink
			h.Name, h.Linkname, _ = strings.Cut(line, " -> ")
		case strings.Contains(line, " => "):
			h.Typeflag = tar.TypeLink
			h.Name, h.Linkname, _ = strings.Cut(line, " => ")
		case strings.HasSuffix(line, " ! c"):
			h.Typeflag, h.Devmajor, h.Devminor = tar.TypeChar, 1, 3
			h.Name = strings.TrimSuffix(line, " ! c")
		case strings.HasSuffix(line, " | fifo"):
			h.Typeflag = tar.TypeFifo
			h.Name = strings.TrimSuffix(line, " | fifo")
		default:
			h.Typeflag, h.Mode, h.Name = tar.TypeDir, 0o755, line
		}
		if strings.Contains(line, "setuid") {
			h.Mode = 0o4755
		}
		if err := w.WriteHeader(h); err != nil {
			panic(err)
		}
		if _, err := w.Write([]byte(content)); err != nil {
			panic(err)
		}
	}
	if err := w.Close(); err != nil {
		panic(err)
	}
	return out.Bytes()
}

// unpackAll unpacks layers, the lowest first, into directories of their own and gives those, the topmost first.
func unpackAll(t testing.TB, parent string, layers ...[]byte) ([]*os.Root, error) {
	t.Helper()
	var done []*os.Root
	for i, archive := range layers {
		top, err := makeRoot(filepath.Join(parent, fmt.Sprint("layer", i)))
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { top.Close() })
		if _, err := unpack(t.Context(), bytes.NewReader(archive), top, done, -1); err != nil {
			return nil, err
		}
		done = append([]*os.Root{top}, done...)
	}
	return done, nil
}

// show lists what a layer became: files with content, links, whiteouts as "-", opaque directories as "#".
func show(t testing.TB, root *os.Root) string {
	t.Helper()
	var out []string
	err := fs.WalkDir(root.FS(), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || name == "." {
			return err
		}
		info, err := d.Info()
		if err != nil {
			return err
		}
		switch {
		case isWhiteout(info):
			name += "-"
		case info.IsDir():
			var value [1]byte
			name += "/"
			if n, _ := unix.Getxattr(filepath.Join(root.Name(), name), "user.overlay.opaque", value[:]); n == 1 && value[0] == 'y' {
				name += "#"
			}
		case info.Mode()&fs.ModeSymlink != 0:
			target, err := root.Readlink(name)
			if err != nil {
				return err
			}
			name += "->" + target
		case info.Mode()&fs.ModeNamedPipe != 0:
			name += "|"
		default:
			data, err := root.ReadFile(name)
			if err != nil {
				return err
			}
			name += "=" + string(data)
		}
		out = append(out, name)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return strings.Join(out, " ")
}

func TestUnpack(t *testing.T) {
	for _, c := range []struct {
		name   string
		layers [][]byte
		want   string // of the topmost layer
	}{
		{"plain", [][]byte{layer("./", "etc/", "etc/a = 1", "b -> etc/a", "c => etc/a", "d | fifo")},
			"b->etc/a c=1 d| etc/ etc/a=1"},
		{"the last of two counts", [][]byte{layer("a = 1", "a = 2", "b/x = 1", "b = file", "c -> a", "c/", "c/d = 1")},
			"a=2 b=file c/ c/d=1"},
		{"a link is replaced, not followed", [][]byte{layer("a = 1", "b -> a", "b = 2")}, "a=1 b=2"},
		{"whiteouts", [][]byte{layer("a = 1", "d/x = 1"), layer(".wh.a", "d/.wh..wh..opq", "d/y = 2", ".wh..wh.plnk")}, "a- d/# d/y=2"},
		{"made anew", [][]byte{layer("d/x = 1", "e/x = 1"), layer(".wh.d", "d/", "d/y = 2", "e/", "e/z = 1", ".wh.e")},
			"d/# d/y=2 e/# e/z=1"},
		{"made anew by what is in it", [][]byte{layer("d/x = 1"), layer(".wh.d", "d/y = 2")}, "d/# d/y=2"},
		{"through no link of a directory that is gone", [][]byte{layer("b/", "d/", "d/a -> ../b"), layer(".wh.d"), layer("d/a/x = 1")}, "d/ d/a/ d/a/x=1"},
		{"through no link below an opaque directory", [][]byte{layer("b/", "d/", "d/a -> ../b"), layer("d/", "d/.wh..wh..opq"), layer("d/a/x = 1")}, "d/ d/a/ d/a/x=1"},
		{"a hard link to a file of a layer below", [][]byte{layer("d/", "d/a = 1"), layer("x = 1"), layer("b => d/a")}, "b=1 d/ d/a=1"},
		{"a file of zeros", [][]byte{layer("a = \x00\x00", "b = \x00x", "c = x\x00")}, "a=\x00\x00 b=\x00x c=x\x00"},
		{"through a link of the same layer", [][]byte{layer("usr/lib/", "lib -> usr/lib", "lib/x = 1", "abs -> /usr", "abs/y = 2")},
			"abs->/usr lib->usr/lib usr/ usr/lib/ usr/lib/x=1 usr/y=2"},
		{"through a link of a layer below", [][]byte{layer("usr/bin/", "bin -> usr/bin"), layer("bin/x = 1")},
			"usr/ usr/bin/ usr/bin/x=1"},
		{"a directory becomes a link on the way", [][]byte{layer("a/x = 1", "b/", "a -> b", "a/y = 2", "a/z = 3")}, "a->b b/ b/y=2 b/z=3"},
		{"a link becomes a directory on the way", [][]byte{layer("b/", "a -> b", "a/x = 1", "a/", "a/y = 2")}, "a/ a/y=2 b/ b/x=1"},
		{"an absolute link leads to the image's root", [][]byte{layer("out -> /../../tmp", "out/x = 1")}, "out->/../../tmp tmp/ tmp/x=1"},
		{"a relative link stops there", [][]byte{layer("a/out -> ../../../../tmp", "a/out/x = 1")},
			"a/ a/out->../../../../tmp tmp/ tmp/x=1"},
		{"links instead of mount points stay links", [][]byte{layer("dev -> /etc", "proc -> ..")}, "dev->/etc proc->.."},
		{"devices are left out", [][]byte{layer("dev/", "dev/null ! c", "a = 1")}, "a=1 dev/"},
		{"a hard link to a link is to the link itself", [][]byte{layer("a -> /etc/passwd", "b => a")}, "a->/etc/passwd b->/etc/passwd"},
		{"absolute names are the image's", [][]byte{layer("/etc/a = 1", "//b = 2")}, "b=2 etc/ etc/a=1"},
	} {
		t.Run(c.name, func(t *testing.T) {
			roots, err := unpackAll(t, t.TempDir(), c.layers...)
			if err != nil {
				t.Fatal(err)
			}
			if got := show(t, roots[0]); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

func TestUnpackRefuses(t *testing.T) {
	huge := new(bytes.Buffer)
	w := tar.NewWriter(huge)
	if err := w.WriteHeader(&tar.Header{Name: "huge", Size: 1 << 40, Mode: 0o644}); err != nil {
		t.Fatal(err)
	}
	file := layer("a = 1")[:1024]
	for _, c := range []struct {
		archive []byte
		want    string
	}{
		{layer("../x = 1"), "leads out"},
		{layer("a/../../x = 1"), "leads out"},
		{layer("x => ../../etc/passwd"), "leads out"},
		{layer("x => /etc/passwd"), "no such file"},
		{layer("a -> /", "x => a/etc/passwd"), "no such file"},
		{layer("d/", "x => d"), "no file"},
		{layer("a = 1", ".wh.a", "x => b"), "no such file"},
		{layer("a -> b", "b -> a", "a/x = 1"), "too many levels"},
		{layer(strings.Repeat("d/", unix.PathMax/2)), "file name too long"},
		{layer("a -> b/"+strings.Repeat("d/", 2000), "b -> "+strings.Repeat("d/", 2000), "a/x = 1"), "file name too long"},
		{layer(".wh."), "no name"},
		{layer("d/.wh..."), "no name"},
		{layer("/ -> /etc"), "only be a directory"},
		{huge.Bytes(), "more than"},
		{append(file, holes(math.MaxInt64)...), "more than"},
		{layer("a = 1")[:500], "unexpected EOF"},
		{[]byte(strings.Repeat("rubbish ", 200)), "cannot read the archive"},
	} {
		parent := t.TempDir()
		_, err := unpackAll(t, parent, c.archive)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("want %q, got %v", c.want, err)
		}
	}
}

func TestUnpackModes(t *testing.T) {
	roots, err := unpackAll(t, t.TempDir(), layer("setuid = 1"))
	if err != nil {
		t.Fatal(err)
	}
	info, err := roots[0].Lstat("setuid")
	if err != nil {
		t.Fatal(err)
	}
	if info.Mode() != 0o755 || !info.ModTime().Equal(time.Unix(1e9, 0)) {
		t.Errorf("a set-user-ID file of 2001 became %v of %v", info.Mode(), info.ModTime())
	}
}

// TestUnpackSparse unpacks a file of a gigabyte of zeros, as archives hold it in a few bytes.
func TestUnpackSparse(t *testing.T) {
	const size = 1 << 30
	var archive bytes.Buffer
	w := tar.NewWriter(&archive)
	if err := w.WriteHeader(&tar.Header{Name: "lastlog", Size: size, Mode: 0o644}); err != nil {
		t.Fatal(err)
	}
	content := io.MultiReader(io.LimitReader(&archive, 512), strings.NewReader("x"), io.LimitReader(zeros{}, size-1+1024))
	dir := t.TempDir()
	top, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer top.Close()
	if n, err := unpack(t.Context(), content, top, nil, -1); err != nil || n != size {
		t.Fatalf("%d bytes, %v", n, err)
	}
	var stat unix.Stat_t
	if err := unix.Stat(filepath.Join(dir, "lastlog"), &stat); err != nil || stat.Size != size || stat.Blocks*512 > 1<<20 {
		t.Errorf("a file of %d bytes takes %d, %v", stat.Size, stat.Blocks*512, err)
	}
}

// A file of nothing but holes takes no reading of its archive, so nothing there ends it.
func TestUnpackCancelled(t *testing.T) {
	top, err := os.OpenRoot(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	defer top.Close()
	ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer cancel()
	if n, err := unpack(ctx, bytes.NewReader(holes(maxLayerBytes)), top, nil, -1); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("%d bytes, %v", n, err)
	}
}

// holes is an entry of a file that holds only zeros and says so, in the old GNU form: tar's manual, "Sparse Files".
func holes(size int64) []byte {
	var out bytes.Buffer
	header := &tar.Header{Name: "holes", Mode: 0o644, Format: tar.FormatGNU}
	if err := tar.NewWriter(&out).WriteHeader(header); err != nil {
		panic(err)
	}
	const checksum, kind, realSize = 148, 156, 483
	entry := out.Bytes()
	entry[kind] = tar.TypeGNUSparse
	entry[realSize] = 0x80 // 12 bytes in base 256
	binary.BigEndian.PutUint64(entry[realSize+4:], uint64(size))
	copy(entry[checksum:], "        ")
	sum := 0
	for _, c := range entry {
		sum += int(c)
	}
	copy(entry[checksum:], fmt.Sprintf("%06o\x00", sum))
	return entry
}

type zeros struct{}

func (zeros) Read(p []byte) (int, error) {
	clear(p)
	return len(p), nil
}

// FuzzUnpack checks that no archive reaches beyond its directory, and that nothing dangerous comes to be in it.
func FuzzUnpack(f *testing.F) {
	f.Add(layer("a/", "a/b = 1", "c -> /etc", "c/x = 1"), layer(".wh.a", "a/.wh..wh..opq", "d => a/b", "e | fifo", "f ! c"))
	f.Add(layer("../x = 1"), layer("a -> ..", "a/x = 1", "b -> a", "b/../x => y"))
	f.Fuzz(func(t *testing.T, lower, upper []byte) {
		parent := t.TempDir()
		inside := filepath.Join(parent, "in")
		if err := os.Mkdir(inside, 0o755); err != nil {
			t.Fatal(err)
		}
		unpackAll(t, inside, lower, upper)
		entries, err := os.ReadDir(parent)
		if err != nil || len(entries) != 1 {
			t.Fatalf("beside the layers there is %v, %v", entries, err)
		}
		layers, err := os.ReadDir(inside)
		if err != nil || len(layers) > 2 {
			t.Fatalf("layers: %v, %v", layers, err)
		}
		err = filepath.WalkDir(inside, func(path string, d fs.DirEntry, err error) error {
			if err != nil {
				return err
			}
			info, err := d.Info()
			if err != nil {
				return err
			}
			device := info.Mode()&fs.ModeDevice != 0 && !isWhiteout(info)
			if device || info.Mode()&(fs.ModeSetuid|fs.ModeSetgid) != 0 || info.Sys().(*syscall.Stat_t).Uid != uint32(os.Getuid()) {
				t.Errorf("%s is %v", path, info.Mode())
			}
			return nil
		})
		if err != nil {
			t.Error(err)
		}
	})
}
