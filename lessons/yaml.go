package lessons

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/goccy/go-yaml/ast"
	yaml "github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"
)

// parseYAML turns a panic of the YAML parser, which reads whatever an author saved, into an error.
func parseYAML(src []byte) (file *ast.File, err error) {
	defer func() {
		if recover() != nil {
			err = errors.New("not readable as YAML")
		}
	}()
	return yaml.ParseBytes(src, 0)
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
	case *ast.NullNode:
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
	sample := placeholder().ReplaceAllString(s, "a") // a random value may stand here; With fills it
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

var sizeForm = expression(`^(\d{1,12})([KMGT])$`)

// size reads a size in binary units: 64M is 64 times 1,048,576 bytes.
func (p *parser) size(node ast.Node, what string, low, high int64) int64 {
	s := p.text(node, what)
	if s == "" {
		return 0
	}
	m := sizeForm().FindStringSubmatch(s)
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

// tokenLine is the line of a YAML token in the file, which starts one line above the YAML.
func (p *parser) tokenLine(t *token.Token) int { return t.Position.Line + 1 }

func (p *parser) atNode(node ast.Node, s Severity, message, hint string) {
	p.atToken(node.GetToken(), s, message, hint)
}

// atToken reports a problem at a YAML token.
func (p *parser) atToken(t *token.Token, s Severity, message, hint string) {
	p.problem(s, p.tokenSpan(t), message, hint)
}

// tokenSpan is where a YAML token stands in the file.
func (p *parser) tokenSpan(t *token.Token) span {
	at := p.front
	for range t.Position.Line - 1 {
		at = min(lineEnd(p.src, at)+1, len(p.src))
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
	return span{at, min(at+max(length, 1), end)}
}

func lowerFirst(s string) string {
	if s == "" {
		return s
	}
	return strings.ToLower(s[:1]) + s[1:]
}
