import { pow } from "../../core/index.ts";
import type { Inquiry } from "./inquiry.ts";
import type { Reading } from "./laboratory.ts";

/** Stratified and log-spaced first questions, some twice; tells whether all repeats differed. */
export async function firstLook({ lab, domain, chance }: Inquiry): Promise<boolean> {
  const total = Math.min(lab.left(), 256);
  const own = chance.fork("first-look");
  const grid = Math.max(1, Math.round(0.34 * total));
  const width = (domain.to - domain.from) / grid;
  const even = Array.from(
    { length: grid },
    (_, i) => domain.from + width * (i + 0.1 + 0.8 * own.uniform()),
  );
  // Both ends are among them: scatter in one region never reaches both.
  const repeats = even.filter((_, i) => [0, grid >> 1, grid - 1].includes(i));
  const near = Array.from({ length: Math.round(0.1 * total) }, (_, i) => {
    const size = 0.02 * pow(2.3, i / 2 + own.uniform() / 2);
    return i % 2 === 0 ? size : -size;
  });
  lab.note(
    "experiment",
    `A first look: ${even.length} points spread over the domain, ${near.length} close to 0 on a logarithmic scale, and ${repeats.length} points asked twice to tell noise from structure.`,
  );
  await lab.ask([...repeats, ...even, ...near]);
  const missing = repeats.length - gapsOf(lab.readings).length;
  const known = lab.readings.filter(({ y }) => Number.isFinite(y)).slice(-missing);
  if (missing > 0) await lab.ask(known.map(({ x }) => x));
  const gaps = gapsOf(lab.readings);
  const differ = gaps.filter((gap) => gap !== 0);
  // Counts agree by chance now and then; scatter in one region is never a whole number.
  return differ.length > 0 && (differ.length === gaps.length || differ.every(isWhole));
}

/** By how much answers to inputs that were asked twice differ, where they have values. */
function gapsOf(readings: readonly Reading[]): readonly number[] {
  const first = new Map<number, number>();
  return readings.flatMap(({ x, y }) => {
    const before = first.get(x);
    if (before === undefined) first.set(x, y);
    return before === undefined || !Number.isFinite(y) ? [] : [y - before];
  });
}

function isWhole(gap: number): boolean {
  return Math.abs(gap - Math.round(gap)) < 1e-6;
}
