import type { Interpretation, Language } from "../../../contract/index.ts";
import { describeCondition, describeText, renderText } from "../../../categories/strings/index.ts";
import type { StringSpec } from "../../../categories/strings/index.ts";
import { describeSeen, renderSeen } from "./seen-texts.ts";
import type { Rival, TextFinding } from "./text-finding.ts";

const NOTHING = {
  regions: [],
  noise: null,
  concepts: [],
  abstained: false,
  raw: null,
} as const;

const NO_ANSWER = {
  description: "Nothing was answered, so nothing is known of this function.",
  code: null,
  exceptions: [],
  confidence: null,
  abstained: true,
} as const;

const TRUST = {
  exact: "Fresh texts that were not used to find this agreed with it.",
  likely: "This is the likeliest of the functions that the answers allow.",
} as const;

/** Rivals that the description names, at most. */
const NAMED = 3;

/** A finding about texts as it is handed in: words, code, exceptions, confidence. */
export function textInterpretation(finding: TextFinding, language: Language): Interpretation {
  if (finding.kind === "seen" && finding.readings.length === 0) {
    return { ...NOTHING, ...NO_ANSWER };
  }
  if (finding.kind === "seen") {
    return {
      ...NOTHING,
      description: describeSeen(finding),
      code: { language, source: renderSeen(finding, language), entry: "f" },
      exceptions: [],
      confidence: 0.02,
    };
  }
  const { spec, standing, confidence, rivals } = finding;
  const told = [describeText(spec), TRUST[standing], ...rivals.slice(0, NAMED).map(rivalSentence)];
  return {
    ...NOTHING,
    description: told.join(" "),
    code: { language, source: renderText(spec, language), entry: "f" },
    exceptions: exceptionsOf(spec),
    confidence,
  };
}

function rivalSentence({ spec, share }: Rival): string {
  const odds = share >= 0.01 ? `${Math.round(100 * share)} in 100` : "less than 1 in 100";
  return `Not ruled out (${odds}): ${describeText(spec)}`;
}

function exceptionsOf(spec: StringSpec): readonly string[] {
  if (spec.kind !== "excepted") return [];
  const { when, then } = spec;
  const instead = then.kind === "constant-text" ? `the text is ${then.text}` : describeText(then);
  return [`Where the text ${describeCondition(when)}: ${instead}`];
}
