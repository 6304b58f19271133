//go:build !linux

package image

import (
	"context"
	"errors"
)

// Store is a cache of images. Images hold Linux programs and are stacked by Linux's overlayfs; there is none here.
type Store struct{}

var errNoLinux = errors.New("images are for Linux sandboxes, and this is another system\nhint: run Floorplan on Linux")

// Open fails.
func Open(string, int) (*Store, error) { return nil, errNoLinux }

// Dir is empty.
func (*Store) Dir() string { return "" }

// Resolve fails.
func (*Store) Resolve(context.Context, string, func(Progress)) (*Root, error) { return nil, errNoLinux }

// Pull fails.
func (*Store) Pull(context.Context, string, func(Progress)) error { return errNoLinux }

// List fails.
func (*Store) List() ([]Info, error) { return nil, errNoLinux }

// Remove fails.
func (*Store) Remove(context.Context, string) error { return errNoLinux }

// Host is nothing.
func Host() *Root { return &Root{Ref: "host"} }
