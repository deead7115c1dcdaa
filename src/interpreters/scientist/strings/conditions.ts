import type { CharacterClass, Condition } from "../../../functions/index.ts";
import { LETTERS } from "./letters.ts";

const CLASSES: readonly CharacterClass[] = [
  "letter",
  "vowel",
  "digit",
  "uppercase",
  "lowercase",
  "space",
];

/** The longest length that a condition speaks of. */
const LONGEST = 40;

/** Everything that may tell an exceptional text. */
export const CONDITIONS: readonly Condition[] = [
  ...CLASSES.flatMap((each): readonly Condition[] => [
    { kind: "starts-with", class: each },
    { kind: "ends-with", class: each },
    { kind: "contains", class: each },
  ]),
  ...LETTERS.map((letter): Condition => ({ kind: "contains-letter", letter })),
  ...Array.from({ length: LONGEST }, (_, i): readonly Condition[] => [
    { kind: "longer-than", length: i + 1 },
    { kind: "shorter-than", length: i + 1 },
  ]).flat(),
];
