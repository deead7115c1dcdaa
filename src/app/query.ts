import * as z from "zod";
import { BenchError, parseJson } from "../core/index.ts";
import type { Answer, Input } from "../contract/index.ts";
import { openProbe } from "../harness/index.ts";
import { openSuite } from "../suite/index.ts";
import { findProblem } from "./find-problem.ts";
import { withSandbox } from "./with-sandbox.ts";

/** What to ask of which black box. */
export interface QueryRequest {
  readonly suite: string;
  /** The problem's id, or its released name. */
  readonly problem: string;
  /** Numbers, with commas between them where the function has several arguments; or texts. */
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
  const { domain } = problem.briefing;
  const parse = domain.kind === "numeric" ? parseNumbers : parseTexts(domain.texts);
  const inputs = request.values.map(parse);
  return withSandbox(1, async (sandbox) => {
    const probe = openProbe({ problem, epoch: request.epoch, sandbox, budget: null, rounds: null });
    const answers = await probe.ask(inputs);
    return answers.map((answer, i) => ({ input: inputs[i] ?? 0, answer }));
  });
}

const textsSchema = z.array(z.string());

/** One text is taken as it is; several are a list in JSON. */
function parseTexts(count: number): (text: string) => Input {
  if (count === 1) return (text) => text;
  return (text) => {
    const read = parseJson(text);
    const parsed = textsSchema.safeParse(read.kind === "json" ? read.value : null);
    if (parsed.success && parsed.data.length === count) return parsed.data;
    throw new BenchError(
      "bad-input-value",
      `Expected ${count} texts as a list in JSON, such as '["a", "b"]'; got \`${text}\`; put each input in quotes of its own`,
      { data: { text } },
    );
  };
}

function parseNumbers(text: string): Input {
  const numbers = text.split(",").map((part) => (part.trim() === "" ? NaN : Number(part)));
  if (numbers.every(Number.isFinite)) return numbers.length === 1 ? (numbers[0] ?? 0) : numbers;
  throw new BenchError(
    "bad-input-value",
    `Expected finite numbers to ask; got \`${text}\`; put spaces between inputs, and commas between the arguments of one`,
    { data: { text } },
  );
}
