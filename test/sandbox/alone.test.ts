import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import type { Input, Output, RunOutcome } from "../../src/contract/index.ts";
import { callKeys } from "../../src/sandbox/call-keys.ts";
import { javascriptSandbox } from "../../src/sandbox/index.ts";
import { startEngine } from "../../src/sandbox/engine.ts";
import { restoreImage, takeImage } from "../../src/sandbox/memory-image.ts";
import { LEAST_MEMORY } from "../../src/sandbox/limits.ts";
import { TIGHT } from "./support.ts";

const sandbox = javascriptSandbox();
afterAll(() => sandbox.close());

const run = (source: string, inputs: readonly Input[], alone?: readonly number[], seed = "s") =>
  sandbox.run({
    code: { language: "javascript", source, entry: "f" },
    inputs,
    seed,
    limits: TIGHT,
    ...(alone === undefined ? {} : { alone }),
  });

async function ranBoth(source: string, inputs: readonly Input[], alone: readonly number[]) {
  const outcome = await run(source, inputs, alone);
  if (outcome.kind !== "ran") throw new Error(`not run: ${JSON.stringify(outcome)}`);
  const batch = alone.map((index) => outcome.outputs[index]);
  return { batch, alone: outcome.alone ?? [] };
}

const INPUTS = Array.from({ length: 60 }, (_, index) => ((index * 37) % 60) / 8);
const SOME = [2, 17, 31, 44, 59];

/** Each answers by what it saw before, as one that wants to know which question it is at. */
const stateful: readonly (readonly [how: string, source: string])[] = [
  ["counts its calls", "let n = 0; const f = (x) => ((n += 1) > 2 ? x : -x - 1)"],
  ["counts on its own function", "function f(x) { f.n = (f.n ?? 0) + 1; return x + f.n }"],
  ["counts on a built-in", "const f = (x) => x + (Math.n = (Math.n ?? 0) + 1)"],
  [
    "counts with a generator",
    "const g = (function* () { let n = 0; for (;;) yield n++ })(); const f = (x) => x + g.next().value",
  ],
  [
    "counts with a regular expression",
    "const r = /./g, t = 'x'.repeat(99); const f = (x) => { r.test(t); return x + r.lastIndex }",
  ],
  [
    "counts in a getter of its result",
    "let n = 0; const f = (x) => ({ get re() { return x + n++ }, im: 0 })",
  ],
  [
    "counts in a proxy",
    "let n = 0; const f = new Proxy((x) => x, { apply: (_, __, [x]) => x + n++ })",
  ],
  ["counts by throwing", "let n = 0; const f = (x) => { if (n++ > 1) throw x; return x }"],
  [
    "remembers inputs",
    "const seen = new Set(); const f = (x) => { seen.add(x); return seen.size }",
  ],
  [
    "remembers the last one",
    "let last = 0; const f = (x) => { const d = x - last; last = x; return d }",
  ],
  [
    "measures density",
    "const seen = []; const f = (x) => { seen.push(x); return seen.filter((y) => Math.abs(x - y) < 1).length }",
  ],
  [
    "gathers low bits",
    "let bits = 1; const f = (x) => { bits = (bits * 31 + x * 8) | 0; return bits }",
  ],
  ["converges", "let m = 0; const f = (x) => { m += (1 - m) / 8; return x + m }"],
  [
    "knows its objects",
    "const o = []; const f = (x) => { const p = { x }; o.push(p); return o.indexOf(p) }",
  ],
  [
    "keeps a weak map",
    "const k = {}; const w = new WeakMap(); const f = (x) => { w.set(k, (w.get(k) ?? 0) + 1); return x + w.get(k) }",
  ],
  [
    "draws from a generator of its own",
    "let s = 1; const f = () => (s = (s * 48271) % 2147483647)",
  ],
  [
    "rewrites itself",
    "let f = (x) => { const g = f; f = (y) => g(y) + 1; globalThis.h = f; return (globalThis.n = (globalThis.n ?? 0) + 1) }",
  ],
  [
    "fills memory",
    "const all = []; const f = (x) => { all.push(new Uint8Array(100000)); return x + all.length }",
  ],
  [
    "defers what it answers",
    "const late = []; const f = (x) => { late.push(x); return { get re() { return late[0] }, im: 0 } }",
  ],
  [
    "keeps a date",
    "const d = new Date(0); const f = () => { d.setUTCDate(d.getUTCDate() + 1); return +d }",
  ],
  ["returns text", "let t = ''; const f = () => (t += 'x')"],
];

/** Each tries to tell calls apart by something other than a state of its own, in vain. */
const vain: readonly (readonly [how: string, source: string])[] = [
  [
    "the stack's depth",
    "const f = () => { let d = 0; const g = () => { d += 1; g() }; try { g() } catch { return d } }",
  ],
  ["the frames of an error", "const f = (x) => new Error(String(x)).stack.length + x"],
  ["chance", "const f = (x) => x + Math.random()"],
  ["chance that was kept at the top", "const r = Math.random; const f = (x) => x + r() + r()"],
  ["chance in a getter", "const f = (x) => ({ get re() { return Math.random() }, im: x })"],
  [
    "the result of another call",
    "let last = 0; const f = (x) => { last = x; return { get re() { return last }, im: 0 } }",
  ],
  [
    "promises",
    "let n = 0; const f = (x) => { Promise.resolve().then(() => { n += 1 }); return x + n }",
  ],
  [
    "finalisers",
    "let n = 0; const r = new FinalizationRegistry(() => { n += 1 }); const f = (x) => { r.register({}, 1); return x + n }",
  ],
  [
    "what memory held",
    "const f = (x) => new Uint8Array(5000).fill(7, 0, 100).reduce((a, b) => a + b, x)",
  ],
  ["the clock", "const f = (x) => x + Date.now()"],
  [
    "the largest buffer",
    "const f = (x) => { for (let n = 2 ** 40; ; n /= 2) try { new ArrayBuffer(n); return n } catch { if (n < 2 ** 32) return x } }",
  ],
  ["names of globals", "const f = (x) => Object.getOwnPropertyNames(globalThis).join()"],
  [
    "memoised results",
    "const memo = new Map(); const f = (x) => { if (!memo.has(x)) memo.set(x, x * x); return memo.get(x) }",
  ],
  [
    "a table made at the first call",
    "let t; const f = (x) => { t ??= Array.from({ length: 100 }, (_, i) => i * i); return t[Math.floor(x)] }",
  ],
  ["nothing", "const f = (x) => x * 3"],
];

describe("a program that answers by what it saw before", () => {
  it.each(stateful)("is told by inputs asked alone: %s", async (_how, source) => {
    const { alone, batch } = await ranBoth(source, INPUTS, SOME);
    expect(alone).not.toEqual(batch);
  });
});

describe("a program that keeps nothing", () => {
  it.each(vain)("answers alone as in company: %s", async (_how, source) => {
    const { alone, batch } = await ranBoth(source, INPUTS, SOME);
    expect(alone).toEqual(batch);
  });

  it("answers alone as in company where the batch has no room for its texts", async () => {
    const inputs = Array.from({ length: 18 }, (_, index) => index);
    const { alone, batch } = await ranBoth("const f = () => 'x'.repeat(1000000)", inputs, [1, 17]);
    expect(alone).toEqual(batch);
    expect(batch.map((output) => output?.kind)).toEqual(["value", "invalid"]);
  });

  it("answers alike in whatever order and company", () =>
    fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.oneof(fc.integer(), fc.string(), fc.tuple(fc.nat(9), fc.nat(9))), {
          minLength: 1,
          maxLength: 12,
          selector: (input) => JSON.stringify(input),
        }),
        fc.infiniteStream(fc.nat(1000)),
        async (inputs, order) => {
          const source = "const r = Math.random; const f = (...all) => all.join() + r() + r()";
          const drawn = [...inputs].map((input) => ({ input, at: order.next().value as number }));
          const others = drawn
            .toSorted((one, other) => one.at - other.at)
            .slice(drawn.length >> 1)
            .map(({ input }) => input);
          const [whole, part] = [await run(source, inputs), await run(source, others)];
          const outputs = (outcome: RunOutcome): readonly Output[] =>
            outcome.kind === "ran" ? outcome.outputs : [];
          expect(outputs(part)).toHaveLength(others.length);
          expect(outputs(part)).toEqual(
            others.map((input) => outputs(whole)[inputs.indexOf(input)]),
          );
        },
      ),
      { numRuns: 30 },
    ));
});

describe("asking alone", () => {
  const sources = [...stateful, ...vain].map(([, source]) => source);
  const program = fc.constantFrom(...sources);

  it("changes nothing in the batch, nor does it matter what else is asked alone", () =>
    fc.assert(
      fc.asyncProperty(program, fc.array(fc.nat(9)), fc.array(fc.nat(9)), async (source, a, b) => {
        const inputs = INPUTS.slice(0, 10);
        const both = await ranBoth(source, inputs, [...a, ...b]);
        const one = await run(source, inputs, b);
        const bare = await run(source, inputs);
        expect({ ...one, alone: null }).toEqual({ ...bare, alone: null });
        if (one.kind === "ran") expect(one.alone ?? []).toEqual(both.alone.slice(a.length));
      }),
      { numRuns: 40 },
    ));

  it("cannot be told from the first call of the batch", () =>
    fc.assert(
      fc.asyncProperty(program, fc.constantFrom(...INPUTS), async (source, input) => {
        const { alone, batch } = await ranBoth(source, [input, 1, 2], [0]);
        expect(alone).toEqual(batch);
      }),
      { numRuns: 40 },
    ));

  it("has the work and the memory of the batch for each input, and ends as it does", async () => {
    const heavy = "const f = () => { for (let i = 0; i < 700000; i++); return 1 }";
    expect(await run(heavy, [1], [0, 0, 0])).toMatchObject({ kind: "ran", nearLimit: true });
    const alone = [1];
    const picky = (what: string) =>
      `let n = 0; const f = (x) => { if (n++ === 0 && x === 1) { ${what} } return x }`;
    expect(await run(picky("for (;;);"), [0, 1], alone)).toEqual({ kind: "timed-out" });
    const greedy = picky("'x'.repeat(1e8)");
    expect(await run(greedy, [0, 1], alone)).toEqual({ kind: "out-of-memory" });
    expect(await run(greedy, [0, 1])).toMatchObject({ kind: "ran" });
  });

  it("is refused for an input that is not there", async () => {
    const refused = expect.objectContaining({ code: "bad-argument" });
    await expect(run("const f = () => 1", [1], [1])).rejects.toEqual(refused);
  });
});

it("leaves not one byte of a program in the engine that the next one runs in", async () => {
  const { bytes, context, layout } = await startEngine(4 * LEAST_MEMORY);
  const image = takeImage(bytes, layout);
  const before = Buffer.from(bytes);
  const programs = [
    "let s = 'x'; for (let i = 0; i < 22; i++) s += s; s.length",
    "const d = (n) => n && d(n - 1); d(150)",
    "const a = []; for (let i = 0; i < 1e5; i++) a.push({ i }); a.length = 0",
    "JSON.parse('['.repeat(100) + ']'.repeat(100))",
    "/^(?:a|b)*$/.test('ab'.repeat(1e4))",
    "globalThis.left = new Uint8Array(3e7).fill(9); left = null",
    `(${Array.from({ length: 2000 }, (_, i) => `v${i}`).join("=")}=1)`,
  ];
  for (const source of programs) {
    const result = context.evalCode(source);
    (result.error ?? result.value).dispose();
    restoreImage(bytes, layout, image);
    expect([source, before.equals(bytes)]).toEqual([source, true]);
  }
});

describe("the keys of chance", () => {
  it("differ in every word for different inputs and occurrences", () => {
    const inputs: Input[] = [];
    for (let i = 0; i < 2000; i += 1)
      inputs.push(i, i / 1024, `${i}`, `x${i}`, [i, 1], [1, i], [`${i}`, "1"], 7);
    const keys = callKeys("seed", inputs);
    const named = new Set(inputs.map((input) => JSON.stringify(input)));
    const distinct = named.size + inputs.filter((input) => input === 7).length - 1;
    // Whole numbers up to 1 come twice, as themselves and as a fraction; they are told by occurrence.
    for (const word of [0, 1, 2, 3] as const)
      expect(new Set(keys.map((key) => key[word])).size).toBeGreaterThan(0.999 * distinct);
    expect(new Set(keys.map(String)).size).toBe(keys.length);
  });

  it("do not depend on what else is asked", () =>
    fc.assert(
      fc.property(fc.string(), fc.array(fc.string()), (text, others) => {
        const lists = others.map((other) => [other]);
        const [alone] = callKeys("seed", [[text]]);
        const strings = others.map((other) => JSON.stringify([other]));
        const company = [
          ...lists.filter(([other]) => other !== text),
          ...strings,
          JSON.stringify([text]),
        ];
        expect(callKeys("seed", [...company, [text]]).at(-1)).toEqual(alone);
      }),
    ));
});
