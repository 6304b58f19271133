package lessons

import (
	"bytes"
	"errors"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/goccy/go-yaml/ast"
	yaml "github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"
)

// A front matter longer than this is a mistake, such as a closing line that is missing.
const maxFrontMatter = 64 << 10

// frontMatter reads what stands between the first line, ---, and the next line that is ---. It returns where the lesson's
// text starts.
func (p *parser) frontMatter() (body int, ok bool) {
	const example = "a lesson starts with a line ---, then title: and sources:, then a line ---"
	open := lineEnd(p.src, 0)
	if strings.TrimRight(string(p.src[:open]), " \t") != "---" {
		p.problem(Error, span{0, open}, "no front matter", example)
		return 0, false
	}
	start := min(open+1, len(p.src))
	end, after := -1, 0
	for at := start; at < len(p.src); at = lineEnd(p.src, at) + 1 {
		if strings.TrimRight(string(p.src[at:lineEnd(p.src, at)]), " \t") == "---" {
			end, after = at, min(lineEnd(p.src, at)+1, len(p.src))
			break
		}
	}
	if end < 0 || end > maxFrontMatter {
		p.problem(Error, span{0, open}, "the front matter has no end", "put a line --- after its last key")
		return 0, false
	}
	p.front = start
	file, err := parseYAML(p.src[start:end])
	var syntax interface {
		GetToken() *token.Token
		GetMessage() string
	}
	switch {
	case errors.As(err, &syntax) && syntax.GetToken() != nil:
		message, _, _ := strings.Cut(syntax.GetMessage(), "\n")
		if strings.Contains(message, "already defined") { // the message has a position of its own, in the YAML alone
			p.atToken(syntax.GetToken(), Error, fmt.Sprintf("key %q is given twice", syntax.GetToken().Value), "remove one of the two")
			return after, false
		}
		p.atToken(syntax.GetToken(), Error, "front matter: "+lowerFirst(message),
			"the front matter is YAML: key: value lines; put quotes around text with : # { or [ in it")
		return after, false
	case err != nil:
		p.problem(Error, span{start, lineEnd(p.src, start)}, "front matter: "+err.Error(), "the front matter is YAML: key: value lines")
		return after, false
	}
	if len(file.Docs) > 0 && file.Docs[0].Body != nil {
		p.frontKeys(file.Docs[0].Body)
	}
	l := p.lesson
	if l.Title == "" && !broken(p.problems) {
		p.problem(Error, span{0, open}, "the lesson has no title", "add a line such as: title: Linux containers")
	}
	if len(l.Sources) == 0 && !broken(p.problems) {
		p.problem(Warning, span{0, open}, "the lesson names no sources", `add a line such as: sources: ["man 7 namespaces"]`)
	}
	return after, true
}

// parseYAML turns a panic of the YAML parser, which reads whatever an author saved, into an error.
func parseYAML(src []byte) (file *ast.File, err error) {
	defer func() {
		if recover() != nil {
			err = errors.New("not readable as YAML")
		}
	}()
	return yaml.ParseBytes(src, 0)
}

func (p *parser) frontKeys(root ast.Node) {
	known := []string{"title", "minutes", "sandboxes", "sources", "values"}
	for _, kv := range p.mapping(root, "the front matter") {
		switch key := kv.Key.GetToken().Value; key {
		case "title":
			p.lesson.Title = p.text(kv.Value, "the title")
		case "minutes":
			p.lesson.Minutes = int(p.number(kv.Value, "minutes", 1, 240, true))
		case "sources":
			p.lesson.Sources = p.texts(kv.Value, "sources")
		case "values":
			for _, v := range p.mapping(kv.Value, "values") {
				p.value(v)
			}
		case "sandboxes":
			for _, s := range p.mapping(kv.Value, "sandboxes") {
				p.sandbox(s)
			}
		default:
			p.atToken(kv.Key.GetToken(), Error, fmt.Sprintf("unknown key %q in the front matter", key), suggest(key, known))
		}
	}
}

var (
	nameForm   = regexp.MustCompile(`^[a-z][a-z0-9-]{0,31}$`)
	hostForm   = regexp.MustCompile(`^[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?$`)
	valueForm  = regexp.MustCompile(`^[a-z][a-z0-9_]{0,31}$`)
	wordForm   = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9._-]*$`)
	rangeForm  = regexp.MustCompile(`^(\d{1,9})-(\d{1,9})$`)
	volumeForm = regexp.MustCompile(`^/[^\s:]+$`)
)

// The words of a sandbox's entry.
var (
	sandboxKeys = []string{"engine", "image", "profile", "share", "hostname", "memory", "disk", "pids", "cpus", "cpu-weight",
		"network", "volumes", "needs"}
	engines    = []string{"native", "vm"}
	profiles   = []string{"locked", "admin"}
	namespaces = []string{"user", "mnt", "pid", "net", "uts", "ipc", "cgroup", "time"}
)

func (p *parser) sandbox(entry *ast.MappingValueNode) {
	name := entry.Key.GetToken()
	s := Sandbox{Name: name.Value, Engine: "native", Profile: "locked", Line: p.tokenLine(name)}
	if !nameForm.MatchString(s.Name) {
		p.atToken(name, Error, fmt.Sprintf("%q is no name for a sandbox", s.Name),
			"a name is a small letter, then small letters, digits and -, at most 32 in all")
	}
	if entry.Value.Type() != ast.NullType {
		for _, kv := range p.mapping(entry.Value, "sandbox "+s.Name) {
			p.sandboxKey(&s, kv)
		}
	}
	if s.Engine == "vm" && len(s.Share) > 0 {
		p.atToken(name, Error, "a virtual machine shares no namespaces", "remove share:, or engine: vm")
	}
	p.lesson.Sandboxes = append(p.lesson.Sandboxes, s)
}

func (p *parser) sandboxKey(s *Sandbox, kv *ast.MappingValueNode) {
	switch key := kv.Key.GetToken().Value; key {
	case "engine":
		s.Engine = p.oneOf(kv.Value, key, engines)
	case "image":
		s.Image = p.text(kv.Value, key)
	case "profile":
		s.Profile = p.oneOf(kv.Value, key, profiles)
	case "share":
		s.Share = p.share(kv.Value)
	case "hostname":
		s.Hostname = p.pattern(kv.Value, "host name", hostForm, "a host name is letters, digits and -, at most 63 (RFC 1123)")
	case "memory":
		s.Memory = p.size(kv.Value, key, 4<<20, 1<<40)
	case "disk":
		s.Disk = p.size(kv.Value, key, 64<<10, 1<<40)
	case "pids":
		s.Pids = int(p.number(kv.Value, key, 2, 1<<22, true)) // 1<<22 is the kernel's PID_MAX_LIMIT, proc(5)
	case "cpus":
		s.CPUs = p.number(kv.Value, key, 0.01, 1024, false)
	case "cpu-weight":
		s.CPUWeight = int(p.number(kv.Value, key, 1, 10000, true))
	case "network":
		s.Network = p.pattern(kv.Value, "network name", nameForm, "a network's name is a small letter, then small letters, digits and -")
	case "volumes":
		s.Volumes = map[string]string{}
		for _, v := range p.mapping(kv.Value, key) {
			path := v.Key.GetToken()
			if !volumeForm.MatchString(path.Value) {
				p.atToken(path, Error, fmt.Sprintf("%q is no absolute path", path.Value),
					"write the path inside the sandbox and the volume's name: /data: notes")
			}
			s.Volumes[path.Value] = p.pattern(v.Value, "volume name", nameForm,
				"a volume's name is a small letter, then small letters, digits and -")
		}
	case "needs":
		s.Needs = p.texts(kv.Value, key)
	default:
		p.atToken(kv.Key.GetToken(), Error, fmt.Sprintf("unknown key %q in sandbox %s", key, s.Name), suggest(key, sandboxKeys))
	}
}

func (p *parser) share(node ast.Node) []string {
	if t := node.GetToken(); node.Type() == ast.StringType && t.Value == "all" {
		return slices.Clone(namespaces)
	}
	var share []string
	for _, item := range p.sequence(node, "share") {
		name := p.oneOf(item, "namespace", namespaces)
		if name != "" && slices.Contains(share, name) {
			p.atNode(item, Error, "namespace "+name+" is listed twice", "remove one of the two")
		}
		share = append(share, name)
	}
	return share
}

func (p *parser) value(kv *ast.MappingValueNode) {
	name := kv.Key.GetToken()
	v := value{name: name.Value, line: p.tokenLine(name)}
	const form = "a value is a range of whole numbers (8000-8999) or a list of words ([ash, elm, oak])"
	switch {
	case !valueForm.MatchString(v.name) || slices.Contains(templateWords, v.name):
		p.atToken(name, Error, fmt.Sprintf("%q is no name for a value", v.name),
			"a name is a small letter, then small letters, digits and _, and none of "+list(templateWords, "or"))
		return
	case kv.Value.Type() == ast.SequenceType:
		for _, item := range p.sequence(kv.Value, "value "+v.name) {
			word := p.pattern(item, "word for a value", wordForm, "a word is letters, digits, . _ and -, so that it is safe in any command")
			v.words = append(v.words, word)
		}
		if len(v.words) < 2 {
			p.atNode(kv.Value, Error, "value "+v.name+" has nothing to choose from", "give at least two words")
			return
		}
	default:
		m := rangeForm.FindStringSubmatch(p.text(kv.Value, "value "+v.name))
		if m == nil {
			p.atNode(kv.Value, Error, "value "+v.name+" is neither a range nor a list", form)
			return
		}
		v.low, _ = strconv.Atoi(m[1])
		v.high, _ = strconv.Atoi(m[2])
		if v.low >= v.high {
			p.atNode(kv.Value, Error, "the range of value "+v.name+" is empty", "write the smaller number first: 8000-8999")
			return
		}
	}
	p.lesson.values = append(p.lesson.values, v)
}

// The readers of one YAML value. Each reports what is wrong and returns the zero value then.

func (p *parser) mapping(node ast.Node, what string) []*ast.MappingValueNode {
	switch n := node.(type) {
	case *ast.MappingNode:
		return n.Values
	case *ast.MappingValueNode:
		return []*ast.MappingValueNode{n}
	}
	p.atNode(node, Error, what+" must be key: value pairs", "write { key: value }, or one key: value a line, indented below its name")
	return nil
}

func (p *parser) sequence(node ast.Node, what string) []ast.Node {
	if n, ok := node.(*ast.SequenceNode); ok {
		return n.Values
	}
	p.atNode(node, Error, what+" must be a list", "write it as [one, two]")
	return nil
}

func (p *parser) texts(node ast.Node, what string) []string {
	var all []string
	for _, item := range p.sequence(node, what) {
		all = append(all, p.text(item, "an entry of "+what))
	}
	return all
}

func (p *parser) text(node ast.Node, what string) string {
	s := ""
	switch n := node.(type) {
	case *ast.StringNode:
		s = n.Value
	case *ast.LiteralNode:
		s = n.Value.Value
	case *ast.IntegerNode, *ast.FloatNode, *ast.BoolNode:
		s = n.GetToken().Value
	default:
		p.atNode(node, Error, what+" must be text", "put it in quotes")
		return ""
	}
	if s = strings.TrimSpace(s); s == "" {
		p.atNode(node, Error, what+" is empty", "write it, or remove the key")
	}
	return s
}

func (p *parser) pattern(node ast.Node, what string, form *regexp.Regexp, hint string) string {
	s := p.text(node, what)
	if s == "" {
		return ""
	}
	sample := placeholder.ReplaceAllString(s, "0") // a random value may stand here; With fills it
	if !form.MatchString(sample) {
		p.atNode(node, Error, fmt.Sprintf("%q is no %s", s, what), hint)
		return ""
	}
	return s
}

func (p *parser) oneOf(node ast.Node, what string, words []string) string {
	s := p.text(node, what)
	if s != "" && !slices.Contains(words, s) {
		p.atNode(node, Error, fmt.Sprintf("unknown %s %q", what, s), suggest(s, words))
		return ""
	}
	return s
}

func (p *parser) number(node ast.Node, what string, low, high float64, whole bool) float64 {
	n, err := strconv.ParseFloat(node.GetToken().Value, 64)
	switch {
	case err != nil || node.Type() != ast.IntegerType && node.Type() != ast.FloatType:
		p.atNode(node, Error, what+" must be a number", fmt.Sprintf("write a number from %v to %v", low, int64(high)))
	case whole && n != float64(int64(n)):
		p.atNode(node, Error, what+" must be a whole number", fmt.Sprintf("write a number from %v to %v", low, int64(high)))
	case n < low || n > high:
		p.atNode(node, Error, fmt.Sprintf("%s is out of range: %v", what, n), fmt.Sprintf("write a number from %v to %v", low, int64(high)))
	default:
		return n
	}
	return 0
}

var sizeForm = regexp.MustCompile(`^(\d{1,12})([KMGT])$`)

// size reads a size in binary units: 64M is 64 times 1,048,576 bytes.
func (p *parser) size(node ast.Node, what string, low, high int64) int64 {
	s := p.text(node, what)
	if s == "" {
		return 0
	}
	m := sizeForm.FindStringSubmatch(s)
	if m == nil {
		p.atNode(node, Error, fmt.Sprintf("%s is no size: %q", what, s),
			"write a whole number and K, M, G or T, in binary units: 64M is 67,108,864 bytes")
		return 0
	}
	n, _ := strconv.ParseInt(m[1], 10, 64)
	unit := int64(1) << (10 * (1 + strings.Index("KMGT", m[2])))
	if n > high/unit || n*unit < low {
		p.atNode(node, Error, fmt.Sprintf("%s is out of range: %s", what, s), "write a size from "+sizeText(low)+" to "+sizeText(high))
		return 0
	}
	return n * unit
}

func sizeText(n int64) string {
	unit := -1
	for n >= 1024 && n%1024 == 0 && unit < 3 {
		n, unit = n/1024, unit+1
	}
	if unit < 0 {
		return strconv.FormatInt(n, 10)
	}
	return strconv.FormatInt(n, 10) + string("KMGT"[unit])
}

// fillFront puts the attempt's values into the sandboxes.
func (p *parser) fillFront(picked map[string]string) {
	replace := func(s string) string {
		return placeholder.ReplaceAllStringFunc(s, func(m string) string {
			if v, ok := picked[m[2:len(m)-2]]; ok {
				return v
			}
			return m
		})
	}
	for i := range p.lesson.Sandboxes {
		s := &p.lesson.Sandboxes[i]
		s.Hostname, s.Network = replace(s.Hostname), replace(s.Network)
		for path, name := range maps.Clone(s.Volumes) {
			s.Volumes[path] = replace(name)
		}
	}
}

// tokenLine is the line of a YAML token in the file, which starts one line above the YAML.
func (p *parser) tokenLine(t *token.Token) int { return t.Position.Line + 1 }

func (p *parser) atNode(node ast.Node, s Severity, message, hint string) {
	p.atToken(node.GetToken(), s, message, hint)
}

// atToken reports a problem at a YAML token.
func (p *parser) atToken(t *token.Token, s Severity, message, hint string) {
	at := p.front
	for range t.Position.Line - 1 {
		next := bytes.IndexByte(p.src[at:], '\n')
		if next < 0 {
			break
		}
		at += next + 1
	}
	end := lineEnd(p.src, at)
	for range t.Position.Column - 1 {
		if at < end {
			_, size := utf8.DecodeRune(p.src[at:])
			at += size
		}
	}
	length := len(strings.TrimSpace(t.Value))
	if t.Type == token.SingleQuoteType || t.Type == token.DoubleQuoteType {
		length += 2
	}
	p.problem(s, span{at, min(at+max(length, 1), end)}, message, hint)
}

func lowerFirst(s string) string {
	if s == "" {
		return s
	}
	return strings.ToLower(s[:1]) + s[1:]
}
