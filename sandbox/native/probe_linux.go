package native

import (
	"context"

	"floorplan/sandbox"
)

// Probe starts a sandbox and says what became of it.
func (e *Engine) Probe(ctx context.Context) sandbox.Report {
	report := sandbox.Report{Name: e.Name()}
	box, err := e.Start(ctx, sandbox.Spec{Name: "probe"}, nil)
	if err != nil {
		report.Why = err.Error()
		return report
	}
	report.OK = true
	box.Close()
	return report
}
