import * as z from "zod";
import type { Language, Region } from "../../contract/index.ts";

/** Which problem an answer is to: by its id in the suite, or by its released name. */
export type AnswerKey =
  | { readonly kind: "problem"; readonly id: string }
  | { readonly kind: "official"; readonly id: string };

/** An answer that a method gave elsewhere; `null` and `undefined` are what it did not state. */
export interface RecordedAnswer {
  readonly key: AnswerKey;
  readonly description: string | null;
  readonly code: string | null;
  /** The language of `code`; `null` where it shows from the code. */
  readonly language: Language | null;
  /** What was said of stretches of inputs where the function behaves otherwise. */
  readonly domain: string | null;
  readonly regions: readonly Region[] | null;
  /** Concepts that a unit responds to, how they are joined, and local exceptions, in words. */
  readonly concepts?: readonly string[] | null;
  readonly join?: "or" | "and" | "and-not" | null;
  readonly exceptions?: readonly string[] | null;
  /** What a relation takes and gives. */
  readonly relation?: { readonly input: string; readonly output: string } | null;
  readonly confidence: number | null;
  /** The whole text of the answer, read for whatever is not given apart. */
  readonly raw: string | null;
}

const regionSchema = z
  .strictObject({ from: z.number().nullable(), to: z.number().nullable() })
  .refine(({ from, to }) => (from ?? -Infinity) <= (to ?? Infinity), {
    error: "expected `from` at most `to`",
  });

/** Concepts and exceptions that an answer may list. */
const MOST_ITEMS = 100;

const lineSchema = z
  .strictObject({
    problem: z.string().min(1).exactOptional(),
    officialId: z.string().min(1).exactOptional(),
    description: z.string().exactOptional(),
    code: z.string().exactOptional(),
    language: z.enum(["javascript", "python"]).exactOptional(),
    domain: z.string().exactOptional(),
    regions: z.array(regionSchema).exactOptional(),
    concepts: z.array(z.string()).max(MOST_ITEMS).exactOptional(),
    join: z.enum(["or", "and", "and-not"]).exactOptional(),
    exceptions: z.array(z.string()).max(MOST_ITEMS).exactOptional(),
    relation: z.strictObject({ input: z.string(), output: z.string() }).exactOptional(),
    confidence: z.number().min(0).max(1).exactOptional(),
    raw: z.string().exactOptional(),
  })
  .refine(({ problem, officialId }) => (problem === undefined) !== (officialId === undefined), {
    error: "expected either `problem` or `officialId`",
  });

/** A line of a file of answers as the type that the rest works with. */
export const recordedAnswerSchema = lineSchema.transform(
  ({ problem, officialId, concepts, join, exceptions, relation, ...stated }): RecordedAnswer => ({
    key:
      problem === undefined
        ? { kind: "official", id: officialId ?? "" }
        : { kind: "problem", id: problem },
    description: stated.description ?? null,
    code: stated.code ?? null,
    language: stated.language ?? null,
    domain: stated.domain ?? null,
    regions: stated.regions ?? null,
    confidence: stated.confidence ?? null,
    raw: stated.raw ?? null,
    ...(concepts === undefined ? {} : { concepts }),
    ...(join === undefined ? {} : { join }),
    ...(exceptions === undefined ? {} : { exceptions }),
    ...(relation === undefined ? {} : { relation }),
  }),
);
