//go:build linux && !amd64 && !arm64

package native

import "errors"

const hasAgent = false

func executable([]byte) ([]byte, error) {
	return nil, errors.New("there is no machine code of the agent for this architecture")
}
