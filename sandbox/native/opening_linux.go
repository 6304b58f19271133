package native

import (
	"context"
	"maps"
	"os"
	"reflect"
	"slices"
	"time"

	"golang.org/x/sys/unix"

	"floorplan/sandbox"
	"floorplan/sandbox/image"
)

// question is all that a sandbox's first message depends on, besides the machine.
type question struct {
	spec        sandbox.Spec
	how         map[string]string // what enforces which limit
	root        *image.Root
	scratch     string // the home where the mount namespace is shared
	member      *member
	kept, joins int          // see makePlan
	main        *sandbox.Cmd // without what it reads and writes; nil for none
}

// opening is a sandbox's first message: the plan, and the command that it starts with.
type opening struct {
	question
	plan  *plan
	calls []call // the plan's, after one that does nothing
	spawn spawn
	data  []byte
}

// ask gathers what a sandbox needs, for release to give back.
func (e *Engine) ask(ctx context.Context, b *box, main *sandbox.Cmd) (q question, err error) {
	if b.root, err = e.resolve(ctx, b.spec.Image); err != nil {
		return q, err
	}
	q = question{spec: b.spec, how: b.how, root: b.root}
	if b.group != nil {
		q.joins = len(b.group.JoinFiles())
	}
	if b.shares(sandbox.Mount) {
		if b.home, err = newHome(homeDirs(), e.host); err != nil {
			return q, err
		}
		q.scratch = b.home.path
	}
	if b.member, err = e.join(ctx, b.spec); err != nil {
		return q, err
	}
	q.member = b.member
	if main != nil {
		args, err := argsOf(*main, b.root)
		if err != nil {
			return q, err
		}
		q.main = &sandbox.Cmd{Args: args, Env: main.Env, Dir: main.Dir, Terminal: main.Terminal}
		if main.Terminal == nil {
			q.kept = 3
		}
	}
	return q, nil
}

// known is the answer to the question that was asked last, if this is the same: a class starts the same sandbox many times, and
// makePlan, which asks the machine nothing, has the same answer.
func (e *Engine) known(q question) *opening {
	if o := e.last.Load(); o != nil && reflect.DeepEqual(o.question, q) {
		return o
	}
	return nil
}

// write answers a question.
func (e *Engine) write(q question) (*opening, error) {
	h := e.host
	h.how, h.user = q.how, userOf(q.root, q.spec.Profile)
	var err error
	if h.stage, err = findStage(h.stages, sources(q.root, q.spec)); err != nil {
		return nil, err
	}
	o, err := e.openingOf(q, makePlan(q.spec, h, q.root, q.scratch, q.kept, q.joins, q.member))
	if err == nil {
		e.keep(o)
	}
	return o, err
}

// openingOf puts a plan, and the command that the question names, into a message.
func (e *Engine) openingOf(q question, plan *plan) (*opening, error) {
	o := &opening{question: q, plan: plan}
	p := program{blobs: slices.Clone(o.plan.blobs), calls: make([]call, 0, o.plan.size()+50)}
	p.calls = append(p.calls, nop("start"))
	for _, s := range o.plan.steps {
		p.calls = append(p.calls, s.calls...)
	}
	o.calls = p.calls
	if q.main != nil {
		o.spawn = makeSpawn(q.main.Args, *q.main, o.plan.env, q.spec.Files, e.fast())
		o.spawn.calls[o.spawn.fork].out = ref{"main", 0}
		p.calls = append(p.calls, o.spawn.calls...)
		p.blobs = append(p.blobs, o.spawn.blobs...)
	} else {
		p.calls = append(p.calls, replyCalls("")...)
	}
	p.calls = append(p.calls,
		call{label: "fail", nr: unix.SYS_SENDTO, name: "sendto", args: []value{intv(controlFD), at("outcomes", 0), at("replySize", 0), intv(unix.MSG_NOSIGNAL)}, neg: ignore},
		call{nr: unix.SYS_EXIT_GROUP, name: "exit_group", args: []value{intv(1)}, neg: "fail"})
	var err error
	o.data, err = e.link(p, len(p.calls)*outcomeSize)
	return o, err
}

// keep remembers an answer about the host's root file system; any other is asked for anew each time, and closed. The question is
// copied: its owner may change what it consists of.
func (e *Engine) keep(o *opening) {
	if h := e.hostImage.Load(); h == nil || h.Root != o.root || o.member != nil || o.scratch != "" {
		return
	}
	kept := *o
	kept.how = maps.Clone(o.how)
	kept.spec.Share, kept.spec.Env, kept.spec.OutsideAllow = slices.Clone(o.spec.Share), slices.Clone(o.spec.Env), slices.Clone(o.spec.OutsideAllow)
	kept.spec.Volumes = maps.Clone(o.spec.Volumes)
	if o.main != nil {
		main := *o.main
		main.Args, main.Env = slices.Clone(main.Args), slices.Clone(main.Env)
		if main.Terminal != nil {
			size := *main.Terminal
			main.Terminal = &size
		}
		kept.main = &main
	}
	e.last.Store(&kept)
}

// hostRoot is the host as an image. What is asked of the file system is asked again when the root directory has changed.
type hostRoot struct {
	changed time.Time
	*image.Root
}

func (e *Engine) hostRoot() *image.Root {
	info, err := os.Lstat("/")
	if err != nil {
		return image.Host()
	}
	if known := e.hostImage.Load(); known != nil && known.changed.Equal(info.ModTime()) {
		return known.Root
	}
	root := image.Host()
	e.hostImage.Store(&hostRoot{info.ModTime(), root})
	return root
}
