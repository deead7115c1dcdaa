import type { Interpretation, Language } from "../../contract/index.ts";
import { codeFor } from "./code.ts";
import { complexBranchOf } from "./complex-branch.ts";
import type { Exception, Finding, Rule } from "./finding.ts";
import { formulaOf } from "./print.ts";

/** Confidence in a table: it is right where the answers are straight lines. */
const TABLE_CONFIDENCE = 0.01;

/** The interpretation that says what was found, with code in a language. */
export function interpretationOf(finding: Finding, language: Language | null): Interpretation {
  const blank = { regions: [], noise: null, exceptions: [], concepts: [], raw: null };
  switch (finding.kind) {
    case "nothing":
      return {
        ...blank,
        description: finding.reason,
        code: null,
        confidence: null,
        abstained: true,
      };
    case "table":
      return {
        ...blank,
        description: `No rule was found. The code joins the answers at ${finding.xs.length} points by straight lines, which is an approximation.`,
        code: language === null ? null : codeFor(finding, language),
        confidence: TABLE_CONFIDENCE,
        abstained: false,
      };
    case "rule":
      return {
        ...blank,
        description: descriptionOf(finding),
        code: language === null ? null : codeFor(finding, language),
        regions: finding.exceptions.map(({ region }) => region),
        noise: finding.noise,
        confidence: finding.confidence,
        abstained: false,
      };
  }
}

function descriptionOf(rule: Rule): string {
  const formula = `f(x) = ${formulaOf(rule.expression)}`;
  const sentences = {
    verified: `The function is ${formula}. Fresh points agreed with it.`,
    unverified: `The answers fit ${formula}. Too few queries were left to test it.`,
    noisy: `Beneath the noise the answers are near ${formula}, the simplest sum that fits them.`,
    approximate: `No exact rule was found. An approximation is ${formula}.`,
  };
  return [sentences[rule.standing], ...asides(rule)].join(" ");
}

function asides({ expression, exceptions, noise, isComplex }: Rule): readonly string[] {
  const branch = isComplex ? complexBranchOf(expression) : null;
  return [
    ...(branch === null
      ? []
      : [`Where ${formulaOf(branch.under)} is negative its square root is imaginary.`]),
    ...exceptions.map(
      (exception) =>
        `${stretch(exception)} the rule does not hold; the answers are near ${formulaOf(exception.expression)} there.`,
    ),
    ...(noise === null || noise.distribution === "none"
      ? []
      : [`Answers carry ${noise.distribution} noise of scale ${scaleOf(noise.scale)}.`]),
  ];
}

function scaleOf(scale: number | null): string {
  return scale === null ? "unknown" : String(Number(scale.toPrecision(3)));
}

function stretch({ region: { from, to } }: Exception): string {
  if (from === null) return to === null ? "Everywhere" : `For x up to ${to}`;
  return to === null ? `For x from ${from} on` : `For x from ${from} to ${to}`;
}
