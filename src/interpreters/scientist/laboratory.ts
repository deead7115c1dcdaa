import type { Answer, Assignment, Json } from "../../contract/index.ts";

/** One answered query. */
export interface Reading {
  readonly x: number;
  /** The real part; NaN where the function has no value. */
  readonly y: number;
  /** The imaginary part; 0 for real values, NaN where the function has no value. */
  readonly im: number;
}

/** The black box of one argument, and everything that was learned from it so far. */
export interface Laboratory {
  /** All readings in the order in which they were asked for. */
  readonly readings: readonly Reading[];
  /** Queries that may still be asked; `Infinity` without a limit. */
  left(): number;
  /** Asks in one round, as far as the budget goes; gives the readings of this round. */
  ask(xs: readonly number[]): Promise<readonly Reading[]>;
  /** Writes a remark into the notebook. */
  note(topic: NoteTopic, text: string, data?: Json): void;
}

/** What a remark of the notebook is about. */
export type NoteTopic = "experiment" | "hypothesis" | "refuted" | "verified" | "conclusion";

/** The queries that are used where a run sets no limit. */
const ENOUGH = 4096;

/** Opens the notebook of one problem. */
export function openLaboratory(
  { probe, log }: Pick<Assignment, "probe" | "log">,
  signal: AbortSignal,
): Laboratory {
  const readings: Reading[] = [];
  const left = (): number => {
    const { queries, rounds } = probe.remaining();
    if (rounds !== null && rounds <= 0) return 0;
    return queries ?? Math.max(0, ENOUGH - readings.length);
  };
  return {
    readings,
    left,
    ask: async (xs) => {
      const asked = xs.filter(Number.isFinite).slice(0, left());
      if (asked.length === 0) return [];
      const answers = await probe.ask(asked, signal);
      const fresh = answers.flatMap((answer, i) => readingOf(asked[i] ?? NaN, answer));
      readings.push(...fresh);
      return fresh;
    },
    note: (topic, text, data) => log(data === undefined ? { topic, text } : { topic, text, data }),
  };
}

function readingOf(x: number, answer: Answer): readonly Reading[] {
  switch (answer.kind) {
    case "value": {
      const { value } = answer;
      if (typeof value === "number") return [{ x: x + 0, y: value, im: 0 }];
      return typeof value === "string" ? [] : [{ x: x + 0, y: value.re, im: value.im }];
    }
    case "undefined":
      return [{ x: x + 0, y: NaN, im: NaN }];
    case "refused":
    case "budget-exhausted":
      return [];
  }
}
