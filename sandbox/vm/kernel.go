//go:build linux && (amd64 || arm64)

package vm

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"golang.org/x/sys/unix"
)

// Kernel finds the guest's kernel: the file that Options names; a kernel of the host that this user may read, the running one
// first; the newest that PullKernel brought.
func (e *Engine) Kernel() (Kernel, error) {
	if path := e.options.Kernel; path != "" {
		kernel, err := readKernel(path)
		kernel.Source = "set"
		if err != nil {
			err = fmt.Errorf("cannot use the kernel that is set: %w", err)
		}
		return kernel, err
	}
	if kernel, ok := last("host", hostKernels()); ok {
		return kernel, nil
	}
	dir, err := e.kernelDir()
	if err != nil {
		return Kernel{}, err
	}
	pulled, _ := filepath.Glob(filepath.Join(dir, "vmlinuz-*")) // the pattern is well formed
	byAge(pulled)
	if kernel, ok := last("pulled", pulled); ok {
		return kernel, nil
	}
	return Kernel{}, errors.New("no kernel for a virtual machine to boot: FLOORPLAN_KERNEL is not set, this system's cannot be read, none was pulled" +
		"\nhint: " + e.pullAdvice())
}

// hostKernels lists the kernels that the host has installed, newer ones behind older ones, the one that runs at the end.
func hostKernels() []string {
	boot, _ := filepath.Glob("/boot/vmlinuz-*")
	modules, _ := filepath.Glob("/lib/modules/*/vmlinuz")
	list := slices.Concat(boot, modules)
	byAge(list)
	var name unix.Utsname
	if unix.Uname(&name) == nil {
		release := unix.ByteSliceToString(name.Release[:])
		slices.SortStableFunc(list, func(a, b string) int {
			return compareBool(strings.Contains(a, release), strings.Contains(b, release))
		})
	}
	return list
}

func compareBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}

// byAge sorts files by when they were last written, the newest last: their names do not sort as versions do.
func byAge(files []string) {
	written := map[string]time.Time{}
	for _, file := range files {
		if info, err := os.Stat(file); err == nil {
			written[file] = info.ModTime()
		}
	}
	slices.SortStableFunc(files, func(a, b string) int { return written[a].Compare(written[b]) })
}

// last is the last of files that is a kernel. One for rescues is not looked at: it is large.
func last(source string, files []string) (Kernel, bool) {
	for _, file := range slices.Backward(files) {
		if strings.Contains(file, "rescue") {
			continue
		}
		if kernel, err := readKernel(file); err == nil {
			kernel.Source = source
			return kernel, true
		}
	}
	return Kernel{}, false
}

// readKernel checks that a file is a kernel for this machine's processor, and reads its version.
func readKernel(path string) (Kernel, error) {
	file, err := os.Open(path)
	if err != nil {
		return Kernel{}, err
	}
	defer file.Close()
	head := make([]byte, 64<<10)
	n, err := io.ReadFull(file, head)
	if err != nil && !errors.Is(err, io.ErrUnexpectedEOF) {
		return Kernel{}, fmt.Errorf("cannot read %s: %w", path, err)
	}
	version, ok := kernelVersion(head[:n])
	if !ok {
		return Kernel{}, fmt.Errorf("%s is not a Linux kernel for this processor", path)
	}
	if version == "" { // arm64's image does not say
		base := filepath.Base(path)
		if base == "vmlinuz" {
			base = filepath.Base(filepath.Dir(path))
		}
		version = strings.TrimPrefix(base, "vmlinuz-")
	}
	info, err := file.Stat()
	if err != nil {
		return Kernel{}, err
	}
	absolute, err := filepath.Abs(path)
	return Kernel{Path: absolute, Version: version, Size: info.Size()}, err
}

// cString is the text up to a zero byte.
func cString(data []byte) string {
	text, _, _ := bytes.Cut(data, []byte{0})
	return string(text)
}

func (e *Engine) kernelDir() (string, error) {
	dir, err := e.cacheDir()
	if err != nil {
		return "", err
	}
	return filepath.Join(dir, "kernels"), nil
}
