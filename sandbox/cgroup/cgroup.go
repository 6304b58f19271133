// Package cgroup limits and measures groups of processes with Linux control groups, whichever way this machine lets this
// user have them: version 2 directly, version 2 through a systemd manager that delegates a scope, or version 1 with each
// controller in a hierarchy of its own. [Detect] finds out which; a host with none is a normal answer, not an error.
//
//	host, err := cgroup.Detect(ctx)          // cheap: reads a few files, moves nothing
//	group, err := host.Create("flat", limits)
//	cmd.SysProcAttr.CgroupFD, … = group.FD() // version 2: born inside (CLONE_INTO_CGROUP)
//	group.JoinFiles()                        // version 1: the child writes "0" to each before it executes the payload
//	group.Close()                            // kills what is left and removes the group
//	host.Close()
//
// A process that shall not see the limits' own files unshares its cgroup namespace after it has joined.
//
// The package makes only groups named "floorplan-…", below the group that it was given, and removes them. The name tells
// whose they are, so that a group whose owner was killed is removed by its janitor, or by the next [Host] to come along.
//
// The rules come from cgroups(7), the kernel's Documentation/admin-guide/cgroup-v2.rst and cgroup-v1/, and systemd's
// "Control Group APIs and Delegation".
package cgroup

import "time"

// Limits are what a group may use. A field at 0 asks for no limit. A limit that [Host.Enforces] does not list is left out
// without an error: the caller says so to whoever asked, and may enforce it another way.
type Limits struct {
	Memory    int64   // bytes, without swap: what would be swapped out counts as used up
	Pids      int     // processes and threads
	CPUs      float64 // a ceiling, in processors, at least 0.01
	CPUWeight int     // a share against the neighbours, 1 to 10000; 100 is everybody's
}

// Stats is what a group used, read from the kernel. A figure that this host does not count is 0.
type Stats struct {
	Memory     int64         // bytes in use now, page cache included
	MemoryPeak int64         // the most that ever was
	Pids       int           // processes and threads now
	PidsDenied int           // forks refused at the limit
	CPU        time.Duration // processor time used, all processors together
	Throttled  time.Duration // time spent waiting below the ceiling
	OOMKills   int           // processes that the kernel ended because the memory was used up
}

// How limits are enforced, as [Host.Enforces] says it.
const (
	V2 = "cgroup-v2"
	V1 = "cgroup-v1"
)
