package native

import "golang.org/x/sys/unix"

const sysMmap = unix.SYS_MMAP2 // arm has no other
