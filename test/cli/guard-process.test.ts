import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const child = fileURLToPath(new URL("./guard-child.ts", import.meta.url));

function run(mode: string, redirection = ""): { status: number | null; out: string; err: string } {
  const script = `"${process.execPath}" --import tsx "${child}" ${mode} ${redirection}`;
  const { status, stdout, stderr } = spawnSync("bash", ["-c", script], { encoding: "utf8" });
  return { status, out: stdout, err: stderr };
}

describe("what nobody handles", () => {
  it.each(["rejection", "exception"])("an %s is one line, exit 1", (mode) => {
    const { status, err } = run(mode);
    expect(status).toBe(1);
    expect(err).toMatch(/^findbench: internal: nobody[^\n]*\n$/u);
  });

  it("output that cannot be written is one line, exit 1", () => {
    const { status, err } = run("output", ">/dev/full");
    expect(status).toBe(1);
    expect(err).toMatch(/^findbench: internal: [^\n]*ENOSPC[^\n]*\n$/u);
  });

  it("a closed stderr ends nothing", () => {
    const { status, out } = run("remarks", "2> >(exec true); exit $?");
    expect({ status, out }).toEqual({ status: 0, out: "done\n" });
  });
});
