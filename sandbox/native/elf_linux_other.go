//go:build linux && !amd64 && !arm64

package native

import (
	"errors"
	"io"
)

const hasAgent = false

func writeExecutable(io.WriterAt, []byte) error {
	return errors.New("there is no machine code of the agent for this architecture")
}
