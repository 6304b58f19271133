package tui

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"floorplan/lab"
)

// Timeshare: who has the processor, one row for each job.
const (
	shareOver = 2 * time.Second // shares are those of this long: four samples
	jobsMost  = 9               // as many as there are digits to choose with
)

// jobTrack is one job and what earlier samples say of it.
type jobTrack struct {
	sandbox string
	job     lab.Job
	ended   bool // it was there and is not any more
	ran     []moment
}

// moment is how long a job had run at a time.
type moment struct {
	at  time.Time
	ran time.Duration
}

// share is the part of one processor that the job had lately.
func (j jobTrack) share() float64 {
	if j.ended || len(j.ran) < 2 {
		return 0
	}
	first, last := j.ran[0], j.ran[len(j.ran)-1]
	return max(0, float64(last.ran-first.ran)/float64(last.at.Sub(first.at)))
}

func (j *jobTrack) take(at time.Time, job lab.Job) {
	j.job, j.ended = job, job.State == 'Z'
	if n := len(j.ran); n > 0 && !at.After(j.ran[n-1].at) {
		return
	}
	j.ran = append(j.ran, moment{at, job.Ran})
	for len(j.ran) > 2 && at.Sub(j.ran[1].at) >= shareOver {
		j.ran = j.ran[1:]
	}
}

// takeJobs follows the jobs of all the sandboxes. One that has ended keeps its row until its sandbox is gone, a job of its
// name is started again, or the row is needed.
func (f *figure) takeJobs(sample lab.Sample) {
	for i := range f.jobs {
		f.jobs[i].ended = true
	}
	running := map[string]bool{}
	for _, u := range sample.Sandboxes {
		running[u.Name] = u.State == lab.Running
		for _, job := range u.Jobs {
			at := slices.IndexFunc(f.jobs, func(j jobTrack) bool { return j.sandbox == u.Name && j.job.Name == job.Name })
			if at < 0 {
				at = len(f.jobs)
				f.jobs = append(f.jobs, jobTrack{sandbox: u.Name})
			}
			if before := f.jobs[at].job; len(before.PIDs) > 0 && before.PIDs[0] != job.PIDs[0] {
				f.jobs[at].ran = nil // another process: its time begins anew
			}
			f.jobs[at].take(u.At, job)
		}
	}
	f.jobs = slices.DeleteFunc(f.jobs, func(j jobTrack) bool { return !running[j.sandbox] })
	for len(f.jobs) > jobsMost {
		at := max(0, slices.IndexFunc(f.jobs, func(j jobTrack) bool { return j.ended }))
		f.jobs = slices.Delete(f.jobs, at, at+1)
	}
	f.chosen = max(0, min(f.chosen, len(f.jobs)-1))
}

func (f *figure) timeshare(t theme, width int) []string {
	if len(f.jobs) == 0 {
		return wrap(t.dim.Render("no jobs: nobody has started a program called job-…"), width)
	}
	lines := []string{f.strip(t, width)}
	names := 3
	for _, j := range f.jobs {
		names = max(names, min(len(j.job.Name), 10, width-29))
	}
	room := max(0, width-names-25) // for the bar
	lines = append(lines, t.dim.Render(fit(fmt.Sprintf("   %-*s %-*s share  waited weight", names, "job", room, ""), width)))
	for i, j := range f.jobs {
		lines = append(lines, fit(f.jobRow(t, i, j, names, room), width))
	}
	return append(lines, wrap(t.dim.Render("Dots are for everybody else. Weights are nice values: one more weighs a fifth less."), width)...)
}

// strip is the processor as one bar: each letter is a part that the job of that initial had, a dot
// one that went to others or to nobody.
func (f *figure) strip(t theme, width int) string {
	all := 0.0
	for _, j := range f.jobs {
		all += j.share()
	}
	label := "one processor "
	scale := 1.0
	if all > 1.1 { // more than sampling can be off: the jobs are not all on one
		scale = all
		label = fmt.Sprintf("%.1f processors ", all)
	}
	room := width - len(label) - 2
	var b strings.Builder
	used, sum := 0, 0.0
	for i, j := range f.jobs {
		sum += j.share()
		end := min(room, int(sum/scale*float64(room)+0.5))
		b.WriteString(jobStyle(t, i, strings.Repeat(f.initial(i), max(0, end-used))))
		used = max(used, end)
	}
	return t.dim.Render(label+"▕") + b.String() + t.dim.Render(strings.Repeat("·", room-used)+"▏")
}

// jobStyle tells neighbours on the strip apart, in any terminal: every other one is reversed.
func jobStyle(t theme, i int, s string) string {
	if i%2 == 1 {
		return t.meter.Reverse(true).Render(s)
	}
	return t.meter.Render(s)
}

// initial is a job's sign on the strip: its first letter, or its number where two jobs begin alike.
func (f *figure) initial(i int) string {
	first := f.jobs[i].job.Name[:1]
	for n, j := range f.jobs {
		if n != i && strings.HasPrefix(j.job.Name, first) {
			return strconv.Itoa(i + 1)
		}
	}
	return first
}

func (f *figure) jobRow(t theme, i int, j jobTrack, names, room int) string {
	mark, name := " ", t.text
	if i == f.chosen {
		mark, name = "▸", t.chosen
	}
	drawn := t.meter.Render(bar(j.share(), room)) + fmt.Sprintf(" %5s", percent(j.share()))
	if says := j.idle(); says != "" {
		drawn = t.dim.Render(fit(says, room+6))
	}
	title := fit(j.job.Name, names)
	return name.Render(fmt.Sprintf("%s%d %s", mark, i+1, title)) + " " + drawn +
		fmt.Sprintf(" %7s %6d", seconds(j.job.Waited()), j.job.Weight())
}

// idle says what a job does that does not want the processor; empty for the others.
func (j jobTrack) idle() string {
	switch {
	case j.ended:
		return "✓ ran " + seconds(j.job.Ran)
	case j.job.State == 'T' || j.job.State == 't':
		return "stopped"
	case j.job.State != 'R' && j.share() < 0.01:
		return "asleep"
	}
	return ""
}

func seconds(d time.Duration) string {
	if d >= 1000*time.Second {
		return fmt.Sprintf("%.0f min", d.Minutes())
	}
	return fmt.Sprintf("%.1f s", d.Seconds())
}

// jobActions are the keys of a timeshare figure. The digits choose a job.
func (f *figure) jobActions() []action {
	if len(f.jobs) == 0 {
		return nil
	}
	j := f.jobs[f.chosen]
	var actions []action
	if n := len(f.jobs); n > 1 {
		actions = append(actions, action{key: "1-" + strconv.Itoa(n), does: "choose a job"})
	}
	if j.ended {
		return actions
	}
	return append(actions,
		action{key: "+", does: "twice the weight for " + j.job.Name, do: func(ctx context.Context, l *lab.Lab) error {
			return l.Heavier(ctx, j.sandbox, j.job.Name)
		}},
		action{key: "-", does: "half the weight", do: func(ctx context.Context, l *lab.Lab) error {
			return l.Lighter(ctx, j.sandbox, j.job.Name)
		}})
}
