package lab

import (
	"os"

	"floorplan/sandbox/native"
)

// imageOwner is whom the files of images belong to: where root maps its sandboxes to another user, to that one.
func imageOwner() int {
	if os.Getuid() == 0 {
		return native.HostID
	}
	return -1
}
