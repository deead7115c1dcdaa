import type { CharacterClass, Condition } from "./spec.ts";

const names: Readonly<Record<CharacterClass, string>> = {
  letter: "a letter",
  vowel: "a vowel (a, e, i, o, u in either case)",
  digit: "a digit",
  uppercase: "a capital letter",
  lowercase: "a small letter",
  space: "a white-space character",
};

/** What is true of the texts that meet a condition, such as `starts with a digit`. */
export function describeCondition(condition: Condition): string {
  switch (condition.kind) {
    case "starts-with":
      return `starts with ${names[condition.class]}`;
    case "ends-with":
      return `ends with ${names[condition.class]}`;
    case "contains":
      return `contains ${names[condition.class]}`;
    case "contains-letter":
      return `contains the letter \`${condition.letter}\`, in this case`;
    case "longer-than":
      return `has more than ${characters(condition.length)}`;
    case "shorter-than":
      return `has fewer than ${characters(condition.length)}`;
  }
}

function characters(count: number): string {
  return `${count} character${count === 1 ? "" : "s"}`;
}
