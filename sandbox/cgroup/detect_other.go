//go:build !linux

package cgroup

import (
	"context"
	"errors"
	"os"
)

// Host is what this machine lets this user do with control groups: nothing, as they are Linux's.
type Host struct{}

// Group is a control group; there is none here.
type Group struct{}

const why = "control groups are a part of Linux, and this is another system"

// Detect never fails.
func Detect(context.Context) (*Host, error) { return &Host{}, nil }

// Enforces is empty.
func (*Host) Enforces() map[string]string { return nil }

// Why says why.
func (*Host) Why() string { return why }

// Create fails.
func (*Host) Create(string, Limits) (*Group, error) { return nil, errors.New(why) }

// Close does nothing.
func (*Host) Close() error { return nil }

// FD is never there.
func (*Group) FD() (int, bool) { return -1, false }

// JoinFiles is empty.
func (*Group) JoinFiles() []*os.File { return nil }

// Add fails.
func (*Group) Add(int) error { return errors.New(why) }

// Path is empty.
func (*Group) Path(string) string { return "" }

// Limits is empty.
func (*Group) Limits() map[string]string { return nil }

// Stats is zero.
func (*Group) Stats() Stats { return Stats{} }

// Close does nothing.
func (*Group) Close() error { return nil }
