import { nameKey } from "./name-key.ts";
import type { Predicate } from "./predicates.ts";
import type { FactReading } from "./relation-laboratory.ts";
import type { FactSources } from "./sources.ts";
import type { Thing, ThingClass } from "./thing-class.ts";

/** A trait of answers that things without facts may be left out by, such as a city that is in Europe. */
export interface MissingAnswer {
  readonly predicate: Predicate;
  readonly usual: number;
  /** Share of such answers that have the trait, by the things that are known. */
  readonly share: number;
  isMissing(answer: string): boolean;
}

/** Answers of one class from which on their traits may tell what is left out. */
const FEWEST = 6;
/** The attribute "" stands for the answer itself. */
const TRAITS = ["", "continent", "country", "state"];
/** Traits that fewer of the known things have are not looked for, nor those that more have. */
const RARE = 0.05;
const COMMON = 0.6;
const USUAL = 0.5;

/**
 * Traits that answers may lack because what would have them is left out: for classes without facts, whose
 * answers are of a class with facts or of a kind with names.
 */
export function missingAnswers(
  sources: FactSources,
  about: ThingClass,
  readings: readonly FactReading[],
): readonly MissingAnswer[] {
  if (about.hasFacts) return [];
  const answers = readings.flatMap(({ answer }) => (answer === null ? [] : [answer]));
  const counts = new Map<ThingClass, number>();
  for (const answer of answers)
    for (const each of sources.classesOf.get(meaningOf(sources, answer)) ?? [])
      counts.set(each, (counts.get(each) ?? 0) + 1);
  const [kind, count = 0] = [...counts].toSorted((a, b) => b[1] - a[1])[0] ?? [];
  if (kind === undefined || count < Math.max(FEWEST, answers.length / 3)) return [];
  return kind.hasFacts ? traitsOf(sources, about, kind) : valuesOf(sources, about, kind);
}

function meaningOf(sources: FactSources, text: string): string {
  return sources.meaning(nameKey(text));
}

function traitsOf(
  sources: FactSources,
  about: ThingClass,
  kind: ThingClass,
): readonly MissingAnswer[] {
  const known = (attribute: string, thing: Thing): string | undefined =>
    attribute === "" ? thing.name : thing.values(attribute)[0];
  const forms = [...kind.exceptions.map(({ attribute }) => attribute), ""];
  return forms
    .filter((attribute) => TRAITS.includes(attribute))
    .flatMap((attribute) => {
      const values = kind.things.flatMap((thing) => known(attribute, thing) ?? []);
      const named = attribute === "" ? mentions(sources, kind) : values;
      return [...new Set(values)].flatMap((value): MissingAnswer[] => {
        const share = named.filter((each) => each === value).length / named.length;
        if (share < RARE || share > COMMON) return [];
        return [
          {
            predicate: unseen(`the input ${nounOf(about)} is from ${value}`),
            usual: USUAL,
            share,
            isMissing: (answer) => {
              const thing = kind.byKey.get(meaningOf(sources, answer));
              return thing !== undefined && known(attribute, thing) === value;
            },
          },
        ];
      });
    });
}

/** Names of the things of a class wherever facts of other classes mention one: the common ones often. */
function mentions({ classes }: FactSources, kind: ThingClass): readonly string[] {
  return classes
    .filter((each) => each.hasFacts && each !== kind)
    .flatMap(({ things, properties, exceptions }) => {
      const attributes = new Set([...properties, ...exceptions].map(({ attribute }) => attribute));
      return things.flatMap((thing) =>
        [...attributes].flatMap((attribute) => {
          const [value = ""] = attribute === null ? [] : thing.values(attribute);
          return kind.byKey.get(nameKey(value))?.name ?? [];
        }),
      );
    });
}

function valuesOf(
  sources: FactSources,
  about: ThingClass,
  kind: ThingClass,
): readonly MissingAnswer[] {
  return kind.things.map(({ name }) => ({
    predicate: unseen(`the ${nounOf(kind)} of the input ${nounOf(about)} is ${name}`),
    usual: USUAL / 2,
    share: Math.max(RARE, 1 / kind.things.length),
    isMissing: (answer) => meaningOf(sources, answer) === meaningOf(sources, name),
  }));
}

/** A trait of answers holds for no thing in a way that could be known before it is asked. */
function unseen(phrase: string): Predicate {
  return { phrase, usual: USUAL, coverage: 0, holds: () => "unsure" };
}

/** The noun of a phrase such as `the code of an airport`. */
function nounOf({ input }: ThingClass): string {
  return (
    input
      .split(/ an? /u)
      .at(-1)
      ?.replace(/^(?:an?|the) /u, "") ?? input
  );
}
