package native

import (
	"errors"
	"fmt"
	"io"
	"os"

	"floorplan/sandbox"
)

// standardFiles gets the command's three files ready: pipes for those that a command may not have as they are.
func (p *process) standardFiles(cmd sandbox.Cmd) error {
	null := p.box.engine.null
	give := func(f *os.File) { p.fds = append(p.fds, int(f.Fd())) }
	pipe := func() (r, w *os.File, err error) {
		if r, w, err = os.Pipe(); err != nil {
			err = fmt.Errorf("cannot make a pipe: %w", err)
		}
		return r, w, err
	}
	file, isFile := cmd.Stdin.(*os.File)
	switch {
	case cmd.Stdin == nil:
		give(null)
	case isFile && leadsNowhere(file, null):
		give(file)
	case isFile && isDirectory(file):
		return fmt.Errorf("cannot read from %s: it is a directory", file.Name())
	default:
		r, w, err := pipe()
		if err != nil {
			return err
		}
		p.mine, p.ours = append(p.mine, r), append(p.ours, w)
		give(r)
		go func() {
			io.Copy(w, cmd.Stdin) // a command that does not read all of its input is no error
			w.Close()
		}()
	}
	for i, out := range []io.Writer{cmd.Stdout, cmd.Stderr} {
		file, isFile := out.(*os.File)
		switch {
		case out == nil:
			give(null)
		case isFile && leadsNowhere(file, null):
			give(file)
		case i == 1 && sameOutput(cmd.Stdout, cmd.Stderr):
			p.fds = append(p.fds, p.fds[1])
		default:
			r, w, err := pipe()
			if err != nil {
				return err
			}
			p.mine, p.ours = append(p.mine, w), append(p.ours, r)
			give(w)
			p.copying.Go(func() {
				_, err := io.Copy(out, r)
				if err != nil && !errors.Is(err, os.ErrClosed) {
					p.box.mu.Lock()
					p.err = err
					p.box.mu.Unlock()
				}
			})
		}
	}
	return nil
}

// leadsNowhere says whether a command may have the file itself: a pipe, /dev/null. Any other is a way out, because
// /proc/self/fd opens it anew with the rights of the student's own id: what was opened to be read can then be written, a
// directory has a "..", and a terminal brings the keys that are typed at it. A socket stays in the network that it was made in,
// and can be connected to another address there.
func leadsNowhere(file, null *os.File) bool {
	info, err := file.Stat()
	if err != nil {
		return false
	}
	nothing, err := null.Stat()
	return info.Mode()&os.ModeNamedPipe != 0 || err == nil && os.SameFile(info, nothing)
}

func isDirectory(file *os.File) bool {
	info, err := file.Stat()
	return err == nil && info.IsDir()
}

// sameOutput says whether two writers are the same, so that one pipe keeps what is written to them in its order. A shell's
// 2>&1 makes two descriptors of one file.
func sameOutput(a, b io.Writer) bool {
	one, isFile := a.(*os.File)
	other, alsoFile := b.(*os.File)
	if !isFile || !alsoFile {
		return a == b
	}
	first, err := one.Stat()
	if err != nil {
		return false
	}
	second, err := other.Stat()
	return err == nil && os.SameFile(first, second)
}
