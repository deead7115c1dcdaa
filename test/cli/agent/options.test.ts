import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, it, onTestFinished } from "vitest";
import type { Outcome } from "../../../src/contract/index.ts";
import { comparable } from "../../runs/comparable.ts";
import { findbench, findbenchIn } from "../../support/command-line.ts";
import { startModelServer } from "../../support/model-server.ts";
import type { ModelServer, ServerScript } from "../../support/model-server.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";
import { lastingFolder } from "./lasting-folder.ts";
import { talk } from "./talk.ts";

const suite = lastingFolder("suite");

beforeAll(async () => {
  const size = ["--recipe", "mini@1", "--seed", "options", "--count", "2"];
  expect(await findbench("generate", ...size, "--out", suite())).toMatchObject({ code: 0 });
});

async function serve(script: ServerScript): Promise<ModelServer> {
  const server = await startModelServer(script);
  onTestFinished(() => server.close());
  return server;
}

const words = (out: string, ...more: readonly string[]): string[] => [
  ...`run ${suite()} --interpreter agent --model openai/gpt-4o-mini --budget 8`.split(" "),
  ...`--metrics published --out ${out}`.split(" "),
  ...more,
];

async function contestantsIn(run: string): Promise<readonly Outcome[]> {
  const lines = (await readFile(join(run, "outcomes.jsonl"), "utf8")).trimEnd().split("\n");
  return lines
    .map((line) => JSON.parse(line) as Outcome)
    .filter(({ role }) => role === "contestant");
}

describe("a run with a language model", () => {
  it("stops at its cost limit, and goes on with a higher one", async () => {
    const server = await serve((request) => {
      const turn = talk(request);
      return turn.kind === "reply" ? { ...turn, usage: { input: 100_000, output: 1000 } } : turn;
    });
    const environment = server.environment("openai");
    const out = join(await temporaryFolder(), "run");
    const ran = await findbenchIn(
      environment,
      ...words(out, "--cost-limit", "0.03", "--concurrency", "1"),
    );
    expect(ran.code).toBe(130);
    expect(ran.stderr).toContain("cost-limit: Expected a run of at most 0.03 US dollars");
    const sent = server.requests.length;
    expect(sent).toBeLessThan(4);
    expect(await findbenchIn(environment, "resume", out)).toMatchObject({ code: 130 });
    expect(server.requests).toHaveLength(sent);
    const resumed = await findbenchIn(environment, "resume", out, "--cost-limit", "5");
    expect(resumed).toMatchObject({ code: 0 });
    expect(server.requests).toHaveLength(4);
    const whole = join(await temporaryFolder(), "whole");
    expect(await findbenchIn(environment, ...words(whole))).toMatchObject({ code: 0 });
    expect(await comparable(out)).toEqual(await comparable(whole));
  });

  it("with a cost limit needs a price, and takes one of its user's own", async () => {
    const server = await serve(talk);
    const environment = server.environment("openai");
    const folder = await temporaryFolder();
    const unpriced = (name: string, ...more: readonly string[]): string[] => [
      ...`run ${suite()} --interpreter agent --model openai/too-new --budget 8 --cost-limit 5`.split(
        " ",
      ),
      ...`--metrics published --out ${join(folder, name)}`.split(" "),
      ...more,
    ];
    expect(await findbenchIn(environment, ...unpriced("without"))).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("bad-configuration: Expected a model whose price is known"),
    });
    expect(await readdir(folder)).toEqual([]);
    expect(server.requests).toHaveLength(0);
    const price = ["--price", "2/10/1"];
    const estimate = await findbenchIn(environment, ...unpriced("dry"), ...price, "--dry-run");
    expect(estimate.stdout).toContain("US dollars by the known price");
    expect(await findbenchIn(environment, ...unpriced("with"), ...price)).toMatchObject({
      code: 0,
    });
    const [outcome] = await contestantsIn(join(folder, "with"));
    const { calls, input, cached, output, cost } = outcome?.model ?? {};
    expect(calls).toBe(2);
    expect(cost).toBeCloseTo(
      (2 * (Number(input) - Number(cached)) + Number(cached) + 10 * Number(output)) / 1e6,
      12,
    );
  });

  it("tells what it paid", async () => {
    const server = await serve(talk);
    const out = join(await temporaryFolder(), "run");
    const { stdout } = await findbenchIn(server.environment("openai"), ...words(out));
    expect(stdout).toMatch(/Paid {2}\$0\.0\d\d\d for 4 replies of its language model\n/u);
  });

  it("is not asked for by a model that the environment names for others", async () => {
    const out = join(await temporaryFolder(), "run");
    const baseline = `run ${suite()} --interpreter line --metrics published --out ${out}`;
    const environment = { FINDBENCH_MODEL: "openai/gpt-4o-mini" };
    expect(await findbenchIn(environment, ...baseline.split(" "))).toMatchObject({ code: 0 });
  });

  it("keeps to the requests of a minute", async () => {
    const server = await serve(talk);
    const out = join(await temporaryFolder(), "run");
    const slow = ["--requests-per-minute", "1", "--time-limit", "2", "--concurrency", "2"];
    const ran = await findbenchIn(server.environment("openai"), ...words(out, ...slow));
    expect(ran).toMatchObject({
      code: 0,
      stdout: expect.stringContaining("2 × interpreter-timed-out, the first: Expected an answer"),
    });
    expect(server.requests).toHaveLength(1);
  });

  it("replays a recorded one without a key, and sends nothing", async () => {
    const server = await serve(talk);
    const folder = await temporaryFolder();
    const [first, again] = [join(folder, "first"), join(folder, "again")];
    await findbenchIn(server.environment("openai"), ...words(first));
    const sent = server.requests.length;
    expect(await findbench(...words(again, "--replay", first))).toMatchObject({
      code: 0,
      stdout: expect.stringContaining("Paid  nothing"),
    });
    expect(server.requests).toHaveLength(sent);
    const strip = async (run: string) =>
      (await comparable(run)).map(({ model, ...rest }) => ({
        ...rest,
        calls: model?.calls,
        cost: model?.cost,
      }));
    expect(await strip(again)).toEqual(await strip(first));
    expect((await comparable(again)).find(({ role }) => role === "contestant")?.model?.paid).toBe(
      0,
    );
    const other = await findbench(
      ...words(join(folder, "other"), "--replay", first, "--turns", "3"),
    );
    expect(other).toMatchObject({ code: 2 });
    expect(other.stderr).toContain("reply-missing");
  });

  it("is estimated before anything is sent or written", async () => {
    const out = join(await temporaryFolder(), "run");
    const { stdout, code } = await findbench(...words(out, "--dry-run", "--turns", "5", "--json"));
    expect(code).toBe(0);
    const estimate = JSON.parse(stdout) as { readonly cost: number };
    expect(estimate).toMatchObject({ model: "openai/gpt-4o-mini", conversations: 2, requests: 18 });
    expect(estimate.cost).toBeGreaterThan(0);
    expect((await findbench(...words(out, "--dry-run"))).stdout).toContain("Nothing was sent.");
    await expect(readFile(join(out, "run.json"))).rejects.toThrow("ENOENT");
  });

  it("takes a prompt of one's own, and keeps it for resuming", async () => {
    const server = await serve(talk);
    const folder = await temporaryFolder();
    const [prompt, out] = [join(folder, "prompt.md"), join(folder, "run")];
    await writeFile(prompt, "Mine. {{task}} {{manual}} {{answer}}");
    const ran = await findbenchIn(server.environment("openai"), ...words(out, "--prompt", prompt));
    expect(ran).toMatchObject({ code: 0 });
    expect(JSON.stringify(server.requests[0]?.body)).toContain("Mine. The function takes");
    expect(JSON.parse(await readFile(join(out, "run.json"), "utf8"))).toMatchObject({
      interpreters: [
        {},
        {},
        { configuration: { template: "Mine. {{task}} {{manual}} {{answer}}" } },
      ],
    });
    await writeFile(prompt, "changed");
    expect(await findbenchIn(server.environment("openai"), "resume", out)).toMatchObject({
      code: 0,
    });
  });

  it("is bounded as the published one was where it keeps to that", async () => {
    const server = await serve(talk);
    const out = join(await temporaryFolder(), "run");
    const args = ["run", suite(), "--interpreter", "agent", "--model", "openai/gpt-4o-mini"];
    const ran = await findbenchIn(
      server.environment("openai"),
      ...args,
      "--protocol",
      "find",
      "--metrics",
      "published",
      "--out",
      out,
    );
    expect(ran).toMatchObject({ code: 0 });
    expect(JSON.parse(await readFile(join(out, "run.json"), "utf8"))).toMatchObject({
      budget: null,
      models: { costLimit: null, offline: false },
      interpreters: [{}, {}, { configuration: { protocol: "find", turns: 20 } }],
    });
  });

  it("goes on with a text where the server knows no conversations", async () => {
    const server = await serve(talk);
    const out = join(await temporaryFolder(), "run");
    const args = words(out).map((word) =>
      word.replace("openai/gpt-4o-mini", "vllm+completions/base"),
    );
    const ran = await findbenchIn(server.environment("vllm"), ...args);
    expect(ran).toMatchObject({ code: 0 });
    expect(server.requests.map(({ protocol }) => protocol)).toEqual(Array(4).fill("completions"));
    for (const { status, usage } of await contestantsIn(out)) {
      expect(status).toBe("scored");
      expect(usage.queries).toBeGreaterThan(0);
    }
  });

  it.each<[string, readonly string[], string]>([
    ["without a model", ["--interpreter", "agent"], "bad-argument: Expected a language model"],
    [
      "with a model that nobody asks",
      ["--interpreter", "line", "--model", "openai/x"],
      "bad-argument",
    ],
    ["without a key", ["--interpreter", "agent", "--model", "openai/x"], "bad-configuration"],
    ["with a model of nobody", ["--interpreter", "agent", "--model", "x"], "unknown-model"],
    [
      "with a prompt that is not there",
      ["--interpreter", "agent", "--model", "openai/x", "--prompt", "absent"],
      "data-missing",
    ],
    [
      "with the calls of no run",
      ["--interpreter", "agent", "--model", "openai/x", "--replay", "absent"],
      "data-missing",
    ],
    ["with a dry run of a baseline", ["--interpreter", "line", "--dry-run"], "bad-argument"],
    ["with a limit of nothing", ["--interpreter", "line", "--cost-limit", "0"], "usage"],
    [
      "with tools at a completion endpoint",
      ["--interpreter", "agent", "--model", "vllm+completions/x", "--dialect", "tools"],
      "bad-argument",
    ],
    ["with half a price", ["--interpreter", "line", "--price", "2"], "usage"],
    ["with a price of words", ["--interpreter", "line", "--price", "2/cheap"], "usage"],
    ["with no requests", ["--interpreter", "line", "--requests-per-minute", "0"], "usage"],
  ])("%s is refused, and nothing is written", async (_, args, fault) => {
    const out = join(await temporaryFolder(), "run");
    const { code, stderr } = await findbench("run", suite(), ...args, "--out", out);
    expect({ code, stderr }).toMatchObject({ code: 2, stderr: expect.stringContaining(fault) });
    await expect(readFile(join(out, "run.json"))).rejects.toThrow("ENOENT");
  });
});
