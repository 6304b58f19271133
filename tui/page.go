package tui

import (
	"floorplan/lessons"
)

// page is one page of a lesson as the student sees it: its blocks laid out for a width, which of them has the focus, and
// how far it is scrolled. It draws and answers questions about itself; what a key does is decided in app.
type page struct {
	title  string
	blocks []*block
	focus  int  // index into blocks, -1 where nothing on the page can be done
	scroll int  // first visible line
	shown  bool // what follows a prediction is shown before it is answered

	width int
	lines []string
	spans []span // where each block stands in lines
}

type span struct{ first, last int } // lines first to last-1

// block is one block with what the student has done about it.
type block struct {
	lessons.Block
	order []int // how options are shuffled: order[i] is the index of the option shown at i

	done, helped bool
	cursor       int          // the option under the cursor
	chosen       map[int]bool // indices of options
	input        *field
	problem      string // why the last Enter did nothing
	answered     bool
	right        bool
	given        string

	running  bool
	ran      bool
	exit     int
	took     string
	computed string // the machine's answer to the prediction
	output   string // what it printed, where no terminal shows it
	note     string // what is being done about it, where no terminal shows it
	off      string // why it cannot run here, with the hint on its second line

	figure   *figure // the live picture; nil for other kinds, and for a figure that is not known
	sampling int     // numbers the figure's loops of samples: only the last one goes on

	hint, solution bool
	here           bool   // done in the sandbox that runs now
	replays        *block // the block that this one is a copy of, run to bring a sandbox up to date and not recorded; else nil

	optionsAt []span // where each option stands in the block's lines, for the mouse
	cache     []string
	cached    cacheKey
}

// cacheKey is everything a block's lines depend on beside its own state; fresh is cleared when the state changes.
type cacheKey struct {
	width   int
	focused bool
	fresh   bool
}

func (b *block) changed() { b.cached.fresh = false }

// live says whether there is something to do about the block.
func (b *block) live() bool {
	return b.Kind == lessons.Run || b.Kind == lessons.Check || b.Kind == lessons.Question
}

// takesFocus says whether the focus may stand on the block.
func (b *block) takesFocus() bool {
	return b.live() || b.figure != nil && len(b.figure.actions()) > 0
}

// asks says whether the block waits for an answer before anything else.
func (b *block) asks() bool {
	return !b.answered && (b.Kind == lessons.Question || b.Kind == lessons.Run && b.Predict != nil && !b.ran && !b.running)
}

// stopped says that a block runs no longer, nor the one that it is a copy of.
func (b *block) stopped() {
	b.running = false
	b.changed()
	if b.replays != nil {
		b.replays.stopped()
	}
}

// options are the texts to choose from, in the order shown; nil where the answer is typed.
func (b *block) options() []string {
	switch {
	case b.Kind == lessons.Run && b.Predict != nil:
		return b.Predict.Choices
	case b.Kind == lessons.Question && b.Ask.Kind != lessons.Number && b.Ask.Kind != lessons.Text:
		texts := make([]string, len(b.order))
		for i, at := range b.order {
			texts[i] = b.Ask.Options[at].Text
		}
		return texts
	}
	return nil
}

func (b *block) many() bool    { return b.Kind == lessons.Question && b.Ask.Kind == lessons.Many }
func (b *block) ordered() bool { return b.Kind == lessons.Question && b.Ask.Kind == lessons.Order }

// typed says whether the answer is typed rather than chosen.
func (b *block) typed() bool { return b.asks() && b.options() == nil }

// setFocus moves the focus to block i and scrolls it into a window of height lines.
func (p *page) setFocus(i, height int) {
	if i < 0 || i >= len(p.blocks) {
		return
	}
	if p.focus >= 0 {
		p.blocks[p.focus].changed()
	}
	p.focus = i
	p.blocks[i].changed()
	p.lines = nil
	p.reveal(height)
}

// focused is the block with the focus, nil where there is none.
func (p *page) focused() *block {
	if p.focus < 0 || p.focus >= len(p.blocks) {
		return nil
	}
	return p.blocks[p.focus]
}

// held is the last block on show: a prediction holds back what follows it until there is a guess, since the text below it
// often tells the answer. It is the page's last block where nothing is held back.
func (p *page) held() int {
	for i, b := range p.blocks {
		if b.Kind == lessons.Run && b.asks() && !b.done && b.off == "" && !p.shown && i < len(p.blocks)-1 {
			return i
		}
	}
	return len(p.blocks) - 1
}

// next is the block that takes the focus after the present one in direction step, wrapping around; -1 where there is none.
func (p *page) next(step int) int {
	n := len(p.blocks)
	for i := 1; i <= n; i++ {
		at := ((p.focus+step*i)%n + n) % n
		if at <= p.held() && p.blocks[at].takesFocus() {
			return at
		}
	}
	return -1
}

// firstUndone is the first live block that is not done, else the first live one, else -1.
func (p *page) firstUndone() int {
	first := -1
	for i, b := range p.blocks[:p.held()+1] {
		if !b.live() {
			continue
		}
		if !b.done {
			return i
		}
		if first < 0 {
			first = i
		}
	}
	return first
}

// reveal scrolls as little as needed to show the focused block, its top before its end.
func (p *page) reveal(height int) {
	if p.focus < 0 || p.focus >= len(p.spans) || height <= 0 {
		return
	}
	at := p.spans[p.focus]
	if at.last < len(p.lines) {
		height-- // the last row says that there is more
	}
	if at.last > p.scroll+height {
		p.scroll = at.last - height
	}
	if at.first < p.scroll {
		p.scroll = at.first
	}
}

func (p *page) scrollBy(n, height int) {
	p.scroll = max(0, min(p.scroll+n, len(p.lines)-height))
}

// below is how many lines there are below a window of height lines.
func (p *page) below(height int) int { return max(0, len(p.lines)-p.scroll-height) }

// layout makes the lines for a width, from cached blocks where nothing changed.
func (p *page) layout(r renderer, width int) {
	if p.lines != nil && p.width == width && p.fresh() {
		return
	}
	p.width = width
	p.lines = append(p.lines[:0:0], wrap(r.theme.heading.Render(p.title), width)...)
	p.spans = make([]span, len(p.blocks))
	held := p.held()
	for i, b := range p.blocks {
		if i > held {
			b.cached.fresh = true
			continue
		}
		key := cacheKey{width: width, focused: i == p.focus, fresh: true}
		if b.cached != key {
			b.cache, b.cached = r.block(b, i == p.focus, width), key
		}
		if len(b.cache) > 0 {
			p.lines = append(p.lines, "")
		}
		p.spans[i] = span{len(p.lines), len(p.lines) + len(b.cache)}
		p.lines = append(p.lines, b.cache...)
	}
	if held < len(p.blocks)-1 {
		p.lines = append(append(p.lines, ""), wrap(r.theme.dim.Render("more after your guess; o shows it now"), width)...)
	}
}

func (p *page) fresh() bool {
	for _, b := range p.blocks {
		if !b.cached.fresh {
			return false
		}
	}
	return true
}
