package lessons

import (
	"fmt"
	"slices"
	"strings"
)

// maxPut is how many bytes a file may have: below what the kernel takes as one argument (MAX_ARG_STRLEN, execve(2)).
const maxPut = 64 << 10

// filePath is where a lesson may put a file: an absolute path, or one below the home.
var filePath = expression(`^~?(/[A-Za-z0-9._+-]+)+$`)

// sandboxFile puts a file into a sandbox.
func (p *parser) sandboxFile(f fence) {
	file, name := File{Text: f.code}, ""
	for _, a := range f.attrs {
		switch a.key {
		case "file":
			name = p.sandboxName(a)
		case "path":
			file.Path = a.value
			if !filePath().MatchString(a.value) || strings.Contains(a.value+"/", "/../") {
				p.problem(Error, a.valueAt, fmt.Sprintf("%q is no path for a file", a.value), "write an absolute path, such as path=/usr/bin/job, or one in the home: path=~/job")
			}
		}
	}
	if len(f.code) > maxPut {
		p.problem(Error, f.at, fmt.Sprintf("a file of %d bytes", len(f.code)), fmt.Sprintf("at most %d: it travels as an argument of a command", maxPut))
	}
	if file.Path == "" {
		p.problem(Error, f.at, "a file without a path", "add path=/usr/bin/job, or path=~/job for one in the home")
	}
	for i := range p.lesson.Sandboxes {
		s := &p.lesson.Sandboxes[i]
		if s.Name != name {
			continue
		}
		if slices.ContainsFunc(s.Files, func(other File) bool { return other.Path == file.Path }) {
			p.problem(Error, f.at, fmt.Sprintf("sandbox %s has two files %s", name, file.Path), "remove one of the two")
		}
		s.Files = append(s.Files, file)
	}
}
