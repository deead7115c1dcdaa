import type { Input, Interpretation, Scores } from "../contract/index.ts";
import { intervalsOf } from "../categories/numeric/index.ts";
import {
  PUBLISHED_SCORER,
  publishedScores,
  SOUND_SCORER,
  soundScores,
} from "../categories/numeric/index.ts";
import {
  publishedStringScores,
  soundStringScores,
  STRING_PUBLISHED_SCORER,
  STRING_SOUND_SCORER,
} from "../categories/strings/index.ts";
import type { Guess } from "../scoring/index.ts";
import type { Bench } from "./bench.ts";
import type { Exam } from "./exam.ts";
import { fittedForm } from "../categories/numeric/index.ts";
import type { ItemLog } from "../runs/index.ts";
import { lookupError } from "../categories/numeric/index.ts";
import { sheetOf } from "../categories/numeric/index.ts";
import type { NumericExam } from "../categories/numeric/index.ts";
import { pythonLengths, withLawLength } from "../categories/common/index.ts";
import type { PythonLengths } from "../categories/common/index.ts";
import { lawInPython } from "../categories/numeric/index.ts";
import type { SoundExam } from "../categories/numeric/index.ts";
import { stringSheetOf } from "../categories/strings/index.ts";
import type { SoundStringExam } from "../categories/strings/index.ts";
import { inEveryTest, testAnswers } from "./test-answers.ts";
import type { TestAnswers } from "./test-answers.ts";

/** The figures of one item, and the scorers that gave them. */
export interface Scored {
  readonly scores: Scores;
  readonly scorers: readonly string[];
}

/** An answer to be scored. */
export interface Answered {
  readonly interpretation: Interpretation;
  /** Queries spent on it. */
  readonly queries: number;
  /** The inputs that were answered, round by round; `null` where nobody asked. */
  readonly rounds: readonly (readonly Input[])[] | null;
}

/** Runs an interpretation's code on the hidden inputs, scores it, and logs both. */
export async function scoreInterpretation(
  exam: Exam,
  answered: Answered,
  bench: Bench,
): Promise<Scored> {
  const { code, abstained } = answered.interpretation;
  const answers =
    code === null
      ? inEveryTest({ kind: abstained ? "abstained" : "no-code" })
      : await testAnswers(exam, code, bench);
  return scoreAnswers(exam, answered, answers, bench);
}

/** Scores what an interpretation's code gave, or why it gave nothing, and logs it. */
export async function scoreAnswers(
  exam: Exam,
  answered: Answered,
  answers: TestAnswers,
  bench: Bench,
): Promise<Scored> {
  const lengths = await lengthsOf(exam, answered, bench);
  const given = new Map<string, Scores>();
  if (exam.kind === "strings") {
    if (exam.published !== null)
      given.set(
        STRING_PUBLISHED_SCORER,
        publishedStringScores(exam.published.pairs, answers.published),
      );
    if (exam.sound !== null)
      given.set(STRING_SOUND_SCORER, soundOfStrings(exam.sound, answered, answers.sound, lengths));
    return logged(given, lengths, bench.log);
  }
  if (exam.published !== null)
    given.set(PUBLISHED_SCORER, publishedScores(exam.published, answers.published));
  if (exam.sound !== null) {
    const work = { exam, sound: exam.sound, answered, guess: answers.sound, lengths };
    given.set(SOUND_SCORER, await soundOf(work, bench));
  }
  return logged(given, lengths, bench.log);
}

function soundOfStrings(
  sound: SoundStringExam,
  { interpretation }: Answered,
  guess: Guess,
  lengths: PythonLengths,
): Scores {
  const sheet = stringSheetOf(sound, guess.kind === "ran" ? guess.outputs : []);
  return soundStringScores({
    truths: sound.truths,
    exceptional: sound.exceptional,
    repeated: sound.repeatedTruths,
    interpretation,
    guess: guess.kind === "ran" ? { kind: "ran", outputs: sheet.hidden } : guess,
    ...(lengths.length === undefined ? {} : { length: lengths.length }),
    draws: sheet.draws,
  });
}

/** Logs what each scorer gave; in the outcome each score names its own. */
function logged(
  given: ReadonlyMap<string, Scores>,
  { parser }: PythonLengths,
  log: ItemLog,
): Scored {
  for (const [scorer, scores] of given) {
    const isParsed = parser !== undefined && "length" in scores;
    log.add({ kind: "scored", scorer, scores, ...(isParsed ? { parser } : {}) });
  }
  const figures = [...given].flatMap(([scorer, scores]) =>
    Object.entries(scores).map(([metric, score]) => [metric, { ...score, scorer }] as const),
  );
  return { scores: Object.fromEntries(figures), scorers: [...given.keys()] };
}

interface SoundWork {
  readonly exam: NumericExam;
  readonly sound: SoundExam;
  readonly answered: Answered;
  readonly guess: Guess;
  readonly lengths: PythonLengths;
}

/** What the sound metrics need Python to count; nothing for others. */
function lengthsOf(
  exam: Exam,
  { interpretation }: Answered,
  { sandbox, signal }: Bench,
): Promise<PythonLengths> {
  const code = exam.sound === null ? null : interpretation.code;
  if (code?.language !== "python") return Promise.resolve({});
  const law = exam.kind === "numeric" ? lawInPython(exam.problem.truth.spec) : null;
  return pythonLengths(code, law, sandbox, signal);
}

async function soundOf(
  { exam, sound, answered, guess, lengths }: SoundWork,
  { sandbox, signal }: Bench,
): Promise<Scores> {
  const { interpretation, queries, rounds } = answered;
  const { hidden } = sound;
  const truth = withLawLength(sound.truth, lengths);
  const sheet = guess.kind === "ran" ? sheetOf(sound, guess.outputs) : null;
  return soundScores({
    domain: intervalsOf(exam.problem.briefing.domain)[0] ?? { from: -128, to: 128 },
    hidden,
    truth: { ...truth, lookupError: await lookupError(exam, sound, queries, sandbox, signal) },
    answer: {
      interpretation,
      guess: sheet?.hidden ?? guess,
      ...(lengths.length === undefined ? {} : { length: lengths.length }),
      fitted: sheet === null ? null : fittedForm(exam.problem.truth.spec, sound, sheet.hidden),
      forecasts: sheet?.forecasts ?? [],
      rounds,
    },
  });
}
