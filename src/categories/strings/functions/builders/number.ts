import type { NumberKind, Reading } from "../spec.ts";
import type { StringOperation, TextResult } from "../string-operation.ts";

/** What an operation with a whole number is made of. */
export interface NumberParts<K extends NumberKind> {
  readonly kind: K;
  readonly released: string | null;
  /** The range that the number is drawn from, both ends included. */
  readonly range: readonly [min: number, max: number];
  apply(text: string, by: number, reading: Reading): TextResult;
  describe(by: number, reading: Reading): string;
  python(by: number, reading: Reading): string;
  javascript(by: number, reading: Reading): string;
}

/** An operation with a whole number. */
export function number<K extends NumberKind>(
  parts: NumberParts<K>,
): StringOperation<{ kind: K; by: number; reading: Reading }> {
  const { kind, released, range } = parts;
  return {
    kind,
    released,
    sample: (draws, reading) => ({ kind, by: draws.integer(...range), reading }),
    outcomes: ({ by, reading }, text) => [parts.apply(text, by, reading)],
    describe: ({ by, reading }) => parts.describe(by, reading),
    render: ({ by, reading }, language) => parts[language](by, reading),
  };
}
