package terminal_test

import (
	"fmt"

	"github.com/charmbracelet/x/ansi"

	"floorplan/tui/terminal"
)

func ExampleTerminal() {
	t := terminal.New(terminal.Options{Cols: 20, Rows: 2})
	fmt.Fprint(t, "plain \x1b[1mbold\x1b[m\r\n\x1b[2Cindented")
	for _, row := range t.Lines(nil) {
		fmt.Printf("%q\n", row)
	}
	fmt.Println("cursor at column", t.Cursor().X)
	// Output:
	// "plain \x1b[1mbold\x1b[m          "
	// "  indented          "
	// cursor at column 10
}

func ExamplePane_Search() {
	p := terminal.NewPane(terminal.Options{Cols: 12, Rows: 2})
	for i := range 100 {
		fmt.Fprintf(p, "line %d\r\n", i)
	}
	current, total := p.Search("line 7")
	fmt.Printf("match %d of %d\n", current, total)
	frame := p.View()
	fmt.Println(ansi.Strip(frame.Lines[0]), frame.Below > 0)
	// Output:
	// match 1 of 11
	// line 79      true
}
