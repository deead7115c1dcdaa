// Three baselines over 1000 functions at 256 queries, from a suite on disk to recorded outcomes.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generate, startRun } from "../src/app/index.ts";
import { figure, head, row, seconds } from "./measure.ts";

const folder = await mkdtemp(join(tmpdir(), "findbench-bench-"));
const never = new AbortController().signal;
try {
  const suite = join(folder, "suite");
  await generate(
    { recipe: "paper", seed: "bench", out: suite, categories: null, count: 1000, sealSeed: false },
    never,
  );
  const time = await seconds(() =>
    startRun(
      {
        suites: [suite],
        interpreters: ["constant", "polynomial", "lookup"],
        budget: 256,
        rounds: null,
        epochs: 1,
        seed: "bench",
        problems: [],
        limit: null,
        out: join(folder, "run"),
      },
      { concurrency: 4, durability: "interval", clock: { now: () => Date.now() } },
      never,
    ),
  );
  head("Three baselines over 1000 functions at 256 queries");
  row("wall time", `${figure(time)} s`, "< 30 s", time < 30);
} finally {
  await rm(folder, { recursive: true, force: true });
}
