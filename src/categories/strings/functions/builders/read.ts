import type { Reading, ReadKind } from "../spec.ts";
import type { StringOperation, TextResult } from "../string-operation.ts";

/** An operation of this kind, in one of its readings. */
export interface Read<K extends ReadKind> {
  readonly kind: K;
  readonly reading: Reading;
}

/** What an operation without parameters that has two readings is made of. */
export interface ReadParts<K extends ReadKind> {
  readonly kind: K;
  readonly released: string | null;
  apply(text: string, reading: Reading): TextResult;
  describe(reading: Reading): string;
  python(reading: Reading): string;
  javascript(reading: Reading): string;
}

/** An operation without parameters that has two readings. */
export function read<K extends ReadKind>(parts: ReadParts<K>): StringOperation<Read<K>> {
  const { kind, released } = parts;
  return {
    kind,
    released,
    sample: (_, reading) => ({ kind, reading }),
    outcomes: ({ reading }, text) => [parts.apply(text, reading)],
    describe: ({ reading }) => parts.describe(reading),
    render: ({ reading }, language) => parts[language](reading),
  };
}
