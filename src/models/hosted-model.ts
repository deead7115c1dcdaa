import { BenchError, type Chance } from "../core/index.ts";
import type { Model, ModelCost, ModelReply, ModelRequest } from "../contract/index.ts";
import type { ModelAddress } from "./address.ts";
import type { Breaker } from "./breaker.ts";
import type { BudgetGuard } from "./budget-guard.ts";
import type { CollectedReply, ReplyLimits } from "./collect-reply.ts";
import type { Connection } from "./connect.ts";
import { estimateTokens, type TokenEstimate } from "./estimate-tokens.ts";
import type { Send } from "./http-send.ts";
import { hasLearned, learnFrom } from "./learn.ts";
import { faultOf, type ModelFault } from "./model-fault.ts";
import { costOf } from "./price.ts";
import type { PriceList } from "./price-list.ts";
import type { Outage, RateLimiter } from "./rate-limiter.ts";
import { redactedReply, type Redact } from "./redactor.ts";
import { remedyOf } from "./remedy.ts";
import { GivenUp, withRetries, type RetryPolicy } from "./retry.ts";
import { ServerFault, Unfinished } from "./server-fault.ts";
import type { Timer } from "./timer.ts";
import { readTold } from "./told.ts";
import { Silence } from "./watch-silence.ts";

/** What a model behind a server is asked with; most of it is shared by all models of a run. */
export interface HostedParts {
  readonly address: ModelAddress;
  readonly connection: Connection;
  readonly send: Send;
  readonly limiter: RateLimiter;
  readonly breaker: Breaker;
  readonly guard: BudgetGuard;
  readonly prices: PriceList;
  readonly policy: RetryPolicy;
  readonly limits: ReplyLimits;
  readonly timer: Timer;
  readonly chance: Chance;
  readonly redact: Redact;
  /** Told once of a server that is down. */
  readonly onOutage?: (words: string) => void;
}

/** A model behind a server: tried again where that helps, within limits, and with its price. */
export function hostedModel(parts: HostedParts): Model {
  const { id } = parts.address;
  return {
    id,
    complete: async (request, signal) => {
      requirePlain(request, parts.address);
      parts.breaker.check(id);
      return new Call(request, parts, signal).complete();
    },
  };
}

/** Replies without an end after which the next one is taken as it is. */
const UNENDED = 2;

/** One call: its requests, and what became of each. */
class Call {
  readonly #request: ModelRequest;
  readonly #parts: HostedParts;
  readonly #signal: AbortSignal;
  readonly #estimate: TokenEstimate;
  #requests = 0;
  /** Requests that may have to be paid for, and of which nobody knows how much. */
  #unpriced = 0;
  /** Replies that ended in good order without saying that they had. */
  #unended = 0;
  /** What its last request told of the server. */
  #outage: Outage | null = null;

  constructor(request: ModelRequest, parts: HostedParts, signal: AbortSignal) {
    this.#request = request;
    this.#parts = parts;
    this.#signal = signal;
    this.#estimate = estimateTokens(request);
  }

  async complete(): Promise<ModelReply> {
    const { address, breaker, limiter, redact } = this.#parts;
    try {
      const collected = await withRetries(
        async () => {
          // Another conversation may have found out meanwhile that there is no use.
          breaker.check(address.id);
          return this.#askAsServed();
        },
        {
          ...this.#parts,
          explain: (error) => this.#explained(error),
          // The limit of one conversation is the limit of all.
          onFault: ({ retryAfter }, wait) =>
            retryAfter !== null && wait !== null && limiter.pause(wait),
        },
        this.#signal,
      );
      breaker.succeeded(address.id);
      const cost = costOfReply(collected, this.#parts);
      const unpriced = this.#unpriced + (cost.paid === null ? 1 : 0);
      const reply = { ...collected.reply, cost, requests: this.#requests };
      return redactedReply(unpriced === 0 ? reply : { ...reply, unpriced }, redact);
    } catch (error) {
      throw this.#counted(error);
    }
  }

  /** What a call failed with, and how many of its requests may have to be paid for. */
  #counted(error: unknown): unknown {
    const told = error instanceof GivenUp ? this.#givenUp(error.fault) : error;
    if (!(told instanceof BenchError)) return told;
    // Each is thrown once, so that the facts are this call's own.
    Object.assign(told.data, { requests: this.#requests, unpriced: this.#unpriced });
    return told;
  }

  /** Asks once, and at once again in another form where a refusal tells of one that was not tried. */
  async #askAsServed(): Promise<CollectedReply> {
    const { habits } = this.#parts.connection;
    for (;;) {
      const before = habits.learned.size;
      try {
        return await this.#askOnce();
      } catch (error) {
        if (!(error instanceof ServerFault) || error.isBegun || error.status < 400) throw error;
        const { status } = faultOf(error, this.#parts.timer.now());
        const { words, about } = readTold(error.body);
        // Another conversation may have learned it meanwhile.
        const isOther = hasLearned(habits, before);
        if (!learnFrom({ status, words, about }, this.#request, habits) && !isOther) throw error;
      }
    }
  }

  async #askOnce(): Promise<CollectedReply> {
    const { connection, limiter, guard, address, limits, timer, send, breaker } = this.#parts;
    const { input, output } = this.#estimate;
    const reservation = await guard.reserve(address.id, this.#most(), this.#signal);
    let tokens: number | null = null;
    let cost: number | null = 0;
    try {
      const turn = await limiter.enter(input + output, this.#signal);
      try {
        // Much may have happened while it waited.
        breaker.check(address.id);
        this.#requests += 1;
        cost = null;
        const { habits } = connection;
        const takesUnended = habits.ends === "untold" || this.#unended >= UNENDED;
        const listening = { send, limits, timer, takesUnended };
        const collected = await connection.ask(this.#request, listening, this.#signal);
        limiter.answered();
        if (collected.isEnded) habits.ends = "told";
        else if (habits.ends === "unknown") habits.ends = "untold";
        const { usage } = collected.reply;
        if (usage.input !== null && usage.output !== null) tokens = usage.input + usage.output;
        cost = costOfReply(collected, this.#parts).paid;
        return collected;
      } catch (error) {
        this.#outage = this.#outageBy(error);
        throw error;
      } finally {
        turn.end(tokens);
      }
    } catch (error) {
      if (error instanceof Unfinished) this.#unended += 1;
      if (cost === null && faultOf(error, timer.now()).isFree === true) cost = 0;
      if (cost === null) this.#unpriced += 1;
      throw error;
    } finally {
      reservation.settle(cost);
    }
  }

  /** The most that a request is likely to cost; `null` where the price is not known. */
  #most(): number | null {
    const { address, prices } = this.#parts;
    return costOf({ ...this.#estimate, cached: null, reasoning: null }, prices.of(address.id));
  }

  /** What a request failed with; faults of this side are no faults of the server. */
  #explained(error: unknown): ModelFault {
    if (error instanceof BenchError) throw error;
    const { timer, redact } = this.#parts;
    const fault = faultOf(error, timer.now());
    const outage = this.#outage;
    return {
      ...fault,
      summary: redact(fault.summary),
      ...(outage !== null && { downFor: outage.lasted, isOfAll: outage.isOfAll }),
    };
  }

  /** Whether a request that failed tells that the server is down; before another may take its turn. */
  #outageBy(error: unknown): Outage | null {
    const isOwn = error instanceof BenchError || error instanceof Silence;
    if (this.#signal.aborted || isOwn) return null;
    const { limiter, timer, redact, onOutage } = this.#parts;
    const fault = faultOf(error, timer.now());
    if (fault.isOutage !== true) {
      limiter.answered();
      return null;
    }
    const outage = limiter.unanswered(this);
    if (outage?.isNew === true) onOutage?.(redact(fault.summary));
    return outage;
  }

  /** The error of a call that was given up, counted by the breaker, which may stop the run. */
  #givenUp(fault: ModelFault): BenchError {
    const { address, breaker } = this.#parts;
    const requests = this.#requests;
    const stop = breaker.failed(address.id, fault);
    if (stop !== null) return stop;
    const { kind, status, summary } = fault;
    const tries = requests === 1 ? "one request" : `${requests} requests`;
    return new BenchError(
      "model-failed",
      `Expected a reply from \`${address.id}\`; got none after ${tries} (${status ?? "no status"}: ${summary}); ${remedyOf(fault, this.#request)}`,
      { data: { model: address.id, kind, status } },
    );
  }
}

/** Only one provider is known to say what a call cost in dollars. */
function costOfReply(
  { statedCost, reply: { usage, servedModel } }: CollectedReply,
  { address, prices }: HostedParts,
): ModelCost {
  if (address.provider === "openrouter" && statedCost !== null)
    return { list: statedCost, paid: statedCost, source: "provider" };
  const list = costOf(usage, prices.ofCall(address.id, servedModel));
  return { list, paid: list, source: list === null ? null : "table" };
}

/** A text that is gone on with can call no tools. */
function requirePlain({ tools = [], output }: ModelRequest, { id, dialect }: ModelAddress): void {
  if (dialect === "chat" || (tools.length === 0 && output === undefined)) return;
  throw new BenchError(
    "bad-configuration",
    `Expected neither tools nor a form of output for a completion endpoint; got them for \`${id}\`; use the text dialect`,
    { data: { model: id } },
  );
}
