import * as z from "zod";
import { BenchError } from "../../../core/index.ts";
import { externalSchema } from "./external/schema.ts";
import type { External } from "./external/spec.ts";
import { parseNumericSpec } from "./parse.ts";
import { numericSpecSchema } from "./schema.ts";
import type { NumericSpec } from "./spec.ts";
import { stringKinds } from "../../strings/index.ts";
import { parseStringSpec } from "../../strings/index.ts";
import { stringSpecSchema } from "../../strings/index.ts";
import type { StringSpec } from "../../strings/index.ts";

/** A function of numbers, as data: a law that is known here, or a user's own program. */
export type NumberSpec = NumericSpec | External;

/** A function to discover, as data. */
export type Spec = NumberSpec | StringSpec;

/** The JSON of a function; for data from outside prefer `parseSpec`. */
export const specSchema: z.ZodType<Spec> = z.union([
  numericSpecSchema,
  externalSchema,
  stringSpecSchema,
]);

/** Whether a function is a user's own program. */
export function isExternal(spec: Spec): spec is External {
  return spec.kind === "external";
}

const stringSpecKinds: ReadonlySet<string> = new Set([
  ...stringKinds,
  "chain",
  "joined",
  "excepted",
] satisfies StringSpec["kind"][]);

/** Whether a function is one of texts. */
export function isStringSpec(spec: Spec): spec is StringSpec {
  return stringSpecKinds.has(spec.kind);
}

/** Reads a function. Throws `unknown-family`, `bad-wrapper-order` or `bad-parameter`. */
export function parseSpec(value: unknown): Spec {
  if (isOfKind(value, (kind) => kind === "external")) return parseExternal(value);
  return isOfKind(value, (kind) => stringSpecKinds.has(kind))
    ? parseStringSpec(value)
    : parseNumericSpec(value);
}

function isOfKind(value: unknown, isKind: (kind: string) => boolean): boolean {
  if (typeof value !== "object" || value === null || !("kind" in value)) return false;
  return typeof value.kind === "string" && isKind(value.kind);
}

function parseExternal(value: unknown): External {
  const parsed = externalSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const place = ["spec", ...(issue?.path ?? [])].join(".");
  throw new BenchError(
    "bad-parameter",
    `Expected a language, a source and an entry at \`${place}\`; got something else (${issue?.message ?? "unknown"}); correct this parameter`,
    { data: { path: place } },
  );
}
