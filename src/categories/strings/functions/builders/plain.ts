import type { PlainKind } from "../spec.ts";
import type { StringOperation, TextResult } from "../string-operation.ts";

/** What an operation without parameters is made of. */
export interface PlainParts<K extends PlainKind> {
  readonly kind: K;
  readonly released: string | null;
  apply(text: string): TextResult;
  readonly describe: string;
  readonly python: string;
  readonly javascript: string;
}

/** An operation without parameters that has one reading. */
export function plain<K extends PlainKind>(parts: PlainParts<K>): StringOperation<{ kind: K }> {
  const { kind, released } = parts;
  return {
    kind,
    released,
    sample: () => ({ kind }),
    outcomes: (_, text) => [parts.apply(text)],
    describe: () => parts.describe,
    render: (_, language) => parts[language],
  };
}
