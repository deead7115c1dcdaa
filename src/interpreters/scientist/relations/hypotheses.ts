import { agreement, isOfKind, meaningsOf, numberIn } from "./answers.ts";
import type { FactReading } from "./relation-laboratory.ts";
import type { FactSources } from "./sources.ts";
import type { Property, ThingClass } from "./thing-class.ts";

/** What a relation may be: a property of a class, `null` for one that was not thought of. */
export interface RelationHypothesis {
  readonly about: ThingClass;
  readonly property: Property | null;
  readonly weight: number;
  /** Things of the class that had no answer. */
  readonly missed: number;
}

/** How common classes are: those with facts, with likely properties, and all others. */
const COMMON = { facts: 1, properties: 0.6, names: 0.05 } as const;
/** How common properties are: with facts, without, and one that was not thought of. */
const USUAL = { facts: 1, guessed: 0.5, unthought: 0.15 } as const;
/** Share of a class's things that have an answer; where some had none, they may be an exception. */
const ANSWERED = { usually: 0.8, afterMisses: 0.5 } as const;
/** Chance that a thing is of a class as well: of a wider one, where it is named elsewhere, and nowhere. */
const MEMBER = { wider: 0.8, elsewhere: 0.004, nowhere: 0.03 } as const;
/** The same where a name that is known nowhere begins with a first name: of persons, and of other things. */
const NAMED = { person: 0.1, other: 0.01 } as const;
/** Chances of an answer by what it has in common with what was expected. */
const EXPECTED = {
  right: 0.85,
  wrong: 0.06,
  among: 0.6,
  other: 0.1,
  strange: 0.02,
  ofKind: 0.4,
  vague: 0.06,
  phrase: 0.1,
};

/** Below this a hypothesis is as good as disproved, and is not weighed any more. */
const NEGLIGIBLE = 1e-15;

/** Every hypothesis before anything is known. */
export function firstHypotheses({ classes }: FactSources): readonly RelationHypothesis[] {
  return scaled(
    classes.flatMap((about) => {
      const { hasFacts, properties } = about;
      const common = hasFacts
        ? COMMON.facts
        : properties.length > 0
          ? COMMON.properties
          : COMMON.names;
      const usual = properties.map(({ attribute }): number =>
        attribute === null ? USUAL.guessed : USUAL.facts,
      );
      const sum: number = usual.reduce((total, each) => total + each, USUAL.unthought);
      const all = [...properties, null];
      return all.map((property, i) => ({
        about,
        property,
        weight: (common * (usual[i] ?? USUAL.unthought)) / sum,
        missed: 0,
      }));
    }),
  );
}

/** Hypotheses after one more reading. */
export function afterReading(
  sources: FactSources,
  hypotheses: readonly RelationHypothesis[],
  reading: FactReading,
): readonly RelationHypothesis[] {
  const memberships = new Map<ThingClass, number>();
  return scaled(
    hypotheses.map((hypothesis) => {
      const { about, weight, missed } = hypothesis;
      const answered = missed === 0 ? ANSWERED.usually : ANSWERED.afterMisses;
      if (weight < NEGLIGIBLE) return hypothesis;
      const member = memberships.get(about) ?? membership(sources, about, reading.key);
      memberships.set(about, member);
      const chance =
        reading.answer === null
          ? 1 - member * answered * blame(hypothesis, member, reading.key)
          : member * answered * chanceOf(sources, hypothesis, reading.key, reading.answer);
      const isMissed = reading.answer === null && member === 1;
      return { ...hypothesis, weight: weight * chance, missed: missed + Number(isMissed) };
    }),
  );
}

/** How likely a name is one of a class. */
function membership(sources: FactSources, about: ThingClass, key: string): number {
  const known = sources.classesOf.get(key) ?? [];
  if (known.includes(about)) return 1;
  if (known.length === 0) {
    if (!beginsWithFirstName(sources, key)) return MEMBER.nowhere;
    return about.isPersons ? NAMED.person : NAMED.other;
  }
  return known.some(({ within }) => within.includes(about.id)) ? MEMBER.wider : MEMBER.elsewhere;
}

function beginsWithFirstName({ byId }: FactSources, key: string): boolean {
  const [first = "", ...others] = key.split(" ");
  return others.length > 0 && byId.get("first-name")?.byKey.has(first) === true;
}

/** How likely a name of some class is one of the class that is sought, by the weights of classes. */
export function memberChance(
  sources: FactSources,
  weights: ReadonlyMap<ThingClass, number>,
  key: string,
): number {
  const known = sources.classesOf.get(key) ?? [];
  const wider = known.flatMap(({ within }) => within.flatMap((id) => sources.byId.get(id) ?? []));
  let chance: number = MEMBER.elsewhere;
  for (const about of new Set([...known, ...wider]))
    chance += (weights.get(about) ?? 0) * (membership(sources, about, key) - MEMBER.elsewhere);
  return chance;
}

/**
 * How much a thing without an answer speaks against a hypothesis: less where nothing is known of its
 * property, and where it is of a narrower class, all of which may be an exception.
 */
function blame({ about, property }: RelationHypothesis, member: number, key: string): number {
  const thing = about.byKey.get(key);
  const attribute = property?.attribute ?? null;
  if (thing === undefined) return member === MEMBER.wider ? 0.3 : 1;
  return attribute !== null && thing.values(attribute).length === 0 ? 0.5 : 1;
}

function chanceOf(
  sources: FactSources,
  { about, property }: RelationHypothesis,
  key: string,
  answer: string,
): number {
  if (property === null) return EXPECTED.vague;
  const { attribute, kinds } = property;
  if (attribute === null) {
    if (kinds.includes("phrase"))
      return isOfKind(sources, "phrase", answer) ? EXPECTED.phrase : EXPECTED.strange;
    return kinds.some((kind) => isOfKind(sources, kind, answer))
      ? EXPECTED.ofKind
      : EXPECTED.strange;
  }
  const known = about.byKey.get(key)?.values(attribute) ?? [];
  if (known.length > 0) {
    const agrees = agreement(sources, known, answer);
    if (agrees > 0) return EXPECTED.right * agrees;
    return isAmong(sources, about, attribute, answer) ? EXPECTED.wrong : EXPECTED.strange;
  }
  if (isAmong(sources, about, attribute, answer)) return EXPECTED.among;
  const areNumbers = rangeOf(sources, about, attribute).least < Infinity;
  return areNumbers === (numberIn(answer) !== null) ? EXPECTED.other : EXPECTED.strange;
}

/** Whether an answer is among the values that an attribute has in a class, or between its numbers. */
function isAmong(
  sources: FactSources,
  about: ThingClass,
  attribute: string,
  answer: string,
): boolean {
  const { meanings, least, most } = rangeOf(sources, about, attribute);
  const value = numberIn(answer);
  if (value !== null) return value >= least && value <= most;
  return meaningsOf(sources, answer).some((meaning) => meanings.has(meaning));
}

/** What values an attribute has in a class. */
interface ValueRange {
  readonly meanings: ReadonlySet<string>;
  readonly least: number;
  readonly most: number;
}

const ranges = new WeakMap<ThingClass, Map<string, ValueRange>>();

function rangeOf(sources: FactSources, about: ThingClass, attribute: string): ValueRange {
  const own = ranges.get(about) ?? new Map<string, ValueRange>();
  ranges.set(about, own);
  const known = own.get(attribute);
  if (known !== undefined) return known;
  const all = about.things.flatMap((thing) => thing.values(attribute));
  const numbers = all.map(numberIn).filter((each) => each !== null);
  const range = {
    meanings: new Set(all.flatMap((value) => meaningsOf(sources, value))),
    least: Math.min(...numbers),
    most: Math.max(...numbers),
  };
  own.set(attribute, range);
  return range;
}

/** The weights of classes, whatever the property. */
export function classWeights(
  hypotheses: readonly RelationHypothesis[],
): ReadonlyMap<ThingClass, number> {
  const weights = new Map<ThingClass, number>();
  for (const { about, weight } of hypotheses)
    weights.set(about, (weights.get(about) ?? 0) + weight);
  return weights;
}

function scaled(hypotheses: readonly RelationHypothesis[]): readonly RelationHypothesis[] {
  const sum = hypotheses.reduce((total, { weight }) => total + weight, 0);
  return hypotheses.map((each) => ({ ...each, weight: each.weight / sum }));
}
