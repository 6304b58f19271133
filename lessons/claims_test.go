package lessons

import (
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// docs/claims.md is a table of what the course must teach: a row for each of the 13 claims, starting with its number, with the
// places that state, show and ask it in backticks: `containers#one-kernel-for-both` is a page,
// `containers#one-kernel-for-both/run-1` a block. Each claim must have a page that says it, a block that shows it and a
// question that asks it, and all of them must be there.
func TestClaims(t *testing.T) {
	const claims = 13
	doc, err := os.ReadFile("../docs/claims.md")
	if os.IsNotExist(err) {
		t.Skip("skipped: there is no docs/claims.md")
	}
	if err != nil {
		t.Fatal(err)
	}
	course := Load(Builtin())
	place := regexp.MustCompile("`([a-z0-9-]+)#([^`/]+)(/[a-z]+-[0-9]+)?`")
	found := map[int]bool{}
	for row := range strings.Lines(string(doc)) {
		number, err := strconv.Atoi(strings.TrimSpace(strings.SplitN(row+"||", "|", 3)[1]))
		if err != nil {
			continue
		}
		found[number] = true
		has := map[string]bool{}
		for _, m := range place.FindAllStringSubmatch(row, -1) {
			lesson, page, err := course.Find(m[1] + "#" + m[2])
			if err != nil {
				t.Errorf("claim %d: %v", number, err)
				continue
			}
			if m[3] == "" {
				has["page"] = true
				continue
			}
			b, _ := lesson.Block(lesson.Pages[page].ID + m[3])
			if b == nil {
				t.Errorf("claim %d: lesson %s has no block %s%s", number, lesson.ID, m[2], m[3])
				continue
			}
			has[map[Kind]string{Run: "block", Check: "block", Figure: "block", Question: "question"}[b.Kind]] = true
		}
		for _, what := range []string{"page", "block", "question"} {
			if !has[what] {
				t.Errorf("claim %d names no %s", number, what)
			}
		}
	}
	for n := 1; n <= claims; n++ {
		if !found[n] {
			t.Errorf("claim %d has no row", n)
		}
	}
}
