import type { Note } from "../../../../src/contract/index.ts";
import { chanceFrom } from "../../../../src/core/index.ts";
import type { NumericSpec } from "../../../../src/categories/numeric/index.ts";
import { openProbe } from "../../../../src/harness/index.ts";
import type { Inquiry } from "../../../../src/interpreters/scientist/inquiry.ts";
import { openLaboratory } from "../../../../src/interpreters/scientist/laboratory.ts";
import { problemOf } from "../../../support/problem-of.ts";

/** A function opened to a scientist, and the notes that were taken. */
export interface Opened {
  readonly inquiry: Inquiry;
  readonly notes: readonly Note[];
}

/** Opens a function with this budget; the same seed gives the same answers. */
export function inquiryInto(spec: NumericSpec, seed: string, budget: number): Opened {
  const notes: Note[] = [];
  const probe = openProbe({ problem: problemOf(spec, seed), epoch: 1, budget, rounds: null });
  const log = (note: Note): void => {
    notes.push(note);
  };
  const lab = openLaboratory({ probe, log }, new AbortController().signal);
  const chance = chanceFrom(seed).fork("scientist");
  return { inquiry: { lab, domain: { from: -128, to: 128 }, chance, symbolic: false }, notes };
}
