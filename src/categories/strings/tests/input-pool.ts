import { sampleTexts } from "../../../core/index.ts";
import type { Draws } from "../../../core/index.ts";

type TextInput = readonly string[];

/** Takes an input that fits, each at most once; `null` where none of the pool does. */
export type InputPool = (fits: (input: TextInput) => boolean) => TextInput | null;

/** Different typical inputs of so many texts each, at most `most`, drawn as they are needed. */
export function inputPool(arity: number, most: number, draws: Draws): InputPool {
  const seen = new Set<string>();
  const left: TextInput[] = [];
  let drawn = 0;
  const nextNew = (): TextInput | null => {
    while (drawn < most) {
      drawn += 1;
      const input = sampleTexts(arity, draws);
      const key = JSON.stringify(input);
      if (seen.has(key)) continue;
      seen.add(key);
      return input;
    }
    return null;
  };
  return (fits) => {
    const at = left.findIndex(fits);
    if (at >= 0) return left.splice(at, 1)[0] ?? null;
    for (let input = nextNew(); input !== null; input = nextNew()) {
      if (fits(input)) return input;
      left.push(input);
    }
    return null;
  };
}
