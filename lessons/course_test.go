package lessons

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"testing/fstest"
)

// The shipped course is what an author is asked to write: nothing is wrong in it, warnings included.
func TestBuiltin(t *testing.T) {
	c := Load(Builtin())
	for _, p := range c.Problems {
		t.Error(p.Error())
	}
	if len(c.Lessons) == 0 {
		t.Error("no lessons")
	}
}

func TestTemplate(t *testing.T) {
	for _, title := range []string{"", "Names", `"quoted": and #more`} {
		lesson, problems := Parse("01-x.md", []byte(Template(title)))
		if lesson == nil || len(problems) > 0 || title != "" && lesson.Title != title {
			t.Errorf("title %q: %v %v", title, lesson, problems)
			continue
		}
		if want := (Counts{Runs: 1, Checks: 1, Questions: 1, Predictions: 1}); lesson.Counts() != want {
			t.Errorf("it has %+v", lesson.Counts())
		}
	}
}

func file(src string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(src)} }

func TestLoadOrderAndNames(t *testing.T) {
	lesson := Template("A lesson")
	c := Load(fstest.MapFS{
		"10-last.md":      file(lesson),
		"9-first.md":      file(lesson),
		"README.md":       file("# Read me"),
		".hidden.md":      file("x"),
		"notes.txt":       file("x"),
		"draft.md":        file("x"),
		"12 two words.md": file(lesson),
		"11-last.md":      file(lesson),
		"13-broken.md":    file("x"),
		"sub/01-below.md": file(lesson),
	})
	var ids []string
	for _, l := range c.Lessons {
		ids = append(ids, l.ID)
	}
	if got := strings.Join(ids, " "); got != "first last two-words" {
		t.Errorf("lessons are %s", got)
	}
	var messages []string
	for _, p := range c.Problems {
		messages = append(messages, p.File+": "+p.Message)
	}
	want := []string{
		`11-last.md: a second lesson called "last"; the first is 10-last.md`,
		"12 two words.md: a file name with spaces, or with nothing after its number",
		"13-broken.md: no front matter",
		"draft.md: not read as a lesson: its name starts with no number",
	}
	if got := strings.Join(messages, "\n"); got != strings.Join(want, "\n") {
		t.Errorf("problems are\n%s", got)
	}
}

// A folder may hold anything: each file that is no lesson is told, and the others open.
func TestLoadBadFolder(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("skipped: making links needs a privilege on Windows")
	}
	dir := t.TempDir()
	write := func(name, src string) {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(src), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	link := func(to, name string) {
		if err := os.Symlink(to, filepath.Join(dir, name)); err != nil {
			t.Fatal(err)
		}
	}
	write("01-good.md", Template("Good"))
	write("02-dos.md", "\uFEFF"+strings.ReplaceAll(Template("Made on Windows"), "\n", "\r\n"))
	write("03-large.md", strings.Repeat("x", 10<<20))
	write("04-binary.md", "\x7fELF\x02\x01\x01\x00\x00")
	write("05-empty.md", "")
	link("06-loop.md", "06-loop.md")
	link(".", "07-folder.md")
	link(".", "loop")
	link("01-good.md", "08-link.md")
	link("nowhere.md", "09-dangling.md")
	makePipe(t, filepath.Join(dir, "10-pipe.md"))

	c := LoadDir(dir)
	var ids []string
	for _, l := range c.Lessons {
		ids = append(ids, l.ID)
	}
	if got := strings.Join(ids, " "); got != "good dos link" {
		t.Errorf("lessons are %s", got)
	}
	var got []string
	for _, p := range c.Problems {
		got = append(got, strings.TrimPrefix(p.File, dir+string(filepath.Separator))+": "+p.Message)
	}
	want := []string{
		"03-large.md: cannot read it: it has 10240 KB",
		"04-binary.md: control character U+007F",
		"05-empty.md: no front matter",
		"06-loop.md: cannot read it: too many levels of symbolic links",
		"07-folder.md: cannot read it: not a regular file",
		"09-dangling.md: cannot read it: no such file or directory",
		"10-pipe.md: cannot read it: not a regular file",
	}
	if got := strings.Join(got, "\n"); got != strings.Join(want, "\n") {
		t.Errorf("problems are\n%s\nwant\n%s", got, strings.Join(want, "\n"))
	}
}

func TestLoadDirErrors(t *testing.T) {
	dir := t.TempDir()
	missing := filepath.Join(dir, "missing")
	cases := []struct{ name, want string }{
		{dir, dir + ": no lessons in this folder\nhint: a lesson is a file named 01-name.md; 'floorplan new 01-name.md' writes one to start from"},
		{missing, missing + ": cannot read it: no such file or directory\nhint: give a folder of lessons, or one lesson's file"},
	}
	for _, c := range cases {
		course := LoadDir(c.name)
		if len(course.Problems) != 1 || course.Problems[0].Error() != c.want && runtime.GOOS != "windows" {
			t.Errorf("got %v\nwant %s", course.Problems, c.want)
		}
	}
	one := filepath.Join(dir, "my-draft.md")
	if err := os.WriteFile(one, []byte(Template("Draft")), 0o644); err != nil {
		t.Fatal(err)
	}
	if c := LoadDir(one); len(c.Lessons) != 1 || c.Lessons[0].ID != "my-draft" || len(c.Problems) > 0 {
		t.Errorf("one file: %v %v", c.Lessons, c.Problems)
	}
}

func TestLinks(t *testing.T) {
	head := "---\ntitle: T\nsources: [x]\n---\n## Page\n\n"
	c := Load(fstest.MapFS{
		"01-a.md": file(head + "[1](02-b.md) [2](02-b.md#page) [3](02-b.md#pag) [4](02-c.md) [5](plan.txt)\n" +
			"[6](https://example.org/x#y) [7](./02-b.md#page) [8](../up.md) [9](#page)\n"),
		"02-b.md":     file(head + "Text.\n"),
		"plan.txt":    file("x"),
		"glossary.md": file("## flat\nA [home](01-a.md#page), not a [house](#house) but a [flat](#flat).\n"),
	})
	var got []string
	for _, p := range c.Problems {
		got = append(got, p.File+": "+p.Message+"; "+p.Hint)
	}
	want := []string{
		"01-a.md: this link leads nowhere: 02-b.md#pag; did you mean page?",
		"01-a.md: this link leads nowhere: 02-c.md; did you mean 02-b.md or 01-a.md?",
		"01-a.md: this link leads nowhere: ../up.md; known are 01-a.md and 02-b.md",
		"glossary.md: this link leads nowhere: #house; known are flat",
	}
	if got := strings.Join(got, "\n"); got != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", got, strings.Join(want, "\n"))
	}
}

func TestFind(t *testing.T) {
	c := Load(fstest.MapFS{
		"05-containers.md": file(Template("Linux containers")),
		"06-apartments.md": file(Template("Houses and apartments")),
		"07-docker.md":     file("---\ntitle: [\n---\n"),
	})
	found := []struct {
		ref, id string
		page    int
	}{
		{"containers", "containers", 0},
		{"5", "containers", 0},
		{"05", "containers", 0},
		{"05-containers.md", "containers", 0},
		{"Containers", "containers", 0},
		{"houses and apartments", "apartments", 0},
		{"containers#your-turn", "containers", 1},
		{"containers#2", "containers", 1},
		{"6#a-room-of-its-own", "apartments", 0},
	}
	for _, f := range found {
		lesson, page, err := c.Find(f.ref)
		if err != nil || lesson.ID != f.id || page != f.page {
			t.Errorf("%s: got %v, %d, %v", f.ref, lesson, page, err)
		}
	}
	missing := []struct{ ref, want string }{
		{"contaners", "no lesson is called \"contaners\"\nhint: did you mean containers? 'floorplan list' shows all lessons"},
		{"zebra", "no lesson is called \"zebra\"\nhint: the lessons are containers and apartments"},
		{"12", "no lesson is called \"12\"\nhint: the lessons are containers and apartments"},
		{"", "no lesson is called \"\"\nhint: the lessons are containers and apartments"},
		{"containers#your-trun", "lesson containers has no page \"your-trun\"\nhint: did you mean your-turn?"},
		{"containers#9", "lesson containers has no page \"9\"\nhint: its pages are 1 to 2; 'floorplan list containers' shows them"},
		{"docker", "lesson docker cannot be opened: 07-docker.md:2:8: front matter: sequence end token ']' not found\n" +
			"   2 | title: [\n     |        ^\nhint: the front matter is YAML: key: value lines; put quotes around text with : # { or [ in it"},
	}
	for _, m := range missing {
		if _, _, err := c.Find(m.ref); err == nil || err.Error() != m.want {
			t.Errorf("%s: got\n%v\nwant\n%s", m.ref, err, m.want)
		}
	}
	if _, _, err := (Course{}).Find("x"); err == nil || !strings.HasPrefix(err.Error(), "the course has no lessons") {
		t.Errorf("an empty course: %v", err)
	}
}

func TestValues(t *testing.T) {
	src := "---\ntitle: T\nsources: [x]\nvalues:\n  port: 8000-8999\n  tree: [ash, elm, oak]\n" +
		"sandboxes:\n  flat: { hostname: \"flat-{{tree}}\", volumes: { /data: \"{{tree}}\" } }\n---\n" +
		"## Page\n\nMake {{tree}}-{{port}}, not {{.Names}} or {{end}}.\n\n" +
		"```sh {check=flat hint=\"No {{tree}} yet.\"}\ntest -d /tmp/{{tree}}\n```\n\n```sh {solve=flat}\nmkdir /tmp/{{tree}}\n```\n\n" +
		"### Question: which port?\n\n- [x] = {{port}}\n\n> It was {{port}}.\n" +
		"```text {file=flat path=~/port}\n{{port}}\n```\n"
	lesson, problems := Parse("01-x.md", []byte(src))
	if len(problems) > 0 {
		t.Fatal(problems[0].Error())
	}
	seen := map[string]bool{}
	for seed := range int64(50) {
		l := lesson.With(seed)
		tree := strings.TrimPrefix(l.Sandboxes[0].Hostname, "flat-")
		check, ask := l.Pages[0].Blocks[0], l.Pages[0].Blocks[1].Ask
		port := numberString(ask.Value)
		if l.Sandboxes[0].Volumes["/data"] != tree || check.Code != "test -d /tmp/"+tree+"\n" || check.Solution != "mkdir /tmp/"+tree+"\n" ||
			check.Hint != "No "+tree+" yet." || check.Task != "Make "+tree+"-"+port+", not {{.Names}} or {{end}}." || ask.Why != "It was "+port+"." {
			t.Fatalf("seed %d: %+v %+v %+v", seed, l.Sandboxes[0], check, ask)
		}
		if files := l.Sandboxes[0].Files; len(files) != 1 || files[0] != (File{Path: "~/port", Text: port + "\n"}) {
			t.Fatalf("seed %d: files %+v", seed, files)
		}
		if ask.Value < 8000 || ask.Value > 8999 {
			t.Fatalf("port %v is out of range", ask.Value)
		}
		if again := lesson.With(seed); again.Pages[0].Blocks[1].Ask.Value != ask.Value {
			t.Fatalf("seed %d gives two ports", seed)
		}
		seen[tree], seen[port] = true, true
	}
	if !seen["ash"] || !seen["elm"] || !seen["oak"] || len(seen) < 40 {
		t.Errorf("50 attempts see only %d values", len(seen))
	}
	plain, _ := Parse("01-x.md", []byte(Template("Plain")))
	if plain.With(7) != plain {
		t.Error("a lesson without values is copied")
	}
}

func TestParseBlocks(t *testing.T) {
	src := goodFront + `
## Files & friends: a _look_

First *paragraph*.

<!-- a note -->

- a list

~~~sh {run=flat exit=3 timeout=5 predict='Is "x" \ true?' choices="a \| b|c" }
exit 3
~~~

> A quote that stays.

` + "```text {figure=building of=flat}\n[flat]\n```" + `

## Next

### Question: **which**?

More of it.

` + "```text\ncode\n```" + `

- [ ] a
  > Why
  > not.
- [X] b

> Because
> of *it*.

After.
`
	lesson, problems := Parse("/course/07-a b.md", []byte(src))
	if len(problems) > 0 {
		t.Fatal(problems[0].Error())
	}
	if lesson.ID != "a-b" || lesson.Number != 7 || len(lesson.Pages) != 2 {
		t.Fatalf("lesson %+v", lesson)
	}
	first, second := lesson.Pages[0], lesson.Pages[1]
	if first.ID != "files--friends-a-_look_" || first.Title != "Files & friends: a _look_" {
		t.Errorf("page %q %q", first.ID, first.Title)
	}
	var texts []string
	for _, b := range append(first.Blocks, second.Blocks...) {
		texts = append(texts, b.ID+": "+b.Text)
	}
	want := []string{
		"files--friends-a-_look_/prose-1: First *paragraph*.",
		"files--friends-a-_look_/prose-2: - a list",
		"files--friends-a-_look_/run-1: ~~~sh {run=flat exit=3 timeout=5 predict='Is \"x\" \\ true?' choices=\"a \\| b|c\" }\nexit 3\n~~~",
		"files--friends-a-_look_/prose-3: > A quote that stays.",
		"files--friends-a-_look_/figure-1: ```text {figure=building of=flat}\n[flat]\n```",
		"next/question-1: ### Question: **which**?\n\nMore of it.\n\n```text\ncode\n```\n\n- [ ] a\n  > Why\n  > not.\n- [X] b\n\n> Because\n> of *it*.",
		"next/prose-1: After.",
	}
	if got := strings.Join(texts, "\n"); got != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", got, strings.Join(want, "\n"))
	}
	run, page := lesson.Block("files--friends-a-_look_/run-1")
	if page != 0 || run.Exit != 3 || run.Timeout != 5 || run.Code != "exit 3\n" || run.Predict.Question != `Is "x" \ true?` ||
		strings.Join(run.Predict.Choices, "/") != "a | b/c" {
		t.Errorf("run %+v %+v", run, run.Predict)
	}
	if figure := first.Blocks[4]; figure.Figure != "building" || figure.Args["of"] != "flat" {
		t.Errorf("figure %+v", figure)
	}
	ask := second.Blocks[0].Ask
	if ask.Prompt != "**which**?\n\nMore of it.\n\n```text\ncode\n```" || ask.Why != "Because\nof *it*." || ask.Kind != One ||
		ask.Options[0] != (Option{Text: "a", Why: "Why\nnot."}) || ask.Options[1] != (Option{Text: "b", Right: true}) {
		t.Errorf("ask %+v", ask)
	}
}

func TestSandbox(t *testing.T) {
	src := strings.Replace(goodFront, "flat: {}", `flat:
    engine: native
    image: "alpine:3.20"
    profile: admin
    share: all
    memory: 64M
    disk: 1G
    pids: 64
    cpus: 0.5
    cpu-weight: 200
    network: lan
    needs: [postgresql, python3]`, 1) + goodPage
	lesson, problems := Parse("01-x.md", []byte(src))
	if len(problems) > 0 {
		t.Fatal(problems[0].Error())
	}
	s := lesson.Sandboxes[0]
	if s.Engine != "native" || s.Image != "alpine:3.20" || s.Profile != "admin" || len(s.Share) != 8 || s.Memory != 64<<20 || s.Disk != 1<<30 ||
		s.Pids != 64 || s.CPUs != 0.5 || s.CPUWeight != 200 || s.Network != "lan" || strings.Join(s.Needs, " ") != "postgresql python3" || s.Line != 5 {
		t.Errorf("got %+v", s)
	}
}
