import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chanceFrom } from "../../src/core/index.ts";
import type { ModelFault } from "../../src/models/model-fault.ts";
import { GivenUp, withRetries, type RetryPolicy } from "../../src/models/retry.ts";
import { virtualTimer } from "./virtual-timer.ts";

const anyPolicy: fc.Arbitrary<RetryPolicy> = fc.record({
  attempts: fc.integer({ min: 1, max: 9 }),
  firstWait: fc.integer({ min: 1, max: 5000 }),
  firstLimitWait: fc.integer({ min: 1, max: 5000 }),
  longestWait: fc.integer({ min: 1, max: 60_000 }),
  longestRetryAfter: fc.integer({ min: 0, max: 120_000 }),
  totalWait: fc.integer({ min: 0, max: 400_000 }),
});

const anyFault: fc.Arbitrary<ModelFault> = fc.record({
  kind: fc.constantFrom("transient", "transient", "transient", "quota", "permanent"),
  status: fc.constantFrom(null, 429, 500),
  summary: fc.constant("No"),
  retryAfter: fc.option(fc.integer({ min: 0, max: 1_000_000 })),
});

class Failed extends Error {
  readonly fault: ModelFault;

  constructor(fault: ModelFault) {
    super("failed");
    this.fault = fault;
  }
}

/** Tries with faults one after another, then a reply; tells what became of it. */
async function tryThrough(faults: readonly ModelFault[], policy: RetryPolicy, seed: string) {
  const timer = virtualTimer();
  const parts = {
    policy,
    timer,
    chance: chanceFrom(seed),
    explain: (error: unknown) => {
      if (error instanceof Failed) return error.fault;
      throw error;
    },
    onFault: () => undefined,
  };
  let tries = 0;
  const attempt = async (number: number): Promise<number> => {
    tries += 1;
    const fault = faults[number - 1];
    if (fault !== undefined) throw new Failed(fault);
    return number;
  };
  const outcome = await withRetries(attempt, parts, new AbortController().signal).catch(
    (error: unknown) => error,
  );
  return { outcome, tries, waits: timer.waits };
}

describe("retrying", () => {
  it("keeps within its tries and its waits, and gives up only then", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyFault, { maxLength: 12 }),
        anyPolicy,
        fc.string(),
        async (faults, policy, seed) => {
          const { outcome, tries, waits } = await tryThrough(faults, policy, seed);
          const total = waits.reduce((sum, wait) => sum + wait, 0);
          expect(tries).toBeLessThanOrEqual(policy.attempts);
          expect(waits).toHaveLength(tries - 1);
          expect(total).toBeLessThanOrEqual(policy.totalWait);
          const longest = Math.max(policy.longestWait, policy.longestRetryAfter);
          for (const [index, wait] of waits.entries()) {
            const asked = Math.min(faults[index]?.retryAfter ?? 0, policy.longestRetryAfter);
            expect(wait).toBeGreaterThanOrEqual(asked);
            expect(wait).toBeLessThanOrEqual(longest);
          }
          const lasting = faults.findIndex(({ kind }) => kind !== "transient");
          if (lasting !== -1) expect(tries).toBeLessThanOrEqual(lasting + 1);
          if (!(outcome instanceof GivenUp)) expect(outcome).toBe(faults.length + 1);
        },
      ),
      { numRuns: 300 },
    );
  });

  it("waits longer and longer, and not like its neighbour", async () => {
    const fault: ModelFault = { kind: "transient", status: 500, summary: "No", retryAfter: null };
    const policy: RetryPolicy = {
      attempts: 6,
      firstWait: 1000,
      firstLimitWait: 5000,
      longestWait: 60_000,
      longestRetryAfter: 120_000,
      totalWait: 300_000,
    };
    const faults = Array.from({ length: 5 }, () => fault);
    const [a, b] = [await tryThrough(faults, policy, "a"), await tryThrough(faults, policy, "b")];
    expect(a.waits).toHaveLength(5);
    for (const [index, wait] of a.waits.entries()) {
      expect(wait).toBeGreaterThanOrEqual(500 * 2 ** index);
      expect(wait).toBeLessThanOrEqual(1000 * 2 ** index);
    }
    expect(a.waits).not.toEqual(b.waits);
  });
});
