package cli

import (
	"fmt"

	"github.com/spf13/cobra"

	"floorplan/lab"
)

func (p *program) measureCommand() *cobra.Command {
	var asJSON bool
	var runs int
	c := &cobra.Command{
		Use: "measure", Short: "Measure a process, a virtual environment, a container and a virtual machine here",
		Long: `Start a process, a Python virtual environment, a container and a virtual machine on this machine, alone and three at
once, in turns, and measure how long each takes until it answers, and what it takes of memory and disk. What cannot be
measured here says why.`,
		Example: "  floorplan measure\n  floorplan measure --runs 10 --json",
		Args:    arguments(0, 0),
		RunE: func(c *cobra.Command, _ []string) error {
			if runs < 1 || runs > 100 {
				return usageError{fmt.Errorf("--runs %d is not between 1 and 100", runs)}
			}
			found, err := lab.Measure(c.Context(), p.machine(), lab.MeasureOptions{Runs: runs}, p.measuring)
			if isTerminal(p.stderr) {
				fmt.Fprint(p.stderr, clearLine)
			}
			if err != nil {
				return err
			}
			if asJSON {
				found.Results = orEmpty(found.Results)
				return p.json(found)
			}
			return found.Table(p.stdout)
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	c.Flags().IntVar(&runs, "runs", 5, "how often each is started, 1 to 100")
	return c
}

// clearLine goes back to the start of the line and empties it (ECMA-48 EL).
const clearLine = "\r\x1b[K"

// measuring tells someone at a terminal how far it is.
func (p *program) measuring(progress lab.MeasureProgress) {
	switch {
	case !isTerminal(p.stderr):
	case p.plain:
		fmt.Fprintf(p.stderr, "%d of %d: %s\n", progress.Done, progress.Total, progress.Doing)
	default:
		fmt.Fprintf(p.stderr, clearLine+"%d of %d: %s", progress.Done, progress.Total, progress.Doing)
	}
}
