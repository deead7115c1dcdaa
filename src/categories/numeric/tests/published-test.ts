import { chanceFrom } from "../../../core/index.ts";
import type { TestBatch, TestParts } from "../../../contract/index.ts";
import { blackBox } from "../opening/black-box.ts";
import type { InputColumns } from "../opening/draw-source.ts";
import { publishedGrid } from "../scorers/published.ts";
import type { PublishedTest } from "../scorers/published.ts";
import type { NumericProblem } from "../problem.ts";
import { arityOfProblem } from "./arity-of-problem.ts";
import { inputRows } from "../../common/index.ts";
import { otherArguments } from "./other-arguments.ts";
import { sizeBetween } from "./size-between.ts";
import { testBatch } from "../../common/index.ts";

/** The name of the stream that draws the published test's noise. */
const PUBLISHED_TEST = "published-test";

/** The published test: its grid, one fresh draw of the served function there, and its size elsewhere. */
export interface PublishedNumericTest extends PublishedTest {
  readonly batch: TestBatch;
  readonly columns: InputColumns;
}

/**
 * Draws the published test of a function of numbers; the same problem and epoch give the same test.
 * Throws `function-failed` or `sandbox-unavailable` where a user's own program gives no answers.
 */
export async function publishedNumericTest(
  { problem, epoch, sandbox }: TestParts<NumericProblem>,
  signal: AbortSignal,
): Promise<PublishedNumericTest> {
  const arity = arityOfProblem(problem);
  const columns = otherArguments(publishedGrid(), arity, `${problem.truth.seed}/published`);
  const serve = blackBox({ problem, epoch, sandbox, stream: PUBLISHED_TEST });
  const { re, im } = await serve(columns, signal);
  const chance = chanceFrom(problem.truth.seed).fork("published-batch");
  const batch = testBatch({ inputs: inputRows(columns), kinds: [], chance });
  return { batch, columns, truth: { re, im }, size: sizeBetween(problem) };
}
