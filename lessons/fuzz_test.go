package lessons

import (
	"io/fs"
	"strings"
	"testing"
)

// FuzzParse reads arbitrary bytes: nothing panics, every problem has a place in the file, and a lesson without errors holds
// together, for any attempt's values.
func FuzzParse(f *testing.F) {
	f.Add([]byte(Template("A lesson")))
	for _, example := range docsExamples(f) {
		f.Add([]byte(example))
		f.Add([]byte(strings.ReplaceAll(example, "\n", "\r\n")))
	}
	names, _ := fs.Glob(Builtin(), "*.md")
	for _, name := range names {
		src, err := fs.ReadFile(Builtin(), name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(src)
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		lesson, problems := Parse("05-x.md", src)
		lines := strings.Count(strings.ReplaceAll(string(src), "\r\n", "\n"), "\n") + strings.Count(string(src), "\r") + 1
		for _, p := range problems {
			if p.Line < 1 || p.Line > lines || p.Column < 1 || p.Width < 1 || p.Message == "" || p.Hint == "" {
				t.Fatalf("a problem without a place or a hint: %#v", p)
			}
			if text := p.Error(); strings.ContainsAny(text, "\x1b\r\x00") {
				t.Fatalf("a message that moves the cursor: %q", text)
			}
		}
		if lesson == nil {
			if !broken(problems) {
				t.Fatal("no lesson and no error")
			}
			return
		}
		for _, page := range lesson.Pages {
			if page.ID == "" || page.Title == "" {
				t.Fatalf("a page without a name: %#v", page)
			}
			for _, b := range page.Blocks {
				checkBlock(t, &b)
			}
		}
		other := lesson.With(42)
		if other.Counts() != lesson.Counts() || len(other.Pages) != len(lesson.Pages) {
			t.Fatalf("another attempt has other blocks: %v and %v", lesson.Counts(), other.Counts())
		}
		c := Course{Lessons: []*Lesson{lesson}}
		c.Commands()
		c.Index().Search("a")
	})
}

// checkBlock checks what the readers of a lesson rely on.
func checkBlock(t *testing.T, b *Block) {
	t.Helper()
	ok := b.ID != "" && b.Line > 0 && b.Text != ""
	switch b.Kind {
	case Run:
		ok = ok && b.Sandbox != "" && b.Code != "" && b.Timeout > 0
	case Check:
		ok = ok && b.Sandbox != "" && b.Task != "" && b.Solution != "" && b.SolveIn != ""
	case Figure:
		ok = ok && b.Figure != ""
	case Question:
		a := b.Ask
		ok = ok && a != nil && a.Prompt != ""
		switch a.Kind {
		case Number:
			ok = ok && a.Grade(Reply{Text: numberString(a.Value) + " " + a.Unit})
		case Text:
			ok = ok && len(a.Accept) > 0 && a.Grade(Reply{Text: a.Accept[0]})
		default:
			var right Reply
			for i, o := range a.Options {
				if o.Right {
					right.Chosen = append(right.Chosen, i)
				}
			}
			ok = ok && len(a.Options) > 1 && a.Grade(right) && len(a.Shuffle(1)) == len(a.Options)
		}
	}
	if !ok {
		t.Fatalf("a block that does not hold together: %#v %#v", b, b.Ask)
	}
}

// What makes a parser slow: deep nesting, and thousands of everything. No line and no file is so long that it hangs.
func TestParseMany(t *testing.T) {
	for _, piece := range []string{">", "[", "> - ", "[a](#b) ", "{{x}} ", "## x\n", "### Question: a\n- [ ] b\n\n", "```sh {run=flat}\nx\n```\n"} {
		line := piece
		if !strings.HasSuffix(piece, "\n") {
			line = strings.Repeat(piece, maxLine/len(piece)) + "\n"
		}
		_, problems := Parse("05-x.md", []byte(goodFront+goodPage+"\n"+strings.Repeat(line, 20_000/len(line))))
		if len(problems) > maxProblems {
			t.Errorf("%q: %d problems", piece, len(problems))
		}
	}
}

// FuzzText runs what reads a block's code and its output over arbitrary text: nothing panics or hangs.
func FuzzText(f *testing.F) {
	f.Add("case $x in a|b) one ;; esac; f() { two; }; $(three \"$(four)\") <<E\nE\n")
	f.Add("x\x1b]133;D;0\x1b\\ 1,048,576 MB")
	f.Fuzz(func(t *testing.T, text string) {
		for _, name := range shellCommands(text) {
			if name == "" || strings.ContainsAny(name, " \n$'\"") {
				t.Fatalf("a command called %q", name)
			}
		}
		answer := Answer(text)
		if strings.ContainsAny(answer, "\x1b\n\r") {
			t.Fatalf("an answer that moves the cursor: %q", answer)
		}
		if p := (Prediction{}); answer != "" && !p.Grade(answer, answer) {
			t.Fatalf("the answer %q is not right", answer)
		}
		g := Glossary{{Name: "control group", Also: []string{"cgroup"}}, {Name: "group"}}
		last := 0
		for _, m := range g.Find(text) {
			if m.From < last || m.To <= m.From || m.To > len(text) {
				t.Fatalf("a mention out of order: %+v", m)
			}
			last = m.To
		}
	})
}
