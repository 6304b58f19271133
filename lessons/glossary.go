package lessons

import "io/fs"

// Glossary are the words that a course explains, from its glossary.md.
type Glossary []Term

// Term is one word: a ## heading of glossary.md, with the text below it.
type Term struct {
	Name string
	Also []string // other forms, as in "## cgroup, control group"
	Text string   // Markdown
	Line int
}

func (c *Course) readGlossary(fsys fs.FS, name, shown string) {}
