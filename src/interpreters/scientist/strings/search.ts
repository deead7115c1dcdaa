import { withoutException } from "../../../functions/index.ts";
import type { StringLaw } from "../../../functions/index.ts";
import { exceptionsTo, splitsOf } from "./exceptions.ts";
import { explanations, suffixExplanations } from "./explanations.ts";
import type { Vocabularies } from "./explanations.ts";
import type { Hypothesis } from "./hypothesis.ts";
import type { TextReading } from "./outcome.ts";
import { byWeight } from "./weighed.ts";

/** Readings that there should be before an exception is thought of. */
const FEWEST = 5;
/** Ways to part the readings for which a law of one part is sought. */
const SPLITS = 12;
/** Laws that an exception is sought to, at most. */
const LAWS = 60;

/** What a search draws on: the vocabularies, and laws that were believed for a while. */
export interface Search extends Vocabularies {
  /** Laws that explained the readings before one of them spoke against it. */
  readonly believed: readonly StringLaw[];
}

/** The functions that explain all readings, the likeliest first; none where nothing is found. */
export function explain(search: Search, readings: readonly TextReading[]): readonly Hypothesis[] {
  const laws = lawsFor(search, readings);
  if (laws.length > 0) return byWeight(laws);
  if (readings.length < FEWEST) return [];
  return byWeight(excepted(search, readings));
}

/** Laws without exceptions, of the sound operations or, where there are none, the released ones. */
function lawsFor(search: Search, readings: readonly TextReading[]): readonly Hypothesis[] {
  const sound = explanations(search.sound, readings);
  if (sound.length > 0) return sound;
  const appended = suffixExplanations(search.sound, readings);
  if (appended.length > 0) return appended;
  return explanations(search.released(), readings);
}

function excepted(search: Search, readings: readonly TextReading[]): readonly Hypothesis[] {
  const { rules } = search.sound;
  const splits = splitsOf(readings);
  const known = exceptionsTo(search.believed, splits, rules);
  if (known.length > 0) return known;
  return splits.slice(0, SPLITS).flatMap((split) => {
    if (split.unmet.length < 2) return [];
    const laws = byWeight(explanations(search.sound, split.unmet)).slice(0, LAWS);
    return exceptionsTo(laws.map(({ spec }) => withoutException(spec)), [split], rules);
  });
}
