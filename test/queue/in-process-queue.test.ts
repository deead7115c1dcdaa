import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inProcessQueue } from "../../src/queue/index.ts";
import { heldBytes } from "../support/held-bytes.ts";

const never = new AbortController().signal;
const anyConcurrency = fc.integer({ min: 1, max: 8 });

/** A worker that yields a given number of times and writes down what happens. */
function watched(turnsOf: (item: number) => number) {
  const seen = { started: [] as number[], ended: [] as number[], working: 0, most: 0 };
  const work = async (item: number): Promise<void> => {
    seen.started.push(item);
    seen.working += 1;
    seen.most = Math.max(seen.most, seen.working);
    for (let turn = 0; turn < turnsOf(item); turn += 1) await nextTurn();
    seen.working -= 1;
    seen.ended.push(item);
  };
  return { seen, work };
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

/** Numbers from 0, with what was taken and whether the source was told to stop. */
function source(length: number, asynchronous: boolean) {
  const state = { taken: 0, released: false };
  function* numbers(): Generator<number> {
    try {
      for (; state.taken < length;) yield (state.taken += 1) - 1;
    } finally {
      state.released = true;
    }
  }
  async function* later(): AsyncGenerator<number> {
    for (const number of numbers()) {
      await nextTurn();
      yield number;
    }
  }
  return { state, items: asynchronous ? later() : numbers() };
}

describe("the in-process queue", () => {
  it("works on each item once, starting in order, never on more than it may", async () => {
    const cases = [anyConcurrency, fc.array(fc.nat(4), { maxLength: 40 }), fc.boolean()] as const;
    await fc.assert(
      fc.asyncProperty(...cases, async (concurrency, turns, asynchronous) => {
        const { seen, work } = watched((item) => turns[item] ?? 0);
        const { items, state } = source(turns.length, asynchronous);
        await inProcessQueue({ concurrency }).drain(items, work, never);
        expect(seen.started).toEqual(turns.map((_, i) => i));
        expect(seen.ended.toSorted((a, b) => a - b)).toEqual(seen.started);
        expect(seen.most).toBeLessThanOrEqual(concurrency);
        expect(state.released).toBe(true);
      }),
    );
  });

  it("works on as many as it may", async () => {
    await fc.assert(
      fc.asyncProperty(anyConcurrency, fc.boolean(), async (concurrency, asynchronous) => {
        const { seen, work } = watched(() => 60);
        const { items } = source(2 * concurrency, asynchronous);
        await inProcessQueue({ concurrency }).drain(items, work, never);
        expect(seen.most).toBe(concurrency);
      }),
      { numRuns: 20 },
    );
  });

  it("never takes an item before it can work on it", async () => {
    await fc.assert(
      fc.asyncProperty(anyConcurrency, fc.boolean(), async (concurrency, asynchronous) => {
        const { seen, work } = watched(() => 2);
        const { items, state } = source(30, asynchronous);
        const ahead: number[] = [];
        const measured = async (item: number): Promise<void> => {
          await work(item);
          ahead.push(state.taken - seen.ended.length);
        };
        await inProcessQueue({ concurrency }).drain(items, measured, never);
        expect(Math.max(...ahead)).toBeLessThanOrEqual(concurrency);
      }),
      { numRuns: 30 },
    );
  });

  it("after a failure takes no more, lets those in work end, and throws the first failure", async () => {
    const cases = [anyConcurrency, fc.nat(19), fc.boolean()] as const;
    await fc.assert(
      fc.asyncProperty(...cases, async (concurrency, failing, asynchronous) => {
        const { seen, work } = watched(() => 3);
        const { items, state } = source(20, asynchronous);
        const failure = new Error("first");
        const drained = inProcessQueue({ concurrency }).drain(
          items,
          async (item) => {
            if (item > failing) return work(item).then(() => Promise.reject(new Error("later")));
            if (item === failing) throw failure;
            return work(item);
          },
          never,
        );
        await expect(drained).rejects.toBe(failure);
        expect(seen.working).toBe(0);
        expect(Math.max(-1, ...seen.started)).toBeLessThanOrEqual(failing);
        expect(state.taken).toBeLessThanOrEqual(failing + 2);
        // A source that was being asked at that moment is released once it has answered.
        for (let turn = 0; turn < 3; turn += 1) await nextTurn();
        expect(state.released).toBe(true);
      }),
    );
  });

  it("throws what its source throws, after those in work have ended", async () => {
    const { seen, work } = watched(() => 3);
    const failure = new Error("no more");
    const broken = function* (): Generator<number> {
      yield* [1, 2];
      throw failure;
    };
    const drained = inProcessQueue({ concurrency: 4 }).drain(broken(), work, never);
    await expect(drained).rejects.toBe(failure);
    expect(seen.ended).toEqual([1, 2]);
  });

  it("stops at the signal with its reason, and hands it to the work", async () => {
    const controller = new AbortController();
    const { seen, work } = watched(() => 3);
    const { items, state } = source(100, false);
    const reason = new Error("enough");
    const drained = inProcessQueue({ concurrency: 3 }).drain(
      items,
      async (item, signal) => {
        expect(signal.aborted).toBe(false);
        if (item === 10) controller.abort(reason);
        await work(item);
      },
      controller.signal,
    );
    await expect(drained).rejects.toBe(reason);
    expect(seen.ended.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 11 }, (_, i) => i));
    expect(state.released).toBe(true);
  });

  it("takes nothing when the signal was aborted before", async () => {
    const { items, state } = source(3, false);
    const { work } = watched(() => 0);
    const drained = inProcessQueue({ concurrency: 2 }).drain(items, work, AbortSignal.abort("no"));
    await expect(drained).rejects.toBe("no");
    expect(state.taken).toBe(0);
  });

  it("does not wait for a source that is stuck when the signal comes", async () => {
    const controller = new AbortController();
    const stuck = async function* (): AsyncGenerator<number> {
      yield 1;
      await new Promise(() => undefined);
    };
    const drained = inProcessQueue({ concurrency: 2 }).drain(
      stuck(),
      async () => {
        await nextTurn();
        controller.abort("enough");
      },
      controller.signal,
    );
    await expect(drained).rejects.toBe("enough");
  });

  it("holds no more memory for a million items than for few", async () => {
    let worked = 0;
    const before = heldBytes();
    let most = 0;
    await inProcessQueue({ concurrency: 4 }).drain(
      source(1_000_000, false).items,
      async (item) => {
        worked += 1;
        if (item % 100_000 === 0) most = Math.max(most, heldBytes() - before);
      },
      never,
    );
    expect(worked).toBe(1_000_000);
    // A byte for each item would be as much.
    expect(most).toBeLessThan(1_000_000);
  });

  it.each([0, -1, 1.5, NaN, Infinity])("refuses a concurrency of %s", (concurrency) => {
    expect(() => inProcessQueue({ concurrency })).toThrow(/^Expected a concurrency .*; got .*; /);
  });
});
