import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { embeddingOf } from "../../../src/categories/entities/lexicon/embedding.ts";
import { unitOf } from "../../../src/categories/entities/opening/unit.ts";
import { entities } from "../../../src/categories/entities/sealed.ts";
import type { EntityProblem } from "../../../src/categories/entities/index.ts";
import type { Category } from "../../../src/categories/common/index.ts";
import { shippedEmbedding } from "../../../src/categories/entities/shipped/shipped-embedding.ts";
import { shippedLexicon } from "../../../src/categories/entities/shipped/shipped-lexicon.ts";
import { openProbe } from "../../../src/harness/index.ts";
import { shippedVectors } from "../../../src/vectors/index.ts";
import { lexicon } from "./fixture.ts";

const { vectors, digest } = shippedVectors();
const embedding = embeddingOf(lexicon, vectors, digest);
const conceptNamed = (name: string) => {
  const concept = embedding.conceptOf(name);
  if (concept === null) throw new Error(`Expected the concept ${name}; got none`);
  return concept;
};
const tennis = conceptNamed("tennis");
const opera = conceptNamed("opera");

describe("what the lexicon lists", () => {
  it("is answered by it, and neutral words stay silent", () => {
    for (const concept of embedding.concepts)
      for (const entry of embedding.entries) {
        const isElsewhere = entry.grades.size > 0 && embedding.gradeOf(concept, entry) === "none";
        const activation = embedding.activation(concept, entry.word);
        if (isElsewhere) expect(activation).toBeLessThanOrEqual(0.25);
        else expect(activation).toBe(lexicon.activation(concept, entry.word));
      }
  });
});

describe("a word that the lexicon does not know", () => {
  it.each([
    ["Djokovic", tennis, opera],
    ["quarterfinals", tennis, opera],
    ["operetta", opera, tennis],
    ["Rossini's overtures", opera, tennis],
  ])("%s is nearer to its own concept", (word, own, other) => {
    expect(lexicon.find(word)).toBeNull();
    expect(embedding.activation(own, word)).toBeGreaterThan(
      2 * embedding.activation(other, word) + 0.03,
    );
  });

  it("is answered alike in any case and with any blanks, as recorded on any machine", () => {
    expect(embedding.activation(tennis, "  DJOKOVIC ")).toBe(
      embedding.activation(tennis, "djokovic"),
    );
    expect(embedding.version).toMatchInlineSnapshot(`"32c65fbcef183e91"`);
    expect(
      ["Djokovic", "operetta", "cricket bat", "parliament"].map((word) =>
        embedding.activation(tennis, word),
      ),
    ).toMatchInlineSnapshot(`
      [
        0.2314,
        0,
        0.0219,
        0,
      ]
    `);
  });

  it("is answered by the lexicon where no word of it has a vector", () =>
    expect(embedding.activation(tennis, "xyzzyq")).toBe(lexicon.activation(tennis, "xyzzyq")));

  it("gets an activation from 0 to 1, to four decimals, whatever text it is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const activation = embedding.activation(opera, text);
        expect(activation).toBeGreaterThanOrEqual(0);
        expect(activation).toBeLessThanOrEqual(1);
        expect(Math.round(activation * 10_000) / 10_000).toBe(activation);
      }),
      { numRuns: 50 },
    );
  });
});

const category: Category = entities;

/** A unit that is drawn from what is shipped. */
async function drawn(backend: "lexicon" | "embedding"): Promise<EntityProblem> {
  const group = { count: 1, law: { structure: "single" }, backend };
  const section = { description: "", groups: [group], tests: { triplets: 4, hidden: 20 } };
  const drawing = category.drawing({ recipe: "test", budget: 64, seed: "1", section });
  const draft = drawing.draft({ group, index: 0, key: "0/0" });
  return (await draft.finish({
    approximate: () => Promise.reject(new Error("none is wanted")),
  })) as EntityProblem;
}

describe.each([
  ["lexicon", shippedLexicon],
  ["embedding", shippedEmbedding],
] as const)("a unit of the shipped %s", (backend, shipped) => {
  it("answers through its door, by the backend that its spec names", async () => {
    const problem = await drawn(backend);
    const { spec } = problem.truth;
    expect(spec.backend).toEqual({ name: backend, version: shipped().version });
    const options = problem.truth.tests.triplets.flatMap((triplet) => triplet.options);
    const words = ["piano", "Djokovic", "Tuesday", ...options];
    const probe = openProbe({ problem, epoch: 1, budget: 64, rounds: null });
    const unit = unitOf(spec, shipped());
    expect(await probe.ask(words)).toEqual(
      words.map((word) => ({ kind: "value", value: unit.activation(word) })),
    );
  });

  it("is refused where another version made it", async () => {
    const problem = await drawn(backend);
    const { truth } = problem;
    const other = { ...truth.spec, backend: { name: backend, version: "0000000000000000" } };
    const opened = { ...problem, truth: { ...truth, spec: other } };
    expect(() => category.open(opened, { epoch: 1 })).toThrow(
      new RegExp(`Expected the ${backend} that the suite was made with, version 0000`, "u"),
    );
  });
});
