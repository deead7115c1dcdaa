import type * as z from "zod";
import { BenchError, parseBoundedJson } from "../core/index.ts";
import type { Truth } from "../contract/index.ts";
import { categoryOf } from "../categories/index.ts";
import { truthSchema } from "./schema.ts";

/** JSON of a suite, from a text. Throws `not-a-suite`. */
export function suiteJson(text: string, where: string): unknown {
  const parsed = parseBoundedJson(text);
  switch (parsed.kind) {
    case "json":
      return parsed.value;
    case "too-deep":
      throw new BenchError(
        "not-a-suite",
        `Expected a findbench suite in \`${where}\`; got JSON that nests too deep; generate or copy the suite again`,
      );
    case "broken":
      throw new BenchError(
        "not-a-suite",
        `Expected JSON in \`${where}\`; got text that is cut off or foreign; generate or copy the suite again`,
        { cause: parsed.cause },
      );
  }
}

/** Data of a suite. Throws `not-a-suite`, or `unsupported-version` for names of a later version. */
export function suiteData<T>(schema: z.ZodType<T>, value: unknown, where: string): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const place = issue?.path.join(".") || "its top level";
  const what = `«${issue?.message ?? "something else"}» at ${place}`;
  if (parsed.error.issues.every((each) => isUnknownName(each, value))) throw newer(where, what);
  throw new BenchError(
    "not-a-suite",
    `Expected a findbench suite in \`${where}\`; got ${what}; generate or copy the suite again`,
  );
}

/**
 * The truth of a problem of a category; its spec is first read by the category, since a schema alone
 * cannot bound how it nests.
 */
export function truthFrom(text: string, category: string, where: string): Truth {
  const value = suiteJson(text, where);
  const spec = valueAt(value, ["spec"]);
  if (spec !== undefined) checkSpec(spec, category, where);
  return suiteData(truthSchema, value, where);
}

function checkSpec(spec: unknown, category: string, where: string): void {
  try {
    categoryOf(category).parseSpec(spec);
  } catch (error) {
    if (!(error instanceof BenchError)) throw error;
    if (error.code === "unknown-family") throw newer(where, `«${error.message}»`);
    throw new BenchError(error.code, `${error.message}, in \`${where}\``, {
      data: error.data,
      cause: error,
    });
  }
}

/** Whether all that is wrong is a name that is not known here: a kind, a category. */
function isUnknownName(issue: z.core.$ZodIssue, value: unknown): boolean {
  const unknown =
    issue.code === "invalid_value" ||
    // A discriminated union refuses a kind at the path of the kind itself, with no branch tried.
    (issue.code === "invalid_union" && issue.errors.length === 0);
  return unknown && typeof valueAt(value, issue.path) === "string";
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (part, key) => (typeof part === "object" && part !== null ? Reflect.get(part, key) : undefined),
    value,
  );
}

function newer(where: string, what: string): BenchError {
  return new BenchError(
    "unsupported-version",
    `Expected what this version of findbench knows in \`${where}\`; got ${what}; read it with a newer findbench`,
  );
}
