//go:build linux && !amd64 && !386

package native

import "golang.org/x/sys/unix"

var archRefusals = []refusal{{unix.SYS_KEXEC_FILE_LOAD, "kexec_file_load", true}}

var archFileRefusals []refusal
