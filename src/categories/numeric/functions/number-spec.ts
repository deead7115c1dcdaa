import { BenchError } from "../../../core/index.ts";
import type { Spec } from "../../../contract/index.ts";
import { externalSchema } from "./external/schema.ts";
import type { External } from "./external/spec.ts";
import { parseNumericSpec } from "./parse.ts";
import type { NumericSpec } from "./spec.ts";

/** A function of numbers, as data: a law that is known here, or a user's own program. */
export type NumberSpec = NumericSpec | External;

/** Whether a function is a user's own program. */
export function isExternal(spec: Spec): spec is External {
  return spec.kind === "external";
}

/** Reads a function of numbers. Throws `unknown-family`, `bad-wrapper-order` or `bad-parameter`. */
export function parseNumberSpec(value: unknown): NumberSpec {
  const isProgram =
    typeof value === "object" && value !== null && "kind" in value && value.kind === "external";
  return isProgram ? parseExternal(value) : parseNumericSpec(value);
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
