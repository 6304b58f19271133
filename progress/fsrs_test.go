package progress

import (
	"math"
	"slices"
	"testing"
)

// The expected values are published: those of fsrs-rs (src/inference.rs) and py-fsrs (tests/test_basic.py), the reference
// implementations of FSRS-6, for its default parameters.

func near(a, b float64) bool { return math.Abs(a-b) < 1e-4 }

func TestFirstAnswer(t *testing.T) {
	for _, c := range []struct {
		g    grade
		want memory
	}{
		{again, memory{0.212, 6.4133}},
		{hard, memory{1.2931, 5.1121707}},
		{good, memory{2.3065, 2.118104}},
		{easy, memory{8.2956, 1}},
	} {
		if m := (memory{}).after(c.g, 0); !near(m.stability, c.want.stability) || !near(m.difficulty, c.want.difficulty) {
			t.Errorf("grade %v: %+v, want %+v", c.g, m, c.want)
		}
	}
}

func TestMemoryState(t *testing.T) {
	var m memory
	grades := []grade{again, good, good, good, good, good}
	for i, days := range []int{0, 0, 1, 3, 8, 21} {
		m = m.after(grades[i], days)
	}
	if !near(m.stability, 53.62691) || !near(m.difficulty, 6.3574867) {
		t.Errorf("%+v, want {53.62691 6.3574867}", m)
	}
}

// The reference asks again after ten minutes when a question is new or was answered wrongly, and gives those steps as 0
// days; they stand here as the interval that follows, and 0.
func TestIntervals(t *testing.T) {
	grades := []grade{good, good, good, good, good, good, again, again, good, good, good, good, good}
	days := []int{0, 0, 2, 11, 46, 163, 498, 0, 0, 2, 4, 7, 12}
	want := []int{2, 2, 11, 46, 163, 498, 0, 0, 2, 4, 7, 12, 21}
	var m memory
	var got []int
	for i, g := range grades {
		m = m.after(g, days[i])
		if g == again {
			got = append(got, 0)
		} else {
			got = append(got, m.interval())
		}
	}
	if !slices.Equal(got, want) {
		t.Errorf("intervals %v, want %v", got, want)
	}
}

// Stability is by its definition the time in which the chance of recall falls to 90 %.
func TestRecall(t *testing.T) {
	for _, stability := range []float64{0.212, 1, 100} {
		m := memory{stability, 5}
		if now, then := m.recall(0), m.recall(stability); !near(now, 1) || !near(then, 0.9) {
			t.Errorf("stability %v: %v at once and %v at its end", stability, now, then)
		}
	}
}

// Whatever is answered and whenever, the numbers stay in their ranges, and a wrong answer never makes the memory stronger.
func TestMemoryStaysInRange(t *testing.T) {
	grades := []grade{again, hard, good, easy}
	days := []int{0, 1, 2, 30, 5000}
	var walk func(m memory, depth int)
	walk = func(m memory, depth int) {
		for _, g := range grades {
			for _, d := range days {
				n := m.after(g, d)
				if !(n.stability >= 0.001 && n.stability < 1e6 && n.difficulty >= 1 && n.difficulty <= 10) {
					t.Fatalf("%+v after %v in %d days: %+v", m, g, d, n)
				}
				if i := n.interval(); i < 1 || i > maxInterval {
					t.Fatalf("%+v: interval %d", n, i)
				}
				if m != (memory{}) && g == again && n.stability > m.stability {
					t.Fatalf("%+v: a wrong answer after %d days gives %+v", m, d, n)
				}
				if depth > 1 {
					walk(n, depth-1)
				}
			}
		}
	}
	walk(memory{}, 4)
}
