package native

import (
	"bufio"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/netip"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/sys/unix"

	"floorplan/sandbox"
)

// TestNetworkPeer is not a test: it is the program that the sandboxes of TestNetwork run.
func TestNetworkPeer(t *testing.T) {
	switch url, isClient := os.LookupEnv("FLOORPLAN_TEST_GET"); {
	case os.Getenv("FLOORPLAN_TEST_SERVE") != "":
		listener, err := net.Listen("tcp", ":80")
		if err != nil {
			t.Fatal(err)
		}
		fmt.Println("listening")
		t.Fatal(http.Serve(listener, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			fmt.Fprintf(w, "%s asked for %s\n", strings.Split(r.RemoteAddr, ":")[0], r.Host)
		})))
	case isClient:
		response, err := http.Get(url)
		if err != nil {
			t.Fatal(err)
		}
		defer response.Body.Close()
		io.Copy(os.Stdout, response.Body)
	}
}

// peer runs TestNetworkPeer in a sandbox and returns its output.
func peer(t *testing.T, b sandbox.Sandbox, env string) (*bufio.Reader, sandbox.Process) {
	t.Helper()
	r, w := io.Pipe()
	p, err := b.Exec(t.Context(), sandbox.Cmd{Args: []string{"/peer/program", "-test.run=^TestNetworkPeer$"}, Env: []string{env}, Stdout: w, Stderr: w})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { p.Close() })
	go func() {
		p.Wait()
		w.Close()
	}()
	return bufio.NewReader(r), p
}

// programVolume is a directory with this test's program, which a sandbox's user may read too where the tests run as root.
func programVolume(t *testing.T) string {
	t.Helper()
	dir, err := os.MkdirTemp("", "floorplan-peer-")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(dir) })
	program, err := os.ReadFile("/proc/self/exe")
	if err == nil {
		err = errors.Join(os.Chmod(dir, 0o755), os.WriteFile(filepath.Join(dir, "program"), program, 0o755))
	}
	if err != nil {
		t.Fatal(err)
	}
	return dir
}

func TestNetwork(t *testing.T) {
	volume := programVolume(t)
	each(t, func(t *testing.T, e *Engine) {
		for _, profile := range []sandbox.Profile{sandbox.Locked, sandbox.Admin} {
			t.Run(string(profile), func(t *testing.T) {
				box := func(name, network string) sandbox.Sandbox {
					return start(t, e, sandbox.Spec{Name: name, Network: network, Profile: profile, Volumes: map[string]string{"/peer": volume}})
				}
				web, client, stranger := box("web", "street"), box("client", "street"), box("stranger", "other")
				out, _ := peer(t, web, "FLOORPLAN_TEST_SERVE=1")
				if line, err := out.ReadString('\n'); line != "listening\n" {
					t.Fatalf("the server says %q, %v", line, err)
				}
				out, _ = peer(t, client, "FLOORPLAN_TEST_GET=http://web/")
				if line, err := out.ReadString('\n'); line != "192.0.2.3 asked for web\n" {
					t.Errorf("the client got %q, %v", line, err)
				}

				// Another network has the same addresses and is another place.
				if got, _ := output(t, stranger, "cat /etc/hosts; ip -4 -o addr show eth0"); strings.Contains(got, "web") || !strings.Contains(got, "192.0.2.2/24") {
					t.Errorf("in another network: %s", got)
				}

				// Names come and go with their sandboxes.
				late := box("late", "street")
				for _, b := range []sandbox.Sandbox{web, client, late} {
					if got, _ := output(t, b, "getent hosts web client late | sort"); got != "192.0.2.2       web\n192.0.2.3       client\n192.0.2.4       late" {
						t.Errorf("names with three: %s", got)
					}
				}
				if err := client.Close(); err != nil {
					t.Fatal(err)
				}
				if got, _ := output(t, web, "getent hosts client; getent hosts late"); got != "192.0.2.4       late" {
					t.Errorf("names after one left: %s", got)
				}
				again := box("again", "street")
				out, _ = peer(t, again, "FLOORPLAN_TEST_GET=http://web/")
				if line, err := out.ReadString('\n'); line != "192.0.2.5 asked for web\n" {
					t.Errorf("after others left, the client got %q, %v", line, err)
				}

				// Nothing leads out.
				if got, code := output(t, web, "ip route get 198.51.100.1"); code == 0 || !strings.Contains(got, "unreachable") {
					t.Errorf("a way out: %s", got)
				}
			})
		}
		if n := len(e.networks.byName); n != 0 {
			t.Errorf("%d networks are left", n)
		}
	})
}

func TestNetworkRefuses(t *testing.T) {
	for _, c := range []struct {
		spec sandbox.Spec
		want string
	}{
		{sandbox.Spec{Network: "a b"}, "network name"},
		{sandbox.Spec{Network: "street", Share: []sandbox.Namespace{sandbox.Net}}, "don't share net"},
		{sandbox.Spec{Network: "street", Share: []sandbox.Namespace{sandbox.Mount}}, "don't share mnt"},
		{sandbox.Spec{Network: "street", Share: []sandbox.Namespace{sandbox.PID}}, "don't share pid"},
	} {
		if m, err := New(Options{}).join(t.Context(), c.spec); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%+v: got %v, %v, want %q", c.spec, m, err, c.want)
		}
	}
}

func TestNetworkFull(t *testing.T) {
	n := &network{name: "street", members: map[netip.Addr]*member{}}
	for i := range 253 {
		if _, err := n.add(sandbox.Spec{Name: "x", Hostname: "x"}); err != nil {
			t.Fatalf("member %d: %v", i+1, err)
		}
	}
	if m, err := n.add(sandbox.Spec{}); err == nil {
		t.Errorf("one too many is at %s", m.address)
	}
	for _, left := range []string{"192.0.2.77", "192.0.2.77", "192.0.2.2", "192.0.2.254"} {
		delete(n.members, netip.MustParseAddr(left))
		if m, err := n.add(sandbox.Spec{}); err != nil || m.address.String() != left {
			t.Errorf("the one free address is %s: got %+v, %v", left, m, err)
		}
	}
}

// TestNetworkTurnover has one sandbox come as the other goes: nothing of the old one may be in the new one's way.
func TestNetworkTurnover(t *testing.T) {
	each(t, func(t *testing.T, e *Engine) {
		start(t, e, sandbox.Spec{Name: "stays", Network: "street"})
		for range 30 {
			b, err := e.Start(t.Context(), sandbox.Spec{Name: "passing", Network: "street"}, nil)
			if err != nil {
				t.Fatal(err)
			}
			b.Close()
			// One that fails when its cable is laid already.
			if _, err := e.Start(t.Context(), sandbox.Spec{Name: "stillborn", Network: "street"}, &sandbox.Cmd{Args: []string{"no-such-program"}}); err == nil {
				t.Fatal("a sandbox without a program started")
			}
		}
		if n := len(e.networks.byName["street"].members); n != 1 {
			t.Errorf("%d members, want the one that stays", n)
		}
	})
}

// TestStuckNeighbour has a member of a network whose agent answers nobody, as when a program of its own stops a command before it
// is executed. The others are closed, and started, all the same.
func TestStuckNeighbour(t *testing.T) {
	each(t, func(t *testing.T, e *Engine) {
		one := start(t, e, sandbox.Spec{Name: "one", Network: "stuck"})
		stuck := start(t, e, sandbox.Spec{Name: "two", Network: "stuck"}).(*box)
		stuck.asking <- struct{}{}
		if err := one.Close(); err != nil {
			t.Error(err)
		}
		start(t, e, sandbox.Spec{Name: "three", Network: "stuck"})
	})
}

// floodSwitch sends frames from more addresses than any network has.
func floodSwitch() error {
	card, err := net.InterfaceByName(cableName)
	if err != nil {
		return err
	}
	fd, err := unix.Socket(unix.AF_PACKET, unix.SOCK_RAW|unix.SOCK_CLOEXEC, 0)
	if err != nil {
		return err
	}
	frame := make([]byte, 60) // to, from, type
	copy(frame, []byte{2, 0, 0xff, 0xff, 0xff, 0xff, 2, 1})
	binary.BigEndian.PutUint16(frame[12:], 0x88b5) // for local experiments (IEEE 802)
	for n := range uint32(20_000) {
		binary.BigEndian.PutUint32(frame[8:], n)
		if err := unix.Sendto(fd, frame, 0, &unix.SockaddrLinklayer{Ifindex: card.Index}); err != nil && err != unix.ENOBUFS {
			return err
		}
	}
	return nil
}

// TestSwitchForgets: what a network's switch learns is the kernel's memory, which no limit of a sandbox's holds.
func TestSwitchForgets(t *testing.T) {
	for _, program := range []string{"nsenter", "bridge"} {
		if _, err := exec.LookPath(program); err != nil {
			t.Skip(err)
		}
	}
	volume := programVolume(t)
	each(t, func(t *testing.T, e *Engine) {
		b := start(t, e, sandbox.Spec{Name: "flooder", Network: "flat", Profile: sandbox.Admin, Volumes: map[string]string{"/attack": volume}})
		if got := try(t, b, "/attack/program", "flood the switch"); got != done {
			t.Fatalf("got %s", got)
		}
		n := e.networks.byName["flat"]
		cmd := exec.Command("nsenter", "--user=/proc/self/fd/3", "--net=/proc/self/fd/4", "--preserve-credentials", "bridge", "fdb", "show")
		cmd.ExtraFiles = []*os.File{n.user, n.net}
		out, err := cmd.CombinedOutput()
		if err != nil {
			t.Fatalf("%v: %s", err, out)
		}
		learnt := strings.Count(string(out), " dev port")
		if learnt >= 20_000 && !kernelSince(6, 8) {
			t.Skip("this kernel sets it no limit")
		}
		if learnt < 100 || learnt > mostLearned+10 {
			t.Errorf("it knows %d addresses, and may know %d", learnt, mostLearned)
		}
	})
}

// kernelSince says whether the kernel is of a version or a later one.
func kernelSince(major, minor int) bool {
	var name unix.Utsname
	var a, b int
	if err := unix.Uname(&name); err != nil {
		return false
	}
	fmt.Sscanf(unix.ByteSliceToString(name.Release[:]), "%d.%d", &a, &b)
	return a > major || a == major && b >= minor
}
