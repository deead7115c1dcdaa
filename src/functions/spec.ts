import * as z from "zod";
import { BenchError } from "../core/index.ts";
import { externalSchema } from "./external/schema.ts";
import type { External } from "./external/spec.ts";
import { parseNumericSpec } from "./numeric/parse.ts";
import { numericSpecSchema } from "./numeric/schema.ts";
import type { NumericSpec } from "./numeric/spec.ts";

/** A function to discover, as data: a law that is known here, or a user's own program. */
export type Spec = NumericSpec | External;

/** The JSON of a function; for data from outside prefer `parseSpec`. */
export const specSchema: z.ZodType<Spec> = z.union([numericSpecSchema, externalSchema]);

/** Whether a function is a user's own program. */
export function isExternal(spec: Spec): spec is External {
  return spec.kind === "external";
}

/** Reads a function. Throws `unknown-family`, `bad-wrapper-order` or `bad-parameter`. */
export function parseSpec(value: unknown): Spec {
  return isExternalLike(value) ? parseExternal(value) : parseNumericSpec(value);
}

function isExternalLike(value: unknown): boolean {
  return (
    typeof value === "object" && value !== null && "kind" in value && value.kind === "external"
  );
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
