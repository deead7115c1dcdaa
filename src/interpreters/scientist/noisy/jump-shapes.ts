import type { Fixed } from "./composed-shapes.ts";
import { tenths } from "./curves.ts";
import { simplePrior } from "./priors.ts";
import type { Sample } from "./sample.ts";
import type { Curve, Shape } from "./shape.ts";

/** Widths of the vocabulary's pulses. */
const WIDTHS = tenths(10, 95);

/** Periods of the vocabulary's square waves. */
const PERIODS = tenths(10, 100);

/** A pulse of height 1 around 0. */
function pulse(width: number): Curve {
  const half = width / 2;
  return (x) => (Math.abs(x) <= half ? 1 : 0);
}

/** Pulses of every width. */
export const pulses: readonly Fixed[] = WIDTHS.map((width) => ({
  curve: pulse(width),
  law: { kind: "rectangle", width },
  members: WIDTHS.length,
  order: -1,
}));

/** Parts of compositions that are laws on their own as well. */
export function aloneShapes(parts: readonly Fixed[]): readonly Shape[] {
  return parts.map(({ curve, law, members }) => ({
    family: law.kind,
    base: curve,
    columns: [],
    grids: [],
    prior: simplePrior(members),
    build: () => law,
  }));
}

/** Square waves as a period and a shift below it. */
interface Beat {
  readonly period: number;
  readonly shift: number;
}

/** A wave of ±1: 1 in the first half of each period. */
function beatCurve({ period, shift }: Beat): Curve {
  return (x) => {
    const turns = (x - shift) / period;
    return turns - Math.floor(turns) < 0.5 ? 1 : -1;
  };
}

/** The square waves that follow the answers best, whatever their size and level. */
export function bestBeats(sample: Sample, most: number): readonly Fixed[] {
  const best: ScoredBeat[] = [];
  for (const period of PERIODS)
    for (const beat of beatsOf(period, sample)) keepBest(best, beat, most);
  return best.map(fixedOf);
}

type ScoredBeat = Beat & { readonly score: number };

/** Puts a beat in its place among the best so far, behind those that are as good. */
function keepBest(best: ScoredBeat[], beat: ScoredBeat, most: number): void {
  if (best.length === most) {
    const last = best.at(-1);
    if (last === undefined || !(beat.score > last.score)) return;
    best.pop();
  }
  let at = best.length;
  while (at > 0 && beat.score > (best[at - 1]?.score ?? NaN)) at -= 1;
  best.splice(at, 0, beat);
}

/** Half the width of a cell of the phase, in the unit of inputs: where the vocabulary's shifts lie after a tenth. */
const QUARTER_TENTH = 0.025;

/** Every shift of one period, by sums over the cells of half a tenth that the phase falls into. */
function beatsOf(period: number, { xs, ys }: Sample): readonly ScoredBeat[] {
  const cells = Math.round(20 * period);
  // Two rounds of cells: the half round from any cell on is then in one piece.
  const [sums, counts] = [new Float64Array(2 * cells), new Float64Array(2 * cells)];
  const mean = ys.reduce((sum, y) => sum + y, 0) / ys.length;
  for (let i = 0; i < xs.length; i += 1) {
    const turns = ((xs[i] ?? 0) - QUARTER_TENTH) / period;
    const cell = Math.min(cells - 1, Math.floor((turns - Math.floor(turns)) * cells));
    sums[cell] = (sums[cell] ?? 0) + (ys[i] ?? 0) - mean;
    counts[cell] = (counts[cell] ?? 0) + 1;
  }
  sums.copyWithin(cells, 0, cells);
  counts.copyWithin(cells, 0, cells);
  return Array.from({ length: cells / 2 }, (_, i) => {
    const [along, own] = [2 * high(sums, 2 * i, cells), high(counts, 2 * i, cells)];
    const spread = (4 * own * (xs.length - own)) / xs.length;
    return { period, shift: (4 * i + 1) / 40, score: (along * along) / Math.max(1, spread) };
  });
}

/** The sum over half a round of cells. */
function high(values: Float64Array, start: number, cells: number): number {
  let sum = 0;
  for (let k = start; k < start + cells / 2; k += 1) sum += values[k] ?? 0;
  return sum;
}

function fixedOf(beat: Beat): Fixed {
  const { period } = beat;
  const shift = beat.shift > 5 ? Number((beat.shift - period).toFixed(6)) : beat.shift;
  const members = 91 * Math.min(101, 10 * period);
  return {
    curve: beatCurve(beat),
    law: { kind: "square-wave", period, shift, exact: true },
    members,
    order: 0,
  };
}
