package lab

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"syscall"
)

// volumesPrefix begins the name of the directory that keeps a lab's volumes, in the directory for temporary files.
const volumesPrefix = "floorplan-volumes-"

// volumes are the directories of the host that a lab's sandboxes share. The zero value has none.
type volumes struct {
	dir  string
	lock *os.File // locked for as long as the lab lives: a killed program's lock is gone, and its directory swept
}

// open gives the directory of a volume, made if need be. A sandbox's root may be another user here, so that the directory is
// open to all; the one above it, with its random name, can be passed through and not listed.
func (v *volumes) open(name string) (string, error) {
	if v.dir == "" {
		if err := v.make(); err != nil {
			return "", fmt.Errorf("cannot make a volume: %w", err)
		}
	}
	dir := filepath.Join(v.dir, filepath.Base(name))
	if err := os.Mkdir(dir, 0o777); err != nil && !errors.Is(err, os.ErrExist) {
		return "", fmt.Errorf("cannot make volume %s: %w", name, err)
	}
	return dir, os.Chmod(dir, 0o777) // whatever the umask says
}

func (v *volumes) make() error {
	sweepVolumes()
	dir, err := os.MkdirTemp("", volumesPrefix)
	if err != nil {
		return err
	}
	lock, err := os.Open(dir)
	if err != nil {
		return errors.Join(err, os.Remove(dir))
	}
	err = syscall.Flock(int(lock.Fd()), syscall.LOCK_SH|syscall.LOCK_NB)
	if err == nil {
		err = os.Chmod(dir, 0o711)
	}
	if err != nil {
		return errors.Join(err, lock.Close(), os.Remove(dir))
	}
	v.dir, v.lock = dir, lock
	return nil
}

func (v *volumes) close() error {
	if v.dir == "" {
		return nil
	}
	err := errors.Join(os.RemoveAll(v.dir), v.lock.Close())
	*v = volumes{}
	return err
}

// sweepVolumes removes the directories of labs whose program was killed: those that nobody has locked. A directory that was
// made this very moment and is not locked yet has still the mode that it was made with, and is left alone.
func sweepVolumes() {
	dirs, _ := filepath.Glob(filepath.Join(os.TempDir(), volumesPrefix+"*"))
	for _, dir := range dirs {
		info, err := os.Lstat(dir)
		if err != nil || !info.IsDir() || info.Mode().Perm() != 0o711 || int(info.Sys().(*syscall.Stat_t).Uid) != os.Getuid() {
			continue
		}
		file, err := os.Open(dir)
		if err != nil {
			continue
		}
		if syscall.Flock(int(file.Fd()), syscall.LOCK_EX|syscall.LOCK_NB) == nil {
			_ = os.RemoveAll(dir)
		}
		file.Close()
	}
}
