import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Answer, Probe, QueryBatch } from "../../src/contract/index.ts";
import type { NumericSpec } from "../../src/categories/numeric/index.ts";
import { openProbe } from "../../src/harness/index.ts";
import { server } from "../../src/categories/numeric/opening/draw-source.ts";
import { problemOf } from "../support/problem-of.ts";

const line: NumericSpec = { kind: "linear", slope: 2, intercept: 1 };
const noisy: NumericSpec = { kind: "noised", inner: line, distribution: "normal", scale: 1 };
const corrupted = (scatter: "per-input" | "per-call"): NumericSpec => ({
  kind: "corrupted",
  inner: line,
  regions: [{ from: 0, to: 10, replacement: { kind: "constant", value: 500 } }],
  spread: 0.1,
  scatter,
});

function open(spec: NumericSpec, options: Partial<Parameters<typeof openProbe>[0]> = {}): Probe {
  return openProbe({ problem: problemOf(spec), epoch: 1, budget: null, rounds: null, ...options });
}

function value(answer: Answer | undefined): number {
  if (answer?.kind === "value" && typeof answer.value === "number") return answer.value;
  throw new Error(`Expected a number; got ${JSON.stringify(answer)}`);
}

describe("budget", () => {
  it("answers a batch up to the budget and refuses the rest", async () => {
    const probe = open(line, { budget: 3 });
    const answers = await probe.ask([1, 2, 3, 4, 5]);
    expect(answers.map(({ kind }) => kind)).toEqual([
      "value",
      "value",
      "value",
      "budget-exhausted",
      "budget-exhausted",
    ]);
    expect(probe.usage()).toEqual({ queries: 3, rounds: 1 });
    expect(probe.remaining()).toEqual({ queries: 0, rounds: null });
  });

  it("counts repeats and undefined answers, but not refused inputs", async () => {
    const probe = open({ kind: "reciprocal", scale: 1 }, { budget: 4 });
    const answers = await probe.ask([0, 1, 1, "one", NaN, Infinity, [1, 2], [2]]);
    expect(answers.map(({ kind }) => kind)).toEqual([
      "undefined",
      "value",
      "value",
      "refused",
      "refused",
      "refused",
      "refused",
      "value",
    ]);
    expect(probe.usage().queries).toBe(4);
  });

  it("takes a budget of 0, and an unlimited one", async () => {
    const none = open(line, { budget: 0 });
    expect(await none.ask([1])).toEqual([{ kind: "budget-exhausted" }]);
    expect(none.usage()).toEqual({ queries: 0, rounds: 0 });
    const endless = open(line);
    await endless.ask(Array.from({ length: 5000 }, (_, i) => i));
    expect(endless.remaining()).toEqual({ queries: null, rounds: null });
  });

  it("ends with the rounds as well", async () => {
    const probe = open(line, { rounds: 2 });
    await probe.ask([1]);
    await probe.ask(["no number"]);
    await probe.ask([2]);
    expect(await probe.ask([3])).toEqual([{ kind: "budget-exhausted" }]);
    expect(probe.remaining().rounds).toBe(0);
  });

  it("never answers more than the budget, however the questions are split", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: 40 }),
        fc.array(fc.array(fc.double({ noNaN: true, min: -200, max: 200 }), { maxLength: 9 }), {
          maxLength: 9,
        }),
        async (budget, batches) => {
          const probe = open(line, { budget });
          let answered = 0;
          for (const batch of batches) {
            const answers = await probe.ask(batch);
            expect(answers).toHaveLength(batch.length);
            answered += answers.filter(({ kind }) => kind === "value").length;
          }
          expect(answered).toBe(Math.min(budget, batches.flat().length));
          expect(probe.usage().queries).toBe(answered);
        },
      ),
    );
  });
});

describe("chance in answers", () => {
  it("depends on the input and how often it was asked, not on order or batches", async () => {
    const xs = [3, -7, 3, 50.5, 3, -7];
    const together = (await open(noisy).ask(xs)).map(value);
    const apart = open(noisy);
    const single: number[] = [];
    for (const x of xs) single.push(value((await apart.ask([x]))[0]));
    expect(single).toEqual(together);
    const backwards = open(noisy);
    await backwards.ask([50.5, -7, -7]);
    expect((await backwards.ask([3, 3, 3])).map(value)).toEqual([
      together[0],
      together[2],
      together[4],
    ]);
  });

  it("differs between askings, epochs, streams and problems", async () => {
    const [first, second] = (await open(noisy).ask([3, 3])).map(value);
    const [later] = (await open(noisy, { epoch: 2 }).ask([3])).map(value);
    const [elsewhere] = (await open(noisy, { problem: problemOf(noisy, "other") }).ask([3])).map(
      value,
    );
    const test = server({
      spec: noisy,
      seed: problemOf(noisy).truth.seed,
      epoch: 1,
      stream: "test",
    });
    const all = [first, second, later, elsewhere, test([Float64Array.of(3)]).re[0]];
    expect(new Set(all).size).toBe(5);
  });

  it("scatters a corrupted region per input, so that asking twice tells nothing", async () => {
    const [a, b, outside] = (await open(corrupted("per-input")).ask([5, 5, 20])).map(value);
    expect(a).toBe(b);
    expect(a).not.toBe(500);
    expect(a).toBeCloseTo(500, -1);
    expect(outside).toBe(41);
    const [again] = (await open(corrupted("per-input"), { epoch: 2 }).ask([5])).map(value);
    expect(again).toBe(a);
  });

  it("scatters per call where the released code does", async () => {
    const [a, b, outside, twice] = (await open(corrupted("per-call")).ask([5, 5, 20, 20])).map(
      value,
    );
    expect(a).not.toBe(b);
    expect(outside).toBe(twice);
  });

  it("takes −0 for 0", async () => {
    const [plus, minus] = (await open(noisy).ask([0, -0])).map(value);
    const [fresh] = (await open(noisy).ask([-0])).map(value);
    expect(fresh).toBe(plus);
    expect(minus).not.toBe(plus);
  });
});

describe("record", () => {
  it("tells every batch before the answers are handed out, ready for JSON", async () => {
    const told: QueryBatch[] = [];
    const root = { kind: "root", scale: 1, degree: 2, offset: 0, negative: "complex" } as const;
    const probe = open(root, { budget: 2, onBatch: (_number, batch) => void told.push(batch) });
    await probe.ask([4, -4, NaN, 9]);
    expect(told).toHaveLength(1);
    expect(JSON.parse(JSON.stringify(told[0]))).toEqual({
      inputs: [4, -4, "NaN", 9],
      outputs: [2, { re: expect.closeTo(0, 12) as number, im: 2 }, null, null],
      missing: [
        { kind: "refused", reason: "Expected a finite number", indices: [2] },
        { kind: "budget-exhausted", reason: "No query or round is left", indices: [3] },
      ],
    });
  });

  it("hands answers out when the record of them has resolved, and not before", async () => {
    let release: () => void = () => undefined;
    const recorded = new Promise<void>((resolve) => (release = resolve));
    let answered = false;
    const asked = open(line, { onBatch: () => recorded }).ask([1]);
    void asked.then(() => (answered = true));
    await new Promise((resolve) => setImmediate(resolve));
    expect(answered).toBe(false);
    release();
    expect(await asked).toEqual([{ kind: "value", value: 3 }]);
  });

  it("tells each reason once, with all inputs it is about", async () => {
    const told: QueryBatch[] = [];
    const probe = open(line, { budget: 1, onBatch: (_number, batch) => void told.push(batch) });
    await probe.ask([NaN, 1, "one", 2, 3]);
    expect(told[0]?.missing).toEqual([
      { kind: "refused", reason: "Expected a finite number", indices: [0, 2] },
      { kind: "budget-exhausted", reason: "No query or round is left", indices: [3, 4] },
    ]);
  });

  it("refuses everything once it is closed, and tells nobody", async () => {
    const told: QueryBatch[] = [];
    const closing = new AbortController();
    const probe = open(line, {
      closing: closing.signal,
      onBatch: (_number, batch) => void told.push(batch),
    });
    await probe.ask([1]);
    closing.abort();
    expect(await probe.ask([1, 2])).toMatchObject([{ kind: "refused" }, { kind: "refused" }]);
    expect(probe.usage()).toEqual({ queries: 1, rounds: 1 });
    expect(told).toHaveLength(1);
  });

  it("rejects when the signal is aborted, and asks nothing", async () => {
    const probe = open(line);
    await expect(probe.ask([1], AbortSignal.abort(new Error("stop")))).rejects.toThrow("stop");
    expect(probe.usage().queries).toBe(0);
  });
});
