package lessons

import (
	"os"
	"regexp"
	"strings"
	"testing"
)

// docsExamples are the examples of docs/writing-lessons.md, each made a whole lesson if it is a piece of one.
func docsExamples(t testing.TB) []string {
	t.Helper()
	doc, err := os.ReadFile("../docs/writing-lessons.md")
	if err != nil {
		t.Fatal(err)
	}
	const head = "---\ntitle: Example\nsandboxes:\n  flat: { image: host }\nsources: [\"the docs\"]\n---\n"
	const page = "## A page\n\n```sh {run=flat}\ntrue\n```\n\n"
	var examples []string
	for _, m := range regexp.MustCompile("(?s)````markdown\n(.*?)````\n").FindAllStringSubmatch(string(doc), -1) {
		example := m[1]
		if !strings.HasPrefix(example, "---\n") {
			example = head + page + example
			if strings.Contains(m[1], "loft") {
				example = strings.Replace(example, "flat:", "loft: { image: host }\n  flat:", 1)
			}
		}
		examples = append(examples, example)
	}
	return examples
}

func TestDocsExamples(t *testing.T) {
	examples := docsExamples(t)
	if len(examples) < 13 {
		t.Fatalf("found %d examples in the docs", len(examples))
	}
	seen := map[AskKind]bool{}
	for _, example := range examples {
		lesson, problems := Parse("01-example.md", []byte(example))
		for _, p := range problems {
			t.Errorf("%v\nin\n%s", p.Error(), example)
		}
		if lesson == nil {
			continue
		}
		for _, page := range lesson.Pages {
			for _, b := range page.Blocks {
				if b.Kind == Question {
					seen[b.Ask.Kind] = true
				}
			}
		}
	}
	for kind := One; kind <= Text; kind++ {
		if !seen[kind] {
			t.Errorf("no example of question kind %d", kind)
		}
	}
}

// The message that the docs show is the message that an author gets.
func TestDocsMessage(t *testing.T) {
	doc, err := os.ReadFile("../docs/writing-lessons.md")
	if err != nil {
		t.Fatal(err)
	}
	src := "---\ntitle: Host names\nminutes: 5\nsources: [x]\n\nsandboxes:\n  flat: { memroy: 64M }\n---\n\n## A page\n\n```sh {run=flat}\ntrue\n```\n"
	_, problems := Parse("02-names.md", []byte(src))
	if len(problems) != 1 || !strings.Contains(string(doc), "\n"+problems[0].Error()+"\n") {
		t.Errorf("the docs do not show %v", problems)
	}
}

func TestDocsGlossary(t *testing.T) {
	doc, err := os.ReadFile("../docs/writing-lessons.md")
	if err != nil {
		t.Fatal(err)
	}
	m := regexp.MustCompile("(?s)\n```markdown\n(.*?)```\n").FindStringSubmatch(string(doc))
	if m == nil {
		t.Fatal("no glossary in the docs")
	}
	glossary, _, problems := parseGlossary("glossary.md", []byte(m[1]))
	if len(problems) > 0 || len(glossary) != 2 || glossary.Lookup("control groups") != &glossary[1] {
		t.Errorf("got %v, %v", glossary, problems)
	}
}
