package main

import (
	"bufio"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// mayImport says which of this module's packages a package may import: the direction of imports in docs/how-it-works.md.
// A package stands for those below it too, unless they have a line of their own.
var mayImport = map[string][]string{
	".":               {"cli"},
	"cli":             {"tui", "plain", "lab", "lessons", "progress", "sandbox", "sandbox/image", "sandbox/vm"},
	"tui":             {"tui/terminal", "lab", "lessons", "progress", "sandbox"},
	"tui/terminal":    {},
	"plain":           {"lab", "lessons", "progress"},
	"lab":             {"lessons", "sandbox", "sandbox/native", "sandbox/vm", "sandbox/image"},
	"lessons":         {},
	"progress":        {},
	"sandbox":         {},
	"sandbox/native":  {"sandbox", "sandbox/image", "sandbox/cgroup", "sandbox/outside"},
	"sandbox/vm":      {"sandbox", "sandbox/image", "sandbox/vm"},
	"sandbox/image":   {"sandbox"},
	"sandbox/cgroup":  {"sandbox"},
	"sandbox/outside": {},
}

// maxLines is how long a file may be, tests aside, before it should be two. About 400 is the aim.
const maxLines = 460

func TestArchitecture(t *testing.T) {
	packages := map[string]bool{} // folder -> some file documents the package
	err := filepath.WalkDir(".", func(name string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir() && name != "." && (strings.ContainsAny(entry.Name()[:1], "._") || entry.Name() == "testdata"):
			return filepath.SkipDir
		case entry.IsDir() || filepath.Ext(name) != ".go":
			return nil
		}
		name = filepath.ToSlash(name)
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ImportsOnly|parser.ParseComments)
		if err != nil {
			return err
		}
		if !strings.HasSuffix(name, "_test.go") {
			checkImports(t, name, file)
			packages[path.Dir(name)] = packages[path.Dir(name)] || file.Doc.Text() != ""
			if n := lines(t, name); n > maxLines {
				t.Errorf("%s has %d lines, and %d are a lot", name, n, maxLines)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for folder, documented := range packages {
		if !documented {
			t.Errorf("package %s has no documentation: say what it is for above a package clause", folder)
		}
		if slices.Contains([]string{"util", "utils", "common", "types", "helpers"}, path.Base(folder)) {
			t.Errorf("package %s is named after nothing", folder)
		}
	}
}

func checkImports(t *testing.T, name string, file *ast.File) {
	folder := path.Dir(name)
	for _, spec := range file.Imports {
		imported, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			t.Fatal(err)
		}
		if strings.HasPrefix(imported, "charm.land/bubbletea/") && !strings.HasPrefix(folder, "tui") {
			t.Errorf("%s imports Bubble Tea, which is for tui", name)
		}
		inside, ok := strings.CutPrefix(imported, "floorplan/")
		if !ok {
			continue
		}
		from, to := rule(folder), rule(inside)
		if from == to {
			continue
		}
		if allowed, known := mayImport[from]; !known {
			t.Errorf("%s: say in arch_test.go what package %s may import", name, folder)
		} else if !slices.Contains(allowed, to) {
			t.Errorf("%s imports %s: imports go from main to cli, tui, lab and on to lessons, sandbox and progress", name, imported)
		}
	}
}

// rule is the line of mayImport that counts for a folder.
func rule(folder string) string {
	for ; folder != "."; folder = path.Dir(folder) {
		if _, ok := mayImport[folder]; ok {
			return folder
		}
	}
	return folder
}

func lines(t *testing.T, name string) int {
	file, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	n := 0
	for scanner := bufio.NewScanner(file); scanner.Scan(); {
		n++
	}
	return n
}
