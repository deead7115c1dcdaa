import type { StringAtom } from "../spec.ts";
import type { StringOperation, TextResult } from "../string-operation.ts";

/** What an operation without chance is made of. */
export interface DeterministicParts<A extends StringAtom> extends Pick<
  StringOperation<A>,
  "kind" | "released" | "sample" | "describe"
> {
  apply(atom: A, text: string): TextResult;
  python(atom: A): string;
  javascript(atom: A): string;
}

/** An operation that gives one thing for each text. */
export function deterministic<A extends StringAtom>(
  parts: DeterministicParts<A>,
): StringOperation<A> {
  const { kind, released, sample, describe } = parts;
  return {
    kind,
    released,
    sample,
    describe,
    outcomes: (atom, text) => [parts.apply(atom, text)],
    render: (atom, language) => parts[language](atom),
  };
}
