// Answers per second of a probe, and the ratio to the released way of asking: one Python process
// per ten inputs, which imports NumPy and SciPy as the released files do. Both in one run.
import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { openProbe } from "../src/harness/index.ts";
import { render } from "../src/categories/numeric/index.ts";
import { drawWithoutNetworks } from "./draw-without-networks.ts";
import { figure, head, middle, row, seconds } from "./measure.ts";

const BATCH = 256;
const ROUNDS = 400;
const PROCESSES = 15;

const variants = ["plain", "corrupted", "noised"] as const;
const problems = await drawWithoutNetworks("paper", "bench", 300);
const inputs = Array.from({ length: BATCH }, (_, i) => -128 + i + 0.25);

head("Answers per second of a probe, against one Python process per ten inputs");
const rates: number[] = [];
for (const variant of [...variants, "all"] as const) {
  const group = problems.filter(({ truth }) => variant === "all" || truth.tags.includes(variant));
  const repeats: number[] = [];
  for (let repeat = 0; repeat < 5; repeat += 1) {
    const probes = group.map((problem) =>
      openProbe({ problem, epoch: 1, budget: null, rounds: null }),
    );
    const time = await seconds(async () => {
      for (let round = 0; round < ROUNDS; round += 1)
        await probes[round % probes.length]?.ask(inputs);
    });
    repeats.push((ROUNDS * BATCH) / time);
  }
  rates.push(middle(repeats));
  const rate = middle(repeats);
  row(`probe, ${variant} (n = ${group.length})`, `${figure(rate)}/s`, "≥ 1,000,000/s", rate >= 1e6);
}

const folder = await mkdtemp(join(tmpdir(), "findbench-bench-"));
try {
  const plain = problems.find(({ truth }) => truth.tags.includes("plain"));
  const law = plain === undefined ? "" : render(plain.truth.spec, "python");
  const file = join(folder, "function.py");
  await writeFile(
    file,
    `import sys\nimport numpy as np\nimport scipy.stats\n${law}\nfor text in sys.argv[1:]:\n    print(text, f(float(text)))\n`,
  );
  const run = promisify(execFile);
  const values = Array.from({ length: 10 }, (_, i) => String(i + 0.5));
  await run("python3", [file, ...values]);
  const time = await seconds(async () => {
    for (let i = 0; i < PROCESSES; i += 1) await run("python3", [file, ...values]);
  });
  const released = (PROCESSES * 10) / time;
  row(`python3 function.py v1 … v10 (n = ${PROCESSES})`, `${figure(released)}/s`, "", null);
  const ratio = (rates.at(-1) ?? NaN) / released;
  row("ratio, all kinds", figure(ratio), "≥ 10,000", ratio >= 1e4);
} finally {
  await rm(folder, { recursive: true, force: true });
}
