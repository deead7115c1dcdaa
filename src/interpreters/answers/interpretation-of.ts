import type { Code, Interpretation, ProblemForm } from "../../contract/index.ts";
import type { PythonSyntax } from "../../syntax/index.ts";
import { intervalsOf } from "../intervals-of.ts";
import { parseAnswer } from "./parse-answer.ts";
import type { ParsedAnswer } from "./parse-answer.ts";
import { readProgram } from "./read-program.ts";
import type { RecordedAnswer } from "./recorded-answer.ts";
import { regionsFrom } from "./regions-from.ts";

/** What is read of a briefing. */
interface Arguments {
  readonly form: Pick<ProblemForm, "arguments">;
}

/** The form of the released functions: one argument from −128 to 128. */
const RELEASED: Arguments = { form: { arguments: [{ kind: "number", from: -128, to: 128 }] } };

/**
 * A recorded answer as the interpretation that it states. What is not given apart is read from the
 * whole text, and regions from the words; an answer with neither words nor code is none.
 */
export async function interpretationOf(
  record: RecordedAnswer,
  python: PythonSyntax,
  briefing: Arguments = RELEASED,
): Promise<Interpretation> {
  const axes = intervalsOf(briefing);
  const arity = briefing.form.arguments.length;
  const read = record.raw === null ? nothing : await parseAnswer(record.raw, { arity, python });
  const description = (record.description ?? read.description).trim();
  const words = isBlank(record.domain) ? read.domain : record.domain;
  const code = (await codeOf(record, arity, python)) ?? read.code;
  const regions = record.regions ?? regionsOf([words ?? "", description], axes);
  return {
    description,
    code,
    regions,
    noise: null,
    exceptions: record.exceptions ?? (words !== null && regions.length > 0 ? [words] : []),
    concepts: record.concepts ?? [],
    ...(record.join ? { join: record.join } : {}),
    ...(record.relation ? { relation: record.relation } : {}),
    confidence: record.confidence,
    abstained: description === "" && code === null,
    raw: record.raw,
  };
}

const nothing: Pick<ParsedAnswer, "description" | "domain" | "code"> = {
  description: "",
  domain: null,
  code: null,
};

async function codeOf(
  { code, language }: RecordedAnswer,
  arity: number,
  python: PythonSyntax,
): Promise<Code | null> {
  if (code === null || isBlank(code)) return null;
  const languages = language === null ? (["python", "javascript"] as const) : [language];
  return readProgram(code, languages, arity, python);
}

/** The first text that states regions; a stretch of one argument says nothing of several. */
function regionsOf(
  texts: readonly string[],
  [axis, ...more]: ReturnType<typeof intervalsOf>,
): Interpretation["regions"] {
  if (axis === undefined || more.length > 0) return [];
  return texts.map((text) => regionsFrom(text, axis)).find(({ length }) => length > 0) ?? [];
}

/** An empty file or field states nothing. */
function isBlank(text: string | null): boolean {
  return (text ?? "").trim() === "";
}
