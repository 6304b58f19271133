package native

import (
	"archive/tar"
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"sync"
	"testing"
	"time"

	"golang.org/x/sys/unix"

	"floorplan/sandbox"
)

// rival is another program that runs a command in a sandbox of the host's own programs.
type rival struct {
	name string
	args func(t testing.TB) []string
}

var rivals = []rival{
	{"bwrap", func(testing.TB) []string {
		args := []string{"bwrap", "--unshare-all", "--die-with-parent", "--ro-bind", "/usr", "/usr", "--ro-bind", "/etc", "/etc",
			"--proc", "/proc", "--dev", "/dev", "--tmpfs", "/tmp"}
		for _, link := range []string{"/bin", "/sbin", "/lib", "/lib64"} {
			if target, err := os.Readlink(link); err == nil {
				args = append(args, "--symlink", target, link)
			}
		}
		return append(args, "true")
	}},
	{"crun", func(t testing.TB) []string {
		return append([]string{"crun", "--cgroup-manager=disabled"}, bundle(t, "crun")...)
	}},
	{"runc", func(t testing.TB) []string { return append([]string{"runc"}, bundle(t, "runc")...) }},
	// Limits of its own choice would need a right to raise ours.
	{"podman", func(t testing.TB) []string {
		return contained(t, "podman", "--cgroups=disabled", "--ulimit=nofile=1024:1024", "--ulimit=nproc=1000:1000")
	}},
	{"docker", func(t testing.TB) []string { return contained(t, "docker") }},
}

// contained imports an image that holds nothing but a program which ends at once, and runs it.
func contained(t testing.TB, engine string, options ...string) []string {
	end := program{calls: []call{{label: "fail", nr: unix.SYS_EXIT_GROUP, name: "exit_group", args: []value{intv(0)}}}}
	img, err := end.link(dataBase, nil)
	if err != nil {
		t.Fatal(err)
	}
	binary, err := os.Create(filepath.Join(t.TempDir(), "true"))
	if err != nil {
		t.Fatal(err)
	}
	defer binary.Close()
	if err := writeExecutable(binary, img.data); err != nil {
		t.Fatal(err)
	}
	file, err := os.ReadFile(binary.Name())
	if err != nil {
		t.Fatal(err)
	}
	var layer bytes.Buffer
	w := tar.NewWriter(&layer)
	if err := w.WriteHeader(&tar.Header{Name: "true", Mode: 0o755, Size: int64(len(file))}); err != nil {
		t.Fatal(err)
	}
	w.Write(file)
	w.Close()
	const name = "floorplan-bench:true"
	load := exec.Command(engine, "import", "-", name)
	load.Stdin = &layer
	if out, err := load.CombinedOutput(); err != nil {
		t.Logf("%s import: %s", engine, out)
	}
	t.Cleanup(func() { exec.Command(engine, "rmi", name).Run() })
	return slices.Concat([]string{engine, "run", "--rm", "--pull=never", "--network=none"}, options, []string{name, "/true"})
}

// bundle writes an OCI bundle (config.json as the runtime's own "spec" command makes it) around the host's programs.
func bundle(t testing.TB, program string) []string {
	dir := t.TempDir()
	for _, sub := range []string{"rootfs/usr", "rootfs/proc", "rootfs/dev", "rootfs/sys", "rootfs/tmp"} {
		if err := os.MkdirAll(filepath.Join(dir, sub), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	for _, link := range []string{"/bin", "/sbin", "/lib", "/lib64"} {
		if target, err := os.Readlink(link); err == nil {
			os.Symlink(target, filepath.Join(dir, "rootfs", link))
		}
	}
	spec := exec.Command(program, "spec")
	if os.Geteuid() != 0 {
		spec.Args = append(spec.Args, "--rootless")
	}
	spec.Dir = dir
	if out, err := spec.CombinedOutput(); err != nil {
		t.Logf("%s spec: %s", program, out)
		return nil
	}
	if err := adaptBundle(filepath.Join(dir, "config.json")); err != nil {
		t.Fatal(err)
	}
	return []string{"run", "--bundle", dir, fmt.Sprintf("floorplan-bench-%s-%d", program, os.Getpid())}
}

// usable are the rivals that run here, each as what runs it once.
func usable(b *testing.B) map[string]func() ([]byte, error) {
	out := map[string]func() ([]byte, error){}
	apart := withoutGroups(b)
	for _, r := range rivals {
		if _, err := exec.LookPath(r.name); err != nil {
			b.Logf("%s is not installed", r.name)
			continue
		}
		args := r.args(b)
		run := func() ([]byte, error) { return exec.Command(args[0], args[1:]...).CombinedOutput() }
		text, err := run()
		if err != nil && apart != nil {
			b.Logf("%s does not run here with control groups in sight: %v: %.200s", r.name, err, text)
			alone := run
			run = func() ([]byte, error) { return apart(alone) }
			text, err = run()
		}
		if err != nil {
			b.Logf("%s does not run here: %v: %.200s", r.name, err, text)
			continue
		}
		out[r.name] = run
	}
	return out
}

// withoutGroups is a thread in a mount namespace where an empty directory hides the control groups, and the function that has
// it run something: crun, and so podman, refuses a host with groups of both versions, whether it is to use them or not. It is nil where that
// takes more rights than there are.
func withoutGroups(b *testing.B) func(func() ([]byte, error)) ([]byte, error) {
	type answer struct {
		text []byte
		err  error
	}
	jobs, answers, ready := make(chan func() ([]byte, error)), make(chan answer), make(chan error)
	go func() {
		runtime.LockOSThread() // to its end: the thread goes with the goroutine, and the namespace with the thread
		err := unix.Unshare(unix.CLONE_FS | unix.CLONE_NEWNS)
		if err == nil {
			err = unix.Mount("none", "/", "", unix.MS_REC|unix.MS_PRIVATE, "")
		}
		if err == nil {
			err = unix.Mount("tmpfs", "/sys/fs/cgroup", "tmpfs", 0, "size=4k")
		}
		ready <- err
		for job := range jobs {
			text, err := job()
			answers <- answer{text, err}
		}
	}()
	b.Cleanup(func() { close(jobs) })
	if err := <-ready; err != nil {
		b.Logf("no namespace without control groups: %v", err)
		return nil
	}
	return func(job func() ([]byte, error)) ([]byte, error) {
		jobs <- job
		a := <-answers
		return a.text, a.err
	}
}

// startTrue runs a sandbox with nothing but true, and returns how long that took: from the start until its exit status is
// known. That is when bwrap, runc and docker return, too. Then it waits until nothing of the sandbox is left.
func startTrue(tb testing.TB, e *Engine) time.Duration {
	began := time.Now()
	b, err := e.Start(tb.Context(), sandbox.Spec{}, &sandbox.Cmd{Args: []string{"true"}})
	if err != nil {
		tb.Fatal(err)
	}
	if exit, err := b.Main().Wait(); err != nil || exit.Code != 0 {
		tb.Fatal(exit, err)
	}
	took := time.Since(began)
	<-b.Done()
	return took
}

func median(d []time.Duration) time.Duration {
	d = slices.Sorted(slices.Values(d))
	return d[len(d)/2]
}

// BenchmarkStart runs `true` in a new sandbox, from the start to the end of everything, in turn with every rival found on
// PATH. The metric x-NAME is NAME's median over ours in those turns: 21 of them for each of b.N, 7 with a rival that takes a
// tenth of a second.
func BenchmarkStart(b *testing.B) {
	e := New(Options{})
	found := usable(b)
	const most, fewest = 21, 7
	var ours []time.Duration
	for range b.N * most {
		ours = append(ours, startTrue(b, e))
	}
	b.ReportMetric(float64(median(ours).Microseconds())/1000, "ms/start")
	for name, run := range found {
		var ours, theirs []time.Duration
		for turns := most; len(theirs) < b.N*turns; {
			ours = append(ours, startTrue(b, e))
			began := time.Now()
			if out, err := run(); err != nil {
				b.Fatalf("%s: %v: %s", name, err, out)
			}
			theirs = append(theirs, time.Since(began))
			if median(theirs) > 100*time.Millisecond {
				turns = fewest
			}
			// A rival returns before the kernel has taken its namespaces down. One start that does not count waits for that, as
			// the wait for Done did for ours: neither is measured in the other's ruins.
			startTrue(b, e)
		}
		b.ReportMetric(float64(median(theirs))/float64(median(ours)), "x-"+name)
	}

	// With a heap as large as a classroom's server has, and without.
	var light, heavy []time.Duration
	for range b.N * most {
		light = append(light, startTrue(b, e))
	}
	ballast := make([]byte, 300<<20)
	for i := 0; i < len(ballast); i += 4096 {
		ballast[i] = 1
	}
	for range b.N * most {
		heavy = append(heavy, startTrue(b, e))
	}
	runtime.KeepAlive(ballast)
	b.ReportMetric(float64(median(heavy))/float64(median(light)), "x-300MB-heap")
}

// BenchmarkStarts counts starts a second, one after another and four at once.
func BenchmarkStarts(b *testing.B) {
	e := New(Options{})
	startTrue(b, e)
	for _, workers := range []int{1, 4} {
		b.Run(fmt.Sprint(workers), func(b *testing.B) {
			var wg sync.WaitGroup
			work := make(chan struct{})
			for range workers {
				wg.Go(func() {
					for range work {
						startTrue(b, e)
					}
				})
			}
			began := time.Now()
			n := 0
			for b.Loop() {
				work <- struct{}{}
				n++
			}
			close(work)
			wg.Wait()
			b.ReportMetric(float64(n)/time.Since(began).Seconds(), "starts/s")
		})
	}
}

// BenchmarkExec runs `true` in a sandbox that is there, as hidden checks do.
func BenchmarkExec(b *testing.B) {
	e := New(Options{})
	box, err := e.Start(b.Context(), sandbox.Spec{}, nil)
	if err != nil {
		b.Fatal(err)
	}
	defer box.Close()
	for b.Loop() {
		p, err := box.Exec(b.Context(), sandbox.Cmd{Args: []string{"true"}})
		if err != nil {
			b.Fatal(err)
		}
		p.Wait()
	}
}

// BenchmarkHundred holds a hundred sandboxes: how long until all have answered a command, how long until all are gone, and
// what an idle one takes.
func BenchmarkHundred(b *testing.B) {
	e := New(Options{})
	var answer, gone time.Duration
	var memory int64
	for b.Loop() {
		var boxes [100]sandbox.Sandbox
		for i := range boxes {
			var err error
			if boxes[i], err = e.Start(b.Context(), sandbox.Spec{}, nil); err != nil {
				b.Fatal(err)
			}
		}
		began := time.Now()
		var wg sync.WaitGroup
		for _, box := range boxes {
			wg.Go(func() {
				p, err := box.Exec(b.Context(), sandbox.Cmd{Args: []string{"true"}})
				if err != nil {
					b.Error(err)
					return
				}
				p.Wait()
			})
		}
		wg.Wait()
		answer = time.Since(began)
		facts, err := boxes[0].Facts(b.Context())
		if err != nil {
			b.Fatal(err)
		}
		memory = facts.MemoryBytes
		began = time.Now()
		for _, box := range boxes {
			wg.Go(func() { box.Close() })
		}
		wg.Wait()
		gone = time.Since(began)
	}
	b.ReportMetric(float64(answer.Milliseconds()), "ms-all-answer")
	b.ReportMetric(float64(gone.Milliseconds()), "ms-all-gone")
	b.ReportMetric(float64(memory)/1024, "KiB-idle")
}
