//go:build !linux

package lab

import "errors"

// volumes are for Linux sandboxes; there are none here.
type volumes struct{}

func (*volumes) open(string) (string, error) {
	return "", errors.New("cannot make a volume: this is not Linux")
}
func (*volumes) close() error { return nil }
