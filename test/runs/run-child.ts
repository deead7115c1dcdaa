// Works on a run until it is done or killed: `node --import tsx run-child.ts start|resume RUN SUITE`.
// Prints a dot for each finished item, so that whoever watches can kill it in the middle of one.
import { resumeRun, startRun } from "../../src/app/index.ts";

const [, , mode, run = "", suite = ""] = process.argv;
const workforce = {
  concurrency: 3,
  durability: "os",
  timeLimit: 60,
  clock: { now: () => Date.now() },
  onProgress: () => process.stdout.write("."),
} as const;
const { signal } = new AbortController();
if (mode === "start") {
  const interpreters = ["constant", "line", "lookup"];
  const selection = { problems: [], limit: null };
  const limits = { budget: 64, rounds: null, epochs: 1, metrics: ["published"] as const };
  const request = { suites: [suite], interpreters, ...limits, ...selection, seed: "7", out: run };
  await startRun(request, workforce, signal);
} else {
  const resumption = { ...workforce, suites: [], retryErrors: false, onRemark: () => undefined };
  await resumeRun(run, resumption, signal);
}
