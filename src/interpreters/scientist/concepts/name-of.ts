import type { Candidate } from "./candidate.ts";
import { STRONG } from "./study.ts";
import type { WordLaboratory } from "./word-laboratory.ts";

/** A candidate's first name that activates the unit plainly; where none was asked, the usual one. */
export function nameOf({ names }: Candidate, lab: WordLaboratory): string {
  const strong = names.find((name) => (lab.activationOf(name) ?? 0) >= STRONG);
  const fair = names.find((name) => (lab.activationOf(name) ?? 0) >= STRONG / 2);
  const open = names.find((name) => lab.activationOf(name) === null);
  return strong ?? fair ?? open ?? names[0] ?? "";
}
