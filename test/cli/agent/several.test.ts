import { cp, readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import type { ListedProblem, RunEstimate } from "../../../src/app/index.ts";
import type { Outcome, RunManifest } from "../../../src/contract/index.ts";
import { comparable } from "../../runs/comparable.ts";
import { findbench, findbenchIn } from "../../support/command-line.ts";
import { startModelServer } from "../../support/model-server.ts";
import type { ModelServer, ServerScript } from "../../support/model-server.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";
import { lastingFolder } from "./lasting-folder.ts";
import { talk } from "./talk.ts";

const providers = ["openai", "anthropic", "google"] as const;
const suite = lastingFolder("suite");
const models = ["openai/gpt-4o-mini", "anthropic/claude-haiku-4-5", "google/gemini-3.5-flash"];
const [first = "", second = "", third = ""] = models;

beforeAll(async () => {
  const size = ["--recipe", "mini@1", "--seed", "several", "--count", "2"];
  expect(await findbench("generate", ...size, "--out", suite())).toMatchObject({ code: 0 });
});

async function serve(script: ServerScript = talk): Promise<ModelServer> {
  const server = await startModelServer(script);
  onTestFinished(() => server.close());
  return server;
}

const words = (out: string, ...more: readonly string[]): string[] => [
  ...`run ${suite()} --interpreter agent --budget 8 --metrics published`.split(" "),
  "--out",
  out,
  ...more,
];

async function manifestOf(run: string): Promise<RunManifest> {
  return JSON.parse(await readFile(join(run, "run.json"), "utf8")) as RunManifest;
}

async function rowsOf(run: string): Promise<readonly string[]> {
  const { interpreters } = await manifestOf(run);
  return interpreters.filter(({ role }) => role === "contestant").map(({ id }) => id);
}

async function outcomesIn(run: string): Promise<readonly Outcome[]> {
  const lines = (await readFile(join(run, "outcomes.jsonl"), "utf8")).trimEnd().split("\n");
  return lines
    .map((line) => JSON.parse(line) as Outcome)
    .filter(({ role }) => role === "contestant");
}

const run = lastingFolder("run");
let server: ModelServer;

beforeAll(async () => {
  server = await startModelServer(talk);
  const args = words(run(), "--model", models.join(","), "--epochs", "2");
  expect(await findbenchIn(server.environment(...providers), ...args)).toMatchObject({ code: 0 });
});
afterAll(() => server.close());

describe("several models in one run", () => {
  it.each<[string, readonly string[], Readonly<Record<string, string>>]>([
    ["with commas between them", ["--model", models.join(",")], {}],
    ["by an option for each", models.flatMap((model) => ["--model", model]), {}],
    ["one twice", ["--model", `${first},${second}`, "--model", `${third},${first}`], {}],
  ])("are named in one way or another: %s", async (_, named) => {
    const out = join(await temporaryFolder(), "run");
    const { stdout } = await findbench(...words(out, ...named, "--dry-run", "--json"));
    const { models: each } = JSON.parse(stdout) as RunEstimate;
    expect(each.map(({ model }) => model)).toEqual(models);
  });

  it("are rows of their own, each asked by its own protocol", async () => {
    expect(await rowsOf(run())).toEqual(models.map((model) => `agent[${model}]`));
    const { interpreters } = await manifestOf(run());
    for (const { id, configuration } of interpreters.slice(2))
      expect(configuration["model"]).toBe(id.slice("agent[".length, -1));
    const outcomes = await outcomesIn(run());
    expect(outcomes).toHaveLength(12);
    for (const { status, item, model } of outcomes) {
      expect(status).toBe("scored");
      expect(item.interpreter).toContain(`/${model?.served?.join()}`);
    }
    expect(new Set(server.requests.map(({ protocol }) => protocol))).toHaveProperty("size", 3);
  });

  it("are known to every command, and are compared with one another", async () => {
    const [row = "", other = ""] = await rowsOf(run());
    const sent = server.requests.length;
    const report = await findbench("report", run(), "--full");
    for (const model of models) expect(report.stdout).toContain(`agent[${model}]`);
    const compared = await findbench("compare", run());
    expect(compared.stdout).toContain("Holm-corrected over 3 pairs");
    const pair = ["--interpreter", row, "--interpreter", other];
    const both = await findbench("compare", run(), ...pair);
    expect(both).toMatchObject({ code: 0, stdout: expect.stringContaining(row) });
    const listed = await findbench("list", run(), "--interpreter", row, "--json");
    const [problemOf] = JSON.parse(listed.stdout) as readonly ListedProblem[];
    expect(Object.keys(problemOf?.results ?? {})).toEqual([row]);
    const copy = join(await temporaryFolder(), "copy");
    await cp(run(), copy, { recursive: true });
    const again = ["--suite", suite()];
    expect(await findbench("score", copy, ...again)).toMatchObject({ code: 0 });
    const environment = server.environment(...providers);
    expect(await findbenchIn(environment, "resume", copy, ...again)).toMatchObject({ code: 0 });
    expect(server.requests).toHaveLength(sent);
  });

  it("are shown one by one, in full with every word that was said and the program whole", async () => {
    const [row = "", other = ""] = await rowsOf(run());
    const problem = (await outcomesIn(run()))[0]?.item.problem ?? "";
    const args = ["show", run(), problem, "--interpreter", row];
    const brief = await findbench(...args);
    expect(brief.stdout).toContain(`── ${row} `);
    expect(brief.stdout).not.toContain(other);
    expect(brief.stdout).not.toContain("Call the tool `ask` to try inputs");
    const { stdout: full } = await findbench(...args, "--full");
    const instructions = JSON.stringify(server.requests[0]?.body["messages"] ?? []);
    expect(instructions).toContain("Call the tool `ask` to try inputs");
    for (const said of [
      /Call 1 +gpt-4o-mini: 100 tokens in, 20 out, \$0\.\d+, ended by tool-calls/u,
      /Instructions\n? +You study a function whose inside you cannot see\./u,
      /Call the tool `ask` to try inputs, several at a time\./u,
      /User +Queries left: 8\. Replies left: 24\./u,
      /Says +I begin\./u,
      /Calls ask +inputs: \[1\.5,-3\]/u,
      /Result of ask\n? +f\(1\.5\) -> \S+\n +f\(-3\) -> /u,
      /Calls answer\n? +description: "It gives back what it is given\."/u,
      / {2}code:\n? +function f\(x\) \{\n +return x;\n/u,
    ])
      expect(full).toMatch(said);
    // Nothing that a model said is told twice, but for the note of it and the answer itself.
    expect(full.match(/Result of ask/gu)).toHaveLength(2 * 2);
  });

  it("are replayed, and come to the same", async () => {
    const again = join(await temporaryFolder(), "again");
    const named = ["--model", models.join(","), "--epochs", "2", "--replay", run()];
    const replayed = await findbench(...words(again, ...named));
    expect(replayed).toMatchObject({ code: 0, stdout: expect.stringContaining("Paid  nothing") });
    const scores = async (folder: string) =>
      (await comparable(folder)).map(({ item, scores: own }) => ({ item, scores: own }));
    expect(await scores(again)).toEqual(await scores(run()));
  });

  it("may each be of every kind, are shown the same examples, and stand beside other methods", async () => {
    const own = await serve();
    const out = join(await temporaryFolder(), "run");
    const ran = await findbenchIn(
      own.environment(...providers),
      ...words(out, "--model", `${first},${second}`),
      "--interpreter",
      "examples,line",
    );
    expect(ran).toMatchObject({ code: 0 });
    expect(await rowsOf(out)).toEqual([
      ...[first, second].map((model) => `agent[${model}]`),
      ...[first, second].map((model) => `examples[${model}]`),
      "line",
    ]);
    const examples = own.requests
      .map(({ body }) => /These examples were asked for you:.*?Reply/u.exec(JSON.stringify(body)))
      .flatMap((found) => (found === null ? [] : [found[0]]));
    expect(examples).toHaveLength(4);
    expect(new Set(examples).size).toBe(2);
    const alone = join(await temporaryFolder(), "alone");
    const sent = own.requests.length;
    await findbenchIn(
      own.environment(...providers),
      ...words(alone, "--model", first, "--interpreter", "examples"),
    );
    // By its own name as well a method is shown what it was shown beside others.
    expect(await rowsOf(alone)).toEqual(["agent", "examples"]);
    const bodies = own.requests.slice(sent).map(({ body }) => JSON.stringify(body));
    for (const example of examples) expect(bodies.join("\n")).toContain(example);
  });

  it("go on while one of them stops, which can be resumed", async () => {
    let isEmpty = true;
    const own = await serve((request) =>
      isEmpty && request.protocol === "anthropic"
        ? { kind: "status", status: 401, body: { error: { message: "no such key" } } }
        : talk(request),
    );
    const out = join(await temporaryFolder(), "run");
    const environment = own.environment(...providers);
    const ran = await findbenchIn(environment, ...words(out, "--model", models.join(",")));
    expect(ran).toMatchObject({ code: 130, stderr: expect.stringContaining("model-stopped") });
    expect(ran.stderr).toContain("The others go on");
    const done = (await outcomesIn(out)).map(({ item }) => item.interpreter).toSorted();
    expect(done).toEqual([first, first, third, third].map((model) => `agent[${model}]`).toSorted());
    isEmpty = false;
    const refused = own.requests.length;
    expect(await findbenchIn(environment, "resume", out)).toMatchObject({ code: 0 });
    // Nothing but what was missing was asked.
    const missing = own.requests.slice(refused);
    expect(missing.map(({ protocol }) => protocol)).toEqual(Array(4).fill("anthropic"));
    expect((await outcomesIn(out)).every(({ status }) => status === "scored")).toBe(true);
  });

  it("have prices by their names, which are kept", async () => {
    const own = await serve();
    const out = join(await temporaryFolder(), "run");
    const environment = own.environment("openai", "vllm");
    const named = ["--model", "openai/too-new,vllm/own", "--cost-limit", "5"];
    const prices = ["--price", "openai/too-new=2/10/1", "--price", "vllm/own=0/0"];
    for (const [wrong, fault] of [
      [["--price", "2/10"], "the price of each model by its name"],
      [["--price", "openai/too-nwe=2/10"], "did you mean `openai/too-new`?"],
      [prices.slice(0, 2), "Expected a model whose price is known"],
    ] as const)
      expect(await findbenchIn(environment, ...words(out, ...named, ...wrong))).toMatchObject({
        code: 2,
        stderr: expect.stringContaining(fault),
      });
    expect(await findbenchIn(environment, ...words(out, ...named, ...prices))).toMatchObject({
      code: 0,
    });
    expect((await manifestOf(out)).models).toEqual({
      costLimit: 5,
      offline: false,
      prices: [
        { model: "openai/too-new", input: 2, output: 10, cached: 1 },
        { model: "vllm/own", input: 0, output: 0, cached: null },
      ],
    });
    const costs = (await outcomesIn(out)).map(({ item, model }) => [item.interpreter, model?.cost]);
    for (const [row, cost] of costs)
      if (row === "agent[vllm/own]") expect(cost).toBe(0);
      else expect(cost).toBeGreaterThan(0);
  });

  it("are estimated one by one and together, from what is typical to the worst", async () => {
    const out = join(await temporaryFolder(), "run");
    const args = words(out, "--model", `${first},${second}`, "--epochs", "3", "--dry-run");
    const { stdout, code } = await findbench(...args, "--json");
    expect(code).toBe(0);
    const { models: each, typical, conversations, ...worst } = JSON.parse(stdout) as RunEstimate;
    expect(each.map(({ model }) => model)).toEqual([first, second]);
    expect(conversations).toBe(2 * 2 * 3);
    for (const field of ["requests", "inputTokens", "outputTokens", "cost"] as const) {
      const sum = (end: "typical" | "worst"): number =>
        each.reduce((total, one) => total + (one[end][field] ?? NaN), 0);
      expect(typical[field]).toBeLessThan((worst[field] ?? NaN) / 2);
      expect(sum("worst")).toBeCloseTo(worst[field] ?? NaN, 9);
      expect(sum("typical")).toBeCloseTo(typical[field] ?? NaN, 9);
    }
    const told = await findbench(...args);
    expect(told.stdout).toContain("All 2 models: 12 conversations");
    expect(told.stdout).toMatch(/typical {2}84 requests/u);
  });
});

describe("a name of a model", () => {
  it("that holds a comma is told by a backslash", async () => {
    const out = join(await temporaryFolder(), "run");
    const named = ["--model", "vllm/a\\,b,vllm/c", "--dry-run", "--json"];
    const { stdout } = await findbench(...words(out, ...named));
    expect(JSON.parse(stdout)).toMatchObject({
      models: [{ model: "vllm/a,b" }, { model: "vllm/c" }],
    });
  });

  it.each([
    ["vllm/a,b", "unknown-model"],
    ["vllm/a,", "usage"],
    ["opnai/gpt-4o", "did you mean `openai`?"],
  ])("is never silently another one: %s", async (model, fault) => {
    const out = join(await temporaryFolder(), "run");
    const { code, stderr } = await findbench(...words(out, "--model", model));
    expect({ code, stderr }).toMatchObject({ code: 2, stderr: expect.stringContaining(fault) });
    await expect(readFile(join(out, "run.json"))).rejects.toThrow("ENOENT");
  });
});
