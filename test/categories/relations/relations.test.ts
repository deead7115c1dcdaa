import * as fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { publicRelations } from "../../../src/categories/relations/index.ts";
import { relations } from "../../../src/categories/relations/sealed.ts";
import { functionOf } from "../../../src/categories/relations/lexicon/function-of.ts";
import { keyOf } from "../../../src/categories/relations/lexicon/key-of.ts";
import { isRight } from "../../../src/categories/relations/lexicon/same-answer.ts";
import { relationBriefing } from "../../../src/categories/relations/problem.ts";
import type {
  RelationPair,
  RelationProblem,
  RelationSpec,
} from "../../../src/categories/relations/problem.ts";
import { shippedFacts } from "../../../src/categories/relations/shipped/shipped-facts.ts";
import { SILENT } from "../../../src/categories/common/index.ts";
import type { Category, DrawParts } from "../../../src/categories/common/index.ts";
import type { Guess, Interpretation, Problem, Scores } from "../../../src/contract/index.ts";
import { chanceFrom } from "../../../src/core/index.ts";
import { openProbe } from "../../../src/harness/index.ts";
import { classOnly, initialWords, prior } from "../../../src/interpreters/index.ts";
import { formed } from "../../support/formed.ts";

const category: Category = relations;

const section = {
  description: "Relations of every kind.",
  groups: [
    { count: 8, relations: "released", exception: false },
    { count: 14, relations: "all", exception: true },
    { count: 3, relations: "own", exception: true, noise: 0.2 },
  ],
  initial: { words: 9, fitting: 2 },
  tests: { triplets: 10, hidden: 24 },
};

async function drawn(seed: string): Promise<readonly RelationProblem[]> {
  const parts: DrawParts = { recipe: "test", budget: 128, seed, section };
  const drawing = category.drawing(parts);
  const drafts = section.groups.flatMap((group, g) =>
    Array.from({ length: group.count }, (_, i) =>
      drawing.draft({ group, index: i, key: `${g}/${i}` }),
    ),
  );
  const services = { approximate: () => Promise.reject(new Error("none is needed")) };
  const problems = await Promise.all(drafts.map(async (draft) => draft.finish(services)));
  return problems as readonly Problem[] as readonly (Problem & RelationProblem)[];
}

let problems: readonly RelationProblem[] = [];
beforeAll(async () => {
  problems = await drawn("7");
});

const functions = (): readonly RelationSpec[] => problems.map(({ truth }) => truth.spec);

/** Whether a pair is the function's own. */
function isOwn(spec: RelationSpec, { input, output }: RelationPair): boolean {
  const known = functionOf(spec);
  const said = known.say(input);
  if (said.kind !== "answers" || output === null) return said.kind !== "answers" && output === null;
  return isRight(known.relation, said.answers, output, shippedFacts());
}

/** What the scorers give for an interpretation; without outputs of code unless they are given. */
async function scoresOf(
  problem: RelationProblem,
  interpretation: Interpretation,
  known: RelationSpec | null = null,
): Promise<Scores> {
  const signal = new AbortController().signal;
  const sandbox = { run: () => Promise.reject(new Error("nothing runs")) };
  const all: Scores[] = [];
  for (const scorer of category.scorers) {
    const test = await scorer.prepare({ problem, epoch: 1, sandbox }, signal);
    const guess: Guess =
      known === null
        ? { kind: interpretation.abstained ? "abstained" : "no-code" }
        : { kind: "ran", outputs: scorer.knownOutputs(known, test, { problem, epoch: 1 }) };
    const answered = { interpretation, queries: 0, rounds: null };
    const context = { ...answered, problem, epoch: 1, test, guess, sandbox, signal };
    all.push((await scorer.score(context)).scores);
  }
  return Object.assign({}, ...all) as Scores;
}

const value = (scores: Scores, metric: string): number | string | undefined => {
  const score = scores[metric];
  return score?.kind === "scored" ? score.value : score?.reason;
};

describe("drawn relations", () => {
  it("are the same for the same seed, others for another, and each once", async () => {
    expect(await drawn("7")).toEqual(problems);
    expect(await drawn("8")).not.toEqual(problems);
    const names = functions().map(({ relation, exception }) => `${relation}/${exception ?? ""}`);
    expect(new Set(names).size).toBe(names.length);
  });

  it("fit their schemas", () => {
    for (const { truth, briefing } of problems) {
      expect(category.parseSpec(JSON.parse(JSON.stringify(truth.spec)))).toEqual(truth.spec);
      expect(category.testsSchema.parse(truth.tests)).toEqual(truth.tests);
      expect(category.domainSchema.parse(briefing.domain)).toEqual(briefing.domain);
    }
  });

  it("give away nine words, two of which have an answer", () => {
    for (const { truth, briefing } of problems) {
      const { initial } = briefing.domain;
      expect(new Set(initial).size).toBe(9);
      const answered = initial.filter(
        (word) => functionOf(truth.spec).say(word).kind === "answers",
      );
      expect(answered).toHaveLength(2);
    }
  });

  it("have ten unit tests of each kind, in each of which one pair is right", () => {
    for (const { truth } of problems)
      for (const triplets of [truth.tests.triplets, truth.tests.hardTriplets]) {
        expect(triplets).toHaveLength(10);
        for (const { options, correct } of triplets)
          expect(options.map((pair) => isOwn(truth.spec, pair))).toEqual(
            [0, 1, 2].map((i) => i === correct),
          );
      }
  });

  it("have hard unit tests within the class of inputs, others on other classes", () => {
    for (const { truth } of problems) {
      const { inputs } = functionOf(truth.spec);
      const within = (pairs: readonly RelationPair[]): number =>
        pairs.filter(({ input }) => inputs.find(input) !== null).length;
      expect(truth.tests.hardTriplets.map(({ options }) => within(options))).toEqual(
        Array.from({ length: 10 }, () => 3),
      );
      expect(truth.tests.triplets.map(({ options }) => within(options))).toEqual(
        Array.from({ length: 10 }, () => 1),
      );
    }
  });

  it("test exceptions where there are some, both ways in hard unit tests", () => {
    for (const { truth } of problems) {
      const { triplets, hardTriplets, hidden } = truth.tests;
      const excepted = truth.spec.exception === null ? 0 : 2;
      for (const tests of [triplets, hardTriplets])
        expect(
          tests.filter(({ options, correct }) => options[correct].output === null),
        ).toHaveLength(excepted);
      expect(hidden.excepted.length > 0).toBe(truth.spec.exception !== null);
      if (excepted > 0)
        expect(
          hardTriplets.every(({ options }) => options.some(({ output }) => output === null)) ||
            hardTriplets.some(({ options, correct }) =>
              options.some(
                ({ input }, i) =>
                  i !== correct && functionOf(truth.spec).say(input).kind === "exception",
              ),
            ),
        ).toBe(true);
    }
  });

  it("test nothing that a word to begin with answers", () => {
    for (const { truth, briefing } of problems) {
      const told = new Set(briefing.domain.initial.map(keyOf));
      const { triplets, hardTriplets, hidden } = truth.tests;
      const asked = [
        ...[...triplets, ...hardTriplets].map(({ options, correct }) => options[correct].input),
        ...hidden.answered,
        ...hidden.excepted,
        ...hidden.outside,
      ];
      expect(asked.filter((input) => told.has(keyOf(input)))).toEqual([]);
    }
  });

  it("have hidden inputs of what they are said to be", () => {
    const kinds = { answered: "answers", excepted: "exception", outside: "outside" } as const;
    for (const { truth } of problems)
      for (const part of ["answered", "excepted", "outside"] as const)
        for (const input of truth.tests.hidden[part])
          expect(functionOf(truth.spec).say(input).kind).toBe(kinds[part]);
  });

  it("are refused where the facts are others", () => {
    const [spec] = functions();
    if (spec === undefined) throw new Error("Expected a problem");
    const other = { ...spec, backend: { ...spec.backend, version: "0".repeat(16) } };
    expect(() => functionOf(other)).toThrow(expect.objectContaining({ code: "hash-mismatch" }));
  });
});

describe("what anyone may know of relations", () => {
  const form = publicRelations.form(relationBriefing(null, ["piano", "Peru"]).domain);
  it("is that inputs are words, on a line of their own or in quotes", () => {
    expect(form.inputsOfLine('"New York",')).toEqual(["New York"]);
    expect(form.inputsOfLine("New York")).toEqual(["New York"]);
    expect(form.inputsOfLine('"broken')).toEqual(['"broken']);
    expect([form.readInput("Peru"), form.readInput(7)]).toEqual(["Peru", null]);
  });

  it("has the words to begin with before any others, each once", () => {
    const shown = form.exampleInputs(10, chanceFrom("test"));
    expect(shown.slice(0, 2)).toEqual(["piano", "Peru"]);
    expect(new Set(shown).size).toBe(10);
    expect(form.initialInputs).toEqual(["piano", "Peru"]);
    expect(form.words.publishedHints.join()).toContain('"Peru"');
  });
});

describe("a relation as a black box", () => {
  it("answers its class, and says that all else is undefined, whatever is asked", async () => {
    for (const problem of problems) {
      const probe = openProbe({ problem, epoch: 1, budget: null, rounds: null });
      const { answered, excepted, outside } = problem.truth.tests.hidden;
      const answers = await probe.ask([...answered, ...excepted, ...outside]);
      expect(answers.map(({ kind }) => kind)).toEqual([
        ...answered.map(() => "value"),
        ...[...excepted, ...outside].map(() => "undefined"),
      ]);
    }
  });

  it("counts what it answers, refuses what is no string, and crashes on nothing", async () => {
    const [problem] = problems;
    if (problem === undefined) throw new Error("Expected a problem");
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit: "grapheme" })), async (inputs) => {
        const probe = openProbe({ problem, epoch: 1, budget: 2, rounds: null });
        const answers = await probe.ask([1, ...inputs, "x".repeat(100_001)]);
        expect(answers[0]?.kind).toBe("refused");
        expect(probe.usage().queries).toBe(Math.min(2, inputs.length));
      }),
      { numRuns: 50 },
    );
  });

  it("with noise is wrong about as often as it says, in the same places and of the same kind", async () => {
    for (const problem of problems.filter(({ truth }) => truth.spec.noise !== undefined)) {
      const known = functionOf(problem.truth.spec);
      const inputs = known.answered.map(({ name }) => name);
      const ask = async (): Promise<readonly unknown[]> =>
        openProbe({ problem, epoch: 1, budget: null, rounds: null }).ask(inputs);
      const answers = await ask();
      expect(await ask()).toEqual(answers);
      const all = new Set(known.answered.flatMap((each) => each.values(known.relation.attribute)));
      const values = answers.map((answer) => (answer as { value: string }).value);
      expect(values.filter((answer) => !all.has(answer))).toEqual([]);
      const wrong = inputs.filter(
        (input, i) => !isOwn(problem.truth.spec, { input, output: values[i] ?? null }),
      );
      // Six standard deviations, and the few that have no other answer.
      const spread = 6 * Math.sqrt(inputs.length * 0.2 * 0.8);
      expect(wrong.length).toBeGreaterThan(0);
      expect(Math.abs(wrong.length - 0.2 * inputs.length)).toBeLessThan(spread);
    }
  });
});

describe("the scores", () => {
  it("are best for the truth, by its words and by its outputs alike", async () => {
    for (const problem of problems) {
      const { spec } = problem.truth;
      const { interpretation } = category.knownAnswer(spec);
      const outputsAlone = { ...SILENT, exceptions: interpretation.exceptions };
      for (const scores of [
        await scoresOf(problem, interpretation),
        await scoresOf(problem, interpretation, spec),
      ])
        for (const metric of Object.keys(scores))
          expect([metric, value(scores, metric)]).toEqual([
            metric,
            metric === "exception.false" ? 0 : 1,
          ]);
      expect(value(await scoresOf(problem, outputsAlone, spec), "known")).toBe(1);
    }
  });

  it("tell the rule from the exception", async () => {
    for (const problem of problems) {
      const { relation } = category.knownAnswer(problem.truth.spec).interpretation;
      if (relation === undefined || problem.truth.spec.exception === null) continue;
      const scores = await scoresOf(problem, { ...SILENT, relation });
      expect(value(scores, "relation")).toBe(1);
      expect(value(scores, "known")).toBe(0);
      expect(value(scores, "exception")).toBe(0);
      expect(value(scores, "right.rule")).toBe(1);
      expect(value(scores, "right.exceptions")).toBe(0);
    }
  });

  it("count an exception that is not there", async () => {
    const plain = problems.find(({ truth }) => truth.spec.exception === null);
    if (plain === undefined) throw new Error("Expected a plain relation");
    const { interpretation } = category.knownAnswer(plain.truth.spec);
    const stated = async (...exceptions: readonly string[]): Promise<Scores> =>
      scoresOf(plain, { ...interpretation, exceptions });
    expect(value(await stated("the input begins with S"), "exception.false")).toBe(1);
    expect(value(await stated("the input begins with S"), "known")).toBe(0);
    expect(value(await stated("None."), "exception.false")).toBe(0);
    expect(value(await stated("None."), "known")).toBe(1);
  });

  it("are a third of the unit tests, and else nothing, for a statement that means nothing", async () => {
    for (const problem of problems) {
      const relation = { input: "something", output: "something else" };
      const scores = await scoresOf(problem, { ...SILENT, relation });
      expect(value(scores, "tests")).toBeCloseTo(1 / 3, 9);
      expect(
        ["known", "relation", "class", "right"].map((metric) => value(scores, metric)),
      ).toEqual([0, 0, 0, 0]);
    }
  });

  it("are not given for nothing", async () => {
    const [problem] = problems;
    if (problem === undefined) throw new Error("Expected a problem");
    const silent = await scoresOf(problem, SILENT);
    expect(value(silent, "known")).toBe("not-stated");
    expect(value(silent, "tests")).toBe("not-stated");
    const abstained = await scoresOf(problem, { ...SILENT, abstained: true });
    expect(value(abstained, "known")).toBe("abstained");
    expect(value(abstained, "right")).toBe("abstained");
  });
});

describe("baselines", () => {
  const answerOf = (
    problem: RelationProblem,
    interpreter: ReturnType<typeof classOnly>,
    budget = 128,
  ): Promise<Interpretation> =>
    interpreter.interpret(
      {
        probe: openProbe({ problem, epoch: 1, budget, rounds: null }),
        briefing: formed(problem.briefing),
        chance: chanceFrom("test"),
        clock: { now: () => 0 },
        log: () => undefined,
      },
      new AbortController().signal,
    );

  it("class-only settles unit tests of the published kind, and no hard ones", async () => {
    let [tests, hard] = [0, 0];
    for (const problem of problems) {
      const scores = await scoresOf(problem, await answerOf(problem, classOnly()));
      tests += Number(value(scores, "tests"));
      hard += Number(value(scores, "tests.hard"));
      expect(value(scores, "known")).toBe(0);
    }
    expect(tests / problems.length).toBeGreaterThan(0.75);
    expect(hard / problems.length).toBeLessThan(0.4);
  });

  it("class-only abstains where it has nothing to ask with", async () => {
    const [problem] = problems;
    if (problem === undefined) throw new Error("Expected a problem");
    expect((await answerOf(problem, classOnly(), 0)).abstained).toBe(true);
  });

  it("prior is right on its one relation, initial-words on none", async () => {
    for (const problem of problems) {
      const stated = await scoresOf(problem, await answerOf(problem, prior()));
      expect(value(stated, "relation")).toBe(
        Number(problem.truth.spec.relation === "country-capital"),
      );
      const copied = await scoresOf(problem, await answerOf(problem, initialWords()));
      expect(value(copied, "known")).toBe(0);
    }
  });
});
