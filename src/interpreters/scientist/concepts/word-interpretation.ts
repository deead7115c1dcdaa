import type { Interpretation } from "../../../contract/index.ts";
import type { WordFinding } from "./word-finding.ts";

const NOTHING = {
  code: null,
  regions: [],
  noise: null,
  exceptions: [],
  concepts: [],
  abstained: false,
  raw: null,
} as const;

/** Words that the description names, at most. */
const SHOWN = 8;

/** The answer where no word activated the unit. */
export function nothingActive(count: number): Interpretation {
  return {
    ...NOTHING,
    description: `None of ${count} words activated the unit; what it detects is not known.`,
    confidence: null,
    abstained: true,
  };
}

/** A finding about a unit as it is handed in: words, concepts, how they are joined, exceptions. */
export function wordInterpretation(finding: WordFinding): Interpretation {
  const { names, hypothesis, confidence, exception, active, isRandom, noise } = finding;
  const exceptions =
    exception === null
      ? []
      : [
          `${exception.condition.phrase} leave it silent, even where they are about the concept, such as ${exception.silent.slice(0, SHOWN).join(", ")}`,
        ];
  const told = [
    `Responds to words about ${joined(names, hypothesis.join)}, most of all to ${active.slice(0, SHOWN).join(", ")}.`,
    ...exceptions.map((each) => `Exception: ${each}.`),
    ...(isRandom
      ? [`Answers to one word differ: they carry noise of about ${noise.toFixed(2)}.`]
      : []),
  ];
  return {
    ...NOTHING,
    description: told.join(" "),
    concepts: names,
    ...(hypothesis.two === null ? {} : { join: hypothesis.join }),
    exceptions,
    noise: isRandom ? { distribution: "other", scale: Number(noise.toFixed(3)) } : null,
    confidence: Number(confidence.toFixed(3)),
  };
}

function joined([one = "", two]: readonly string[], join: "or" | "and" | "and-not"): string {
  if (two === undefined) return one;
  return {
    or: `${one} or ${two}`,
    and: `both ${one} and ${two}`,
    "and-not": `${one} but not ${two}`,
  }[join];
}
