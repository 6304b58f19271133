package native

import (
	"strings"
	"time"

	"golang.org/x/sys/unix"

	"floorplan/sandbox"
)

// explain is the plan with what came of each step, read from the memory that the agent sent back after took.
func (b *box) explain(data []byte, took time.Duration) []sandbox.Step {
	ops := len(data) / outcomeSize
	first, last := outcomeOf(data, 0).ticks, uint64(0)
	for i := range min(1+b.plan.size(), ops) {
		last = max(last, outcomeOf(data, i).ticks)
	}
	// The clock is the processor's own. What it counts is known from the whole time, which both sides measured.
	perTick := float64(took.Nanoseconds()) / 1e3 / float64(max(last-first, 1))
	steps := make([]sandbox.Step, 0, len(b.plan.steps))
	// When the call before was made. What is done aside has gone its own way since the step before it.
	previous, aside, i := first, uint64(0), 1
	for _, s := range b.plan.steps {
		out := sandbox.Step{Call: s.call, Args: s.args, Why: s.why, Man: s.man, Unshare: s.unshare, Docker: s.docker, OCI: s.oci}
		if out.Call == "" {
			out.Call = s.calls[0].name
			for _, a := range s.calls[0].args {
				out.Args = append(out.Args, a.shown())
			}
		}
		ran, clock := false, &previous
		if s.aside {
			aside = max(aside, previous)
			clock = &aside
		}
		for j, c := range s.calls {
			if i+j >= ops {
				break
			}
			o := outcomeOf(data, i+j)
			if !o.ran {
				continue
			}
			ran = true
			if o.ticks > *clock {
				out.TookUS += int64(float64(o.ticks-*clock) * perTick)
				*clock = o.ticks
			}
			if j == 0 || c.name == s.call {
				out.Result = o.result
			}
			if c.nr == unix.SYS_CLONE && c.zero != "" {
				out.Result = int64(b.initPID) // its child wrote 0 to the account that they share, before or after it
			}
			if o.errno != 0 && out.Errno == "" && (c.neg == "" || len(s.calls) == 1 || j == 0 && s.otherwise != "") {
				out.Result, out.Errno = -1, unix.ErrnoName(o.errno)
			}
		}
		i += len(s.calls)
		if ran {
			steps = append(steps, out)
		}
	}
	return steps
}

// firstFailure is the first call that had to succeed and did not.
func firstFailure(calls []call, data []byte) error {
	for i, c := range calls {
		if (i+1)*outcomeSize > len(data) {
			break
		}
		if o := outcomeOf(data, i); o.ran && o.errno != 0 && c.neg == "" {
			failed := &stepError{call: c.name, errno: o.errno}
			switch c.name {
			case "mount":
				failed.args = strings.TrimPrefix(c.args[1].shown(), "/root")
			case "unshare":
				failed.args = c.args[0].shown()
			}
			return failed
		}
	}
	return nil
}

// without are the notes of the steps that failed and that the sandbox does without.
func (p *plan) without(data []byte) []string {
	var out []string
	i := 1
	for _, s := range p.steps {
		if o := outcomeOf(data, i); s.otherwise != "" && o.ran && o.errno != 0 {
			out = append(out, s.otherwise)
		}
		i += len(s.calls)
	}
	return out
}
