import type { Input, Interpretation, Item, RunEvent } from "../contract/index.ts";
import { answeredInputs } from "./answered-inputs.ts";
import { itemLabel } from "./plan.ts";

/** What one try at an item left on record. */
export interface RecordedAnswer {
  readonly interpretation: Interpretation;
  /** The inputs that were answered, round by round. */
  readonly rounds: readonly (readonly Input[])[];
}

/** Answers out of a run's events, which are read only as far as is needed. */
export interface RecordedAnswers {
  /** The answer of an item's try, once; `null` where there is none on record. */
  take(item: Item, attempt: number): Promise<RecordedAnswer | null>;
  /** Lets go of the events. */
  close(): Promise<void>;
}

interface Held {
  interpretation: Interpretation | null;
  readonly rounds: (readonly Input[])[];
}

/**
 * Reads the answers of the wanted tries (`ITEM/ATTEMPT`). Taken in the order in which they were
 * given, few are in memory at a time; taken in any other, those that come before the one asked for.
 */
export function recordedAnswers(
  events: AsyncIterable<RunEvent>,
  wanted: ReadonlySet<string>,
): RecordedAnswers {
  const source = events[Symbol.asyncIterator]();
  const held = new Map<string, Held>();
  const note = (event: RunEvent): void => {
    if (event.kind !== "queries-answered" && event.kind !== "interpretation-given") return;
    const key = tryLabel(event.item, event.attempt);
    if (!wanted.has(key)) return;
    const known = held.get(key) ?? { interpretation: null, rounds: [] };
    held.set(key, known);
    if (event.kind === "queries-answered") known.rounds.push(answeredInputs(event.batch));
    else known.interpretation = event.interpretation;
  };
  return {
    take: async (item, attempt) => {
      const key = tryLabel(item, attempt);
      while ((held.get(key)?.interpretation ?? null) === null) {
        const next = await source.next();
        if (next.done === true) break;
        note(next.value);
      }
      const { interpretation, rounds } = held.get(key) ?? { interpretation: null, rounds: [] };
      held.delete(key);
      return interpretation === null ? null : { interpretation, rounds };
    },
    close: async () => void (await source.return?.()),
  };
}

/** The name of one try at an item, with which its events' ids begin. */
export function tryLabel(item: Item, attempt: number): string {
  return `${itemLabel(item)}/${attempt}`;
}
