import { mean, squared } from "../../src/core/index.ts";
import {
  approximatedOf,
  arityOf,
  covers,
  evaluate,
  lawOf,
  levelOf,
  regionsOf,
  withoutNoise,
} from "../../src/categories/numeric/index.ts";
import type {
  CorruptedRegion,
  Law,
  NumericProblem,
  NumericSpec,
  Replacement,
} from "../../src/categories/numeric/index.ts";
import { fitToldLaw } from "./fit-told-law.ts";
import { leastSquares } from "./least-squares.ts";
import type { Sample, ToldNoise } from "./misfit.ts";
import { parametersOf } from "./parameters.ts";

/**
 * What a fitter makes of answers who is told the families of the law and how they are joined, where
 * its regions are and what kind of law stands in there, and the kind of the noise. What it has to
 * find are numbers: parameters, replacements (it knows that a constant may be the law's own mean), the
 * scale of the noise. Of networks and of functions of
 * several arguments it is told everything.
 */
export function ceilingOf(
  { truth: { spec } }: NumericProblem<NumericSpec>,
  asked: Sample,
): NumericSpec {
  if (arityOf(spec) > 1 || approximatedOf(spec) !== null) return spec;
  const noise = toldNoise(spec);
  const truth = lawOf(spec);
  const regions = regionsOf(spec);
  const outside = pick(asked, (x) => regions.every((region) => !covers(region, x)));
  const law = fitToldLaw(truth, outside, noise);
  const bare = withoutNoise(spec);
  const shift = noise?.distribution === "poisson" ? averageMiss(law, outside) : 0;
  const clean: Exclude<NumericSpec, { kind: "noised" }> =
    bare.kind === "corrupted"
      ? {
          ...bare,
          inner: law,
          regions: bare.regions.map((region) => refitted(region, law, asked, shift)),
        }
      : law;
  if (spec.kind !== "noised") return clean;
  return { ...spec, inner: clean, scale: scaleOf(law, outside, noise) ?? spec.scale };
}

function toldNoise(spec: NumericSpec): ToldNoise | null {
  if (spec.kind !== "noised") return null;
  return { distribution: spec.distribution, growth: spec.growth ?? 0 };
}

/** A region with its replacement fitted to the answers in it, less what Poisson noise adds. */
function refitted(
  region: CorruptedRegion,
  law: Law,
  asked: Sample,
  shift: number,
): CorruptedRegion {
  const { xs, ys } = pick(asked, (x) => covers(region, x));
  return {
    ...region,
    replacement: replaced(
      region,
      law,
      xs,
      ys.map((y) => y - shift),
    ),
  };
}

/** Standard errors that the answers' mean may lie from the law's to be taken for it. */
const NEAR = 4;

function replaced(
  { replacement }: CorruptedRegion,
  law: Law,
  xs: Float64Array,
  ys: Float64Array,
): Replacement {
  const { values, with: replacementWith } = parametersOf(replacement);
  const usual = levelOf(law).mean;
  if (xs.length < values.length) return { kind: "constant", value: usual };
  const fitted = replacementWith(
    leastSquares((parameters) => evaluate(replacementWith(parameters), xs).re, ys, values),
  );
  if (fitted.kind !== "constant") return fitted;
  const square = mean(ys.map((y) => squared(y - fitted.value)));
  const error = Math.sqrt(square / Math.max(1, xs.length - 1));
  return Math.abs(usual - fitted.value) <= NEAR * error ? { ...fitted, value: usual } : fitted;
}

/** The scale of the noise, from what the law leaves over; `null` where nothing is left. */
function scaleOf(law: NumericSpec, sample: Sample, noise: ToldNoise | null): number | null {
  if (noise === null || sample.xs.length === 0) return null;
  const rest = misses(law, sample).map(
    (miss, i) => miss / (1 + noise.growth * Math.abs(sample.xs[i] ?? 0)),
  );
  const n = rest.length;
  const scale = {
    normal: () => Math.sqrt(mean(rest.map((value) => value * value))),
    uniform: () => (Math.max(...rest.map(Math.abs)) * (n + 1)) / n,
    poisson: () => mean(rest),
  }[noise.distribution]();
  return scale > 0 && Number.isFinite(scale) ? scale : null;
}

function averageMiss(law: NumericSpec, sample: Sample): number {
  return sample.xs.length === 0 ? 0 : mean(misses(law, sample));
}

function misses(law: NumericSpec, { xs, ys }: Sample): Float64Array {
  const values = evaluate(law, xs).re;
  return ys.map((y, i) => y - (values[i] ?? 0));
}

function pick({ xs, ys }: Sample, wanted: (x: number) => boolean): Sample {
  const rows = [...xs.keys()].filter((row) => wanted(xs[row] ?? NaN));
  return {
    xs: Float64Array.from(rows, (row) => xs[row] ?? NaN),
    ys: Float64Array.from(rows, (row) => ys[row] ?? NaN),
  };
}
