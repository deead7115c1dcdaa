import type { Law } from "../../../../categories/numeric/index.ts";
import { rounded } from "../../decimals.ts";
import type { Shape } from "./shape.ts";
import { errorOf } from "./target.ts";
import type { Target } from "./target.ts";

/** What rounding may add to the error: a share of it, and any tiny amount. */
const WORTH = { share: 0.05, any: 1e-6 };
const MOST_DIGITS = 12;

/** The formula of a shape with every number as short as the error allows: tenths where they do. */
export function shortened({ parameters, build }: Shape, target: Target): Law {
  let numbers = parameters;
  const limit = (1 + WORTH.share) * errorOf(build(numbers), target) + WORTH.any;
  for (const [i, value] of parameters.entries()) {
    for (const short of shorterForms(value)) {
      const next = numbers.with(i, short);
      if (!(errorOf(build(next), target) <= limit)) continue;
      numbers = next;
      break;
    }
  }
  return build(numbers);
}

/** A number as a whole number, in tenths, then with ever more significant digits. */
function shorterForms(value: number): readonly number[] {
  if (!Number.isFinite(value)) return [];
  const digits = Array.from({ length: MOST_DIGITS }, (_, k) => Number(value.toPrecision(k + 1)));
  return [...(Math.abs(value) < 1e15 ? [rounded(value, 0), rounded(value, 1)] : []), ...digits];
}
