package native

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"

	"floorplan/sandbox"
	"floorplan/sandbox/image"
)

// imageUser is the user that an image's configuration names (User in the OCI image specification). The zero value is none.
type imageUser struct {
	id   int    // as seen inside; never root's
	name string // empty for a number that the image has no name for
	home string // empty where the image has no such directory
	// note says what of the configuration a sandbox does not do.
	note string
}

// userOf finds an image's user. A sandbox maps one id, so that it can be any user of the image's, and no second one: the group
// gets the same number, whatever the configuration says.
func userOf(root *image.Root, profile sandbox.Profile) imageUser {
	name, _, _ := strings.Cut(root.User, ":")
	switch {
	case name == "":
		return imageUser{}
	case profile == sandbox.Admin:
		if name == "root" || name == "0" {
			return imageUser{}
		}
		return imageUser{note: fmt.Sprintf("the image asks for the user %s; an admin sandbox's user is root", name)}
	}
	const idBits = 31 // all that anybody uses; the largest of 32 bits is no id (setresuid(2))
	user := imageUser{name: name}
	id, err := strconv.ParseUint(name, 10, idBits)
	number := err == nil
	if number {
		user.id, user.name = int(id), ""
	}
	for _, line := range imageLines(root, "etc/passwd") {
		fields := strings.Split(line, ":") // name, password, uid, gid, comment, home, shell (passwd(5))
		if len(fields) < 7 || fields[0] != name && (!number || fields[2] != name) {
			continue
		}
		if id, err := strconv.ParseUint(fields[2], 10, idBits); err == nil {
			user.id, user.name = int(id), fields[0]
			if imageHas(root, strings.Trim(fields[5], "/")) {
				user.home = fields[5]
			}
			break
		}
	}
	if user.id == 0 {
		why := "a locked sandbox has no root"
		if name != "root" && name != "0" {
			why = "its /etc/passwd has none"
		}
		return imageUser{note: fmt.Sprintf("the image asks for the user %s: %s, so it is %d", name, why, StudentID)}
	}
	return user
}

// imageLines are the lines of a file of an image. A link in it leads nowhere but to the same layer's files.
func imageLines(root *image.Root, name string) []string {
	for _, layer := range root.Layers {
		dir, err := os.OpenRoot(layer)
		if err != nil {
			continue
		}
		defer dir.Close()
		info, err := dir.Stat(name)
		if err != nil || !info.Mode().IsRegular() {
			continue
		}
		file, err := dir.Open(name)
		if err != nil {
			continue
		}
		defer file.Close()
		var lines []string
		for scanner := bufio.NewScanner(io.LimitReader(file, 1<<20)); scanner.Scan(); {
			lines = append(lines, scanner.Text())
		}
		return lines
	}
	return nil
}

func imageHas(root *image.Root, name string) bool {
	for _, layer := range root.Layers {
		if dir, err := os.OpenRoot(layer); err == nil {
			info, err := dir.Stat(name)
			dir.Close()
			if err == nil && info.IsDir() {
				return true
			}
		}
	}
	return false
}
