package lab

import (
	"context"
	"fmt"
	"slices"
)

// A step of weight is three of nice, about a factor of two. Nice stays between 0 and 19: below 0 a job would take from the
// rest of the machine, and only root may go there.
const niceStep, niceMost = 3, 19

// Heavier gives a job about twice the weight against the other jobs of its sandbox, by the nice values of the processes
// (setpriority(2)). Only root may lower a nice value: where that is refused, the others' are raised instead, which comes to
// the same among them.
func (l *Lab) Heavier(ctx context.Context, name, job string) error {
	jobs, at, err := l.findJob(ctx, name, job)
	if err != nil {
		return err
	}
	if nice := jobs[at].Nice; nice > 0 && renice(jobs[at].PIDs, max(0, nice-niceStep)) == nil {
		return nil
	}
	return raise(slices.Delete(jobs, at, at+1), "another job")
}

// Lighter gives a job about half the weight.
func (l *Lab) Lighter(ctx context.Context, name, job string) error {
	jobs, at, err := l.findJob(ctx, name, job)
	if err != nil {
		return err
	}
	return raise(jobs[at:at+1], "job "+job)
}

// raise raises the nice values of jobs, all of them or none.
func raise(jobs []Job, who string) error {
	if slices.ContainsFunc(jobs, func(j Job) bool { return j.Nice >= niceMost }) {
		return fmt.Errorf("nice ends at %d, where %s is\nhint: start the jobs again; only root may lower a nice value", niceMost, who)
	}
	for _, j := range jobs {
		if err := renice(j.PIDs, min(niceMost, j.Nice+niceStep)); err != nil {
			return fmt.Errorf("cannot change the nice value of job %s: %w", j.Name, err)
		}
	}
	return nil
}

// findJob measures a sandbox for its jobs that have not ended, and finds one of them.
func (l *Lab) findJob(ctx context.Context, name, job string) ([]Job, int, error) {
	sampler, err := l.Sampler(name)
	if err != nil {
		return nil, 0, err
	}
	sample, err := sampler.Take(ctx)
	if err != nil {
		return nil, 0, err
	}
	jobs := slices.DeleteFunc(sample.Sandboxes[0].Jobs, func(j Job) bool { return j.State == 'Z' })
	at := slices.IndexFunc(jobs, func(j Job) bool { return j.Name == job })
	if at < 0 {
		return nil, 0, fmt.Errorf("no job %s runs in sandbox %s", job, name)
	}
	return jobs, at, nil
}
