package lessons

import (
	"fmt"
	"slices"
	"strconv"
	"testing"
)

func numberString(n float64) string { return strconv.FormatFloat(n, 'f', -1, 64) }

func TestGrade(t *testing.T) {
	options := func(right ...bool) []Option {
		var all []Option
		for i, r := range right {
			all = append(all, Option{Text: fmt.Sprint("option ", i), Right: r})
		}
		return all
	}
	one := Ask{Kind: One, Options: options(false, true, false)}
	many := Ask{Kind: Many, Options: options(true, false, true)}
	order := Ask{Kind: Order, Options: options(true, true, true)}
	twins := Ask{Kind: Order, Options: []Option{{Text: "a"}, {Text: "b"}, {Text: "a"}}}
	number := Ask{Kind: Number, Value: 2100, Tolerance: 50, Unit: "MB"}
	half := Ask{Kind: Number, Value: 0.5}
	text := Ask{Kind: Text, Accept: []string{"hostname", "uname -n"}}
	cases := []struct {
		ask   Ask
		reply Reply
		want  bool
	}{
		{one, Reply{Chosen: []int{1}}, true},
		{one, Reply{Chosen: []int{0}}, false},
		{one, Reply{Chosen: []int{0, 1}}, false},
		{one, Reply{Chosen: []int{1, 1}}, false},
		{one, Reply{}, false},
		{one, Reply{Chosen: []int{7}}, false},
		{many, Reply{Chosen: []int{2, 0}}, true},
		{many, Reply{Chosen: []int{0}}, false},
		{many, Reply{Chosen: []int{0, 1, 2}}, false},
		{order, Reply{Chosen: []int{0, 1, 2}}, true},
		{order, Reply{Chosen: []int{1, 0, 2}}, false},
		{order, Reply{Chosen: []int{0, 1}}, false},
		{order, Reply{Chosen: []int{0, 1, 2, 3}}, false},
		{order, Reply{Chosen: []int{0, 1, -1}}, false},
		{twins, Reply{Chosen: []int{2, 1, 0}}, true},
		{number, Reply{Text: "2100"}, true},
		{number, Reply{Text: "2150 MB"}, true},
		{number, Reply{Text: " 2,100mb "}, true},
		{number, Reply{Text: "2_100"}, true},
		{number, Reply{Text: "2\u202f100"}, true},
		{number, Reply{Text: "2151"}, false},
		{number, Reply{Text: "2100 GB"}, false},
		{number, Reply{Text: "21,00"}, false},
		{number, Reply{Text: "about 2100"}, false},
		{number, Reply{Text: ""}, false},
		{half, Reply{Text: "0.5"}, true},
		{half, Reply{Text: "0,5"}, true},
		{half, Reply{Text: ".5"}, true},
		{half, Reply{Text: "-0.5"}, false},
		{text, Reply{Text: " Uname   -n "}, true},
		{text, Reply{Text: "uname"}, false},
		{text, Reply{Text: ""}, false},
	}
	for _, c := range cases {
		if got := c.ask.Grade(c.reply); got != c.want {
			t.Errorf("kind %d, %+v: got %v", c.ask.Kind, c.reply, got)
		}
	}
}

func TestPredictionGrade(t *testing.T) {
	cases := []struct {
		prediction      Prediction
		given, computed string
		want            bool
	}{
		{Prediction{}, "2", "2", true},
		{Prediction{}, "2.0", "2", true},
		{Prediction{}, "3", "2", false},
		{Prediction{Tolerance: 1}, "3", "2", true},
		{Prediction{Tolerance: 1}, "4", "2", false},
		{Prediction{Tolerance: 10}, "60", "64 MB", true},
		{Prediction{Tolerance: 10}, "60 MB", "64 MB", true},
		{Prediction{Tolerance: 10}, "60 KB", "64 MB", false},
		{Prediction{}, "Flat-7", "flat-7", true},
		{Prediction{}, "flat 7", "flat-7", false},
		{Prediction{}, "", "", false},
		{Prediction{Choices: []string{"yes", "no"}}, "yes", "yes", true},
		{Prediction{Choices: []string{"yes", "no"}}, "no", "yes", false},
		{Prediction{Choices: []string{"1", "1.0"}}, "1.0", "1", false},
	}
	for _, c := range cases {
		if got := c.prediction.Grade(c.given, c.computed); got != c.want {
			t.Errorf("%q for %q within %v: got %v", c.given, c.computed, c.prediction.Tolerance, got)
		}
	}
}

func TestAnswer(t *testing.T) {
	cases := []struct{ output, want string }{
		{"", ""},
		{"\n\n", ""},
		{"2\n", "2"},
		{"a\nb", "b"},
		{"a\r\n  b c \r\n\r\n", "b c"},
		{"\x1b[01;34mbin\x1b[0m\n", "bin"},
		{"x\n\x1b]0;title\x07y\n\x1b(B\x1b[m", "y"},
		{"x\n\x1b]133;D;0\x1b\\", "x"},
		{"10%\r20%\r100%", "100%"},
	}
	for _, c := range cases {
		if got := Answer(c.output); got != c.want {
			t.Errorf("Answer(%q) = %q, want %q", c.output, got, c.want)
		}
	}
}

func TestShuffle(t *testing.T) {
	ask := Ask{Kind: Order, Prompt: "p", Options: make([]Option, 3)}
	seen := map[string]bool{}
	for seed := range int64(200) {
		order := ask.Shuffle(seed)
		if slices.IsSorted(order) {
			t.Fatalf("seed %d shows the right order", seed)
		}
		if !slices.Equal(order, ask.Shuffle(seed)) {
			t.Fatalf("seed %d gives two orders", seed)
		}
		seen[fmt.Sprint(order)] = true
		slices.Sort(order)
		if !slices.Equal(order, []int{0, 1, 2}) {
			t.Fatalf("seed %d loses an option", seed)
		}
	}
	if len(seen) != 5 {
		t.Errorf("%d of the 5 wrong orders are shown", len(seen))
	}
	if (&Ask{Kind: Number}).Shuffle(1) != nil {
		t.Error("a number has options")
	}
}

// A guess that can't be near any number isn't taken; where no tolerance says that the answer is a number, any is.
func TestPredictionTakes(t *testing.T) {
	for _, c := range []struct {
		p     Prediction
		given string
		want  bool
	}{
		{Prediction{Tolerance: 2}, "lots", false},
		{Prediction{Tolerance: 2}, "about 5", true},
		{Prediction{}, "lots", true},
		{Prediction{Tolerance: 2, Choices: []string{"few", "lots"}}, "lots", true},
	} {
		if got := c.p.Takes(c.given); got != c.want {
			t.Errorf("%+v takes %q: %v", c.p, c.given, got)
		}
	}
}
