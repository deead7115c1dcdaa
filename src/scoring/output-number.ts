import type { Complex, Output } from "../contract/index.ts";
import { unscored } from "./unscored.ts";
import type { Unscored } from "./unscored.ts";

/** The number that code gave; `null` for no number. Text is none, even where it spells one. */
export function numberOf(output: Output): Complex | null {
  if (output.kind !== "value" || typeof output.value === "string") return null;
  const number = typeof output.value === "number" ? { re: output.value, im: 0 } : output.value;
  return hasFiniteParts(number) ? number : null;
}

/** Whether both parts of a number are finite. */
export function hasFiniteParts({ re, im }: Complex): boolean {
  return Number.isFinite(re) && Number.isFinite(im);
}

/** Why an output that is no number costs a score; `point` says where it stood. */
export function unusable(output: Output, point: string): Unscored {
  switch (output.kind) {
    case "threw":
      return unscored("code-threw", `${point}: ${output.message}`);
    case "value":
      return unscored("output-not-a-number", `${point}: got ${JSON.stringify(output.value)}`);
    case "undefined":
      return unscored("output-not-a-number", `${point}: got no value`);
    case "invalid":
      return unscored("output-not-a-number", `${point}: got ${output.got}`);
  }
}
