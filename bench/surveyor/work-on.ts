import { cpuUsage } from "node:process";
import { chanceFrom, wilsonInterval } from "../../src/core/index.ts";
import type { Interpreter, Problem, Sandbox } from "../../src/contract/index.ts";
import type { NumericSpec } from "../../src/categories/numeric/index.ts";
import { openProbe } from "../../src/harness/index.ts";
import { soundExamOf } from "../../src/categories/numeric/tests/sound-exam.ts";
import { claimsExact } from "../../src/scoring/index.ts";
import { soundScores } from "../../src/categories/numeric/scorers/sound-scores.ts";

/** What came of one problem. */
export interface Worked {
  readonly family: string;
  readonly truth: string;
  readonly description: string;
  readonly notes: readonly string[];
  readonly queries: number;
  /** Seconds of processor time. */
  readonly seconds: number;
  /** Whether the metric `law` was passed. */
  readonly law: boolean;
  /** Whether it was announced as exact. */
  readonly claimed: boolean;
}

/** Lets an interpreter work on a problem, and scores what it says as a run does. */
export async function workOn(
  problem: Problem<NumericSpec>,
  interpreter: Interpreter,
  budget: number,
  sandbox: Sandbox,
): Promise<Worked> {
  const probe = openProbe({ problem, epoch: 1, budget, rounds: null });
  const notes: string[] = [];
  const start = cpuUsage();
  const interpretation = await interpreter.interpret(
    {
      probe,
      briefing: { ...problem.briefing, budget },
      chance: chanceFrom("bench").fork(problem.id),
      clock: { now: () => 0 },
      log: ({ topic, text }) => void notes.push(`${topic}: ${text}`),
    },
    new AbortController().signal,
  );
  const { user, system } = cpuUsage(start);
  const seconds = (user + system) / 1e6;
  const exam = await soundExamOf(problem, 1, sandbox, new AbortController().signal);
  const { code } = interpretation;
  const guess =
    code === null
      ? ({ kind: "no-code" } as const)
      : await sandbox.run({ code, inputs: [...exam.hidden.inputs], seed: "bench" });
  const scores = soundScores({
    domain: { from: -128, to: 128 },
    hidden: exam.hidden,
    truth: { ...exam.truth, lookupError: { kind: "unscored", reason: "no-lookup" } },
    answer: { interpretation, guess, fitted: null, forecasts: [], rounds: null },
  });
  const { law } = scores;
  const tags = problem.truth.tags.filter((tag) => tag.startsWith("family:"));
  return {
    family: tags.map((tag) => tag.slice(7)).join("+"),
    truth: problem.truth.description,
    description: interpretation.description,
    notes,
    queries: probe.usage().queries,
    seconds,
    law: law?.kind === "scored" && law.value === 1,
    claimed: claimsExact(interpretation.confidence),
  };
}

/** The share of rows that pass, and the ends of its interval, in %. */
export function share(
  rows: readonly Worked[],
  passes: (row: Worked) => boolean,
): readonly [string, string, string] {
  const passed = rows.filter(passes).length;
  const { low, high } = wilsonInterval(passed, rows.length);
  const [value, from, to] = [passed / rows.length, low, high].map((each) =>
    (100 * each).toFixed(1),
  );
  return [value ?? "", from ?? "", to ?? ""];
}
