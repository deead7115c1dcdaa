import { modelBackends } from "../backends/index.ts";
import type { Answer, Backends, Input, Model } from "../contract/index.ts";
import { categoryOf } from "../categories/index.ts";
import { openProbe } from "../harness/index.ts";
import { backendsOf, openSuite } from "../suite/index.ts";
import type { Suite } from "../suite/index.ts";
import { findProblem } from "./find-problem.ts";
import { modelsAsked, openedOf, openModels } from "./open-model.ts";
import type { Environment } from "./open-model.ts";
import { withSandbox } from "./with-sandbox.ts";

/** What to ask of which black box. */
export interface QueryRequest {
  readonly suite: string;
  /** The problem's id, or its released name. */
  readonly problem: string;
  /** Inputs as their category reads them, such as numbers with commas between several arguments. */
  readonly values: readonly string[];
  readonly epoch: number;
  /** Keys and addresses of language models that stand for functions; none if not given. */
  readonly environment?: Environment;
}

/** One question with its answer. */
export interface Asked {
  readonly input: Input;
  readonly answer: Answer;
}

/** Asks a black box directly, without a budget. Throws `bad-input-value` before anything is asked. */
export async function query(
  request: QueryRequest,
  signal: AbortSignal = new AbortController().signal,
): Promise<readonly Asked[]> {
  const suite = await openSuite(request.suite);
  const problem = await findProblem(suite, request.problem);
  const form = categoryOf(problem.category).form(problem.briefing.domain);
  const inputs = request.values.map((text) => form.parseInput(text));
  const category = categoryOf(problem.category);
  const backends = category.isForeign(problem.truth.spec)
    ? await unrecordedBackends(suite, request.environment ?? {}, signal)
    : {};
  return withSandbox(1, async (sandbox) => {
    const own = { problem, epoch: request.epoch, sandbox, ...backends };
    const options = { ...own, budget: null, rounds: null };
    const probe = openProbe(options);
    const answers = await probe.ask(inputs);
    return answers.map((answer, i) => ({ input: inputs[i] ?? 0, answer }));
  });
}

/** The models that stand for a suite's functions, asked anew. */
async function unrecordedBackends(
  { header: { recipe } }: Suite,
  environment: Environment,
  signal: AbortSignal,
): Promise<{ readonly backends?: Backends }> {
  const wanted = backendsOf([recipe]);
  if (wanted.length === 0) return {};
  const models = { costLimit: null, offline: false, backends: wanted };
  const ids = modelsAsked([], wanted);
  const opened = await openModels(ids, { models, environment, settings: {} });
  const converse = (id: string): Model => openedOf(opened, id);
  return { backends: await modelBackends(wanted, converse, signal) };
}
