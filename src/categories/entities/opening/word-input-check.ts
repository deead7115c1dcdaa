import { drawsFrom, mixWord, streamKey } from "../../../core/index.ts";
import type { Draws } from "../../../core/index.ts";
import type { Answer } from "../../../contract/index.ts";
import type { InputCheck, OpenOptions } from "../../common/index.ts";
import type { ActivationNoise } from "../functions/spec.ts";
import { rounded } from "../lexicon/lexicon.ts";
import type { EntityProblem } from "../problem.ts";
import { lexiconFor } from "./lexicon-for.ts";
import { unitOf } from "./unit.ts";

/** Characters, as UTF-16 counts them, that a text may have. */
const MOST_TEXT = 100_000;

/**
 * Checks batches for a unit. Its noise depends on (seed, epoch, input, earlier askings of this input)
 * alone.
 */
export function wordInputCheck({ truth }: EntityProblem, { epoch }: OpenOptions): InputCheck {
  const { spec, seed } = truth;
  const unit = unitOf(spec, lexiconFor(spec));
  const seen = new Map<string, number>();
  const serve = (text: string): number => {
    const activation = unit.activation(text);
    if (spec.noise === undefined) return activation;
    const before = seen.get(text) ?? 0;
    seen.set(text, before + 1);
    const draws = drawsFrom(() =>
      mixWord(streamKey(`word/${seed}/answers/${epoch}/${JSON.stringify(text)}`), before),
    );
    return rounded(noised(activation, spec.noise, draws));
  };
  return (inputs, left) => {
    let count = 0;
    const admitted = inputs.map((input): string | Answer => {
      if (typeof input !== "string") return { kind: "refused", reason: "Expected a text" };
      if (input.length > MOST_TEXT)
        return { kind: "refused", reason: `Expected at most ${MOST_TEXT} characters` };
      if (count >= left) return { kind: "budget-exhausted" };
      count += 1;
      return input;
    });
    return {
      count,
      answer: () =>
        admitted.map((each) =>
          typeof each === "string" ? { kind: "value", value: serve(each) } : each,
        ),
    };
  };
}

function noised(
  activation: number,
  { distribution, scale }: ActivationNoise,
  draws: Draws,
): number {
  const noise = distribution === "normal" ? draws.normal() : 2 * draws.uniform() - 1;
  return Math.min(1, Math.max(0, activation + scale * noise));
}
