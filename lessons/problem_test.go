package lessons

import (
	"fmt"
	"strings"
	"testing"
)

// A lesson for the cases below, which replace or follow its parts.
const (
	goodFront = "---\ntitle: T\nsources: [x]\nsandboxes:\n  flat: {}\n---\n"
	goodRun   = "```sh {run=flat}\ntrue\n```\n"
	goodPage  = "\n## Page\n\n" + goodRun
)

// forms are n more forms of a question.
func forms(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "\n### Or: %d\n\n- [x] = 1\n\n> So.\n", i+1)
	}
	return b.String()
}

// What an author reads for each thing that can be wrong, to the letter.
func TestProblems(t *testing.T) {
	front := func(lines string) string {
		return "---\ntitle: T\nsources: [x]\n" + lines + "\n---\n## Page\n\n" + goodRun
	}
	page := func(text string) string { return goodFront + goodPage + "\n" + text }
	question := func(text string) string { return page("### Question: why?\n\n" + text + "\n> So.\n") }
	// In what is wanted ´ stands for a backtick.
	cases := []struct{ name, src, want string }{
		{"no front matter", "# Hello\n", `
05-x.md:1:1: no front matter
   1 | # Hello
     | ^^^^^^^
hint: a lesson starts with a line ---, then title: and sources:, then a line ---`},
		{"front matter without end", "---\ntitle: T\n\n## Page\n", `
05-x.md:1:1: the front matter has no end
   1 | ---
     | ^^^
hint: put a line --- after its last key`},
		{"front matter not YAML", front("x: [a"), `
05-x.md:4:4: front matter: sequence end token ']' not found
   4 | x: [a
     |    ^
hint: the front matter is YAML: key: value lines; put quotes around text with : # { or [ in it`},
		{"front matter that is a list", "---\n- a\n---\n" + goodPage, `
05-x.md:2:1: the front matter must be key: value pairs
   2 | - a
     | ^
hint: write { key: value }, or one key: value a line, indented below its name
05-x.md:7:12: no sandbox is called "flat"
   7 | ´´´sh {run=flat}
     |            ^^^^
hint: declare it in the front matter: sandboxes: {flat: {image: host}}`},
		{"no title", "---\nsources: [x]\nsandboxes: {flat: {}}\n---\n" + goodPage, `
05-x.md:1:1: the lesson has no title
   1 | ---
     | ^^^
hint: add a line such as: title: Linux containers`},
		{"no sources", "---\ntitle: T\nsandboxes: {flat: {}}\n---\n" + goodPage, `
05-x.md:1:1: warning: the lesson names no sources
   1 | ---
     | ^^^
hint: add a line such as: sources: ["man 7 namespaces"]`},
		{"title not text", "---\ntitle: [a]\nsources: [x]\nsandboxes: {flat: {}}\n---\n" + goodPage, `
05-x.md:2:8: the title must be text
   2 | title: [a]
     |        ^
hint: put it in quotes`},
		{"unknown key", front("sandboxs: {}\nsandboxes: {flat: {}}"), `
05-x.md:4:1: unknown key "sandboxs" in the front matter
   4 | sandboxs: {}
     | ^^^^^^^^
hint: did you mean sandboxes?`},
		{"key twice", front("sandboxes: {flat: {}}\nsandboxes: {flat: {}}"), `
05-x.md:5:1: key "sandboxes" is given twice
   5 | sandboxes: {flat: {}}
     | ^^^^^^^^^
hint: remove one of the two`},
		{"minutes out of range", front("minutes: 600\nsandboxes: {flat: {}}"), `
05-x.md:4:10: minutes is out of range: 600
   4 | minutes: 600
     |          ^^^
hint: write a number from 1 to 240`},
		{"minutes not a number", front("minutes: soon\nsandboxes: {flat: {}}"), `
05-x.md:4:10: minutes must be a number
   4 | minutes: soon
     |          ^^^^
hint: write a number from 1 to 240`},
		{"sources not a list", "---\ntitle: T\nsources: x\nsandboxes: {flat: {}}\n---\n" + goodPage, `
05-x.md:3:10: sources must be a list
   3 | sources: x
     |          ^
hint: write it as [one, two]`},
		{"sandbox name", front("sandboxes: {flat: {}, Flat: {}}"), `
05-x.md:4:23: "Flat" is no name for a sandbox
   4 | sandboxes: {flat: {}, Flat: {}}
     |                       ^^^^
hint: a name is a small letter, then small letters, digits and -, at most 32 in all`},
		{"sandbox key", front("sandboxes: {flat: {memroy: 64M}}"), `
05-x.md:4:20: unknown key "memroy" in sandbox flat
   4 | sandboxes: {flat: {memroy: 64M}}
     |                    ^^^^^^
hint: did you mean memory?`},
		{"sandbox of text", front("sandboxes: {flat: host}"), `
05-x.md:4:19: sandbox flat must be key: value pairs
   4 | sandboxes: {flat: host}
     |                   ^^^^
hint: write { key: value }, or one key: value a line, indented below its name`},
		{"sandbox not used", front("sandboxes: {flat: {}, loft: {}}"), `
05-x.md:4:23: warning: sandbox loft is not used
   4 | sandboxes: {flat: {}, loft: {}}
     |                       ^^^^
hint: name it in a run=, check= or figure= fence, or remove it`},
		{"engine", front("sandboxes: {flat: {engine: qemu}}"), `
05-x.md:4:28: unknown engine "qemu"
   4 | sandboxes: {flat: {engine: qemu}}
     |                            ^^^^
hint: known are native and vm`},
		{"profile", front("sandboxes: {flat: {profile: admn}}"), `
05-x.md:4:29: unknown profile "admn"
   4 | sandboxes: {flat: {profile: admn}}
     |                             ^^^^
hint: did you mean admin?`},
		{"share", front("sandboxes: {flat: {share: [network]}}"), `
05-x.md:4:28: unknown namespace "network"
   4 | sandboxes: {flat: {share: [network]}}
     |                            ^^^^^^^
hint: did you mean net?`},
		{"share twice", front("sandboxes: {flat: {share: [net, net]}}"), `
05-x.md:4:33: namespace net is listed twice
   4 | sandboxes: {flat: {share: [net, net]}}
     |                                 ^^^
hint: remove one of the two`},
		{"outside", front("sandboxes: {flat: {outside: maybe}}"), `
05-x.md:4:29: unknown outside "maybe"
   4 | sandboxes: {flat: {outside: maybe}}
     |                             ^^^^^
hint: known are true and false`},
		{"outside of a machine", front("sandboxes: {flat: {engine: vm, outside: true}}"), `
05-x.md:4:13: a virtual machine has no way outside
   4 | sandboxes: {flat: {engine: vm, outside: true}}
     |             ^^^^
hint: remove outside:, or engine: vm`},
		{"outside of the host's network", front("sandboxes: {flat: {outside: true, share: [net]}}"), `
05-x.md:4:13: a sandbox on the host's network has its ways outside already
   4 | sandboxes: {flat: {outside: true, share: [net]}}
     |             ^^^^
hint: remove outside:, or net from share:`},
		{"outside of a network", front("sandboxes: {flat: {outside: true, network: lan}}"), `
05-x.md:4:13: a sandbox in a network has no way outside
   4 | sandboxes: {flat: {outside: true, network: lan}}
     |             ^^^^
hint: remove outside:, or network:`},
		{"share of a machine", front("sandboxes: {flat: {engine: vm, share: [net]}}"), `
05-x.md:4:13: a virtual machine shares no namespaces
   4 | sandboxes: {flat: {engine: vm, share: [net]}}
     |             ^^^^
hint: remove share:, or engine: vm`},
		{"hostname", front("sandboxes: {flat: {hostname: a_b}}"), `
05-x.md:4:30: "a_b" is no host name
   4 | sandboxes: {flat: {hostname: a_b}}
     |                              ^^^
hint: a host name is letters, digits and -, at most 63 (RFC 1123)`},
		{"size form", front("sandboxes: {flat: {memory: 64MB}}"), `
05-x.md:4:28: memory is no size: "64MB"
   4 | sandboxes: {flat: {memory: 64MB}}
     |                            ^^^^
hint: write a whole number and K, M, G or T, in binary units: 64M is 67,108,864 bytes`},
		{"size too small", front("sandboxes: {flat: {memory: 64K}}"), `
05-x.md:4:28: memory is out of range: 64K
   4 | sandboxes: {flat: {memory: 64K}}
     |                            ^^^
hint: write a size from 4M to 1T`},
		{"pids", front("sandboxes: {flat: {pids: 0}}"), `
05-x.md:4:26: pids is out of range: 0
   4 | sandboxes: {flat: {pids: 0}}
     |                          ^
hint: write a number from 2 to 4194304`},
		{"pids not whole", front("sandboxes: {flat: {pids: 2.5}}"), `
05-x.md:4:26: pids must be a whole number
   4 | sandboxes: {flat: {pids: 2.5}}
     |                          ^^^
hint: write a number from 2 to 4194304`},
		{"cpus", front("sandboxes: {flat: {cpus: -1}}"), `
05-x.md:4:26: cpus is out of range: -1
   4 | sandboxes: {flat: {cpus: -1}}
     |                          ^^
hint: write a number from 0.01 to 1024`},
		{"cpu weight", front("sandboxes: {flat: {cpu-weight: 10001}}"), `
05-x.md:4:32: cpu-weight is out of range: 10001
   4 | sandboxes: {flat: {cpu-weight: 10001}}
     |                                ^^^^^
hint: write a number from 1 to 10000`},
		{"network name", front("sandboxes: {flat: {network: a b}}"), `
05-x.md:4:29: "a b" is no network name
   4 | sandboxes: {flat: {network: a b}}
     |                             ^^^
hint: a network's name is a small letter, then small letters, digits and -`},
		{"volume path", front("sandboxes: {flat: {volumes: {data: notes}}}"), `
05-x.md:4:30: "data" is no absolute path
   4 | sandboxes: {flat: {volumes: {data: notes}}}
     |                              ^^^^
hint: write the path inside the sandbox and the volume's name: /data: notes`},
		{"value name", front("values: {end: 1-2}\nsandboxes: {flat: {}}"), `
05-x.md:4:10: "end" is no name for a value
   4 | values: {end: 1-2}
     |          ^^^
hint: a name is a small letter, then small letters, digits and _, and none of else, end, break or continue`},
		{"value form", front("values: {port: many}\nsandboxes: {flat: {}}"), `
05-x.md:4:16: value port is neither a range nor a list
   4 | values: {port: many}
     |                ^^^^
hint: a value is a range of whole numbers (8000-8999) or a list of words ([ash, elm, oak])`},
		{"value range", front("values: {port: 9-8}\nsandboxes: {flat: {}}"), `
05-x.md:4:16: the range of value port is empty
   4 | values: {port: 9-8}
     |                ^^^
hint: write the smaller number first: 8000-8999`},
		{"value of one word", front("values: {tree: [ash]}\nsandboxes: {flat: {}}"), `
05-x.md:4:16: value tree has nothing to choose from
   4 | values: {tree: [ash]}
     |                ^
hint: give at least two words`},
		{"value of unsafe words", front("values: {tree: [ash, \"$(rm)\"]}\nsandboxes: {flat: {}}"), `
05-x.md:4:10: warning: value tree is not used
   4 | values: {tree: [ash, "$(rm)"]}
     |          ^^^^
hint: write {{tree}} where it is to stand, or remove it
05-x.md:4:22: "$(rm)" is no word for a value
   4 | values: {tree: [ash, "$(rm)"]}
     |                      ^^^^^^^
hint: a word is letters, digits, . _ and -, so that it is safe in any command`},
		{"unknown value", page("The {{prot}}.\n"), `
05-x.md:14:5: unknown value {{prot}}
  14 | The {{prot}}.
     |     ^^^^^^^^
hint: declare it in the front matter: values: {prot: 8000-8999}`},
		{"unknown value, near", strings.Replace(page("The {{prot}}.\n"), "sources", "values: {port: 1-2}\nsources", 1), `
05-x.md:3:10: warning: value port is not used
   3 | values: {port: 1-2}
     |          ^^^^
hint: write {{port}} where it is to stand, or remove it
05-x.md:15:5: unknown value {{prot}}
  15 | The {{prot}}.
     |     ^^^^^^^^
hint: did you mean {{port}}?`},
		{"value before the place", strings.Replace(page("The {{port}} <b>.\n"), "sources", "values: {port: 8000-9000}\nsources", 1), `
05-x.md:15:14: warning: HTML is not shown in a terminal
  15 | The {{port}} <b>.
     |              ^^^
hint: write it as Markdown`},
		{"no pages", "---\ntitle: T\nsources: [x]\n---\n", `
05-x.md:1:1: the lesson has no pages
   1 | ---
     | ^^^
hint: start the first page with ## and its title`},
		{"text before the first page", goodFront + "Hello.\n" + goodPage, `
05-x.md:7:1: text before the first page
   7 | Hello.
     | ^^^^^^
hint: start the first page with ## and its title`},
		{"fence before the first page", goodFront + goodRun + goodPage, `
05-x.md:7:1: a fence before the first page
   7 | ´´´sh {run=flat}
     | ^^^^^^^^^^^^^^^^
hint: start the first page with ## and its title`},
		{"question before the first page", goodFront + "### Question: a?\n- [x] b\n- [ ] c\n> d\n" + goodPage, `
05-x.md:7:1: a question before the first page
   7 | ### Question: a?
     | ^^^^^^^^^^^^^^^^
hint: start the first page with ## and its title`},
		{"heading of level 1", goodFront + "# Title\n" + goodPage, `
05-x.md:7:1: a page starts with ##, not #
   7 | # Title
     | ^^^^^^^
hint: the lesson's title stands in the front matter; write ## for each page`},
		{"heading by underline", page("Some text\n---\n\nMore.\n"), `
05-x.md:14:1: a heading by underline, which is easily written by accident
  14 | Some text
     | ^^^^^^^^^
hint: write ## and the title; or leave an empty line between the text and ---`},
		{"page without title", page("##\n\nText.\n"), `
05-x.md:14:1: a page without a title
  14 | ##
     | ^^
hint: write the title after ##`},
		{"page of signs", page("## ?!\n\nText.\n"), `
05-x.md:14:1: a page's title needs a letter or a digit
  14 | ## ?!
     | ^^^^^
hint: its link is made from them`},
		{"page twice", page("## Page\n\nText.\n"), `
05-x.md:14:1: a second page with the link #page; the first is on line 8
  14 | ## Page
     | ^^^^^^^
hint: give each page of a lesson its own title`},
		{"empty page", page("## Other\n"), `
05-x.md:14:1: warning: an empty page
  14 | ## Other
     | ^^^^^^^^
hint: write something below its title, or remove it`},
		{"level skipped", page("#### Deep\n\nText.\n"), `
05-x.md:14:1: warning: a heading of level 4 after one of level 2
  14 | #### Deep
     | ^^^^^^^^^
hint: go down one level at a time: ##, ###, ####`},
		{"too many words", page(strings.Repeat("word ", 121) + "\n"), `
05-x.md:8:1: warning: 121 words on this page
   8 | ## Page
     | ^^^^^^^
hint: a page holds one idea in at most 120 words; split it`},
		{"fence without language", page("```\nx\n```\n"), `
05-x.md:14:1: warning: a fence without a language
  14 | ´´´
     | ^^^
hint: write it after the fence: ´´´sh, or ´´´text for none`},
		{"fence with attributes alone", page("```{run=flat}\ntrue\n```\n"), `
05-x.md:14:1: warning: a fence without a language
  14 | ´´´{run=flat}
     | ^^^^^^^^^^^^^
hint: write it before the {: ´´´sh {run=flat}`},
		{"fence with text", page("```sh run=flat\ntrue\n```\n"), `
05-x.md:14:7: text after the fence's language
  14 | ´´´sh run=flat
     |       ^^^^^^^^
hint: attributes stand in braces: ´´´sh {run=flat}`},
		{"fence not closed", page("```text\nx\n"), `
05-x.md:14:1: this fence is never closed
  14 | ´´´text
     | ^^^^^^^
hint: write ´´´ on a line of its own after the code`},
		{"backtick in a fence's first line", page("```sh {run=flat predict=\"`id`?\"}\nid\n```\n"), `
05-x.md:14:1: a backtick in a fence's first line, so that Markdown takes it for text
  14 | ´´´sh {run=flat predict="´id´?"}
     | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
hint: leave the backtick out, or open and close the fence with ~~~`},
		{"live fence in a list", page("- a\n  ```sh {run=flat}\n  id\n  ```\n"), `
05-x.md:15:3: a live fence inside a list or a quote
  15 |   ´´´sh {run=flat}
     |   ^^^^^^^^^^^^^^^^
hint: end the list or the quote with an empty line and start the fence at the left edge`},
		{"braces not closed", page("```sh {run=flat\ntrue\n```\n"), `
05-x.md:14:7: this { is never closed
  14 | ´´´sh {run=flat
     |       ^
hint: write } after the last attribute`},
		{"quote not closed", page("```sh {run=flat predict=\"How many?}\ntrue\n```\n"), `
05-x.md:14:25: this quote is never closed
  14 | ´´´sh {run=flat predict="How many?}
     |                         ^
hint: the attributes stand on one line; write \" for a quote inside quotes`},
		{"text after braces", page("```sh {run=flat} x\ntrue\n```\n"), `
05-x.md:14:17: text after the }
  14 | ´´´sh {run=flat} x
     |                 ^^
hint: write nothing after the attributes`},
		{"attribute without value", page("```sh {run=}\ntrue\n```\n"), `
05-x.md:14:11: an attribute without a value
  14 | ´´´sh {run=}
     |           ^
hint: write it after the =, in quotes if it has spaces`},
		{"attribute without =", page("```sh {run}\ntrue\n```\n"), `
05-x.md:14:8: an attribute is key=value
  14 | ´´´sh {run}
     |        ^^^
hint: write for example run=flat or predict="How many?"`},
		{"unknown attribute", page("```sh {run=flat predcit=\"How?\"}\ntrue\n```\n"), `
05-x.md:14:17: unknown attribute "predcit" of a run fence
  14 | ´´´sh {run=flat predcit="How?"}
     |                 ^^^^^^^
hint: did you mean predict?`},
		{"attribute of another kind", page("Do it.\n\n```sh {check=flat exit=1 hint=x}\ntrue\n```\n```sh {solve=flat}\ntrue\n```\n"), `
05-x.md:16:19: unknown attribute "exit" of a check fence
  16 | ´´´sh {check=flat exit=1 hint=x}
     |                   ^^^^
hint: known are check, hint and after`},
		{"builds on what comes later", page("```sh {run=flat after=\"page, pgae/run-1\"}\ntrue\n```\n"), `
05-x.md:14:23: nothing before this block is called "pgae/run-1"
  14 | ´´´sh {run=flat after="page, pgae/run-1"}
     |                       ^^^^^^^^^^^^^^^^^^
hint: did you mean page/run-1?`},
		{"builds on itself", page("```sh {run=flat after=page/run-2}\ntrue\n```\n"), `
05-x.md:14:23: nothing before this block is called "page/run-2"
  14 | ´´´sh {run=flat after=page/run-2}
     |                       ^^^^^^^^^^
hint: did you mean page/run-1?`},
		{"builds on nothing that is there", goodFront + "## Page\n\n```sh {run=flat after=above}\ntrue\n```\n", `
05-x.md:9:23: nothing before this block is called "above"
   9 | ´´´sh {run=flat after=above}
     |                       ^^^^^
hint: write above, nothing, the link of a page before it, or a block such as its-page/run-1`},
		{"attribute twice", page("```sh {run=flat exit=1 exit=2}\ntrue\n```\n"), `
05-x.md:14:24: attribute "exit" is given twice
  14 | ´´´sh {run=flat exit=1 exit=2}
     |                        ^^^^
hint: remove one of the two`},
		{"fence of no kind", page("```sh {predict=\"How?\"}\ntrue\n```\n"), `
05-x.md:14:7: the fence does not say what it is
  14 | ´´´sh {predict="How?"}
     |       ^^^^^^^^^^^^^^^^
hint: one of its attributes is run=, check=, solve=, figure= or file=`},
		{"misspelt kind", page("```sh {chekc=flat}\ntrue\n```\n"), `
05-x.md:14:8: unknown attribute "chekc"
  14 | ´´´sh {chekc=flat}
     |        ^^^^^
hint: did you mean check?`},
		{"sandbox not declared", page("```sh {run=loft}\ntrue\n```\n"), `
05-x.md:14:12: no sandbox is called "loft"
  14 | ´´´sh {run=loft}
     |            ^^^^
hint: declare it in the front matter: sandboxes: {loft: {image: host}}`},
		{"sandbox nearly declared", page("```sh {run=flap}\ntrue\n```\n"), `
05-x.md:14:12: no sandbox is called "flap"
  14 | ´´´sh {run=flap}
     |            ^^^^
hint: did you mean flat?`},
		{"run without code", page("```sh {run=flat}\n```\n"), `
05-x.md:14:1: a run fence without code
  14 | ´´´sh {run=flat}
     | ^^^^^^^^^^^^^^^^
hint: write the commands between the fences`},
		{"exit out of range", page("```sh {run=flat exit=256}\ntrue\n```\n"), `
05-x.md:14:22: exit is no number in range: 256
  14 | ´´´sh {run=flat exit=256}
     |                      ^^^
hint: write a whole number from 0 to 255`},
		{"timeout out of range", page("```sh {run=flat timeout=0}\ntrue\n```\n"), `
05-x.md:14:25: timeout is no number in range: 0
  14 | ´´´sh {run=flat timeout=0}
     |                         ^
hint: write a whole number from 1 to 600`},
		{"tolerance not a number", page("```sh {run=flat predict=\"How?\" tolerance=x}\ntrue\n```\n"), `
05-x.md:14:42: tolerance is no number in range: x
  14 | ´´´sh {run=flat predict="How?" tolerance=x}
     |                                          ^
hint: write a number, 0 or more`},
		{"choices without prediction", page("```sh {run=flat choices=\"a|b\"}\ntrue\n```\n"), `
05-x.md:14:17: choices without a prediction
  14 | ´´´sh {run=flat choices="a|b"}
     |                 ^^^^^^^
hint: add predict="…": the question to ask before the block runs`},
		{"tolerance without prediction", page("```sh {run=flat tolerance=1}\ntrue\n```\n"), `
05-x.md:14:17: a tolerance without a prediction
  14 | ´´´sh {run=flat tolerance=1}
     |                 ^^^^^^^^^
hint: add predict="…": the question to ask before the block runs`},
		{"empty prediction", page("```sh {run=flat predict=\"\"}\ntrue\n```\n"), `
05-x.md:14:25: an empty prediction
  14 | ´´´sh {run=flat predict=""}
     |                         ^^
hint: write the question; its answer is the last line that the block prints`},
		{"one choice", page("```sh {run=flat predict=\"How?\" choices=a}\ntrue\n```\n"), `
05-x.md:14:40: one choice is no choice
  14 | ´´´sh {run=flat predict="How?" choices=a}
     |                                        ^
hint: write at least two, with | between them: choices="yes|no"`},
		{"empty choice", page("```sh {run=flat predict=\"How?\" choices=\"a||b\"}\ntrue\n```\n"), `
05-x.md:14:40: an empty choice
  14 | ´´´sh {run=flat predict="How?" choices="a||b"}
     |                                        ^^^^^^
hint: write at least two, with | between them: choices="yes|no"`},
		{"choice twice", page("```sh {run=flat predict=\"How?\" choices=\"a|b|a\"}\ntrue\n```\n"), `
05-x.md:14:40: choice "a" is given twice
  14 | ´´´sh {run=flat predict="How?" choices="a|b|a"}
     |                                        ^^^^^^^
hint: remove one of the two`},
		{"choices with tolerance", page("```sh {run=flat predict=\"How?\" choices=\"1|2\" tolerance=1}\ntrue\n```\n"), `
05-x.md:14:46: a tolerance beside choices
  14 | ´´´sh {run=flat predict="How?" choices="1|2" tolerance=1}
     |                                              ^^^^^^^^^
hint: one of the choices is equal to the answer; remove one of the two`},
		{"long code line", page("```text\n" + strings.Repeat("x", 73) + "\n```\n"), `
05-x.md:15:1: warning: a code line of 73 columns
  15 | xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
     | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
hint: at most 72 are shown whole at 80 columns; break it with \`},
		{"check without a task", page("```sh {check=flat hint=x}\ntrue\n```\n\n```sh {solve=flat}\ntrue\n```\n"), `
05-x.md:14:1: a check without a task
  14 | ´´´sh {check=flat hint=x}
     | ^^^^^^^^^^^^^^^^^^^^^^^^^
hint: write the paragraph that asks for it right before the check`},
		{"check without a hint", page("Do it.\n\n```sh {check=flat}\ntrue\n```\n\n```sh {solve=flat}\ntrue\n```\n"), `
05-x.md:16:1: warning: a check without a hint
  16 | ´´´sh {check=flat}
     | ^^^^^^^^^^^^^^^^^^
hint: add hint="…": what is missing, not the command`},
		{"check without a solution", page("Do it.\n\n```sh {check=flat hint=x}\ntrue\n```\n"), `
05-x.md:16:1: a check without a solution
  16 | ´´´sh {check=flat hint=x}
     | ^^^^^^^^^^^^^^^^^^^^^^^^^
hint: put a solve= fence after it, with commands that make it pass`},
		{"file without a path", page("```sh {file=flat}\ntrue\n```\n"), `
05-x.md:14:1: a file without a path
  14 | ´´´sh {file=flat}
     | ^^^^^^^^^^^^^^^^^
hint: add path=/usr/bin/job, or path=~/job for one in the home`},
		{"file too long", page("```sh {file=flat path=~/a}\n" + strings.Repeat("true\n", 20_000) + "```\n"), `
05-x.md:14:1: a file of 100000 bytes
  14 | ´´´sh {file=flat path=~/a}
     | ^^^^^^^^^^^^^^^^^^^^^^^^^^
hint: at most 65536: it travels as an argument of a command`},
		{"file with a path that leads astray", page("```sh {file=flat path=/usr/../etc/passwd}\ntrue\n```\n"), `
05-x.md:14:23: "/usr/../etc/passwd" is no path for a file
  14 | ´´´sh {file=flat path=/usr/../etc/passwd}
     |                       ^^^^^^^^^^^^^^^^^^
hint: write an absolute path, such as path=/usr/bin/job, or one in the home: path=~/job`},
		{"two files in one place", page("```sh {file=flat path=~/a}\ntrue\n```\n\n```sh {file=flat path=~/a}\nfalse\n```\n"), `
05-x.md:18:1: sandbox flat has two files ~/a
  18 | ´´´sh {file=flat path=~/a}
     | ^^^^^^^^^^^^^^^^^^^^^^^^^^
hint: remove one of the two`},
		{"solution without a check", page("```sh {solve=flat}\ntrue\n```\n"), `
05-x.md:14:1: a solution without a check before it
  14 | ´´´sh {solve=flat}
     | ^^^^^^^^^^^^^^^^^^
hint: put the solve= fence after its check= fence, on the same page`},
		{"unknown figure", page("```text {figure=bilding}\nx\n```\n"), `
05-x.md:14:17: warning: no figure is called "bilding", so its text is shown
  14 | ´´´text {figure=bilding}
     |                 ^^^^^^^
hint: did you mean building?`},
		{"figure of nothing", page("```text {figure=building of=flat,loft}\nx\n```\n"), `
05-x.md:14:29: no sandbox is called "loft"
  14 | ´´´text {figure=building of=flat,loft}
     |                             ^^^^^^^^^
hint: declare it in the front matter: sandboxes: {loft: {image: host}}`},
		{"question that asks nothing", page("### Question:\n\n- [x] a\n- [ ] b\n\n> So.\n"), `
05-x.md:14:1: a question that asks nothing
  14 | ### Question:
     | ^^^^^^^^^^^^^
hint: write it after ### Question:`},
		{"question on another level", page("#### Question: a?\n\n- [x] a\n- [ ] b\n\n> So.\n"), `
05-x.md:14:1: a question on the wrong level
  14 | #### Question: a?
     | ^^^^^^^^^^^^^^^^^
hint: write it with three: ### Question: …`},
		{"another form of nothing", page("Text.\n\n### Or: why?\n\n- [x] a\n- [ ] b\n\n> So.\n"), `
05-x.md:16:1: another form of a question, and no question right before it
  16 | ### Or: why?
     | ^^^^^^^^^^^^
hint: ### Or: asks the question above it in another way; write ### Question: for a new one`},
		{"too many forms", question("- [x] a\n- [ ] b\n") + forms(50), `
05-x.md:315:1: more than 50 forms of one question
 315 | ### Or: 50
     | ^^^^^^^^^^
hint: begin another one with ### Question:`},
		{"link without pages", "---\ntitle: T\nsources: [x]\n---\n[](#)\n", `
05-x.md:1:1: the lesson has no pages
   1 | ---
     | ^^^
hint: start the first page with ## and its title
05-x.md:5:1: text before the first page
   5 | [](#)
     | ^^^^^
hint: start the first page with ## and its title
05-x.md:5:1: warning: this link leads nowhere: #
   5 | [](#)
     | ^^^^^
hint: the lesson has no pages to link to`},
		{"a form twice", question("- [x] a\n- [ ] b\n") + "\n### Or: why?\n\n- [x] a\n- [ ] b\n\n> So.\n", `
05-x.md:21:1: the same question twice
  21 | ### Or: why?
     | ^^^^^^^^^^^^
hint: ask it in another way, or remove one of the two`},
		{"nearly a question", page("### Question 2: a?\n\nText.\n"), `
05-x.md:14:1: a heading that looks like a question but is none
  14 | ### Question 2: a?
     | ^^^^^^^^^^^^^^^^^^
hint: write ### Question: and what you ask`},
		{"question without answers", page("### Question: why?\n\nText.\n\n> So.\n"), `
05-x.md:14:1: a question without answers
  14 | ### Question: why?
     | ^^^^^^^^^^^^^^^^^^
hint: add a task list, - [ ] wrong and - [x] right, or a numbered list for an order`},
		{"question without explanation", page("### Question: why?\n\n- [x] a\n- [ ] b\n"), `
05-x.md:14:1: warning: a question without an explanation
  14 | ### Question: why?
     | ^^^^^^^^^^^^^^^^^^
hint: add a line after the answers: > why the right one is right`},
		{"no right answer", question("- [ ] a\n- [ ] b\n"), `
05-x.md:14:1: a question without a right answer
  14 | ### Question: why?
     | ^^^^^^^^^^^^^^^^^^
hint: tick it: - [x]`},
		{"every answer right", question("- [x] a\n- [x] b\n"), `
05-x.md:14:1: warning: every answer is right
  14 | ### Question: why?
     | ^^^^^^^^^^^^^^^^^^
hint: add a wrong one that people believe`},
		{"one answer", question("- [x] a\n"), `
05-x.md:16:1: one answer is no choice
  16 | - [x] a
     | ^^^^^^^
hint: add a second; an answer to type in is written - [x] = 42 ± 2 MB or - [x] = ´hostname´`},
		{"answer without a box", question("- [x] a\n- b\n"), `
05-x.md:17:1: an answer without a box
  17 | - b
     | ^^^
hint: write - [ ] before a wrong answer and - [x] before a right one`},
		{"box without a space", question("- [x] a\n- [] b\n"), `
05-x.md:17:1: [] is no box
  17 | - [] b
     | ^^^^^^
hint: write [ ] with a space, or [x]`},
		{"box with another sign", question("- [x] a\n- [v] b\n"), `
05-x.md:17:1: [v] is no box
  17 | - [v] b
     | ^^^^^^^
hint: write [x] for a right answer and [ ] for a wrong one`},
		{"empty answer", question("- [x] a\n- [ ]\n"), `
05-x.md:17:1: an empty answer
  17 | - [ ]
     | ^^^^^
hint: write it after the box`},
		{"answer twice", question("- [x] a\n- [ ] a\n"), `
05-x.md:17:1: the same answer twice
  17 | - [ ] a
     | ^^^^^^^
hint: remove one of the two`},
		{"tick in a numbered list", question("1. [x] a\n2. b\n"), `
05-x.md:16:1: a tick in a numbered list
  16 | 1. [x] a
     | ^^^^^^^^
hint: a numbered list is the right order; write - [ ] for answers to choose from`},
		{"two lists", question("- [x] a\n\n* [ ] b\n"), `
05-x.md:18:1: a second list of answers
  18 | * [ ] b
     | ^^^^^^^
hint: start every answer with the same sign, -, and write nothing between them`},
		{"answer of two paragraphs", question("- [x] a\n\n  more\n- [ ] b\n"), `
05-x.md:18:1: more than one line of text in an answer
  18 |   more
     | ^^^^^^
hint: an answer is one paragraph, and may have one quote (>) below it that says why`},
		{"typed answer without a tick", question("- [ ] = 42\n"), `
05-x.md:16:1: the answer is not ticked
  16 | - [ ] = 42
     | ^^^^^^^^^^
hint: write - [x] before it`},
		{"typed answer of neither kind", question("- [x] = about 42\n"), `
05-x.md:16:1: an answer to type in that is neither a number nor a text
  16 | - [x] = about 42
     | ^^^^^^^^^^^^^^^^
hint: write - [x] = 42 ± 2 MB for a number, - [x] = ´hostname´ or ´uname -n´ for a text`},
		{"boxes outside a question", page("- [ ] a\n- [ ] b\n"), `
05-x.md:14:1: warning: boxes outside a question
  14 | - [ ] a
     | ^^^^^^^
hint: write ### Question: and what you ask above them`},
		{"link to no page", page("See [there](#pge).\n"), `
05-x.md:14:5: warning: this link leads nowhere: #pge
  14 | See [there](#pge).
     |     ^^^^^^^^^^^^^
hint: did you mean page?`},
		{"picture", page("A ![plan](plan.png).\n"), `
05-x.md:14:3: warning: a picture is not shown in a terminal
  14 | A ![plan](plan.png).
     |   ^^^^^^^^^^^^^^^^^
hint: its text in [ ] is shown instead; draw it as text, or use a figure`},
		{"HTML block", page("<table>\n</table>\n"), `
05-x.md:14:1: warning: HTML is not shown in a terminal
  14 | <table>
     | ^^^^^^^
hint: write it as Markdown; comments and <details> may stay`},
		{"HTML inside", page("A <b>bold</b> word.\n"), `
05-x.md:14:3: warning: HTML is not shown in a terminal
  14 | A <b>bold</b> word.
     |   ^^^
hint: write it as Markdown
05-x.md:14:10: warning: HTML is not shown in a terminal
  14 | A <b>bold</b> word.
     |          ^^^^
hint: write it as Markdown`},
		{"footnote and struck text", page("Old[^1] ~~times~~, not `~~` nor `a[^1]`.\n\n[^1]: A note.\n"), `
05-x.md:14:4: warning: a footnote is not shown in a terminal
  14 | Old[^1] ~~times~~, not ´~~´ nor ´a[^1]´.
     |    ^^
hint: write it where it belongs, or leave it out
05-x.md:14:9: warning: text is not struck out in a terminal
  14 | Old[^1] ~~times~~, not ´~~´ nor ´a[^1]´.
     |         ^^
hint: leave it out
05-x.md:16:1: warning: a footnote is not shown in a terminal
  16 | [^1]: A note.
     | ^^
hint: write it where it belongs, or leave it out`},
		{"not UTF-8", page("caf\xe9\n"), `
05-x.md:14:4: byte 0xe9 is not UTF-8
  14 | caf�
     |    ^
hint: save the file as UTF-8 text`},
		{"control character", page("a\x1b[2J\n"), `
05-x.md:14:2: control character U+001B
  14 | a�[2J
     |  ^
hint: a lesson is plain text; remove it`},
		{"turned text", page("a\u202eb\n"), `
05-x.md:14:2: control character U+202E
  14 | a�b
     |  ^
hint: a lesson is plain text; remove it`},
		{"tabs before the place", page("- a\tb <i>\n"), `
05-x.md:14:7: warning: HTML is not shown in a terminal
  14 | - a	b <i>
     |    	  ^^^
hint: write it as Markdown`},
		{"wide characters before the place", page("東京 <i>\n"), `
05-x.md:14:4: warning: HTML is not shown in a terminal
  14 | 東京 <i>
     |      ^^^
hint: write it as Markdown`},
		{"long line", page(strings.Repeat("word ", 30) + "<i> " + strings.Repeat("word ", 30) + "\n"), `
05-x.md:14:151: warning: HTML is not shown in a terminal
  14 | …ord word word word word word word word <i> word word word word word word word word word word word w…
     |                                         ^^^
hint: write it as Markdown`},
		{"value not used", front("values: {port: 8000-8999}\nsandboxes: {flat: {}}"), `
05-x.md:4:10: warning: value port is not used
   4 | values: {port: 8000-8999}
     |          ^^^^
hint: write {{port}} where it is to stand, or remove it`},
		{"value left unquoted", front("values: {port: 8000-8999}\nsandboxes: {flat: {hostname: {{port}}}}"), `
05-x.md:5:31: front matter: could not find flow map content
   5 | sandboxes: {flat: {hostname: {{port}}}}
     |                               ^
hint: the front matter is YAML: key: value lines; put quotes around text with : # { or [ in it`},
		{"page that ends before the solution", page("Do it.\n\n```sh {check=flat hint=x}\ntrue\n```\n\n## Next\n\nText.\n"), `
05-x.md:16:1: a check without a solution
  16 | ´´´sh {check=flat hint=x}
     | ^^^^^^^^^^^^^^^^^^^^^^^^^
hint: put a solve= fence after it, with commands that make it pass`},
		{"line too long", page(strings.Repeat("word ", 801) + "\n"), `
05-x.md:14:1: a line of 4005 bytes
  14 | word word word word word word word word word word word word word word word word word word word word …
     | ^
hint: break it; a line has at most 4000`},
		{"file too large", strings.Repeat("\n", 300<<10), `
05-x.md:1:1: the file has 300 KB
hint: a lesson is a text file of at most 256 KB`},
		{"value inside the place", strings.Replace(page("### Question: a?\n\n- [x] = about {{port}} and {{port}}\n\n> So.\n"), "sources", "values: {port: 8000-9000}\nsources", 1), `
05-x.md:17:1: an answer to type in that is neither a number nor a text
  17 | - [x] = about {{port}} and {{port}}
     | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
hint: write - [x] = 42 ± 2 MB for a number, - [x] = ´hostname´ or ´uname -n´ for a text`},
		{"value at the place", strings.Replace(page("```sh {run={{room}}}\ntrue\n```\n"), "sources", "values: {room: [ash, elm]}\nsources", 1), `
05-x.md:15:12: no sandbox is called "ash"
  15 | ´´´sh {run={{room}}}
     |            ^^^^^^^^
hint: declare it in the front matter: sandboxes: {ash: {image: host}}`},
		{"title without text", "---\ntitle:\nsources: [x]\nsandboxes: {flat: {}}\n---\n" + goodPage, `
05-x.md:2:7: the title is empty
   2 | title:
     |       ^
hint: write it, or remove the key`},
		{"title empty", "---\ntitle: \"\"\nsources: [x]\nsandboxes: {flat: {}}\n---\n" + goodPage, `
05-x.md:2:8: the title is empty
   2 | title: ""
     |        ^^
hint: write it, or remove the key`},
		{"anchor", front("sandboxes: {flat: &a {}}"), `
05-x.md:4:19: sandbox flat must be key: value pairs
   4 | sandboxes: {flat: &a {}}
     |                   ^
hint: write { key: value }, or one key: value a line, indented below its name`},
		{"share not a list", front("sandboxes: {flat: {share: net}}"), `
05-x.md:4:27: share must be a list
   4 | sandboxes: {flat: {share: net}}
     |                           ^^^
hint: write it as [one, two]`},
		{"figure with an unknown setting", page("```text {figure=building off=flat}\nx\n```\n"), `
05-x.md:14:26: unknown attribute "off" of a figure fence
  14 | ´´´text {figure=building off=flat}
     |                          ^^^
hint: did you mean of?`},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			_, problems := Parse("05-x.md", []byte(c.src))
			for _, p := range problems {
				got = append(got, p.Error())
			}
			want := strings.ReplaceAll(strings.TrimPrefix(c.want, "\n"), "´", "`")
			if got := strings.Join(got, "\n"); got != want {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
		})
	}
}
