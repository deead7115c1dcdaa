import type { Recipe } from "../../src/suite/index.ts";

/** The numeric section of a recipe that has one. */
export function numericSection({ name, numeric }: Recipe): NonNullable<Recipe["numeric"]> {
  if (numeric === undefined) throw new Error(`Expected a numeric section in ${name}; got none`);
  return numeric;
}
