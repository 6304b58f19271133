package lessons

import (
	"fmt"
	"testing"
)

func TestAfter(t *testing.T) {
	run := func(attrs string) string { return "\n```sh {run=flat" + attrs + "}\ntrue\n```\n" }
	lesson, problems := Parse("01-x.md", []byte(goodFront+"## One\n"+run("")+run(" after=above")+
		"\nDo it.\n\n```sh {check=flat hint=x after=one/run-2}\ntrue\n```\n```sh {solve=flat}\ntrue\n```\n"+
		"## Two\n"+run(" after=nothing")+run(` after="one, above"`)+run(" after=one/check-1")))
	if lesson == nil {
		t.Fatal(problems)
	}
	for id, want := range map[string]string{
		"one/run-1":   "[] true", // nothing is said of it
		"one/run-2":   "[one/run-1] false",
		"one/check-1": "[one/run-2] false",
		"two/run-1":   "[] false",
		"two/run-2":   "[one/run-1 one/run-2 one/check-1 two/run-1] false",
		"two/run-3":   "[one/check-1] false",
	} {
		b, _ := lesson.Block(id)
		if got := fmt.Sprint(b.After, b.After == nil); got != want {
			t.Errorf("%s builds on %s, not %s", id, got, want)
		}
	}
}
