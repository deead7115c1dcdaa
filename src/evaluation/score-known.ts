import type { Interpretation, Output } from "../contract/index.ts";
import {
  arityOf,
  evaluate,
  isExternal,
  isStringSpec,
  noiseMeanAt,
  noiseOf,
  regionsOf,
  render,
  withoutNoise,
} from "../categories/numeric/index.ts";
import type { External, NumericColumn, NumericSpec, Spec } from "../categories/numeric/index.ts";
import type { InputColumns } from "../categories/numeric/index.ts";
import type { Exam } from "./exam.ts";
import type { NumericExam } from "../categories/numeric/index.ts";
import { scoreKnownText } from "./score-known-text.ts";
import { SILENT } from "./silent.ts";
import type { Guess } from "../scoring/index.ts";
import { scoreAnswers, scoreInterpretation } from "./score-item.ts";
import type { Bench } from "./bench.ts";
import type { Scored } from "./score-item.ts";
import { inEveryTest } from "./test-answers.ts";

/**
 * What a perfect answer scores, which says what `known` is: the law, the replacement in its regions,
 * the noise; or hands in a user's own program. With another problem's spec it is an answer made
 * without looking.
 */
export async function scoreKnown(
  exam: Exam,
  known: Spec,
  queries: number,
  bench: Bench,
): Promise<Scored> {
  if (exam.kind === "strings") return scoreKnownText(exam, known, queries, bench);
  if (isStringSpec(known)) return scoreNothing(exam, queries, bench);
  if (!isExternal(known)) return scoreLaw(exam, known, queries, bench);
  const interpretation = withProgram(known);
  return scoreInterpretation(exam, { interpretation, queries, rounds: null }, bench);
}

function withProgram({ language, source, entry }: External): Interpretation {
  return { ...SILENT, code: { language, source, entry } };
}

/** A function of texts says nothing about one of numbers. */
function scoreNothing(exam: NumericExam, queries: number, bench: Bench): Promise<Scored> {
  const answered = { interpretation: SILENT, queries, rounds: null };
  return scoreAnswers(exam, answered, inEveryTest({ kind: "no-code" }), bench);
}

function scoreLaw(
  exam: NumericExam,
  known: NumericSpec,
  queries: number,
  bench: Bench,
): Promise<Scored> {
  const spec = withoutNoise(known);
  const noise = noiseOf(known);
  const at = (columns: InputColumns, shift: (x: number) => number): readonly Output[] =>
    outputsOf(evaluate(spec, widened(columns, arityOf(spec))), columns, shift);
  const { published, sound } = exam;
  const given = (outputs: readonly Output[]): Guess => ({ kind: "ran", outputs });
  const answers = {
    published: given(published === null ? [] : at(published.columns, (x) => noiseMeanAt(known, x))),
    sound: given(
      sound === null
        ? []
        : [...at(sound.columns, () => 0), ...at(sound.forecasts.columns, () => 0)],
    ),
  };
  const interpretation: Interpretation = {
    ...SILENT,
    code: { language: "javascript", source: render(spec, "javascript"), entry: "f" },
    regions: regionsOf(known),
    noise: { distribution: noise?.distribution ?? "none", scale: noise?.scale ?? null },
  };
  const answered = { interpretation, queries, rounds: null };
  return scoreAnswers(exam, answered, answers, bench);
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
