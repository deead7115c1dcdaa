import { BenchError, type Chance } from "../core/index.ts";
import type { Model, ModelCost, ModelReply, ModelRequest } from "../contract/index.ts";
import type { ModelAddress } from "./address.ts";
import type { Breaker } from "./breaker.ts";
import type { BudgetGuard } from "./budget-guard.ts";
import { collectReply, type CollectedReply, type ReplyLimits } from "./collect-reply.ts";
import type { Connection } from "./connection.ts";
import { estimateTokens, type TokenEstimate } from "./estimate-tokens.ts";
import { faultOf, type ModelFault } from "./model-fault.ts";
import { costOf } from "./price.ts";
import type { PriceList } from "./price-list.ts";
import type { RateLimiter } from "./rate-limiter.ts";
import { redactedReply, type Redact } from "./redactor.ts";
import { GivenUp, withRetries, type RetryPolicy } from "./retry.ts";
import type { Timer } from "./timer.ts";

/** What a model behind a server is asked with; most of it is shared by all models of a run. */
export interface HostedParts {
  readonly address: ModelAddress;
  readonly connection: Connection;
  readonly limiter: RateLimiter;
  readonly breaker: Breaker;
  readonly guard: BudgetGuard;
  readonly prices: PriceList;
  readonly policy: RetryPolicy;
  readonly limits: ReplyLimits;
  readonly timer: Timer;
  readonly chance: Chance;
  readonly redact: Redact;
}

/** A model behind a server: tried again where that helps, within limits, and with its price. */
export function hostedModel(parts: HostedParts): Model {
  const { id } = parts.address;
  return {
    id,
    complete: async (request, signal) => {
      requirePlain(request, parts.address);
      parts.breaker.check(id);
      const estimate = estimateTokens(request);
      const reservation = await parts.guard.reserve(id, mostOf(estimate, parts), signal);
      try {
        const reply = await ask(request, estimate, parts, signal);
        reservation.settle(reply.cost.paid);
        return reply;
      } catch (error) {
        // A server that answered with a fault asks for no money; for anything else it may.
        reservation.settle(error instanceof GivenUp && error.fault.status !== null ? 0 : null);
        throw error instanceof GivenUp ? givenUp(error, parts) : error;
      }
    },
  };
}

/** The most that a call is likely to cost; `null` where the price is not known. */
function mostOf(estimate: TokenEstimate, { address, prices }: HostedParts): number | null {
  return costOf({ ...estimate, cached: null, reasoning: null }, prices.of(address.id));
}

async function ask(
  request: ModelRequest,
  estimate: TokenEstimate,
  parts: HostedParts,
  signal: AbortSignal,
): Promise<ModelReply> {
  const { address, limiter, breaker } = parts;
  let requests = 0;
  const collected = await withRetries(
    async (number) => {
      requests = number;
      // Another conversation may have found out meanwhile that there is no use.
      breaker.check(address.id);
      return askOnce(request, estimate, parts, signal);
    },
    {
      ...parts,
      explain: (error) => explained(error, parts),
      // The limit of one conversation is the limit of all.
      onFault: ({ retryAfter }, wait) =>
        retryAfter !== null && wait !== null && limiter.pause(wait),
    },
    signal,
  );
  breaker.succeeded(address.id);
  const cost = costOfReply(collected, parts);
  return redactedReply({ ...collected.reply, cost, requests }, parts.redact);
}

async function askOnce(
  request: ModelRequest,
  { input, output }: TokenEstimate,
  { connection, limiter, limits, timer }: HostedParts,
  signal: AbortSignal,
): Promise<CollectedReply> {
  const turn = await limiter.enter(input + output, signal);
  let tokens: number | null = null;
  try {
    const collected = await collectReply(connection, request, limits, timer, signal);
    const { usage } = collected.reply;
    if (usage.input !== null && usage.output !== null) tokens = usage.input + usage.output;
    return collected;
  } finally {
    turn.end(tokens);
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

/** What a request failed with; faults of this side are no faults of the server. */
function explained(error: unknown, { timer, redact }: HostedParts): ModelFault {
  if (error instanceof BenchError) throw error;
  const fault = faultOf(error, timer.now());
  return { ...fault, summary: redact(fault.summary) };
}

/** The error of a call that was given up, counted by the breaker, which may stop the run. */
function givenUp({ fault, requests }: GivenUp, { address, breaker }: HostedParts): BenchError {
  breaker.failed(address.id, fault);
  const { kind, status, summary } = fault;
  const tries = requests === 1 ? "one request" : `${requests} requests`;
  return new BenchError(
    "model-failed",
    `Expected a reply from \`${address.id}\`; got none after ${tries} (${status ?? "no status"}: ${summary}); ${remedyOf(fault)}`,
    { data: { model: address.id, kind, status, requests } },
  );
}

function remedyOf({ kind, status, summary }: ModelFault): string {
  if (/certificate/i.test(summary))
    return "name the authority that signed it in NODE_EXTRA_CA_CERTS, if you trust it";
  if (status === 401 || status === 403) return "check the key";
  if (status !== null && status >= 300 && status < 400)
    return "set the server's address to the one that it points to";
  if (status === 404) return "check the model's name and the server's address";
  return kind === "transient" ? "try again later" : "correct the request or choose another model";
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
