import { BenchError } from "../core/index.ts";
import type { Answer } from "../contract/index.ts";
import { openProbe } from "../harness/index.ts";
import { openSuite } from "../suite/index.ts";
import { findProblem } from "./find-problem.ts";

/** What to ask of which black box. */
export interface QueryRequest {
  readonly suite: string;
  /** The problem's id, or its released name. */
  readonly problem: string;
  readonly values: readonly string[];
  readonly epoch: number;
}

/** One question with its answer. */
export interface Asked {
  readonly input: number;
  readonly answer: Answer;
}

/** Asks a black box directly, without a budget. Throws `bad-input-value` before anything is asked. */
export async function query(request: QueryRequest): Promise<readonly Asked[]> {
  const inputs = request.values.map(parseInput);
  const problem = await findProblem(await openSuite(request.suite), request.problem);
  const probe = openProbe({ problem, epoch: request.epoch, budget: null, rounds: null });
  const answers = await probe.ask(inputs);
  return answers.map((answer, i) => ({ input: inputs[i] ?? 0, answer }));
}

function parseInput(text: string): number {
  const value = text.trim() === "" ? NaN : Number(text);
  if (Number.isFinite(value)) return value;
  throw new BenchError("bad-input-value", `Expected a finite number to ask; got \`${text}\``, {
    data: { text },
  });
}
