// Works on a run until it is done or killed, by itself after so many items at the latest:
// `node --import tsx run-child.ts start|resume RUN SUITE ITEMS`.
// Prints a dot for each finished item, so that whoever watches can kill it in the middle of one.
import { resumeRun, startRun } from "../../src/app/index.ts";
import { dotsUntil } from "./dots-until.ts";

const [, , mode, run = "", suite = "", most] = process.argv;
const workforce = {
  concurrency: 3,
  durability: "os",
  timeLimit: 3600,
  clock: { now: () => Date.now() },
  onProgress: dotsUntil(Number(most)),
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
