package native

import "golang.org/x/sys/unix"

// archRefusals are calls that not every architecture has.
var archRefusals = []refusal{
	{unix.SYS_KEXEC_FILE_LOAD, "kexec_file_load", true},
	{unix.SYS_IOPERM, "ioperm", true}, {unix.SYS_IOPL, "iopl", true}, {unix.SYS_MODIFY_LDT, "modify_ldt", true},
	{unix.SYS_USELIB, "uselib", true}, {unix.SYS_USTAT, "ustat", true}, {unix.SYS_SYSFS, "sysfs", true},
	{unix.SYS__SYSCTL, "_sysctl", true}, {unix.SYS_CREATE_MODULE, "create_module", true},
	{unix.SYS_GET_KERNEL_SYMS, "get_kernel_syms", true}, {unix.SYS_QUERY_MODULE, "query_module", true},
}

var archFileRefusals = []refusal{{unix.SYS_CHMOD, "chmod", true}, {unix.SYS_CHOWN, "chown", true}, {unix.SYS_LCHOWN, "lchown", true}}
