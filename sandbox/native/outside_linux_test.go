package native

import (
	"bytes"
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"net/url"
	"os"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"floorplan/sandbox"
)

// TestOutsidePeer is not a test: it is a program in the sandboxes of TestOutside. The libraries of Go ask no proxy for
// addresses of the loopback, so that it asks itself.
func TestOutsidePeer(t *testing.T) {
	address, ok := os.LookupEnv("FLOORPLAN_TEST_OUTSIDE")
	if !ok {
		return
	}
	proxy := func(r *http.Request) (*url.URL, error) { return url.Parse(os.Getenv(r.URL.Scheme + "_proxy")) }
	client := http.Client{Transport: &http.Transport{Proxy: proxy, TLSClientConfig: &tls.Config{InsecureSkipVerify: true}}}
	if response, err := client.Get(address); err != nil {
		fmt.Println(err)
	} else {
		body, err := io.ReadAll(response.Body)
		fmt.Println(response.StatusCode, strings.TrimSpace(string(body)), err)
	}
	// And not by any other way.
	conn, err := net.DialTimeout("tcp", strings.TrimPrefix(strings.TrimPrefix(address, "https://"), "http://"), 10*time.Second)
	if err == nil {
		fmt.Println("connected by itself to", conn.RemoteAddr())
	}
	if _, err := net.LookupHost("example.org"); err == nil {
		fmt.Println("looked up a name by itself")
	}
}

func TestOutside(t *testing.T) {
	volume := programVolume(t)
	handler := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { fmt.Fprintln(w, "outside") })
	plain, secure := httptest.NewServer(handler), httptest.NewTLSServer(handler)
	defer plain.Close()
	defer secure.Close()
	allowed := []netip.Prefix{netip.MustParsePrefix("127.0.0.1/32")}
	peer := func(address string, out *bytes.Buffer) sandbox.Cmd {
		return sandbox.Cmd{Args: []string{"/peer/program", "-test.run=^TestOutsidePeer$"}, Stdout: out, Stderr: out,
			Env: []string{"FLOORPLAN_TEST_OUTSIDE=" + address, "GORACE=atexit_sleep_ms=0"}}
	}
	each(t, func(t *testing.T, e *Engine) {
		before := holdings(t)
		for _, test := range []struct {
			outside bool
			allow   []netip.Prefix
			want    string
		}{
			{true, allowed, "200 outside <nil>"},
			{true, nil, "127.0.0.1 is the host itself: a sandbox reaches public addresses only"},
			{false, nil, "connection refused"},
		} {
			for _, profile := range []sandbox.Profile{sandbox.Locked, sandbox.Admin} {
				spec := sandbox.Spec{Profile: profile, Outside: test.outside, OutsideAllow: test.allow, Volumes: map[string]string{"/peer": volume}}
				var out bytes.Buffer
				main := peer(plain.URL, &out)
				b, err := e.Start(t.Context(), spec, &main)
				if err != nil {
					t.Fatal(err)
				}
				if exit, err := b.Main().Wait(); err != nil || exit.Code != 0 || !strings.Contains(out.String(), test.want) || strings.Contains(out.String(), "by itself") {
					t.Errorf("%s, outside %v, %v: %+v, %v: %s", profile, test.outside, test.allow, exit, err, out.String())
				}
				<-b.Done() // with its command
				facts := slices.ContainsFunc(b.Steps(), func(s sandbox.Step) bool { return s.Call == "listen" && s.Errno == "" && s.Why != "" })
				if facts != test.outside {
					t.Errorf("%s, outside %v: a step that listens: %v", profile, test.outside, facts)
				}
			}
		}
		b := start(t, e, sandbox.Spec{Outside: true, OutsideAllow: allowed, Volumes: map[string]string{"/peer": volume}})
		var out bytes.Buffer
		p, err := b.Exec(t.Context(), peer(secure.URL, &out))
		if err != nil {
			t.Fatal(err)
		}
		if exit, err := p.Wait(); err != nil || exit.Code != 0 || !strings.Contains(out.String(), "200 outside <nil>") {
			t.Errorf("by TLS: %+v, %v: %s", exit, err, out.String())
		}
		facts, err := b.Facts(t.Context())
		if err != nil || !slices.ContainsFunc(facts.Notes, func(n string) bool { return strings.Contains(n, "public addresses") }) {
			t.Errorf("facts: %v, %v", facts.Notes, err)
		}
		if got, _ := output(t, b, "ip -o route; ip -o addr show up | grep -v ' lo '; echo $http_proxy $HTTPS_PROXY"); got != "http://127.0.0.1:3128 http://127.0.0.1:3128" {
			t.Errorf("routes, interfaces and variables: %s", got)
		}
		b.Close()

		// Starts that fail, and starts that are given up at any moment, leave nothing.
		if _, err := e.Start(t.Context(), sandbox.Spec{Outside: true}, &sandbox.Cmd{Args: []string{"no-such-program"}}); !errors.Is(err, os.ErrNotExist) {
			t.Errorf("got %v", err)
		}
		for i := range 30 {
			ctx, cancel := context.WithTimeout(t.Context(), time.Duration(i)*400*time.Microsecond)
			b, err := e.Start(ctx, sandbox.Spec{Outside: true}, &sandbox.Cmd{Args: []string{"sleep", "1000"}})
			if err == nil {
				b.Close()
			} else if !errors.Is(err, context.DeadlineExceeded) {
				t.Error(err)
			}
			cancel()
		}
		// Tunnels copy by splice(2), and net keeps the pipes for it until the collector comes.
		for deadline := time.Now().Add(10 * time.Second); holdings(t).more(before) != ""; runtime.GC() {
			if time.Now().After(deadline) {
				t.Fatalf("before %+v, after %+v", before, holdings(t))
			}
		}
	})
}

func TestOutsideRefuses(t *testing.T) {
	for _, c := range []struct {
		spec sandbox.Spec
		want string
	}{
		{sandbox.Spec{Outside: true, Share: []sandbox.Namespace{sandbox.Net}}, "don't share net"},
		{sandbox.Spec{Outside: true, Network: "street"}, "use one of the two"},
		{sandbox.Spec{OutsideAllow: []netip.Prefix{netip.MustParsePrefix("10.0.0.0/8")}}, "ask for outside"},
	} {
		if err := checkSpec(withDefaults(c.spec), testHost(false)); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%+v: got %v, want %q", c.spec, err, c.want)
		}
	}
}
