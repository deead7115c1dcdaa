import { squared } from "../../../core/index.ts";
import type { Inquiry } from "../inquiry.ts";
import { viewOf } from "./view.ts";

/** A way to learn more where nothing explains the answers yet. */
export interface Experiment {
  readonly reason: string;
  /** The next questions; none where the experiment has nothing to ask. */
  questions(): readonly number[];
  /** Rounds in which it is repeated with what was learned. */
  readonly rounds: number;
}

/** Values on an even grid from which the speed of a wave is read, and the fastest one's quarter. */
const WINDOW = 7;
const WINDOW_STEP = 0.04;
/** Rounding of values that lie on one line, relative to their size. */
const STRAIGHT = 1e-11;
/** Where laws of the vocabulary have their details. */
const DETAIL = 6.4;

/** Experiments in the order in which the answers so far make them promising. */
export function experimentsFor(inquiry: Inquiry): readonly Experiment[] {
  const { lab, domain, chance } = inquiry;
  const own = chance.fork("experiments");
  const window = (start: number, where: string): Experiment => ({
    reason: `${WINDOW} neighbouring points ${WINDOW_STEP} apart near ${where} of the domain, from which the speed of a wave can be read`,
    rounds: 1,
    questions: () => Array.from({ length: WINDOW }, (_, i) => start + i * WINDOW_STEP),
  });
  const right = window(domain.to - 1.737, "the right end");
  const left = window(domain.from + 1.291, "the left end");
  const detail = (count: number): Experiment => ({
    reason: `${count} points around 0, where many laws have their details`,
    rounds: 1,
    questions: () =>
      Array.from(
        { length: count },
        (_, i) => -DETAIL + (2 * DETAIL * (i + 0.15 + 0.7 * own.uniform())) / count,
      ),
  });
  const zoom: Experiment = {
    reason: "the middle of the gap across which the answers change most",
    rounds: 9,
    questions: () => steepest(inquiry),
  };
  const beyond: Experiment = {
    reason: "points beyond both ends of the domain, where a law may hold that does not hold inside",
    rounds: 1,
    questions: () =>
      [1, 2, 3].flatMap((k) => [domain.to + 9.37 * squared(k), domain.from - 9.71 * squared(k)]),
  };
  const gaps: Experiment = {
    reason: "the widest gaps between the points so far",
    rounds: 3,
    questions: () => widestGaps(inquiry, Math.min(24, Math.floor(lab.left() / 4))),
  };
  return isFlatOutside(inquiry)
    ? [detail(8), zoom, detail(14), right, beyond, left, gaps]
    : [right, detail(10), beyond, left, zoom, gaps];
}

/**
 * Whether the neighbouring points of the wave's window lie on one slanting line although no law
 * explains the answers: then the function is made of straight lines, and no wave is to be found.
 */
export function isStraightNearby({ lab }: Inquiry): boolean {
  const { xs, ys } = viewOf(lab.readings.slice(-WINDOW));
  const [x0 = 0, y0 = 0] = [xs[0], ys[0]];
  const slope = ((ys.at(-1) ?? 0) - y0) / ((xs.at(-1) ?? 0) - x0);
  const size = ys.reduce((most, y) => Math.max(most, Math.abs(y)), 0);
  return (
    xs.length === WINDOW &&
    Math.abs(slope) * WINDOW_STEP > STRAIGHT * size &&
    ys.every((y, i) => Math.abs(y - y0 - slope * ((xs[i] ?? 0) - x0)) <= STRAIGHT * size)
  );
}

/** Whether the outer quarters of the domain each give one value only. */
function isFlatOutside({ lab, domain }: Inquiry): boolean {
  const { xs, ys } = viewOf(lab.readings);
  const quarter = (domain.to - domain.from) / 4;
  return [-1, 1].every((side) => {
    const values = [...xs.keys()]
      .filter((i) => side * (xs[i] ?? 0) > quarter)
      .map((i) => ys[i] ?? 0);
    return values.length > 1 && Math.max(...values) - Math.min(...values) < 1e-9;
  });
}

function steepest({ lab, domain }: Inquiry): readonly number[] {
  const { xs, ys } = viewOf(lab.readings);
  let best = { rise: 0, x: NaN };
  for (let i = 1; i < xs.length; i += 1) {
    const [a = 0, b = 0] = [xs[i - 1], xs[i]];
    if (a < domain.from || b > domain.to || b - a < 1e-4) continue;
    const rise = Math.abs((ys[i] ?? 0) - (ys[i - 1] ?? 0));
    if (rise > best.rise) best = { rise, x: a + 0.493 * (b - a) };
  }
  return Number.isNaN(best.x) ? [] : [best.x];
}

/** The middles of the widest gaps between readings, as many as wanted. */
export function widestGaps({ lab, domain }: Inquiry, count: number): readonly number[] {
  const inside = lab.readings.map(({ x }) => x).filter((x) => x > domain.from && x < domain.to);
  const xs = [domain.from, ...inside.toSorted((a, b) => a - b), domain.to];
  const gaps = xs.slice(1).map((x, i) => ({ from: xs[i] ?? x, width: x - (xs[i] ?? x), cuts: 1 }));
  for (let asked = 0; asked < count; asked += 1) {
    let widest = gaps[0];
    for (const gap of gaps)
      if (widest === undefined || gap.width / gap.cuts > widest.width / widest.cuts) widest = gap;
    if (widest !== undefined) widest.cuts += 1;
  }
  return gaps.flatMap(({ from, width, cuts }) =>
    Array.from({ length: cuts - 1 }, (_, k) => from + (width * (k + 1 + 0.013)) / cuts),
  );
}
