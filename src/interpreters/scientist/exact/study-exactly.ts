import { describe } from "../../../categories/numeric/index.ts";
import { isBent } from "../approximate/is-bent.ts";
import type { Candidate } from "../candidate.ts";
import { exactLaws } from "../exact-laws.ts";
import type { Finding } from "../finding.ts";
import type { Inquiry } from "../inquiry.ts";
import { experimentsFor, isStraightNearby } from "./experiments.ts";
import { settleClean } from "./settle-clean.ts";
import { settleRegion } from "./settle-region.ts";

/** How often a hypothesis is replaced by another one before more is asked. */
const REVISIONS = 6;

/** Looks for a law that every answer agrees with, but for regions; `null` where none was found. */
export async function studyExactly(inquiry: Inquiry): Promise<Finding | null> {
  const { lab } = inquiry;
  const found = await withHypotheses(inquiry);
  if (found !== null) return found;
  for (const experiment of experimentsFor(inquiry)) {
    if (isBent(inquiry)) return null;
    for (let round = 0; round < experiment.rounds && lab.left() > 0; round += 1) {
      const questions = experiment.questions();
      if (questions.length === 0) break;
      lab.note("experiment", `No law explains the answers yet. Asked next: ${experiment.reason}.`);
      await lab.ask(questions);
      const next = await withHypotheses(inquiry);
      if (next !== null) return next;
    }
    if (isStraightNearby(inquiry)) {
      lab.note(
        "refuted",
        "Neighbouring points lie on a straight line, and no law of the vocabulary explains the rest: the function is made of straight lines.",
      );
      return null;
    }
  }
  return null;
}

/** Follows the best hypothesis until it is confirmed, or refuted and none is left. */
async function withHypotheses(inquiry: Inquiry): Promise<Finding | null> {
  const { lab } = inquiry;
  for (let revision = 0; revision < REVISIONS; revision += 1) {
    const before = lab.readings.length;
    const candidates = exactLaws(lab.readings);
    const [candidate] = candidates;
    if (candidate === undefined) return null;
    tell(inquiry, candidates);
    const finding =
      candidate.misses.length === 0
        ? await settleClean(inquiry, candidate)
        : await settleRegion(inquiry, candidate);
    if (finding !== null) return finding;
    lab.note("refuted", `This did not hold: ${describe(candidate.law)}`);
    if (lab.readings.length === before) return null;
  }
  return null;
}

function tell({ lab }: Inquiry, candidates: readonly Candidate[]): void {
  const lines = candidates.slice(0, 3).map(({ law, misses, rivals, bits }) => {
    const missed =
      misses.length === 0 ? "misses nothing" : `misses ${misses.length} in one stretch`;
    const others = rivals.length === 0 ? "" : `, ${rivals.length} more with other parameters`;
    return `${describe(law)} (${bits.toFixed(0)} bits, ${missed}${others})`;
  });
  lab.note(
    "hypothesis",
    `${candidates.length === 1 ? "One law agrees" : `${candidates.length} laws agree`} with the ${lab.readings.length} answers so far:\n${lines.join("\n")}`,
    { bits: candidates.slice(0, 3).map(({ bits }) => Math.round(bits)) },
  );
}
