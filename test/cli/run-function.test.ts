import { readdir, readFile, rm, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Outcome } from "../../src/contract/index.ts";
import { sha256Hex } from "../../src/core/index.ts";
import { comparable } from "../runs/comparable.ts";
import { findbench } from "../support/command-line.ts";
import type { Printed } from "../support/command-line.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const NOISED = `import numpy as np
import scipy.signal
import sys
from scipy.special import gamma, factorial, erf

def function(x):
        return 0.5*x + 20.0 + np.random.normal(scale=1)

if __name__ == '__main__':
    outputs = ''
    for arg in sys.argv[1:]:
        outputs += f'({arg}, {function(float(arg))}) '
    print(f'Function input - output pairs: {outputs}')
`;

const CORRUPTED = `import numpy as np
import sys

def function(x):
    if type(x) == int or type(x) == float:
        x = np.array(x)
    return np.where((x > 10.5) & (x < 40.25), np.random.normal(loc=-3.5, scale=0.1, size=x.shape), 2.0*x + 1.0)
`;

const KINK = `const slope = 2.5;
const f = (x) => {
  if (x === 0) throw new RangeError("the slope is 2.5");
  return x < 7 ? slope * x : slope * 7;
};
`;

async function written(name: string, source: string): Promise<string> {
  const file = join(await temporaryFolder(), name);
  await writeFile(file, source);
  return file;
}

interface Ran extends Printed {
  readonly out: string;
}

async function run(file: string, ...options: readonly string[]): Promise<Ran> {
  const out = join(await temporaryFolder(), "run");
  const interpreters = options.includes("--interpreter") ? [] : ["--interpreter", "line,lookup"];
  const budget = options.includes("--budget") ? [] : ["--budget", "32"];
  const args = ["run", "--function", file, ...interpreters, ...budget, "--out", out, ...options];
  return { ...(await findbench(...args)), out };
}

const valueOf = (outcome: Partial<Outcome> | undefined, metric: string): unknown => {
  const score = outcome?.scores?.[metric];
  return score?.kind === "scored" ? score.value : score?.reason;
};

async function rowOf(out: string, interpreter: string): Promise<Partial<Outcome> | undefined> {
  return (await comparable(out)).find(({ item }) => item?.interpreter === interpreter);
}

describe("a run on a function of one's own", () => {
  it.each([
    ["noised.py", NOISED],
    ["corrupted.py", CORRUPTED],
    ["kink.js", KINK],
  ])("goes from %s to a report, alone with its folder", async (name, source) => {
    const file = await written(name, source);
    const { code, stderr, out } = await run(file);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    await rm(file);
    const before = await comparable(out);
    expect(before.map(({ item, status }) => [item?.interpreter, status])).toEqual(
      expect.arrayContaining(["line", "lookup", "oracle"].map((row) => [row, "scored"])),
    );
    expect(before).toHaveLength(3);
    const report = await findbench("report", out, "--full");
    for (const part of [name, "lookup", "agreement", "own file itself"])
      expect(report.stdout).toContain(part);
    for (const part of ["no-law", "NaN", "noise\n", "told apart by law"])
      expect(report.stdout).not.toContain(part);
    expect((await findbench("report", out, "--format", "md")).code).toBe(0);
    expect((await findbench("compare", out)).code).toBe(0);
    const shown = await findbench("show", out, name, "--interpreter", "lookup");
    for (const part of [
      `file ${name}`,
      "A user's own function",
      "Round 1     32 queries",
      "Scores",
    ])
      expect(shown.stdout).toContain(part);
    expect(await findbench("score", out)).toMatchObject({ code: 0, stderr: "" });
    expect(await comparable(out)).toEqual(before);
    expect(await findbench("resume", out)).toMatchObject({ code: 0, stderr: "" });
  });

  it("scores what values tell, and says that the law is not known", async () => {
    const { out } = await run(await written("kink.js", KINK));
    const oracle = await rowOf(out, "oracle");
    for (const [metric, value] of [
      ["nmse", 0],
      ["nmse<0.1", 1],
      ["agreement", 1],
      ["extrapolation", 1],
      ["error", 0],
      ["skill", 20],
      ["form", "no-law"],
      ["law", "no-law"],
      ["corruption.stated.false", "no-law"],
      ["corruption.code.false", "no-law"],
      ["noise.kind", "no-law"],
    ] as const)
      expect([metric, valueOf(oracle, metric)]).toEqual([metric, value]);
    const lookup = await rowOf(out, "lookup");
    expect(valueOf(lookup, "skill")).toBe(0);
    expect(valueOf(lookup, "process.coverage")).toBe(0.5);
    expect(lookup?.tags).toBeUndefined();
  });

  it("keeps the source, by whose hash it is known, and is the same run from the same file", async () => {
    const { out } = await run(await written("kink.js", KINK));
    const again = await run(await written("kink.js", KINK));
    const other = await run(await written("kink.js", KINK.replace("2.5", "2.6")));
    const ids = await Promise.all(
      [out, again.out, other.out].map(async (folder) => {
        const manifest: unknown = JSON.parse(await readFile(join(folder, "run.json"), "utf8"));
        return (manifest as { id: string }).id;
      }),
    );
    expect(ids[0]).toBe(ids[1]);
    expect(ids[0]).not.toBe(ids[2]);
    expect(await comparable(out)).toEqual(await comparable(again.out));
    const truth: unknown = JSON.parse(
      await readFile(join(out, "function", "truths.jsonl"), "utf8"),
    );
    expect(truth).toMatchObject({
      spec: { kind: "external", language: "javascript", source: KINK, entry: "f" },
      provenance: { source: "file", name: "kink.js", sha256: sha256Hex(KINK) },
    });
    const file = join(out, "function", "truths.jsonl");
    await truncate(file, 100);
    expect(await findbench("resume", out)).toMatchObject({ code: 2 });
  });

  it("is asked by hand through the folder of the run", async () => {
    const { out } = await run(await written("kink.js", KINK));
    const { stdout } = await findbench("query", join(out, "function"), "kink.js", "0", "1", "9");
    expect(stdout.trim().split("\n")).toEqual([
      "f(0) is undefined: The function threw an exception (RangeError)",
      "f(1) = 2.5",
      "f(9) = 17.5",
    ]);
  });

  it("takes one of several functions, and one of several arguments", async () => {
    const two = await written("two.py", "def f(x):\n    return x\ndef g(x):\n    return 3 * x\n");
    const named = await run(two, "--entry", "g");
    const asked = await findbench("query", join(named.out, "function"), "two.py", "5");
    expect(asked.stdout).toContain("f(5) = 15");
    const sum = await written("sum.py", "def f(x, y):\n    return x + 2 * y\n");
    const pair = await run(sum, "--arguments", "2");
    expect(pair).toMatchObject({ code: 0, stderr: "" });
    expect(valueOf(await rowOf(pair.out, "line"), "nmse<0.1")).toBe(1);
  });
});

describe("a function that cannot be run on", () => {
  const bad: readonly [string, string, string, RegExp, string[]?][] = [
    [
      "two functions",
      "two.py",
      "def f(x):\n  return x\ndef g(x):\n  return x\n",
      /`f`, `g`.*--entry/u,
    ],
    ["no function", "none.py", "x = 3\n", /none at its top level/u],
    ["an error of syntax", "broken.py", "def f(x:\n  return x\n", /line 1/u],
    [
      "an error of syntax under a name",
      "broken.py",
      "def f(x:\n  return x\n",
      /SyntaxError/u,
      ["--entry", "f"],
    ],
    ["another number of arguments", "sum.py", "def f(x, y):\n  return x\n", /takes one number/u],
    ["a name that is not there", "f.py", "def f(x):\n  return x\n", /`h`/u, ["--entry", "h"]],
    ["texts only", "text.py", "def f(x):\n  return 'four'\n", /got a text/u],
    ["exceptions only", "words.py", "def f(x):\n  return x[0]\n", /TypeError/u],
    [
      "a module that is not there",
      "mlp.py",
      "import nowhere_9\ndef f(x): return x\n",
      /nowhere_9/u,
    ],
    ["a module", "module.js", "export const f = (x) => x;\n", /export/u],
    ["another language", "f.rb", "def f(x) x end\n", /\.py.*\.js/u],
    [
      "a file that reads others",
      "spy.py",
      "def f(x):\n  return len(open('/etc/passwd').read())\n",
      /Error/u,
    ],
  ];

  it.each(bad)(
    "because of %s is told so, and leaves nothing",
    async (_, name, source, said, args) => {
      const { code, stderr, out } = await run(await written(name, source), ...(args ?? []));
      expect(code).toBe(2);
      expect(stderr).toMatch(said);
      expect(stderr.trim().split("\n")).toHaveLength(1);
      await expect(readdir(out)).rejects.toMatchObject({ code: "ENOENT" });
    },
  );

  it.each([
    ["missing.py", "none"],
    [".", "(.py)"],
  ])("since there is none at %s is told so", async (file, said) => {
    const { code, stderr } = await run(file);
    expect(code).toBe(2);
    expect(stderr).toContain(said);
  });

  it.each([
    ["an endless loop", "loop.py", "def f(x):\n  while True: pass\n", "time"],
    [
      "a bomb of memory",
      "bomb.js",
      "const f = () => { for (const a = [];;) a.push(new Array(1e5)); };",
      "memory",
    ],
  ])("because of %s is told so", async (_, name, source, said) => {
    const { code, stderr, out } = await run(await written(name, source));
    expect(code).toBe(1);
    expect(stderr).toMatch(/^findbench: function-failed: /u);
    expect(stderr).toContain(said);
    await expect(readdir(out)).rejects.toMatchObject({ code: "ENOENT" });
  });

  it.each([
    [["suites/mini", "--function", "f.py"], "got both"],
    [[], "got neither"],
    [["suites/mini", "--entry", "f"], "--function"],
    [["suites/mini", "--arguments", "2"], "--function"],
    [["--function", "f.py", "--problem", "x"], "--problem"],
    [["--function", "f.py", "--limit", "2"], "--limit"],
  ])("is told from suites: %j", async (args, said) => {
    const { code, stderr } = await findbench(
      "run",
      ...args,
      "--interpreter",
      "line",
      "--out",
      "no",
    );
    expect(code).toBe(2);
    expect(stderr).toContain(said);
  });
});

describe("a function that fails while it is asked", () => {
  const trap = (where: string): string =>
    `function f(x) { if (${where}) for (;;); return 3 * x; }\n`;

  it("fails the item that asked, and the run goes on", async () => {
    // The first point of lookup, and of no test.
    const { code, out } = await run(
      await written("trap.js", trap("x === -128")),
      "--interpreter",
      "constant,lookup",
      "--budget",
      "3",
      "--metrics",
      "published",
    );
    expect(code).toBe(0);
    const lookup = await rowOf(out, "lookup");
    expect(lookup).toMatchObject({
      status: "failed",
      failure: { code: "function-failed" },
      usage: { queries: 3, rounds: 1 },
    });
    expect((await rowOf(out, "oracle"))?.status).toBe("scored");
    expect((await findbench("report", out)).stdout).toContain("lookup");
    expect((await findbench("resume", out, "--retry-errors")).code).toBe(0);
  });

  it("fails all items where the test itself has no answers, and asks nobody", async () => {
    const { code, out } = await run(await written("trap.js", trap("x > 200")));
    expect(code).toBe(0);
    const outcomes = await comparable(out);
    expect(outcomes.map(({ status }) => status)).toEqual(["failed", "failed", "failed"]);
    expect(outcomes.every(({ usage }) => usage?.queries === 0)).toBe(true);
    expect((await findbench("report", out)).code).toBe(0);
    expect((await findbench("score", out)).code).toBe(0);
  });
});
