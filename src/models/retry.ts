import { wholePower } from "../core/index.ts";
import type { Chance } from "../core/index.ts";
import type { ModelFault } from "./model-fault.ts";
import type { Timer } from "./timer.ts";

/** How long and how often it is tried again; all times in milliseconds. */
export interface RetryPolicy {
  /** Requests for one reply, the first one included. */
  readonly attempts: number;
  /** Wait before the second request; it doubles with each further one. */
  readonly firstWait: number;
  /** The same after too many requests, which are counted by the minute. */
  readonly firstLimitWait: number;
  readonly longestWait: number;
  /** The most that a server's own wish to be left alone is heeded. */
  readonly longestRetryAfter: number;
  /** All waits for one reply together. */
  readonly totalWait: number;
}

/** Requests for a reply whose form cannot be read: it will hardly be another one. */
const FORM_ATTEMPTS = 2;

/** What was tried for a reply, and how the last try went wrong. */
export class GivenUp extends Error {
  readonly fault: ModelFault;
  readonly requests: number;

  constructor(fault: ModelFault, requests: number) {
    super(fault.summary);
    this.fault = fault;
    this.requests = requests;
  }
}

/** What retrying is done with. */
export interface RetryParts {
  readonly policy: RetryPolicy;
  readonly timer: Timer;
  /** For waits that differ between conversations, so that they do not all come back at once. */
  readonly chance: Chance;
  explain(error: unknown): ModelFault;
  /** Told of each fault with the wait that follows; `null` where none does. */
  onFault(fault: ModelFault, wait: number | null): void;
}

/** Tries until a request brings a reply, a fault will not pass, or the policy is used up. */
export async function withRetries<T>(
  attempt: (number: number) => Promise<T>,
  parts: RetryParts,
  signal: AbortSignal,
): Promise<T> {
  let waited = 0;
  let unread = 0;
  for (let number = 1; ;) {
    signal.throwIfAborted();
    try {
      return await attempt(number);
    } catch (error) {
      signal.throwIfAborted();
      const fault = parts.explain(error);
      if (fault.isForm === true) unread += 1;
      const wait = unread < FORM_ATTEMPTS ? waitAfter(fault, number, waited, parts) : null;
      parts.onFault(fault, wait);
      if (wait === null) throw new GivenUp(fault, number);
      await parts.timer.delay(wait, signal);
      waited += wait;
      // What is no request's fault uses up none of its tries.
      if (fault.downFor === undefined) number += 1;
    }
  }
}

/** Milliseconds until the next try; `null` where there is to be none. */
function waitAfter(
  { kind, status, retryAfter, downFor }: ModelFault,
  number: number,
  waited: number,
  { policy, chance }: RetryParts,
): number | null {
  // While a server is down, its limiter decides when it is tried.
  if (kind === "transient" && downFor !== undefined)
    return downFor >= policy.totalWait ? null : Math.min(retryAfter ?? 0, policy.longestRetryAfter);
  if (kind !== "transient" || number >= policy.attempts) return null;
  const first = status === 429 && retryAfter === null ? policy.firstLimitWait : policy.firstWait;
  const doubled = Math.min(first * wholePower(2, number - 1), policy.longestWait);
  const own = Math.round(doubled * (0.5 + 0.5 * chance.uniform()));
  const wait = Math.max(own, Math.min(retryAfter ?? 0, policy.longestRetryAfter));
  return waited + wait > policy.totalWait ? null : wait;
}
