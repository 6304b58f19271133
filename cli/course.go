package cli

import (
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"floorplan/lab"
	"floorplan/lessons"
	"floorplan/progress"
)

func (p *program) listCommand() *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use: "list [LESSON]", Short: "List the lessons and what is done",
		Example: "  floorplan list\n  floorplan list containers\n  floorplan list --json",
		Args:    arguments(0, 1), ValidArgsFunction: p.lessonNames,
		RunE: func(_ *cobra.Command, args []string) error {
			course, err := p.course()
			if err != nil {
				return err
			}
			if len(args) > 0 {
				lesson, _, err := course.Find(args[0])
				if err != nil {
					return err
				}
				course.Lessons = []*lessons.Lesson{lesson}
			} else {
				p.warn(course)
			}
			states, err := p.states(course)
			if err != nil {
				return err
			}
			listed := listCourse(course, states)
			if asJSON {
				return p.json(map[string]any{"lessons": orEmpty(listed)})
			}
			p.printList(course, listed, len(args) > 0)
			return nil
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	return c
}

type listedLesson struct {
	ID      string       `json:"id"`
	Title   string       `json:"title"`
	Minutes int          `json:"minutes"`
	Done    int          `json:"done"` // blocks
	Pages   []listedPage `json:"pages"`
}

type listedPage struct {
	ID    string `json:"id"`
	Title string `json:"title"`
	lessons.Counts
	Done int `json:"done"`
}

// doable is how many blocks a page has that can be done: a prediction belongs to its run block.
func (l listedPage) doable() int { return l.Runs + l.Checks + l.Questions }

func listCourse(course lessons.Course, states map[string]map[string]progress.State) []listedLesson {
	var list []listedLesson
	for _, lesson := range course.Lessons {
		entry := listedLesson{ID: lesson.ID, Title: lesson.Title, Minutes: lesson.Minutes, Pages: []listedPage{}}
		for _, page := range lesson.Pages {
			listed := listedPage{ID: page.ID, Title: page.Title, Counts: page.Counts()}
			for _, block := range page.Blocks {
				if states[lesson.ID][block.ID].Done() {
					listed.Done++
				}
			}
			entry.Done += listed.Done
			entry.Pages = append(entry.Pages, listed)
		}
		list = append(list, entry)
	}
	return list
}

func (p *program) printList(course lessons.Course, list []listedLesson, pages bool) {
	var rows [][]string
	for i, lesson := range list {
		all := 0
		for _, page := range lesson.Pages {
			all += page.doable()
		}
		rows = append(rows, []string{strconv.Itoa(course.Lessons[i].Number), lesson.ID, lesson.Title,
			minutes(lesson.Minutes), fmt.Sprintf("%d of %d done", lesson.Done, all)})
	}
	table(p.stdout, rows)
	if !pages {
		return
	}
	for _, lesson := range list {
		fmt.Fprintln(p.stdout)
		rows = nil
		for i, page := range lesson.Pages {
			rows = append(rows, []string{fmt.Sprintf("  #%d", i+1), page.ID, page.Title,
				fmt.Sprintf("%d of %d done", page.Done, page.doable())})
		}
		table(p.stdout, rows)
	}
}

func (p *program) playCommand() *cobra.Command {
	return &cobra.Command{
		Use: "play LESSON", Short: "Run a lesson's blocks, print a transcript",
		Long: `Run every live block of a lesson, or of one page (LESSON#PAGE), in its sandboxes without a screen, and print what a
student would see. Of a task the solution is run. The exit status is 1 when a block did not end as its author declared.`,
		Example: "  floorplan play containers\n  floorplan play 5#2",
		Args:    arguments(1, 1), ValidArgsFunction: p.lessonNames,
		RunE: func(c *cobra.Command, args []string) error {
			course, err := p.course()
			if err != nil {
				return err
			}
			lesson, page, err := find(course, args[0])
			if err != nil {
				return err
			}
			return lab.Play(c.Context(), p.stdout, lesson.With(1), page, p.machine())
		},
	}
}

// checked is the JSON form of what check found.
type checked struct {
	Lessons int `json:"lessons"`
	lessons.Counts
	Proven   *proven           `json:"proven,omitempty"`
	Problems []lessons.Problem `json:"problems"`
	Skipped  []lab.Skip        `json:"skipped"`
}

// proven is how much of it was run, with --run.
type proven struct {
	Seed        int64 `json:"seed"` // of the random values
	Runs        int   `json:"runs"`
	Checks      int   `json:"checks"`
	Predictions int   `json:"predictions"`
}

func (p *program) checkCommand() *cobra.Command {
	var run, asJSON bool
	var seed int64
	c := &cobra.Command{
		Use: "check [PATH]", Short: "Check lessons for mistakes, or prove them",
		Long: `Check the lessons of a folder, or one lesson's file; without PATH the course that is built in.

With --run the lessons are proven: each block ends as declared, each check fails before its solution and passes after it,
each prediction gets its answer from the machine. Random values differ from run to run; --seed repeats those of one run. The
exit status is 1 when there is an error; warnings alone are no error.`,
		Example: "  floorplan check\n  floorplan check my-course --run\n  floorplan check 01-shell.md --json",
		Args:    arguments(0, 1),
		RunE: func(c *cobra.Command, args []string) error {
			if c.Flags().Changed("seed") && (!run || seed < 1) {
				return usageError{errors.New("--seed takes a number from 1 on, and goes with --run\nhint: floorplan check --run prints the one that it used")}
			}
			if len(args) > 0 {
				if _, err := os.Stat(args[0]); err != nil {
					return fmt.Errorf("cannot check the lessons: %w\nhint: give a folder of lessons or one lesson's file", err)
				}
				p.courseDir = args[0]
			}
			course, err := p.course()
			if err != nil {
				return err
			}
			found := checked{Lessons: len(course.Lessons), Counts: course.Counts(), Problems: course.Problems}
			if run {
				if seed == 0 {
					seed = 1 + rand.Int64N(1<<53-1) // what programs that read JSON numbers as floating point keep
				}
				proof := lab.Prove(c.Context(), course, p.machine(), seed, p.proving)
				found.Problems = append(found.Problems, proof.Problems...)
				found.Skipped = proof.Skipped
				found.Proven = &proven{seed, proof.Runs, proof.Checks, proof.Predictions}
			}
			if err := c.Context().Err(); err != nil {
				return err
			}
			if asJSON {
				found.Problems, found.Skipped = orEmpty(found.Problems), orEmpty(found.Skipped)
				err = p.json(found)
			} else {
				p.printChecked(found)
			}
			for _, problem := range found.Problems {
				if problem.Severity == lessons.Error {
					return exitStatus(exitFailed)
				}
			}
			return err
		},
	}
	c.Flags().BoolVar(&run, "run", false, "run the lessons in their sandboxes and prove them")
	c.Flags().Int64Var(&seed, "seed", 0, "with --run: the number that an earlier run printed,\nfor its random values")
	c.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	return c
}

// proving tells someone at a terminal which block is run.
func (p *program) proving(lesson *lessons.Lesson, b *lessons.Block) {
	if isTerminal(p.stderr) {
		fmt.Fprintf(p.stderr, "%s: %s\n", lesson.ID, b.ID)
	}
}

func (p *program) printChecked(found checked) {
	for _, problem := range found.Problems {
		fmt.Fprintf(p.stdout, "%s\n\n", problem.Error())
	}
	for _, skip := range found.Skipped {
		fmt.Fprintf(p.stdout, "%s: skipped: %s\n", skip.Lesson, skip.Why)
		if skip.Fix != "" {
			fmt.Fprintf(p.stdout, "hint: %s\n", skip.Fix)
		}
		fmt.Fprintln(p.stdout)
	}
	problems := count(len(found.Problems), "problem")
	if done := found.Proven; done != nil {
		fmt.Fprintf(p.stdout, "%s run: %d of %s, %d of %s, %d of %s proven; %s\n", count(found.Lessons, "lesson"),
			done.Runs, count(found.Runs, "block"), done.Checks, count(found.Checks, "check"),
			done.Predictions, count(found.Predictions, "prediction"), problems)
		fmt.Fprintf(p.stdout, "--seed %d repeats these random values\n", done.Seed)
		return
	}
	fmt.Fprintf(p.stdout, "%s read: %s, %s, %s, %s; %s\n", count(found.Lessons, "lesson"), count(found.Runs, "block"),
		count(found.Checks, "check"), count(found.Questions, "question"), count(found.Predictions, "prediction"), problems)
}

// minutes is how long a lesson takes, as far as its author says.
func minutes(n int) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprintf("%d min", n)
}

func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

func (p *program) newCommand() *cobra.Command {
	return &cobra.Command{
		Use: "new PATH", Short: "Write a lesson to start from", Args: arguments(1, 1),
		Example: "  floorplan new my-course/01-shell.md\n  floorplan learn --course my-course",
		RunE: func(_ *cobra.Command, args []string) error {
			path := args[0]
			if info, err := os.Stat(path); err == nil && info.IsDir() || strings.HasSuffix(path, "/") {
				return fmt.Errorf("%s is a folder\nhint: name the lesson in it too: %s", path, shellWord(filepath.Join(path, "01-first.md")))
			}
			if filepath.Ext(path) != ".md" {
				path += ".md"
			}
			folder := filepath.Dir(path)
			_, err := os.Stat(folder)
			if errors.Is(err, os.ErrNotExist) {
				// One new folder is a course begun; more are a path mistyped.
				if err = os.Mkdir(folder, 0o755); err == nil {
					fmt.Fprintf(p.stdout, "folder %s is made\n", folder)
				}
			}
			if err != nil {
				return fmt.Errorf("cannot write the lesson: %w\nhint: the folder above the course's must be there, and yours to write in", err)
			}
			file, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
			if errors.Is(err, os.ErrExist) {
				return fmt.Errorf("%s exists already\nhint: choose another name; nothing was changed", path)
			}
			if err != nil {
				return fmt.Errorf("cannot write the lesson: %w", err)
			}
			_, err = file.WriteString(lessons.Template(titleOf(path)))
			if err := errors.Join(err, file.Close()); err != nil {
				return fmt.Errorf("cannot write the lesson: %w", err)
			}
			course := folder
			if !strings.ContainsAny(filepath.Base(path)[:1], "0123456789") {
				course = path // a folder's lessons are the files that start with a number
			}
			fmt.Fprintf(p.stdout, "%s is written\n  floorplan check %s --run\n  floorplan learn --course %s\n", path, shellWord(path), shellWord(course))
			return nil
		},
	}
}

// shellWord is a word as a shell reads it: in quotes where it needs them.
func shellWord(word string) string {
	plain := func(r rune) bool {
		return unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune("/._-+,:@", r)
	}
	if word != "" && strings.IndexFunc(word, func(r rune) bool { return !plain(r) }) < 0 {
		return word
	}
	return "'" + strings.ReplaceAll(word, "'", `'\''`) + "'"
}

// titleOf makes a title from a file's name: 01-first-steps.md is "First steps".
func titleOf(path string) string {
	name := strings.TrimLeft(strings.TrimSuffix(filepath.Base(path), ".md"), "0123456789-_. ")
	name = strings.NewReplacer("-", " ", "_", " ").Replace(name)
	first, size := utf8.DecodeRuneInString(name)
	if size == 0 {
		return ""
	}
	return string(unicode.ToUpper(first)) + name[size:]
}

func (p *program) json(value any) error {
	encoder := json.NewEncoder(p.stdout)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(value)
}
