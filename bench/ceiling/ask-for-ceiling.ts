import type { Input, Interpreter, Probe, QueryBatch } from "../../src/contract/index.ts";
import { chanceFrom, pow } from "../../src/core/index.ts";
import { regionsOf } from "../../src/categories/numeric/index.ts";
import type { NumericProblem, NumericSpec } from "../../src/categories/numeric/index.ts";
import { openProbe } from "../../src/harness/index.ts";
import { interpretAlone } from "../evaluation/interpret-alone.ts";
import type { Sample } from "./misfit.ts";

/** The answers at random points: in the regions, in the domain, and far off and near 0. */
export async function askAtRandom(
  problem: NumericProblem<NumericSpec>,
  budget: number,
): Promise<Sample> {
  const { recorded, probe } = await recorder(problem, budget);
  const chance = chanceFrom("ceiling").fork(problem.id);
  const regions = regionsOf(problem.truth.spec);
  const inRegions = regions.length === 0 ? 0 : Math.round(budget / 4);
  const inDomain = Math.round((budget - inRegions) / 2);
  await probe.ask(
    Array.from({ length: budget }, (_, i) => {
      const region = regions[i % Math.max(1, regions.length)];
      if (i < inRegions && region !== undefined) {
        const [from, to] = [region.from ?? -128, region.to ?? 128];
        return from + (to - from) * chance.uniform();
      }
      if (i < inRegions + inDomain) return 256 * chance.uniform() - 128;
      const size = pow(10, 9 * chance.uniform() - 3);
      return chance.uniform() < 0.5 ? -size : size;
    }),
  );
  return sampleOf(recorded);
}

/** The answers at the points that an interpreter asks. */
export async function askAs(
  interpreter: Interpreter,
  problem: NumericProblem<NumericSpec>,
  budget: number,
): Promise<Sample> {
  const { recorded, probe } = await recorder(problem, budget);
  await interpretAlone(interpreter, problem, probe, budget);
  return sampleOf(recorded);
}

type Recorded = (readonly [input: Input, output: QueryBatch["outputs"][number]])[];

async function recorder(
  problem: NumericProblem<NumericSpec>,
  budget: number,
): Promise<{ readonly recorded: Recorded; readonly probe: Probe }> {
  const recorded: Recorded = [];
  const onBatch = (_: number, { inputs, outputs }: QueryBatch): void => {
    inputs.forEach((input, i) => recorded.push([input, outputs[i] ?? null]));
  };
  const probe = openProbe({ problem, epoch: 1, budget, rounds: null, onBatch });
  return { recorded, probe };
}

/** What was answered with a real number. */
function sampleOf(recorded: Recorded): Sample {
  const rows = recorded.flatMap(([x, y]) =>
    typeof x === "number" && typeof y === "number" ? [{ x, y }] : [],
  );
  return { xs: Float64Array.from(rows, ({ x }) => x), ys: Float64Array.from(rows, ({ y }) => y) };
}
