import { copyFile, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { findbench } from "../support/command-line.ts";
import type { Printed } from "../support/command-line.ts";
import { needed, python, walls } from "../exec/support.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** The baseline `constant` as it is built in, its answer in the same words of JavaScript. */
const CONSTANT = `
from findbench_method import Answer, Code, serve
def method(problem):
    values = [y for y in problem.ask(problem.grid(problem.budget)) if isinstance(y, (int, float))]
    if not values: return None
    total = 0.0
    for y in values: total += y
    return Answer("The mean.", Code("function f(x) { return %r; }" % (total / len(values)), "f", "javascript"))
serve(method, problems=3)
`;

let folder: string;
let suite: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "findbench-test-"));
  suite = join(folder, "suite");
  const made = await findbench(
    "generate",
    "--recipe",
    "mini@1",
    "--seed",
    "3",
    "--count",
    "4",
    "--out",
    suite,
  );
  expect(made).toMatchObject({ code: 0 });
  const client = "findbench_method.py";
  await copyFile(join(root, "python", client), join(folder, client));
  return () => rm(folder, { recursive: true, force: true });
});

async function put(name: string, text: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
}

function run(name: string, interpreters: string, ...more: readonly string[]): Promise<Printed> {
  const usual = ["--metrics", "published", "--budget", "16", "--out", join(folder, name)];
  return findbench("run", suite, "--interpreter", interpreters, ...usual, ...more);
}

interface Line {
  readonly item: { readonly interpreter: string; readonly problem: string; readonly epoch: number };
  readonly status: string;
  readonly abstained: boolean;
  readonly scores: object;
  readonly usage: object;
}

async function outcomesOf(name: string, interpreter: string): Promise<readonly Line[]> {
  const text = await readFile(join(folder, name, "outcomes.jsonl"), "utf8");
  const lines = text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Line);
  const key = ({ item }: Line): string => `${item.problem} ${item.epoch}`;
  return lines
    .filter(({ item }) => item.interpreter === interpreter)
    .toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
}

const judged = ({ status, abstained, scores, usage }: Line): object => ({
  status,
  abstained,
  scores,
  usage,
});

describe.runIf(walls === "")(`a program as a row${needed}`, () => {
  it("gets the scores of the same method built in, in every epoch, eight items at once", async () => {
    const method = await put("constant.py", CONSTANT);
    const names = `constant,exec:${python} ${method}`;
    const ran = await run("same", names, "--epochs", "2", "--concurrency", "8");
    expect(ran).toMatchObject({ code: 0, stderr: "" });
    const own = await outcomesOf("same", `exec:${basename(python)} constant.py`);
    const builtIn = await outcomesOf("same", "constant");
    expect(own).toHaveLength(8);
    expect(own.map(judged)).toEqual(builtIn.map(judged));
  });

  it("goes on where a run was broken off, with the same outcomes, and not with another file", async () => {
    const file = join(folder, "same", "outcomes.jsonl");
    const whole = await outcomesOf("same", `exec:${basename(python)} constant.py`);
    const text = await readFile(file, "utf8");
    await writeFile(file, `${text.trimEnd().split("\n").slice(0, 5).join("\n")}\n`);
    await put("constant.py", `${CONSTANT}# changed\n`);
    const other = await findbench("resume", join(folder, "same"));
    expect(other).toMatchObject({ code: 2 });
    expect(other.stderr).toMatch(
      /run-differs: Expected the files .* got another `.*constant\.py`/u,
    );
    await put("constant.py", CONSTANT);
    expect(await findbench("resume", join(folder, "same"))).toMatchObject({ code: 0 });
    const again = await outcomesOf("same", `exec:${basename(python)} constant.py`);
    expect(again.map(judged)).toEqual(whole.map(judged));
  });

  it("without walls says in each of its names that the truths were in reach", async () => {
    const method = join(folder, "constant.py");
    const ran = await run("open", `line,exec:${python} ${method}`, "--unconfined", "--limit", "2");
    expect(ran.stderr).toContain("runs without walls");
    const marked = `exec:${basename(python)} constant.py [truths in reach]`;
    for (const format of ["markdown", "json", "csv"])
      expect(
        (await findbench("report", join(folder, "open"), "--format", format)).stdout,
      ).toContain(marked);
    expect((await findbench("report", join(folder, "open"))).stdout).toContain(marked);
    expect((await findbench("compare", join(folder, "open"))).stdout).toContain(marked);
  });

  it("that does not start is told before a folder is made", async () => {
    const method = await put("broken.py", "import nothing_of_this_name\n");
    const ran = await run("none", `exec:${python} ${method}`);
    expect(ran.code).toBe(2);
    expect(ran.stderr).toContain("nothing_of_this_name");
    expect(await readdir(folder)).not.toContain("none");
  });

  it("the examples contend", async () => {
    const names = ["from_scratch.py", "line.py", "regressors.py"];
    for (const name of names)
      await put(name, await readFile(join(root, "examples/exec", name), "utf8"));
    const all = names.map((name) => `exec:${python} ${join(folder, name)}`).join(",");
    const ran = await run("examples", all, "--limit", "2");
    expect(ran).toMatchObject({ code: 0, stderr: "" });
    for (const name of names) {
      const own = await outcomesOf("examples", `exec:${basename(python)} ${name}`);
      expect(own.map(({ status, abstained }) => ({ status, abstained }))).toEqual([
        { status: "scored", abstained: false },
        { status: "scored", abstained: false },
      ]);
    }
  });

  it("a template of TypeScript contends as the one of Python does, and is not written over", async () => {
    for (const name of ["mine.py", "mine.ts"])
      expect(await findbench("template", join(folder, name))).toMatchObject({ code: 0 });
    expect(await findbench("template", join(folder, "mine.ts"))).toMatchObject({ code: 2 });
    const modules = join(root, "node_modules");
    const start = `node --import ${modules}/tsx/dist/loader.mjs ${join(folder, "mine.ts")}`;
    const names = `line,exec:${python} ${join(folder, "mine.py")},exec:${start}`;
    const ran = await run("template", names, "--limit", "2", "--exec-path", modules);
    expect(ran).toMatchObject({ code: 0, stderr: "" });
    const rows = (await readFile(join(folder, "template", "run.json"), "utf8")).match(
      /exec:node[^"]*/u,
    );
    const [line, inPython, inTypescript] = await Promise.all(
      ["line", `exec:${basename(python)} mine.py`, rows?.[0] ?? ""].map((name) =>
        outcomesOf("template", name),
      ),
    );
    expect(inPython?.map(passed)).toEqual(line?.map(passed));
    expect(inTypescript?.map(passed)).toEqual(line?.map(passed));
  });
});

const passed = ({ scores }: Line): unknown => Reflect.get(scores, "nmse<0.1");
