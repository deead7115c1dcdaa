// Works on a run with a language model until it is done or killed:
// `node --import tsx agent-child.ts start|resume RUN SUITE INTERPRETERS`, keys from the environment.
// Prints a dot for each finished item.
import { resumeRun, startRun } from "../../../src/app/index.ts";

const [, , mode, run = "", suite = "", names = "agent"] = process.argv;
const workforce = {
  concurrency: 4,
  durability: "os",
  timeLimit: 3600,
  clock: { now: () => Date.now() },
  environment: process.env,
  onProgress: () => process.stdout.write("."),
} as const;
const { signal } = new AbortController();
if (mode === "start") {
  const interpreters = names.split(",");
  const agent = { model: "openai/gpt-4o-mini", turns: 6 };
  const limits = { budget: 24, rounds: null, epochs: 1, metrics: ["published"] as const };
  const selection = { problems: [], limit: null, seed: "7" };
  await startRun(
    { suites: [suite], interpreters, agent, ...limits, ...selection, out: run },
    workforce,
    signal,
  );
} else {
  const resumption = { ...workforce, suites: [], retryErrors: false };
  await resumeRun(run, resumption, signal);
}
