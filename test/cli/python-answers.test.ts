import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { findbench } from "../support/command-line.ts";

/** Python that a grammar used to refuse; each program is 2x + 1. */
const programs: Readonly<Record<string, string>> = {
  "an empty pattern":
    "def f(x):\n    match []:\n        case []:\n            return 2 * x + 1\n    return 0",
  "a match of two": "def f(x):\n    match x, 1:\n        case a, b:\n            return 2 * a + b",
  "a lambda by position only": "f = lambda x, /: 2 * x + 1",
  "managers in brackets":
    "from contextlib import nullcontext\ndef f(x):\n    with (nullcontext(x) as b, nullcontext(1) as d):\n        return 2 * b + d",
  "a starred index":
    "class A:\n    def __getitem__(self, key):\n        return key\na = A()\ndef f(x):\n    b = (2, x)\n    c = a[*b]\n    return c[0] * c[1] + 1",
  "an equals sign in a format":
    "def f(x):\n    s = 1\n    t = f'{s:=^10}'\n    return 2 * x + int(t.strip('='))",
  "a bare yield": "def g():\n    yield\ndef f(x):\n    next(g())\n    return 2 * x + 1",
  "a point before a word": "def f(x):\n    return 2 * x + (1.if x else 1)",
  "form feeds": "import math\n\f\ndef f(x):\n    y = 2 * x\n\f\n    return y + 1\n",
  "lines of Windows": "def f(x):\r\n    return 2 * x + 1\r\n",
  "a byte order mark": "\ufeffdef f(x):\n    return 2 * x + 1\n",
  "a fence in a docstring": '"""\n```\nf(1)\n```\n"""\ndef f(x):\n    return 2 * x + 1\n',
};

const ids = new Map(
  Object.keys(programs).map((name, i) => [`f${String(i).padStart(5, "0")}`, name]),
);

interface Line {
  readonly item: { readonly interpreter: string; readonly problem: string };
  readonly scores: Readonly<Record<string, { readonly kind: string; readonly value?: number }>>;
}

let run: string;
let outcomes: readonly Line[];
let events: string;
const nameOf = new Map<string, string>();

const linesOf = (text: string): unknown[] =>
  text
    .trimEnd()
    .split("\n")
    .map((line): unknown => JSON.parse(line));

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), "findbench-test-"));
  const released = join(folder, "released", "numeric");
  await mkdir(released, { recursive: true });
  const plain = {
    type: "simple",
    corruption_type: "interval_inside",
    noise_type: "poisson",
    noise_params: 1,
    domain: [-100, 100],
    corruption_params: { std: 7.5, boundary: [10, 20] },
  };
  const data = [...ids.keys()].map((dir) => ({
    ...plain,
    dir,
    name: "linear((2.0, 1.0))",
    params: [2, 1],
  }));
  await writeFile(join(released, "data.json"), JSON.stringify(data));
  const variants = Object.fromEntries([...ids.keys()].map((dir) => [dir, "function_code.py"]));
  await writeFile(join(released, "func_name_dict.json"), JSON.stringify(variants));
  const suite = join(folder, "suite");
  expect(await findbench("import", join(folder, "released"), "--out", suite)).toMatchObject({
    code: 0,
  });
  const answers = join(folder, "method.jsonl");
  const records = [...ids].map(([officialId, name], i) => {
    const source = programs[name] ?? "";
    // Half of them in fields of their own, half in whole answers.
    const isApart = i % 2 === 0 || source.includes("```") || source.startsWith("\ufeff");
    const raw = `[DESCRIPTION]: 2x + 1\n[CODE]:\n\`\`\`python\n${source}\n\`\`\`\n`;
    return JSON.stringify({ officialId, ...(isApart ? { code: source } : { raw }) });
  });
  await writeFile(answers, `${records.join("\n")}\n`);
  run = join(folder, "run");
  const ran = await findbench("run", suite, "--interpreter", `answers:${answers}`, "--out", run);
  expect(ran.code).toBe(0);
  const truths = linesOf(await readFile(join(suite, "truths.jsonl"), "utf8")) as readonly {
    readonly id: string;
    readonly provenance: { readonly officialId: string };
  }[];
  for (const { id, provenance } of truths)
    nameOf.set(id, ids.get(provenance.officialId) ?? provenance.officialId);
  const all = linesOf(await readFile(join(run, "outcomes.jsonl"), "utf8")) as readonly Line[];
  outcomes = all.filter(({ item }) => item.interpreter === "answers:method");
  events = await readFile(join(run, "events.jsonl"), "utf8");
  return () => rm(folder, { recursive: true, force: true });
});

describe("an answer in Python", () => {
  it("is scored whole, whatever of Python it uses", () => {
    const told = outcomes.map(({ item, scores }) => [
      nameOf.get(item.problem),
      scores["nmse<0.1"],
      scores["law"],
      scores["length"]?.kind,
    ]);
    const passed = { kind: "scored", value: 1, scorer: "numeric-published/2" };
    const names = new Set(told.map(([name]) => name));
    expect(names).toEqual(new Set(Object.keys(programs)));
    for (const [name, published, law, length] of told) {
      expect([name, published, length]).toEqual([name, passed, "scored"]);
      // Some are longer than three times the law: that is a verdict, not a refusal.
      expect([name, law]).toMatchObject([name, { kind: "scored", value: expect.any(Number) }]);
    }
    const short = told.filter(([, , law]) => (law as { readonly value: number }).value === 1);
    expect(short.map(([name]) => name)).toEqual(
      expect.arrayContaining(["a lambda by position only", "form feeds", "a byte order mark"]),
    );
  });

  it("leaves on record what parsed it, for the answer and for its length", () => {
    const parsers = (linesOf(events) as readonly Record<string, unknown>[]).flatMap((event) => {
      const note = event["note"] as { readonly data?: { readonly parser?: string } } | undefined;
      if (event["kind"] === "note-taken") return [note?.data?.parser];
      return "parser" in event ? [event["parser"]] : [];
    });
    expect(parsers).toHaveLength(2 * ids.size);
    expect(new Set(parsers).size).toBe(1);
    expect(parsers[0]).toMatch(/^Python 3\.\d+\.\d+$/u);
  });
});
