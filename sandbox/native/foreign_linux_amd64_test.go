package native

import (
	"bytes"
	"debug/elf"
	"encoding/binary"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"syscall"
	"testing"

	"golang.org/x/sys/unix"

	"floorplan/sandbox"
)

// foreignPrograms ask for their process id in the manner of 32-bit programs, where it has another number than here (20, which
// is writev's for 64-bit ones).
var foreignPrograms = map[string]struct {
	class elf.Class
	code  []byte
	// refused is how it ends when the call is refused. A 32-bit program whose calls are all refused cannot even exit.
	refused syscall.WaitStatus
}{
	"int 0x80 in a 64-bit program": {elf.ELFCLASS64, []byte{
		0xb8, 20, 0, 0, 0, // mov eax, 20
		0xcd, 0x80, // int 0x80
		0x89, 0xc7, 0xf7, 0xdf, // mov edi, eax; neg edi
		0x79, 2, 0x31, 0xff, // jns +2; xor edi, edi
		0xb8, 231, 0, 0, 0, 0x0f, 0x05, // mov eax, 231; syscall: exit_group with the error's number, or 0
	}, syscall.WaitStatus(unix.ENOSYS << 8)},
	"int 0x80 in a 32-bit program": {elf.ELFCLASS32, []byte{
		0xb8, 20, 0, 0, 0, 0xcd, 0x80, // mov eax, 20; int 0x80
		0x85, 0xc0, 0x78, 9, // test eax, eax; js +9
		0x31, 0xdb, 0xb8, 1, 0, 0, 0, 0xcd, 0x80, // xor ebx, ebx; mov eax, 1; int 0x80: exit with 0
		0x0f, 0x0b, // ud2
	}, syscall.WaitStatus(unix.SIGILL)},
}

// tinyProgram is an ELF file with nothing but code.
func tinyProgram(class elf.Class, code []byte) []byte {
	const base = 0x400000
	var file bytes.Buffer
	ident := [elf.EI_NIDENT]byte{0x7f, 'E', 'L', 'F', byte(class), byte(elf.ELFDATA2LSB), byte(elf.EV_CURRENT)}
	put := func(v any) { binary.Write(&file, binary.LittleEndian, v) }
	if class == elf.ELFCLASS64 {
		size := uint64(64 + 56 + len(code))
		put(elf.Header64{Ident: ident, Type: uint16(elf.ET_EXEC), Machine: uint16(elf.EM_X86_64), Version: 1, Entry: base + 64 + 56,
			Phoff: 64, Ehsize: 64, Phentsize: 56, Phnum: 1})
		put(elf.Prog64{Type: uint32(elf.PT_LOAD), Flags: uint32(elf.PF_R | elf.PF_X), Vaddr: base, Filesz: size, Memsz: size, Align: 4096})
	} else {
		size := uint32(52 + 32 + len(code))
		put(elf.Header32{Ident: ident, Type: uint16(elf.ET_EXEC), Machine: uint16(elf.EM_386), Version: 1, Entry: base + 52 + 32,
			Phoff: 52, Ehsize: 52, Phentsize: 32, Phnum: 1})
		put(elf.Prog32{Type: uint32(elf.PT_LOAD), Flags: uint32(elf.PF_R | elf.PF_X), Vaddr: base, Filesz: size, Memsz: size, Align: 4096})
	}
	file.Write(code)
	return file.Bytes()
}

// TestForeignCalls makes system calls by other numbers than a filter's table has. Outside each must succeed, or the test would
// show nothing.
func TestForeignCalls(t *testing.T) {
	volume := programVolume(t)
	for name, program := range foreignPrograms {
		t.Run(name, func(t *testing.T) {
			file := filepath.Join(volume, string(rune('a'+len(program.code))))
			if err := os.WriteFile(file, tinyProgram(program.class, program.code), 0o755); err != nil {
				t.Fatal(err)
			}
			if err := exec.Command(file).Run(); err != nil {
				t.Skipf("this kernel does not run it outside either: %v", err)
			}
			each(t, func(t *testing.T, e *Engine) {
				for _, profile := range []sandbox.Profile{sandbox.Locked, sandbox.Admin} {
					b := start(t, e, sandbox.Spec{Profile: profile, Volumes: map[string]string{"/attack": volume}})
					p, err := b.Exec(t.Context(), sandbox.Cmd{Args: []string{"/attack/" + filepath.Base(file)}})
					if err != nil {
						t.Fatal(err)
					}
					want := sandbox.Exit{Code: program.refused.ExitStatus()}
					if program.refused.Signaled() {
						want = sandbox.Exit{Code: 128 + int(program.refused.Signal()), Signal: program.refused.Signal()}
					}
					if got, err := p.Wait(); err != nil || got != want {
						t.Errorf("%s: got %+v, %v, want %+v", profile, got, err, want)
					}
				}
			})
		})
	}
}

func init() {
	escapes = append(escapes,
		attack{"a call of x32's, with x32's own number", "ENOSYS", "ENOSYS", func() error { return raw(0x40000000 | 520) }}, // execve
		attack{"a call of x32's, without its mark", "ENOSYS", "ENOSYS", func() error { return raw(520) }},
		attack{"another call, put in the place of one that is allowed", denied, denied, swapCall})
	attacks = append(attacks, escapes[len(escapes)-3:]...)
}

// swapCall traces a child of its own and writes io_uring_setup's number over that of a call that the child is making: once a
// way past every filter (before Linux 4.8).
func swapCall() error {
	runtime.LockOSThread()
	cmd := exec.Command("/proc/self/exe")
	cmd.Env = []string{"NATIVE_TEST_ATTACK=nothing"}
	cmd.SysProcAttr = &syscall.SysProcAttr{Ptrace: true}
	if err := cmd.Start(); err != nil {
		return err
	}
	pid := cmd.Process.Pid
	defer func() {
		unix.Kill(pid, unix.SIGKILL)
		cmd.Wait()
	}()
	var status unix.WaitStatus
	if _, err := unix.Wait4(pid, &status, 0, nil); err != nil {
		return err
	}
	var regs unix.PtraceRegs
	for _, prepare := range []func(){func() { regs.Orig_rax, regs.Rdi, regs.Rsi = unix.SYS_IO_URING_SETUP, 1, regs.Rsp-1024 }, nil} {
		if err := unix.PtraceSyscall(pid, 0); err != nil {
			return err
		}
		if _, err := unix.Wait4(pid, &status, 0, nil); err != nil {
			return err
		}
		if !status.Stopped() || status.StopSignal() != unix.SIGTRAP {
			return errors.New("the child does not stop at a call")
		}
		if err := unix.PtraceGetRegs(pid, &regs); err != nil {
			return err
		}
		if prepare != nil {
			prepare()
			if err := unix.PtraceSetRegs(pid, &regs); err != nil {
				return err
			}
		}
	}
	if result := int64(regs.Rax); result < 0 {
		return unix.Errno(-result)
	}
	return nil
}
