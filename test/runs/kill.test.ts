import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { access, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as after } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { generate } from "../../src/app/index.ts";
import { chanceFrom } from "../../src/core/index.ts";
import type { Chance } from "../../src/core/index.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { comparable } from "./comparable.ts";

const [PROBLEMS, ROWS, KILLS] = [400, 5, 20];
// However late a busy machine lets this process strike, the other kills itself before its work is
// over.
const MOST_ITEMS = Math.floor((PROBLEMS * ROWS) / (KILLS + 1));
const child = fileURLToPath(new URL("./run-child.ts", import.meta.url));

/** When to kill: after so many items, bytes of events, or milliseconds from the first item on. */
type Moment =
  | { readonly kind: "items"; readonly count: number }
  | { readonly kind: "bytes"; readonly count: number }
  | { readonly kind: "milliseconds"; readonly count: number }
  | { readonly kind: "never" };

const never: Moment = { kind: "never" };

function drawMoment(chance: Chance, nth: number): Moment {
  const kinds = [
    () => ({ kind: "items" as const, count: chance.integer(1, 80) }),
    () => ({ kind: "bytes" as const, count: chance.integer(1, 100_000) }),
    () => ({ kind: "milliseconds" as const, count: chance.integer(0, 60) }),
  ];
  return kinds[nth % kinds.length]?.() ?? never;
}

/** Works on the run and kills it with -9 at the moment. True where it got to the end. */
function work(run: string, suite: string, moment: Moment): Promise<boolean> {
  return new Promise((resolve, reject) => {
    void access(join(run, "run.json")).then(
      () => start("resume"),
      () => start("start"),
    );
    function start(mode: "start" | "resume"): void {
      const most = moment.kind === "never" ? Infinity : MOST_ITEMS;
      const words = [child, mode, run, suite, String(most)];
      const process_ = spawn(process.execPath, ["--import", "tsx", ...words]);
      let errors = "";
      process_.stderr.on("data", (chunk: Buffer) => (errors += chunk.toString()));
      process_.on("close", (code, signal) => {
        if (code === 0) resolve(true);
        else if (signal === "SIGKILL") resolve(false);
        else reject(new Error(errors));
      });
      killAt(process_, moment, join(run, "events.jsonl")).catch(reject);
    }
  });
}

async function killAt(process_: ChildProcess, moment: Moment, events: string): Promise<void> {
  const kill = (): boolean => process_.kill("SIGKILL");
  switch (moment.kind) {
    case "never":
      return;
    case "items": {
      let seen = 0;
      process_.stdout?.on("data", (chunk: Buffer) => {
        seen += chunk.length;
        if (seen >= moment.count) kill();
      });
      return;
    }
    case "milliseconds":
      process_.stdout?.once("data", () => void after(moment.count).then(kill));
      return;
    case "bytes": {
      const before = await sizeOf(events);
      while (process_.exitCode === null && (await sizeOf(events)) < before + moment.count)
        await after(1);
      kill();
    }
  }
}

async function sizeOf(path: string): Promise<number> {
  return (await stat(path).catch(() => ({ size: 0 }))).size;
}

it(`killed ${KILLS} times with -9 and resumed each time, a run equals one that was left alone`, async () => {
  const folder = await temporaryFolder();
  const suite = join(folder, "suite");
  const categories = null;
  await generate(
    { recipe: "mini@1", seed: "kill", out: suite, categories, count: PROBLEMS, sealSeed: false },
    new AbortController().signal,
  );
  const whole = join(folder, "whole");
  expect(await work(whole, suite, never)).toBe(true);
  const torn = join(folder, "torn");
  const chance = chanceFrom("moments");
  let kills = 0;
  let finished = false;
  // Some kills come before the first item, most in the middle of several.
  while (kills < KILLS) {
    finished = await work(torn, suite, drawMoment(chance, kills));
    if (finished) break;
    kills += 1;
  }
  expect(kills).toBe(KILLS);
  expect(await work(torn, suite, never)).toBe(true);
  expect(await comparable(torn)).toEqual(await comparable(whole));
  const events = await readFile(join(torn, "events.jsonl"), "utf8");
  expect(events.match(/"kind":"run-resumed"/gu)?.length).toBeGreaterThan(0);
  const ids: string[] = [];
  for (const line of events.trimEnd().split("\n"))
    ids.push((JSON.parse(line) as { id: string }).id);
  expect(new Set(ids).size).toBe(ids.length);
});
