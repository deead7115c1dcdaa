import type { Assignment, Complex } from "../../contract/index.ts";

/** Queries spent where the budget is unlimited. */
const DEFAULT_QUERIES = 256;

/** Points at which the black box gave a value, from left to right. */
export interface Survey {
  readonly xs: readonly number[];
  readonly re: readonly number[];
  readonly im: readonly number[];
  /** How many points were asked, answered or not. */
  readonly asked: number;
}

/**
 * Spends the whole budget in one round on evenly spaced points, both ends of the domain included,
 * and keeps the numeric answers.
 */
export async function survey(
  { probe, briefing }: Assignment,
  signal: AbortSignal,
): Promise<Survey> {
  const { from, to } = briefing.domain.arguments[0] ?? { from: -1, to: 1 };
  const inputs = evenGrid(from, to, probe.remaining().queries ?? DEFAULT_QUERIES);
  const answers = await probe.ask(inputs, signal);
  const xs: number[] = [];
  const re: number[] = [];
  const im: number[] = [];
  answers.forEach((answer, i) => {
    const x = inputs[i];
    if (answer.kind !== "value" || typeof answer.value === "string" || x === undefined) return;
    const value: Complex =
      typeof answer.value === "number" ? { re: answer.value, im: 0 } : answer.value;
    xs.push(x);
    re.push(value.re);
    im.push(value.im);
  });
  return { xs, re, im, asked: inputs.length };
}

/** `count` evenly spaced numbers from `from` to `to`, both included; the middle where count is 1. */
function evenGrid(from: number, to: number, count: number): readonly number[] {
  if (count === 1) return [(from + to) / 2];
  return Array.from({ length: count }, (_, i) => from + ((to - from) * i) / (count - 1));
}
