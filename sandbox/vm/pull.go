//go:build linux && (amd64 || arm64)

package vm

func (e *Engine) pullAdvice() string { return "floorplan image pull kernel" }
