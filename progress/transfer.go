package progress

import (
	"bufio"
	"bytes"
	"database/sql"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"time"
)

// header is the first line of an export. Format counts the changes that an older Floorplan could not read.
type header struct {
	Floorplan string `json:"floorplan"` // "progress"
	Format    int    `json:"format"`
}

const format = 1

// maxLine is the longest line of an import, in bytes: room for an event with every text at its longest, escaped.
const maxLine = 1 << 20

// Events is the history since a time, the oldest first; the zero time asks for all of it.
func (s *Store) Events(since time.Time) ([]Event, error) {
	if since.IsZero() {
		return s.read("")
	}
	return s.read("WHERE at >= ?", since.UnixMicro())
}

// WriteCSV writes events as comma-separated values (RFC 4180) under a row of names.
func WriteCSV(w io.Writer, events []Event) error {
	c := csv.NewWriter(w)
	c.UseCRLF = true
	c.Write([]string{"at", "kind", "lesson", "page", "block", "given", "answer", "outcome", "exit", "took_us", "seed", "id"})
	for _, e := range events {
		c.Write([]string{e.At.Format(time.RFC3339Nano), string(e.Kind), e.Lesson, e.Page, e.Block, e.Given, e.Answer,
			string(e.Outcome), strconv.Itoa(e.Exit), strconv.FormatInt(e.TookUS, 10), strconv.FormatInt(e.Seed, 10), e.ID})
	}
	c.Flush()
	return c.Error()
}

// Export writes the whole history as JSON lines: a header, then an event a line.
func (s *Store) Export(w io.Writer) error {
	events, err := s.Events(time.Time{})
	if err != nil {
		return err
	}
	b := bufio.NewWriter(w)
	lines := json.NewEncoder(b)
	lines.SetEscapeHTML(false)
	if err := lines.Encode(header{"progress", format}); err != nil {
		return err
	}
	for _, e := range events {
		if err := lines.Encode(e); err != nil {
			return err
		}
	}
	return b.Flush()
}

// Import adds the events of an export that this history does not have yet, and says how many those were. Exports may be
// imported in any order and more than once, or one after the other in one stream. A line that is wrong is an error with its
// number, and then nothing is added.
func (s *Store) Import(r io.Reader) (added int, err error) {
	events, err := parse(r)
	if err != nil {
		return 0, fmt.Errorf("cannot import progress: %w", err)
	}
	err = s.write(func(db *sql.DB) (err error) {
		added, err = insert(db, events)
		return err
	})
	return added, err
}

func parse(r io.Reader) ([]Event, error) {
	var events []Event
	scanner := bufio.NewScanner(r)
	scanner.Buffer(nil, maxLine)
	seen := false
	n := 0
	for scanner.Scan() {
		n++
		line := bytes.TrimSpace(bytes.TrimPrefix(scanner.Bytes(), []byte("\uFEFF")))
		if len(line) == 0 {
			continue
		}
		var h header
		if json.Unmarshal(line, &h) == nil && h.Floorplan != "" {
			if h.Floorplan != "progress" {
				return nil, fmt.Errorf("line %d: this is an export of %q, not of progress", n, h.Floorplan)
			}
			if h.Format > format {
				return nil, fmt.Errorf("line %d: the export was made by a newer Floorplan\nhint: update this one", n)
			}
			seen = true
			continue
		}
		if !seen {
			return nil, fmt.Errorf("line %d: this is no export of progress\nhint: floorplan progress export makes one", n)
		}
		var e Event
		if err := json.Unmarshal(line, &e); err != nil {
			return nil, fmt.Errorf("line %d: %w", n, err)
		}
		if err := e.validate(); err != nil {
			return nil, fmt.Errorf("line %d: %w", n, err)
		}
		events = append(events, e)
	}
	if err := scanner.Err(); errors.Is(err, bufio.ErrTooLong) {
		return nil, fmt.Errorf("line %d: longer than %d bytes", n+1, maxLine)
	} else if err != nil {
		return nil, err
	}
	if !seen {
		return nil, errors.New("it is empty\nhint: floorplan progress export makes one")
	}
	return events, nil
}

// outcomes are those that each kind of event can have.
var outcomes = map[Kind][]Outcome{
	KindVisit:      {""},
	KindRun:        {""},
	KindPrediction: {Right, Wrong},
	KindCheck:      {Passed, Helped, Solved},
	KindAnswer:     {Right, Helped, Wrong},
	KindSeed:       {""},
	KindRestart:    {""},
	KindQuiz:       {""},
}

// validate says what makes an event one that no Floorplan can have recorded.
func (e Event) validate() error {
	allowed, known := outcomes[e.Kind]
	hasPage, hasBlock := e.Kind == KindVisit, e.Kind == KindRun || len(allowed) > 1
	switch {
	case e.ID == "" || len(e.ID) > 64:
		return errors.New("an event needs an id of 1 to 64 bytes")
	case e.At.Year() < 1970 || e.At.Year() > 9999:
		return fmt.Errorf("the time %q is not between 1970 and 9999", e.At.Format(time.RFC3339))
	case !known:
		return fmt.Errorf("unknown kind of event %q", e.Kind)
	case e.Lesson == "":
		return errors.New("the event names no lesson")
	case hasPage != (e.Page != "") && e.Kind != KindQuiz:
		return fmt.Errorf("a page belongs to a visit, and to nothing else but a quiz; this is a %s", e.Kind)
	case hasBlock != (e.Block != ""):
		return fmt.Errorf("a block belongs to what is done with one; this is a %s", e.Kind)
	case !slices.Contains(allowed, e.Outcome):
		return fmt.Errorf("a %s cannot have the outcome %q", e.Kind, e.Outcome)
	case e.TookUS < 0:
		return errors.New("took_us is negative")
	}
	for _, s := range []string{e.ID, e.Lesson, e.Page, e.Block, e.Given, e.Answer} {
		if strings.ContainsRune(s, 0) {
			return errors.New("a text contains a NUL character")
		}
	}
	return nil
}

// Reset removes the whole history from the file, and nothing of it stays on the disk. Another Floorplan that has the file
// open goes on with an empty one.
func (s *Store) Reset() error {
	return s.write(func(db *sql.DB) error {
		if _, err := db.Exec("DELETE FROM events"); err != nil {
			return err
		}
		// The log still has the old pages until it is emptied, which a reader can prevent: then the last Close does it.
		_, _ = db.Exec("PRAGMA wal_checkpoint(TRUNCATE)")
		return nil
	})
}
