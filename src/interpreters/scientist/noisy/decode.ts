import { ln, squared } from "../../../core/index.ts";
import type { Sample } from "./sample.ts";
import type { Curve, Shape } from "./shape.ts";

/** Factors on their grids, and how well they explain the answers. */
export interface Decoded {
  readonly factors: readonly number[];
  /** Sum of squared residuals in deviations of the noise. */
  readonly error: number;
}

/** The best members of a shape. */
export interface Decoding {
  /** By ascending error. */
  readonly members: readonly Decoded[];
  /** ln of how many members lie about as close as the best one. */
  readonly room: number;
}

/** What a shape's members are compared with. */
export interface DecodingParts {
  readonly sample: Sample;
  /** What is taken off every answer: the mean of the noise. */
  readonly mean: number;
  readonly deviation: number;
  /** How much larger than the least a member's error may be. */
  readonly margin: number;
  /** Members to give at most. */
  readonly most: number;
}

/** Steps of the search for one shape. */
const MOST_NODES = 600;
/** What arithmetic here may be off by, relative to an answer. */
const BLUR = 3e-14;
/** What is left of a column beside the others, relative to it, below which it decides nothing. */
const DEPENDENT = 1e-10;

/** Finds the members of a shape with a score of at least so much. */
export type Decode = (shape: Shape, least: number) => Decoding;

/**
 * Finds the members of shapes with the least squared error on their decimal grids. Shapes that share
 * their columns share the work of making them orthogonal.
 */
export function decoderFor(parts: DecodingParts): Decode {
  const { sample, deviation } = parts;
  const weights = sample.ys.map((y) => 1 / (deviation + BLUR * Math.abs(y)));
  const bases = new Map<readonly Curve[], Basis>();
  return (shape, least) => {
    const { columns } = shape;
    if (columns.length === 0)
      return { members: [{ factors: [], error: errorOf(shape, parts) }], room: 0 };
    const basis = bases.get(columns) ?? basisOf(columns, sample.xs, weights);
    bases.set(columns, basis);
    const goal = projected(shape, basis, weights, parts);
    const room = roomOf(basis, shape);
    if (shape.prior + room - goal.rest / 2 < least) return { members: [], room };
    return { members: membersOf(shape, basis, goal, parts), room };
  };
}

/**
 * A depth-first search outwards from the centre (Schnorr and Euchner, 1994,
 * https://doi.org/10.1007/BF01581144).
 */
function membersOf(
  shape: Shape,
  { triangle }: Basis,
  { target, rest }: Goal,
  { margin, most }: DecodingParts,
): readonly Decoded[] {
  const size = shape.columns.length;
  const factors: number[] = Array.from({ length: size }, () => 0);
  const found: Decoded[] = [];
  let bound = Infinity;
  let nodes = 0;
  const descend = (at: number, error: number): void => {
    if (at < 0) {
      found.push({ factors: [...factors], error });
      bound = Math.min(bound, error + margin);
      return;
    }
    const own = triangle[at]?.[at] ?? 0;
    let left = target[at] ?? 0;
    for (let k = at + 1; k < size; k += 1) left -= (triangle[at]?.[k] ?? 0) * (factors[k] ?? 0);
    const centre = own === 0 ? 0 : left / own;
    const grid = shape.grids[at] ?? 0;
    for (let turn = 0; nodes < MOST_NODES; turn += 1) {
      const value = grid === 0 ? centre : aside(centre, grid, turn);
      const total = error + (own === 0 ? 0 : squared(own * (centre - value)));
      if (total > bound) return;
      nodes += 1;
      factors[at] = value;
      descend(at - 1, total);
      if (grid === 0 || own === 0) return;
    }
  };
  descend(size - 1, rest);
  return found
    .filter(({ error }) => error <= bound)
    .toSorted((a, b) => a.error - b.error)
    .slice(0, most);
}

function roomOf({ triangle }: Basis, { grids }: Shape): number {
  return triangle.reduce((sum, row, at) => {
    const grid = grids[at] ?? 0;
    const own = row[at] ?? 0;
    return sum + (own === 0 ? 0 : Math.max(0, ln((2.5 * (grid === 0 ? FINE : grid)) / own)));
  }, 0);
}

/** The error of a shape without factors. */
function errorOf({ base }: Shape, { sample, mean, deviation }: DecodingParts): number {
  const { xs, ys } = sample;
  let sum = 0;
  for (let i = 0; i < ys.length; i += 1) {
    const y = ys[i] ?? 0;
    const residual = (y - mean - (base?.(xs[i] ?? NaN) ?? 0)) / (deviation + BLUR * Math.abs(y));
    sum += residual * residual;
  }
  return Number.isFinite(sum) ? sum : Infinity;
}

/** The grid that factors without one are counted on. */
const FINE = 1e3;

/** The value of a grid that is the turn-th nearest to a centre. */
function aside(centre: number, grid: number, turn: number): number {
  const middle = Math.round(centre * grid);
  const side = centre * grid >= middle ? 1 : -1;
  const away = turn % 2 === 1 ? side * ((turn + 1) / 2) : -side * (turn / 2);
  return (middle + away) / grid + 0;
}

/** Weighted columns made orthogonal. */
interface Basis {
  /** Upper triangle by rows; a diagonal of 0 marks a column that decides nothing. */
  readonly triangle: readonly Float64Array[];
  /** Directions of size 1; 0 for a column that decides nothing. */
  readonly units: readonly Float64Array[];
}

/** What is to be explained, along the directions of a basis and beside them. */
interface Goal {
  readonly target: readonly number[];
  readonly rest: number;
}

/** Weighted columns made orthogonal one after another (modified Gram–Schmidt). */
function basisOf(curves: readonly Curve[], xs: Float64Array, weights: Float64Array): Basis {
  const columns = curves.map((curve) => {
    const column = new Float64Array(xs.length);
    for (let i = 0; i < xs.length; i += 1) column[i] = curve(xs[i] ?? 0) * (weights[i] ?? 0);
    return column;
  });
  const sizes = columns.map((column) => Math.sqrt(dot(column, column)));
  const triangle = columns.map(() => new Float64Array(columns.length));
  columns.forEach((column, at) => {
    const row = triangle[at] ?? new Float64Array();
    const size = Math.sqrt(dot(column, column));
    const counts = size > DEPENDENT * (sizes[at] ?? 0);
    for (let i = 0; i < column.length; i += 1) column[i] = counts ? (column[i] ?? 0) / size : 0;
    row[at] = counts ? size : 0;
    for (let k = at + 1; k < columns.length; k += 1) row[k] = without(columns[k], column);
  });
  return { triangle, units: columns };
}

function projected(
  { base }: Shape,
  { units }: Basis,
  weights: Float64Array,
  { sample: { xs, ys }, mean }: DecodingParts,
): Goal {
  const goal = new Float64Array(ys.length);
  for (let i = 0; i < ys.length; i += 1)
    goal[i] = ((ys[i] ?? 0) - mean - (base?.(xs[i] ?? NaN) ?? 0)) * (weights[i] ?? 0);
  const target = units.map((unit) => without(goal, unit));
  const rest = dot(goal, goal);
  return { target, rest: Number.isFinite(rest) ? rest : Infinity };
}

/** Takes a direction out of a column; gives how much there was. */
function without(column: Float64Array | undefined, unit: Float64Array): number {
  if (column === undefined) return 0;
  const along = dot(column, unit);
  for (let i = 0; i < column.length; i += 1) column[i] = (column[i] ?? 0) - along * (unit[i] ?? 0);
  return along;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}
