import type { Region } from "../../../contract/index.ts";
import { exp, gridStep, ln, onGrid } from "../../../core/index.ts";
import type { Chance, Draws } from "../../../core/index.ts";
import type { IndexRange } from "../../../scoring/index.ts";
import { clippedUnion } from "./intervals.ts";
import type { Stretch } from "./intervals.ts";

/**
 * Points at which an answer is tested, all in one column so that its code is run once. They lie on
 * one grid, so that no bit of an input tells which group it is of.
 */
export interface HiddenInputs {
  readonly inputs: Float64Array;
  /** Uniform in the domain. */
  readonly domain: IndexRange;
  /** Uniform in each region, as far as it lies in the domain. */
  readonly regions: IndexRange;
  /** Beyond either end of the domain, up to twice its half-width from its centre. */
  readonly outside: IndexRange;
  /** Just left and just right of breakpoints of the truth, in pairs. */
  readonly breakpoints: IndexRange;
  /** One point in each of equal cells of the domain, ascending: for finding stretches. */
  readonly cells: IndexRange;
}

/** What hidden inputs are drawn for. */
export interface HiddenInputsParts {
  readonly domain: Stretch;
  readonly counts: { readonly domain: number; readonly region: number; readonly outside: number };
  readonly regions: readonly Region[];
  /** Where the truth jumps or has a kink; those outside the domain are left out. */
  readonly breakpoints: readonly number[];
  /** A stream of the problem's own; each group forks from it by name. */
  readonly chance: Chance;
}

/** Cells of the domain: on [−128, 128] each is a tenth wide, and regions begin on tenths. */
const CELLS = 2560;

/** Breakpoints beyond this many are thinned out evenly, so that there are at most 200 inputs. */
const MOST_BREAKPOINTS = 100;

/** How far from a breakpoint an input lies, relative to max(1, |x|): drawn, evenly by magnitude. */
const CLOSEST = 3e-7;
const LEAST_CLOSE = 3e-6;

/** Draws the hidden inputs of a problem; the same parts give the same inputs. */
export function hiddenInputs(parts: HiddenInputsParts): HiddenInputs {
  const { domain, counts, chance } = parts;
  const step = gridStep(2 * Math.max(Math.abs(domain.from), Math.abs(domain.to)));
  const values: number[] = [];
  const group = (inputs: readonly number[]): IndexRange => {
    const start = values.length;
    for (const input of inputs) values.push(input);
    return { start, end: values.length };
  };
  const ranges = {
    domain: group(uniforms(domain, counts.domain, step, chance.fork("domain"))),
    regions: group(insideRegions(parts, step)),
    outside: group(beyond(domain, counts.outside, step, chance.fork("outside"))),
    breakpoints: group(aroundBreakpoints(parts, step)),
    cells: group(onePerCell(domain, step, chance.fork("cells"))),
  };
  return { inputs: Float64Array.from(values), ...ranges };
}

function uniforms(stretch: Stretch, count: number, step: number, chance: Draws): number[] {
  return Array.from({ length: count }, () => uniformIn(stretch, step, chance));
}

function uniformIn({ from, to }: Stretch, step: number, chance: Draws): number {
  return onGrid(from + (to - from) * chance.uniform(), from, to, step);
}

function insideRegions(
  { domain, counts, regions, chance }: HiddenInputsParts,
  step: number,
): number[] {
  return regions.flatMap((region, index) =>
    clippedUnion([region], domain).flatMap((stretch) =>
      uniforms(stretch, counts.region, step, chance.fork("region", index)),
    ),
  );
}

/** Left and right of the domain in turn, so that both sides weigh the same. */
function beyond({ from, to }: Stretch, count: number, step: number, chance: Draws): number[] {
  const half = (to - from) / 2;
  const left = { from: from - half, to: from - step };
  const right = { from: to + step, to: to + half };
  return Array.from({ length: count }, (_, index) =>
    uniformIn(index % 2 === 0 ? left : right, step, chance),
  );
}

function aroundBreakpoints(
  { domain, breakpoints, chance }: HiddenInputsParts,
  step: number,
): number[] {
  const draws = chance.fork("breakpoints");
  const inside = [...new Set(breakpoints)]
    .filter((x) => x >= domain.from && x <= domain.to)
    .sort((a, b) => a - b);
  const kept = Math.min(inside.length, MOST_BREAKPOINTS);
  return Array.from({ length: kept }, (_, index) => {
    const x = inside[Math.floor((index * inside.length) / kept)] ?? NaN;
    const left = x - distance(x, draws);
    const right = x + distance(x, draws);
    return [onGrid(left, -Infinity, x, step), onGrid(right, x, Infinity, step)];
  }).flat();
}

function distance(x: number, chance: Draws): number {
  const share = CLOSEST * exp(ln(LEAST_CLOSE / CLOSEST) * chance.uniform());
  return share * Math.max(1, Math.abs(x));
}

/** A random point in each cell, since evenly spaced ones can fall in step with a wave. */
function onePerCell({ from, to }: Stretch, step: number, chance: Draws): number[] {
  const width = (to - from) / CELLS;
  return Array.from({ length: CELLS }, (_, index) =>
    uniformIn({ from: from + width * index, to: from + width * (index + 1) }, step, chance),
  );
}
