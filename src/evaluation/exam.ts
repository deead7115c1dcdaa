import type { Problem } from "../contract/index.ts";
import type { Spec } from "../categories/numeric/index.ts";
import { isAboutTexts, requireNumbers } from "../harness/index.ts";
import { numericExamOf } from "../categories/numeric/index.ts";
import type { ExamParts, NumericExam } from "../categories/numeric/index.ts";
import { stringExamOf } from "../categories/strings/index.ts";
import type { StringExam } from "../categories/strings/index.ts";

/** Everything that an answer to a problem is tested on, drawn once for all interpreters. */
export type Exam = NumericExam | StringExam;

/**
 * Draws the exam of a problem; the same problem, epoch and metrics give the same exam. Throws
 * `function-failed` or `sandbox-unavailable` where a user's own program gives no answers.
 */
export async function examOf(parts: ExamParts<Spec>, signal: AbortSignal): Promise<Exam> {
  const problem: Problem<Spec> = parts.problem;
  if (isAboutTexts(problem)) return stringExamOf({ ...parts, problem });
  return numericExamOf({ ...parts, problem: requireNumbers(problem) }, signal);
}
