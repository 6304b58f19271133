package native

import (
	"encoding/binary"
	"runtime"

	"golang.org/x/sys/unix"
)

// refusal is a system call that a filter refuses with EPERM. What is not listed is allowed, up to the last call that this
// table's author knew; calls added to the kernel later get ENOSYS, so that programs fall back to what they did before.
// The choice is that of the container engines' default policy (moby/profiles/seccomp) for a container without capabilities, but for
// personality(2), which debuggers use on their own children; plus what they add to it from time to time after the fact: io_uring, userfaultfd, AF_VSOCK, AF_ALG; and, in act, the kernel's
// rare protocols, which anybody may have loaded and by which it was taken over more than once (CVE-2017-6074, CVE-2021-27365).
type refusal struct {
	number uintptr
	name   string
	admin  bool // refused to an admin sandbox too
}

var refusals = append([]refusal{
	// Another view of the file system.
	{unix.SYS_MOUNT, "mount", false}, {unix.SYS_UMOUNT2, "umount2", false}, {unix.SYS_PIVOT_ROOT, "pivot_root", false},
	{unix.SYS_CHROOT, "chroot", false}, {unix.SYS_OPEN_TREE, "open_tree", false}, {unix.SYS_MOVE_MOUNT, "move_mount", false},
	{unix.SYS_FSOPEN, "fsopen", false}, {unix.SYS_FSCONFIG, "fsconfig", false}, {unix.SYS_FSMOUNT, "fsmount", false},
	{unix.SYS_FSPICK, "fspick", false}, {unix.SYS_MOUNT_SETATTR, "mount_setattr", false}, {unix.SYS_OPEN_TREE_ATTR, "open_tree_attr", false},
	// Other namespaces. clone(2) is checked by its flags.
	{unix.SYS_UNSHARE, "unshare", false}, {unix.SYS_SETNS, "setns", false},
	{unix.SYS_SETHOSTNAME, "sethostname", false}, {unix.SYS_SETDOMAINNAME, "setdomainname", false},
	// Other processes, as ptrace(2) does.
	{unix.SYS_KCMP, "kcmp", false}, {unix.SYS_PIDFD_GETFD, "pidfd_getfd", false}, {unix.SYS_PROCESS_MADVISE, "process_madvise", false},
	// Files by handles, past every directory's permissions.
	{unix.SYS_OPEN_BY_HANDLE_AT, "open_by_handle_at", true},
	// Large and recent parts of the kernel, where most of its holes were.
	{unix.SYS_BPF, "bpf", true}, {unix.SYS_PERF_EVENT_OPEN, "perf_event_open", true}, {unix.SYS_USERFAULTFD, "userfaultfd", true},
	{unix.SYS_IO_URING_SETUP, "io_uring_setup", true}, {unix.SYS_IO_URING_ENTER, "io_uring_enter", true},
	{unix.SYS_IO_URING_REGISTER, "io_uring_register", true}, {unix.SYS_FANOTIFY_INIT, "fanotify_init", false},
	// Keys are not in any namespace.
	{unix.SYS_ADD_KEY, "add_key", true}, {unix.SYS_KEYCTL, "keyctl", true}, {unix.SYS_REQUEST_KEY, "request_key", true},
	// The machine itself.
	{unix.SYS_KEXEC_LOAD, "kexec_load", true},
	{unix.SYS_INIT_MODULE, "init_module", true}, {unix.SYS_FINIT_MODULE, "finit_module", true},
	{unix.SYS_DELETE_MODULE, "delete_module", true}, {unix.SYS_REBOOT, "reboot", true}, {unix.SYS_SWAPON, "swapon", true},
	{unix.SYS_SWAPOFF, "swapoff", true}, {unix.SYS_ACCT, "acct", true}, {unix.SYS_QUOTACTL, "quotactl", true},
	{unix.SYS_QUOTACTL_FD, "quotactl_fd", true}, {unix.SYS_SETTIMEOFDAY, "settimeofday", true},
	{unix.SYS_CLOCK_SETTIME, "clock_settime", true}, {unix.SYS_ADJTIMEX, "adjtimex", true}, {unix.SYS_CLOCK_ADJTIME, "clock_adjtime", true},
	{unix.SYS_SYSLOG, "syslog", true}, {unix.SYS_VHANGUP, "vhangup", true}, {unix.SYS_LOOKUP_DCOOKIE, "lookup_dcookie", true},
	{unix.SYS_NFSSERVCTL, "nfsservctl", true},
	// Counted for the whole machine (fs.aio-max-nr), so that one program may keep all others from it.
	{unix.SYS_IO_SETUP, "io_setup", true},
	// Where memory lies.
	{unix.SYS_MBIND, "mbind", true}, {unix.SYS_SET_MEMPOLICY, "set_mempolicy", true}, {unix.SYS_GET_MEMPOLICY, "get_mempolicy", true},
	{unix.SYS_SET_MEMPOLICY_HOME_NODE, "set_mempolicy_home_node", true}, {unix.SYS_MIGRATE_PAGES, "migrate_pages", true}, {unix.SYS_MOVE_PAGES, "move_pages", true},
}, archRefusals...)

// fileRefusals are refused to a sandbox in the host's file system, where it would have the rights of the student's own id:
// Landlock sees to what is written, and not to whom a file belongs and who may read it.
var fileRefusals = append([]refusal{
	{unix.SYS_FCHMOD, "fchmod", true}, {unix.SYS_FCHMODAT, "fchmodat", true}, {unix.SYS_FCHMODAT2, "fchmodat2", true},
	{unix.SYS_FCHOWN, "fchown", true}, {unix.SYS_FCHOWNAT, "fchownat", true},
	{unix.SYS_SETXATTR, "setxattr", true}, {unix.SYS_LSETXATTR, "lsetxattr", true}, {unix.SYS_FSETXATTR, "fsetxattr", true},
	{unix.SYS_SETXATTRAT, "setxattrat", true}, {unix.SYS_REMOVEXATTR, "removexattr", true}, {unix.SYS_LREMOVEXATTR, "lremovexattr", true},
	{unix.SYS_FREMOVEXATTR, "fremovexattr", true}, {unix.SYS_REMOVEXATTRAT, "removexattrat", true},
	{unix.SYS_FILE_SETATTR, "file_setattr", true},
}, archFileRefusals...)

// lastSyscall is the last call that the table knows: file_setattr(2), Linux 6.17. The numbers are the same for all
// architectures from 424 on. x32's calls have bit 30 set and are beyond it.
const lastSyscall = 469

// auditArches are the architectures as seccomp(2) names them: AUDIT_ARCH_* of linux/audit.h.
var auditArches = map[string]uint32{"amd64": unix.AUDIT_ARCH_X86_64, "arm64": unix.AUDIT_ARCH_AARCH64, "riscv64": unix.AUDIT_ARCH_RISCV64}

// Offsets in struct seccomp_data. Arguments are little-endian words of 8 bytes; the lower half is enough for all that is
// compared here, as the kernel ignores the upper one for these.
const (
	dataNumber = 0
	dataArch   = 4
	dataArg0   = 16
	dataArg1   = 24
	dataArg2   = 32
)

const (
	allow  = unix.SECCOMP_RET_ALLOW
	eperm  = unix.SECCOMP_RET_ERRNO | uint32(unix.EPERM)
	enosys = unix.SECCOMP_RET_ERRNO | uint32(unix.ENOSYS)
)

// filter is a classic BPF program (bpf(4) as seccomp(2) uses it).
type filter []byte

func (f *filter) op(code uint16, jt, jf uint8, k uint32) {
	*f = binary.LittleEndian.AppendUint16(*f, code)
	*f = append(*f, jt, jf)
	*f = binary.LittleEndian.AppendUint32(*f, k)
}

func (f *filter) load(offset uint32) { f.op(unix.BPF_LD|unix.BPF_W|unix.BPF_ABS, 0, 0, offset) }
func (f *filter) ret(k uint32)       { f.op(unix.BPF_RET|unix.BPF_K, 0, 0, k) }

// ifEqual runs the next n instructions only where the loaded word is k.
func (f *filter) ifEqual(k uint32, n uint8) { f.op(unix.BPF_JMP|unix.BPF_JEQ|unix.BPF_K, 0, n, k) }

// among allows what was loaded if it is one of the list, and refuses all else: one instruction more than twice the list.
func (f *filter) among(list []uint32) {
	for _, k := range list {
		f.ifEqual(k, 1)
		f.ret(allow)
	}
	f.ret(eperm)
}

// unlessAmong runs the next instruction only where the loaded word is neither of two.
func (f *filter) unlessAmong(one, other uint32) {
	f.op(unix.BPF_JMP|unix.BPF_JEQ|unix.BPF_K, 2, 0, one)
	f.op(unix.BPF_JMP|unix.BPF_JEQ|unix.BPF_K, 1, 0, other)
}

// policy is what a filter depends on.
type policy struct {
	admin bool
	// hostFiles and hostProcesses say that the mount or the PID namespace is the host's.
	hostFiles, hostProcesses bool
}

// verdict is what a filter does with the system calls from one number up to the next verdict's.
type verdict struct {
	from   uint32
	action uint32
}

// verdicts is the policy for all numbers, in their order.
func (p policy) verdicts() []verdict {
	actions := map[uint32]uint32{unix.SYS_SOCKET: lookAtSocket, unix.SYS_SOCKETPAIR: lookAtPair, unix.SYS_IOCTL: lookAtIoctl,
		unix.SYS_SETSOCKOPT: lookAtOption, unix.SYS_GETSOCKOPT: lookAtOption}
	for _, r := range refusals {
		if !p.admin || r.admin {
			actions[uint32(r.number)] = eperm
		}
	}
	if !p.admin {
		actions[unix.SYS_CLONE] = lookAtClone
		// Its flags are in memory, where a filter cannot look; the C library then uses clone(2).
		actions[unix.SYS_CLONE3] = enosys
	}
	if p.hostFiles {
		for _, r := range fileRefusals {
			actions[uint32(r.number)] = eperm
		}
	}
	if p.hostProcesses {
		// What may be done to any process of the same user. Landlock sees to signals and to tracing.
		for _, n := range []uint32{unix.SYS_PRLIMIT64, unix.SYS_SCHED_SETAFFINITY, unix.SYS_SCHED_SETATTR, unix.SYS_SCHED_SETPARAM, unix.SYS_SCHED_SETSCHEDULER} {
			actions[n] = lookAtPid
		}
		actions[unix.SYS_SETPRIORITY], actions[unix.SYS_IOPRIO_SET] = lookAtPriority, lookAtIOPriority
	}
	var out []verdict
	for n := range uint32(lastSyscall + 1) {
		action, ok := actions[n]
		if !ok {
			action = allow
		}
		if len(out) == 0 || out[len(out)-1].action != action {
			out = append(out, verdict{n, action})
		}
	}
	return append(out, verdict{lastSyscall + 1, enosys})
}

// Calls whose arguments matter. No action of seccomp's has these numbers.
const (
	lookAtSocket = iota
	lookAtPair
	lookAtIoctl
	lookAtOption
	lookAtClone
	lookAtPid
	lookAtPriority
	lookAtIOPriority
)

// filters are the policies of both profiles where no namespace is shared.
type filters struct{ locked, admin filter }

func makeFilters() filters {
	return filters{policy{}.filter(), policy{admin: true}.filter()}
}

// filter is the policy as instructions of 8 bytes. The number is searched by halves: the kernel tries every
// number once when it takes a filter, so a filter that is a list costs a tenth of a millisecond.
func (p policy) filter() filter {
	var f filter
	// A call of a foreign architecture (int 0x80) has other numbers: it must not be looked up in this table.
	f.load(dataArch)
	f.op(unix.BPF_JMP|unix.BPF_JEQ|unix.BPF_K, 1, 0, auditArch())
	f.ret(enosys)
	f.load(dataNumber)
	b := backwards{policy: p, verdicts: map[uint32]int{}}
	b.search(p.verdicts())
	for i := len(b.code) - 8; i >= 0; i -= 8 {
		f = append(f, b.code[i:i+8]...)
	}
	return f
}

// backwards is a filter that is written from its last instruction to its first: jumps lead forward, so where they lead is there
// when they are written. A place is a number of instructions from the end.
type backwards struct {
	policy
	code     filter
	verdicts map[uint32]int // where each is returned, or its look at the arguments begins
}

// search writes what finds the verdict on the loaded number, and returns its place.
func (b *backwards) search(list []verdict) int {
	if len(list) == 1 {
		return b.verdict(list[0].action)
	}
	half := len(list) / 2
	high := b.search(list[half:])
	low := b.search(list[:half])
	next := len(b.code) / 8
	// Such a jump reaches 255 instructions, more than twice what there are; TestFilter would see one that falls short.
	b.code.op(unix.BPF_JMP|unix.BPF_JGE|unix.BPF_K, uint8(next-high-1), uint8(next-low-1), list[half].from)
	return next
}

// verdict is the place of an action, which is written once.
func (b *backwards) verdict(action uint32) int {
	place, written := b.verdicts[action]
	if !written {
		var f filter
		f.act(b.policy, action)
		for i := len(f) - 8; i >= 0; i -= 8 {
			b.code = append(b.code, f[i:i+8]...)
		}
		place = len(b.code)/8 - 1
		b.verdicts[action] = place
	}
	return place
}

func (f *filter) act(p policy, action uint32) {
	switch action {
	case lookAtSocket:
		// Of some forty families, those that ordinary programs use, and of these the usual protocols. The others reach the
		// hypervisor, the kernel's ciphers or its firewall, or bring a module into the kernel that nobody asked for.
		families := []uint32{unix.AF_PACKET}
		if !p.hostFiles { // where a user's session and their daemons listen at sockets in the file system
			families = append(families, unix.AF_UNIX)
		}
		f.load(dataArg0)
		for _, family := range families {
			f.ifEqual(family, 1)
			f.ret(allow)
		}
		f.ifEqual(unix.AF_NETLINK, uint8(2+2*len(netlinks)))
		f.load(dataArg2)
		f.among(netlinks)
		f.unlessAmong(unix.AF_INET, unix.AF_INET6)
		f.ret(eperm)
		f.load(dataArg1)
		f.op(unix.BPF_ALU|unix.BPF_AND|unix.BPF_K, 0, 0, 0xf)
		f.ifEqual(unix.SOCK_RAW, 1) // takes a capability; and its protocol is but a number in what is sent
		f.ret(allow)
		f.unlessAmong(unix.SOCK_STREAM, unix.SOCK_DGRAM)
		f.ret(eperm)
		f.load(dataArg2)
		f.among(transports)
	case lookAtPair:
		f.load(dataArg0)
		f.op(unix.BPF_JMP|unix.BPF_JEQ|unix.BPF_K, 1, 0, unix.AF_UNIX)
		f.ret(eperm)
		if p.hostFiles { // one of a pair of this type can be connected anew
			f.load(dataArg1)
			f.op(unix.BPF_ALU|unix.BPF_AND|unix.BPF_K, 0, 0, 0xf)
			f.ifEqual(unix.SOCK_DGRAM, 1)
			f.ret(eperm)
		}
		f.ret(allow)
	case lookAtIoctl: // typing into somebody's terminal
		f.load(dataArg1)
		f.ifEqual(unix.TIOCSTI, 1)
		f.ret(eperm)
		f.ifEqual(tiocLinux, 1)
		f.ret(eperm)
		if p.hostFiles { // what chattr(1) does, and the like: of one's own files it takes no more than reading them
			for _, request := range fileRequests {
				f.ifEqual(request, 1)
				f.ret(eperm)
			}
		}
		f.ifEqual(unix.TIOCSETD, 1) // and giving one's own a driver of modems and the like, which is loaded for it
		f.ret(eperm)
		f.ret(allow)
	case lookAtOption: // the firewall's older doors, which are options of sockets from a number on that no other has
		f.load(dataArg1)
		f.ifEqual(unix.SOL_IP, 4)
		f.load(dataArg2)
		f.op(unix.BPF_JMP|unix.BPF_JGE|unix.BPF_K, 0, 1, firewallOptions)
		f.ret(eperm)
		f.ret(allow)
		f.ifEqual(unix.SOL_IPV6, uint8(1+2*len(firewallOptions6)))
		f.load(dataArg2)
		for _, option := range firewallOptions6 {
			f.ifEqual(option, 1)
			f.ret(eperm)
		}
		f.ret(allow)
	case lookAtClone:
		f.load(dataArg0)
		f.op(unix.BPF_JMP|unix.BPF_JSET|unix.BPF_K, 0, 1, newNamespaces)
		f.ret(eperm)
		f.ret(allow)
	case lookAtPid: // 0 is the caller
		f.load(dataArg0)
		f.ifEqual(0, 1)
		f.ret(allow)
		f.ret(eperm)
	case lookAtPriority, lookAtIOPriority:
		one := uint32(unix.PRIO_PROCESS)
		if action == lookAtIOPriority {
			one = ioprioProcess
		}
		f.load(dataArg0)
		f.ifEqual(one, 3)
		f.load(dataArg1)
		f.ifEqual(0, 1)
		f.ret(allow)
		f.ret(eperm)
	default:
		f.ret(action)
	}
}

// netlinks are the protocols of AF_NETLINK that ip(8), ss(8), libraries and service managers use.
var netlinks = []uint32{unix.NETLINK_ROUTE, unix.NETLINK_SOCK_DIAG, unix.NETLINK_AUDIT, unix.NETLINK_KOBJECT_UEVENT}

// transports are the protocols of AF_INET and AF_INET6: TCP, UDP and ping. Not DCCP, SCTP, L2TP, SMC.
var transports = []uint32{0, unix.IPPROTO_ICMP, unix.IPPROTO_TCP, unix.IPPROTO_UDP, unix.IPPROTO_ICMPV6, unix.IPPROTO_MPTCP}

// firewallOptions6 are IP6T_SO_* of linux/netfilter_ipv6/ip6_tables.h, which lie among others' numbers.
var firewallOptions6 = []uint32{64, 65, 68, 69}

// fileRequests change what a file is, by ioctl_fs(2) and its neighbours: flags, the version, encryption, verity for ever.
var fileRequests = []uint32{unix.FS_IOC_SETFLAGS, 0x40046602 /* FS_IOC32_SETFLAGS */, 0x401c5820 /* FS_IOC_FSSETXATTR */, 0x40087602, /* FS_IOC_SETVERSION */
	unix.FS_IOC_SET_ENCRYPTION_POLICY, unix.FS_IOC_ENABLE_VERITY}

const (
	firewallOptions = 64 // IPT_SO_*, ARPT_SO_*, EBT_SO_*, IP_VS_SO_* of linux/netfilter*; ip(7)'s own end at 52

	tiocLinux     = 0x541c // ioctl_tty(2)
	ioprioProcess = 1      // ioprio_set(2)
	newNamespaces = unix.CLONE_NEWUSER | unix.CLONE_NEWNS | unix.CLONE_NEWPID | unix.CLONE_NEWNET | unix.CLONE_NEWUTS |
		unix.CLONE_NEWIPC | unix.CLONE_NEWCGROUP
)

func auditArch() uint32 { return auditArches[runtime.GOARCH] }
