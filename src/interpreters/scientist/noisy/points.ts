import type { Chance } from "../../../core/index.ts";
import type { Inquiry } from "../inquiry.ts";
import type { Facts } from "./facts.ts";
import { LEVERS } from "./facts.ts";

/** The first questions once noise is known: far out and next to 0, where laws outgrow noise. */
export function leverPoints(isHalfLine: boolean): readonly number[] {
  const { near, far, further } = LEVERS;
  if (isHalfLine) return [far, further, 1e12, 1e300, 1e-300];
  return [far, -far, further, -further, near, -near];
}

/** Points that may be asked next: spread over the domain, close to 0, and far out where laws grow. */
export function poolOf({ domain }: Inquiry, facts: Facts, chance: Chance): readonly number[] {
  const width = domain.to - domain.from;
  const spread = Array.from(
    { length: 80 },
    (_, i) => domain.from + (width * (i + chance.uniform())) / 80,
  );
  // Edges of the vocabulary lie on multiples of a twentieth: between them nothing is ambiguous.
  const close = Array.from({ length: 120 }, (_, i) => Number((0.1 * (i - 60) + 0.025).toFixed(3)));
  const grows = facts.below !== 0 || facts.above !== 0;
  const far = grows ? [30, 100, 300, 1000, 3000] : [400, 1000];
  const levers = far.flatMap((size) => [size + chance.uniform(), -size - chance.uniform()]);
  const all = [...spread, ...close, ...levers];
  if (facts.left === "values") return all;
  return [...all.map((x) => Math.abs(x)), 1e-300, 1e-30, 1e12, 1e300];
}

/** Fresh points, every second one anywhere in the domain and the others inside every pulse around 0. */
export function freshPoints({ domain }: Inquiry, count: number, chance: Chance): readonly number[] {
  return Array.from({ length: count }, (_, i) => {
    const share = (i + chance.uniform()) / count;
    return i % 2 === 0 ? domain.from + (domain.to - domain.from) * share : share - 0.5;
  });
}
