// Whether what every interpreter without a key makes of a few problems is what is on record, on this
// Node and on others, for the build in `dist/`: `npx tsx scripts/golden-outcomes.ts [NODE…]`. With
// `--write` first, what this Node makes of them goes on record instead.
import { execFileSync } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { argv, execPath } from "node:process";
import { fileURLToPath } from "node:url";
import { differences, outcomesOn } from "../bench/nodes/outcomes-on.ts";
import type { Digests } from "../bench/nodes/outcomes-on.ts";

const RECORD = fileURLToPath(new URL("../test/golden/outcomes.json", import.meta.url));
const LOADS = ["paper", "hard"].map((recipe) => ({
  recipe,
  seed: "golden",
  count: 10,
  budget: 64,
}));
/** Names of items that differ are told up to so many. */
const TOLD = 20;

const writing = argv[2] === "--write";
const others = argv.slice(writing ? 3 : 2);
const folder = await mkdtemp(join(tmpdir(), "findbench-golden-"));
try {
  if (writing) await writeFile(RECORD, `${JSON.stringify(await madeOn(execPath), null, 2)}\n`);
  const golden = JSON.parse(await readFile(RECORD, "utf8")) as Digests;
  for (const node of writing ? others : [execPath, ...others]) {
    const differing = differences(golden, await madeOn(node));
    const version = execFileSync(node, ["--version"], { encoding: "utf8" }).trim();
    const all = Object.keys(golden).length;
    console.log(
      `Node ${version}: ${differing.length} of ${all} items and suites differ from the record`,
    );
    for (const name of differing.slice(0, TOLD)) console.log(`  ${name}`);
    if (differing.length > TOLD) console.log(`  and ${differing.length - TOLD} more`);
    if (differing.length > 0) process.exitCode = 1;
  }
  if (process.exitCode === 1)
    console.log(
      "Where one Node differs from another, something computes what engines decide (CONTRIBUTING.md); where all differ alike and are meant to, put it on record: npm run build && npx tsx scripts/golden-outcomes.ts --write",
    );
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function madeOn(node: string): Promise<Digests> {
  const made: Digests[] = [];
  for (const load of LOADS) {
    const place = await mkdtemp(join(folder, `${load.recipe}-`));
    made.push(await outcomesOn(node, { ...load, concurrency: availableParallelism() }, place));
  }
  return Object.assign({}, ...made) as Digests;
}
