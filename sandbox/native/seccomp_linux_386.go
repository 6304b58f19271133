package native

var archRefusals, archFileRefusals []refusal
