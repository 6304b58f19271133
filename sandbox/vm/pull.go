//go:build linux && (amd64 || arm64)

package vm

import (
	"archive/tar"
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"regexp"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"time"

	"floorplan/sandbox"
)

// kernelPackages are the names under which Debian, Ubuntu and what descends from them have a kernel for guests, the smaller
// ones first. Each only depends on the package of one version.
func kernelPackages() []string {
	return []string{"linux-image-cloud-" + runtime.GOARCH, "linux-image-virtual", "linux-image-" + runtime.GOARCH, "linux-image-generic"}
}

// pullAdvice says how a kernel can be brought here. It is never to install one: that would change what the host boots.
func (e *Engine) pullAdvice() string {
	if _, err := exec.LookPath("apt-get"); err == nil {
		return "floorplan image pull kernel"
	}
	return "set FLOORPLAN_KERNEL to a kernel's file: on this system no kernel can be pulled, which takes apt-get and dpkg-deb"
}

// PullKernel brings the distribution's kernel package to the cache, as any user and without installing it: apt-get downloads
// it and checks its signature, and of all that is in it only the kernel's file is kept, 10 to 15 MB. progress may be nil.
func (e *Engine) PullKernel(ctx context.Context, progress func(PullProgress)) (Kernel, error) {
	if progress == nil {
		progress = func(PullProgress) {}
	}
	for _, program := range []string{"apt-get", "apt-cache", "dpkg-deb"} {
		if _, err := exec.LookPath(program); err != nil {
			return Kernel{}, fmt.Errorf("cannot pull a kernel: %s is not here\nhint: %s", program, e.pullAdvice())
		}
	}
	dir, err := e.kernelDir()
	if err != nil {
		return Kernel{}, err
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return Kernel{}, err
	}
	progress(PullProgress{Doing: "look for a kernel package"})
	name, err := kernelPackage(ctx)
	if err != nil {
		return Kernel{}, err
	}
	// A Floorplan that was killed could not remove what it had downloaded. No pull takes a day.
	for _, old := range leftovers(dir, time.Now().Add(-24*time.Hour)) {
		_ = os.RemoveAll(old) // another's, or in the way of nobody
	}
	work, err := os.MkdirTemp(dir, ".pull-*")
	if err != nil {
		return Kernel{}, err
	}
	defer os.RemoveAll(work)
	if err := download(ctx, work, name, progress); err != nil {
		return Kernel{}, err
	}
	files, _ := filepath.Glob(filepath.Join(work, "*.deb")) // the pattern is well formed
	if len(files) != 1 {
		return Kernel{}, fmt.Errorf("apt-get has downloaded %d packages instead of %s", len(files), name)
	}
	progress(PullProgress{Doing: "unpack " + name, Done: 0.9})
	kernel, err := unpackKernel(ctx, files[0], dir)
	if err != nil {
		return Kernel{}, err
	}
	progress(PullProgress{Doing: "unpack " + name, Done: 1})
	return kernel, nil
}

// leftovers are the unfinished downloads and files in dir that nobody has touched since.
func leftovers(dir string, since time.Time) []string {
	entries, _ := os.ReadDir(dir) // what cannot be read holds nothing to remove
	var old []string
	for _, entry := range entries {
		if !strings.HasPrefix(entry.Name(), ".pull-") && !strings.HasPrefix(entry.Name(), ".new-") {
			continue
		}
		if info, err := entry.Info(); err == nil && info.ModTime().Before(since) {
			old = append(old, filepath.Join(dir, entry.Name()))
		}
	}
	return old
}

// kernelPackage finds the package that a general name stands for today.
func kernelPackage(ctx context.Context) (string, error) {
	for _, general := range kernelPackages() {
		command := exec.CommandContext(ctx, "apt-cache", "depends", general)
		command.Env = append(os.Environ(), "LC_ALL=C") // it says "Depends" in the user's language
		out, err := command.Output()
		if err != nil {
			if ctx.Err() != nil {
				return "", ctx.Err()
			}
			continue // there is no such package here
		}
		for line := range strings.Lines(string(out)) {
			if name, ok := strings.CutPrefix(strings.TrimSpace(line), "Depends: linux-image-"); ok {
				return "linux-image-" + name, nil
			}
		}
	}
	return "", errors.New("apt-cache knows no kernel package\nhint: " + sandbox.AsRoot("apt-get update"))
}

// download has apt-get fetch a package into dir, and reads how far it is (apt's README.progress-reporting).
func download(ctx context.Context, dir, name string, progress func(PullProgress)) error {
	read, write, err := os.Pipe()
	if err != nil {
		return err
	}
	defer read.Close()
	command := exec.CommandContext(ctx, "apt-get", "-q", "-o", "APT::Status-Fd=3", "download", name)
	command.Dir = dir
	command.ExtraFiles = []*os.File{write}
	var complaints strings.Builder
	command.Stderr = &complaints
	err = command.Start()
	_ = write.Close() // apt-get has its own
	if err != nil {
		return fmt.Errorf("cannot start apt-get: %w", err)
	}
	doing := "download " + name
	progress(PullProgress{Doing: doing})
	for lines := bufio.NewScanner(read); lines.Scan(); {
		if fields := strings.SplitN(lines.Text(), ":", 4); len(fields) == 4 && fields[0] == "dlstatus" {
			percent, _ := strconv.ParseFloat(fields[2], 64) // 0 for what is no number
			progress(PullProgress{Doing: doing, Done: 0.9 * percent / 100})
		}
	}
	if err := command.Wait(); err != nil {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		return fmt.Errorf("cannot download %s: %s\nhint: %s, if the package lists are old",
			name, strings.TrimSpace(complaints.String()), sandbox.AsRoot("apt-get update"))
	}
	return nil
}

var kernelFile = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^boot/vmlinuz-[A-Za-z0-9._+~-]+$`) })

// unpackKernel takes the kernel's file out of a package.
func unpackKernel(ctx context.Context, deb, dir string) (Kernel, error) {
	ctx, stop := context.WithCancel(ctx)
	defer stop() // the rest of the package is not read
	command := exec.CommandContext(ctx, "dpkg-deb", "--fsys-tarfile", deb)
	out, err := command.StdoutPipe()
	if err != nil {
		return Kernel{}, err
	}
	if err := command.Start(); err != nil {
		return Kernel{}, fmt.Errorf("cannot start dpkg-deb: %w", err)
	}
	defer func() {
		stop()
		_ = command.Wait() // killed by stop
	}()
	for archive := tar.NewReader(out); ; {
		header, err := archive.Next()
		if err != nil {
			return Kernel{}, fmt.Errorf("no kernel in %s: %w", filepath.Base(deb), err)
		}
		name := strings.TrimPrefix(header.Name, "./")
		if header.Typeflag != tar.TypeReg || !kernelFile().MatchString(name) {
			continue
		}
		file := filepath.Join(dir, path.Base(name))
		err = writeFile(file, func(w io.Writer) error {
			_, err := io.Copy(w, archive)
			return err
		})
		if err != nil {
			return Kernel{}, err
		}
		kernel, err := readKernel(file)
		if err != nil {
			return Kernel{}, errors.Join(err, os.Remove(file))
		}
		kernel.Source = "pulled"
		return kernel, nil
	}
}
