package progress

import (
	"crypto/rand"
	"database/sql"
	"encoding/binary"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"
)

// Kind says what happened.
type Kind string

// The kinds of event, and which fields of Event each has beside ID, At, Kind and Lesson.
const (
	KindVisit      Kind = "visit"      // Page
	KindRun        Kind = "run"        // Block, Exit, TookUS, Seed
	KindPrediction Kind = "prediction" // Block, Given, Answer, Outcome Right or Wrong
	KindCheck      Kind = "check"      // Block, Outcome Passed, Helped or Solved
	KindAnswer     Kind = "answer"     // Block, Given, Outcome Right, Helped or Wrong, TookUS
	KindSeed       Kind = "seed"       // Seed: the first attempt's random values
	KindRestart    Kind = "restart"    // Seed: the lesson begins anew, with other random values
	KindQuiz       Kind = "quiz"       // Seed, and Page where it is of one page only: a quiz of the lesson begins
)

// Outcome is how a check, a prediction or an answer went.
type Outcome string

// The outcomes.
const (
	Right  Outcome = "right"
	Wrong  Outcome = "wrong"
	Passed Outcome = "passed" // a check, without help
	Helped Outcome = "helped" // a check or a right answer, after a hint
	Solved Outcome = "solved" // a check, by the solution that was shown and typed
)

// Event is one thing a student did. Its JSON form is a line of an export.
type Event struct {
	ID      string    `json:"id"` // random, the same on every machine
	At      time.Time `json:"at"` // UTC, to the microsecond
	Kind    Kind      `json:"kind"`
	Lesson  string    `json:"lesson"`
	Page    string    `json:"page,omitempty"`
	Block   string    `json:"block,omitempty"`
	Given   string    `json:"given,omitempty"`  // what the student said
	Answer  string    `json:"answer,omitempty"` // what the machine said
	Outcome Outcome   `json:"outcome,omitempty"`
	Exit    int       `json:"exit,omitempty"`
	TookUS  int64     `json:"took_us,omitempty"` // microseconds
	Seed    int64     `json:"seed,omitempty"`
}

// Run is a block that was run.
type Run struct {
	Exit int
	Took time.Duration
	Seed int64 // of its random values; 0 when it has none
}

// Prediction is what a student expected of a block before running it.
type Prediction struct {
	Given    string
	Computed string // by the run
	Right    bool
}

// Answer is a question answered.
type Answer struct {
	Given  string
	Right  bool
	Helped bool // a hint or the page was looked at first
	// Took is from the question on screen to the answer. A right answer that took over a minute comes back sooner; 0 is
	// for one that was not measured, or whose time says nothing because a block was run for it.
	Took time.Duration
}

// Visit records that a page came on screen. It is where the student stopped until the next visit, and nothing else: a
// page read again changes no review.
func (s *Store) Visit(lesson, page string) error {
	return s.record(Event{Kind: KindVisit, Lesson: lesson, Page: page})
}

// RecordRun records that a block was run, to its end.
func (s *Store) RecordRun(lesson, block string, r Run) error {
	return s.record(Event{Kind: KindRun, Lesson: lesson, Block: block, Exit: r.Exit, TookUS: r.Took.Microseconds(), Seed: r.Seed})
}

// RecordPrediction records a prediction in a lesson, once its block has given the answer. It is a guess before the lesson has
// said anything: one that was right leaves nothing to remember, one that was wrong is scheduled for review, from the next day.
// An answer in a review is recorded by RecordAnswer with the same block.
func (s *Store) RecordPrediction(lesson, block string, p Prediction) error {
	return s.record(Event{Kind: KindPrediction, Lesson: lesson, Block: block,
		Given: p.Given, Answer: p.Computed, Outcome: rightOrWrong(p.Right)})
}

// RecordCheck records that a check has passed: how is Passed, Helped or Solved.
func (s *Store) RecordCheck(lesson, block string, how Outcome) error {
	return s.record(Event{Kind: KindCheck, Lesson: lesson, Block: block, Outcome: how})
}

// RecordAnswer records an answer in a lesson, a quiz or a review; all count for the schedule of reviews.
func (s *Store) RecordAnswer(lesson, block string, a Answer) error {
	outcome := rightOrWrong(a.Right)
	if a.Right && a.Helped {
		outcome = Helped
	}
	return s.record(Event{Kind: KindAnswer, Lesson: lesson, Block: block,
		Given: a.Given, Outcome: outcome, TookUS: a.Took.Microseconds()})
}

func rightOrWrong(right bool) Outcome {
	if right {
		return Right
	}
	return Wrong
}

// NewAttempt begins a lesson anew: Done and Summary forget what came before, and the new seed gives other random values.
// The history and the reviews keep everything.
func (s *Store) NewAttempt(lesson string) (seed int64, err error) {
	seed = newSeed()
	return seed, s.record(Event{Kind: KindRestart, Lesson: lesson, Seed: seed})
}

// Seed is for the random values of this attempt at a lesson, from 1 to 2^53-1; it stays the same until NewAttempt.
func (s *Store) Seed(lesson string) (seed int64, err error) {
	first := s.stamp(Event{Kind: KindSeed, Lesson: lesson, Seed: newSeed()})
	err = s.write(func(db *sql.DB) error {
		tx, err := db.Begin() // two Floorplans must not both choose
		if err != nil {
			return err
		}
		defer tx.Rollback()
		err = tx.QueryRow(`SELECT seed FROM events WHERE lesson = ? AND kind IN ('seed', 'restart')
			ORDER BY at DESC, id DESC LIMIT 1`, lesson).Scan(&seed)
		if !errors.Is(err, sql.ErrNoRows) {
			return err
		}
		seed = first.Seed
		if _, err := insertEvent(tx, first); err != nil {
			return err
		}
		return tx.Commit()
	})
	return seed, err
}

// newSeed stops at 2^53-1 because programs that read JSON numbers as floating point keep integers up to there.
func newSeed() int64 {
	var b [8]byte
	rand.Read(b[:])
	return int64(binary.NativeEndian.Uint64(b[:])%(1<<53-1)) + 1
}

func (s *Store) record(e Event) error {
	e = s.stamp(e)
	if err := e.validate(); err != nil {
		return fmt.Errorf("cannot record progress: %w", err)
	}
	return s.write(func(db *sql.DB) error {
		_, err := insertEvent(db, e)
		return err
	})
}

func (s *Store) stamp(e Event) Event {
	e.ID = rand.Text()
	e.At = s.tick()
	for _, t := range []*string{&e.Lesson, &e.Page, &e.Block, &e.Given, &e.Answer} {
		*t = text(*t)
	}
	return e
}

// tick is the time, later than that of the event before: a history is read in the order of time, and some clocks stand
// still for milliseconds. A clock that was set back is believed.
func (s *Store) tick() time.Time {
	s.mu.Lock()
	defer s.mu.Unlock()
	now := s.now().Truncate(time.Microsecond)
	if behind := s.last.Sub(now); behind >= 0 && behind < time.Second {
		now = s.last.Add(time.Microsecond)
	}
	s.last = now
	return now
}

// maxText is the most that is kept of a text that a student or a program gave, in bytes.
const maxText = 4096

// text makes a string safe to keep: JSON has no other text than UTF-8, and SQLite's tools end a text at a NUL.
func text(s string) string {
	s = s[:min(len(s), maxText)]
	return strings.ReplaceAll(strings.ToValidUTF8(s, "\uFFFD"), "\x00", "\uFFFD")
}

// insertEvent adds an event unless the log has it; n is 1 or 0.
func insertEvent(db interface {
	Exec(string, ...any) (sql.Result, error)
}, e Event) (n int64, err error) {
	r, err := db.Exec(`INSERT INTO events (id, at, kind, lesson, page, block, given, answer, outcome, exit, took, seed)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING`,
		e.ID, e.At.UnixMicro(), string(e.Kind), e.Lesson, e.Page, e.Block, e.Given, e.Answer,
		string(e.Outcome), e.Exit, e.TookUS, e.Seed)
	if err != nil {
		return 0, err
	}
	return r.RowsAffected()
}

// insert adds the events that the log does not have, all or none, and says how many those were.
func insert(db *sql.DB, events []Event) (added int, err error) {
	tx, err := db.Begin()
	if err != nil {
		return 0, err
	}
	defer tx.Rollback()
	for _, e := range events {
		n, err := insertEvent(tx, e)
		if err != nil {
			return 0, err
		}
		added += int(n)
	}
	return added, tx.Commit()
}

// query reads events; rest is what follows the table's name. With an error come the events that were read before it.
func query(db *sql.DB, rest string, args ...any) ([]Event, error) {
	rows, err := db.Query(`SELECT id, at, kind, lesson, page, block, given, answer, outcome, exit, took, seed
		FROM events `+rest, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var events []Event
	for rows.Next() {
		var e Event
		var at int64
		if err := rows.Scan(&e.ID, &at, &e.Kind, &e.Lesson, &e.Page, &e.Block, &e.Given, &e.Answer, &e.Outcome,
			&e.Exit, &e.TookUS, &e.Seed); err != nil {
			return events, err
		}
		e.At = time.UnixMicro(at).UTC()
		events = append(events, e)
	}
	return events, rows.Err()
}

// read gives the events that a WHERE clause chooses, from the oldest to the newest.
func (s *Store) read(where string, args ...any) ([]Event, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	events, err := query(s.db, where+" ORDER BY at, id", args...)
	if err != nil {
		return nil, fmt.Errorf("cannot read progress: %s", plain(err))
	}
	return events, nil
}

// salvage gives the events of a log that cannot be trusted: as far as they can be read, in the order in which they were
// written, without an index, and only those that make sense.
func salvage(db *sql.DB) []Event {
	events, _ := query(db, "NOT INDEXED ORDER BY seq")
	return slices.DeleteFunc(events, func(e Event) bool { return e.validate() != nil })
}
