import type { ShownItem } from "../../app/index.ts";
import type { QueryBatch } from "../../contract/index.ts";

type ItemEvent = ShownItem["events"][number];
type Answered = Extract<ItemEvent, { readonly kind: "queries-answered" }>;

/** One round of questions, or several short ones between which nothing was noted. */
export interface Rounds {
  readonly kind: "rounds";
  readonly first: number;
  readonly last: number;
  readonly batch: QueryBatch;
}

/** Queries up to which a round is short: one step of a search. */
const SHORT = 3;

/** The events of an item, short rounds that follow one another joined into one step. */
export function withRounds(
  events: readonly ItemEvent[],
): readonly (Rounds | Exclude<ItemEvent, Answered>)[] {
  const steps: (Rounds | Exclude<ItemEvent, Answered>)[] = [];
  let isShort = false;
  for (const event of events) {
    if (event.kind !== "queries-answered") {
      steps.push(event);
      continue;
    }
    const { round, batch } = event;
    const before = steps.at(-1);
    const wasShort = isShort;
    isShort = batch.inputs.length <= SHORT;
    if (before?.kind === "rounds" && wasShort && isShort)
      steps.splice(-1, 1, { ...before, last: round, batch: joined(before.batch, batch) });
    else steps.push({ kind: "rounds", first: round, last: round, batch });
  }
  return steps;
}

function joined(a: QueryBatch, b: QueryBatch): QueryBatch {
  const shifted = b.missing.map((one) => ({
    ...one,
    indices: one.indices.map((index) => index + a.inputs.length),
  }));
  return {
    inputs: [...a.inputs, ...b.inputs],
    outputs: [...a.outputs, ...b.outputs],
    missing: [...a.missing, ...shifted],
  };
}
