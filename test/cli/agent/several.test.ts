import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, it, onTestFinished } from "vitest";
import type { Outcome, RunManifest } from "../../../src/contract/index.ts";
import { comparable } from "../../runs/comparable.ts";
import { findbench, findbenchIn } from "../../support/command-line.ts";
import { startModelServer } from "../../support/model-server.ts";
import type { ModelServer, ServerScript } from "../../support/model-server.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";
import { lastingFolder } from "./lasting-folder.ts";
import { talk } from "./talk.ts";

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
  ...["--out", out],
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

const providers = ["openai", "anthropic", "google"] as const;

describe("several models in one run", () => {
  it.each<[string, readonly string[]]>([
    ["with commas between them", ["--model", models.join(",")]],
    ["by an option for each", models.flatMap((model) => ["--model", model])],
    ["one of them named twice", ["--model", `${first},${second}`, "--model", `${third},${first}`]],
  ])("are rows of their own, %s", async (_, named) => {
    const server = await serve();
    const out = join(await temporaryFolder(), "run");
    const environment = server.environment(...providers);
    expect(await findbenchIn(environment, ...words(out, ...named))).toMatchObject({ code: 0 });
    expect(await rowsOf(out)).toEqual(models.map((model) => `agent[${model}]`));
    const { interpreters } = await manifestOf(out);
    for (const { id, configuration } of interpreters.slice(2))
      expect(id).toBe(`agent[${String(configuration["model"])}]`);
    const outcomes = await outcomesIn(out);
    expect(outcomes).toHaveLength(6);
    for (const { status, item, model } of outcomes) {
      expect(status).toBe("scored");
      // Each was asked by its own protocol, and at its own price.
      expect(item.interpreter).toContain(`/${model?.served?.join()}`);
    }
    expect(new Set(server.requests.map(({ protocol }) => protocol))).toHaveProperty("size", 3);
  });

  it("are known to every command, and are compared with one another", async () => {
    const server = await serve();
    const out = join(await temporaryFolder(), "run");
    const environment = server.environment(...providers);
    const ran = await findbenchIn(
      environment,
      ...words(out, "--model", models.join(","), "--epochs", "2"),
    );
    expect(ran).toMatchObject({ code: 0 });
    const [row = "", other = ""] = await rowsOf(out);
    const sent = server.requests.length;
    const report = await findbench("report", out, "--full");
    for (const model of models) expect(report.stdout).toContain(`agent[${model}]`);
    const compared = await findbench("compare", out, "--metric", "passed");
    expect(compared.stdout).toContain("Holm-corrected over 3 pairs");
    const pair = await findbench("compare", out, "--interpreter", row, "--interpreter", other);
    expect(pair).toMatchObject({ code: 0, stdout: expect.stringContaining(row) });
    const problem = (await outcomesIn(out))[0]?.item.problem ?? "";
    const shown = await findbench("show", out, problem, "--interpreter", row);
    expect(shown.stdout).toContain(`── ${row} `);
    expect(shown.stdout).not.toContain(other);
    const listed = await findbench("list", out, "--interpreter", row, "--json");
    expect(Object.keys(JSON.parse(listed.stdout)[0].results)).toEqual([row]);
    expect(await findbench("score", out)).toMatchObject({ code: 0 });
    expect(await findbenchIn(environment, "resume", out)).toMatchObject({ code: 0 });
    expect(server.requests).toHaveLength(sent);
  });

  it("may each be of every kind, are shown the same examples, and stand beside other methods", async () => {
    const server = await serve();
    const out = join(await temporaryFolder(), "run");
    const ran = await findbenchIn(
      server.environment(...providers),
      ...words(out, "--model", `${first},${second}`),
      ...["--interpreter", "examples,line"],
    );
    expect(ran).toMatchObject({ code: 0 });
    expect(await rowsOf(out)).toEqual([
      ...[first, second].map((model) => `agent[${model}]`),
      ...[first, second].map((model) => `examples[${model}]`),
      "line",
    ]);
    const examples = server.requests
      .map(({ body }) => /These examples were asked for you:.*?Reply/u.exec(JSON.stringify(body)))
      .flatMap((found) => (found === null ? [] : [found[0]]));
    expect(examples).toHaveLength(4);
    expect(new Set(examples).size).toBe(2);
    const alone = join(await temporaryFolder(), "alone");
    await findbenchIn(
      server.environment(...providers),
      ...words(alone, "--model", first, "--interpreter", "examples"),
    );
    expect(await rowsOf(alone)).toEqual(["agent", "examples"]);
    expect(JSON.stringify(server.requests.at(-1)?.body)).toContain(examples[0]?.slice(0, 200));
  });

  it("go on while one of them stops, which can be resumed", async () => {
    let isEmpty = true;
    const server = await serve((request) =>
      isEmpty && request.protocol === "anthropic"
        ? { kind: "status", status: 401, body: { error: { message: "no such key" } } }
        : talk(request),
    );
    const out = join(await temporaryFolder(), "run");
    const environment = server.environment(...providers);
    const ran = await findbenchIn(environment, ...words(out, "--model", models.join(",")));
    expect(ran).toMatchObject({ code: 130, stderr: expect.stringContaining("model-stopped") });
    expect(ran.stderr).toContain("The others go on");
    const done = (await outcomesIn(out)).map(({ item }) => item.interpreter).toSorted();
    expect(done).toEqual([first, first, third, third].map((model) => `agent[${model}]`).toSorted());
    isEmpty = false;
    const refused = server.requests.length;
    expect(await findbenchIn(environment, "resume", out)).toMatchObject({ code: 0 });
    // Nothing but what was missing was asked.
    const missing = server.requests.slice(refused);
    expect(missing.map(({ protocol }) => protocol)).toEqual(Array(4).fill("anthropic"));
    expect((await outcomesIn(out)).every(({ status }) => status === "scored")).toBe(true);
  });

  it("are replayed, and come to the same", async () => {
    const server = await serve();
    const folder = await temporaryFolder();
    const [out, again] = [join(folder, "run"), join(folder, "again")];
    const named = ["--model", models.join(",")];
    await findbenchIn(server.environment(...providers), ...words(out, ...named));
    const replayed = await findbench(...words(again, ...named, "--replay", out));
    expect(replayed).toMatchObject({ code: 0, stdout: expect.stringContaining("Paid  nothing") });
    const scores = async (run: string) =>
      (await comparable(run)).map(({ item, scores }) => ({ item, scores }));
    expect(await scores(again)).toEqual(await scores(out));
  });

  it("have prices by their names, which are kept", async () => {
    const server = await serve();
    const out = join(await temporaryFolder(), "run");
    const environment = server.environment("openai", "vllm");
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
    const { models: each, typical, ...worst } = JSON.parse(stdout);
    expect(each.map(({ model }: { readonly model: string }) => model)).toEqual([first, second]);
    expect(worst.conversations).toBe(2 * 2 * 3);
    for (const field of ["requests", "inputTokens", "outputTokens", "cost"]) {
      expect(typical[field]).toBeLessThan(worst[field] / 2);
      const sum = (end: string): number =>
        each.reduce((total: number, one: Record<string, Record<string, number>>) => total + (one[end]?.[field] ?? NaN), 0);
      expect(sum("worst")).toBeCloseTo(worst[field], 9);
      expect(sum("typical")).toBeCloseTo(typical[field], 9);
    }
    const told = await findbench(...args);
    expect(told.stdout).toContain("All 2 models: 12 conversations");
    expect(told.stdout).toMatch(/typical {2}84 requests/u);
  });
});

describe("a name of a model", () => {
  it("that holds a comma is told by a backslash", async () => {
    const server = await serve();
    const out = join(await temporaryFolder(), "run");
    const ran = await findbenchIn(
      server.environment("vllm"),
      ...words(out, "--model", "vllm/a\\,b,vllm/c"),
    );
    expect(ran).toMatchObject({ code: 0 });
    expect(await rowsOf(out)).toEqual(["agent[vllm/a,b]", "agent[vllm/c]"]);
    expect(new Set(server.requests.map(({ model }) => model))).toEqual(new Set(["a,b", "c"]));
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
