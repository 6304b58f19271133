package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"syscall"
	"testing"
	"time"
)

// BenchmarkCommand is `floorplan sandbox run -- true` as a whole, from the start of the program to its end, in turns with
// `floorplan --version`, which only starts, and with crun where it runs. The times are medians of milliseconds; x-crun is crun's
// over ours.
//
//	go test -run '^$' -bench Command -benchtime 100x .
func BenchmarkCommand(b *testing.B) {
	needNative(b)
	program := floorplan(b)
	crun := oci(b, "crun", "--cgroup-manager=disabled")
	commands := [][]string{{program, "sandbox", "run", "--", "true"}, {program, "--version"}, crun}
	if crun == nil {
		commands = commands[:2]
	}
	times := make([][]float64, len(commands))
	jobs, ended := make(chan func()), make(chan bool)
	go func() {
		hideGroups(b)
		for job := range jobs {
			job()
			ended <- true
		}
	}()
	defer close(jobs)
	for b.Loop() {
		for i, command := range commands {
			run := func() {
				began := time.Now()
				if out, err := exec.Command(command[0], command[1:]...).CombinedOutput(); err != nil {
					b.Errorf("%q: %v: %s", command, err, out)
				}
				times[i] = append(times[i], float64(time.Since(began).Microseconds())/1000)
			}
			if i < 2 {
				run()
				continue
			}
			jobs <- run
			<-ended
		}
	}
	var medians []float64
	for _, t := range times {
		slices.Sort(t)
		medians = append(medians, t[len(t)/2])
	}
	b.ReportMetric(0, "ns/op") // the sum of all means nothing
	b.ReportMetric(medians[0], "ms-run")
	b.ReportMetric(medians[1], "ms-version")
	if crun != nil {
		b.ReportMetric(medians[2]/medians[0], "x-crun")
	}
}

// oci is how an OCI runtime runs true among the host's programs, with the namespaces of a sandbox; nil where it is not installed.
func oci(b *testing.B, runtime ...string) []string {
	if _, err := exec.LookPath(runtime[0]); err != nil || os.Geteuid() != 0 {
		b.Logf("no rival: %s is not installed, or this is not root", runtime[0])
		return nil
	}
	bundle := b.TempDir()
	for _, dir := range []string{"usr", "proc", "sys", "dev", "tmp"} {
		if err := os.MkdirAll(filepath.Join(bundle, "rootfs", dir), 0o755); err != nil {
			b.Fatal(err)
		}
	}
	for _, name := range []string{"bin", "lib", "lib64"} {
		if err := os.Symlink("usr/"+name, filepath.Join(bundle, "rootfs", name)); err != nil {
			b.Fatal(err)
		}
	}
	// It is what `crun spec` writes, but for control groups, and for the host's programs.
	config := `{"ociVersion": "1.0.0", "root": {"path": "rootfs", "readonly": true}, "hostname": "flat",
		"process": {"args": ["true"], "cwd": "/", "env": ["PATH=/usr/bin"], "noNewPrivileges": true,
			"capabilities": {"bounding": ["CAP_KILL"], "effective": ["CAP_KILL"], "permitted": ["CAP_KILL"]},
			"rlimits": [{"type": "RLIMIT_NOFILE", "hard": 1024, "soft": 1024}]},
		"mounts": [
			{"destination": "/usr", "type": "bind", "source": "/usr", "options": ["rbind", "ro"]},
			{"destination": "/proc", "type": "proc", "source": "proc"},
			{"destination": "/sys", "type": "sysfs", "source": "sysfs", "options": ["ro"]},
			{"destination": "/tmp", "type": "tmpfs", "source": "tmpfs"},
			{"destination": "/dev", "type": "tmpfs", "source": "tmpfs", "options": ["nosuid", "mode=755"]},
			{"destination": "/dev/pts", "type": "devpts", "source": "devpts", "options": ["newinstance", "ptmxmode=0666", "gid=5"]},
			{"destination": "/dev/shm", "type": "tmpfs", "source": "shm", "options": ["mode=1777"]},
			{"destination": "/dev/mqueue", "type": "mqueue", "source": "mqueue"}],
		"linux": {
			"namespaces": [{"type": "pid"}, {"type": "network"}, {"type": "ipc"}, {"type": "uts"}, {"type": "mount"}],
			"maskedPaths": ["/proc/acpi", "/proc/kcore", "/proc/keys", "/proc/timer_list", "/proc/scsi", "/sys/firmware"],
			"readonlyPaths": ["/proc/bus", "/proc/fs", "/proc/irq", "/proc/sys", "/proc/sysrq-trigger"]}}`
	if err := os.WriteFile(filepath.Join(bundle, "config.json"), []byte(config), 0o644); err != nil {
		b.Fatal(err)
	}
	return append(runtime, "run", "--bundle", bundle, fmt.Sprintf("floorplan-bench-%d", os.Getpid()))
}

// hideGroups moves its goroutine, for good, into a mount namespace where an empty directory hides the control groups: crun
// refuses a host with groups of both versions, whether it is to use them or not.
func hideGroups(b *testing.B) {
	runtime.LockOSThread()
	err := syscall.Unshare(syscall.CLONE_FS | syscall.CLONE_NEWNS)
	if err == nil {
		err = syscall.Mount("none", "/", "", syscall.MS_REC|syscall.MS_PRIVATE, "")
	}
	if err == nil {
		err = syscall.Mount("tmpfs", "/sys/fs/cgroup", "tmpfs", 0, "size=4k")
	}
	if err != nil {
		b.Logf("no namespace without control groups: %v", err)
	}
}
