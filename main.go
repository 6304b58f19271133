// Floorplan teaches virtualization in a terminal, with real sandboxes on the student's own machine.
package main

import (
	"os"

	"floorplan/cli"
)

func main() { os.Exit(cli.Main(os.Args[1:])) }
