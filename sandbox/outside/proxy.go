// Package outside lets the programs of a sandbox that has no network reach the public one, and nothing else.
//
// A [Proxy] is an HTTP proxy (RFC 9110, CONNECT included) of this process. It listens at a socket that was made inside the
// sandbox's network namespace, and dials in the host's. Which address may be dialled is decided when the connection is made,
// on the address that the kernel is given: a name that means one address when it is looked up and another one later gains
// nothing. Loopback, link-local, private and all other special addresses are refused, the host's own public
// ones and its neighbours' too.
package outside

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"net/http/httputil"
	"net/netip"
	"sync"
	"syscall"
	"time"
)

// Proxy serves one sandbox.
type Proxy struct {
	allow  []netip.Prefix
	blocks map[netip.Prefix]string

	dialer    net.Dialer
	transport *http.Transport
	forward   http.Handler
	server    http.Server
	ctx       context.Context
	cancel    context.CancelFunc
	room      chan struct{} // one element for each connection of the sandbox's
	serving   sync.WaitGroup
	closing   sync.Once
}

const (
	// most is how many connections a sandbox has open at once, whether it asks for something in them or not: each is a
	// descriptor of Floorplan's. More wait to be accepted.
	most = 128
	// patience is how long a connection may take to come about, in either direction.
	patience = 30 * time.Second
	// longest is how long a header may be: it lies in Floorplan's memory, not in the sandbox's, until it is passed on.
	longest = 64 << 10
)

// Start serves at listener until Close. allow are addresses that the sandbox may reach although they are not public.
func Start(listener *net.TCPListener, allow []netip.Prefix) *Proxy {
	p := newProxy(allow)
	p.serve(listener)
	return p
}

func (p *Proxy) serve(listener *net.TCPListener) {
	p.serving.Go(func() { _ = p.server.Serve(&limited{listener, p}) }) // ends with Close
}

// limited accepts connections while there is room for them.
type limited struct {
	*net.TCPListener
	proxy *Proxy
}

func (l *limited) Accept() (net.Conn, error) {
	select {
	case l.proxy.room <- struct{}{}:
	case <-l.proxy.ctx.Done():
		return nil, net.ErrClosed
	}
	leave := sync.OnceFunc(func() { <-l.proxy.room })
	conn, err := l.AcceptTCP()
	if err != nil {
		leave()
		return nil, err
	}
	return &counted{conn, leave}, nil
}

// counted is a connection of the sandbox's, which makes room when it is closed.
type counted struct {
	*net.TCPConn
	leave func()
}

func (c *counted) Close() error {
	defer c.leave()
	return c.TCPConn.Close()
}

func newProxy(allow []netip.Prefix) *Proxy {
	p := &Proxy{allow: allow, blocks: blocks(), room: make(chan struct{}, most)}
	p.ctx, p.cancel = context.WithCancel(context.Background())
	p.dialer = net.Dialer{Timeout: patience, ControlContext: p.check}
	quiet := log.New(io.Discard, "", 0) // what a sandbox's programs do wrong is told to them
	p.transport = &http.Transport{DialContext: p.dialer.DialContext, DisableCompression: true, MaxIdleConns: most, MaxIdleConnsPerHost: 4,
		IdleConnTimeout: patience, ResponseHeaderTimeout: 2 * time.Minute, MaxResponseHeaderBytes: longest}
	p.forward = &httputil.ReverseProxy{
		Rewrite:      func(*httputil.ProxyRequest) {}, // it is addressed already
		Transport:    p.transport,
		ErrorHandler: func(w http.ResponseWriter, _ *http.Request, err error) { explain(w, err) },
		ErrorLog:     quiet,
	}
	p.server = http.Server{Handler: p, ReadHeaderTimeout: patience, IdleTimeout: 2 * patience, MaxHeaderBytes: longest, ErrorLog: quiet,
		BaseContext: func(net.Listener) context.Context { return p.ctx }}
	return p
}

// Close ends every connection, and returns when the sandbox has none left. It may be called again.
func (p *Proxy) Close() {
	p.closing.Do(func() {
		p.cancel()
		_ = p.server.Close()
		p.serving.Wait()
		for range most {
			p.room <- struct{}{} // when the last has made room, all of it is taken for good
		}
		p.transport.CloseIdleConnections()
	})
}

// refused is an address that a sandbox may not reach.
type refused struct{ address, what string }

func (r *refused) Error() string {
	return fmt.Sprintf("%s is %s: a sandbox reaches public addresses only", r.address, r.what)
}

// check is asked with every address that is about to be connected to, after names were looked up.
func (p *Proxy) check(_ context.Context, network, address string, _ syscall.RawConn) error {
	to, err := netip.ParseAddrPort(address)
	if err != nil {
		return err
	}
	own, err := hostAddresses()
	if err != nil {
		return err
	}
	if what := p.refusal(to.Addr(), own); what != "" {
		return &refused{to.Addr().String(), what}
	}
	return nil
}

// ServeHTTP answers one request of a program in the sandbox.
func (p *Proxy) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	switch {
	case r.Method == http.MethodConnect:
		p.tunnel(w, r)
	case r.URL.Scheme == "http" && r.URL.Host != "":
		p.forward.ServeHTTP(w, r)
	default:
		http.Error(w, "floorplan: this is a proxy: it takes CONNECT, or a request with a whole http:// address", http.StatusBadRequest)
	}
}

func explain(w http.ResponseWriter, err error) {
	status := http.StatusBadGateway
	var not *refused
	if errors.As(err, &not) {
		status, err = http.StatusForbidden, not
	}
	http.Error(w, "floorplan: "+err.Error(), status)
}

// tunnel connects a program to the address that it asks for, and copies until both sides are done or the sandbox is over.
func (p *Proxy) tunnel(w http.ResponseWriter, r *http.Request) {
	there, err := p.dialer.DialContext(r.Context(), "tcp", r.Host)
	if err != nil {
		explain(w, err)
		return
	}
	defer there.Close()
	here, buffered, err := http.NewResponseController(w).Hijack()
	if err != nil {
		explain(w, err)
		return
	}
	defer here.Close()
	stop := context.AfterFunc(p.ctx, func() {
		there.Close()
		here.Close()
	})
	defer stop()
	if _, err := io.WriteString(here, "HTTP/1.1 200 Connection established\r\n\r\n"); err != nil {
		return
	}
	var both sync.WaitGroup
	both.Go(func() { pass(there, io.MultiReader(io.LimitReader(buffered, int64(buffered.Reader.Buffered())), here)) })
	both.Go(func() { pass(here, there) })
	both.Wait()
}

// pass copies one direction, and tells the other side when there is no more.
func pass(to net.Conn, from io.Reader) {
	_, err := io.Copy(to, from)
	half, ok := to.(interface{ CloseWrite() error })
	if err != nil || !ok || half.CloseWrite() != nil {
		to.Close()
	}
}
