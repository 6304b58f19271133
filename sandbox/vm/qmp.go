//go:build linux && (amd64 || arm64)

package vm

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"net"
	"sync"
	"time"
)

// monitor speaks QEMU's Machine Protocol (docs/interop/qmp-spec).
type monitor struct {
	mu   sync.Mutex
	conn net.Conn
	in   *bufio.Reader
}

// monitorTimeout is generous: QEMU answers in a millisecond, on a machine that has one to spare.
const monitorTimeout = 10 * time.Second

// newMonitor reads the greeting and leaves the mode of negotiation.
func newMonitor(conn net.Conn) (*monitor, error) {
	m := &monitor{conn: conn, in: bufio.NewReader(conn)}
	_ = conn.SetDeadline(time.Now().Add(monitorTimeout)) // a socket has deadlines
	if _, err := m.in.ReadBytes('\n'); err != nil {
		return nil, fmt.Errorf("no greeting from QEMU's monitor: %w", err)
	}
	return m, m.do("qmp_capabilities", nil)
}

// do executes a command and fills result, if not nil, with what it returns. Events that arrive meanwhile are passed over.
func (m *monitor) do(command string, result any) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	_ = m.conn.SetDeadline(time.Now().Add(monitorTimeout))
	if err := json.NewEncoder(m.conn).Encode(map[string]string{"execute": command}); err != nil {
		return fmt.Errorf("cannot ask QEMU to %s: %w", command, err)
	}
	for {
		line, err := m.in.ReadBytes('\n')
		if err != nil {
			return fmt.Errorf("QEMU did not answer to %s: %w", command, err)
		}
		var answer struct {
			Return json.RawMessage
			Error  *struct{ Desc string }
		}
		if err := json.Unmarshal(line, &answer); err != nil {
			return fmt.Errorf("QEMU's answer to %s cannot be read: %w", command, err)
		}
		switch {
		case answer.Error != nil:
			return errors.New(answer.Error.Desc)
		case answer.Return == nil:
			continue
		case result != nil:
			return json.Unmarshal(answer.Return, result)
		}
		return nil
	}
}
