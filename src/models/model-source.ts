import type { Chance } from "../core/index.ts";
import type { Model } from "../contract/index.ts";
import { parseAddress } from "./address.ts";
import { Breaker } from "./breaker.ts";
import { BudgetGuard, type Spending } from "./budget-guard.ts";
import type { ReplyLimits } from "./collect-reply.ts";
import { connect } from "./connect.ts";
import { endpointOf, type Environment } from "./endpoint.ts";
import { habitsOf, type Api } from "./habits.ts";
import { hostedModel } from "./hosted-model.ts";
import type { Send } from "./http-send.ts";
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
  /** The run got replies in earlier sessions: a server that gives none is down, and waited for. */
  readonly isResumed: boolean;
  /** Prices that go before the published ones. */
  readonly prices: readonly Price[];
  /** Headers of each request, as `Name: value`. */
  readonly headers: readonly string[];
  /** The interface that OpenAI's models are asked by; `null` leaves it to their names. */
  readonly api: Api | null;
}

/** Settings for whoever has no others. */
export const usualModelSettings: ModelSettings = {
  retry: {
    attempts: 6,
    firstWait: 1000,
    firstLimitWait: 5000,
    longestWait: 60_000,
    longestRetryAfter: 120_000,
    totalWait: 300_000,
  },
  reply: { bytes: 32 * 1024 * 1024, characters: 1_000_000, silence: 300_000 },
  rate: { inFlight: 64, requestsPerMinute: null, tokensPerMinute: null },
  sameFaults: 5,
  costLimit: null,
  spent: 0,
  isResumed: false,
  prices: [],
  headers: [],
  api: null,
};

/** A policy that waits for one reply as long as a user has patience, in milliseconds. */
export function patientPolicy(policy: RetryPolicy, patience: number): RetryPolicy {
  const { attempts, longestWait, longestRetryAfter } = policy;
  return {
    ...policy,
    attempts: attempts + Math.ceil(patience / longestWait),
    longestRetryAfter: Math.max(longestRetryAfter, patience),
    totalWait: patience,
  };
}

/** What the models of a run are made with: everything that varies from machine to machine. */
export interface ModelSourceParts {
  readonly environment: Environment;
  /** Makes what sends requests, whose replies have at most so many bytes. */
  readonly send: (bytes: number, environment: Environment) => Send;
  readonly timer: Timer;
  /** For the waits between requests; decides no result. */
  readonly chance: Chance;
  readonly settings: ModelSettings;
  /** Told, once for each time, of a provider whose server is down, and of its words. */
  readonly onOutage?: (provider: string, words: string) => void;
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
export function modelSource({
  environment,
  send,
  onOutage,
  ...parts
}: ModelSourceParts): ModelSource {
  const { settings, timer } = parts;
  const { headers } = settings;
  const guard = new BudgetGuard({ limit: settings.costLimit, spent: settings.spent });
  const redact = redactor(environment, headers);
  const shared = {
    ...parts,
    guard,
    redact,
    send: send(settings.reply.bytes, environment),
    breaker: new Breaker(settings.sameFaults),
    prices: priceList(settings.prices),
    policy: settings.retry,
    limits: settings.reply,
  };
  const limiters = new Map<string, RateLimiter>();
  const limiterOf = (provider: string): RateLimiter => {
    const limiter =
      limiters.get(provider) ?? new RateLimiter(settings.rate, timer, settings.isResumed);
    limiters.set(provider, limiter);
    return limiter;
  };
  return {
    open: async (id) => {
      const address = parseAddress(id);
      const endpoint = endpointOf(address, environment, { headers });
      const connection = connect(address, endpoint, habitsOf(address, endpoint, settings.api));
      const { provider } = address;
      return hostedModel({
        ...shared,
        address,
        connection,
        limiter: limiterOf(provider),
        onOutage: (words) => onOutage?.(provider, words),
      });
    },
    spending: () => guard.spending(),
    redact,
  };
}
