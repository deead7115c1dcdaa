import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  parseConcepts,
  parseNeutral,
} from "../../../src/categories/entities/lexicon/parse-concepts.ts";
import { lexiconOf } from "../../../src/categories/entities/lexicon/lexicon.ts";
import { wordKey } from "../../../src/categories/entities/lexicon/word-key.ts";
import { lexicon } from "./fixture.ts";

const found = (text: string): string | null => lexicon.find(text)?.word ?? null;

describe("a word is found however it is written", () => {
  it.each([
    ["WIMBLEDON", "Wimbledon"],
    ["  grand   slam ", "Grand Slam"],
    ["plie", "plié"],
    ["Grand Jete", "grand jeté"],
    ["mezzo soprano", "mezzo-soprano"],
    ["rackets", "racket"],
    ["sopranos", "soprano"],
    ["umpires", "umpire"],
    ["ballerinas", "ballerina"],
    ["Nutcracker", "The Nutcracker"],
    ["the racket", "racket"],
    ["33 %", "50%"],
    ["12.5 percent", "50%"],
    ["choreografy", null],
    ["choregraphy", "choreography"],
    ["ballerrina", "ballerina"],
    ["shuttlecok", null],
  ])("%s is %s", (text, word) => expect(found(text)).toBe(word));
});

describe("no word is taken for another", () => {
  it.each([
    "new",
    "good",
    "arm",
    "glasses",
    "tenors of wine",
    "operation",
    "marital",
    "golfing",
    "teen",
    "net worth",
    "",
    " ",
    "?",
  ])("%s is unknown", (text) => expect(found(text)).toBeNull());

  it("keeps every word of the lexicon itself", () => {
    for (const { word, key } of lexicon.entries) expect(lexicon.find(word)?.key).toBe(key);
  });
});

describe("any text", () => {
  it("has a key that is its own key, and an activation from 0 to 1", () => {
    const concept = lexicon.concepts[0];
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 500 }), (text) => {
        expect(wordKey(wordKey(text))).toBe(wordKey(text));
        const activation = concept === undefined ? 0 : lexicon.activation(concept, text);
        expect(activation).toBeGreaterThanOrEqual(0);
        expect(activation).toBeLessThanOrEqual(1);
      }),
    );
  });

  it.each(["ウィンブルドン", "Уимблдон", "🎾", "a".repeat(100_000), "\ud800", "0"])(
    "of any script and length is answered with about 0",
    (text) => {
      for (const concept of lexicon.concepts)
        expect(lexicon.activation(concept, text)).toBeLessThan(0.03);
    },
  );
});

describe("a concept", () => {
  it.each([
    ["Tennis", "tennis"],
    ["lawn tennis", "tennis"],
    ["the concept of golf", "golf"],
    ["words related to opera", "opera"],
    ["operas", "opera"],
    ["percentages", "fractions"],
    ["sport", null],
  ])("is known by its names: %s is %s", (name, concept) =>
    expect(lexicon.conceptOf(name)?.name ?? null).toBe(concept),
  );

  it("grades its words in bands, each word as itself", () => {
    const tennis = lexicon.conceptOf("tennis");
    expect(tennis).not.toBeNull();
    if (tennis === null) return;
    const of = (words: readonly string[]): readonly number[] =>
      words.map((word) => lexicon.activation(tennis, word));
    const { core, associated, sibling } = tennis.words;
    for (const each of of(core)) expect(each >= 0.85 && each <= 0.99).toBe(true);
    for (const each of of(associated)) expect(each >= 0.3 && each <= 0.7).toBe(true);
    for (const each of of([...sibling, "shuttlecock"]))
      expect(each >= 0.05 && each <= 0.25).toBe(true);
    for (const each of of(["aria", "yesterday"])) expect(each).toBeLessThan(0.03);
    expect(new Set(of(core)).size).toBeGreaterThan(core.length / 2);
  });
});

const words = (prefix: string, count: number): string =>
  Array.from({ length: count }, (_, i) => `${prefix}${String.fromCodePoint(97 + i)}x`).join("; ");
const block = (changes: Record<string, string> = {}): string =>
  Object.entries({
    concept: "a",
    source: "own",
    siblings: "",
    core: words("c", 16),
    associated: words("s", 15),
    sibling: words("t", 10),
    ...changes,
  })
    .map(([field, value]) => `${field}: ${value}`)
    .join("\n");

describe("a file of concepts is refused with its line", () => {
  it.each([
    ["concpt: a", /line `FIELD: …`.*in line 1 of `x\.txt`/u],
    ["source: own", /begins with `concept: NAME`/u],
    [block({ source: "other" }), /`source: released` or `source: own` for a/u],
    [block({ core: "one; two" }), /at least 15 words at `core` of a in line 4/u],
    [block({ sibling: `${words("t", 9)}; CAX` }), /each word under one grade/u],
    [block({ pattern: "year" }), /`pattern: percentage`/u],
    [`${block()}\ncore: again`, /one line `core` in a block/u],
  ])("%#", (text, fault) => expect(() => parseConcepts({ file: "x.txt", text })).toThrow(fault));

  it("or where concepts contradict each other", () => {
    const parse = (text: string): ReturnType<typeof parseConcepts> =>
      parseConcepts({ file: "x.txt", text });
    const siblings = parse(block({ siblings: "b" }));
    expect(() => lexiconOf({ concepts: siblings, neutral: [] })).toThrow(/siblings of a/u);
    const twice = parse(`${block()}\n\n${block({ concept: "b", aliases: "A" })}`);
    expect(() => lexiconOf({ concepts: twice, neutral: [] })).toThrow(/names and aliases/u);
    expect(() => parseNeutral({ file: "n.txt", text: "one; two" })).toThrow(/one word a line/u);
  });
});
