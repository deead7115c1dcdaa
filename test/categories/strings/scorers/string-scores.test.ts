import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Interpretation, Output } from "../../../../src/contract/index.ts";
import type { TextPair } from "../../../../src/categories/strings/index.ts";
import { publishedStringScores } from "../../../../src/categories/strings/scorers/published-strings.ts";
import { soundStringScores } from "../../../../src/categories/strings/scorers/sound-strings.ts";
import type { TextTruth } from "../../../../src/categories/strings/scorers/text-truth.ts";

const value = (text: string): Output => ({ kind: "value", value: text });
const certain = (outcome: string | null): TextTruth => ({
  outcomes: [outcome],
  probabilities: [1],
});
const interpretation: Interpretation = {
  description: "reverses the text",
  code: { language: "javascript", source: "const f = (s) => s;", entry: "f" },
  regions: [],
  noise: null,
  exceptions: [],
  concepts: [],
  confidence: null,
  abstained: false,
  raw: null,
};
const plain = { exceptional: null, repeated: [], interpretation, draws: [] };
const valueOf = (scores: ReturnType<typeof soundStringScores>, metric: string): unknown => {
  const score = scores[metric];
  return score?.kind === "scored" ? score.value : score?.reason;
};

describe("the published metric of texts", () => {
  const pairs: readonly TextPair[] = [
    { input: ["ab"], output: "ba" },
    { input: ["x"], output: "x" },
    { input: [""], output: null },
    { input: ["12"], output: "two" },
  ];

  it("counts pairs to the last character; a crash costs its own input only", () => {
    const outputs: Output[] = [
      value("ba"),
      { kind: "threw", message: "TypeError: no" },
      { kind: "undefined" },
      value("Two"),
    ];
    expect(publishedStringScores(pairs, { kind: "ran", outputs })).toEqual({
      pairs: { kind: "scored", value: 0.5 },
    });
  });

  it("takes no number for the text that it looks like", () => {
    const outputs: Output[] = [{ kind: "value", value: 12 }];
    const truth = [{ input: ["a"], output: "12" }];
    expect(publishedStringScores(truth, { kind: "ran", outputs })["pairs"]).toEqual({
      kind: "scored",
      value: 0,
    });
  });

  it("says why there is no figure", () => {
    const score = publishedStringScores(pairs, { kind: "timed-out" })["pairs"];
    expect(score).toEqual({ kind: "unscored", reason: "code-timed-out" });
  });
});

describe("the sound metrics of texts", () => {
  it("give the truth itself 1, whatever it is", () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.string({ unit: "binary" })), { minLength: 1 }), (texts) => {
        const outputs = texts.map((text): Output =>
          text === null ? { kind: "undefined" } : value(text),
        );
        const scores = soundStringScores({
          ...plain,
          truths: texts.map(certain),
          guess: { kind: "ran", outputs },
        });
        expect(valueOf(scores, "exact")).toBe(1);
        expect(valueOf(scores, "accuracy")).toBe(1);
      }),
    );
  });

  it("are exact only where every input is right", () => {
    const truths = ["a", "b", "c", "d"].map(certain);
    const outputs = ["a", "b", "c", "x"].map(value);
    const scores = soundStringScores({ ...plain, truths, guess: { kind: "ran", outputs } });
    expect(valueOf(scores, "exact")).toBe(0);
    expect(valueOf(scores, "accuracy")).toBe(0.75);
  });

  it("look at exceptions apart from the rule", () => {
    const parts = {
      ...plain,
      truths: ["a", "b", "c", "d"].map(certain),
      exceptional: [false, false, true, true],
      guess: { kind: "ran", outputs: ["a", "b", "c", "x"].map(value) } as const,
    };
    const scores = soundStringScores(parts);
    expect(valueOf(scores, "accuracy.rule")).toBe(1);
    expect(valueOf(scores, "accuracy.exceptions")).toBe(0.5);
    expect(scores["exception.false"]).toBeUndefined();
    const without = soundStringScores({ ...parts, exceptional: [false, false, false, false] });
    expect(valueOf(without, "accuracy.exceptions")).toBe("no-such-input");
  });

  it("call a stated exception false where there is none", () => {
    const truths = [certain("a")];
    const guess = { kind: "ran", outputs: [value("a")] } as const;
    const stated = { ...interpretation, exceptions: ["texts with a digit"] };
    expect(valueOf(soundStringScores({ ...plain, truths, guess }), "exception.false")).toBe(0);
    expect(
      valueOf(
        soundStringScores({ ...plain, truths, guess, interpretation: stated }),
        "exception.false",
      ),
    ).toBe(1);
  });

  it("accept what may be drawn, and want it about as often", () => {
    const coin: TextTruth = { outcomes: ["ab", "ba"], probabilities: [0.5, 0.5] };
    const parts = { ...plain, truths: [coin, coin], repeated: [coin] };
    const guess = { kind: "ran", outputs: [value("ab"), value("ba")] } as const;
    const fair = [["ab", "ba", "ab", "ba"].map(value)];
    const fixed = [["ab", "ab", "ab", "ab"].map(value)];
    const right = soundStringScores({ ...parts, guess, draws: fair });
    expect(valueOf(right, "accuracy.draws")).toBe(1);
    expect(valueOf(right, "exact")).toBe(1);
    const stubborn = soundStringScores({ ...parts, guess, draws: fixed });
    expect(valueOf(stubborn, "accuracy.draws")).toBe(0.5);
    expect(valueOf(stubborn, "accuracy")).toBe(1);
    expect(valueOf(stubborn, "exact")).toBe(0);
  });

  it("say why there is nothing to score", () => {
    const scores = soundStringScores({
      ...plain,
      truths: [certain("a")],
      guess: { kind: "no-code" },
      interpretation: { ...interpretation, code: null },
    });
    for (const metric of ["exact", "accuracy", "length"])
      expect(scores[metric]).toEqual({ kind: "unscored", reason: "no-code" });
  });
});
