import { describe, expect, it } from "vitest";
import type { Law } from "../../../../src/categories/numeric/index.ts";
import { choosePoints } from "../../../../src/interpreters/scientist/noisy/choose-points.ts";
import type { Hypothesis } from "../../../../src/interpreters/scientist/noisy/hypothesis.ts";

function alive(...laws: readonly Law[]): readonly Hypothesis[] {
  const noise = { distribution: "normal", scale: 1 } as const;
  return laws.map((law) => ({ family: law.kind, law, noise, score: 0, room: 0 }));
}

const pool = Array.from({ length: 81 }, (_, i) => (i - 40) / 4 + 0.01);

describe("the points that tell laws apart", () => {
  it("lie between the edges of two pulses", () => {
    const narrow = { kind: "rectangle", width: 4 } as const;
    const points = choosePoints(alive(narrow, { kind: "rectangle", width: 8 }), pool, 10);
    expect(points).toHaveLength(10);
    for (const x of points) {
      expect(Math.abs(x)).toBeGreaterThan(2);
      expect(Math.abs(x)).toBeLessThan(4);
    }
  });

  it("are none where laws agree, or only one is alive", () => {
    const law = { kind: "linear", slope: 2, intercept: 1 } as const;
    expect(choosePoints(alive(law), pool, 5)).toEqual([]);
    expect(choosePoints(alive(law, { ...law }), pool, 5)).toEqual([]);
    expect(choosePoints([], pool, 5)).toEqual([]);
    expect(choosePoints(alive(law, { kind: "ceil" }), [], 5)).toEqual([]);
  });

  it("turn to what is still open once one question is answered", () => {
    const step = (offset: number, height: number) =>
      ({ kind: "step", height, atZero: 0, offset }) as const;
    const laws = alive(step(0, 5), step(0.5, 4.5), step(0, 5.5), step(0.5, 5));
    const points = choosePoints(laws, pool, 20);
    expect(points.filter((x) => x < 0)).toHaveLength(10);
  });
});
