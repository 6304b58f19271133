package lessons

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
)

func searchCourse(t testing.TB) Course {
	t.Helper()
	page := func(title, text string) string { return "## " + title + "\n\n" + text + "\n\n" }
	head := func(title string) string {
		return "---\ntitle: " + title + "\nsources: [x]\nsandboxes: {flat: {}}\n---\n"
	}
	c := Load(fstest.MapFS{
		"05-containers.md": file(head("Linux containers") +
			page("Your own processes", "A PID namespace has a [list](#your-own-processes) of `processes` of its own.\n\n```sh {run=flat}\nps ax | wc -l\nunshare --pid true\n```") +
			page("Your own network", "A network namespace has interfaces of its own.")),
		"06-apartments.md": file(head("Houses and apartments") +
			page("One kernel", "Every apartment shares the kernel, "+strings.Repeat("and more of the building, ", 20)+"down to the plumbing.\n\n"+
				"```sh {run=flat}\nuname -r\n```") +
			page("Who shares what", "### Question: is it true?\n\n- [x] secretanswer\n- [ ] no\n\n> So.")),
	})
	for _, p := range c.Problems {
		t.Fatal(p.Error())
	}
	return c
}

func TestSearch(t *testing.T) {
	x := searchCourse(t).Index()
	cases := []struct{ query, want string }{
		{"network", "containers 1"},
		{"NETWORK", "containers 1"},
		{"namespace", "containers 0, containers 1"},
		{"own processes", "containers 0"},
		{"proc", "containers 0"},
		{"unshare", "containers 0"},
		{"uname", "apartments 0"},
		{"kernal", "apartments 0"},
		{"plumbing", "apartments 0"},
		{"apartments", "apartments 0, apartments 1"},
		{"nmspc", "containers 0, containers 1"},
		{"network plumbing", ""},
		{"secretanswer", ""},
		{"zebra", ""},
		{"", ""},
		{"?!", ""},
	}
	for _, c := range cases {
		var got []string
		for _, h := range x.Search(c.query) {
			got = append(got, fmt.Sprint(h.Lesson.ID, " ", h.Page))
		}
		if got := strings.Join(got, ", "); got != c.want {
			t.Errorf("%q: got %s, want %s", c.query, got, c.want)
		}
	}
	hit := x.Search("plumbing")[0]
	if hit.Excerpt[hit.From:hit.To] != "plumbing" || len(hit.Excerpt) > 110 {
		t.Errorf("excerpt %q", hit.Excerpt)
	}
	if hit := x.Search("processes")[0]; hit.Excerpt != "A PID namespace has a list of processes of its own. ps ax | wc -l unshare --pid true" {
		t.Errorf("excerpt %q", hit.Excerpt)
	}
}

// Of several words those in a title count most, then whole words, then those that stand side by side or are introduced there.
func TestSearchRanks(t *testing.T) {
	page := func(title, text string) string { return "## " + title + "\n\n" + text + "\n\n" }
	x := Load(fstest.MapFS{"01-a.md": file("---\ntitle: T\nsources: [x]\n---\n" +
		page("Like", "A pad full of namings, name after name.") +
		page("Apart", "The pid, the pid and the pid, each has a name, a name, a name.") +
		page("Together", "This is a pid namespace.") +
		page("Bold", "This is a **pid namespace**.") +
		page("A name for each pid", "Nothing else."))}).Index()
	for query, want := range map[string]string{
		"pid name":      "A name for each pid, Bold, Together, Apart",
		"pid namespace": "Bold, Together",
	} {
		var got []string
		for _, h := range x.Search(query) {
			got = append(got, h.Lesson.Pages[h.Page].Title)
		}
		if got := strings.Join(got, ", "); got != want {
			t.Errorf("%q: got %s, want %s", query, got, want)
		}
	}
}

func TestCommands(t *testing.T) {
	var got []string
	for _, c := range searchCourse(t).Commands() {
		for _, u := range c.Uses {
			got = append(got, fmt.Sprint(c.Name, " ", u.Lesson.ID, " ", u.Page))
		}
	}
	want := "ps containers 0, uname apartments 0, unshare containers 0, wc containers 0"
	if got := strings.Join(got, ", "); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestShellCommands(t *testing.T) {
	cases := []struct{ code, want string }{
		{"ps ax | wc -l", "ps wc"},
		{"LANG=C A=b sort <in >out 2>&1", "sort"},
		{"a && b || c; d & e", "a b c d e"},
		{"if grep -q x f; then echo yes; else echo no; fi", "grep echo echo"},
		{"for i in a b c; do sleep 1; done", "sleep"},
		{"while read -r line; do :; done < f", "read"},
		{"x=$(hostname | tr a b); echo \"$(id -u) $x\"", "hostname tr echo id"},
		{"echo $((1 + 2)) ${x:-y} '$(no)'", "echo"},
		{"# ps\ntrue # false", "true"},
		{"cat <<'END' > f\nps ax\nEND\nls", "cat ls"},
		{"cat <<< word", "cat"},
		{"sudo env A=b exec /usr/bin/ip -br link", "sudo env exec ip"},
		{"case $x in a|b) one ;; *) two ;; esac; three", "one two three"},
		{"f() { one; }; f; (cd /tmp && ls)", "one cd ls"},
		{"tail \\\n  -f x", "tail"},
		{"[ -e f ] && test -d g", "[ test"},
		{"$SHELL -c x; \"$a\"", ""},
		{"'unclosed", ""},
		{"a $(b", "a b"},
		{strings.Repeat("(", 1000), ""},
		{"a )) b", "a b"},
	}
	for _, c := range cases {
		if got := strings.Join(shellCommands(c.code), " "); got != c.want {
			t.Errorf("%q: got %q, want %q", c.code, got, c.want)
		}
	}
}

func TestGlossary(t *testing.T) {
	src := "# Words\n\nIntroduction.\n\n## namespace\n\nA *view*.\n\n## cgroup, control group\nA group.\n\n## PID namespace\nNumbers.\n"
	g, _, problems := parseGlossary("glossary.md", []byte(src))
	if len(problems) > 0 || len(g) != 3 || g[0].Text != "A *view*." || g[0].Line != 5 || g[1].Also[0] != "control group" {
		t.Fatalf("got %+v %v", g, problems)
	}
	text := "Control groups count; Namespaces and PID namespaces divide. Not namespaced, not groups."
	var got []string
	for _, m := range g.Find(text) {
		got = append(got, text[m.From:m.To]+"="+m.Term.Name)
	}
	if got := strings.Join(got, ", "); got != "Control groups=cgroup, Namespaces=namespace, PID namespaces=PID namespace" {
		t.Errorf("found %s", got)
	}
	if g.Lookup("control groups") != &g[1] || g.Lookup("group") != nil || g.Lookup("") != nil {
		t.Error("lookup")
	}
	_, _, problems = parseGlossary("glossary.md", []byte("## a\nx\n## b, A\n##\ny\n"))
	var messages []string
	for _, p := range problems {
		messages = append(messages, p.Error())
	}
	want := `glossary.md:3:1: "A" is explained twice; the first is on line 1
   3 | ## b, A
     | ^^^^^^^
hint: join the two
glossary.md:4:1: a heading without a word
   4 | ##
     | ^^
hint: write the word after ##
glossary.md:3:1: "b" is not explained
   3 | ## b, A
     | ^^^^^^^
hint: write a sentence below it`
	if got := strings.Join(messages, "\n"); got != want {
		t.Errorf("got\n%s", got)
	}
}

// A search answers between two keys, and a course is read at each start: told here, not asserted.
func BenchmarkSearch(b *testing.B) {
	x := Load(Builtin()).Index()
	for b.Loop() {
		x.Search("namespce kernel")
	}
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		Load(Builtin())
	}
}
