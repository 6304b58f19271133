// Package image gives sandboxes their root file systems: "host" (the host's own directories), "mini" (some of the host's
// programs with their libraries, copied once, about 15 MB) and OCI images from a registry, unpacked once in a cache.
//
//	store, err := image.Open("", -1)
//	root, err := store.Resolve(ctx, "alpine:3.20", nil) // pulls it if it is not there
//	defer root.Close()
//
// A [Root] is a description. The engine does the mounting: it makes one overlay of Root.Layers (in a user namespace, with the
// option userxattr) or an empty directory where there are none, shows Root.Binds and makes Root.Links in it. The directories
// that an engine mounts over (dev, proc, sys, tmp, run) and etc/hosts, etc/hostname and etc/resolv.conf are real directories
// and files of the topmost layer, whatever the image says, so that no link of an image's leads a mount astray.
// For host and mini the engine also writes /etc/passwd and /etc/group; an OCI image has its own.
package image

// Root describes a root file system.
type Root struct {
	Ref    string // as resolved: host, mini or index.docker.io/library/alpine:3.20
	Digest string // of an OCI image's manifest: sha256:…
	// Layers are read-only directories, the topmost first, as overlayfs's lowerdir wants them. No path holds a comma, a
	// colon or a backslash.
	Layers []string
	// Binds are directories of the host to show inside, each read-only or as the lower layer of an overlay of its own.
	Binds []Bind
	// Links are symbolic links to make where Binds are used: /bin to usr/bin.
	Links []Link
	Env   []string // KEY=VALUE, PATH among them
	User  string   // as in an OCI config: a name or a number, with or without ":group"; empty for root
	Dir   string   // the working directory; empty for the user's home
	Cmd   []string // what the image runs, entry point included; a shell where the image says nothing

	release func()
}

// Bind shows the host's directory Source at Target.
type Bind struct{ Source, Target string }

// Link is a symbolic link at Path, both as seen inside.
type Link struct{ Path, Target string }

// Close lets others remove the image from the cache. Until then it stays, whatever they do. It may be called again.
func (r *Root) Close() {
	if r.release != nil {
		r.release()
		r.release = nil
	}
}

// Progress is how far a pull is.
type Progress struct {
	Layer, Layers int   // layers done, layers in all
	Done, Total   int64 // compressed bytes; layers in the cache do not count
}

// Info is one image of the cache.
type Info struct {
	Ref    string `json:"ref"`
	Digest string `json:"digest,omitempty"`
	Layers int    `json:"layers"`
	// Size is what the image's files hold, in bytes. Shared of it belongs to layers that other images use too; Own is what
	// removing the image frees.
	Size   int64 `json:"size"`
	Shared int64 `json:"shared"`
	Own    int64 `json:"own"`
	InUse  bool  `json:"in_use"` // a sandbox runs on it
}
