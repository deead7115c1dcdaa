import { spawn } from "node:child_process";
import { readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as after } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { chanceFrom } from "../../src/core/index.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { comparable } from "./comparable.ts";

const [ITEMS, KILLS] = [60, 6];
// However late a busy machine lets this process strike, the other kills itself before its work is
// over.
const MOST_ITEMS = Math.floor(ITEMS / (KILLS + 1));
const child = fileURLToPath(new URL("./function-child.ts", import.meta.url));

const NOISY = `import random

def f(x):
    return 3 * x + random.gauss(0, 20)
`;

/** Works on the run and kills it with -9 when so many bytes of events were added. True at the end. */
function work(
  mode: "start" | "resume",
  run: string,
  file: string,
  bytes: number,
): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const most = bytes === Infinity ? Infinity : MOST_ITEMS;
    const words = [child, mode, run, file, String(most)];
    const process_ = spawn(process.execPath, ["--import", "tsx", ...words]);
    let errors = "";
    process_.stderr.on("data", (chunk: Buffer) => (errors += chunk.toString()));
    process_.on("close", (code, signal) => {
      if (code === 0) resolve(true);
      else if (signal === "SIGKILL") resolve(false);
      else reject(new Error(errors));
    });
    const kill = async (): Promise<void> => {
      const events = join(run, "events.jsonl");
      const size = async (): Promise<number> =>
        (await stat(events).catch(() => ({ size: 0 }))).size;
      const before = await size();
      while (process_.exitCode === null && (await size()) < before + bytes) await after(1);
      process_.kill("SIGKILL");
    };
    kill().catch(reject);
  });
}

it(`on a noisy function, killed ${KILLS} times and resumed without its file, a run equals one left alone`, async () => {
  const folder = await temporaryFolder();
  const file = join(folder, "noisy.py");
  await writeFile(file, NOISY);
  const [whole, torn] = [join(folder, "whole"), join(folder, "torn")];
  expect(await work("start", whole, file, Infinity)).toBe(true);
  const chance = chanceFrom("function moments");
  expect(await work("start", torn, file, chance.integer(1, 12_000))).toBe(false);
  await rm(file);
  for (let kills = 1; kills < KILLS; kills += 1)
    expect(await work("resume", torn, file, chance.integer(1, 12_000))).toBe(false);
  expect(await work("resume", torn, file, Infinity)).toBe(true);
  expect(await comparable(torn)).toEqual(await comparable(whole));
  const events = await readFile(join(torn, "events.jsonl"), "utf8");
  expect(events.match(/"kind":"run-resumed"/gu)?.length).toBeGreaterThan(0);
});
