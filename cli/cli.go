// Package cli is the command line: it turns arguments into calls of the packages that do the work, and what they return into
// lines or JSON. It decides nothing about lessons or sandboxes.
package cli

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"unicode"

	"charm.land/fang/v2"
	"github.com/charmbracelet/x/term"
	mango "github.com/muesli/mango-cobra"
	"github.com/muesli/roff"
	"github.com/spf13/cobra"

	"floorplan/lab"
	"floorplan/lessons"
)

// Exit statuses; sandbox run ends with that of its command.
const (
	exitOK     = 0
	exitFailed = 1
	exitUsage  = 2
)

// usageError is a wrong command line.
type usageError struct{ error }

// exitStatus ends the program with a status that needs no message, because the output has said why.
type exitStatus int

func (e exitStatus) Error() string { return fmt.Sprintf("exit status %d", int(e)) }

// program is one run of the command line.
type program struct {
	stdin     *os.File
	stdout    *output
	stderr    *os.File
	courseDir string          // --course; empty is the course that is built in
	plain     bool            // --plain, or a terminal that can do no more
	listening <-chan struct{} // closed when signals no longer end the program at once
}

// output is standard output that remembers a failed write: a full disk must not look like success.
type output struct {
	*os.File
	err error
}

func (o *output) Write(p []byte) (int, error) {
	n, err := o.File.Write(p)
	o.err = cmp.Or(o.err, err)
	return n, err
}

// WriteString and ReadFrom are the file's other ways to be written to: see Write.
func (o *output) WriteString(s string) (int, error) { return o.Write([]byte(s)) }

func (o *output) ReadFrom(r io.Reader) (int64, error) { return io.Copy(struct{ io.Writer }{o}, r) }

// interruption is the signal that ended the program.
type interruption syscall.Signal

func (i interruption) Error() string { return "interrupted by signal " + strconv.Itoa(int(i)) }

// Main runs the program and returns its exit status: 0, 1 where something failed, 2 for a wrong command line, and as shells have it
// 128+N where signal N ended it.
func Main(args []string) int {
	if os.Getenv("NO_COLOR") != "" {
		os.Setenv("NO_COLOR", "1") // any value counts (no-color.org), but libraries read it as a boolean
	}
	ctx, stop := context.WithCancelCause(context.Background())
	defer stop(nil)
	listening := make(chan struct{})
	go func() { // it takes some threads and a tenth of the program's start to listen, which only a screen waits for
		signals := make(chan os.Signal, 1)
		signal.Notify(signals, os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
		close(listening)
		first := <-signals
		signal.Stop(signals) // a second one ends the program at once
		stop(interruption(first.(syscall.Signal)))
	}()
	p := &program{
		stdin: os.Stdin, stdout: &output{File: os.Stdout}, stderr: os.Stderr, plain: os.Getenv("TERM") == "dumb",
		listening: listening,
	}
	root := p.root()
	root.SetArgs(args)
	return p.status(ctx, root.ExecuteContext(ctx))
}

// status prints an error and gives the exit status that it stands for.
func (p *program) status(ctx context.Context, err error) int {
	var status exitStatus
	var usage usageError
	var broken lessons.Problem
	var by interruption
	switch {
	case p.stdout.err != nil && (err == nil || errors.As(err, &status)):
		fmt.Fprintln(p.stderr, "error: cannot print:", p.stdout.err)
		return exitFailed
	case err == nil:
		return exitOK
	case errors.As(err, &status):
		return int(status)
	case errors.As(context.Cause(ctx), &by):
		fmt.Fprintln(p.stderr, "interrupted")
		return 128 + int(by)
	case errors.As(err, &usage):
		fmt.Fprintln(p.stderr, "error:", printable(err.Error()))
		return exitUsage
	case errors.As(err, &broken):
		fmt.Fprintln(p.stderr, err) // it begins with its own file:line:column
		return exitFailed
	default:
		fmt.Fprintln(p.stderr, "error:", printable(err.Error()))
		return exitFailed
	}
}

// printable is text without what would lead a terminal: an image's configuration and a program's name may be in it.
func printable(text string) string {
	return strings.Map(func(r rune) rune {
		if r != '\n' && r != '\t' && (unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r)) {
			return unicode.ReplacementChar
		}
		return r
	}, text)
}

func (p *program) root() *cobra.Command {
	root := &cobra.Command{
		Use:   "floorplan",
		Short: "Learn virtualization in a terminal, with real sandboxes on your own machine",
		Long: `Floorplan teaches virtualization in a terminal: containers, virtual machines and virtual environments. A lesson's
text stands beside a real sandbox on your own machine: predict, run, look, change one thing, be checked and asked.

Without a command it opens the course where you stopped.`,
		Example: `  floorplan
  floorplan learn containers
  floorplan quiz
  floorplan doctor`,
		Version:       version(),
		Args:          p.noCommand,
		SilenceUsage:  true,
		SilenceErrors: true,
		RunE:          func(c *cobra.Command, _ []string) error { return p.learn(c.Context(), "", false) },
	}
	root.SuggestionsMinimumDistance = 2
	root.PersistentFlags().BoolVar(&p.plain, "plain", p.plain, "lines only, good for screen readers")
	root.PersistentFlags().Lookup("plain").DefValue = "false" // what help says, on every terminal
	root.TraverseChildren = true                              // --course may stand before the command too
	p.courseFlag(root)
	root.SetFlagErrorFunc(func(c *cobra.Command, err error) error {
		return usageError{fmt.Errorf("%w\nhint: '%s --help' lists the flags", err, c.CommandPath())}
	})
	root.SetOut(p.stdout)
	root.SetHelpFunc(func(c *cobra.Command, _ []string) { styledHelp(root, c) })
	learn, quiz, list, play := p.learnCommand(), p.quizCommand(), p.listCommand(), p.playCommand()
	history := p.progressCommand()
	for _, c := range []*cobra.Command{learn, quiz, list, play, history} {
		p.courseFlag(c)
	}
	root.AddCommand(learn, quiz, list, play, p.checkCommand(), p.newCommand(), p.doctorCommand(), p.measureCommand(), history,
		p.imageCommand(), p.sandboxCommand(), p.manCommand())
	root.InitDefaultCompletionCmd()
	if completion, _, err := root.Find([]string{"completion"}); err == nil {
		completion.Short = "Print a script that completes in a shell"
	}
	return root
}

// version is the module's version, or for one built from its source the commit.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "unknown"
	}
	for _, setting := range info.Settings {
		if setting.Key == "vcs.revision" && info.Main.Version == "(devel)" {
			return setting.Value
		}
	}
	return info.Main.Version
}

// styledHelp has fang draw the help of a command. Only the help goes through fang: before it prints an error it asks the
// terminal for its background colour, and an error must not wait for a terminal.
func styledHelp(root, c *cobra.Command) {
	c.Long = flowing(c.Long)
	path := strings.Fields(c.CommandPath())[1:]
	root.SetArgs(append(path, "--help"))
	_ = fang.Execute(context.Background(), root, fang.WithoutManpage(), fang.WithoutVersion())
}

// flowing makes one line of each paragraph: who prints it knows how wide it may be.
func flowing(text string) string {
	paragraphs := strings.Split(text, "\n\n")
	for i, paragraph := range paragraphs {
		paragraphs[i] = strings.ReplaceAll(paragraph, "\n", " ")
	}
	return strings.Join(paragraphs, "\n\n")
}

// courseFlag is for the commands that open a course.
func (p *program) courseFlag(c *cobra.Command) {
	c.Flags().StringVar(&p.courseDir, "course", p.courseDir, "a folder of lessons to use as the course")
	_ = c.MarkFlagDirname("course")
}

// noCommand refuses a first argument that is no command, and says what was meant.
func (p *program) noCommand(c *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	err := fmt.Errorf("unknown command %q", args[0])
	if near := c.SuggestionsFor(args[0]); len(near) > 0 {
		return usageError{fmt.Errorf("%w\nhint: did you mean %s?", err, strings.Join(near, " or "))}
	}
	if course, courseErr := p.course(); courseErr == nil {
		if _, _, found := course.Find(args[0]); found == nil {
			return usageError{fmt.Errorf("%w\nhint: 'floorplan learn %s' opens that lesson", err, args[0])}
		}
	}
	return usageError{fmt.Errorf("%w\nhint: 'floorplan --help' lists the commands", err)}
}

// arguments allows from least to most positional arguments and names those that are missing.
func arguments(least, most int) cobra.PositionalArgs {
	return func(c *cobra.Command, args []string) error {
		switch {
		case len(args) < least:
			return usageError{fmt.Errorf("%s needs %s\nhint: %s", c.CommandPath(), positional(c)[len(args)], c.UseLine())}
		case len(args) > most:
			return usageError{fmt.Errorf("%s takes no argument %q\nhint: %s", c.CommandPath(), args[most], c.UseLine())}
		}
		return nil
	}
}

// positional are the names of a command's required arguments, as its usage line has them.
func positional(c *cobra.Command) []string {
	return slices.DeleteFunc(strings.Fields(c.Use), func(word string) bool { return word[0] < 'A' || word[0] > 'Z' })
}

// group is a command that only has subcommands.
func group(use, short string, commands ...*cobra.Command) *cobra.Command {
	c := &cobra.Command{
		Use: use, Short: short,
		RunE: func(c *cobra.Command, args []string) error {
			err := fmt.Errorf("%s needs a command", c.CommandPath())
			if len(args) > 0 {
				err = fmt.Errorf("unknown command %q for %s", args[0], c.CommandPath())
			}
			return usageError{fmt.Errorf("%w\nhint: '%s --help' lists them", err, c.CommandPath())}
		},
	}
	c.AddCommand(commands...)
	return c
}

// course is the course in --course, or the one that is built in.
func (p *program) course() (lessons.Course, error) {
	if p.courseDir == "" {
		return lessons.Load(lessons.Builtin()), nil
	}
	if _, err := os.Stat(p.courseDir); err != nil {
		return lessons.Course{}, fmt.Errorf("cannot open the course: %w\nhint: --course names a folder of lessons", err)
	}
	return lessons.LoadDir(p.courseDir), nil
}

// warn prints the problems that keep lessons out of the course: the others still open.
func (p *program) warn(course lessons.Course) {
	for _, problem := range course.Problems {
		if problem.Severity == lessons.Error {
			fmt.Fprintln(p.stderr, problem.Error())
		}
	}
}

// find is a lesson of the course and the place of a page; -1 where ref names none.
func find(course lessons.Course, ref string) (*lessons.Lesson, int, error) {
	lesson, page, err := course.Find(ref)
	if err == nil && !strings.Contains(ref, "#") {
		page = -1
	}
	return lesson, page, err
}

// lessonNames completes an argument that names a lesson.
func (p *program) lessonNames(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
	course, err := p.course()
	if err != nil || len(args) > 0 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	var names []string
	for _, lesson := range course.Lessons {
		names = append(names, lesson.ID+"\t"+lesson.Title)
	}
	return names, cobra.ShellCompDirectiveNoFileComp
}

func (p *program) machine() *lab.Machine { return lab.NewMachine(lab.Options{}) }

func (p *program) manCommand() *cobra.Command {
	return &cobra.Command{
		Use: "man", Short: "Print the manual page", Args: arguments(0, 0), Example: "  floorplan man | man -l -",
		RunE: func(c *cobra.Command, _ []string) error {
			c.Root().Long = flowing(c.Root().Long)
			page, err := mango.NewManPage(1, c.Root())
			if err != nil {
				return err
			}
			_, err = fmt.Fprint(p.stdout, page.Build(roff.NewDocument()))
			return err
		},
	}
}

// table prints rows in columns; the last column is as wide as it likes.
func table(w io.Writer, rows [][]string) {
	var widths []int
	for _, row := range rows {
		for i, cell := range row {
			if i == len(widths) {
				widths = append(widths, 0)
			}
			widths[i] = max(widths[i], len([]rune(cell)))
		}
	}
	for _, row := range rows {
		line := ""
		for i, cell := range row {
			line += cell + strings.Repeat(" ", widths[i]-len([]rune(cell))+2)
		}
		fmt.Fprintln(w, strings.TrimRight(line, " "))
	}
}

func isTerminal(f interface{ Fd() uintptr }) bool { return term.IsTerminal(f.Fd()) }

// orEmpty makes JSON say [] where there is nothing.
func orEmpty[T any](list []T) []T { return append([]T{}, list...) }

func yesNo(ok bool) string { return map[bool]string{true: "yes", false: "no"}[ok] }
