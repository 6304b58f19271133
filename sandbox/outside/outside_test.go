package outside

import (
	"bufio"
	"context"
	"crypto/tls"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"net/url"
	"os"
	"strings"
	"sync/atomic"
	"testing"
	"time"
)

func TestPolicy(t *testing.T) {
	var own []netip.Prefix
	for _, at := range []string{"9.9.9.9/32", "5.5.5.5/24", "4.4.4.4/0", "2a00::9/64"} {
		own = append(own, netip.MustParsePrefix(at))
	}
	p := newProxy([]netip.Prefix{netip.MustParsePrefix("10.1.2.0/24"), netip.MustParsePrefix("fd00:1::/32")})
	for _, public := range []string{
		"1.1.1.1", "8.8.8.8", "9.9.9.8", "11.0.0.1", "100.63.255.255", "100.128.0.1", "126.255.255.255", "128.0.0.1", "169.253.255.255", "172.15.255.255",
		"172.32.0.1", "192.0.1.1", "192.167.1.1", "192.169.1.1", "198.17.1.1", "198.20.1.1", "223.255.255.255", "::ffff:8.8.8.8",
		"2606:4700::1111", "2a00:0:0:1::1", "5.5.6.1", "2001:200::1", "2400:cb00::1", "10.1.2.3", "::ffff:10.1.2.3", "fd00:1::5",
	} {
		if why := p.refusal(netip.MustParseAddr(public), own); why != "" {
			t.Errorf("%s is refused: %s", public, why)
		}
	}
	for _, special := range []string{
		"0.0.0.0", "0.1.2.3", "10.0.0.1", "10.1.3.1", "10.255.255.255", "100.64.0.1", "100.100.100.200", "100.127.255.255", "127.0.0.1", "127.255.255.254",
		"169.254.169.254", "169.254.0.1", "172.16.0.1", "172.31.255.255", "192.0.0.1", "192.0.0.192", "192.0.2.1", "192.88.99.1", "192.168.0.1",
		"198.18.0.1", "198.19.255.255", "198.51.100.1", "203.0.113.1", "224.0.0.1", "239.255.255.255", "240.0.0.1", "255.255.255.255", "168.63.129.16",
		"::", "::1", "::127.0.0.1", "::ffff:127.0.0.1", "::ffff:169.254.169.254", "::ffff:0:127.0.0.1", "64:ff9b::7f00:1", "64:ff9b::808:808", "64:ff9b:1::1",
		"100::1", "2001::1", "2001:10::1", "2001:db8::1", "2002:7f00:1::", "2002:a00:1::1", "3fff::1", "5f00::1", "fc00::1", "fd00::1", "fd00:ec2::254",
		"fe80::1", "fe80::1%eth0", "fec0::1", "ff02::1", "9.9.9.9", "::ffff:9.9.9.9", "2a00::9",
		"5.5.5.1", "::ffff:5.5.5.255", "4.4.4.4", "2a00::1", "2a00::ffff:1%eth0",
	} {
		if why := p.refusal(netip.MustParseAddr(special), own); why == "" {
			t.Errorf("%s is not refused", special)
		}
	}
}

// site is a server of the host's that counts who comes.
type site struct {
	plain, secure *httptest.Server
	visits        atomic.Int32
}

func newSite(t *testing.T) *site {
	s := &site{}
	handler := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		s.visits.Add(1)
		if r.URL.Path == "/away" {
			http.Redirect(w, r, "http://169.254.169.254/latest", http.StatusFound)
			return
		}
		if r.URL.Path == "/long" {
			w.Header().Set("X", strings.Repeat("x", 100<<10))
		}
		n, _ := io.Copy(io.Discard, r.Body)
		fmt.Fprintf(w, "%s %s %d %v", r.Method, r.URL.Path, n, r.Header["Proxy-Authorization"])
	})
	s.plain, s.secure = httptest.NewServer(handler), httptest.NewTLSServer(handler)
	t.Cleanup(s.plain.Close)
	t.Cleanup(s.secure.Close)
	return s
}

// through starts a proxy and a client of it.
func through(t *testing.T, p *Proxy) (*http.Client, string) {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	p.serve(listener.(*net.TCPListener))
	t.Cleanup(p.Close)
	transport := &http.Transport{
		Proxy:           http.ProxyURL(&url.URL{Scheme: "http", Host: listener.Addr().String(), User: url.UserPassword("a", "b")}),
		TLSClientConfig: &tls.Config{InsecureSkipVerify: true},
	}
	t.Cleanup(transport.CloseIdleConnections)
	return &http.Client{Transport: transport}, listener.Addr().String()
}

func get(t *testing.T, client *http.Client, address string) string {
	t.Helper()
	response, err := client.Get(address)
	if err != nil {
		return err.Error()
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		return err.Error()
	}
	return fmt.Sprintf("%d %s", response.StatusCode, strings.TrimSpace(string(body)))
}

var loopback = []netip.Prefix{netip.MustParsePrefix("127.0.0.1/32")}

func TestProxy(t *testing.T) {
	s := newSite(t)
	client, _ := through(t, newProxy(loopback))
	for _, server := range []*httptest.Server{s.plain, s.secure} {
		if got := get(t, client, server.URL+"/x"); got != "200 GET /x 0 []" {
			t.Errorf("%s: got %q", server.URL, got)
		}
		response, err := client.Post(server.URL+"/y", "text/plain", strings.NewReader(strings.Repeat("x", 10<<20)))
		if err != nil {
			t.Fatal(err)
		}
		body, err := io.ReadAll(response.Body)
		response.Body.Close()
		if err != nil || string(body) != fmt.Sprintf("POST /y %d []", 10<<20) {
			t.Errorf("%s: got %q, %v", server.URL, body, err)
		}
		if got := get(t, client, server.URL+"/away"); !strings.Contains(got, "403 floorplan: 169.254.169.254 is link-local") {
			t.Errorf("led astray by %s: got %q", server.URL, got)
		}
	}
	if n := s.visits.Load(); n != 6 {
		t.Errorf("the servers had %d visits", n)
	}
}

// TestRefused asks for a server of the host's by all its names.
func TestRefused(t *testing.T) {
	s := newSite(t)
	client, proxy := through(t, newProxy(nil))
	_, port, err := net.SplitHostPort(strings.TrimPrefix(s.plain.URL, "http://"))
	if err != nil {
		t.Fatal(err)
	}
	hosts := []string{"127.0.0.1", "localhost", "localhost.", "LOCALHOST", "127.1", "127.0.0.2", "0", "0.0.0.0", "0x7f000001", "0177.0.0.1", "2130706433",
		"[::1]", "[::]", "[::ffff:127.0.0.1]", "[::127.0.0.1]", "[::1%25lo]", "[64:ff9b::7f00:1]", "[2002:7f00:1::]", "ip6-localhost", ""}
	if name, err := os.Hostname(); err == nil {
		hosts = append(hosts, name)
	}
	own, err := hostAddresses()
	if err != nil || len(own) == 0 {
		t.Fatalf("the host's addresses: %v, %v", own, err)
	}
	for _, a := range own {
		hosts = append(hosts, strings.TrimSuffix(netip.AddrPortFrom(a.Addr(), 0).String(), ":0"))
	}
	for _, host := range hosts {
		for _, request := range []string{"CONNECT %[1]s HTTP/1.1\r\nHost: %[1]s\r\n\r\n", "GET http://%s/ HTTP/1.1\r\nHost: example.org\r\nConnection: close\r\n\r\n",
			"GET / HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n"} {
			conn, err := net.Dial("tcp", proxy)
			if err != nil {
				t.Fatal(err)
			}
			fmt.Fprintf(conn, request, host+":"+port)
			line, err := bufio.NewReader(conn).ReadString('\n')
			conn.Close()
			if err != nil || !strings.HasPrefix(line, "HTTP/1.1 4") && !strings.HasPrefix(line, "HTTP/1.1 50") {
				t.Errorf("%s by %.7s: %q, %v", host, request, line, err)
			}
		}
	}
	if got := get(t, client, s.plain.URL); got != "403 floorplan: 127.0.0.1 is the host itself: a sandbox reaches public addresses only" {
		t.Errorf("got %q", got)
	}
	if n := s.visits.Load(); n != 0 {
		t.Errorf("the server had %d visits", n)
	}
}

// TestRebinding looks a name up that means another address every time: what counts is the one that is dialled.
func TestRebinding(t *testing.T) {
	s := newSite(t)
	_, port, err := net.SplitHostPort(strings.TrimPrefix(s.plain.URL, "http://"))
	if err != nil {
		t.Fatal(err)
	}
	answers := func(list ...string) *net.Resolver {
		server, err := net.ListenPacket("udp", "127.0.0.1:0")
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { server.Close() })
		go answer(server, list)
		return &net.Resolver{PreferGo: true, Dial: func(ctx context.Context, _, _ string) (net.Conn, error) {
			return new(net.Dialer).DialContext(ctx, "udp", server.LocalAddr().String())
		}}
	}
	strict := newProxy(nil)
	strict.dialer.Resolver = answers("127.0.0.1", "169.254.169.254", "10.0.0.1")
	client, _ := through(t, strict)
	for range 3 {
		if got := get(t, client, "http://rebind.example.org:"+port+"/"); !strings.HasPrefix(got, "403 floorplan: ") {
			t.Errorf("got %q", got)
		}
	}
	if n := s.visits.Load(); n != 0 {
		t.Errorf("the server had %d visits", n)
	}
	// Where only one of a name's addresses is allowed, it is the one.
	kind := newProxy(loopback)
	kind.dialer.Resolver = answers("127.0.0.1")
	client, _ = through(t, kind)
	if got := get(t, client, "http://rebind.example.org:"+port+"/z"); got != "200 GET /z 0 []" {
		t.Errorf("got %q", got)
	}
}

// answer is a name server that gives every name one address, the next of the list for each question (RFC 1035).
func answer(server net.PacketConn, list []string) {
	query := make([]byte, 512)
	for i := 0; ; {
		n, from, err := server.ReadFrom(query)
		if err != nil {
			return
		}
		end := 12
		for query[end] != 0 {
			end += int(query[end]) + 1
		}
		end += 5 // the root label, type, class
		reply := append([]byte{}, query[:min(end, n)]...)
		binary.BigEndian.PutUint16(reply[2:], 0x8180)
		copy(reply[4:], []byte{0, 1, 0, 0, 0, 0, 0, 0})
		if binary.BigEndian.Uint16(query[end-4:]) == 1 { // A
			reply[7] = 1
			address := netip.MustParseAddr(list[i%len(list)]).As4()
			i++
			reply = append(append(reply, 0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 0, 0, 4), address[:]...)
		}
		server.WriteTo(reply, from)
	}
}

// TestHeaders: what is read before it is passed on lies in Floorplan's memory, which nobody limits, for each connection.
func TestHeaders(t *testing.T) {
	s := newSite(t)
	client, _ := through(t, newProxy(loopback))
	request, err := http.NewRequest(http.MethodGet, s.plain.URL+"/x", nil)
	if err != nil {
		t.Fatal(err)
	}
	request.Header.Set("X", strings.Repeat("x", 100<<10))
	response, err := client.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	response.Body.Close()
	if response.StatusCode != http.StatusRequestHeaderFieldsTooLarge || s.visits.Load() != 0 {
		t.Errorf("a request's: %s, %d visits", response.Status, s.visits.Load())
	}
	if got := get(t, client, s.plain.URL+"/long"); !strings.HasPrefix(got, "502 ") || s.visits.Load() != 1 {
		t.Errorf("an answer's: %.100s, %d visits", got, s.visits.Load())
	}
}

// TestClose ends a tunnel with nobody to say anything in it.
func TestClose(t *testing.T) {
	silent, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer silent.Close()
	p := newProxy(loopback)
	_, proxy := through(t, p)
	var tunnels []net.Conn
	for range most {
		conn, err := net.Dial("tcp", proxy)
		if err != nil {
			t.Fatal(err)
		}
		defer conn.Close()
		fmt.Fprintf(conn, "CONNECT %[1]s HTTP/1.1\r\nHost: %[1]s\r\n\r\n", silent.Addr())
		if line, err := bufio.NewReader(conn).ReadString('\n'); err != nil || !strings.HasPrefix(line, "HTTP/1.1 200") {
			t.Fatalf("%q, %v", line, err)
		}
		tunnels = append(tunnels, conn)
	}
	// One more has to wait until another one ends.
	waiting, err := net.Dial("tcp", proxy)
	if err != nil {
		t.Fatal(err)
	}
	defer waiting.Close()
	fmt.Fprintf(waiting, "CONNECT %[1]s HTTP/1.1\r\nHost: %[1]s\r\n\r\n", silent.Addr())
	first, err := silent.Accept()
	if err != nil {
		t.Fatal(err)
	}
	first.Close()
	tunnels[0].Close()
	if line, err := bufio.NewReader(waiting).ReadString('\n'); err != nil || !strings.HasPrefix(line, "HTTP/1.1 200") {
		t.Fatalf("the one that waited: %q, %v", line, err)
	}
	p.Close()
	p.Close() // again is no harm
	for _, conn := range append(tunnels[1:], waiting) {
		if rest, err := io.ReadAll(conn); err != nil && !strings.Contains(err.Error(), "reset") || strings.TrimSpace(string(rest)) != "" {
			t.Errorf("after the end: %q, %v", rest, err)
		}
	}
	if _, err := net.Dial("tcp", proxy); err == nil {
		t.Error("a closed proxy listens")
	}
}

// TestSilent opens connections and asks for nothing in them: they count, too.
func TestSilent(t *testing.T) {
	p := newProxy(nil)
	_, proxy := through(t, p)
	var silent []net.Conn
	for range most {
		conn, err := net.Dial("tcp", proxy)
		if err != nil {
			t.Fatal(err)
		}
		defer conn.Close()
		silent = append(silent, conn)
	}
	waiting, err := net.Dial("tcp", proxy)
	if err != nil {
		t.Fatal(err)
	}
	defer waiting.Close()
	fmt.Fprint(waiting, "GET / HTTP/1.1\r\nHost: x\r\n\r\n")
	waiting.SetReadDeadline(time.Now().Add(100 * time.Millisecond))
	if n, err := waiting.Read(make([]byte, 1)); !errors.Is(err, os.ErrDeadlineExceeded) {
		t.Errorf("with %d others open: %d bytes, %v", most, n, err)
	}
	waiting.SetReadDeadline(time.Time{})
	silent[0].Close()
	if line, err := bufio.NewReader(waiting).ReadString('\n'); err != nil || !strings.HasPrefix(line, "HTTP/1.1 400") {
		t.Errorf("the one that waited: %q, %v", line, err)
	}
	p.Close()
	if n, err := silent[1].Read(make([]byte, 1)); n != 0 || err == nil {
		t.Errorf("after the end: %d bytes, %v", n, err)
	}
}
