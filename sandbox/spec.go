package sandbox

import "net/netip"

// Spec describes a sandbox. It is data: the same Spec gives the same steps on the same kind of machine. The zero value is a
// locked sandbox of the host image with every namespace of its own and no limits.
type Spec struct {
	// Name is for messages and, without Hostname, the host name: letters, digits and '-', 1 to 63 bytes (RFC 1123).
	Name     string
	Hostname string
	// Image is "host" (the host's own programs, read-only under a writable layer), "mini" (a few programs, owned by the
	// student), or a reference to an OCI image such as "alpine:3.20". Empty is host.
	Image   string
	Profile Profile
	// Share lists the namespaces left as the host's.
	Share []Namespace
	// Memory in bytes, Pids in processes and threads, Files in descriptors a process, Disk in bytes and Inodes in files of
	// the writable layer. 0 asks for no limit, except Disk, Inodes and Pids, where the engine sets a safe one.
	Memory int64
	Pids   int
	Files  int
	Disk   int64
	Inodes int
	// CPUs is a ceiling in processors: 0.5 is half of one. CPUWeight is a share against the neighbours, 1 to 10000,
	// 100 by default (cgroup-v2's cpu.weight). 0 asks for neither.
	CPUs      float64
	CPUWeight int
	// Network names a network that sandboxes of one process share; empty or "none" is a network with nothing but loopback.
	Network string
	// Outside lets programs reach public addresses through an HTTP proxy at the sandbox's own loopback, which http_proxy and
	// https_proxy name. The host, its networks and all other special addresses are refused, but for those of OutsideAllow. Not
	// together with a Network.
	Outside      bool
	OutsideAllow []netip.Prefix
	// Volumes maps an absolute path inside to a directory of the host that outlives the sandbox.
	Volumes map[string]string
	// Env is added to the default environment (PATH, HOME, USER, LANG, TERM), as KEY=VALUE.
	Env []string
}

// Profile is how much the sandbox's own root may do.
type Profile string

const (
	// Locked has no capabilities at all, the usual container seccomp policy and no nested user namespaces. The default.
	Locked Profile = "locked"
	// Admin is root inside, with every capability over the sandbox's own namespaces and none over the host.
	Admin Profile = "admin"
)

// Namespace is one kind of Linux namespace, by its name in /proc/PID/ns (namespaces(7)).
type Namespace string

// The kinds of namespace, in the order in which a sandbox lists them.
const (
	User   Namespace = "user"
	Mount  Namespace = "mnt"
	PID    Namespace = "pid"
	Net    Namespace = "net"
	UTS    Namespace = "uts"
	IPC    Namespace = "ipc"
	Cgroup Namespace = "cgroup"
	Time   Namespace = "time"
)

// Namespaces are all the kinds, in that order.
func Namespaces() []Namespace {
	return []Namespace{User, Mount, PID, Net, UTS, IPC, Cgroup, Time}
}
