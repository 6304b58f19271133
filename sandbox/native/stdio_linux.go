package native

import (
	"errors"
	"fmt"
	"io"
	"os"

	"floorplan/sandbox"
)

// standardFiles gets the command's three files ready: pipes for those that are not files already.
func (p *process) standardFiles(cmd sandbox.Cmd) error {
	null := p.box.engine.null
	give := func(f *os.File) { p.fds = append(p.fds, int(f.Fd())) }
	pipe := func() (r, w *os.File, err error) {
		if r, w, err = os.Pipe(); err != nil {
			err = fmt.Errorf("cannot make a pipe: %w", err)
		}
		return r, w, err
	}
	switch in := cmd.Stdin.(type) {
	case nil:
		give(null)
	case *os.File:
		give(in)
	default:
		r, w, err := pipe()
		if err != nil {
			return err
		}
		p.mine, p.ours = append(p.mine, r), append(p.ours, w)
		give(r)
		go func() {
			io.Copy(w, in) // a command that does not read all of its input is no error
			w.Close()
		}()
	}
	var same int
	for i, out := range []io.Writer{cmd.Stdout, cmd.Stderr} {
		switch f := out.(type) {
		case nil:
			give(null)
		case *os.File:
			give(f)
		default:
			if i == 1 && cmd.Stdout == cmd.Stderr {
				p.fds = append(p.fds, same)
				continue
			}
			r, w, err := pipe()
			if err != nil {
				return err
			}
			p.mine, p.ours = append(p.mine, w), append(p.ours, r)
			give(w)
			same = int(w.Fd())
			p.copying.Go(func() {
				_, err := io.Copy(f, r)
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
