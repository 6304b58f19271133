//go:build linux && !amd64

package native

var archRefusals []refusal
