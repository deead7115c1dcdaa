import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { front } from "../../src/report/index.ts";

const figure = fc.option(fc.integer({ min: 0, max: 6 }));
const rows = fc.array(fc.record({ error: figure, length: figure }), { maxLength: 10 });

describe("front", () => {
  it("marks exactly the rows that no other is as good as in both and better than in one", () => {
    fc.assert(
      fc.property(rows, (list) => {
        const expected = list.map(
          (a) =>
            a.error !== null &&
            a.length !== null &&
            list.every(
              (b) =>
                b.error === null ||
                b.length === null ||
                b.error > (a.error ?? NaN) ||
                b.length > (a.length ?? NaN) ||
                (b.error === a.error && b.length === a.length),
            ),
        );
        expect(front(list)).toEqual(expected);
      }),
      { numRuns: 500 },
    );
  });

  it("has the shortest and the most exact row on it, and falls from one to the other", () => {
    fc.assert(
      fc.property(rows, (list) => {
        const complete = list.filter(({ error, length }) => error !== null && length !== null);
        const marked = list
          .filter((_, index) => front(list)[index])
          .toSorted((a, b) => (a.length ?? 0) - (b.length ?? 0));
        expect(marked.length > 0).toBe(complete.length > 0);
        marked.forEach(({ error, length }, index) => {
          const before = marked[index - 1];
          if (before !== undefined && before.length !== length)
            expect(error).toBeLessThan(before.error ?? NaN);
        });
        if (complete.length === 0) return;
        expect(marked[0]?.length).toBe(Math.min(...complete.map((row) => row.length ?? NaN)));
        expect(marked.at(-1)?.error).toBe(Math.min(...complete.map((row) => row.error ?? NaN)));
      }),
    );
  });
});
