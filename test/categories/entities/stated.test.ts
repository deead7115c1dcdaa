import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Interpretation } from "../../../src/contract/index.ts";
import type { EntityException, Join } from "../../../src/categories/entities/index.ts";
import { describeException } from "../../../src/categories/entities/functions/describe.ts";
import { SILENT } from "../../../src/categories/common/index.ts";
import { conceptsOf } from "../../../src/categories/entities/opening/concepts-of.ts";
import { auroc, rankShare } from "../../../src/categories/entities/scorers/ranking.ts";
import {
  conceptsF1,
  isExactlyNamed,
  isExceptionStated,
  isFalselyExcepted,
  statedActivation,
  statedConcepts,
} from "../../../src/categories/entities/scorers/stated.ts";
import { tripletShare } from "../../../src/categories/entities/scorers/triplet-share.ts";
import { lexicon, specOf, unit } from "./fixture.ts";

const said = (concepts: readonly string[], rest: Partial<Interpretation> = {}): Interpretation => ({
  ...SILENT,
  concepts,
  ...rest,
});

function judged(
  truth: readonly string[],
  join: Join | undefined,
  answer: Interpretation,
): { readonly f1: number; readonly named: boolean } {
  const spec = specOf(truth, join === undefined ? {} : { join });
  const own = conceptsOf(spec, lexicon);
  const stated = statedConcepts(answer, lexicon);
  return {
    f1: conceptsF1(stated, own),
    named: isExactlyNamed(stated, answer, spec, own, lexicon),
  };
}

describe("stated concepts", () => {
  it.each([
    [["tennis"], undefined, said(["Lawn Tennis"]), 1, true],
    [["tennis"], undefined, said(["tennis", "the game of tennis"]), 1, true],
    [["tennis"], undefined, said(["tennis", "golf"]), 2 / 3, false],
    [["tennis"], undefined, said(["tennis", "sport"]), 2 / 3, false],
    [["tennis"], undefined, said(["golf"]), 0, false],
    [["tennis", "opera"], "or", said(["opera", "tennis"]), 1, true],
    [["tennis", "opera"], "or", said(["opera"]), 2 / 3, false],
    [["tennis", "badminton"], "and", said(["tennis", "badminton"]), 1, false],
    [["tennis", "badminton"], "and", said(["tennis", "badminton"], { join: "and" }), 1, true],
    [["tennis", "golf"], "and-not", said(["tennis", "golf"], { join: "and-not" }), 1, true],
    [["tennis", "golf"], "and-not", said(["golf", "tennis"], { join: "and-not" }), 1, false],
    [
      ["tennis", "golf"],
      "and-not",
      said(["tennis"], { exceptions: ["all about golf"] }),
      2 / 3,
      true,
    ],
    [["tennis"], undefined, said(Array.from({ length: 200 }, (_, i) => `x${i}`)), 0, false],
  ] as const)("%#: %j %s", (truth, join, answer, f1, named) => {
    expect(judged(truth, join, answer).f1).toBeCloseTo(f1, 10);
    expect(judged(truth, join, answer).named).toBe(named);
  });

  it("predict what the unit does where they are its own", () => {
    const own = said(["tennis", "opera"]);
    const guess = statedActivation(statedConcepts(own, lexicon), own, lexicon);
    const truth = unit(["tennis", "opera"], { join: "or" });
    for (const { word } of lexicon.entries) expect(guess(word)).toBe(truth.activation(word));
  });

  it("that are words fire alone", () => {
    const own = said(["serves", "xyzzy"]);
    const guess = statedActivation(statedConcepts(own, lexicon), own, lexicon);
    expect(["Serve", "xyzzy", "racket"].map(guess)).toEqual([1, 1, 0]);
  });
});

describe("a stated exception", () => {
  const starts = { kind: "silent", when: { kind: "starts-with", letter: "s" } } as const;
  const fires = {
    kind: "fires",
    concept: "golf",
    words: ["putter", "fairway", "caddie", "tee"],
  } as const;
  it.each([
    [starts, "words beginning with the letter S", true],
    [starts, "starts with 's'", true],
    [starts, "starts with a", false],
    [starts, "Serena Williams, serve, singles", true],
    [starts, "serve, racket, volley, deuce", false],
    [fires, "some words about golf", true],
    [fires, "putter, fairways and caddie", true],
    [fires, "words about opera", false],
    [{ kind: "silent", when: { kind: "name" } }, "proper names do not activate it", true],
    [{ kind: "silent", when: { kind: "phrase" } }, "multi-word phrases", true],
    [{ kind: "silent", when: { kind: "longer-than", letters: 9 } }, "more than 9 letters", true],
    [{ kind: "silent", when: { kind: "longer-than", letters: 9 } }, "more than 4 letters", false],
    [{ kind: "silent", when: { kind: "shorter-than", letters: 5 } }, "short words", true],
    [{ kind: "silent", when: { kind: "shorter-than", letters: 5 } }, "", false],
  ] as const)("%j: %s", (exception: EntityException, text, is) => {
    const own = unit(["tennis"], { exception });
    const answer = said(["tennis"], { exceptions: [text] });
    expect(isExceptionStated(answer, exception, own, lexicon)).toBe(is);
  });

  it("is found in what describes it", () => {
    for (const exception of [starts, fires]) {
      const answer = said(["tennis"], { exceptions: [describeException(exception)] });
      const own = unit(["tennis"], { exception });
      expect(isExceptionStated(answer, exception, own, lexicon)).toBe(true);
    }
  });

  it("is false where there is none, unless it says what is joined", () => {
    const spec = specOf(["tennis", "golf"], { join: "and-not" });
    const own = conceptsOf(spec, lexicon);
    const isFalse = (text: string): boolean =>
      isFalselyExcepted(said(["tennis"], { exceptions: [text] }), spec, own, lexicon);
    expect(["golf", "words about opera", " "].map(isFalse)).toEqual([false, true, false]);
  });
});

describe("orders", () => {
  const activations = [0.9, 0.5, 0.1, 0.01, 0.012];
  it("of the truth are perfect, of its opposite none, of one value chance", () => {
    const reverse = activations.map((each) => -each);
    const same = activations.map(() => 1);
    expect([auroc, rankShare].map((of) => of(activations, activations))).toEqual([1, 1]);
    expect([auroc, rankShare].map((of) => of(activations, reverse))).toEqual([0, 0]);
    expect([auroc, rankShare].map((of) => of(activations, same))).toEqual([0.5, 0.5]);
    expect(auroc([0.1], [0.1])).toBeNull();
  });

  it("are counted by hand", () => {
    // Pairs of 0.9 and 0.5 with the rest: 6, of which 5 are right and 1 ties.
    expect(auroc(activations, [0.8, 0.3, 0.3, 0.1, 0])).toBeCloseTo(5.5 / 6, 10);
    // Nine pairs of different grade: 8 are right and 1 ties.
    expect(rankShare(activations, [0.8, 0.3, 0.3, 0.1, 0])).toBeCloseTo(8.5 / 9, 10);
  });

  it("do not depend on the order of the words", () => {
    const row = fc.tuple(
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.integer({ min: 0, max: 3 }),
    );
    fc.assert(
      fc.property(fc.array(row, { minLength: 2, maxLength: 20 }), (rows) => {
        const of = (list: typeof rows): number | null =>
          rankShare(
            list.map(([activation]) => activation),
            list.map(([, guess]) => guess),
          );
        expect(of(rows.toReversed())).toBe(of(rows));
      }),
    );
  });

  it("give a tie of unit tests to each word", () => {
    const triplets = [{ options: ["a", "b", "c"], correct: 0 }] as const;
    expect(tripletShare(triplets, () => 0)).toBeCloseTo(1 / 3, 10);
    expect(tripletShare(triplets, (word) => (word === "a" ? 1 : 0))).toBe(1);
    expect(tripletShare(triplets, (word) => (word === "b" ? 1 : 0))).toBe(0);
  });
});
