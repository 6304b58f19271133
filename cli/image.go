package cli

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"floorplan/sandbox/image"
	"floorplan/sandbox/vm"
)

func (p *program) imageCommand() *cobra.Command {
	return group("image", "List, fetch and remove images of sandboxes", p.imageList(), p.imagePull(),
		p.imageRemove())
}

func (p *program) imageList() *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use: "ls", Aliases: []string{"list"}, Short: "List the images in the cache", Args: arguments(0, 0),
		Example: "  floorplan image ls\n  floorplan image ls --json",
		RunE: func(*cobra.Command, []string) error {
			store, err := p.machine().Images()
			if err != nil {
				return err
			}
			images, err := store.List()
			if err != nil {
				return err
			}
			if asJSON {
				return p.json(map[string]any{"images": orEmpty(images)})
			}
			rows := [][]string{{"IMAGE", "LAYERS", "SIZE", "SHARED", "OWN", ""}}
			for _, info := range images {
				use := ""
				if info.InUse {
					use = "in use"
				}
				rows = append(rows, []string{info.Ref, fmt.Sprint(info.Layers), megabytes(info.Size), megabytes(info.Shared),
					megabytes(info.Own), use})
			}
			table(p.stdout, rows)
			fmt.Fprintf(p.stdout, "\nthe cache is %s; the image host takes no space\n", store.Dir())
			return nil
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	return c
}

func (p *program) imagePull() *cobra.Command {
	return &cobra.Command{
		Use: "pull IMAGE", Short: "Fetch an OCI image, or a kernel for VMs", Args: arguments(1, 1),
		Long: `Fetch an OCI image from its registry, or what has changed of it. Every part is checked against its digest.
A pull that was cut short goes on where it stopped.

The word kernel brings the distribution's kernel for virtual machines to the cache. Nothing is installed.`,
		Example: "  floorplan image pull alpine:3.20\n  floorplan image pull kernel",
		RunE: func(c *cobra.Command, args []string) error {
			if args[0] == "kernel" {
				return p.pullKernel(c.Context())
			}
			store, err := p.machine().Images()
			if err != nil {
				return err
			}
			show, end := p.pulling()
			err = store.Pull(c.Context(), args[0], func(progress image.Progress) {
				show(fmt.Sprintf("%d of %d layers", progress.Layer, progress.Layers),
					megabytes(progress.Done)+" of "+megabytes(progress.Total))
			})
			end()
			if err != nil {
				return err
			}
			fmt.Fprintf(p.stdout, "%s is in the cache\n", args[0])
			return nil
		},
	}
}

func (p *program) pullKernel(ctx context.Context) error {
	show, end := p.pulling()
	kernel, err := p.machine().PullKernel(ctx, func(progress vm.PullProgress) {
		show(progress.Doing, fmt.Sprintf("%.0f %%", 100*progress.Done))
	})
	end()
	if err != nil {
		return err
	}
	fmt.Fprintf(p.stdout, "kernel %s is in the cache: %s\n", kernel.Version, kernel.Path)
	return nil
}

// pulling tells someone at a terminal how far a pull is: on one line, drawn over itself, or with --plain on a line for each stage.
func (p *program) pulling() (show func(stage, detail string), end func()) {
	last := ""
	switch {
	case !isTerminal(p.stderr):
		return func(string, string) {}, func() {}
	case p.plain:
		return func(stage, _ string) {
			if stage != last {
				fmt.Fprintln(p.stderr, stage)
			}
			last = stage
		}, func() {}
	}
	return func(stage, detail string) { fmt.Fprint(p.stderr, clearLine, stage, ", ", detail) }, func() { fmt.Fprintln(p.stderr) }
}

func (p *program) imageRemove() *cobra.Command {
	return &cobra.Command{
		Use: "rm IMAGE", Short: "Remove an image from the cache", Args: arguments(1, 1),
		Example: "  floorplan image rm alpine:3.20",
		RunE: func(c *cobra.Command, args []string) error {
			store, err := p.machine().Images()
			if err != nil {
				return err
			}
			if err := store.Remove(c.Context(), args[0]); err != nil {
				return err
			}
			fmt.Fprintf(p.stdout, "%s is removed\n", args[0])
			return nil
		},
	}
}

// megabytes is a size in decimal units, as registries give them.
func megabytes(n int64) string { return fmt.Sprintf("%.1f MB", float64(n)/1e6) }
