//go:build !386 && !arm

package plain

import (
	"syscall"
	"unsafe"
)

func init() {
	switch mode, _ := syscall.Getenv(Env); mode {
	case Agent, again:
		agent(mode)
	case Sweep:
		sweep()
	}
}

// again is Agent, the second time.
const again = "agent-again"

// agent is native/agent_linux_*.s for every architecture.
func agent(mode string) {
	const fixed = 0x100000 // MAP_FIXED_NOREPLACE
	address, _, errno := syscall.RawSyscall6(syscall.SYS_MMAP, Base, Size, syscall.PROT_READ|syscall.PROT_WRITE,
		syscall.MAP_PRIVATE|fixed, 6, 0)
	if errno != 0 || address != Base {
		// The kernel puts a page for brk(2) anywhere in the first gigabyte, once in four thousand times here. Next time it does not.
		if mode == Agent {
			syscall.Exec("/proc/self/exe", []string{"floorplan-init"}, []string{Env + "=" + again})
		}
		exit(125)
	}
	// Signals would run the Go runtime's handlers, in a child that has no Go runtime any more.
	all := ^uint64(0)
	syscall.RawSyscall6(syscall.SYS_RT_SIGPROCMASK, 0, uintptr(unsafe.Pointer(&all)), 0, 8, 0, 0)
	// A user namespace can be made only by a process with one thread; a forked child has one. The parent is done.
	const cloneParent = 0x8000
	pid, _, errno := syscall.RawSyscall6(syscall.SYS_CLONE, cloneParent|uintptr(syscall.SIGCHLD), 0, 0, 0, 0, 0)
	if errno != 0 || pid != 0 {
		exit(int(errno))
	}
	run()
}

// instruction is native/program_linux.go's.
type instruction struct {
	number  uintptr
	args    [6]uintptr
	outcome uintptr // where the result and the time go
	out     uintptr
	next    [3]uintptr // after a negative result, zero, a positive one
}

// run is the interpreter. Like the child of a fork it may use nothing of the Go runtime: no allocation, no growing stack.
//
//go:nosplit
//go:norace
func run() {
	// Go's allocator has no part in this memory: it is the mapping at Base.
	memory := unsafe.Add(unsafe.Pointer(nil), Base)
	var hello [16]byte
	syscall.RawSyscall6(syscall.SYS_SENDTO, 3, uintptr(unsafe.Pointer(&hello)), 16, syscall.MSG_NOSIGNAL, 0, 0)
	op := (*instruction)(memory)
	for {
		result := op.args[0]
		if op.number != ^uintptr(0) {
			r, _, errno := syscall.RawSyscall6(op.number, op.args[0], op.args[1], op.args[2], op.args[3], op.args[4], op.args[5])
			result = r
			if errno != 0 {
				result = -uintptr(errno)
			}
		}
		var now syscall.Timespec
		syscall.RawSyscall(syscall.SYS_CLOCK_GETTIME, 1, uintptr(unsafe.Pointer(&now)), 0)
		*(*[2]uintptr)(unsafe.Add(memory, op.outcome-Base)) = [2]uintptr{result, uintptr(now.Sec*1e9 + now.Nsec)}
		*(*uintptr)(unsafe.Add(memory, op.out-Base)) = result
		branch := 2
		if int(result) < 0 {
			branch = 0
		} else if result == 0 {
			branch = 1
		}
		op = (*instruction)(unsafe.Add(memory, op.next[branch]-Base))
	}
}

//go:nosplit
func exit(status int) {
	for {
		syscall.RawSyscall(syscall.SYS_EXIT_GROUP, uintptr(status), 0, 0)
	}
}

// sweep kills the children of this process until there are none. What they leave behind becomes a child in turn, as the
// process is a subreaper (prctl(2)); so nothing that the sandbox ever started escapes.
func sweep() {
	self, err := syscall.Open("/proc/thread-self/children", syscall.O_RDONLY|syscall.O_CLOEXEC, 0)
	if err != nil {
		exit(1)
	}
	text := make([]byte, 4096)
	for {
		n, err := syscall.Pread(self, text, 0)
		if err != nil {
			exit(1)
		}
		pid := 0
		for _, c := range text[:n] {
			if c >= '0' && c <= '9' {
				pid = pid*10 + int(c-'0')
				continue
			}
			if pid != 0 {
				syscall.Kill(pid, syscall.SIGKILL)
			}
			pid = 0
		}
		if _, err := syscall.Wait4(-1, nil, 0, nil); err == syscall.ECHILD {
			exit(0)
		}
	}
}
