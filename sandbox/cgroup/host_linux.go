package cgroup

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// prepare makes the place for groups, once. Where that fails, what Detect promised cannot be had: systemd refuses the scope, as
// it does where no bus leads from the user's manager to the system's, or another process has come into this one's group. Then
// the Host has nothing to enforce limits with, and says why. The caller holds h.mu.
func (h *Host) prepare() error {
	if h.ready || h.shares {
		return nil
	}
	err := h.makePlace()
	if err == nil {
		h.ready = true
		return nil
	}
	err = fmt.Errorf("cannot prepare control groups: %w", errors.Join(err, h.stepBack()))
	h.enforces, h.why, h.base = map[string]string{}, err.Error(), ""
	return err
}

func (h *Host) makePlace() error {
	key, err := ownerKey()
	if err != nil {
		return err
	}
	parents := slices.Collect(maps.Values(h.v1))
	if h.mount != "" && h.v1 == nil {
		if err := h.prepareV2(key); err != nil {
			return err
		}
		parents = []string{h.base}
	}
	for _, dir := range parents {
		sweep(dir)
	}
	if h.manager == "" { // systemd removes its scopes itself
		restore := ""
		if h.leaf != "" {
			restore = h.base
		}
		if h.janitor, err = startJanitor(restore, parents, key); err != nil {
			return err
		}
	}
	return nil
}

// leafSuffix ends the name of the group that this process steps into, which is not that of any sandbox.
const leafSuffix = ".self"

// prepareV2 sees to it that this process's own group may have limited subgroups: cgroups(7), "no internal processes".
func (h *Host) prepareV2(key string) error {
	if h.manager != "" {
		if err := h.enterScope(key); err != nil {
			return err
		}
	}
	h.base = h.own
	if !h.isRoot {
		leaf := filepath.Join(h.base, key+leafSuffix)
		if err := os.Mkdir(leaf, 0o755); err != nil && !errors.Is(err, os.ErrExist) {
			return err
		}
		if err := write(filepath.Join(leaf, "cgroup.procs"), strconv.Itoa(os.Getpid())); err != nil {
			return errors.Join(err, os.Remove(leaf))
		}
		h.leaf = leaf
	}
	for controller := range h.enforces {
		if err := write(filepath.Join(h.base, "cgroup.subtree_control"), "+"+controller); err != nil {
			return fmt.Errorf("cannot hand the controller %s to subgroups: %w", controller, err)
		}
	}
	return nil
}

func (h *Host) enterScope(key string) error {
	ctx := context.Background() // the manager's own time-out bounds it: half a scope helps nobody
	if err := enterScope(ctx, h.manager, key+".scope"); err != nil {
		return err
	}
	groups, err := readOwnGroups("/proc/self/cgroup")
	if err != nil {
		return err
	}
	h.own, h.isRoot = filepath.Join(h.mount, groups[""]), false
	if !strings.Contains(h.own, key) {
		return fmt.Errorf("systemd started a scope, but this process is in %s", h.own)
	}
	controllers := readControllers(h.own)
	for resource := range h.enforces {
		if !slices.Contains(controllers, resource) {
			delete(h.enforces, resource)
		}
	}
	return nil
}

// Close removes what the Host made for itself and moves this process back to where it was. Close the groups first.
func (h *Host) Close() error {
	h.mu.Lock()
	defer h.mu.Unlock()
	if !h.ready {
		return nil
	}
	h.ready = false
	if h.janitor != nil {
		h.janitor.close()
		h.janitor = nil
	}
	return h.stepBack()
}

// stepBack moves this process back from its leaf to where it was, and removes the leaf. A scope stays as it is: systemd removes
// it when this process ends.
func (h *Host) stepBack() error {
	if h.leaf == "" || h.manager != "" {
		return nil
	}
	var errs []error
	for controller := range h.enforces {
		errs = append(errs, write(filepath.Join(h.base, "cgroup.subtree_control"), "-"+controller))
	}
	errs = append(errs, write(filepath.Join(h.base, "cgroup.procs"), strconv.Itoa(os.Getpid())))
	if err := removeDir(h.leaf); !errors.Is(err, os.ErrNotExist) {
		errs = append(errs, err)
	}
	h.leaf = ""
	return errors.Join(errs...)
}
