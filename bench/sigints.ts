// SIGINT at drawn moments of runs without a model: each has to end with 130, a message and no lock.
//   npm run build && npx tsx bench/sigints.ts [N]
import { spawn } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { chanceFrom } from "../src/core/index.ts";

const COUNT = Number(process.argv[2] ?? 200);
const main = fileURLToPath(new URL("../dist/cli/main.js", import.meta.url));
const folder = await mkdtemp(join(tmpdir(), "findbench-bench-"));
const programs = {
  "f.py": "def f(x): return x * x\n",
  "f.js": "function f(x) { return x * x; }\n",
};
const counts = new Map<string, number>();

async function interrupt(index: number): Promise<string> {
  const chance = chanceFrom("sigints").fork(index);
  const run = join(folder, `run-${index}`);
  const program = join(folder, chance.pick(Object.keys(programs)));
  const names = chance.pick(["scientist", "lookup,line", "surveyor,scientist"]);
  const words = ["run", "--function", program, "--interpreter", names, "--epochs", "60"];
  const child = spawn(process.execPath, [main, ...words, "--out", run], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  let stderr = "";
  child.stderr.on("data", (piece: Buffer) => (stderr += piece.toString()));
  const ended = new Promise<string>((resolve) =>
    child.once("close", (code, signal) => resolve(String(code ?? signal))),
  );
  await Promise.race([delay(chance.integer(350, 2200)), ended]);
  const isSent = child.kill("SIGINT");
  const code = await ended;
  const locks = existsSync(run) ? readdirSync(run).filter((name) => name.startsWith("lock-")) : [];
  if (!isSent) return "ended before the signal";
  const told = stderr.includes("findbench: interrupted: ") ? "a message" : "NO MESSAGE";
  return `exit ${code}, ${told}, ${locks.length === 0 ? "no lock" : "A LOCK"}`;
}

try {
  for (const [name, source] of Object.entries(programs))
    await writeFile(join(folder, name), source);
  let next = 0;
  const work = async (): Promise<void> => {
    while (next < COUNT) {
      next += 1;
      const what = await interrupt(next);
      counts.set(what, (counts.get(what) ?? 0) + 1);
    }
  };
  await Promise.all([work(), work(), work()]);
  for (const [what, times] of counts) console.log(`${times} × ${what}`);
} finally {
  await rm(folder, { recursive: true, force: true });
}
