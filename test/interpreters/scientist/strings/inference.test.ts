import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chanceFrom } from "../../../../src/core/index.ts";
import {
  releasedName,
  sampleStringAtom,
  stringKinds,
} from "../../../../src/categories/strings/index.ts";
import type { StringAtom } from "../../../../src/categories/strings/index.ts";
import { alphabetRule } from "../../../../src/interpreters/scientist/strings/alphabet.ts";
import { applied } from "../../../../src/interpreters/scientist/strings/applied.ts";
import { narrowed } from "../../../../src/interpreters/scientist/strings/rule.ts";
import type { Possible, Rule } from "../../../../src/interpreters/scientist/strings/rule.ts";
import { rulesOf } from "../../../../src/interpreters/scientist/strings/rules.ts";

const readings = ["sound", "released"] as const;
const ascii = fc.string({ unit: "binary-ascii", maxLength: 40 });
const lively = fc.array(fc.constantFrom(..."aAeEzZbBqkK 7x0 "), { maxLength: 31 });
const text = fc.oneof(
  ascii,
  lively.map((all) => all.join("")),
);

describe.each(readings)("what is read off answers, in the %s reading,", (reading) => {
  const rules = [...rulesOf(reading), alphabetRule];
  it.each(rules.map((rule): [string, Rule] => [rule.kind, rule]))(
    "keeps the true %s",
    (_, rule) => {
      fc.assert(
        fc.property(fc.string(), fc.array(text, { minLength: 1, maxLength: 5 }), (seed, texts) => {
          const truth = sampleStringAtom(rule.kind, chanceFrom(seed), reading);
          let possible: Possible = null;
          for (const from of texts) {
            const to = applied(truth, from);
            if (to !== null) expect(rule.couldGive(to)).toBe(true);
            possible = narrowed(rule, possible, from, to);
          }
          expect(possible === null || possible.some((each) => allows(each, truth))).toBe(true);
        }),
      );
    },
  );
});

it("there is a rule for every released kind but chance and what is another's double", () => {
  const known = new Set([...rulesOf("sound"), alphabetRule].map(({ kind }) => kind));
  const released = stringKinds.filter((kind) => releasedName(kind) !== null);
  expect(released.filter((kind) => !known.has(kind)).toSorted()).toEqual([
    "count-substring",
    "shift-any-down",
    "shift-any-up",
  ]);
});

/** Whether what is left contains the truth; letters of an alphabet may still be unknown. */
function allows(possible: StringAtom, truth: StringAtom): boolean {
  if (possible.kind !== "map-letters" || truth.kind !== "map-letters") {
    return JSON.stringify(canonical(possible)) === JSON.stringify(canonical(truth));
  }
  return [...possible.alphabet].every((each, i) => each === "?" || each === truth.alphabet[i]);
}

/** Exchanged positions in order; fields in order. */
function canonical(atom: StringAtom): unknown {
  if (atom.kind === "swap-positions") {
    return [atom.kind, ...[atom.first, atom.second].toSorted((a, b) => a - b)];
  }
  return Object.entries(atom).toSorted(([a], [b]) => (a < b ? -1 : 1));
}
