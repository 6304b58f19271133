package plain

import (
	"regexp"
	"strings"
	"sync"

	"github.com/charmbracelet/x/ansi"
)

var listItem = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^\s*([-*]|\d+\.) `) })

// fill folds the paragraphs and list items of Markdown between words, so that a line has at most width cells; 0 leaves the text
// as it is. Fences and tables keep their lines.
func fill(text string, width int) string {
	if width <= 0 {
		return text
	}
	var out, paragraph []string
	flush := func() {
		if len(paragraph) > 0 {
			out = append(out, ansi.Wordwrap(strings.Join(paragraph, " "), width, ""))
		}
		paragraph = nil
	}
	fence := false
	for line := range strings.SplitSeq(text, "\n") {
		mark := strings.HasPrefix(strings.TrimSpace(line), "```")
		switch {
		case mark || fence || strings.HasPrefix(line, "|") || strings.TrimSpace(line) == "":
			flush()
			out = append(out, line)
			fence = fence != mark
			continue
		case listItem().MatchString(line):
			flush()
		}
		paragraph = append(paragraph, strings.TrimSpace(line))
	}
	flush()
	return strings.Join(out, "\n")
}
