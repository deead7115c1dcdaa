import * as fc from "fast-check";
import { describe, expect, it, onTestFinished } from "vitest";
import type {
  Answer,
  Code,
  Output,
  Probe,
  Problem,
  QueryBatch,
  RunOutcome,
  Sandbox,
} from "../../src/contract/index.ts";
import type { BenchError } from "../../src/core/index.ts";
import { openProbe } from "../../src/harness/index.ts";
import { replayOf } from "../../src/categories/common/index.ts";
import { combinedSandbox, javascriptSandbox, pythonSandbox } from "../../src/sandbox/index.ts";
import { problemOf } from "../support/problem-of.ts";

type Runner = Pick<Sandbox, "run">;
type Options = Partial<Parameters<typeof openProbe>[0]>;

const constant: Code = { language: "javascript", source: "const f = () => 1;", entry: "f" };

function external(code: Code): Problem {
  const problem = problemOf({ kind: "constant", value: 0 });
  return { ...problem, truth: { ...problem.truth, spec: { kind: "external", ...code } } };
}

function open(code: Code, sandbox: Runner, options: Options = {}): Probe {
  const limits = { budget: null, rounds: null };
  return openProbe({ problem: external(code), epoch: 1, sandbox, ...limits, ...options });
}

/** A sandbox for both languages that is closed when the test is. */
function sandboxes(): Sandbox {
  const sandbox = combinedSandbox(javascriptSandbox(), pythonSandbox());
  onTestFinished(() => sandbox.close());
  return sandbox;
}

/** A sandbox whose programs never give the same value twice. */
function restless(start: number): Runner {
  let next = start;
  const drawn = (): Output => ({ kind: "value", value: (next += 1) });
  return { run: async ({ inputs }) => ({ kind: "ran", outputs: inputs.map(drawn) }) };
}

const ending = (outcome: RunOutcome): Runner => ({ run: async () => outcome });

const javascript = (source: string): Code => ({ language: "javascript", source, entry: "f" });
const python = (source: string): Code => ({ language: "python", source, entry: "f" });

async function recordedAt(code: Code, sandbox: Runner, rounds: readonly (readonly number[])[]) {
  const batches: QueryBatch[] = [];
  const onBatch = (_: number, batch: QueryBatch): void => void batches.push(batch);
  const probe = open(code, sandbox, { onBatch });
  const answers: (readonly Answer[])[] = [];
  for (const inputs of rounds) answers.push(await probe.ask(inputs));
  return { answers: answers.flat(), batches };
}

describe("answers on record", () => {
  const inputs = fc.array(fc.integer({ min: -2, max: 2 }), { maxLength: 6 });
  const rounds = fc.array(inputs, { maxLength: 5 });

  it("are given again by input and occurrence, however the questions are split", () =>
    fc.assert(
      fc.asyncProperty(rounds, rounds, async (first, second) => {
        const told = await recordedAt(constant, restless(0), first);
        const replay = replayOf([told.batches]);
        const probe = open(constant, restless(1000), { replay });
        const asked: number[] = [];
        const seen = new Map<number, number>();
        for (const batch of second) {
          const answers = await probe.ask(batch);
          batch.forEach((input, i) => {
            const times = seen.get(input) ?? 0;
            seen.set(input, times + 1);
            asked.push(input);
            const before = first
              .flat()
              .flatMap((x, at) => (x === input ? [told.answers[at]] : []))
              .at(times);
            const answer = answers[i];
            if (before !== undefined) expect(answer).toEqual(before);
            else if (answer?.kind === "value") expect(answer.value).toBeGreaterThan(1000);
          });
        }
        expect(probe.usage().queries).toBe(asked.length);
      }),
    ));

  it("are those of the first try that has them", async () => {
    const first = await recordedAt(constant, restless(0), [[5, 5]]);
    const second = await recordedAt(constant, restless(100), [[5, 5, 5, 6]]);
    const probe = open(constant, restless(1000), {
      replay: replayOf([first.batches, second.batches]),
    });
    const answers = await probe.ask([5, 5, 5, 6, 6]);
    const values = answers.map((answer) => (answer.kind === "value" ? answer.value : null));
    expect(values).toEqual([1, 2, 103, 104, 1001]);
  });

  it("hold what has no value, with its reason", async () => {
    const code = javascript(
      "function f(x) { if (x < 0) throw new RangeError('secret'); return x; }",
    );
    const told = await recordedAt(code, sandboxes(), [[-1, 2]]);
    const probe = open(constant, restless(0), { replay: replayOf([told.batches]) });
    expect(await probe.ask([2, -1])).toEqual([
      { kind: "value", value: 2 },
      { kind: "undefined", reason: "The function threw an exception (RangeError)" },
    ]);
  });
});

describe("a user's own program as a black box", () => {
  it.each([
    ["JavaScript", javascript("function f(x) { return x * Math.random(); }")],
    ["Python", python("import random\ndef f(x):\n    return x * random.random()\n")],
  ])("gives the same draws to the same questions, in %s", async (_, code) => {
    const sandbox = sandboxes();
    const rounds = [[1, 1, 2], [3], [1]];
    const [one, two] = [
      await recordedAt(code, sandbox, rounds),
      await recordedAt(code, sandbox, rounds),
    ];
    expect(one).toEqual(two);
    const [a, b, , , again] = one.answers;
    expect(new Set([a, b, again].map((answer) => JSON.stringify(answer))).size).toBe(3);
    const other = await open(code, sandbox, { epoch: 2 }).ask([1]);
    expect(other[0]).not.toEqual(a);
  });

  it.each([
    ["None", "return None", "The function has no finite value here"],
    ["NaN", "return float('nan')", "The function has no finite value here"],
    ["an infinity", "return -float('inf')", "The function has no finite value here"],
    ["a text", "return 'four'", "The function gave a text, which is no number"],
    ["a list", "return [x, x]", "The function gave no number (list)"],
    ["an exception", "raise KeyError('amplitude')", "The function threw an exception (KeyError)"],
  ])(
    "has no value where it gives %s, and says why without its own words",
    async (_, does, reason) => {
      const probe = open(python(`def f(x):\n    ${does}\n`), sandboxes());
      expect(await probe.ask([4])).toEqual([{ kind: "undefined", reason }]);
      expect(probe.usage()).toEqual({ queries: 1, rounds: 1 });
    },
  );

  it("answers in complex numbers and from several arguments", async () => {
    const sandbox = sandboxes();
    const root = open(python("def f(x):\n    return 2.0*(x**(1.0 / 2))\n"), sandbox);
    const [answer] = await root.ask([-4]);
    if (answer?.kind !== "value" || typeof answer.value !== "object")
      throw new Error("Expected a complex number");
    expect(answer.value.im).toBeCloseTo(4, 12);
    const problem = external(javascript("const f = (x, y) => x - 2 * y;"));
    const two = { kind: "numeric", arguments: [1, 2].map(() => ({ from: -1, to: 1 })) } as const;
    const probe = openProbe({
      problem: { ...problem, briefing: { ...problem.briefing, domain: two } },
      epoch: 1,
      sandbox,
      budget: null,
      rounds: null,
    });
    expect(await probe.ask([[5, 1]])).toEqual([{ kind: "value", value: 3 }]);
  });

  it("answers overlapping questions in the order in which they were asked", async () => {
    const numbers: number[] = [];
    const code = javascript("const f = (x) => x;");
    const onBatch = (number: number): void => void numbers.push(number);
    const probe = open(code, sandboxes(), { onBatch, budget: 5 });
    const rounds = await Promise.all([[1, 2], [3], [], [4, 5, 6]].map((batch) => probe.ask(batch)));
    const values = rounds.flat().map((one) => (one.kind === "value" ? one.value : one.kind));
    expect(values).toEqual([1, 2, 3, 4, 5, "budget-exhausted"]);
    expect(numbers).toEqual([1, 2, 3, 4]);
    expect(probe.usage()).toEqual({ queries: 5, rounds: 3 });
  });

  it.each([
    ["does not load", { kind: "not-loaded", message: "SyntaxError" }, "function-failed"],
    ["takes too long", { kind: "timed-out" }, "function-failed"],
    ["takes too much", { kind: "out-of-memory" }, "function-failed"],
    ["has no sandbox", { kind: "no-sandbox", remedy: "Install one" }, "sandbox-unavailable"],
  ] as const)("tells of the fault and records nothing where it %s", async (_, outcome, code) => {
    const faults: string[] = [];
    const batches: QueryBatch[] = [];
    const probe = open(constant, ending(outcome), {
      onFault: (fault: BenchError) => faults.push(fault.code),
      onBatch: (_number, batch) => void batches.push(batch),
    });
    await expect(probe.ask([1])).rejects.toMatchObject({ code });
    expect(faults).toEqual([code]);
    expect(batches).toEqual([]);
  });

  it("refuses what it was asked once it is closed, and ends the program", async () => {
    const over = new AbortController();
    const batches: QueryBatch[] = [];
    const slow = javascript("function f(x) { for (let i = 0; i < 3e7; i += 1); return x; }");
    const probe = open(slow, sandboxes(), {
      closing: over.signal,
      onBatch: (_number, batch) => void batches.push(batch),
    });
    const asked = probe.ask([1]);
    over.abort();
    expect((await asked).map(({ kind }) => kind)).toEqual(["refused"]);
    expect((await probe.ask([1])).map(({ kind }) => kind)).toEqual(["refused"]);
    expect(batches).toEqual([]);
  });
});
