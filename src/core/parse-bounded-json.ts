import { parseJson } from "./parse-json.ts";
import type { ParsedJson } from "./parse-json.ts";

/** JSON may nest so deep; our deepest functions need about 200 levels. */
const DEEPEST = 256;

/** What a text from outside holds, read as JSON. */
export type BoundedJson =
  | ParsedJson
  /** So deep that whatever walks it would run out of stack. */
  | { readonly kind: "too-deep" };

/** A text from outside, read as JSON of a sane depth. */
export function parseBoundedJson(text: string): BoundedJson {
  const parsed = parseJson(text);
  return parsed.kind === "json" && isDeep(parsed.value) ? { kind: "too-deep" } : parsed;
}

/** Walks level by level, without recursion. */
function isDeep(root: unknown): boolean {
  let level = [root].filter(isBranch);
  for (let depth = 1; level.length > 0; depth += 1) {
    if (depth > DEEPEST) return true;
    level = level.flatMap((branch) => Object.values(branch).filter(isBranch));
  }
  return false;
}

function isBranch(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
