package lab

import (
	"context"
	"errors"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"floorplan/sandbox"
)

func TestSampleOfNothingStarted(t *testing.T) {
	l := Open(read(t, "\n## Page\n'''sh {run=one}\ntrue\n'''\n"), localMachine(t))
	defer l.Close()
	sampler, err := l.Sampler()
	if err != nil {
		t.Fatal(err)
	}
	sample, err := sampler.Take(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, u := range sample.Sandboxes {
		if u.State != NotStarted || u.CPU != 0 {
			t.Errorf("%+v", u)
		}
	}
	if sample.Host.CPUs == 0 || sample.Host.Memory == 0 || sample.Host.BootID == "" {
		t.Errorf("host %+v", sample.Host)
	}
	if _, err := l.Sampler("three"); err == nil || !strings.Contains(err.Error(), "no sandbox \"three\"") {
		t.Error(err)
	}
}

// A sampler does not wait for a sandbox that takes long to start.
func TestSampleWhileStarting(t *testing.T) {
	l := Open(read(t, "\n## Page\n'''sh {run=one}\ntrue\n'''\n"), localMachine(t))
	defer l.Close()
	l.boxes["one"].mu.Lock()
	sampler, _ := l.Sampler("one")
	sample, _ := sampler.Take(t.Context())
	l.boxes["one"].mu.Unlock()
	if sample.Sandboxes[0].State != Starting {
		t.Errorf("%+v", sample.Sandboxes[0])
	}
}

// hypervisor is an engine whose sandboxes run in this very process, as far as their facts say, or do not answer.
type hypervisor struct {
	local
	mute bool
}

func (hypervisor) Name() string { return "vm" }

func (h hypervisor) Start(ctx context.Context, spec sandbox.Spec, main *sandbox.Cmd) (sandbox.Sandbox, error) {
	box, err := h.local.Start(ctx, spec, main)
	return guest{box.(*localSandbox), h.mute}, err
}

type guest struct {
	*localSandbox
	mute bool
}

func (g guest) Facts(ctx context.Context) (sandbox.Facts, error) {
	if g.mute {
		<-ctx.Done()
		return sandbox.Facts{}, errors.New("no reply")
	}
	return sandbox.Facts{HostPID: os.Getpid(), Kernel: "1.2.3", MemoryBytes: 5, Processes: make([]sandbox.ProcessFact, 7)}, nil
}

func TestSampleOfGuests(t *testing.T) {
	lesson := read(t, "\n## Page\n'''sh {run=one}\ntrue\n'''\n")
	lesson.Sandboxes[0].Engine, lesson.Sandboxes[1].Engine = "vm", "vm"
	take := func(mute bool) Usage {
		t.Helper()
		l := Open(lesson, NewMachine(Options{Engines: []sandbox.Engine{hypervisor{local{t}, mute}}}))
		defer l.Close()
		if err := l.Start(t.Context(), "one"); err != nil {
			t.Fatal(err)
		}
		sampler, err := l.Sampler()
		if err != nil {
			t.Fatal(err)
		}
		if mute {
			sampler.patience = time.Millisecond
		}
		sample, err := sampler.Take(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		return sample.Sandboxes[0]
	}
	for p, err := readProcess(os.Getpid()); err != nil || p.cpu == 0; p, err = readProcess(os.Getpid()) {
		// The kernel counts in hundredths of a second: use one.
	}
	if u := take(false); u.State != Running || u.Processes != 7 || u.Memory != 5 || u.CPU == 0 || u.SameKernel || u.Jobs != nil || u.Disk != -1 {
		t.Errorf("%+v", u)
	}
	if u := take(true); u.State != Running || u.Problem != "it does not answer" || u.Processes != 0 {
		t.Errorf("%+v", u)
	}
}

func TestParseStat(t *testing.T) {
	line := "42 (a) b) (c) R 1 42 42 34816 42 4194304 5 6 0 0 250 50 7 3 20 5 1 0 338979 2990080 413 0 0 0"
	p, err := parseStat(42, []byte(line))
	want := process{pid: 42, state: 'R', cpu: 3100 * time.Millisecond, nice: 5, started: 3389790 * time.Millisecond}
	if err != nil || p != want {
		t.Errorf("got %+v, %v", p, err)
	}
	if _, err := parseStat(42, []byte("42 (sh) R 1")); err == nil {
		t.Error("a short line is read")
	}
}

func TestJobName(t *testing.T) {
	for command, want := range map[string]string{
		"job-ada\x00": "ada", "/tmp/job-ada\x00x\x00": "ada", "bash\x00/root/job-ada\x001\x00": "ada", "": "", "bash\x00": "",
		"vi\x00-n\x00job-ada\x00": "", "bash\x00job-": "",
		"job-\x1b[2J\x00": "", "job-a b\x00": "",
	} {
		if got := jobName([]byte(command)); got != want {
			t.Errorf("%q is job %q, want %q", command, got, want)
		}
	}
}

func TestSampleOfRealSandboxes(t *testing.T) {
	lesson := read(t, "\n## Page\n'''sh {run=one}\ntrue\n'''\n")
	lesson.Sandboxes[0].Memory, lesson.Sandboxes[0].Disk = 64<<20, 32<<20
	l := Open(lesson, realMachine(t))
	defer l.Close()
	if err := l.Start(t.Context(), "two"); err != nil {
		t.Fatal(err)
	}
	// Two jobs on one processor, and a megabyte written.
	run := `head -c 1M /dev/zero > ~/written
echo 'while :; do :; done' | tee ~/job-ada > ~/job-bob
cpu=$(taskset -cp $$ | grep -o '[0-9]*$')
taskset -c $cpu bash ~/job-ada & taskset -c $cpu bash ~/job-bob &`
	if _, err := l.Do(t.Context(), "one", run, 20*time.Second); err != nil {
		t.Fatal(err)
	}
	sampler, err := l.Sampler()
	if err != nil {
		t.Fatal(err)
	}
	one := waitFor(t, sampler, "two jobs that had the processor", func(u Usage) bool {
		return len(u.Jobs) == 2 && u.Jobs[0].Ran > 50*time.Millisecond && u.Jobs[1].Ran > 50*time.Millisecond && u.Memory > 0
	})
	if !one.SameKernel || one.Kernel == "" || one.BootID == "" {
		t.Errorf("the kernel of a container is not the host's: %+v", one)
	}
	if one.Processes < 4 || one.CPU < 80*time.Millisecond || one.Memory > 64<<20 || one.Disk < 1<<20 || one.Disk > 32<<20 {
		t.Errorf("%+v", one)
	}
	before := one.Jobs[0].Nice // the test itself may run under nice(1)
	for _, j := range one.Jobs {
		if j.State != 'R' || j.Nice != before || j.Ran > j.Age || j.Ready == 0 || j.Waited() < j.Ready/2 {
			t.Errorf("job %+v, waited %s", j, j.Waited())
		}
	}
	sample, err := sampler.Take(t.Context())
	if err != nil || sample.Sandboxes[1].State != Running || sample.Sandboxes[1].Jobs != nil {
		t.Errorf("two: %+v, %v", sample.Sandboxes[1], err)
	}

	nice := func(u Usage) [2]int { return [2]int{u.Jobs[0].Nice - before, u.Jobs[1].Nice - before} }
	ran := one.Jobs[0].Ran
	if err := l.Lighter(t.Context(), "one", "bob"); err != nil {
		t.Fatal(err)
	}
	waitFor(t, sampler, "bob with less weight", func(u Usage) bool { return nice(u) == [2]int{0, 3} })
	if err := l.Heavier(t.Context(), "one", "bob"); err != nil {
		t.Fatal(err)
	}
	equal := [2]int{3, 3} // only root may lower a nice value
	if os.Getuid() == 0 {
		equal = [2]int{0, 0}
	}
	waitFor(t, sampler, "equal weights", func(u Usage) bool { return nice(u) == equal && u.Jobs[0].Ran > ran })
	for err == nil {
		err = l.Lighter(t.Context(), "one", "ada")
	}
	if !strings.Contains(err.Error(), "nice ends at 19, where job ada is\nhint: ") {
		t.Error(err)
	}
	if err := l.Heavier(t.Context(), "one", "eve"); err == nil || !strings.Contains(err.Error(), "no job eve") {
		t.Error(err)
	}

	if err := l.Reset(t.Context(), "one"); err != nil {
		t.Fatal(err)
	}
	waitFor(t, sampler, "one gone", func(u Usage) bool { return u.State == NotStarted && u.Jobs == nil })
}

// waitFor samples until sandbox one is as the test wants it.
func waitFor(t *testing.T, s *Sampler, what string, ok func(Usage) bool) Usage {
	t.Helper()
	deadline := time.Now().Add(20 * time.Second)
	for {
		sample, err := s.Take(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		at := slices.IndexFunc(sample.Sandboxes, func(u Usage) bool { return u.Name == "one" })
		if ok(sample.Sandboxes[at]) {
			return sample.Sandboxes[at]
		}
		if time.Now().After(deadline) {
			t.Fatalf("no %s: %+v", what, sample.Sandboxes[at])
		}
		time.Sleep(20 * time.Millisecond) // between looks, not instead of one
	}
}
