package tui

import (
	"os"
	"slices"
	"testing"
)

// docs/keys.md is the table of keys, and no two bindings that can work at the same time share a key by accident.
func TestKeysDocument(t *testing.T) {
	const path = "../docs/keys.md"
	if *update {
		if err := os.WriteFile(path, []byte(KeysMarkdown()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	have, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if string(have) != KeysMarkdown() {
		t.Error("docs/keys.md is not what the table of keys says; go test ./tui -update writes it anew")
	}
}

func TestKeysAreUnique(t *testing.T) {
	rows := bindings()
	for i, x := range rows {
		for _, y := range rows[i+1:] {
			for _, key := range x.keys {
				if x.in&y.in != 0 && slices.Contains(y.keys, key) {
					t.Errorf("%s is bound twice in one scope: %q and %q", key, x.does, y.does)
				}
			}
		}
	}
}
