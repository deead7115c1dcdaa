import type { Chance } from "../core/index.ts";
import type { Model } from "../contract/index.ts";
import { parseAddress } from "./address.ts";
import { Breaker } from "./breaker.ts";
import { BudgetGuard, type Spending } from "./budget-guard.ts";
import type { ReplyLimits } from "./collect-reply.ts";
import { connect } from "./connect.ts";
import type { Fetch } from "./connection.ts";
import { endpointOf, type Environment } from "./endpoint.ts";
import { hostedModel } from "./hosted-model.ts";
import { priceList } from "./price-list.ts";
import type { Price } from "./price.ts";
import { RateLimiter, type RateLimits } from "./rate-limiter.ts";
import { redactor } from "./redactor.ts";
import type { RetryPolicy } from "./retry.ts";
import type { Timer } from "./timer.ts";

/** What a run decides about its calls of models. */
export interface ModelSettings {
  readonly retry: RetryPolicy;
  readonly reply: ReplyLimits;
  /** Per provider. */
  readonly rate: RateLimits;
  /** Calls of a model in a row that may be given up with the same fault. */
  readonly sameFaults: number;
  /** US dollars that the run may cost; `null` means no limit. */
  readonly costLimit: number | null;
  /** US dollars that the run paid in earlier sessions. */
  readonly spent: number;
  /** Prices that go before the published ones. */
  readonly prices: readonly Price[];
}

/** Settings for whoever has no others. */
export const usualModelSettings: ModelSettings = {
  retry: {
    attempts: 6,
    firstWait: 1000,
    longestWait: 60_000,
    longestRetryAfter: 120_000,
    totalWait: 300_000,
  },
  reply: { bytes: 32 * 1024 * 1024, characters: 1_000_000, silence: 300_000 },
  rate: { inFlight: 64, requestsPerMinute: null, tokensPerMinute: null },
  sameFaults: 5,
  costLimit: null,
  spent: 0,
  prices: [],
};

/** What the models of a run are made with: everything that varies from machine to machine. */
export interface ModelSourceParts {
  readonly environment: Environment;
  /** Makes a `fetch` whose replies have at most so many bytes. */
  readonly fetch: (bytes: number) => Fetch;
  readonly timer: Timer;
  /** For the waits between requests; decides no result. */
  readonly chance: Chance;
  readonly settings: ModelSettings;
}

/** The models of a run: they share limits, the cost limit and the count of faults. */
export interface ModelSource {
  /** The model of an address. Throws `unknown-model` or `bad-configuration`. */
  open(id: string): Promise<Model>;
  /** What the run has spent, earlier sessions included. */
  spending(): Spending;
  /** Removes every known key from a text. */
  redact(text: string): string;
}

/** Models behind servers, by `provider/name`. */
export function modelSource({ environment, fetch, ...parts }: ModelSourceParts): ModelSource {
  const { settings, timer } = parts;
  const guard = new BudgetGuard({ limit: settings.costLimit, spent: settings.spent });
  const redact = redactor(environment);
  const shared = {
    ...parts,
    guard,
    redact,
    breaker: new Breaker(settings.sameFaults),
    prices: priceList(settings.prices),
    policy: settings.retry,
    limits: settings.reply,
  };
  const bounded = fetch(settings.reply.bytes);
  const limiters = new Map<string, RateLimiter>();
  const limiterOf = (provider: string): RateLimiter => {
    const limiter = limiters.get(provider) ?? new RateLimiter(settings.rate, timer);
    limiters.set(provider, limiter);
    return limiter;
  };
  return {
    open: async (id) => {
      const address = parseAddress(id);
      const endpoint = endpointOf(address, environment);
      const connection = await connect(address, endpoint, bounded);
      return hostedModel({ ...shared, address, connection, limiter: limiterOf(address.provider) });
    },
    spending: () => guard.spending(),
    redact,
  };
}
