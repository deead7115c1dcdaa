import type { Problem, Sandbox, Scores } from "../../src/contract/index.ts";
import type { NumericSpec } from "../../src/functions/index.ts";
import { intervalsOf } from "../../src/harness/index.ts";
import {
  fittedForm,
  lawInPython,
  numericExamOf,
  pythonLengths,
  scoreKnown,
  sheetOf,
  withLawLength,
} from "../../src/runs/index.ts";
import type { NumericExam, ItemLog } from "../../src/runs/index.ts";
import { publishedScores, soundScores } from "../../src/scoring/index.ts";
import type { Guess } from "../../src/scoring/index.ts";
import type { Answer } from "./answer-problem.ts";
import type { FigureName } from "./figure-names.ts";

/** The exam of a problem, with no more in it than the figures need. */
export async function examFor(
  problem: Problem<NumericSpec>,
  figures: readonly FigureName[],
  sandbox: Pick<Sandbox, "run">,
): Promise<NumericExam> {
  const isSound = figures.some((figure) => figure !== "published");
  const metrics = [
    ...(figures.includes("published") ? (["published"] as const) : []),
    ...(isSound ? (["sound"] as const) : []),
  ];
  return numericExamOf({ problem, epoch: 1, metrics, sandbox }, new AbortController().signal);
}

/** Scores an answer with the scorers of a run; without `skill`, whose lookup takes its own time. */
export async function scoreAnswer(
  exam: NumericExam,
  answer: Answer,
  figures: readonly FigureName[],
  sandbox: Pick<Sandbox, "run">,
): Promise<Scores> {
  const { interpretation, known, queries } = answer;
  if (known !== null) {
    const bench = { sandbox, log: nowhere(exam), signal: new AbortController().signal };
    return (await scoreKnown(exam, known, queries, bench)).scores;
  }
  const { code, abstained } = interpretation;
  const guess: Guess =
    code === null
      ? { kind: abstained ? "abstained" : "no-code" }
      : await sandbox.run({ code, inputs: exam.inputs, seed: `${exam.problem.id}/1` });
  const sheet = guess.kind === "ran" ? sheetOf(exam, guess) : null;
  const { published, sound, problem } = exam;
  const scores: { [metric: string]: Scores[string] } = {};
  if (published !== null)
    Object.assign(scores, publishedScores(published.truth, sheet?.published ?? guess));
  if (sound === null) return scores;
  const law = lawInPython(problem.truth.spec);
  const lengths = await pythonLengths(code, law, sandbox, new AbortController().signal);
  const { form, ...others } = soundScores({
    domain: intervalsOf(problem.briefing.domain)[0] ?? { from: -128, to: 128 },
    hidden: sound.hidden,
    truth: {
      ...withLawLength(sound.truth, lengths),
      lookupError: { kind: "unscored", reason: "no-lookup" },
    },
    answer: {
      interpretation,
      guess: sheet?.hidden ?? guess,
      ...(lengths.length === undefined ? {} : { length: lengths.length }),
      fitted:
        sheet !== null && figures.includes("form")
          ? fittedForm(problem.truth.spec, sound, sheet.hidden)
          : null,
      forecasts: sheet?.forecasts ?? [],
      rounds: null,
    },
  });
  Object.assign(scores, others);
  return form !== undefined && figures.includes("form") ? { ...scores, form } : scores;
}

/** Keeps no record. */
function nowhere({ problem, epoch }: NumericExam): ItemLog {
  return {
    item: { suite: "", problem: problem.id, interpreter: "", configuration: "", epoch },
    attempt: 1,
    add: () => undefined,
    flush: () => Promise.resolve(),
    fault: () => null,
  };
}
