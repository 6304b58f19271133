package outside

import (
	"fmt"
	"net"
	"net/netip"
	"slices"
)

// special are the address blocks that IANA's registries of special-purpose addresses set aside (RFC 6890 and its successors),
// multicast, and what the large clouds answer to their machines at addresses that look public.
var special = []struct {
	block string
	what  string
}{
	{"0.0.0.0/8", "this network"}, {"10.0.0.0/8", "a private network"}, {"100.64.0.0/10", "a provider's own network"},
	{"127.0.0.0/8", "the host itself"}, {"169.254.0.0/16", "link-local, where clouds keep their metadata"},
	{"172.16.0.0/12", "a private network"}, {"192.0.0.0/24", "a protocol's own"}, {"192.0.2.0/24", "for examples"},
	{"192.88.99.0/24", "a relay to another protocol"}, {"192.168.0.0/16", "a private network"},
	{"198.18.0.0/15", "for measurements"}, {"198.51.100.0/24", "for examples"}, {"203.0.113.0/24", "for examples"},
	{"224.0.0.0/4", "multicast"}, {"240.0.0.0/4", "reserved"},
	{"168.63.129.16/32", "a cloud's own service"},
	// Of IPv6 only 2000::/3 is the world's. In it lie tunnels, whose addresses hold others.
	{"2001::/23", "a protocol's own"}, {"2001:db8::/32", "for examples"}, {"2002::/16", "a tunnel of another protocol"},
	{"3fff::/20", "for examples"},
}

var world = netip.MustParsePrefix("2000::/3")

// blocks are special, parsed.
func blocks() map[netip.Prefix]string {
	out := map[netip.Prefix]string{}
	for _, s := range special {
		out[netip.MustParsePrefix(s.block)] = s.what
	}
	return out
}

// refusal says why an address is not for a sandbox to reach, in a few words; empty for one that is. own are the host's
// addresses, with their networks' lengths: a server that listens at all addresses would be reached at a public one too, and with IPv6
// the printer beside the host has an address of the world's (RFC 4291, 2.5.4).
func (p *Proxy) refusal(address netip.Addr, own []netip.Prefix) string {
	address = address.Unmap().WithZone("")
	if slices.ContainsFunc(p.allow, func(prefix netip.Prefix) bool { return prefix.Contains(address) }) {
		return ""
	}
	if slices.ContainsFunc(own, func(at netip.Prefix) bool { return at.Addr() == address }) {
		return "the host itself"
	}
	if address.Is6() && !world.Contains(address) {
		return "no address of the public network"
	}
	for prefix, what := range p.blocks {
		if prefix.Contains(address) {
			return what
		}
	}
	for _, at := range own {
		if at.Bits() > 0 && at.Masked().Contains(address) { // none that is the whole world
			return "in a network of the host's"
		}
	}
	return ""
}

// hostAddresses are those of the host's interfaces now.
func hostAddresses() ([]netip.Prefix, error) {
	interfaces, err := net.InterfaceAddrs()
	if err != nil {
		return nil, fmt.Errorf("cannot list the host's addresses: %w", err)
	}
	var out []netip.Prefix
	for _, a := range interfaces {
		if prefix, err := netip.ParsePrefix(a.String()); err == nil {
			out = append(out, prefix) // no zone, and no IPv4 in IPv6: a net.IPNet's text has neither
		}
	}
	return out, nil
}
