package native

import (
	"context"
	"encoding/binary"
	"fmt"
	"net"
	"os"
	"time"

	"golang.org/x/sys/unix"

	"floorplan/sandbox"
	"floorplan/sandbox/outside"
)

// outsidePort is where a sandbox that may reach the outside finds the proxy, at its own loopback: the usual port of proxies.
const outsidePort = 3128

// outsideEnv tells programs of it. There is no standard, but curl, wget, git, pip, apt and the libraries of most languages look
// for these variables.
func outsideEnv() []string {
	proxy := fmt.Sprintf("http://127.0.0.1:%d", outsidePort)
	here := "localhost,127.0.0.1,::1"
	return []string{"http_proxy=" + proxy, "https_proxy=" + proxy, "HTTP_PROXY=" + proxy, "HTTPS_PROXY=" + proxy, "no_proxy=" + here, "NO_PROXY=" + here}
}

// leadOutside has the agent make a socket that listens in the sandbox's network namespace, and serves it from here. The
// namespace itself stays without a way out.
func (b *box) leadOutside(ctx context.Context) error {
	const socket = firstFD // the lowest descriptor that is free
	address := make([]byte, 16)
	binary.NativeEndian.PutUint16(address, unix.AF_INET)
	binary.BigEndian.PutUint16(address[2:], outsidePort)
	copy(address[4:], []byte{127, 0, 0, 1})
	steps := []step{
		{why: "A socket in the sandbox's own network namespace, which no packet leaves.", man: "socket(2)",
			calls: []call{{nr: unix.SYS_SOCKET, name: "socket", args: []value{num(unix.AF_INET, "AF_INET"), num(unix.SOCK_STREAM|unix.SOCK_CLOEXEC, "SOCK_STREAM"), intv(0)}}}},
		{why: "Its address, where the sandbox's programs look for a proxy.", man: "bind(2)",
			calls: []call{{nr: unix.SYS_BIND, name: "bind", args: []value{intv(socket), bytesv(address, fmt.Sprintf("127.0.0.1:%d", outsidePort)), intv(len(address))}}}},
		{why: "Connections wait here for Floorplan, which dials outside for them and refuses all but public addresses.", man: "listen(2)",
			docker: "--env http_proxy", calls: []call{{nr: unix.SYS_LISTEN, name: "listen", args: []value{intv(socket), intv(128)}}}},
	}
	var p program
	for _, s := range steps {
		p.calls = append(p.calls, s.calls...)
	}
	p.calls = append(p.calls, replyWith(&p, socket)...)
	p.calls = append(p.calls, replyCalls("fail")...)
	began := time.Now()
	msg, err := b.run(ctx, p, (len(steps)+1)*outcomeSize, nil, nil)
	if err != nil {
		return err
	}
	for i, s := range steps {
		o := outcomeOf(msg.data, i)
		if o.errno != 0 {
			msg.drop()
			return &stepError{call: s.calls[0].name, errno: o.errno}
		}
		out := sandbox.Step{Call: s.calls[0].name, Result: o.result, Why: s.why, Man: s.man, Docker: s.docker}
		for _, a := range s.calls[0].args {
			out.Args = append(out.Args, a.shown())
		}
		b.outsideSteps = append(b.outsideSteps, out)
	}
	switch sent := outcomeOf(msg.data, len(steps)); {
	case msg.lost:
		return fmt.Errorf("cannot take the socket that listens in the sandbox: %w", unix.EMFILE)
	case msg.fd < 0:
		return fmt.Errorf("cannot hand over the socket that listens in the sandbox: %w", sent.errno)
	}
	b.outsideSteps[len(steps)-1].TookUS = time.Since(began).Microseconds() // of all three
	file := os.NewFile(uintptr(msg.fd), "outside")
	listener, err := net.FileListener(file)
	file.Close()
	if err != nil {
		return fmt.Errorf("cannot listen in the sandbox: %w", err)
	}
	proxy := outside.Start(listener.(*net.TCPListener), b.spec.OutsideAllow)
	b.mu.Lock()
	b.proxy = proxy
	over := b.reaped
	b.mu.Unlock()
	if over {
		proxy.Close()
		return errGone
	}
	b.notes = append(b.notes, fmt.Sprintf("programs reach public addresses by the HTTP proxy at 127.0.0.1:%d, which Floorplan serves; others are refused", outsidePort))
	return nil
}
