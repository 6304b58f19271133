package lessons

import (
	"path"
	"slices"
	"strings"
)

// Command is a program, or a word of the shell, that run blocks use.
type Command struct {
	Name string
	Uses []Use
}

// Use is a page that uses a command.
type Use struct {
	Lesson *Lesson
	Page   int // its place in Lesson.Pages
}

// Commands lists every command of the course's run blocks by name, with the pages that use it in the order of the course.
func (c Course) Commands() []Command {
	uses := map[string][]Use{}
	for _, l := range c.Lessons {
		for i, p := range l.Pages {
			for _, name := range p.commands() {
				uses[name] = append(uses[name], Use{l, i})
			}
		}
	}
	var commands []Command
	for name, u := range uses {
		commands = append(commands, Command{name, u})
	}
	slices.SortFunc(commands, func(a, b Command) int { return strings.Compare(a.Name, b.Name) })
	return commands
}

// commands are the commands of a page's run blocks, each once, by name.
func (p *Page) commands() []string {
	var names []string
	for _, b := range p.Blocks {
		if b.Kind == Run && slices.Contains([]string{"sh", "bash", "shell"}, b.Lang) {
			names = append(names, shellCommands(b.Code)...)
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// shellReader finds the commands in shell code. It knows the parts of the grammar (POSIX.1-2017, XCU 2.10) that say where
// a command's name stands, and nothing of what the code means.
type shellReader struct {
	src      string
	at       int
	names    []string
	defined  []string // functions
	heredocs []string // end words of the here-documents that start after this line
}

var (
	assignment  = expression(`^[A-Za-z_][A-Za-z0-9_]*(\[[^\]]*\])?\+?=`)
	commandForm = expression(`^[A-Za-z_][A-Za-z0-9_.+-]*$`)
	// A command may follow these words,
	commandFollows = []string{"if", "then", "else", "elif", "do", "while", "until", "!", "{", "time", "exec", "command", "nohup", "sudo", "env"}
	// and these are no commands themselves.
	reserved = []string{"if", "then", "else", "elif", "fi", "do", "done", "while", "until", "for", "in", "case", "esac",
		"select", "function", "{", "}", "!", "[[", "]]", "time"}
)

func shellCommands(code string) []string {
	r := &shellReader{src: code}
	r.list(0)
	return slices.DeleteFunc(r.names, func(name string) bool { return slices.Contains(r.defined, name) })
}

// list reads commands up to the end, or up to the ) that closes it at depth above 0.
func (r *shellReader) list(depth int) {
	start, inCase := true, false // whether a command's name may come next; whether a pattern may
	for r.at < len(r.src) {
		switch c := r.src[r.at]; {
		case c == ' ' || c == '\t':
			r.at++
		case c == '\\' && strings.HasPrefix(r.src[r.at:], "\\\n"):
			r.at += 2
		case c == '#':
			r.skipTo('\n')
		case c == '\n':
			r.at++
			r.skipHeredocs()
			start = true
		case c == ')':
			r.at++
			if !inCase && depth > 0 {
				return
			}
			start = true
		case c == '(':
			r.at++
			if strings.HasPrefix(r.src[r.at:], ")") && len(r.names) > 0 { // name() { …
				r.defined = append(r.defined, r.names[len(r.names)-1])
				r.at++
			} else if depth < 50 {
				r.list(depth + 1)
			}
			start = true
		case c == ';' || c == '&' || c == '|':
			r.at++
			start = true
		case c == '<' || c == '>':
			r.redirect()
		default:
			word := r.word(depth)
			if word == "" {
				r.at++ // a character that stands nowhere in the grammar
				continue
			}
			switch {
			case word == "case":
				inCase, start = true, false
				continue
			case word == "esac":
				inCase = false
			}
			if !start || assignment().MatchString(word) || strings.HasPrefix(word, "-") {
				start = start || word == "in" && inCase
				continue
			}
			pattern := inCase && r.at < len(r.src) && (r.src[r.at] == ')' || r.src[r.at] == '|')
			name := path.Base(word)
			if !pattern && !slices.Contains(reserved, word) && (commandForm().MatchString(name) || word == "[") {
				r.names = append(r.names, name)
			}
			start = pattern || slices.Contains(commandFollows, word)
		}
	}
}

// word reads one word. What commands it runs by $( ) are read too; the word has a $ there, which no command's name has.
func (r *shellReader) word(depth int) string {
	var b strings.Builder
	quoted := false // in double quotes
	for r.at < len(r.src) {
		c := r.src[r.at]
		switch {
		case c == '\\' && r.at+1 < len(r.src):
			b.WriteByte(r.src[r.at+1])
			r.at += 2
		case c == '"':
			quoted = !quoted
			b.WriteByte(c)
			r.at++
		case c == '\'' && !quoted:
			from := r.at
			r.at++
			r.skipTo('\'')
			r.at = min(r.at+1, len(r.src))
			b.WriteString(r.src[from:r.at])
		case c == '$' && strings.HasPrefix(r.src[r.at:], "$((") || c == '$' && strings.HasPrefix(r.src[r.at:], "${"):
			b.WriteByte(c)
			if end := strings.IndexByte(r.src[r.at:], map[byte]byte{'(': ')', '{': '}'}[r.src[r.at+1]]); end >= 0 {
				r.at += end + 1
			} else {
				r.at = len(r.src)
			}
			if strings.HasPrefix(r.src[r.at:], ")") {
				r.at++
			}
		case c == '$' && strings.HasPrefix(r.src[r.at:], "$(") && depth < 50:
			b.WriteByte(c)
			r.at += 2
			r.list(depth + 1)
		case !quoted && strings.IndexByte(" \t\n;&|()<>", c) >= 0:
			return b.String()
		default:
			b.WriteByte(c)
			r.at++
		}
	}
	return b.String()
}

// redirect reads < or > and what follows up to the file's name, which is read as a word. A here-document's text is skipped.
func (r *shellReader) redirect() {
	here := strings.HasPrefix(r.src[r.at:], "<<") && !strings.HasPrefix(r.src[r.at:], "<<<")
	for r.at < len(r.src) && strings.IndexByte("<>&-| \t", r.src[r.at]) >= 0 {
		r.at++
	}
	word := r.word(0)
	if here && word != "" {
		r.heredocs = append(r.heredocs, strings.Trim(word, `'"`))
	}
}

func (r *shellReader) skipHeredocs() {
	for _, end := range r.heredocs {
		for r.at < len(r.src) {
			line, rest, _ := strings.Cut(r.src[r.at:], "\n")
			r.at = len(r.src) - len(rest)
			if strings.TrimSpace(line) == end {
				break
			}
		}
	}
	r.heredocs = nil
}

func (r *shellReader) skipTo(c byte) {
	if end := strings.IndexByte(r.src[r.at:], c); end >= 0 {
		r.at += end
	} else {
		r.at = len(r.src)
	}
}
