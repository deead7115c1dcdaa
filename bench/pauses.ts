// A machine that pauses or is busy changes no result: runs are stopped (SIGSTOP, all of their processes
// or the first alone) at drawn moments, and one works beside busy processes; each has to equal a run
// that was left alone.
//   npx tsx bench/pauses.ts [pauses] [seconds] [problems] [busy processes]
import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { deepStrictEqual } from "node:assert";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { generate } from "../src/app/index.ts";
import { chanceFrom } from "../src/core/index.ts";
import { openSuite } from "../src/suite/index.ts";
import { comparable } from "../test/runs/comparable.ts";
import { truthIn } from "./truth-in.ts";

const [pauses = 30, seconds = 25, problems = 40, busy = 30] = process.argv.slice(2).map(Number);
const folder = await mkdtemp(join(tmpdir(), "findbench-bench-"));
const suite = join(folder, "suite");
const answers = join(folder, "answers.jsonl");

/** The truth of every problem as recorded answers, in Python and in JavaScript by turns. */
async function writeAnswers(): Promise<void> {
  const lines: string[] = [];
  const opened = await openSuite(suite);
  for await (const problem of opened.problems()) {
    const language = lines.length % 2 === 0 ? "python" : "javascript";
    const code = truthIn(language, problem);
    lines.push(JSON.stringify({ problem: problem.id, description: "", language, code }));
  }
  await writeFile(answers, `${lines.join("\n")}\n`);
}

function start(run: string): ChildProcess {
  const names = `scientist,lookup,answers:${answers}`;
  const words = ["run", suite, "--interpreter", names, "--seed", "1", "--budget", "64"];
  const command = ["--import", "tsx", "src/cli/main.ts", ...words, "--out", run, "--quiet"];
  return spawn(process.execPath, command, { stdio: ["ignore", "ignore", "inherit"] });
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once("close", (code) =>
      code === 0 ? resolve() : reject(new Error(`the run ended with ${code}`)),
    );
  });
}

/** A process and all that it started, itself first. */
async function family(first: number): Promise<readonly number[]> {
  const parents = new Map<number, number>();
  for (const name of (await readdir("/proc")).filter((entry) => /^\d+$/.test(entry))) {
    const status = await readFile(`/proc/${name}/stat`, "latin1").catch(() => "");
    parents.set(Number(name), Number(status.slice(status.lastIndexOf(")") + 2).split(" ")[1]));
  }
  const members = [first];
  for (const member of members)
    for (const [id, parent] of parents) if (parent === member) members.push(id);
  return members;
}

function signalTo(ids: readonly number[], signal: "SIGSTOP" | "SIGCONT"): void {
  for (const id of ids)
    try {
      process.kill(id, signal);
    } catch {
      // It has ended in this moment.
    }
}

const chance = chanceFrom("pauses");
try {
  const recipe = { recipe: "mini@1", seed: "pauses", out: suite, count: problems, sealSeed: false };
  await generate({ ...recipe, categories: ["numeric"] }, new AbortController().signal);
  await writeAnswers();
  await ended(start(join(folder, "whole")));
  const whole = await comparable(join(folder, "whole"));
  let paused = 0;
  let runs = 0;
  while (paused < pauses) {
    runs += 1;
    const run = join(folder, `paused-${runs}`);
    const child = start(run);
    let over = false;
    const end = ended(child).finally(() => (over = true));
    end.catch(() => undefined);
    while (paused < pauses) {
      await Promise.race([delay(chance.integer(200, 4000)), end]);
      if (over || child.pid === undefined) break;
      const ids = await family(child.pid);
      const stopped = paused % 2 === 0 ? ids : ids.slice(0, 1);
      signalTo(stopped, "SIGSTOP");
      await delay(1000 * seconds);
      signalTo(stopped, "SIGCONT");
      paused += 1;
    }
    await end;
    deepStrictEqual(await comparable(run), whole);
    await rm(run, { recursive: true });
  }
  console.log(
    `${paused} pauses of ${seconds} s in ${runs} runs: every run equals the one left alone`,
  );
  const loops = Array.from({ length: busy }, () =>
    spawn(process.execPath, ["-e", "for (;;);"], { stdio: "ignore" }),
  );
  try {
    await ended(start(join(folder, "busy")));
  } finally {
    for (const loop of loops) loop.kill("SIGKILL");
  }
  deepStrictEqual(await comparable(join(folder, "busy")), whole);
  console.log(
    `beside ${busy} busy processes: the run equals the one left alone (n = ${whole.length})`,
  );
} finally {
  await rm(folder, { recursive: true, force: true });
}
