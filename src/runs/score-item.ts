import type {
  Input,
  Interpretation,
  Output,
  RunOutcome,
  RunSummary,
  Sandbox,
  Scores,
} from "../contract/index.ts";
import {
  arityOf,
  evaluate,
  noiseMeanAt,
  noiseOf,
  regionsOf,
  render,
  withoutNoise,
} from "../functions/index.ts";
import type { NumericColumn, NumericSpec } from "../functions/index.ts";
import type { InputColumns } from "../harness/index.ts";
import { PUBLISHED_SCORER, publishedScores, SOUND_SCORER, soundScores } from "../scoring/index.ts";
import type { Guess } from "../scoring/index.ts";
import { sheetOf } from "./exam.ts";
import type { Exam, Sheet } from "./exam.ts";
import { fittedForm } from "./fitted-form.ts";
import type { ItemLog } from "./item-log.ts";
import { lookupError } from "./lookup-error.ts";
import type { SoundExam } from "./sound-exam.ts";

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
  sandbox: Pick<Sandbox, "run">,
  log: ItemLog,
  signal: AbortSignal,
): Promise<Scored> {
  const { code, abstained } = answered.interpretation;
  const seed = `${exam.problem.id}/${exam.epoch}`;
  if (code === null) {
    const nothing = { kind: abstained ? "abstained" : "no-code" } as const;
    return scoreOutputs(exam, answered, nothing, log);
  }
  const outcome = await sandbox.run({ code, inputs: exam.inputs, seed }, signal);
  log.add({ kind: "code-ran", purpose: "tests", outcome: summary(outcome) });
  return scoreOutputs(exam, answered, outcome, log);
}

/**
 * What a perfect answer scores, which says what `known` is: the law, the replacement in its regions,
 * the noise. With another problem's spec it is an answer made without looking.
 */
export function scoreKnown(exam: Exam, known: NumericSpec, queries: number, log: ItemLog): Scored {
  const spec = withoutNoise(known);
  const noise = noiseOf(known);
  const at = (columns: InputColumns, shift: (x: number) => number): readonly Output[] =>
    outputsOf(evaluate(spec, widened(columns, arityOf(spec))), columns, shift);
  const values = at(exam.columns, () => 0);
  const published = exam.published?.columns ?? [];
  const shifted = published.length === 0 ? [] : at(published, (x) => noiseMeanAt(known, x));
  const outputs = [...shifted, ...values.slice(shifted.length)];
  const interpretation: Interpretation = {
    description: "",
    code: { language: "javascript", source: render(spec, "javascript"), entry: "f" },
    regions: regionsOf(known),
    noise: { distribution: noise?.distribution ?? "none", scale: noise?.scale ?? null },
    exceptions: [],
    concepts: [],
    confidence: null,
    abstained: false,
    raw: null,
  };
  const answered = { interpretation, queries, rounds: null };
  return scoreOutputs(exam, answered, { kind: "ran", outputs }, log);
}

function scoreOutputs(exam: Exam, answered: Answered, guess: Guess, log: ItemLog): Scored {
  const ran = guess.kind !== "abstained" && guess.kind !== "no-code";
  const sheet = ran ? sheetOf(exam, guess) : null;
  const { published, sound } = exam;
  const given = new Map<string, Scores>();
  if (published !== null)
    given.set(PUBLISHED_SCORER, publishedScores(published.truth, sheet?.published ?? guess));
  if (sound !== null) given.set(SOUND_SCORER, soundOf(exam, sound, answered, sheet, guess));
  for (const [scorer, scores] of given) log.add({ kind: "scored", scorer, scores });
  const figures = [...given.values()].flatMap((scores) => Object.entries(scores));
  return { scores: Object.fromEntries(figures), scorers: [...given.keys()] };
}

function soundOf(
  exam: Exam,
  sound: SoundExam,
  { interpretation, queries, rounds }: Answered,
  sheet: Sheet | null,
  guess: Guess,
): Scores {
  const { hidden, truth } = sound;
  return soundScores({
    domain: exam.problem.briefing.domain.arguments[0] ?? { from: -128, to: 128 },
    hidden,
    truth: { ...truth, lookupError: lookupError(exam, sound, queries) },
    answer: {
      interpretation,
      guess: sheet?.hidden ?? guess,
      fitted: sheet === null ? null : fittedForm(exam.problem.truth.spec, sound, sheet.hidden),
      forecasts: sheet?.forecasts ?? [],
      rounds,
    },
  });
}

/** Another problem's law may have more arguments: these are given the first one's values. */
function widened(columns: InputColumns, arity: number): InputColumns {
  const [first = new Float64Array()] = columns;
  return Array.from({ length: Math.max(arity, columns.length) }, (_, i) => columns[i] ?? first);
}

function outputsOf(
  { re, im }: NumericColumn,
  [first]: InputColumns,
  shift: (x: number) => number,
): readonly Output[] {
  return Array.from(re, (unshifted, i) => {
    const real = unshifted + shift(first?.[i] ?? 0);
    const imaginary = im?.[i] ?? 0;
    if (!Number.isFinite(real) || !Number.isFinite(imaginary)) return { kind: "undefined" };
    return { kind: "value", value: imaginary === 0 ? real : { re: real, im: imaginary } };
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
        values: count("value"),
        undefined: count("undefined"),
        invalid: count("invalid"),
        threw: count("threw"),
      };
    }
    case "not-loaded":
      return { kind: outcome.kind, message: outcome.message, ...none };
    case "no-sandbox":
      return { kind: outcome.kind, message: outcome.remedy, ...none };
    case "timed-out":
    case "out-of-memory":
      return { kind: outcome.kind, ...none };
  }
}
