package lessons

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// Find resolves what a student calls a lesson: its name (containers), its number (5 or 05) or its file's name
// (05-containers.md), and after a # a page's link or number. Without a page it is page 0. The error says what is nearest.
func (c Course) Find(ref string) (*Lesson, int, error) {
	name, page, _ := strings.Cut(strings.TrimSpace(ref), "#")
	lesson, err := c.lesson(name)
	if err != nil {
		return nil, 0, err
	}
	if page == "" {
		return lesson, 0, nil
	}
	var ids []string
	for i, p := range lesson.Pages {
		if strings.EqualFold(p.ID, page) {
			return lesson, i, nil
		}
		ids = append(ids, p.ID)
	}
	if n, err := strconv.Atoi(page); err == nil && n >= 1 && n <= len(lesson.Pages) {
		return lesson, n - 1, nil
	}
	hint := fmt.Sprintf("its pages are 1 to %d; 'floorplan list %s' shows them", len(ids), lesson.ID)
	if near := nearest(page, ids); len(near) > 0 {
		hint = "did you mean " + list(near, "or") + "?"
	}
	return nil, 0, fmt.Errorf("lesson %s has no page %q\nhint: %s", lesson.ID, page, hint)
}

func (c Course) lesson(name string) (*Lesson, error) {
	id, number := lessonID(name)
	if n, err := strconv.Atoi(name); err == nil {
		id, number = "", n
	}
	var ids []string
	for _, l := range c.Lessons {
		if id != "" && l.ID == id || id == "" && number > 0 && l.Number == number {
			return l, nil
		}
		ids = append(ids, l.ID)
	}
	for _, l := range c.Lessons {
		if strings.EqualFold(l.Title, strings.TrimSpace(name)) {
			return l, nil
		}
	}
	for _, p := range c.Problems {
		broken, n := lessonID(p.File)
		if p.Severity == Error && (id != "" && broken == id || id == "" && number > 0 && n == number) {
			return nil, fmt.Errorf("lesson %s cannot be opened: %w", broken, p)
		}
	}
	if len(ids) == 0 {
		return nil, errors.New("the course has no lessons\nhint: 'floorplan check' says why")
	}
	hint := "the lessons are " + list(ids, "and")
	if near := nearest(name, ids); len(near) > 0 {
		hint = "did you mean " + list(near, "or") + "? 'floorplan list' shows all lessons"
	}
	return nil, fmt.Errorf("no lesson is called %q\nhint: %s", filepath.ToSlash(name), hint)
}

// Block is the block with this ID and the place of its page, or nil.
func (l *Lesson) Block(id string) (b *Block, page int) {
	for i, p := range l.Pages {
		for j := range p.Blocks {
			if p.Blocks[j].ID == id {
				return &p.Blocks[j], i
			}
		}
	}
	return nil, 0
}

// Questions are the IDs of the lesson's questions, or of those on the page with this ID.
func (l *Lesson) Questions(page string) []string {
	var ids []string
	for _, p := range l.Pages {
		for _, b := range p.Blocks {
			if b.Kind == Question && (page == "" || p.ID == page) {
				ids = append(ids, b.ID)
			}
		}
	}
	return ids
}

// Shuffled is the order in which a quiz asks these questions, the same for the same seed.
func Shuffled(questions []string, seed int64) []string {
	order := slices.Clone(questions)
	rand.New(rand.NewPCG(uint64(seed), 0)).Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
	return order
}

// Live is the block that a review runs again for a question, and the place of the page that explains it. Where the explanation
// links to another page of the lesson, that is the page, and its first prediction is the block, else its first run block. Else
// it is the question's own page, and the last of these above the question. Nil stands for none. A run block is its own.
func (l *Lesson) Live(id string) (run *Block, page int) {
	b, own := l.Block(id)
	if b == nil || b.Kind != Question {
		return b, own
	}
	page = own
	for i, p := range l.Pages {
		if p.ID == b.Ask.See {
			page = i
		}
	}
	blocks := l.Pages[page].Blocks
	for i := range blocks {
		other := &blocks[i]
		if other == b {
			break
		}
		if other.Kind == Run && (run == nil || other.Predict != nil && (page == own || run.Predict == nil)) {
			run = other
		}
	}
	return run, page
}

// Counts says how much there is to do. The forms of a question count as one.
type Counts struct {
	Runs        int `json:"runs"`
	Checks      int `json:"checks"`
	Questions   int `json:"questions"`
	Predictions int `json:"predictions"`
}

// Counts counts the blocks of a page.
func (p *Page) Counts() Counts {
	var c Counts
	for _, b := range p.Blocks {
		switch b.Kind {
		case Run:
			c.Runs++
			if b.Predict != nil {
				c.Predictions++
			}
		case Check:
			c.Checks++
		case Question:
			c.Questions++
		}
	}
	return c
}

// Counts counts the blocks of a lesson.
func (l *Lesson) Counts() Counts {
	var c Counts
	for _, p := range l.Pages {
		c.add(p.Counts())
	}
	return c
}

// Counts counts the blocks of a course.
func (c Course) Counts() Counts {
	var all Counts
	for _, l := range c.Lessons {
		all.add(l.Counts())
	}
	return all
}

func (c *Counts) add(d Counts) {
	c.Runs += d.Runs
	c.Checks += d.Checks
	c.Questions += d.Questions
	c.Predictions += d.Predictions
}
