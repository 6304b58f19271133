package lessons

import (
	"regexp"
	"sync"
)

// expression is a regular expression that is compiled when it is first asked for. The package's own would otherwise all be
// compiled before main, in every command, and most commands read no lesson.
func expression(text string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(text) })
}
