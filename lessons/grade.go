package lessons

import (
	"hash/fnv"
	"math"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
)

// Reply is what a student answers to an [Ask].
type Reply struct {
	// Chosen are places in Ask.Options: the one chosen, all those chosen in any order, or for Order every option in the
	// student's order.
	Chosen []int
	// Text is what was typed for Number and Text.
	Text string
}

// Grade tells whether the reply is right. A reply that does not fit the kind of question is wrong.
func (a *Ask) Grade(r Reply) bool {
	switch a.Kind {
	case Number:
		given, ok := parseNumber(r.Text, a.Unit)
		return ok && near(given, a.Value, a.Tolerance)
	case Text:
		given := foldText(r.Text)
		return given != "" && slices.ContainsFunc(a.Accept, func(form string) bool { return foldText(form) == given })
	case Order:
		for i, chosen := range r.Chosen {
			// Options with the same text may change places.
			if i >= len(a.Options) || chosen < 0 || chosen >= len(a.Options) || a.Options[chosen].Text != a.Options[i].Text {
				return false
			}
		}
		return len(r.Chosen) == len(a.Options)
	}
	for i, o := range a.Options {
		if o.Right != slices.Contains(r.Chosen, i) {
			return false
		}
	}
	return len(a.Options) > 0 && (a.Kind == Many || len(r.Chosen) == 1)
}

// Shuffle is an order to show the options in: places in Options, the same for the same seed. An Order question is never
// shown in its right order. Kinds without options give nil.
func (a *Ask) Shuffle(seed int64) []int {
	if len(a.Options) == 0 {
		return nil
	}
	prompt := fnv.New64a()
	prompt.Write([]byte(a.Prompt))
	order := rand.New(rand.NewPCG(uint64(seed), prompt.Sum64())).Perm(len(a.Options))
	if a.Kind == Order && len(order) > 1 && slices.IsSorted(order) {
		order = append(order[1:], order[0])
	}
	return order
}

// Takes says whether a guess has the form of an answer. Only numbers have a tolerance: where there is one, a guess has a digit.
func (p *Prediction) Takes(given string) bool {
	return p.Tolerance == 0 || len(p.Choices) > 0 || strings.ContainsAny(given, "0123456789")
}

// Grade tells whether the student's prediction is what the machine gave: equal numbers within the tolerance, else equal texts
// without case and with runs of spaces as one.
func (p *Prediction) Grade(given, computed string) bool {
	if foldText(given) == foldText(computed) {
		return foldText(computed) != ""
	}
	if len(p.Choices) > 0 {
		return false
	}
	answer, unit, ok := cutNumber(computed)
	if !ok {
		return false
	}
	guess, ok := parseNumber(given, unit)
	return ok && near(guess, answer, p.Tolerance)
}

// Answer is the answer that a run block's output gives to its prediction: the last line that is not empty, with spaces
// trimmed and without terminal escape sequences (ECMA-48).
func Answer(output string) string {
	lines := strings.FieldsFunc(escapes().ReplaceAllString(output, ""), func(r rune) bool { return r == '\n' || r == '\r' })
	for _, line := range slices.Backward(lines) {
		if line = strings.TrimSpace(printableOnly(line)); line != "" {
			return line
		}
	}
	return ""
}

// escapes are control sequences, operating system commands and other strings up to their end, and two-character escapes.
var escapes = expression(`\x1b\[[0-?]*[ -/]*[@-~]|\x1b[\]PX^_][^\x07\x1b]*(?:\x07|\x1b\\)?|\x1b[ -/]*[0-~]`)

func printableOnly(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' && r != '\t' || r == 0x7f {
			return -1
		}
		return r
	}, s)
}

// foldText is a text as grading compares it.
func foldText(s string) string { return strings.ToLower(strings.Join(strings.Fields(s), " ")) }

// near allows for the rounding of decimal fractions.
func near(a, b, tolerance float64) bool {
	return math.Abs(a-b) <= tolerance+1e-9*max(math.Abs(a), math.Abs(b))
}

// groupSigns may stand between groups of three digits: spaces of three widths, and what people of several countries write.
const groupSigns = " \u00a0\u202f_,'"

var numberText = expression(`^([-+−]?(?:\d[\d` + groupSigns + `]*(?:\.\d+)?|\.\d+))\s*(.*)$`)

// cutNumber splits "42.5 MB" into its number and its unit. Digits may stand in groups of three: 1,048,576.
func cutNumber(s string) (n float64, unit string, ok bool) {
	m := numberText().FindStringSubmatch(strings.TrimSpace(s))
	if m == nil {
		return 0, "", false
	}
	digits := strings.ReplaceAll(strings.TrimRight(m[1], groupSigns), "−", "-")
	whole, fraction, dotted := strings.Cut(digits, ".")
	groups := strings.FieldsFunc(strings.TrimLeft(whole, "+-"), func(r rune) bool { return strings.ContainsRune(groupSigns, r) })
	switch {
	case !dotted && len(groups) == 2 && strings.Contains(whole, ",") && len(groups[1]) != 3:
		whole = strings.Replace(whole, ",", ".", 1) // 0,5 is half
	default:
		for _, g := range groups[min(1, len(groups)):] {
			if len(g) != 3 {
				return 0, "", false
			}
		}
		whole = strings.TrimSuffix(whole[:len(whole)-len(strings.TrimLeft(whole, "+-"))]+strings.Join(groups, "")+"."+fraction, ".")
	}
	n, err := strconv.ParseFloat(whole, 64)
	return n, strings.TrimSpace(m[2]), err == nil
}

// parseNumber reads a number that is typed with or without its unit.
func parseNumber(s, unit string) (float64, bool) {
	n, given, ok := cutNumber(s)
	return n, ok && (given == "" || strings.EqualFold(given, unit))
}
