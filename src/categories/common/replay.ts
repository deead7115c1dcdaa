import type { Answer, Input, QueryBatch } from "../../contract/index.ts";

/** An answer that stands on record: a value, or that there was none. */
export type RecordedAnswer = Extract<Answer, { readonly kind: "value" | "undefined" }>;

/** The answers on record of each input, by `inputName`, in the order in which it was asked. */
export type Replay = ReadonlyMap<string, readonly RecordedAnswer[]>;

/** The name of an input among others: equal for equal inputs, −0 and 0 being one. */
export function inputName(point: readonly number[] | readonly string[]): string {
  return point
    .map((part) => (typeof part === "string" ? JSON.stringify(part) : String(part + 0)))
    .join();
}

/**
 * What several tries at the same work have on record, each try given as its batches in order. What
 * was recorded first stays: later tries were answered from it.
 */
export function replayOf(tries: Iterable<readonly QueryBatch[]>): Replay {
  const replay = new Map<string, RecordedAnswer[]>();
  for (const batches of tries) {
    const seen = new Map<string, number>();
    for (const [input, answer] of batches.flatMap(answersIn)) {
      const name = inputName(namedBy(input));
      const before = seen.get(name) ?? 0;
      seen.set(name, before + 1);
      const known = replay.get(name) ?? [];
      replay.set(name, known);
      if (before === known.length) known.push(answer);
    }
  }
  return replay;
}

function namedBy(input: Input): readonly number[] | readonly string[] {
  if (typeof input === "string") return [input];
  return typeof input === "number" ? [input] : input;
}

function answersIn({ inputs, outputs, missing }: QueryBatch): [Input, RecordedAnswer][] {
  const reasons = new Map(
    missing.flatMap(({ kind, reason, indices }) =>
      kind === "undefined" ? indices.map((index) => [index, reason] as const) : [],
    ),
  );
  return inputs.flatMap((input, index): [Input, RecordedAnswer][] => {
    const value = outputs[index] ?? null;
    const reason = reasons.get(index);
    if (value !== null) return [[input, { kind: "value", value }]];
    return reason === undefined ? [] : [[input, { kind: "undefined", reason }]];
  });
}
