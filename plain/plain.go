// Package plain shows a course as lines: no screen, no colour, nothing timed, good for a screen reader, a slow line or a
// script. It does what the screens do, with the same lab and the same progress: it prints, and it waits for a line.
package plain

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"floorplan/lab"
	"floorplan/lessons"
	"floorplan/progress"
)

// Options say what to open and where to print it.
type Options struct {
	Course  lessons.Course
	Machine *lab.Machine
	Store   *progress.Store
	In      io.Reader
	Out     io.Writer
	Width   int // columns that a line of text may have; 0 leaves the lines as the author broke them

	Lesson *lessons.Lesson // nil: where the student stopped, or a list to choose from
	Page   int             // -1: where the student stopped
}

// session is one student at one line-based terminal.
type session struct {
	Options
	ctx   context.Context
	lines chan string // closed at the end of the input

	lesson *lessons.Lesson
	lab    *lab.Lab
	active string          // the sandbox that "$ command" goes to
	here   map[string]bool // IDs of the blocks that have run in these sandboxes

	right, answered int // in a quiz
}

// What a student types in place of an answer.
var (
	errQuit = errors.New("quit")
	errSkip = errors.New("skip this block")
	errNext = errors.New("next page")
	errBack = errors.New("page before")
)

const help = `Enter goes on: it runs a block, opens the next page.
s         skip this block or question
n, b      next page, page before
hint      a hint for a task
solve     show a task's solution and run it
$ COMMAND run a command of your own in the sandbox; what runs longer than 30 seconds is stopped
q         quit: the course opens again on this page
`

func newSession(ctx context.Context, opts Options) *session {
	s := &session{Options: opts, ctx: ctx, lines: make(chan string), here: map[string]bool{}}
	go func() {
		defer close(s.lines)
		scanner := bufio.NewScanner(opts.In)
		for scanner.Scan() {
			select {
			case s.lines <- scanner.Text():
			case <-ctx.Done():
				return
			}
		}
	}()
	return s
}

// Learn steps through a lesson from the page that opts name. It returns when the student quits, when the input ends, or with
// an error.
func Learn(ctx context.Context, opts Options) error {
	s := newSession(ctx, opts)
	err := s.choose()
	if err == nil {
		s.lesson = s.Lesson.With(s.seed(s.Lesson.ID))
		s.lab = lab.Open(s.lesson, s.Machine)
		defer s.lab.Close()
		err = s.learn()
	}
	return s.ended(err)
}

// ended turns leaving into no error.
func (s *session) ended(err error) error {
	s.notices()
	if errors.Is(err, errQuit) || errors.Is(err, io.EOF) {
		return nil
	}
	return err
}

// choose settles which lesson is opened, and on which page.
func (s *session) choose() error {
	if s.Lesson == nil {
		if id, _, ok, err := s.Store.Last(); err == nil && ok {
			s.Lesson, _, _ = s.Course.Find(id)
		}
	}
	if s.Lesson == nil && len(s.Course.Lessons) == 0 {
		return errors.New("the course has no lessons that can be opened\nhint: 'floorplan check' with its folder says why")
	}
	for s.Lesson == nil {
		for _, lesson := range s.Course.Lessons {
			s.printf("%d. %s (%s)", lesson.Number, lesson.Title, lesson.ID)
			if lesson.Minutes > 0 {
				s.printf(", %d minutes", lesson.Minutes)
			}
			s.printf("\n")
		}
		answer, err := s.ask("Which lesson? Its number or name, or q: ")
		if moves(err) {
			continue // there is no page yet
		}
		if err != nil {
			return err
		}
		if s.Lesson, s.Page, err = s.Course.Find(answer); err != nil {
			s.printf("%v\n", err)
		}
	}
	if s.Page < 0 {
		s.Page = 0
		if id, ok, err := s.Store.LastPage(s.Lesson.ID); err == nil && ok {
			for i, page := range s.Lesson.Pages {
				if page.ID == id {
					s.Page = i
				}
			}
		}
	}
	return nil
}

// learn shows page after page.
func (s *session) learn() error {
	s.printf("%s\n? lists what you can type.\n", s.lesson.Title)
	if before := s.lab.Before(s.Page); len(before) > 0 {
		s.say(fmt.Sprintf("The sandboxes are fresh. First the blocks of the pages before run: %d.", len(before)))
		if err := s.replay(before); err != nil {
			return err
		}
	}
	for at := s.Page; at < len(s.lesson.Pages); {
		page := s.lesson.Pages[at]
		s.failed(s.Store.Visit(s.lesson.ID, page.ID))
		s.printf("\nPage %d of %d: %s\n\n", at+1, len(s.lesson.Pages), page.Title)
		err := s.page(page)
		if err == nil {
			_, err = s.ask("Enter for the next page: ")
		}
		switch {
		case errors.Is(err, errBack):
			at = max(0, at-1)
		case err == nil || errors.Is(err, errNext) || errors.Is(err, errSkip):
			at++
		default:
			return err
		}
	}
	return s.summary()
}

// page shows the blocks of a page and waits at those that ask for something.
func (s *session) page(page *lessons.Page) error {
	for i := range page.Blocks {
		b := &page.Blocks[i]
		var err error
		switch b.Kind {
		case lessons.Run:
			err = s.run(b)
		case lessons.Check:
			err = s.check(b)
		case lessons.Question:
			_, err = s.question(s.lesson.ID, b)
		default:
			s.say(b.Text + "\n")
		}
		if err != nil && !errors.Is(err, errSkip) {
			return err
		}
	}
	return nil
}

// summary is the end of a lesson.
func (s *session) summary() error {
	sum, err := s.Store.Summary(s.lesson.ID)
	if err != nil {
		return err
	}
	s.printf("\nThe lesson ends here. Blocks run: %d. Tasks done alone: %d, with a hint: %d, by the solution: %d. ",
		sum.Runs, sum.Passed, sum.Helped, sum.Solved)
	s.printf("Answers right at once: %d of %d.\n", sum.RightFirst, sum.Answered)
	again := map[string]bool{}
	for _, id := range sum.Again {
		if b, page := s.lesson.Block(id); b != nil && !again[s.lesson.Pages[page].Title] {
			again[s.lesson.Pages[page].Title] = true
			s.printf("Worth another look: page %d, %s\n", page+1, s.lesson.Pages[page].Title)
		}
	}
	return nil
}

// moves says whether what was typed goes elsewhere in a lesson.
func moves(err error) bool {
	return errors.Is(err, errSkip) || errors.Is(err, errNext) || errors.Is(err, errBack)
}

// ask prints a prompt and waits for a line. What means the same everywhere it does itself: help, skipping, moving, quitting, a
// command of the student's own.
func (s *session) ask(prompt string) (string, error) {
	for {
		s.notices()
		s.printf("%s", prompt)
		select {
		case line, ok := <-s.lines:
			line = strings.TrimSpace(line)
			command, own := strings.CutPrefix(line, "$")
			switch {
			case !ok:
				s.printf("\n")
				return "", io.EOF
			case own:
				s.own(strings.TrimSpace(command))
			case line == "?":
				s.printf("%s", help)
			case line == "q":
				return "", errQuit
			case line == "s":
				return "", errSkip
			case line == "n":
				return "", errNext
			case line == "b":
				return "", errBack
			default:
				return line, nil
			}
		case <-s.ctx.Done():
			return "", s.ctx.Err()
		}
	}
}

// own runs a command of the student's in the sandbox of the last block.
func (s *session) own(command string) {
	if s.lab == nil || s.active == "" || command == "" {
		s.printf("There is no sandbox on this page yet.\n")
		return
	}
	event, err := s.lab.Do(s.ctx, s.active, command, lab.Timeout(&lessons.Block{}))
	s.outcome(event, err)
}

func (s *session) outcome(event lab.Event, err error) {
	if event.Output != "" {
		s.printf("%s\n", strings.TrimRight(event.Output, "\n"))
	}
	switch {
	case err != nil:
		s.printf("It failed: %v\n", err)
	case event.Exit != 0:
		s.printf("Exit status %d.\n", event.Exit)
	}
}

// say prints an author's text.
func (s *session) say(text string) { s.printf("%s\n", fill(strings.TrimLeft(text, "\n"), s.Width)) }

func (s *session) printf(format string, args ...any) { fmt.Fprintf(s.Out, format, args...) }

// notices tells what the progress file has to say, each thing once.
func (s *session) notices() {
	for _, notice := range s.Store.Notices() {
		s.printf("Note: %s\n", notice)
	}
}

// failed tells that something could not be recorded: the lesson goes on.
func (s *session) failed(err error) {
	if err != nil {
		s.printf("Note: %v\n", err)
	}
}

// seed is for a lesson's random values.
func (s *session) seed(lesson string) int64 {
	seed, err := s.Store.Seed(lesson)
	s.failed(err)
	return seed
}

func numbered(i int, text string) string {
	return strconv.Itoa(i+1) + ". " + strings.TrimSpace(text) + "\n"
}
