import type { Answer, Probe } from "../../contract/index.ts";

/** One answer: a real part and an imaginary one, or `null` where there is no value. */
export interface Sample {
  readonly x: number;
  readonly value: { readonly re: number; readonly im: number } | null;
}

/** Asks, and remembers what was answered. */
export interface Notebook {
  /** Asks as many of these as the budget allows; gives those that were answered. */
  ask(xs: readonly number[]): Promise<readonly Sample[]>;
  /** Everything answered so far, in order. */
  samples(): readonly Sample[];
  /** Queries that may still be asked. */
  left(): number;
}

/** A notebook over a probe that spends at most `most` queries. */
export function notebookOf(probe: Probe, most: number, signal: AbortSignal): Notebook {
  const all: Sample[] = [];
  const left = (): number => {
    const { queries, rounds } = probe.remaining();
    return rounds === 0 ? 0 : Math.min(most - all.length, queries ?? Infinity);
  };
  return {
    samples: () => all,
    left,
    ask: async (xs) => {
      const wanted = xs.filter(Number.isFinite).slice(0, Math.max(0, left()));
      if (wanted.length === 0) return [];
      const answers = await probe.ask(wanted, signal);
      const fresh = answers.flatMap((answer, i) => sampleOf(wanted[i] ?? NaN, answer));
      all.push(...fresh);
      return fresh;
    },
  };
}

function sampleOf(x: number, answer: Answer): readonly Sample[] {
  switch (answer.kind) {
    case "value": {
      const { value } = answer;
      if (typeof value === "string") return [];
      return [{ x, value: typeof value === "number" ? { re: value, im: 0 } : value }];
    }
    case "undefined":
      return [{ x, value: null }];
    case "refused":
    case "budget-exhausted":
      return [];
  }
}
