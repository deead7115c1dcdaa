import { distributionOf, isRandom } from "../../src/categories/strings/index.ts";
import type { StringSpec } from "../../src/categories/strings/index.ts";
import { hiddenInputs } from "./hidden-texts.ts";

/** The truth at hidden inputs: what may come out, as one text per input. */
export interface HiddenTruth {
  readonly inputs: readonly string[][];
  readonly outcomes: readonly string[];
  /** Why nobody can tell the function or it is not worth telling; `null` where there is no reason. */
  readonly degenerate: "constant" | "identity" | "looks like a part" | null;
}

/** What may come out at each input; for a function that draws at random, the set of it. */
function outcomesOf(spec: StringSpec, inputs: readonly string[][]): readonly string[] {
  return inputs.map((texts) => {
    const results = distributionOf(spec, texts).map(({ result }) =>
      typeof result === "string" ? `=${result}` : "undefined",
    );
    return JSON.stringify([...new Set(results)].toSorted());
  });
}

/** The truth of one function. */
export function hiddenTruth(spec: StringSpec, arity: number, seed: string): HiddenTruth {
  const inputs = hiddenInputs(spec, arity, seed);
  const outcomes = outcomesOf(spec, inputs);
  return { inputs, outcomes, degenerate: degeneracyOf(spec, inputs, outcomes) };
}

/** The share of hidden inputs on which a guess does what the truth does. */
export function agreementWith(guess: StringSpec, { inputs, outcomes }: HiddenTruth): number {
  const own = outcomesOf(guess, inputs);
  return own.filter((each, i) => each === outcomes[i]).length / outcomes.length;
}

function degeneracyOf(
  spec: StringSpec,
  inputs: readonly string[][],
  outcomes: readonly string[],
): HiddenTruth["degenerate"] {
  const counts = new Map<string, number>();
  for (const each of outcomes) counts.set(each, (counts.get(each) ?? 0) + 1);
  if (Math.max(...counts.values()) >= 0.97 * outcomes.length) return "constant";
  const same = inputs.filter(([text = ""], i) => outcomes[i] === JSON.stringify([`=${text}`]));
  if (same.length >= 0.97 * outcomes.length) return "identity";
  return looksLikePart(spec, inputs, outcomes) ? "looks like a part" : null;
}

function looksLikePart(
  spec: StringSpec,
  inputs: readonly string[][],
  outcomes: readonly string[],
): boolean {
  if (spec.kind !== "chain" || isRandom(spec)) return false;
  const parts = spec.steps.filter((step) => step.kind !== "joined");
  if (parts.length < spec.steps.length) return false;
  return parts.some((part) => {
    const own = outcomesOf(part, inputs);
    return own.filter((each, i) => each === outcomes[i]).length >= 0.97 * outcomes.length;
  });
}
