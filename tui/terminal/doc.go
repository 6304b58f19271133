// Package terminal is a terminal emulator for Bubble Tea programs: it takes the bytes that a program writes to its terminal and
// gives rows of ANSI text, and it turns keys and mouse events into the bytes that the program expects.
package terminal
