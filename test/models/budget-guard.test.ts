import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BudgetGuard } from "../../src/models/budget-guard.ts";

const signal = new AbortController().signal;

describe("a budget guard", () => {
  it("keeps what is spent within the limit while no call costs more than was held back", async () => {
    const anyCall = fc.record({
      estimate: fc.integer({ min: 0, max: 100 }),
      share: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyCall, { maxLength: 30 }),
        fc.integer({ min: 0, max: 1000 }),
        fc.integer({ min: 0, max: 500 }),
        async (calls, limit, spent) => {
          const guard = new BudgetGuard({ limit, spent });
          const ended = await Promise.allSettled(
            calls.map(async ({ estimate, share }) => {
              const reservation = await guard.reserve("a/b", estimate, signal);
              await Promise.resolve();
              reservation.settle(share === null ? null : share * estimate);
              reservation.settle(1e6);
            }),
          );
          const { spent: after, reserved } = guard.spending();
          expect(after).toBeLessThanOrEqual(Math.max(limit, spent) + 1e-9);
          expect(reserved).toBe(0);
          for (const end of ended)
            if (end.status === "rejected") expect(end.reason).toMatchObject({ code: "cost-limit" });
          // Whoever was refused would not have fitted beside what was spent by then.
          const refused = calls.filter((_, index) => ended[index]?.status === "rejected");
          const largest = Math.max(0, ...refused.map(({ estimate }) => estimate));
          if (refused.length > 0) expect(after + largest).toBeGreaterThan(limit - 1e-9);
        },
      ),
      { numRuns: 300 },
    );
  });

  it("lets a call wait for those under way instead of refusing it", async () => {
    const guard = new BudgetGuard({ limit: 10, spent: 0 });
    const first = await guard.reserve("a/b", 8, signal);
    const second = guard.reserve("a/b", 8, signal);
    first.settle(1);
    (await second).settle(1);
    expect(guard.spending()).toEqual({ spent: 2, reserved: 0, limit: 10 });
  });

  it("refuses a model without a price where there is a limit, and only there", async () => {
    const limited = new BudgetGuard({ limit: 10, spent: 0 });
    await expect(limited.reserve("a/b", null, signal)).rejects.toMatchObject({
      code: "bad-configuration",
    });
    const free = new BudgetGuard({ limit: null, spent: 0 });
    (await free.reserve("a/b", null, signal)).settle(null);
    expect(free.spending().spent).toBe(0);
  });

  it("lets go of who no longer waits", async () => {
    const guard = new BudgetGuard({ limit: 10, spent: 0 });
    const first = await guard.reserve("a/b", 8, signal);
    const ending = new AbortController();
    const second = guard.reserve("a/b", 8, ending.signal);
    const third = guard.reserve("a/b", 2, signal);
    ending.abort(new Error("enough"));
    await expect(second).rejects.toThrow("enough");
    (await third).settle(2);
    first.settle(8);
    expect(guard.spending().spent).toBe(10);
  });
});
