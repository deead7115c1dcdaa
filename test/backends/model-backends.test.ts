import { describe, expect, it } from "vitest";
import { modelBackends, tryWay } from "../../src/backends/index.ts";
import { replayOf } from "../../src/categories/index.ts";
import { entities } from "../../src/categories/entities/sealed.ts";
import { shippedLexicon } from "../../src/categories/entities/shipped/shipped-lexicon.ts";
import type {
  BackendModel,
  ConversationPlace,
  Problem,
  TokenLogProbs,
} from "../../src/contract/index.ts";
import { BenchError } from "../../src/core/index.ts";
import { scripted } from "../../src/models/index.ts";

const { signal } = new AbortController();
const verdict: BackendModel = { model: "scripted/a", prompt: "entity/1", way: "verdict" };

describe("the models of a run that stand for functions", () => {
  it("never stand in for another model, way or prompt", async () => {
    const backends = await modelBackends([verdict], () => scripted(["1"]), signal);
    expect(await backends.ask(verdict, "?")).toBe(1);
    for (const other of [
      { ...verdict, model: "scripted/b" },
      { ...verdict, prompt: "entity/2" },
      { ...verdict, way: "frequency", samples: 3 },
    ] as const)
      await expect(backends.ask(other, "?")).rejects.toMatchObject({
        code: "bad-configuration",
        message: expect.stringContaining("no other stands in for it") as string,
      });
  });

  it("are asked a question once, at a place of its own, however many want to know", async () => {
    const places: ConversationPlace[] = [];
    const converse = (_: string, place: ConversationPlace) => {
      places.push(place);
      return scripted(["1"]);
    };
    const backends = await modelBackends([verdict], converse, signal);
    const asked = ["a", "b", "a", "a"].map((prompt) => backends.ask(verdict, prompt));
    expect(await Promise.all(asked)).toEqual([1, 1, 1, 1]);
    expect(new Set(places.map(({ branch }) => branch)).size).toBe(3);
    expect(places).toHaveLength(3);
  });

  it("are asked again after a call that failed, of which the function is told to have failed", async () => {
    let calls = 0;
    const model = {
      id: "scripted/a",
      complete: async (...request: Parameters<ReturnType<typeof scripted>["complete"]>) => {
        calls += 1;
        if (calls === 2) throw new BenchError("model-failed", "Expected a reply; got none; wait");
        return scripted(["1"]).complete(...request);
      },
    };
    const backends = await modelBackends([verdict], () => model, signal);
    await expect(backends.ask(verdict, "?")).rejects.toMatchObject({ code: "function-failed" });
    expect(await backends.ask(verdict, "?")).toBe(1);
  });
});

describe("the sure question", () => {
  const reply = (
    ...tokens: readonly string[]
  ): (() => { text: string; logProbs: readonly TokenLogProbs[] }) => {
    const top = tokens.map((token) => ({ token, logProbability: -1 }));
    return () => ({ text: "1", logProbs: [{ token: "1", logProbability: -1, top }] });
  };
  const way = { model: "scripted/a", way: "log-probabilities" } as const;

  it("needs both digits among the likeliest tokens", async () => {
    expect(await tryWay(() => scripted(reply("1", "x", "0")), way, signal)).toBe(20);
    await expect(tryWay(() => scripted(reply("1", " 1", "Yes")), way, signal)).rejects.toThrow(
      'got those of "1", " 1", "Yes"; use a server',
    );
  });

  it("asks for fewer of them where a server refuses many", async () => {
    const refused = new BenchError("model-failed", "too many", { data: { status: 400 } });
    const picky = {
      id: "scripted/a",
      complete: async (
        ...[request, ended]: Parameters<ReturnType<typeof scripted>["complete"]>
      ) => {
        if (request.topLogProbs === 20) throw refused;
        return scripted(reply("1", "0")).complete(request, ended);
      },
    };
    expect(await tryWay(() => picky, way, signal)).toBe(5);
  });

  it("needs a verdict where there is to be one", async () => {
    await expect(tryWay(() => scripted(["Well."]), verdict, signal)).rejects.toThrow("got «Well.»");
    expect(await tryWay(() => scripted(["0"]), verdict, signal)).toBe(0);
  });
});

describe("a unit that a model stands for", () => {
  const version = shippedLexicon().version;
  const spec = {
    kind: "entity",
    concepts: ["tennis"],
    backend: { name: "model", ...verdict, version },
  };
  const problem = { truth: { spec: entities.parseSpec(spec), seed: "1" } } as unknown as Problem;

  it("is given again as it was recorded, and asked what was not", async () => {
    const replay = replayOf([[{ inputs: ["net", "net"], outputs: [0.5, 0.25], missing: [] }]]);
    const heard: string[] = [];
    const backends = {
      ask: async (_: BackendModel, prompt: string) => {
        heard.push(prompt);
        return prompt.includes('"racket"') ? 1 : null;
      },
    };
    const check = await entities.open(problem, { epoch: 1, replay, backends });
    const { count, answer } = check(["net", "racket", 7, "soup", "late"], 3);
    expect(count).toBe(3);
    expect((await answer())?.map((each) => ("value" in each ? each.value : each.kind))).toEqual([
      0.5,
      1,
      "refused",
      "undefined",
      "budget-exhausted",
    ]);
    expect(heard).toHaveLength(2);
  });

  it("tells of a fault, and says nothing once it is closed", async () => {
    const fault = new BenchError("function-failed", "Expected an answer; got none; try again");
    const backends = { ask: () => Promise.reject(fault) };
    const faults: BenchError[] = [];
    const onFault = (each: BenchError): void => void faults.push(each);
    const open = await entities.open(problem, { epoch: 1, backends, onFault });
    await expect(open(["net"], 1).answer()).rejects.toBe(fault);
    expect(faults).toEqual([fault]);
    const closing = AbortSignal.abort();
    const closed = await entities.open(problem, { epoch: 1, backends, onFault, closing });
    expect(await closed(["net"], 1).answer()).toBeNull();
  });

  it("needs somebody to ask, the prompt of its version, and no noise of ours", async () => {
    const alone = await entities.open(problem, { epoch: 1 });
    await expect(async () => alone(["net"], 1).answer()).rejects.toThrow("Expected a way to ask");
    const older = { ...spec, backend: { ...spec.backend, prompt: "entity/99" } };
    const other = { truth: { spec: entities.parseSpec(older), seed: "1" } } as unknown as Problem;
    expect(() => entities.open(other, { epoch: 1 })).toThrow("Expected the prompt entity/99");
    const noise = { distribution: "normal", scale: 0.1 };
    expect(() => entities.parseSpec({ ...spec, noise })).toThrow("only what the model gives");
    const samples = { ...spec, backend: { ...spec.backend, samples: 3 } };
    expect(() => entities.parseSpec(samples)).toThrow("needs `samples` for the way `frequency`");
  });
});
