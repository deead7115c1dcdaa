import { chanceFrom, gridStep, onGrid } from "../../../core/index.ts";
import type {
  Guess,
  Language,
  Output,
  Region,
  TestBatch,
  TestParts,
} from "../../../contract/index.ts";
import {
  approximatedOf,
  arityOf,
  covers,
  lawOf,
  noiseDeviationAt,
  noiseOf,
  regionsOf,
} from "../functions/inspect.ts";
import { breakpointsOf } from "../functions/breakpoints.ts";
import { evaluate } from "../functions/evaluate.ts";
import { isExternal } from "../functions/number-spec.ts";
import { render } from "../functions/render.ts";
import { withoutNetwork, withoutNoise, withoutRegions } from "../functions/without.ts";
import type { NumberSpec } from "../functions/number-spec.ts";
import type { NumericSpec } from "../functions/spec.ts";
import { blackBox } from "../opening/black-box.ts";
import { server } from "../opening/draw-source.ts";
import type { InputColumns } from "../opening/draw-source.ts";
import { codeLength } from "../../../scoring/index.ts";
import { hiddenInputs } from "../scorers/hidden-inputs.ts";
import type { Forecast } from "../scorers/noise-scores.ts";
import type { HiddenInputs } from "../scorers/hidden-inputs.ts";
import type { IndexRange } from "../../../scoring/index.ts";
import type { KnownLaw, SoundTruth } from "../scorers/sound-scores.ts";
import { firstInterval } from "../problem.ts";
import type { NumericProblem } from "../problem.ts";
import { arityOfProblem } from "./arity-of-problem.ts";
import { inputRows } from "../../common/index.ts";
import { otherArguments } from "./other-arguments.ts";
import { testBatch } from "../../common/index.ts";

/** How often the code of a noised function is run on each input that it has to forecast. */
const REPEATS = 10;
/** Fresh answers that it has to forecast. */
const FORECASTS = 40;
/** Breakpoints of the truth that are looked at, nearest to 0 first. */
const MOST_BREAKPOINTS = 200;

/** What the sound metrics test an answer on. */
export interface SoundNumericTest {
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
export async function soundNumericTest(
  { problem, epoch, sandbox }: TestParts<NumericProblem>,
  signal: AbortSignal,
): Promise<SoundNumericTest> {
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

interface BatchParts extends Pick<SoundNumericTest, "hidden" | "columns" | "forecasts"> {
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

function hiddenOf({ briefing, truth }: NumericProblem): HiddenInputs {
  const domain = firstInterval(briefing.domain);
  const { spec } = truth;
  const { from, to } = domain;
  return hiddenInputs({
    domain,
    counts: truth.tests,
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

/** What code gave in the sound test, taken apart. */
export interface SoundOutputs {
  /** At the hidden inputs. */
  readonly hidden: Guess;
  readonly forecasts: readonly Forecast[];
}

/** Takes apart what code gave in the sound test, in the order of the test. */
export function soundOutputs(
  { hidden, forecasts }: SoundNumericTest,
  outputs: readonly Output[],
): SoundOutputs {
  const count = hidden.inputs.length;
  return {
    hidden: { kind: "ran", outputs: outputs.slice(0, count) },
    forecasts: forecasts.answers.map((forecast, i) => {
      const from = count + i * REPEATS;
      return { ...forecast, outputs: outputs.slice(from, from + REPEATS) };
    }),
  };
}
