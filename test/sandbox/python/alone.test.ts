import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import type { Input, Output } from "../../../src/contract/index.ts";
import { pythonSandbox } from "../../../src/sandbox/index.ts";
import { cheats } from "./cheating-programs.ts";
import { stateless } from "./stateless-programs.ts";
import { here, needed, outputsOf } from "./support.ts";

const sandbox = pythonSandbox();
afterAll(() => sandbox.close());

/** What a program gives for all inputs at once, and for some of them alone. */
async function both(
  source: string,
  inputs: readonly Input[],
  alone: readonly number[] = all(inputs),
) {
  const code = { language: "python", source, entry: "f" } as const;
  const outcome = await sandbox.run({ code, inputs, alone, seed: "alone" });
  if (outcome.kind !== "ran") throw new Error(`not run: ${JSON.stringify(outcome)}`);
  return { together: outcome.outputs, alone: outcome.alone ?? [] };
}

const all = (inputs: readonly Input[]): number[] => inputs.map((_, index) => index);

/** Outputs by input and how often it came before. */
function named(inputs: readonly Input[], outputs: readonly Output[]): ReadonlyMap<string, Output> {
  const seen = new Map<Input, number>();
  return new Map(
    outputs.map((output, index) => {
      const input = inputs[index] ?? "";
      const occurrence = seen.get(input) ?? 0;
      seen.set(input, occurrence + 1);
      return [`${JSON.stringify(input)} ${occurrence}`, output];
    }),
  );
}

const present = stateless.filter(({ needs }) => needs === undefined || here[needs] !== null);

describe.runIf(here.holds)(`a program that keeps no state${needed}`, () => {
  it.each(present.map((program) => [program.name, program] as const))(
    "gives outputs that depend on neither order, company nor number of inputs: %s",
    async (_, { source, inputs }) => {
      const whole = await both(source, inputs, [1, 3, 6]);
      expect(whole.alone).toEqual([1, 3, 6].map((index) => whole.together[index]));
      const expected = named(inputs, whole.together);
      await fc.assert(
        fc.asyncProperty(
          fc.shuffledSubarray([...inputs]),
          fc.array<Input>(
            fc.oneof(
              typeof inputs[0] === "number"
                ? fc.double({ min: 20, max: 30, noNaN: true })
                : fc.string({ minLength: 9 }),
            ),
            { maxLength: 9 },
          ),
          async (some: Input[], others: Input[]) => {
            const asked = [...others, ...some];
            const { together } = await both(source, asked, []);
            const got = named(some, together.slice(others.length));
            for (const [name, output] of got)
              expect([name, output]).toEqual([name, expected.get(name)]);
          },
        ),
        { numRuns: 2 },
      );
    },
  );

  it("draws something new in each call, also from a generator with a seed", async () => {
    for (const { source, name } of present.filter(({ name }) =>
      /at load|a generator$|, seeded$/.test(name),
    )) {
      const { together } = await both(source, [1, 2, 3, 4], []);
      expect([name, new Set(together.map((output) => JSON.stringify(output))).size]).toEqual([
        name,
        4,
      ]);
    }
  });

  it("keeps the seed that it gives a generator in a call", async () => {
    const source = "import random\ndef f(x): return random.Random(42).random()";
    const known = { kind: "value", value: 0.6394267984578837 };
    expect(await both(source, [1, 2])).toEqual({ together: [known, known], alone: [known, known] });
  });

  it("gives a generator the same draws as its twin of the same seed, and others than one of another", async () => {
    const source =
      "import random\na, b, c = random.Random(1), random.Random(1), random.Random(2)\ndef f(x):\n    u, v, w = a.random(), b.random(), c.random()\n    return int(u == v) + 2 * int(u == w)";
    expect((await both(source, [1, 2], [])).together).toEqual(
      [1, 1].map((value) => ({ kind: "value", value })),
    );
  });
});

describe.runIf(here.holds)(`a program that wants to know more than its input${needed}`, () => {
  const inputs = [1, 2, 3, 2.5, 1.5, 2.25];
  const honest: Output = { kind: "value", value: 0 };

  it.each(Object.entries(cheats))("alone gets nothing out of it: %s", async (_, source) => {
    const { together, alone } = await both(source, inputs);
    expect(alone).toEqual(inputs.map(() => honest));
    // It did get something in company, so that the two differ and give it away.
    expect(together).not.toEqual(alone);
  });

  it("cannot leave one lone process a word for the next", async () => {
    const leave =
      "import os, sys, gc, tempfile\nmark = 'left' + ' behind'\ndef f(x):\n    found = sum(type(o) is str and mark in o for o in gc.get_objects())\n    for way in (lambda: os.write(0, mark.encode()), lambda: os.environ.update(A=mark), lambda: setattr(sys, 'mark', mark), lambda: open('/tmp/a', 'w')):\n        try: way()\n        except OSError: pass\n    return int(found > 0)";
    const { alone } = await both(leave, inputs);
    expect(alone).toEqual(inputs.map(() => honest));
  });

  it("sees in a lone process the bytes of no other input, wherever it looks", async () => {
    const search = [
      "import ctypes, gc, sys",
      "def f(s):",
      "    mark, found = ''.join(['se', 'cret of']), 0",
      "    for o in gc.get_objects():",
      "        for p in (list(o.values()) if type(o) is dict else o if type(o) in (list, tuple) else ()):",
      "            if type(p) is bytes: found += mark.encode('utf-16-le') in p",
      "            if type(p) is str: found += mark in p and p != s",
      "    return int(found > 0)",
    ].join("\n");
    const texts = ["a", "secret of another", "b"];
    expect((await both(search, texts, [0, 2])).alone).toEqual([honest, honest]);
  });

  it("gives itself away by a crash in company, or alone", async () => {
    const crash = (when: string): string =>
      `import ctypes\nn = 0\ndef f(x):\n    global n\n    n += 1\n    if ${when}: ctypes.string_at(0)\n    return x`;
    const together = await both(crash("n > 1"), [1, 2], [1]);
    expect(together.together.map(({ kind }) => kind)).toEqual(["threw", "threw"]);
    expect(together.alone).toEqual([{ kind: "value", value: 2 }]);
    const company = "len(__import__('sys')._getframe(1).f_locals['arguments']) == 1";
    const alone = await both(crash(company), [1, 2], [1]);
    expect(alone.together).toEqual([1, 2].map((value) => ({ kind: "value", value })));
    expect(alone.alone.map(({ kind }) => kind)).toEqual(["threw"]);
  });

  it("gives itself away by taking for ever alone, and has timed out where it loads for too long", async () => {
    const run = (source: string, alone: readonly number[], limits = { work: 10 }) =>
      sandbox.run({
        code: { language: "python", source, entry: "f" },
        inputs: [1, 2, 3],
        alone,
        seed: "",
        limits,
      });
    const hang =
      "import sys\ndef f(x):\n    while len(sys._getframe(1).f_locals['arguments']) == 1: pass\n    return x";
    expect(await run(hang, [1])).toMatchObject({ kind: "ran", alone: [{ kind: "threw" }] });
    expect(await run(hang, [])).toMatchObject({ kind: "ran" });
    const slow = "s = 0\nfor k in range(10**6): s += k\ndef f(x): return x";
    const often = Array.from({ length: 40 }, (_, index) => index % 3);
    expect(await run(slow, often, { work: 10 })).toEqual({ kind: "timed-out" });
  });
});

describe.runIf(here.holds)(`results of Python${needed}`, () => {
  it("are read before the next input is shown", async () => {
    const source = [
      "kept = []",
      "class Text(str):",
      "    def __str__(self): return 'later'",
      "class Number(float):",
      "    def __float__(self): return 9.0",
      "def f(x):",
      "    for one in kept: one.__dict__['value'] = 7",
      "    result = Text('now') if x > 1 else Number(x)",
      "    kept.append(result)",
      "    return result",
    ].join("\n");
    const { together, alone } = await both(source, [1, 2, 0.5]);
    expect(together).toEqual([1, "now", 0.5].map((value) => ({ kind: "value", value })));
    expect(alone).toEqual(together);
  });

  it.runIf(here.numpy !== null)("are not changed with the array that held them", async () => {
    const source =
      "import numpy as np\nlast = np.zeros(())\ndef f(x):\n    last[...] = x\n    return last";
    const outputs = await outputsOf(sandbox, source, { inputs: [1, 2, 3] });
    expect(outputs).toEqual([1, 2, 3].map((value) => ({ kind: "value", value })));
  });
});

it("indices that are none of an input's are refused", async () => {
  const code = { language: "python", source: "def f(x): return x", entry: "f" } as const;
  for (const alone of [[1], [-1], [0.5]])
    await expect(sandbox.run({ code, inputs: [1], alone, seed: "" })).rejects.toMatchObject({
      code: "bad-argument",
    });
});
