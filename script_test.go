//go:build unix

package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"floorplan/lab"
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
			env.Setenv("HOSTCACHE", os.Getenv("XDG_CACHE_HOME"))
			env.Setenv("FLOORPLAN_KERNEL", os.Getenv("FLOORPLAN_KERNEL"))
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

// condition is [native] or [vm]: such sandboxes can run here. FLOORPLAN_MUST makes it an error when they cannot.
func condition(name string) (bool, error) {
	must := map[string]string{"native": "native", "vm": "kernel"}[name]
	if must == "" {
		return false, errors.New("unknown condition " + name)
	}
	ctx, cancel := context.WithTimeout(context.Background(), 30*time.Second)
	defer cancel()
	machine := lab.NewMachine(lab.Options{})
	engine, err := machine.Engine(name)
	if err != nil {
		return false, err
	}
	report := engine.Probe(ctx)
	if !report.OK && slices.Contains(strings.Split(os.Getenv("FLOORPLAN_MUST"), ","), must) {
		return false, fmt.Errorf("FLOORPLAN_MUST names %s: %s", must, report.Why)
	}
	return report.OK, nil
}
