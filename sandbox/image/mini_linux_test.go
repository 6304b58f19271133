package image

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// TestMini runs programs of the mini image in nothing but it.
func TestMini(t *testing.T) {
	store := newStore(t)
	root, err := store.Resolve(t.Context(), "mini", nil)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	got := unshared(t, `mount -t overlay overlay -o "userxattr,lowerdir=$1" /mnt; mount -t proc proc /mnt/proc 2>/dev/null || true
		exec chroot /mnt /bin/sh -ec 'echo a b | sed s/a/c/ | grep c; ls -d /usr/bin; ls / | sort | head -1; test ! -e /boot
		for p in cat ls sed grep; do v=$($p --version 2>&1) || test $? -ne 127; done'`, strings.Join(root.Layers, ":"))
	if want := "c b\n/usr/bin\nbin"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	infos, err := store.List()
	if err != nil || len(infos) != 1 || infos[0].Size < 1<<20 || infos[0].Size > 64<<20 || !infos[0].InUse {
		t.Errorf("list: %+v, %v", infos, err)
	}
	if err := store.Remove(t.Context(), "mini"); err == nil {
		t.Error("removed under a sandbox")
	}
	root.Close()
	if err := store.Remove(t.Context(), "mini"); err != nil {
		t.Error(err)
	}
	if infos, err := store.List(); err != nil || len(infos) != 0 {
		t.Errorf("after removal: %+v, %v", infos, err)
	}
}

func TestMiniFollowsTheHost(t *testing.T) {
	dir := t.TempDir()
	file, link := filepath.Join(dir, "file"), filepath.Join(dir, "link")
	write := func(text string) {
		t.Helper()
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write("1")
	if err := os.Symlink("file", link); err != nil {
		t.Fatal(err)
	}
	c := &collector{linker: newLinker(), seen: map[string]bool{}}
	if err := c.add(link); err != nil {
		t.Fatal(err)
	}
	index := &miniIndex{Sources: c.sources}
	if len(c.sources) != 2 || !index.current() {
		t.Fatalf("a link and its file: %+v", c.sources)
	}
	write("22")
	if index.current() {
		t.Error("a changed file went unnoticed")
	}
	if err := os.Remove(file); err != nil {
		t.Fatal(err)
	}
	if index.current() {
		t.Error("a missing file went unnoticed")
	}
}

func TestLinkerConfig(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{
		"ld.so.conf": "include d/*.conf # more\n/opt/lib\nrelative\n", "d/a.conf": "/a\n/b # b\n", "d/loop.conf": "include loop.conf\n",
	} {
		file := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if got := strings.Join(readLinkerConfig(filepath.Join(dir, "ld.so.conf"), 0), " "); got != "/a /b /opt/lib" {
		t.Errorf("got %q", got)
	}
}

func TestHost(t *testing.T) {
	root := Host()
	inside := map[string]bool{}
	for _, bind := range root.Binds {
		inside[bind.Target] = true
	}
	for _, link := range root.Links {
		inside[link.Path] = true
	}
	if !inside["/usr"] || !inside["/etc"] || !inside["/bin"] || inside["/home"] || inside["/root"] {
		t.Errorf("the host image shows %+v and %+v", root.Binds, root.Links)
	}
}

// TestWriteCPIO reads an archive back by the format's own rules.
func TestWriteCPIO(t *testing.T) {
	low, high := t.TempDir(), t.TempDir()
	for path, text := range map[string]string{
		low + "/bin/sh": "shell", low + "/etc/hosts": "old", high + "/etc/hosts": "new", low + "/etc/passwd": "replaced",
	} {
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Symlink("bin", low+"/sbin"); err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	err := WriteCPIO(&out, []string{high, low}, []File{
		{Path: "/init", Mode: 0o755, Data: []byte("odd")},
		{Path: "/dev/console", Mode: fs.ModeDevice | fs.ModeCharDevice | 0o600, Major: 5, Minor: 1},
		{Path: "/etc/passwd", Mode: fs.ModeSymlink | 0o777, Data: []byte("hosts")},
	})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for data := out.Bytes(); ; {
		field := func(i int) int {
			n, err := strconv.ParseUint(string(data[6+8*i:14+8*i]), 16, 32)
			if err != nil {
				t.Fatal(err)
			}
			return int(n)
		}
		if string(data[:6]) != "070701" {
			t.Fatalf("no header after %q", got)
		}
		round := func(n int) int { return (n + 3) &^ 3 }
		mode, size, nameSize := field(1), field(6), field(11)
		name := string(data[110 : 110+nameSize-1])
		start := round(110 + nameSize)
		if name == "TRAILER!!!" {
			break
		}
		got = append(got, fmt.Sprintf("%s %o %d,%d %s", name, mode, field(9), field(10), data[start:start+size]))
		data = data[round(start+size):]
	}
	want := []string{
		"bin 40755 0,0 ", "bin/sh 100755 0,0 shell", "dev 40755 0,0 ", "dev/console 20600 5,1 ", "etc 40755 0,0 ",
		"etc/hosts 100755 0,0 new", "etc/passwd 120777 0,0 hosts", "init 100755 0,0 odd", "sbin 120777 0,0 bin",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}
