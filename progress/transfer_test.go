package progress

import (
	"bytes"
	"encoding/csv"
	"math/rand/v2"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"
)

// doSomething records one random thing, with the worst texts that a student can type.
func doSomething(t *testing.T, s *Store, c *clock, r *rand.Rand) {
	t.Helper()
	pick := func(from ...string) string { return from[r.IntN(len(from))] }
	said := func() string {
		return pick("", "2", "the host's", "a\tb\nc\r\n", "\xff\xfe", "nul\x00nul", "ユニコード 🏠", `"quoted", <b>`, "\u2028",
			strings.Repeat("é", maxText))
	}
	lesson, page := pick("containers", "houses", "a lesson, with \"marks\""), pick("files", "kernel")
	block := page + "/" + pick("run-1", "question-2", "check-3")
	c.pass(time.Duration(r.Int64N(int64(time.Hour))))
	var err error
	switch r.IntN(7) {
	case 0:
		err = s.Visit(lesson, page)
	case 1:
		err = s.RecordRun(lesson, block, Run{Exit: r.IntN(256), Took: time.Duration(r.Int64N(1e12)), Seed: r.Int64()})
	case 2:
		err = s.RecordPrediction(lesson, block, Prediction{said(), said(), r.IntN(2) == 0})
	case 3:
		err = s.RecordCheck(lesson, block, Outcome(pick("passed", "helped", "solved")))
	case 4:
		err = s.RecordAnswer(lesson, block, Answer{said(), r.IntN(2) == 0, r.IntN(2) == 0, time.Duration(r.Int64N(1e12))})
	case 5:
		_, err = s.NewAttempt(lesson)
	case 6:
		_, err = s.Seed(lesson)
	}
	must(t, err)
}

// Two machines exchange exports, in both directions, in part and again: both end with everything, once.
func TestExchange(t *testing.T) {
	for seed := range uint64(8) {
		r := rand.New(rand.NewPCG(seed, 1))
		c := newClock()
		here, there := open(t, filepath.Join(t.TempDir(), "p.db"), Options{Now: c.now}), open(t, filepath.Join(t.TempDir(), "p.db"), Options{Now: c.now})
		send := func(from, to *Store) {
			var b bytes.Buffer
			must(t, from.Export(&b))
			text := b.String()
			if r.IntN(2) == 0 {
				text = "\uFEFF" + strings.ReplaceAll(text, "\n", "\r\n") + "\r\n" + text // twice, and through Windows
			}
			if _, err := to.Import(strings.NewReader(text)); err != nil {
				t.Fatal(err)
			}
			if n, err := to.Import(strings.NewReader(text)); n != 0 || err != nil {
				t.Fatalf("second import: %d events, %v", n, err)
			}
		}
		for range 4 {
			for range r.IntN(30) {
				doSomething(t, here, c, r)
				doSomething(t, there, c, r)
			}
			if r.IntN(2) == 0 {
				send(here, there)
			}
		}
		send(there, here)
		send(here, there)
		a, err := here.Events(time.Time{})
		must(t, err)
		b, err := there.Events(time.Time{})
		must(t, err)
		if !reflect.DeepEqual(a, b) {
			t.Fatalf("seed %d: %d events here, %d there", seed, len(a), len(b))
		}
		ids := map[string]bool{}
		for _, e := range a {
			ids[e.ID] = true
			must(t, e.validate())
		}
		if len(ids) != len(a) || len(a) == 0 {
			t.Fatalf("seed %d: %d events, %d ids", seed, len(a), len(ids))
		}
		sa, _ := here.Schedule()
		sb, _ := there.Schedule()
		if !reflect.DeepEqual(sa, sb) {
			t.Fatalf("seed %d: the schedules differ", seed)
		}
	}
}

func TestImportRefuses(t *testing.T) {
	const head = `{"floorplan":"progress","format":1}` + "\n"
	const good = `{"id":"A","at":"2026-03-02T10:00:00Z","kind":"visit","lesson":"l","page":"p"}` + "\n"
	for _, c := range []struct{ name, text, want string }{
		{"nothing", "", "empty"},
		{"another file", "<html>", "line 1: this is no export"},
		{"no header", good, "line 1: this is no export"},
		{"newer", `{"floorplan":"progress","format":2}`, "newer Floorplan"},
		{"another export", `{"floorplan":"course","format":1}`, "not of progress"},
		{"cut off", head + good + good[:40], "line 3: unexpected end"},
		{"a kind of its own", head + strings.Replace(good, "visit", "cheat", 1), `unknown kind of event "cheat"`},
		{"no id", head + strings.Replace(good, `"A"`, `""`, 1), "id"},
		{"no page", head + strings.Replace(good, `,"page":"p"`, ``, 1), "page"},
		{"an outcome that is none", head + strings.Replace(good, `"page"`, `"outcome":"right","page"`, 1), "outcome"},
		{"before the epoch", head + strings.Replace(good, "2026", "1926", 1), "1970"},
		{"too long a line", head + `{"given":"` + strings.Repeat("x", maxLine), "line 2: longer"},
		{"a NUL", head + strings.Replace(good, `"p"`, `"p\u0000"`, 1), "NUL"},
	} {
		s := open(t, filepath.Join(t.TempDir(), "p.db"), Options{})
		n, err := s.Import(strings.NewReader(c.text))
		if err == nil || !strings.Contains(err.Error(), c.want) || n != 0 {
			t.Errorf("%s: %d events, error %v, want %q", c.name, n, err, c.want)
		}
		if events, err := s.Events(time.Time{}); len(events) != 0 || err != nil {
			t.Errorf("%s: %d events are there, %v", c.name, len(events), err)
		}
	}
}

func TestCSV(t *testing.T) {
	c := newClock()
	s := open(t, filepath.Join(t.TempDir(), "p.db"), Options{Now: c.now})
	must(t, s.RecordAnswer("l", "p/question-1", Answer{Given: "a, \"b\"\nc", Right: true, Took: time.Second}))
	events, err := s.Events(c.at)
	must(t, err)
	var b bytes.Buffer
	must(t, WriteCSV(&b, events))
	rows, err := csv.NewReader(&b).ReadAll()
	must(t, err)
	want := []string{"2026-03-02T10:00:00Z", "answer", "l", "", "p/question-1", "a, \"b\"\nc", "", "right", "0", "1000000", "0", events[0].ID}
	if len(rows) != 2 || !reflect.DeepEqual(rows[1], want) {
		t.Errorf("rows %q", rows)
	}
	if later, err := s.Events(c.at.Add(time.Microsecond)); len(later) != 0 || err != nil {
		t.Errorf("Events since later: %v, %v", later, err)
	}
}

// Whatever is imported, it is refused with a line or it is exported again as it came.
func FuzzImport(f *testing.F) {
	const head = `{"floorplan":"progress","format":1}` + "\n"
	f.Add([]byte(head))
	f.Add([]byte(head + `{"id":"A","at":"2026-03-02T10:00:00.000001Z","kind":"visit","lesson":"l","page":"p"}` + "\r\n"))
	f.Add([]byte(head + `{"id":"A","at":"2026-03-02T10:00:00+02:00","kind":"run","lesson":"l","block":"b","exit":-1,"seed":7}`))
	f.Add([]byte("\uFEFF" + head + `{"id":1}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		events, err := parse(bytes.NewReader(data))
		if err != nil {
			return
		}
		s, err := Open("", Options{})
		must(t, err)
		defer s.Close()
		if _, err := insert(s.db, events); err != nil {
			t.Fatal(err)
		}
		var b bytes.Buffer
		must(t, s.Export(&b))
		if n, err := s.Import(&b); n != 0 || err != nil {
			t.Errorf("its own export has %d other events, %v", n, err)
		}
	})
}
