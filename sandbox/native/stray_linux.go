package native

import (
	"context"
	"fmt"
	"os"
	"strconv"
	"time"

	"golang.org/x/sys/unix"

	"floorplan/sandbox"
)

// A sandbox that shares the PID namespace has no process 1 to end with. Its agent ends the others; but it is a process like
// them, with the same user, and they may stop or kill it first. What then is left is known by a namespace that only it has.

// kill ends the agent, and so the sandbox. Without a PID namespace of its own the agent has to end the others first, and may have
// been stopped by one of them.
func (b *box) kill() {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.reaped || b.initPID == 0 {
		return
	}
	if !b.shares(sandbox.PID) {
		unix.Kill(b.initPID, unix.SIGKILL)
		return
	}
	b.conn.Control(func(fd uintptr) { unix.Shutdown(int(fd), unix.SHUT_WR) })
	unix.Kill(b.initPID, unix.SIGCONT)
	time.AfterFunc(sweepTime, func() {
		b.mu.Lock()
		defer b.mu.Unlock()
		if !b.reaped {
			unix.Kill(b.initPID, unix.SIGKILL)
		}
	})
}

// sweepTime is how long an agent may take to end the others.
const sweepTime = 2 * time.Second

// mark notes such a namespace while the agent can still be asked. Where all are shared, there is none.
func (b *box) mark(ctx context.Context) error {
	var facts sandbox.Facts
	if err := b.askInside(ctx, &facts); err != nil {
		return err
	}
	for _, ns := range facts.Namespaces {
		// The user namespace comes first: one that is made below it leads back to it.
		if own := !ns.Shared; own && b.wall.Inode == 0 {
			b.wall = ns
		}
	}
	return nil
}

// killStrays ends every process with the sandbox's namespace, until a look around finds none.
func (b *box) killStrays() {
	if b.wall.Inode == 0 {
		return
	}
	killed := map[int]bool{} // they may be seen for as long as nobody waits for them
	for found := true; found; {
		found = false
		entries, err := os.ReadDir("/proc")
		if err != nil {
			return
		}
		for _, entry := range entries {
			pid, err := strconv.Atoi(entry.Name())
			if err != nil || killed[pid] || !b.marked(pid) {
				continue
			}
			// The number may be another's by now; the descriptor is not.
			pidfd, err := unix.PidfdOpen(pid, 0)
			if err != nil {
				continue
			}
			if b.marked(pid) && unix.PidfdSendSignal(pidfd, unix.SIGKILL, nil, 0) == nil {
				killed[pid], found = true, true
			}
			unix.Close(pidfd)
		}
	}
}

// marked says whether a process is in the sandbox's namespace, or in a user namespace below it.
func (b *box) marked(pid int) bool {
	fd, err := unix.Open(fmt.Sprintf("/proc/%d/ns/%s", pid, b.wall.Kind), unix.O_RDONLY|unix.O_CLOEXEC, 0)
	for err == nil {
		var stat unix.Stat_t
		if unix.Fstat(fd, &stat) == nil && stat.Ino == b.wall.Inode {
			unix.Close(fd)
			return true
		}
		up := -1
		if b.wall.Kind == sandbox.User {
			up, err = unix.IoctlRetInt(fd, unix.NS_GET_PARENT)
		} else {
			err = unix.ENOENT
		}
		unix.Close(fd)
		fd = up
	}
	return false
}
