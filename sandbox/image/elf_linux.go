package image

import (
	"debug/elf"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// linker finds the shared libraries of programs as ld.so(8) would, by reading files and running none: in the program's own
// run path, then in the directories of ld.so.conf, then in the standard ones.
type linker struct{ dirs []string }

func newLinker() *linker {
	dirs := readLinkerConfig("/etc/ld.so.conf", 0)
	for _, pattern := range []string{
		"/lib64", "/usr/lib64", "/lib", "/usr/lib", "/usr/local/lib", "/lib/*-linux-*", "/usr/lib/*-linux-*",
	} {
		matches, _ := filepath.Glob(pattern)
		dirs = append(dirs, matches...)
	}
	return &linker{dirs}
}

// readLinkerConfig reads the directories that ldconfig(8) searches.
func readLinkerConfig(file string, depth int) []string {
	data, err := os.ReadFile(file)
	if err != nil || depth > 8 {
		return nil
	}
	var dirs []string
	for line := range strings.Lines(string(data)) {
		line, _, _ = strings.Cut(line, "#")
		fields := strings.Fields(line)
		switch {
		case len(fields) == 2 && fields[0] == "include":
			pattern := fields[1]
			if !filepath.IsAbs(pattern) {
				pattern = filepath.Join(filepath.Dir(file), pattern)
			}
			files, _ := filepath.Glob(pattern)
			for _, include := range files {
				dirs = append(dirs, readLinkerConfig(include, depth+1)...)
			}
		case len(fields) == 1 && filepath.IsAbs(fields[0]):
			dirs = append(dirs, fields[0])
		}
	}
	return dirs
}

// needs lists the files that a program or library needs to be loaded: its interpreter and the libraries that it names, each
// by a path that exists. A file that is no ELF program needs nothing. A library is also looked for in the run paths of those
// that load it, as what they have loaded serves it too; paths gives the run paths that count for what the file needs.
func (l *linker) needs(file string, inherited []string) (needed, paths []string, err error) {
	in, err := os.Open(file)
	if err != nil {
		return nil, nil, err
	}
	defer in.Close()
	var magic [len(elf.ELFMAG)]byte
	if _, err := in.ReadAt(magic[:], 0); err == io.EOF || string(magic[:]) != elf.ELFMAG {
		return nil, nil, nil
	}
	f, err := elf.NewFile(in)
	if err != nil {
		return nil, nil, fmt.Errorf("cannot read %s: %w", file, err)
	}
	for _, segment := range f.Progs {
		if segment.Type != elf.PT_INTERP || segment.Filesz > 4096 {
			continue
		}
		data := make([]byte, segment.Filesz)
		if _, err := segment.ReadAt(data, 0); err != nil {
			return nil, nil, fmt.Errorf("cannot read the interpreter of %s: %w", file, err)
		}
		needed = append(needed, strings.TrimRight(string(data), "\x00"))
	}
	names, err := f.ImportedLibraries()
	if err != nil {
		return nil, nil, fmt.Errorf("cannot read the libraries of %s: %w", file, err)
	}
	paths = slices.Concat(runPath(f, file), inherited)
	for _, name := range names {
		found, ok := find(name, slices.Concat(paths, l.dirs), f)
		if !ok {
			return nil, nil, fmt.Errorf("cannot find the library %s, which %s needs", name, file)
		}
		needed = append(needed, found)
	}
	return needed, paths, nil
}

// runPath is what the program itself says of where its libraries are. $ORIGIN is its own directory.
func runPath(f *elf.File, file string) []string {
	var dirs []string
	for _, tag := range []elf.DynTag{elf.DT_RPATH, elf.DT_RUNPATH} {
		values, _ := f.DynString(tag)
		for _, value := range values {
			dirs = append(dirs, filepath.SplitList(value)...)
		}
	}
	origin := filepath.Dir(file)
	if real, err := filepath.EvalSymlinks(file); err == nil {
		origin = filepath.Dir(real)
	}
	for i, dir := range dirs {
		dirs[i] = strings.NewReplacer("$ORIGIN", origin, "${ORIGIN}", origin).Replace(dir)
	}
	return dirs
}

// find looks for a library made for the same machine as f.
func find(name string, dirs []string, f *elf.File) (string, bool) {
	if strings.Contains(name, "/") {
		return name, true
	}
	for _, dir := range dirs {
		file := filepath.Join(dir, name)
		lib, err := elf.Open(file)
		if err != nil {
			continue
		}
		same := lib.Machine == f.Machine && lib.Class == f.Class
		lib.Close()
		if same {
			return file, true
		}
	}
	return "", false
}
