import type { Law } from "../../../categories/numeric/index.ts";
import type { Inquiry } from "../inquiry.ts";
import type { Reading } from "../laboratory.ts";
import { askNew } from "./ask-new.ts";
import { findEdge } from "./find-edge.ts";
import type { Edge } from "./find-edge.ts";
import { missesOf } from "./misses-of.ts";
import { sortedByInput } from "./sorted-by-input.ts";

/** The edges of a stretch in which a law does not hold. */
export interface Edges {
  /** `null` where the stretch is unbounded. */
  readonly left: Edge | null;
  readonly right: Edge | null;
}

/** How far beyond the domain, in halves of it, the outermost misses are followed. */
const BEYOND = 0.9;
/** Queries that are kept for a test of the rest, where there are as many. */
const RESERVE = 4;

/** The edges of the stretch in which the law misses; `null` where the misses lie apart. */
export async function edgesOf(inquiry: Inquiry, law: Law): Promise<Edges | null> {
  const { lab } = inquiry;
  const agrees = (reading: Reading): boolean => missesOf(law, [reading]).length === 0;
  await lookBeyond(inquiry, law);
  const stretch = stretchOf(law, lab.readings);
  if (stretch === null) return null;
  const { before, first, last, after } = stretch;
  const search = async (near: number | null, far: number, keep: number): Promise<Edge | null> =>
    near === null ? null : findEdge(inquiry, { near, far }, agrees, keep);
  const reserve = Math.min(RESERVE, lab.left());
  const half = reserve + (lab.left() - reserve) / 2;
  const left = await search(before, first, after === null ? reserve : half);
  return { left, right: await search(after, last, reserve) };
}

/** Asks beyond the domain on the sides where nothing shows that the stretch ends. */
async function lookBeyond({ lab, domain }: Inquiry, law: Law): Promise<void> {
  const sorted = sortedByInput(lab.readings);
  const missed = sortedByInput(missesOf(law, sorted));
  const beyond = (BEYOND * (domain.to - domain.from)) / 2;
  await askNew(lab, [
    ...(missed[0]?.x === sorted[0]?.x ? [domain.from - beyond] : []),
    ...(missed.at(-1)?.x === sorted.at(-1)?.x ? [domain.to + beyond] : []),
  ]);
}

/** The inputs around both ends of a stretch; `null` beside its first or last where it goes on. */
interface Stretch {
  readonly before: number | null;
  readonly first: number;
  readonly last: number;
  readonly after: number | null;
}

function stretchOf(law: Law, readings: readonly Reading[]): Stretch | null {
  const sorted = sortedByInput(readings);
  const missed = new Set(missesOf(law, sorted));
  const first = sorted.findIndex((reading) => missed.has(reading));
  const last = sorted.findLastIndex((reading) => missed.has(reading));
  if (first < 0 || sorted.slice(first, last + 1).some((reading) => !missed.has(reading)))
    return null;
  return {
    before: sorted[first - 1]?.x ?? null,
    first: sorted[first]?.x ?? NaN,
    last: sorted[last]?.x ?? NaN,
    after: sorted[last + 1]?.x ?? null,
  };
}

/** Whether an input may lie within the stretch. */
export function isWithin(x: number, { left, right }: Edges): boolean {
  return (left === null || x >= left.near) && (right === null || x <= right.near);
}
