import { chanceFrom, gridStep, onGrid } from "../core/index.ts";
import type { Language, Problem, Region, Sandbox } from "../contract/index.ts";
import {
  approximatedOf,
  arityOf,
  breakpointsOf,
  covers,
  evaluate,
  isExternal,
  lawOf,
  noiseDeviationAt,
  noiseOf,
  regionsOf,
  render,
  withoutNetwork,
  withoutNoise,
  withoutRegions,
} from "../functions/index.ts";
import type { NumberSpec, NumericSpec } from "../functions/index.ts";
import { blackBox, intervalsOf, server } from "../harness/index.ts";
import type { InputColumns } from "../harness/index.ts";
import { codeLength, hiddenInputs } from "../scoring/index.ts";
import type { Forecast, HiddenInputs, IndexRange, KnownLaw, SoundTruth } from "../scoring/index.ts";
import { arityOfProblem } from "./arity-of-problem.ts";
import { inputRows } from "./input-rows.ts";
import { otherArguments } from "./other-arguments.ts";
import { testBatch } from "./test-batch.ts";
import type { TestBatch } from "./test-batch.ts";

/** How often the code of a noised function is run on each input that it has to forecast. */
export const REPEATS = 10;
/** Fresh answers that it has to forecast. */
const FORECASTS = 40;
const NO_TESTS = { domain: 0, region: 0, outside: 0 };
/** Breakpoints of the truth that are looked at, nearest to 0 first. */
const MOST_BREAKPOINTS = 200;

/** What the sound metrics test an answer on. */
export interface SoundExam {
  /** The hidden inputs, then the repeated ones of the forecasts. */
  readonly batch: TestBatch;
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

/**
 * Draws what the sound metrics test a problem's answers on; a user's own program is asked for its
 * values in the sandbox.
 */
export async function soundExamOf(
  problem: Problem<NumberSpec>,
  epoch: number,
  sandbox: Pick<Sandbox, "run">,
  signal: AbortSignal,
): Promise<SoundExam> {
  const { spec, seed } = problem.truth;
  const hidden = hiddenOf(problem);
  const arity = arityOfProblem(problem);
  const columns = otherArguments(hidden.inputs, arity, `${seed}/hidden`);
  if (!isExternal(spec)) {
    const values = evaluate(spec, columns);
    const truth = { values, law: knownLawOf(spec, columns) };
    const forecasts = forecastsOf(spec, seed, epoch);
    const batch = batchOf({ hidden, columns, forecasts, regions: regionsOf(spec), seed });
    return { batch, hidden, columns, truth, forecasts };
  }
  const serve = blackBox({ problem, epoch, stream: "hidden", sandbox });
  const { re, im } = await serve(columns, signal);
  const forecasts = { columns: noColumns(arity), answers: [] };
  const batch = batchOf({ hidden, columns, forecasts, regions: [], seed });
  return { batch, hidden, columns, truth: { values: { re, im }, law: null }, forecasts };
}

interface BatchParts extends Pick<SoundExam, "hidden" | "columns" | "forecasts"> {
  readonly regions: readonly Region[];
  readonly seed: string;
}

/** What is sealed of an input: that it lies in a region, beside a breakpoint, or comes repeatedly. */
function batchOf({ hidden, columns, forecasts, regions, seed }: BatchParts): TestBatch {
  const inputs = [...inputRows(columns), ...inputRows(forecasts.columns)];
  const places = ({ start, end }: IndexRange): number[] =>
    Array.from({ length: end - start }, (_, i) => start + i);
  const all = places({ start: 0, end: hidden.inputs.length });
  const kinds = [
    all.filter((at) => regions.some((region) => covers(region, hidden.inputs[at] ?? NaN))),
    places(hidden.breakpoints),
    places({ start: all.length, end: inputs.length }),
  ];
  return testBatch({ inputs, kinds, chance: chanceFrom(seed).fork("sound-batch") });
}

function hiddenOf({ briefing, truth }: Problem<NumberSpec>): HiddenInputs {
  const domain = intervalsOf(briefing.domain)[0] ?? { from: -128, to: 128 };
  const { spec } = truth;
  const { from, to } = domain;
  return hiddenInputs({
    domain,
    counts: truth.tests.kind === "numeric" ? truth.tests : NO_TESTS,
    regions: isExternal(spec) ? [] : regionsOf(spec),
    breakpoints: isExternal(spec) ? [] : breakpointsOf(spec, from, to, MOST_BREAKPOINTS),
    chance: chanceFrom(truth.seed).fork("hidden"),
  });
}

function knownLawOf(spec: NumericSpec, columns: InputColumns): KnownLaw {
  const network = approximatedOf(spec);
  const noise = noiseOf(spec);
  return {
    clean: evaluate(withoutRegions(withoutNoise(spec)), columns),
    regions: regionsOf(spec),
    noise: noise === null ? null : { distribution: noise.distribution, scale: noise.scale },
    network:
      network === null ? null : { learned: network.learned, law: evaluate(lawOf(spec), columns) },
    length: lengthsOf(toldLaw(spec)),
  };
}

/** What code should be: the noise-free function with its regions; for a network the training law. */
function toldLaw(spec: NumericSpec): NumericSpec {
  return withoutNoise(withoutNetwork(spec));
}

/** The law's own rendering in Python; `null` where no law is known. */
export function lawInPython(spec: NumberSpec): string | null {
  return isExternal(spec) ? null : render(toldLaw(spec), "python");
}

/** Each is counted when it is asked for, since most answers are in one language. */
function lengthsOf(spec: NumericSpec): KnownLaw["length"] {
  const known = new Map<Language, number>();
  const lengthIn = (language: Language): number => {
    const length = known.get(language) ?? lengthOf(spec, language);
    known.set(language, length);
    return length;
  };
  return {
    get javascript() {
      return lengthIn("javascript");
    },
    get python() {
      return lengthIn("python");
    },
  };
}

function lengthOf(spec: NumericSpec, language: Language): number {
  const length = codeLength({ language, source: render(spec, language) });
  return length.kind === "scored" ? length.value : Infinity;
}

function noColumns(arity: number): InputColumns {
  return Array.from({ length: arity }, () => new Float64Array());
}

function forecastsOf(spec: NumericSpec, seed: string, epoch: number): Forecasts {
  const arity = arityOf(spec);
  if (noiseOf(spec) === null) return { columns: noColumns(arity), answers: [] };
  const chance = chanceFrom(seed).fork("forecasts", epoch);
  const step = gridStep(256);
  const first = Float64Array.from({ length: FORECASTS }, () =>
    onGrid(256 * chance.uniform() - 128, -128, 128, step),
  );
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
