import type { Problem, Sandbox, Scores } from "../../src/contract/index.ts";
import type { NumericSpec } from "../../src/categories/numeric/index.ts";
import { intervalsOf } from "../../src/interpreters/intervals-of.ts";
import { fittedForm } from "../../src/categories/numeric/scorers/fitted-form.ts";
import { lawInPython } from "../../src/categories/numeric/tests/sound-test.ts";
import { numericExamOf, sheetOf } from "../../src/categories/numeric/index.ts";
import { inEveryTest, scoreKnown, testAnswers } from "../../src/evaluation/index.ts";
import { pythonLengths, withLawLength } from "../../src/categories/common/index.ts";
import type { NumericExam } from "../../src/categories/numeric/index.ts";
import type { ItemLog } from "../../src/runs/index.ts";
import { publishedScores } from "../../src/categories/numeric/scorers/published.ts";
import { soundScores } from "../../src/categories/numeric/scorers/sound-scores.ts";
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
  const bench = { sandbox, log: nowhere(exam), signal: new AbortController().signal };
  if (known !== null) return (await scoreKnown(exam, known, queries, bench)).scores;
  const { code, abstained } = interpretation;
  const answers =
    code === null
      ? inEveryTest({ kind: abstained ? "abstained" : "no-code" })
      : await testAnswers(exam, code, bench);
  const { published, sound, problem } = exam;
  const scores: { [metric: string]: Scores[string] } = {};
  if (published !== null) Object.assign(scores, publishedScores(published, answers.published));
  if (sound === null) return scores;
  const guess = answers.sound;
  const sheet = guess.kind === "ran" ? sheetOf(sound, guess.outputs) : null;
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
