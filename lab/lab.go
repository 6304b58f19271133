// Package lab is one student in one lesson: it starts the lesson's sandboxes when they are first needed, types blocks into
// their shells, runs checks unseen, and closes everything with the lesson. It is headless: the screen, play and check --run
// all drive this same package.
package lab
