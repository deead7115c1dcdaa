import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import type { Input } from "../../../src/contract/index.ts";
import { combinedSandbox, javascriptSandbox, pythonSandbox } from "../../../src/sandbox/index.ts";
import { invalid, ran, threw, TIGHT } from "../support.ts";
import { body } from "./attack-programs.ts";
import { here, outputsOf, runPython, needed } from "./support.ts";

const sandbox = pythonSandbox();
afterAll(() => sandbox.close());

const finite = fc.double({ noNaN: true, noDefaultInfinity: true });
const values = async (source: string, inputs: readonly Input[]) =>
  (await outputsOf(sandbox, source, { inputs })).map((output) =>
    output.kind === "value" ? output.value : output,
  );
const undefinedOnce = { kind: "ran", outputs: [{ kind: "undefined" }] };
const hasNumpy = here.numpy !== null;

describe.runIf(here.holds)(`what goes in and out of Python${needed}`, () => {
  it("gives every finite number back to the last bit", () =>
    fc.assert(
      fc.asyncProperty(fc.array(finite), async (inputs) => {
        expect(await values("def f(x): return x", inputs)).toStrictEqual(inputs);
      }),
      { numRuns: 20 },
    ));

  it("gives every text back, zeros and lone surrogates included", () =>
    fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit: "binary" })), async (inputs) => {
        const withOddOnes = [...inputs, "a\0b", "\ud800", "\udc00x", "é\u2028😀", ""];
        expect(await values("def f(x): return x", withOddOnes)).toStrictEqual(withOddOnes);
      }),
      { numRuns: 20 },
    ));

  it("gives complex values back, and real ones where the imaginary part is zero", () =>
    fc.assert(
      fc.asyncProperty(finite, finite, async (re, im) => {
        const [value] = await values("def f(re, im): return complex(re, im)", [[re, im]]);
        expect(value).toStrictEqual(im === 0 ? re : { re, im });
      }),
      { numRuns: 20 },
    ));

  it("passes a list of texts as one argument per text, whatever stands in them", () =>
    fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit: "binary" }), { minLength: 2 }), async (texts) => {
        const lists = [texts, ["a\ud800", "\udc00b"], ["", "\0"]];
        const lengths = await values("def f(*all): return len(all)", lists);
        expect(lengths).toStrictEqual(lists.map((all) => all.length));
        const last = await values("def f(*all): return all[-1]", lists);
        expect(last).toStrictEqual(lists.map((all) => all.at(-1)));
      }),
      { numRuns: 20 },
    ));

  it("passes numbers, texts and lists in one batch, a list as one argument per number", () => {
    const source = "def f(*xs): return xs[0] if len(xs) == 1 else float(len(xs))";
    const lists = fc.array(finite, { maxLength: 4 });
    return fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(finite, fc.string(), lists)), async (inputs) => {
        const expected = inputs.map((input) => {
          if (!Array.isArray(input)) return input;
          return input.length === 1 ? input[0] : input.length;
        });
        expect(await values(source, inputs)).toStrictEqual(expected);
      }),
      { numRuns: 20 },
    );
  });

  it.each([
    ["1", 1],
    ["True", 1],
    ["False", 0],
    ["2**60", 2 ** 60],
    ["-0.0", -0],
    ["complex(1.5, 0)", 1.5],
    ["2j * 1j", -2],
    ["type('Text', (str,), {'__str__': lambda s: 1/0, '__len__': lambda s: 1/0})('a')", "a"],
    ["type('Number', (float,), {'__float__': lambda s: 1/0})(2)", 2],
    ["type('Integer', (int,), {'__index__': lambda s: 1/0, '__float__': lambda s: 1/0})(3)", 3],
    ["type('Complex', (complex,), {'real': 5, 'imag': 6})(4)", 4],
  ])("takes %s for a value", async (result, value) => {
    expect(await runPython(sandbox, body(`return ${result}`))).toEqual(ran(value));
  });

  it.runIf(hasNumpy).each([
    ["np.float64(1.5)", 1.5],
    ["np.float32(0.5)", 0.5],
    ["np.longdouble(0.5)", 0.5],
    ["np.int8(-3)", -3],
    ["np.uint64(2**53)", 2 ** 53],
    ["np.bool_(True)", 1],
    ["np.str_('a')", "a"],
    ["np.array(2.5)", 2.5],
    ["np.array([2.5])", 2.5],
    ["np.array([[3]])", 3],
    ["np.array(['ab'])", "ab"],
    ["np.array([4], dtype=object)", 4],
    ["type('Array', (np.ndarray,), {'item': lambda s: 1/0})((1,), buffer=np.array([5.0]))", 5],
    ["np.clongdouble(3)", 3],
  ])("takes NumPy's %s for a value", async (result, value) => {
    expect(await runPython(sandbox, body(`return ${result}`))).toEqual(ran(value));
  });

  it.runIf(hasNumpy)("takes NumPy's complex numbers for complex values", async () => {
    const value = { re: 1, im: 2 };
    for (const result of ["np.complex128(1+2j)", "np.complex64(1+2j)", "np.array([1+2j])"])
      expect(await runPython(sandbox, body(`return ${result}`))).toEqual({
        kind: "ran",
        outputs: [{ kind: "value", value }],
      });
  });

  it.each([
    "None",
    "float('nan')",
    "float('inf')",
    "-float('inf')",
    "10**400",
    "complex(1, float('nan'))",
    ...(hasNumpy ? ["np.float64('nan')", "np.array([np.inf])"] : []),
  ])("takes %s for no value", async (result) =>
    expect(await runPython(sandbox, body(`return ${result}`))).toEqual(undefinedOnce),
  );

  it.each([
    ["[1]", "list"],
    ["(1, 2)", "tuple"],
    ["{}", "dict"],
    ["b'a'", "bytes"],
    ["f", "function"],
    ["iter(())", "tuple_iterator"],
    ["type('Evil', (), {'__float__': lambda s: 1, '__complex__': lambda s: 1j})()", "Evil"],
    ["type('Evil', (), {'__class__': property(lambda s: float)})()", "Evil"],
    [
      "type('Evil', (), {'__len__': lambda s: 1/0, '__getattribute__': lambda s, n: 1/0})()",
      "Evil",
    ],
    ["type('E\\nvil', (), {})()", "E vil"],
    ["'x' * 1000001", "long text"],
    ["'x' * 10**8", "long text"],
    ["'😀' * 500001", "long text"],
    ...(hasNumpy
      ? [
          ["np.array([1, 2])", "ndarray"],
          ["np.array([])", "ndarray"],
          ["np.datetime64('2000-01-01T00:00:00.5', 'ns')", "datetime64"],
          ["np.timedelta64(1, 'ns')", "timedelta64"],
        ]
      : []),
  ])("takes %s for no legal value, but %s", async (result, got) =>
    expect(await runPython(sandbox, body(`return ${result}`))).toEqual(invalid(got ?? "")),
  );

  it("lets an exception cost its own input only", async () =>
    expect(
      await outputsOf(
        sandbox,
        "def f(x):\n    if x < 0: raise TypeError('no\\nroot')\n    return x",
        { inputs: [1, -1, 2] },
      ),
    ).toEqual([
      { kind: "value", value: 1 },
      { kind: "threw", message: "TypeError: no root" },
      { kind: "value", value: 2 },
    ]));

  it.each([
    ["raise ValueError('x' * 5000)", `ValueError: ${"x".repeat(188)}`],
    ["raise KeyError('a')", "KeyError: 'a'"],
    ["raise ValueError", "ValueError"],
    ["sys.exit(3)", "SystemExit: 3"],
    ["raise KeyboardInterrupt", "KeyboardInterrupt"],
    [
      "raise type('Odd', (BaseException,), {'__str__': lambda e: 1/0})",
      "Odd: an exception that cannot be read",
    ],
    ["input()", "EOFError: EOF when reading a line"],
    ["return x +", undefined],
  ])("says on one line what %s threw", async (line, message) => {
    const outcome = await runPython(sandbox, body(line));
    if (message === undefined) expect(outcome).toMatchObject({ kind: "not-loaded" });
    else expect(outcome).toEqual(threw(message));
  });

  it("bounds the text of a batch", async () => {
    const inputs = Array.from({ length: 20 }, (_, index) => index);
    const outputs = await outputsOf(sandbox, "def f(x): return 'x' * 1000000", { inputs });
    const kinds = outputs.map(({ kind }) => kind);
    expect(kinds).toEqual([...Array(16).fill("value"), ...Array(4).fill("invalid")]);
  });

  it("takes an empty batch", async () =>
    expect(await runPython(sandbox, "def f(x): return x", { inputs: [] })).toEqual(ran()));
});

describe.runIf(here.holds)(`the entry in Python${needed}`, () => {
  it.each([
    "def f(x): return x + 1",
    "f = lambda x: x + 1",
    "class f(float):\n    def __new__(cls, x): return float.__new__(cls, x + 1)",
    "from functools import partial\nf = partial(lambda a, x: x + a, 1)",
    "def f(x, shift=1): return x + shift",
    "def g(x):\n    def f(x): return 0\n    return x + 1\nf = g",
    "def f(x): return x + 1\nprint(nothing_of_that_name)",
    "def f(x): return x + 1\nassert f(1) == 3\ndef f(x): return 0",
    "def f(x): return x + 1\nimport sys\nsys.exit(1)",
    "def f(x): return x + 1\nif __name__ == '__main__':\n    f = None",
    "from dataclasses import dataclass\n@dataclass\nclass P:\n    x: 'float'\ndef f(x): return P(x).x + 1",
    "def f(x: Optional[float]) -> Union[float, List[float]]: return x + 1",
    "def f(x): return math.floor(x) + len(string.digits) - 9",
    "def f(x): return x + len(re.findall('a', 'ba')) + 0 * abs(cmath.sqrt(-1)) * random.random()",
    "def outer():\n    return lambda x: x + math.cos(0)\nf = outer()",
  ])("is found in %j", async (source) => expect(await runPython(sandbox, source)).toEqual(ran(2)));

  it.runIf(hasNumpy).each(["def f(x): return np.add(x, 1)", "def f(x): return numpy.add(x, 1)"])(
    "finds NumPy though %j does not import it",
    async (source) => expect(await runPython(sandbox, source)).toEqual(ran(2)),
  );

  it("may have any identifier as its name, in the form in which Python reads it", async () => {
    expect(await runPython(sandbox, "def größe(x): return x", { entry: "größe" })).toEqual(ran(1));
    expect(await runPython(sandbox, "def ﬁ(x): return x", { entry: "ﬁ" })).toEqual(ran(1));
  });

  it.each([
    ["", "f", "got nothing"],
    ["f = 3", "f", "got int"],
    ["def g(x): return 1", "f", "got nothing"],
    ["class f {", "f", "SyntaxError"],
    ["raise RuntimeError('top')", "f", "RuntimeError: top"],
    ["def f(x): return 1", "f()", "bare name"],
    ["def f(x): return 1", "f;x", "bare name"],
    ["def f(x): return 1", "", "bare name"],
    ["#" + "x".repeat(10_000_000), "f", "at most 1000000 characters"],
    ["x".repeat(1_000_000), "f", "NameError: name 'xxx"],
    ["(".repeat(10_000), "f", "too many nested parentheses"],
    ["\ud800", "f", "UnicodeEncodeError"],
    ["def f(x):\0", "f", "null bytes"],
    ["import os\nos._exit(3)", "f", "ended with status 3"],
  ])("is refused with a reason: %.40j", async (source, entry, reason) => {
    const outcome = await runPython(sandbox, source, { entry });
    expect(outcome).toMatchObject({ kind: "not-loaded", message: expect.stringContaining(reason) });
    expect(JSON.stringify(outcome)).not.toContain("\\n");
  });
});

describe.runIf(here.holds)(`chance and time in Python${needed}`, () => {
  const sources = [
    "def f(x): return random.random()",
    "def f(x): return random.Random().random()",
    "def f(x):\n    random.seed()\n    return random.gauss(0, 1)",
    "def f(x): return random.SystemRandom().random()",
    "import os\ndef f(x): return float(int.from_bytes(os.urandom(6), 'big'))",
    "import secrets\ndef f(x): return float(secrets.randbits(48))",
    "import uuid\ndef f(x): return str(uuid.uuid4())",
    ...(hasNumpy
      ? [
          "def f(x): return np.random.normal()",
          "def f(x): return np.random.default_rng().random()",
          "def f(x): return np.random.default_rng().random() + random.SystemRandom().random()",
          "g = getattr(__import__('num' + 'py'), 'random')\ndef f(x): return g.default_rng().random()",
          "def f(x): return np.random.RandomState().rand()",
          "f = getattr(__import__('num' + 'py'), 'random').uniform",
        ]
      : []),
  ];

  it.each(sources)("are the same for the same seed, and others for others: %j", async (source) => {
    const inputs = [[0], [0], [0]];
    const drawn = await runPython(sandbox, source, { seed: "a", inputs });
    expect(drawn.kind === "ran" && new Set(drawn.outputs.map((o) => JSON.stringify(o))).size).toBe(
      3,
    );
    expect(await runPython(sandbox, source, { seed: "a", inputs })).toEqual(drawn);
    expect(await runPython(sandbox, source, { seed: "b", inputs })).not.toEqual(drawn);
    const fresh = pythonSandbox();
    expect(await runPython(fresh, source, { seed: "a", inputs })).toEqual(drawn);
    await fresh.close();
  });

  it("have not drifted since they were last decided by the call", async () => {
    expect(await values("def f(x): return random.random()", [0, 0, 0])).toMatchInlineSnapshot(`
      [
        0.7255252912268105,
        0.8909434412623386,
        0.13535023680461788,
      ]
    `);
  });

  it("hash texts the same in every process", async () => {
    const source = "def f(x): return float(hash('findbench') % 10**6)";
    const other = pythonSandbox();
    expect(await runPython(other, source)).toEqual(await runPython(sandbox, source));
    await other.close();
  });

  it.each([
    "time.time()",
    "time.time_ns() / 1e9",
    "time.perf_counter()",
    "time.monotonic()",
    "time.process_time()",
    "time.clock_gettime(0)",
    "time.mktime(time.localtime())",
    "datetime.datetime.now().timestamp()",
    "datetime.datetime.now(datetime.timezone.utc).timestamp()",
    "datetime.datetime.utcnow().timestamp()",
    "datetime.datetime.today().timestamp()",
    "(datetime.date.today() - datetime.date(1970, 1, 1)).total_seconds()",
    "calendar.timegm(time.strptime(time.strftime('%Y-%m-%d'), '%Y-%m-%d'))",
    "calendar.timegm(time.strptime(time.ctime()))",
    "time.sleep(1000) or time.time()",
    "(uuid.uuid1().time - 0x01b21dd213814000) / 1e7",
  ])("stand still at the start of 2000: %s", async (instant) =>
    expect(
      await runPython(sandbox, `import calendar, datetime, time, uuid\nf = lambda x: ${instant}`),
    ).toEqual(ran(946_684_800)),
  );
});

describe.runIf(here.holds)(`limits of Python${needed}`, () => {
  it("end one slow input alone while the others have time", async () => {
    const source = "def f(x):\n    while x == 2: pass\n    return x";
    const message = "TimeoutError: this input took too much of the time for all of them";
    expect(await outputsOf(sandbox, source, { inputs: [1, 2, 3], limits: { work: 10 } })).toEqual([
      { kind: "value", value: 1 },
      { kind: "threw", message, late: true },
      { kind: "value", value: 3 },
    ]);
    expect(await runPython(sandbox, source, { inputs: [2], limits: TIGHT })).toEqual({
      kind: "timed-out",
    });
  });

  it("give as much memory as they are told", async () => {
    const source = "def f(x): return len(bytearray(30000000))";
    expect(await runPython(sandbox, source)).toEqual(ran(30_000_000));
    const limits = { memory: 20_000_000 };
    expect(await runPython(sandbox, source, { limits })).toEqual({ kind: "out-of-memory" });
  });

  it("do not count what the inputs and outputs take", async () => {
    const inputs = Array.from({ length: 200_000 }, (_, index) => index);
    const limits = { memory: 2 ** 24 };
    const outputs = await outputsOf(sandbox, "def f(x): return x", { inputs, limits });
    expect(outputs).toHaveLength(200_000);
  });

  it("may be as wide as they come", async () => {
    const limits = { work: Number.MAX_SAFE_INTEGER, memory: 2 ** 31, wall: 2 ** 31 - 1 };
    expect(await runPython(sandbox, "def f(x): return x", { limits })).toEqual(ran(1));
  });

  it.each([{ memory: 1000 }, { memory: 2 ** 40 }, { work: -1 }, { work: NaN }, { wall: 2 ** 31 }])(
    "are refused out of range: %j",
    async (limits) => {
      const refused = expect.objectContaining({ code: "bad-argument" });
      await expect(runPython(sandbox, "", { limits })).rejects.toEqual(refused);
      expect(() => pythonSandbox({ limits })).toThrow(/^Expected a \w+ limit from .*; got /);
    },
  );

  it("are refused where there are no workers", () =>
    expect(() => pythonSandbox({ workers: 0 })).toThrow(/^Expected a whole number of workers/));
});

describe.runIf(here.holds)(`both languages${needed}`, () => {
  it("are run each by its own sandbox", async () => {
    const both = combinedSandbox(javascriptSandbox(), pythonSandbox());
    const run = (language: "javascript" | "python", source: string) =>
      both.run({ code: { language, source, entry: "f" }, inputs: [2], seed: "" });
    expect(both.languages).toEqual(["javascript", "python"]);
    expect(await run("python", "def f(x): return x ** 3")).toEqual(ran(8));
    expect(await run("javascript", "const f = (x) => x ** 3")).toEqual(ran(8));
    await both.close();
    await expect(run("python", "")).rejects.toMatchObject({ code: "interrupted" });
    await expect(run("javascript", "")).rejects.toMatchObject({ code: "interrupted" });
  });

  it("are not run by the other's", async () => {
    const code = { language: "javascript", source: "const f = (x) => x", entry: "f" } as const;
    expect(sandbox.languages).toEqual(["python"]);
    expect(await sandbox.run({ code, inputs: [1], seed: "" })).toMatchObject({
      kind: "no-sandbox",
    });
  });
});
