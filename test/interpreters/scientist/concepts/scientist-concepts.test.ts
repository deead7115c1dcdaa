import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { shippedSources } from "../../../../src/interpreters/scientist/concepts/sources.ts";
import { parseTopics } from "../../../../src/interpreters/scientist/concepts/topic.ts";
import { reachSealed } from "../../../support/import-rules.ts";
import { parseSources } from "../../../support/source-tree.ts";
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

/** What an encyclopedia would also list, so that a unit is as broad as a real one. */
const geology =
  "earthquake; rock; mountain; geology; Hawaii; Iceland; Japan; Italy; island; fire; smoke; disaster; sulfur; tectonic plate; geologist; mantle; crust; Mount Fuji".split(
    "; ",
  );

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
    const { interpretation } = await studied(unitFor(volcanoes, geology), { budget: 256 });
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
  // That its imports reach nothing of the lexicon, a rule on all interpreters holds.
  it("are not those of the lexicon, which no file of an interpreter reads", () => {
    const folder = fileURLToPath(new URL("../../../../src/interpreters/", import.meta.url));
    const paths = readdirSync(folder, { recursive: true, encoding: "utf8" });
    const texts = paths
      .filter((path) => path.endsWith(".ts"))
      .map((path) => readFileSync(folder + path, "utf8"));
    expect(texts.filter((text) => text.includes("data/concepts"))).toEqual([]);
    const named = readFileSync(`${folder}scientist/concepts/sources.ts`, "utf8").matchAll(
      /"([a-z/]+\.[a-z0-9]+)"/gu,
    );
    expect(new Set([...named].map(([, name]) => name))).toEqual(new Set(["probing/topics.txt"]));
    const chain = { "src/interpreters/a.ts": 'import "../categories/entities/lexicon/a.ts";' };
    const files = { ...chain, "src/categories/entities/lexicon/a.ts": "" };
    expect(reachSealed(parseSources(files))).not.toEqual([]);
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
