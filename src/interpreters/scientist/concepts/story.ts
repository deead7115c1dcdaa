import type { Hypothesis } from "./hypothesis.ts";
import type { Scan } from "./scan.ts";
import { ACTIVE } from "./study.ts";
import type { Belief } from "./study.ts";
import type { TopicSpace } from "./topic-space.ts";
import type { WordLaboratory } from "./word-laboratory.ts";

/** Hypotheses that a note names, at most. */
const NAMED = 3;
/** Words that a note names, at most. */
const SHOWN = 8;

/** Notes which words activated the unit so far. */
export function noteFirst(lab: WordLaboratory): void {
  const active = lab.readings.filter(({ activation }) => activation >= ACTIVE);
  const words = active.slice(0, SHOWN).map(({ text }) => text);
  lab.note(
    "hypothesis",
    active.length === 0
      ? "None of them activates the unit."
      : `${active.length} of ${lab.readings.length} words activate it: ${words.join(", ")}.`,
  );
}

/** Notes what a scan has come to. */
export function noteScan(
  lab: WordLaboratory,
  { candidates }: TopicSpace,
  { shares }: Scan,
  which: "first" | "second",
): void {
  const named = [...candidates.keys()]
    .toSorted((a, b) => (shares[b] ?? 0) - (shares[a] ?? 0))
    .slice(0, NAMED)
    .map((i) => `${candidates[i]?.names[0] ?? ""} (${percent(shares[i])})`);
  const none = `none (${percent(shares.at(-1))})`;
  const what = which === "first" ? "The likeliest topics" : "A second concept, if there is one";
  lab.note(
    "hypothesis",
    `${what}, after ${lab.readings.length} words: ${named.join(", ")}; ${none}.`,
  );
}

/** Notes which hypotheses are alive. */
export function noteBelief(lab: WordLaboratory, { alive, shares }: Belief): void {
  const named = alive
    .slice(0, NAMED)
    .map(({ hypothesis }, i) => `${told(hypothesis)} (${percent(shares[i])})`);
  lab.note("hypothesis", `What explains the ${lab.readings.length} answers: ${named.join("; ")}.`, {
    count: alive.length,
  });
}

/** A hypothesis in a few words. */
function told({ one, two, join }: Hypothesis): string {
  const [first = "", second = ""] = [one.names[0], two?.names[0]];
  if (two === null) return first;
  return join === "or"
    ? `${first} or ${second}`
    : join === "and"
      ? `both ${first} and ${second}`
      : `${first} but not ${second}`;
}

function percent(share = 0): string {
  return `${Math.round(100 * share)} in 100`;
}
