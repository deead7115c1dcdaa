import { drawsFrom, mixWord, streamKey } from "../../../core/index.ts";
import type { Draws } from "../../../core/index.ts";
import type { Answer } from "../../../contract/index.ts";
import { checkTexts } from "../../common/index.ts";
import type { InputCheck, OpenOptions } from "../../common/index.ts";
import type { ActivationNoise } from "../functions/spec.ts";
import { rounded } from "../lexicon/lexicon.ts";
import type { EntityProblem } from "../problem.ts";
import { activationsOf } from "./activations.ts";
import { lexiconFor } from "./lexicon-for.ts";
import { unitOf } from "./unit.ts";

/** Characters, as UTF-16 counts them, that a text may have. */
const MOST_TEXT = 100_000;

/** The same of one that costs money. */
const MOST_ASKED = 1000;

/**
 * Checks batches for a unit. Its noise depends on (seed, epoch, input, earlier askings of this input)
 * alone.
 */
export function wordInputCheck({ truth }: EntityProblem, options: OpenOptions): InputCheck {
  const { spec, seed } = truth;
  const unit = unitOf(spec, lexiconFor(spec));
  const isModel = spec.backend.name === "model";
  const most = isModel ? MOST_ASKED : MOST_TEXT;
  const activations = activationsOf(spec, unit, options.backends);
  const seen = new Map<string, number>();
  const answer = (activation: number | null, text: string): Answer => {
    if (activation === null) return { kind: "undefined", reason: "The unit gave no activation" };
    if (spec.noise === undefined) return { kind: "value", value: activation };
    const before = seen.get(text) ?? 0;
    seen.set(text, before + 1);
    const draws = drawsFrom(() =>
      mixWord(streamKey(`word/${seed}/answers/${options.epoch}/${JSON.stringify(text)}`), before),
    );
    return { kind: "value", value: rounded(noised(activation, spec.noise, draws)) };
  };
  return checkTexts({
    most,
    options,
    noun: "text",
    serve: (texts) => {
      const given = activations(texts);
      return given instanceof Promise
        ? given.then((all) => all.map((each, i) => answer(each, texts[i] ?? "")))
        : given.map((each, i) => answer(each, texts[i] ?? ""));
    },
  });
}

function noised(
  activation: number,
  { distribution, scale }: ActivationNoise,
  draws: Draws,
): number {
  const noise = distribution === "normal" ? draws.normal() : 2 * draws.uniform() - 1;
  return Math.min(1, Math.max(0, activation + scale * noise));
}
