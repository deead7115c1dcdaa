import type { Scorer, ScorerResult, ScoringContext } from "../../../contract/index.ts";
import { pythonLengths } from "../../common/index.ts";
import type { PythonLengths } from "../../common/index.ts";
import { firstInterval } from "../problem.ts";
import type { NumberSpec } from "../functions/number-spec.ts";
import type { NumericProblem } from "../problem.ts";
import { lawInPython, soundNumericTest, soundOutputs } from "../tests/sound-test.ts";
import type { SoundNumericTest } from "../tests/sound-test.ts";
import { fittedForm } from "./fitted-form.ts";
import { knownOutputs } from "./known-outputs.ts";
import { lookupError } from "./lookup-error.ts";
import { soundNumericMetrics } from "./metrics.ts";
import { numericCodeTest } from "./numeric-code-test.ts";
import { soundScores } from "./sound-scores.ts";

/** The sound metrics: hidden inputs, regions, breakpoints, noise, length and form. */
export const soundNumericScorer: Scorer<SoundNumericTest, NumericProblem> = {
  id: "numeric-sound",
  version: 2,
  family: "sound",
  category: "numeric",
  metrics: soundNumericMetrics,
  needs: ["code"],
  prepare: soundNumericTest,
  codeTest: ({ batch, truth, hidden }) => numericCodeTest(batch, truth.values, hidden.domain),
  knownOutputs: (known: NumberSpec, { columns, forecasts }) =>
    [columns, forecasts.columns].flatMap((each) => knownOutputs(known, each, { noise: "none" })),
  score,
};

async function score(
  context: ScoringContext<SoundNumericTest, NumericProblem>,
): Promise<ScorerResult> {
  const { problem, test, interpretation, guess, queries, rounds, sandbox, signal } = context;
  const { spec } = problem.truth;
  const { code } = interpretation;
  const lengths = await pythonLengths(code, () => lawInPython(spec), sandbox, signal);
  const outputs = guess.kind === "ran" ? soundOutputs(test, guess.outputs) : null;
  const scores = soundScores({
    domain: firstInterval(problem.briefing.domain),
    hidden: test.hidden,
    truth: {
      ...withLawLength(test.truth, lengths),
      lookupError: await lookupError(context, test, queries, signal),
    },
    answer: {
      interpretation,
      guess: outputs?.hidden ?? guess,
      ...(lengths.length === undefined ? {} : { length: lengths.length }),
      fitted: outputs === null ? null : fittedForm(spec, test, outputs.hidden),
      forecasts: outputs?.forecasts ?? [],
      rounds,
    },
  });
  return { scores, ...(lengths.parser === undefined ? {} : { parser: lengths.parser }) };
}

/** A truth whose law has the length in Python that Python counted, where it did. */
function withLawLength(
  truth: SoundNumericTest["truth"],
  { lawLength }: PythonLengths,
): SoundNumericTest["truth"] {
  const { law } = truth;
  if (law === null || lawLength === undefined) return truth;
  return { ...truth, law: { ...law, length: { ...law.length, python: lawLength } } };
}
