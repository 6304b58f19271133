package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"math"
	"net/netip"
	"os"
	"os/signal"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"time"

	"github.com/charmbracelet/x/term"
	"github.com/spf13/cobra"

	"floorplan/sandbox"
)

// runFlags are the flags of sandbox run, as written.
type runFlags struct {
	engine, image, profile, network, hostname string
	memory, disk                              string
	share, outsideAllow                       []string
	cpus                                      float64
	pids                                      int
	outside, steps, json, tty                 bool
}

func (p *program) sandboxCommand() *cobra.Command {
	return group("sandbox", "Run a command in a sandbox", p.sandboxRunCommand())
}

func (p *program) sandboxRunCommand() *cobra.Command {
	var flags runFlags
	c := &cobra.Command{
		Use: "run [flags] -- COMMAND [ARG...]", Short: "Run one command in a fresh sandbox",
		Long: `Run one command in a fresh sandbox that ends with it. The exit status is the command's; 128+N when signal N ended it.
At a terminal the command gets a terminal of its own. With --image and no COMMAND it is what the image runs.`,
		Example: `  floorplan sandbox run -- sh -c 'echo $$; hostname; id -u'
  floorplan sandbox run --profile admin --share net -- bash
  floorplan sandbox run --memory 64M --pids 32 --steps -- ps ax
  floorplan sandbox run --engine vm -- uname -r`,
		Args: func(c *cobra.Command, args []string) error {
			if c.Flags().Changed("image") && flags.engine == "native" {
				return nil
			}
			return arguments(1, math.MaxInt)(c, args)
		},
		DisableFlagsInUseLine: true,
		RunE: func(c *cobra.Command, args []string) error {
			spec, err := flags.spec()
			if err != nil {
				return err
			}
			if !c.Flags().Changed("tty") {
				flags.tty = isTerminal(p.stdin) && isTerminal(p.stdout) && !flags.json
			}
			return p.sandboxRun(c.Context(), flags, spec, args)
		},
	}
	c.Flags().SetInterspersed(false)
	c.Flags().StringVar(&flags.engine, "engine", "native", "native (Linux namespaces) or vm (QEMU)")
	c.Flags().StringVar(&flags.image, "image", "host", "host, mini, or an OCI image such as alpine:3.20")
	c.Flags().StringVar(&flags.profile, "profile", "locked", "locked: no capabilities;\nadmin: root over its own namespaces")
	c.Flags().StringSliceVar(&flags.share, "share", nil, "namespaces left as the host's, or all:\npid,net,mnt,uts,ipc,user,cgroup,time")
	c.Flags().StringVar(&flags.memory, "memory", "", "memory limit, such as 64M")
	c.Flags().Float64Var(&flags.cpus, "cpus", 0, "processor limit: 0.5 is half of one")
	c.Flags().IntVar(&flags.pids, "pids", 0, "process limit")
	c.Flags().StringVar(&flags.disk, "disk", "", "size of its writable files, such as 64M")
	c.Flags().StringVar(&flags.network, "network", "none", "none, or a name: an interface in a network")
	c.Flags().BoolVar(&flags.outside, "outside", false, "let its programs reach public addresses,\nthrough a proxy that http_proxy names")
	c.Flags().StringSliceVar(&flags.outsideAllow, "outside-allow", nil, "addresses to reach although they are not public,\nsuch as 10.1.2.0/24")
	c.Flags().StringVar(&flags.hostname, "hostname", "", "its host name")
	c.Flags().BoolVar(&flags.steps, "steps", false, "print afterwards what was asked of the kernel")
	c.Flags().BoolVar(&flags.json, "json", false, "print exit status, steps and facts as JSON;\nthe command's output goes to standard error")
	c.Flags().BoolVarP(&flags.tty, "tty", "t", false, "give the command a terminal, or not (--tty=false);\nthe default is to look at yours")
	words := func(words ...string) cobra.CompletionFunc {
		return cobra.FixedCompletions(words, cobra.ShellCompDirectiveNoFileComp)
	}
	_ = c.RegisterFlagCompletionFunc("engine", words("native", "vm"))
	_ = c.RegisterFlagCompletionFunc("image", words("host", "mini"))
	_ = c.RegisterFlagCompletionFunc("profile", words("locked", "admin"))
	_ = c.RegisterFlagCompletionFunc("share", words("all", "pid", "net", "mnt", "uts", "ipc", "user", "cgroup", "time"))
	return c
}

// spec reads the flags; what is wrong with them is a wrong command line.
func (f runFlags) spec() (sandbox.Spec, error) {
	spec := sandbox.Spec{
		Hostname: f.hostname, Image: f.image, Profile: sandbox.Profile(f.profile), Pids: f.pids, CPUs: f.cpus,
	}
	if f.network != "none" {
		spec.Network = f.network
	}
	var err error
	if spec.Memory, err = size("memory", f.memory); err != nil {
		return spec, err
	}
	if spec.Disk, err = size("disk", f.disk); err != nil {
		return spec, err
	}
	switch {
	case f.profile != "locked" && f.profile != "admin":
		return spec, usageError{fmt.Errorf("unknown profile %q\nhint: the profiles are locked and admin", f.profile)}
	case f.engine != "native" && f.engine != "vm":
		return spec, usageError{fmt.Errorf("unknown engine %q\nhint: the engines are native and vm", f.engine)}
	case f.pids < 0:
		return spec, usageError{fmt.Errorf("--pids %d is below 0", f.pids)}
	case f.cpus < 0 || math.IsNaN(f.cpus) || math.IsInf(f.cpus, 0):
		return spec, usageError{fmt.Errorf("--cpus %v is no number of processors", f.cpus)}
	}
	spec.Outside = f.outside
	for _, text := range f.outsideAllow {
		prefix, err := netip.ParsePrefix(text)
		if address, aerr := netip.ParseAddr(text); aerr == nil {
			prefix, err = netip.PrefixFrom(address, address.BitLen()), nil
		}
		if err != nil {
			return spec, usageError{fmt.Errorf("--outside-allow %q is no address\nhint: write 10.1.2.3, or 10.1.2.0/24 for a block", text)}
		}
		spec.OutsideAllow = append(spec.OutsideAllow, prefix)
	}
	if len(spec.OutsideAllow) > 0 && !spec.Outside {
		return spec, usageError{errors.New("--outside-allow needs --outside")}
	}
	if slices.Equal(f.share, []string{"all"}) {
		spec.Share = sandbox.Namespaces()
		return spec, nil
	}
	for _, kind := range f.share {
		if !slices.Contains(sandbox.Namespaces(), sandbox.Namespace(kind)) {
			return spec, usageError{fmt.Errorf("unknown namespace %q\nhint: the namespaces are %s; all stands for every one", kind,
				strings.Trim(fmt.Sprint(sandbox.Namespaces()), "[]"))}
		}
		spec.Share = append(spec.Share, sandbox.Namespace(kind))
	}
	return spec, nil
}

// size reads a size in binary units: 64M is 64 * 2^20 bytes.
func size(flag, text string) (int64, error) {
	if text == "" {
		return 0, nil
	}
	units := map[byte]int{'K': 10, 'M': 20, 'G': 30}
	digits := strings.TrimSuffix(strings.TrimSuffix(strings.ToUpper(text), "B"), "I")
	shift := 0
	if digits != "" {
		shift = units[digits[len(digits)-1]]
	}
	if shift > 0 {
		digits = digits[:len(digits)-1]
	}
	n, err := strconv.ParseInt(digits, 10, 64)
	if err != nil || n <= 0 || n > math.MaxInt64>>shift {
		return 0, usageError{fmt.Errorf("--%s %q is no size\nhint: write bytes, or a number with K, M or G, such as 64M", flag, text)}
	}
	return n << shift, nil
}

// ran is the JSON form of a run.
type ran struct {
	Exit  int            `json:"exit"`
	Steps []sandbox.Step `json:"steps"`
	Facts sandbox.Facts  `json:"facts"`
}

func (p *program) sandboxRun(ctx context.Context, flags runFlags, spec sandbox.Spec, args []string) error {
	engine, err := p.machine().Engine(flags.engine)
	if err != nil {
		return err
	}
	command := spec.Image // runs what it says itself
	if len(args) > 0 {
		command = args[0]
	}
	cmd := sandbox.Cmd{Args: args, Stdin: p.stdin, Stdout: p.stdout.File, Stderr: p.stderr}
	if flags.tty {
		cols, rows, err := term.GetSize(p.stdout.Fd())
		if err != nil {
			cols, rows = 80, 24
		}
		cmd.Terminal = &sandbox.Size{Cols: cols, Rows: rows}
	}
	if flags.json {
		cmd.Stdout = p.stderr
	}
	// Facts are those of a running sandbox, and the command may be over at once: where they are asked for, or a limit that may
	// not be to be had, it is the sandbox's second.
	main := &cmd
	first := flags.json || spec.CPUs > 0 || spec.Pids > 0
	if first {
		main = nil
	}
	box, err := engine.Start(ctx, spec, main)
	if err != nil {
		return p.notStarted(err, command)
	}
	defer box.Close()
	process := box.Main()
	var result ran
	if flags.steps || flags.json {
		result.Steps = orEmpty(box.Steps())
	}
	if first {
		if result.Facts, err = box.Facts(ctx); err != nil {
			return err
		}
		for _, limit := range result.Facts.Limits {
			if limit.How == "none" {
				fmt.Fprintf(p.stderr, "note: no limit on %s: %s\n", limit.Resource, limit.Note)
			}
		}
		// A signal to Floorplan is passed on to the command, which may take its time to end.
		if process, err = box.Exec(context.WithoutCancel(ctx), cmd); err != nil {
			return p.notStarted(err, command)
		}
	}
	exit, err := p.attend(process, flags.tty)
	if err != nil {
		return err
	}
	if flags.steps && !flags.json {
		p.printSteps(result.Steps)
	}
	switch {
	case exit.OOM:
		fmt.Fprintln(p.stderr, "note: it was ended because the sandbox's memory was used up")
	case exit.OOMPerhaps:
		fmt.Fprintln(p.stderr, "note: the sandbox's memory was used up and the kernel ended a process for it, perhaps this one")
	}
	if flags.json {
		result.Exit = exit.Code
		if err := p.json(result); err != nil {
			return err
		}
	}
	if err := box.Close(); err != nil {
		return err
	}
	return exitStatus(exit.Code)
}

// What shells end with when there is no such command, and when it cannot be executed.
const (
	exitNotFound      = 127
	exitNotExecutable = 126
)

// notStarted gives a command that is not there, or no program, the status that a shell gives it.
func (p *program) notStarted(err error, command string) error {
	var failed *sandbox.CommandError
	switch {
	case !errors.As(err, &failed):
		return err
	case errors.Is(err, os.ErrNotExist):
		fmt.Fprintf(p.stderr, "error: the sandbox has no command %q\n", command)
		return exitStatus(exitNotFound)
	case errors.Is(err, os.ErrPermission):
		fmt.Fprintf(p.stderr, "error: cannot run %s in the sandbox: it is no file that may be executed\n"+
			"hint: chmod +x makes a file executable; 'sh %s' runs a script that is not\n", printable(command), printable(command))
		return exitStatus(exitNotExecutable)
	}
	return err
}

// grace is how long a command may take to end after it was asked to.
const grace = 2 * time.Second

// attend passes keys, sizes and signals to the command until it has ended.
func (p *program) attend(process sandbox.Process, tty bool) (sandbox.Exit, error) {
	signals := make(chan os.Signal, 4)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	defer signal.Stop(signals)
	go func() {
		for s := range signals {
			_ = process.Signal(s.(syscall.Signal))
			time.AfterFunc(grace, func() { _ = process.Close() })
		}
	}()
	if !tty {
		return process.Wait()
	}
	if state, err := term.MakeRaw(p.stdin.Fd()); err == nil {
		defer term.Restore(p.stdin.Fd(), state)
	}
	resized := make(chan os.Signal, 1)
	notifyResize(resized)
	defer signal.Stop(resized)
	go func() {
		for range resized {
			if cols, rows, err := term.GetSize(p.stdout.Fd()); err == nil {
				_ = process.Resize(sandbox.Size{Cols: cols, Rows: rows})
			}
		}
	}()
	go func() { _, _ = io.Copy(process, p.stdin) }()
	_, _ = io.Copy(p.stdout, process) // it ends with an error when the terminal is closed, which is how it ends
	if p.stdout.err != nil {          // or when nobody takes what the command says: it would wait for that for ever
		_ = process.Close()
	}
	return process.Wait()
}

func (p *program) printSteps(steps []sandbox.Step) {
	for _, step := range steps {
		outcome := strconv.FormatInt(step.Result, 10)
		if step.Errno != "" {
			outcome = step.Errno
		}
		fmt.Fprintln(p.stderr, printable(fmt.Sprintf("%s(%s) = %s    # %s", step.Call, strings.Join(step.Args, ", "), outcome, step.Why)))
	}
}
