import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { shippedSources } from "../../../../src/interpreters/scientist/concepts/sources.ts";
import { parseTopics } from "../../../../src/interpreters/scientist/concepts/topic.ts";
import { readSources } from "../../../support/source-tree.ts";
import { studied } from "./questioning-units.ts";

/** A unit that is strong for some words, fair for others, and silent for all else. */
function unitFor(
  strong: readonly string[],
  fair: readonly string[] = [],
): (word: string) => number {
  const keys = (words: readonly string[]): ReadonlySet<string> =>
    new Set(words.map((word) => word.toLowerCase()));
  const [plainly, associated] = [keys(strong), keys(fair)];
  return (word) =>
    plainly.has(word.toLowerCase()) ? 0.93 : associated.has(word.toLowerCase()) ? 0.5 : 0.008;
}

// Written for these tests; common knowledge.
const tennis =
  "tennis; racket; Wimbledon; serve; backhand; forehand; deuce; Grand Slam; ace; tiebreak; volley; Roger Federer; Serena Williams; Rafael Nadal; clay court; US Open; lawn tennis; Novak Djokovic; Davis Cup; baseline".split(
    "; ",
  );
const volcanoes =
  "volcano; volcanoes; lava; magma; eruption; Vesuvius; ash; crater; Krakatoa; Mount Etna; Mount St. Helens; caldera; pumice; Pompeii; Kilauea; Mauna Loa; Ring of Fire; basalt; volcanology; dormant".split(
    "; ",
  );
const others = ["spoon", "Tuesday", "violin", "parliament", "turtle"];

describe("a scientist on units that respond to concepts", () => {
  it("names the concept from two words that are given away", async () => {
    const initial = [...others, "backhand", "deuce"];
    const { interpretation } = await studied(unitFor(tennis, ["net", "court"]), { initial });
    expect(interpretation.concepts).toEqual(["tennis"]);
    expect(interpretation.join).toBeUndefined();
    expect(interpretation.exceptions).toEqual([]);
    expect(interpretation.description).toContain("tennis");
  });

  it("finds it by itself, where nothing is given away", async () => {
    const { interpretation } = await studied(unitFor(volcanoes), { budget: 256 });
    expect(interpretation.concepts.join()).toMatch(/^volcano(es)?$/u);
  });

  it("tells two concepts from one", async () => {
    const initial = [...others, "backhand", "magma"];
    const unit = unitFor([...tennis, ...volcanoes]);
    const { interpretation } = await studied(unit, { initial, budget: 128 });
    expect(interpretation.concepts.toSorted()).toEqual(["tennis", "volcanoes"]);
    expect(interpretation.join).toBe("or");
  });

  it("says that names are an exception, where they are silent", async () => {
    const unit = unitFor(tennis.filter((word) => !/\p{Lu}/u.test(word)));
    const initial = [...others, "backhand", "deuce"];
    const { interpretation } = await studied(unit, { initial });
    expect(interpretation.concepts).toEqual(["tennis"]);
    expect(interpretation.exceptions.join()).toMatch(/proper names/u);
  });

  it("abstains where nothing is active", async () => {
    const { interpretation } = await studied(() => 0.01, { budget: 32 });
    expect(interpretation).toMatchObject({ abstained: true, concepts: [], confidence: null });
  });

  it("asks the same and says the same with the same seed", async () => {
    const once = () => studied(unitFor(tennis), { initial: ["ace", "spoon"], budget: 40 });
    expect(await once()).toEqual(await once());
  });

  it.each([
    [0, null],
    [1, null],
    [5, 1],
    [16, 3],
    [40, 2],
  ])("keeps to %s queries in %s rounds", async (budget, rounds) => {
    const initial = [...others, "backhand"];
    const { queries } = await studied(unitFor(tennis), { initial, budget, rounds });
    expect(queries).toBeLessThanOrEqual(budget);
  });
});

describe("its sources", () => {
  const root = dirname(
    dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url))))),
  );

  it("are not those of the lexicon", () => {
    const files = new Map(readSources(root).map((file) => [file.path, file]));
    const reached = new Set<string>();
    const visit = (path: string): void => {
      if (reached.has(path)) return;
      reached.add(path);
      for (const next of files.get(path)?.imports ?? []) if (next.path !== null) visit(next.path);
    };
    visit("src/interpreters/scientist/scientist.ts");
    const paths = [...reached];
    expect(paths).toContain("src/interpreters/scientist/concepts/sources.ts");
    expect(paths.filter((path) => /^src\/categories\/entities\/(lexicon|shipped)\//u.test(path))).toEqual([]);
    const texts = paths.map((path) => files.get(path)?.syntax.text ?? "");
    expect(texts.filter((text) => text.includes("concepts/") && /data\/|DATA/u.test(text) && /["'`](?:\.\.\/)*(?:data\/)?concepts\//u.test(text))).toEqual([]);
  });

  it("are topics with words, each with a direction", () => {
    const { topics, vectors } = shippedSources();
    expect(topics.length).toBeGreaterThanOrEqual(320);
    expect(Math.min(...topics.map(({ words }) => words.length))).toBeGreaterThanOrEqual(6);
    expect(vectors.directionOf("tennis racket")).not.toBeNull();
    expect(vectors.directionOf("qqqqzz")).toBeNull();
  });

  it("are refused with file and line where they are no topics", () => {
    expect(() => parseTopics("a.txt", "# a\ntennis: racket\ntennis: net")).toThrow(
      /each name once, in line 3 of `a.txt`/u,
    );
    expect(() => parseTopics("a.txt", "tennis")).toThrow(/line 1/u);
  });
});
