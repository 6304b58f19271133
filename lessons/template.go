package lessons

import "strconv"

// Template is a lesson to start from. It has no problems, and check --run passes on it.
func Template(title string) string {
	if title == "" {
		title = "A new lesson"
	}
	return "---\ntitle: " + strconv.Quote(title) + template
}

const template = `
minutes: 5
sandboxes:
  room: { image: host, profile: admin }
sources: ["man 1 hostname"]
---

## A room of its own

A sandbox has a host name of its own. The next block asks for it.

` + "```" + `sh {run=room predict="How many lines does hostname print?"}
hostname | wc -l
` + "```" + `

## Your turn

Give the sandbox the host name ` + "`studio`" + `.

` + "```" + `sh {check=room hint="The program that prints the host name also sets it."}
test "$(hostname)" = studio
` + "```" + `

` + "```" + `sh {solve=room}
hostname studio
` + "```" + `

### Question: whose host name did you change?

- [ ] the machine's
  > The sandbox would have to share the machine's UTS namespace.
- [x] the sandbox's

> A host name belongs to a UTS namespace, and the sandbox has one of its own.
`
