import { factFunction } from "./fact-function.ts";
import type { FactFunction } from "./fact-function.ts";
import type { FactException, FactRelation, Facts } from "./facts.ts";
import { exceptionWords, phraseWords, sameWithout } from "./phrase-words.ts";

/** What a stated relation means, as far as it can be told. */
export interface StatedRelation {
  /** Classes of inputs that go by the stated name. */
  readonly classes: readonly string[];
  /** `null` where no property of these classes goes by the stated name. */
  readonly relation: FactRelation | null;
}

/** Words that a name of a class may have beside it. */
const BESIDE = new Set(["name", "title", "string", "word", "text"]);

/** The classes of inputs that a phrase names, such as `the name of a country`. */
function classesNamed(facts: Facts, phrase: string): readonly string[] {
  const stated = phraseWords(phrase);
  if (stated.size === 0) return [];
  const all = [...facts.classes.keys()];
  const exact = all.filter((id) => classNames(facts, id).some((name) => sameWithout(stated, name)));
  if (exact.length > 0) return exact;
  const bare = new Set([...stated].filter((word) => !BESIDE.has(word)));
  if (bare.size === 0) return [];
  return all.filter((id) => classNames(facts, id).some((name) => sameWithout(bare, name, BESIDE)));
}

/** The relation that was stated. */
export function relationStated(
  facts: Facts,
  stated: { readonly input: string; readonly output: string },
): StatedRelation {
  const classes = classesNamed(facts, stated.input);
  const words = phraseWords(stated.output);
  const relation = [...facts.relations.values()].find(
    (each) => classes.includes(each.class) && isNamed(facts, each, words),
  );
  return { classes, relation: relation ?? null };
}

/** The exception that was stated of a class; `null` where none goes by these words. */
export function exceptionStated(
  facts: Facts,
  classId: string,
  phrase: string,
): FactException | null {
  const own = [...facts.exceptions.values()].filter((each) => each.class === classId);
  const words = exceptionWords(phrase);
  return own.find((each) => isMeant(facts, each, phrase, words)) ?? null;
}

/** Whether two exceptions leave out the same inputs of a relation. */
export function isSameException(
  facts: Facts,
  relation: string,
  one: string,
  other: string,
): boolean {
  if (one === other) return true;
  const about = facts.relations.get(relation)?.class;
  if ([one, other].some((id) => facts.exceptions.get(id)?.class !== about)) return false;
  const [a, b] = [one, other].map((id) => factFunction(facts, relation, id));
  return a !== undefined && b !== undefined && leftOut(a) === leftOut(b);
}

function leftOut({ excepted }: FactFunction): string {
  return excepted.map(({ name }) => name).join("\n");
}

type Words = ReadonlySet<string>;

/** Names as their words, by what they are names of; taken apart once per facts. */
const taken = new WeakMap<Facts, Map<string, readonly Words[]>>();

function once(facts: Facts, of: string, make: () => readonly Words[]): readonly Words[] {
  const known = taken.get(facts) ?? new Map<string, readonly Words[]>();
  taken.set(facts, known);
  const found = known.get(of) ?? make();
  known.set(of, found);
  return found;
}

function classNames(facts: Facts, id: string): readonly Words[] {
  return once(facts, `class ${id}`, () => {
    const phrases = [...facts.relations.values()]
      .filter((relation) => relation.class === id)
      .map(({ input }) => input);
    return [id, ...phrases, ...facts.synonymsOf("class", id)].map(phraseWords);
  });
}

/** All words that names of a class have. */
function wordsAbout(facts: Facts, id: string): Words {
  const [all = new Set<string>()] = once(facts, `about ${id}`, () => [
    new Set(classNames(facts, id).flatMap((name) => [...name])),
  ]);
  return all;
}

function relationNames(facts: Facts, { id, attribute, output }: FactRelation): readonly Words[] {
  return once(facts, `relation ${id}`, () =>
    [
      attribute,
      output,
      ...facts.synonymsOf("attribute", attribute),
      ...facts.synonymsOf("attribute", id),
    ].map(phraseWords),
  );
}

function exceptionNames(
  facts: Facts,
  { id, attribute, value, phrase }: FactException,
): readonly Words[] {
  return once(facts, `exception ${id}`, () => {
    const isValue = !/^[<>]/u.test(value) && value !== "yes";
    const values = isValue ? [value, ...facts.synonymsOf("value", value)] : [];
    return [
      phrase,
      ...facts.synonymsOf("exception", id),
      ...values.flatMap((each) => [each, `${attribute} ${each}`]),
    ].map(exceptionWords);
  });
}

function isNamed(facts: Facts, relation: FactRelation, stated: ReadonlySet<string>): boolean {
  if (stated.size === 0) return false;
  const about = wordsAbout(facts, relation.class);
  return relationNames(facts, relation).some((name) => {
    const isAboutOnly = [...name].every((word) => about.has(word));
    return sameWithout(stated, name, isAboutOnly ? new Set() : about);
  });
}

const START =
  /\b(?:begin|start)\w*\s+(?:with|by)\s+(?:an?\s+|the\s+)?(?:(?:capital|letter|upper-?case)\s+)*["'‘“(]*(?<start>\p{L}+)["'’”).]*$|\b(?:first letter|initial)\s*(?:letter)?\s*(?:is|=|:)?\s*(?:an?\s+)?["'‘“(]*(?<initial>\p{L})["'’”).]*$/iu;

const BOUND =
  /(?<after>\b(?:after|since|later than|over|above|greater than|more than|higher than|beyond)\b|>)?(?<before>\b(?:before|until|earlier than|under|below|less than|lower than|prior to)\b|<)?\s*(?:the (?:year|number)\s*)?(?<bound>\d[\d,]*)/iu;

function isMeant(
  facts: Facts,
  exception: FactException,
  phrase: string,
  words: ReadonlySet<string>,
): boolean {
  const { class: classId, value } = exception;
  const start = START.exec(phrase.trim())?.groups;
  if (value.startsWith("starts:"))
    return (start?.["start"] ?? start?.["initial"])?.toLowerCase() === value.slice(7).toLowerCase();
  if (/^[<>]/u.test(value) && isSameBound(phrase, value)) return true;
  if (words.size === 0) return false;
  const about = wordsAbout(facts, classId);
  return exceptionNames(facts, exception).some((name) => {
    const rest = [...name].filter((word) => !about.has(word));
    return sameWithout(words, name, rest.length === 0 ? new Set() : about);
  });
}

function isSameBound(phrase: string, value: string): boolean {
  const { after, before, bound } = BOUND.exec(phrase)?.groups ?? {};
  if (bound?.replaceAll(",", "") !== value.slice(1)) return false;
  return value.startsWith(">") ? after !== undefined : before !== undefined;
}
