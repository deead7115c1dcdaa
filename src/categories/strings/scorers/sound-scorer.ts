import type { Scorer, ScorerResult, ScoringContext } from "../../../contract/index.ts";
import { pythonLengths, sameText } from "../../common/index.ts";
import type { StringSpec } from "../functions/spec.ts";
import type { StringProblem } from "../problem.ts";
import { soundStringOutputs, soundStringTest } from "../tests/string-test-sets.ts";
import type { SoundStringTest } from "../tests/string-test-sets.ts";
import { knownStringOutputs } from "./known-outputs.ts";
import { soundStringMetrics } from "./metrics.ts";
import { soundStringScores } from "./sound-strings.ts";

/** The sound metrics: hidden strings, local exceptions, random draws and length. */
export const soundStringScorer: Scorer<SoundStringTest, StringProblem> = {
  id: "strings-sound",
  version: 2,
  family: "sound",
  category: "strings",
  metrics: soundStringMetrics,
  needs: ["code"],
  prepare: ({ problem }) => soundStringTest(problem),
  codeTest: ({ batch }) => ({ batch, isSame: sameText }),
  knownOutputs: (known: StringSpec, { batch }, parts) =>
    knownStringOutputs(known, batch, "sound", parts),
  score,
};

async function score({
  test,
  interpretation,
  guess,
  sandbox,
  signal,
}: ScoringContext<SoundStringTest, StringProblem>): Promise<ScorerResult> {
  const lengths = await pythonLengths(interpretation.code, () => null, sandbox, signal);
  const outputs = soundStringOutputs(test, guess.kind === "ran" ? guess.outputs : []);
  const scores = soundStringScores({
    truths: test.truths,
    exceptional: test.exceptional,
    repeated: test.repeatedTruths,
    interpretation,
    guess: guess.kind === "ran" ? { kind: "ran", outputs: outputs.hidden } : guess,
    ...(lengths.length === undefined ? {} : { length: lengths.length }),
    draws: outputs.draws,
  });
  return { scores, ...(lengths.parser === undefined ? {} : { parser: lengths.parser }) };
}
