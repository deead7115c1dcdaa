import { BenchError, canonicalJson, sha256Hex } from "../../../core/index.ts";
import type { Concept, Grade } from "./concept.ts";
import { misspellings } from "./misspellings.ts";
import { isMisspelling, skeletonOf } from "./near-spelling.ts";
import { numberForms } from "./number-forms.ts";
import { withoutArticle, wordKey } from "./word-key.ts";
import { wordShare } from "./word-hash.ts";

/** Activations that words of a grade have, from and to. */
const BANDS: { readonly [grade in Grade | "none"]: readonly [from: number, to: number] } = {
  core: [0.85, 0.99],
  associated: [0.3, 0.7],
  sibling: [0.05, 0.25],
  none: [0, 0.02],
};

/** A word that the lexicon knows. */
export interface Entry {
  /** As it is usually written. */
  readonly word: string;
  readonly key: string;
  /** Concept → the word's grade in it; empty for a neutral word. */
  readonly grades: ReadonlyMap<Concept, Grade>;
}

/** What the files say, ready to be asked. */
export interface Lexicon {
  /** The first 16 hexadecimal digits of the SHA-256 of its concepts and neutral words. */
  readonly version: string;
  /** In alphabetical order of their names. */
  readonly concepts: readonly Concept[];
  /** Every word once: those of the concepts in their order, then neutral ones. */
  readonly entries: readonly Entry[];
  /** How closely a word belongs to a concept. */
  gradeOf(concept: Concept, entry: Entry): Grade | "none";
  /** The concept of a name or an alias, in whatever case or number; `null` where there is none. */
  conceptOf(name: string): Concept | null;
  /** The word that a text is, as far as spelling lets it be told; `null` for an unknown one. */
  find(text: string): Entry | null;
  /** How far a text is about a concept: its activation, 0 to 1, to four decimals. */
  activation(concept: Concept, text: string): number;
}

/** What a lexicon is made of. */
export interface LexiconParts {
  readonly concepts: readonly Concept[];
  readonly neutral: readonly string[];
}

/** Makes a lexicon. Throws `bad-data` where concepts contradict each other. */
export function lexiconOf(parts: LexiconParts): Lexicon {
  const concepts = parts.concepts.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const names = namesOf(concepts);
  const siblings = siblingsOf(concepts, names);
  const entries = entriesOf(concepts, parts.neutral);
  const keyOf = lastKept(wordKey);
  const find = finderOf(entries, keyOf);
  return {
    version: sha256Hex(canonicalJson([concepts, parts.neutral])).slice(0, 16),
    concepts,
    entries: [...entries.values()],
    gradeOf: (concept, entry) => gradeIn(concept, entry, siblings),
    conceptOf: (name) => conceptNamed(names, name),
    find,
    activation: (concept, text) => {
      const entry = find(text);
      if (entry === null) return activationIn(concept, "none", keyOf(text));
      return activationIn(concept, gradeIn(concept, entry, siblings), entry.key);
    },
  };
}

/** The grade of a word in a concept: what is core to a sibling is weakly related, unless listed otherwise. */
function gradeIn(
  concept: Concept,
  { grades }: Entry,
  siblings: ReadonlyMap<Concept, readonly Concept[]>,
): Grade | "none" {
  const listed = grades.get(concept);
  if (listed !== undefined || grades.size === 0) return listed ?? "none";
  const isNear = siblings.get(concept)?.some((sibling) => grades.get(sibling) === "core");
  return isNear === true ? "sibling" : "none";
}

/** The activation of a word of a grade; which one within the band, concept and word decide. */
function activationIn(concept: Concept, grade: Grade | "none", key: string): number {
  const [from, to] = BANDS[grade];
  return rounded(from + (to - from) * wordShare(`${concept.name}/${key}`));
}

/** An activation to four decimals. */
export function rounded(activation: number): number {
  return Math.round(activation * 10_000) / 10_000;
}

/** Concepts by the keys of their names and aliases, and of the other number of these. */
function namesOf(concepts: readonly Concept[]): ReadonlyMap<string, Concept> {
  const names = new Map<string, Concept>();
  for (const concept of concepts)
    for (const name of [concept.name, ...concept.aliases]) {
      const key = wordKey(name);
      const before = names.get(key);
      if (before !== undefined && before !== concept)
        throw new BenchError(
          "bad-data",
          `Expected each concept's names and aliases to be its own; got \`${name}\` for both ${before.name} and ${concept.name}; take it from one of them`,
          { data: { name } },
        );
      names.set(key, concept);
    }
  // A name that is written out goes before what another one would be in the other number.
  const written = [...names];
  for (const [key, concept] of written)
    for (const form of numberForms(key)) if (!names.has(form)) names.set(form, concept);
  return names;
}

/** What may stand before a concept's name without meaning another. */
const PREFIX =
  /^(?:(?:the |a |an )?(?:concepts?|topics?|subjects?|themes?|ideas?|category|field) (?:of )?|(?:words |things |anything )?(?:related to|about) )+/u;

function conceptNamed(names: ReadonlyMap<string, Concept>, name: string): Concept | null {
  const key = wordKey(name);
  const bare = withoutArticle(key.replace(PREFIX, ""));
  return names.get(key) ?? names.get(bare) ?? names.get(`the ${bare}`) ?? null;
}

function siblingsOf(
  concepts: readonly Concept[],
  names: ReadonlyMap<string, Concept>,
): ReadonlyMap<Concept, readonly Concept[]> {
  return new Map(
    concepts.map((concept) => {
      const siblings = concept.siblings.map((name) => {
        const sibling = names.get(wordKey(name));
        if (sibling === undefined || sibling === concept)
          throw new BenchError(
            "bad-data",
            `Expected the siblings of ${concept.name} to be other concepts of the lexicon; got \`${name}\`; correct the name`,
            { data: { concept: concept.name, sibling: name } },
          );
        return sibling;
      });
      return [concept, siblings] as const;
    }),
  );
}

/** An entry while it is made. */
interface OpenEntry extends Entry {
  readonly grades: Map<Concept, Grade>;
}

const STRONGEST = ["core", "associated", "sibling"] as const satisfies readonly Grade[];

/** Every word once, with its grade in each concept: as listed; a concept's own names are core to it. */
function entriesOf(
  concepts: readonly Concept[],
  neutral: readonly string[],
): ReadonlyMap<string, Entry> {
  const entries = new Map<string, OpenEntry>();
  const byWord = new Map<string, OpenEntry>();
  const entryOf = (word: string): OpenEntry => {
    const known = byWord.get(word);
    if (known !== undefined) return known;
    const key = wordKey(word);
    const entry = entries.get(key) ?? { word, key, grades: new Map<Concept, Grade>() };
    byWord.set(word, entry);
    entries.set(key, entry);
    return entry;
  };
  const put = (word: string, concept: Concept, grade: Grade): void => {
    const { grades } = entryOf(word);
    if (!grades.has(concept)) grades.set(concept, grade);
  };
  for (const concept of concepts)
    for (const grade of STRONGEST)
      for (const word of concept.words[grade]) put(word, concept, grade);
  for (const concept of concepts)
    for (const name of [concept.name, ...concept.aliases]) put(name, concept, "core");
  for (const word of neutral) entryOf(word);
  return entries;
}

/** The same function, which does not work out the last one again. */
function lastKept(of: (text: string) => string): (text: string) => string {
  let last = { text: "", key: of("") };
  return (text) => {
    if (last.text !== text) last = { text, key: of(text) };
    return last.key;
  };
}

/** Texts whose entries are kept at hand at most. */
const MOST_KEPT = 50_000;
/** Longer texts are not kept. */
const LONGEST_KEPT = 100;

/** Finds entries: as written, in the other number, without an article, misspelt; in that order. */
function finderOf(
  entries: ReadonlyMap<string, Entry>,
  keyOf: (text: string) => string,
): (text: string) => Entry | null {
  // Both are made when a word is asked for that is not written as in the lexicon.
  let forms: ReadonlyMap<string, Entry> | null = null;
  const otherwise = (key: string): Entry | undefined => (forms ??= otherForms(entries)).get(key);
  let skeletons: ReadonlyMap<string, readonly Entry[]> | null = null;
  const near = (key: string): Entry | null => {
    const right = misspellings.get(key);
    if (right !== undefined) return entries.get(right) ?? otherwise(right) ?? null;
    const skeleton = skeletonOf(key);
    if (skeleton === "") return null;
    skeletons ??= skeletonsOf(entries);
    const found = (skeletons.get(skeleton) ?? []).filter((each) => isMisspelling(key, each.key));
    return found.length === 1 ? (found[0] ?? null) : null;
  };
  const search = (text: string): Entry | null => {
    const key = keyOf(text);
    const bare = withoutArticle(key);
    return entries.get(key) ?? otherwise(key) ?? entries.get(bare) ?? otherwise(bare) ?? near(key);
  };
  const kept = new Map<string, Entry | null>();
  return (text) => {
    const known = kept.get(text);
    if (known !== undefined) return known;
    const found = search(text);
    if (text.length <= LONGEST_KEPT) {
      if (kept.size >= MOST_KEPT) kept.clear();
      kept.set(text, found);
    }
    return found;
  };
}

/** The other number of words and what they are without their article; what could be two words is none. */
function otherForms(entries: ReadonlyMap<string, Entry>): ReadonlyMap<string, Entry> {
  const forms = new Map<string, Entry | null>();
  for (const entry of entries.values()) {
    const { key, word } = entry;
    const bare = withoutArticle(key);
    const others = [
      ...(isName(word) && !key.includes(" ") ? [] : numberForms(key)),
      ...(bare === key ? [] : [bare]),
    ];
    for (const form of others) {
      if (entries.has(form)) continue;
      const before = forms.get(form);
      forms.set(form, before === undefined || before === entry ? entry : null);
    }
  }
  for (const [form, entry] of forms) if (entry === null) forms.delete(form);
  return forms as ReadonlyMap<string, Entry>;
}

/** Whether a word is written as a proper name or an acronym is: with a capital in its last part. */
export function isName(word: string): boolean {
  return /(?:^|[\s-])\p{Lu}[^\s-]*$/u.test(word);
}

function skeletonsOf(entries: ReadonlyMap<string, Entry>): ReadonlyMap<string, readonly Entry[]> {
  const skeletons = new Map<string, Entry[]>();
  for (const entry of entries.values()) {
    const skeleton = skeletonOf(entry.key);
    if (skeleton === "") continue;
    const alike = skeletons.get(skeleton);
    if (alike === undefined) skeletons.set(skeleton, [entry]);
    else alike.push(entry);
  }
  return skeletons;
}
