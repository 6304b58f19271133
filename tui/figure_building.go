package tui

import (
	"fmt"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"floorplan/lab"
)

// The building: containers are apartments of one house, with the host's kernel as the slab that all of them stand on;
// virtual machines are houses beside it with a kernel of their own; all stand on this machine.
const (
	roomLeast = 17 // cells inside a room, below which it cannot be read
	roomGap   = 2  // between house and house
	slabRows  = 2
	rowSmoke  = 10 // cells of the sparkline in a row
)

func (f *figure) building(t theme, width int) []string {
	var flats, houses []int // indices of sandboxes
	for i, u := range f.sample.Sandboxes {
		if u.Engine == "vm" {
			houses = append(houses, i)
		} else {
			flats = append(flats, i)
		}
	}
	columns := buildingColumns(len(flats), len(houses), width)
	if columns < 0 {
		return f.rows(t, width)
	}
	inside := (width - len(houses)*(2+roomGap) - 1 - columns) / (columns + len(houses))
	if len(flats) == 0 {
		inside = (width + roomGap - len(houses)*(2+roomGap)) / len(houses)
	}
	storeys := 0
	if columns > 0 {
		storeys = (len(flats) + columns - 1) / columns
	}
	rows := f.roomRows()
	ground := max(storeys, 1)*(rows+1) + 1 + slabRows // the row of the ground's upper edge
	p := newPlan(width, ground+3)

	left := 0
	if columns > 0 {
		left = columns*(inside+1) + 1
		// What is left over of the width makes the last column wider.
		extra := 0
		if len(houses) == 0 {
			extra = width - left
			left = width
		}
		p.box(0, ground-1-slabRows, left, slabRows+2)
		for n, i := range flats {
			column, storey := n%columns, n/columns
			w := inside
			if column == columns-1 {
				w += extra
			}
			x, y := column*(inside+1), ground-1-slabRows-(storey+1)*(rows+1)
			p.box(x, y, w+2, rows+2)
			f.room(p, x+2, y+1, w-2, i)
		}
		f.slab(p, 2, ground-slabRows, left-4, flats)
		left += roomGap
	}
	for n, i := range houses {
		w := inside
		if n == len(houses)-1 {
			w = width - left - 2
		}
		y := ground - 1 - slabRows - (rows + 1)
		p.box(left, y, w+2, rows+2)
		p.box(left, ground-1-slabRows, w+2, slabRows+2)
		f.room(p, left+2, y+1, w-2, i)
		f.slab(p, left+2, ground-slabRows, w-2, []int{i})
		left += w + 2 + roomGap
	}
	p.box(0, ground, width, 3)
	p.write(2, ground+1, width-4, inkText, f.machine(width-4))
	return p.lines(t)
}

// buildingColumns is how many apartments stand side by side: as many as there is room for, 0 where there is none, and -1
// where not even one column and the houses fit.
func buildingColumns(flats, houses, width int) int {
	beside := houses * (roomLeast + 2 + roomGap)
	if flats == 0 {
		if beside-roomGap > width {
			return -1
		}
		return 0
	}
	fit := (width - beside - 1) / (roomLeast + 1)
	if fit < 1 {
		return -1
	}
	storeys := (flats + fit - 1) / fit
	return (flats + storeys - 1) / storeys // storeys as equal as can be
}

// machine names what everything stands on, in room cells.
func (f *figure) machine(room int) string {
	host := f.sample.Host
	processors := count(host.CPUs, "processor")
	if host.Memory == 0 {
		return "this machine: " + processors
	}
	return fitting(room, "this machine: "+processors+", "+sized(host.Memory)+" memory", processors+", "+sized(host.Memory)+" memory")
}

// fitting is the first text that fits, else the last.
func fitting(room int, texts ...string) string {
	for _, s := range texts {
		if ansi.StringWidth(s) <= room {
			return s
		}
	}
	return texts[len(texts)-1]
}

// slab names the kernel below some sandboxes.
func (f *figure) slab(p *plan, x, y, room int, of []int) {
	first := f.sample.Sandboxes[of[0]]
	if first.Engine != "vm" {
		p.write(x, y, room, inkName, fitting(room, "kernel "+f.sample.Host.Kernel, f.sample.Host.Kernel))
		p.write(x, y+1, room, inkDim, fitting(room, "this machine's, shared by all above", "shared by all above", "all share it"))
		return
	}
	switch {
	case first.State != lab.Running:
		p.write(x, y, room, inkDim, "no kernel yet")
	case first.Kernel != "":
		p.write(x, y, room, inkName, fitting(room, "kernel "+first.Kernel, first.Kernel))
		own := fitting(room, "its own, in QEMU", "own, in QEMU")
		if first.SameKernel {
			own = "this machine's"
		}
		p.write(x, y+1, room, inkDim, own)
	}
}

// gauge is one bar with its label and figures.
type gauge struct {
	label, text string
	fraction    float64 // of its limit
	bounded     bool    // there is a limit to draw a bar against
}

// gauges are a room's bars, for room cells. Where a sandbox has no limit of processors, the machine's are its limit. What a
// virtual machine takes is no part of its memory: the hypervisor adds its own.
func (f *figure) gauges(i, room int) []gauge {
	u := f.sample.Sandboxes[i]
	memory := gauge{"mem", sizedOf(u.Memory, u.MemoryLimit), 0, u.MemoryLimit > 0}
	switch {
	case u.Engine == "vm":
		memory = gauge{label: "mem", text: sized(u.Memory)}
		if with := memory.text + ", guest " + sized(u.MemoryLimit); u.MemoryLimit > 0 && len(with)+5 <= room {
			memory.text = with
		}
	case memory.bounded:
		memory.fraction = float64(u.Memory) / float64(u.MemoryLimit)
	}
	out := []gauge{memory}
	if f.drawsDisk() {
		disk := gauge{"disk", "-", 0, u.DiskLimit > 0 && u.Disk >= 0}
		if u.Disk >= 0 {
			disk.text = sizedOf(u.Disk, u.DiskLimit)
		}
		if disk.bounded {
			disk.fraction = float64(u.Disk) / float64(u.DiskLimit)
		}
		out = append(out, disk)
	}
	return append(out, gauge{"cpu", percent(f.tracks[i].rate()), f.tracks[i].rate() / f.processors(i), true})
}

func (f *figure) processors(i int) float64 {
	if limit := f.sample.Sandboxes[i].CPULimit; limit > 0 {
		return limit
	}
	return float64(max(f.sample.Host.CPUs, 1))
}

// drawsDisk says whether a lesson limits the disk of a sandbox here; all rooms have a bar for it then.
func (f *figure) drawsDisk() bool {
	for _, u := range f.sample.Sandboxes {
		if u.DiskLimit > 0 {
			return true
		}
	}
	return false
}

// roomRows is how many rows a room's contents have.
func (f *figure) roomRows() int {
	if f.drawsDisk() {
		return 6
	}
	return 5
}

// room draws what is in a room, from x, y in room cells.
func (f *figure) room(p *plan, x, y, room, i int) {
	u := f.sample.Sandboxes[i]
	title := u.Name
	if u.Engine == "vm" {
		title += " (VM)"
	}
	if u.State != lab.Running {
		p.write(x, y, room, inkDim, title)
		p.write(x, y+1, room, inkDim, empty(u))
		return
	}
	p.write(x, y, room, inkName, title)
	if u.Problem != "" {
		for n, line := range wrap("no figures: "+cells(u.Problem), room) {
			if n < f.roomRows()-1 {
				p.write(x, y+1+n, room, inkAlarm, line)
			}
		}
		return
	}
	who := processes(u.Processes)
	if with := who + ", net " + u.Network; u.Network != "" && len(with) <= room {
		who = with
	}
	p.write(x, y+1, room, inkText, who)
	gauges := f.gauges(i, room)
	labels, texts := 0, 0
	for _, g := range gauges {
		labels = max(labels, len(g.label)+1)
		if g.bounded {
			texts = max(texts, len(g.text))
		}
	}
	y += 2
	for _, g := range gauges {
		g.draw(p, x, y, room, labels, texts)
		y++
	}
	p.write(x, y, room, inkSmoke, sparkline(f.smoke(i), room))
}

// draw writes the label, the bar and the figures; labels and texts are the widths of these columns. From nine tenths of the
// limit the label has a sign.
func (g gauge) draw(p *plan, x, y, room, labels, texts int) {
	k, name := inkBar, inkDim
	label := g.label
	if g.bounded && g.fraction >= 0.9 {
		k, name = inkAlarm, inkAlarm
		label += "!"
	}
	p.write(x, y, room, name, label)
	if n := room - labels - texts - 1; g.bounded && n > 0 {
		p.write(x+labels, y, n, k, bar(g.fraction, n))
	}
	p.write(x+room-len(g.text), y, len(g.text), inkText, g.text)
}

func processes(n int) string {
	if n == 1 {
		return "1 process"
	}
	return fmt.Sprintf("%d processes", n)
}

// smoke is the processor time of the last half minute as fractions of what the sandbox may have.
func (f *figure) smoke(i int) []float64 {
	out := make([]float64, len(f.tracks[i].rates))
	for n, rate := range f.tracks[i].rates {
		out[n] = rate / f.processors(i)
	}
	return out
}

// empty says why nobody is there.
func empty(u lab.Usage) string {
	if u.State == lab.Starting {
		return "starting …"
	}
	return "not started"
}

// rows is the building where there is no room for one: two lines for each sandbox.
func (f *figure) rows(t theme, width int) []string {
	var lines []string
	for i, u := range f.sample.Sandboxes {
		title := t.strong.Render(u.Name)
		switch {
		case u.State != lab.Running:
			lines = append(lines, fit(t.dim.Render(u.Name+"  "+empty(u)), width))
			continue
		case u.Problem != "":
			lines = append(lines, fit(title+"  "+t.warn.Render("no figures: "+cells(u.Problem)), width))
			continue
		}
		whose := "shared kernel"
		if !u.SameKernel {
			whose = "kernel " + cells(u.Kernel)
		}
		lines = append(lines, fit(title+"  "+processes(u.Processes)+"  "+t.dim.Render(whose), width))
		var gauges []string
		for _, g := range f.gauges(i, 0) {
			gauges = append(gauges, t.dim.Render(g.label)+" "+g.text)
		}
		lines = append(lines, fit("  "+strings.Join(gauges, "  "), width-rowSmoke)+t.code.Render(sparkline(f.smoke(i), rowSmoke)))
	}
	lines = append(lines, fit(t.dim.Render("kernel "+f.sample.Host.Kernel), width))
	return append(lines, fit(t.dim.Render(f.machine(width)), width))
}
