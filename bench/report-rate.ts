// Processor time and peak memory of `report`, `compare` and `list` over a synthetic run:
// `npm run build && npx tsx bench/report-rate.ts [OUTCOMES] [DIST…]`. Each DIST is the folder of another
// build, such as one of the version before, measured on the same run right after this one; it is held
// to what it gets there. Figures are of user time, which other work on the machine shifts less.
import { spawnSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { argv, execPath } from "node:process";
import { fileURLToPath } from "node:url";
import { figure, head, row } from "./measure.ts";
import { writeSyntheticRun } from "./report/synthetic-run.ts";

const ROWS = 3;
const MOST_MEGABYTES = 512;
const [count = "1000000", ...others] = argv.slice(2);
const own = fileURLToPath(new URL("../dist", import.meta.url));
const folder = await mkdtemp(join(tmpdir(), "findbench-report-"));
const hook = `data:text/javascript,process.on("exit",()=>{const u=process.resourceUsage();process.stderr.write("\\nused "+u.userCPUTime+" "+u.maxRSS)})`;
try {
  const problems = Math.ceil(Number(count) / ROWS);
  const { run } = writeSyntheticRun(folder, { problems, methods: ROWS - 1 });
  head(`Reports over ${(problems * ROWS).toLocaleString("en")} outcomes`);
  for (const command of [
    ["report", run],
    ["report", run, "--json"],
    ["compare", run],
    ["list", run, "--unsolved", "--ids"],
  ]) {
    const name = command.filter((word) => word !== run).join(" ");
    const mine = measured(own, command);
    const perOutcome = (1e6 * mine.seconds) / (problems * ROWS);
    const told = `${figure(perOutcome)} µs an outcome, ${figure(mine.megabytes)} MB`;
    row(name, told, `≤ ${MOST_MEGABYTES} MB`, mine.megabytes <= MOST_MEGABYTES);
    for (const other of others) {
      const theirs = measured(other, command);
      const ratio = mine.seconds / theirs.seconds;
      row(`${name}, ratio to ${other}`, figure(ratio), "≤ 0.25", ratio <= 0.25);
    }
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}

interface Used {
  readonly seconds: number;
  readonly megabytes: number;
}

/** What a command of a build uses; a command that the build does not have uses NaN. */
function measured(dist: string, command: readonly string[]): Used {
  const main = join(dist, "cli", "main.js");
  const limits = ["--max-old-space-size=8192", "--import", hook];
  const { stderr, status } = spawnSync(execPath, [...limits, main, ...command], {
    encoding: "utf8",
    maxBuffer: 1 << 30,
  });
  const [, time, peak] = /used (\d+) (\d+)$/u.exec(stderr) ?? [];
  if (status !== 0) return { seconds: NaN, megabytes: NaN };
  return { seconds: Number(time) / 1e6, megabytes: Number(peak) / 1024 };
}
