package cli

import (
	"context"
	"fmt"
	"maps"
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
		Use: "doctor", Short: "Show what this machine can run, and the command that mends what it cannot",
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
		var limits []string
		for _, resource := range slices.Sorted(maps.Keys(engine.Limits)) {
			limits = append(limits, resource+" by "+engine.Limits[resource])
		}
		about := engine.Why
		if engine.OK {
			about = "limits: " + strings.Join(limits, ", ")
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
	rows = [][]string{{"PART", "HERE", ""}}
	for _, part := range parts {
		rows = append(rows, []string{part.Name, yesNo(part.OK), part.Why})
		if part.Fix != "" {
			rows = append(rows, []string{"", "", "fix: " + part.Fix})
		}
	}
	table(p.stdout, rows)
	for _, note := range notes {
		fmt.Fprintf(p.stdout, "\nnote: %s\n", note)
	}
}
