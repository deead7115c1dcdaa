import type { Code, Guess, Output, RunOutcome, RunSummary } from "../contract/index.ts";
import { disagreementIn, inTestOrder } from "../categories/index.ts";
import type { Disagreement } from "../categories/index.ts";
import type { EvaluationContext } from "./evaluation-context.ts";
import type { TestSet } from "./test-set.ts";

/**
 * Runs code in each test of a set, each time from its loading on, so that what it gives in one test
 * has nothing to do with the others. Code whose output depends on what it was asked before is stateful
 * in all of them. One guess per test, in their order.
 */
export async function codeAnswers(
  { problem, epoch, tests }: TestSet,
  code: Code,
  { sandbox, log, signal }: EvaluationContext,
): Promise<readonly Guess[]> {
  const seed = `${problem.id}/${epoch}`;
  const guesses: Guess[] = [];
  for (const { scorer, test } of tests) {
    const codeTest = scorer.codeTest(test);
    if (codeTest === null) {
      guesses.push({ kind: "no-code" });
      continue;
    }
    const { batch, isSame } = codeTest;
    const { inputs, alone, again } = batch;
    const outcome = await sandbox.run({ code, inputs, alone, again, seed }, signal);
    log.add({ kind: "code-ran", purpose: scorer.family, outcome: summary(outcome) });
    const odd = outcome.kind === "ran" ? disagreementIn(batch, outcome, isSame) : null;
    if (odd !== null) return tests.map(() => ({ kind: "stateful", detail: inWords(odd) }));
    guesses.push(
      outcome.kind === "ran"
        ? { kind: "ran", outputs: inTestOrder(batch, outcome.outputs) }
        : outcome,
    );
  }
  return guesses;
}

function inWords({ input, inBatch, apart, how }: Disagreement): string {
  return `${JSON.stringify(input)} gave ${shown(inBatch)} in the test and ${shown(apart)} ${how}`;
}

function shown(output: Output): string {
  switch (output.kind) {
    case "value":
      return JSON.stringify(output.value);
    case "undefined":
      return "no value";
    case "invalid":
      return output.got;
    case "threw":
      return `an exception (${output.message})`;
  }
}

function summary(outcome: RunOutcome): RunSummary {
  const none = { values: 0, undefined: 0, invalid: 0, threw: 0 };
  switch (outcome.kind) {
    case "ran": {
      const counts: Record<Output["kind"], number> = {
        value: 0,
        undefined: 0,
        invalid: 0,
        threw: 0,
      };
      for (const { kind } of outcome.outputs) counts[kind] += 1;
      const { value: values, ...others } = counts;
      const near = outcome.nearLimit === undefined ? {} : { nearLimit: outcome.nearLimit };
      return { kind: "ran", ...near, values, ...others };
    }
    case "not-loaded":
    case "crashed":
      return { kind: outcome.kind, message: outcome.message, ...none };
    case "no-sandbox":
      return { kind: outcome.kind, message: outcome.remedy, ...none };
    case "timed-out":
    case "out-of-memory":
      return { kind: outcome.kind, ...none };
  }
}
