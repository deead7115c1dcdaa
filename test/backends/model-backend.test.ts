import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { answerOf } from "../../src/backends/index.ts";
import type { ModelReply, Outcome, Truth } from "../../src/contract/index.ts";
import { scripted } from "../../src/models/index.ts";
import { findbenchIn } from "../support/command-line.ts";
import type { Printed } from "../support/command-line.ts";
import { startModelServer } from "../support/model-server.ts";
import type { ModelServer, ServerScript } from "../support/model-server.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { digitsFor, promptIn, unitWithLogProbs, unitWithout } from "./served-unit.ts";

async function serve(script: ServerScript): Promise<ModelServer> {
  const server = await startModelServer(script);
  onTestFinished(() => server.close());
  return server;
}

async function suiteBy(
  server: ModelServer,
  { category = "entities", model = "vllm/unit" },
  ...more: readonly string[]
): Promise<string> {
  const suite = join(await temporaryFolder(), "suite");
  const size = ["--recipe", "neurons", "--categories", category, "--count", "2", "--seed", "4"];
  const args = [...size, "--backend", model, "--out", suite, ...more];
  const made = await findbenchIn(server.environment("vllm"), "generate", ...args);
  expect(made).toMatchObject({ code: 0 });
  return suite;
}

async function linesOf<T>(path: string): Promise<readonly T[]> {
  const text = await readFile(path, "utf8");
  return text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as T);
}

/** What a suite's functions are answered by. */
async function backendsIn(suite: string): Promise<readonly unknown[]> {
  const truths = await linesOf<Truth>(join(suite, "truths.jsonl"));
  return truths.map(({ spec }) => ("backend" in spec ? spec.backend : null));
}

async function idIn(suite: string): Promise<string> {
  const [truth] = await linesOf<Truth>(join(suite, "truths.jsonl"));
  return truth?.id ?? "";
}

async function asked(
  server: ModelServer,
  suite: string,
  ...words: readonly string[]
): Promise<readonly unknown[]> {
  const args = ["query", suite, await idIn(suite), ...words, "--json"];
  const { stdout } = await findbenchIn(server.environment("vllm"), ...args);
  const answers = JSON.parse(stdout) as { answer: { kind: string; value?: unknown } }[];
  return answers.map(({ answer }) => answer.value ?? answer.kind);
}

const run = (
  server: ModelServer,
  suite: string,
  out: string,
  ...more: readonly string[]
): Promise<Printed> =>
  findbenchIn(
    server.environment("vllm"),
    "run",
    suite,
    "--interpreter",
    "initial-words,prior",
    "--out",
    out,
    ...more,
  );

describe("a language model that stands for units", () => {
  it("answers by the likelihood of its first token", async () => {
    const server = await serve(unitWithLogProbs);
    const suite = await suiteBy(server, {});
    expect(await backendsIn(suite)).toEqual(
      Array(2).fill(
        expect.objectContaining({ name: "model", prompt: "entity/1", way: "log-probabilities" }),
      ),
    );
    const words = ["racket", "a quiet evening"];
    expect(await asked(server, suite, ...words)).toEqual(
      words.map((word) => digitsFor(word).activation),
    );
  });

  it("is asked each question once in a run, and again by nobody who has the record", async () => {
    const server = await serve(unitWithLogProbs);
    const suite = await suiteBy(server, {});
    const before = server.requests.length;
    const first = join(dirname(suite), "first");
    const done = await run(server, suite, first);
    expect(done.code).toBe(0);
    expect(done.stderr).toContain(
      "answered by model:vllm/unit: log-probabilities, prompt entity/1",
    );
    const prompts = server.requests.slice(before).map(({ body }) => promptIn(body));
    expect(prompts.length).toBeGreaterThan(20);
    expect(new Set(prompts).size).toBe(prompts.length);
    const again = join(dirname(suite), "again");
    expect(await run(server, suite, again, "--replay", first)).toMatchObject({ code: 0 });
    expect((await findbenchIn({}, "score", first)).code).toBe(0);
    expect(server.requests).toHaveLength(before + prompts.length);
    const outcomes = await linesOf<Outcome>(join(first, "outcomes.jsonl"));
    const oracle = outcomes.filter(({ item }) => item.interpreter === "oracle");
    expect(oracle.map(({ scores }) => scores["rank"])).toMatchObject(
      oracle.map(() => ({ value: 1 })),
    );
    const scoresIn = async (folder: string): Promise<ReadonlySet<string>> => {
      const lines = await linesOf<Outcome>(join(folder, "outcomes.jsonl"));
      return new Set(lines.map(({ item, scores }) => JSON.stringify([item, scores])));
    };
    expect(await scoresIn(again)).toEqual(await scoresIn(first));
  });

  it("is refused where its server no longer answers in the way of the suite", async () => {
    const suite = await suiteBy(await serve(unitWithLogProbs), {});
    const other = await serve(unitWithout);
    const { code, stderr } = await run(other, suite, join(dirname(suite), "run"));
    expect(code).not.toBe(0);
    expect(stderr).toContain("Expected vllm/unit to tell the log-probabilities of 0 and 1");
    expect(stderr).toContain("--way frequency");
    expect(other.requests).toHaveLength(1);
  });

  it("is asked several times, or once, where its server tells no likelihoods", async () => {
    const server = await serve(unitWithout);
    const found = await suiteBy(server, {});
    expect(await backendsIn(found)).toContainEqual(
      expect.objectContaining({ way: "frequency", samples: 10 }),
    );
    const before = server.requests.length;
    expect(await asked(server, found, "even", "odd")).toEqual([1, 0]);
    expect(server.requests.length - before).toBe(1 + 2 * 10);
    const single = await suiteBy(server, {}, "--way", "verdict");
    expect(await asked(server, single, "even", "odd")).toEqual([1, 0]);
  });

  it("can be one that only goes on with a text", async () => {
    const server = await serve((request) => {
      const [first] = digitsFor("dog").tokens;
      const top = Object.fromEntries(
        digitsFor("dog").tokens.map(([token, share]) => [token, Math.log(share)]),
      );
      const logProbs = { tokens: [first?.[0]], token_logprobs: [-1], top_logprobs: [top] };
      return { kind: "reply", text: request.protocol, logProbs };
    });
    const suite = await suiteBy(server, { model: "vllm+completions/unit" });
    expect(await asked(server, suite, "dog")).toEqual([digitsFor("dog").activation]);
  });
});

describe("a language model that stands for relations", () => {
  it("answers in words, or not at all", async () => {
    const server = await serve(unitWithLogProbs);
    const suite = await suiteBy(server, { category: "relations" });
    expect(await backendsIn(suite)).toContainEqual(
      expect.objectContaining({ model: "vllm/unit", prompt: "relation/1", way: "text" }),
    );
    expect(await asked(server, suite, "anything")).toEqual(["Paris"]);
    expect((await run(server, suite, join(dirname(suite), "run"))).code).toBe(0);
    expect(await asked(await serve(unitWithout), suite, "anything")).toEqual(["undefined"]);
  });
});

describe("what is read in a reply", () => {
  const backend = {
    model: "scripted/x",
    prompt: "entity/1",
    way: "frequency",
    samples: 4,
  } as const;
  const { signal } = new AbortController();

  it("is the share of those that say 1, of which are read", async () => {
    let asked = 0;
    const texts = ["1", "No idea.", "The answer is 0.", "Yes"];
    const model = scripted(() => texts[asked++] ?? "");
    expect(await answerOf(model, backend, "?", 0, signal)).toBe(2 / 3);
    expect(asked).toBe(4);
  });

  it.each([
    ["«Paris».", "Paris"],
    ["Output: **New  York**\nbecause", "New York"],
    ["Undefined.", null],
    ["N/A", null],
    ["", null],
    ["1,234", "1,234"],
  ])("makes %j %j", async (text, answer) => {
    const model = scripted([text]);
    expect(await answerOf(model, { ...backend, way: "text" }, "?", 0, signal)).toBe(answer);
  });

  it.each([
    ["10", null],
    ["It is 0, not 1.", null],
    ["No idea.", null],
    ["0.5", null],
    ["1.", 1],
    ["(0)", 0],
    ["no", 0],
  ])("takes %j for the verdict %j", async (text, verdict) => {
    const model = scripted([text]);
    expect(await answerOf(model, { ...backend, way: "verdict" }, "?", 0, signal)).toBe(verdict);
  });

  it.each([
    [
      [
        ["1", 0.5],
        ["0", 0.25],
      ],
      2 / 3,
    ],
    [
      [
        ["1", 0.2],
        [" 1", 0.1],
        ["1\n", 0.1],
        ["0", 0.1],
        ["00", 0.5],
      ],
      0.8,
    ],
    [[["1", 0.9]], 1],
    [[["yes", 0.9]], null],
  ] as const)("takes %j for P(1) = %j", async (tokens, share) => {
    const top = tokens.map(([token, p]) => ({ token, logProbability: Math.log(p) }));
    const blank = { token: " ", logProbability: 0, top: [] };
    const logProbs: ModelReply["logProbs"] = [blank, { token: "1", logProbability: 0, top }];
    const model = scripted(() => ({ text: "1", logProbs }));
    const answer = await answerOf(model, { ...backend, way: "log-probabilities" }, "?", 5, signal);
    if (share === null) expect(answer).toBeNull();
    else expect(answer).toBeCloseTo(share, 12);
  });
});
