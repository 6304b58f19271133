package progress

import "math"

// The schedule of reviews is FSRS-6, the Free Spaced Repetition Scheduler (github.com/open-spaced-repetition), with its
// published default parameters. It descends from Ye, Su and Cao, "A Stochastic Shortest Path Algorithm for Optimizing
// Spaced Repetition Scheduling", KDD 2022. It models what is remembered of a question by two numbers: stability, the days
// until the chance of recall has fallen to 90 %, and difficulty, from 1 to 10.
//
// Nothing here reads a clock or a file.

// grade is how well a question was recalled. FSRS has a fourth, "easy", which asks for the student's own judgement;
// nothing that Floorplan sees tells it from good.
type grade float64

const (
	again grade = 1 // wrong
	hard  grade = 2 // right, but slowly or with help
	good  grade = 3
	easy  grade = 4 // only the formulas use it: difficulty drifts towards that of an easy question
)

// weights are w0 to w20 of FSRS-6, fitted by its authors to the reviews of some ten thousand people.
var weights = [21]float64{
	0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796,
	1.4835, 0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
}

// retention is the chance of recall at which a question comes back. With 0.9 an interval is the stability itself.
const retention = 0.9

// maxInterval is the longest time between two reviews, in days.
const maxInterval = 36500

// memory is what is remembered of one question; the zero value is a question never answered.
type memory struct {
	stability  float64 // days, at least 0.001
	difficulty float64 // 1 to 10
}

// recall is the chance to recall after some days: the forgetting curve, a power law.
func (m memory) recall(days float64) float64 {
	decay := -weights[20]
	factor := math.Pow(0.9, 1/decay) - 1
	return math.Pow(1+factor*days/m.stability, decay)
}

// interval is the whole days, at least 1, after which the chance of recall has fallen to retention.
func (m memory) interval() int {
	decay := -weights[20]
	factor := math.Pow(0.9, 1/decay) - 1
	days := math.Round(m.stability / factor * (math.Pow(retention, 1/decay) - 1))
	return int(min(max(days, 1), maxInterval))
}

// after is the memory once the question has been answered again, days whole days after the last answer.
func (m memory) after(g grade, days int) memory {
	w := &weights
	if m == (memory{}) {
		return memory{stability: w[int(g)-1], difficulty: clampDifficulty(firstDifficulty(g))}
	}
	s, d := m.stability, m.difficulty
	var next memory
	switch r := m.recall(float64(days)); {
	case days < 1: // the same day: little was forgotten, so little is learned
		gain := math.Exp(w[17]*(float64(g-good)+w[18])) * math.Pow(s, -w[19])
		if g >= good {
			gain = max(gain, 1)
		}
		next.stability = s * gain
	case g == again:
		forgotten := w[11] * math.Pow(d, -w[12]) * (math.Pow(s+1, w[13]) - 1) * math.Exp(w[14]*(1-r))
		next.stability = min(forgotten, s/math.Exp(w[17]*w[18]))
	default:
		gain := math.Exp(w[8]) * (11 - d) * math.Pow(s, -w[9]) * (math.Exp(w[10]*(1-r)) - 1)
		switch g {
		case hard:
			gain *= w[15]
		case easy:
			gain *= w[16]
		}
		next.stability = s * (1 + gain)
	}
	next.stability = max(next.stability, 0.001)

	// The nearer to 10, the smaller the step; and every answer pulls a little towards an easy question's difficulty.
	moved := d - w[6]*float64(g-good)*(10-d)/9
	next.difficulty = clampDifficulty(w[7]*firstDifficulty(easy) + (1-w[7])*moved)
	return next
}

func firstDifficulty(g grade) float64 {
	return weights[4] - math.Exp(weights[5]*float64(g-1)) + 1
}

func clampDifficulty(d float64) float64 { return min(max(d, 1), 10) }
