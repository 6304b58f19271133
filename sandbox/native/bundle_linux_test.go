package native

import (
	"encoding/json"
	"os"
	"slices"
)

// adaptBundle makes an OCI runtime's default configuration run `true` from the host's /usr, without a terminal.
func adaptBundle(file string) error {
	text, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	var config map[string]any
	if err := json.Unmarshal(text, &config); err != nil {
		return err
	}
	process := config["process"].(map[string]any)
	process["terminal"] = false
	process["args"] = []string{"true"}
	// Where control groups are of both versions, crun runs only without any.
	linux := config["linux"].(map[string]any)
	delete(linux, "resources")
	linux["namespaces"] = slices.DeleteFunc(linux["namespaces"].([]any), func(ns any) bool { return ns.(map[string]any)["type"] == "cgroup" })
	mounts := slices.DeleteFunc(config["mounts"].([]any), func(m any) bool { return m.(map[string]any)["type"] == "cgroup" })
	config["mounts"] = append(mounts, map[string]any{
		"destination": "/usr", "type": "bind", "source": "/usr", "options": []string{"rbind", "ro"}})
	if text, err = json.Marshal(config); err != nil {
		return err
	}
	return os.WriteFile(file, text, 0o644)
}
