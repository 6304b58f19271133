package lessons

import (
	"embed"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

//go:embed *.md
var builtin embed.FS

// Builtin is the course that Floorplan ships.
func Builtin() fs.FS { return builtin }

// These files of a course's folder are for its readers on a code host and are no lessons.
var noLessons = []string{"readme.md", "glossary.md", "index.md", "license.md", "contributing.md"}

// Load reads a course: every file of fsys named NN-name.md, in the order of their numbers, and glossary.md. It reads no
// folder below, and nothing that is not a regular file. What cannot be read is a Problem, and the rest still opens.
func Load(fsys fs.FS) Course { return load(fsys, "") }

// LoadDir reads the course in a folder, or the one lesson in a file.
func LoadDir(name string) Course {
	info, err := os.Stat(name)
	if err != nil {
		return Course{Problems: []Problem{fileProblem(name, err)}}
	}
	if !info.IsDir() {
		return loadFile(name)
	}
	return load(os.DirFS(name), name)
}

// loadFile reads one lesson. Its links may lead to files beside it.
func loadFile(name string) Course {
	dir, base := filepath.Split(name)
	fsys := os.DirFS(filepath.Clean(dir + "."))
	var c Course
	if strings.EqualFold(base, "glossary.md") {
		c.readGlossary(fsys, base, name)
		return c
	}
	c.read(fsys, base, name)
	c.checkLinks(fsys)
	return c
}

func load(fsys fs.FS, dir string) Course {
	var c Course
	entries, err := fs.ReadDir(fsys, ".")
	if err != nil {
		c.Problems = append(c.Problems, fileProblem(filepath.Join(dir, "."), err))
		return c
	}
	var names []string
	for _, e := range entries {
		name := e.Name()
		shown := filepath.Join(dir, name)
		switch {
		case e.IsDir() || !strings.EqualFold(path.Ext(name), ".md") || strings.HasPrefix(name, "."):
		case strings.EqualFold(name, "glossary.md"):
			c.readGlossary(fsys, name, shown)
		case slices.Contains(noLessons, strings.ToLower(name)):
		case !lessonForm.MatchString(name):
			c.Problems = append(c.Problems, Problem{File: shown, Message: "not read as a lesson: its name has no number",
				Hint: "name it by its place in the course, such as 05-" + strings.ToLower(name), Severity: Warning})
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
		c.Problems = append(c.Problems, Problem{File: filepath.Join(dir, "."), Message: "no lessons in this folder",
			Hint: "a lesson is a file named 01-name.md; 'floorplan new 01-name.md' writes one to start from", Severity: Error})
	}
	for _, name := range names {
		c.read(fsys, name, filepath.Join(dir, name))
	}
	c.checkLinks(fsys)
	return c
}

// read adds the lesson in a file. shown is the file's name for its reader.
func (c *Course) read(fsys fs.FS, name, shown string) {
	src, problem := readFile(fsys, name, shown)
	if problem != nil {
		c.Problems = append(c.Problems, *problem)
		return
	}
	lesson, problems := Parse(shown, src)
	c.Problems = append(c.Problems, problems...)
	if lesson == nil {
		return
	}
	if lesson.ID == "" || strings.ContainsAny(name, " \t") {
		c.Problems = append(c.Problems, Problem{File: shown, Message: "a file name with spaces, or without a name after its number",
			Hint: "links and commands are easier with a name such as 05-containers.md", Severity: Warning})
	}
	for _, other := range c.Lessons {
		if other.ID == lesson.ID {
			c.Problems = append(c.Problems, Problem{File: shown, Message: fmt.Sprintf("a second lesson called %q; the first is %s", lesson.ID, other.File),
				Hint: "the name after the number must be the lesson's own", Severity: Error})
			return
		}
	}
	c.Lessons = append(c.Lessons, lesson)
}

// readFile reads a regular file of at most maxFile bytes, and never waits for one that is a pipe.
func readFile(fsys fs.FS, name, shown string) ([]byte, *Problem) {
	info, err := fs.Stat(fsys, name)
	if err == nil && !info.Mode().IsRegular() {
		err = errors.New("not a regular file")
	}
	if err == nil && info.Size() > maxFile {
		return nil, &Problem{File: shown, Message: fmt.Sprintf("the file has %d MB", info.Size()>>20),
			Hint: "a lesson has at most 1 MB", Severity: Error}
	}
	if err != nil {
		problem := fileProblem(shown, err)
		return nil, &problem
	}
	f, err := fsys.Open(name)
	if err == nil {
		defer f.Close()
		var src []byte
		if src, err = io.ReadAll(io.LimitReader(f, maxFile+1)); err == nil {
			return src, nil
		}
	}
	problem := fileProblem(shown, err)
	return nil, &problem
}

// fileProblem is an error of the file system, without the path that the problem names already.
func fileProblem(shown string, err error) Problem {
	var pathErr *fs.PathError
	if errors.As(err, &pathErr) {
		err = pathErr.Err
	}
	return Problem{File: shown, Message: "cannot read it: " + err.Error(), Hint: "give a folder of lessons, or one lesson's file", Severity: Error}
}

// checkLinks follows the links between lessons, and to other files of the folder.
func (c *Course) checkLinks(fsys fs.FS) {
	for _, lesson := range c.Lessons {
		for _, l := range lesson.links {
			name, page, _ := strings.Cut(l.to, "#")
			i := slices.IndexFunc(c.Lessons, func(other *Lesson) bool { return filepath.Base(other.File) == name })
			if i >= 0 && page != "" {
				if problem, dead := deadLink(l, page, c.Lessons[i]); dead {
					c.Problems = append(c.Problems, problem)
				}
				continue
			}
			if i >= 0 || fs.ValidPath(name) && exists(fsys, name) {
				continue
			}
			var files []string
			for _, other := range c.Lessons {
				files = append(files, filepath.Base(other.File))
			}
			l.problem.Hint = suggest(name, files)
			c.Problems = append(c.Problems, l.problem)
		}
	}
}

func exists(fsys fs.FS, name string) bool {
	_, err := fs.Stat(fsys, name)
	return err == nil
}

var lessonForm = regexp.MustCompile(`(?i)^(\d{1,6})([-_. ]*)(.*?)(\.md)?$`)

// lessonID is the lesson's name and number by its file: 05-containers.md is "containers" and 5.
func lessonID(file string) (id string, number int) {
	base := filepath.Base(file)
	if m := lessonForm.FindStringSubmatch(base); m != nil {
		number, _ = strconv.Atoi(m[1])
		base = m[3]
	}
	return fragment(strings.TrimSuffix(base, ".md")), number
}
