package native

import (
	"cmp"
	"context"
	"encoding/binary"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"

	"golang.org/x/sys/unix"

	"floorplan/sandbox"
	"floorplan/sandbox/cgroup"
)

// enforcement says by what a limit would be enforced for this engine: a word of sandbox.Report.Limits for each resource.
func (e *Engine) enforcement(ctx context.Context) map[string]string {
	how := map[string]string{"memory": "watchdog", "pids": "rlimit", "cpu": "nice", "disk": "tmpfs", "files": "rlimit"}
	if host, err := e.groups(ctx); err == nil {
		for resource, by := range host.Enforces() {
			how[resource] = by
		}
	}
	return how
}

// groups are the control groups that this host offers, found out when the first limit is asked for.
func (e *Engine) groups(ctx context.Context) (*cgroup.Host, error) {
	e.groupsMu.Lock()
	defer e.groupsMu.Unlock()
	if e.groupHost != nil {
		return e.groupHost, nil
	}
	if e.options.NoGroups {
		return &cgroup.Host{}, nil
	}
	host, err := cgroup.Detect(ctx)
	if err == nil {
		e.groupHost = host
	}
	return host, err
}

// Close gives back what the engine holds besides sandboxes: a few open files, and its place among the control groups. Close
// the sandboxes first; it makes no more.
func (e *Engine) Close() error {
	e.groupsMu.Lock()
	defer e.groupsMu.Unlock()
	e.closeFiles()
	if e.groupHost == nil {
		return nil
	}
	return e.groupHost.Close()
}

// newGroup makes a control group for a sandbox that asks for what one can limit. It is nil where nothing is asked, or where
// there are none to be had: Facts tells.
func (e *Engine) newGroup(ctx context.Context, spec sandbox.Spec) (*cgroup.Group, error) {
	if spec.Memory == 0 && spec.Pids == 0 && spec.CPUs == 0 && spec.CPUWeight == 0 {
		return nil, nil
	}
	host, err := e.groups(ctx)
	if err != nil || len(host.Enforces()) == 0 {
		return nil, nil // no control groups: limits are enforced otherwise
	}
	limits := cgroup.Limits{Memory: spec.Memory, CPUs: spec.CPUs, CPUWeight: spec.CPUWeight}
	if spec.Pids > 0 {
		limits.Pids = spec.Pids + 1 // the agent
	}
	group, err := host.Create(spec.Hostname, limits)
	if err != nil && len(host.Enforces()) == 0 {
		return nil, nil // what looked like groups were none to be had
	}
	return group, err
}

// watchMemory ends the largest process of a sandbox that uses more than its memory, as the kernel would where a control group
// counts. It looks more often the closer the sandbox is to its limit; what a process takes in between escapes it.
func (b *box) watchMemory() {
	for {
		var total, most int64
		largest := 0
		for _, pid := range b.pids()[1:] {
			used := memoryOf(pid)
			total += used
			if used > most {
				most, largest = used, pid
			}
		}
		if !b.shares(sandbox.Mount) { // the host's disk is not in the sandbox's memory
			// A sandbox that stops its agent is not to stop this.
			ctx, cancel := context.WithTimeout(context.Background(), 200*time.Millisecond)
			if disk, err := b.disk(ctx); err == nil {
				total += disk.used
			}
			cancel()
		}
		if total > b.spec.Memory && largest != 0 {
			b.end(largest)
		}
		wait := 200 * time.Millisecond
		if total > b.spec.Memory/2 {
			wait = 20 * time.Millisecond
		}
		select {
		case <-b.done:
			return
		case <-time.After(wait):
		}
	}
}

// end kills a process of the sandbox's for the sandbox's memory.
func (b *box) end(pid int) {
	// The number may be another's by now; the descriptor is not.
	pidfd, err := unix.PidfdOpen(pid, 0)
	if err != nil {
		return
	}
	defer unix.Close(pidfd)
	inside, ok := insideNumber(pid, b.initPID)
	if !ok || !slices.Contains(b.pids(), pid) {
		return
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	if unix.PidfdSendSignal(pidfd, unix.SIGKILL, nil, 0) == nil {
		b.victims[inside] = true // before its end can be heard of: that takes the lock
	}
}

// insideNumber is the number that a process has in the PID namespace of another, its ancestor.
func insideNumber(pid, ancestor int) (int, bool) {
	level := len(strings.Fields(readStatus(ancestor)["NSpid"]))
	numbers := strings.Fields(readStatus(pid)["NSpid"])
	if level == 0 || len(numbers) < level {
		return 0, false
	}
	n, err := strconv.Atoi(numbers[level-1])
	return n, err == nil
}

type diskUse struct{ size, used, inodes, inodesUsed int64 }

// disk asks the agent how full the sandbox's disk is.
func (b *box) disk(ctx context.Context) (diskUse, error) {
	p := program{
		blobs: []blob{{name: "statfs", data: make([]byte, 120)}},
		calls: []call{{nr: unix.SYS_STATFS, name: "statfs", args: []value{str("/"), at("statfs", 0)}, neg: ignore}},
	}
	p.calls = append(p.calls, replyCalls("fail")...)
	ops := len(p.calls) * outcomeSize
	msg, err := b.run(ctx, p, ops+120, nil, nil)
	if err != nil {
		return diskUse{}, err
	}
	// struct statfs: type, bsize, blocks, bfree, bavail, files, ffree.
	field := func(i int) int64 { return int64(binary.NativeEndian.Uint64(msg.data[ops+8*i:])) }
	return diskUse{size: field(1) * field(2), used: field(1) * (field(2) - field(3)), inodes: field(5), inodesUsed: field(5) - field(6)}, nil
}

// kernelKills is how many of the sandbox's processes the kernel ended for its memory.
func (b *box) kernelKills() int {
	if b.group == nil || b.spec.Memory == 0 || b.how["memory"] == "watchdog" {
		return 0
	}
	return b.group.OOMKills()
}

// blame says whether a process that SIGKILL ended was ended for its sandbox's memory, and whether it may have been. The watchdog
// knows whom it ended. The kernel counts before the process ends, and does not say whom it was: any child of a program inside may
// have been meant, and the student may have killed this one. The caller holds b.mu.
func (b *box) blame(pid int, p *process) (known, perhaps bool) {
	if b.victims[pid] {
		return true, false
	}
	return false, !p.killed && b.kernelKills() > p.killsBefore
}

// limitFacts says of each resource what was asked for, what the kernel enforces and how much is used.
func (b *box) limitFacts(ctx context.Context, f sandbox.Facts) []sandbox.LimitFact {
	var out []sandbox.LimitFact
	got, stats := map[string]string{}, cgroup.Stats{}
	if b.group != nil {
		got, stats = b.group.Limits(), b.group.Stats()
	}
	status := readLimits(b.initPID)
	spec := b.spec

	if spec.Memory > 0 {
		fact := sandbox.LimitFact{Resource: "memory", Asked: size(spec.Memory), Used: size(f.MemoryBytes), How: b.how["memory"], Exact: true, Got: got["memory"]}
		if got["memory"] == "" {
			fact.How, fact.Exact, fact.Got = "watchdog", false, status["Max data size"]
			fact.Note = "each process may have that much (RLIMIT_DATA); Floorplan ends the largest when all of them have more, a moment late; memory of no process, such as a memfd's, is not counted"
			if len(status) == 0 {
				fact.How, fact.Got, fact.Note = "rlimit", size(spec.Memory), "each process may have that much (RLIMIT_DATA); what all of them have, nobody sees: "+hiddenNote
			}
		}
		out = append(out, fact)
	}
	pids := cmp.Or(spec.Pids, defaultPids)
	fact := sandbox.LimitFact{Resource: "pids", Asked: fmt.Sprint(pids), Used: fmt.Sprint(len(f.Processes)), How: "rlimit", Exact: true, Got: status["Max processes"]}
	if got["pids"] != "" {
		fact.How, fact.Got, fact.Used = b.how["pids"], got["pids"], fmt.Sprint(stats.Pids)
	} else if b.shares(sandbox.User) {
		fact.Exact, fact.Note = false, "without a user namespace the limit counts all processes of this user"
		if !b.engine.host.root {
			fact.How, fact.Got = "none", ""
		}
	}
	fact.Note = cmp.Or(fact.Note, "one more than asked for: the sandbox's first process counts too")
	out = append(out, fact)

	if spec.CPUs > 0 {
		fact := sandbox.LimitFact{Resource: "cpu", Asked: fmt.Sprintf("%g processors", spec.CPUs), How: b.how["cpu"], Got: got["cpu"], Exact: true, Used: stats.CPU.String()}
		if got["cpu"] == "" {
			fact.How, fact.Exact, fact.Note = "none", false, "a ceiling takes a control group"
			if host, err := b.engine.groups(ctx); err == nil && host.Why() != "" {
				fact.Note += ", and there is none: " + host.Why()
			}
		}
		out = append(out, fact)
	}
	if spec.CPUWeight > 0 {
		fact := sandbox.LimitFact{Resource: "cpu", Asked: fmt.Sprintf("weight %d", spec.CPUWeight), How: b.how["cpu"], Got: fmt.Sprintf("weight %d", spec.CPUWeight), Exact: true}
		if b.group == nil || b.how["cpu"] == "nice" {
			fact.How, fact.Got, fact.Exact, fact.Note = "nice", fmt.Sprintf("nice %d", niceness(spec.CPUWeight)), false, "a share of each process, not of the sandbox"
		}
		out = append(out, fact)
	}
	if disk, err := b.disk(ctx); err == nil && !b.shares(sandbox.Mount) {
		out = append(out, sandbox.LimitFact{Resource: "disk", Asked: size(cmp.Or(spec.Disk, defaultDiskOf(spec))), Got: size(disk.size), Used: size(disk.used), How: "tmpfs", Exact: true,
			Note: fmt.Sprintf("%d of %d files", disk.inodesUsed, disk.inodes)})
	}
	files := fmt.Sprint(cmp.Or(spec.Files, defaultFiles))
	fact = sandbox.LimitFact{Resource: "files", Asked: files, Got: files, How: "rlimit", Note: "for each process"}
	if n := len(f.Processes); n > 1 { // the agent has no such limit
		fact.Got = cmp.Or(readLimits(f.Processes[n-1].Outside)["Max open files"], files)
	}
	return append(out, fact)
}

// defaultDiskOf is the size of a disk that nobody asked for. Its files lie in the sandbox's memory: a disk as large as that
// would leave none to run rm in.
func defaultDiskOf(spec sandbox.Spec) int64 {
	if spec.Memory > 0 {
		return min(defaultDisk, spec.Memory/2)
	}
	return defaultDisk
}

// niceness is the nice value whose share comes closest to a weight: the scheduler gives each step down a quarter more.
func niceness(weight int) int {
	n := math.Round(math.Log(100/float64(weight)) / math.Log(1.25))
	return int(max(0, min(19, n)))
}

// size writes bytes as specs do: 64M.
func size(n int64) string {
	for _, unit := range []struct {
		n    int64
		name string
	}{{1 << 30, "G"}, {1 << 20, "M"}, {1 << 10, "K"}} {
		if n >= unit.n {
			return fmt.Sprintf("%g%s", math.Round(float64(n)/float64(unit.n)*100)/100, unit.name)
		}
	}
	return fmt.Sprint(n)
}
