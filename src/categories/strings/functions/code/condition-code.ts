import type { Language } from "../../../../contract/index.ts";
import type { CharacterClass, Condition } from "../spec.ts";

const tests: Readonly<Record<Language, Readonly<Record<CharacterClass, string>>>> = {
  python: {
    letter: "c.isalpha()",
    vowel: "c in VOWELS",
    digit: "c.isdigit()",
    uppercase: "c.isupper()",
    lowercase: "c.islower()",
    space: "c.isspace()",
  },
  javascript: {
    letter: "isLetter(c)",
    vowel: "VOWELS.includes(c)",
    digit: "isDigit(c)",
    uppercase: "isUpper(c)",
    lowercase: "isLower(c)",
    space: "isBlank(c)",
  },
};

/** An expression in `s` that is true of the texts that meet a condition. */
export function conditionCode(condition: Condition, language: Language): string {
  const isPython = language === "python";
  const length = isPython ? "len(s)" : "[...s].length";
  const some = (where: string, test: string): string =>
    isPython ? `any(${test} for c in s${where})` : `[...s]${where}.some((c) => ${test})`;
  switch (condition.kind) {
    case "starts-with":
      return some(isPython ? "[:1]" : ".slice(0, 1)", tests[language][condition.class]);
    case "ends-with":
      return some(isPython ? "[-1:]" : ".slice(-1)", tests[language][condition.class]);
    case "contains":
      return some("", tests[language][condition.class]);
    case "contains-letter":
      return isPython ? `"${condition.letter}" in s` : `s.includes("${condition.letter}")`;
    case "longer-than":
      return `${length} > ${condition.length}`;
    case "shorter-than":
      return `${length} < ${condition.length}`;
  }
}
