import type { Scores } from "../../../contract/index.ts";
import { withoutOutputs } from "../../../scoring/index.ts";
import type { Guess } from "../../../contract/index.ts";
import { scored } from "../../../scoring/index.ts";
import type { TextPair } from "../problem.ts";
import { textOutcome } from "./text-truth.ts";

/**
 * `pairs`: share of the published test pairs whose output the code gives, to the last character. A
 * crash on one input costs that input only, and a function that draws at random has to have drawn
 * what stands in the pair.
 */
export function publishedStringScores(pairs: readonly TextPair[], guess: Guess): Scores {
  if (guess.kind !== "ran") return { pairs: withoutOutputs(guess) };
  const right = pairs.filter(({ output }, i) => textOutcome(guess.outputs[i]) === output).length;
  return { pairs: scored(pairs.length === 0 ? 1 : right / pairs.length) };
}
