import type * as z from "zod";
import { BenchError } from "../../core/index.ts";

/** The error for what a schema found wrong in a function; `root` is the whole of it. */
export function parameterError(issue: z.core.$ZodIssue, root: unknown): BenchError {
  const path = issue.path.map((key) => (typeof key === "number" ? `[${key}]` : `.${String(key)}`));
  const at = `spec${path.join("")}`;
  if (issue.code === "unrecognized_keys") {
    return parameterFault(
      at,
      "no other fields than its kind has",
      issue.keys.slice(0, 3).map(shown).join(", "),
    );
  }
  const got = issue.path.reduce<unknown>(
    (value, key) => (value instanceof Object ? Reflect.get(value, key) : undefined),
    root,
  );
  return parameterFault(at, issue.message, shown(got));
}

/** Throws the error for what stands at a place instead of what was expected. */
export function refuse(path: string, expected: string, got: string): never {
  throw parameterFault(path, expected, got);
}

function parameterFault(path: string, expected: string, got: string): BenchError {
  return new BenchError(
    "bad-parameter",
    `Expected ${expected} at \`${path}\`; got ${got}; correct this parameter`,
    { data: { path } },
  );
}

/** A value in a few words, on one line. */
export function shown(value: unknown): string {
  switch (typeof value) {
    case "undefined":
      return "nothing";
    case "string":
      return JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value);
    case "number":
    case "boolean":
    case "bigint":
    case "symbol":
      return String(value);
    case "function":
      return "a function";
    case "object":
      if (value === null) return "null";
      return Array.isArray(value) ? `a list of ${value.length}` : "an object";
  }
}
