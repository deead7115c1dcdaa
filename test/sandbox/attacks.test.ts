import { afterAll, describe, expect, it } from "vitest";
import type { RunOutcome } from "../../src/contract/index.ts";
import { javascriptSandbox } from "../../src/sandbox/index.ts";
import { invalid, ran, runIn, threw, TIGHT } from "./support.ts";

const sandbox = javascriptSandbox();
afterAll(() => sandbox.close());

type Attack = readonly [source: string, outcome: RunOutcome];

const timedOut: RunOutcome = { kind: "timed-out" };
const outOfMemory: RunOutcome = { kind: "out-of-memory" };
const overflow = threw("InternalError: stack overflow");

const endless: readonly Attack[] = [
  ["while (1);", timedOut],
  ["const f = () => { while (1); }", timedOut],
  ["const f = () => { for (;;) try { for (;;); } catch {} finally { continue } }", timedOut],
  ["const f = () => { for (;;) new Promise(() => { for (;;); }) }", timedOut],
  ["const f = async () => { for (;;) await (async () => { for (;;); })() }", timedOut],
  ["const f = () => ({ get re() { for (;;); } })", timedOut],
  ["const f = () => ({ re: 1, get im() { for (;;); } })", timedOut],
  ["const f = () => new Proxy({}, { get() { for (;;); } })", timedOut],
  ["const f = () => new Proxy({}, { getPrototypeOf() { for (;;); } })", timedOut],
  ["const f = () => /^(a+)+$/.test('a'.repeat(40) + 'b')", timedOut],
  ["const f = (x) => x + { toString() { for (;;); } }", timedOut],
  ["const f = (x) => x + { valueOf() { for (;;); } }", timedOut],
  ["const f = (x) => x + { [Symbol.toPrimitive]() { for (;;); } }", timedOut],
  ["const f = () => { throw { get message() { for (;;); } } }", timedOut],
  ["const f = () => { throw { get name() { for (;;); } } }", timedOut],
  ["function* g() { for (;;) yield 1 } const f = () => [...g()].length", timedOut],
  [
    "const f = () => { for (const x of { [Symbol.iterator]: () => ({ next: () => ({}) }) }); }",
    timedOut,
  ],
  ["const f = () => eval('for (;;);')", timedOut],
  ["const f = () => Function('for (;;);')()", timedOut],
  ["const f = () => [2, 1].sort(() => { for (;;); })", timedOut],
  ["Object.defineProperty(globalThis, 'f', { get() { for (;;); } })", timedOut],
  ["let n = 0; const f = () => { try { f() } finally { for (;;) n += 1 } }", timedOut],
];

const greedy: readonly Attack[] = [
  ["const f = () => { let s = 'x'; for (;;) { s += s; s.indexOf('y') } }", outOfMemory],
  ["const f = () => 'x'.repeat(1e8)", outOfMemory],
  ["const f = () => 'x'.repeat(5e7)", invalid("long text")],
  ["const f = () => { const a = []; for (;;) a.push({ a }) }", outOfMemory],
  ["const f = () => { const a = []; for (;;) try { for (;;) a.push([]) } catch {} }", outOfMemory],
  [
    "const f = () => { const a = []; for (;;) a.push(new Float64Array(10000).fill(1)) }",
    outOfMemory,
  ],
  ["const f = () => new ArrayBuffer(1e9)", outOfMemory],
  ["const f = () => new ArrayBuffer(2 ** 33)", threw("RangeError: invalid array buffer length")],
  ["const f = () => { let o = {}; for (;;) o = { o } }", outOfMemory],
  ["const f = () => { const m = new Map(); for (let i = 0; ; i += 1) m.set(i, {}) }", outOfMemory],
  [
    "const f = () => { let b = 2n; for (;;) b *= b }",
    threw("RangeError: BigInt is too large to allocate"),
  ],
  ["const a = []; const f = () => { for (;;) a.push(() => a) }", outOfMemory],
  ["const f = () => { let g = (x) => x; for (;;) g = g.bind(null) }", outOfMemory],
  ["const a = []; for (;;) a.push('x'.repeat(1000) + a.length)", outOfMemory],
  ["const f = () => { throw 'x'.repeat(1e8) }", outOfMemory],
];

const deep: readonly Attack[] = [
  ["const f = () => 1 + f()", overflow],
  ["const f = () => ({ get x() { return this.x } }).x", overflow],
  ["const o = { toString: () => '' + o }; const f = () => '' + o", overflow],
  ["const f = () => [2, 1].sort(f)", overflow],
  ["const f = () => 'a'.replace(/a/, f)", overflow],
  ["const f = () => JSON.parse('['.repeat(1e5))", threw("SyntaxError: stack overflow")],
  ["const f = () => eval('('.repeat(1e5))", threw("SyntaxError: stack overflow")],
  ["const f = () => new RegExp('(?:'.repeat(1e5))", threw("SyntaxError: stack overflow")],
  [
    "const f = () => { let p = {}; for (let i = 0; i < 1e5; i++) p = new Proxy(p, {}); return p.x }",
    overflow,
  ],
  ["function* g() { yield* g() } const f = () => [...g()]", overflow],
];

const exotic: readonly Attack[] = [
  ["const f = () => { throw null }", threw("null")],
  ["const f = () => { throw undefined }", threw("undefined")],
  ["const f = () => { throw Symbol('evil\\n') }", threw("Symbol(evil )")],
  ["const f = () => { throw 10n }", threw("10")],
  [
    "const f = () => { throw new Proxy({}, { get() { throw 1 } }) }",
    threw("an exception that cannot be read"),
  ],
  [
    "const f = () => { throw { get message() { throw 1 } } }",
    threw("an exception that cannot be read"),
  ],
  ["const f = () => { throw { toString() { throw 1 } } }", threw("exception: object")],
  ["const f = () => { throw () => 1 }", threw("exception: function")],
  ["const f = () => { throw { name: {}, message: [] } }", threw("exception: object")],
  ["const f = () => { throw new Proxy(Error('x'), {}) }", threw("Error: x")],
  ["const f = () => ({ get re() { throw new Error('late') } })", threw("Error: late")],
  [
    "const f = () => ({ re: 1, im: 2, toJSON() { throw 1 } })",
    { kind: "ran", outputs: [{ kind: "value", value: { re: 1, im: 2 } }] },
  ],
  [
    "const { proxy, revoke } = Proxy.revocable({}, {}); revoke(); const f = () => proxy",
    threw("TypeError: revoked proxy"),
  ],
];

const escapes: readonly Attack[] = [
  [
    "const f = () => f.constructor.constructor('return process')()",
    threw("ReferenceError: 'process' is not defined"),
  ],
  [
    "const f = () => this.constructor.constructor('return require')()",
    threw("ReferenceError: 'require' is not defined"),
  ],
  [
    "const f = () => typeof fetch + typeof setTimeout + typeof Worker + typeof WebAssembly",
    ran("undefined".repeat(4)),
  ],
  [
    "const f = () => typeof std + typeof os + typeof console + typeof print",
    ran("undefined".repeat(4)),
  ],
  ["const f = () => import('node:fs')", invalid("promise")],
  [
    "let got = 0; import('os').then(() => { got = 1 }, () => { got = 2 }); const f = () => got",
    ran(0),
  ],
  [
    "const f = () => Atomics.wait(new Int32Array(new SharedArrayBuffer(8)), 0, 0)",
    threw("ReferenceError: 'Atomics' is not defined"),
  ],
  ["const f = () => eval('6 * 7')", ran(42)],
  ["const f = () => f.caller", threw("TypeError: invalid property access")],
  [
    "const f = () => Object.getOwnPropertyNames(globalThis).filter((n) => /host|parent|explain|describe/i.test(n)).length",
    ran(0),
  ],
];

/** Each tries to make the sandbox say something that the program did not return. */
const forgeries: readonly Attack[] = [
  ["JSON.stringify = () => 'text:\"forged\"'; const f = () => 'true'", ran("true")],
  ["String.prototype.toJSON = () => 'forged'; const f = () => 'true'", ran("true")],
  ["Array.isArray = () => false; const f = () => [1]", invalid("list")],
  [
    "String = Number = Promise = Reflect = Array = Object = JSON = null; const f = () => 'true'",
    ran("true"),
  ],
  [
    "String.prototype.slice = Reflect.apply = () => 'forged'; const f = () => { throw 'true' }",
    threw("true"),
  ],
  [
    "Array.prototype.map = Array.prototype[Symbol.iterator] = () => { throw 1 }; const f = (x) => x",
    ran(1),
  ],
  ["Object.prototype.valueOf = () => 3; const f = () => ({})", invalid("object")],
  ["Number.prototype.toString = () => 'forged'; const f = () => ({ re: 1, im: 0 })", ran(1)],
  ["Function.prototype.call = Function.prototype.apply = () => 3; const f = (x) => x", ran(1)],
  ["const f = () => 'invalid:forged'", ran("invalid:forged")],
  ["const f = () => ({ kind: 'value', value: 3 })", invalid("object")],
  [
    "Object.defineProperty(Array.prototype, 0, { get: () => 3, set() {} }); const f = (x) => x",
    ran(1),
  ],
];

describe.each([
  ["endless", endless],
  ["greedy", greedy],
  ["deep", deep],
  ["exotic", exotic],
  ["escaping", escapes],
  ["forging", forgeries],
] as const)("an %s program", (_name, attacks) => {
  it.each(attacks)("is contained: %s", async (source, outcome) => {
    expect(await runIn(sandbox, source, { limits: TIGHT })).toEqual(outcome);
    expect(await runIn(sandbox, "const f = (x) => 2 * x")).toEqual(ran(2));
  });
});

it("leaves no mark on the host, nor on the next program", async () => {
  const before = Reflect.ownKeys(Object.prototype);
  const pollution =
    "Object.prototype.re = 1; Object.prototype.im = 2; Array.prototype[0] = 3; Math.sin = () => 4;" +
    'globalThis.left = 5; const f = () => JSON.parse(\'{"__proto__": { "evil": 1 }}\')';
  await runIn(sandbox, pollution);
  expect(Reflect.ownKeys(Object.prototype)).toEqual(before);
  const source = "const f = () => [typeof left, [][0], ({}).re, ({}).evil, Math.sin(0)].join()";
  expect(await runIn(sandbox, source)).toEqual(ran("undefined,,,,0"));
});

it("reads a result within the same work as the call", async () => {
  const source =
    "const f = () => ({ get re() { for (let i = 0; i < 90000; i++); return 1 }, im: 0 })";
  expect(await runIn(sandbox, source, { limits: { work: 1 } })).toEqual(ran(1));
  const inputs = Array.from({ length: 20 }, () => 0);
  expect(await runIn(sandbox, source, { inputs, limits: { work: 1 } })).toEqual(timedOut);
});
