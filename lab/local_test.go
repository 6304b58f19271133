//go:build unix

package lab

import (
	"context"
	"errors"
	"io"
	"os"
	"os/exec"
	"sync"
	"syscall"
	"testing"

	"github.com/creack/pty"

	"floorplan/sandbox"
)

// local is an engine without walls: commands of the host with a home of their own. What lab does with a sandbox does not
// depend on its walls, so that most tests run anywhere; TestInRealSandboxes runs the same with real ones.
type local struct{ t *testing.T }

func (local) Name() string { return "native" }

func (local) Probe(context.Context) sandbox.Report { return sandbox.Report{Name: "native", OK: true} }

func (e local) Start(context.Context, sandbox.Spec, *sandbox.Cmd) (sandbox.Sandbox, error) {
	home, err := os.MkdirTemp(e.t.TempDir(), "")
	return &localSandbox{home: home, done: make(chan struct{})}, err
}

type localSandbox struct {
	home string
	mu   sync.Mutex
	all  []*localProcess
	done chan struct{}
}

func (s *localSandbox) Main() sandbox.Process { return nil }

func (s *localSandbox) Exec(ctx context.Context, cmd sandbox.Cmd) (sandbox.Process, error) {
	c := exec.Command(cmd.Args[0], cmd.Args[1:]...)
	c.Dir = s.home
	c.Env = append([]string{"HOME=" + s.home, "PATH=" + os.Getenv("PATH"), "USER=student", "HISTFILE="}, cmd.Env...)
	c.Stdin, c.Stdout, c.Stderr = cmd.Stdin, cmd.Stdout, cmd.Stderr
	p := &localProcess{cmd: c}
	var err error
	if cmd.Terminal != nil {
		p.file, err = pty.StartWithSize(c, &pty.Winsize{Cols: uint16(cmd.Terminal.Cols), Rows: uint16(cmd.Terminal.Rows)})
	} else {
		c.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
		err = c.Start()
	}
	if err != nil {
		return nil, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.all = append(s.all, p)
	context.AfterFunc(ctx, func() { p.Close() })
	return p, nil
}

func (s *localSandbox) Facts(context.Context) (sandbox.Facts, error) {
	return sandbox.Facts{Engine: "local"}, nil
}
func (s *localSandbox) Steps() []sandbox.Step { return nil }
func (s *localSandbox) Done() <-chan struct{} { return s.done }

func (s *localSandbox) Close() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	select {
	case <-s.done:
		return nil
	default:
	}
	close(s.done)
	for _, p := range s.all {
		p.Close()
		_, _ = p.Wait()
	}
	return nil
}

type localProcess struct {
	cmd  *exec.Cmd
	file *os.File // the terminal
	once sync.Once
}

func (p *localProcess) Read(b []byte) (int, error) {
	if p.file == nil {
		return 0, errors.ErrUnsupported
	}
	n, err := p.file.Read(b)
	if err != nil { // EIO is how Linux says that the last program has gone
		err = io.EOF
	}
	return n, err
}
func (p *localProcess) Write(b []byte) (int, error) { return p.file.Write(b) }
func (p *localProcess) Resize(size sandbox.Size) error {
	return pty.Setsize(p.file, &pty.Winsize{Cols: uint16(size.Cols), Rows: uint16(size.Rows)})
}
func (p *localProcess) Signal(s syscall.Signal) error { return p.cmd.Process.Signal(s) }
func (p *localProcess) Wait() (sandbox.Exit, error) {
	p.once.Do(func() { _ = p.cmd.Wait() })
	return sandbox.Exit{Code: p.cmd.ProcessState.ExitCode()}, nil
}
func (p *localProcess) Close() error {
	_ = syscall.Kill(-p.cmd.Process.Pid, syscall.SIGKILL)
	if p.file != nil {
		return p.file.Close()
	}
	return nil
}
