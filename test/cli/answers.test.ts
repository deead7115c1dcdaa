import { mkdtemp, mkdir, readFile, readdir, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { combinedSandbox, javascriptSandbox, pythonSandbox } from "../../src/sandbox/index.ts";
import { findbench } from "../support/command-line.ts";
import type { Printed } from "../support/command-line.ts";

/** The released functions that the suite is made of: what they are, and GPT-like answers to them. */
const functions = [
  { dir: "f00001", name: "linear((2.0, 1.0))", params: [2, 1] },
  { dir: "f00002", name: "linear((3.0, 0.0))", params: [3, 0] },
  { dir: "f00003", name: "linear((5.0, 5.0))", params: [5, 5] },
  { dir: "f00004", name: "linear((1.0, 4.0))", params: [1, 4] },
];
const right = { officialId: "f00001", code: "def f(x):\n    return 2 * x + 1" };
const javascript = { officialId: "f00002", code: "const f = (x) => 3 * x;", description: "3x." };
const hostile = {
  officialId: "f00003",
  code: "import os\ndef f(x):\n    os.system('touch escaped')\n    return open('/etc/passwd').read()",
};

let folder: string;
let suite: string;
let answers: string;
let python: boolean;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "findbench-test-"));
  suite = join(folder, "suite");
  answers = join(folder, "method.jsonl");
  const released = join(folder, "released", "numeric");
  await mkdir(released, { recursive: true });
  const whole = {
    type: "simple",
    corruption_type: "interval_inside",
    noise_type: "poisson",
    noise_params: 1,
    domain: [-100, 100],
    corruption_params: { std: 7.5, boundary: [10, 20] },
  };
  const records = functions.map((one) => ({ ...one, ...whole }));
  const servedBy = functions.map(({ dir }) => [dir, "function_code.py"] as const);
  await writeFile(join(released, "data.json"), JSON.stringify(records));
  await writeFile(
    join(released, "func_name_dict.json"),
    JSON.stringify(Object.fromEntries(servedBy)),
  );
  const made = await findbench("import", join(folder, "released"), "--out", suite);
  expect(made).toMatchObject({ code: 0, stderr: "" });
  await writeFile(answers, lines(right, javascript, hostile));
  const sandbox = combinedSandbox(javascriptSandbox(), pythonSandbox());
  python = sandbox.languages.includes("python");
  await sandbox.close();
  return () => rm(folder, { recursive: true, force: true });
});

function lines(...records: readonly object[]): string {
  return records.map((record) => `${JSON.stringify(record)}\n`).join("");
}

function run(out: string, names: string, ...more: readonly string[]): Promise<Printed> {
  const published = ["--metrics", "published", "--budget", "16"];
  return findbench("run", suite, "--interpreter", names, ...published, ...more, "--out", out);
}

interface Truth {
  readonly id: string;
  readonly provenance: { readonly officialId: string };
}

interface Line {
  readonly item: { readonly interpreter: string; readonly problem: string };
  readonly scores: Readonly<Record<string, { readonly kind: string; readonly value?: number }>>;
  readonly abstained: boolean;
  readonly usage: object;
}

/** Released name → the outcome of a contestant. */
async function outcomes(out: string, interpreter: string): Promise<ReadonlyMap<string, Line>> {
  const truths = parsed(await readFile(join(suite, "truths.jsonl"), "utf8")) as readonly Truth[];
  const names = new Map(truths.map(({ id, provenance }) => [id, provenance.officialId]));
  const all = parsed(await readFile(join(out, "outcomes.jsonl"), "utf8")) as readonly Line[];
  return new Map(
    all
      .filter(({ item }) => item.interpreter === interpreter)
      .map((line) => [names.get(line.item.problem) ?? "", line]),
  );
}

function parsed(text: string): readonly unknown[] {
  return text
    .trimEnd()
    .split("\n")
    .map((line): unknown => JSON.parse(line));
}

/** Cuts the last outcomes off, as if the process had died before them. */
async function interrupt(out: string): Promise<string> {
  const file = join(out, "outcomes.jsonl");
  const whole = await readFile(file, "utf8");
  await writeFile(file, `${whole.trimEnd().split("\n").slice(0, 3).join("\n")}\n`);
  return whole;
}

function comparable(text: string): readonly string[] {
  const varying = new Set(["at", "milliseconds", "attempt"]);
  return text
    .trimEnd()
    .split("\n")
    .map((line) =>
      JSON.stringify(JSON.parse(line, (key, part: unknown) => (varying.has(key) ? null : part))),
    )
    .toSorted();
}

describe("a run with recorded answers", () => {
  it("scores them beside an interpreter, asks nothing, and abstains where there is none", async () => {
    const out = join(folder, "run");
    const ran = await run(out, `lookup,answers:${answers}`);
    expect(ran.code).toBe(0);
    expect(ran.stderr).toContain("answers:method has an answer to 3 of the 4 problems");
    const own = await outcomes(out, "answers:method");
    expect([...own.keys()].toSorted()).toEqual(functions.map(({ dir }) => dir));
    const passed = { kind: "scored", value: 1 };
    const unseen = { kind: "unscored", reason: "no-sandbox" };
    expect(own.get("f00001")?.scores["nmse<0.1"]).toMatchObject(python ? passed : unseen);
    expect(own.get("f00002")?.scores["nmse<0.1"]).toMatchObject(passed);
    expect(own.get("f00004")).toMatchObject({ abstained: true });
    for (const { usage } of own.values()) expect(usage).toEqual({ queries: 0, rounds: 0 });
    expect([...(await outcomes(out, "lookup")).values()][0]?.usage).toMatchObject({ queries: 16 });
  });

  it("does not let an answer's code out", async () => {
    const own = await outcomes(join(folder, "run"), "answers:method");
    expect(own.get("f00003")?.scores["nmse<0.1"]).not.toMatchObject({ value: 1 });
    const events = await readFile(join(folder, "run", "events.jsonl"), "utf8");
    expect(events).not.toContain("root:");
    expect(await readdir(folder)).not.toContain("escaped");
    expect(await readdir(".")).not.toContain("escaped");
  });

  it("is reported, shown, compared and scored again by its name", async () => {
    const out = join(folder, "run");
    const name = "answers:method";
    for (const args of [
      ["report", out],
      ["show", out, "f00002", "--interpreter", name],
      ["compare", out, "--interpreter", `${name},lookup`],
      ["score", out],
    ]) {
      const printed = await findbench(...args);
      expect({ args, code: printed.code, stderr: printed.stderr }).toEqual({
        args,
        code: 0,
        stderr: "",
      });
      if (args[0] !== "score") expect(printed.stdout).toContain(name);
    }
    expect((await findbench("show", out, "f00002", "--interpreter", name)).stdout).toContain("3x.");
  });

  it("takes several files, and a folder of released results", async () => {
    const results = join(folder, "results");
    await mkdir(join(results, "f00002"), { recursive: true });
    await writeFile(join(results, "f00002", "code.py"), "def f(x):\n    return 3 * x");
    const out = join(folder, "several");
    const ran = await run(out, `answers:${answers},answers:${results}`);
    expect(ran.code).toBe(0);
    const { stdout } = await findbench("report", out);
    expect(stdout).toContain("answers:method");
    expect(stdout).toContain("answers:results");
  });

  it("counts a file once that is named twice", async () => {
    const out = join(folder, "once");
    const again = join(folder, "suite", "..", "method.jsonl");
    const ran = await run(out, `answers:${answers},answers:${again},line,line`);
    expect(ran).toMatchObject({ code: 0 });
    expect(ran.stdout).toContain("16 of 16 items");
  });

  it("finds answers by the id in the suite as well", async () => {
    const [first = ""] = (await readFile(join(suite, "problems.jsonl"), "utf8")).split("\n");
    const { id } = JSON.parse(first) as { readonly id: string };
    const file = join(folder, "by-id.jsonl");
    await writeFile(file, lines({ problem: id, description: "Found." }));
    const out = join(folder, "by-id");
    const one = ["--problem", id];
    expect(await run(out, `answers:${file}`, ...one)).toMatchObject({ code: 0, stderr: "" });
    const { stdout } = await findbench("show", out, id);
    expect(stdout).toContain("Found.");
  });
});

describe("a run with recorded answers, interrupted", () => {
  it("goes on after it was moved together with its answers, and comes to the same", async () => {
    const place = join(folder, "place");
    await mkdir(place);
    await writeFile(join(place, "kept.jsonl"), lines(right, javascript));
    await run(join(place, "run"), `constant,answers:${join(place, "kept.jsonl")}`);
    const whole = await interrupt(join(place, "run"));
    await rename(place, join(folder, "moved"));
    const out = join(folder, "moved", "run");
    const resumed = await findbench("resume", out, "--suite", suite);
    expect(resumed).toMatchObject({ code: 0 });
    const after = await readFile(join(out, "outcomes.jsonl"), "utf8");
    expect(comparable(after)).toEqual(comparable(whole));
  });

  it("goes on where the same answers stand in another order", async () => {
    const file = join(folder, "order.jsonl");
    const out = join(folder, "order");
    await writeFile(file, lines(right, javascript));
    await run(out, `answers:${file}`);
    await interrupt(out);
    await writeFile(file, lines(javascript, right));
    expect(await findbench("resume", out)).toMatchObject({ code: 0 });
  });

  it.each<readonly [string, string, () => string | null]>([
    ["run-differs", "changed", () => lines(right, { ...javascript, code: "const f = (x) => x;" })],
    ["bad-data", "malformed", () => `${lines(right)}{"officialId"\n`],
    ["data-missing", "gone", () => null],
  ])("is refused with %s where the file is %s", async (code, name, content) => {
    const file = join(folder, `${name}.jsonl`);
    const out = join(folder, `run-${name}`);
    await writeFile(file, lines(right, javascript));
    await run(out, `answers:${file}`);
    const before = await interrupt(out).then(() => readFile(join(out, "outcomes.jsonl"), "utf8"));
    const text = content();
    if (text === null) await rm(file);
    else await writeFile(file, text);
    const resumed = await findbench("resume", out);
    expect(resumed.code).toBe(2);
    expect(resumed.stderr).toMatch(new RegExp(`^findbench: ${code}: [^\\n]+\\n$`, "u"));
    expect(resumed.stderr).toContain(file);
    expect(await readFile(join(out, "outcomes.jsonl"), "utf8")).toBe(before);
  });
});

describe("answers that cannot be used", () => {
  it.each<readonly [string, string, string, () => string | null]>([
    ["data-missing", "that are missing", "absent.jsonl", () => null],
    ["data-missing", "in an empty file", "empty.jsonl", () => "\n"],
    ["data-missing", "in an empty folder", "", () => null],
    ["bad-data", "on a malformed line", "broken.jsonl", () => `${lines(right)}{"officialId"\n`],
    ["bad-argument", "to other problems", "others.jsonl", () => lines({ officialId: "f00099" })],
  ])("%s: %s, and nothing is written", async (code, _, name, content) => {
    const scratch = await mkdtemp(join(folder, "scratch-"));
    const text = content();
    if (text !== null) await writeFile(join(scratch, name), text);
    const before = await readdir(scratch);
    const ran = await run(join(scratch, "out"), `line,answers:${join(scratch, name)}`);
    expect(ran).toMatchObject({ code: 2, stdout: "" });
    expect(ran.stderr).toMatch(new RegExp(`^findbench: ${code}: [^\\n]+\\n$`, "u"));
    expect(ran.stderr).toContain(join(scratch, name));
    if (code === "bad-data") expect(ran.stderr).toContain("line 2");
    expect(await readdir(scratch)).toEqual(before);
  });

  it("are refused where two files have one name", async () => {
    const other = await mkdtemp(join(folder, "other-"));
    await writeFile(join(other, "method.jsonl"), lines(right));
    const names = `answers:${answers},answers:${join(other, "method.jsonl")}`;
    const ran = await run(join(folder, "one-name"), names);
    expect(ran).toMatchObject({ code: 2, stdout: "" });
    expect(ran.stderr).toContain("which would both be `answers:method`; rename one");
  });

  it.each(["answers:", "answer", "answers"])("are not named by `%s`", async (name) => {
    const ran = await run(join(folder, "unnamed"), name);
    expect(ran).toMatchObject({ code: 2, stdout: "" });
    expect(ran.stderr).toMatch(
      /^findbench: unknown-interpreter: .*answers:FILE, .*; got `answers?:?`; name some of these\n/u,
    );
  });
});
