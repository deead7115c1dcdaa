import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { closed, died, handPool, pass } from "./hand-pool.ts";

const enough = new Error("enough");

/** Passes so many steps that only what a test decides on is left to be done. */
const rest = (): Promise<void> => pass(100);

const step = fc.record({
  act: fc.constantFrom("ask", "ask", "ask", "finish", "finish", "die", "abort"),
  whom: fc.nat(20),
  wait: fc.nat(8),
});
type Step = { readonly act: string; readonly whom: number; readonly wait: number };

const stepWithAlone = fc.record({
  act: fc.constantFrom("ask", "ask", "ask alone", "finish", "finish", "die", "abort"),
  whom: fc.nat(20),
  wait: fc.nat(8),
});

/** Whoever is asked for a job, ends one, dies or is stopped, and what comes a moment later. */
async function perform(hand: ReturnType<typeof handPool>, { act, whom, wait }: Step) {
  const worker = [...hand.there][whom % Math.max(hand.there.size, 1)];
  switch (act) {
    case "ask":
      hand.ask();
      break;
    case "ask alone":
      hand.askAlone();
      break;
    case "finish":
      worker?.finish();
      break;
    case "die":
      worker?.die();
      break;
    case "abort":
      hand.asked[whom % Math.max(hand.asked.length, 1)]?.stop.abort(enough);
      break;
  }
  await pass(wait);
}

/** A pool in which anything happened at any moment; nothing is left to do but what is in work. */
async function pastOf(size: number, steps: readonly Step[]) {
  const hand = handPool(size);
  for (const each of steps) await perform(hand, each);
  await rest();
  return hand;
}

const sizes = fc.integer({ min: 1, max: 4 });
const pasts = fc.array(step, { maxLength: 40 });

describe("a pool, whatever happens at whatever moment,", () => {
  it("never has more workers than it may, and lends only those that are fit", () =>
    fc.assert(
      fc.asyncProperty(sizes, pasts, async (size, steps) => {
        const { begun, most } = await pastOf(size, steps);
        expect(most()).toBeLessThanOrEqual(size);
        expect(begun.filter(({ fit }) => !fit)).toEqual([]);
      }),
      { numRuns: 500 },
    ));

  it("serves first who came first, and lets nobody wait beside an idle worker", () =>
    fc.assert(
      fc.asyncProperty(sizes, pasts, async (size, steps) => {
        const { asked, begun, busy } = await pastOf(size, steps);
        const numbers = begun.map(({ number }) => number);
        expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
        const begunOrStopped = asked.filter(
          ({ stop }, number) => numbers.includes(number) || stop.signal.aborted,
        );
        if (busy().length < size) expect(begunOrStopped).toHaveLength(asked.length);
      }),
      { numRuns: 2000 },
    ));

  it("comes to an end with every job", () =>
    fc.assert(
      fc.asyncProperty(sizes, pasts, async (size, steps) => {
        const { asked, busy } = await pastOf(size, steps);
        for (; busy().length > 0; await rest()) for (const worker of busy()) worker.finish();
        const ends = await Promise.all(asked.map(({ ended }) => ended));
        for (const end of ends) expect([undefined, died, enough]).toContain(end);
      }),
      { numRuns: 200 },
    ));

  it("lets no worker be there beside that of a job that is to be alone", () =>
    fc.assert(
      fc.asyncProperty(sizes, fc.array(stepWithAlone, { maxLength: 40 }), async (size, steps) => {
        const { asked, begun, busy } = await pastOf(size, steps);
        for (; busy().length > 0; await rest()) {
          if (begun.at(-1)?.alone === true) expect(busy()).toHaveLength(1);
          for (const worker of busy()) worker.finish();
        }
        for (const { alone, company, fit } of begun)
          expect({ fit, most: alone ? company : 1 }).toEqual({ fit: true, most: 1 });
        const numbers = begun.map(({ number }) => number);
        expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
        const ends = await Promise.all(asked.map(({ ended }) => ended));
        for (const end of ends) expect([undefined, died, enough]).toContain(end);
      }),
      { numRuns: 300 },
    ));

  it("has neither jobs nor workers once it is closed", () =>
    fc.assert(
      fc.asyncProperty(sizes, pasts, pasts, async (size, before, after) => {
        const hand = handPool(size);
        for (const each of before) await perform(hand, each);
        const closing = hand.close();
        const { length } = hand.begun;
        for (const each of after) await perform(hand, each);
        await closing;
        await rest();
        const ends = await Promise.all(hand.asked.map(({ ended }) => ended));
        for (const end of ends) expect([undefined, died, enough, closed]).toContain(end);
        expect(hand.there.size).toBe(0);
        expect(hand.begun).toHaveLength(length);
      }),
      { numRuns: 500 },
    ));
});

describe("a pool", () => {
  it("starts no worker before one is needed, and uses the last one again", async () => {
    const hand = handPool(2);
    expect(hand.there.size).toBe(0);
    for (let time = 0; time < 3; time += 1) {
      hand.ask();
      await rest();
      for (const worker of hand.busy()) worker.finish();
      await rest();
    }
    expect(hand.begun).toHaveLength(3);
    expect(hand.most()).toBe(1);
  });

  it("rejects what waits as soon as it is closed, and what is in work once that is gone", async () => {
    const hand = handPool(1);
    for (let time = 0; time < 3; time += 1) hand.ask();
    await rest();
    const ends: number[] = [];
    for (const [number, { ended }] of hand.asked.entries())
      void ended.then((end) => end === closed && ends.push(number));
    await hand.close();
    await rest();
    expect(ends).toEqual([1, 2, 0]);
  });

  it("keeps its room when a worker cannot be started", async () => {
    const refused = new Error("no memory");
    const starts = [refused, undefined];
    const hand = handPool(1, () => {
      const fault = starts.shift();
      if (fault !== undefined) throw fault;
    });
    hand.ask();
    hand.ask();
    await rest();
    for (const worker of hand.busy()) worker.finish();
    expect(await Promise.all(hand.asked.map(({ ended }) => ended))).toEqual([refused, undefined]);
  });
});
