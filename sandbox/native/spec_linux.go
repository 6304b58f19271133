package native

import (
	"errors"
	"fmt"
	"path"
	"slices"
	"strings"

	"floorplan/sandbox"
)

// checkSpec says what is wrong with a description, before anything is asked of the kernel.
func checkSpec(spec sandbox.Spec, h host) error {
	if !validHostname(spec.Hostname) {
		return fmt.Errorf("cannot use the host name %q: it takes 1 to 63 letters, digits or '-' (RFC 1123)", spec.Hostname)
	}
	if !validHostname(spec.Name) { // its neighbours in a network know it by that, too
		return fmt.Errorf("cannot use the name %q: it takes 1 to 63 letters, digits or '-'", spec.Name)
	}
	if spec.Profile != sandbox.Locked && spec.Profile != sandbox.Admin {
		return fmt.Errorf("there is no profile %q\nhint: the profiles are locked and admin", spec.Profile)
	}
	for _, kind := range spec.Share {
		if !slices.Contains(sandbox.Namespaces(), kind) {
			return fmt.Errorf("there is no namespace %q\nhint: the namespaces are user, mnt, pid, net, uts, ipc, cgroup and time", kind)
		}
	}
	const leastMemory, leastDisk = 4 << 20, 64 << 10
	if spec.Memory > 0 && spec.Memory < leastMemory {
		return fmt.Errorf("cannot run anything in %d bytes of memory\nhint: give it 4M or more", spec.Memory)
	}
	if spec.Disk > 0 && spec.Disk < leastDisk {
		return fmt.Errorf("cannot build a file system on %d bytes of disk\nhint: give it 64K or more", spec.Disk)
	}
	own := func(kind sandbox.Namespace) bool { return !slices.Contains(spec.Share, kind) }
	if !own(sandbox.User) {
		if spec.Profile == sandbox.Admin {
			return errors.New("cannot share the user namespace with an admin sandbox: its root would be the host's" +
				"\nhint: share others, or use the profile locked")
		}
		if !h.root {
			for _, kind := range sandbox.Namespaces() {
				if own(kind) {
					return fmt.Errorf("cannot make a %s namespace without a user namespace of the sandbox's own: "+
						"only the host's root may (namespaces(7))\nhint: don't share user, or share all of them", kind)
				}
			}
		}
	}
	if spec.Outside && !own(sandbox.Net) {
		return errors.New("cannot lead outside from the host's own network\nhint: don't share net, or leave outside away: the way is there")
	}
	if spec.Outside && spec.Network != "" && spec.Network != "none" {
		return fmt.Errorf("cannot lead outside from network %s: its sandboxes' names would be looked up outside\nhint: use one of the two", spec.Network)
	}
	if len(spec.OutsideAllow) > 0 && !spec.Outside {
		return errors.New("cannot allow addresses outside to a sandbox that reaches none\nhint: ask for outside, too")
	}
	if !own(sandbox.Mount) {
		if spec.Image != "" && spec.Image != "host" {
			return fmt.Errorf("cannot show the image %s without a mount namespace\nhint: don't share mnt", spec.Image)
		}
		if len(spec.Volumes) > 0 {
			return errors.New("cannot mount a volume without a mount namespace\nhint: don't share mnt")
		}
	}
	for target, source := range spec.Volumes {
		if !path.IsAbs(target) || path.Clean(target) != target || target == "/" || strings.ContainsRune(target, 0) {
			return fmt.Errorf("cannot mount a volume at %q: it takes a plain absolute path", target)
		}
		if !path.IsAbs(source) || strings.ContainsRune(source, 0) {
			return fmt.Errorf("cannot mount the volume %q: it takes an absolute path of the host", source)
		}
		first := strings.SplitN(target, "/", 3)[1]
		if slices.Contains([]string{"proc", "sys", "dev"}, first) {
			return fmt.Errorf("cannot mount a volume at %s: /%s is the kernel's", target, first)
		}
		for other := range spec.Volumes {
			if strings.HasPrefix(target, other+"/") {
				// What is in a volume is the sandbox's own doing, links that lead the mount elsewhere among it.
				return fmt.Errorf("cannot mount a volume at %s: it lies in the volume %s", target, other)
			}
		}
	}
	for _, kv := range spec.Env {
		if !strings.Contains(kv, "=") || strings.ContainsRune(kv, 0) {
			return fmt.Errorf("cannot set %q in the environment: it takes KEY=VALUE", kv)
		}
	}
	if spec.Pids > 0 && spec.Pids < 4 {
		return fmt.Errorf("cannot limit a sandbox to %d processes: it takes 4 to start one", spec.Pids)
	}
	if spec.Memory < 0 || spec.Disk < 0 || spec.Pids < 0 || spec.Files < 0 || spec.Inodes < 0 || spec.CPUs < 0 || spec.CPUWeight < 0 {
		return errors.New("a limit cannot be negative")
	}
	return nil
}

func validHostname(name string) bool {
	if name == "" || len(name) > 63 || strings.HasPrefix(name, "-") || strings.HasSuffix(name, "-") {
		return false
	}
	for _, c := range name {
		if !(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-') {
			return false
		}
	}
	return true
}
