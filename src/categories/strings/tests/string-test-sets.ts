import { chanceFrom, sampleText } from "../../../core/index.ts";
import type { Chance } from "../../../core/index.ts";
import type { Input, Output, TestBatch } from "../../../contract/index.ts";
import { arityOfText, isRandom } from "../functions/inspect.ts";
import { distributionOf } from "../functions/distribution-of.ts";
import { exceptionOf } from "../functions/exception-of.ts";
import type { StringSpec } from "../functions/spec.ts";
import { hiddenTexts } from "../scorers/hidden-texts.ts";
import type { StringProblem, TextPair } from "../problem.ts";
import type { TextTruth } from "../scorers/text-truth.ts";
import { testBatch } from "../../common/index.ts";

/** Hidden inputs that are local exceptions, where a function has one. */
const EXCEPTIONS = 60;
/** Texts that are looked at for each of them. */
const TRIES = 300;
/** Short texts on which a function that draws at random is compared draw by draw, and how often. */
const REPEATED = 8;
const DRAWS = 60;
const LONGEST_REPEATED = 6;

/** The published test: pairs of an input and its output. */
export interface PublishedStringTest {
  readonly batch: TestBatch;
  readonly pairs: readonly TextPair[];
}

/** What the sound metrics test an answer on. */
export interface SoundStringTest {
  /** The hidden inputs, then each repeated one as often as it is repeated. */
  readonly batch: TestBatch;
  readonly hidden: readonly Texts[];
  readonly truths: readonly TextTruth[];
  /** Which hidden inputs are local exceptions; `null` where the function has none. */
  readonly exceptional: readonly boolean[] | null;
  readonly repeated: readonly Texts[];
  readonly repeatedTruths: readonly TextTruth[];
}

/** One text per argument. */
type Texts = readonly string[];

/** Draws the published test of a string function. */
export function publishedStringTest({ truth }: StringProblem): PublishedStringTest {
  const { pairs } = truth.tests;
  const inputs = pairs.map(({ input }) => inputOf(input));
  const chance = chanceFrom(truth.seed).fork("published-batch");
  return { batch: testBatch({ inputs, kinds: [], chance }), pairs };
}

/** The texts of one input as they are asked: one text stands alone. */
function inputOf(texts: Texts): Input {
  const [first = ""] = texts;
  return texts.length === 1 ? first : texts;
}

/** Draws what the sound metrics test a problem's answers on; the same problem gives the same test. */
export function soundStringTest({ truth }: StringProblem): SoundStringTest {
  const { spec, seed, tests } = truth;
  const arity = arityOfText(spec);
  const chance = chanceFrom(seed).fork("hidden");
  const count = tests.hidden;
  const isException = exceptionOf(spec);
  const hidden = [
    ...hiddenTexts(arity, count, chance.fork("texts")),
    ...(isException === null
      ? []
      : exceptionalTexts(isException, arity, chance.fork("exceptions"))),
  ];
  const repeated = isRandom(spec) ? shortTexts(arity, chance.fork("repeated")) : [];
  const marks = isException === null ? null : hidden.map(isException);
  const inputs = [...hidden, ...repeated.flatMap((texts) => Array<Texts>(DRAWS).fill(texts))];
  const kinds = [
    [...hidden.keys()].filter((place) => marks?.[place] === true),
    [...inputs.keys()].slice(hidden.length),
  ];
  return {
    batch: testBatch({
      inputs: inputs.map(inputOf),
      kinds,
      chance: chanceFrom(seed).fork("sound-batch"),
    }),
    hidden,
    truths: hidden.map((texts) => truthOf(spec, texts)),
    exceptional: marks,
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

/** Outputs of the sound test, in the order of the test, taken apart by what they were asked for. */
export function soundStringOutputs(
  { hidden, repeated }: SoundStringTest,
  outputs: readonly Output[],
): {
  readonly hidden: readonly Output[];
  readonly draws: readonly (readonly Output[])[];
} {
  return {
    hidden: outputs.slice(0, hidden.length),
    draws: repeated.map((_, i) =>
      outputs.slice(hidden.length + i * DRAWS, hidden.length + (i + 1) * DRAWS),
    ),
  };
}
