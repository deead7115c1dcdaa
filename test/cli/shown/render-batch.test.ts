import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { renderBatch } from "../../../src/cli/shown/render-batch.ts";

const pair = fc.tuple(fc.integer({ min: -9999, max: 9999 }), fc.integer({ min: -9999, max: 9999 }));
const rooms = fc.integer({ min: 20, max: 86 });

describe("a round of queries", () => {
  it("is shown whole where it is short, in the order of asking, within the room", () =>
    fc.assert(
      fc.property(fc.array(pair, { maxLength: 12 }), rooms, (pairs, room) => {
        const [inputs, outputs] = [pairs.map(([x]) => x), pairs.map(([, y]) => y)];
        const [, ...lines] = renderBatch({ inputs, outputs, missing: [] }, room, 12);
        const told = [...lines.join(" ").matchAll(/(-?\d+) → (-?\d+)/gu)];
        expect(told.map(([, x, y]) => [Number(x), Number(y)])).toEqual(pairs);
        expect(lines.filter((line) => line.length > room)).toEqual([]);
      }),
    ));

  it("loses its middle where it is long", () => {
    const inputs = Array.from({ length: 20 }, (_, i) => i);
    expect(renderBatch({ inputs, outputs: inputs, missing: [] }, 40, 12)).toEqual([
      "20 queries",
      " 0 → 0      1 → 1      2 → 2",
      " 3 → 3      4 → 4      5 → 5",
      "… 8 more",
      "14 → 14    15 → 15    16 → 16",
      "17 → 17    18 → 18    19 → 19",
    ]);
  });

  it("tells texts, complex values, several arguments and what has no value", () => {
    const inputs = ["NaN", -1, [1, 2.5], 0, 7];
    const outputs = [null, { re: 0, im: 2 }, 3, null, null];
    const missing = [
      { kind: "refused" as const, reason: "Expected a number", indices: [0] },
      { kind: "budget-exhausted" as const, reason: "No query is left", indices: [3, 4] },
    ];
    expect(renderBatch({ inputs, outputs, missing }, 26, 12)).toEqual([
      "5 queries",
      "     NaN → refused",
      "      -1 → 0 + 2i",
      "(1, 2.5) → 3",
      "       0 → budget-exhausted",
      "       7 → budget-exhausted",
    ]);
  });
});
