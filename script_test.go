//go:build unix

package main

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"floorplan/sandbox/native"
)

// TestScripts runs testdata/script on the program that TestMain cleans up.
func TestScripts(t *testing.T) {
	program, err := binary()
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script",
		Setup: func(env *testscript.Env) error {
			env.Setenv("PATH", filepath.Dir(program)+string(filepath.ListSeparator)+env.Getenv("PATH"))
			env.Setenv("HOME", env.WorkDir+"/home")
			env.Setenv("XDG_DATA_HOME", env.WorkDir+"/data")
			env.Setenv("XDG_CACHE_HOME", env.WorkDir+"/cache")
			env.Setenv("NO_COLOR", "1")
			return os.MkdirAll(env.WorkDir+"/home", 0o755)
		},
		Cmds:      map[string]func(*testscript.TestScript, bool, []string){"exits": exits},
		Condition: condition,
	})
}

// exits is "exits STATUS COMMAND...": the command ends with that status.
func exits(ts *testscript.TestScript, _ bool, args []string) {
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	var exit *exec.ExitError
	if err := ts.Exec(args[1], args[2:]...); errors.As(err, &exit) {
		got = exit.ExitCode()
	} else {
		ts.Check(err)
	}
	if got != want {
		ts.Fatalf("exit status %d, want %d", got, want)
	}
}

// condition is [native]: sandboxes can run here. FLOORPLAN_MUST makes it an error when they cannot.
func condition(name string) (bool, error) {
	if name != "native" {
		return false, errors.New("unknown condition " + name)
	}
	ctx, cancel := context.WithTimeout(context.Background(), 30*time.Second)
	defer cancel()
	report := native.New(native.Options{}).Probe(ctx)
	if !report.OK && slices.Contains(strings.Split(os.Getenv("FLOORPLAN_MUST"), ","), "native") {
		return false, errors.New("FLOORPLAN_MUST names native: " + report.Why)
	}
	return report.OK, nil
}
