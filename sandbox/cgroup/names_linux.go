package cgroup

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"

	"golang.org/x/sys/unix"
)

const prefix = "floorplan-"

// ownerKey names this process among all that ever run on this machine: its PID namespace, its PID there, and when it
// started, in clock ticks since boot. A PID alone comes round again.
func ownerKey() (string, error) {
	space, err := pidNamespace()
	if err != nil {
		return "", err
	}
	start, err := startTime(os.Getpid())
	if err != nil {
		return "", err
	}
	return fmt.Sprintf("%s%d-%d-%d", prefix, space, os.Getpid(), start), nil
}

func pidNamespace() (uint64, error) {
	info, err := os.Stat("/proc/self/ns/pid")
	if err != nil {
		return 0, err
	}
	return info.Sys().(*syscall.Stat_t).Ino, nil
}

// startTime is field 22 of /proc/PID/stat (proc_pid_stat(5)).
func startTime(pid int) (uint64, error) {
	data, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
	if err != nil {
		return 0, err
	}
	// The second field, the program's name, may hold spaces and brackets: count from the last bracket.
	fields := strings.Fields(string(data[strings.LastIndexByte(string(data), ')')+1:]))
	if len(fields) < 20 {
		return 0, fmt.Errorf("cannot read /proc/%d/stat: %d fields", pid, len(fields))
	}
	return strconv.ParseUint(fields[19], 10, 64)
}

// abandoned reports whether a group was made by a Floorplan of this PID namespace that is no more. Of another namespace's
// processes nothing can be known, so theirs are left alone.
func abandoned(name string) bool {
	var space, start uint64
	var pid int
	name, found := strings.CutPrefix(name, prefix)
	if n, err := fmt.Sscanf(name, "%d-%d-%d", &space, &pid, &start); !found || err != nil || n != 3 {
		return false
	}
	if own, err := pidNamespace(); err != nil || own != space {
		return false
	}
	now, err := startTime(pid)
	return os.IsNotExist(err) || err == nil && now != start
}

// sweep removes the groups in dir whose owners are dead.
func sweep(dir string) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return
	}
	for _, entry := range entries {
		if entry.IsDir() && abandoned(entry.Name()) {
			killDir(filepath.Join(dir, entry.Name()))
			removeDir(filepath.Join(dir, entry.Name()))
		}
	}
}

// janitor is a small shell that outlives this process by a moment: when the pipe from it closes and nothing was said, the
// shell removes the groups of this process that are left. Only a process can do this; the kernel keeps empty groups.
type janitor struct {
	cmd *exec.Cmd
	// pipe is a descriptor and no os.File: that of a Host which its owner forgot would be closed with it, and the janitor take
	// this process for dead and the groups of its other Hosts away.
	pipe int
}

// The shell gives the sandboxes' processes two seconds to die. $1 is the group of version 2 to leave as it was, so that the
// shell is in none of those that it removes, or nothing; the others are the patterns of the groups' directories.
const janitorScript = `read -r word && [ "$word" = done ] && exit
if [ "$1" ]; then
  for controller in memory pids cpu; do
    echo "-$controller" >"$1/cgroup.subtree_control"
  done
  echo 0 >"$1/cgroup.procs"
fi 2>/dev/null
shift
n=0
while [ $n -lt 100 ]; do
  left=
  for pattern; do
    for dir in $pattern; do
      [ -d "$dir" ] || continue
      [ -d "$dir/in" ] && rmdir "$dir/in" 2>/dev/null
      rmdir "$dir" 2>/dev/null || left=1
    done
  done
  [ "$left" ] || exit 0
  n=$((n + 1))
  sleep 0.02
done`

func startJanitor(restore string, dirs []string, key string) (*janitor, error) {
	var pipe [2]int
	if err := unix.Pipe2(pipe[:], unix.O_CLOEXEC); err != nil {
		return nil, fmt.Errorf("cannot make a pipe: %w", err)
	}
	read := os.NewFile(uintptr(pipe[0]), "pipe")
	defer read.Close()
	cmd := exec.Command("/bin/sh", "-c", janitorScript, "floorplan-janitor", restore)
	for _, dir := range dirs {
		cmd.Args = append(cmd.Args, filepath.Join(dir, key)+"*")
	}
	cmd.Stdin = read
	cmd.Dir = "/"
	cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true} // ^C in the terminal is not for it
	if err := cmd.Start(); err != nil {
		unix.Close(pipe[1])
		return nil, fmt.Errorf("cannot start the janitor of control groups: %w", err)
	}
	return &janitor{cmd, pipe[1]}, nil
}

// close tells the janitor that there is nothing to do.
func (j *janitor) close() {
	unix.Write(j.pipe, []byte("done\n"))
	unix.Close(j.pipe)
	j.cmd.Wait()
}
