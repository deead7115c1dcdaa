import type { Note } from "../../../src/contract/index.ts";
import { chanceFrom } from "../../../src/core/index.ts";
import type { NumericSpec } from "../../../src/categories/numeric/index.ts";
import { openProbe } from "../../../src/harness/index.ts";
import type { Inquiry } from "../../../src/interpreters/scientist/inquiry.ts";
import { openLaboratory } from "../../../src/interpreters/scientist/laboratory.ts";
import { problemOf } from "../../support/problem-of.ts";

/** A black box that serves a spec, opened for an investigation. */
export function inquiryOn(
  spec: NumericSpec,
  budget: number | null,
  symbolic = false,
): { readonly inquiry: Inquiry; readonly notes: readonly Note[]; queries(): number } {
  const probe = openProbe({ problem: problemOf(spec), epoch: 1, budget, rounds: null });
  const notes: Note[] = [];
  const lab = openLaboratory(
    { probe, log: (note) => void notes.push(note) },
    new AbortController().signal,
  );
  const domain = { from: -128, to: 128 };
  return {
    inquiry: { lab, domain, chance: chanceFrom("a test"), symbolic },
    notes,
    queries: () => probe.usage().queries,
  };
}
