import { breakpointsOf } from "../../../categories/numeric/index.ts";
import type { Law } from "../../../categories/numeric/index.ts";
import type { Inquiry } from "../inquiry.ts";
import { widestGaps } from "./experiments.ts";

/** Queries that are kept for a revision, as a share of what is left, and at least. */
const RESERVE = { share: 0.4, least: 12 };
/** The widest gap in the domain that is left unlooked at where the budget allows. */
const GAP = 2;
/** Breakpoints of the law that are asked on both sides. */
const MOST_BREAKS = 4;

/** Points that could refute a law: in the widest gaps, beyond the domain, and around its breakpoints. */
export function verificationPoints(inquiry: Inquiry, law: Law): readonly number[] {
  const { lab, domain } = inquiry;
  const left = lab.left();
  const reserve = Math.max(RESERVE.least, RESERVE.share * left);
  const count = Math.max(Math.min(left, 4), Math.floor(left - reserve));
  const wanted = Math.ceil((domain.to - domain.from) / GAP);
  const breaks = breakpointsOf(law, domain.from, domain.to, MOST_BREAKS).flatMap((x) => [
    x - 1e-6 * Math.max(1, Math.abs(x)),
    x + 1e-6 * Math.max(1, Math.abs(x)),
  ]);
  const half = (domain.to - domain.from) / 2;
  const beyond = [0.31, 0.83].flatMap((share) => [
    domain.from - share * half,
    domain.to + share * half,
  ]);
  const asked = new Set(lab.readings.map(({ x }) => x));
  const special = (
    count >= 16 ? [...beyond, ...breaks] : beyond.slice(0, Math.min(2, count))
  ).filter((x) => !asked.has(x));
  const gaps = widestGaps(inquiry, Math.min(wanted, Math.max(0, count - special.length)));
  return [...inquiry.chance.fork("verification", left).shuffled(gaps), ...special];
}
