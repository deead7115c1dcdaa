import { valuesAt } from "../../../core/index.ts";
import type { Output } from "../../../contract/index.ts";
import { covers, lawOf } from "../functions/inspect.ts";
import { fitForm } from "./fitting/fit-form.ts";
import { isExternal } from "../functions/number-spec.ts";
import type { NumberSpec } from "../functions/number-spec.ts";
import type { Guess } from "../../../contract/index.ts";
import type { ValueColumn } from "../../../scoring/index.ts";
import type { SoundNumericTest } from "../tests/sound-test.ts";

/**
 * What the best member of the law's class gives at the hidden inputs, fitted to the code's outputs
 * off the regions; `null` where none fits, or where the law is not known.
 */
export function fittedForm(
  spec: NumberSpec,
  { hidden, columns, truth }: SoundNumericTest,
  outcome: Guess,
): ValueColumn | null {
  const { law } = truth;
  if (outcome.kind !== "ran" || isExternal(spec) || law === null) return null;
  if (law.network?.learned === false) return null;
  const points: number[] = [];
  for (const { start, end } of [hidden.domain, hidden.outside]) {
    for (let at = start; at < end; at += 1) {
      const x = hidden.inputs[at] ?? NaN;
      const isReplaced = law.regions.some((region) => covers(region, x));
      if (!isReplaced && realOf(outcome.outputs[at]) !== null) points.push(at);
    }
  }
  const inputs = columns.map((column) => valuesAt(column, points));
  const ys = Float64Array.from(points, (at) => realOf(outcome.outputs[at]) ?? NaN);
  const fitted = fitForm(lawOf(spec), inputs, ys);
  if (fitted === null) return null;
  const re = new Float64Array(hidden.inputs.length).fill(NaN);
  points.forEach((at, i) => (re[at] = fitted[i] ?? NaN));
  return { re, im: null };
}

function realOf(output: Output | undefined): number | null {
  return output?.kind === "value" && typeof output.value === "number" ? output.value : null;
}
