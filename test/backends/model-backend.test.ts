import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { findbenchIn } from "../support/command-line.ts";
import { startModelServer } from "../support/model-server.ts";
import type { ModelServer, ServerScript } from "../support/model-server.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { digitsFor, promptIn, textIn, unitWithLogProbs, unitWithout } from "./served-unit.ts";

const MODEL = "vllm/unit";

async function serve(script: ServerScript): Promise<ModelServer> {
  const server = await startModelServer(script);
  onTestFinished(() => server.close());
  return server;
}

async function suiteBy(
  server: ModelServer,
  category: "entities" | "relations",
  ...more: readonly string[]
): Promise<string> {
  const suite = join(await temporaryFolder(), "suite");
  const size = ["--recipe", "neurons", "--categories", category, "--count", "2", "--seed", "4"];
  const args = [...size, "--backend", MODEL, "--out", suite, ...more];
  const made = await findbenchIn(server.environment("vllm"), "generate", ...args);
  expect(made).toMatchObject({ code: 0 });
  return suite;
}

const linesOf = async (path: string): Promise<readonly any[]> =>
  (await readFile(path, "utf8"))
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));

const run = (server: ModelServer, suite: string, out: string, ...more: readonly string[]) =>
  findbenchIn(
    server.environment("vllm"),
    ...["run", suite, "--interpreter", "initial-words,prior", "--out", out, ...more],
  );

describe("a language model that stands for units", () => {
  it("answers by the likelihood of its first token, each question once, and again from the record", async () => {
    const server = await serve(unitWithLogProbs);
    const suite = await suiteBy(server, "entities");
    const [truth] = await linesOf(join(suite, "truth.jsonl"));
    expect(truth.spec.backend).toMatchObject({
      name: "model",
      model: MODEL,
      prompt: "entity/1",
      way: "log-probabilities",
    });
    const words = ["racket", "a quiet evening"];
    const args = ["query", suite, truth.id, ...words, "--json"];
    const asked = await findbenchIn(server.environment("vllm"), ...args);
    expect(JSON.parse(asked.stdout).map(({ answer }: any) => answer.value)).toEqual(
      words.map((word) => digitsFor(word).activation),
    );
    const before = server.requests.length;
    const first = join(suite, "..", "first");
    const done = await run(server, suite, first);
    expect(done).toMatchObject({ code: 0 });
    const texts = server.requests.slice(before).map((request) => promptIn(request.body));
    expect(new Set(texts).size).toBe(texts.length);
    const again = join(suite, "..", "again");
    const sent = server.requests.length;
    expect(await run(server, suite, again, "--replay", first)).toMatchObject({ code: 0 });
    expect(server.requests).toHaveLength(sent);
    const scores = async (folder: string) =>
      (await linesOf(join(folder, "outcomes.jsonl"))).map(({ item, scores }) => [item, scores]);
    expect(await scores(again)).toEqual(await scores(first));
    const oracle = (await linesOf(join(first, "outcomes.jsonl"))).filter(
      ({ item }) => item.interpreter === "oracle",
    );
    expect(oracle.map(({ scores }) => scores.auroc.value)).toEqual([1, 1]);
  });
});
