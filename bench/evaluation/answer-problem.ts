import { cpuUsage } from "node:process";
import type { Interpretation } from "../../src/contract/index.ts";
import { categoryOf } from "../../src/categories/index.ts";
import { describe } from "../../src/categories/numeric/index.ts";
import type { NumericProblem, NumericSpec } from "../../src/categories/numeric/index.ts";
import { openProbe } from "../../src/harness/index.ts";
import type { Contestant } from "./contestants.ts";
import { interpretAlone } from "./interpret-alone.ts";

/** What one contestant said of one problem, and what it took. */
export interface Answer {
  readonly interpretation: Interpretation;
  /** What it was told and answers with; `null` for whoever asks. */
  readonly known: NumericSpec | null;
  readonly queries: number;
  /** Milliseconds of CPU time, compiling and collecting of memory included. */
  readonly time: number;
}

/** Lets a contestant answer a problem. */
export async function answerProblem(
  contestant: Contestant,
  problem: NumericProblem<NumericSpec>,
  budget: number,
): Promise<Answer> {
  const before = cpuUsage();
  switch (contestant.kind) {
    case "told": {
      const known = await contestant.know(problem, budget);
      const interpretation = answerOf(known);
      return { interpretation, known, queries: budget, time: milliseconds(before) };
    }
    case "interpreter": {
      const { interpreter } = contestant;
      const probe = openProbe({ problem, epoch: 1, budget, rounds: null });
      const interpretation = await interpretAlone(interpreter, problem, probe, budget);
      const { queries } = probe.usage();
      return { interpretation, known: null, queries, time: milliseconds(before) };
    }
  }
}

function milliseconds(before: NodeJS.CpuUsage): number {
  const { user, system } = cpuUsage(before);
  return (user + system) / 1000;
}

/** What the oracle of a run says that knows this function, with its description. */
function answerOf(spec: NumericSpec): Interpretation {
  const { interpretation } = categoryOf("numeric").knownAnswer(spec);
  return { ...interpretation, description: describe(spec) };
}
