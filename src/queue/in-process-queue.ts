import type { Queue } from "../contract/index.ts";
import { BenchError } from "../core/index.ts";
import { Drain } from "./drain.ts";

/** Works on items in this very process, at most `concurrency` of them at any time. */
export function inProcessQueue({ concurrency }: { readonly concurrency: number }): Queue {
  if (!Number.isSafeInteger(concurrency) || concurrency < 1)
    throw new BenchError(
      "bad-argument",
      `Expected a concurrency that is a whole number from 1; got ${concurrency}; choose one`,
      { data: { concurrency } },
    );
  return {
    drain: (items, work, signal) => new Drain(items, work, signal, concurrency).run(),
  };
}
