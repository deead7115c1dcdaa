import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { publicRelations } from "../../../../src/categories/relations/index.ts";
import { chanceFrom } from "../../../../src/core/index.ts";
import type { Answer, Interpretation, Note, Probe } from "../../../../src/contract/index.ts";
import { scientist } from "../../../../src/interpreters/index.ts";
import {
  factSourcesOf,
  shippedFactSources,
} from "../../../../src/interpreters/scientist/relations/sources.ts";
import { agreement, isOfKind } from "../../../../src/interpreters/scientist/relations/answers.ts";
import { readSources } from "../../../support/source-tree.ts";
import { formed } from "../../../support/formed.ts";

const sources = shippedFactSources();
const country = sources.byId.get("country");
const capitals = new Map(
  (country?.things ?? []).map((thing) => [thing.name, thing.values("capital")[0]]),
);
const continentOf = (name: string): string | undefined =>
  country?.things.find((thing) => thing.name === name)?.values("continent")[0];

interface Studied {
  readonly interpretation: Interpretation;
  readonly notes: readonly Note[];
  readonly queries: number;
}

/** Lets the scientist study a black box; throws if it asks more than it may. */
async function studied(
  answerTo: (input: string) => string | undefined,
  budget: number | null = 128,
  rounds: number | null = null,
): Promise<Studied> {
  const notes: Note[] = [];
  let [queries, asked] = [0, 0];
  const probe: Probe = {
    usage: () => ({ queries, rounds: asked }),
    remaining: () => ({
      queries: budget === null ? null : budget - queries,
      rounds: rounds === null ? null : rounds - asked,
    }),
    ask: (inputs) => {
      queries += inputs.length;
      asked += 1;
      if (queries > (budget ?? Infinity) || asked > (rounds ?? Infinity))
        throw new Error("Asked more than it may");
      return Promise.resolve(
        inputs.map((input): Answer => {
          const value = answerTo(String(input));
          return value === undefined
            ? { kind: "undefined", reason: "undefined" }
            : { kind: "value", value };
        }),
      );
    },
  };
  const [briefing] = publicRelations.briefings;
  if (briefing === undefined) throw new Error("Expected a briefing");
  const interpretation = await scientist().interpret(
    {
      probe,
      briefing: formed({ ...briefing, budget, rounds }),
      chance: chanceFrom("a test"),
      clock: { now: () => 0 },
      log: (note) => void notes.push(note),
    },
    new AbortController().signal,
  );
  return { interpretation, notes, queries };
}

describe("the scientist on relations", () => {
  it("names a relation of which it has facts, and no exception where there is none", async () => {
    const { interpretation, notes } = await studied((name) => capitals.get(name));
    expect(interpretation.relation).toEqual({
      input: "a country",
      output: "the capital of that country",
    });
    expect(interpretation.exceptions).toEqual([]);
    expect(interpretation.confidence).toBeGreaterThan(0.8);
    expect(notes.map(({ topic }) => topic)).toContain("conclusion");
  });
  it("names an exception", async () => {
    const { interpretation } = await studied((name) =>
      continentOf(name) === "Africa" ? undefined : capitals.get(name),
    );
    expect(interpretation.relation?.output).toBe("the capital of that country");
    expect(interpretation.exceptions).toEqual(["the input country is in Africa"]);
  });
  it("names an exception by initial letters", async () => {
    const { interpretation } = await studied((name) =>
      name.startsWith("S") ? undefined : capitals.get(name),
    );
    expect(interpretation.exceptions).toEqual(["the input begins with S"]);
  });
  it("names a relation of which it has no facts by the class and the kind of the answers", async () => {
    const songs = sources.byId.get("song");
    const { interpretation } = await studied((name) =>
      songs?.things.some((thing) => thing.name === name) === true ? "Barbra Example" : undefined,
    );
    expect(interpretation.relation).toEqual({ input: "a song", output: "the artist of that song" });
  });
  it("abstains where nothing has an answer", async () => {
    const { interpretation, queries } = await studied(() => undefined, 40);
    expect(interpretation.abstained).toBe(true);
    expect(queries).toBe(40);
  });
  it.each([
    [0, null],
    [1, null],
    [128, 3],
    [null, 2],
  ])("keeps to %s queries and %s rounds", async (budget, rounds) => {
    const { interpretation } = await studied((name) => capitals.get(name), budget, rounds);
    expect(interpretation.description).not.toBe("");
  });
  it("does the same again", async () => {
    const ask = (name: string): string | undefined => capitals.get(name);
    expect(await studied(ask, 64)).toEqual(await studied(ask, 64));
  });
});

describe("answers", () => {
  it.each([
    [["Wolfgang Amadeus Mozart"], "Mozart", 0.9],
    [["United States"], "USA", 1],
    [["4.81"], "4.8", 1],
    [["4.81"], "6.2", 0],
    [["Mediterranean Sea"], "Black Sea", 0],
    [["red"], "red and white", 0.9],
  ])("%j and %s agree by %d", (known, answer, agrees) => {
    expect(agreement(sources, known, answer)).toBe(agrees);
  });
  it.each([
    ["country", "France", true],
    ["year", "1984", true],
    ["year", "12", false],
    ["number 1.5 1.9", "1.75", true],
    ["person", "Johann Example", true],
    ["person", "woodwind", false],
    ["phrase", "+56", false],
  ])("of kind %s: %s is %s", (kind, answer, is) => {
    expect(isOfKind(sources, kind, answer)).toBe(is);
  });
});

describe("sources", () => {
  it("are not those that black boxes answer from, in all that the scientist imports", () => {
    const root = fileURLToPath(new URL("../../../../", import.meta.url));
    const files = new Map(readSources(root).map((file) => [file.path, file]));
    const reached = new Set(["src/interpreters/scientist/scientist.ts"]);
    for (const at of reached)
      for (const { path } of files.get(at)?.imports ?? []) if (path !== null) reached.add(path);
    const texts = [...reached].map(
      (path) => [path, readFileSync(`${root}${path}`, "utf8")] as const,
    );
    expect([...reached]).toContain("src/interpreters/scientist/relations/sources.ts");
    expect(texts.filter(([, text]) => /data\/facts|shipped-facts/u.test(text))).toEqual([]);
  });
  const files = {
    things: [{ file: "a.txt", text: "class: a\ninput: an a\ncolumns: name; b\nx; 1; 2" }],
    kinds: { file: "k.txt", text: "" },
    properties: { file: "p.txt", text: "" },
    wordings: { file: "w.txt", text: "" },
  };
  it("refuses a faulty line with its place", () => {
    expect(() => factSourcesOf(files)).toThrow(/`a\.txt:4`/u);
  });
});
