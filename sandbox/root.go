package sandbox

import (
	"os"
	"os/exec"
)

// AsRoot is how this user has root run a command of a fix or hint: with sudo, or with su where there is none, as on a Debian
// whose root was given a password when it was installed. The command holds no double quotes; what is $NAME in it is the user's.
func AsRoot(command string) string {
	if os.Getuid() == 0 {
		return command
	}
	if _, err := exec.LookPath("sudo"); err == nil {
		return "sudo " + command
	}
	return `su - -c "` + command + `"`
}
