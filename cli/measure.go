package cli

import (
	"fmt"

	"github.com/charmbracelet/x/term"
	"github.com/spf13/cobra"

	"floorplan/lab"
	"floorplan/tui"
)

func (p *program) measureCommand() *cobra.Command {
	var asJSON bool
	var runs int
	c := &cobra.Command{
		Use: "measure", Short: "Measure processes, containers and VMs here",
		Long: `Start a process, a Python virtual environment, a container and a virtual machine on this machine, alone and three at
once, in turns, and measure how long each takes until it answers, and what it takes of memory and disk. What cannot be
measured here says why.`,
		Example: "  floorplan measure\n  floorplan measure --runs 10 --json",
		Args:    arguments(0, 0),
		RunE: func(c *cobra.Command, _ []string) error {
			if runs < 1 || runs > 100 {
				return usageError{fmt.Errorf("--runs %d is not between 1 and 100", runs)}
			}
			picture := measurePicture{program: p}
			found, err := lab.Measure(c.Context(), p.machine(), lab.MeasureOptions{Runs: runs}, picture.show)
			picture.erase()
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

// measurePicture tells someone at a terminal how far it is: bars that grow, drawn over themselves.
type measurePicture struct {
	*program
	drawn int // rows on the screen, above the cursor
}

func (m *measurePicture) show(progress lab.MeasureProgress) {
	if !isTerminal(m.stderr) {
		return
	}
	doing := fmt.Sprintf("%d of %d: %s", progress.Done, progress.Total, progress.Doing)
	if m.plain {
		fmt.Fprintln(m.stderr, doing)
		return
	}
	cols, height, err := term.GetSize(m.stderr.Fd())
	if err != nil {
		cols, height = 80, 24
	}
	rows := append(tui.MeasureRows(progress.SoFar, cols-1), "", doing)
	if len(rows) >= height { // what has scrolled away cannot be drawn over
		rows = rows[len(rows)-1:]
	}
	m.erase()
	for _, row := range rows {
		fmt.Fprint(m.stderr, clearLine+row+"\r\n")
	}
	m.drawn = len(rows)
}

// erase takes the picture off the screen.
func (m *measurePicture) erase() {
	if m.drawn > 0 {
		fmt.Fprintf(m.stderr, "\x1b[%dA\x1b[J", m.drawn) // ECMA-48 CUU and ED
		m.drawn = 0
	}
}
