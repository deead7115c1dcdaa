import { cpuUsage } from "node:process";
import { chanceFrom, wilsonInterval } from "../../src/core/index.ts";
import type { Interpreter, Sandbox } from "../../src/contract/index.ts";
import type { NumericProblem, NumericSpec } from "../../src/categories/numeric/index.ts";
import { openProbe } from "../../src/harness/index.ts";
import { claimsExact } from "../../src/summaries/index.ts";
import { scoreAnswer, testSetFor } from "../evaluation/score-answer.ts";
import { interpreterBriefing } from "../interpreter-briefing.ts";

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
  problem: NumericProblem<NumericSpec>,
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
      briefing: interpreterBriefing({ ...problem.briefing, budget }),
      chance: chanceFrom("bench").fork(problem.id),
      clock: { now: () => 0 },
      log: ({ topic, text }) => void notes.push(`${topic}: ${text}`),
    },
    new AbortController().signal,
  );
  const { user, system } = cpuUsage(start);
  const seconds = (user + system) / 1e6;
  const { queries } = probe.usage();
  const set = await testSetFor(problem, ["law"], sandbox);
  const { law } = await scoreAnswer(set, { interpretation, known: null, queries }, sandbox);
  const tags = problem.truth.tags.filter((tag) => tag.startsWith("family:"));
  return {
    family: tags.map((tag) => tag.slice(7)).join("+"),
    truth: problem.truth.description,
    description: interpretation.description,
    notes,
    queries,
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
