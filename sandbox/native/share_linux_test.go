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

// TestPriorityOfItsOwn has a sandbox change the priority of all processes of its session, which are not Floorplan's.
func TestPriorityOfItsOwn(t *testing.T) {
	const file = "/proc/self/autogroup"
	before, err := os.ReadFile(file)
	if err != nil {
		t.Skip(err) // a kernel without (CONFIG_SCHED_AUTOGROUP)
	}
	each(t, func(t *testing.T, e *Engine) {
		for _, share := range [][]sandbox.Namespace{nil, {sandbox.PID, sandbox.Net, sandbox.UTS, sandbox.IPC}} {
			b := start(t, e, sandbox.Spec{Share: share})
			// The kernel takes ten a second, whoever's they are.
			out, _ := output(t, b, "n=0; until sh -c 'echo 7 >"+file+"' 2>/dev/null || [ $((n += 1)) -gt 2000 ]; do :; done; cat "+file)
			if !strings.HasSuffix(out, " nice 7") {
				t.Errorf("the attack: %s", out)
			}
			if after, err := os.ReadFile(file); err != nil || string(after) != string(before) {
				t.Errorf("the host's was %s and is %s, %v", before, after, err)
			}
		}
	})
}
