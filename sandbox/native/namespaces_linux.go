package native

import (
	"golang.org/x/sys/unix"

	"floorplan/sandbox"
)

// namespaceFacts explains each kind of namespace.
var namespaceFacts = map[sandbox.Namespace]struct {
	flag                              int
	name, why, unshare, docker, share string
}{
	sandbox.User: {unix.CLONE_NEWUSER, "CLONE_NEWUSER",
		"A user namespace: user ids of the sandbox's own, and capabilities that count only inside it.", "--user", "--userns", "user"},
	sandbox.Mount: {unix.CLONE_NEWNS, "CLONE_NEWNS",
		"A mount namespace: what is mounted from here on is seen only inside.", "--mount", "", "mount"},
	sandbox.PID: {unix.CLONE_NEWPID, "CLONE_NEWPID",
		"A PID namespace: the next child is process 1, and sees only its own descendants.", "--pid --fork", "--pid", "pid"},
	sandbox.Net: {unix.CLONE_NEWNET, "CLONE_NEWNET",
		"A network namespace: interfaces, addresses, routes and ports of its own; to begin with only a loopback.", "--net", "--network none", "network"},
	sandbox.UTS: {unix.CLONE_NEWUTS, "CLONE_NEWUTS",
		"A UTS namespace: a host name of its own.", "--uts", "--uts", "uts"},
	sandbox.IPC: {unix.CLONE_NEWIPC, "CLONE_NEWIPC",
		"An IPC namespace: System V queues, semaphores and shared memory, and POSIX queues, of its own.", "--ipc", "--ipc private", "ipc"},
	sandbox.Cgroup: {unix.CLONE_NEWCGROUP, "CLONE_NEWCGROUP",
		"A cgroup namespace: the sandbox's own control group looks like the root of the tree.", "--cgroup", "--cgroupns private", "cgroup"},
	sandbox.Time: {unix.CLONE_NEWTIME, "CLONE_NEWTIME",
		"A time namespace: the next child may have its own idea of how long the machine is up.", "--time", "", "time"},
}

func (p *planner) unshare(kind sandbox.Namespace) {
	f := namespaceFacts[kind]
	p.add(step{why: f.why, man: string(man(kind)), unshare: f.unshare, docker: f.docker, oci: "linux.namespaces: " + f.share,
		calls: []call{unshareCall(f.flag, f.name)}})
}

func man(kind sandbox.Namespace) string {
	names := map[sandbox.Namespace]string{sandbox.User: "user", sandbox.Mount: "mount", sandbox.PID: "pid", sandbox.Net: "network",
		sandbox.UTS: "uts", sandbox.IPC: "ipc", sandbox.Cgroup: "cgroup", sandbox.Time: "time"}
	return names[kind] + "_namespaces(7)"
}

func unshareCall(flag int, name string) call {
	return call{nr: unix.SYS_UNSHARE, name: "unshare", args: []value{num(uint64(flag), name)}}
}
