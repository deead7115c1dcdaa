import type * as z from "zod";
import { BenchError, canonicalJson } from "../../core/index.ts";
import { recordedAnswerSchema } from "./recorded-answer.ts";
import type { RecordedAnswer } from "./recorded-answer.ts";

/**
 * Reads JSON lines, one answer each: `problem` or `officialId`, and any of `description`, `code`,
 * `language`, `domain`, `regions`, `confidence` and `raw`. A line that was written twice counts
 * once; two different answers to one problem, and whatever is no answer, throw `bad-data` with the
 * number of the line. `origin` names the file in messages.
 */
export function parseRecordedAnswers(text: string, origin: string): readonly RecordedAnswer[] {
  const seen = new Map<string, { readonly line: number; readonly record: RecordedAnswer }>();
  for (const [index, json] of text
    .replace(/^\uFEFF/u, "")
    .split("\n")
    .entries()) {
    if (json.trim() === "") continue;
    const line = index + 1;
    const record = readLine(json, line, origin);
    const key = keyOf(record.key);
    const earlier = seen.get(key);
    if (earlier === undefined) seen.set(key, { line, record });
    else if (canonicalJson(earlier.record) !== canonicalJson(record)) {
      throw new BenchError(
        "bad-data",
        `Expected one answer to each problem; got two different ones to \`${record.key.id}\` on lines ${earlier.line} and ${line} of \`${origin}\`; keep one of them`,
        { data: { origin, line, earlier: earlier.line } },
      );
    }
  }
  return [...seen.values()].map(({ record }) => record);
}

/** A text that is the same for the same problem only. */
export function keyOf({ kind, id }: RecordedAnswer["key"]): string {
  return `${kind}:${id}`;
}

function readLine(json: string, line: number, origin: string): RecordedAnswer {
  const refuse = (got: string, cause: unknown): BenchError =>
    new BenchError(
      "bad-data",
      `Expected a recorded answer as JSON on line ${line} of \`${origin}\`; got ${got}; correct the line or leave it out`,
      { data: { origin, line }, cause },
    );
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (cause) {
    throw refuse("a text that is no JSON", cause);
  }
  const parsed = recordedAnswerSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw refuse(issueOf(parsed.error), parsed.error);
}

function issueOf({ issues: [issue] }: z.ZodError): string {
  const path = (issue?.path ?? []).map(String).join(".");
  const message = (issue?.message ?? "something else").replaceAll(/\s+/gu, " ");
  return path === "" ? `«${message}»` : `«${message}» at \`${path}\``;
}
