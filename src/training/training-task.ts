import { BenchError } from "../core/index.ts";
import type { TrainingSettings } from "../contract/index.ts";
import type { Law } from "../categories/numeric/index.ts";

/** A network to train; equal tasks give equal networks. */
export interface TrainingTask {
  /** What the network is to follow. */
  readonly law: Law;
  /** Where it is to follow it, both ends included. */
  readonly domain: { readonly from: number; readonly to: number };
  readonly settings: TrainingSettings;
  /** Decides the weights to start from. */
  readonly seed: string;
}

const MOST = { width: 1024, depth: 2, epochs: 10_000_000, points: 1_000_000 };
const LEAST = { width: 1, depth: 1, epochs: 1, points: 2 };

/** Throws `bad-parameter` for settings or a domain that nothing can be trained with. */
export function checkTask({ domain: { from, to }, settings }: TrainingTask): void {
  for (const name of ["width", "depth", "epochs", "points"] as const) {
    const value = settings[name];
    const [least, most] = [LEAST[name], MOST[name]];
    if (!Number.isInteger(value) || value < least || value > most)
      refuse(`a whole number from ${least} to ${most} as \`${name}\``, value);
  }
  const { learningRate } = settings;
  if (!(learningRate > 0 && learningRate <= 1))
    refuse("a number above 0 and at most 1 as `learningRate`", learningRate);
  if (!(from < to && Number.isFinite(to - from)))
    refuse("a finite training domain with its lower end first", `${from} to ${to}`);
}

function refuse(expected: string, got: number | string): never {
  throw new BenchError(
    "bad-parameter",
    `Expected ${expected}; got ${got}; correct what the network is trained with`,
    { data: { got } },
  );
}
