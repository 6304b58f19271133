package native

var archRefusals []refusal
