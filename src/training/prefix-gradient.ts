import type { Gradient } from "./gradient.ts";
import { kinkIndex } from "./kink-index.ts";
import { prefixSums, ROW } from "./prefix-sums.ts";
import type { TrainingPoints } from "./training-points.ts";

/** The pieces of the line that the kinks cut it into, and what is known of each; reused by epochs. */
interface Pieces {
  /** Per unit, how many points lie on the left of its kink. */
  readonly kinks: Int32Array;
  /** The units by their kinks from left to right: piece s ends at the kink of `order[s]`. */
  readonly order: Int32Array;
  /** On piece s the network is slopes[s]·x + intercepts[s]. */
  readonly slopes: Float64Array;
  readonly intercepts: Float64Array;
  /** Sums over the points of a piece of the residual network − target, and of residual·x. */
  readonly residuals: Float64Array;
  readonly moments: Float64Array;
}

/**
 * The gradient for one hidden layer of `width` units, the same as by backpropagation in exact
 * arithmetic, in O(width) steps whatever the number of points: between two kinks of its units the
 * network is a straight line, so that prefix sums of x, x², y and x·y hold all that is needed.
 * Parameters are the units' weights, their biases, the output's weights and its bias. Sums over the
 * points of a unit only ever grow by adding, from the end of the line that it is active at.
 */
export function prefixGradient(width: number, points: TrainingPoints): Gradient {
  const rows = prefixSums(points);
  const pieces: Pieces = {
    kinks: new Int32Array(width),
    order: Int32Array.from({ length: width }, (_, unit) => unit),
    slopes: new Float64Array(width + 1),
    intercepts: new Float64Array(width + 1),
    residuals: new Float64Array(width + 1),
    moments: new Float64Array(width + 1),
  };
  const scale = 2 / points.xs.length;
  return (parameters, into) => {
    locate(points.xs, parameters, pieces);
    sort(pieces);
    drawLines(parameters, pieces);
    sumResiduals(rows, points.xs.length, pieces);
    writeGradient(parameters, pieces, scale, into);
  };
}

function locate(xs: Float64Array, parameters: Float64Array, { kinks }: Pieces): void {
  const width = kinks.length;
  for (let unit = 0; unit < width; unit += 1) {
    const [weight, bias] = [parameters[unit] ?? 0, parameters[width + unit] ?? 0];
    kinks[unit] = kinkIndex(xs, weight, bias, kinks[unit] ?? 0);
  }
}

/** Insertion sort: the order of the epoch before is nearly right. Ties go by unit. */
function sort({ kinks, order }: Pieces): void {
  for (let i = 1; i < order.length; i += 1) {
    const unit = order[i] ?? 0;
    const kink = kinks[unit] ?? 0;
    let at = i;
    for (; at > 0; at -= 1) {
      const other = order[at - 1] ?? 0;
      const apart = (kinks[other] ?? 0) - kink;
      if (apart < 0 || (apart === 0 && other < unit)) break;
      order[at] = other;
    }
    order[at] = unit;
  }
}

function drawLines(parameters: Float64Array, pieces: Pieces): void {
  pieces.slopes.fill(0);
  pieces.intercepts.fill(parameters.at(-1) ?? 0);
  addLines(parameters, pieces, true);
  addLines(parameters, pieces, false);
}

/** Adds the units that rise to the right, or the others, from the end of the line without them. */
function addLines(parameters: Float64Array, pieces: Pieces, rising: boolean): void {
  const { order, slopes, intercepts } = pieces;
  const width = order.length;
  let slope = 0;
  let intercept = 0;
  for (let i = 0; i < width; i += 1) {
    const unit = order[rising ? i : width - 1 - i] ?? 0;
    const weight = parameters[unit] ?? 0;
    if (weight >= 0 === rising) {
      const height = parameters[2 * width + unit] ?? 0;
      slope += height * weight;
      intercept += height * (parameters[width + unit] ?? 0);
    }
    const piece = rising ? i + 1 : width - 1 - i;
    slopes[piece] = (slopes[piece] ?? 0) + slope;
    intercepts[piece] = (intercepts[piece] ?? 0) + intercept;
  }
}

function sumResiduals(rows: Float64Array, count: number, pieces: Pieces): void {
  const { kinks, order, slopes, intercepts, residuals, moments } = pieces;
  let from = 0;
  for (let s = 0; s <= order.length; s += 1) {
    const to = s < order.length ? (kinks[order[s] ?? 0] ?? 0) : count;
    const slope = slopes[s] ?? 0;
    const intercept = intercepts[s] ?? 0;
    const x = between(rows, from, to, 0);
    residuals[s] = slope * x + intercept * (to - from) - between(rows, from, to, 4);
    moments[s] = slope * between(rows, from, to, 2) + intercept * x - between(rows, from, to, 6);
    from = to;
  }
}

/** The sum of one column over the points from one index up to another. */
function between(rows: Float64Array, from: number, to: number, column: number): number {
  const [low, high] = [ROW * from + column, ROW * to + column];
  const sum = (rows[high] ?? 0) - (rows[low] ?? 0);
  return sum + ((rows[high + 1] ?? 0) - (rows[low + 1] ?? 0));
}

function writeGradient(
  parameters: Float64Array,
  pieces: Pieces,
  scale: number,
  into: Float64Array,
): void {
  writeUnits(parameters, pieces, scale, into, true);
  writeUnits(parameters, pieces, scale, into, false);
  let residual = 0;
  for (let s = 0; s < pieces.residuals.length; s += 1) residual += pieces.residuals[s] ?? 0;
  into[3 * pieces.order.length] = scale * residual;
}

/** Writes for the units that rise to the right, or the others, from the end where all are active. */
function writeUnits(
  parameters: Float64Array,
  { order, residuals, moments }: Pieces,
  scale: number,
  into: Float64Array,
  rising: boolean,
): void {
  const width = order.length;
  let residual = 0;
  let moment = 0;
  for (let i = 0; i < width; i += 1) {
    const piece = rising ? width - i : i;
    residual += residuals[piece] ?? 0;
    moment += moments[piece] ?? 0;
    const unit = order[rising ? piece - 1 : i] ?? 0;
    const weight = parameters[unit] ?? 0;
    if (weight >= 0 !== rising) continue;
    const height = parameters[2 * width + unit] ?? 0;
    into[unit] = scale * (height * moment);
    into[width + unit] = scale * (height * residual);
    into[2 * width + unit] = scale * (weight * moment + (parameters[width + unit] ?? 0) * residual);
  }
}
