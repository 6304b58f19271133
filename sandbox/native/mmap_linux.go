//go:build linux && !arm

package native

import "golang.org/x/sys/unix"

const sysMmap = unix.SYS_MMAP
