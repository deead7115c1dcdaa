import { pow, wholePower } from "../../core/index.ts";
import type { Assignment, Complex } from "../../contract/index.ts";
import { intervalsOf } from "../intervals-of.ts";

/** Queries spent where the budget is unlimited. */
const DEFAULT_QUERIES = 256;
/** Queries spent at most, whatever the budget: more tell a baseline nothing. */
const MOST_QUERIES = 1_000_000;

/** An even grid of points and what the black box gave there. */
export interface Survey {
  /** The grid's lines, one list per argument, from low to high. */
  readonly axes: readonly (readonly number[])[];
  /** Points with a value, one number per argument; the first argument varies slowest. */
  readonly points: readonly (readonly number[])[];
  readonly re: readonly number[];
  readonly im: readonly number[];
  /** How many points were asked, answered or not. */
  readonly asked: number;
}

/**
 * Spends the budget in one round on an even grid, both ends of the domain included, and keeps the
 * numeric answers. With several arguments the grid is the largest with as many lines on each axis.
 * Nothing is asked of what is no function of numbers.
 */
export async function survey(
  { probe, briefing }: Assignment,
  signal: AbortSignal,
): Promise<Survey> {
  const domain = intervalsOf(briefing);
  if (domain.length === 0) return { axes: [], points: [], re: [], im: [], asked: 0 };
  const queries = Math.min(probe.remaining().queries ?? DEFAULT_QUERIES, MOST_QUERIES);
  const lines = linesPerAxis(queries, domain.length);
  const axes = domain.map(({ from, to }) => evenGrid(from, to, lines));
  const inputs = product(axes);
  const answers = await probe.ask(
    inputs.map((point) => (domain.length === 1 ? (point[0] ?? 0) : point)),
    signal,
  );
  const points: (readonly number[])[] = [];
  const re: number[] = [];
  const im: number[] = [];
  answers.forEach((answer, i) => {
    const point = inputs[i];
    if (answer.kind !== "value" || typeof answer.value === "string" || point === undefined) return;
    const value: Complex =
      typeof answer.value === "number" ? { re: answer.value, im: 0 } : answer.value;
    points.push(point);
    re.push(value.re);
    im.push(value.im);
  });
  return { axes, points, re, im, asked: inputs.length };
}

/** The most lines on each of so many axes that their grid costs no more than the queries. */
function linesPerAxis(queries: number, axes: number): number {
  let lines = Math.floor(pow(queries, 1 / axes));
  while (wholePower(lines + 1, axes) <= queries) lines += 1;
  return lines;
}

/** `count` evenly spaced numbers from `from` to `to`, both included; the middle where count is 1. */
function evenGrid(from: number, to: number, count: number): readonly number[] {
  if (count === 1) return [(from + to) / 2];
  return Array.from({ length: count }, (_, i) => from + ((to - from) * i) / (count - 1));
}

function product(axes: readonly (readonly number[])[]): readonly (readonly number[])[] {
  return axes.reduce<readonly (readonly number[])[]>(
    (points, axis) => points.flatMap((point) => axis.map((x) => [...point, x])),
    [[]],
  );
}
