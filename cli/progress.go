package cli

import (
	"bufio"
	"cmp"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"floorplan/lessons"
	"floorplan/progress"
)

// store opens the student's progress and says on standard error what went wrong with it.
func (p *program) store() (*progress.Store, error) {
	store, err := progress.Open(progress.DefaultPath(), progress.Options{})
	if err != nil {
		return nil, err
	}
	for _, notice := range store.Notices() {
		fmt.Fprintln(p.stderr, "note:", notice)
	}
	return store, nil
}

// states is what the student has done, by lesson and block. A student without a progress file has done nothing, and gets
// no file made.
func (p *program) states(course lessons.Course) (map[string]map[string]progress.State, error) {
	if _, err := os.Stat(progress.DefaultPath()); err != nil {
		return nil, nil
	}
	store, err := p.store()
	if err != nil {
		return nil, err
	}
	defer store.Close()
	states := map[string]map[string]progress.State{}
	for _, lesson := range course.Lessons {
		if states[lesson.ID], err = store.Done(lesson.ID); err != nil {
			return nil, err
		}
	}
	return states, nil
}

func (p *program) progressCommand() *cobra.Command {
	var asJSON, asCSV bool
	show := func(*cobra.Command, []string) error {
		if asJSON && asCSV {
			return usageError{errors.New("--json and --csv exclude each other")}
		}
		store, err := p.store()
		if err != nil {
			return err
		}
		defer store.Close()
		return p.printProgress(store, asJSON, asCSV)
	}
	c := &cobra.Command{
		Use: "progress", Short: "Show, export and import what you did",
		Long: `Show what you did in the lessons. It is kept in one file, $XDG_DATA_HOME/floorplan/progress.db (by default
~/.local/share/floorplan/progress.db), and goes nowhere else.`,
		Example: "  floorplan progress\n  floorplan progress --csv > history.csv\n  floorplan progress export > progress.jsonl",
		Args:    arguments(0, 0), RunE: show,
	}
	c.Flags().BoolVar(&asJSON, "json", false, "print the whole history and each lesson's summary as JSON")
	c.Flags().BoolVar(&asCSV, "csv", false, "print the whole history as CSV")
	c.AddCommand(p.progressReset(), p.progressExport(), p.progressImport())
	return c
}

func (p *program) printProgress(store *progress.Store, asJSON, asCSV bool) error {
	events, err := store.Events(time.Time{})
	if err != nil {
		return err
	}
	if asCSV {
		return progress.WriteCSV(p.stdout, events)
	}
	course, err := p.course()
	if err != nil {
		return err
	}
	summaries := map[string]progress.Summary{}
	rows := [][]string{{"LESSON", "BLOCKS RUN", "CHECKS PASSED", "ANSWERS RIGHT AT ONCE", "TIME"}}
	for _, lesson := range course.Lessons {
		sum, err := store.Summary(lesson.ID)
		if err != nil {
			return err
		}
		summaries[lesson.ID] = sum
		rows = append(rows, []string{lesson.ID, fmt.Sprint(sum.Runs), fmt.Sprint(sum.Passed + sum.Helped + sum.Solved),
			fmt.Sprintf("%d of %d", sum.RightFirst, sum.Answered), sum.Active.Round(time.Minute).String()})
	}
	if asJSON {
		return p.json(map[string]any{"lessons": summaries, "events": orEmpty(events)})
	}
	table(p.stdout, rows)
	fmt.Fprintf(p.stdout, "\n%s in %s\n", count(len(events), "event"), cmp.Or(store.Path(), "memory only"))
	return nil
}

func (p *program) progressReset() *cobra.Command {
	var yes bool
	c := &cobra.Command{
		Use: "reset", Short: "Forget everything you did", Args: arguments(0, 0),
		Long:    "Forget everything you did. At a terminal it asks first. 'floorplan progress export' keeps a copy.",
		Example: "  floorplan progress reset --yes",
		RunE: func(*cobra.Command, []string) error {
			store, err := p.store()
			if err != nil {
				return err
			}
			defer store.Close()
			if !yes && isTerminal(p.stdin) {
				fmt.Fprintf(p.stderr, "Forget all of %s? [y/N] ", store.Path())
				answer, _ := bufio.NewReader(p.stdin).ReadString('\n')
				if !strings.HasPrefix(strings.ToLower(answer), "y") {
					fmt.Fprintln(p.stderr, "nothing was changed")
					return exitStatus(exitFailed)
				}
			}
			if err := store.Reset(); err != nil {
				return err
			}
			fmt.Fprintln(p.stdout, "progress is reset")
			return nil
		},
	}
	c.Flags().BoolVarP(&yes, "yes", "y", false, "do not ask")
	return c
}

func (p *program) progressExport() *cobra.Command {
	return &cobra.Command{
		Use: "export", Short: "Print the history, for progress import", Args: arguments(0, 0),
		Example: "  floorplan progress export > progress.jsonl",
		RunE: func(*cobra.Command, []string) error {
			store, err := p.store()
			if err != nil {
				return err
			}
			defer store.Close()
			return store.Export(p.stdout)
		},
	}
}

func (p *program) progressImport() *cobra.Command {
	return &cobra.Command{
		Use: "import [FILE]", Short: "Add an exported history to this one", Args: arguments(0, 1),
		Long:    "Add an exported history to this one, from FILE or from standard input. What is there already is not added again.",
		Example: "  floorplan progress import progress.jsonl",
		RunE: func(_ *cobra.Command, args []string) error {
			var input io.Reader = p.stdin
			if len(args) > 0 && args[0] != "-" {
				file, err := os.Open(args[0])
				if err != nil {
					return fmt.Errorf("cannot import progress: %w", err)
				}
				defer file.Close()
				input = file
			}
			store, err := p.store()
			if err != nil {
				return err
			}
			defer store.Close()
			added, err := store.Import(input)
			if err != nil {
				return err
			}
			fmt.Fprintf(p.stdout, "%s added\n", count(added, "event"))
			return nil
		},
	}
}
