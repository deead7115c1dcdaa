import * as fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import type { Output } from "../../src/contract/index.ts";
import { combinedSandbox, javascriptSandbox, pythonSandbox } from "../../src/sandbox/index.ts";

const sandbox = combinedSandbox(javascriptSandbox(), pythonSandbox());
afterAll(() => sandbox.close());

const value = (x: number): Output => ({ kind: "value", value: x });

describe.each([
  {
    language: "javascript",
    stateless: "const memo = {}; function f(x) { return (memo[x] ??= 2 * x) + Math.random(); }",
    counting: "let n = 0; function f(x) { n += 1; return n; }",
    runs: 20,
  },
  {
    language: "python",
    stateless:
      "import random\nmemo = {}\ndef f(x):\n    return memo.setdefault(x, 2 * x) + random.random()",
    counting: "n = 0\ndef f(x):\n    global n\n    n += 1\n    return n",
    runs: 4,
  },
] as const)("inputs that are asked again in $language", ({ language, runs, ...sources }) => {
  const run = async (source: string, inputs: readonly number[], again: readonly number[]) => {
    const code = { language, source, entry: "f" } as const;
    const outcome = await sandbox.run({ code, inputs, alone: [0], again, seed: "again" });
    if (outcome.kind !== "ran") throw new Error(`Expected outputs; got ${outcome.kind}`);
    return outcome;
  };
  const batches = fc
    .array(fc.integer({ min: -3, max: 3 }), { minLength: 1, maxLength: 12 })
    .chain((inputs) =>
      fc.tuple(fc.constant(inputs), fc.shuffledSubarray([...inputs.keys()], { minLength: 1 })),
    );

  it("give what they gave in the batch, chance included, where nothing is kept", () =>
    fc.assert(
      fc.asyncProperty(batches, async ([inputs, again]) => {
        const ran = await run(sources.stateless, inputs, again);
        expect(ran.again).toEqual(again.map((index) => ran.outputs[index]));
        expect(ran.alone).toEqual([ran.outputs[0]]);
      }),
      { numRuns: runs },
    ));

  it("start from the state after loading, one after the other, and leave the batch alone", async () => {
    const ran = await run(sources.counting, [7, 7, 7, 7], [3, 1, 0]);
    expect(ran.again).toEqual([1, 2, 3].map(value));
    expect(ran.outputs).toEqual([1, 2, 3, 4].map(value));
    expect(ran.alone).toEqual([value(1)]);
  });

  it("are refused where there is no such input", () =>
    expect(run(sources.counting, [1], [1])).rejects.toThrow("got 1; give indices of inputs"));
});
