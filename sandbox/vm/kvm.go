//go:build linux && (amd64 || arm64)

package vm

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// proofTimeout is what a first guest under KVM has to boot. It takes a second where KVM works; where it does not, the kernel
// may spin for ever although /dev/kvm opens.
const proofTimeout = 6 * time.Second

// acceleration is how a guest's instructions are run: kvm by the processor itself, tcg by translating them.
type acceleration struct {
	name   string // kvm or tcg
	proved bool   // a guest has booted with it
	why    string // why it is tcg
}

// note is the line for a report.
func (a acceleration) note() string {
	switch {
	case a.name == "tcg":
		return "translated by QEMU (tcg), slower than with kvm: " + a.why
	case a.proved:
		return "the processor helps (kvm): a guest has booted with it since this host did"
	}
	return "the processor may help (kvm): the first guest will show"
}

// outcome is the file kvm.json in the cache.
type outcome struct {
	BootID string `json:"boot_id"` // of the host
	Kernel string `json:"kernel"`  // of the guest
	Works  bool   `json:"works"`
	Why    string `json:"why"` // how the guest failed, as QEMU and the guest told it
}

// acceleration decides without starting anything.
func (e *Engine) acceleration(kernel Kernel) acceleration {
	switch e.options.Accelerator {
	case "kvm":
		return acceleration{name: "kvm", proved: true}
	case "tcg":
		return acceleration{name: "tcg", proved: true, why: "asked for"}
	}
	device, err := os.OpenFile("/dev/kvm", os.O_RDWR, 0)
	if err != nil {
		why := "this machine has no /dev/kvm"
		switch {
		case os.IsPermission(err):
			why = "you may not open /dev/kvm (members of the group kvm may)"
		case !os.IsNotExist(err):
			why = "/dev/kvm does not open: " + errors.Unwrap(err).Error()
		}
		return acceleration{name: "tcg", proved: true, why: why}
	}
	_ = device.Close() // nothing was written
	known, err := e.readOutcome()
	if err != nil || known.BootID != hostBootID() || known.Kernel != kernel.Version {
		return acceleration{name: "kvm"}
	}
	if known.Works {
		return acceleration{name: "kvm", proved: true}
	}
	return acceleration{name: "tcg", proved: true, why: noKVM}
}

// noKVM is why a guest's code is translated where /dev/kvm is of no use. What QEMU said of it is kept in kvm.json.
const noKVM = "/dev/kvm opens, but no guest boots with it"

// bootProved boots a machine with the acceleration that is known to work. Where that is not known yet, this machine finds out.
func (e *Engine) bootProved(ctx context.Context, kernel Kernel, set settings, initrd *os.File) (*machine, error) {
	boot := func(accel acceleration, timeout time.Duration) (*machine, error) {
		began := time.Now()
		m, err := startMachine(arguments(kernel, accel.name, set.memory, set.cpus, set.hostname), initrd)
		if err != nil {
			return nil, err
		}
		if err := m.boot(ctx, timeout); err != nil {
			return nil, err
		}
		m.accel, m.took = accel, time.Since(began)
		return m, nil
	}
	accel := e.acceleration(kernel)
	if accel.proved {
		return boot(accel, bootTimeout)
	}
	e.proving.Lock()
	defer e.proving.Unlock()
	if accel = e.acceleration(kernel); accel.proved { // another guest has shown it meanwhile
		return boot(accel, bootTimeout)
	}
	accel.proved = true
	detail := ""
	m, err := boot(accel, proofTimeout)
	if err != nil && ctx.Err() == nil {
		detail = err.Error()
		accel = acceleration{name: "tcg", proved: true, why: noKVM}
		m, err = boot(accel, bootTimeout)
	}
	if err != nil { // what boots in neither way says nothing of KVM
		return nil, err
	}
	if err := e.remember(kernel, accel.name == "kvm", detail); err != nil {
		m.kill()
		return nil, err
	}
	return m, nil
}

func (e *Engine) outcomeFile() (string, error) {
	dir, err := e.cacheDir()
	return filepath.Join(dir, "kvm.json"), err
}

func (e *Engine) readOutcome() (known outcome, err error) {
	file, err := e.outcomeFile()
	if err != nil {
		return known, err
	}
	data, err := os.ReadFile(file)
	if err != nil {
		return known, err
	}
	return known, json.Unmarshal(data, &known)
}

// remember keeps what a first guest showed until the host boots again.
func (e *Engine) remember(kernel Kernel, works bool, why string) error {
	file, err := e.outcomeFile()
	if err != nil {
		return err
	}
	data, err := json.Marshal(outcome{BootID: hostBootID(), Kernel: kernel.Version, Works: works, Why: why})
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		return err
	}
	return writeFile(file, func(w io.Writer) error {
		_, err := w.Write(data)
		return err
	})
}

func hostBootID() string {
	data, _ := os.ReadFile("/proc/sys/kernel/random/boot_id") // empty where it is masked
	return strings.TrimSpace(string(data))
}
