package lessons

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/goccy/go-yaml/ast"
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
	nameForm   = expression(`^[a-z][a-z0-9-]{0,31}$`)
	hostForm   = expression(`^[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?$`)
	valueForm  = expression(`^[a-z][a-z0-9_]{0,31}$`)
	wordForm   = expression(`^[A-Za-z0-9][A-Za-z0-9._-]*$`)
	rangeForm  = expression(`^(\d{1,9})-(\d{1,9})$`)
	volumeForm = expression(`^/[^\s:]+$`)
)

// The words of a sandbox's entry.
var (
	sandboxKeys = []string{"engine", "image", "profile", "share", "hostname", "memory", "disk", "pids", "cpus", "cpu-weight",
		"network", "outside", "volumes", "needs"}
	engines    = []string{"native", "vm"}
	profiles   = []string{"locked", "admin"}
	namespaces = []string{"user", "mnt", "pid", "net", "uts", "ipc", "cgroup", "time"}
)

func (p *parser) sandbox(entry *ast.MappingValueNode) {
	name := entry.Key.GetToken()
	s := Sandbox{Name: name.Value, Engine: "native", Profile: "locked", Line: p.tokenLine(name)}
	if !nameForm().MatchString(s.Name) {
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
	if s.Outside {
		switch {
		case s.Engine == "vm":
			p.atToken(name, Error, "a virtual machine has no way outside", "remove outside:, or engine: vm")
		case slices.Contains(s.Share, "net"):
			p.atToken(name, Error, "a sandbox on the host's network has its ways outside already", "remove outside:, or net from share:")
		case s.Network != "" && s.Network != "none":
			p.atToken(name, Error, "a sandbox in a network has no way outside", "remove outside:, or network:")
		}
	}
	p.declared[s.Name] = p.tokenSpan(name)
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
		s.Hostname = p.pattern(kv.Value, "host name", hostForm(), "a host name is letters, digits and -, at most 63 (RFC 1123)")
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
		s.Network = p.pattern(kv.Value, "network name", nameForm(), "a network's name is a small letter, then small letters, digits and -")
	case "outside":
		s.Outside = p.oneOf(kv.Value, key, []string{"true", "false"}) == "true"
	case "volumes":
		s.Volumes = map[string]string{}
		for _, v := range p.mapping(kv.Value, key) {
			path := v.Key.GetToken()
			if !volumeForm().MatchString(path.Value) {
				p.atToken(path, Error, fmt.Sprintf("%q is no absolute path", path.Value),
					"write the path inside the sandbox and the volume's name: /data: notes")
			}
			s.Volumes[path.Value] = p.pattern(v.Value, "volume name", nameForm(),
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
	v := value{name: name.Value, at: p.tokenSpan(name)}
	const form = "a value is a range of whole numbers (8000-8999) or a list of words ([ash, elm, oak])"
	switch {
	case !valueForm().MatchString(v.name) || slices.Contains(templateWords, v.name):
		p.atToken(name, Error, fmt.Sprintf("%q is no name for a value", v.name),
			"a name is a small letter, then small letters, digits and _, and none of "+list(templateWords, "or"))
		return
	case kv.Value.Type() == ast.SequenceType:
		for _, item := range p.sequence(kv.Value, "value "+v.name) {
			word := p.pattern(item, "word for a value", wordForm(), "a word is letters, digits, . _ and -, so that it is safe in any command")
			v.words = append(v.words, word)
		}
		if len(v.words) < 2 {
			p.atNode(kv.Value, Error, "value "+v.name+" has nothing to choose from", "give at least two words")
			return
		}
	default:
		m := rangeForm().FindStringSubmatch(p.text(kv.Value, "value "+v.name))
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

// fillFront puts the attempt's values into the sandboxes.
func (p *parser) fillFront(picked map[string]string) {
	replace := func(s string) string {
		return placeholder().ReplaceAllStringFunc(s, func(m string) string {
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
