// Package tui is every screen of Floorplan. [Run] opens it.
//
// Rules of this package:
//   - App is the only tea.Model. Screens are plain structs that draw themselves and answer questions about themselves; what a
//     key does stands in the table of keys.go, and the function named there changes the App.
//   - Update and View do no input or output and nothing slow. What takes time is a tea.Cmd; its message carries the number of
//     the opened lesson, and a message of a lesson that was left is dropped.
//   - Nothing is global: styles, keys and theme belong to one App, so that many students can share a process.
//   - The bytes of a sandbox reach the screen only through the emulator in tui/terminal.
//   - Sizes come from arrange in layout.go.
package tui

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"sync"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/term"

	"floorplan/lab"
	"floorplan/lessons"
	"floorplan/progress"
)

// Options say what to open.
type Options struct {
	Course  lessons.Course
	Dir     string // a course folder to read again when it changes; empty for the course that is built in
	Machine *lab.Machine
	Store   *progress.Store

	Lesson, Page string // where to begin; empty is where the student stopped
	Quiz         bool   // begin with the questions: of Lesson, or those that are due
}

// Run shows the screens until the student quits or ctx ends, and leaves no sandbox behind. It needs a terminal.
func Run(ctx context.Context, opts Options) error {
	ctx, end := context.WithCancel(ctx)
	defer end()
	a := newApp(ctx, opts)
	defer a.close()
	a.glyphs = consoleGlyphs(os.Getenv("TERM"))
	profile := colorprofile.Detect(os.Stdout, os.Environ())
	if os.Getenv("NO_COLOR") != "" { // any value counts (no-color.org); the library takes only what ParseBool does
		profile = colorprofile.ASCII
	}
	if cols, rows, err := term.GetSize(os.Stdout.Fd()); err == nil { // so that the first frame and the first shell have it
		a.setProfile(profile)
		a.Update(tea.WindowSizeMsg{Width: cols, Height: rows})
		a.paintFirst(&colorprofile.Writer{Forward: os.Stdout, Profile: profile})
	}
	keyboard := &keyboard{os.Stdin, end}
	_, err := tea.NewProgram(a, tea.WithContext(ctx), tea.WithColorProfile(profile), tea.WithInput(keyboard)).Run()
	// Bubble Tea restores what it has drawn over. Ended before its first frame, it has not; said twice it does no harm.
	io.WriteString(os.Stdout, ansi.SetModeTextCursorEnable+ansi.ResetModeAltScreenSaveCursor)
	if errors.Is(err, tea.ErrInterrupted) || ctx.Err() != nil {
		return nil
	}
	return err
}

// keyboard is the terminal's input, which ends the program when it ends. The hangup of a terminal is told to the leader of its
// session (SIGHUP, termios(3)); one such as runuser(1) keeps it to itself, and Bubble Tea reads on for ever.
type keyboard struct {
	*os.File
	gone func()
}

func (k *keyboard) Read(p []byte) (int, error) {
	n, err := k.File.Read(p)
	if err != nil {
		k.gone()
	}
	return n, err
}

// paintFirst writes the first frame before Bubble Tea has started: its own comes with the first tick, a sixtieth of a second
// later. It leaves the terminal on the alternate screen, as Bubble Tea will find and restore it.
func (a *App) paintFirst(w io.Writer) {
	frame := strings.ReplaceAll(a.View().Content, "\n", "\r\n")
	io.WriteString(w, ansi.SetModeAltScreenSaveCursor+ansi.ResetModeTextCursorEnable+ansi.EraseEntireScreen+ansi.CursorHomePosition+frame)
}

// App is the whole program on one screen. It is the only tea.Model.
type App struct {
	opts   Options
	course lessons.Course
	ctx    context.Context

	theme theme
	dark  bool // the terminal's background
	mono  bool // the terminal has no colours
	draw  renderer
	keys  []binding

	glyphs *strings.Replacer // what the terminal's font lacks; nil for nothing

	cols, rows int
	lay        layout
	want       arrangement
	notice     string // one line in the footer's place until the next key

	contents contents
	reading  *reading // the open lesson; nil on the contents
	quiz     *quiz    // nil unless a quiz is on
	aside    *quiz    // one that was left and can be gone on with; nil for none
	overlay  *overlay
	search   *search        // in the terminal's output; nil unless it is on
	index    *lessons.Index // nil until something is looked for
	journal  *journal
	reruns   sync.WaitGroup // blocks that quizzes run again, until their sandboxes are closed
	opened   int            // how many lessons were opened: the run number of their messages
}

func newApp(ctx context.Context, opts Options) *App {
	a := &App{opts: opts, course: opts.Course, ctx: ctx, keys: bindings(), journal: newJournal(opts.Store)}
	a.dark = true
	a.setTheme()
	if opts.Store != nil {
		a.notice = strings.Join(opts.Store.Notices(), " · ")
	}
	first := a.firstScreen()
	if p, ok := first.(placeMsg); ok && p.err == nil {
		a.open(p.place) // Init starts its sandbox
	} else {
		a.loaded(first)
	}
	if a.reading == nil && a.quiz == nil {
		a.contents = newContents(a.course, opts.Store)
	}
	return a
}

// firstScreen is what the options ask for, else where the student stopped; nil for the contents.
func (a *App) firstScreen() tea.Msg {
	o := a.opts
	if o.Quiz {
		q, err := loadQuiz(o.Course, o.Store, o.Lesson, o.Page)
		return quizMsg{q, err}
	}
	if o.Lesson == "" {
		o.Lesson, o.Page = lastPlace(o.Course, o.Store)
	}
	if o.Lesson == "" {
		return nil
	}
	p, err := loadPlace(o.Course, o.Store, o.Lesson, o.Page)
	return placeMsg{place: p, err: err}
}

func (a *App) setTheme() {
	a.theme = newTheme(a.dark, a.mono)
	a.draw = newRenderer(a.theme, a.course.Glossary)
	if p := a.currentPage(); p != nil {
		for _, b := range p.blocks {
			b.changed()
		}
		p.lines = nil
		a.layoutPage()
	}
}

// setProfile takes what the terminal can show. Bubble Tea rounds the colours; a terminal without any gets marks instead.
func (a *App) setProfile(profile colorprofile.Profile) {
	if mono := profile <= colorprofile.ASCII; mono != a.mono {
		a.mono = mono
		a.setTheme()
	}
}

// Init asks for the terminal's background, which may never be answered, and starts what the first screen shows.
func (a *App) Init() tea.Cmd {
	// The size is asked for once more: a change between the program's start and its listening for changes is lost.
	cmds := []tea.Cmd{tea.RequestBackgroundColor, tea.RequestWindowSize, a.watchCourse(), a.journal.listen()}
	switch {
	case a.quiz != nil:
		cmds = append(cmds, a.probeLive())
	case a.reading != nil:
		cmds = append(cmds, a.enterPage(), a.probe())
	}
	return tea.Batch(cmds...)
}

// Update takes one message.
func (a *App) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		a.cols, a.rows = msg.Width, msg.Height
		return a, a.resized()
	case tea.BackgroundColorMsg:
		a.dark = msg.IsDark()
		a.setTheme()
	case tea.ColorProfileMsg:
		a.setProfile(msg.Profile)
	case tea.KeyPressMsg:
		return a, a.key(msg)
	case tea.PasteMsg:
		return a, a.paste(msg.Content)
	case tea.MouseMsg:
		return a, a.mouse(msg)
	case tea.FocusMsg, tea.BlurMsg:
		a.tellFocus(msg)
	case lessonMsg:
		if a.reading == nil || msg.run() != a.reading.run {
			msg.discard()
			return a, nil
		}
		return a, a.lessonNews(msg)
	case placeMsg, contentsMsg, quizMsg:
		return a, a.loaded(msg)
	case liveMsg:
		return a, a.liveProbed(msg)
	case rerunMsg:
		return a, a.reran(msg)
	case courseMsg:
		return a, a.courseChanged(msg)
	case indexMsg:
		a.index = msg.index
		a.find()
	case noticeMsg:
		a.notice = string(msg)
	case journalMsg:
		a.notice = string(msg)
		return a, a.journal.listen()
	}
	return a, nil
}

// scope is where the keyboard is.
func (a *App) scope() scope {
	switch {
	case a.overlay != nil:
		return inOverlay
	case a.search != nil:
		return inSearch
	case a.quiz != nil:
		if b := a.focusedBlock(); b != nil && b.input != nil {
			return inAnswer
		}
		return inQuiz
	case a.reading == nil:
		return inContents
	case a.reading.selecting:
		return inSelection
	case a.reading.inTerminal:
		return inTerminal
	}
	if b := a.focusedBlock(); b != nil && b.input != nil {
		return inAnswer
	}
	return inLesson
}

// key sends a key where it belongs: to the program in the terminal, into an answer, or to the table.
func (a *App) key(msg tea.KeyPressMsg) tea.Cmd {
	a.notice = ""
	scope := a.scope()
	// Pressed between the first frame and the program's listening, enter has gone through the terminal's own translation
	// (termios(3), ICRNL) and is ctrl+j.
	if msg.String() == "ctrl+j" && scope != inTerminal {
		msg = tea.KeyPressMsg{Code: tea.KeyEnter}
	}
	key := msg.String()
	if key == "ctrl+c" && scope != inTerminal {
		return a.interrupt()
	}
	if a.overlay != nil && a.overlay.input != nil {
		if cmd, used := a.overlayKey(msg); used {
			return cmd
		}
	}
	if scope == inAnswer && !a.answerKey(key) {
		return a.typeAnswer(msg)
	}
	if b := a.focusedBlock(); scope == inLesson && b != nil && b.figure != nil {
		if cmd, used := a.figureKey(b, key); used {
			return cmd
		}
	}
	cmd, used := a.press(key)
	switch {
	case used:
		return cmd
	case scope == inSearch:
		return a.searchKey(msg)
	case scope == inTerminal:
		a.programKey(msg)
	case len(msg.Text) == 1 && (scope == inLesson || scope == inQuiz):
		return a.quickAnswer(msg)
	}
	return nil
}

// interrupt is ctrl+c outside the terminal: it stops what runs there; when nothing does, it quits.
func (a *App) interrupt() tea.Cmd {
	if a.overlay != nil {
		return a.closeOverlay()
	}
	if a.rerunning() != nil {
		return a.leaveQuiz()
	}
	if a.reading != nil && a.reading.interrupt() {
		a.reading.giveUp()
		a.notice = "stopped the program in the terminal; ctrl+c again quits"
		return nil
	}
	return tea.Quit
}

func (a *App) quit() tea.Cmd { return tea.Quit }

// close ends the open lesson and writes what is still to be written.
func (a *App) close() {
	if a.reading != nil {
		a.reading.close()
	}
	a.leave()
	a.reruns.Wait()
	a.journal.close()
}

// View draws the screen.
func (a *App) View() tea.View {
	view := tea.NewView("")
	view.AltScreen = true
	view.MouseMode = tea.MouseModeCellMotion
	view.ReportFocus = true
	view.WindowTitle = "Floorplan"
	if a.cols == 0 {
		return view
	}
	if a.lay.tooSmall {
		need := fmt.Sprintf("Floorplan needs a terminal of %dx%d; this one has %dx%d. Make it larger, or press q to quit.",
			minCols, minRows, a.cols, a.rows)
		view.SetContent(strings.Join(wrap(need, a.cols), "\n"))
		return view
	}
	lines := make([]string, 0, a.rows)
	lines = append(lines, fit(a.titleLine(), a.cols))
	switch {
	case a.quiz != nil:
		lines = a.appendText(lines, a.quiz.page)
	case a.reading != nil:
		view.WindowTitle = a.reading.lesson.Title + " - Floorplan"
		lines = a.appendReading(lines, &view)
	default:
		lines = append(lines, a.contents.lines(a.theme, a.lay.lesson.w, a.lay.lesson.h)...)
	}
	last := a.footer(a.cols)
	switch {
	case a.search != nil:
		last = a.search.line(a)
	case a.notice != "":
		last = " " + a.theme.warn.Render(firstLine(a.notice))
	}
	lines = append(lines, fit(last, a.cols))
	if a.overlay != nil {
		a.overlay.over(a.theme, lines, a.cols)
		view.Cursor = nil
	}
	content := strings.Join(lines, "\n")
	if a.glyphs != nil {
		content = a.glyphs.Replace(content)
	}
	view.SetContent(content)
	return view
}

// firstLine is a message's first line with its hint behind it.
func firstLine(s string) string {
	return strings.ReplaceAll(s, "\nhint: ", " · ")
}
