import { breakpointsOf, evaluate } from "../../../categories/numeric/index.ts";
import type { Law } from "../../../categories/numeric/index.ts";
import type { Candidate } from "../candidate.ts";
import type { Inquiry } from "../inquiry.ts";
import { missesOf } from "./misses-of.ts";

/** Laws that are looked at to choose a question, and questions that are weighed. */
const MOST_LAWS = 256;
const QUESTIONS = 96;
/** Breakpoints of a law that are looked at, those nearest to 0. */
const NEAREST = 16;
/** Rounds of questions at most. */
const ROUNDS = 24;

/** Asks where the laws of a candidate differ most, until one is left or the budget is spent. */
export async function separate(
  inquiry: Inquiry,
  candidate: Candidate,
  reserve: number,
): Promise<Candidate | null> {
  const { lab } = inquiry;
  let alive: readonly Law[] = [candidate.law, ...candidate.rivals];
  for (let round = 0; round < ROUNDS && alive.length > 1 && lab.left() > reserve; round += 1) {
    const x = bestQuestion(inquiry, alive, round);
    if (x === null) break;
    const before = alive.length;
    const answers = await lab.ask([x]);
    alive = alive.filter((law) => missesOf(law, answers).length === 0);
    lab.note(
      "experiment",
      `${before} laws agreed with everything so far; asked at x = ${x}, where they differ most: ${alive.length} of them still agree.`,
      { x, before, after: alive.length },
    );
  }
  const [law, ...rivals] = alive;
  return law === undefined ? null : { ...candidate, law, rivals };
}

/** The input whose answer is expected to leave the fewest laws; `null` where all laws agree. */
function bestQuestion(
  { domain, chance }: Inquiry,
  alive: readonly Law[],
  round: number,
): number | null {
  const draws = chance.fork("separate", round);
  const laws = alive.length <= MOST_LAWS ? alive : draws.shuffled(alive).slice(0, MOST_LAWS);
  const xs = Float64Array.from([
    ...betweenBreakpoints(laws, domain.from, domain.to),
    ...Array.from(
      { length: QUESTIONS / 2 },
      () => domain.from + (domain.to - domain.from) * draws.uniform(),
    ),
  ]);
  const values = laws.map((law) => evaluate(law, xs).re);
  let best: { x: number; left: number } | null = null;
  xs.forEach((x, i) => {
    const sizes = new Map<number, number>();
    for (const column of values)
      sizes.set(column[i] ?? NaN, (sizes.get(column[i] ?? NaN) ?? 0) + 1);
    const left = [...sizes.values()].reduce((sum, size) => sum + size * size, 0) / laws.length;
    if (left < laws.length && (best === null || left < best.left)) best = { x, left };
  });
  return (best as { x: number; left: number } | null)?.x ?? null;
}

/** Points between the breakpoints of different laws, those nearest to 0 first. */
function betweenBreakpoints(laws: readonly Law[], from: number, to: number): readonly number[] {
  const ends = laws
    .slice(0, QUESTIONS)
    .flatMap((law) => breakpointsOf(law, from, to, NEAREST))
    .toSorted((a, b) => a - b);
  const between: number[] = [];
  for (let i = 1; i < ends.length; i += 1) {
    const [a = 0, b = 0] = [ends[i - 1], ends[i]];
    if (b - a > 1e-6) between.push(a + 0.37 * (b - a));
  }
  return between.slice(0, QUESTIONS);
}
