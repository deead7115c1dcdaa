import { BenchError, chanceFrom } from "../core/index.ts";
import type { Interpreter, Model, ModelRequest, Problem, RunManifest } from "../contract/index.ts";
import { categoryOf } from "../categories/index.ts";
import { openProbe } from "../harness/index.ts";
import { mostReplies, regimeOf } from "../interpreters/index.ts";
import { costOf, estimateTokens, parseAddress, priceList } from "../models/index.ts";
import type { Price } from "../models/index.ts";
import { openSuite } from "../suite/index.ts";
import type { Suite } from "../suite/index.ts";
import { agentOptions, recordedTerms, variantOf } from "./agent-terms.ts";
import { entrantsOf } from "./entrants.ts";
import { givenPrices } from "./given-prices.ts";
import { modelOf, modelsOf } from "./open-model.ts";
import { plannedRun } from "./planned-run.ts";
import type { RunRequest, Workforce } from "./run.ts";
import { isScripted } from "./scripted-file.ts";

/** Tokens of an input with its answer. */
const TOKENS_PER_QUERY = 20;
/** Queries that are reckoned with where there is no limit. */
const MANY_QUERIES = 1000;

/**
 * A conversation as most are: all of the budget asked in six batches, then the answer; each reply the
 * arguments of a call and a sentence, or an answer with its program, and no thinking; tokens of four
 * characters, as English and code have them.
 */
const TYPICAL = { replies: 7, tokens: 250, charactersPerToken: 4 };

/** What some conversations may come to. */
export interface ConversationsEstimate {
  readonly requests: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** US dollars; `null` where a price is not known. */
  readonly cost: number | null;
}

/** What the conversations with one model may come to. */
export interface ModelEstimate {
  readonly model: string;
  readonly conversations: number;
  readonly typical: ConversationsEstimate;
  /** Every conversation takes all of its replies, and fills each of them. */
  readonly worst: ConversationsEstimate;
}

/** What a run may come to: the worst, with what is typical beside it, and both for each model. */
export interface RunEstimate extends ConversationsEstimate {
  /** The models' names, with commas between them. */
  readonly model: string;
  readonly conversations: number;
  readonly typical: ConversationsEstimate;
  readonly models: readonly ModelEstimate[];
}

/** Estimates what a run's language models would be asked; nothing is written and nothing sent. */
export async function dryRun(
  request: RunRequest,
  { clock }: Pick<Workforce, "clock">,
): Promise<RunEstimate> {
  const entrants = await entrantsOf(request);
  const contestants = entrants.flatMap(({ contestant }) =>
    "interpret" in contestant && "model" in contestant.configuration ? [contestant] : [],
  );
  const models = modelsOf(contestants);
  if (models.length === 0)
    throw new BenchError(
      "bad-argument",
      "Expected an interpreter that is a language model, since only those cost anything; got none; name agent, agent+init or examples",
    );
  for (const id of models) if (!isScripted(id)) parseAddress(id);
  const suites = await Promise.all(request.suites.map(openSuite));
  const manifest = await plannedRun(request, suites, entrants, clock);
  const samples = await samplesOf(manifest, suites);
  const prices = priceList(givenPrices(models, request));
  const estimates: ModelEstimate[] = [];
  for (const model of models) {
    const own = contestants.filter((contestant) => modelOf(contestant) === model);
    const calls = await callsOf(own, samples, manifest);
    const price = prices.of(model);
    const problems = samples.reduce((total, { count }) => total + count, 0);
    estimates.push({
      model,
      conversations: problems * manifest.epochs * own.length,
      typical: estimateOf(calls.typical, price),
      worst: estimateOf(calls.worst, price),
    });
  }
  return {
    model: models.join(", "),
    conversations: sum(estimates.map(({ conversations }) => conversations)),
    ...together(estimates.map(({ worst }) => worst)),
    typical: together(estimates.map(({ typical }) => typical)),
    models: estimates,
  };
}

/** A call, and how often it is made. */
interface CallEstimate {
  readonly times: number;
  readonly input: number;
  readonly output: number;
}

interface CallEstimates {
  readonly typical: readonly CallEstimate[];
  readonly worst: readonly CallEstimate[];
}

/** A problem that stands for those of its category. */
interface Sample {
  readonly problem: Problem;
  readonly count: number;
}

/** The first problem of each category that the run covers, and how many there are. */
async function samplesOf(
  { suites: runs }: RunManifest,
  suites: readonly Suite[],
): Promise<readonly Sample[]> {
  const samples: Sample[] = [];
  for (const { hash, problems } of runs) {
    const suite = suites.find(({ header }) => header.hash === hash);
    const { entries } = (await suite?.index()) ?? { entries: [] };
    const wanted = problems === null ? null : new Set(problems);
    const byCategory = new Map<string, { readonly id: string; count: number }>();
    for (const { id, category } of entries) {
      if (wanted?.has(id) === false) continue;
      const known = byCategory.get(category);
      if (known === undefined) byCategory.set(category, { id, count: 1 });
      else known.count += 1;
    }
    for (const { id, count } of byCategory.values()) {
      const problem = await suite?.problem(id);
      if (problem !== undefined) samples.push({ problem, count });
    }
  }
  return samples;
}

async function callsOf(
  contestants: readonly Interpreter[],
  samples: readonly Sample[],
  { budget, epochs }: RunManifest,
): Promise<CallEstimates> {
  const typical: CallEstimate[] = [];
  const worst: CallEstimate[] = [];
  for (const contestant of contestants)
    for (const { problem, count } of samples) {
      const calls = await conversation(contestant, problem, { budget, times: count * epochs });
      typical.push(...calls.typical);
      worst.push(...calls.worst);
    }
  return { typical, worst };
}

/** The calls of one conversation, as most are and at its longest. */
async function conversation(
  contestant: Interpreter,
  problem: Problem,
  { budget, times }: { readonly budget: number | null; readonly times: number },
): Promise<CallEstimates> {
  const { input, output, characters } = estimateTokens(
    await firstRequest(contestant, problem, budget),
  );
  const { replies, most } = repliesOf(contestant);
  const told = TOKENS_PER_QUERY * (budget ?? MANY_QUERIES);
  const calls = (turns: number, first: number, reply: number): readonly CallEstimate[] =>
    Array.from({ length: turns }, (_, turn) => ({
      times,
      input: Math.ceil(first + turn * (reply + told / Math.max(1, turns - 1))),
      output: reply,
    }));
  const few = Math.min(replies, TYPICAL.replies);
  const short = Math.min(output, TYPICAL.tokens);
  return {
    typical: calls(few, Math.min(input, characters / TYPICAL.charactersPerToken), short),
    worst: calls(most, input, output),
  };
}

/** The replies that a conversation has, and with those that are asked for again. */
function repliesOf(contestant: Interpreter): { readonly replies: number; readonly most: number } {
  const { model, ...terms } = recordedTerms(contestant);
  const options = agentOptions(variantOf(contestant.id) ?? "agent", model, terms);
  return { replies: regimeOf(options).turns, most: mostReplies(options) };
}

function estimateOf(calls: readonly CallEstimate[], price: Price | null): ConversationsEstimate {
  const total = (part: (call: CallEstimate) => number): number =>
    sum(calls.map((call) => call.times * part(call)));
  const costs = calls.map((call) => {
    const cost = costOf({ ...call, cached: null, reasoning: null }, price);
    return cost === null ? null : call.times * cost;
  });
  return {
    requests: total(() => 1),
    inputTokens: total(({ input }) => input),
    outputTokens: total(({ output }) => output),
    cost: costs.every((cost) => cost !== null) ? sum(costs) : null,
  };
}

function together(parts: readonly ConversationsEstimate[]): ConversationsEstimate {
  const costs = parts.map(({ cost }) => cost);
  return {
    requests: sum(parts.map(({ requests }) => requests)),
    inputTokens: sum(parts.map(({ inputTokens }) => inputTokens)),
    outputTokens: sum(parts.map(({ outputTokens }) => outputTokens)),
    cost: costs.every((cost) => cost !== null) ? sum(costs) : null,
  };
}

/** What a contestant would say first, to a model that hangs up on it. */
async function firstRequest(
  contestant: Interpreter,
  problem: Problem,
  budget: number | null,
): Promise<ModelRequest> {
  const heard: ModelRequest[] = [];
  const hungUp = new Error("hung up");
  const model: Model = {
    id: modelOf(contestant) ?? "",
    complete: async (request) => {
      heard.push(request);
      throw hungUp;
    },
  };
  const sandbox = { run: async () => ({ kind: "timed-out" as const }) };
  const probe = openProbe({ problem, epoch: 1, budget, rounds: null, sandbox });
  const form = categoryOf(problem.category).form(problem.briefing.domain);
  const briefing = { ...problem.briefing, budget, rounds: null, form };
  const parts = { probe, briefing, model, log: () => undefined, clock: { now: () => 0 } };
  try {
    const chance = chanceFrom("dry run");
    await contestant.interpret({ ...parts, chance }, new AbortController().signal);
  } catch (error) {
    if (error !== hungUp) throw error;
  }
  const [first] = heard;
  if (first !== undefined) return first;
  throw new BenchError(
    "internal",
    "Expected a first request; got none; report this with the command that you gave",
  );
}

function sum(parts: readonly number[]): number {
  return parts.reduce((total, part) => total + part, 0);
}
