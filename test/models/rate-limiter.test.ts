import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { RateLimiter, type RateLimits } from "../../src/models/rate-limiter.ts";
import { simulatedTimer } from "./simulated-timer.ts";
import { virtualTimer } from "./virtual-timer.ts";

const signal = new AbortController().signal;
const MINUTE = 60_000;

const anyLimits: fc.Arbitrary<RateLimits> = fc.record({
  inFlight: fc.integer({ min: 1, max: 5 }),
  requestsPerMinute: fc.option(fc.integer({ min: 1, max: 8 })),
  tokensPerMinute: fc.option(fc.integer({ min: 50, max: 500 })),
});

const anyRequests = fc.array(
  fc.record({
    tokens: fc.integer({ min: 1, max: 200 }),
    took: fc.integer({ min: 0, max: 30_000 }),
  }),
  { maxLength: 25 },
);

interface Sent {
  readonly at: number;
  readonly tokens: number;
}

/** Sends requests through a limiter, all at once; tells when each was let go, in that order. */
async function sendAll(
  limits: RateLimits,
  requests: readonly { readonly tokens: number; readonly took: number }[],
): Promise<{ readonly sent: Sent[]; readonly most: number }> {
  const timer = simulatedTimer();
  const limiter = new RateLimiter(limits, timer);
  const sent: Sent[] = [];
  let [open, most] = [0, 0];
  const work = Promise.all(
    requests.map(async ({ tokens, took }) => {
      const turn = await limiter.enter(tokens, signal);
      open += 1;
      most = Math.max(most, open);
      sent.push({ at: timer.now(), tokens });
      await timer.delay(took, signal);
      open -= 1;
      turn.end(tokens);
    }),
  );
  await timer.during(work);
  return { sent, most };
}

describe("a rate limiter", () => {
  it("lets all go, in their order, and never more than the limits in any minute", async () => {
    await fc.assert(
      fc.asyncProperty(anyLimits, anyRequests, async (limits, requests) => {
        const { sent, most } = await sendAll(limits, requests);
        expect(sent.map(({ tokens }) => tokens)).toEqual(requests.map(({ tokens }) => tokens));
        expect(most).toBeLessThanOrEqual(limits.inFlight);
        for (const { at } of sent) {
          const window = sent.filter((other) => other.at > at - MINUTE && other.at <= at);
          const tokens = window.reduce((sum, other) => sum + other.tokens, 0);
          expect(window.length).toBeLessThanOrEqual(limits.requestsPerMinute ?? Infinity);
          // One request that is larger than the limit goes alone.
          if (window.length > 1)
            expect(tokens).toBeLessThanOrEqual(limits.tokensPerMinute ?? Infinity);
        }
      }),
      { numRuns: 200 },
    );
  });

  it("lets nothing go while the server wants to be left alone", async () => {
    const timer = virtualTimer();
    const limits = { inFlight: 4, requestsPerMinute: null, tokensPerMinute: null };
    const limiter = new RateLimiter(limits, timer);
    const from = timer.now();
    limiter.pause(7000);
    await limiter.enter(1, signal);
    expect(timer.now() - from).toBe(7000);
  });

  it("lets the next go when one in front of it is called off", async () => {
    const limits = { inFlight: 1, requestsPerMinute: null, tokensPerMinute: null };
    const limiter = new RateLimiter(limits, virtualTimer());
    const first = await limiter.enter(1, signal);
    const ending = new AbortController();
    const second = limiter.enter(1, ending.signal);
    const third = limiter.enter(1, signal);
    ending.abort(new Error("enough"));
    await expect(second).rejects.toThrow("enough");
    first.end(null);
    first.end(null);
    (await third).end(null);
    await limiter.enter(1, signal);
  });

  it("counts what a request really took", async () => {
    const timer = virtualTimer();
    const limits = { inFlight: 4, requestsPerMinute: null, tokensPerMinute: 100 };
    const limiter = new RateLimiter(limits, timer);
    const from = timer.now();
    (await limiter.enter(90, signal)).end(10);
    await limiter.enter(90, signal);
    expect(timer.now()).toBe(from);
  });
});
