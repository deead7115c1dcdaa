import type { Answer, Input } from "../contract/index.ts";
import { categoryOf } from "../categories/index.ts";
import { openProbe } from "../harness/index.ts";
import { openSuite } from "../suite/index.ts";
import { findProblem } from "./find-problem.ts";
import { withSandbox } from "./with-sandbox.ts";

/** What to ask of which black box. */
export interface QueryRequest {
  readonly suite: string;
  /** The problem's id, or its released name. */
  readonly problem: string;
  /** Inputs as their category reads them, such as numbers with commas between several arguments. */
  readonly values: readonly string[];
  readonly epoch: number;
}

/** One question with its answer. */
export interface Asked {
  readonly input: Input;
  readonly answer: Answer;
}

/** Asks a black box directly, without a budget. Throws `bad-input-value` before anything is asked. */
export async function query(request: QueryRequest): Promise<readonly Asked[]> {
  const problem = await findProblem(await openSuite(request.suite), request.problem);
  const form = categoryOf(problem.category).form(problem.briefing.domain);
  const inputs = request.values.map((text) => form.parseInput(text));
  return withSandbox(1, async (sandbox) => {
    const options = { problem, epoch: request.epoch, sandbox, budget: null, rounds: null };
    const probe = openProbe(options);
    const answers = await probe.ask(inputs);
    return answers.map((answer, i) => ({ input: inputs[i] ?? 0, answer }));
  });
}
