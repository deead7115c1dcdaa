// Whether every Node gives the same: `npm run build && npx tsx bench/nodes.ts [COUNT] [BUDGET] [NODE…]`.
// Draws COUNT problems (300) each of `paper` and of `hard`, numbers and strings, runs every interpreter
// that needs no key on them at BUDGET queries (64) on this Node and on the others, by default 22 and 24
// of scripts/other-nodes.sh, and counts suites, answers and outcomes that differ, times left out.
import { execFileSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { argv, execPath, stdout } from "node:process";
import { figure, head, row, seconds } from "./measure.ts";
import { differences, outcomesOn } from "./nodes/outcomes-on.ts";
import type { Digests } from "./nodes/outcomes-on.ts";

const [count = "300", budget = "64", ...named] = argv.slice(2);
const folder = await mkdtemp(join(tmpdir(), "findbench-nodes-"));
try {
  const others = named.length > 0 ? named : othersIn(folder);
  for (const recipe of ["paper", "hard"]) {
    head(`\`${recipe}\`, ${count} problems, ${budget} queries`);
    const numbers = { count: Number(count), budget: Number(budget) };
    const load = { recipe, seed: "nodes", ...numbers };
    let here: Digests | null = null;
    for (const [i, node] of [execPath, ...others].entries()) {
      let found: Digests = {};
      const time = await seconds(async () => {
        const all = { ...load, concurrency: availableParallelism() };
        found = await outcomesOn(node, all, join(folder, `${recipe}-${i}`));
      });
      here ??= found;
      const differing = differences(here, found);
      const all = Object.keys(found).length;
      const version = execFileSync(node, ["--version"], { encoding: "utf8" }).trim();
      const got = `${differing.length} of ${all} differ (${figure(time)} s)`;
      row(version, got, "0 differ", differing.length === 0 && all > 1);
      stdout.write(differing.map((name) => `- ${name}\n`).join(""));
    }
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}

function othersIn(place: string): readonly string[] {
  const printed = execFileSync("scripts/other-nodes.sh", [place, "22", "24"], { encoding: "utf8" });
  return printed.trim().split("\n");
}
