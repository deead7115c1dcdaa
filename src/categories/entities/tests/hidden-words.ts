import { chanceFrom } from "../../../core/index.ts";
import type { TestBatch } from "../../../contract/index.ts";
import { testBatch } from "../../common/index.ts";
import type { Lexicon } from "../lexicon/lexicon.ts";
import { lexiconFor } from "../opening/lexicon-for.ts";
import { unitOf } from "../opening/unit.ts";
import type { Unit } from "../opening/unit.ts";
import type { EntityProblem } from "../problem.ts";
import { ACTIVE, inTurn, withoutWords, wordPools } from "./word-pools.ts";
import type { WordPools } from "./word-pools.ts";

/** Hidden words of an exception at most. */
const MOST_EXCEPTIONAL = 16;

/** The hidden words of a problem with what its unit says to them. */
export interface HiddenWords {
  readonly lexicon: Lexicon;
  readonly unit: Unit;
  readonly words: readonly string[];
  /** Without noise. */
  readonly activations: readonly number[];
  readonly isExceptional: readonly boolean[];
  readonly batch: TestBatch;
}

/** Draws the hidden words: a half about the unit's concepts and its exception, a half about others. */
export function hiddenWords({ briefing, truth }: EntityProblem): HiddenWords {
  const { spec, seed, tests } = truth;
  const lexicon = lexiconFor(spec);
  const unit = unitOf(spec, lexicon);
  const { initial } = briefing.domain;
  const chance = chanceFrom(seed).fork("hidden");
  const pools = withoutWords(wordPools({ spec, unit, lexicon }), initial, lexicon);
  const words = chosen(pools, tests.hidden, (name, list) => chance.fork(name).shuffled(list));
  const activations = words.map((word) => unit.activation(word));
  const isExceptional = words.map((word) => pools.exceptional.includes(word));
  const places = [...words.keys()];
  const kinds = [
    places.filter((i) => isExceptional[i]),
    places.filter((i) => (activations[i] ?? 0) >= ACTIVE),
  ];
  const batch = testBatch({ inputs: words, kinds, chance: chance.fork("batch") });
  return { lexicon, unit, words, activations, isExceptional, batch };
}

/** So many words: exceptions, strong and fair ones, near ones, and the rest from far away. */
function chosen(
  { strong, fair, near, far, neutral, exceptional }: WordPools,
  count: number,
  order: (name: string, words: readonly string[]) => readonly string[],
): readonly string[] {
  const share = Math.floor(count / 4);
  const about = [
    ...order("exceptional", exceptional).slice(0, Math.min(MOST_EXCEPTIONAL, share)),
    ...inTurn(strong.map((words, i) => order(`strong/${i}`, words))).slice(0, share),
    ...order("fair", fair).slice(0, Math.floor(share / 2)),
    ...order("near", near).slice(0, share),
  ];
  const rest = inTurn([order("far", far), order("neutral", neutral)]);
  return [...about, ...rest.slice(0, Math.max(0, count - about.length))];
}
