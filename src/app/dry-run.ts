import { BenchError, chanceFrom } from "../core/index.ts";
import type { Interpreter, Model, ModelRequest, Problem } from "../contract/index.ts";
import { categoryOf } from "../categories/index.ts";
import { openProbe } from "../harness/index.ts";
import { mostReplies } from "../interpreters/index.ts";
import { costOf, estimateTokens, priceList } from "../models/index.ts";
import { openSuite } from "../suite/index.ts";
import type { Suite } from "../suite/index.ts";
import { agentOptions, recordedTerms } from "./agent-terms.ts";
import { entrantsOf } from "./entrants.ts";
import { givenPrices } from "./given-prices.ts";
import { modelOf } from "./open-model.ts";
import { plannedRun } from "./planned-run.ts";
import type { RunRequest, Workforce } from "./run.ts";

/** Tokens of an input with its answer. */
const TOKENS_PER_QUERY = 20;
/** Queries that are reckoned with where there is no limit. */
const MANY_QUERIES = 1000;

/** What a run may come to if every conversation takes all its replies and fills each of them. */
export interface RunEstimate {
  readonly model: string;
  readonly conversations: number;
  readonly requests: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** US dollars; `null` where the price is not known. */
  readonly cost: number | null;
}

/** Estimates what a run's language model would be asked; nothing is written and nothing sent. */
export async function dryRun(
  request: RunRequest,
  { clock }: Pick<Workforce, "clock">,
): Promise<RunEstimate> {
  const entrants = await entrantsOf(request);
  const contestants = entrants.flatMap(({ contestant }) =>
    "interpret" in contestant && "model" in contestant.configuration ? [contestant] : [],
  );
  const model = modelOf(contestants);
  if (model === null)
    throw new BenchError(
      "bad-argument",
      "Expected an interpreter that is a language model, since only those cost anything; got none; name agent, agent+init or examples",
    );
  const suites = await Promise.all(request.suites.map(openSuite));
  const manifest = await plannedRun(request, suites, entrants, clock);
  const problems = manifest.suites.reduce((sum, { count }) => sum + count, 0);
  const times = problems * manifest.epochs;
  const sample = await firstProblem(suites);
  const parts: CallEstimate[] = [];
  for (const contestant of contestants)
    parts.push(...(await conversation(contestant, sample, manifest.budget)));
  const price = priceList(givenPrices(model, request.price)).of(model);
  const costs = parts.map((call) => costOf({ ...call, cached: null, reasoning: null }, price));
  return {
    model,
    conversations: times * contestants.length,
    requests: times * parts.length,
    inputTokens: times * sum(parts.map(({ input }) => input)),
    outputTokens: times * sum(parts.map(({ output }) => output)),
    cost: costs.every((cost) => cost !== null) ? times * sum(costs) : null,
  };
}

interface CallEstimate {
  readonly input: number;
  readonly output: number;
}

async function firstProblem(suites: readonly Suite[]): Promise<Problem> {
  for (const suite of suites) for await (const problem of suite.problems()) return problem;
  throw new BenchError("bad-data", "Expected a suite with problems; got none; name another");
}

/** The calls of one conversation at its longest. */
async function conversation(
  contestant: Interpreter,
  problem: Problem,
  budget: number | null,
): Promise<readonly CallEstimate[]> {
  const first = await firstRequest(contestant, problem, budget);
  const { input, output } = estimateTokens(first);
  const turns = mostRepliesOf(contestant);
  const told = (TOKENS_PER_QUERY * (budget ?? MANY_QUERIES)) / Math.max(1, turns - 1);
  return Array.from({ length: turns }, (_, turn) => ({
    input: Math.ceil(input + turn * (output + told)),
    output,
  }));
}

const variants = ["agent", "agent+init", "examples"] as const;

function mostRepliesOf(contestant: Interpreter): number {
  const variant = variants.find((name) => name === contestant.id) ?? "agent";
  return mostReplies(agentOptions(variant, recordedTerms(contestant)));
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
    id: modelOf([contestant]) ?? "",
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
