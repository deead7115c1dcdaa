/**
 * When records go from the kernel to the disk, which decides what a power cut can take: `always`
 * before a write resolves, `interval` within a second, `os` whenever the kernel likes. A killed
 * process loses nothing under any of them, and closing a run puts everything on the disk.
 */
export type Durability = "os" | "interval" | "always";
