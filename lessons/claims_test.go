package lessons

import (
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

var (
	claimRow = regexp.MustCompile(`(?m)^\| (\d+)\. .*\|$`)
	claimRef = regexp.MustCompile("`([a-z]+)#([a-z0-9-]+)(/(run|check|question)-[0-9]+)?`")
)

// docs/claims.md says where each claim of the course is stated, seen, asked and made precise. All of that must be there, and at
// least one of the questions must aim at a belief: a wrong option that says what would have to be true for it.
func TestEveryClaimIsStatedSeenAndAsked(t *testing.T) {
	table, err := os.ReadFile("../docs/claims.md")
	if err != nil {
		t.Fatal(err)
	}
	course := Load(Builtin())
	pages, blocks := map[string]bool{}, map[string]Block{}
	for _, lesson := range course.Lessons {
		for _, page := range lesson.Pages {
			pages[lesson.ID+"#"+page.ID] = true
			for _, b := range page.Blocks {
				blocks[lesson.ID+"#"+b.ID] = b
			}
		}
	}
	columns := []struct {
		name  string
		kinds []Kind // of the blocks it names; none for pages
	}{{"stated", nil}, {"seen", []Kind{Run, Check}}, {"asked", []Kind{Question}}, {"precise", nil}}
	rows := claimRow.FindAllStringSubmatch(string(table), -1)
	if len(rows) != 13 {
		t.Errorf("docs/claims.md has %d claims, not 13", len(rows))
	}
	for i, row := range rows {
		if row[1] != strconv.Itoa(i+1) {
			t.Errorf("row %d is claim %s", i+1, row[1])
		}
		cells := strings.Split(strings.Trim(row[0], "| "), "|")
		if len(cells) != 1+len(columns) {
			t.Errorf("claim %d has %d cells, not %d", i+1, len(cells), 1+len(columns))
			continue
		}
		belief := false
		for n, column := range columns {
			refs := claimRef.FindAllStringSubmatch(cells[n+1], -1)
			if len(refs) == 0 {
				t.Errorf("claim %d is nowhere %s", i+1, column.name)
			}
			for _, ref := range refs {
				name := strings.Trim(ref[0], "`")
				b, ok := blocks[name]
				switch {
				case column.kinds == nil && !pages[name]:
					t.Errorf("claim %d, %s: no page %s", i+1, column.name, name)
				case column.kinds != nil && (!ok || !slices.Contains(column.kinds, b.Kind)):
					t.Errorf("claim %d, %s: no such block: %s", i+1, column.name, name)
				}
				belief = belief || aimsAtBelief(b)
			}
		}
		if !belief {
			t.Errorf("claim %d: none of its questions explains a wrong option", i+1)
		}
	}
}

func aimsAtBelief(b Block) bool {
	return b.Ask != nil && slices.ContainsFunc(b.Ask.Options, func(o Option) bool { return !o.Right && o.Why != "" })
}
