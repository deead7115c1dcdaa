import type { CharacterClass, Condition } from "../../../categories/strings/index.ts";
import { ALPHABET } from "./letters.ts";

const CLASSES: readonly CharacterClass[] = [
  "letter",
  "vowel",
  "digit",
  "uppercase",
  "lowercase",
  "space",
];

/** Everything that may tell an exceptional text. */
export const CONDITIONS: readonly Condition[] = [
  ...CLASSES.flatMap((each): readonly Condition[] => [
    { kind: "starts-with", class: each },
    { kind: "ends-with", class: each },
    { kind: "contains", class: each },
  ]),
  ...[...ALPHABET].map((letter): Condition => ({ kind: "contains-letter", letter })),
  ...lengths(4, 24).map((length): Condition => ({ kind: "longer-than", length })),
  ...lengths(2, 10).map((length): Condition => ({ kind: "shorter-than", length })),
];

function lengths(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}
