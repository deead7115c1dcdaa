import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import type { RunEvent } from "../../src/contract/index.ts";
import { findbench } from "../support/command-line.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const languagesIn = async (run: string): Promise<readonly (string | undefined)[]> => {
  const lines = (await readFile(join(run, "events.jsonl"), "utf8")).trimEnd().split("\n");
  const events = lines.map((line) => JSON.parse(line) as RunEvent);
  return events.flatMap((event) =>
    event.kind === "interpretation-given" ? [event.interpretation.code?.language] : [],
  );
};

it.each(["javascript", "python"])("writes %s, also where a run goes on", async (language) => {
  const folder = await temporaryFolder();
  const [suite, run] = [join(folder, "suite"), join(folder, "run")];
  await findbench("generate", "--recipe", "mini@1", "--count", "3", "--out", suite);
  const wanted = ["--interpreter", "scientist,scientist+symbolic", "--code-language", language];
  const limits = ["--limit", "2", "--budget", "8", "--metrics", "published"];
  expect(await findbench("run", suite, ...wanted, ...limits, "--out", run)).toMatchObject({
    code: 0,
  });
  expect(await languagesIn(run)).toEqual(Array(4).fill(language));
  const outcomes = join(run, "outcomes.jsonl");
  const [first] = (await readFile(outcomes, "utf8")).split("\n");
  await writeFile(outcomes, `${first}\n`);
  expect(await findbench("resume", run)).toMatchObject({ code: 0 });
  expect(new Set(await languagesIn(run))).toEqual(new Set([language]));
});
