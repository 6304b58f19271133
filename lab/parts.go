package lab

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"time"

	"floorplan/sandbox"
)

// Part is a program or library of this computer that a lesson may ask for (needs: in its front matter).
type Part struct {
	Name string `json:"name"`
	OK   bool   `json:"ok"`
	Why  string `json:"why"` // what is missing, or what else stands in the way
	Fix  string `json:"fix"` // the command that mends it
}

// part says how to find a part: by a program, a Python module, or a file. A sandbox of the host image sees the host's
// system directories only, so that is where it is looked for: a Python in the student's home does not count.
type part struct {
	name     string
	program  string
	modules  string   // Python modules, as after "import"
	files    []string // patterns, one of which must match
	answers  []string // a command that must succeed, for what is more than a file
	packages packages
}

// packages are the names of the package that has the part.
type packages struct{ apt, dnf, pacman string }

// systemPath is where the programs of a distribution are, in the order of the sandbox's own PATH.
var systemPath = [...]string{"/usr/local/sbin", "/usr/local/bin", "/usr/sbin", "/usr/bin", "/sbin", "/bin"}

func parts() []part {
	qemu := map[string]string{"amd64": "x86_64", "arm64": "aarch64"}[runtime.GOARCH]
	return []part{
		{name: "bash", program: "bash", packages: packages{"bash", "bash", "bash"}},
		{name: "ps", program: "ps", packages: packages{"procps", "procps-ng", "procps-ng"}},
		{name: "ip", program: "ip", packages: packages{"iproute2", "iproute", "iproute2"}},
		// http and shutil are of the whole Python: Debian's python3-minimal, which a small Ubuntu has, goes without.
		{name: "python3", modules: "http.server, shutil", packages: packages{"python3", "python3", "python"}},
		{name: "venv", modules: "venv, ensurepip", packages: packages{"python3-venv", "python3", "python"}},
		{name: "django", modules: "django", packages: packages{"python3-django", "python3-django", "python-django"}},
		{name: "djangorestframework", modules: "rest_framework", packages: packages{
			"python3-djangorestframework", "python3-django-rest-framework", "python-django-rest-framework"}},
		{name: "psycopg2", modules: "psycopg2", packages: packages{"python3-psycopg2", "python3-psycopg2", "python-psycopg2"}},
		{name: "gunicorn", program: "gunicorn", packages: packages{"gunicorn", "python3-gunicorn", "gunicorn"}},
		{name: "postgresql", files: []string{"/usr/lib/postgresql/*/bin/initdb", "/usr/bin/initdb", "/usr/pgsql-*/bin/initdb"},
			packages: packages{"postgresql", "postgresql-server", "postgresql"}},
		{name: "qemu", program: "qemu-system-" + cmp.Or(qemu, runtime.GOARCH),
			packages: packages{"qemu-system-x86", "qemu-system-x86-core", "qemu-base"}},
		{name: "docker", program: "docker", answers: []string{"version"}, packages: packages{"docker.io", "docker-cli", "docker"}},
		{name: "podman", program: "podman", packages: packages{"podman", "podman", "podman"}},
	}
}

// Parts looks for all parts, which takes a few hundred milliseconds at most: it runs Python and asks the Docker daemon.
func (m *Machine) Parts(ctx context.Context) []Part {
	all := parts()
	found := make([]Part, len(all))
	var wait sync.WaitGroup
	for i, part := range all {
		wait.Go(func() { found[i] = part.look(ctx) })
	}
	wait.Wait()
	return append(found, m.kernel())
}

// kernel is the part that is no program: a kernel for virtual machines.
func (m *Machine) kernel() Part {
	part := Part{Name: "kernel", Why: errNoMachines.Error()}
	if machines := m.machines(); machines != nil {
		_, err := machines.Kernel()
		part.OK = err == nil
		part.Why = ""
		if err != nil {
			part.Why, part.Fix, _ = strings.Cut(err.Error(), "\nhint: ")
		}
	}
	return part
}

// missing is nil where the machine has every part of names. A part that was found is not looked for again.
func (m *Machine) missing(ctx context.Context, names []string) error {
	for _, name := range names {
		m.mu.Lock()
		_, here := m.parts[name]
		m.mu.Unlock()
		if here {
			continue
		}
		found := m.part(ctx, name)
		if !found.OK {
			return explained(found.Why, found.Fix)
		}
		m.mu.Lock()
		m.parts[name] = found
		m.mu.Unlock()
	}
	return nil
}

// part looks for one part.
func (m *Machine) part(ctx context.Context, name string) Part {
	if name == "kernel" {
		return m.kernel()
	}
	for _, part := range parts() {
		if part.name == name {
			return part.look(ctx)
		}
	}
	return Part{Why: fmt.Sprintf("no part is called %q", name), Fix: "'floorplan doctor' lists the parts"}
}

// partTimeout is how long a part may take to answer. Python may come from a cold disk, on a slow machine.
const partTimeout = 20 * time.Second

func (p part) look(ctx context.Context) Part {
	ctx, cancel := context.WithTimeout(ctx, partTimeout)
	defer cancel()
	why := ""
	switch {
	case p.modules != "":
		why = pythonLacks(ctx, p.modules)
	case p.files != nil:
		why = p.name + " is not installed"
		for _, pattern := range p.files {
			if paths, _ := filepath.Glob(pattern); len(paths) > 0 {
				why = ""
			}
		}
	default:
		why = p.programFails(ctx)
	}
	if why == "" {
		return Part{Name: p.name, OK: true}
	}
	fix := p.packages.command()
	switch {
	case strings.HasSuffix(why, tooSlow):
		fix = "try again when this machine has less to do"
	case strings.HasSuffix(why, refused):
		fix = sandbox.AsRoot("usermod -aG "+p.program+" $USER") + ", then log in again"
	case p.answers != nil && !strings.HasSuffix(why, "not installed"):
		fix = sandbox.AsRoot("systemctl start " + p.program)
	}
	return Part{Name: p.name, Why: why, Fix: fix}
}

func (p part) programFails(ctx context.Context) string {
	path := inSystemPath(p.program)
	if path == "" {
		return p.program + " is not installed"
	}
	if p.answers == nil {
		return ""
	}
	output, err := exec.CommandContext(ctx, path, p.answers...).CombinedOutput()
	if err == nil {
		return ""
	}
	if bytes.Contains(output, []byte("permission denied")) {
		return p.program + " is installed, but its daemon" + refused
	}
	return p.program + " is installed, but its daemon does not answer"
}

// refused ends the reason where a daemon runs that this user may not talk to.
const refused = " does not take orders from you"

func pythonLacks(ctx context.Context, modules string) string {
	python := inSystemPath("python3")
	if python == "" {
		return "python3 is not installed"
	}
	output, err := exec.CommandContext(ctx, python, "-I", "-c", "import "+modules).CombinedOutput()
	switch {
	case err == nil:
		return ""
	case ctx.Err() != nil:
		return python + ": import " + modules + tooSlow
	}
	return python + ": " + lastOutput(output, err)
}

// tooSlow ends the reason where nothing is known to be missing.
const tooSlow = " takes too long"

func lastOutput(output []byte, err error) string {
	output = bytes.TrimSpace(output)
	if len(output) == 0 {
		return err.Error()
	}
	return string(output[bytes.LastIndexByte(output, '\n')+1:])
}

func inSystemPath(program string) string {
	for _, dir := range systemPath {
		path := filepath.Join(dir, program)
		if info, err := os.Stat(path); err == nil && info.Mode().IsRegular() && info.Mode()&0o111 != 0 {
			return path
		}
	}
	return ""
}

// command is what installs the package with this machine's own package manager.
func (p packages) command() string {
	switch {
	case inSystemPath("apt-get") != "":
		return sandbox.AsRoot("apt-get install " + p.apt)
	case inSystemPath("dnf") != "":
		return sandbox.AsRoot("dnf install " + p.dnf)
	case inSystemPath("pacman") != "":
		return sandbox.AsRoot("pacman -S " + p.pacman)
	default:
		return "install the package that Debian calls " + p.apt
	}
}
