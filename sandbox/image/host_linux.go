package image

import (
	"io/fs"
	"os"
	"path/filepath"
)

const defaultPath = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"

// Host describes the host's own programs. Home directories, /root, /var and /run are left out: they are somebody's.
func Host() *Root {
	root := &Root{Ref: "host", Cmd: []string{shell()}}
	// A merged-/usr system has links where an older one has directories (file-hierarchy(7)).
	for _, path := range []string{
		"/usr", "/bin", "/sbin", "/lib", "/lib32", "/lib64", "/libx32", "/etc", "/opt", "/nix", "/gnu", "/run/current-system",
	} {
		info, err := os.Lstat(path)
		if err != nil {
			continue
		}
		if info.Mode()&fs.ModeSymlink != 0 {
			if target, err := os.Readlink(path); err == nil {
				root.Links = append(root.Links, Link{path, target})
			}
		} else if info.IsDir() {
			root.Binds = append(root.Binds, Bind{path, path})
		}
	}
	root.Env = []string{"PATH=" + hostPath()}
	return root
}

// hostPath is the usual search path, after the one directory that NixOS and Guix have instead.
func hostPath() string {
	const system = "/run/current-system/sw/bin"
	if _, err := os.Stat(system); err == nil {
		return system + ":" + defaultPath
	}
	return defaultPath
}

func shell() string {
	for _, path := range filepath.SplitList(hostPath()) {
		if _, err := os.Stat(filepath.Join(path, "bash")); err == nil {
			return "bash"
		}
	}
	return "sh"
}
