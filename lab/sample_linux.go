package lab

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"golang.org/x/sys/unix"
)

// tick is the unit of the times in /proc/PID/stat: USER_HZ is 100 on every architecture that Go knows (time(7)).
const tick = 10 * time.Millisecond

func readHost() Host {
	var host Host
	var name unix.Utsname
	if unix.Uname(&name) == nil {
		host.Kernel = unix.ByteSliceToString(name.Release[:])
	}
	id, _ := os.ReadFile("/proc/sys/kernel/random/boot_id") // empty is equal to no sandbox's
	host.BootID = strings.TrimSpace(string(id))
	var info unix.Sysinfo_t
	if unix.Sysinfo(&info) == nil {
		host.Memory = int64(info.Totalram) * int64(info.Unit)
	}
	return host
}

// readUsage adds what /proc says of process root, as the host sees it, and of its descendants.
func readUsage(root int, u *Usage) {
	u.Disk = -1
	if root == 0 {
		return
	}
	tree := processTree(root)
	for _, p := range tree {
		u.CPU += p.cpu
	}
	if u.Engine == "vm" { // its processes and files are inside
		return
	}
	u.Processes = len(tree)
	u.Jobs = jobs(tree)
	for _, p := range tree {
		var fs unix.Statfs_t
		if unix.Statfs(fmt.Sprintf("/proc/%d/root/", p.pid), &fs) == nil { // of an overlay: its writable layer's
			u.Disk = int64(fs.Blocks-fs.Bfree) * int64(fs.Bsize)
			return
		}
	}
}

// process is what /proc/PID/stat says (proc_pid_stat(5)).
type process struct {
	pid     int
	state   byte
	cpu     time.Duration // its own and that of children it has waited for
	nice    int
	started time.Duration // after boot
}

// processTree is a process and its descendants, parents first. One that ends meanwhile is left out.
func processTree(root int) []process {
	var tree []process
	pids := []int{root}
	seen := map[int]bool{root: true}
	for i := 0; i < len(pids); i++ {
		if p, err := readProcess(pids[i]); err == nil {
			tree = append(tree, p)
		}
		for _, task := range tasks(pids[i]) {
			children, _ := os.ReadFile(filepath.Join(task, "children")) // none once the thread has ended
			for _, field := range strings.Fields(string(children)) {
				if pid, err := strconv.Atoi(field); err == nil && !seen[pid] {
					seen[pid] = true
					pids = append(pids, pid)
				}
			}
		}
	}
	return tree
}

// tasks are the directories of a process's threads.
func tasks(pid int) []string {
	dir := fmt.Sprintf("/proc/%d/task", pid)
	entries, _ := os.ReadDir(dir) // none once it has ended
	out := make([]string, len(entries))
	for i, entry := range entries {
		out[i] = filepath.Join(dir, entry.Name())
	}
	return out
}

func readProcess(pid int) (process, error) {
	stat, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
	if err != nil {
		return process{}, err
	}
	return parseStat(pid, stat)
}

func parseStat(pid int, stat []byte) (process, error) {
	// The second field is the name in parentheses, which may hold spaces and parentheses.
	fields := bytes.Fields(stat[bytes.LastIndexByte(stat, ')')+1:])
	if len(fields) < 20 {
		return process{}, errors.New("cannot read /proc/PID/stat: too few fields")
	}
	number := func(field int) int64 { // numbered as in the manual page
		n, _ := strconv.ParseInt(string(fields[field-3]), 10, 64) // the kernel writes numbers there
		return n
	}
	return process{
		pid: pid, state: fields[0][0], nice: int(number(19)),
		cpu:     time.Duration(number(14)+number(15)+number(16)+number(17)) * tick,
		started: time.Duration(number(22)) * tick,
	}, nil
}

// jobs are the jobs among the processes of a sandbox, in the order in which they were started.
func jobs(tree []process) []Job {
	var boot unix.Timespec
	if unix.ClockGettime(unix.CLOCK_BOOTTIME, &boot) != nil {
		return nil
	}
	slices.SortStableFunc(tree, func(a, b process) int { return cmp.Compare(a.started, b.started) })
	var out []Job
	for _, p := range tree {
		command, _ := os.ReadFile(fmt.Sprintf("/proc/%d/cmdline", p.pid)) // empty once it has ended
		name := jobName(command)
		if name == "" {
			continue
		}
		at := slices.IndexFunc(out, func(j Job) bool { return j.Name == name })
		if at < 0 {
			at = len(out)
			age := max(0, time.Duration(boot.Nano())-p.started)
			out = append(out, Job{Name: name, State: p.state, Nice: p.nice, Age: age})
		}
		job := &out[at]
		job.PIDs = append(job.PIDs, p.pid)
		if p.state == 'R' {
			job.State = 'R'
		}
		for _, task := range tasks(p.pid) {
			ran, ready := readSchedstat(filepath.Join(task, "schedstat"))
			job.Ran += ran
			job.Ready += ready
		}
	}
	return out
}

var jobForm = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^job-([A-Za-z0-9._-]{1,32})$`) })

// jobName is what stands after "job-" in the name of the program or of the script that it runs; empty for other processes.
func jobName(command []byte) string {
	for i, arg := range strings.SplitN(string(command), "\x00", 3) {
		if match := jobForm().FindStringSubmatch(filepath.Base(arg)); match != nil && i < 2 {
			return match[1]
		}
	}
	return ""
}

// readSchedstat reads a thread's time on a processor and in its queue, which the kernel counts in nanoseconds.
func readSchedstat(file string) (ran, ready time.Duration) {
	text, _ := os.ReadFile(file)
	fields := strings.Fields(string(text))
	if len(fields) < 2 {
		return 0, 0
	}
	first, _ := strconv.ParseInt(fields[0], 10, 64)
	second, _ := strconv.ParseInt(fields[1], 10, 64)
	return time.Duration(first), time.Duration(second)
}

// renice sets the nice value of processes and all their threads: Linux keeps one for each thread.
func renice(pids []int, nice int) error {
	for _, pid := range pids {
		for _, task := range tasks(pid) {
			tid, err := strconv.Atoi(filepath.Base(task))
			if err != nil {
				continue
			}
			if err := unix.Setpriority(unix.PRIO_PROCESS, tid, nice); err != nil && !errors.Is(err, unix.ESRCH) {
				return err
			}
		}
	}
	return nil
}
