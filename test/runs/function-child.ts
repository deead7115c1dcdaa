// Works on a run on a function until it is done or killed, by itself after so many items at the
// latest: `node --import tsx function-child.ts start|resume RUN FILE ITEMS`. Prints a dot for each
// finished item.
import { resumeRun, startFunctionRun } from "../../src/app/index.ts";
import { dotsUntil } from "./dots-until.ts";

const [, , mode, run = "", file = "", most] = process.argv;
const workforce = {
  concurrency: 2,
  durability: "os",
  timeLimit: 3600,
  clock: { now: () => Date.now() },
  onProgress: dotsUntil(Number(most)),
} as const;
const { signal } = new AbortController();
if (mode === "start") {
  const interpreters = ["constant", "line", "lookup"];
  const limits = { budget: 64, rounds: null, epochs: 12, metrics: ["published"] as const };
  const black = { file, entry: null, arity: 1 };
  const request = { function: black, interpreters, ...limits, seed: "7", out: run };
  await startFunctionRun(request, workforce, signal);
} else {
  const resumption = { ...workforce, suites: [], retryErrors: false, onRemark: () => undefined };
  await resumeRun(run, resumption, signal);
}
