import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import type { Input } from "../../src/contract/index.ts";
import { javascriptSandbox } from "../../src/sandbox/index.ts";
import { invalid, outputsIn, ran, runIn, threw, TIGHT } from "./support.ts";

const sandbox = javascriptSandbox();
afterAll(() => sandbox.close());

const finite = fc.double({ noNaN: true, noDefaultInfinity: true });
const values = async (source: string, inputs: readonly Input[]) =>
  (await outputsIn(sandbox, source, { inputs })).map((output) =>
    output.kind === "value" ? output.value : output,
  );

describe("what goes in and out", () => {
  it("gives every finite number back to the last bit", () =>
    fc.assert(
      fc.asyncProperty(fc.array(finite), async (inputs) => {
        expect(await values("const f = (x) => x", inputs)).toStrictEqual(inputs);
      }),
      { numRuns: 20 },
    ));

  it("gives every text back, zeros and lone surrogates included", () =>
    fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit: "binary" })), async (inputs) => {
        const withOddOnes = [...inputs, "a\0b", "\ud800", "\udc00x", "é\u2028😀", ""];
        expect(await values("const f = (x) => x", withOddOnes)).toStrictEqual(withOddOnes);
      }),
      { numRuns: 20 },
    ));

  it("gives complex values back, and real ones where the imaginary part is zero", () =>
    fc.assert(
      fc.asyncProperty(finite, finite, async (re, im) => {
        const [value] = await values("const f = (re, im) => ({ re, im })", [[re, im]]);
        expect(value).toStrictEqual(im === 0 ? re : { re, im });
      }),
      { numRuns: 20 },
    ));

  it("passes a list as one argument per number", async () =>
    expect(
      await values("function f(a, b) { return a - b }", [
        [5, 3],
        [1, 4],
      ]),
    ).toEqual([2, -3]));

  it("passes a list of texts as one argument per text, whatever stands in them", () =>
    fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit: "binary" }), { minLength: 2 }), async (texts) => {
        const lists = [texts, ["a\ud800", "\udc00b"], ["", "\0"]];
        const source = "const f = (...all) => JSON.stringify(all)";
        expect(await values(source, lists)).toStrictEqual(lists.map((all) => JSON.stringify(all)));
      }),
      { numRuns: 20 },
    ));

  it.each(["NaN", "Infinity", "-Infinity", "undefined", "null", "{ re: NaN, im: 1 }"])(
    "takes %s for no value",
    async (result) =>
      expect(await runIn(sandbox, `const f = () => (${result})`)).toEqual({
        kind: "ran",
        outputs: [{ kind: "undefined" }],
      }),
  );

  it.each([
    ["true", "boolean"],
    ["10n", "bigint"],
    ["Symbol()", "symbol"],
    ["[1]", "list"],
    ["{}", "object"],
    ["{ re: 1 }", "object"],
    ["{ re: '1', im: 2 }", "object"],
    ["{ valueOf() { return 1 } }", "object"],
    ["new Number(1)", "object"],
    ["() => 1", "function"],
    ["Promise.resolve(1)", "promise"],
    ["(async () => 1)()", "promise"],
    ["(function* () { yield 1 })()", "object"],
    ["'x'.repeat(1000001)", "long text"],
  ])("takes %s for no legal value, but %s", async (result, got) =>
    expect(await runIn(sandbox, `const f = () => (${result})`)).toEqual(invalid(got)),
  );

  it("lets an exception cost its own input only", async () =>
    expect(
      await outputsIn(
        sandbox,
        "function f(x) { if (x < 0) throw new TypeError('no\\nroot'); return x }",
        {
          inputs: [1, -1, 2],
        },
      ),
    ).toEqual([
      { kind: "value", value: 1 },
      { kind: "threw", message: "TypeError: no root" },
      { kind: "value", value: 2 },
    ]));

  it("cuts long messages off", async () =>
    expect(await runIn(sandbox, "const f = () => { throw 'x'.repeat(5000) }")).toEqual(
      threw("x".repeat(200)),
    ));

  it("hands out a bounded amount of text per batch", async () => {
    const inputs = Array.from({ length: 20 }, (_, index) => index);
    const outputs = await outputsIn(sandbox, "const f = () => 'x'.repeat(1000000)", { inputs });
    const kinds = outputs.map(({ kind }) => kind);
    expect(kinds).toEqual([...Array(16).fill("value"), ...Array(4).fill("invalid")]);
  });

  it("takes an empty batch", async () =>
    expect(await runIn(sandbox, "const f = (x) => x", { inputs: [] })).toEqual(ran()));
});

describe("the entry", () => {
  it.each([
    "function f(x) { return x + 1 }",
    "const f = (x) => x + 1",
    "let f; f = function (x) { return x + 1 }",
    "var f = (x) => x + 1",
    "f = (x) => x + 1",
    "'use strict'; const one = 1; const f = (x) => x + one",
    "globalThis.f = (x) => x + 1",
  ])("is found in %s", async (source) => expect(await runIn(sandbox, source)).toEqual(ran(2)));

  it("may have any identifier as its name", async () =>
    expect(await runIn(sandbox, "const größe_$1 = (x) => x", { entry: "größe_$1" })).toEqual(
      ran(1),
    ));

  it.each([
    ["", "f", "got ReferenceError"],
    ["const f = 3", "f", "got number"],
    ["const g = () => 1", "f", "got ReferenceError"],
    ["class f {", "f", "SyntaxError"],
    ["throw new RangeError('top')", "f", "RangeError: top"],
    ["const f = () => 1", "f()", "bare name"],
    ["const f = () => 1", "f;for(;;);", "bare name"],
    ["const f = () => 1", "", "bare name"],
    ["const f = () => 1", "while", "SyntaxError"],
    ["export function f(x) { return x }", "f", "leave out export and import"],
    ["import fs from 'fs';\nfunction f(x) { return x }", "f", "leave out export and import"],
    ["const f = await 1", "f", "SyntaxError"],
    ["//" + "x".repeat(10_000_000), "f", "at most 1000000 characters"],
    ["x".repeat(1_000_000), "f", "ReferenceError: 'xxx"],
    ["(".repeat(1_000_000), "f", "SyntaxError: stack overflow"],
    ["\ud800\0", "f", "SyntaxError"],
  ])("is refused with a reason: %.40s", async (source, entry, reason) => {
    const outcome = await runIn(sandbox, source, { entry });
    expect(outcome).toMatchObject({ kind: "not-loaded", message: expect.stringContaining(reason) });
    expect(JSON.stringify(outcome)).not.toContain("\\n");
  });
});

describe("chance and time", () => {
  const draws = "const f = () => Math.random()";

  it("draws the same for the same seed, anew at each call, and otherwise for other seeds", () =>
    fc.assert(
      fc.asyncProperty(fc.string(), async (seed) => {
        const inputs = [1, 1, 1];
        const drawn = await runIn(sandbox, draws, { seed, inputs });
        expect(
          new Set(drawn.kind === "ran" ? drawn.outputs.map((x) => JSON.stringify(x)) : []).size,
        ).toBe(3);
        expect(await runIn(sandbox, draws, { seed, inputs })).toEqual(drawn);
        expect(await runIn(sandbox, draws, { seed: `${seed}'`, inputs })).not.toEqual(drawn);
      }),
      { numRuns: 10 },
    ));

  it("draws evenly from [0, 1)", async () => {
    const inputs = Array.from({ length: 20_000 }, () => 0);
    const outputs = await outputsIn(sandbox, draws, { inputs });
    const drawn = outputs.map((output) => (output.kind === "value" ? Number(output.value) : NaN));
    expect(new Set(drawn).size).toBe(drawn.length);
    expect(drawn.every((x) => x >= 0 && x < 1)).toBe(true);
    const tenths = drawn.reduce<number[]>(
      (counts, x) => counts.with(Math.floor(10 * x), (counts[Math.floor(10 * x)] ?? 0) + 1),
      Array<number>(10).fill(0),
    );
    // Five standard deviations of a binomial count with n = 20,000 and p = 0.1.
    for (const count of tenths) expect(Math.abs(count - 2000)).toBeLessThan(5 * Math.sqrt(1800));
  });

  it("has not drifted since it is decided by the input", async () => {
    const inputs = [0, 0, 0];
    expect(await values(draws, inputs)).toMatchInlineSnapshot(`
      [
        0.554208679439846,
        0.5415949632840238,
        0.19172992328987204,
      ]
    `);
  });

  it.each([
    "Date.now()",
    "+new Date()",
    "+new (new Date().constructor)()",
    "Function('return Date.now()')()",
    "+new (Object.getPrototypeOf(new Date()).constructor)()",
    "Date.parse(Date())",
    "Date.UTC(2000, 0, 1)",
    "+new Date(2000, 0, 1)",
  ])("stands still at the start of 2000: %s", async (instant) =>
    expect(await runIn(sandbox, `const f = () => ${instant}`)).toEqual(ran(946_684_800_000)),
  );

  it("keeps UTC, wherever the machine is", async () => {
    const before = process.env["TZ"];
    process.env["TZ"] = "Asia/Tokyo";
    try {
      expect(new Date(2000, 0, 1).getTimezoneOffset()).toBe(-540);
      const source = "const f = () => [new Date().getTimezoneOffset(), String(new Date(0))].join()";
      expect(await runIn(sandbox, source)).toEqual(ran("0,Thu Jan 01 1970 00:00:00 GMT+0000"));
    } finally {
      if (before === undefined) delete process.env["TZ"];
      else process.env["TZ"] = before;
    }
  });

  it("knows no other clock", async () =>
    expect(await runIn(sandbox, "const f = () => typeof performance + typeof Intl")).toEqual(
      ran("undefinedundefined"),
    ));
});

describe("limits", () => {
  it("counts work in steps, the same at every run", async () => {
    const outcomes = new Set<string>();
    for (let work = 0.1; work < 1; work += 0.1) {
      const source = "function f() { for (let i = 0; i < 250000; i++); return 1 }";
      outcomes.add((await runIn(sandbox, source, { limits: { work } })).kind);
      expect((await runIn(sandbox, source, { limits: { work } })).kind).toBe([...outcomes].at(-1));
    }
    expect([...outcomes]).toEqual(["timed-out", "ran"]);
  });

  it("gives as much memory as it is told", async () => {
    const source = "const f = () => new Uint8Array(30000000).length";
    expect(await runIn(sandbox, source)).toEqual(ran(30_000_000));
    const limits = { memory: 20_000_000 };
    expect(await runIn(sandbox, source, { limits })).toEqual({ kind: "out-of-memory" });
  });

  it("hold the machine at fault where the wall clock ends what no count of steps can", async () => {
    const source = "const f = () => Array.prototype.indexOf.call({ length: 2 ** 53 - 1 }, 1)";
    const fault = expect.objectContaining({ code: "machine-fault" });
    await expect(runIn(sandbox, source, { limits: { wall: 200 } })).rejects.toEqual(fault);
    expect(await runIn(sandbox, "const f = (x) => x")).toEqual(ran(1));
  });

  // An iteration is two steps.
  it("are told to be near where more than half of the work was done", async () => {
    const near = [0.1, 0.2, 0.3, 0.45].map(async (share) => {
      const source = `const f = () => { for (let i = 0; i < ${share * 1e6}; i++); return 1 }`;
      return runIn(sandbox, source, { limits: { work: 1 } });
    });
    const told = (await Promise.all(near)).map((outcome) => "nearLimit" in outcome);
    expect(told).toEqual([false, false, true, true]);
  });

  it.each([{ memory: 1000 }, { memory: 2 ** 40 }, { work: -1 }, { work: NaN }, { wall: 2 ** 31 }])(
    "are refused out of range: %j",
    async (limits) => {
      const refused = expect.objectContaining({ code: "bad-argument" });
      await expect(runIn(sandbox, "", { limits })).rejects.toEqual(refused);
      expect(() => javascriptSandbox({ limits })).toThrow(/^Expected a \w+ limit from .*; got /);
    },
  );

  it("are refused where there are no workers", () =>
    expect(() => javascriptSandbox({ workers: 0 })).toThrow(/^Expected a whole number of workers/));
});

it("runs no Python", async () => {
  const code = { language: "python", source: "def f(x): return x", entry: "f" } as const;
  expect(sandbox.languages).toEqual(["javascript"]);
  expect(await sandbox.run({ code, inputs: [1], seed: "" })).toMatchObject({ kind: "no-sandbox" });
});

it("has the same outcome for the same execution, whatever ran before", () => {
  const sources = [
    "let n = 0; const f = () => (n += 1)",
    "const f = (x) => Math.random() + x",
    "globalThis.leak = (globalThis.leak ?? 0) + 1; const f = () => leak",
    "Math.random = () => 4; Array.prototype.x = 1; const f = () => 1",
    "const f = (x) => [].x ?? x",
    "const a = []; const f = () => { for (;;) a.push({}) }",
    "let d = 0; const g = () => { d += 1; g() }; const f = () => { try { g() } catch { return d } }",
    "let n = 0; const f = () => { for (;;) n += 1 }",
    "const f = () => new Error('x').stack",
  ];
  const execution = fc.record({ source: fc.constantFrom(...sources), seed: fc.string() });
  const once = (told: { source: string; seed: string }) =>
    runIn(sandbox, told.source, { seed: told.seed, inputs: [1, 2, 3], limits: TIGHT });
  return fc.assert(
    fc.asyncProperty(execution, fc.array(execution, { maxLength: 3 }), async (told, between) => {
      const first = await once(told);
      for (const other of between) await once(other);
      expect(await once(told)).toEqual(first);
    }),
    { numRuns: 25 },
  );
});
