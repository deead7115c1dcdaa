import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { comparable } from "../runs/comparable.ts";
import { findbench } from "../support/command-line.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

/** A run on strings, of which every line is whole. */
async function wholeRun(): Promise<string> {
  const folder = await temporaryFolder();
  const [suite, run] = [join(folder, "suite"), join(folder, "run")];
  const drawn = ["--recipe", "paper@1", "--categories", "strings", "--count", "3", "--out", suite];
  expect(await findbench("generate", ...drawn)).toMatchObject({ code: 0 });
  const terms = ["--interpreter", "identity,memory", "--budget", "8", "--metrics", "published"];
  expect(await findbench("run", suite, ...terms, "--out", run)).toMatchObject({ code: 0 });
  return run;
}

/** Overwrites a line, counted from 1, with what is no record. */
async function damage(path: string, line: number): Promise<void> {
  const lines = (await readFile(path, "utf8")).split("\n");
  lines[line - 1] = '{"version":1,"it';
  await writeFile(path, lines.join("\n"));
}

describe("a damaged line", () => {
  it.each([
    ["outcomes.jsonl", /Items without another outcome are worked on again/u],
    ["events.jsonl", /Answers that stood there cannot be scored again/u],
  ])("of %s is repaired as the refusal says, and nothing is lost unsaid", async (name, told) => {
    const run = await wholeRun();
    const before = await comparable(run);
    await damage(join(run, name), 2);
    const refused = await (name === "outcomes.jsonl"
      ? findbench("report", run)
      : findbench("score", run));
    expect(refused).toMatchObject({ code: 2 });
    const [, advice = ""] = /`findbench ([^`]*)`/u.exec(refused.stderr) ?? [];
    expect(advice.split(" ")).toEqual(["resume", "--repair", run]);
    const resumed = await findbench(...advice.split(" "));
    expect(resumed).toMatchObject({ code: 0, stderr: expect.stringMatching(told) });
    expect(await comparable(run)).toEqual(before);
    expect(await readFile(join(run, `${name}.damaged`), "utf8")).toBe('{"version":1,"it\n');
    expect(await findbench("report", run)).toMatchObject({ code: 0 });
  });
});
