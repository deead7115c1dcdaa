import { BenchError } from "../core/index.ts";
import type {
  BackendModel,
  Clock,
  Language,
  MetricFamily,
  RunManifest,
  RunSuite,
} from "../contract/index.ts";
import { manifestOf } from "../runs/index.ts";
import { backendsOf } from "../suite/index.ts";
import type { Suite } from "../suite/index.ts";
import type { AgentTerms } from "./agent-terms.ts";
import { plannedEntrant } from "./entrants.ts";
import type { Entrant } from "./entrants.ts";
import type { ExecTerms } from "./exec-methods.ts";
import { requirePrices } from "./given-prices.ts";
import type { GivenPrices } from "./given-prices.ts";
import { modelsAsked } from "./open-model.ts";
import { nodeVersion } from "./node-version.ts";
import { packageVersion } from "./package-files.ts";
import { selectFromSuites } from "./select-problems.ts";
import type { Selection } from "./select-problems.ts";
import { rememberedPath } from "./suites-of-run.ts";

/** Queries per problem where neither the run nor the recipe says. */
const DEFAULT_BUDGET = 256;

/** What a run is made of beside its problems. */
export interface Terms extends GivenPrices {
  readonly interpreters: readonly string[];
  /** The language in which interpreters that can choose write their code; JavaScript if not given. */
  readonly codeLanguage?: Language;
  /** How a language model is to interpret, where one is to. */
  readonly agent?: AgentTerms;
  /** How programs contend, where there are any. */
  readonly exec?: ExecTerms;
  /** US dollars that the calls of a language model may cost; without it, any. */
  readonly costLimit?: number;
  /** Folder of a run whose recorded calls of a model are given back; then nothing is sent. */
  readonly replay?: string;
  /** Queries per problem; `null` means unlimited, `undefined` as the suite says. */
  readonly budget: number | null | undefined;
  readonly rounds: number | null;
  readonly epochs: number;
  readonly metrics: readonly MetricFamily[];
  readonly seed: string;
  readonly out: string;
}

/** The manifest of a run on opened suites. */
export async function plannedRun(
  request: Terms & Selection,
  suites: readonly Suite[],
  entrants: readonly Entrant[],
  clock: Clock,
): Promise<RunManifest> {
  const { seed, rounds, epochs, metrics } = request;
  const plan = {
    seed,
    suites: await runSuites(suites, request),
    interpreters: entrants.map((entrant) => plannedEntrant(entrant, request.out)),
    budget: request.budget ?? (isUnlimited(request) ? null : suiteBudget(suites)),
    rounds,
    epochs,
    metrics,
    ...calledBy(entrants, backendsOf(suites.map(({ header }) => header.recipe)), request),
    findbench: packageVersion(),
    node: nodeVersion(),
  };
  return manifestOf(plan, new Date(clock.now()).toISOString());
}

/** Nothing where neither an entrant nor a function needs a model. */
function calledBy(
  entrants: readonly Entrant[],
  backends: readonly BackendModel[],
  { costLimit, replay, price, prices }: Pick<Terms, "costLimit" | "price" | "prices" | "replay">,
): Pick<RunManifest, "models"> {
  const models = modelsAsked(
    entrants.map(({ contestant }) => contestant),
    backends,
  );
  if (models.length === 0) return {};
  const given = {
    ...(price === undefined ? {} : { price }),
    ...(prices === undefined ? {} : { prices }),
    ...(backends.length === 0 ? {} : { backends }),
  };
  requirePrices(models, given);
  return { models: { costLimit: costLimit ?? null, offline: replay !== undefined, ...given } };
}

/** What the run covers of each suite; one of which nothing was picked is left out. */
async function runSuites(
  suites: readonly Suite[],
  request: Pick<Terms, "out"> & Selection,
): Promise<readonly RunSuite[]> {
  const picked = await selectFromSuites(suites, request);
  return suites.flatMap(({ header, path }, i) => {
    const problems = picked[i] ?? null;
    const total = header.counts.problems;
    const count = problems?.length ?? total;
    if (count === 0) return [];
    const { name, hash } = header;
    return [{ name, path: rememberedPath(request.out, path), hash, problems, count, total }];
  });
}

/** FIND bounds the rounds of a conversation, and no queries. */
function isUnlimited({ budget, agent }: Pick<Terms, "budget" | "agent">): boolean {
  return budget === null || (budget === undefined && agent?.protocol === "find");
}

function suiteBudget(suites: readonly Suite[]): number | null {
  const budgets = new Set(suites.map(({ header }) => header.recipe?.budget ?? DEFAULT_BUDGET));
  const [budget = DEFAULT_BUDGET] = budgets;
  if (budgets.size <= 1) return budget;
  throw new BenchError(
    "bad-budget",
    `Expected suites with the same budget; got ${[...budgets].join(" and ")}; give --budget`,
  );
}
