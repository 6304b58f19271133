package cgroup

import (
	"bufio"
	"cmp"
	"context"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"golang.org/x/sys/unix"
)

// Host is what this machine lets this user do with control groups. Its methods may be called from several goroutines.
type Host struct {
	why string

	// Version 2: the unified hierarchy's mount point and the group that this process is in.
	mount, own string
	isRoot     bool   // own is the root of the whole hierarchy, where processes may stay beside subgroups
	manager    string // the socket of the systemd manager to ask for a group; empty to use own directly

	// Version 1: this process's own directory in each hierarchy, by controller.
	v1 map[string]string

	mu       sync.Mutex
	enforces map[string]string // by resource: memory, pids, cpu; systemd may delegate less than it has
	shares   bool              // version 2: another Host of this process has prepared base
	ready    bool
	base     string // version 2: where groups are made
	leaf     string // version 2: where this process moved to, so that base may have subgroups
	janitor  *janitor
	next     int // number of the next group
}

// v1Controllers are the hierarchies that a group of version 1 joins: three that limit and one that counts.
var v1Controllers = []string{"memory", "pids", "cpu", "cpuacct"}

// resources are the controllers that Limits speaks of.
var resources = []string{"memory", "pids", "cpu"}

// Detect finds out what control groups this process may make. It reads /proc and asks the systemd manager, if one runs,
// where its groups are; it creates and moves nothing. Of several Hosts of one process, the first to create a group must be the
// last to close. The error is for a /proc that cannot be read, and for a ctx that ended: then nothing is known.
func Detect(ctx context.Context) (*Host, error) {
	groups, err := readOwnGroups("/proc/self/cgroup")
	if errors.Is(err, os.ErrNotExist) {
		return &Host{enforces: map[string]string{}, why: "this kernel has no control groups"}, nil
	}
	if err != nil {
		return nil, err
	}
	mounts, err := readMounts("/proc/self/mountinfo")
	if err != nil {
		return nil, err
	}
	h := &Host{enforces: map[string]string{}}
	h.detectV2(ctx, groups, mounts)
	if len(h.enforces) == 0 {
		h.detectV1(groups, mounts)
	}
	if err := ctx.Err(); err != nil { // nobody waited for the manager's answer
		return nil, err
	}
	if len(h.enforces) > 0 {
		h.why = ""
	} else if h.why == "" {
		h.why = "no control group is writable for this user"
	}
	return h, nil
}

// Enforces says how each of memory, pids and cpu is limited here: [V2] or [V1]. What no control group limits is absent.
func (h *Host) Enforces() map[string]string {
	h.mu.Lock()
	defer h.mu.Unlock()
	return maps.Clone(h.enforces)
}

// Why says why Enforces is empty, in one line.
func (h *Host) Why() string {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.why
}

func (h *Host) detectV2(ctx context.Context, groups map[string]string, mounts []mount) {
	path, ok := groups[""]
	if !ok {
		return
	}
	at := slices.IndexFunc(mounts, func(m mount) bool { return m.fstype == "cgroup2" })
	if at < 0 {
		return
	}
	own, ok := mounts[at].locate(path)
	if !ok {
		h.why = "the unified hierarchy is mounted without this process's own group"
		return
	}
	_, err := os.Stat(filepath.Join(own, "cgroup.type")) // every group but the root has this file
	h.mount, h.own, h.isRoot = mounts[at].target, own, errors.Is(err, os.ErrNotExist)
	if key, err := ownerKey(); err == nil && filepath.Base(own) == key+leafSuffix {
		h.shares, h.base = true, filepath.Dir(own)
		for _, c := range readControllers(own) {
			h.enforces[c] = V2
		}
		return
	}
	controllers := h.directControllers()
	if len(controllers) == 0 || !h.isRoot {
		// Groups below a systemd manager are the manager's, even where file permissions say otherwise: ask first.
		if socket, group, err := askManager(ctx); err == nil {
			h.manager = socket
			controllers = readControllers(filepath.Join(h.mount, group))
		} else if len(controllers) == 0 && len(readControllers(h.mount)) > 0 { // with version 1 beside, systemd has none to give
			h.why = cmp.Or(whyNoManager(err), h.why)
		}
	}
	for _, c := range controllers {
		h.enforces[c] = V2
	}
}

// directControllers are the controllers that this process may hand to subgroups of its own group, with no manager's help.
func (h *Host) directControllers() []string {
	controllers := readControllers(h.own)
	if len(controllers) == 0 {
		return nil
	}
	for _, file := range []string{"", "cgroup.procs", "cgroup.subtree_control"} {
		if err := unix.Access(filepath.Join(h.own, file), unix.W_OK); err != nil {
			h.why = fmt.Sprintf("cannot write to %s: %v", filepath.Join(h.own, file), err)
			return nil
		}
	}
	if h.isRoot {
		return controllers
	}
	// A group with subgroups that are limited may not itself hold processes. This process can step aside; others are not
	// ours to move.
	pids, err := readPids(filepath.Join(h.own, "cgroup.procs"))
	if err != nil {
		h.why = err.Error()
		return nil
	}
	if len(pids) != 1 || pids[0] != os.Getpid() {
		h.why = fmt.Sprintf("%s holds other processes too, so it cannot have limited subgroups", h.own)
		return nil
	}
	return controllers
}

func (h *Host) detectV1(groups map[string]string, mounts []mount) {
	h.v1 = map[string]string{}
	for _, controller := range v1Controllers {
		path, ok := groups[controller]
		if !ok {
			continue
		}
		for _, m := range mounts {
			if m.fstype != "cgroup" || !slices.Contains(strings.Split(m.super, ","), controller) {
				continue
			}
			dir, ok := m.locate(path)
			if !ok {
				continue
			}
			if err := unix.Access(dir, unix.W_OK); err != nil {
				if h.why == "" {
					h.why = fmt.Sprintf("cannot write to %s: %v", dir, err)
				}
				continue
			}
			h.v1[controller] = dir
			if slices.Contains(resources, controller) {
				h.enforces[controller] = V1
			}
			break
		}
	}
}

// readControllers lists those of the resources' controllers that a group of version 2 may hand down.
func readControllers(dir string) []string {
	data, err := os.ReadFile(filepath.Join(dir, "cgroup.controllers"))
	if err != nil {
		return nil
	}
	return slices.DeleteFunc(strings.Fields(string(data)), func(c string) bool { return !slices.Contains(resources, c) })
}

// readOwnGroups reads /proc/PID/cgroup (cgroups(7)): the path in each hierarchy, by controller; version 2 is "".
func readOwnGroups(file string) (map[string]string, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	groups := map[string]string{}
	for line := range strings.Lines(string(data)) {
		fields := strings.SplitN(strings.TrimSuffix(line, "\n"), ":", 3)
		if len(fields) != 3 {
			return nil, fmt.Errorf("cannot read %s: no hierarchy in line %q", file, line)
		}
		for controller := range strings.SplitSeq(fields[1], ",") {
			groups[controller] = fields[2]
		}
	}
	return groups, nil
}

// mount is one line of /proc/PID/mountinfo (proc_pid_mountinfo(5)).
type mount struct{ root, target, fstype, super string }

// locate gives the directory of a group's path. It fails where the mount shows another part of the hierarchy.
func (m mount) locate(path string) (string, bool) {
	rel, err := filepath.Rel(m.root, path)
	if err != nil || rel == ".." || strings.HasPrefix(rel, "../") || strings.HasPrefix(path, "/..") {
		return "", false
	}
	return filepath.Join(m.target, rel), true
}

func readMounts(file string) ([]mount, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	// The kernel writes space, tab, newline and backslash in octal.
	unescape := strings.NewReplacer(`\040`, " ", `\011`, "\t", `\012`, "\n", `\134`, `\`)
	var mounts []mount
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		before, after, ok := strings.Cut(lines.Text(), " - ")
		left, right := strings.Fields(before), strings.Fields(after)
		if !ok || len(left) < 5 || len(right) < 3 || !strings.HasPrefix(right[0], "cgroup") {
			continue
		}
		mounts = append(mounts, mount{
			root: unescape.Replace(left[3]), target: unescape.Replace(left[4]), fstype: right[0], super: right[2],
		})
	}
	return mounts, lines.Err()
}
