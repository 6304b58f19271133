package lab

import (
	"fmt"
	"io"
	"strings"
	"text/tabwriter"
)

// Table writes the measurements for people, one line each, and below them what was skipped and why. It says nothing by colour
// or position alone.
func (m Measurements) Table(w io.Writer) error {
	out := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(out, "WHAT\tAT ONCE\tREADY (FROM-TO)\tMEMORY\tDISK OWN + SHARED\tKERNEL\tRUNS")
	var remarks []string
	for _, r := range m.Results {
		if r.Skipped != "" && r.Count == 1 {
			remarks = append(remarks, r.Kind+": not measured, or not to the end: "+r.Skipped)
		}
		if r.N == 0 {
			continue
		}
		fmt.Fprintf(out, "%s\t%d\t%s (%s-%s)\t%s\t%s + %s\t%s\t%d\n", r.Kind, r.Count,
			Milliseconds(r.Ready.Median), Milliseconds(r.Ready.Min), Milliseconds(r.Ready.Max),
			Bytes(r.Memory), Bytes(r.Disk), Bytes(r.SharedDisk), r.Kernel, r.N)
		if r.Note != "" && r.Count == 1 {
			remarks = append(remarks, r.Kind+": "+r.Note)
		}
	}
	if err := out.Flush(); err != nil {
		return err
	}
	if ratio := m.ratios(); ratio != "" {
		remarks = append([]string{ratio}, remarks...)
	}
	for _, remark := range remarks {
		if _, err := fmt.Fprintln(w, "\n"+strings.ReplaceAll(remark, "\n", "\n  ")); err != nil {
			return err
		}
	}
	return nil
}

// ratios compares a virtual machine with a container, where both were measured.
func (m Measurements) ratios() string {
	machine, container := m.Of(KindVM, 1), m.Of(KindContainer, 1)
	if machine.N == 0 || container.N == 0 || container.Memory == 0 || container.Ready.Median == 0 {
		return ""
	}
	return fmt.Sprintf("One virtual machine takes %.0f times the memory of a container, and is ready after %.0f times the time.",
		float64(machine.Memory)/float64(container.Memory), machine.Ready.Median/container.Ready.Median)
}

// Of is the measurement of a kind and count, the zero value where there is none.
func (m Measurements) Of(kind string, count int) Measurement {
	for _, r := range m.Results {
		if r.Kind == kind && r.Count == count {
			return r
		}
	}
	return Measurement{}
}

// Milliseconds writes a time with as many digits as say something: "0.8 ms", "41 ms", "1.52 s".
func Milliseconds(ms float64) string {
	switch {
	case ms < 10:
		return fmt.Sprintf("%.1f ms", ms)
	case ms < 1000:
		return fmt.Sprintf("%.0f ms", ms)
	}
	return fmt.Sprintf("%.2f s", ms/1000)
}

// Bytes writes a size: "312 KB", "5.2 MB". A MB is 2^20 bytes here.
func Bytes(n int64) string {
	const kilobyte, megabyte = 1 << 10, 1 << 20
	switch {
	case n < megabyte:
		return fmt.Sprintf("%d KB", (n+kilobyte-1)/kilobyte)
	case n < 10*megabyte:
		return fmt.Sprintf("%.1f MB", float64(n)/megabyte)
	}
	return fmt.Sprintf("%.0f MB", float64(n)/megabyte)
}
