import { spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { generate } from "../../src/app/index.ts";
import { chanceFrom } from "../../src/core/index.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { comparable } from "./comparable.ts";

const KILLS = 20;
const child = fileURLToPath(new URL("./run-child.ts", import.meta.url));

/** Works on the run; kills it with -9 when `dots` items were finished. True where it got to the end. */
function work(
  mode: "start" | "resume",
  run: string,
  suite: string,
  dots: number,
): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const process_ = spawn(process.execPath, ["--import", "tsx", child, mode, run, suite]);
    let seen = 0;
    let errors = "";
    process_.stdout.on("data", (chunk: Buffer) => {
      seen += chunk.length;
      if (seen >= dots) process_.kill("SIGKILL");
    });
    process_.stderr.on("data", (chunk: Buffer) => (errors += chunk.toString()));
    process_.on("close", (code, signal) => {
      if (code === 0) resolve(true);
      else if (signal === "SIGKILL") resolve(false);
      else reject(new Error(errors));
    });
  });
}

it(`killed ${KILLS} times with -9 and resumed each time, a run equals one that was left alone`, async () => {
  const folder = await temporaryFolder();
  const suite = join(folder, "suite");
  const categories = null;
  await generate(
    { recipe: "mini", seed: "kill", out: suite, categories, count: 400, sealSeed: false },
    new AbortController().signal,
  );
  const whole = join(folder, "whole");
  expect(await work("start", whole, suite, Infinity)).toBe(true);
  const torn = join(folder, "torn");
  const chance = chanceFrom("moments");
  let kills = 0;
  let finished = false;
  // 400 problems × 5 rows; some kills come before the first item, most in the middle of several.
  while (kills < KILLS) {
    finished = await work(kills === 0 ? "start" : "resume", torn, suite, chance.integer(1, 80));
    if (finished) break;
    kills += 1;
  }
  expect(kills).toBe(KILLS);
  expect(await work("resume", torn, suite, Infinity)).toBe(true);
  expect(await comparable(torn)).toEqual(await comparable(whole));
  const events = await readFile(join(torn, "events.jsonl"), "utf8");
  expect(events.match(/"kind":"run-resumed"/gu)?.length).toBeGreaterThan(0);
  for (const line of events.trimEnd().split("\n"))
    expect(() => JSON.parse(line) as unknown).not.toThrow();
}, 240_000);
