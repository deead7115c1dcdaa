import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Input, Problem } from "../../src/contract/index.ts";
import { distributionOf } from "../../src/categories/strings/index.ts";
import type { StringSpec } from "../../src/categories/strings/index.ts";
import { openProbe } from "../../src/harness/index.ts";
import type { ProbeOptions } from "../../src/harness/probe-options.ts";
import { textProblem } from "../support/text-problem.ts";

const reversed: StringSpec = { kind: "reverse" };
const first: StringSpec = { kind: "first-character" };
const random: StringSpec = { kind: "shift-any-up", reading: "sound" };
const joined: StringSpec = { kind: "joined", how: "concatenate", left: null, right: reversed };
const unlimited = { epoch: 1, budget: null, rounds: null };

function opened(problem: Problem<StringSpec>, limits: Partial<Omit<ProbeOptions, "problem">> = {}) {
  return openProbe({ problem, ...unlimited, ...limits });
}

describe("a black box of texts", () => {
  it("answers any text as the function does", () =>
    fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit: "binary" })), async (texts) => {
        const answers = await opened(textProblem(first)).ask(texts);
        const wanted = texts.map((text) => distributionOf(first, [text])[0]?.result);
        expect(answers.map((answer) => (answer.kind === "value" ? answer.value : answer))).toEqual(
          wanted,
        );
      }),
    ));

  it("takes the empty text, lone surrogates and a hundred thousand characters", async () => {
    const long = "ab".repeat(50_000);
    const answers = await opened(textProblem(reversed)).ask(["", "a\ud800", long]);
    expect(answers).toEqual([
      { kind: "value", value: "" },
      { kind: "value", value: "\ud800a" },
      { kind: "value", value: "ba".repeat(50_000) },
    ]);
  });

  it("refuses what is no text, and what is too long, for nothing", async () => {
    const probe = opened(textProblem(reversed), { budget: 1 });
    const inputs: Input[] = [3, ["a", "b"], [1, 2], "x".repeat(100_001), "ok", "more"];
    const answers = await probe.ask(inputs);
    expect(answers.map(({ kind }) => kind)).toEqual([
      "refused",
      "refused",
      "refused",
      "refused",
      "value",
      "budget-exhausted",
    ]);
    expect(probe.usage()).toEqual({ queries: 1, rounds: 1 });
  });

  it("says why a text has no answer", async () => {
    const [answer] = await opened(textProblem(first)).ask([""]);
    expect(answer?.kind).toBe("undefined");
    expect(answer?.kind === "undefined" ? answer.reason.length : 0).toBeGreaterThan(5);
  });

  it("takes two texts where the function does", async () => {
    const answers = await opened(textProblem(joined)).ask([["ab", "cd"], "ab", ["a"]]);
    expect(answers.map(({ kind }) => kind)).toEqual(["value", "refused", "refused"]);
    expect(answers[0]).toEqual({ kind: "value", value: "abdc" });
  });

  it("draws by input and occurrence alone, and anew in each epoch", async () => {
    const problem = textProblem(random);
    const texts = ["wonderful", "wonderful", "keyboard", "wonderful"];
    const together = await opened(problem).ask(texts);
    const probe = opened(problem);
    const shuffled = [
      ...(await probe.ask(["keyboard"])),
      ...(await probe.ask(["wonderful", "wonderful"])),
      ...(await probe.ask(["wonderful"])),
    ];
    expect(shuffled).toEqual([together[2], together[0], together[1], together[3]]);
    const many = Array.from({ length: 20 }, () => "wonderful");
    const again = await opened(problem).ask(many);
    expect(new Set(again.map((answer) => JSON.stringify(answer))).size).toBeGreaterThan(2);
    expect(await opened(problem, { epoch: 2 }).ask(many)).not.toEqual(again);
  });
});
