import { cpuUsage } from "node:process";
import type { Interpretation, Problem } from "../../src/contract/index.ts";
import {
  describe,
  noiseOf,
  regionsOf,
  render,
  withoutNoise,
} from "../../src/categories/numeric/index.ts";
import type { NumericSpec } from "../../src/categories/numeric/index.ts";
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
  problem: Problem<NumericSpec>,
  budget: number,
): Promise<Answer> {
  const before = cpuUsage();
  switch (contestant.kind) {
    case "told": {
      const known = await contestant.know(problem, budget);
      const interpretation = perfect(known);
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

function perfect(spec: NumericSpec): Interpretation {
  const noise = noiseOf(spec);
  const source = render(withoutNoise(spec), "javascript");
  return {
    description: describe(spec),
    code: { language: "javascript", source, entry: "f" },
    regions: regionsOf(spec),
    noise: { distribution: noise?.distribution ?? "none", scale: noise?.scale ?? null },
    exceptions: [],
    concepts: [],
    confidence: null,
    abstained: false,
    raw: null,
  };
}
