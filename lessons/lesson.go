// Package lessons reads a course: a folder of Markdown files named 01-name.md, 02-name.md and so on, each a [Lesson] of
// [Page]s of [Block]s. It runs nothing and knows no width, no colour and no sandbox engine; a lesson's sandboxes are the
// words of its front matter. The course that Floorplan ships lies beside this file and is embedded.
//
// docs/writing-lessons.md describes the format. Everything that can be wrong in a file is a [Problem] with its line, column
// and a hint, and a problem in one lesson leaves the others readable.
package lessons

// Course is a folder of lessons.
type Course struct {
	// Lessons are in the order of their file names. Those with problems of severity error are left out.
	Lessons  []*Lesson
	Problems []Problem
	// Glossary is the folder's glossary.md, in the order of the file.
	Glossary Glossary
}

// Lesson is one file.
type Lesson struct {
	ID      string // the file name without number and extension: 05-containers.md is "containers"
	Number  int    // the number the file name starts with; 0 for none
	File    string // as opened
	Title   string
	Minutes int // how long a student takes, 1 to 240; 0 where the author does not say
	// Sandboxes are in the order of the front matter.
	Sandboxes []Sandbox
	Sources   []string
	Pages     []*Page

	source []byte // as read, for With
	values []value
	pools  bool // some question has several forms
	links  []link
}

// Sandbox is one entry under "sandboxes" in the front matter. Sizes are as written ("64M"); the lesson's reader has checked
// their form, and lab turns the entry into an engine's specification.
type Sandbox struct {
	Name      string // what run=, check= and solve= say
	Engine    string // native (the default) or vm
	Image     string
	Profile   string   // locked (the default) or admin
	Share     []string // namespaces left as the host's: pid, net, mnt, uts, ipc, user, cgroup, time
	Hostname  string
	Memory    int64 // bytes
	Disk      int64 // bytes
	Pids      int
	CPUs      float64
	CPUWeight int
	Network   string
	Outside   bool              // its programs reach public addresses
	Volumes   map[string]string // path inside -> volume name; the volume lasts as long as the lesson is open
	// Needs are the parts of this machine, as doctor names them, without which the sandbox's blocks are off: postgresql.
	Needs []string
	// Files are in the sandbox before anything runs in it, in the order of the lesson.
	Files []File
	Line  int
}

// File is a file that a lesson puts into a sandbox: a fence with file=.
type File struct {
	// Path is absolute, or begins with ~/ for the home of the sandbox's user.
	Path string
	// Text is what the file holds. One that begins with #! can be executed.
	Text string
}

// Page is a part of a lesson that is shown at once: from one "##" heading to the next.
type Page struct {
	ID     string // the heading as a fragment: "Your own processes" is your-own-processes; unique in its lesson
	Title  string
	Blocks []Block
	Line   int
}

// Kind says what a block is.
type Kind int

// The kinds of block.
const (
	Prose Kind = iota // Markdown to read, fences without attributes included
	Run               // a fence with run=: typed into the sandbox's terminal on Enter
	Check             // a fence with check=: run unseen until it succeeds; its solution is the solve= fence that follows it
	Question
	Figure // a fence with figure=: a live picture
)

// Block is one part of a page. Kind says which of the fields below it are set.
type Block struct {
	Kind Kind
	// ID is stable while the block's place among its kind on its page is: "your-own-processes/run-1". Progress keeps it.
	ID   string
	Line int
	// Text is Markdown: all of a Prose block, and what a code host would show of the others.
	Text string

	// Run, Check and Figure.
	Sandbox string // the name in the front matter
	Lang    string // sh, bash, python, sql, …
	Code    string // what is run, with a newline at its end

	// Run and Check. After are the IDs of the run blocks and checks that it builds on, in the lesson's order where the author
	// kept it: without them it would answer falsely. Empty is nothing at all, nil what the author does not say.
	After []string

	// Run.
	Exit    int         // the exit status that the author declares, 0 by default
	Predict *Prediction // asked before the block runs; nil for none
	Timeout int         // seconds the block may take when nobody watches, 30 by default

	// Check.
	Task     string // the sentence that asks for it: the paragraph before the fence, which no Prose block repeats (Markdown)
	Hint     string
	Solution string // code that makes the check pass
	SolveIn  string // the sandbox the solution is typed into; the check's own unless solve= says otherwise

	// Question. Where it has several forms, Pool is all of them and Ask the one that was drawn for this attempt.
	Ask  *Ask
	Pool []*Ask

	// Figure: which picture, and its settings as written after the fence's language: "of", the sandboxes that it draws, with
	// commas between them; all of the lesson's without it.
	Figure string
	Args   map[string]string
}

// Prediction is a question whose answer the machine gives: it is the last line that the block prints, with spaces trimmed.
type Prediction struct {
	Question string
	// Choices are offered when there are any; the right one is the one equal to the answer. None asks for a line of text.
	Choices []string
	// Tolerance is how far a number may be off and still count, in the answer's unit; 0 asks for the exact number.
	Tolerance float64
}

// AskKind is the kind of a question.
type AskKind int

// The kinds of question.
const (
	One    AskKind = iota // one option is right
	Many                  // several are; all of them and no other must be chosen
	Number                // a number with a tolerance
	Order                 // the options in the right order
	Text                  // a line of text with accepted forms
)

// Ask is a question: a "### Question:" heading, a task list, a quote.
type Ask struct {
	Kind    AskKind
	Prompt  string // Markdown
	Options []Option
	// Number.
	Value, Tolerance float64
	Unit             string
	// Text: the accepted forms, compared without case and with runs of spaces as one.
	Accept []string
	// Why is shown after an answer, right or wrong (Markdown).
	Why string
	// See is the ID of the page that Why links to first, where it links to one of the lesson's.
	See string
}

// Option is one line of a task list. For Order the options stand in the right order.
type Option struct {
	Text  string // Markdown
	Right bool
	// Why says what would have to be true for a wrong option (Markdown); may be empty.
	Why string
}
