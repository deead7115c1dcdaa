import type { MetricFamily, Problem, Scorer, TestParts } from "../contract/index.ts";
import { categoryOf } from "../categories/index.ts";

/** Everything that answers to a problem are tested on, drawn once for all methods. */
export interface TestSet {
  readonly problem: Problem;
  /** Which repeat of the work, from 1. */
  readonly epoch: number;
  readonly tests: readonly PreparedTest[];
}

/** A scorer with what it drew for the problem. */
export interface PreparedTest {
  readonly scorer: Scorer;
  readonly test: unknown;
}

/** What a test set is drawn from. */
export interface TestSetParts extends TestParts {
  /** What answers are scored by. */
  readonly metrics: readonly MetricFamily[];
}

/**
 * Draws the test set of a problem; the same problem, epoch and metrics give the same tests. Throws
 * `function-failed` or `sandbox-unavailable` where a user's own program gives no answers.
 */
export async function testSetOf(
  { metrics, ...parts }: TestSetParts,
  signal: AbortSignal,
): Promise<TestSet> {
  const { problem, epoch } = parts;
  const tests: PreparedTest[] = [];
  for (const scorer of categoryOf(problem.category).scorers) {
    if (!metrics.includes(scorer.family)) continue;
    tests.push({ scorer, test: await scorer.prepare(parts, signal) });
  }
  return { problem, epoch, tests };
}
