import { agreement, numberIn } from "./answers.ts";
import type { FactSources } from "./sources.ts";
import type { Thing, ThingClass } from "./thing-class.ts";

/** Which things of a class may be left out. */
export interface Predicate {
  /** Such as `the input country is in Asia`. */
  readonly phrase: string;
  /** How common such exceptions are, relative to others. */
  readonly usual: number;
  /** Share of the things of the class that it holds for, of those of which it is known. */
  readonly coverage: number;
  /** `unsure` where it is not known, or true of one of several values only. */
  holds(thing: Thing): "yes" | "no" | "unsure";
}

/** Things that a predicate has to hold for, and not to hold for, to be thought of. */
const FEWEST = 2;
const FEWEST_OTHERS = 4;
/** How common predicates are: a value, a bound, an initial letter. */
const USUAL = { value: 1, bound: 0.5, letter: 0.25 } as const;

const known = new WeakMap<ThingClass, readonly Predicate[]>();

/** The predicates that may be an exception of a class, made once. */
export function predicatesOf(sources: FactSources, about: ThingClass): readonly Predicate[] {
  const found = known.get(about) ?? allPredicates(sources, about);
  known.set(about, found);
  return found;
}

/** A predicate before it is known how many things it holds for. */
type Draft = Omit<Predicate, "coverage">;

function allPredicates(sources: FactSources, about: ThingClass): readonly Predicate[] {
  const all: readonly Draft[] = [
    ...about.exceptions.flatMap(({ attribute, phrase }) => [
      ...valuePredicates(sources, about, attribute, phrase),
      ...boundPredicates(about, attribute, phrase),
    ]),
    ...genderPredicates(sources, about),
    ...letterPredicates(about),
  ];
  const seen = new Set<string>();
  return all.flatMap((predicate) => {
    const held = new Map(about.things.map((thing) => [thing, predicate.holds(thing)]));
    const count = (wanted: "yes" | "no"): number =>
      [...held.values()].filter((each) => each === wanted).length;
    const [yes, no] = [count("yes"), count("no")];
    if (yes < FEWEST || no < FEWEST_OTHERS) return [];
    // Of several that cannot be told apart here the first is as good as any.
    const extent = [...held.values()].join(" ");
    if (seen.has(extent)) return [];
    seen.add(extent);
    return [
      { ...predicate, coverage: yes / (yes + no), holds: (thing) => held.get(thing) ?? "unsure" },
    ];
  });
}

function valuePredicates(
  sources: FactSources,
  { things }: ThingClass,
  attribute: string,
  phrase: string,
): readonly Draft[] {
  const values = new Set(things.flatMap((thing) => thing.values(attribute)));
  return [...values]
    .filter((value) => numberIn(value) === null)
    .map((value) => ({
      phrase: phrase.replace("{}", value),
      usual: USUAL.value,
      holds: (thing) => {
        const [first, ...others] = thing.values(attribute);
        if (first === undefined) return "unsure";
        const isIt = (text: string): boolean => agreement(sources, [value], text) === 1;
        if (isIt(first)) return "yes";
        return others.some(isIt) ? "unsure" : "no";
      },
    }));
}

/** Bounds that people name: years by centuries and halves, other numbers by 1, 2 and 5. */
const YEARS = [1500, 1600, 1700, 1750, 1800, 1850, 1900, 1920, 1950, 1970, 1980, 1990, 2000, 2010];
const NUMBERS = [1, 10, 100, 1000].flatMap((unit) =>
  [1, 1.5, 2, 2.5, 3, 4, 5, 6, 7, 8, 9].map((digit) => digit * unit),
);

function boundPredicates(
  { things }: ThingClass,
  attribute: string,
  phrase: string,
): readonly Draft[] {
  const numbers = things.flatMap((thing) => thing.values(attribute).slice(0, 1)).map(numberIn);
  const given = numbers.filter((each) => each !== null);
  if (given.length < things.length / 4 || given.length === 0) return [];
  const areYears = given.filter((each) => each > 1000 && each < 2030).length > 0.8 * given.length;
  const isYear = areYears && !/ is \{\}| number /u.test(phrase);
  const bounds = isYear ? YEARS : NUMBERS;
  const words = isYear ? (["after", "before"] as const) : (["more than", "less than"] as const);
  return bounds.flatMap((bound) =>
    words.map((word, i): Draft => ({
      phrase: phrase.replace("{}", `${word} ${bound}`),
      usual: USUAL.bound,
      holds: (thing) => {
        const value = numberIn(thing.values(attribute)[0] ?? "");
        if (value === null || value === bound) return "unsure";
        return value > bound === (i === 0) ? "yes" : "no";
      },
    })),
  );
}

/** First names tell whether persons are women or men, where no facts do. */
function genderPredicates(sources: FactSources, about: ThingClass): readonly Draft[] {
  const isKnown = about.exceptions.some(({ attribute }) => attribute === "gender");
  const names = sources.byId.get("first-name");
  if (!about.isPersons || isKnown || names === undefined) return [];
  return ["woman", "man"].map((gender) => ({
    phrase: `the input is a ${gender}`,
    usual: USUAL.value,
    holds: ({ key }) => {
      const [said] = names.byKey.get(key.split(" ")[0] ?? "")?.values("gender") ?? [];
      if (said === undefined) return "unsure";
      return (said === "female") === (gender === "woman") ? "yes" : "no";
    },
  }));
}

function letterPredicates({ things }: ThingClass): readonly Draft[] {
  const letters = new Set(things.map(({ name }) => initial(name)));
  return [...letters]
    .filter((letter) => /^\p{L}$/u.test(letter))
    .map((letter) => ({
      phrase: `the input begins with ${letter}`,
      usual: USUAL.letter,
      holds: ({ name }) => (initial(name) === letter ? "yes" : "no"),
    }));
}

function initial(name: string): string {
  return name.normalize("NFKD").slice(0, 1).toUpperCase();
}
