package lab

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"time"
)

// The kinds that Measure compares, the lightest first.
const (
	KindProcess   = "process"
	KindVenv      = "venv"
	KindContainer = "container"
	KindVM        = "vm"
)

// MeasureOptions say how often to measure.
type MeasureOptions struct {
	// Runs is how often each kind is started, alone and three at once: 1 to 100, 5 when it is 0.
	Runs int
}

// Measurements are what each kind took on this machine, one and three at once.
type Measurements struct {
	Results []Measurement `json:"results"`
}

// Measurement is one kind, started Count at once.
type Measurement struct {
	Kind  string `json:"kind"`
	Count int    `json:"count"`
	N     int    `json:"n"` // runs that the figures come from
	// Ready is the time from the start until the last of them has answered: a shell, or Python, has printed a word.
	Ready Spread `json:"ready_ms"`
	// Memory is the median of the sum of PSS, in bytes: what the processes have for themselves, and their share of what they
	// have in common with others. For a virtual machine it is QEMU's. A sandbox's init that hides its PSS from this user is
	// counted by its RSS, some ten kilobytes.
	Memory int64 `json:"memory_bytes"`
	// Disk is what each has on disk for itself, summed up; SharedDisk is what all of them, however many, are made from.
	Disk       int64  `json:"disk_bytes"`
	SharedDisk int64  `json:"disk_shared_bytes"`
	Kernel     string `json:"kernel"` // uname -r, asked inside
	Engine     string `json:"engine"`
	// Skipped is why there are no figures, or no more; with a hint, if something can be done. Empty when all is well.
	Skipped string `json:"skipped"`
	// Note is what one should know beside the figures.
	Note string `json:"note,omitempty"`
}

// Spread is a set of times, in milliseconds.
type Spread struct {
	Median float64 `json:"median"`
	Min    float64 `json:"min"`
	Max    float64 `json:"max"`
}

// MeasureProgress is how far Measure is.
type MeasureProgress struct {
	Doing       string // "vm, 3 at once"
	Done, Total int    // starts
	SoFar       Measurements
}

// contender is one kind as Measure needs it.
type contender struct {
	kind, engine, note string
	disk, sharedDisk   int64
	kernel             string
	// start returns when the thing has answered.
	start func(context.Context) (contestant, error)
}

// contestant is one that runs.
type contestant struct {
	// inspect returns the release of the kernel that answers inside, and all processes, as the host numbers them.
	inspect func(context.Context) (kernel string, pids []int, err error)
	close   func() error
}

// trials are the raw figures of one kind and count.
type trials struct {
	ready  []float64
	memory []int64
}

// Measure starts each kind on this machine, alone and three at once, again and again, and measures. The kinds take turns, so
// that a busy moment does not fall on one of them alone. A kind that cannot be measured says why, and the others go on. When
// ctx ends, what was measured until then is returned with its error. progress may be nil; it is called from one goroutine.
func Measure(ctx context.Context, m *Machine, opts MeasureOptions, progress func(MeasureProgress)) (Measurements, error) {
	runs := opts.Runs
	if runs == 0 {
		runs = 5
	}
	if runs < 1 || runs > 100 {
		return Measurements{}, fmt.Errorf("cannot measure %d times\nhint: 1 to 100 times", runs)
	}
	if progress == nil {
		progress = func(MeasureProgress) {}
	}
	kinds := []string{KindProcess, KindVenv, KindContainer, KindVM}
	counts := []int{1, 3}
	contenders := map[string]*contender{}
	skipped := map[string]string{}
	taken := map[string]map[int]*trials{}
	total, done := len(kinds)*(1+runs*len(counts)), 0
	soFar := func() Measurements {
		var all Measurements
		for _, kind := range kinds {
			for _, count := range counts {
				all.Results = append(all.Results, summary(kind, count, contenders[kind], taken[kind][count], skipped[kind]))
			}
		}
		return all
	}
	tell := func(doing string) { progress(MeasureProgress{Doing: doing, Done: done, Total: total, SoFar: soFar()}) }

	for _, kind := range kinds {
		tell(kind + ", a first one to warm up")
		c, err := m.contender(ctx, kind)
		if err == nil {
			_, err = c.try(ctx, 1, &trials{})
		}
		if ctx.Err() != nil {
			return soFar(), ctx.Err()
		}
		contenders[kind], taken[kind] = c, map[int]*trials{}
		if err != nil {
			skipped[kind] = err.Error()
		}
		done++
	}
	for range runs {
		for _, count := range counts {
			for _, kind := range kinds {
				done++
				if skipped[kind] != "" {
					continue
				}
				tell(fmt.Sprintf("%s, %d at once", kind, count))
				if taken[kind][count] == nil {
					taken[kind][count] = &trials{}
				}
				kernel, err := contenders[kind].try(ctx, count, taken[kind][count])
				if ctx.Err() != nil {
					return soFar(), ctx.Err()
				}
				if err != nil {
					skipped[kind] = err.Error()
					continue
				}
				contenders[kind].kernel = kernel
			}
		}
	}
	tell("")
	return soFar(), nil
}

// try starts count of a kind at once, measures and ends them.
func (c *contender) try(ctx context.Context, count int, t *trials) (kernel string, err error) {
	all := make([]contestant, count)
	errs := make([]error, count)
	began := time.Now()
	var wait sync.WaitGroup
	for i := range all {
		wait.Go(func() { all[i], errs[i] = c.start(ctx) })
	}
	wait.Wait()
	ready := time.Since(began)
	err = errors.Join(errs...)
	var memory int64
	for i, one := range all {
		if errs[i] != nil {
			continue
		}
		if err == nil {
			var size int64
			kernel, size, err = one.measure(ctx)
			memory += size
		}
	}
	for i, one := range all {
		if errs[i] == nil {
			err = errors.Join(err, one.close())
		}
	}
	if err != nil {
		first, rest, more := strings.Cut(err.Error(), "\n")
		if more && !strings.HasPrefix(rest, "hint: ") { // three times the same, most likely
			return "", errors.New(first)
		}
		return "", err
	}
	t.ready = append(t.ready, float64(ready.Microseconds())/1000)
	t.memory = append(t.memory, memory)
	return kernel, nil
}

// measure asks for the kernel and sums up the PSS of all processes.
func (c contestant) measure(ctx context.Context) (kernel string, memory int64, err error) {
	kernel, pids, err := c.inspect(ctx)
	if err != nil {
		return "", 0, err
	}
	for _, pid := range pids {
		size, err := processMemory(pid)
		if err != nil {
			return "", 0, fmt.Errorf("cannot measure the memory of process %d: %w", pid, err)
		}
		memory += size
	}
	return kernel, memory, nil
}

// summary makes a measurement of what was taken so far.
func summary(kind string, count int, c *contender, t *trials, skipped string) Measurement {
	m := Measurement{Kind: kind, Count: count, Skipped: skipped}
	if c != nil {
		m.Engine, m.Kernel, m.Note = c.engine, c.kernel, c.note
		m.Disk, m.SharedDisk = c.disk*int64(count), c.sharedDisk
	}
	if t == nil || len(t.ready) == 0 {
		return m
	}
	m.N = len(t.ready)
	m.Ready = Spread{Median: median(t.ready), Min: slices.Min(t.ready), Max: slices.Max(t.ready)}
	m.Memory = median(t.memory)
	return m
}

// median is the middle of the values, or the mean of the two in the middle.
func median[T int64 | float64](values []T) T {
	sorted := slices.Sorted(slices.Values(values))
	middle := len(sorted) / 2
	if len(sorted)%2 == 1 {
		return sorted[middle]
	}
	return (sorted[middle-1] + sorted[middle]) / 2
}
