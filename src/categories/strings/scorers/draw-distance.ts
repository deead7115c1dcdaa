import type { Output } from "../../../contract/index.ts";
import { mean } from "../../../core/index.ts";
import { textOutcome } from "./text-truth.ts";
import type { TextTruth } from "./text-truth.ts";

/**
 * How far code that draws at random is from the function: the total variation distance between what
 * it drew and the true probabilities, from 0 to 1, averaged over the inputs. A finite number of draws
 * keeps it above 0 even for the truth itself.
 */
export function drawDistance(
  truths: readonly TextTruth[],
  draws: readonly (readonly Output[])[],
): number {
  return mean(truths.map((truth, i) => distanceOf(truth, draws[i] ?? [])));
}

function distanceOf({ outcomes, probabilities }: TextTruth, drawn: readonly Output[]): number {
  if (drawn.length === 0) return 1;
  const given = drawn.map(textOutcome);
  // What is given beyond the true outcomes is missing among them: half of both sides is one side.
  return outcomes.reduce<number>((sum, outcome, i) => {
    const share = given.filter((each) => each === outcome).length / drawn.length;
    return sum + Math.max(0, (probabilities[i] ?? 0) - share);
  }, 0);
}
