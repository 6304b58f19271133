package cgroup

import (
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"

	"golang.org/x/sys/unix"
)

// Group is one control group (one in each hierarchy, with version 1). With version 2 its processes are in a subgroup: where the
// group's files are the user's own, a cgroup namespace of the processes begins below the limits, which they cannot lift then.
type Group struct {
	name     string
	enforces map[string]string // as Host.Enforces
	dirs     map[string]string // by controller; version 2 has one, under ""
	fd       *os.File          // version 2: the subgroup
	join     []*os.File
}

const subgroup = "in"

// Create makes a group with the given limits. Its name in the hierarchy holds the given one, of letters, digits and '-',
// 1 to 63 bytes, which need not be unique. The first call may take tens of milliseconds: where systemd rules, it asks for a
// scope and moves this process into it; later calls take well under one. Where the place for groups cannot be made, it fails, and
// [Host.Enforces] is empty from then on.
func (h *Host) Create(name string, limits Limits) (*Group, error) {
	if !validName(name) {
		return nil, fmt.Errorf("cannot create a control group: %q is not a name of letters, digits and '-'", name)
	}
	h.mu.Lock()
	defer h.mu.Unlock()
	if len(h.enforces) == 0 {
		return nil, fmt.Errorf("cannot create a control group: %s", h.why)
	}
	if err := h.prepare(); err != nil {
		return nil, err
	}
	key, err := ownerKey()
	if err != nil {
		return nil, err
	}
	parents := h.v1
	if h.base != "" {
		parents = map[string]string{"": h.base}
	}
	for {
		h.next++
		g := &Group{
			name:     fmt.Sprintf("%s-%d-%s", key, h.next, name),
			enforces: maps.Clone(h.enforces),
			dirs:     map[string]string{},
		}
		err := g.make(parents, limits)
		if err == nil {
			return g, nil
		}
		g.Close()
		if !errors.Is(err, os.ErrExist) { // another Host of this process
			return nil, fmt.Errorf("cannot create the control group %s: %w", name, err)
		}
	}
}

func validName(name string) bool {
	for _, c := range name {
		if !(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-') {
			return false
		}
	}
	return name != "" && len(name) <= 63
}

func (g *Group) make(parents map[string]string, limits Limits) error {
	for controller, parent := range parents {
		dir := filepath.Join(parent, g.name)
		if err := os.Mkdir(dir, 0o755); err != nil {
			return err
		}
		g.dirs[controller] = dir
	}
	version := V1
	join := "tasks" // one thread moves without the lock that cgroup.procs takes on every fork of the machine
	if dir, ok := g.dirs[""]; ok {
		version, join = V2, subgroup+"/cgroup.procs"
		dir = filepath.Join(dir, subgroup)
		if err := os.Mkdir(dir, 0o755); err != nil {
			return err
		}
		fd, err := os.OpenFile(dir, unix.O_PATH|unix.O_DIRECTORY, 0)
		if err != nil {
			return err
		}
		g.fd = fd
	}
	for _, s := range settings(version, limits) {
		if g.enforces[s.resource] != version {
			continue
		}
		dir := g.dirs[s.resource]
		if version == V2 {
			dir = g.dirs[""]
		}
		err := write(filepath.Join(dir, s.file), s.value)
		if err != nil && !(s.optional && errors.Is(err, os.ErrNotExist)) {
			return err
		}
	}
	for _, dir := range g.dirs {
		file, err := os.OpenFile(filepath.Join(dir, join), os.O_WRONLY, 0)
		if err != nil {
			return err
		}
		g.join = append(g.join, file)
	}
	return nil
}

// setting is one value to write.
type setting struct {
	resource, file, value string
	optional              bool // kernels without swap accounting lack the file
}

const (
	cpuPeriod = 100_000 // microseconds, the kernel's default
	// The bounds of a ceiling, in processors: the kernel takes no quota below a millisecond, and no machine has more than the most.
	leastCPUs, mostCPUs = 0.01, 10_000
)

// settings are the writes that the limits ask for, in order: version 1 wants memory limited before memory and swap.
func settings(version string, l Limits) []setting {
	var out []setting
	add := func(resource, v2File, v1File, value string, optional bool) {
		file := v2File
		if version == V1 {
			file = v1File
		}
		if file != "" {
			out = append(out, setting{resource, file, value, optional})
		}
	}
	if l.Memory > 0 {
		bytes := strconv.FormatInt(l.Memory, 10)
		add("memory", "memory.max", "memory.limit_in_bytes", bytes, false)
		add("memory", "memory.swap.max", "", "0", true)
		add("memory", "", "memory.memsw.limit_in_bytes", bytes, true)
	}
	if l.Pids > 0 {
		add("pids", "pids.max", "pids.max", strconv.Itoa(l.Pids), false)
	}
	if l.CPUs > 0 {
		quota := strconv.Itoa(int(min(max(l.CPUs, leastCPUs), mostCPUs) * cpuPeriod))
		add("cpu", "cpu.max", "", quota+" "+strconv.Itoa(cpuPeriod), false)
		add("cpu", "", "cpu.cfs_quota_us", quota, false)
	}
	if l.CPUWeight > 0 {
		weight := min(l.CPUWeight, 10_000)
		add("cpu", "cpu.weight", "", strconv.Itoa(weight), false)
		// Version 1 counts in shares, 1024 for everybody where version 2 has a weight of 100; the least is 2.
		add("cpu", "", "cpu.shares", strconv.Itoa(max(weight*1024/100, 2)), false)
	}
	return out
}

// FD is the group's directory for clone3's CLONE_INTO_CGROUP, so that a process is born inside. It is open, and not the
// caller's to close, until Close. ok is false with version 1, which cannot do it.
func (g *Group) FD() (fd int, ok bool) {
	if g.fd == nil {
		return -1, false
	}
	return int(g.fd.Fd()), true
}

// JoinFiles are open files, until Close. A process of one thread that writes "0" to each has moved itself into the group.
// The kernel asks who opened the file, not who writes: a child that has already given up its rights may still do it.
func (g *Group) JoinFiles() []*os.File { return g.join }

// Add moves a process into the group, with all its threads. JoinFiles and FD are faster.
func (g *Group) Add(pid int) error {
	procs := "cgroup.procs"
	if g.fd != nil {
		procs = subgroup + "/cgroup.procs"
	}
	for _, dir := range g.dirs {
		if err := write(filepath.Join(dir, procs), strconv.Itoa(pid)); err != nil {
			return fmt.Errorf("cannot move process %d into a control group: %w", pid, err)
		}
	}
	return nil
}

// Path is the group's directory for one of memory, pids and cpu, for a student to look at; empty where there is none.
func (g *Group) Path(resource string) string {
	if dir, ok := g.dirs[""]; ok {
		return dir
	}
	return g.dirs[resource]
}

// Limits reads back from the kernel what it enforces, in the words of its files: "67108864", "max". A resource without a
// limit of its own is absent.
func (g *Group) Limits() map[string]string {
	files := map[string]string{"memory": "memory.max", "pids": "pids.max", "cpu": "cpu.max"}
	if g.fd == nil {
		files = map[string]string{"memory": "memory.limit_in_bytes", "pids": "pids.max", "cpu": "cpu.cfs_quota_us"}
	}
	got := map[string]string{}
	for resource, file := range files {
		value, err := read(filepath.Join(g.Path(resource), file))
		if err != nil || g.enforces[resource] == "" || strings.HasPrefix(value, "max") || value == "-1" {
			continue
		}
		if n, err := strconv.ParseInt(value, 10, 64); err == nil && n > 1<<60 { // version 1's word for no limit
			continue
		}
		got[resource] = value
	}
	return got
}

// Stats reads what the group uses. A figure that cannot be read stays 0.
func (g *Group) Stats() Stats {
	number := func(controller, file string) int64 {
		value, _ := read(filepath.Join(g.Path(controller), file))
		n, _ := strconv.ParseInt(value, 10, 64)
		return n
	}
	if g.fd != nil {
		return Stats{
			Memory:     number("memory", "memory.current"),
			MemoryPeak: number("memory", "memory.peak"),
			Pids:       int(number("pids", "pids.current")),
			PidsDenied: int(g.field("pids", "pids.events", "max")),
			CPU:        time.Duration(g.field("cpu", "cpu.stat", "usage_usec")) * time.Microsecond,
			Throttled:  time.Duration(g.field("cpu", "cpu.stat", "throttled_usec")) * time.Microsecond,
			OOMKills:   g.OOMKills(),
		}
	}
	return Stats{
		Memory:     number("memory", "memory.usage_in_bytes"),
		MemoryPeak: number("memory", "memory.max_usage_in_bytes"),
		Pids:       int(number("pids", "pids.current")),
		PidsDenied: int(g.field("pids", "pids.events", "max")),
		CPU:        time.Duration(number("cpuacct", "cpuacct.usage")),
		Throttled:  time.Duration(g.field("cpu", "cpu.stat", "throttled_time")),
		OOMKills:   g.OOMKills(),
	}
}

// OOMKills is the figure of Stats alone.
func (g *Group) OOMKills() int {
	if g.fd != nil {
		return int(g.field("memory", "memory.events", "oom_kill"))
	}
	return int(g.field("memory", "memory.oom_control", "oom_kill"))
}

// field is a number in one of the group's files of names and numbers, 0 where it cannot be read.
func (g *Group) field(controller, file, key string) int64 {
	data, _ := read(filepath.Join(g.Path(controller), file))
	for line := range strings.Lines(data) {
		if name, value, _ := strings.Cut(strings.TrimSpace(line), " "); name == key {
			n, _ := strconv.ParseInt(value, 10, 64)
			return n
		}
	}
	return 0
}

// Close kills what is left in the group, waits for it to be gone and removes the group. It may be called again.
func (g *Group) Close() error {
	var errs []error
	for _, file := range g.join {
		file.Close()
	}
	if g.fd != nil {
		g.fd.Close()
	}
	g.join = nil
	for _, dir := range g.dirs {
		if g.fd != nil {
			os.Remove(filepath.Join(dir, subgroup)) // if it stays, so does what is above it
		}
		err := os.Remove(dir) // the usual case: the sandbox's processes have gone
		if errors.Is(err, syscall.EBUSY) {
			killDir(dir)
			err = removeDir(dir)
		}
		if err != nil && !errors.Is(err, os.ErrNotExist) {
			errs = append(errs, err)
		}
	}
	return errors.Join(errs...)
}

// killDir kills every process of one group: at once where the kernel has cgroup.kill (5.14), else one after the other
// until none is left, as they may fork meanwhile.
func killDir(dir string) {
	if write(filepath.Join(dir, "cgroup.kill"), "1") == nil {
		return
	}
	for range 100 {
		pids, _ := readPids(filepath.Join(dir, "cgroup.procs"))
		if len(pids) == 0 {
			return
		}
		for _, pid := range pids {
			if pid > 0 { // 0 is a process of another PID namespace, which this one cannot name
				syscall.Kill(pid, syscall.SIGKILL)
			}
		}
		time.Sleep(time.Millisecond)
	}
}

// removeDir removes a group, subgroups that its processes made included. Processes that were killed may take a moment to
// leave: it tries for two seconds.
func removeDir(dir string) error {
	deadline := time.Now().Add(2 * time.Second)
	for wait := time.Millisecond; ; wait = min(2*wait, 50*time.Millisecond) {
		entries, _ := os.ReadDir(dir)
		for _, entry := range entries {
			if entry.IsDir() {
				removeDir(filepath.Join(dir, entry.Name()))
			}
		}
		err := os.Remove(dir)
		if !errors.Is(err, syscall.EBUSY) || time.Now().After(deadline) {
			return err
		}
		time.Sleep(wait)
	}
}

func readPids(file string) ([]int, error) {
	data, err := read(file)
	if err != nil {
		return nil, err
	}
	var pids []int
	for _, word := range strings.Fields(data) {
		pid, err := strconv.Atoi(word)
		if err != nil {
			return nil, fmt.Errorf("cannot read %s: %w", file, err)
		}
		pids = append(pids, pid)
	}
	return pids, nil
}

func read(file string) (string, error) {
	data, err := os.ReadFile(file)
	return strings.TrimSpace(string(data)), err
}

// write sends a value in one write(2), which is how the kernel takes it, and creates no file.
func write(file, value string) error {
	f, err := os.OpenFile(file, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	_, err = f.WriteString(value)
	return errors.Join(err, f.Close())
}
