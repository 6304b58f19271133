package native

import (
	"context"
	"testing"
	"time"

	"floorplan/sandbox"
)

// TestFIFO puts pipes in the way of what the agent opens on Floorplan's behalf: it must not wait there, and with it those who
// share a network with the sandbox.
func TestFIFO(t *testing.T) {
	each(t, func(t *testing.T, e *Engine) {
		ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
		defer cancel()
		finished := make(chan struct{})
		go func() {
			defer close(finished)
			first := start(t, e, sandbox.Spec{Name: "first", Network: "street", Profile: sandbox.Admin})
			if out, code := output(t, first, "mkfifo /etc/.hosts.new /tmp/fifo && mount --bind /tmp/fifo /proc/sys/kernel/random/boot_id"); code != 0 {
				t.Errorf("cannot put pipes there: %s", out)
			}
			second := start(t, e, sandbox.Spec{Name: "second", Network: "street"})
			if out, _ := output(t, first, "getent hosts second"); out != "192.0.2.3       second" {
				t.Errorf("the one with the pipe knows %q", out)
			}
			if _, err := first.Facts(t.Context()); err != nil {
				t.Error(err)
			}
			second.Close()
			first.Close()
		}()
		select {
		case <-finished:
		case <-ctx.Done():
			t.Fatal("the agent waits for a pipe")
		}
	})
}
