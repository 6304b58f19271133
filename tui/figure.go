package tui

import (
	"context"
	"slices"
	"strings"
	"time"

	"github.com/charmbracelet/x/ansi"

	"floorplan/lab"
	"floorplan/lessons"
)

// figure is a live picture in a lesson's text: the sandboxes as the kernel says they are, nothing else. App samples twice a
// second while the figure is on screen, hands each sample to take, and draws lines. Keys that act on the sandboxes are in
// actions; press looks one up.
type figure struct {
	draw    func(*figure, theme, int) []string
	ofJobs  bool     // its keys act on jobs, not on sandboxes
	names   []string // the sandboxes, as the figure's of= gives them; none stands for all of the lesson
	sampler *lab.Sampler

	sample  lab.Sample
	tracks  []track // by sandbox, as in sample
	jobs    []jobTrack
	chosen  int    // the job that + and - are about
	problem string // why there is no sample
}

// The figure keeps half a minute of samples.
const (
	sampleEvery = 500 * time.Millisecond
	sampleKept  = 60
)

// track is what earlier samples say of one sandbox.
type track struct {
	at    time.Time
	cpu   time.Duration
	rates []float64 // processors in use between two samples, the newest last
}

// rate is how many processors the sandbox has now.
func (t track) rate() float64 {
	if len(t.rates) == 0 {
		return 0
	}
	return t.rates[len(t.rates)-1]
}

// newFigure makes the figure of a block, or nil where the block names none that is known; its Text is shown then.
func newFigure(b lessons.Block, l *lab.Lab) *figure {
	f := &figure{}
	switch b.Figure {
	case "building":
		f.draw = (*figure).building
	case "tenants":
		f.draw = (*figure).tenants
	case "timeshare":
		f.draw, f.ofJobs = (*figure).timeshare, true
	default:
		return nil
	}
	for name := range strings.SplitSeq(b.Args["of"], ",") {
		if name = strings.TrimSpace(name); name != "" {
			f.names = append(f.names, name)
		}
	}
	if l != nil {
		var err error
		if f.sampler, err = l.Sampler(f.names...); err != nil {
			f.problem = err.Error()
		}
	}
	return f
}

// take keeps a sample, or why there is none.
func (f *figure) take(sample lab.Sample, err error) {
	if err != nil {
		f.problem = err.Error()
		return
	}
	f.problem = ""
	if len(f.tracks) != len(sample.Sandboxes) {
		f.tracks = make([]track, len(sample.Sandboxes))
	}
	for i, u := range sample.Sandboxes {
		f.tracks[i].take(u)
	}
	if f.ofJobs {
		f.takeJobs(sample)
	}
	f.sample = sample
}

func (t *track) take(u lab.Usage) {
	if u.State != lab.Running {
		*t = track{}
		return
	}
	if t.at.IsZero() {
		t.at, t.cpu = u.At, u.CPU
		return
	}
	passed := u.At.Sub(t.at)
	if passed <= 0 { // nothing new
		return
	}
	rate := max(0, float64(u.CPU-t.cpu)/float64(passed))
	t.rates = append(t.rates, rate)
	t.rates = t.rates[max(0, len(t.rates)-sampleKept):]
	t.at, t.cpu = u.At, u.CPU
}

// lines draws the figure, each line at most width cells wide. With the focus it names its keys.
func (f *figure) lines(t theme, width int, focused bool) []string {
	if f.problem != "" {
		return wrap(t.warn.Render(f.problem), width)
	}
	if len(f.sample.Sandboxes) == 0 {
		return []string{t.dim.Render("measuring …")}
	}
	lines := f.draw(f, t, width)
	switch actions := f.actions(); {
	case len(actions) == 0:
	case focused:
		lines = append(lines, keyLines(t, actions, width)...)
	default:
		lines = append(lines, wrap(t.dim.Render("tab chooses the picture and shows its keys"), width)...)
	}
	return lines
}

// keyLines names the keys, as many on a line as there is room for.
func keyLines(t theme, actions []action, width int) []string {
	lines := []string{""}
	for _, a := range actions {
		key := t.key.Render(a.key) + " " + t.keyName.Render(a.does)
		last := &lines[len(lines)-1]
		switch {
		case *last == "":
			*last = key
		case ansi.StringWidth(*last)+3+ansi.StringWidth(key) <= width:
			*last += t.keyName.Render(" · ") + key
		default:
			lines = append(lines, key)
		}
	}
	for i, line := range lines {
		lines[i] = fit(line, width)
	}
	return lines
}

// action is something that a key does to the sandboxes while the figure has the focus.
type action struct {
	key, does string
	do        func(context.Context, *lab.Lab) error // takes time: to be run as a command; nil where the key only chose
	name      string                                // the sandbox that it changes, empty where it changes none
	becomes   lab.State                             // what that sandbox is as soon as the key is pressed
}

// actions are what the figure's keys do now.
func (f *figure) actions() []action {
	if f.ofJobs {
		return f.jobActions()
	}
	var actions []action
	state := func(s lab.State) func(lab.Usage) bool { return func(u lab.Usage) bool { return u.State == s } }
	if at := slices.IndexFunc(f.sample.Sandboxes, state(lab.NotStarted)); at >= 0 {
		name := f.sample.Sandboxes[at].Name
		actions = append(actions, action{"+", name + " moves in",
			func(ctx context.Context, l *lab.Lab) error { return l.Start(ctx, name) }, name, lab.Starting})
	}
	for _, u := range slices.Backward(f.sample.Sandboxes) {
		if u.State == lab.Running {
			actions = append(actions, action{"-", u.Name + " moves out",
				func(ctx context.Context, l *lab.Lab) error { return l.Reset(ctx, u.Name) }, u.Name, lab.NotStarted})
			break
		}
	}
	return actions
}

// press does what a key means to the figure at once, and returns what is to be done in a command besides, nil for nothing.
// used is false where the key is not the figure's.
func (f *figure) press(key string) (do func(context.Context, *lab.Lab) error, used bool) {
	if len(key) == 1 && key[0] >= '1' && int(key[0]-'1') < len(f.jobs) {
		f.chosen = int(key[0] - '1')
		return nil, true
	}
	for _, a := range f.actions() {
		if a.key == key {
			f.foresee(a)
			return a.do, true
		}
	}
	return nil, false
}

// foresee shows what a key will have done before the next sample does, so that the key pressed again means the next sandbox.
func (f *figure) foresee(a action) {
	f.sample.Sandboxes = slices.Clone(f.sample.Sandboxes)
	for i, u := range f.sample.Sandboxes {
		if u.Name == a.name {
			f.sample.Sandboxes[i].State = a.becomes
		}
	}
}
