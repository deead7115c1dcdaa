import { wholePower } from "../../core/index.ts";

/** The shortest decimal between two numbers, ends included; of those as short the one in the middle. */
export function decimalWithin(from: number, to: number): number {
  const middle = (from + to) / 2;
  for (let digits = 0; digits <= 15; digits += 1) {
    const rounded = Number(middle.toFixed(digits));
    if (rounded >= from && rounded <= to) return rounded;
    const scale = wholePower(10, digits);
    const least = Math.ceil(from * scale) / scale;
    if (least >= from && least <= to) return least;
  }
  return middle;
}
