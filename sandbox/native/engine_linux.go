package native

import (
	"context"
	"errors"
	"fmt"
	"io"
	"math"
	"math/bits"
	"os"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"

	"golang.org/x/sys/unix"

	"floorplan/sandbox"
	"floorplan/sandbox/cgroup"
	"floorplan/sandbox/image"
	"floorplan/sandbox/native/plain"
)

// Engine makes sandboxes with Linux namespaces. Its methods may be called from several goroutines at once.
type Engine struct {
	options Options

	setUpMu   sync.Mutex
	ready     bool
	agent     *os.File // the agent as an executable, or as the memory that a plain one begins with
	null      *os.File
	self      *os.File // this program
	selfCopy  *os.File // a copy of it, for sandboxes that share the PID namespace; nil before the first
	symbols   map[string]uint64
	host      host
	networks  networks
	last      atomic.Pointer[opening]
	hostImage atomic.Pointer[hostRoot]
	buffers   sync.Pool // of *[64 << 10]byte, for what agents say: many sandboxes wait at once, few are heard

	groupsMu  sync.Mutex
	groupHost *cgroup.Host
}

// New makes an engine. Nothing is asked of the machine before the first sandbox.
func New(options Options) *Engine {
	return &Engine{options: options, buffers: sync.Pool{New: func() any { return new([64 << 10]byte) }}}
}

// Name is "native".
func (*Engine) Name() string { return "native" }

const agentName = "floorplan-init"
const sweepName = agentName
const takeoverEnv = plain.Env

// fast says whether there is an agent in machine code.
func (e *Engine) fast() bool {
	return hasAgent && !e.options.Plain
}

// setUp opens what every sandbox needs, until that has worked once: a descriptor that is not to be had now may be later.
func (e *Engine) setUp() error {
	e.setUpMu.Lock()
	defer e.setUpMu.Unlock()
	if e.ready {
		return nil
	}
	if err := e.doSetUp(); err != nil {
		e.closeFiles()
		return err
	}
	e.ready = true
	return nil
}

// closeFiles closes what setUp opened.
func (e *Engine) closeFiles() {
	for _, f := range []*os.File{e.agent, e.null, e.self, e.selfCopy} {
		if f != nil {
			f.Close()
		}
	}
}

func (e *Engine) doSetUp() error {
	if bits.UintSize != 64 {
		return errors.New("an agent's programs are of 64-bit words, and this Floorplan is built for " + runtime.GOARCH +
			"\nhint: use a build for a 64-bit processor")
	}
	img, err := agentImage()
	if err != nil {
		return err
	}
	e.symbols = img.symbols
	// First, while there is certainly a free descriptor if there are enough for what follows: what it cannot read is not there.
	if e.host, err = readHost(); err != nil {
		return err
	}
	if e.agent, err = e.newAgent(img); err != nil {
		return err
	}
	if e.null, err = os.OpenFile("/dev/null", os.O_RDWR, 0); err != nil {
		return err
	}
	e.self, err = os.Open("/proc/self/exe")
	return err
}

// newAgent makes the file that agents are executed from.
func (e *Engine) newAgent(img linked) (*os.File, error) {
	return inMemory(agentName, func(file *os.File) error {
		if e.fast() {
			return writeExecutable(file, img.data)
		}
		_, err := file.WriteAt(img.data, 0)
		return errors.Join(err, file.Truncate(plain.Size))
	})
}

// inMemory is a file in memory that can be executed and that nobody can write any more.
func inMemory(name string, fill func(*os.File) error) (*os.File, error) {
	const flags = unix.MFD_CLOEXEC | unix.MFD_ALLOW_SEALING
	fd, err := unix.MemfdCreate(name, flags|unix.MFD_EXEC)
	if errors.Is(err, unix.EINVAL) { // before Linux 6.3
		fd, err = unix.MemfdCreate(name, flags)
	}
	if errors.Is(err, unix.EACCES) {
		err = fmt.Errorf("%w: this machine lets nobody execute what is in memory\nhint: %s", err, sandbox.AsRoot("sysctl vm.memfd_noexec=1"))
	}
	if err != nil {
		return nil, fmt.Errorf("cannot make a file in memory: %w", err)
	}
	file := os.NewFile(uintptr(fd), name)
	err = fill(file)
	if err == nil {
		_, err = unix.FcntlInt(file.Fd(), unix.F_ADD_SEALS, unix.F_SEAL_WRITE|unix.F_SEAL_GROW|unix.F_SEAL_SHRINK|unix.F_SEAL_SEAL)
	}
	if err != nil {
		file.Close()
		return nil, fmt.Errorf("cannot make a file in memory: %w", err)
	}
	return file, nil
}

// copyOfSelf is this program for what runs in a sandbox: the one that ends a sandbox which shares the PID namespace, and the plain
// agent. A sandbox's processes may trace the one; a command whose file is a link to /proc/self/exe runs the other. What they then
// reach by /proc/PID/exe they may write, if the student may (CVE-2019-5736); so they get a copy.
func (e *Engine) copyOfSelf() (*os.File, error) {
	e.setUpMu.Lock()
	defer e.setUpMu.Unlock()
	if e.selfCopy != nil {
		return e.selfCopy, nil
	}
	var err error
	e.selfCopy, err = inMemory(sweepName, func(file *os.File) error {
		_, err := io.Copy(file, io.NewSectionReader(e.self, 0, math.MaxInt64))
		return err
	})
	return e.selfCopy, err
}

// Start makes a sandbox: see sandbox.Engine.
func (e *Engine) Start(ctx context.Context, spec sandbox.Spec, main *sandbox.Cmd) (sandbox.Sandbox, error) {
	if err := e.setUp(); err != nil {
		return nil, adviseLack(err)
	}
	who := "the sandbox"
	if spec.Name != "" {
		who = "sandbox " + spec.Name
	}
	spec = withDefaults(spec)
	b := &box{engine: e, spec: spec, processes: map[int]*process{}, victims: map[int]bool{}, asking: make(chan struct{}, 1), replies: make(chan message, 2), done: make(chan struct{})}
	first := main
	later := spec.Outside || b.shares(sandbox.PID)
	if later { // what these need is there before the command is
		first = nil
	}
	err := checkSpec(spec, e.host)
	if err == nil {
		// Before there is an agent: version 2 gives a group controllers only while no process is in it, children included.
		err = e.limit(ctx, b)
	}
	var q question
	if err == nil {
		q, err = e.ask(ctx, b, first)
	}
	if err == nil {
		err = b.start(ctx, first, e.known(q), func() (*opening, error) { return e.write(q) })
	}
	if err != nil {
		b.release()
		return nil, fmt.Errorf("cannot start %s: %w", who, advise(err, look()))
	}
	b.member.arrived(b)
	if later {
		if err := b.complete(ctx, main); err != nil {
			b.Close()
			return nil, fmt.Errorf("cannot start %s: %w", who, adviseLack(err))
		}
	}
	return b, nil
}

// limit finds out what limits the sandbox, and makes its control group.
func (e *Engine) limit(ctx context.Context, b *box) (err error) {
	b.how = map[string]string{"memory": "watchdog", "pids": "rlimit", "cpu": "nice"}
	if b.group, err = e.newGroup(ctx, b.spec); b.group != nil {
		b.how = e.enforcement(ctx)
	}
	return err
}

// complete does what can only be done when the sandbox is there, and starts its command then.
func (b *box) complete(ctx context.Context, main *sandbox.Cmd) error {
	if b.shares(sandbox.PID) {
		if err := b.mark(ctx); err != nil {
			return err
		}
	}
	if b.spec.Outside {
		if err := b.leadOutside(ctx); err != nil {
			return err
		}
	}
	if main == nil {
		return nil
	}
	return b.startMain(ctx, *main)
}

func (e *Engine) resolve(ctx context.Context, ref string) (*image.Root, error) {
	if ref == "" || ref == "host" {
		return e.hostRoot(), nil
	}
	if e.options.Images != nil {
		return e.options.Images.Resolve(ctx, ref, nil)
	}
	owner := -1
	if e.host.root {
		owner = HostID
	}
	store, err := image.Open("", owner)
	if err != nil {
		return nil, err
	}
	return store.Resolve(ctx, ref, nil)
}

func withDefaults(spec sandbox.Spec) sandbox.Spec {
	if spec.Name == "" {
		spec.Name = "sandbox"
	}
	if spec.Hostname == "" {
		spec.Hostname = spec.Name
	}
	if spec.Profile == "" {
		spec.Profile = sandbox.Locked
	}
	return spec
}

// launch starts the agent at the other end of control. Nothing of Floorplan's is in it: the child of a vfork executes a file
// in memory at once, however large Floorplan's own heap is.
func (e *Engine) launch(control int, sharedPID bool) (int, error) {
	pid, err := e.execute(control, sharedPID)
	if errors.Is(err, unix.EACCES) {
		// In a sandbox that runs this file, see copyOfSelf, its mode and its access control list are the student's to set, and would be
		// those of all sandboxes to come. F_SEAL_EXEC (Linux 6.3) keeps from the first alone. A new file is not in their hands.
		if err = e.renew(); err == nil {
			pid, err = e.execute(control, sharedPID)
		}
	}
	if err != nil {
		return 0, fmt.Errorf("cannot execute the agent: %w", err)
	}
	return pid, nil
}

// renew has the next agents executed from other files. The old ones close when nobody launches from them any more.
func (e *Engine) renew() error {
	img, err := agentImage()
	if err != nil {
		return err
	}
	e.setUpMu.Lock()
	defer e.setUpMu.Unlock()
	agent, err := e.newAgent(img)
	if err == nil {
		e.agent, e.selfCopy = agent, nil
	}
	return err
}

// execute is one attempt at a launch.
func (e *Engine) execute(control int, sharedPID bool) (int, error) {
	sweep, program := e.null, e.null
	if sharedPID || !e.fast() {
		self, err := e.copyOfSelf()
		if err != nil {
			return 0, err
		}
		if sharedPID {
			sweep = self
		}
		program = self
	}
	e.setUpMu.Lock()
	agent := e.agent
	e.setUpMu.Unlock()
	null := e.null.Fd()
	files := []uintptr{null, null, null, uintptr(control), null, sweep.Fd(), agent.Fd()}
	path, env := fmt.Sprintf("/proc/self/fd/%d", imageFD), []string{}
	if !e.fast() {
		files = append(files, program.Fd())
		path, env = fmt.Sprintf("/proc/self/fd/%d", firstFD), []string{takeoverEnv + "=" + plain.Agent}
	}
	defer runtime.KeepAlive(agent)
	defer runtime.KeepAlive(program)
	return syscall.ForkExec(path, []string{agentName}, &syscall.ProcAttr{Dir: "/", Env: env, Files: files})
}

// readHost looks at the machine.
func readHost() (host, error) {
	h := host{uid: os.Geteuid(), gid: os.Getegid(), landlock: landlockVersion(), filters: makeFilters()}
	if h.uid == 0 {
		maps := readIDMap("/proc/self/uid_map")
		switch {
		case maps == nil || covers(maps, HostID) && covers(readIDMap("/proc/self/gid_map"), HostID):
			h.root, h.uid, h.gid = true, HostID, HostID
		case maps[0].Inside == 0 && maps[0].Outside != 0:
			// Root in a user namespace, such as a rootless container's: an ordinary user on the host.
		default:
			return h, errors.New("cannot make sandboxes: this process may be the host's root, and has no other id to give them" +
				"\nhint: run Floorplan as an ordinary user")
		}
	}
	if set, err := strconv.ParseUint(readStatus(os.Getpid())["CapPrm"], 16, 64); err == nil {
		h.permitted = uint32(set)
	}
	for _, m := range readMounts("/proc/self/mountinfo") {
		for _, dir := range []string{"/usr", "/etc"} {
			if strings.HasPrefix(m.Target, dir+"/") && !slices.Contains(h.mountedBelow, dir) {
				h.mountedBelow = append(h.mountedBelow, dir)
			}
		}
	}
	_, err := os.Lstat("/proc/self/ns/time")
	h.timeless = errors.Is(err, os.ErrNotExist)
	for _, dir := range []string{"/tmp", "/run", "/mnt", "/media", "/srv", "/opt", "/var", "/usr"} {
		if info, err := os.Lstat(dir); err == nil && info.IsDir() {
			h.stages = append(h.stages, dir)
		}
	}
	for _, name := range []string{"null", "zero", "full", "random", "urandom", "tty"} {
		if _, err := os.Lstat("/dev/" + name); err == nil {
			h.devices = append(h.devices, name)
		}
	}
	for _, name := range []string{"keys", "latency_stats", "sched_debug", "timer_list", "timer_stats", "interrupts", "acpi", "asound", "scsi"} {
		info, err := os.Lstat("/proc/" + name)
		if err == nil && info.Mode()&0o044 != 0 {
			h.masked = append(h.masked, maskedPath{"/proc/" + name, info.IsDir()})
		}
	}
	last := unix.CAP_LAST_CAP
	if text, err := os.ReadFile("/proc/sys/kernel/cap_last_cap"); err == nil {
		fmt.Sscan(string(text), &last)
	}
	h.capDrops, h.signalResets = capDrops(last), signalResets()
	h.passwd, h.group = systemLines("/etc/passwd"), systemLines("/etc/group")
	return h, nil
}

func covers(maps []sandbox.IDMap, id uint32) bool {
	return slices.ContainsFunc(maps, func(m sandbox.IDMap) bool { return id >= m.Inside && id-m.Inside < m.Count })
}

// systemLines are the lines of a passwd(5) or group(5) file for the system's own users: ids below 1000, and nobody. Root and
// the people of this machine are left out.
func systemLines(file string) string {
	text, _ := os.ReadFile(file) // without it there are fewer names
	var out strings.Builder
	for line := range strings.Lines(string(text)) {
		fields := strings.Split(strings.TrimSpace(line), ":")
		if len(fields) < 4 {
			continue
		}
		var id int
		if _, err := fmt.Sscan(fields[2], &id); err != nil || id == 0 || id >= 1000 && id != 65534 {
			continue
		}
		fields[len(fields)-1] = strings.TrimSpace(fields[len(fields)-1])
		if strings.HasSuffix(file, "group") {
			fields[3] = "" // members are people
		}
		out.WriteString(strings.Join(fields, ":") + "\n")
	}
	return out.String()
}
