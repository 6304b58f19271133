package lessons

import (
	"cmp"
	"embed"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"
)

//go:embed *.md
var builtin embed.FS

// Builtin is the course that Floorplan ships.
func Builtin() fs.FS { return builtin }

// These files of a course's folder are for its readers on a code host and are no lessons.
var noLessons = []string{"readme.md", "index.md", "license.md", "contributing.md"}

const glossaryFile = "glossary.md"

// Load reads a course: every file of fsys named NN-name.md, in the order of their numbers, and glossary.md. It reads no
// folder below, and nothing that is not a regular file. What cannot be read is a Problem, and the rest still opens.
func Load(fsys fs.FS) Course {
	l := loader{fsys: fsys}
	l.folder()
	return l.course
}

// LoadDir reads the course in a folder, or the one lesson in a file.
func LoadDir(name string) Course {
	info, err := os.Stat(name)
	if err == nil && !info.IsDir() {
		l := loader{fsys: os.DirFS(filepath.Dir(name)), dir: filepath.Dir(name)}
		base := filepath.Base(name)
		l.add(base, l.open(base))
		l.follow()
		return l.course
	}
	l := loader{fsys: os.DirFS(name), dir: name}
	l.folder()
	return l.course
}

// loader is a course while it is read.
type loader struct {
	fsys   fs.FS
	dir    string // the folder's name for messages; empty for the shipped course
	course Course
	links  []link // of the lessons and the glossary to other files
}

// folderProblem is about the folder, problem about one of its files.
func (l *loader) folderProblem(message, hint string) {
	l.course.Problems = append(l.course.Problems, Problem{File: cmp.Or(l.dir, "."), Message: message, Hint: hint, Severity: Error})
}

func (l *loader) problem(s Severity, name, message, hint string) {
	l.course.Problems = append(l.course.Problems, Problem{File: filepath.Join(l.dir, name), Message: message, Hint: hint, Severity: s})
}

func (l *loader) folder() {
	entries, err := fs.ReadDir(l.fsys, ".")
	if err != nil {
		l.folderProblem("cannot read it: "+reason(err), "give a folder of lessons, or one lesson's file")
		return
	}
	var names []string
	for _, e := range entries {
		name := e.Name()
		switch {
		case e.IsDir() || !strings.EqualFold(path.Ext(name), ".md") || strings.HasPrefix(name, "."):
		case strings.EqualFold(name, glossaryFile):
			l.add(name, l.open(name))
		case slices.Contains(noLessons, strings.ToLower(name)):
		case !lessonForm().MatchString(name):
			l.problem(Warning, name, "not read as a lesson: its name starts with no number",
				"name it by its place in the course, such as 05-"+strings.ToLower(name))
		default:
			names = append(names, name)
		}
	}
	slices.SortStableFunc(names, func(a, b string) int {
		_, m := lessonID(a)
		_, n := lessonID(b)
		return m - n
	})
	if len(names) == 0 {
		l.folderProblem("no lessons in this folder", "a lesson is a file named 01-name.md; 'floorplan new 01-name.md' writes one to start from")
	}
	// The files are read side by side: this is much of the work between a program's start and its first screen.
	files := make([]opened, len(names))
	workers := min(runtime.GOMAXPROCS(0), len(names))
	var reading sync.WaitGroup
	for w := range workers {
		reading.Go(func() {
			for i := w; i < len(names); i += workers {
				files[i] = l.open(names[i])
			}
		})
	}
	reading.Wait()
	for i, name := range names {
		l.add(name, files[i])
	}
	l.follow()
}

// opened is what one file holds.
type opened struct {
	lesson   *Lesson
	glossary Glossary
	links    []link
	problems []Problem
}

// open reads a lesson or the glossary. It may be called for several files at once.
func (l *loader) open(name string) (o opened) {
	shown := filepath.Join(l.dir, name)
	src, err := readFile(l.fsys, name)
	switch {
	case err != nil:
		hint := fileHint
		if errors.Is(err, fs.ErrPermission) {
			hint = "make it readable for you, or take it out of the folder"
		}
		o.problems = []Problem{{File: shown, Message: "cannot read it: " + reason(err), Hint: hint, Severity: Error}}
	case strings.EqualFold(name, glossaryFile):
		o.glossary, o.links, o.problems = parseGlossary(shown, src)
	default:
		if o.lesson, o.problems = Parse(shown, src); o.lesson != nil {
			o.links = o.lesson.links
		}
	}
	return o
}

// add puts what a file holds into the course.
func (l *loader) add(name string, o opened) {
	l.course.Problems = append(l.course.Problems, o.problems...)
	if strings.EqualFold(name, glossaryFile) {
		l.course.Glossary = o.glossary
	}
	if o.lesson != nil {
		if o.lesson.ID == "" || strings.ContainsAny(name, " \t") {
			l.problem(Warning, name, "a file name with spaces, or with nothing after its number", "name it in the form 05-containers.md")
		}
		for _, other := range l.course.Lessons {
			if other.ID == o.lesson.ID {
				l.problem(Error, name, fmt.Sprintf("a second lesson called %q; the first is %s", other.ID, other.File),
					"give the file another name after its number")
				return
			}
		}
		l.course.Lessons = append(l.course.Lessons, o.lesson)
	}
	l.links = append(l.links, o.links...)
}

// readFile reads a regular file of at most maxFile bytes, and never waits for one that is a pipe.
func readFile(fsys fs.FS, name string) ([]byte, error) {
	info, err := fs.Stat(fsys, name)
	switch {
	case err != nil:
		return nil, err
	case !info.Mode().IsRegular():
		return nil, errors.New("not a regular file")
	case info.Size() > maxFile:
		return nil, fmt.Errorf("it has %d KB", info.Size()>>10)
	}
	f, err := fsys.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, maxFile+1)) // it may have grown; Parse refuses it then
}

// reason is an error of the file system without the path, which the problem names already.
func reason(err error) string {
	var pathErr *fs.PathError
	if errors.As(err, &pathErr) {
		err = pathErr.Err
	}
	return err.Error()
}

// follow follows the links between lessons, and to other files of the folder.
func (l *loader) follow() {
	var files []string
	for _, lesson := range l.course.Lessons {
		files = append(files, filepath.Base(lesson.File))
	}
	for _, link := range l.links {
		name, page, _ := strings.Cut(link.to, "#")
		if plain, err := url.PathUnescape(name); err == nil {
			name = path.Clean(plain)
		}
		i := slices.Index(files, name)
		switch {
		case i >= 0 && page != "":
			if problem, dead := deadLink(link, page, l.course.Lessons[i]); dead {
				l.course.Problems = append(l.course.Problems, problem)
			}
		case i < 0 && !exists(l.fsys, name):
			link.problem.Hint = suggest(name, files)
			l.course.Problems = append(l.course.Problems, link.problem)
		}
	}
	slices.SortStableFunc(l.course.Problems, byPlace)
}

func exists(fsys fs.FS, name string) bool {
	if !fs.ValidPath(name) {
		return false
	}
	_, err := fs.Stat(fsys, name)
	return err == nil
}

var lessonForm = expression(`(?i)^(\d{1,6})([-_. ]*)(.*?)(\.md)?$`)

// lessonID is the lesson's name and number by its file: 05-containers.md is "containers" and 5.
func lessonID(file string) (id string, number int) {
	base := filepath.Base(file)
	if m := lessonForm().FindStringSubmatch(base); m != nil {
		number, _ = strconv.Atoi(m[1])
		base = m[3]
	}
	return fragment(strings.TrimSuffix(base, ".md")), number
}
