package tui

import (
	"fmt"

	"floorplan/lab"
)

// Tenants: many sandboxes as small rooms, as the one sees them who rents out the machine.
const (
	tenantLeast = 11 // cells inside a room
	tenantRows  = 2
)

func (f *figure) tenants(t theme, width int) []string {
	n := len(f.sample.Sandboxes)
	fit := max(1, (width-1)/(tenantLeast+1))
	storeys := (n + fit - 1) / fit
	columns := (n + storeys - 1) / storeys
	inside := (width-1)/columns - 1
	p := newPlan(columns*(inside+1)+1, storeys*(tenantRows+1)+1)
	loud := f.noisy()
	for i := range n {
		x, y := i%columns*(inside+1), i/columns*(tenantRows+1)
		p.box(x, y, inside+2, tenantRows+2)
		f.tenant(p, x+1, y+1, inside, i, i == loud)
	}
	lines := wrap(t.text.Render(f.rent()), width)
	lines = append(lines, p.lines(t)...)
	if loud >= 0 {
		u := f.sample.Sandboxes[loud]
		lines = append(lines, wrap(t.meterOver.Render(fmt.Sprintf("! %s is noisy: %.1f of the %.1f processors in use",
			u.Name, f.tracks[loud].rate(), f.inUse())), width)...)
	}
	return lines
}

// tenant draws one room, from x, y in room cells.
func (f *figure) tenant(p *plan, x, y, room, i int, loud bool) {
	u := f.sample.Sandboxes[i]
	if u.State != lab.Running {
		p.write(x+1, y, room-1, inkDim, u.Name)
		p.write(x+1, y+1, room-1, inkDim, [...]string{lab.NotStarted: "empty", lab.Starting: "starting"}[u.State])
		return
	}
	name, k := inkName, inkBar
	if loud {
		name, k = inkAlarm, inkAlarm
		p.write(x, y, 1, inkAlarm, "!")
	}
	memory := sized(u.Memory)
	if u.MemoryLimit > 0 && u.Memory*10 >= u.MemoryLimit*9 {
		memory += "!"
	}
	p.write(x+1, y, room-len(memory)-2, name, u.Name)
	p.write(x+room-len(memory), y, len(memory), inkText, memory)
	share := percent(f.tracks[i].rate())
	p.write(x+1, y+1, room-7, k, bar(f.tracks[i].rate()/f.processors(i), max(0, room-7)))
	p.write(x+room-len(share), y+1, len(share), inkText, share)
}

// inUse is how many processors the tenants have together.
func (f *figure) inUse() float64 {
	all := 0.0
	for _, track := range f.tracks {
		all += track.rate()
	}
	return all
}

// rent sums the house up.
func (f *figure) rent() string {
	rented, memory := 0, int64(0)
	for _, u := range f.sample.Sandboxes {
		if u.State == lab.Running {
			rented++
			memory += u.Memory
		}
	}
	host := f.sample.Host
	s := fmt.Sprintf("%d of %d rented · %.1f of %s busy with them · memory %s",
		rented, len(f.sample.Sandboxes), f.inUse(), count(host.CPUs, "processor"), sized(memory))
	if host.Memory > 0 {
		s += " of " + sized(host.Memory)
	}
	return s + " · one kernel, " + host.Kernel
}

// noisy is the tenant that has more than half of what the tenants use, at least a quarter of a processor, and company;
// -1 for none.
func (f *figure) noisy() int {
	at, company := -1, 0
	for i, u := range f.sample.Sandboxes {
		if u.State == lab.Running {
			company++
		}
		if rate := f.tracks[i].rate(); rate >= 0.25 && rate > f.inUse()/2 {
			at = i
		}
	}
	if company < 2 {
		return -1
	}
	return at
}
