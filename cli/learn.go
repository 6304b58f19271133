package cli

import (
	"context"
	"strings"

	"github.com/charmbracelet/x/term"
	"github.com/spf13/cobra"

	"floorplan/lessons"
	"floorplan/plain"
	"floorplan/tui"
)

func (p *program) learnCommand() *cobra.Command {
	return &cobra.Command{
		Use: "learn [LESSON[#PAGE]]", Short: "Open the course, or a lesson",
		Long: `Open the course where you stopped, or a lesson, or one of its pages. A lesson is named by its name or its number.
With --course the lessons of a folder are opened, and read again while someone edits them.`,
		Example: "  floorplan learn\n  floorplan learn containers#2\n  floorplan learn --course my-course",
		Args:    arguments(0, 1), ValidArgsFunction: p.lessonNames,
		RunE: func(c *cobra.Command, args []string) error {
			return p.learn(c.Context(), strings.Join(args, ""), false)
		},
	}
}

func (p *program) quizCommand() *cobra.Command {
	return &cobra.Command{
		Use: "quiz [LESSON[#PAGE]]", Short: "Ask what is due today, or a lesson's quiz",
		Long: `Ask the questions, and the predictions that went wrong, that are due for review today; or the questions of one lesson, or page.
After an answer the block that shows it can be run again, in fresh sandboxes and with other random values.`,
		Example: "  floorplan quiz\n  floorplan quiz containers",
		Args:    arguments(0, 1), ValidArgsFunction: p.lessonNames,
		RunE: func(c *cobra.Command, args []string) error { return p.learn(c.Context(), strings.Join(args, ""), true) },
	}
}

// learn opens a lesson or a quiz on the screen, or as lines where there is no terminal for a screen.
func (p *program) learn(ctx context.Context, ref string, quiz bool) error {
	course, err := p.course()
	if err != nil {
		return err
	}
	var lesson *lessons.Lesson
	page := -1
	if ref != "" {
		if lesson, page, err = find(course, ref); err != nil {
			return err
		}
	}
	store, err := p.store()
	if err != nil {
		return err
	}
	defer store.Close()
	if p.plain || !isTerminal(p.stdin) || !isTerminal(p.stdout) {
		p.warn(course)
		opts := plain.Options{
			Course: course, Machine: p.machine(), Store: store, In: p.stdin, Out: p.stdout, Lesson: lesson, Page: page,
		}
		if cols, _, err := term.GetSize(p.stdout.Fd()); err == nil {
			opts.Width = cols
		}
		if quiz {
			return plain.Quiz(ctx, opts)
		}
		return plain.Learn(ctx, opts)
	}
	opts := tui.Options{Course: course, Dir: p.courseDir, Machine: p.machine(), Store: store, Quiz: quiz}
	if lesson != nil {
		opts.Lesson = lesson.ID
		if page >= 0 {
			opts.Page = lesson.Pages[page].ID
		}
	}
	<-p.listening // a signal that ended the program now would leave the screen as it is
	if err := tui.Run(ctx, opts); err != nil {
		return err
	}
	return context.Cause(ctx) // nil, or the signal that closed the screen
}
