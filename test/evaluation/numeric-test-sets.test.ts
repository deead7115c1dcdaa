import { afterAll, describe, expect, it } from "vitest";
import { loadRecipe } from "../../src/app/index.ts";
import type { Item, MetricFamily, RunEvent, Scores } from "../../src/contract/index.ts";
import { memoryStore } from "../../src/store/index.ts";
import type { NumericProblem, NumericSpec } from "../../src/categories/numeric/index.ts";
import { evaluateKnown, testSetOf } from "../../src/evaluation/index.ts";
import type { TestSet } from "../../src/evaluation/index.ts";
import { itemLog } from "../../src/runs/item-log.ts";
import { combinedSandbox, javascriptSandbox, pythonSandbox } from "../../src/sandbox/index.ts";
import { drawProblems, withCategories, withCount, withoutNetworks } from "../../src/suite/index.ts";
import { manifest } from "../store/samples.ts";
import { asNumeric } from "../support/kinds-of-problem.ts";
import { quickNetwork } from "../support/quick-network.ts";

const both = ["published", "sound"] as const;
const item: Item = {
  suite: "0".repeat(64),
  problem: "p",
  interpreter: "oracle",
  configuration: "0".repeat(16),
  epoch: 1,
};

const never = new AbortController().signal;
const sandbox = combinedSandbox(javascriptSandbox(), pythonSandbox());
afterAll(() => sandbox.close());

function examined(
  problem: NumericProblem<NumericSpec>,
  epoch = 1,
  metrics: readonly MetricFamily[] = both,
): Promise<TestSet> {
  return testSetOf({ problem, epoch, metrics, sandbox }, never);
}

async function oracle(problem: NumericProblem<NumericSpec>): Promise<Scores> {
  const log = itemLog(memoryStore(manifest), { now: () => 0 }, item, 1);
  const context = { sandbox, log, signal: never };
  const { scores } = await evaluateKnown(await examined(problem), problem.truth.spec, 64, context);
  expect(log.fault()).toBeNull();
  return scores;
}

async function drawn(name: string, count: number): Promise<readonly NumericProblem<NumericSpec>[]> {
  const recipe = withCount(
    withoutNetworks(withCategories(await loadRecipe(name), ["numeric"])),
    count,
  );
  const { signal } = new AbortController();
  const problems: NumericProblem<NumericSpec>[] = [];
  const options = { recipe, seed: "exam", approximate: quickNetwork, signal };
  for await (const problem of drawProblems(options)) problems.push(asNumeric(problem));
  return problems;
}

const testIn = (set: TestSet | undefined, family: MetricFamily): unknown =>
  set?.tests.find(({ scorer }) => scorer.family === family)?.test;

const inputsIn = (set: TestSet | undefined, family: MetricFamily): readonly unknown[] =>
  set?.tests.flatMap(({ scorer, test }) =>
    scorer.family === family ? (scorer.codeTest(test)?.batch.inputs ?? []) : [],
  ) ?? [];

const valueOf = (scores: Scores, metric: string): unknown => {
  const score = scores[metric];
  return score?.kind === "scored" ? score.value : score;
};

describe.each([
  ["mini@1", 40],
  ["paper@1", 40],
  ["hard", 40],
] as const)("the oracle on problems of %s", (name, count) => {
  it("gets everything that can be had", async () => {
    const problems = await drawn(name, count);
    const off: unknown[] = [];
    for (const problem of problems) {
      const scores = await oracle(problem);
      const wanted: [string, number][] = [
        ["law", 1],
        ["form", 1],
        ["agreement", 1],
        ["corruption.stated.iou", 1],
        ["corruption.stated.false", 0],
        ["corruption.code.false", 0],
        ["noise.kind", 1],
        ["noise.scale", 1],
      ];
      for (const [metric, value] of wanted) {
        const got = valueOf(scores, metric);
        if (metric in scores && got !== value)
          off.push({ metric, got, spec: JSON.stringify(problem.truth.spec) });
      }
      const error = scores["error"];
      if (error?.kind === "scored" && error.value > 1e-12) off.push({ error });
    }
    expect(off).toEqual([]);
    if (name === "hard")
      expect(
        problems.filter(({ briefing }) => briefing.domain.arguments.length > 1).length,
      ).toBeGreaterThan(2);
  }, 60_000);
});

describe("a test set", () => {
  it("is the same for the same problem and epoch, other noise in another epoch", async () => {
    const problems = await drawn("mini@1", 12);
    for (const problem of problems) {
      expect(await examined(problem)).toEqual(await examined(problem));
      const noised = problem.truth.tags.includes("noised");
      const [one, two] = await Promise.all([1, 2].map((epoch) => examined(problem, epoch)));
      if (noised) expect(testIn(one, "published")).not.toEqual(testIn(two, "published"));
    }
    expect(problems.some(({ truth }) => truth.tags.includes("noised"))).toBe(true);
  });

  it("has only the inputs of the metrics that are asked for", async () => {
    const [problem] = await drawn("mini@1", 1);
    if (problem === undefined) throw new Error("Expected a problem");
    const [published, sound, all] = await Promise.all(
      [["published"] as const, ["sound"] as const, both].map((metrics) =>
        examined(problem, 1, metrics),
      ),
    );
    expect(inputsIn(published, "published")).toHaveLength(256);
    expect(published?.tests).toHaveLength(1);
    expect(sound?.tests).toHaveLength(1);
    expect(all?.tests).toEqual([...(published?.tests ?? []), ...(sound?.tests ?? [])]);
  });

  it("can be answered with a law of more arguments than it has", async () => {
    const problems = await drawn("hard", 40);
    const one = problems.find(({ briefing }) => briefing.domain.arguments.length === 1);
    const two = problems.find(({ briefing }) => briefing.domain.arguments.length === 2);
    if (one === undefined || two === undefined) throw new Error("Expected both arities");
    const store = memoryStore(manifest);
    const log = itemLog(store, { now: () => 0 }, item, 1);
    const context = { sandbox, log, signal: never };
    const { scores } = await evaluateKnown(await examined(one), two.truth.spec, 8, context);
    expect(valueOf(scores, "law")).toBe(0);
    await log.flush();
    const kinds: RunEvent["kind"][] = [];
    for await (const { kind } of store.events()) kinds.push(kind);
    expect(kinds).toEqual(["scored", "scored"]);
  });
});
