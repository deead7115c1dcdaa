import { chanceFrom } from "../core/index.ts";
import type { Problem } from "../contract/index.ts";
import {
  approximatedOf,
  arityOf,
  breakpointsOf,
  evaluate,
  lawOf,
  noiseDeviationAt,
  noiseOf,
  regionsOf,
  render,
  withoutNetwork,
  withoutNoise,
  withoutRegions,
} from "../functions/index.ts";
import type { NumericSpec } from "../functions/index.ts";
import { server } from "../harness/index.ts";
import type { InputColumns } from "../harness/index.ts";
import { codeLength, hiddenInputs } from "../scoring/index.ts";
import type { Forecast, HiddenInputs, SoundTruth } from "../scoring/index.ts";
import { otherArguments } from "./other-arguments.ts";

/** How often the code of a noised function is run on each input that it has to forecast. */
export const REPEATS = 10;
/** Fresh answers that it has to forecast. */
const FORECASTS = 40;
/** Breakpoints of the truth that are looked at, nearest to 0 first. */
const MOST_BREAKPOINTS = 200;

/** What the sound metrics test an answer on. */
export interface SoundExam {
  readonly hidden: HiddenInputs;
  /** The hidden inputs, one column per argument; the first is `hidden.inputs`. */
  readonly columns: InputColumns;
  readonly truth: Omit<SoundTruth, "lookupError">;
  readonly forecasts: Forecasts;
}

/** Fresh answers of a noised function; none where there is no noise. */
export interface Forecasts {
  /** Each answer's input, repeated. */
  readonly columns: InputColumns;
  readonly answers: readonly Omit<Forecast, "outputs">[];
}

/** Draws what the sound metrics test a problem's answers on. */
export function soundExamOf(problem: Problem<NumericSpec>, epoch: number): SoundExam {
  const { spec, seed } = problem.truth;
  const hidden = hiddenOf(problem);
  const columns = otherArguments(hidden.inputs, arityOf(spec), `${seed}/hidden`);
  return { hidden, columns, truth: truthOf(spec, columns), forecasts: forecastsOf(problem, epoch) };
}

function hiddenOf({ briefing, truth }: Problem<NumericSpec>): HiddenInputs {
  const domain = briefing.domain.arguments[0] ?? { from: -128, to: 128 };
  return hiddenInputs({
    domain,
    counts: truth.tests,
    regions: regionsOf(truth.spec),
    breakpoints: breakpointsOf(truth.spec, domain.from, domain.to, MOST_BREAKPOINTS),
    chance: chanceFrom(truth.seed).fork("hidden"),
  });
}

function truthOf(spec: NumericSpec, columns: InputColumns): SoundExam["truth"] {
  const network = approximatedOf(spec);
  const noise = noiseOf(spec);
  const told = withoutNoise(withoutNetwork(spec));
  return {
    values: evaluate(spec, columns),
    clean: evaluate(withoutRegions(withoutNoise(spec)), columns),
    regions: regionsOf(spec),
    noise: noise === null ? null : { distribution: noise.distribution, scale: noise.scale },
    network:
      network === null ? null : { learned: network.learned, law: evaluate(lawOf(spec), columns) },
    lawLength: { javascript: lengthOf(told, "javascript"), python: lengthOf(told, "python") },
  };
}

function lengthOf(spec: NumericSpec, language: "javascript" | "python"): number {
  const length = codeLength({ language, source: render(spec, language) });
  return length.kind === "scored" ? length.value : Infinity;
}

function forecastsOf({ truth }: Problem<NumericSpec>, epoch: number): Forecasts {
  const { spec, seed } = truth;
  const arity = arityOf(spec);
  const none = Array.from({ length: arity }, () => new Float64Array());
  if (noiseOf(spec) === null) return { columns: none, answers: [] };
  const chance = chanceFrom(seed).fork("forecasts", epoch);
  const first = Float64Array.from({ length: FORECASTS }, () => 256 * chance.uniform() - 128);
  const points = otherArguments(first, arity, `${seed}/forecasts`);
  const { re, im } = server({ spec, seed, epoch, stream: "forecasts" })(points);
  // A forecast is of one number: complex answers have no rank.
  const known = [...re.keys()].filter((i) => Number.isFinite(re[i]) && (im?.[i] ?? 0) === 0);
  return {
    columns: points.map((column) =>
      Float64Array.from(known.flatMap((i) => Array<number>(REPEATS).fill(column[i] ?? 0))),
    ),
    answers: known.map((i) => ({
      observed: re[i] ?? 0,
      deviation: noiseDeviationAt(spec, first[i] ?? 0),
    })),
  };
}
