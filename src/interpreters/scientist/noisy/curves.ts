import type { Curve } from "./shape.ts";

/** x ↦ 1 */
export const one: Curve = () => 1;
/** x ↦ 1 right of 0, 0 elsewhere */
export const right: Curve = (x) => (x > 0 ? 1 : 0);
/** x ↦ 1 left of 0 and at 0, 0 elsewhere */
export const left: Curve = (x) => (x > 0 ? 0 : 1);

/** 1, x, x², … */
export function powers(degree: number): readonly Curve[] {
  return Array.from({ length: degree + 1 }, (_, power): Curve => {
    if (power === 0) return one;
    return (x) => {
      let value = 1;
      for (let i = 0; i < power; i += 1) value *= x;
      return value;
    };
  });
}

/** The decimals from `from` to `to` tenths. */
export function tenths(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => (from + i) / 10);
}
