import { withoutException } from "../../../categories/strings/index.ts";
import type { Condition, StringLaw } from "../../../categories/strings/index.ts";
import { exceptionsTo, splitsOf } from "./exceptions.ts";
import type { Split } from "./exceptions.ts";
import { deepExplanations, explanations, suffixExplanations } from "./explanations.ts";
import type { Vocabularies } from "./explanations.ts";
import type { Hypothesis } from "./hypothesis.ts";
import { joinedLaws } from "./joined-laws.ts";
import type { TextReading } from "./outcome.ts";
import { bitsOf } from "./prior.ts";
import { byWeight, remaining } from "./weighed.ts";

/** Readings that there should be before an exception is thought of. */
const FEWEST = 5;
/** Readings that a law of the others should explain at least. */
const FEWEST_UNMET = 3;
/** Readings that there should be before laws of three operations are sought: it takes long. */
const FEWEST_DEEP = 8;
/** Readings by which every parameter should have shown. */
const FEWEST_TOLD = 6;
/** Bits below which a law that was believed is taken for the law that an exception is to. */
const SIMPLE = 19;
/** Laws that an exception is sought to, at most. */
const LAWS = 400;

/** Laws of the texts that meet no condition, as far as they were sought. */
interface Partial {
  readonly laws: readonly Hypothesis[];
  /** Readings that these laws explain, unless they meet the condition. */
  readonly upTo: number;
}

/** What a search draws on, and what it remembers from one time to the next. */
export interface Search extends Vocabularies {
  /** By condition. */
  readonly partial: Map<Condition, Partial>;
  /** Searches that found nothing: more readings will not help them. */
  readonly failed: Set<"laws" | "deep">;
}

/** A search that remembers nothing yet. */
export function searchOf(words: Vocabularies): Search {
  return { ...words, partial: new Map(), failed: new Set() };
}

/**
 * The functions that explain all readings, the likeliest first; none where nothing is found.
 * `believed` are laws that held for a while.
 */
export function explain(
  search: Search,
  readings: readonly TextReading[],
  believed: readonly StringLaw[],
): readonly Hypothesis[] {
  const isOne = arityOf(readings) === 1;
  if (!isOne) return byWeight(lawsOfTwo(search, readings));
  const laws = unlessFailed(search, "laws", readings, () => lawsFor(search, readings));
  if (laws.length > 0 || readings.length < FEWEST) return byWeight(laws);
  const local = excepted(search, readings, believed);
  if (local.length > 0 || readings.length < FEWEST_DEEP) return byWeight(local);
  return byWeight(
    unlessFailed(search, "deep", readings, () => deepExplanations(search.sound, readings)),
  );
}

function unlessFailed(
  { failed }: Search,
  name: "laws" | "deep",
  readings: readonly TextReading[],
  seek: () => readonly Hypothesis[],
): readonly Hypothesis[] {
  if (failed.has(name)) return [];
  const found = seek();
  // Parameters that no reading has shown yet are not found: the first few failures are not final.
  if (found.length === 0 && readings.length >= FEWEST_TOLD) failed.add(name);
  return found;
}

function arityOf([first]: readonly TextReading[]): number {
  return first?.texts.length ?? 1;
}

/** Laws of two texts; where none was found for long, they are sought now and then only. */
function lawsOfTwo(search: Search, readings: readonly TextReading[]): readonly Hypothesis[] {
  if (readings.length > 12 && readings.length % 8 !== 0) return [];
  const sound = joinedLaws(search.sound, readings);
  return sound.length > 0 ? sound : joinedLaws(search.released(), readings);
}

/** Laws without exceptions, of the sound operations or, where there are none, the released ones. */
function lawsFor(search: Search, readings: readonly TextReading[]): readonly Hypothesis[] {
  const sound = explanations(search.sound, readings, "whole");
  if (sound.length > 0) return sound;
  const appended = suffixExplanations(search.sound, readings);
  if (appended.length > 0) return appended;
  return explanations(search.released(), readings, "whole");
}

function excepted(
  search: Search,
  readings: readonly TextReading[],
  believed: readonly StringLaw[],
): readonly Hypothesis[] {
  const isHopeless = (condition: Condition): boolean =>
    believed.length === 0 && search.partial.get(condition)?.laws.length === 0;
  const splits = splitsOf(readings, search.sound.rules, isHopeless);
  const simple = believed.filter((law) => bitsOf(law) < SIMPLE);
  const quick = splits.flatMap((split) => exceptionsTo(simple, split));
  if (quick.length > 0) return quick;
  return splits.flatMap((split) => {
    const found = lawsOutside(search, split, readings).map(({ spec }) => withoutException(spec));
    return exceptionsTo(found.length > 0 ? found : believed, split);
  });
}

/** Laws of the readings that a split leaves, sought once and then narrowed. */
function lawsOutside(
  { partial, sound }: Search,
  { conditions, unmet }: Split,
  readings: readonly TextReading[],
): readonly Hypothesis[] {
  if (unmet.length < FEWEST_UNMET) return [];
  const [first] = conditions;
  const before = first === undefined ? undefined : partial.get(first);
  const laws =
    before === undefined
      ? byWeight(explanations(sound, unmet, "part")).slice(0, LAWS)
      : remaining(
          before.laws,
          unmet.filter((each) => readings.indexOf(each) >= before.upTo),
        );
  const now = { laws, upTo: readings.length };
  for (const condition of conditions) partial.set(condition, now);
  return laws;
}
