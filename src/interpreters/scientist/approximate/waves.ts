import { atan2, cos, sin, solveLeastSquares, TAU, wholePower } from "../../../core/index.ts";
import type { Law, Sine } from "../../../categories/numeric/index.ts";
import { placesOf, rounded } from "../decimals.ts";
import type { View } from "../exact/view.ts";

/** Waves that are taken out of the values one after the other. */
const MOST_WAVES = 4;
/** The shortest period that is looked for; the families begin at 0.1. */
const SHORTEST = 0.1;
/** Frequencies that are tried within the width of one line of the spectrum. */
const FINENESS = 6;
/** Rounds in which all frequencies are improved together. */
const ROUNDS = 12;
/** What is left of the sum of squares, relative to it, where waves explain values exactly. */
const EXACT = 1e-20;

/**
 * The sum of a few sine waves and a straight line, or the product of a line and a wave, that
 * explains values exactly; `null` for none. Each wave is read off the spectrum of what those before
 * it leave, as in matching pursuit (Mallat and Zhang, 1993, https://doi.org/10.1109/78.258082);
 * inputs that are spaced unevenly make every frequency show itself.
 */
export function wavesOf(view: View): Law | null {
  let speeds: readonly number[] = [];
  for (let count = 1; count <= MOST_WAVES; count += 1) {
    if (view.xs.length < 5 * count + 6) return null;
    const { rest } = fitted(view, speeds, steady);
    const next = strongest(view.xs, rest);
    if (count === 1) {
      const growing = refined(view, [beside(view, next)], growth);
      const { coefficients, lost } = fitted(view, growing, growth);
      const law = lost <= EXACT ? lineTimesWave(growing[0] ?? 1, coefficients) : null;
      if (law !== null) return law;
    }
    speeds = refined(view, [...speeds, next], steady);
    const { coefficients, lost } = fitted(view, speeds, steady);
    if (lost <= EXACT) return sumOfWaves(speeds, coefficients);
  }
  return null;
}

/** Powers of x that waves are multiplied by. */
const steady: readonly number[] = [0];
const growth: readonly number[] = [0, 1];

interface Fitted {
  /** Intercept, slope, then sine and cosine of each speed and power. */
  readonly coefficients: Float64Array;
  readonly rest: Float64Array;
  /** Sum of squares that is left, relative to that of the values. */
  readonly lost: number;
}

function fitted({ xs, ys }: View, speeds: readonly number[], powers: readonly number[]): Fitted {
  const columns = columnsOf(xs, speeds, powers);
  const { coefficients } = solveLeastSquares(columns, ys);
  const rest = ys.map((y, i) =>
    columns.reduce((left, column, k) => left - (coefficients[k] ?? 0) * (column[i] ?? 0), y),
  );
  return { coefficients, rest, lost: squares(rest) / squares(ys) };
}

function columnsOf(
  xs: Float64Array,
  speeds: readonly number[],
  powers: readonly number[],
): readonly Float64Array[] {
  const waves = speeds.flatMap((speed) =>
    powers.flatMap((power) => [
      xs.map((x) => wholePower(x, power) * sin(speed * x)),
      xs.map((x) => wholePower(x, power) * cos(speed * x)),
    ]),
  );
  return [xs.map(() => 1), xs, ...waves];
}

/** The speed at which a wave explains most; phases are turned on from speed to speed. */
function strongest(xs: Float64Array, rest: Float64Array): number {
  const width = (xs.at(-1) ?? 0) - (xs[0] ?? 0);
  const step = TAU / (FINENESS * width);
  const turn = { re: xs.map((x) => cos(step * x)), im: xs.map((x) => sin(step * x)) };
  const [re, im] = [rest.slice(), new Float64Array(rest.length)];
  let best = { power: -1, speed: step };
  for (let k = 1; k * step <= (1.02 * TAU) / SHORTEST; k += 1) {
    let [along, across] = [0, 0];
    for (let i = 0; i < re.length; i += 1) {
      const [a = 0, b = 0, c = 0, s = 0] = [re[i], im[i], turn.re[i], turn.im[i]];
      re[i] = a * c - b * s;
      im[i] = a * s + b * c;
      along += re[i] ?? 0;
      across += im[i] ?? 0;
    }
    const power = along * along + across * across;
    if (power > best.power) best = { power, speed: k * step };
  }
  return best.speed;
}

/** The speed next to one of the spectrum at which a growing wave explains most. */
function beside(view: View, speed: number): number {
  const line = TAU / ((view.xs.at(-1) ?? 0) - (view.xs[0] ?? 0));
  let best = { lost: Infinity, speed };
  for (let k = -2 * FINENESS; k <= 2 * FINENESS; k += 1) {
    const tried = speed + (k * line) / FINENESS;
    const { lost } = fitted(view, [tried], growth);
    if (lost < best.lost) best = { lost, speed: tried };
  }
  return best.speed;
}

/** Speeds after steps of Gauss and Newton: moving a speed adds x times its wave. */
function refined(
  view: View,
  start: readonly number[],
  powers: readonly number[],
): readonly number[] {
  let speeds = start;
  for (let round = 0; round < ROUNDS; round += 1) {
    const { coefficients } = fitted(view, speeds, powers);
    const moves = speeds.map((speed, k) =>
      view.xs.map((x) =>
        powers.reduce((sum, power, p) => {
          const at = 2 + 2 * (k * powers.length + p);
          const [along = 0, across = 0] = [coefficients[at], coefficients[at + 1]];
          return (
            sum + wholePower(x, power + 1) * (along * cos(speed * x) - across * sin(speed * x))
          );
        }, 0),
      ),
    );
    const columns = [...columnsOf(view.xs, speeds, powers), ...moves];
    const solved = solveLeastSquares(columns, view.ys).coefficients;
    const first = columns.length - moves.length;
    speeds = speeds.map((speed, k) => speed + (solved[first + k] ?? 0));
  }
  return speeds;
}

/** The waves as a law, the line's height with the first of them. */
function sumOfWaves(
  speeds: readonly number[],
  [height = 0, slope = 0, ...factors]: Float64Array,
): Law {
  const waves = speeds.map((speed, k) =>
    waveOf(speed, factors[2 * k] ?? 0, factors[2 * k + 1] ?? 0),
  );
  const isFlat =
    Math.abs(slope) < 1e-9 * Math.max(...waves.map((wave) => Math.abs(wave.amplitude)));
  const [first, ...others] = waves;
  if (first !== undefined && isFlat) {
    const raised = { ...first, offset: tenth(height) };
    return others.length === 0 ? raised : { kind: "sum", terms: [raised, ...others] };
  }
  const line: Law = { kind: "linear", slope: tenth(slope), intercept: tenth(height) };
  return { kind: "sum", terms: [...waves, line] };
}

/** A line of slope 1 times a wave; `null` where what does not grow is no multiple of what grows. */
function lineTimesWave(
  speed: number,
  [height = 0, slope = 0, along = 0, across = 0, alongX = 0, acrossX = 0]: Float64Array,
): Law | null {
  const size = Math.sqrt(alongX * alongX + acrossX * acrossX);
  const start = (along * alongX + across * acrossX) / (size * size);
  const apart = Math.abs(along - start * alongX) + Math.abs(across - start * acrossX);
  if (!(apart <= 1e-6 * size * Math.max(1, Math.abs(start)))) return null;
  if (Math.abs(height - start * slope) > 1e-6 * size * Math.max(1, Math.abs(start))) return null;
  return {
    kind: "product",
    factors: [
      { kind: "linear", slope: 1, intercept: tenth(start) },
      { ...waveOf(speed, alongX, acrossX), offset: tenth(slope) },
    ],
  };
}

/** along·sin(speed·x) + across·cos(speed·x), with its numbers in tenths where they are. */
function waveOf(speed: number, along: number, across: number): Sine {
  const period = tenth(TAU / Math.abs(speed));
  const amplitude = tenth(Math.sqrt(along * along + across * across));
  const start = (-atan2(across, along * Math.sign(speed)) * period) / TAU;
  const within = (shift: number): number => tenth(shift - period * Math.floor(shift / period));
  const [shift, opposite] = [within(start), within(start + period / 2)];
  const isTurned = placesOf(shift) > 1 && placesOf(opposite) <= 1;
  return isTurned
    ? { kind: "sine", amplitude: -amplitude, period, shift: opposite, offset: 0 }
    : { kind: "sine", amplitude, period, shift, offset: 0 };
}

/** A number in tenths where it is, and without what rounding left behind elsewhere. */
function tenth(value: number): number {
  const short = rounded(value, 1);
  const isShort = Math.abs(short - value) <= 1e-8 * Math.max(1, Math.abs(value));
  return isShort ? short : Number(value.toPrecision(12));
}

function squares(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value * value, 0);
}
