import { atan2, cos, sin, TAU } from "../../../core/index.ts";
import { one, tenths } from "./curves.ts";
import { simplePrior } from "./priors.ts";
import type { Sample } from "./sample.ts";
import type { Shape } from "./shape.ts";

/** Periods of the vocabulary. */
const PERIODS = tenths(1, 62);

/** How well a period explains the answers, the phase left open. */
interface Scan {
  readonly period: number;
  /** The phase of the wave, in radians. */
  readonly phase: number;
  /** Its standard error. */
  readonly blur: number;
  readonly error: number;
  /** By how much its error is less than a constant's. */
  readonly gain: number;
}

/** Periods that are looked at closely. */
const MOST = 6;

/** Sines and cosines of the periods and near the phases that the answers allow. */
export function waveShapes(sample: Sample, mean: number, deviation: number): readonly Shape[] {
  const scans = PERIODS.map((period) => scanOf(period, sample, mean, deviation));
  const best = Math.min(...scans.map(({ error }) => error));
  return scans
    .filter(({ error, gain }) => gain > 9 && error < best + 24)
    .toSorted((a, b) => a.error - b.error)
    .slice(0, MOST)
    .flatMap(shapesOf);
}

/** Least squares of 1, sine and cosine by the normal equations, which are well conditioned here. */
function scanOf(period: number, { xs, ys }: Sample, mean: number, deviation: number): Scan {
  const speed = TAU / period;
  const n = xs.length;
  let [s, c, ss, sc, cc, y, ys1, yc, yy] = [0, 0, 0, 0, 0, 0, 0, 0, 0];
  for (let i = 0; i < n; i += 1) {
    const angle = speed * (xs[i] ?? 0);
    const [sine, cosine, value] = [sin(angle), cos(angle), ((ys[i] ?? 0) - mean) / deviation];
    s += sine;
    c += cosine;
    ss += sine * sine;
    sc += sine * cosine;
    cc += cosine * cosine;
    y += value;
    ys1 += value * sine;
    yc += value * cosine;
    yy += value * value;
  }
  const [a, b, d] = [ss - (s * s) / n, sc - (s * c) / n, cc - (c * c) / n];
  const [p, q] = [ys1 - (s * y) / n, yc - (c * y) / n];
  const determinant = Math.max(a * d - b * b, 1e-9);
  const [along, across] = [(p * d - q * b) / determinant, (q * a - p * b) / determinant];
  const size = Math.max(1e-9, Math.sqrt(along * along + across * across));
  return {
    period,
    phase: atan2(across, along),
    blur: Math.sqrt(Math.max(a, d) / determinant) / size,
    error: yy - (y * y) / n - along * p - across * q,
    gain: along * p + across * q,
  };
}

function shapesOf({ period, phase, blur }: Scan): readonly Shape[] {
  const seen = new Set<number>();
  const reach = 5 * blur + 0.02;
  const prior = simplePrior((62 * Math.min(62, 10 * period) * 200 * 201) / 2);
  return (["sine", "cosine"] as const).flatMap((kind) =>
    tenths(1, 62).flatMap((shift): readonly Shape[] => {
      // amplitude·sin(ωx + phase); a half turn is the amplitude's sign.
      const own = -(TAU / period) * shift + (kind === "cosine" ? TAU / 4 : 0);
      const half = ((((own - phase) % (TAU / 2)) + TAU) % (TAU / 2)) / (TAU / 2);
      const off = Math.min(half, 1 - half) * (TAU / 2);
      const key = Math.round(half * 1e7) % 1e7;
      if (off > reach || seen.has(key)) return [];
      seen.add(key);
      const wave = kind === "sine" ? sin : cos;
      const speed = TAU / period;
      return [
        {
          family: "wave",
          base: null,
          columns: [one, (x) => wave(speed * (x - shift))],
          grids: [10, 10],
          prior,
          build: ([offset = 0, amplitude = 0]) =>
            amplitude === 0 ? null : { kind, amplitude, period, shift, offset },
        },
      ];
    }),
  );
}
