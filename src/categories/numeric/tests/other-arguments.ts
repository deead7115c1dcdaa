import { chanceFrom, gridStep, onGrid } from "../../../core/index.ts";
import type { InputColumns } from "../opening/draw-source.ts";

/** The given column for the first argument, and uniform ones in [−128, 128] for the others, on a grid. */
export function otherArguments(first: Float64Array, arity: number, name: string): InputColumns {
  return Array.from({ length: arity }, (_, argument) => {
    if (argument === 0) return first;
    const chance = chanceFrom(name).fork("argument", argument);
    const step = gridStep(256);
    return Float64Array.from(first, () => onGrid(256 * chance.uniform() - 128, -128, 128, step));
  });
}
