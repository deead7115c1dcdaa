import type { Chance } from "../../../core/index.ts";
import { weighted } from "../../common/index.ts";
import type { EntityException, EntitySpec, Join, WordCondition } from "../functions/spec.ts";
import type { Concept } from "../lexicon/concept.ts";
import type { Lexicon } from "../lexicon/lexicon.ts";
import { unitOf } from "../opening/unit.ts";
import { ACTIVE, wordPools } from "../tests/word-pools.ts";
import type { EntityGroup } from "./entity-section.ts";

/** Words that both of two concepts have, so that their joining shows. */
const LEAST_SHARED = 8;
/** Share of a concept's words that an exception may silence, from and to, and how many at least. */
const SILENCED = [0.1, 0.4] as const;
const LEAST_SILENCED = 4;
/** Words of a sibling concept that fire. */
const FIRING = [4, 6] as const;

/** The unit of a group's law on these concepts, or `null` where they do not allow it. */
export function drawEntity(
  group: EntityGroup,
  concepts: readonly Concept[],
  join: Join | null,
  lexicon: Lexicon,
  chance: Chance,
): EntitySpec | null {
  const { noise, exception, approximation } = group;
  const law: EntitySpec = {
    kind: "entity",
    concepts: concepts.map(({ name }) => name),
    ...(join === null ? {} : { join }),
    backend: { name: "lexicon", version: lexicon.version },
  };
  const excepted =
    exception === undefined
      ? undefined
      : drawException(weighted(exception.kinds, chance.fork("kind")), law, lexicon, chance);
  if (excepted === null) return null;
  return {
    ...law,
    ...(noise === undefined ? {} : { noise: drawNoise(noise, chance.fork("noise")) }),
    ...(excepted === undefined ? {} : { exception: excepted }),
    ...(approximation === undefined
      ? {}
      : {
          approximation: {
            seed: String(chance.fork("scatter").integer(1, 0x7fff_ffff)),
            strength: approximation.strength,
          },
        }),
  };
}

function drawNoise(
  { distributions, scale: [least, most] }: NonNullable<EntityGroup["noise"]>,
  chance: Chance,
): NonNullable<EntitySpec["noise"]> {
  const distribution = weighted(distributions, chance);
  const scale = least + (most - least) * chance.uniform();
  return { distribution, scale: Math.max(0.001, Math.round(scale * 1000) / 1000) };
}

function drawException(
  kind: EntityException["kind"],
  law: EntitySpec,
  lexicon: Lexicon,
  chance: Chance,
): EntityException | null {
  const own = chance.fork("exception");
  return kind === "silent" ? drawSilence(law, lexicon, own) : drawFiring(law, lexicon, own);
}

/** A condition that holds for some of the words that activate the unit, each kind as likely. */
function drawSilence(law: EntitySpec, lexicon: Lexicon, chance: Chance): EntityException | null {
  const pools = wordPools({ spec: law, unit: unitOf(law, lexicon), lexicon });
  const active = [...pools.strong.flat(), ...pools.fair];
  const isFit = (when: WordCondition): boolean => {
    const unit = unitOf({ ...law, exception: { kind: "silent", when } }, lexicon);
    const silenced = active.filter((word) => unit.isException(word)).length;
    const share = silenced / active.length;
    return silenced >= LEAST_SILENCED && share >= SILENCED[0] && share <= SILENCED[1];
  };
  const kinds = [...new Set(CONDITIONS.map(({ kind }) => kind))];
  for (const kind of chance.fork("kinds").shuffled(kinds)) {
    const fit = CONDITIONS.filter((when) => when.kind === kind && isFit(when));
    if (fit.length > 0) return { kind: "silent", when: chance.fork("condition").pick(fit) };
  }
  return null;
}

const CONDITIONS: readonly WordCondition[] = [
  ...[..."abcdefghijklmnopqrstuvwxyz"].map((letter) => ({ kind: "starts-with" as const, letter })),
  { kind: "name" },
  { kind: "phrase" },
  ...[8, 9, 10, 11, 12].map((letters) => ({ kind: "longer-than" as const, letters })),
  ...[5, 6].map((letters) => ({ kind: "shorter-than" as const, letters })),
];

/** Some words of a sibling concept that do not activate the unit as it is. */
function drawFiring(law: EntitySpec, lexicon: Lexicon, chance: Chance): EntityException | null {
  const unit = unitOf(law, lexicon);
  const siblings = law.concepts
    .flatMap((name) => lexicon.conceptOf(name)?.siblings ?? [])
    .flatMap((name) => lexicon.conceptOf(name) ?? [])
    .filter(({ name }) => !law.concepts.includes(name));
  for (const sibling of chance.fork("siblings").shuffled(siblings)) {
    const words = sibling.words.core.filter((word) => unit.activation(word) < ACTIVE);
    const count = chance.fork("count").integer(...FIRING);
    if (words.length < 2 * FIRING[1]) continue;
    return {
      kind: "fires",
      concept: sibling.name,
      words: chance.fork("words").shuffled(words).slice(0, count),
    };
  }
  return null;
}

/** Whether joining two concepts in this way gives a unit of its own. */
export function isJoinable(one: Concept, two: Concept, join: Join, lexicon: Lexicon): boolean {
  if (join === "or") return true;
  const isActive = (concept: Concept, word: string): boolean =>
    lexicon.activation(concept, word) >= ACTIVE;
  const ofOne = [...one.words.core, ...one.words.associated];
  const shared = ofOne.filter((word) => isActive(two, word)).length;
  return shared >= LEAST_SHARED && ofOne.length - shared >= LEAST_SHARED;
}
