import type {
  Input,
  Interpretation,
  Output,
  RunOutcome,
  RunSummary,
  Sandbox,
  Scores,
} from "../contract/index.ts";
import { intervalsOf } from "../harness/index.ts";
import {
  PUBLISHED_SCORER,
  publishedScores,
  publishedStringScores,
  SOUND_SCORER,
  soundScores,
  soundStringScores,
  STRING_PUBLISHED_SCORER,
  STRING_SOUND_SCORER,
} from "../scoring/index.ts";
import type { Guess } from "../scoring/index.ts";
import type { Exam } from "./exam.ts";
import { fittedForm } from "./fitted-form.ts";
import type { ItemLog } from "./item-log.ts";
import { lookupError } from "./lookup-error.ts";
import { sheetOf } from "./numeric-exam.ts";
import type { NumericExam, Sheet } from "./numeric-exam.ts";
import type { SoundExam } from "./sound-exam.ts";
import { stringSheetOf } from "./string-exam.ts";
import type { StringExam } from "./string-exam.ts";

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

/** Where code runs, what is logged of it, and what ends it. */
export interface Bench {
  readonly sandbox: Pick<Sandbox, "run">;
  readonly log: ItemLog;
  readonly signal: AbortSignal;
}

/** Runs an interpretation's code on the hidden inputs, scores it, and logs both. */
export async function scoreInterpretation(
  exam: Exam,
  answered: Answered,
  bench: Bench,
): Promise<Scored> {
  const { sandbox, log, signal } = bench;
  const { code, abstained } = answered.interpretation;
  const seed = `${exam.problem.id}/${exam.epoch}`;
  if (code === null) {
    const nothing = { kind: abstained ? "abstained" : "no-code" } as const;
    return scoreOutputs(exam, answered, nothing, bench);
  }
  const outcome = await sandbox.run({ code, inputs: exam.inputs, seed }, signal);
  log.add({ kind: "code-ran", purpose: "tests", outcome: summary(outcome) });
  return scoreOutputs(exam, answered, outcome, bench);
}

/** Scores what an interpretation's code gave, or why it gave nothing, and logs it. */
export async function scoreOutputs(
  exam: Exam,
  answered: Answered,
  guess: Guess,
  bench: Bench,
): Promise<Scored> {
  if (exam.kind === "strings") return scoreTexts(exam, answered, guess, bench);
  const sheet = guess.kind === "ran" ? sheetOf(exam, guess) : null;
  const { published, sound } = exam;
  const given = new Map<string, Scores>();
  if (published !== null)
    given.set(PUBLISHED_SCORER, publishedScores(published.truth, sheet?.published ?? guess));
  if (sound !== null)
    given.set(SOUND_SCORER, await soundOf({ exam, sound, answered, sheet, guess }, bench));
  return logged(given, bench.log);
}

function scoreTexts(
  exam: StringExam,
  { interpretation }: Answered,
  guess: Guess,
  { log }: Bench,
): Scored {
  const sheet = stringSheetOf(exam, guess.kind === "ran" ? guess.outputs : []);
  const part = (outputs: readonly Output[]): Guess =>
    guess.kind === "ran" ? { kind: "ran", outputs } : guess;
  const { published, sound } = exam;
  const given = new Map<string, Scores>();
  if (published !== null)
    given.set(STRING_PUBLISHED_SCORER, publishedStringScores(published, part(sheet.pairs)));
  if (sound !== null)
    given.set(
      STRING_SOUND_SCORER,
      soundStringScores({
        truths: sound.truths,
        exceptional: sound.exceptional,
        repeated: sound.repeatedTruths,
        interpretation,
        guess: part(sheet.hidden),
        draws: sheet.draws,
      }),
    );
  return logged(given, log);
}

/** Logs what each scorer gave; in the outcome each score names its own. */
function logged(given: ReadonlyMap<string, Scores>, log: ItemLog): Scored {
  for (const [scorer, scores] of given) log.add({ kind: "scored", scorer, scores });
  const figures = [...given].flatMap(([scorer, scores]) =>
    Object.entries(scores).map(([metric, score]) => [metric, { ...score, scorer }] as const),
  );
  return { scores: Object.fromEntries(figures), scorers: [...given.keys()] };
}

interface SoundWork {
  readonly exam: NumericExam;
  readonly sound: SoundExam;
  readonly answered: Answered;
  readonly sheet: Sheet | null;
  readonly guess: Guess;
}

async function soundOf(
  { exam, sound, answered, sheet, guess }: SoundWork,
  { sandbox, signal }: Bench,
): Promise<Scores> {
  const { interpretation, queries, rounds } = answered;
  const { hidden, truth } = sound;
  return soundScores({
    domain: intervalsOf(exam.problem.briefing.domain)[0] ?? { from: -128, to: 128 },
    hidden,
    truth: { ...truth, lookupError: await lookupError(exam, sound, queries, sandbox, signal) },
    answer: {
      interpretation,
      guess: sheet?.hidden ?? guess,
      fitted: sheet === null ? null : fittedForm(exam.problem.truth.spec, sound, sheet.hidden),
      forecasts: sheet?.forecasts ?? [],
      rounds,
    },
  });
}

function summary(outcome: RunOutcome): RunSummary {
  const none = { values: 0, undefined: 0, invalid: 0, threw: 0 };
  switch (outcome.kind) {
    case "ran": {
      const count = (kind: Output["kind"]): number =>
        outcome.outputs.filter((output) => output.kind === kind).length;
      return {
        kind: "ran",
        ...(outcome.nearLimit === undefined ? {} : { nearLimit: outcome.nearLimit }),
        values: count("value"),
        undefined: count("undefined"),
        invalid: count("invalid"),
        threw: count("threw"),
      };
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
