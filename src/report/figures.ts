import type { Estimate } from "../contract/index.ts";

/** Where there is no figure to show. */
export const NO_FIGURE = "–";

/** A share as a percentage without its sign, such as `83.6`. */
export function percent(share: number, decimals: number): string {
  const text = (100 * share).toFixed(decimals);
  return /^-0(\.0*)?$/.test(text) ? text.slice(1) : text.replace("-", "−");
}

/** A difference of shares in percentage points with its sign, such as `+8.2`. */
export function points(difference: number): string {
  const text = percent(difference, 1);
  return difference > 0 && Number(text) !== 0 ? `+${text}` : text;
}

/** An error ≥ 0 of any size, to two or three digits, such as `0.0123` or `2.1e-7`. */
export function errorFigure(error: number): string {
  if (error === 0) return "0";
  if (error < 1e-3 || error >= 9999.5) return error.toExponential(1).replace("e+", "e");
  if (error < 1) return error.toPrecision(2);
  return error < 99.95 ? error.toPrecision(3) : error.toFixed(0);
}

/** A count that may be an average, with one decimal where it needs one. */
export function countFigure(count: number): string {
  return Number.isInteger(count) ? `${count}` : count.toFixed(1);
}

/** A p-value to two digits, never shown as 0. */
export function probability(p: number): string {
  if (p < 1e-4) return "< 0.0001";
  return p >= 0.995 ? "1" : p.toPrecision(2).replace(/e.*/, "");
}

/** An interval between two figures, such as `79.8–86.8`. */
export function range(estimate: Estimate, figure: (end: number) => string, between = "–"): string {
  return `${figure(estimate.low)}${between}${figure(estimate.high)}`;
}

/** A count and its noun in the right number. */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : plural}`;
}
