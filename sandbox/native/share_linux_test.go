package native

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"floorplan/sandbox"
)

// TestShare starts a sandbox for every set of shared namespaces, and looks from inside at which ones it has.
func TestShare(t *testing.T) {
	each(t, func(t *testing.T, e *Engine) {
		kinds := sandbox.Namespaces()
		for set := range 1 << len(kinds) {
			var share []sandbox.Namespace
			for i, kind := range kinds {
				if set&(1<<i) != 0 {
					share = append(share, kind)
				}
			}
			if !e.fast() && len(share) > 1 && len(share) < len(kinds)-1 {
				continue // the steps are the same; this is about the agent
			}
			t.Run(fmt.Sprint(share), func(t *testing.T) {
				b, err := e.Start(t.Context(), sandbox.Spec{Share: share, Hostname: "flat"}, nil)
				userShared := slices.Contains(share, sandbox.User)
				if userShared && os.Geteuid() != 0 && len(share) < len(kinds) {
					if err == nil || !strings.Contains(err.Error(), "\nhint: ") {
						t.Errorf("got %v, want an error with a hint", err)
					}
					return
				}
				if err != nil {
					t.Fatal(err)
				}
				defer b.Close()
				facts, err := b.Facts(t.Context())
				if err != nil {
					t.Fatal(err)
				}
				links, _ := output(t, b, "for ns in /proc/self/ns/*; do readlink $ns; done")
				for _, ns := range facts.Namespaces {
					link := fmt.Sprintf("%s:[%d]", ns.Kind, ns.Inode)
					if !strings.Contains(links, link) {
						t.Errorf("Facts says %s, inside are %s", link, links)
					}
					outside, _ := os.Readlink("/proc/self/ns/" + string(ns.Kind))
					if shared := slices.Contains(share, ns.Kind); shared != (link == outside) || shared != ns.Shared {
						t.Errorf("%s: shared %v wanted, %v said, inside %s, outside %s", ns.Kind, shared, ns.Shared, link, outside)
					}
				}
				if len(facts.Namespaces) != len(kinds) {
					t.Errorf("got %d namespaces, want %d", len(facts.Namespaces), len(kinds))
				}
				// What lessons look at must work in every one of them.
				probes := "set -e; hostname; ls /; cat /proc/net/dev; ipcs; id; echo > ~/file; cat ~/file; ps ax | wc -l"
				if !slices.Contains(share, sandbox.Mount) || slices.Contains(share, sandbox.PID) {
					probes += "; ps -p $$" // else /proc shows another PID namespace's processes, and ps does not find itself
				}
				if out, code := output(t, b, probes); code != 0 || strings.Contains(out, "uid=0(") {
					t.Errorf("%s: exit %d: %s", probes, code, out)
				}
			})
		}
	})
}
