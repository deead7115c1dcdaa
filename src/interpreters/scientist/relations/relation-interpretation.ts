import type { Code, Interpretation, Language } from "../../../contract/index.ts";
import type { Suspect } from "./exceptions.ts";
import type { RelationFinding } from "./relation-finding.ts";

const SILENT = {
  regions: [],
  noise: null,
  concepts: [],
  abstained: false,
  raw: null,
} as const;

/**
 * What it takes to state an exception: that none at all is unlikely, its own share, things left out, and
 * things answered outside of it, and things answered inside of it as a share of those left out.
 */
const STATED = { none: 0.07, share: 0.5, inside: 2, outside: 3, slips: 0.15 } as const;

/** The answer where nothing that was asked had one. */
export function nothingAnswered(queries: number): Interpretation {
  return {
    ...SILENT,
    description: `None of ${queries} names of many kinds of things had an answer.`,
    code: null,
    exceptions: [],
    confidence: null,
    abstained: true,
  };
}

/**
 * A finding as it is handed in. Where the property could not be named there is code with the answers
 * that were seen: a stated relation is worth more than a table of the few things that were asked.
 */
export function relationInterpretation(
  finding: RelationFinding,
  language: Language,
): Interpretation {
  const { about, property, readings, weight } = finding;
  const exception = exceptionOf(finding);
  const rule = `Takes ${about.input} and gives ${property?.output ?? "a property that no name was found for"}; undefined for anything else`;
  const examples = readings
    .filter(({ answer }) => answer !== null)
    .slice(0, 3)
    .map(({ input, answer }) => `${input} → ${answer ?? ""}`);
  const except = exception === null ? "." : `, and where ${exception.phrase}.`;
  return {
    ...SILENT,
    description: `${rule}${except} For example ${examples.join(", ")}.`,
    code: property === null ? seenCode(finding, language) : null,
    relation: { input: about.input, output: property?.output ?? "" },
    exceptions: exception === null ? [] : [exception.phrase],
    confidence: Number((weight * shareOf(finding, exception)).toFixed(3)),
  };
}

/** The exception that is stated: one that is likely, and was met inside and outside of it. */
function exceptionOf(finding: RelationFinding): NonNullable<Suspect["predicate"]> | null {
  const [best] = finding.suspects;
  if (best === undefined || best.share < STATED.share) return null;
  const { inside, outside } = best;
  const isMet =
    inside.undefined >= STATED.inside &&
    outside.answered >= STATED.outside &&
    inside.answered <= STATED.slips * inside.undefined;
  return isMet && shareOf(finding, null) <= STATED.none ? best.predicate : null;
}

function shareOf({ suspects }: RelationFinding, stated: Suspect["predicate"]): number {
  return suspects.find(({ predicate }) => predicate === stated)?.share ?? 0;
}

function seenCode({ readings }: RelationFinding, language: Language): Code {
  const table: { [name: string]: string } = {};
  for (const { input, answer } of readings)
    if (answer !== null) table[input.toLowerCase()] = answer;
  const text = JSON.stringify(table);
  const source =
    language === "javascript"
      ? `const seen = new Map(Object.entries(${text}));\nfunction f(x) {\n  return seen.get(String(x).trim().toLowerCase()) ?? "undefined";\n}\n`
      : `seen = ${text}\ndef f(x):\n    return seen.get(str(x).strip().lower(), "undefined")\n`;
  return { language, source, entry: "f" };
}
