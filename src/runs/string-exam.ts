import { chanceFrom } from "../core/index.ts";
import type { Chance } from "../core/index.ts";
import type { Input, Output, Problem, TextPair } from "../contract/index.ts";
import {
  arityOfText,
  distributionOf,
  exceptionOf,
  isRandom,
  sampleText,
} from "../functions/index.ts";
import type { StringSpec } from "../functions/index.ts";
import { hiddenTexts } from "../scoring/index.ts";
import type { TextTruth } from "../scoring/index.ts";
import type { ExamParts } from "./numeric-exam.ts";

/** Hidden inputs that are local exceptions, where a function has one. */
const EXCEPTIONS = 60;
/** Texts that are looked at for each of them. */
const TRIES = 300;
/** Short texts on which a function that draws at random is compared draw by draw, and how often. */
const REPEATED = 8;
const DRAWS = 60;
const LONGEST_REPEATED = 6;

/** Everything that an answer about a function of texts is tested on, drawn once for all interpreters. */
export interface StringExam {
  readonly kind: "strings";
  readonly problem: Problem<StringSpec>;
  readonly epoch: number;
  /** All inputs for the code, in one batch: published, hidden, then the repeated ones. */
  readonly inputs: readonly Input[];
  /** `null` where the published metrics are not asked for. */
  readonly published: readonly TextPair[] | null;
  /** `null` where the sound metrics are not asked for. */
  readonly sound: SoundStringExam | null;
}

/** What the sound metrics test an answer on. */
export interface SoundStringExam {
  readonly hidden: readonly Texts[];
  readonly truths: readonly TextTruth[];
  /** Which hidden inputs are local exceptions; `null` where the function has none. */
  readonly exceptional: readonly boolean[] | null;
  readonly repeated: readonly Texts[];
  readonly repeatedTruths: readonly TextTruth[];
}

/** One text per argument. */
type Texts = readonly string[];

/** Draws the exam of a function of texts; the same problem and metrics give the same exam. */
export function stringExamOf({ problem, epoch, metrics }: ExamParts<StringSpec>): StringExam {
  const { tests } = problem.truth;
  const pairs = tests.kind === "strings" ? tests.pairs : [];
  const published = metrics.includes("published") ? pairs : null;
  const sound = metrics.includes("sound") ? soundStringExam(problem) : null;
  const inputs = [
    ...(published ?? []).map(({ input }) => input),
    ...(sound?.hidden ?? []),
    ...(sound?.repeated ?? []).flatMap((texts) => Array<Texts>(DRAWS).fill(texts)),
  ];
  return { kind: "strings", problem, epoch, inputs: inputs.map(inputOf), published, sound };
}

/** The texts of one input as they are asked: one text stands alone. */
export function inputOf(texts: Texts): Input {
  const [first = ""] = texts;
  return texts.length === 1 ? first : texts;
}

function soundStringExam({ truth }: Problem<StringSpec>): SoundStringExam {
  const { spec, seed, tests } = truth;
  const arity = arityOfText(spec);
  const chance = chanceFrom(seed).fork("hidden");
  const count = tests.kind === "strings" ? tests.hidden : 0;
  const isException = exceptionOf(spec);
  const hidden = [
    ...hiddenTexts(arity, count, chance.fork("texts")),
    ...(isException === null
      ? []
      : exceptionalTexts(isException, arity, chance.fork("exceptions"))),
  ];
  const repeated = isRandom(spec) ? shortTexts(arity, chance.fork("repeated")) : [];
  return {
    hidden,
    truths: hidden.map((texts) => truthOf(spec, texts)),
    exceptional: isException === null ? null : hidden.map(isException),
    repeated,
    repeatedTruths: repeated.map((texts) => truthOf(spec, texts)),
  };
}

function truthOf(spec: StringSpec, texts: Texts): TextTruth {
  const entries = distributionOf(spec, texts);
  return {
    outcomes: entries.map(({ result }) => (typeof result === "string" ? result : null)),
    probabilities: entries.map(({ probability }) => probability),
  };
}

function exceptionalTexts(
  isException: (texts: Texts) => boolean,
  arity: number,
  chance: Chance,
): readonly Texts[] {
  const found: Texts[] = [];
  for (let tried = 0; tried < EXCEPTIONS * TRIES && found.length < EXCEPTIONS; tried += 1) {
    const texts = Array.from({ length: arity }, () => sampleText(chance));
    if (isException(texts)) found.push(texts);
  }
  return found;
}

function shortTexts(arity: number, chance: Chance): readonly Texts[] {
  const letters = "abcdeghkmnoprstuvyABDEKMRT";
  return Array.from({ length: REPEATED }, () =>
    Array.from({ length: arity }, () =>
      Array.from({ length: chance.integer(2, LONGEST_REPEATED) }, () =>
        letters.charAt(chance.integer(0, letters.length - 1)),
      ).join(""),
    ),
  );
}

/** Code's outputs, taken apart by what they were asked for; empty for what the exam lacks. */
export function stringSheetOf(
  { published, sound }: StringExam,
  outputs: readonly Output[],
): {
  readonly pairs: readonly Output[];
  readonly hidden: readonly Output[];
  readonly draws: readonly (readonly Output[])[];
} {
  const first = published?.length ?? 0;
  const second = first + (sound?.hidden.length ?? 0);
  return {
    pairs: outputs.slice(0, first),
    hidden: outputs.slice(first, second),
    draws: (sound?.repeated ?? []).map((_, i) =>
      outputs.slice(second + i * DRAWS, second + (i + 1) * DRAWS),
    ),
  };
}
