package lab

import (
	"context"
	"io"

	"floorplan/lessons"
)

// Play runs the live blocks of a lesson, or of one of its pages (an index; -1 for all), through the same shell as the
// screen and prints them as a transcript. A block that ends with another status than its author declared is an error.
func Play(ctx context.Context, w io.Writer, lesson *lessons.Lesson, page int, m *Machine) error {
	return errNotYet
}

// Proof is what proving a course found.
type Proof struct {
	Runs, Checks, Predictions int // proven
	Problems                  []lessons.Problem
	Skipped                   []Skip
}

// Skip is a lesson that could not be proven on this machine.
type Skip struct {
	Lesson string `json:"lesson"`
	Why    string `json:"why"`
	Fix    string `json:"fix"`
}

// Prove runs a course: each lesson in a lab of its own, two at once. Blocks must end as declared, checks must fail before
// their solution and pass after it, and predictions must have the answer that the machine gives.
func Prove(ctx context.Context, course lessons.Course, m *Machine, progress func(lesson *lessons.Lesson, b *lessons.Block)) Proof {
	return Proof{}
}
