import type { Law } from "../../../categories/numeric/index.ts";
import type { Candidate } from "../candidate.ts";
import type { Reading } from "../laboratory.ts";
import { linearModels } from "./linear-models.ts";
import { missesOf } from "./misses-of.ts";
import { squareWaveLaws } from "./square-wave-laws.ts";
import { viewOf } from "./view.ts";

/** The widest half of a rectangle, and a step of its widths' halves. */
const WIDEST = 4.75;
const STEP = 0.05;
/** Laws of one form that are told apart by questions. */
const MOST_RIVALS = 4096;

/**
 * A law that misses readings around 0 as the same law with a rectangle: added where the misses lie 1
 * above it, multiplied where the law is 0 and a law explains the inside. `null` where neither fits.
 */
export function withRectangle(candidate: Candidate, sorted: readonly Reading[]): Candidate | null {
  const missed = candidate.misses.filter(({ x }) => Math.abs(x) <= WIDEST);
  const reach = Math.max(...missed.map(({ x }) => Math.abs(x)));
  const central = sorted.filter(({ x }) => Math.abs(x) <= reach);
  const widths = widthsOf(central, sorted);
  if (widths.length === 0) return null;
  const joined = candidate.rivals.length > 0 ? [] : joinedLaws(candidate.law, central);
  const all = joined.flatMap((join) => widths.map((width) => join({ kind: "rectangle", width })));
  const [law, ...rivals] = all.slice(0, MOST_RIVALS);
  return law === undefined ? null : { law, rivals, misses: missesOf(law, sorted), bits: 0 };
}

/** The widths in tenths whose rectangle holds just these readings among those around 0. */
function widthsOf(central: readonly Reading[], sorted: readonly Reading[]): readonly number[] {
  if (central.length === 0) return [];
  const reach = Math.max(...central.map(({ x }) => Math.abs(x)));
  const inside = new Set(central);
  const beyond = sorted.filter((reading) => !inside.has(reading)).map(({ x }) => Math.abs(x));
  const limit = Math.min(WIDEST + STEP, ...beyond);
  if (limit <= reach) return [];
  const widths: number[] = [];
  for (let tenths = 10; tenths <= 95; tenths += 1) {
    const half = tenths / 20;
    if (half >= reach && half < limit) widths.push(tenths / 10);
  }
  return widths;
}

type Join = (rectangle: Law) => Law;

/** How a rectangle may join the law so that the readings inside are explained. */
function joinedLaws(law: Law, central: readonly Reading[]): readonly Join[] {
  const isZero = law.kind === "constant" && law.value === 0;
  const one: Law = { kind: "constant", value: 1 };
  const raised: Law = isZero ? one : { kind: "sum", terms: [law, one] };
  if (missesOf(raised, central).length === 0)
    return [(rectangle) => (isZero ? rectangle : { kind: "sum", terms: [law, rectangle] })];
  if (!isZero) return [];
  return factorsThrough(central).map((factor): Join => (rectangle) => ({
    kind: "product",
    factors: [factor, rectangle],
  }));
}

/** The simplest laws through all readings inside a rectangle. */
function factorsThrough(central: readonly Reading[]): readonly Law[] {
  const view = viewOf(central);
  const [first = 0] = view.ys;
  if (view.ys.every((y) => Math.abs(y) === Math.abs(first)) && view.ys.some((y) => y !== first))
    return squareWaveLaws([view], view);
  for (const kind of ["floor", "ceil"] as const)
    if (view.xs.length > 2 && missesOf({ kind }, central).length === 0) return [{ kind }];
  for (const model of linearModels) {
    if (view.xs.length < model.parameters + 2) continue;
    const law = model.fit(view);
    if (law !== null && missesOf(law, central).length === 0) return [law];
  }
  return squareWaveLaws([view], view);
}
