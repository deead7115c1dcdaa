import { afterAll, describe, expect, it } from "vitest";
import { loadRecipe } from "../../src/app/index.ts";
import type { Item, Language, Problem, Scores } from "../../src/contract/index.ts";
import { exceptionOf, renderText, withoutException } from "../../src/categories/strings/index.ts";
import type { StringProblem, StringSpec } from "../../src/categories/strings/index.ts";
import { evaluateAnswer, evaluateKnown, testSetOf } from "../../src/evaluation/index.ts";
import { itemLog } from "../../src/runs/item-log.ts";
import { soundStringTest } from "../../src/categories/strings/tests/string-test-sets.ts";
import { SILENT } from "../../src/categories/common/silent.ts";
import { combinedSandbox, javascriptSandbox, pythonSandbox } from "../../src/sandbox/index.ts";
import { memoryStore } from "../../src/store/index.ts";
import { drawProblems, withCategories, withCount } from "../../src/suite/index.ts";
import { manifest } from "../store/samples.ts";
import { asStrings } from "../support/kinds-of-problem.ts";
import { quickNetwork } from "../support/quick-network.ts";

const item: Item = {
  suite: "0".repeat(64),
  problem: "p",
  interpreter: "oracle",
  configuration: "0".repeat(16),
  epoch: 1,
};
const { signal } = new AbortController();
const sandbox = combinedSandbox(javascriptSandbox(), pythonSandbox());
afterAll(() => sandbox.close());

const examined = (problem: Problem) =>
  testSetOf({ problem, epoch: 1, metrics: ["published", "sound"], sandbox }, signal);
const bench = () => {
  const log = itemLog(memoryStore(manifest), { now: () => 0 }, item, 1);
  return { sandbox, log, signal };
};

async function drawn(name: string, count: number): Promise<readonly StringProblem[]> {
  const recipe = withCount(withCategories(await loadRecipe(name), ["strings"]), count);
  const problems: StringProblem[] = [];
  const options = { recipe, seed: "exam", approximate: quickNetwork, signal };
  for await (const problem of drawProblems(options)) problems.push(asStrings(problem));
  return problems;
}

async function scoredCode(problem: Problem, spec: StringSpec, language: Language): Promise<Scores> {
  const code = { language, source: renderText(spec, language), entry: "f" };
  const answered = { interpretation: { ...SILENT, code }, queries: 0, rounds: null };
  return (await evaluateAnswer(await examined(problem), answered, bench())).scores;
}

const valueOf = (scores: Scores, metric: string): unknown => {
  const score = scores[metric];
  return score?.kind === "scored" ? score.value : score;
};

describe.each([
  ["paper@1", 40],
  ["hard", 24],
])("the truth about texts of `%s`", (name, count) => {
  it("scores 1, as data and as code in both languages", async () => {
    const problems = await drawn(name, count);
    expect(problems).toHaveLength(count);
    const off: unknown[] = [];
    for (const problem of problems) {
      const { spec, tags } = problem.truth;
      const { scores } = await evaluateKnown(await examined(problem), spec, 64, bench());
      const all = [
        scores,
        await scoredCode(problem, spec, "javascript"),
        await scoredCode(problem, spec, "python"),
      ];
      for (const [index, given] of all.entries()) {
        for (const metric of ["exact", "accuracy", "accuracy.rule", "accuracy.exceptions"])
          if (metric in given && valueOf(given, metric) !== 1)
            off.push({ metric, index, got: given[metric], spec: JSON.stringify(spec) });
        if (!tags.includes("random") && valueOf(given, "pairs") !== 1)
          off.push({ metric: "pairs", index, spec: JSON.stringify(spec) });
      }
    }
    expect(off).toEqual([]);
  }, 180_000);
});

describe("a test set of strings", () => {
  it("is the same for the same problem, and holds exceptions where there are some", async () => {
    const problems = await drawn("paper@1", 40);
    const excepted = problems.filter(({ truth }) => truth.spec.kind === "excepted");
    expect(excepted.length).toBeGreaterThan(2);
    for (const problem of excepted) {
      expect(await examined(problem)).toEqual(await examined(problem));
      const marks = soundStringTest(problem).exceptional ?? [];
      expect(marks.filter(Boolean).length).toBeGreaterThanOrEqual(30);
      expect(marks.filter((mark) => !mark).length).toBeGreaterThanOrEqual(100);
    }
  });

  it("shows the rule without its exception as exactly that", async () => {
    const problems = await drawn("paper@1", 40);
    for (const problem of problems) {
      const { spec } = problem.truth;
      if (exceptionOf(spec) === null) continue;
      const scores = await scoredCode(problem, withoutException(spec), "javascript");
      expect(valueOf(scores, "accuracy.rule")).toBe(1);
      expect(valueOf(scores, "exact")).toBe(0);
      expect(Number(valueOf(scores, "accuracy.exceptions"))).toBeLessThan(0.7);
    }
  });

  it("gives an answer without code no figure", async () => {
    const [problem] = await drawn("paper@1", 1);
    if (problem === undefined) throw new Error("Expected a problem");
    const answered = { interpretation: SILENT, queries: 8, rounds: null };
    const { scores } = await evaluateAnswer(await examined(problem), answered, bench());
    expect(scores["exact"]).toMatchObject({ kind: "unscored", reason: "no-code" });
  });
});
