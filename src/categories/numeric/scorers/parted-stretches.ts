import { spreadOfTruth } from "../../../scoring/index.ts";
import type { IndexRange, ValueColumn } from "../../../scoring/index.ts";
import { agrees } from "./agreement.ts";
import type { Stretch } from "./intervals.ts";

/** A run of cells, from `start` up to but without `end`. */
type Run = IndexRange;

/** Runs of at most this many cells are chance: a jump or a pole that is a hair off. */
const LONGEST_CHANCE = 2;

/** Gaps of at most this many cells, where two different rules happen to cross, are bridged. */
const LONGEST_CROSSING = 5;

/**
 * The stretches of the domain on which code and the clean law part, from left to right. Both are
 * given at one point in each of the equal cells of `cells`; a stretch is a run of cells whose points
 * disagree. Runs of one or two cells are dropped, then gaps of up to five cells, or of up to a tenth
 * of what they part, are bridged.
 */
export function partedStretches(
  law: ValueColumn,
  code: ValueColumn,
  cells: IndexRange,
  domain: Stretch,
): Stretch[] {
  const scale = spreadOfTruth(law, cells);
  const runs = bridged(
    runsOf(cells, (index) => !agrees(law, code, scale, index)).filter(
      ({ start, end }) => end - start > LONGEST_CHANCE,
    ),
  );
  const count = cells.end - cells.start;
  const edge = (index: number): number =>
    domain.from + ((domain.to - domain.from) * (index - cells.start)) / count;
  return runs.map(({ start, end }) => ({ from: edge(start), to: edge(end) }));
}

function runsOf({ start, end }: IndexRange, holds: (index: number) => boolean): Run[] {
  const runs: Run[] = [];
  for (let index = start; index < end; index += 1) {
    if (!holds(index)) continue;
    const last = runs.at(-1);
    if (last?.end === index) runs[runs.length - 1] = { start: last.start, end: index + 1 };
    else runs.push({ start: index, end: index + 1 });
  }
  return runs;
}

function bridged(runs: readonly Run[]): Run[] {
  const out: Run[] = [];
  for (const run of runs) {
    const last = out.at(-1);
    if (last !== undefined && isCrossing(last, run))
      out[out.length - 1] = { start: last.start, end: run.end };
    else out.push(run);
  }
  return out;
}

function isCrossing(left: Run, right: Run): boolean {
  const gap = right.start - left.end;
  const shorter = Math.min(left.end - left.start, right.end - right.start);
  return gap <= Math.max(LONGEST_CROSSING, shorter / 10);
}
