import { linearFamilies, line } from "./linear-families.ts";
import type { Family } from "./shape.ts";
import { within } from "./target.ts";

/** Where the released networks were trained, both ends included. */
export const TRAINED = { from: -100, to: 100 };

/** A formula between the ends of the stretch that networks are trained on, and lines beyond it. */
export function withLinesOutside(family: Family): Family {
  return (target) => {
    const straight = linearFamilies[1];
    const inside = family(within(target, TRAINED.from, TRAINED.to));
    const left = straight?.(within(target, -Infinity, TRAINED.from)) ?? null;
    const right = straight?.(within(target, TRAINED.to, Infinity)) ?? null;
    if (inside === null || left === null || right === null) return null;
    return {
      name: `${inside.name} between ${TRAINED.from} and ${TRAINED.to}, and straight lines beyond`,
      parameters: [...left.parameters, ...right.parameters, ...inside.parameters],
      build: (numbers) => ({
        kind: "piecewise",
        pieces: [
          { upTo: TRAINED.from, law: line(numbers.slice(0, 2)) },
          { upTo: TRAINED.to, law: inside.build(numbers.slice(4)) },
          { upTo: null, law: line(numbers.slice(2, 4)) },
        ],
      }),
    };
  };
}
