package cli

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/spf13/cobra"

	"floorplan/lab"
	"floorplan/sandbox"
)

func (p *program) doctorCommand() *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use: "doctor", Short: "Show what this machine can run",
		Long: `Show what this machine can run. Each engine is tried by starting a real sandbox, not by looking at versions.
The exit status is 1 when no engine works; the course then still opens, reads and asks.`,
		Example: "  floorplan doctor\n  floorplan doctor --json",
		Args:    arguments(0, 0),
		RunE: func(c *cobra.Command, _ []string) error {
			engines, parts := examine(c.Context(), p.machine())
			if err := c.Context().Err(); err != nil {
				return err
			}
			if asJSON {
				if err := p.json(map[string]any{"engines": orEmpty(engines), "parts": orEmpty(parts)}); err != nil {
					return err
				}
			} else {
				p.printDoctor(engines, parts)
			}
			if !slices.ContainsFunc(engines, func(r sandbox.Report) bool { return r.OK }) {
				return exitStatus(exitFailed)
			}
			return nil
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	return c
}

func examine(ctx context.Context, machine *lab.Machine) (engines []sandbox.Report, parts []lab.Part) {
	var wait sync.WaitGroup
	wait.Go(func() { engines = machine.Reports(ctx) })
	wait.Go(func() { parts = machine.Parts(ctx) })
	wait.Wait()
	return engines, parts
}

func (p *program) printDoctor(engines []sandbox.Report, parts []lab.Part) {
	rows := [][]string{{"ENGINE", "WORKS", ""}}
	var notes []string
	for _, engine := range engines {
		about := engine.Why
		if engine.OK {
			about = engineKinds[engine.Name]
		}
		rows = append(rows, []string{engine.Name, yesNo(engine.OK), about})
		if !engine.OK && engine.Fix != "" {
			rows = append(rows, []string{"", "", "fix: " + engine.Fix})
		}
		for _, note := range engine.Notes {
			notes = append(notes, engine.Name+": "+note)
		}
	}
	table(p.stdout, rows)
	fmt.Fprintln(p.stdout)
	table(p.stdout, limitRows(engines))
	fmt.Fprintln(p.stdout)
	rows = [][]string{{"PART", "HERE", ""}}
	for _, part := range parts {
		rows = append(rows, []string{part.Name, yesNo(part.OK), part.Why})
		if part.Fix != "" {
			rows = append(rows, []string{"", "", "fix: " + part.Fix})
		}
	}
	table(p.stdout, rows)
	if len(notes) > 0 {
		fmt.Fprintln(p.stdout)
	}
	for _, note := range notes {
		fmt.Fprintf(p.stdout, "note: %s\n", note)
	}
}

// engineKinds says what an engine makes.
var engineKinds = map[string]string{"native": "containers", "vm": "virtual machines"}

// limitRows is a table of how each engine that works holds a sandbox to its limits.
func limitRows(engines []sandbox.Report) [][]string {
	head := []string{"LIMIT ON"}
	for _, engine := range engines {
		if engine.OK {
			head = append(head, strings.ToUpper(engine.Name))
		}
	}
	if len(head) == 1 {
		return nil
	}
	rows := [][]string{head}
	for _, limit := range []struct{ key, name string }{
		{"memory", "memory"}, {"cpu", "processor"}, {"pids", "processes"}, {"disk", "disk"}, {"files", "open files"},
	} {
		row := []string{limit.name}
		for _, engine := range engines {
			if engine.OK {
				how := engine.Limits[limit.key]
				words := cmp.Or(limitWords[how], how, "no limit")
				if limit.key == "files" {
					words += ", for each process"
				}
				row = append(row, words)
			}
		}
		rows = append(rows, row)
	}
	return rows
}

// limitWords says how a limit is held, for people.
var limitWords = map[string]string{
	"cgroup-v2":  "exact, by a control group",
	"cgroup-v1":  "exact, by a control group (version 1)",
	"rlimit":     "by rlimit",
	"watchdog":   "best effort: watched, and ended when over it",
	"nice":       "no ceiling, only a lower priority",
	"hypervisor": "exact, by the size of the machine",
	"tmpfs":      "exact, by the size of the file system",
	"none":       "no limit",
}
