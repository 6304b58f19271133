//go:build !linux

package lab

import "errors"

// readHost knows nothing: there is no /proc outside Linux. Sandboxes are measured by their facts alone.
func readHost() Host { return Host{} }

func readUsage(_ int, u *Usage) { u.Disk = -1 }

func renice([]int, int) error { return errors.ErrUnsupported }
