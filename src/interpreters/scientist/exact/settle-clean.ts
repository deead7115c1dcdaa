import type { Law } from "../../../categories/numeric/index.ts";
import type { Candidate } from "../candidate.ts";
import type { Finding } from "../finding.ts";
import type { Inquiry } from "../inquiry.ts";
import type { Reading } from "../laboratory.ts";
import { missesOf } from "./misses-of.ts";
import { separate } from "./separate.ts";
import { askAtZero } from "./value-at-zero.ts";
import { verificationPoints } from "./verification-points.ts";

/** Fresh points that have to agree before a law is called exact. */
const FEWEST = 6;
/** Rounds of a verification, and the fewest points of one. */
const ROUNDS = 6;
const SMALLEST_ROUND = 4;

/** Separates a law from its rivals and tests it on fresh points; `null` where it was refuted. */
export async function settleClean(inquiry: Inquiry, candidate: Candidate): Promise<Finding | null> {
  const { lab } = inquiry;
  const single = candidate.rivals.length === 0 ? candidate : await separate(inquiry, candidate, 0);
  if (single === null) return null;
  const law = await askAtZero(inquiry, single.law);
  if (law === null) return null;
  const fresh = await askUntilMissed(inquiry, law);
  if (missesOf(law, fresh).length > 0) return null;
  const isExact = fresh.length >= FEWEST && single.rivals.length === 0;
  lab.note(
    isExact ? "verified" : "conclusion",
    `${fresh.length} fresh points, in the widest gaps and beyond the domain, all agree.`,
  );
  return {
    kind: "spec",
    spec: law,
    standing: isExact ? "exact" : "likely",
    confidence: confidenceOf(fresh.length, single.rivals.length),
    remarks: [],
  };
}

/** Asks the points of a verification in a few rounds, no further than to the first that is missed. */
export async function askUntilMissed(
  inquiry: Inquiry,
  law: Law,
  isAsked: (x: number) => boolean = () => true,
): Promise<readonly Reading[]> {
  const points = verificationPoints(inquiry, law).filter(isAsked);
  const size = Math.max(SMALLEST_ROUND, Math.ceil(points.length / ROUNDS));
  const fresh: Reading[] = [];
  for (let start = 0; start < points.length; start += size) {
    const answers = await inquiry.lab.ask(points.slice(start, start + size));
    fresh.push(...answers);
    if (missesOf(law, answers).length > 0) break;
  }
  return fresh;
}

/** One of several laws that agree is right by chance; a narrow window may still be hidden in a gap. */
function confidenceOf(fresh: number, rivals: number): number {
  return (fresh >= FEWEST ? 0.98 : 0.5 + 0.05 * fresh) / (1 + rivals);
}
