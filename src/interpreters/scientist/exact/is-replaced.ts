import type { Law } from "../../../categories/numeric/index.ts";
import type { Inquiry } from "../inquiry.ts";
import type { Reading } from "../laboratory.ts";
import { askNew, readingsAt } from "./ask-new.ts";
import { missesOf } from "./misses-of.ts";
import { replacementOf } from "./replacement-of.ts";

/** Two distances from a reading: over the nearer one a smooth function changes a thousand times less. */
const BESIDE = { near: 1e-9, far: 1e-6 };
/** The share of the change over the far distance that counts as rough over the near one. */
const ROUGH = 0.03;
/** Readings beside which it is asked. */
const LOOKS = 2;
/** Readings inside the stretch by which a smooth replacement is told. */
const ENOUGH = 8;
/** How far into the gaps beside a stretch it is asked. */
const WIDENED = 0.3;
/** Where a pulse of the vocabulary may hide. */
const CENTRE = 4.8;

/**
 * Whether readings that a law misses look as if put in its place: rough, or on a constant, a line or
 * a parabola. What is smooth around 0 may as well be a pulse, and is left open.
 */
export async function isReplaced(
  { lab }: Inquiry,
  law: Law,
  misses: readonly Reading[],
): Promise<boolean> {
  const sorted = misses.toSorted((a, b) => a.x - b.x);
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined || !sorted.every(isReal)) return false;
  const looks = sorted.filter((_, i) => i % Math.ceil(sorted.length / LOOKS) === 0);
  const beside = (share: number) =>
    readingsAt(
      lab,
      looks.map(({ x }) => x + share * Math.max(1, Math.abs(x))),
    );
  const near = await beside(BESIDE.near);
  const far = await beside(BESIDE.far);
  if (![...near, ...far].every((reading) => reading === undefined || isReal(reading))) return false;
  const isRough = looks.some(({ y }, i) => {
    const step = Math.abs((near[i]?.y ?? y) - y);
    const farther = Math.abs((far[i]?.y ?? y) - y);
    return step > ROUGH * farther && step > 1e-12 * Math.abs(y);
  });
  if (isRough) return true;
  if (Math.max(Math.abs(first.x), Math.abs(last.x)) <= CENTRE) return false;
  const missing = Math.max(0, ENOUGH - sorted.length);
  const more = await askNew(lab, between(stretchAround(first.x, last.x, lab.readings), missing));
  const all = [...sorted, ...missesOf(law, more)].filter(isReal);
  const { spread } = replacementOf(law, all);
  const size = Math.max(...all.map(({ y }) => Math.abs(y)));
  return all.length >= ENOUGH && spread <= 1e-7 * size && !isExtrapolated(all);
}

interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** A stretch of readings, widened by a part of the gaps beside it. */
function stretchAround(first: number, last: number, readings: readonly Reading[]): Stretch {
  const xs = readings.map(({ x }) => x);
  const before = Math.max(...xs.filter((x) => x < first));
  const after = Math.min(...xs.filter((x) => x > last));
  return {
    from: Number.isFinite(before) ? first - WIDENED * (first - before) : first,
    to: Number.isFinite(after) ? last + WIDENED * (after - last) : last,
  };
}

function between({ from, to }: Stretch, count: number): readonly number[] {
  return Array.from({ length: count }, (_, i) => from + ((to - from) * (i + 0.5)) / count);
}

/** Fewer different inputs than a parabola needs to be tested. */
function isExtrapolated(all: readonly Reading[]): boolean {
  return new Set(all.map(({ x }) => Math.round(1e3 * x))).size < 6;
}

function isReal({ y, im }: Reading): boolean {
  return Number.isFinite(y) && im === 0;
}
