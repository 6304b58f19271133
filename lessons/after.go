package lessons

import (
	"fmt"
	"slices"
	"strings"
)

// after resolves what a fence builds on: the IDs of live blocks that stand before it. Pages and blocks further down are not
// there yet when it is read, so that nothing can build on them.
func (p *parser) after(a attribute) []string {
	ids := []string{}
	for name := range strings.SplitSeq(a.value, ",") {
		name = strings.TrimSpace(name)
		found := p.before(name)
		if len(found) == 0 && name != "nothing" {
			p.problem(Error, a.valueAt, fmt.Sprintf("nothing before this block is called %q", name), p.suggestBefore(name))
			return ids
		}
		ids = append(ids, found...)
	}
	return ids
}

// before lists the run blocks and the checks that a word of after= stands for.
func (p *parser) before(name string) (ids []string) {
	for _, page := range p.lesson.Pages {
		for _, b := range page.Blocks {
			if b.Kind != Run && b.Kind != Check {
				continue
			}
			if b.ID == name || page.ID == name || page == p.page && name == "above" {
				ids = append(ids, b.ID)
			}
		}
	}
	return ids
}

func (p *parser) suggestBefore(name string) string {
	var names []string
	for _, page := range p.lesson.Pages {
		for _, b := range page.Blocks {
			if b.Kind == Run || b.Kind == Check {
				names = append(names, b.ID)
			}
		}
		names = append(names, page.ID)
	}
	if near := nearest(name, slices.Compact(names)); len(near) > 0 {
		return "did you mean " + near[0] + "?"
	}
	return "write above, nothing, the link of a page before it, or a block such as its-page/run-1"
}
