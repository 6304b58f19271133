// Package native makes sandboxes with Linux namespaces, system call by system call, without privileges and without help from
// any other program.
//
// The road from a description to a running process, in this package's files:
//
//  1. makePlan (steps.go, mounts, confine) turns a sandbox.Spec into a list of steps. It is a pure function.
//  2. link (program.go) turns the steps' calls into memory: numbers, arguments, and where to continue.
//  3. launch (engine.go) starts the agent, a process of a few pages that does nothing but run such memory.
//  4. The agent (agent.go, agent_*.s) runs the list, and so gives itself namespaces, mounts, limits and a filter. What it
//     started as it stays: the sandbox's PID 1.
//  5. Every command that is to run inside is one more list: fork, make a terminal, execute (process.go).
//
// docs/sandbox.md tells it at length, and what a sandbox does not promise.
package native

import "floorplan/sandbox/image"

// Options are an engine's settings. The zero value is fit for use.
type Options struct {
	// Images is where images other than the host's come from; nil is the user's cache.
	Images *image.Store
	// Plain starts agents as Go processes instead of machine code, as on architectures for which there is none. It is slower
	// and larger; the outcome is the same.
	Plain bool
	// NoGroups leaves the host's control groups alone: limits are then enforced as on a host without any.
	NoGroups bool
}
