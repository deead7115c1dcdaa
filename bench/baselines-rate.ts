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
    {
      recipe: "paper@1",
      seed: "bench",
      out: suite,
      categories: ["numeric"],
      count: 1000,
      sealSeed: false,
    },
    never,
  );
  head("Three baselines over 1000 functions at 256 queries");
  for (const metrics of [["published"], ["published", "sound"]] as const) {
    const time = await seconds(() =>
      startRun(
        {
          suites: [suite],
          interpreters: ["constant", "polynomial", "lookup"],
          metrics,
          budget: 256,
          rounds: null,
          epochs: 1,
          seed: "bench",
          problems: [],
          limit: null,
          out: join(folder, metrics.join("-")),
        },
        {
          concurrency: 4,
          durability: "interval",
          clock: { now: () => Date.now() },
          timeLimit: 3600,
        },
        never,
      ),
    );
    const aim = metrics.length === 1;
    row(
      `${metrics.join(" and ")} metrics`,
      `${figure(time)} s`,
      aim ? "< 30 s" : "",
      aim ? time < 30 : null,
    );
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}
