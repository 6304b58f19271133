package lab

import (
	"cmp"
	"context"
	"errors"
	"runtime"
	"sync"
	"time"

	"floorplan/sandbox"
)

// How old the facts behind a sample may be. Processor times and jobs are read each time; the rest changes slowly. A guest
// is asked less often: its answer takes tens of milliseconds of its own time, which the figure would show.
const (
	factsEvery      = time.Second
	guestFactsEvery = 5 * time.Second
	// patience is how long a sandbox may take to answer, before the others are shown without it.
	patience = 3 * time.Second
)

// Sample is what the kernel says of some sandboxes at one moment. Two of them give rates.
type Sample struct {
	Host      Host
	Sandboxes []Usage // in the order that was asked for
}

// Host is this computer, which has all the sandboxes.
type Host struct {
	Kernel string // uname -r
	BootID string // /proc/sys/kernel/random/boot_id
	CPUs   int    // processors that this program may use
	Memory int64  // bytes in all (MemTotal in /proc/meminfo); 0 where it is not known
}

// State says whether a sandbox is there.
type State int

// The states of a sandbox.
const (
	NotStarted State = iota
	Starting
	Running
)

// Usage is what one sandbox uses. Below State, all but the limits is zero unless it is Running.
type Usage struct {
	Name    string
	Engine  string // native or vm
	Network string // as the lesson names it; empty for none

	MemoryLimit int64   // bytes, as the lesson asks; 0 for none
	CPULimit    float64 // processors; 0 for none
	DiskLimit   int64   // bytes; 0 for the engine's own

	State   State
	Problem string // why there are no figures of a running sandbox
	At      time.Time

	Kernel     string // of the kernel that answers inside
	BootID     string
	SameKernel bool // it is the host's: the same release and the same boot

	Processes int
	// Memory is in bytes, as sandbox.Facts counts it: for a virtual machine, all that its hypervisor takes of the host.
	Memory int64
	// CPU is the processor time of all its processes so far, those that were waited for included; for a virtual machine,
	// its hypervisor's. It may go back a little when a process ends that nobody waits for.
	CPU  time.Duration
	Disk int64 // bytes written to the sandbox's own layer; -1 where it is not known
	Jobs []Job
}

// Job is the processes whose program, or the script that the program runs, is called job-NAME:
//
//	bash ~/job-ada 1000 &
//
// What they do themselves counts, in all their threads, not what other programs do for them. Times are the kernel's, in
// nanoseconds (proc/PID/schedstat, Documentation/scheduler/sched-stats.rst).
type Job struct {
	Name string // what stands after "job-"
	PIDs []int  // as the host sees them, the first started first
	// State is the kernel's letter: R running or ready to, S asleep, T stopped, Z ended (proc_pid_stat(5)).
	State byte
	Nice  int           // 0 to 19, which gives way to all others; root may go down to -20 (nice(1))
	Ran   time.Duration // on a processor
	Ready time.Duration // in the scheduler's queue: ready to run while others did
	Age   time.Duration // since it was started
}

// Waited is how long the job was there without a processor, whatever it waited for.
func (j Job) Waited() time.Duration { return max(0, j.Age-j.Ran) }

// Weight is what the scheduler multiplies the job's claim by: 1024 at nice 0, about 1.25 times less for each step up
// (sched_prio_to_weight in the kernel's kernel/sched/core.c).
func (j Job) Weight() int { return niceWeights[max(0, min(j.Nice+20, 39))] }

var niceWeights = [...]int{
	88761, 71755, 56483, 46273, 36291, 29154, 23254, 18705, 14949, 11916,
	9548, 7620, 6100, 4904, 3906, 3121, 2501, 1991, 1586, 1277,
	1024, 820, 655, 526, 423, 335, 272, 215, 172, 137,
	110, 87, 70, 56, 45, 36, 29, 23, 18, 15,
}

// Sampler measures some of a lab's sandboxes again and again. It starts none.
type Sampler struct {
	lab      *Lab
	names    []string
	patience time.Duration

	mu    sync.Mutex // one sample at a time
	host  Host
	known []known // by index into names
}

// known is what a sampler remembers of a sandbox.
type known struct {
	box   sandbox.Sandbox // whose facts these are
	facts sandbox.Facts
	asked time.Time
	last  Usage
}

// Sampler measures the named sandboxes, all of the lesson's where there is no name.
func (l *Lab) Sampler(names ...string) (*Sampler, error) {
	if len(names) == 0 {
		names = l.Names()
	}
	for _, name := range names {
		if _, err := l.box(name); err != nil {
			return nil, err
		}
	}
	return &Sampler{lab: l, names: names, patience: patience, known: make([]known, len(names))}, nil
}

// Take measures now, all sandboxes side by side. Containers take about a millisecond each; a virtual machine is asked
// inside now and then, which takes tens of milliseconds. The error is ctx's.
func (s *Sampler) Take(ctx context.Context) (Sample, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.host.CPUs == 0 {
		s.host = readHost()
		s.host.CPUs = runtime.NumCPU()
	}
	sample := Sample{Host: s.host, Sandboxes: make([]Usage, len(s.names))}
	var wait sync.WaitGroup
	for i, name := range s.names {
		wait.Go(func() {
			sample.Sandboxes[i] = s.usage(ctx, s.lab.boxes[name], &s.known[i])
			s.known[i].last = sample.Sandboxes[i]
		})
	}
	wait.Wait()
	return sample, ctx.Err()
}

func (s *Sampler) usage(ctx context.Context, b *box, k *known) Usage {
	u := Usage{
		Name: b.spec.Name, Engine: cmp.Or(b.spec.Engine, "native"), Network: b.spec.Network,
		MemoryLimit: b.spec.Memory, CPULimit: b.spec.CPUs, DiskLimit: b.spec.Disk,
	}
	if !b.mu.TryLock() { // held for long only while the sandbox starts
		if k.last.State == Running {
			return k.last
		}
		u.State = Starting
		return u
	}
	running := b.running()
	current := b.sandbox
	b.mu.Unlock()
	if !running {
		return u
	}
	u.State, u.At = Running, time.Now()
	fresh := factsEvery
	if u.Engine == "vm" {
		fresh = guestFactsEvery
	}
	if k.box != current || u.At.Sub(k.asked) >= fresh {
		ctx, cancel := context.WithTimeoutCause(ctx, s.patience, errors.New("it does not answer"))
		defer cancel()
		facts, err := current.Facts(ctx)
		if err != nil {
			select {
			case <-current.Done(): // it ended while it was asked
				u.State = NotStarted
			default:
				u.Problem = cmp.Or(context.Cause(ctx), err).Error()
			}
			return u
		}
		k.box, k.facts, k.asked = current, facts, u.At
	}
	u.Kernel, u.BootID = k.facts.Kernel, k.facts.BootID
	u.SameKernel = u.Kernel == s.host.Kernel && u.BootID == s.host.BootID && u.BootID != ""
	u.Processes, u.Memory = len(k.facts.Processes), k.facts.MemoryBytes
	u.At = time.Now() // of what is read now
	readUsage(cmp.Or(k.facts.HostPID, k.facts.InitPID), &u)
	return u
}
