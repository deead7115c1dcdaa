import type { Chance, Draws } from "../../../core/index.ts";
import type { CharacterClass, Condition, Excepted } from "../functions/spec.ts";
import type { DrawnKinds } from "../functions/drawn-kinds.ts";
import { changedAtom } from "./changed-atom.ts";
import { otherLetter } from "./other-letter.ts";
import { sampleSingle } from "../drawing/sample-single.ts";

const classes: readonly CharacterClass[] = [
  "letter",
  "vowel",
  "digit",
  "uppercase",
  "lowercase",
  "space",
];

/** A function whose exception differs by a single thing: when it holds, or what holds then. */
export function changedException(
  spec: Excepted,
  chance: Chance,
  from: DrawnKinds,
): readonly Excepted[] {
  const { when, then } = spec;
  const other = sampleSingle(chance.fork("then"), from);
  const thens =
    then.kind === "constant-text" ? [other] : [...changedAtom(then, chance, from), other];
  return [
    ...changedCondition(when, chance).map((changed) => ({ ...spec, when: changed })),
    ...thens.map((changed) => ({ ...spec, then: changed })),
  ];
}

function changedCondition(when: Condition, draws: Draws): readonly Condition[] {
  switch (when.kind) {
    case "starts-with":
    case "ends-with":
    case "contains":
      return classes
        .filter((each) => each !== when.class)
        .map((each) => ({ ...when, class: each }));
    case "contains-letter":
      return [{ ...when, letter: otherLetter(when.letter, draws) }];
    case "longer-than":
    case "shorter-than":
      return [-2, -1, 1, 2]
        .map((step) => ({ ...when, length: when.length + step }))
        .filter(({ length }) => length >= 1);
  }
}
