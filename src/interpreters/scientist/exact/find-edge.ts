import { placesOf, rounded } from "../decimals.ts";
import type { Inquiry } from "../inquiry.ts";
import type { Reading } from "../laboratory.ts";

/** An edge between a point where something holds and one where it does not. */
export interface Edge {
  /** The last point known on the near side, and the first on the far side. */
  readonly near: number;
  readonly far: number;
}

/** How far beside a decimal it is asked on which side of it an edge lies, relative to its size. */
const BESIDE = 1e-7;
/** How close both ends of a bracket have to come, relative to their size. */
const CLOSE = 1e-6;
/** How many decimals in a bracket are few enough to be tried one by one. */
const FEW = 3;
const ROUNDS = 40;

/** How close they have to come for the edge to count as known. */
const KNOWN = 1e-5;

/**
 * Narrows a bracket around an edge: by halves, then by asking on both sides of the short decimals
 * in it, since edges lie on short decimals more often than not.
 */
export async function findEdge(
  { lab }: Inquiry,
  edge: Edge,
  isNear: (reading: Reading) => boolean,
  reserve: number,
): Promise<Edge> {
  let { near, far } = edge;
  const before = lab.readings.length;
  for (let round = 0; round < ROUNDS && lab.left() > reserve; round += 1) {
    const asked = questionsFor({ near, far });
    const readings = await lab.ask(asked);
    if (readings.length === 0) break;
    const outwards = readings.toSorted((p, q) => Math.abs(p.x - near) - Math.abs(q.x - near));
    const firstFar = outwards.findIndex((reading) => !isNear(reading));
    far = outwards[firstFar]?.x ?? far;
    near = (firstFar < 0 ? outwards.at(-1) : outwards[firstFar - 1])?.x ?? near;
  }
  const count = lab.readings.length - before;
  if (count > 0) lab.note("experiment", told(edge, { near, far }, count), { near, far, count });
  return { near, far };
}

/** The next questions inside a bracket; none where it is as narrow as wanted. */
function questionsFor({ near, far }: Edge): readonly number[] {
  const size = sizeOf({ near, far });
  if (Math.abs(far - near) <= CLOSE * size) return [];
  const decimals = decimalsBetween(Math.min(near, far), Math.max(near, far));
  const middle = decimals[Math.floor(decimals.length / 2)];
  const isClose = middle !== undefined && decimals.length <= FEW;
  const asked = isClose
    ? [middle - BESIDE * size, middle + BESIDE * size]
    : [offDecimals((near + far) / 2, Math.abs(far - near))];
  return asked.filter((x) => (x - near) * (x - far) < 0);
}

function told(before: Edge, { near, far }: Edge, count: number): string {
  const between = ({ near: a, far: b }: Edge): string =>
    `${Number(Math.min(a, b).toPrecision(9))} and ${Number(Math.max(a, b).toPrecision(9))}`;
  return `An edge was sought between ${between(before)}: after ${count} question${count === 1 ? "" : "s"} it lies between ${between({ near, far })}.`;
}

/** Whether an edge is known as exactly as is worth asking for. */
export function isResolved(edge: Edge): boolean {
  return Math.abs(edge.far - edge.near) <= KNOWN * sizeOf(edge);
}

/** The chance that an edge lies where `placeOf` puts it, if it lies on a tenth. */
export function chanceOfPlace({ near, far }: Edge): number {
  return 1 / (1 + 10 * Math.abs(far - near));
}

function sizeOf({ near, far }: Edge): number {
  return Math.max(1, Math.abs(near), Math.abs(far));
}

/** A point next to a bisecting one that is no short decimal itself. */
function offDecimals(x: number, width: number): number {
  return placesOf(x) <= 3 ? x + Math.min(0.000_313, 0.1 * width) : x;
}

/** The decimals with the fewest places strictly between two numbers: tenths first, then twentieths and finer. */
function decimalsBetween(from: number, to: number): readonly number[] {
  for (const unit of [0.1, 0.05]) {
    const first = Math.floor(from / unit) + 1;
    const last = Math.ceil(to / unit) - 1;
    if (last < first) continue;
    if (last - first > 400) return [];
    return Array.from({ length: last - first + 1 }, (_, i) => rounded((first + i) * unit, 5));
  }
  return [];
}

/** The short decimal in a bracket, or the bracket's middle. */
export function placeOf({ near, far }: Edge): number {
  const decimals = decimalsBetween(Math.min(near, far), Math.max(near, far));
  return decimals[Math.floor(decimals.length / 2)] ?? (near + far) / 2;
}
