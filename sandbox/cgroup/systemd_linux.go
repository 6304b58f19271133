package cgroup

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"syscall"
	"time"

	"github.com/godbus/dbus/v5"
)

const (
	managerName      = "org.freedesktop.systemd1"
	managerPath      = "/org/freedesktop/systemd1"
	managerInterface = "org.freedesktop.systemd1.Manager"
	managerTimeout   = 3 * time.Second
)

// managerSocket is where this user's systemd manager listens without a bus daemon in between: the system's manager for
// root, the user's own for anybody else.
func managerSocket() string {
	if os.Getuid() == 0 {
		return "/run/systemd/private"
	}
	dir := os.Getenv("XDG_RUNTIME_DIR")
	if info, err := os.Stat(dir); err != nil || info.Sys().(*syscall.Stat_t).Uid != uint32(os.Getuid()) { // su leaves that of whoever was before
		dir = "/run/user/" + strconv.Itoa(os.Getuid())
	}
	return filepath.Join(dir, "systemd/private")
}

// whyNoManager explains askManager's error to a user; empty where systemd does not rule this machine.
func whyNoManager(err error) string {
	switch _, booted := os.Stat("/run/systemd/system"); { // sd_booted(3)
	case booted != nil:
		return ""
	case errors.Is(err, os.ErrNotExist) && os.Getuid() != 0:
		return fmt.Sprintf("systemd gives them to who has logged in, and nobody has as this user (su and cron are no login); "+
			"log in, or, as root: loginctl enable-linger %d", os.Getuid())
	default:
		return err.Error()
	}
}

func dialManager(ctx context.Context, socket string) (*dbus.Conn, error) {
	conn, err := dbus.Dial("unix:path="+socket, dbus.WithContext(ctx))
	if err != nil {
		return nil, err
	}
	if err := conn.Auth([]dbus.Auth{dbus.AuthExternal(strconv.Itoa(os.Getuid()))}); err != nil {
		conn.Close()
		return nil, err
	}
	return conn, nil
}

// askManager returns this user's systemd manager and the path of the group that it rules.
func askManager(ctx context.Context) (socket, group string, err error) {
	socket = managerSocket()
	if _, err := os.Stat(socket); err != nil {
		return "", "", err
	}
	ctx, cancel := context.WithTimeout(ctx, managerTimeout)
	defer cancel()
	conn, err := dialManager(ctx, socket)
	if err != nil {
		return "", "", fmt.Errorf("cannot reach systemd at %s: %w", socket, err)
	}
	defer conn.Close()
	var value dbus.Variant
	err = conn.Object(managerName, managerPath).CallWithContext(ctx, "org.freedesktop.DBus.Properties.Get", 0,
		managerInterface, "ControlGroup").Store(&value)
	if err != nil {
		return "", "", fmt.Errorf("cannot read systemd's control group: %w", err)
	}
	group, ok := value.Value().(string)
	if !ok {
		return "", "", errors.New("systemd says nothing of its control group")
	}
	return socket, group, nil
}

// enterScope asks the manager for a transient scope with this process in it and the scope's subtree delegated to it
// (org.freedesktop.systemd1(5)). systemd removes the scope, subgroups included, when its last process has ended.
func enterScope(ctx context.Context, socket, name string) error {
	ctx, cancel := context.WithTimeout(ctx, managerTimeout)
	defer cancel()
	conn, err := dialManager(ctx, socket)
	if err != nil {
		return fmt.Errorf("cannot reach systemd at %s: %w", socket, err)
	}
	defer conn.Close()

	signals := make(chan *dbus.Signal, 64)
	conn.Signal(signals)
	type property struct {
		Name  string
		Value dbus.Variant
	}
	type unit struct {
		Name       string
		Properties []property
	}
	properties := []property{
		{"Description", dbus.MakeVariant("Floorplan's sandboxes")},
		{"PIDs", dbus.MakeVariant([]uint32{uint32(os.Getpid())})},
		{"Delegate", dbus.MakeVariant(true)},
		{"CollectMode", dbus.MakeVariant("inactive-or-failed")},
	}
	var job dbus.ObjectPath
	err = conn.Object(managerName, managerPath).CallWithContext(ctx, managerInterface+".StartTransientUnit", 0,
		name, "fail", properties, []unit(nil)).Store(&job)
	if err != nil {
		return fmt.Errorf("systemd refuses the scope %s: %w", name, err)
	}
	for {
		select {
		case <-ctx.Done():
			return fmt.Errorf("systemd did not start the scope %s: %w", name, ctx.Err())
		case signal, ok := <-signals:
			if !ok {
				return fmt.Errorf("systemd closed the connection before the scope %s started", name)
			}
			// JobRemoved(id u, job o, unit s, result s)
			if signal.Name != managerInterface+".JobRemoved" || len(signal.Body) != 4 || signal.Body[1] != job {
				continue
			}
			if result := signal.Body[3]; result != "done" {
				return fmt.Errorf("systemd could not start the scope %s: %v; to move a program there from a login, a user's systemd "+
					"needs the system's message bus (package dbus), and after a restart of that a new login", name, result)
			}
			return nil
		}
	}
}
